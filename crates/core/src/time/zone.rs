// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use std::fmt;
use std::str::FromStr;

use chrono::{Days, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Millis;
use super::instant::{CIVIL_FIRST, CIVIL_LAST};

/// The time zone of a site, written as its IANA name (`Europe/Rome`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone(Tz);

/// A name that is not in the IANA list of time zones.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("\"{0}\" is not the IANA name of a time zone, such as Europe/Rome")]
pub struct UnknownZone(
    /// What was written instead.
    pub String,
);

/// What a civil time means as an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CivilInstant {
    /// The usual case: it comes once.
    One(Millis),
    /// The clocks jump over it.
    Gap {
        /// The first civil time that does not exist.
        missing_from: NaiveDateTime,
        /// The civil time that the clocks show right after the jump.
        missing_until: NaiveDateTime,
        /// The instant of the jump.
        at: Millis,
    },
    /// The clocks are put back and it comes twice.
    Fold {
        /// The first time round.
        earlier: Millis,
        /// The second time round.
        later: Millis,
    },
}

/// A civil time that the clocks of a site jump over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{wanted} does not exist in {zone}: the clocks go from {missing_from} to {missing_until}")]
pub struct NotOnTheClock {
    /// The zone of the site.
    pub zone: Zone,
    /// What was asked for.
    pub wanted: NaiveDateTime,
    /// The first civil time that does not exist.
    pub missing_from: NaiveDateTime,
    /// The civil time that the clocks show right after the jump.
    pub missing_until: NaiveDateTime,
}

impl Zone {
    /// The default of every site.
    pub const ROME: Self = Self(Tz::Europe__Rome);

    /// The IANA name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// Milliseconds that the clocks of this zone are ahead of UTC at an instant.
    fn ahead_ms(self, at: Millis) -> i64 {
        i64::from(self.0.offset_from_utc_datetime(&at.utc().naive_utc()).fix().local_minus_utc()) * 1_000
    }
}

impl Default for Zone {
    fn default() -> Self {
        Self::ROME
    }
}

impl FromStr for Zone {
    type Err = UnknownZone;
    fn from_str(name: &str) -> Result<Self, UnknownZone> {
        Tz::from_str(name).map(Self).map_err(|_| UnknownZone(name.to_owned()))
    }
}

impl TryFrom<String> for Zone {
    type Error = UnknownZone;
    fn try_from(name: String) -> Result<Self, UnknownZone> {
        name.parse()
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.name().to_owned()
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What the clocks of the zone show at an instant. Outside the years 1 to 9999 it stops at their nearer end.
#[must_use]
pub fn civil(zone: Zone, at: Millis) -> NaiveDateTime {
    at.utc().with_timezone(&zone.0).naive_local()
}

/// The instant, or instants, at which the clocks of the zone show a civil time. Outside the years 1 to 9999 it stops
/// at their nearer end.
#[must_use]
pub fn to_instant(zone: Zone, wanted: NaiveDateTime) -> CivilInstant {
    let wanted = wanted.clamp(CIVIL_FIRST.utc().naive_utc(), CIVIL_LAST.utc().naive_utc());
    match zone.0.from_local_datetime(&wanted) {
        LocalResult::Single(at) => CivilInstant::One(at.into()),
        LocalResult::Ambiguous(one, other) => {
            let (one, other) = (Millis::from(one), Millis::from(other));
            CivilInstant::Fold { earlier: one.min(other), later: one.max(other) }
        }
        LocalResult::None => gap_around(zone, wanted),
    }
}

/// The instant of a civil time that must exist. Of a time that comes twice the first counts.
///
/// # Errors
/// A time that the clocks jump over is refused: nobody can be asked to come then.
pub fn resolve(zone: Zone, wanted: NaiveDateTime) -> Result<Millis, NotOnTheClock> {
    match to_instant(zone, wanted) {
        CivilInstant::One(at) | CivilInstant::Fold { earlier: at, .. } => Ok(at),
        CivilInstant::Gap { missing_from, missing_until, .. } => {
            Err(NotOnTheClock { zone, wanted, missing_from, missing_until })
        }
    }
}

/// The instant from which a civil time has been reached. Of a time that comes twice the first counts; a time that the
/// clocks jump over has been reached at the jump (02:30 on a spring Sunday gives the instant of 03:00).
#[must_use]
pub fn resolve_forward(zone: Zone, wanted: NaiveDateTime) -> Millis {
    match to_instant(zone, wanted) {
        CivilInstant::One(at) | CivilInstant::Fold { earlier: at, .. } | CivilInstant::Gap { at, .. } => at,
    }
}

/// The first instant of a civil day and the first after it: 24 hours apart, on days of clock change 23 or 25. A day
/// that a zone never had (Samoa, 30 December 2011) starts and ends at the same instant.
#[must_use]
pub fn day_bounds(zone: Zone, date: NaiveDate) -> (Millis, Millis) {
    let start_of = |date: NaiveDate| resolve_forward(zone, date.and_time(NaiveTime::MIN));
    let start = start_of(date);
    let end = date.checked_add_days(Days::new(1)).map_or(start, start_of);
    (start, end)
}

/// The jump that a missing civil time falls into, found by halving the two days around it.
fn gap_around(zone: Zone, wanted: NaiveDateTime) -> CivilInstant {
    let as_utc = Millis(wanted.and_utc().timestamp_millis());
    // The last instant known to be before the jump, and the first known to be after: no zone is 26 hours off UTC.
    let (mut before, mut after) = (as_utc.plus_minutes(-26 * 60), as_utc.plus_minutes(26 * 60));
    while after.since(before) > 1 {
        let middle = before.plus_ms(after.since(before) / 2);
        if middle.0.saturating_add(zone.ahead_ms(middle)) < as_utc.0 { before = middle } else { after = middle }
    }
    let shown = |ahead_ms: i64| wanted + TimeDelta::milliseconds(after.0.saturating_add(ahead_ms) - as_utc.0);
    CivilInstant::Gap {
        missing_from: shown(zone.ahead_ms(before)),
        missing_until: shown(zone.ahead_ms(after)),
        at: after,
    }
}
