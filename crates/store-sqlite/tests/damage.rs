// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A damaged file is said to be damaged, and never used as if it were whole.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on says where")]

use std::{fs, path::Path};

use rand::{RngExt, SeedableRng, rngs::StdRng};
use varco_core::ids::StationId;
use varco_store::{Damage, JournalRow, NewBooking, Store, StoreError, contract::court::*};
use varco_store_sqlite::{Options, SqliteStore, open};

fn store(folder: &Path) -> Result<SqliteStore, StoreError> {
    open(folder, StationId(1), Options::small())
}

/// A morning; everything in one file.
fn morning(folder: &Path) -> Vec<JournalRow> {
    let live = store(folder).unwrap();
    install(&live);
    for n in 0..16_u32 {
        let new = NewBooking { names: vec![format!("Persona {n}")], ..wish(9 + n / 4, n / 2 % 2 * 30, 1) };
        let made = booked(&live, u128::from(n), new);
        let text = made.receipt.as_deref().unwrap();
        live.act(scan(100 + u128::from(n), MAIN, text, made.booking.start)).unwrap();
    }
    live.journal(0, usize::MAX).unwrap()
}

#[test]
fn what_is_no_database_is_said_to_be_none() {
    for bytes in [&b"x"[..], b"SQLite format 3\0", &[0; 8192], &[b'x'; 8192]] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("varco.db"), bytes).unwrap();
        let refused = store(folder.path());
        assert!(matches!(refused, Err(StoreError::Damaged(Damage::Header))), "{} bytes: {refused:?}", bytes.len());
        assert_eq!(fs::read(folder.path().join("varco.db")).unwrap(), bytes, "it is left as it was");
    }
}

#[test]
fn a_database_that_is_gone_or_emptied_is_no_first_start() {
    let folder = tempfile::tempdir().unwrap();
    morning(folder.path());
    fs::write(folder.path().join("varco.db"), "").unwrap();
    assert!(matches!(store(folder.path()), Err(StoreError::Damaged(Damage::Header))));
    fs::remove_file(folder.path().join("varco.db")).unwrap();
    assert!(matches!(store(folder.path()), Err(StoreError::Damaged(Damage::Header))));
}

#[test]
fn a_database_cut_short_is_damaged_wherever_it_was_cut() {
    let folder = tempfile::tempdir().unwrap();
    let rows = morning(folder.path());
    let whole = fs::read(folder.path().join("varco.db")).unwrap();
    for part in 1..16 {
        let cut = &whole[..whole.len() * part / 16];
        fs::write(folder.path().join("varco.db"), cut).unwrap();
        assert_said(folder.path(), &rows, &format!("cut at {} of {}", cut.len(), whole.len()));
    }
}

#[test]
fn a_flipped_bit_is_found_or_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let rows = morning(folder.path());
    let whole = fs::read(folder.path().join("varco.db")).unwrap();
    let mut random = StdRng::seed_from_u64(8841);
    for _ in 0..150 {
        let (at, bit) = (random.random_range(0..whole.len()), random.random_range(0..8));
        let mut flipped = whole.clone();
        flipped[at] ^= 1 << bit;
        fs::write(folder.path().join("varco.db"), flipped).unwrap();
        assert_said(folder.path(), &rows, &format!("bit {bit} of byte {at} flipped"));
    }
}

/// Either the store says that it is damaged, at once or when it has looked at everything, or it holds all it held.
fn assert_said(folder: &Path, rows: &[JournalRow], what: &str) {
    for beside in ["varco.db-wal", "varco.db-shm"] {
        // Left by the attempt before.
        let _ = fs::remove_file(folder.join(beside));
    }
    let live = match store(folder) {
        Ok(live) => live,
        Err(StoreError::Damaged(_) | StoreError::Newer { .. }) => return,
        Err(other) => panic!("{what}: {other}"),
    };
    match live.verify() {
        Ok(report) if report.is_sound() => {
            assert_eq!(live.journal(0, usize::MAX).unwrap(), rows, "{what}: silently wrong");
            live.turn_to(today()).unwrap();
            live.look(&mut |live| assert_eq!(live.day.bookings.len(), 16, "{what}: silently wrong"));
        }
        Ok(_) | Err(StoreError::Damaged(_)) => {}
        Err(other) => panic!("{what}: {other}"),
    }
}

#[test]
fn the_check_in_the_background_says_what_it_found() {
    let folder = tempfile::tempdir().unwrap();
    morning(folder.path());
    let watched = || open(folder.path(), StationId(1), Options { check_in_background: true, ..Options::small() });
    let result = |store: &SqliteStore| loop {
        let health = store.health();
        if health.checked_at.is_some() || health.found.is_some() {
            break (health.checked_at, health.found);
        }
        std::thread::yield_now();
    };
    assert_eq!(result(&watched().unwrap()).1, None);
    let db = rusqlite::Connection::open(folder.path().join("varco.db")).unwrap();
    db.execute("UPDATE use_cell SET persons_used = persons_used + 1 WHERE cell = (SELECT MIN(cell) FROM use_cell)", [])
        .unwrap();
    drop(db);
    let (checked_at, found) = result(&watched().unwrap());
    assert_eq!(checked_at, None);
    assert!(found.unwrap().contains("office 1"));
}

#[test]
fn a_journal_broken_on_the_last_day_does_not_open_and_the_row_is_named() {
    let folder = tempfile::tempdir().unwrap();
    morning(folder.path());
    let db = rusqlite::Connection::open(folder.path().join("varco.db")).unwrap();
    db.execute("DELETE FROM journal WHERE row = 20", []).unwrap();
    drop(db);
    assert!(matches!(store(folder.path()), Err(StoreError::Damaged(Damage::Chain { seq: 21 }))));
}
