// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A closure that is taken back leaves every row of the present as it was; journal, history and outbox remember it.

#![allow(clippy::unwrap_used, reason = "these are tests")]

use std::path::Path;

use chrono::Days;
use rusqlite::{Connection, types::Value};
use varco_core::{
    ids::StationId,
    schedule::{
        BothLanguages, Dates, Effect, Level,
        closure::{Draft, Proposal, Wanted},
    },
};
use varco_store::{
    NewBooking, Store,
    closure::{Close, Decided, Decision, MessageTexts},
    contract::court::{
        ANNA, CARLA, PASSPHRASE, REGISTRY, assert_sound, at, booked, install, key, on, today, unlocked, wish,
    },
    seal::Opener,
};
use varco_store_sqlite::{Options, open};

/// Every row of the tables that say what is so now. A cell that holds nobody says nothing.
fn present(folder: &Path) -> Vec<String> {
    let db = Connection::open(folder.join("varco.db")).unwrap();
    let tables = [
        "SELECT * FROM structure ORDER BY court, kind, id",
        "SELECT * FROM booking ORDER BY court, id",
        "SELECT * FROM issue ORDER BY court, booking, issued_at",
        "SELECT * FROM sealed_detail ORDER BY court, booking, kind",
        "SELECT * FROM sealed_wrap ORDER BY court, booking, kind, address",
        "SELECT * FROM use_cell WHERE bookings_used > 0 OR persons_used > 0 ORDER BY court, office, cell, pool",
    ];
    let mut rows = Vec::new();
    for sql in tables {
        let mut statement = db.prepare(sql).unwrap();
        let columns = statement.column_count();
        let mut found = statement.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            let values: Vec<Value> = (0..columns).map(|n| row.get(n).unwrap()).collect();
            rows.push(format!("{sql}: {values:?}"));
        }
    }
    rows
}

#[test]
fn every_row_of_the_present_is_as_before_and_no_name_stands_in_the_outbox() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path(), StationId(1), Options::small()).unwrap();
    install(&store);
    let tomorrow = today() + Days::new(1);
    for n in 0..8_u32 {
        let names = vec!["Ginevra Altobelli".to_owned()];
        let new = NewBooking { start: on(tomorrow, 9 + n / 2, n % 2 * 30), names, ..wish(9, 0, 1) };
        booked(&store, u128::from(n) + 1, new);
    }
    let before = present(folder.path());
    let both = || BothLanguages { it: "lavori".into(), en: "works".into() };
    let effect = Effect::Closed { reason_it: "lavori".into(), reason_en: "works".into(), what_to_do: None };
    let dates = Dates::Day { date: tomorrow };
    let wanted = Wanted { level: Level::Office(REGISTRY), dates, hours: None, effect };
    let draft = Draft { replaces: None, wanted: Some(wanted) };
    let names = Opener::Names(unlocked(&store, ANNA, PASSPHRASE));
    let planned = store.plan_closure(&draft, at(8, 0)).unwrap().unwrap();
    let decide = |n: usize, proposal: Proposal| match (n, proposal) {
        (0, _) => Decision::Keep,
        (1, _) | (_, Proposal::Cancel { .. }) => Decision::Cancel,
        (_, Proposal::Keep) => Decision::Keep,
        (_, Proposal::Move { start }) => Decision::Move { start },
    };
    let decisions = planned.hits.iter().enumerate();
    let decisions =
        decisions.map(|(n, hit)| Decided { booking: hit.held.booking.id, decision: decide(n, hit.proposal) });
    let texts = MessageTexts { moved: both(), cancelled: both(), kept: both() };
    let close = Close { draft, seen: planned.seen.clone(), decisions: decisions.collect(), texts };
    let closed = store.close(key(50), CARLA, close, Some(&names), at(8, 0)).unwrap().unwrap();
    assert_eq!((closed.moved, closed.kept, closed.cancelled), (6, 1, 1));
    assert_ne!(present(folder.path()), before);

    store.undo_closure(key(51), CARLA, closed.id, at(8, 5)).unwrap().unwrap();
    let after = present(folder.path());
    assert_eq!(after.len(), before.len());
    for (after, before) in after.iter().zip(&before) {
        assert_eq!(after, before);
    }
    let db = Connection::open(folder.path().join("varco.db")).unwrap();
    let outbox: Vec<String> =
        ["SELECT before || kind || channel || state FROM message", "SELECT draft || texts FROM closure"]
            .iter()
            .flat_map(|sql| {
                let mut statement = db.prepare(sql).unwrap();
                let rows = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
                rows.map(Result::unwrap).collect::<Vec<_>>()
            })
            .collect();
    assert_eq!(outbox.len(), 9);
    assert!(outbox.iter().all(|row| !row.contains("Ginevra") && !row.contains("Altobelli")));
    assert_sound(&store);
}
