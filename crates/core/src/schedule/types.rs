// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use chrono::{Datelike, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::{Audience, Dates, HolidayCalendar, Hours, Pool, Recurrence};
use crate::ids::{ExceptionId, OfficeId, RuleId, SiteId};
use crate::time::{Millis, Zone};

/// Everything that decides when one office may be visited. Rules and exceptions of other offices and sites may be in
/// the lists: they are passed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeSchedule {
    /// The office.
    pub office: OfficeId,
    /// The building it is in.
    pub site: SiteId,
    /// The time zone of that building.
    pub zone: Zone,
    /// The weekly rules, all versions of each.
    pub rules: Vec<OpeningRule>,
    /// Closures, extraordinary openings and changes of capacity, of the court, the site and the office.
    pub exceptions: Vec<ScheduleException>,
    /// Public holidays and the local choices about them.
    pub holidays: HolidayCalendar,
}

/// Hours of a weekday on which an office receives one audience (Orario di ricevimento).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningRule {
    /// The rule; all its versions share it.
    pub id: RuleId,
    /// Grows by one with each change; on each date the highest version valid on it counts.
    pub version: u32,
    /// Whose hours these are.
    pub office: OfficeId,
    /// ISO weekday: 1 Monday to 7 Sunday.
    pub weekday: u8,
    /// On which of these weekdays.
    #[serde(default)]
    pub recurrence: Recurrence,
    /// The hours, the places and for whom.
    #[serde(flatten)]
    pub band: Band,
    /// The first date on which the rule holds.
    pub valid_from: NaiveDate,
    /// The last date on which it holds; `None` for no end.
    #[serde(default)]
    pub valid_until: Option<NaiveDate>,
}

/// A stretch of a day, cut into slots of one length, for one audience.
///
/// A band for walk-ins is not cut into starts: who comes within it may be admitted. Its slots are the grain in which
/// its places are counted, and the last may be shorter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// Civil time of the first start, on a multiple of five minutes.
    pub from: NaiveTime,
    /// Civil time at which the band ends, on a multiple of five minutes, the same day.
    pub to: NaiveTime,
    /// Length of a slot in minutes, a multiple of five.
    pub slot_minutes: u16,
    /// Minutes at the end that make no slot: stated by whoever enters the band, so that they are no surprise.
    #[serde(default)]
    pub remainder_minutes: u16,
    /// Bookings at the same time.
    pub desks: u16,
    /// Persons at the same time, over all bookings of a slot.
    pub persons_per_slot: u16,
    /// For whom.
    pub audience: Audience,
}

/// A departure from rules and holidays (Chiusura / apertura straordinaria).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScheduleException {
    /// The exception.
    pub id: ExceptionId,
    /// For the whole court, a site or an office.
    pub level: Level,
    /// On which days.
    pub dates: Dates,
    /// Only between these civil times; `None` for the whole day. An opening has the hours of its band instead.
    #[serde(default)]
    pub hours: Option<Hours>,
    /// What it does.
    pub effect: Effect,
    /// When it was announced. Of two of the same level the later one counts.
    pub announced_at: Millis,
}

/// How far an exception reaches, in growing rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "of", content = "id")]
pub enum Level {
    /// Every office of the court.
    Court,
    /// Every office of a site.
    Site(SiteId),
    /// One office.
    Office(OfficeId),
}

/// What an exception does to a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Effect {
    /// Nobody is received.
    Closed {
        /// Why, in Italian, for the people who come.
        reason_it: String,
        /// Why, in English.
        reason_en: String,
        /// Where to go or what to do instead, if there is something.
        #[serde(default)]
        what_to_do: Option<BothLanguages>,
    },
    /// One audience is received although, or where, it usually is not.
    Opened(Band),
    /// More or fewer places than the bands say.
    Capacity {
        /// Bookings at the same time.
        desks: u16,
        /// Persons at the same time.
        persons_per_slot: u16,
        /// Only in the bands of this audience; `None` for all bands.
        #[serde(default)]
        audience: Option<Audience>,
    },
}

/// A sentence that a court wrote for people, in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BothLanguages {
    /// Italian.
    pub it: String,
    /// English.
    pub en: String,
}

