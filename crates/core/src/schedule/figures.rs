// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What a schedule would give, before anything is saved.

use chrono::{NaiveDate, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

use super::{Band, DayPlan, Effect, OfficeSchedule, Slot};

/// The crowd at an entrance is counted by quarters of an hour.
const QUARTER_SECONDS: u32 = 15 * 60;

/// What an office offers on one date, over the shares of all audiences.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayFigures {
    /// Starts that may be booked, and stretches for walk-ins.
    pub slots: u32,
    /// Bookings that fit: the desks of all slots.
    pub bookings: u32,
    /// Persons that fit.
    pub persons: u32,
    /// Persons who would come to the entrance in each quarter of an hour in which somebody does, if every place is
    /// taken: counted at the start of their slot, by time.
    pub arrivals: Vec<Arrivals>,
}

/// Persons in a quarter of an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrivals {
    /// Civil time at which the quarter begins.
    pub from: NaiveTime,
    /// How many come.
    pub persons: u32,
}

/// A change that somebody thinks about. What is `None` stays as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhatIf {
    /// Length of a slot in minutes, a multiple of five.
    pub slot_minutes: Option<u16>,
    /// Bookings at the same time.
    pub desks: Option<u16>,
    /// Persons at the same time.
    pub persons_per_slot: Option<u16>,
}

impl DayFigures {
    /// The most persons of any quarter of an hour: the crowd that appointments are to avoid.
    #[must_use]
    pub fn peak(&self) -> u32 {
        self.arrivals.iter().map(|quarter| quarter.persons).max().unwrap_or(0)
    }
}

/// Counts what an office offers on a date.
#[must_use]
pub fn day_figures(office: &OfficeSchedule, date: NaiveDate) -> DayFigures {
    let plan = DayPlan::new(office, date);
    let mut slots: Vec<Slot> =
        plan.bands.iter().flat_map(|day| &day.starts).filter_map(super::plan::Start::slot).collect();
    slots.sort_by_key(|slot| slot.start);
    let mut figures = DayFigures::default();
    for slot in slots {
        let persons = u32::from(slot.persons);
        figures.slots += 1;
        figures.bookings += u32::from(slot.desks);
        figures.persons += persons;
        let from = quarter(slot.hours.from);
        match figures.arrivals.last_mut() {
            Some(last) if last.from == from => last.persons += persons,
            _ => figures.arrivals.push(Arrivals { from, persons }),
        }
    }
    figures
}

impl OfficeSchedule {
    /// The same schedule with every band changed, rules and extraordinary openings alike. What is left over at the end
    /// of a band is taken as stated; [`super::validate`] says whether it may be saved.
    #[must_use]
    pub fn what_if(&self, change: WhatIf) -> Self {
        let mut changed = self.clone();
        let rules = changed.rules.iter_mut().map(|rule| &mut rule.band);
        let openings = changed.exceptions.iter_mut().filter_map(|exception| match &mut exception.effect {
            Effect::Opened(band) => Some(band),
            Effect::Closed { .. } | Effect::Capacity { .. } => None,
        });
        rules.chain(openings).for_each(|band| band.change(change));
        changed
    }
}

impl Band {
    fn change(&mut self, change: WhatIf) {
        self.slot_minutes = change.slot_minutes.unwrap_or(self.slot_minutes);
        self.desks = change.desks.unwrap_or(self.desks);
        self.persons_per_slot = change.persons_per_slot.unwrap_or(self.persons_per_slot);
        let minutes = u16::try_from((self.to - self.from).num_minutes()).unwrap_or(0);
        self.remainder_minutes =
            if self.audience.books() { minutes.checked_rem(self.slot_minutes).unwrap_or(0) } else { 0 };
    }
}

fn quarter(time: NaiveTime) -> NaiveTime {
    let seconds = time.num_seconds_from_midnight() / QUARTER_SECONDS * QUARTER_SECONDS;
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or(time)
}
