// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Times, their percentiles, and a row of the table.

use std::time::{Duration, Instant};

/// What a figure cannot go on without.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// How long something took, many times.
#[derive(Debug, Default)]
pub struct Times(Vec<Duration>);

impl Times {
    /// Adds one.
    pub fn push(&mut self, took: Duration) {
        self.0.push(took);
    }

    /// Does something and adds how long it took.
    pub fn time<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let done = work();
        self.push(start.elapsed());
        done
    }

    /// The time that a share of all, 0 to 1, did not exceed (nearest rank); zero of none.
    pub fn at(&self, share: f64) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let rank = (sorted.len() as f64 * share).ceil() as usize;
        sorted.get(rank.saturating_sub(1)).or(sorted.last()).copied().unwrap_or_default()
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Half of all took at most this.
    pub fn p50(&self) -> Duration {
        self.at(0.5)
    }

    /// 99 of 100 took at most this.
    pub fn p99(&self) -> Duration {
        self.at(0.99)
    }
}

/// One time by another.
pub fn ratio(ours: Duration, bound: Duration) -> f64 {
    ours.as_secs_f64() / bound.as_secs_f64().max(1e-9)
}

/// A time as people write it: µs below a millisecond, ms below ten seconds.
pub fn say(time: Duration) -> String {
    let us = time.as_secs_f64() * 1e6;
    match us {
        _ if us < 1e3 => format!("{us:.0} µs"),
        _ if us < 1e5 => format!("{:.2} ms", us / 1e3),
        _ if us < 1e7 => format!("{:.0} ms", us / 1e3),
        _ => format!("{:.1} s", us / 1e6),
    }
}

/// A row of the table.
#[derive(Debug)]
pub struct Row {
    /// What was measured.
    pub what: String,
    /// What it is held against.
    pub bound: String,
    /// What came out, as a ratio where the bound is one.
    pub figure: String,
    /// Whether the bound is kept; none where there is none.
    pub kept: Option<bool>,
}

impl Row {
    /// A figure with its bound.
    pub fn bound(what: &str, bound: &str, figure: String, kept: bool) -> Self {
        Self { what: what.to_owned(), bound: bound.to_owned(), figure, kept: Some(kept) }
    }

    /// A figure without one.
    pub fn plain(what: &str, figure: String) -> Self {
        Self { what: what.to_owned(), bound: "–".to_owned(), figure, kept: None }
    }

    /// As the table in `docs/figures.md` has it.
    pub fn line(&self) -> String {
        let kept = match self.kept {
            Some(true) => "kept",
            Some(false) => "**not kept**",
            None => "–",
        };
        format!("| {} | {} | {} | {kept} |", self.what, self.bound, self.figure)
    }
}
