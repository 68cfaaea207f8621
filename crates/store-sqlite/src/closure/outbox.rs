// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What was done with exceptions, and the messages about it: without a name and without an address.

use std::collections::HashMap;

use rusqlite::{Connection, params};
use serde::de::DeserializeOwned;
use varco_core::{
    ids::{BookingId, CourtId, ExceptionId, PersonId},
    schedule::{Level, closure::Draft},
    time::Millis,
};
use varco_store::{
    StoreError, Structure,
    closure::{
        CloseRefusal, Closed, ClosureRow, Message, MessageKind, MessageState, MessageTexts, Replaced, exceptions,
        taken_back,
    },
    seal::{NamesKey, Opener},
};

use super::make::Found;
use crate::{
    book,
    fault::strange,
    names,
    rows::{self, key},
    sql::Sql,
    tx::Tx,
};

/// A closure as it is stored.
pub(super) struct Closing {
    pub(super) id: ExceptionId,
    pub(super) at: Millis,
    by: Option<PersonId>,
    pub(super) draft: Draft,
    pub(super) replaced: Vec<Replaced>,
    texts: MessageTexts,
    pub(super) held_until: Millis,
    pub(super) undone_at: Option<Millis>,
}

/// A message as it is stored.
pub(super) struct Stored {
    pub(super) booking: BookingId,
    pub(super) kind: MessageKind,
    state: MessageState,
    released_at: Option<Millis>,
    pub(super) before: Found,
    pub(super) left_as: String,
}

impl Stored {
    /// Whether somebody may know of it.
    pub(super) fn has_left(&self, held_until: Millis, now: Millis) -> bool {
        matches!(self.state_at(held_until, now), MessageState::Released | MessageState::Printed)
    }

    fn state_at(&self, held_until: Millis, now: Millis) -> MessageState {
        match self.state {
            MessageState::Held if now >= held_until => MessageState::Released,
            state => state,
        }
    }
}

fn parse<T: DeserializeOwned>(body: &str) -> Result<T, StoreError> {
    serde_json::from_str(body).map_err(|_| strange("a closure that cannot be read"))
}

/// A row as it is read; what it says is parsed after.
struct RawClosing {
    id: u32,
    at: i64,
    by: Option<u32>,
    held_until: i64,
    undone_at: Option<i64>,
    draft: String,
    replaced: String,
    texts: String,
}

fn all_made(db: &Connection, court: CourtId) -> Result<Vec<Closing>, StoreError> {
    let sql = "SELECT id, at, person, held_until, undone_at, draft, replaced, texts FROM closure \
               WHERE court = $1 ORDER BY id";
    let rows = db.all(sql, [court.0], |row| {
        Ok(RawClosing {
            id: row.get(0)?,
            at: row.get(1)?,
            by: row.get(2)?,
            held_until: row.get(3)?,
            undone_at: row.get(4)?,
            draft: row.get(5)?,
            replaced: row.get(6)?,
            texts: row.get(7)?,
        })
    })?;
    let read = |raw: RawClosing| {
        Ok(Closing {
            id: ExceptionId(raw.id),
            at: Millis(raw.at),
            by: raw.by.map(PersonId),
            draft: parse(&raw.draft)?,
            replaced: parse(&raw.replaced)?,
            texts: parse(&raw.texts)?,
            held_until: Millis(raw.held_until),
            undone_at: raw.undone_at.map(Millis),
        })
    };
    rows.into_iter().map(read).collect()
}

/// What was done under a number.
pub(super) fn made(db: &Connection, court: CourtId, id: ExceptionId) -> Result<Option<Closing>, StoreError> {
    Ok(all_made(db, court)?.into_iter().find(|closing| closing.id == id))
}

/// A row as it is read; its words are checked after.
struct RawMessage {
    booking: i64,
    kind: String,
    state: String,
    released_at: Option<i64>,
    before: String,
    left_as: String,
}

/// The messages of a closure as they are stored.
pub(super) fn stored(db: &Connection, court: CourtId, id: ExceptionId) -> Result<Vec<Stored>, StoreError> {
    let sql = "SELECT booking, kind, state, released_at, before, left_as FROM message \
               WHERE court = $1 AND closure = $2 ORDER BY booking";
    let rows = db.all(sql, params![court.0, id.0], |row| {
        Ok(RawMessage {
            booking: row.get(0)?,
            kind: row.get(1)?,
            state: row.get(2)?,
            released_at: row.get(3)?,
            before: row.get(4)?,
            left_as: row.get(5)?,
        })
    })?;
    let read = |raw: RawMessage| {
        let kind = MessageKind::ALL.into_iter().find(|kind| kind.name() == raw.kind);
        let state = MessageState::ALL.into_iter().find(|state| state.name() == raw.state);
        Ok(Stored {
            booking: BookingId::new(raw.booking.cast_unsigned()),
            kind: kind.ok_or_else(|| strange("a message about nothing"))?,
            state: state.ok_or_else(|| strange("a message that is nowhere"))?,
            released_at: raw.released_at.map(Millis),
            before: parse(&raw.before)?,
            left_as: raw.left_as,
        })
    };
    rows.into_iter().map(read).collect()
}

