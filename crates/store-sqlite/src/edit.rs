// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Things of the court are changed and changes taken back: the rows that differ, the history and the fact, together.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params};
use serde_json::Value;
use sha2::{Digest, Sha256};
use varco_core::{
    ids::{BookingId, CourtId, GestureKey, OfficeId, PersonId},
    time::Millis,
};
use varco_store::{
    StoreError, Structure,
    edit::{Booked, Edit, EditRefusal, Edited, Kind, Rows, Touched, Use, apply, difference, lists, restore},
};

use crate::{
    act::{Before, to_json},
    history::{self, Made},
    journal::{Beside, Hash},
    setup,
    sql::Sql,
    tx::Tx,
};

type Outcome = Result<Edited, EditRefusal>;

/// A row of history to be written.
struct Change {
    kind: String,
    thing: String,
    before: Rows,
    after: Rows,
}

/// Changes things of the court.
pub(crate) fn edit(
    tx: &mut Tx<'_>,
    key: GestureKey,
    by: PersonId,
    edits: &[Edit],
    now: Millis,
) -> Result<Outcome, StoreError> {
    let digest: Hash = Sha256::digest(format!("edit {by} {}", to_json(&edits)?)).into();
    if let Some(before) = Before::find(tx.db, key)? {
        return before.answer(&digest).map(Ok);
    }
    if edits.is_empty() {
        return Ok(Err(EditRefusal::Empty));
    }
    let setup = tx.setup()?;
    let booked = Booked { ahead: booked_ahead(tx.db, setup.structure.court.id, now)? };
    let mut court = setup.structure.clone();
    let mut touched = Vec::with_capacity(edits.len());
    let mut changes = Vec::new();
    for edit in edits {
        let (next, kind, id) = match apply(&court, edit, &booked) {
            Ok(applied) => applied,
            Err(refusal) => return by_whom(tx, refusal).map(Err),
        };
        let (before, after) = difference(&court, &next);
        if !(before.is_empty() && after.is_empty()) {
            changes.push(Change { kind: kind.name().to_owned(), thing: id.to_string(), before, after });
        }
        touched.push((kind, id));
        court = next;
    }
    let things = touched.into_iter().map(|(kind, id)| Touched { kind, id, version: version(&court, kind, id) });
    let things = things.collect();
    save(tx, &setup.structure, &court, changes, things, Gesture { key, digest, by, now }).map(Ok)
}

/// Takes a change back.
pub(crate) fn undo(
    tx: &mut Tx<'_>,
    key: GestureKey,
    by: PersonId,
    change: i64,
    now: Millis,
) -> Result<Outcome, StoreError> {
    let digest: Hash = Sha256::digest(format!("undo {by} {change}")).into();
    if let Some(before) = Before::find(tx.db, key)? {
        return before.answer(&digest).map(Ok);
    }
    let setup = tx.setup()?;
    let Some(row) = history::one(tx.db, setup.structure.court.id, change)? else {
        return Ok(Err(EditRefusal::Unknown));
    };
    let rows = |value: Option<Value>| match value {
        None => Some(Rows::new()),
        Some(Value::Object(rows)) => Some(rows),
        Some(_) => None,
    };
    let known = Kind::ALL.iter().any(|kind| kind.name() == row.kind);
    let (Some(before), Some(after)) = (rows(row.before).filter(|_| known), rows(row.after)) else {
        return Ok(Err(EditRefusal::Unknown));
    };
    let (court, things) = match restore(&setup.structure, &before, &after) {
        Ok(restored) => restored,
        Err(refusal) => return by_whom(tx, refusal).map(Err),
    };
    for gone in things.iter().filter(|thing| thing.version.is_none()) {
        if let Some(by) = used(tx, gone)? {
            return Ok(Err(EditRefusal::InUse { by }));
        }
    }
    let back = Change { kind: row.kind, thing: row.thing, before: after, after: before };
    save(tx, &setup.structure, &court, vec![back], things, Gesture { key, digest, by, now }).map(Ok)
}

/// Whose gesture it is.
struct Gesture {
    key: GestureKey,
    digest: Hash,
    by: PersonId,
    now: Millis,
}

/// Writes what differs. Where nothing does, nothing is written.
fn save(
    tx: &mut Tx<'_>,
    before: &Structure,
    after: &Structure,
    changes: Vec<Change>,
    things: Vec<Touched>,
    gesture: Gesture,
) -> Result<Edited, StoreError> {
    if changes.is_empty() {
        return Ok(Edited { things, changes: Vec::new() });
    }
    write(tx.db, before, after)?;
    let mut edited = Edited { things, changes: Vec::new() };
    for Change { kind, thing, before, after } in changes {
        let value = |rows: Rows| (!rows.is_empty()).then_some(Value::Object(rows));
        let (before, after) = (value(before), value(after));
        let made = Made { by: Some(gesture.by), at: gesture.now, kind: &kind, thing, before, after };
        edited.changes.push(history::note(tx, made)?);
    }
    let beside = Beside {
        gesture: Some(gesture.key.0.to_be_bytes()),
        digest: Some(gesture.digest),
        answer: Some(to_json(&edited)?),
        proof: None,
    };
    setup::changed_by(tx, beside, gesture.now)?;
    Ok(edited)
}

