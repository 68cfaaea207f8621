// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use thiserror::Error;

use super::{Audience, Band, Dates, Effect, Hours, OfficeSchedule, OpeningRule, Recurrence, ScheduleException};
use crate::ids::{ExceptionId, RuleId};
use crate::time::CELL_MINUTES;

/// How far ahead two rules are looked at for a date that both want: more than 52 times 51 weeks, after which any two
/// recurrences of whole weeks repeat.
const WEEKS_AHEAD: usize = 53 * 52;

/// What is wrong with a schedule, told before it is saved.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ScheduleFault {
    /// The hours or places of a rule cannot be.
    #[error("rule {rule} version {version}: {fault}")]
    Rule {
        /// The rule.
        rule: RuleId,
        /// Its version.
        version: u32,
        /// What is wrong.
        fault: BandFault,
    },
    /// The hours or places of an extraordinary opening cannot be.
    #[error("exception {exception}: {fault}")]
    Opening {
        /// The exception.
        exception: ExceptionId,
        /// What is wrong.
        fault: BandFault,
    },
    /// A weekday is not 1 to 7.
    #[error("rule {rule}: {weekday} is not a weekday, 1 is Monday and 7 Sunday")]
    WeekdayOutOfRange {
        /// The rule.
        rule: RuleId,
        /// What was entered.
        weekday: u8,
    },
    /// A rule for Sundays, while every Sunday is kept as a holiday: it would never open.
    #[error("rule {rule} is for Sundays, which are kept as holidays: enter an extraordinary opening instead")]
    NeverOnSundays {
        /// The rule.
        rule: RuleId,
    },
    /// A rule for every n-th week with n out of range.
    #[error("rule {rule}: every {n} weeks is not between every 2 and every 52 weeks")]
    WeeksOutOfRange {
        /// The rule.
        rule: RuleId,
        /// What was entered.
        n: u8,
    },
    /// A rule that ends before it begins.
    #[error("rule {rule} is valid from {from} but only until {until}")]
    ValidityReversed {
        /// The rule.
        rule: RuleId,
        /// Its first date.
        from: NaiveDate,
        /// Its last date.
        until: NaiveDate,
    },
    /// Two rules with the same id and version.
    #[error("rule {rule} has version {version} twice")]
    SameVersionTwice {
        /// The rule.
        rule: RuleId,
        /// The version.
        version: u32,
    },
    /// Two rules for the same audience overlap: their places would be counted in one share.
    #[error("rules {one} and {other} overlap for the same audience ({}), first on {first_date}", audience.code())]
    BandsOverlap {
        /// One rule.
        one: RuleId,
        /// The other.
        other: RuleId,
        /// The audience of both.
        audience: Audience,
        /// The first date on which both hold.
        first_date: NaiveDate,
    },
    /// Two exceptions with the same id.
    #[error("there are two exceptions {exception}")]
    SameExceptionTwice {
        /// The id of both.
        exception: ExceptionId,
    },
    /// A range of days that ends before it begins.
    #[error("exception {exception} is from {from} but only to {to}")]
    RangeReversed {
        /// The exception.
        exception: ExceptionId,
        /// Its first day.
        from: NaiveDate,
        /// Its last day.
        to: NaiveDate,
    },
    /// Hours that end before they begin, or end as they begin.
    #[error("exception {exception}: its hours must begin before they end")]
    HoursReversed {
        /// The exception.
        exception: ExceptionId,
    },
    /// Hours off the grid of five minutes.
    #[error("exception {exception}: {time} is not a multiple of five minutes")]
    HoursOffTheGrid {
        /// The exception.
        exception: ExceptionId,
        /// The time.
        time: NaiveTime,
    },
    /// An extraordinary opening with hours beside those of its band.
    #[error("exception {exception} opens: its hours are those of its band, no others")]
    HoursBesideBand {
        /// The exception.
        exception: ExceptionId,
    },
    /// A closure that does not say why, in both languages.
    #[error("exception {exception} closes: people must be told why, in Italian and in English")]
    NoReason {
        /// The exception.
        exception: ExceptionId,
    },
    /// A change of capacity to nothing, or to fewer persons than desks.
    #[error("exception {exception}: {fault}")]
    Places {
        /// The exception.
        exception: ExceptionId,
        /// What is wrong.
        fault: BandFault,
    },
}

