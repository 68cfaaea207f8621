// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What was changed stays as it was written, and data from before there was a history are as sound as ever.

#![allow(clippy::unwrap_used, reason = "these are tests")]

use std::path::Path;

use rusqlite::Connection;
use varco_core::{access::Role, ids::StationId};
use varco_store::{
    PersonChange, Store, VerifyReport,
    contract::court::{ANNA, BRUNO, CARLA, assert_sound, at, install},
};
use varco_store_sqlite::{Options, SqliteStore, open};

fn reopened(folder: &Path) -> SqliteStore {
    open(folder, StationId(1), Options::small()).unwrap()
}

fn sql(folder: &Path, text: &str) {
    Connection::open(folder.join("varco.db")).unwrap().execute_batch(text).unwrap();
}

/// Renames two people, so that there are two changes.
fn change_two(store: &dyn Store) {
    for (person, name, role) in [(ANNA, "Anna Serra", Role::Supervisor), (BRUNO, "Bruno Tosi", Role::Steward)] {
        let mut seen = String::new();
        store.look(&mut |live| seen = live.people.iter().find(|p| p.id == person).unwrap().version());
        let edit = PersonChange::Edit { name: name.into(), role, offices: Vec::new() };
        store.change_person(person, &seen, edit, CARLA, at(9, 0)).unwrap().unwrap();
    }
}

fn broken(report: &VerifyReport) -> Vec<&str> {
    report.findings.iter().filter(|f| !f.ok).map(|f| f.what.as_str()).collect()
}

/// What `verify` finds after somebody wrote into the file.
fn found_after(text: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let store = reopened(folder.path());
    install(&store);
    change_two(&store);
    assert_sound(&store);
    drop(store);
    sql(folder.path(), text);
    let report = reopened(folder.path()).verify().unwrap();
    broken(&report).into_iter().map(str::to_owned).collect()
}

#[test]
fn a_change_that_was_altered_afterwards_is_found() {
    assert_eq!(found_after("UPDATE change SET person = 1 WHERE id = 1"), ["history"]);
    assert_eq!(found_after("UPDATE change SET after = '{}' WHERE id = 2"), ["history"]);
    assert_eq!(found_after("DELETE FROM change WHERE id = 1"), ["history"]);
    // The newest row has none after it; the journal commits to it.
    assert_eq!(found_after("DELETE FROM change WHERE id = 2"), ["structure"]);
}

#[test]
fn a_change_whose_content_had_to_be_forgotten_leaves_the_others_sound() {
    let nothing: [&str; 0] = [];
    assert_eq!(found_after("UPDATE change SET before = NULL, after = NULL, salt = NULL WHERE id = 1"), nothing);
}

#[test]
fn data_from_before_there_were_offices_and_archives_are_as_sound_as_ever() {
    let folder = tempfile::tempdir().unwrap();
    let store = reopened(folder.path());
    install(&store);
    drop(store);
    sql(
        folder.path(),
        "DROP TABLE message; DROP TABLE closure; DROP INDEX booking_office; ALTER TABLE booking DROP COLUMN due_by; \
         DROP TABLE change; ALTER TABLE person DROP COLUMN offices; ALTER TABLE person DROP COLUMN archived_at; \
         ALTER TABLE person DROP COLUMN must_change; ALTER TABLE person DROP COLUMN generation; \
         PRAGMA user_version = 2;",
    );
    let store = reopened(folder.path());
    assert_sound(&store);
    store.look(&mut |live| assert!(live.people.iter().all(|p| p.is_active() && p.offices.is_empty())));
    change_two(&store);
    assert_sound(&store);
}
