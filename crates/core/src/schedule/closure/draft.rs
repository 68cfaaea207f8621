// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::ids::ExceptionId;
use crate::schedule::{
    Audience, BandFault, BothLanguages, Dates, DayPlan, Effect, Hours, Level, OfficeSchedule, Pool, ScheduleException,
    ScheduleFault, validate::check_exception,
};
use crate::time::Millis;

/// Characters of a reason, at most.
const REASON: u32 = 240;
/// Days of a range, at most: two years.
const DAYS: i64 = 731;
/// Days ahead in which a draft is looked at for doing anything.
const LOOKED_AT: usize = 366;

/// An exception that somebody wants, not saved yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The exception whose place it takes.
    #[serde(default)]
    pub replaces: Option<ExceptionId>,
    /// What it says; `None` lifts the one that it replaces.
    #[serde(default)]
    pub wanted: Option<Wanted>,
}

/// What an exception that somebody wants says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// For the whole court, a site or an office.
    pub level: Level,
    /// On which days.
    pub dates: Dates,
    /// Only between these civil times; `None` for the whole day.
    #[serde(default)]
    pub hours: Option<Hours>,
    /// What it does.
    pub effect: Effect,
}

/// What is wrong with a draft; nothing of it may be saved then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftFault {
    /// Nothing is wanted, and nothing replaced.
    Empty,
    /// There is no such exception, or it is replaced already.
    NoSuch,
    /// There is no such site or office.
    NoSuchPlace,
    /// Its last day has gone by.
    Past {
        /// That day.
        last: NaiveDate,
    },
    /// Its first day has gone by: days that were are not changed.
    Begun {
        /// That day.
        first: NaiveDate,
    },
    /// It ends before it begins.
    RangeReversed,
    /// It is longer than two years.
    RangeTooLong,
    /// Its hours end before they begin, or as they begin.
    HoursReversed,
    /// A time that is not a multiple of five minutes.
    OffTheGrid {
        /// The time.
        time: NaiveTime,
    },
    /// An opening with hours beside those of its band.
    HoursBesideBand,
    /// A closure that does not say why in Italian.
    NoReasonIt,
    /// A closure that does not say why in English.
    NoReasonEn,
    /// A text that is too long.
    TooLong {
        /// The field.
        field: &'static str,
        /// Characters, at most.
        most: u32,
    },
    /// The band of an opening cannot be.
    Band(BandFault),
    /// The places of a capacity cannot be.
    Places(BandFault),
}

/// What is told about a draft that may be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftHint {
    /// Nobody is received then anyway: hours, holidays or another closure say so.
    ClosedAnyway,
    /// No slot and no place changes by it.
    ChangesNothing,
}

impl DraftFault {
    /// The word for machines.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NoSuch => "no_such",
            Self::NoSuchPlace => "no_such_place",
            Self::Past { .. } => "past",
            Self::Begun { .. } => "begun",
            Self::RangeReversed => "range_reversed",
            Self::RangeTooLong => "range_too_long",
            Self::HoursReversed => "hours_reversed",
            Self::OffTheGrid { .. } => "off_the_grid",
            Self::HoursBesideBand => "hours_beside_band",
            Self::NoReasonIt => "no_reason_it",
            Self::NoReasonEn => "no_reason_en",
            Self::TooLong { .. } => "too_long",
            Self::Band(fault) | Self::Places(fault) => fault.code(),
        }
    }

    /// The field that it is about, as on the wire.
    #[must_use]
    pub const fn field(&self) -> &'static str {
        match self {
            Self::Empty => "effect",
            Self::NoSuch => "replaces",
            Self::NoSuchPlace => "level",
            Self::Past { .. } | Self::Begun { .. } | Self::RangeReversed | Self::RangeTooLong => "dates",
            Self::HoursReversed | Self::OffTheGrid { .. } | Self::HoursBesideBand => "hours",
            Self::NoReasonIt => "reason_it",
            Self::NoReasonEn => "reason_en",
            Self::TooLong { field, .. } => field,
            Self::Band(fault) | Self::Places(fault) => match fault {
                BandFault::FromNotBeforeTo { .. } => "to",
                BandFault::OffTheGrid { .. } => "from",
                BandFault::SlotOffTheGrid { .. }
                | BandFault::SlotLongerThanBand { .. }
                | BandFault::RemainderNotStated { .. } => "slot_minutes",
                BandFault::NoDesks => "desks",
                BandFault::FewerPersonsThanDesks { .. } => "persons",
            },
        }
    }
}

impl Wanted {
    fn exception(&self, id: ExceptionId, announced_at: Millis) -> ScheduleException {
        let (level, dates, hours, effect) = (self.level, self.dates, self.hours, self.effect.clone());
        ScheduleException { id, level, dates, hours, effect, announced_at }
    }