/// What is wrong with the hours or places of a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BandFault {
    /// It ends before it begins, or as it begins.
    #[error("{from} is not before {to}")]
    FromNotBeforeTo {
        /// Its beginning.
        from: NaiveTime,
        /// Its end.
        to: NaiveTime,
    },
    /// A time off the grid of five minutes.
    #[error("{time} is not a multiple of five minutes")]
    OffTheGrid {
        /// The time.
        time: NaiveTime,
    },
    /// A slot of no length, or one that is not a multiple of five minutes.
    #[error("a slot of {minutes} minutes is not a multiple of five minutes")]
    SlotOffTheGrid {
        /// The length.
        minutes: u16,
    },
    /// A slot longer than the band.
    #[error("a slot of {slot_minutes} minutes does not fit into {band_minutes} minutes")]
    SlotLongerThanBand {
        /// The length of the slot.
        slot_minutes: u16,
        /// The length of the band.
        band_minutes: u16,
    },
    /// Minutes left over at the end are not those that were stated.
    #[error("{left_over} minutes are left over at the end, stated were {stated}")]
    RemainderNotStated {
        /// What is left over.
        left_over: u16,
        /// What was stated.
        stated: u16,
    },
    /// No desks.
    #[error("there must be at least one desk")]
    NoDesks,
    /// Fewer persons than desks: some desk could never be used.
    #[error("{persons} persons are fewer than {desks} desks")]
    FewerPersonsThanDesks {
        /// Persons at the same time.
        persons: u16,
        /// Bookings at the same time.
        desks: u16,
    },
}

/// All that is wrong with a schedule, rules first; empty when it may be saved. Rules of other offices are passed over.
#[must_use]
pub fn validate(office: &OfficeSchedule) -> Vec<ScheduleFault> {
    let rules: Vec<&OpeningRule> = office.rules.iter().filter(|rule| office.is_mine(rule)).collect();
    let mut faults: Vec<ScheduleFault> = Vec::new();
    let mut versions = HashSet::new();
    for rule in &rules {
        if !versions.insert((rule.id, rule.version)) {
            faults.push(ScheduleFault::SameVersionTwice { rule: rule.id, version: rule.version });
        }
        check_rule(office, rule, &mut faults);
    }
    for (n, one) in rules.iter().enumerate() {
        let later = rules[n + 1..].iter().filter(|other| may_overlap(one, other));
        faults.extend(later.filter_map(|other| {
            let first_date = first_common_date(office, one, other)?;
            let audience = one.band.audience;
            Some(ScheduleFault::BandsOverlap { one: one.id, other: other.id, audience, first_date })
        }));
    }
    let mut ids = HashSet::new();
    for exception in &office.exceptions {
        if !ids.insert(exception.id) {
            faults.push(ScheduleFault::SameExceptionTwice { exception: exception.id });
        }
        check_exception(exception, &mut faults);
    }
    faults
}

impl Band {
    /// All that is wrong with the hours and places of a band.
    #[must_use]
    pub fn faults(&self) -> Vec<BandFault> {
        let Self { from, to, slot_minutes, .. } = *self;
        let mut faults: Vec<BandFault> =
            [from, to].into_iter().filter(|time| !on_grid(*time)).map(|time| BandFault::OffTheGrid { time }).collect();
        if from >= to {
            faults.push(BandFault::FromNotBeforeTo { from, to });
        }
        if slot_minutes == 0 || !slot_minutes.is_multiple_of(CELL_MINUTES) {
            faults.push(BandFault::SlotOffTheGrid { minutes: slot_minutes });
        }
        if faults.is_empty() {
            let band_minutes = u16::try_from((to - from).num_minutes()).unwrap_or(u16::MAX);
            let left_over = if self.audience.books() { band_minutes % slot_minutes } else { 0 };
            if slot_minutes > band_minutes {
                faults.push(BandFault::SlotLongerThanBand { slot_minutes, band_minutes });
            } else if left_over != self.remainder_minutes {
                faults.push(BandFault::RemainderNotStated { left_over, stated: self.remainder_minutes });
            }
        }
        faults.extend(place_fault(self.desks, self.persons_per_slot));
        faults
    }
}

