// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The one clock of a process, and the one source of keys.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Instant, SystemTime, UNIX_EPOCH},
};

use varco_api::{Clock, Keys};
use varco_core::time::Millis;

/// What the machine's clock says.
#[must_use]
pub fn machine_now() -> Millis {
    millis(SystemTime::now())
}

pub(crate) fn millis(at: SystemTime) -> Millis {
    let since = at.duration_since(UNIX_EPOCH).unwrap_or_default();
    Millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// The machine's clock; for a demo court one that was set to another time when the process began.
#[derive(Debug, Clone)]
pub struct MachineClock {
    pretended: Option<(Millis, Instant)>,
    /// Whether the open court is one that may be told another time. Until one is open, it may not.
    may_pretend: Arc<AtomicBool>,
}

impl MachineClock {
    /// The machine's own time, or a pretended one that goes on from now: at a demo or training court only.
    #[must_use]
    pub fn starting_at(pretended: Option<Millis>) -> Self {
        Self { pretended: pretended.map(|at| (at, Instant::now())), may_pretend: Arc::default() }
    }

    /// Told by whoever opens a court. A court that exists is judged by the machine's time, whatever was asked.
    pub(crate) fn at_court(&self, pretend: bool) {
        if self.pretended.is_some() && !pretend {
            tracing::warn!("another time was asked for; it holds at a demo or training court only");
        }
        self.may_pretend.store(pretend, Ordering::Relaxed);
    }
}

impl Clock for MachineClock {
    fn now(&self) -> Millis {
        match &self.pretended {
            Some((from, since)) if self.may_pretend.load(Ordering::Relaxed) => {
                *from + i64::try_from(since.elapsed().as_millis()).unwrap_or(i64::MAX)
            }
            _ => machine_now(),
        }
    }
}

/// Keys from the system's source of randomness.
#[derive(Debug, Clone, Copy)]
pub struct RandomKeys;

impl RandomKeys {
    /// 128 random bits.
    #[must_use]
    pub fn key() -> u128 {
        rand::random()
    }
}

impl Keys for RandomKeys {
    fn next(&self) -> u128 {
        Self::key()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_time_holds_at_a_court_that_does_not_exist_and_nowhere_else() {
        let then = Millis(1_600_000_000_000);
        let clock = MachineClock::starting_at(Some(then));
        let pretends = || clock.now().since(then) < 86_400_000;
        assert!(!pretends(), "no court is open");
        clock.at_court(true);
        assert!(pretends());
        clock.at_court(false);
        assert!(!pretends());
    }
}
