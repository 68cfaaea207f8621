// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! How guessing is slowed: one person's secrets, and all names of a server together.

use crate::time::Millis;

/// Characters of a password or passphrase, at least (NIST SP 800-63B asks for 8; these guard names).
pub const PASSWORD_CHARS_MIN: usize = 12;

/// Wrong PINs in a row before the next try has to wait.
pub const PIN_TRIES: u32 = 5;

/// How long the next try waits after so many wrong PINs in a row, seconds: 30, 60, 120 … up to 15 minutes.
#[must_use]
pub const fn pin_wait_seconds(wrong: u32) -> u32 {
    if wrong < PIN_TRIES {
        return 0;
    }
    let doublings = if wrong - PIN_TRIES > 5 { 5 } else { wrong - PIN_TRIES };
    let wait = 30_u32 << doublings;
    if wait > 900 { 900 } else { wait }
}

/// Wrong passwords, of whomever, that a server takes at once. A court has fewer typing errors in a morning.
pub const SPRAY_TRIES: u32 = 20;

/// After that, one more every so many seconds.
pub const SPRAY_SECONDS: u32 = 30;

/// Wrong passwords of all names of one server, as a vessel that leaks: one password cannot be tried on every name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Guesses {
    /// Milliseconds until the vessel is empty, counted from `at`.
    filled: i64,
    at: Millis,
}

impl Guesses {
    const EACH: i64 = SPRAY_SECONDS as i64 * 1000;
    const FULL: i64 = Self::EACH * SPRAY_TRIES as i64;

    /// What is left in it. A clock that was set back empties nothing and fills nothing.
    fn left(self, now: Millis) -> i64 {
        (self.filled - (now.0 - self.at.0).max(0)).max(0)
    }

    /// How long the next try has to wait, seconds.
    #[must_use]
    pub fn wait_seconds(self, now: Millis) -> u32 {
        let over = self.left(now) + Self::EACH - Self::FULL;
        u32::try_from((over.max(0) + 999) / 1000).unwrap_or(u32::MAX)
    }

    /// One more was wrong.
    pub fn wrong(&mut self, now: Millis) {
        *self = Self { filled: self.left(now) + Self::EACH, at: now };
    }

    /// One that was counted as wrong turned out to be right.
    pub fn right(&mut self, now: Millis) {
        *self = Self { filled: (self.left(now) - Self::EACH).max(0), at: now };
    }
}
