// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Frame of a printed receipt → text in the decoder's process → verdict on disk.

use std::time::Duration;

use rand::{RngExt, SeedableRng, rngs::StdRng};
use varco_core::gate::Gesture;
use varco_devices::CodeReader;
use varco_store::Store;
use varco_store_sqlite::open;

use crate::{
    day::{STATION, at, date, options, scan},
    frames::decoder,
    measure::{Outcome, Row, Times, say},
    pictures::{Frame, SEED},
    programs::Court,
};

/// Each frame is shown so often.
const ROUNDS: usize = 8;

/// Frames that are not read give no verdict and do not count.
pub fn rows(court: &Court, frames: &[Frame]) -> Outcome<Vec<Row>> {
    let mut random = StdRng::seed_from_u64(u64::from(SEED) + 300);
    let store = open(&court.data, STATION, options())?;
    store.turn_to(date())?;
    let child = decoder()?;
    let mut times = Times::default();
    for _ in 0..ROUNDS {
        for frame in frames {
            let start = std::time::Instant::now();
            let codes = child.decode(&frame.picture)?;
            let Some(code) = codes.first() else { continue };
            let answer = store.act(scan(random.random(), 1, Gesture::Enter, &code.text, at(10, 2)))?;
            let took = start.elapsed();
            answer.outcome.map_err(|refused| format!("{refused:?}"))?;
            times.push(took);
        }
    }
    let p99 = times.p99();
    Ok(vec![Row::bound(
        &format!("frame of a printed receipt → verdict on disk, {} readings", times.len()),
        "p99 ≤ 36 ms",
        format!("p99 **{}**, p50 {}", say(p99), say(times.p50())),
        p99 <= Duration::from_millis(36),
    )])
}
