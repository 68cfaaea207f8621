// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Eight gates at once against one: scans a second, and commits a scan; on the disk as it is, and with 5 ms more a sync.

use std::{
    path::Path,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use rand::{RngExt, SeedableRng, rngs::StdRng};
use varco_core::{gate::Gesture, time::Millis};
use varco_store::Store;
use varco_store_sqlite::{Options, SqliteStore, open};

use crate::{
    day::{Day, SEED, STATION, date, options, scan},
    measure::{Outcome, Row},
    slow_disk,
};

/// Gates at once.
const GATES: usize = 8;
/// How long one gate, then eight, scan before it is the other's turn.
const TURN: Duration = Duration::from_millis(700);
/// Turns of each.
const TURNS: usize = 8;
/// Added to each sync.
const DELAY: Duration = Duration::from_millis(5);

/// Scans and commits of some turns.
#[derive(Default, Clone, Copy)]
struct Sum {
    scans: usize,
    commits: u64,
    time: Duration,
}

impl Sum {
    fn rate(&self) -> f64 {
        self.scans as f64 / self.time.as_secs_f64().max(1e-9)
    }

    fn commits_a_scan(&self) -> f64 {
        self.commits as f64 / (self.scans as f64).max(1.0)
    }
}

/// On the day's own disk, then on the slow one. The day is closed for it: the slow disk is for one process alone.
pub fn rows(day: Day) -> Outcome<Vec<Row>> {
    let Day { store, receipts, now } = day;
    let texts: Vec<String> = receipts.into_iter().map(|r| r.text).collect();
    let (one, eight) = compare(&store, &texts, now, SEED + 100)?;
    let folder = store.folder().to_owned();
    drop(store);
    let (slow_one, slow_eight) = on_slow_disk(&folder, &texts, now)?;
    let row = |what: &str, bound: &str, one: Sum, eight: Sum, least: f64| {
        let (gain, commits) = (eight.rate() / one.rate(), eight.commits_a_scan());
        Row::bound(
            what,
            bound,
            format!(
                "**{gain:.1} ×** ({:.0} scans a second; one gate {:.0}); **{commits:.2}** commits a scan",
                eight.rate(),
                one.rate()
            ),
            gain >= least && commits <= 0.3,
        )
    };
    Ok(vec![
        row("eight gates at once", "≥ 2 × one gate; ≤ 0.3 commits a scan", one, eight, 2.0),
        row("the same with 5 ms added to each sync", "≥ 5 × one gate; ≤ 0.3 commits a scan", slow_one, slow_eight, 5.0),
    ])
}

fn on_slow_disk(folder: &Path, texts: &[String], now: Millis) -> Outcome<(Sum, Sum)> {
    const NAME: &str = "slow-disk";
    slow_disk::register(NAME, DELAY)?;
    let store = open(folder, STATION, Options { alone: true, vfs: Some(NAME.to_owned()), ..options() })?;
    store.turn_to(date())?;
    compare(&store, texts, now, SEED + 200)
}

/// One gate and eight, in turn.
fn compare(store: &SqliteStore, texts: &[String], now: Millis, seed: u64) -> Outcome<(Sum, Sum)> {
    let (mut one, mut eight) = (Sum::default(), Sum::default());
    for turn in 0..TURNS {
        for (gates, sum) in [(1, &mut one), (GATES, &mut eight)] {
            let seed = seed + (turn * 2 + usize::from(gates > 1)) as u64;
            let (before, start) = (store.commits(), Instant::now());
            sum.scans += scans(store, texts, now, gates, seed)?;
            sum.time += start.elapsed();
            sum.commits += store.commits() - before;
        }
    }
    Ok((one, eight))
}

/// So many gates scan for a turn, each the next receipt as soon as it has a verdict.
fn scans(store: &SqliteStore, texts: &[String], now: Millis, gates: usize, seed: u64) -> Outcome<usize> {
    let (done, over, failed) = (AtomicUsize::new(0), AtomicBool::new(false), Mutex::new(None));
    thread::scope(|scope| {
        for gate in 0..gates {
            let (done, over, failed) = (&done, &over, &failed);
            scope.spawn(move || {
                let mut random = StdRng::seed_from_u64(seed * 1_000 + gate as u64);
                while !over.load(Ordering::Relaxed) {
                    let text = &texts[random.random_range(0..texts.len())];
                    let request = scan(random.random(), 1 + gate as u32 % 2, Gesture::Enter, text.as_bytes(), now);
                    match store.act(request) {
                        // A gesture that was made before would be answered without a write.
                        Ok(answer) if !answer.repeated => {}
                        Ok(_) => break,
                        Err(error) => {
                            *failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                            break;
                        }
                    }
                    done.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        thread::sleep(TURN);
        over.store(true, Ordering::Relaxed);
    });
    match failed.into_inner().unwrap_or_else(PoisonError::into_inner) {
        Some(error) => Err(error.into()),
        None => Ok(done.into_inner()),
    }
}