/// The exceptions of the court, each with what was done when it was made.
pub(crate) fn closures(db: &Connection, court: &Structure, now: Millis) -> Result<Vec<ClosureRow>, StoreError> {
    let id = court.court.id;
    let sql = "SELECT closure, kind, state, COUNT(*) FROM message WHERE court = $1 GROUP BY closure, kind, state";
    let counts = db.all(sql, [id.0], |row| {
        Ok((row.get::<_, u32>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?, row.get::<_, u32>(3)?))
    })?;
    let mut made: HashMap<ExceptionId, Closing> = HashMap::new();
    made.extend(all_made(db, id)?.into_iter().filter(|c| c.undone_at.is_none()).map(|c| (c.id, c)));
    let row = |exception: varco_core::schedule::ScheduleException| {
        let Some(closing) = made.remove(&exception.id) else {
            return ClosureRow { exception, by: None, done: None, held: 0, left: 0, can_undo: false, texts: None };
        };
        let of = |what: &dyn Fn(&str, &str) -> bool| -> u32 {
            let mine = counts.iter().filter(|(of, kind, state, _)| *of == closing.id.0 && what(kind, state));
            mine.map(|(.., count)| count).sum()
        };
        let waits = of(&|_, state| state == "held");
        let all = of(&|_, _| true);
        let held = if now < closing.held_until { waits } else { 0 };
        let stands = || taken_back(court, &closing.draft, closing.id, closing.at, &closing.replaced).is_some();
        ClosureRow {
            by: closing.by,
            done: Some(Closed {
                id: closing.id,
                moved: of(&|kind, _| kind == "moved"),
                kept: of(&|kind, _| kind == "kept"),
                cancelled: of(&|kind, _| kind == "cancelled"),
                held_until: closing.held_until,
            }),
            held,
            left: all - held,
            can_undo: held == all && stands(),
            texts: Some(closing.texts),
            exception,
        }
    };
    Ok(exceptions(court).into_iter().map(row).collect())
}

/// For whom an exception is, or was before it was taken back.
pub(crate) fn level(db: &Connection, court: &Structure, id: ExceptionId) -> Result<Option<Level>, StoreError> {
    if let Some(exception) = exceptions(court).into_iter().find(|exception| exception.id == id) {
        return Ok(Some(exception.level));
    }
    let closing = made(db, court.court.id, id)?;
    Ok(closing.and_then(|closing| match closing.draft.wanted {
        Some(wanted) => Some(wanted.level),
        None => closing.replaced.first().map(|was| was.exception.level),
    }))
}

/// The messages of a closure, by the time that was booked.
pub(crate) fn messages(
    db: &Connection,
    court: CourtId,
    id: ExceptionId,
    now: Millis,
) -> Result<Vec<Message>, StoreError> {
    let Some(closing) = made(db, court, id)? else { return Ok(Vec::new()) };
    let mut all = Vec::new();
    for message in stored(db, court, id)? {
        let booking = rows::booking(db, court, message.booking)?;
        all.push(Message {
            kind: message.kind,
            state: message.state_at(closing.held_until, now),
            released_at: message.released_at,
            booking: booking.ok_or_else(|| strange("a message about no booking"))?,
            before: message.before.booking,
        });
    }
    all.sort_by_key(|message| (message.before.start, message.before.id.get()));
    Ok(all)
}

/// Lets messages leave. Those that are on paper already stay so.
pub(crate) fn release(
    tx: &Tx<'_>,
    id: ExceptionId,
    printed: bool,
    now: Millis,
) -> Result<Result<u32, CloseRefusal>, StoreError> {
    let court = tx.court()?;
    let Some(closing) = made(tx.db, court, id)?.filter(|closing| closing.undone_at.is_none()) else {
        return Ok(Err(CloseRefusal::Unknown));
    };
    let waited = stored(tx.db, court, id)?.iter().filter(|message| !message.has_left(closing.held_until, now)).count();
    let (to, from) = if printed { ("printed", "released") } else { ("released", "held") };
    let sql = "UPDATE message SET state = $3, released_at = COALESCE(released_at, $4) \
               WHERE court = $1 AND closure = $2 AND (state = 'held' OR state = $5)";
    tx.db.run(sql, params![court.0, id.0, to, now.0, from])?;
    Ok(Ok(u32::try_from(waited).unwrap_or(u32::MAX)))
}

/// The newest receipt of a booking, to be printed.
pub(crate) fn print_receipt(
    tx: &mut Tx<'_>,
    id: BookingId,
    key_of_names: &NamesKey,
) -> Result<Option<String>, StoreError> {
    let court = tx.court()?;
    let Some(booking) = rows::booking(tx.db, court, id)? else { return Ok(None) };
    let Some(issue) = booking.latest_issue().copied() else { return Ok(None) };
    let (text, address) = book::signed(tx, &booking, issue.issued_at, issue.kid, Some(key_of_names))?;
    let these = params![court.0, key(id), issue.issued_at];
    let sql = "SELECT address FROM issue WHERE court = $1 AND booking = $2 AND issued_at = $3";
    let known = tx.db.first(sql, these, |row| row.get::<_, [u8; 32]>(0))?;
    if known != Some(address.0) {
        // It was issued while the names were locked: nobody has had it in hand.
        let sql = "UPDATE issue SET address = $4 WHERE court = $1 AND booking = $2 AND issued_at = $3";
        tx.db.run(sql, params![court.0, key(id), issue.issued_at, address.0])?;
        names::share(tx.db, court, id, &Opener::Names(key_of_names.clone()), address, tx.entropy)?;
    }
    Ok(Some(text))
}
