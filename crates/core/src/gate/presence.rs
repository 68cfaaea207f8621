// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Who of one booking is in.

use super::{Stamp, types::Gesture};
use crate::{
    ids::{GateId, GestureKey},
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
    /// In the building now.
    pub inside: u8,
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
        party.saturating_sub(if re_entry { self.inside } else { self.used })
    }

    /// True when some entered before and left: who comes now comes back.
    #[must_use]
    pub const fn is_back(&self) -> bool {
        self.used > self.inside && self.left_at.is_some()
    }
}

/// What one booking has done, in the order of its stamps.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Visit {
    /// Sorted by time, then stamp: the earliest entry keeps the place.
    pub(super) steps: Vec<Step>,
    pub(super) served_at: Option<Millis>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) at: Millis,
    pub(super) stamp: Stamp,
    pub(super) scan: GestureKey,
    pub(super) gate: GateId,
    pub(super) gesture: Gesture,
    pub(super) persons: u8,
    pub(super) party: u8,
    pub(super) out_at: Millis,
    /// Overruled with open eyes: entering again is no conflict.
    pub(super) overruled: bool,
}

impl Visit {
    pub(super) fn insert(&mut self, step: Step) {
        let at = self.steps.partition_point(|s| (s.at, s.stamp) < (step.at, step.stamp));
        self.steps.insert(at, step);
    }

    pub(super) fn presence(&self) -> Presence {
        let mut p = Presence { served_at: self.served_at, ..Presence::default() };
        for step in &self.steps {
            match step.gesture {
                Gesture::Enter | Gesture::Arrive if step.persons > 0 => {
                    p.used = p.used.saturating_add(step.persons);
                    p.inside = p.inside.saturating_add(step.persons);
                    p.last = Some(Last { at: step.at, gate: step.gate });
                }
                Gesture::Exit if step.persons > 0 => {
                    p.inside = p.inside.saturating_sub(step.persons);
                    p.left_at = Some(step.at);
                }
                _ => {}
            }
        }
        p
    }

    /// The entries that let in more than the party, each with the entry that had taken the place before.
    pub(super) fn double(&self) -> Vec<(Step, Step)> {
        let mut inside = 0_u32;
        let mut first: Option<Step> = None;
        let mut found = Vec::new();
        for step in &self.steps {
            if step.persons == 0 {
                continue;
            }
            let persons = u32::from(step.persons);
            if step.gesture == Gesture::Exit {
                inside = inside.saturating_sub(persons);
                continue;
            }
            inside += persons;
            if inside > u32::from(step.party) && !step.overruled {
                if let Some(before) = first {
                    found.push((before, *step));
                }
                inside = u32::from(step.party);
            }
            first.get_or_insert(*step);
        }
        found
    }
}
