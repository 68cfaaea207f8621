// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What a draft would do, and the draft done: exception, bookings, messages, history and facts in one transaction.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};
use varco_core::{
    booking::{Booking, By, Cancellation, Status},
    ids::{BookingId, ExceptionId, GestureKey, PersonId},
    schedule::closure::{self, Draft, Held},
    time::{Cell, Millis, civil},
};
use varco_store::{
    StoreError, Structure,
    closure::{
        Close, CloseRefusal, Closed, Decision, HELD_MINUTES, MessageKind, Planned, applied, faults, replaced, seen,
    },
    seal::Opener,
    version_of,
};

use super::{Booked, next_id, schedule};
use crate::{
    act::{Before, to_json},
    alter::{self, Done},
    edit,
    fault::fault,
    history::{self, Made},
    journal::{Beside, Hash},
    rows::key,
    setup,
    sql::Sql,
    tx::Tx,
};

type Outcome = Result<Closed, CloseRefusal>;

/// A booking as a closure found it.
#[derive(Serialize, Deserialize)]
pub(super) struct Found {
    pub(super) booking: Booking,
    pub(super) until: Cell,
}

/// A draft with all that it reaches.
struct Look {
    id: ExceptionId,
    after: Structure,
    booked: Vec<Booked>,
}

impl Look {
    fn new(db: &Connection, court: &Structure, draft: &Draft, now: Millis) -> Result<Self, StoreError> {
        let id = next_id(db, court)?;
        let (after, reached) = applied(court, draft, id, now);
        let all = reached.into_iter().map(|office| Booked::of(db, court.court.id, office, now));
        Ok(Self { id, after, booked: all.collect::<Result<_, _>>()? })
    }

    fn hits<'a>(&'a self, court: &'a Structure, now: Millis) -> Result<Vec<&'a Held>, StoreError> {
        let mut all = Vec::new();
        for booked in &self.booked {
            let reached = booked.reached(court, &self.after)?;
            all.extend(closure::hits(&reached, now).into_iter().map(|(held, _)| held));
        }
        all.sort_by_key(|held| (held.booking.start, held.booking.id.get()));
        Ok(all)
    }

    fn seen(&self, court: &Structure, draft: &Draft, hits: &[&Held]) -> Result<String, StoreError> {
        let schedules = self.booked.iter().map(|booked| schedule(court, booked.office));
        let schedules: Vec<_> = schedules.collect::<Result<_, _>>()?;
        Ok(seen(draft, schedules.into_iter(), hits.iter().copied()))
    }
}

/// What a draft would do to the bookings that exist.
pub(crate) fn plan(
    db: &Connection,
    court: &Structure,
    draft: &Draft,
    now: Millis,
) -> Result<Result<Planned, CloseRefusal>, StoreError> {
    let wrong = faults(court, draft, now);
    if !wrong.is_empty() {
        return Ok(Err(CloseRefusal::Faults(wrong)));
    }
    let look = Look::new(db, court, draft, now)?;
    let seen = look.seen(court, draft, &look.hits(court, now)?)?;
    let mut hits = Vec::new();
    let mut schedules = Vec::new();
    for booked in &look.booked {
        let reached = booked.reached(court, &look.after)?;
        hits.extend(closure::plan(&reached, now));
        schedules.push((reached.before, reached.after));
    }
    hits.sort_by_key(|hit| (hit.held.booking.start, hit.held.booking.id.get()));
    let zone = court.sites.first().map(|site| site.zone).unwrap_or_default();
    let hint = draft.hint(&schedules, civil(zone, now).date());
    Ok(Ok(Planned { seen, hits, hint }))
}

/// Digest of what is asked.
fn digest(by: PersonId, close: &Close) -> Result<Hash, StoreError> {
    Ok(Sha256::digest(format!("close {by} {}", to_json(close)?)).into())
}

/// Saves an exception with all that was decided; nothing of it when something of it cannot be.
pub(crate) fn close(
    tx: &mut Tx<'_>,
    gesture: GestureKey,
    by: PersonId,
    close: &Close,
    opener: Option<&Opener>,
    now: Millis,
) -> Result<Outcome, StoreError> {
    let digest = digest(by, close)?;
    if let Some(before) = Before::find(tx.db, gesture)? {
        return before.answer(&digest).map(Ok);
    }
    let court = tx.setup()?.structure.clone();
    let wrong = faults(&court, &close.draft, now);
    if !wrong.is_empty() {
        return Ok(Err(CloseRefusal::Faults(wrong)));
    }
    if let Some(text) = close.texts.fault() {
        return Ok(Err(CloseRefusal::Text(text)));
    }
    let look = Look::new(tx.db, &court, &close.draft, now)?;
    let hits = look.hits(&court, now)?;
    let decided: BTreeMap<u64, Decision> = close.decisions.iter().map(|d| (d.booking.get(), d.decision)).collect();
    let listed: BTreeSet<u64> = hits.iter().map(|held| held.booking.id.get()).collect();
    let only =
        |one: &BTreeSet<u64>, other: &BTreeSet<u64>| one.difference(other).map(|id| BookingId::new(*id)).collect();
    let known: BTreeSet<u64> = decided.keys().copied().collect();
    let (new, gone): (Vec<_>, Vec<_>) = (only(&listed, &known), only(&known, &listed));
    let fresh = look.seen(&court, &close.draft, &hits)? == close.seen && decided.len() == close.decisions.len();
    if !fresh || !new.is_empty() || !gone.is_empty() {
        return Ok(Err(CloseRefusal::Stale { new, gone }));
    }
    let all: Vec<(Held, Decision)> =
        hits.into_iter().filter_map(|held| Some((held.clone(), *decided.get(&held.booking.id.get())?))).collect();
    let Look { id, after, .. } = look;
    let count = |kind| u32::try_from(all.iter().filter(|(_, d)| d.message() == kind).count()).unwrap_or(u32::MAX);
    let closed = Closed {
        id,
        moved: count(MessageKind::Moved),
        kept: count(MessageKind::Kept),
        cancelled: count(MessageKind::Cancelled),
        held_until: now.plus_minutes(HELD_MINUTES),
    };

    // Whatever is refused from here on leaves nothing behind.
    let known = (tx.head.clone(), tx.change.clone());
    tx.db.execute_batch("SAVEPOINT closing").map_err(fault)?;
    let work = Work { id, close, closed, gesture: Some((gesture, digest)), by, opener, now };
    let done = work.all(tx, &court, &after, all)?;
    match done {
        Ok(()) => {
            tx.db.execute_batch("RELEASE closing").map_err(fault)?;
            Ok(Ok(closed))
        }
        Err(refusal) => {
            tx.db.execute_batch("ROLLBACK TO closing; RELEASE closing").map_err(fault)?;
            (tx.head, tx.change) = known;
            Ok(Err(refusal))
        }
    }
}

