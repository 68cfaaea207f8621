// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use std::collections::{BTreeMap, HashMap};

use chrono::{Days, NaiveDate};

use super::{
    Held, Reached, hits,
    places::{Need, Places, When},
};
use crate::schedule::{Pool, Used, decide::DAYS_AHEAD};
use crate::time::{Cell, Millis, civil};

/// Free starts that are named beside the one that is proposed.
const CHOICES: usize = 6;

/// How often neighbours are looked at, at most.
const PASSES: u32 = 24;

/// A booking that is hit, and what could become of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The booking as it is.
    pub held: Held,
    /// What is proposed.
    pub proposal: Proposal,
    /// Starts that are free when all is done as proposed, the nearest first.
    pub choices: Vec<Millis>,
}

/// What is proposed for a booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proposal {
    /// Another time at the same office, for the same service and of the same share.
    Move {
        /// When.
        start: Millis,
    },
    /// It stays: somebody has kept it in spite of a closure before.
    Keep,
    /// There is no place for it.
    Cancel {
        /// Why not.
        why: NoPlace,
    },
}

/// Why there is no place for a booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPlace {
    /// Its service or office is offered no more.
    NotOffered,
    /// None is free up to the day after which the visit is of no use.
    DueBy(NaiveDate),
    /// None is free as far ahead as one may book.
    Horizon(NaiveDate),
}

/// What would become of each booking that is hit, by time.
#[must_use]
pub fn plan(of: &Reached<'_>, now: Millis) -> Vec<Hit> {
    let hit = hits(of, now);
    let today = civil(of.before.zone, now).date();
    let ahead = of.office.policy.horizon_days.map_or(DAYS_AHEAD, u64::from);
    let last = today.checked_add_days(Days::new(ahead)).unwrap_or(today);
    let earliest = now.plus_minutes(i64::from(of.office.policy.notice_minutes));
    let mut places = Places::new(of.after, left_over(of, &hit), now, earliest, last);

    let mut proposals: Vec<Proposal> = Vec::with_capacity(hit.len());
    let mut movable: Vec<usize> = Vec::new();
    for (n, (held, was_kept)) in hit.iter().enumerate() {
        proposals.push(match need(of, held) {
            _ if *was_kept => Proposal::Keep,
            None => Proposal::Cancel { why: NoPlace::NotOffered },
            Some(_) => {
                movable.push(n);
                let due_by = held.booking.due_by.filter(|due_by| *due_by < last);
                Proposal::Cancel { why: due_by.map_or(NoPlace::Horizon(last), NoPlace::DueBy) }
            }
        });
    }
    // Who has a deadline is served first; then who was to come first.
    movable.sort_by_key(|n| {
        let held = hit[*n].0;
        (held.booking.due_by.unwrap_or(NaiveDate::MAX), held.booking.start, held.made())
    });
    for n in movable {
        let held = hit[n].0;
        let Some(need) = need(of, held) else { continue };
        if let Some(start) = places.nearest(need, when(held), 1).first() {
            places.take(need, *start);
            proposals[n] = Proposal::Move { start: *start };
        }
    }
    uncross(of, &hit, &mut places, &mut proposals);
    put_in_order(of, &hit, &places, &mut proposals);

    let mut planned = Vec::with_capacity(hit.len());
    for ((held, _), proposal) in hit.iter().zip(proposals) {
        let choices = need(of, held).map(|need| places.nearest(need, when(held), CHOICES)).unwrap_or_default();
        planned.push(Hit { held: (*held).clone(), proposal, choices });
    }
    planned
}

fn when(held: &Held) -> When {
    When { near: held.booking.start, until: held.booking.due_by }
}

/// What a booking needs where it is; `None` when its service is offered no more.
fn need(of: &Reached<'_>, held: &Held) -> Option<Need> {
    let booking = &held.booking;
    let service = of.services.iter().find(|s| s.id == booking.service && s.office == of.office.id && !s.archived)?;
    let need = Need { pool: held.pool(), minutes: service.minutes, persons: booking.persons };
    (!of.office.archived).then_some(need)
}

