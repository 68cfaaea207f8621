// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A process for the tests of faults to kill, and to run on disks that are full or may not be written.
//!
//! `scan FOLDER RECEIPTS NUMBER`: eight gates scan until the process ends; each key is printed after it was
//! acknowledged. `full FOLDER`: fills the disk. `read-only FOLDER`: opens what cannot be written.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a process that a test starts says where it stopped")]

use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
};

use varco_core::{gate::Event, ids::StationId};
use varco_faults::{Scans, assert_nothing_lost, busy_court, opened};
use varco_store::{Store, StoreError, contract::court::*};
use varco_store_sqlite::{Options, open};

const RESERVE: u64 = 1 << 20;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["scan", folder, receipts, number] => {
            scan_for_ever(folder.as_ref(), receipts.as_ref(), number.parse().unwrap())
        }
        ["full", folder] => fill_the_disk(folder.as_ref()),
        ["read-only", folder] => open_read_only(folder.as_ref()),
        _ => panic!("scan FOLDER RECEIPTS NUMBER, full FOLDER or read-only FOLDER, not {arguments:?}"),
    }
}

fn scan_for_ever(folder: &Path, receipts: &Path, number: u32) {
    let receipts: Vec<String> = fs::read_to_string(receipts).unwrap().lines().map(str::to_owned).collect();
    let store = opened(folder, number);
    std::thread::scope(|scope| {
        for worker in 0..8 {
            let (store, receipts) = (&store, receipts.clone());
            scope.spawn(move || {
                for request in Scans::new(receipts, number * 8 + worker) {
                    let key = request.caller.key;
                    match store.act(request) {
                        // One write for one line: the reader takes lines that end.
                        Ok(_) => std::io::stdout().lock().write_all(format!("{key}\n").as_bytes()).unwrap(),
                        Err(StoreError::Busy) => {}
                        Err(error) => panic!("{error}"),
                    }
                }
            });
        }
    });
}

/// Takes all the space that is left.
fn fill(path: PathBuf) -> PathBuf {
    let mut file = File::create(&path).unwrap();
    for size in [1 << 16, 1 << 12, 1 << 9, 1] {
        let bytes = vec![7_u8; size];
        while file.write_all(&bytes).is_ok() {}
    }
    path
}

/// On a small disk: it fills up, the reserve is freed and scans go on; it fills up again and the door is told; space
/// returns and so do the scans.
fn fill_the_disk(folder: &Path) {
    let data = folder.join("data");
    let store = open(&data, StationId(1), Options { reserve_bytes: RESERVE, ..Options::small() }).unwrap();
    let receipts = busy_court(&store, 40);
    let mut scans = Scans::new(receipts, 1);
    let mut acknowledged = Vec::new();
    let mut act = |acknowledged: &mut Vec<_>| {
        let request = scans.next().unwrap();
        let key = request.caller.key;
        store.act(request).map(|_| acknowledged.push(key))
    };
    act(&mut acknowledged).unwrap();
    assert!(!store.health().reserve_freed);

    let first = fill(folder.join("filler-1"));
    while !store.health().reserve_freed {
        act(&mut acknowledged).unwrap();
    }
    assert!(!data.join("reserve").exists());
    for _ in 0..50 {
        act(&mut acknowledged).unwrap();
    }

    let second = fill(folder.join("filler-2"));
    let refused = loop {
        match act(&mut acknowledged) {
            Ok(()) => {}
            Err(error) => break error,
        }
    };
    assert!(matches!(refused, StoreError::Full), "{refused}");
    assert!(store.health().failing.is_some() && store.health().failing_since.is_some());
    let mut readings = 0;
    store.look(&mut |live| readings = live.gate.readings(MAIN) + live.gate.readings(SIDE));
    assert_eq!(readings as usize, acknowledged.len(), "what is on disk is what is seen, no more");

    fs::remove_file(second).unwrap();
    for _ in 0..50 {
        act(&mut acknowledged).unwrap();
    }
    assert_eq!(store.health().failing, None);
    fs::remove_file(first).unwrap();
    drop(store);
    let again = open(&data, StationId(1), Options { reserve_bytes: RESERVE, ..Options::small() }).unwrap();
    assert!(data.join("reserve").exists() && !again.health().reserve_freed, "the reserve is kept back again");
    assert_nothing_lost(&again, &acknowledged, "full disk");
    let rows = again.journal(0, usize::MAX).unwrap();
    let kept = rows.iter().filter(|row| matches!(row.event, Event::Scan(_))).count();
    assert_eq!(kept, acknowledged.len(), "a gesture that was refused for lack of space left no row");
    println!("held");
}

fn open_read_only(folder: &Path) {
    let refused = open(folder, StationId(1), Options::small());
    assert!(matches!(refused, Err(StoreError::ReadOnly)), "{refused:?}");
    println!("held");
}
