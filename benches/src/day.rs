// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A court on a day of 10,000 bookings, of which 30,000 scans are made by half past eleven. From a seed.

use std::{
    path::Path,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use chrono::NaiveDate;
use rand::{RngExt, SeedableRng, rngs::StdRng, seq::SliceRandom};
use varco_core::{
    gate::{Act, Gesture, Station, Via},
    ids::{GateId, GestureKey, OfficeId, SiteId, StationId},
    receipt::read,
    schedule::{self, Audience},
    time::{Millis, Zone, civil, resolve_forward},
};
use varco_demo::{DemoReceipt, Kind, demo_people, demo_structure, fill};
use varco_store::{ActRequest, Caller, Live, Store};
use varco_store_sqlite::{Options, SqliteStore, open};

use crate::measure::Outcome;

/// Bookings of the day.
pub const BOOKINGS: usize = 10_000;
/// Scans that were made when the measuring begins.
pub const SCANS: usize = 30_000;
/// Everything made by chance comes from it.
pub const SEED: u64 = 21;
/// The machine that writes.
pub const STATION: StationId = StationId(1);

/// Writers that make the scans: so many share a commit.
const WRITERS: usize = 64;

/// A day in a folder.
pub struct Day {
    /// The open folder.
    pub store: SqliteStore,
    /// The receipts of the day, in no order.
    pub receipts: Vec<DemoReceipt>,
    /// When the measuring begins: the last scan was made before.
    pub now: Millis,
}

/// The day itself, a Tuesday.
pub fn date() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 15).unwrap_or_default()
}

/// An instant of the day.
pub fn at(hour: u32, minute: u32) -> Millis {
    resolve_forward(Zone::default(), date().and_hms_opt(hour, minute, 0).unwrap_or_default())
}

/// How the folder is opened: as a gate does it.
pub fn options() -> Options {
    Options { check_in_background: false, ..Options::default() }
}

/// Makes the court and its bookings.
pub fn book(folder: &Path) -> Outcome<Vec<DemoReceipt>> {
    let store = open(folder, STATION, Options { seed: Some([21; 32]), ..options() })?;
    // Twice as many places as bookings: some take two slots, and they are not spread evenly.
    let plans = demo_structure(1).schedules;
    let slots = plans.iter().flat_map(|plan| schedule::slots(plan, date(), Audience::All));
    let places: usize = slots.map(|slot| usize::from(slot.desks)).sum();
    let scale = u16::try_from(2 * BOOKINGS.div_ceil(places.max(1)))?;
    let yesterday = date().pred_opt().unwrap_or_default().and_hms_opt(9, 0, 0).unwrap_or_default();
    let yesterday = resolve_forward(Zone::default(), yesterday);
    store.install(demo_structure(scale), demo_people(), None, yesterday)?;
    store.turn_to(date())?;
    // The last visits of a day that would end after its last hour find no place.
    let receipts = fill(&store, date(), BOOKINGS + BOOKINGS / 50, SEED, yesterday, &mut |_| {})?;
    let today = receipts.iter().filter(|r| civil(Zone::default(), r.booking.start).date() == date()).count();
    if today < BOOKINGS {
        return Err(format!("only {today} of {BOOKINGS} bookings found a place").into());
    }
    Ok(receipts)
}

impl Day {
    /// Makes the day in an empty folder.
    pub fn make(folder: &Path) -> Outcome<Self> {
        let receipts = book(folder)?;
        let store = open(folder, STATION, options())?;
        store.turn_to(date())?;
        let day = Self { store, receipts, now: at(11, 30) };
        day.scan_until_now()?;
        Ok(day)
    }

    /// Receipts that are admitted at the main door if they are shown now.
    pub fn admitted_now(&self) -> impl Iterator<Item = &DemoReceipt> {
        let due = at(11, 20)..=at(11, 40);
        self.receipts
            .iter()
            .filter(move |r| r.kind == Kind::Good && r.booking.office == OfficeId(1) && due.contains(&r.booking.start))
    }