/// What is taken once those who are hit have given their places back. Who stays keeps them.
fn left_over(of: &Reached<'_>, hit: &[(&Held, bool)]) -> HashMap<(Cell, Pool), Used> {
    let mut used = of.used.clone();
    for (held, _) in hit.iter().filter(|(_, was_kept)| !was_kept) {
        for cell in held.cells() {
            if let Some(used) = used.get_mut(&(cell, held.pool())) {
                used.bookings = used.bookings.saturating_sub(1);
                used.persons = used.persons.saturating_sub(u32::from(held.booking.persons));
            }
        }
    }
    used
}

/// Lets those who would come in another order than they were to come change places, wherever both fit and may come then.
/// Far pairs first, as in a comb sort; what cannot be exchanged stays.
fn uncross(of: &Reached<'_>, hit: &[(&Held, bool)], places: &mut Places<'_>, proposals: &mut [Proposal]) {
    let mut queues: BTreeMap<Pool, Vec<(usize, Need)>> = BTreeMap::new();
    for (n, (held, _)) in hit.iter().enumerate() {
        if let (Proposal::Move { .. }, Some(need)) = (proposals[n], need(of, held)) {
            queues.entry(need.pool).or_default().push((n, need));
        }
    }
    for mut queue in queues.into_values() {
        queue.sort_by_key(|(n, _)| (hit[*n].0.booking.start, hit[*n].0.made()));
        let mut gap = queue.len();
        let mut passes_left = PASSES;
        while passes_left > 0 {
            let mut changed = false;
            gap = (gap * 10 / 13).max(1);
            for k in gap..queue.len() {
                let ((a, need_a), (b, need_b)) = (queue[k - gap], queue[k]);
                let (Proposal::Move { start: of_a }, Proposal::Move { start: of_b }) = (proposals[a], proposals[b])
                else {
                    continue;
                };
                let may = of_a > of_b
                    && places.is_allowed(of_b, when(hit[a].0))
                    && places.is_allowed(of_a, when(hit[b].0))
                    && (need_a == need_b || places.swap((need_a, of_a), (need_b, of_b)));
                if may {
                    (proposals[a], proposals[b]) = (proposals[b], proposals[a]);
                    changed = true;
                }
            }
            if gap == 1 {
                passes_left = if changed { passes_left - 1 } else { 0 };
            }
        }
    }
}

/// Among those who need the same their places are exchanged so that who was to come first still does. Where a deadline
/// forbids that, at least among those who have the same deadline.
fn put_in_order(of: &Reached<'_>, hit: &[(&Held, bool)], places: &Places<'_>, proposals: &mut [Proposal]) {
    let mut alike: BTreeMap<Need, Vec<usize>> = BTreeMap::new();
    for (n, (held, _)) in hit.iter().enumerate() {
        if let (Proposal::Move { .. }, Some(need)) = (proposals[n], need(of, held)) {
            alike.entry(need).or_default().push(n);
        }
    }
    for group in alike.into_values() {
        if exchange(&group, hit, places, proposals) {
            continue;
        }
        let mut by_deadline: BTreeMap<Option<NaiveDate>, Vec<usize>> = BTreeMap::new();
        for n in group {
            by_deadline.entry(hit[n].0.booking.due_by).or_default().push(n);
        }
        for group in by_deadline.into_values() {
            exchange(&group, hit, places, proposals);
        }
    }
}

/// Gives the places of a group to it in order; false, and nothing is exchanged, when somebody could not come then.
fn exchange(group: &[usize], hit: &[(&Held, bool)], places: &Places<'_>, proposals: &mut [Proposal]) -> bool {
    let mut order = group.to_vec();
    order.sort_by_key(|n| (hit[*n].0.booking.start, hit[*n].0.made()));
    let mut starts: Vec<Millis> = group
        .iter()
        .filter_map(|n| match proposals[*n] {
            Proposal::Move { start } => Some(start),
            Proposal::Keep | Proposal::Cancel { .. } => None,
        })
        .collect();
    starts.sort_unstable();
    let fits = order.iter().zip(&starts).all(|(n, start)| places.is_allowed(*start, when(hit[*n].0)));
    if fits {
        for (n, start) in order.into_iter().zip(starts) {
            proposals[n] = Proposal::Move { start };
        }
    }
    fits
}