/// Writes the rows that differ, each in the place that it has; a new one comes after the others.
pub(crate) fn write(db: &Connection, before: &Structure, after: &Structure) -> Result<(), StoreError> {
    let court = after.court.id;
    for ((kind, before), (_, after)) in lists(before).into_iter().zip(lists(after)) {
        let places = places(db, court, kind)?;
        let mut next = places.last().map_or(0, |last| last + 1);
        let known: BTreeMap<u32, (i64, String)> =
            before.into_iter().zip(&places).map(|((id, body), place)| (id, (*place, body))).collect();
        let kept: BTreeSet<u32> = after.iter().map(|(id, _)| *id).collect();
        for (place, _) in known.iter().filter(|(id, _)| !kept.contains(id)).map(|(_, row)| row) {
            let sql = "DELETE FROM structure WHERE court = $1 AND kind = $2 AND id = $3";
            db.run(sql, params![court.0, kind.name(), place])?;
        }
        for (id, body) in after {
            let place = match known.get(&id) {
                Some((_, same)) if *same == body => continue,
                Some((place, _)) => *place,
                None => {
                    next += 1;
                    next - 1
                }
            };
            let sql = "INSERT INTO structure (court, kind, id, body) VALUES ($1, $2, $3, $4) \
                       ON CONFLICT (court, kind, id) DO UPDATE SET body = excluded.body";
            db.run(sql, params![court.0, kind.name(), place, body])?;
        }
    }
    Ok(())
}

fn places(db: &Connection, court: CourtId, kind: Kind) -> Result<Vec<i64>, StoreError> {
    let sql = "SELECT id FROM structure WHERE court = $1 AND kind = $2 ORDER BY id";
    db.all(sql, params![court.0, kind.name()], |row| row.get(0))
}

/// The version that a thing has now.
fn version(court: &Structure, kind: Kind, id: u32) -> Option<String> {
    let s = court;
    match kind {
        Kind::Court => Some(varco_store::version_of(&s.court)),
        Kind::Grants => Some(varco_store::version_of(&s.grants)),
        Kind::Site => s.sites.iter().find(|x| x.id.0 == id).map(varco_store::version_of),
        Kind::Gate => s.gates.iter().find(|x| x.id.0 == id).map(varco_store::version_of),
        Kind::Office => s.offices.iter().find(|x| x.id.0 == id).map(varco_store::version_of),
        Kind::Service => s.services.iter().find(|x| x.id.0 == id).map(varco_store::version_of),
        Kind::Schedule => s.schedules.iter().find(|x| x.office.0 == id).map(varco_store::version_of),
    }
}

/// Says who changed what has become stale.
fn by_whom(tx: &Tx<'_>, refusal: EditRefusal) -> Result<EditRefusal, StoreError> {
    let EditRefusal::Stale { kind, id, .. } = refusal else { return Ok(refusal) };
    let last = history::last_of(tx.db, tx.court()?, kind.name(), &id.to_string())?;
    let (by, at) = last.map_or((None, None), |(by, at)| (by, Some(at)));
    Ok(EditRefusal::Stale { kind, id, by, at })
}

fn booked_ahead(db: &Connection, court: CourtId, now: Millis) -> Result<BTreeSet<OfficeId>, StoreError> {
    let sql = "SELECT DISTINCT office FROM booking WHERE court = $1 AND start_at >= $2 AND cancelled_at IS NULL";
    let offices = db.all(sql, params![court.0, now.0], |row| row.get(0).map(OfficeId))?;
    Ok(offices.into_iter().collect())
}

/// What refers to a thing that would go, beside the court's setup.
fn used(tx: &Tx<'_>, gone: &Touched) -> Result<Option<Use>, StoreError> {
    let column = match gone.kind {
        Kind::Office => "office",
        Kind::Service => "service",
        _ => return Ok(None),
    };
    let sql = format!("SELECT 1 FROM booking WHERE court = $1 AND {column} = $2");
    if tx.db.first(&sql, params![tx.court()?.0, gone.id], |_| Ok(()))?.is_some() {
        return Ok(Some(Use::Bookings));
    }
    let works_there = |person: &varco_store::Person| person.offices.contains(&OfficeId(gone.id));
    let people = gone.kind == Kind::Office && tx.setup()?.people.iter().any(works_there);
    Ok(people.then_some(Use::People))
}

/// Bookings of an office that were not cancelled, from an instant on.
pub(crate) fn bookings_ahead(
    db: &Connection,
    court: CourtId,
    office: OfficeId,
    from: Millis,
    limit: usize,
) -> Result<Vec<BookingId>, StoreError> {
    let sql = "SELECT id FROM booking WHERE court = $1 AND office = $2 AND start_at >= $3 AND cancelled_at IS NULL \
               ORDER BY start_at, id LIMIT $4";
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let ids = db.all(sql, params![court.0, office.0, from.0, limit], |row| row.get::<_, i64>(0))?;
    Ok(ids.into_iter().map(|id| BookingId::new(id.cast_unsigned())).collect())
}
