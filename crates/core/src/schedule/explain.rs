// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

use super::plan::{DayBand, Lost, Start};
use super::types::Closure;
use super::{
    Audience, BandSource, BothLanguages, DayPlan, Holiday, Hours, Level, OfficeSchedule, OpeningRule, Pool, Recurrence,
    Slot,
};
use crate::ids::{ExceptionId, RuleId};
use crate::time::{Cell, CivilInstant, to_instant};

/// What is taken of a pool in a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Used {
    /// Bookings.
    pub bookings: u32,
    /// Persons of these bookings.
    pub persons: u32,
}

/// Why a time is free for an audience, or what decides that it is not. Every time of every day has exactly one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum Why {
    /// A booking for at least one person fits; of a walk-in, that person.
    Free {
        /// The slot.
        slot: Slot,
        /// Bookings that still fit.
        bookings_left: u32,
        /// Persons that still fit.
        persons_left: u32,
    },
    /// All places of the slot are taken.
    Full {
        /// The slot, with its places.
        slot: Slot,
        /// The most that is taken in one of its cells.
        used: Used,
    },
    /// The office is open, but no slot starts then.
    BetweenSlots {
        /// The band.
        source: BandSource,
        /// The start before.
        previous: NaiveTime,
        /// The next start of the band that is a slot; `None` after the last.
        next: Option<NaiveTime>,
    },
    /// The end of a band, too short for another slot.
    LeftOver {
        /// The band.
        source: BandSource,
        /// When the band ends.
        until: NaiveTime,
    },
    /// The office is open then, for others.
    NotForThisAudience {
        /// For whom.
        open_for: Vec<Audience>,
    },
    /// An exception closes the office.
    Closed {
        /// The exception.
        exception: ExceptionId,
        /// Its level.
        level: Level,
        /// Its hours, when it does not close the whole day.
        hours: Option<Hours>,
        /// The reason in Italian.
        reason_it: String,
        /// The reason in English.
        reason_en: String,
        /// What to do instead.
        what_to_do: Option<BothLanguages>,
    },
    /// Another band for the same audience takes the place of this one.
    Replaced {
        /// The one that counts.
        by: BandSource,
    },
    /// A holiday, or the summer suspension.
    Holiday {
        /// Which.
        holiday: Holiday,
    },
    /// The clocks change within what would be a slot.
    ClockChange {
        /// The civil hours that it would have had.
        hours: Hours,
    },
    /// The clocks jump over this time.
    NoSuchTime {
        /// The first civil time that does not exist.
        missing_from: NaiveDateTime,
        /// What the clocks show after the jump.
        missing_until: NaiveDateTime,
    },
    /// A rule would hold then, but not in this week or on this weekday of the month.
    NotThisWeek {
        /// The rule.
        rule: RuleId,
        /// When it holds.
        recurrence: Recurrence,
    },
    /// A rule would hold then, but begins later.
    NotValidYet {
        /// The rule.
        rule: RuleId,
        /// Its first date.
        from: NaiveDate,
    },
    /// A rule held then, and has ended.
    NotValidAnyMore {
        /// The rule.
        rule: RuleId,
        /// Its last date.
        until: NaiveDate,
    },
    /// This audience has hours on this date, at other times.
    OutsideHours {
        /// The end of its last hours before.
        since: Option<NaiveTime>,
        /// The beginning of its next hours.
        until: Option<NaiveTime>,
    },
    /// This audience has no hours on this weekday.
    NotThatWeekday {
        /// The ISO weekdays on which it has some; empty when it has none at all.
        open_on: Vec<u8>,
    },
}

/// One stretch of a band and why it is a slot or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explained {
    /// Its civil hours.
    pub hours: Hours,
    /// The share it belongs to.
    pub pool: Pool,
    /// The band.
    pub source: BandSource,
    /// Why.
    pub why: Why,
}

/// Why a civil time of a date is free for an audience or not. `used` tells what is taken of a pool in a cell.
#[must_use]
pub fn why(
    office: &OfficeSchedule,
    date: NaiveDate,
    time: NaiveTime,
    audience: Audience,
    used: impl Fn(Cell, Pool) -> Used,
) -> Why {
    DayPlan::new(office, date).why(time, audience, used)
}

/// Every stretch of every band that an audience could use on a date, by time, with its why. Empty when there is no
/// band at all: then [`why`] says the same at any time of the day.
#[must_use]
pub fn explain_day(
    office: &OfficeSchedule,
    date: NaiveDate,
    audience: Audience,
    used: impl Fn(Cell, Pool) -> Used,
) -> Vec<Explained> {
    let plan = DayPlan::new(office, date);
    let bands = audience.pools().iter().flat_map(|pool| plan.bands_of(*pool));
    let line = |day: &DayBand, start: &Start| Explained {
        hours: start.hours,
        pool: day.band.pool(),
        source: day.source,
        why: start.why(&used),
    };
    let mut lines: Vec<_> = bands.flat_map(|day| day.starts.iter().map(|start| line(day, start))).collect();
    lines.sort_by_key(|line| line.hours.from);
    lines
}