    fn faults(&self, today: NaiveDate) -> Vec<DraftFault> {
        let mut said = Vec::new();
        check_exception(&self.exception(ExceptionId(0), Millis(0)), &mut said);
        let mut faults: Vec<DraftFault> = said.iter().filter_map(|fault| self.told(fault)).flatten().collect();
        let (first, last) = match self.dates {
            Dates::Day { date } => (Some(date), Some(date)),
            Dates::Range { from, to } => (Some(from), Some(to)),
            Dates::EveryYear { .. } => (None, None),
        };
        if let (Some(first), Some(last)) = (first, last) {
            if last < today {
                faults.push(DraftFault::Past { last });
            } else if first < today && first <= last {
                faults.push(DraftFault::Begun { first });
            } else if (last - first).num_days() > DAYS {
                faults.push(DraftFault::RangeTooLong);
            }
        }
        if let Effect::Closed { reason_it, reason_en, what_to_do } = &self.effect {
            let (it, en) = what_to_do.as_ref().map_or(("", ""), |BothLanguages { it, en }| (it.as_str(), en.as_str()));
            let texts = [("reason_it", reason_it.as_str()), ("reason_en", reason_en), ("what_to_do_it", it)];
            for (field, text) in texts.into_iter().chain([("what_to_do_en", en)]) {
                if text.chars().count() > REASON as usize {
                    faults.push(DraftFault::TooLong { field, most: REASON });
                }
            }
        }
        faults
    }

    /// The same in the words of a draft, which has no number yet.
    fn told(&self, fault: &ScheduleFault) -> Option<Vec<DraftFault>> {
        Some(match fault {
            ScheduleFault::RangeReversed { .. } => vec![DraftFault::RangeReversed],
            ScheduleFault::HoursReversed { .. } => vec![DraftFault::HoursReversed],
            ScheduleFault::HoursOffTheGrid { time, .. } => vec![DraftFault::OffTheGrid { time: *time }],
            ScheduleFault::HoursBesideBand { .. } => vec![DraftFault::HoursBesideBand],
            ScheduleFault::Opening { fault, .. } => vec![DraftFault::Band(*fault)],
            ScheduleFault::Places { fault, .. } => vec![DraftFault::Places(*fault)],
            ScheduleFault::NoReason { .. } => {
                let Effect::Closed { reason_it, reason_en, .. } = &self.effect else { return None };
                let missing = [(reason_it, DraftFault::NoReasonIt), (reason_en, DraftFault::NoReasonEn)];
                missing.into_iter().filter(|(text, _)| text.trim().is_empty()).map(|(_, fault)| fault).collect()
            }
            _ => return None,
        })
    }
}

impl Draft {
    /// All that is wrong with it in itself, on a day.
    #[must_use]
    pub fn faults(&self, today: NaiveDate) -> Vec<DraftFault> {
        match (&self.wanted, self.replaces) {
            (Some(wanted), _) => wanted.faults(today),
            (None, None) => vec![DraftFault::Empty],
            (None, Some(_)) => Vec::new(),
        }
    }

    /// Whether an office would have another schedule by it.
    #[must_use]
    pub fn reaches(&self, office: &OfficeSchedule) -> bool {
        self.replaced_in(office).is_some()
            || self.wanted.as_ref().is_some_and(|wanted| wanted.level.reaches(office.office, office.site))
    }

    /// The exception that it replaces, where an office has it.
    #[must_use]
    pub fn replaced_in<'a>(&self, office: &'a OfficeSchedule) -> Option<&'a ScheduleException> {
        let id = self.replaces?;
        office.exceptions.iter().find(|exception| exception.id == id)
    }

    /// The schedule of an office with the draft in it, under a number that it would get.
    #[must_use]
    pub fn applied(&self, office: &OfficeSchedule, id: ExceptionId, now: Millis) -> OfficeSchedule {
        let wanted = self.wanted.as_ref().filter(|wanted| wanted.level.reaches(office.office, office.site));
        let new = wanted.map(|wanted| wanted.exception(id, now));
        let mut after = office.clone();
        let place = self.replaces.and_then(|old| after.exceptions.iter().position(|exception| exception.id == old));
        match (place, new) {
            (Some(place), Some(new)) => after.exceptions[place] = new,
            (Some(place), None) => drop(after.exceptions.remove(place)),
            (None, Some(new)) => after.exceptions.push(new),
            (None, None) => {}
        }
        after
    }

    /// What should be told of it, though it may be saved. `offices` are schedules without and with it.
    #[must_use]
    pub fn hint(&self, offices: &[(&OfficeSchedule, &OfficeSchedule)], today: NaiveDate) -> Option<DraftHint> {
        let wanted = self.wanted.as_ref()?;
        let closes = matches!(wanted.effect, Effect::Closed { .. });
        let mut dates = today.iter_days().take(LOOKED_AT).filter(|date| wanted.dates.contain(*date)).peekable();
        // What speaks of days that are further ahead is not looked at.
        dates.peek()?;
        let differs = |date: NaiveDate| {
            offices.iter().any(|(before, after)| {
                let (before, after) = (DayPlan::new(before, date), DayPlan::new(after, date));
                let slots = |plan: &DayPlan<'_>| {
                    let of = |pool: Pool| plan.slots_of(pool).map(|slot| (slot.start, slot.end, slot.capacity()));
                    Audience::EVERY.map(|audience| of(Pool(audience)).collect::<Vec<_>>())
                };
                before.opening_hours() != after.opening_hours() || slots(&before) != slots(&after)
            })
        };
        let hint = if closes { DraftHint::ClosedAnyway } else { DraftHint::ChangesNothing };
        (!dates.any(differs)).then_some(hint)
    }
}
