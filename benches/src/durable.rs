// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Receipt text → verdict on disk, against a bare append of as many bytes and its `fdatasync` in the same folder.

use std::{
    fs::{self, File, OpenOptions},
    io::{Read, Write},
    path::Path,
};

use rand::{RngExt, SeedableRng, rngs::StdRng};
use varco_core::gate::Gesture;
use varco_store::Store;

use crate::{
    day::{BOOKINGS, Day, SCANS, SEED, scan},
    measure::{Outcome, Row, Times, ratio, say},
};

/// Scans whose commits are weighed.
const WEIGHED: usize = 400;
/// Scans that are timed.
const TIMES: usize = 3_000;

/// Timed in turn with the append.
pub fn rows(day: &Day, folder: &Path) -> Outcome<Vec<Row>> {
    let mut random = StdRng::seed_from_u64(SEED + 3);
    let mut texts = day.receipts.iter().cycle().map(|r| r.text.as_bytes());
    let mut one = |random: &mut StdRng| -> Outcome<()> {
        let text = texts.next().unwrap_or_default();
        // As a camera's gesture comes: the text is read, then judged and written.
        day.store
            .act(scan(random.random(), 1, Gesture::Enter, text, day.now))?
            .outcome
            .map_err(|r| format!("{r:?}"))?;
        Ok(())
    };
    let weights = weigh(&day.store.folder().join("varco.db"), || one(&mut random))?;
    let mean = weights.iter().sum::<usize>() / weights.len().max(1);
    let (path, (mut bare, mut ours)) = (folder.join("append"), (Times::default(), Times::default()));
    let mut file = OpenOptions::new().create(true).append(true).open(&path)?;
    for bytes in weights.iter().cycle().take(TIMES) {
        let block = vec![random.random(); *bytes];
        bare.time(|| append(&mut file, &block))?;
        ours.time(|| one(&mut random))?;
    }
    fs::remove_file(path)?;
    let (p50, p99) = (ratio(ours.p50(), bare.p50()), ratio(ours.p99(), bare.p99()));
    Ok(vec![Row::bound(
        &format!("receipt text → verdict on disk; {BOOKINGS} bookings, {SCANS} scans and more"),
        &format!("p50 ≤ 1.5 × a bare append of the {mean} bytes that the commit adds to the log, and fdatasync"),
        format!(
            "p50 **{p50:.2} ×** ({}; bare {}); p99 {p99:.2} × ({}; bare {})",
            say(ours.p50()),
            say(bare.p50()),
            say(ours.p99()),
            say(bare.p99())
        ),
        p50 <= 1.5,
    )])
}

fn append(file: &mut File, block: &[u8]) -> std::io::Result<()> {
    file.write_all(block)?;
    file.sync_data()
}

/// How many bytes each commit adds to the log: its frames are counted in the index that SQLite keeps of the log
/// (https://sqlite.org/walformat.html, 2.1: `szPage` at byte 14, `mxFrame` at byte 16, in the machine's own order).
fn weigh(database: &Path, mut commit: impl FnMut() -> Outcome<()>) -> Outcome<Vec<usize>> {
    let index = {
        let mut name = database.as_os_str().to_owned();
        name.push("-shm");
        name
    };
    let mut weights = Vec::with_capacity(WEIGHED);
    let mut before = frames(&index)?;
    for _ in 0..WEIGHED {
        commit()?;
        let now = frames(&index)?;
        // A log that was begun again from its start is not counted.
        if let Some(added) = now.0.checked_sub(before.0).filter(|added| *added > 0) {
            weights.push(added * (FRAME_HEADER + now.1));
        }
        before = now;
    }
    if weights.len() < WEIGHED / 2 {
        return Err("the log does not grow with its commits".into());
    }
    Ok(weights)
}

/// Bytes before each page in the log.
const FRAME_HEADER: usize = 24;

/// Frames in the log, and bytes of a page.
fn frames(index: &std::ffi::OsStr) -> Outcome<(usize, usize)> {
    let mut header = [0_u8; 20];
    File::open(index)?.read_exact(&mut header)?;
    let [.., s0, s1, f0, f1, f2, f3] = header;
    let page = usize::from(u16::from_ne_bytes([s0, s1]));
    Ok((usize::try_from(u32::from_ne_bytes([f0, f1, f2, f3]))?, page))
}
