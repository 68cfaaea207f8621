// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! How many are in a building.
//!
//! Whoever enters is added to the minute in which they would count as gone; an exit scan takes them off it again.
//! Persons who leave without a receipt are taken off those who were inside then: first off those without a booking,
//! first off those who would go first. Which of them went nobody knows; only the sum is promised.

use std::collections::BTreeMap;

use super::{presence::Flow, types::Stamp};
use crate::time::Millis;

/// Persons in a building.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Occupancy {
    /// With a booking.
    pub booked: u32,
    /// Without.
    pub unbooked: u32,
    /// Went out today.
    pub left_today: u32,
}

impl Occupancy {
    /// All of them.
    #[must_use]
    pub const fn inside(&self) -> u32 {
        self.booked.saturating_add(self.unbooked)
    }
}

/// Persons by the minute in which they count as gone.
type Minutes = BTreeMap<i64, i64>;

type Moment = (Millis, Stamp);

/// What is counted in one building.
#[derive(Debug, Clone, Default)]
pub(super) struct Building {
    booked: Minutes,
    unbooked: Minutes,
    /// Left without a receipt.
    lefts: BTreeMap<Moment, u8>,
    /// Taken off by them.
    taken_booked: Minutes,
    taken_unbooked: Minutes,
    /// Nobody entered or left later than this.
    latest: Option<Moment>,
    scanned_out: u32,
}

/// With a booking, or without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    Booked,
    Unbooked,
}

impl Building {
    /// Adds what flows in or out, or takes it off again (`sign` −1). True when somebody left without a receipt later
    /// than that: then [`Building::take`] must go over it again.
    pub(super) fn count(&mut self, whose: Whose, flow: &Flow, sign: i64) -> bool {
        let minutes = match whose {
            Whose::Booked => &mut self.booked,
            Whose::Unbooked => &mut self.unbooked,
        };
        add(minutes, flow.minute, sign * flow.persons);
        let moment = (flow.at, flow.stamp);
        self.latest = self.latest.max(Some(moment));
        self.lefts.last_key_value().is_some_and(|(last, _)| moment < *last)
    }

    /// Exits by receipt, for the day's figure.
    pub(super) fn scan_out(&mut self, persons: u32, sign: i64) {
        let n = i64::from(self.scanned_out) + sign * i64::from(persons);
        self.scanned_out = u32::try_from(n.max(0)).unwrap_or(u32::MAX);
    }

    /// Somebody left without a receipt. True when facts after it are known already, as of [`Building::count`].
    pub(super) fn leave(&mut self, at: Millis, stamp: Stamp, persons: u8) -> bool {
        let late = self.latest.is_some_and(|latest| latest > (at, stamp))
            || self.lefts.last_key_value().is_some_and(|(last, _)| *last > (at, stamp));
        self.lefts.insert((at, stamp), persons);
        if !late {
            take(at, persons, &self.booked, &self.unbooked, &mut self.taken_booked, &mut self.taken_unbooked);
        }
        late
    }

    /// Works out again who is taken off by those who left without a receipt, from all flows of the building in order.
    pub(super) fn retake(&mut self, mut flows: Vec<(Whose, Flow)>) {
        flows.sort_by_key(|(_, flow)| (flow.at, flow.stamp));
        let mut flows = flows.into_iter().peekable();
        let (mut booked, mut unbooked) = (Minutes::new(), Minutes::new());
        self.taken_booked.clear();
        self.taken_unbooked.clear();
        for (moment, persons) in &self.lefts {
            while let Some((whose, flow)) = flows.next_if(|(_, flow)| (flow.at, flow.stamp) < *moment) {
                let minutes = if whose == Whose::Booked { &mut booked } else { &mut unbooked };
                add(minutes, flow.minute, flow.persons);
            }
            take(moment.0, *persons, &booked, &unbooked, &mut self.taken_booked, &mut self.taken_unbooked);
        }
    }

    /// Persons at a time not before the last fact.
    pub(super) fn occupancy(&self, now: Millis) -> Occupancy {
        let sum = |minutes: &Minutes, taken: &Minutes| {
            let there = minutes.range(after(now)..);
            let n: i64 = there.map(|(m, n)| (n - taken.get(m).copied().unwrap_or(0)).max(0)).sum();
            u32::try_from(n).unwrap_or(u32::MAX)
        };
        let by_hand: u32 = self.lefts.values().map(|n| u32::from(*n)).sum();
        Occupancy {
            booked: sum(&self.booked, &self.taken_booked),
            unbooked: sum(&self.unbooked, &self.taken_unbooked),
            left_today: self.scanned_out.saturating_add(by_hand),
        }
    }
}

/// The first minute in which somebody who counts now would be gone.
const fn after(now: Millis) -> i64 {
    now.0.div_euclid(60_000).saturating_add(1)
}

fn add(minutes: &mut Minutes, minute: i64, persons: i64) {
    let n = minutes.entry(minute).or_default();
    *n += persons;
    if *n == 0 {
        minutes.remove(&minute);
    }
}

fn take(
    at: Millis,
    persons: u8,
    booked: &Minutes,
    unbooked: &Minutes,
    taken_booked: &mut Minutes,
    taken_unbooked: &mut Minutes,
) {
    let mut out = i64::from(persons);
    for (there, taken) in [(unbooked, taken_unbooked), (booked, taken_booked)] {
        for (minute, n) in there.range(after(at)..) {
            if out == 0 {
                return;
            }
            let gone = out.min((n - taken.get(minute).copied().unwrap_or(0)).max(0));
            add(taken, *minute, gone);
            out -= gone;
        }
    }
}
