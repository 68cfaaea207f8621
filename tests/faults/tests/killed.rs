// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A process is killed while eight writers scan, at any moment; sometimes three processes on one folder.
//!
//! 50 runs; 200 with `VARCO_LONG=1`. A failure names the run, and `VARCO_RUN=n` plays its random choices again.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says where")]

use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

use rand::{RngExt, SeedableRng, rngs::StdRng};
use varco_core::ids::GestureKey;
use varco_faults::{assert_nothing_lost, busy_court, long};
use varco_store::Store;
use varco_store_sqlite::{Options, open};

fn start(folder: &Path, receipts: &Path, number: u32) -> Child {
    Command::new(env!("CARGO_BIN_EXE_varco-gates"))
        .args(["scan".as_ref(), folder.as_os_str(), receipts.as_os_str(), number.to_string().as_ref()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Kills the process once so many scans were acknowledged; all that were.
fn kill_after(mut child: Child, lines: usize) -> Vec<GestureKey> {
    let mut said = BufReader::new(child.stdout.take().unwrap());
    let mut keys = Vec::new();
    let mut line = String::new();
    let mut killed = false;
    loop {
        line.clear();
        if said.read_line(&mut line).unwrap() == 0 {
            break;
        }
        // The last line may be cut off: then it was not acknowledged to anybody.
        if let (true, Ok(key)) = (line.ends_with('\n'), line.trim_end().parse()) {
            keys.push(key);
        }
        if keys.len() >= lines && !killed {
            child.kill().unwrap();
            killed = true;
        }
    }
    assert!(killed, "the process ended by itself: {:?}", child.wait());
    child.wait().unwrap();
    keys
}

fn run(number: u32) {
    let mut random = StdRng::seed_from_u64(u64::from(number));
    let folder = tempfile::tempdir().unwrap();
    let (data, receipts) = (folder.path().join("data"), folder.path().join("receipts"));
    let store = open(&data, varco_core::ids::StationId(99), Options::small()).unwrap();
    fs::write(&receipts, busy_court(&store, 60).join("\n")).unwrap();
    drop(store);
    let mut acknowledged = Vec::new();
    // Twice on one folder: what a crash leaves behind is what the next start finds.
    for again in 0..2 {
        let processes = if random.random_ratio(1, 3) { 3 } else { 1 };
        let numbers: Vec<u32> = (1..=processes).map(|n| again * 10 + n).collect();
        let after: Vec<usize> = numbers.iter().map(|_| random.random_range(0..120)).collect();
        let children: Vec<Child> = numbers.iter().map(|n| start(&data, &receipts, *n)).collect();
        std::thread::scope(|scope| {
            let readers: Vec<_> = children
                .into_iter()
                .zip(after)
                .map(|(child, lines)| scope.spawn(move || kill_after(child, lines.max(1))))
                .collect();
            for reader in readers {
                acknowledged.extend(reader.join().unwrap());
            }
        });
        let store = open(&data, varco_core::ids::StationId(99), Options::small()).unwrap();
        store.turn_to(varco_store::contract::court::today()).unwrap();
        assert_nothing_lost(&store, &acknowledged, &format!("run {number}, kill {again}, {processes} processes"));
    }
}

#[test]
fn no_acknowledged_scan_is_lost_and_none_counts_twice() {
    if let Some(number) = std::env::var("VARCO_RUN").ok().and_then(|n| n.parse().ok()) {
        return run(number);
    }
    let runs = if long() { 200 } else { 50 };
    for number in 0..runs {
        run(number);
    }
}
