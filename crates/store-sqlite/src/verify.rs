// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Looks at everything.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::JoinHandle,
};

use rusqlite::{Connection, params};
use varco_core::{
    booking::Status,
    gate::Event,
    ids::{BookingId, CourtId, StationId},
    time::{Cell, Millis},
};
use varco_store::{Damage, Finding, StoreError, VerifyReport};

use crate::{
    fault::fault,
    history,
    journal::{self, Hash, Head, hex},
    names,
    options::Clock,
    rows, setup,
    shared::Shared,
    sql::Sql,
};

/// The full check on a thread of its own.
pub(crate) struct Background {
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Background {
    /// Starts it; what it found stands in the health.
    pub(crate) fn start(db: Connection, shared: &Arc<Shared>, clock: Option<Clock>) -> Option<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let (shared, stopped) = (Arc::clone(shared), Arc::clone(&stop));
        let work = move || {
            let interrupted = || stopped.load(Ordering::Relaxed);
            let found = check(&db, &interrupted);
            if interrupted() {
                return;
            }
            let mut health = shared.health();
            let now = clock.map(|c| c()).or(health.written_at).unwrap_or(Millis(0));
            match found {
                Ok(report) if report.is_sound() => health.checked_at = Some(now),
                Ok(report) => health.found = report.findings.into_iter().find(|f| !f.ok).and_then(|f| f.detail),
                Err(error) => health.found = Some(error.to_string()),
            }
        };
        let thread = std::thread::Builder::new().name("varco-check".into()).spawn(work).ok()?;
        Some(Self { stop, thread: Some(thread) })
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            // It only reads.
            let _ = thread.join();
        }
    }
}

/// Everything, at one moment of the file.
pub(crate) fn verify(db: &Connection) -> Result<VerifyReport, StoreError> {
    check(db, &|| false)
}

fn check(db: &Connection, interrupted: &dyn Fn() -> bool) -> Result<VerifyReport, StoreError> {
    db.execute_batch("BEGIN").map_err(fault)?;
    let report = look(db, interrupted);
    // Only reading: nothing to keep.
    let _ = db.execute_batch("ROLLBACK");
    report
}

fn look(db: &Connection, interrupted: &dyn Fn() -> bool) -> Result<VerifyReport, StoreError> {
    let mut report = VerifyReport::default();
    let mut push = |what: &str, rows: u64, detail: Option<String>| {
        report.findings.push(Finding { what: what.to_owned(), ok: detail.is_none(), rows, detail });
    };
    let walked = walk(db, interrupted)?;
    push("chain", walked.rows, walked.broken.clone());
    push("gestures", walked.gestures, walked.gesture_fault.clone());
    if let Some(setup) = setup::read(db)? {
        let court = setup.structure.court.id;
        let (rows, detail) = use_counts(db, court)?;
        push("use", rows, detail);
        let (rows, detail) = bookings(db, court, &walked, interrupted)?;
        push("bookings", rows, detail);
        let (rows, detail) = sealed(db, court)?;
        push("sealed", rows, detail);
        let proven = walked.structure.is_none_or(|p| setup::proof(db, court).is_ok_and(|found| found == p));
        let (rows, detail) = history::check(db, court)?;
        push("history", rows, detail);
        push("structure", 1, (!proven).then(|| "the court is not set up as the journal says".into()));
    }
    let dangling = db.all("PRAGMA foreign_key_check", [], |row| row.get::<_, String>(0))?;
    let detail =
        dangling.first().map(|table| format!("{} rows point at nothing, the first in {table}", dangling.len()));
    push("foreign_keys", dangling.len() as u64, detail);
    let said = db.all("PRAGMA integrity_check", [], |row| row.get::<_, String>(0))?;
    push("integrity", 1, (said != ["ok"]).then(|| said.join("; ")));
    report.head = hex(&walked.head.hash);
    Ok(report)
}

/// What a walk along the journal gathers.
#[derive(Default)]
struct Walked {
    head: Head,
    rows: u64,
    broken: Option<String>,
    gestures: u64,
    gesture_fault: Option<String>,
    /// The last commitment to each booking.
    proofs: HashMap<BookingId, Hash>,
    structure: Option<Hash>,
}