fn place_fault(desks: u16, persons: u16) -> Option<BandFault> {
    if desks == 0 {
        return Some(BandFault::NoDesks);
    }
    (persons < desks).then_some(BandFault::FewerPersonsThanDesks { persons, desks })
}

fn on_grid(time: NaiveTime) -> bool {
    time.num_seconds_from_midnight().is_multiple_of(u32::from(CELL_MINUTES) * 60) && time.nanosecond() == 0
}

fn check_rule(office: &OfficeSchedule, rule: &OpeningRule, faults: &mut Vec<ScheduleFault>) {
    let id = rule.id;
    if !(1..=7).contains(&rule.weekday) {
        faults.push(ScheduleFault::WeekdayOutOfRange { rule: id, weekday: rule.weekday });
    }
    if rule.weekday == 7 && office.holidays.sundays {
        faults.push(ScheduleFault::NeverOnSundays { rule: id });
    }
    if let Recurrence::EveryNthWeek { n, .. } = rule.recurrence
        && !(2..=52).contains(&n)
    {
        faults.push(ScheduleFault::WeeksOutOfRange { rule: id, n });
    }
    if let Some(until) = rule.valid_until.filter(|until| *until < rule.valid_from) {
        faults.push(ScheduleFault::ValidityReversed { rule: id, from: rule.valid_from, until });
    }
    let of_band = rule.band.faults().into_iter();
    faults.extend(of_band.map(|fault| ScheduleFault::Rule { rule: id, version: rule.version, fault }));
}

fn check_exception(checked: &ScheduleException, faults: &mut Vec<ScheduleFault>) {
    let exception = checked.id;
    if let Dates::Range { from, to } = checked.dates
        && to < from
    {
        faults.push(ScheduleFault::RangeReversed { exception, from, to });
    }
    if let Some(Hours { from, to }) = checked.hours {
        if from >= to {
            faults.push(ScheduleFault::HoursReversed { exception });
        }
        let off = [from, to].into_iter().filter(|time| !on_grid(*time));
        faults.extend(off.map(|time| ScheduleFault::HoursOffTheGrid { exception, time }));
    }
    match &checked.effect {
        Effect::Closed { reason_it, reason_en, .. } => {
            if reason_it.trim().is_empty() || reason_en.trim().is_empty() {
                faults.push(ScheduleFault::NoReason { exception });
            }
        }
        Effect::Opened(band) => {
            if checked.hours.is_some() {
                faults.push(ScheduleFault::HoursBesideBand { exception });
            }
            faults.extend(band.faults().into_iter().map(|fault| ScheduleFault::Opening { exception, fault }));
        }
        Effect::Capacity { desks, persons_per_slot, .. } => {
            let fault = place_fault(*desks, *persons_per_slot);
            faults.extend(fault.map(|fault| ScheduleFault::Places { exception, fault }));
        }
    }
}

fn may_overlap(one: &OpeningRule, other: &OpeningRule) -> bool {
    one.weekday == other.weekday
        && one.band.audience == other.band.audience
        && one.band.hours().overlaps(other.band.hours())
}

/// The first date on which two rules of the same weekday both hold.
fn first_common_date(office: &OfficeSchedule, one: &OpeningRule, other: &OpeningRule) -> Option<NaiveDate> {
    let begins = one.valid_from.max(other.valid_from);
    let ahead = (u32::from(one.weekday) + 7).checked_sub(begins.weekday().number_from_monday())? % 7;
    let first = begins.checked_add_days(chrono::Days::new(u64::from(ahead)))?;
    let in_force =
        |rule: &OpeningRule, date| rule.falls_on(date) && rule.is_valid_on(date) && !office.is_superseded(rule, date);
    first
        .iter_weeks()
        .take(WEEKS_AHEAD)
        .take_while(|date| one.is_valid_on(*date) && other.is_valid_on(*date))
        .find(|date| in_force(one, *date) && in_force(other, *date))
}
