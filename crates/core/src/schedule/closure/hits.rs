// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use crate::booking::{Booking, Office, Service, Status};
use crate::schedule::{
    Audience, Capacity, DayPlan, OfficeSchedule, Pool, Used, closing_exception, closing_since, visit_hours,
};
use crate::time::{Cell, Millis};

/// A booking with the cells that it takes, from its start on.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// The booking.
    pub booking: Booking,
    /// The first cell after those that it takes.
    pub until: Cell,
}

/// An office that a change of its schedule reaches.
#[derive(Clone, Copy, Debug)]
pub struct Reached<'a> {
    /// The office.
    pub office: &'a Office,
    /// Services of the court, of this office and of others.
    pub services: &'a [Service],
    /// Its schedule as it is.
    pub before: &'a OfficeSchedule,
    /// Its schedule with the change.
    pub after: &'a OfficeSchedule,
    /// Its bookings that are still to come.
    pub held: &'a [Held],
    /// What is taken of its places, these bookings included.
    pub used: &'a HashMap<(Cell, Pool), Used>,
}

impl Held {
    /// The cells that it takes.
    pub fn cells(&self) -> impl Iterator<Item = Cell> + use<> {
        (Cell::of(self.booking.start).0..self.until.0).map(Cell)
    }

    /// The share that it takes them of.
    #[must_use]
    pub fn pool(&self) -> Pool {
        Pool(self.booking.pool)
    }

    fn take(&self, taken: &mut HashMap<(Cell, Pool), Used>) {
        for cell in self.cells() {
            let used = taken.entry((cell, self.pool())).or_default();
            used.bookings += 1;
            used.persons += u32::from(self.booking.persons);
        }
    }

    /// What they are sorted by who were first: when the first receipt was issued.
    pub(super) fn made(&self) -> (u64, u64) {
        let first = self.booking.issues.iter().map(|issue| u64::from(issue.issued_at)).min();
        (first.unwrap_or(u64::MAX), self.booking.id.get())
    }
}

/// The bookings that could not stay as they are, each with whether it was kept in spite of a closure before; by time.
///
/// A booking is hit when the door would refuse it by a closure that did not refuse it before, or when places that it
/// takes are there no more: a slot that is closed or replaced, or fewer places, of which those made last are over.
#[must_use]
pub fn hits<'a>(of: &Reached<'a>, now: Millis) -> Vec<(&'a Held, bool)> {
    let mut days: BTreeMap<NaiveDate, Vec<&Held>> = BTreeMap::new();
    let ahead = of.held.iter().filter(|held| held.booking.status == Status::Booked && held.booking.start > now);
    for held in ahead {
        let (date, _) = visit_hours(of.before.zone, held.booking.start, held.booking.end);
        days.entry(date).or_default().push(held);
    }
    let mut found: Vec<(&Held, bool)> = days.into_iter().flat_map(|(date, held)| on(of, date, held)).collect();
    found.sort_by_key(|(held, _)| (held.booking.start, held.booking.id.get()));
    found
}

/// Those of one day.
fn on<'a>(of: &Reached<'a>, date: NaiveDate, mut held: Vec<&'a Held>) -> Vec<(&'a Held, bool)> {
    let same_rules = of.before.rules == of.after.rules && of.before.holidays == of.after.holidays;
    if same_rules && of.before.exceptions_on(date) == of.after.exceptions_on(date) {
        return Vec::new();
    }
    let (before, after) = (places(of.before, date), places(of.after, date));
    let at = |places: &HashMap<(Cell, Pool), Capacity>, cell, pool| {
        places.get(&(cell, pool)).map_or((0, 0), |capacity| (capacity.desks, capacity.persons))
    };
    let is_lowered = |held: &Held| {
        held.cells().any(|cell| {
            let (was, is) = (at(&before, cell, held.pool()), at(&after, cell, held.pool()));
            is.0 < was.0 || is.1 < was.1
        })
    };
    held.sort_by_key(|held| held.made());
    let (lowered, stay): (Vec<&Held>, Vec<&Held>) = held.into_iter().partition(|held| is_lowered(held));
    let mut taken: HashMap<(Cell, Pool), Used> = HashMap::new();
    stay.iter().for_each(|held| held.take(&mut taken));
    let mut hit: Vec<&Held> = stay.into_iter().filter(|held| is_closed_anew(of, held)).collect();
    for held in lowered {
        let fits = held.cells().all(|cell| {
            let used = taken.get(&(cell, held.pool())).copied().unwrap_or_default();
            let (desks, persons) = at(&after, cell, held.pool());
            used.bookings < u32::from(desks) && used.persons + u32::from(held.booking.persons) <= u32::from(persons)
        });
        if fits && !is_closed_anew(of, held) {
            held.take(&mut taken);
        } else {
            hit.push(held);
        }
    }
    hit.into_iter().map(|held| (held, was_kept(of.before, held))).collect()
}

/// The places of each share in each cell of a day.
fn places(office: &OfficeSchedule, date: NaiveDate) -> HashMap<(Cell, Pool), Capacity> {
    let plan = DayPlan::new(office, date);
    let mut places = HashMap::new();
    for slot in Audience::EVERY.into_iter().flat_map(|audience| plan.slots_of(Pool(audience))) {
        places.extend(slot.cells().map(|cell| ((cell, slot.pool), slot.capacity())));
    }
    places
}

/// Whether the door refuses it by a closure with the change, and did not without.
fn is_closed_anew(of: &Reached<'_>, held: &Held) -> bool {
    let booking = &held.booking;
    let (date, hours) = visit_hours(of.before.zone, booking.start, booking.end);
    let closed = |office| closing_since(office, date, hours, Some(held.pool()), booking.decided_at).is_some();
    closed(of.after) && !closed(of.before)
}

/// Whether it stands in spite of a closure that was known when it was decided.
fn was_kept(office: &OfficeSchedule, held: &Held) -> bool {
    let (date, hours) = visit_hours(office.zone, held.booking.start, held.booking.end);
    let share = Some(held.pool());
    closing_exception(office, date, hours, share).is_some()
        && closing_since(office, date, hours, share, held.booking.decided_at).is_none()
}
