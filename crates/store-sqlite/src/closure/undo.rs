// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A closure is taken back, as long as nobody was told of it: everything is as before.

use std::collections::HashSet;

use rusqlite::{Connection, params};
use serde_json::json;
use sha2::{Digest, Sha256};
use varco_core::{
    booking::{Booking, Status},
    ids::{BookingId, CourtId, ExceptionId, GestureKey, OfficeId, PersonId},
    schedule::{Capacity, Pool, capacity_at, closure},
    time::Millis,
};
use varco_store::{
    StoreError, Structure,
    closure::{CloseRefusal, Closed, MessageKind, taken_back},
    version_of,
};

use super::{Booked, make::Found, outbox, schedule};
use crate::{
    act::{Before, to_json},
    alter::{self, Done},
    edit,
    fault::strange,
    history::{self, Made},
    journal::{Beside, Hash},
    places,
    rows::{self, key},
    setup,
    sql::Sql,
    tx::Tx,
};

/// Takes a closure back.
pub(crate) fn undo(
    tx: &mut Tx<'_>,
    gesture: GestureKey,
    by: PersonId,
    id: ExceptionId,
    now: Millis,
) -> Result<Result<Closed, CloseRefusal>, StoreError> {
    let digest: Hash = Sha256::digest(format!("undo closure {by} {id}")).into();
    if let Some(before) = Before::find(tx.db, gesture)? {
        return before.answer(&digest).map(Ok);
    }
    let court = tx.setup()?.structure.clone();
    let Some(made) = outbox::made(tx.db, court.court.id, id)?.filter(|made| made.undone_at.is_none()) else {
        return Ok(Err(CloseRefusal::Unknown));
    };
    let messages = outbox::stored(tx.db, court.court.id, id)?;
    if messages.iter().any(|message| message.has_left(made.held_until, now)) {
        return Ok(Err(CloseRefusal::Left));
    }
    let Some(before) = taken_back(&court, &made.draft, id, made.at, &made.replaced) else {
        return Ok(Err(CloseRefusal::ChangedSince(Vec::new())));
    };
    let mut changed = Vec::new();
    let mut current = Vec::with_capacity(messages.len());
    for message in &messages {
        let booking = rows::booking(tx.db, court.court.id, message.booking)?;
        let booking = booking.ok_or_else(|| strange("a message about no booking"))?;
        if version_of(&booking) != message.left_as {
            changed.push(message.booking);
        }
        current.push(booking);
    }
    changed.extend(without_a_place(tx.db, &court, &before, &messages, made.at, now)?);
    if !changed.is_empty() {
        return Ok(Err(CloseRefusal::ChangedSince(changed)));
    }

    let count = |kind| u32::try_from(messages.iter().filter(|m| m.kind == kind).count()).unwrap_or(u32::MAX);
    let (moved, kept) = (count(MessageKind::Moved), count(MessageKind::Kept));
    let closed = Closed { id, moved, kept, cancelled: count(MessageKind::Cancelled), held_until: made.held_until };
    edit::write(tx.db, &court, &before)?;
    tx.db.run(
        "UPDATE closure SET undone_at = $3 WHERE court = $1 AND id = $2",
        params![court.court.id.0, id.0, now.0],
    )?;
    let sql = "UPDATE message SET state = 'withdrawn' WHERE court = $1 AND closure = $2";
    tx.db.run(sql, params![court.court.id.0, id.0])?;
    let said = json!({ "exception": made.draft.wanted, "undone": true });
    let thing = id.to_string();
    history::note(tx, Made { by: Some(by), at: now, kind: "closure", thing, before: Some(said), after: None })?;
    let beside = Beside {
        gesture: Some(gesture.0.to_be_bytes()),
        digest: Some(digest),
        answer: Some(to_json(&closed)?),
        proof: None,
    };
    setup::changed_by(tx, beside, now)?;
    for (message, booking) in messages.iter().zip(&current).filter(|(m, _)| m.kind == MessageKind::Moved) {
        let until = rows::cell_end(tx.db, court.court.id, message.booking)?;
        alter::give_back(tx, booking, until)?;
        take_receipt_back(tx.db, court.court.id, booking, &message.before.booking)?;
    }
    for message in messages {
        let Found { booking, until } = message.before;
        if message.kind != MessageKind::Kept {
            places::put_back(tx.db, court.court.id, &booking, until)?;
        }
        Done { booking, cell_end: until, receipt: None }.save(tx, None, now)?;
    }
    Ok(Ok(closed))
}

