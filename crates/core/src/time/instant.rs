// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use std::fmt;
use std::ops::{Add, Sub};

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

/// An instant: milliseconds since 1970-01-01T00:00:00Z. Arithmetic stops at the ends of `i64` instead of wrapping.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Millis(pub i64);

/// 0001-01-02T00:00:00Z: from here on every zone has a civil time that can be written down.
pub(super) const CIVIL_FIRST: Millis = Millis(-62_135_510_400_000);
/// 9999-12-30T23:59:59.999Z: so far.
pub(super) const CIVIL_LAST: Millis = Millis(253_402_214_399_999);

impl Millis {
    /// The instant so many seconds after 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds.saturating_mul(1_000))
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, rounded towards the past.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(1_000)
    }

    /// This instant moved by milliseconds.
    #[must_use]
    pub const fn plus_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }

    /// This instant moved by seconds.
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        self.plus_ms(seconds.saturating_mul(1_000))
    }

    /// This instant moved by minutes.
    #[must_use]
    pub const fn plus_minutes(self, minutes: i64) -> Self {
        self.plus_ms(minutes.saturating_mul(60_000))
    }

    /// This instant moved back by minutes.
    #[must_use]
    pub const fn minus_minutes(self, minutes: i64) -> Self {
        Self(self.0.saturating_sub(minutes.saturating_mul(60_000)))
    }

    /// Milliseconds from `earlier` to this instant; negative when `earlier` is in fact later.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// The same instant for chrono. What lies outside the years 1 to 9999 is moved to their nearer end.
    #[must_use]
    pub fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0.clamp(CIVIL_FIRST.0, CIVIL_LAST.0)).unwrap_or_default()
    }
}

impl Add<i64> for Millis {
    type Output = Self;
    /// Adds milliseconds.
    fn add(self, ms: i64) -> Self {
        self.plus_ms(ms)
    }
}

impl Sub<i64> for Millis {
    type Output = Self;
    /// Takes milliseconds away.
    fn sub(self, ms: i64) -> Self {
        Self(self.0.saturating_sub(ms))
    }
}

impl Sub for Millis {
    type Output = i64;
    /// Milliseconds between two instants, as [`Millis::since`].
    fn sub(self, earlier: Self) -> i64 {
        self.since(earlier)
    }
}

impl<T: chrono::TimeZone> From<DateTime<T>> for Millis {
    fn from(at: DateTime<T>) -> Self {
        Self(at.timestamp_millis())
    }
}

impl fmt::Display for Millis {
    /// RFC 3339 in UTC, without fractions: `2026-03-29T01:00:00Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.utc().to_rfc3339_opts(SecondsFormat::Secs, true))
    }
}
