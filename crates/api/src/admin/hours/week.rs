// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What the days of a week offer.

use chrono::NaiveDate;
use varco_core::schedule::{Effect, OfficeSchedule, day_figures};
use varco_words::{Lang, holiday_name};

use super::super::structure::fields::clock;
use crate::wire::{ArrivalsView, ClosureView, DayHours};

/// Seven days from a Monday on.
pub(super) fn days(schedule: &OfficeSchedule, monday: NaiveDate, lang: Lang) -> Vec<DayHours> {
    monday.iter_days().take(7).map(|date| day(schedule, date, lang)).collect()
}

fn day(schedule: &OfficeSchedule, date: NaiveDate, lang: Lang) -> DayHours {
    let figures = day_figures(schedule, date);
    let arrivals = figures.arrivals.iter();
    DayHours {
        date: date.to_string(),
        places: figures.bookings,
        persons: figures.persons,
        arrivals: arrivals.map(|each| ArrivalsView { from: clock(each.from), persons: each.persons }).collect(),
        closures: closures(schedule, date, lang),
    }
}

fn closures(schedule: &OfficeSchedule, date: NaiveDate, lang: Lang) -> Vec<ClosureView> {
    let holiday = schedule.holidays.on(date).map(|holiday| ClosureView {
        from: None,
        to: None,
        reason: holiday_name(lang, &holiday),
    });
    let closed = schedule.exceptions_on(date).into_iter().filter_map(|exception| {
        let Effect::Closed { reason_it, reason_en, .. } = &exception.effect else { return None };
        let reason = if lang == Lang::It { reason_it } else { reason_en };
        Some(ClosureView {
            from: exception.hours.map(|hours| clock(hours.from)),
            to: exception.hours.map(|hours| clock(hours.to)),
            reason: reason.clone(),
        })
    });
    holiday.into_iter().chain(closed).collect()
}