/// What a closing exception says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Closure<'a> {
    pub(super) exception: &'a ScheduleException,
    pub(super) reason_it: &'a str,
    pub(super) reason_en: &'a str,
    pub(super) what_to_do: Option<&'a BothLanguages>,
}

/// Where a band comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum BandSource {
    /// A weekly rule.
    Rule {
        /// The rule.
        id: RuleId,
        /// Its version that counts on the day.
        version: u32,
    },
    /// An extraordinary opening.
    Exception {
        /// The exception.
        id: ExceptionId,
    },
}

impl OfficeSchedule {
    /// The rules of this office that hold on a date, one version of each.
    pub fn rules_on(&self, date: NaiveDate) -> impl Iterator<Item = &OpeningRule> {
        self.rules.iter().filter(move |rule| {
            self.is_mine(rule) && rule.falls_on(date) && rule.is_valid_on(date) && !self.is_superseded(rule, date)
        })
    }

    /// The exceptions of this office, its site and its court that speak about a date, the one that counts most first.
    #[must_use]
    pub fn exceptions_on(&self, date: NaiveDate) -> Vec<&ScheduleException> {
        let mut found: Vec<_> = self
            .exceptions
            .iter()
            .filter(|exception| exception.level.reaches(self.office, self.site) && exception.dates.contain(date))
            .collect();
        found.sort_by_key(|exception| std::cmp::Reverse(exception.rank()));
        found
    }

    pub(super) fn is_mine(&self, rule: &OpeningRule) -> bool {
        rule.office == self.office
    }

    /// Whether a higher version of the rule is valid on the date; it then counts even if it moved to another weekday.
    pub(super) fn is_superseded(&self, rule: &OpeningRule, date: NaiveDate) -> bool {
        self.rules.iter().any(|other| {
            self.is_mine(other) && other.id == rule.id && other.version > rule.version && other.is_valid_on(date)
        })
    }
}

impl OpeningRule {
    /// Whether the date is within the validity of the rule.
    #[must_use]
    pub fn is_valid_on(&self, date: NaiveDate) -> bool {
        self.valid_from <= date && self.valid_until.is_none_or(|until| date <= until)
    }

    /// Whether the date has the weekday and the recurrence of the rule.
    #[must_use]
    pub fn falls_on(&self, date: NaiveDate) -> bool {
        self.is_weekday_of(date) && self.recurrence.holds_on(date)
    }

    /// Whether the date has the weekday of the rule.
    #[must_use]
    pub fn is_weekday_of(&self, date: NaiveDate) -> bool {
        date.weekday().number_from_monday() == u32::from(self.weekday)
    }

    pub(super) fn source(&self) -> BandSource {
        BandSource::Rule { id: self.id, version: self.version }
    }
}

impl Band {
    /// The civil hours of the band.
    #[must_use]
    pub const fn hours(&self) -> Hours {
        Hours { from: self.from, to: self.to }
    }

    /// The pool that its places belong to.
    #[must_use]
    pub const fn pool(&self) -> Pool {
        Pool(self.audience)
    }
}

impl ScheduleException {
    /// What it is sorted by: level, then announcement, then id.
    pub(super) fn rank(&self) -> (u8, Millis, ExceptionId) {
        let level = match self.level {
            Level::Court => 1,
            Level::Site(_) => 2,
            Level::Office(_) => 3,
        };
        (level, self.announced_at, self.id)
    }

    pub(super) fn closure(&self) -> Option<Closure<'_>> {
        let Effect::Closed { reason_it, reason_en, what_to_do } = &self.effect else { return None };
        Some(Closure { exception: self, reason_it, reason_en, what_to_do: what_to_do.as_ref() })
    }

    /// Whether it says anything about some minute of these hours.
    pub(super) fn touches(&self, hours: Hours) -> bool {
        let mine = match &self.effect {
            Effect::Opened(band) => Some(band.hours()),
            Effect::Closed { .. } | Effect::Capacity { .. } => self.hours,
        };
        mine.is_none_or(|mine| mine.overlaps(hours))
    }
}

impl Level {
    /// Whether an exception of this level reaches an office of a site.
    #[must_use]
    pub fn reaches(self, office: OfficeId, site: SiteId) -> bool {
        match self {
            Self::Court => true,
            Self::Site(id) => id == site,
            Self::Office(id) => id == office,
        }
    }
}
