// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What the tests of faults share: a busy court, its scans, and what must hold afterwards.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on says where")]

use std::{
    collections::{HashMap, HashSet},
    path::Path,
};

use rand::{RngExt, SeedableRng, rngs::StdRng};
use varco_core::{
    gate::Event,
    ids::{GestureKey, StationId},
    receipt::Receipt,
};
use varco_store::{ActRequest, NewBooking, Store, contract::court::*};
use varco_store_sqlite::{Options, SqliteStore, open};

/// Whether this is the long run, `cargo xtask test --long`.
#[must_use]
pub fn long() -> bool {
    std::env::var("VARCO_LONG").is_ok_and(|value| value == "1")
}

/// Opens a folder as the tests do.
///
/// # Panics
/// When it does not open.
#[must_use]
pub fn opened(folder: &Path, station: u32) -> SqliteStore {
    let store = open(folder, StationId(station), Options::small()).unwrap();
    store.turn_to(today()).unwrap();
    store
}

/// Sets up a court with so many bookings of one to three persons; the texts of their receipts.
///
/// # Panics
/// When that is not possible.
#[must_use]
pub fn busy_court(store: &dyn Store, bookings: u32) -> Vec<String> {
    let mut court = structure();
    for rule in court.schedules.iter_mut().flat_map(|s| &mut s.rules) {
        (rule.band.desks, rule.band.persons_per_slot) = (500, 1500);
    }
    store.install(court, people(), None, at(7, 0)).unwrap();
    store.turn_to(today()).unwrap();
    let wishes = (0..bookings).map(|n| {
        let persons = 1 + (n % 3) as u8;
        let new = NewBooking { names: vec![format!("Persona {n}")], ..wish(9 + n % 4, n / 4 % 2 * 30, persons) };
        (key(u128::from(n)), new)
    });
    let made = store.book_all(wishes.collect(), at(7, 30), &mut |_| {}).unwrap();
    made.into_iter().map(|changed| changed.unwrap().receipt.unwrap()).collect()
}

/// The scans of one gate, from a seed: receipts in any order, and now and then something else. Keys are never repeated.
pub struct Scans {
    receipts: Vec<String>,
    random: StdRng,
    next: u128,
}

impl Scans {
    /// `worker` is a number that nobody else has.
    #[must_use]
    pub fn new(receipts: Vec<String>, worker: u32) -> Self {
        Self { receipts, random: StdRng::seed_from_u64(u64::from(worker)), next: (u128::from(worker) + 1) << 40 }
    }
}

impl Iterator for Scans {
    type Item = ActRequest;

    fn next(&mut self) -> Option<ActRequest> {
        self.next += 1;
        let gate = if self.random.random_bool(0.5) { MAIN } else { SIDE };
        if self.random.random_ratio(1, 8) {
            return Some(scan(self.next, gate, "https://example.org/parcheggio", at(10, 0)));
        }
        let text = &self.receipts[self.random.random_range(0..self.receipts.len())];
        let start = Receipt::from_text(text).unwrap().claims.start;
        Some(scan(self.next, gate, text, start))
    }
}

/// Expects that nothing acknowledged is lost, nothing counted twice, and everything sound.
///
/// # Panics
/// When it is otherwise, with what is wrong.
pub fn assert_nothing_lost(store: &dyn Store, acknowledged: &[GestureKey], what: &str) {
    let report = store.verify().unwrap();
    assert!(report.is_sound(), "{what}: {report:#?}");
    let rows = store.journal(0, usize::MAX).unwrap();
    let mut found = HashSet::new();
    let mut entered: HashMap<_, (u32, u32)> = HashMap::new();
    for row in &rows {
        if let Event::Scan(fact) = &row.event {
            assert!(found.insert(fact.scan), "{what}: {} is there twice", fact.scan);
            if let Some(visitor) = fact.visitor {
                let counted = entered.entry(visitor.booking).or_default();
                *counted = (counted.0 + u32::from(fact.enters), u32::from(visitor.persons));
            }
        }
    }
    for key in acknowledged {
        assert!(found.contains(key), "{what}: {key} was acknowledged and is lost; {} rows are left", rows.len());
    }
    for (booking, (entered, party)) in entered {
        assert!(entered <= party, "{what}: {entered} of a party of {party} entered with booking {booking}");
    }
}