impl Why {
    /// The word for machines, as on the wire.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Free { .. } => "free",
            Self::Full { .. } => "full",
            Self::BetweenSlots { .. } => "between_slots",
            Self::LeftOver { .. } => "left_over",
            Self::NotForThisAudience { .. } => "not_for_this_audience",
            Self::Closed { .. } => "closed",
            Self::Replaced { .. } => "replaced",
            Self::Holiday { .. } => "holiday",
            Self::ClockChange { .. } => "clock_change",
            Self::NoSuchTime { .. } => "no_such_time",
            Self::NotThisWeek { .. } => "not_this_week",
            Self::NotValidYet { .. } => "not_valid_yet",
            Self::NotValidAnyMore { .. } => "not_valid_any_more",
            Self::OutsideHours { .. } => "outside_hours",
            Self::NotThatWeekday { .. } => "not_that_weekday",
        }
    }

    /// Whether there is a slot: it is free or full.
    #[must_use]
    pub const fn slot(&self) -> Option<&Slot> {
        match self {
            Self::Free { slot, .. } | Self::Full { slot, .. } => Some(slot),
            _ => None,
        }
    }

    /// Free or full, by the fullest of the slot's cells.
    pub(super) fn of_slot(slot: Slot, used: &impl Fn(Cell, Pool) -> Used) -> Self {
        let most = slot.cells().map(|cell| used(cell, slot.pool)).fold(Used::default(), |most, cell| Used {
            bookings: most.bookings.max(cell.bookings),
            persons: most.persons.max(cell.persons),
        });
        let bookings_left = u32::from(slot.desks).saturating_sub(most.bookings);
        let persons_left = u32::from(slot.persons).saturating_sub(most.persons);
        if bookings_left == 0 || persons_left == 0 {
            Self::Full { slot, used: most }
        } else {
            Self::Free { slot, bookings_left, persons_left }
        }
    }

    fn closed(closure: Closure<'_>) -> Self {
        Self::Closed {
            exception: closure.exception.id,
            level: closure.exception.level,
            hours: closure.exception.hours,
            reason_it: closure.reason_it.to_owned(),
            reason_en: closure.reason_en.to_owned(),
            what_to_do: closure.what_to_do.cloned(),
        }
    }
}

impl Start<'_> {
    fn why(&self, used: &impl Fn(Cell, Pool) -> Used) -> Why {
        match &self.fate {
            Ok(slot) => Why::of_slot(*slot, used),
            Err(Lost::Closed(closure)) => Why::closed(*closure),
            Err(Lost::Replaced { by }) => Why::Replaced { by: *by },
            Err(Lost::Holiday(holiday)) => Why::Holiday { holiday: holiday.clone() },
            Err(Lost::ClockChange) => Why::ClockChange { hours: self.hours },
        }
    }
}

