// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Power loss: a disk that has promised nothing until it was told to sync.
//!
//! The disk is in memory. What was written and not synced survives in part, sector by sector, by chance. The power goes
//! off at any operation; what is left is put into real files and opened. 60 runs; 400 with `VARCO_LONG=1`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says where")]

mod disk_in_memory;

use std::sync::Mutex;

use disk_in_memory::{Disk, Honest};
use rand::{RngExt, SeedableRng, rngs::StdRng};
use varco_core::ids::{GestureKey, StationId};
use varco_faults::{Scans, assert_nothing_lost, busy_court, long};
use varco_store::{Store, StoreError, contract::court::today};
use varco_store_sqlite::{Options, open};

/// What came of a run.
struct Outcome {
    acknowledged: Vec<GestureKey>,
    /// What is left was opened: the keys that were found lost, or the fault.
    result: Result<(), String>,
}

fn run(number: u64, honest: Honest) -> Outcome {
    let mut random = StdRng::seed_from_u64(number);
    let name = format!("power-{number}-{honest:?}");
    let disk = Disk::register(&name, honest);
    let folder = tempfile::tempdir().unwrap();
    let options = Options { alone: true, vfs: Some(name), ..Options::small() };
    let store = open(folder.path(), StationId(1), options).unwrap();
    let receipts = busy_court(&store, 12);
    disk.cut_after(random.random_range(1..3000));
    let acknowledged = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for worker in 0..8 {
            let (store, acknowledged, receipts) = (&store, &acknowledged, receipts.clone());
            scope.spawn(move || {
                for request in Scans::new(receipts, worker) {
                    let key = request.caller.key;
                    match store.act(request) {
                        Ok(_) => acknowledged.lock().unwrap().push(key),
                        Err(_) => return,
                    }
                }
            });
        }
    });
    drop(store);
    let left = tempfile::tempdir().unwrap();
    disk.write_what_is_left(left.path(), &mut random);
    let acknowledged = acknowledged.into_inner().unwrap();
    let result = std::panic::catch_unwind(|| look(left.path(), &acknowledged, number))
        .map_err(|said| said.downcast_ref::<String>().cloned().unwrap_or_else(|| "it does not open".into()));
    Outcome { acknowledged, result }
}

fn look(left: &std::path::Path, acknowledged: &[GestureKey], number: u64) {
    let store = open(left, StationId(1), Options::small());
    let store = store.unwrap_or_else(|error: StoreError| panic!("run {number}: {error}"));
    store.turn_to(today()).unwrap();
    assert_nothing_lost(&store, acknowledged, &format!("run {number}"));
}

#[test]
fn nothing_acknowledged_is_lost_when_the_power_goes() {
    let runs = if long() { 400 } else { 60 };
    let mut acknowledged = 0;
    for number in 0..runs {
        let outcome = run(number, Honest::Syncs);
        acknowledged += outcome.acknowledged.len();
        if let Err(said) = outcome.result {
            panic!("{said}");
        }
    }
    println!("{acknowledged} scans were acknowledged before the power went");
    assert!(acknowledged > 0);
}

#[test]
fn the_test_would_notice_a_disk_that_lies_about_syncing() {
    let lost = (0..12).filter(|number| run(*number, Honest::Lies).result.is_err()).count();
    assert!(lost > 0, "without a single sync nothing was lost: the disk of this test keeps too much");
}
