// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use super::{
    Band, BandFault, Dates, Effect, Hours, OfficeSchedule, OpeningRule, Recurrence, ScheduleException, ScheduleFault,
};
use crate::time::CELL_MINUTES;

/// How far ahead two rules are looked at for a date that both want: more than 52 times 51 weeks, after which any two
/// recurrences of whole weeks repeat.
const WEEKS_AHEAD: usize = 53 * 52;

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

pub(super) fn check_exception(checked: &ScheduleException, faults: &mut Vec<ScheduleFault>) {
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