impl DayPlan<'_> {
    /// Why a civil time of the day is free for an audience or not, as [`why`].
    ///
    /// What speaks about the very time comes first: a slot, or what took it; then the band around it, then the bands
    /// of others. Only then what closes the day, and last the rules that do not hold.
    #[must_use]
    pub fn why(&self, time: NaiveTime, audience: Audience, used: impl Fn(Cell, Pool) -> Used) -> Why {
        self.no_such_time(time)
            .or_else(|| self.start_at(time, audience, &used))
            .or_else(|| self.around(time, audience))
            .or_else(|| self.for_others(time, audience))
            .or_else(|| self.closed_at(time))
            .or_else(|| self.holiday(audience))
            .or_else(|| self.rule_not_in_force(audience, |rule| rule.band.hours().contain(time)))
            .or_else(|| self.outside_hours(time, audience))
            .or_else(|| self.rule_not_in_force(audience, |_| true))
            .unwrap_or_else(|| self.not_that_weekday(audience))
    }

    fn no_such_time(&self, time: NaiveTime) -> Option<Why> {
        match to_instant(self.office.zone, self.date.and_time(time)) {
            CivilInstant::Gap { missing_from, missing_until, .. } => {
                Some(Why::NoSuchTime { missing_from, missing_until })
            }
            CivilInstant::One(_) | CivilInstant::Fold { .. } => None,
        }
    }

    /// The slot that starts then, or what took it: a free one before a full one, that before a lost one. A walk-in
    /// asks for the stretch that the time is in.
    fn start_at(&self, time: NaiveTime, audience: Audience, used: &impl Fn(Cell, Pool) -> Used) -> Option<Why> {
        let starts = self.bands_for(audience).filter_map(|day| day.start_asked_for(time));
        let answers = starts.map(|start| start.why(used));
        let rank = |why: &Why| match why {
            Why::Free { .. } => 0,
            Why::Full { .. } => 1,
            Why::Replaced { .. } => 3,
            _ => 2,
        };
        // `min_by_key` keeps the first of equals: the audience's own share.
        let best = answers.min_by_key(rank)?;
        match best {
            Why::Replaced { .. } => self.around(time, audience).or(Some(best)),
            _ => Some(best),
        }
    }

    /// The band that is open around the time, though none of its stretches starts then.
    fn around(&self, time: NaiveTime, audience: Audience) -> Option<Why> {
        let open = |day: &&DayBand| day.is_open_at(time) && day.start_asked_for(time).is_none();
        let day = self.bands_for(audience).find(open)?;
        let before = day.starts.iter().rfind(|start| start.hours.from <= time);
        let Some(before) = before.filter(|start| start.hours.contain(time)) else {
            return Some(Why::LeftOver { source: day.source, until: day.band.to });
        };
        let next = day.starts.iter().find(|start| start.hours.from > time && start.fate.is_ok());
        Some(Why::BetweenSlots {
            source: day.source,
            previous: before.hours.from,
            next: next.map(|start| start.hours.from),
        })
    }

    fn for_others(&self, time: NaiveTime, audience: Audience) -> Option<Why> {
        let others = self.bands.iter().filter(|day| !day.band.pool().serves(audience) && day.is_open_at(time));
        let mut open_for: Vec<Audience> = others.map(|day| day.band.audience).collect();
        open_for.sort();
        open_for.dedup();
        (!open_for.is_empty()).then_some(Why::NotForThisAudience { open_for })
    }

    fn closed_at(&self, time: NaiveTime) -> Option<Why> {
        let at = self.exceptions.iter().filter(|exception| exception.hours.is_none_or(|hours| hours.contain(time)));
        at.into_iter().find_map(|exception| exception.closure()).map(Why::closed)
    }

    fn holiday(&self, audience: Audience) -> Option<Why> {
        let pool = audience.pools().first()?;
        self.office.holidays.for_pool(self.date, *pool).map(|holiday| Why::Holiday { holiday })
    }

    /// A rule of this weekday that would matter, if it held in this week and were valid on this date.
    fn rule_not_in_force(&self, audience: Audience, matters: impl Fn(&OpeningRule) -> bool) -> Option<Why> {
        let rules: Vec<&OpeningRule> = self
            .office
            .rules
            .iter()
            .filter(|rule| self.office.is_mine(rule) && rule.band.pool().serves(audience))
            .filter(|rule| rule.is_weekday_of(self.date) && matters(rule))
            .filter(|rule| !self.office.is_superseded(rule, self.date))
            .collect();
        let this_week = rules.iter().find(|rule| rule.is_valid_on(self.date) && !rule.falls_on(self.date));
        let yet = rules.iter().filter(|rule| rule.valid_from > self.date).min_by_key(|rule| rule.valid_from);
        let ended = rules.iter().filter_map(|rule| Some((rule.valid_until?, rule.id)));
        let ended = ended.filter(|(until, _)| *until < self.date).max();
        this_week
            .map(|rule| Why::NotThisWeek { rule: rule.id, recurrence: rule.recurrence })
            .or_else(|| yet.map(|rule| Why::NotValidYet { rule: rule.id, from: rule.valid_from }))
            .or_else(|| ended.map(|(until, rule)| Why::NotValidAnyMore { rule, until }))
    }

    fn outside_hours(&self, time: NaiveTime, audience: Audience) -> Option<Why> {
        let mut mine = self.bands_for(audience).map(|day| day.band.hours()).peekable();
        mine.peek()?;
        let (mut since, mut until) = (None, None);
        for hours in mine {
            if hours.to <= time {
                since = since.max(Some(hours.to));
            } else if hours.from > time {
                until = Some(until.map_or(hours.from, |until: NaiveTime| until.min(hours.from)));
            }
        }
        Some(Why::OutsideHours { since, until })
    }

    fn not_that_weekday(&self, audience: Audience) -> Why {
        let rules = self.office.rules.iter().filter(|rule| self.office.is_mine(rule) && rule.is_valid_on(self.date));
        let rules = rules.filter(|rule| !self.office.is_superseded(rule, self.date));
        let mut open_on: Vec<u8> =
            rules.filter(|rule| rule.band.pool().serves(audience)).map(|rule| rule.weekday).collect();
        open_on.sort_unstable();
        open_on.dedup();
        Why::NotThatWeekday { open_on }
    }

    fn bands_for(&self, audience: Audience) -> impl Iterator<Item = &DayBand<'_>> {
        audience.pools().iter().flat_map(|pool| self.bands_of(*pool))
    }
}
