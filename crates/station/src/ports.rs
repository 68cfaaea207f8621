// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The one clock of a process, and the one source of keys.

use std::time::{Instant, SystemTime, UNIX_EPOCH};

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
}

impl MachineClock {
    /// The machine's own time, or a pretended one that goes on from now.
    #[must_use]
    pub fn starting_at(pretended: Option<Millis>) -> Self {
        Self { pretended: pretended.map(|at| (at, Instant::now())) }
    }
}

impl Clock for MachineClock {
    fn now(&self) -> Millis {
        match &self.pretended {
            Some((from, since)) => *from + i64::try_from(since.elapsed().as_millis()).unwrap_or(i64::MAX),
            None => machine_now(),
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