/// Deletes the receipt that nobody got, and what it would have opened.
fn take_receipt_back(db: &Connection, court: CourtId, now: &Booking, before: &Booking) -> Result<(), StoreError> {
    for issue in now.issues.iter().filter(|issue| !before.issues.contains(issue)) {
        let these = params![court.0, key(now.id), issue.issued_at];
        let sql = "DELETE FROM sealed_wrap WHERE court = $1 AND booking = $2 AND address = \
                   (SELECT address FROM issue WHERE court = $1 AND booking = $2 AND issued_at = $3)";
        db.run(sql, these)?;
        db.run("DELETE FROM issue WHERE court = $1 AND booking = $2 AND issued_at = $3", these)?;
    }
    Ok(())
}

/// Bookings that would have no place if all was as before: those that the exception alone made possible, and those that
/// have taken a place which was given up.
fn without_a_place(
    db: &Connection,
    court: &Structure,
    before: &Structure,
    messages: &[outbox::Stored],
    at: Millis,
    now: Millis,
) -> Result<Vec<BookingId>, StoreError> {
    let own: HashSet<u64> = messages.iter().map(|message| message.booking.get()).collect();
    let differ = |office: OfficeId| Ok::<_, StoreError>(schedule(court, office)? != schedule(before, office)?);
    let mut found = Vec::new();
    for office in court.schedules.iter().map(|schedule| schedule.office) {
        if !differ(office)? {
            continue;
        }
        let booked = Booked::of(db, court.court.id, office, now)?;
        let hit = closure::hits(&booked.reached(court, before)?, now);
        found.extend(hit.into_iter().map(|(held, _)| held.booking.id).filter(|id| !own.contains(&id.get())));

        // The places as they would be counted again.
        let mut used = booked.used.clone();
        let mine = booked.held.iter().filter(|held| own.contains(&held.booking.id.get()));
        for held in mine {
            for cell in held.cells() {
                if let Some(used) = used.get_mut(&(cell, held.pool())) {
                    used.bookings = used.bookings.saturating_sub(1);
                    used.persons = used.persons.saturating_sub(u32::from(held.booking.persons));
                }
            }
        }
        let back: Vec<closure::Held> = messages
            .iter()
            .filter(|message| message.before.booking.office == office)
            .map(|message| closure::Held { booking: message.before.booking.clone(), until: message.before.until })
            .filter(|held| held.booking.status == Status::Booked)
            .collect();
        for held in &back {
            for cell in held.cells() {
                let used = used.entry((cell, held.pool())).or_default();
                used.bookings += 1;
                used.persons += u32::from(held.booking.persons);
            }
        }
        let newer: Vec<&closure::Held> =
            booked.held.iter().filter(|h| !own.contains(&h.booking.id.get()) && h.booking.decided_at >= at).collect();
        for (cell, pool) in back.iter().flat_map(|held| held.cells().map(|cell| (cell, held.pool()))) {
            let nothing = Capacity { desks: 0, persons: 0 };
            let holds = capacity_at(schedule(before, office)?, cell, pool).unwrap_or(nothing);
            let used = used.get(&(cell, pool)).copied().unwrap_or_default();
            if used.bookings > u32::from(holds.desks) || used.persons > u32::from(holds.persons) {
                let there = |held: &&&closure::Held| held.pool() == Pool(pool.0) && held.cells().any(|c| c == cell);
                found.extend(newer.iter().filter(there).map(|held| held.booking.id));
            }
        }
    }
    found.sort_by_key(|id| id.get());
    found.dedup();
    Ok(found)
}
