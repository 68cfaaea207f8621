// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Copies made while in use, and the way back.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on says where")]

use std::{
    fs,
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
};

use rusqlite::Connection;
use varco_core::ids::StationId;
use varco_store::{Damage, NewBooking, Store, StoreError, contract::court::*};
use varco_store_sqlite::{Options, SqliteStore, open, restore};

fn store(folder: &Path) -> SqliteStore {
    open(folder, StationId(1), Options::small()).unwrap()
}

fn named(store: &dyn Store, number: u128, name: &str) -> varco_store::Changed {
    booked(store, number, NewBooking { names: vec![name.into()], ..wish(9, 0, 1) })
}

#[test]
fn a_copy_made_while_four_gates_scan_is_sound_and_of_one_moment() {
    let folder = tempfile::tempdir().unwrap();
    let live = store(&folder.path().join("live"));
    install(&live);
    let done = AtomicBool::new(false);
    let copies: Vec<_> = std::thread::scope(|scope| {
        for worker in 1..5_u128 {
            let (live, done) = (&live, &done);
            scope.spawn(move || {
                for n in (worker * 1_000_000).. {
                    live.act(scan(n, MAIN, "https://example.org", at(9, 0))).unwrap();
                    if done.load(Ordering::Relaxed) {
                        return;
                    }
                }
            });
        }
        let copies = (0..4).map(|n| {
            let to = folder.path().join(format!("copy-{n}.db"));
            let mut last = (0, 1);
            let report = live.backup(&to, &mut |p| last = (p.done, p.of)).unwrap();
            assert_eq!(last.0, last.1);
            assert_eq!(report.bytes, fs::metadata(&to).unwrap().len());
            (to, report)
        });
        let copies = copies.collect();
        done.store(true, Ordering::Relaxed);
        copies
    });
    let rows = live.journal(0, usize::MAX).unwrap();
    for (n, (copy, report)) in copies.iter().enumerate() {
        let last = rows.iter().find(|row| row.hash == report.head).unwrap();
        assert_eq!(last.row.cast_unsigned(), report.rows, "the copy ends at a row of the journal");
        let back = folder.path().join(format!("back-{n}"));
        restore(copy, &back).unwrap();
        let again = store(&back);
        assert_eq!(again.journal(0, usize::MAX).unwrap(), rows[..usize::try_from(report.rows).unwrap()]);
        assert_sound(&again);
    }
}

#[test]
fn a_copy_has_no_file_beside_it_and_is_for_nobody_else_to_read() {
    let folder = tempfile::tempdir().unwrap();
    let live = store(&folder.path().join("live"));
    install(&live);
    let copies = folder.path().join("copies");
    fs::create_dir(&copies).unwrap();
    live.backup(&copies.join("today.db"), &mut |_| {}).unwrap();
    let names: Vec<_> = fs::read_dir(&copies).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names, ["today.db"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(copies.join("today.db")).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::metadata(folder.path().join("live/varco.db")).unwrap().permissions().mode() & 0o777, 0o600);
    }
    // A copy that cannot be made leaves nothing, and the one before stays.
    let nowhere = folder.path().join("no such folder/today.db");
    assert!(live.backup(&nowhere, &mut |_| {}).is_err());
    assert!(copies.join("today.db").exists());
}

#[test]
fn a_folder_in_use_is_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let live = store(&folder.path().join("live"));
    install(&live);
    let copy = folder.path().join("copy.db");
    live.backup(&copy, &mut |_| {}).unwrap();
    assert!(matches!(restore(&copy, &folder.path().join("live")), Err(StoreError::Busy)));
    booked(&live, 1, wish(9, 0, 1));
    assert_sound(&live);
}

