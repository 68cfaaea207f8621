// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Documents that wait to be compared.

use std::collections::{HashMap, hash_map::Entry};

use super::{
    GateState,
    state::REPEAT_MS,
    types::{InputKind, ScanFact},
};
use crate::{
    ids::{BookingId, GateId, GestureKey},
    time::Millis,
};

impl GateState {
    /// Scans with verdict `check_id` that nobody has decided, oldest first. Of a receipt that was shown several times
    /// only the last counts, and none once the whole party is in.
    #[must_use]
    pub fn awaiting_document(&self, gate: GateId, now: Millis) -> Vec<&ScanFact> {
        let mut last: HashMap<BookingId, &ScanFact> = HashMap::new();
        let scans = self.documents.get(&gate).into_iter().flatten().rev();
        for (fact, visitor) in scans.filter_map(|(_, key)| {
            let fact = self.scans.get(key)?.fact.as_ref()?;
            Some((fact, fact.visitor?))
        }) {
            if let Entry::Vacant(slot) = last.entry(visitor.booking) {
                slot.insert(fact);
            }
        }
        let mut rows: Vec<&ScanFact> = last
            .into_values()
            .filter(|fact| self.scans.get(&fact.scan).is_some_and(super::ScanState::waits_for_document))
            .filter(|fact| fact.visitor.is_some_and(|v| self.presence(v.booking).inside < v.persons))
            .filter(|fact| self.document_open(fact, now))
            .collect();
        rows.sort_by_key(|fact| (fact.at, fact.scan));
        rows
    }

    /// True while a `check_id` may be confirmed: for 60 s, or longer once another receipt has come within them.
    #[must_use]
    pub fn document_open(&self, fact: &ScanFact, now: Millis) -> bool {
        if now.since(fact.at) <= REPEAT_MS {
            return true;
        }
        let soon = (fact.at, GestureKey(0))..=(fact.at + REPEAT_MS, GestureKey(u128::MAX));
        let booking = booking_of(fact);
        let Some(scans) = self.at_gate.get(&fact.gate) else { return false };
        scans.range(soon).any(|(_, key)| {
            let other = self.scans.get(key).and_then(|s| s.fact.as_ref());
            *key != fact.scan && other.is_some_and(|other| booking.is_none() || booking_of(other) != booking)
        })
    }
}

fn booking_of(fact: &ScanFact) -> Option<BookingId> {
    match fact.input {
        InputKind::Receipt { booking, .. } => Some(booking),
        InputKind::Code(booking) => booking,
        InputKind::Damaged | InputKind::Foreign(_) => fact.visitor.map(|v| v.booking),
    }
}