fn walk(db: &Connection, interrupted: &dyn Fn() -> bool) -> Result<Walked, StoreError> {
    let mut walked = Walked::default();
    let mut seqs: BTreeMap<u32, i64> = BTreeMap::new();
    let mut seen = HashSet::new();
    let mut head = Head::default();
    let mut gap = None;
    let mut gesture_fault = None;
    let (mut gestures, mut proofs, mut structure) = (0, HashMap::new(), None);
    let done = journal::follow(db, &mut head, StationId(0), |row| {
        if interrupted() {
            return Err(StoreError::Busy);
        }
        let last = seqs.entry(row.origin).or_default();
        if row.seq != *last + 1 {
            gap.get_or_insert(format!("row {}: station {} goes from {last} to {}", row.row, row.origin, row.seq));
        }
        *last = row.seq;
        match (row.event()?, row.proof) {
            (Event::Booking { booking, .. }, Some(proof)) => {
                proofs.insert(booking, proof);
            }
            (Event::Structure { .. }, Some(proof)) => structure = Some(proof),
            _ => {}
        }
        if let Some(gesture) = row.gesture {
            gestures += 1;
            let answer = row.answer.as_deref().map(serde_json::from_str::<serde_json::Value>);
            if !seen.insert(gesture) {
                gesture_fault.get_or_insert(format!("row {}: a gesture that was there before", row.row));
            } else if row.digest.is_none() || !matches!(answer, Some(Ok(_))) {
                gesture_fault.get_or_insert(format!("row {}: a gesture without its answer", row.row));
            }
        }
        Ok(())
    });
    walked.broken = match done {
        Ok(_) => gap,
        Err(StoreError::Damaged(Damage::Chain { seq })) => Some(format!("the chain breaks at row {seq}")),
        Err(error) => return Err(error),
    };
    walked.rows = head.row.cast_unsigned();
    walked.head = head;
    (walked.gestures, walked.gesture_fault, walked.proofs, walked.structure) =
        (gestures, gesture_fault, proofs, structure);
    Ok(walked)
}

/// Use recounted from the bookings.
fn use_counts(db: &Connection, court: CourtId) -> Result<(u64, Option<String>), StoreError> {
    type Key = (u32, u32, String);
    let mut counted: HashMap<Key, (i64, i64)> = HashMap::new();
    let sql = "SELECT office, pool, start_at, cell_end, persons FROM booking \
               WHERE court = $1 AND cancelled_at IS NULL";
    let bookings = db.all(sql, [court.0], |r| {
        Ok((r.get::<_, u32>(0)?, r.get::<_, String>(1)?, Millis(r.get(2)?), r.get::<_, u32>(3)?, r.get::<_, i64>(4)?))
    })?;
    for (office, pool, start, end, persons) in bookings {
        for cell in Cell::of(start).0..end {
            let used = counted.entry((office, cell, pool.clone())).or_default();
            *used = (used.0 + 1, used.1 + persons);
        }
    }
    let sql = "SELECT office, cell, pool, bookings_used, persons_used FROM use_cell WHERE court = $1";
    let stored = db.all(sql, params![court.0], |r| {
        Ok(((r.get(0)?, r.get(1)?, r.get(2)?), (r.get::<_, i64>(3)?, r.get::<_, i64>(4)?)))
    })?;
    let rows = stored.len() as u64;
    for (key, used) in stored {
        let right: (i64, i64) = counted.remove(&key).unwrap_or_default();
        if right != used {
            let (office, cell, pool) = key;
            let at = Cell(cell).start();
            return Ok((rows, Some(format!("office {office}, {at}, {pool}: {used:?} counted, {right:?} booked"))));
        }
    }
    let missing = counted.into_keys().next();
    Ok((
        rows,
        missing.map(|(office, cell, pool)| format!("office {office}, {}, {pool}: not counted", Cell(cell).start())),
    ))
}

/// Each booking is as the journal says it was last.
fn bookings(
    db: &Connection,
    court: CourtId,
    walked: &Walked,
    interrupted: &dyn Fn() -> bool,
) -> Result<(u64, Option<String>), StoreError> {
    let all = rows::bookings_between(db, court, Millis(i64::MIN), Millis(i64::MAX))?;
    let rows = all.len() as u64;
    if walked.broken.is_some() {
        return Ok((rows, None));
    }
    let mut proofs = walked.proofs.clone();
    for booking in all {
        if interrupted() {
            return Err(StoreError::Busy);
        }
        let cell_end = rows::cell_end(db, court, booking.id)?;
        let found = names::proof(db, court, &booking, cell_end.0)?;
        if proofs.remove(&booking.id) != Some(found) {
            return Ok((rows, Some(format!("booking {} is not as the journal says", booking.id))));
        }
        if booking.issues.is_empty() && booking.status == Status::Booked {
            return Ok((rows, Some(format!("booking {} has no receipt", booking.id))));
        }
    }
    let gone = proofs.into_keys().next();
    Ok((rows, gone.map(|id| format!("booking {id} is in the journal and nowhere else"))))
}

/// Nothing sealed is left of a booking that was forgotten, and no box is left without its row.
fn sealed(db: &Connection, court: CourtId) -> Result<(u64, Option<String>), StoreError> {
    let rows = db.first("SELECT COUNT(*) FROM sealed_detail WHERE court = $1", [court.0], |r| r.get::<_, i64>(0))?;
    let sql = "SELECT COUNT(*) FROM forgotten AS f JOIN sealed_detail AS s \
               ON s.court = f.court AND s.booking = f.booking WHERE f.court = $1";
    let left = db.first(sql, [court.0], |r| r.get::<_, i64>(0))?.unwrap_or_default();
    let detail = (left > 0).then(|| format!("{left} sealed rows are left of bookings that were forgotten"));
    Ok((rows.unwrap_or_default().cast_unsigned(), detail))
}
