// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The database is copied while in use. Its own backup is always sound; files copied by hand either are what they were
//! at some moment, or are refused as damaged.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says where")]

use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
};

use rand::{SeedableRng, rngs::StdRng, seq::SliceRandom};
use varco_core::ids::{GestureKey, StationId};
use varco_faults::{assert_nothing_lost, busy_court, opened};
use varco_store::{Store, StoreError};
use varco_store_sqlite::{Options, open, restore};

/// Eight gates in a process of their own, killed when the test ends.
struct Gates {
    child: Child,
    said: BufReader<ChildStdout>,
    keys: Vec<GestureKey>,
}

impl Gates {
    fn start(folder: &Path) -> Self {
        let receipts = folder.with_extension("receipts");
        let store = open(folder, StationId(99), Options::small()).unwrap();
        fs::write(&receipts, busy_court(&store, 60).join("\n")).unwrap();
        drop(store);
        let mut child = Command::new(env!("CARGO_BIN_EXE_varco-gates"))
            .args(["scan".as_ref(), folder.as_os_str(), receipts.as_os_str(), "1".as_ref()])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let said = BufReader::new(child.stdout.take().unwrap());
        Self { child, said, keys: Vec::new() }
    }

    /// Waits for so many more acknowledged scans.
    fn hear(&mut self, lines: usize) {
        for _ in 0..lines {
            let mut line = String::new();
            assert!(self.said.read_line(&mut line).unwrap() > 0, "the gates stopped");
            self.keys.push(line.trim_end().parse().unwrap());
        }
    }
}

impl Drop for Gates {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn files_copied_by_hand_are_of_one_moment_or_refused() {
    let folder = tempfile::tempdir().unwrap();
    let live = folder.path().join("live");
    let mut gates = Gates::start(&live);
    let mut random = StdRng::seed_from_u64(7);
    let mut copies = Vec::new();
    for n in 0..24 {
        gates.hear(40);
        let copy = folder.path().join(format!("copy-{n}"));
        fs::create_dir(&copy).unwrap();
        let mut files = ["varco.db", "varco.db-wal", "varco.db-shm", "place"];
        files.shuffle(&mut random);
        for file in files {
            fs::copy(live.join(file), copy.join(file)).unwrap();
        }
        copies.push(copy);
    }
    let keys = std::mem::take(&mut gates.keys);
    drop(gates);
    let store = opened(&live, 99);
    assert_nothing_lost(&store, &keys, "the folder itself");
    let rows = store.journal(0, usize::MAX).unwrap();
    let mut used = 0;
    for copy in copies {
        match open(&copy, StationId(98), Options::small()) {
            Ok(copied) => {
                used += 1;
                let held = copied.journal(0, usize::MAX).unwrap();
                assert_eq!(held[..], rows[..held.len()], "{}: another past", copy.display());
                assert_nothing_lost(&copied, &[], "a copy");
            }
            Err(StoreError::Damaged(_)) => {}
            Err(other) => panic!("{}: {other}", copy.display()),
        }
    }
    println!("{used} of 24 copies were of one moment");
}

#[test]
fn its_own_backup_holds_everything_acknowledged_before_it_began() {
    let folder = tempfile::tempdir().unwrap();
    let live = folder.path().join("live");
    let mut gates = Gates::start(&live);
    gates.hear(10);
    let store = opened(&live, 99);
    for n in 0..8 {
        gates.hear(30);
        let before = gates.keys.clone();
        let copy = folder.path().join(format!("copy-{n}.db"));
        store.backup(&copy, &mut |_| {}).unwrap();
        let back = folder.path().join(format!("back-{n}"));
        restore(&copy, &back).unwrap();
        assert_nothing_lost(&opened(&back, 98), &before, "a backup");
    }
}