    /// A copy of what is known.
    pub fn live(&self) -> Outcome<Live> {
        let mut live = None;
        self.store.look(&mut |seen| live = Some(seen.clone()));
        live.ok_or_else(|| "nothing is known of the day".into())
    }

    /// The scans that were made before, by many writers at once.
    fn scan_until_now(&self) -> Outcome<()> {
        let requests = earlier(&self.receipts, self.now);
        let next = AtomicUsize::new(0);
        let failed = Mutex::new(None);
        thread::scope(|scope| {
            for _ in 0..WRITERS {
                scope.spawn(|| {
                    while let Some(request) = requests.get(next.fetch_add(1, Ordering::Relaxed)) {
                        if let Err(error) = self.store.act(request.clone()) {
                            *failed.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(error);
                            break;
                        }
                    }
                });
            }
        });
        let failed = failed.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        failed.map_or(Ok(()), |error| Err(error.into()))
    }
}

/// A station at a gate: the third is the lobby of the other building.
pub fn station(gate: u32, gesture: Gesture) -> Station {
    let site = SiteId(if gate == 3 { 2 } else { 1 });
    let gesture = if gate == 3 && gesture == Gesture::Enter { Gesture::Arrive } else { gesture };
    Station { id: StationId(gate), gate: GateId(gate), site, gesture, arrive_enters: gate == 3 }
}

/// A text shown at a gate.
pub fn scan(key: u128, gate: u32, gesture: Gesture, text: &[u8], now: Millis) -> ActRequest {
    ActRequest {
        caller: Caller {
            key: GestureKey(key),
            station: station(gate, gesture),
            actor: None,
            now,
            machine: now,
            clock_unsafe: false,
        },
        act: Act::Scan { shown: read(text), via: Via::Camera, look: false, late: None },
        body: [0; 32],
        not_recorded: false,
    }
}

/// Who came too early, entered, held the receipt out again, tried another gate, left and came back; and other people's
/// codes in between. Whoever is due now has not come yet.
fn earlier(receipts: &[DemoReceipt], now: Millis) -> Vec<ActRequest> {
    let mut random = StdRng::seed_from_u64(SEED + 1);
    let minutes = |n: i64| n * 60_000;
    let mut shown: Vec<(Millis, u32, Gesture, &[u8])> = Vec::new();
    for receipt in receipts.iter().filter(|r| r.booking.start < now - minutes(20)) {
        let text = receipt.text.as_bytes();
        let gate = if receipt.booking.office == OfficeId(3) { 3 } else { random.random_range(1..3) };
        let start = receipt.booking.start;
        let mut show = |at: Millis, gate: u32, gesture: Gesture| shown.push((at, gate, gesture, text));
        if random.random_ratio(1, 6) {
            show(start - minutes(25), gate, Gesture::Enter);
        }
        let came = start + random.random_range(minutes(-14)..minutes(9));
        show(came, gate, Gesture::Enter);
        for n in 0..random.random_range(0..4) {
            show(came + (n + 1) * 8_000, gate, Gesture::Enter);
        }
        if gate != 3 && random.random_ratio(1, 4) {
            show(came + minutes(2), 3 - gate, Gesture::Enter);
        }
        let left = came + random.random_range(minutes(10)..minutes(40));
        show(left, gate, Gesture::Exit);
        if random.random_ratio(1, 6) {
            show(left + minutes(3), gate, Gesture::Enter);
        }
    }
    shown.retain(|(at, ..)| *at < now);
    while shown.len() < SCANS {
        let at = now - random.random_range(minutes(1)..minutes(180));
        shown.push((at, random.random_range(1..4), Gesture::Enter, b"https://www.example.org/parcheggio?posto=12"));
    }
    // More than wanted: who is left out did not come.
    shown.shuffle(&mut random);
    shown.truncate(SCANS);
    shown.sort_by_key(|(at, ..)| *at);
    shown.into_iter().map(|(at, gate, gesture, text)| scan(random.random(), gate, gesture, text, at)).collect()
}