#[test]
fn whoever_was_forgotten_after_the_copy_is_forgotten_in_it_too() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("live"), folder.path().join("copy.db"));
    let live = store(&path);
    install(&live);
    let (gone, kept) = (named(&live, 1, "Rosa Bianchi"), named(&live, 2, "Ugo Neri"));
    live.backup(&copy, &mut |_| {}).unwrap();
    live.forget(gone.booking.id, at(18, 0)).unwrap();
    drop(live);
    // Even where only the database knows of it any more.
    fs::remove_file(path.join("forgotten")).unwrap();
    restore(&copy, &path).unwrap();
    assert!(path.join("aside-1/varco.db").exists(), "the old database is kept");
    let back = store(&path);
    assert_eq!(back.details_by_receipt(gone.booking.id, &opens(&gone)).unwrap(), None);
    let anna = unlocked(&back, ANNA, PASSPHRASE);
    assert_eq!(back.details_by_names_key(gone.booking.id, &anna).unwrap(), None);
    assert!(back.details_by_receipt(kept.booking.id, &opens(&kept)).unwrap().is_some());
    assert_sound(&back);
}

#[test]
fn a_damaged_or_foreign_copy_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("live"), folder.path().join("copy.db"));
    let live = store(&path);
    install(&live);
    let made = booked(&live, 1, wish(9, 0, 1));
    live.backup(&copy, &mut |_| {}).unwrap();
    drop(live);
    // A row of the journal is rewritten by hand.
    let forged = folder.path().join("forged.db");
    fs::copy(&copy, &forged).unwrap();
    let db = Connection::open(&forged).unwrap();
    db.execute("UPDATE journal SET at = at + 1 WHERE row = 1", []).unwrap();
    drop(db);
    // A booking is, and the journal is not.
    let quiet = folder.path().join("quiet.db");
    fs::copy(&copy, &quiet).unwrap();
    let db = Connection::open(&quiet).unwrap();
    db.execute("UPDATE booking SET check_id = 1", []).unwrap();
    drop(db);
    let newer = folder.path().join("newer.db");
    fs::copy(&copy, &newer).unwrap();
    let db = Connection::open(&newer).unwrap();
    db.pragma_update(None, "user_version", 4000).unwrap();
    drop(db);
    let text = folder.path().join("text.db");
    fs::write(&text, "not a database at all").unwrap();
    let cut = folder.path().join("cut.db");
    fs::write(&cut, &fs::read(&copy).unwrap()[..20_000]).unwrap();
    let other = folder.path().join("other.db");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE theirs (x)").unwrap();

    for bad in [&forged, &quiet, &cut] {
        let refused = restore(bad, &path);
        assert!(matches!(refused, Err(StoreError::Damaged(_))), "{} {refused:?}", bad.display());
    }
    for bad in [&text, &other] {
        assert!(matches!(restore(bad, &path), Err(StoreError::Damaged(Damage::Header))), "{}", bad.display());
    }
    assert!(matches!(restore(&newer, &path), Err(StoreError::Newer { found: 4000, .. })));
    assert!(restore(&folder.path().join("none.db"), &path).is_err());
    let mut left: Vec<_> = fs::read_dir(&path).unwrap().map(|e| e.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["lock", "place", "varco.db"]);
    let again = store(&path);
    assert_eq!(again.booking(made.booking.id).unwrap(), Some(made.booking));
    assert_sound(&again);
}

#[test]
fn a_copied_folder_starts_on_a_spare_machine() {
    let folder = tempfile::tempdir().unwrap();
    let (path, spare) = (folder.path().join("live"), folder.path().join("spare"));
    let live = store(&path);
    install(&live);
    let made = booked(&live, 1, wish(9, 0, 1));
    drop(live);
    fs::create_dir(&spare).unwrap();
    for file in fs::read_dir(&path).unwrap().map(Result::unwrap) {
        fs::copy(file.path(), spare.join(file.file_name())).unwrap();
    }
    let there = open(&spare, StationId(2), Options::small()).unwrap();
    let text = made.receipt.as_deref().unwrap();
    assert_eq!(verdict(there.act(scan(2, MAIN, text, at(9, 0)))), varco_core::verdict::Code::Admit);
    assert_sound(&there);
}
