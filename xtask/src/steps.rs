// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A run of several steps, which goes on after a failure so that one run shows all of them.

use std::time::{Duration, Instant};

use crate::run::{Failure, Outcome};

enum Ended {
    Passed,
    Failed(String),
    NotThere(&'static str),
}

/// What has been done so far.
#[derive(Default)]
pub struct Steps {
    done: Vec<(&'static str, Duration, Ended)>,
}

impl Steps {
    /// Runs one step, unless a step that it needs has failed.
    pub fn step(&mut self, name: &'static str, needs: &[&str], work: impl FnOnce() -> Outcome) {
        println!("\n── {name} ──");
        let start = Instant::now();
        let broken = self.done.iter().find(|(n, _, end)| needs.contains(n) && matches!(end, Ended::Failed(_)));
        let end = match broken {
            Some((need, ..)) => Ended::Failed(format!("Not run, because `{need}` failed.")),
            None => work().map_or_else(|failure| Ended::Failed(failure.to_string()), |()| Ended::Passed),
        };
        let took = start.elapsed();
        match &end {
            Ended::Failed(why) => println!("{name}: FAILED after {:.1} s. {why}", took.as_secs_f64()),
            _ => println!("{name}: passed in {:.1} s", took.as_secs_f64()),
        }
        self.done.push((name, took, end));
    }

    /// Notes a step that has nothing to do on this tree.
    pub fn absent(&mut self, name: &'static str, why: &'static str) {
        self.done.push((name, Duration::ZERO, Ended::NotThere(why)));
    }

    /// Prints one line a step and the sum, which stands alone on the last line.
    pub fn close(self) -> Outcome {
        println!("\n── all steps ──");
        let (mut passed, mut failed) = (0, 0);
        for (name, took, end) in &self.done {
            let seconds = took.as_secs_f64();
            match end {
                Ended::Passed => {
                    passed += 1;
                    println!("  passed    {seconds:7.1} s  {name}");
                }
                Ended::Failed(why) => {
                    failed += 1;
                    println!("  FAILED    {seconds:7.1} s  {name}: {}", why.lines().next().unwrap_or_default());
                }
                Ended::NotThere(why) => println!("  not there            {name}: {why}"),
            }
        }
        println!("\n{passed} passed, {failed} failed");
        if failed == 0 { Ok(()) } else { Err(Failure::new("")) }
    }
}
