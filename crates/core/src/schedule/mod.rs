// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! When an office may be visited, and why not at other times.
//!
//! An [`OfficeSchedule`] holds what people entered: weekly [`OpeningRule`]s, [`ScheduleException`]s and the
//! [`HolidayCalendar`]. Slots are computed from it and never typed in. One precedence holds everywhere: exception of
//! the office > of the site > of the court > public holiday > weekly rule. [`why`] names the one that decided.
//!
//! # Precedence in detail
//!
//! - Of two exceptions of the same level that speak about the same time the one announced last wins, then the one with
//!   the higher id: the last word counts.
//! - A closure takes every slot that it touches, from bands that it outranks. An opening is a band of its own for one
//!   audience; it takes the place of slots of the same audience that it touches and outranks.
//! - A capacity exception changes places, never opening; of several the highest-ranked counts.
//! - Several versions of one rule: on each date the highest version valid on it counts.
//! - A slot that would run across a change of the clocks is not offered, so a day of 25 hours offers no time twice.

mod audience;
pub mod closure;
mod dates;
mod decide;
mod explain;
mod faults;
mod figures;
mod holidays;
mod house;
mod plan;
mod publish;
mod types;
mod validate;

#[cfg(test)]
mod tests;

pub use audience::{Audience, Pool};
pub use dates::{Dates, Hours, MonthDay, NotADayOfTheYear, Nth, Recurrence};
pub use decide::{
    Capacity, Slot, capacity_at, cells_needed, closing_exception, closing_since, closing_time, is_open, next_free,
    next_opening, opening_hours, slots, visit_hours,
};
pub use explain::{Explained, Used, Why, explain_day, why};
pub use faults::{BandFault, ScheduleFault};
pub use figures::{Arrivals, DayFigures, WhatIf, day_figures};
pub use holidays::{
    Holiday, HolidayCalendar, KNOWN_PATRONS, KnownPatron, NationalDays, NationalHoliday, Patron, Summer, easter_sunday,
};
pub use house::House;
pub use plan::DayPlan;
pub use publish::{Draft, WantedRule, extend, publish};
pub use types::{Band, BandSource, BothLanguages, Effect, Level, OfficeSchedule, OpeningRule, ScheduleException};
pub use validate::validate;
