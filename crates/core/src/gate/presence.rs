// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Who of one booking is in.

use super::{Stamp, types::Gesture};
use crate::{
    ids::{GateId, GestureKey, OfficeId, SiteId},
    time::Millis,
};

/// The last entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Last {
    /// When.
    pub at: Millis,
    /// At which gate.
    pub gate: GateId,
}

/// Who of one booking is in, derived from its facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Presence {
    /// Let in today, exits not taken off.
    pub used: u8,
    /// Of the party's places, so many are held by somebody in the building. Two persons let in for one place by gates
    /// that were cut off hold one: the earliest keeps it.
    pub inside: u8,
    /// Persons in the building, those who hold no place included.
    pub present: u8,
    /// Went out and have not come back.
    pub away: u8,
    /// The last entry.
    pub last: Option<Last>,
    /// The last exit.
    pub left_at: Option<Millis>,
    /// The visit was closed at the desk.
    pub served_at: Option<Millis>,
}

impl Presence {
    /// How many of a party may still enter: those who never did, and those who left where the office allows a return.
    #[must_use]
    pub fn outside(&self, party: u8, re_entry: bool) -> u8 {
        if self.served_at.is_some() {
            return 0;
        }
        party.saturating_sub(if re_entry { self.inside } else { self.used.max(self.inside) })
    }

    /// True when some entered before and left: who comes now comes back.
    #[must_use]
    pub const fn is_back(&self) -> bool {
        self.away > 0
    }
}

/// What one booking has done.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Visit {
    /// Sorted by time, then stamp: the earliest entry keeps the place.
    pub(super) steps: Vec<Step>,
    pub(super) served_at: Option<Millis>,
}

/// One entry or exit, after all corrections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) at: Millis,
    pub(super) stamp: Stamp,
    pub(super) scan: GestureKey,
    pub(super) gate: GateId,
    pub(super) site: SiteId,
    pub(super) office: OfficeId,
    pub(super) gesture: Gesture,
    pub(super) persons: u8,
    pub(super) party: u8,
    pub(super) out_at: Millis,
    /// Overruled with open eyes: entering again is no conflict.
    pub(super) overruled: bool,
    /// The gate knew that they come back, and the office allowed it.
    pub(super) came_back: bool,
}

/// Persons who begin or cease to count in a building.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Flow {
    pub(super) at: Millis,
    pub(super) stamp: Stamp,
    pub(super) site: SiteId,
    /// The minute in which they would count as gone.
    pub(super) minute: i64,
    pub(super) persons: i64,
}

/// An entry for places that were taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Second {
    pub(super) scan: GestureKey,
    pub(super) before: GestureKey,
    pub(super) office: OfficeId,
    /// The persons before had left: a conflict only where the office allows no return.
    pub(super) after_exit: bool,
}

/// All that follows from the steps of one visit.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Walked {
    pub(super) presence: Presence,
    pub(super) flows: Vec<Flow>,
    pub(super) seconds: Vec<Second>,
    /// Exits by receipt, by building.
    pub(super) left: Vec<(SiteId, u32)>,
}

impl Visit {
    pub(super) fn insert(&mut self, step: Step) {
        let at = self.steps.partition_point(|s| (s.at, s.stamp) < (step.at, step.stamp));
        self.steps.insert(at, step);
    }

    pub(super) fn entries(&self) -> impl DoubleEndedIterator<Item = &Step> {
        self.steps.iter().filter(|s| s.gesture != Gesture::Exit && s.persons > 0)
    }

    /// The last entry at a gate.
    pub(super) fn last_entry(&self, gate: GateId) -> Option<&Step> {
        self.entries().rfind(|s| s.gate == gate)
    }

    /// The last exit at a gate.
    pub(super) fn last_exit(&self, gate: GateId) -> Option<&Step> {
        self.steps.iter().rfind(|s| s.gate == gate && s.gesture == Gesture::Exit && s.persons > 0)
    }

    pub(super) fn walk(&self) -> Walked {
        let mut walked = Walked::default();
        walked.presence.served_at = self.served_at;
        let mut waiting: Vec<Waiting> = Vec::new();
        let mut before: Option<GestureKey> = None;
        for step in self.steps.iter().filter(|s| s.persons > 0) {
            if step.gesture == Gesture::Exit {
                walked.exit(step, &mut waiting);
            } else {
                walked.entry(step, &mut waiting, before);
                before = Some(step.scan);
            }
        }
        walked
    }
}

/// Persons let in by one step who are still there.
struct Waiting {
    site: SiteId,
    minute: i64,
    persons: u8,
}

impl Walked {
    fn entry(&mut self, step: &Step, waiting: &mut Vec<Waiting>, before: Option<GestureKey>) {
        let p = &mut self.presence;
        let room = step.party.saturating_sub(p.inside);
        if let (Some(before), false) = (before, step.overruled) {
            let after_exit = step.persons <= room;
            let twice = p.used.saturating_add(step.persons) > step.party && !step.came_back;
            if !after_exit || twice {
                self.seconds.push(Second { scan: step.scan, before, office: step.office, after_exit });
            }
        }
        // A party overruled in again had left without a scan: it is counted once.
        let counted = if step.overruled { step.persons.min(room) } else { step.persons };
        let returning = counted.min(p.away);
        p.away -= returning;
        p.used = match step.overruled {
            true => p.used.saturating_add(step.persons).min(step.party.max(p.used)),
            false => p.used.saturating_add(step.persons),
        };
        p.inside = p.inside.saturating_add(counted).min(step.party.max(p.inside));
        p.last = Some(Last { at: step.at, gate: step.gate });
        p.present = p.present.saturating_add(counted);
        waiting.push(Waiting { site: step.site, minute: minute(step.out_at), persons: counted });
        self.flow(step, minute(step.out_at), i64::from(counted));
    }

    fn exit(&mut self, step: &Step, waiting: &mut [Waiting]) {
        let p = &mut self.presence;
        let gone = step.persons.min(p.inside);
        p.inside -= gone;
        p.away = p.away.saturating_add(gone);
        p.present = p.present.saturating_sub(step.persons);
        p.left_at = Some(step.at);
        self.left.push((step.site, u32::from(step.persons)));
        let mut out = step.persons;
        for there in waiting.iter_mut().filter(|w| w.site == step.site) {
            let n = out.min(there.persons);
            there.persons -= n;
            out -= n;
            self.flow(step, there.minute, -i64::from(n));
        }
    }

    fn flow(&mut self, step: &Step, minute: i64, persons: i64) {
        if persons != 0 {
            self.flows.push(Flow { at: step.at, stamp: step.stamp, site: step.site, minute, persons });
        }
    }
}

/// The minute in which an instant falls, rounded up: a person counts until that minute has begun.
pub(super) const fn minute(at: Millis) -> i64 {
    at.0.div_euclid(60_000) + if at.0.rem_euclid(60_000) > 0 { 1 } else { 0 }
}
