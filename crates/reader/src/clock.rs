// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Time is told by whoever calls. The time limit is asked before each piece of work, and pieces are short.

use std::time::Duration;

/// What time it is, counted from any moment, never going back.
pub type Clock<'a> = &'a dyn Fn() -> Duration;

/// A time limit that is running.
pub(crate) struct Watch<'a> {
    clock: Clock<'a>,
    start: Duration,
    limit: Duration,
}

impl<'a> Watch<'a> {
    pub(crate) fn start(clock: Clock<'a>, limit: Duration) -> Watch<'a> {
        Watch { clock, start: clock(), limit }
    }

    pub(crate) fn spent(&self) -> Duration {
        (self.clock)().saturating_sub(self.start)
    }

    pub(crate) fn is_over(&self) -> bool {
        self.spent() >= self.limit
    }
}