struct Work<'a> {
    id: ExceptionId,
    close: &'a Close,
    closed: Closed,
    gesture: Option<(GestureKey, Hash)>,
    by: PersonId,
    opener: Option<&'a Opener>,
    now: Millis,
}

impl Work<'_> {
    fn all(
        &self,
        tx: &mut Tx<'_>,
        court: &Structure,
        after: &Structure,
        all: Vec<(Held, Decision)>,
    ) -> Result<Result<(), CloseRefusal>, StoreError> {
        self.exception(tx, court, after)?;
        // Everybody who goes gives the place back before anybody takes one.
        for (held, decision) in &all {
            if !matches!(decision, Decision::Keep) {
                alter::give_back(tx, &held.booking, held.until)?;
            }
        }
        for (held, decision) in all {
            let id = held.booking.id;
            let found = Found { booking: held.booking.clone(), until: held.until };
            let Some(done) = self.one(tx, held, decision)? else {
                return Ok(Err(CloseRefusal::PlaceGone(id)));
            };
            let booking = done.save(tx, None, self.now)?.booking;
            tx.db.run(
                "INSERT INTO message (court, closure, booking, kind, channel, state, before, left_as) \
                 VALUES ($1, $2, $3, $4, 'paper', 'held', $5, $6)",
                params![
                    court.court.id.0,
                    self.id.0,
                    key(id),
                    decision.message().name(),
                    to_json(&found)?,
                    version_of(&booking)
                ],
            )?;
        }
        Ok(Ok(()))
    }

    /// The exception in the schedules, what was done with it, the history and the fact.
    fn exception(&self, tx: &mut Tx<'_>, court: &Structure, after: &Structure) -> Result<(), StoreError> {
        let Close { draft, texts, .. } = self.close;
        edit::write(tx.db, court, after)?;
        tx.db.run(
            "INSERT INTO closure (court, id, at, person, draft, replaced, texts, held_until) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            params![
                court.court.id.0,
                self.id.0,
                self.now.0,
                self.by.0,
                to_json(draft)?,
                to_json(&replaced(court, draft))?,
                to_json(texts)?,
                self.closed.held_until.0
            ],
        )?;
        let before = replaced(court, draft).into_iter().next().map(|was| json!({ "exception": was.exception }));
        let Closed { moved, kept, cancelled, .. } = self.closed;
        let wanted = draft.wanted.as_ref();
        let said = json!({ "exception": wanted, "moved": moved, "kept": kept, "cancelled": cancelled });
        let thing = self.id.to_string();
        history::note(tx, Made { by: Some(self.by), at: self.now, kind: "closure", thing, before, after: Some(said) })?;
        let beside = Beside {
            gesture: self.gesture.map(|(gesture, _)| gesture.0.to_be_bytes()),
            digest: self.gesture.map(|(_, digest)| digest),
            answer: Some(to_json(&self.closed)?),
            proof: None,
        };
        setup::changed_by(tx, beside, self.now)
    }

    /// One booking; `None` when its new place is gone.
    fn one(&self, tx: &mut Tx<'_>, held: Held, decision: Decision) -> Result<Option<Done>, StoreError> {
        let Held { mut booking, until } = held;
        match decision {
            Decision::Keep => {
                booking.decided_at = self.now;
                Ok(Some(Done { booking, cell_end: until, receipt: None }))
            }
            Decision::Cancel => {
                let cancellation = Cancellation { at: self.now, by: By::Office, replaced_by: None };
                booking.status = Status::Cancelled(cancellation);
                Ok(Some(Done { booking, cell_end: until, receipt: None }))
            }
            Decision::Move { start } if start <= self.now => Ok(None),
            Decision::Move { start } => {
                let to = (booking.office, booking.service, start);
                Ok(alter::arrive(tx, booking, to, self.opener, self.now)?.ok())
            }
        }
    }
}
