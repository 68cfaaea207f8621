// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Bookings are changed: cancelled, moved, issued again, kept, blocked, forgotten.

use rusqlite::params;
use sha2::{Digest, Sha256};
use varco_core::{
    booking::{Block, Booking, Cancellation, IssueCause, Status},
    ids::{BookingId, GestureKey, OfficeId, ServiceId},
    schedule::Pool,
    time::{Cell, Millis},
};
use varco_store::{
    BookRefusal, BookingChange, Changed, Contact, StoreError,
    seal::{Address, Opener, Place},
};

use crate::{
    act::to_json,
    book::{self, Wish},
    fault::fault,
    journal::Hash,
    names, places,
    rows::{self, by_word, cause_word, key},
    setup,
    sql::Sql,
    tx::Tx,
};

type Outcome = Result<Changed, BookRefusal>;

/// Digest of what is asked, without names and reasons.
fn digest(booking: BookingId, change: &BookingChange) -> Hash {
    let asked = match change {
        BookingChange::Cancel { by, replaced_by } => {
            format!("cancel {} {}", by_word(*by), replaced_by.map_or(0, BookingId::get))
        }
        BookingChange::Move { office, service, start } => format!("move {office} {service} {}", start.0),
        BookingChange::Reissue { cause, names } => {
            format!("reissue {} {}", cause_word(*cause), names.as_ref().map_or(0, Vec::len))
        }
        BookingChange::Keep => "keep".to_owned(),
        BookingChange::Block { reason } => format!("block {}", reason.is_some()),
    };
    Sha256::digest(format!("change {booking} {asked}")).into()
}

/// Changes a booking.
pub(crate) fn change(
    tx: &mut Tx<'_>,
    gesture: GestureKey,
    id: BookingId,
    change: &BookingChange,
    opener: Option<&Opener>,
    now: Millis,
) -> Result<Outcome, StoreError> {
    let digest = digest(id, change);
    if let Some(before) = book::before(tx, gesture, &digest)? {
        return Ok(before);
    }
    let court = tx.court()?;
    let Some(booking) = rows::booking(tx.db, court, id)? else { return Ok(Err(BookRefusal::Gone)) };
    if matches!(booking.status, Status::Cancelled(_)) {
        return Ok(Err(BookRefusal::Gone));
    }
    let cell_end = rows::cell_end(tx.db, court, id)?;
    let done = match change {
        BookingChange::Cancel { by, replaced_by } => {
            let cancellation = Cancellation { at: now, by: *by, replaced_by: *replaced_by };
            cancel(tx, booking, cell_end, cancellation)?
        }
        BookingChange::Move { office, service, start } => {
            move_to(tx, booking, cell_end, (*office, *service, *start), opener, now)?
        }
        BookingChange::Reissue { cause, names } => {
            reissue(tx, booking, cell_end, *cause, names.as_deref(), opener, now)?
        }
        BookingChange::Keep => done(Booking { decided_at: now, ..booking }, cell_end, None),
        BookingChange::Block { reason } => block(tx, booking, cell_end, reason.as_deref(), now)?,
    };
    match done {
        Ok(done) => done.save(tx, Some((gesture, digest)), now).map(Ok),
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// A change that went well, before its row is saved.
pub(crate) struct Done {
    pub(crate) booking: Booking,
    pub(crate) cell_end: Cell,
    pub(crate) receipt: Option<String>,
}

impl Done {
    /// Writes the row and the fact.
    pub(crate) fn save(
        self,
        tx: &mut Tx<'_>,
        gesture: Option<(GestureKey, Hash)>,
        now: Millis,
    ) -> Result<Changed, StoreError> {
        rows::save_booking(tx.db, tx.court()?, &self.booking, self.cell_end)?;
        book::remember(tx, &self.booking, self.cell_end, gesture, now)?;
        Ok(Changed { booking: self.booking, receipt: self.receipt })
    }
}

fn done(booking: Booking, cell_end: Cell, receipt: Option<String>) -> Result<Done, BookRefusal> {
    Ok(Done { booking, cell_end, receipt })
}

fn cancel(
    tx: &Tx<'_>,
    mut booking: Booking,
    cell_end: Cell,
    cancellation: Cancellation,
) -> Result<Result<Done, BookRefusal>, StoreError> {
    give_back(tx, &booking, cell_end)?;
    booking.status = Status::Cancelled(cancellation);
    Ok(done(booking, cell_end, None))
}

/// Gives the places of a booking back.
pub(crate) fn give_back(tx: &Tx<'_>, booking: &Booking, cell_end: Cell) -> Result<(), StoreError> {
    let (office, pool) = (booking.office, Pool(booking.pool));
    places::give_back(tx.db, tx.court()?, office, pool, (booking.start, cell_end), booking.persons)
}

/// Gives the old places back and takes the new ones, which may be partly the same; both or neither.
fn move_to(
    tx: &mut Tx<'_>,
    booking: Booking,
    cell_end: Cell,
    to: (OfficeId, ServiceId, Millis),
    opener: Option<&Opener>,
    now: Millis,
) -> Result<Result<Done, BookRefusal>, StoreError> {
    tx.db.execute_batch("SAVEPOINT move").map_err(fault)?;
    give_back(tx, &booking, cell_end)?;
    let done = arrive(tx, booking, to, opener, now)?;
    let end = if done.is_ok() { "RELEASE move" } else { "ROLLBACK TO move; RELEASE move" };
    tx.db.execute_batch(end).map_err(fault)?;
    Ok(done)
}

/// Takes other places for a booking that has given its own back, and issues the receipt.
pub(crate) fn arrive(
    tx: &mut Tx<'_>,
    mut booking: Booking,
    (office, service, start): (OfficeId, ServiceId, Millis),
    opener: Option<&Opener>,
    now: Millis,
) -> Result<Result<Done, BookRefusal>, StoreError> {
    let setup = tx.setup()?;
    let wish = Wish { office, service, audience: booking.pool, start, persons: booking.persons };
    let taken = match book::take(tx, &setup, &wish)? {
        Ok(taken) => taken,
        Err(refusal) => return Ok(Err(refusal)),
    };
    (booking.office, booking.service, booking.start) = (office, service, start);
    (booking.end, booking.pool, booking.decided_at) = (taken.end, taken.pool.0, now);
    booking.check_id = setup.structure.wants_document(office, service);
    let (receipt, address) = book::issue(tx, &mut booking, IssueCause::Moved, opener.and_then(Opener::names), now)?;
    share(tx, booking.id, opener, address)?;
    Ok(done(booking, taken.cell_end, Some(receipt)))
}

fn share(tx: &mut Tx<'_>, booking: BookingId, opener: Option<&Opener>, to: Address) -> Result<(), StoreError> {
    match opener {
        Some(opener) => names::share(tx.db, tx.court()?, booking, opener, to, tx.entropy),
        None => Ok(()),
    }
}

/// A receipt that retires the older ones: they open no names any more.
fn reissue(
    tx: &mut Tx<'_>,
    mut booking: Booking,
    cell_end: Cell,
    cause: IssueCause,
    new_names: Option<&[String]>,
    opener: Option<&Opener>,
    now: Millis,
) -> Result<Result<Done, BookRefusal>, StoreError> {
    if !cause.retires_older() {
        return Ok(Err(BookRefusal::Unknown));
    }
    let court = tx.court()?;
    let (receipt, address) = book::issue(tx, &mut booking, cause, None, now)?;
    let to = [setup::names_address(tx.db)?, address];
    share(tx, booking.id, opener, address)?;
    if let Some(new_names) = new_names {
        let place = Place { court, booking: booking.id, kind: names::PERSON };
        match names::who(new_names, None, &Contact::default())? {
            Some(who) => names::seal(tx.db, place, &who, &to, tx.entropy)?,
            None => names::unseal(tx.db, place)?,
        }
    }
    names::keep_only(tx.db, court, booking.id, &to)?;
    Ok(done(booking, cell_end, Some(receipt)))
}

fn block(
    tx: &mut Tx<'_>,
    mut booking: Booking,
    cell_end: Cell,
    reason: Option<&str>,
    now: Millis,
) -> Result<Result<Done, BookRefusal>, StoreError> {
    let court = tx.court()?;
    let place = Place { court, booking: booking.id, kind: names::BLOCK };
    match reason {
        Some(reason) => {
            booking.block = Some(Block { since: now });
            let mut to = names::receipts(tx.db, court, &booking)?;
            to.push(setup::names_address(tx.db)?);
            names::seal(tx.db, place, &to_json(&reason)?, &to, tx.entropy)?;
        }
        None => {
            booking.block = None;
            names::unseal(tx.db, place)?;
        }
    }
    Ok(done(booking, cell_end, None))
}

/// Deletes what names the person of a booking, with the note on assistance and the reason of a block; the deletion is
/// registered. False when there is no such booking.
pub(crate) fn forget(tx: &mut Tx<'_>, id: BookingId, now: Millis) -> Result<bool, StoreError> {
    let court = tx.court()?;
    let Some(mut booking) = rows::booking(tx.db, court, id)? else { return Ok(false) };
    let cell_end = rows::cell_end(tx.db, court, id)?;
    (booking.assistance, booking.block) = (false, None);
    tx.db.run("DELETE FROM sealed_detail WHERE court = $1 AND booking = $2", params![court.0, key(id)])?;
    rows::save_booking(tx.db, court, &booking, cell_end)?;
    tx.db.run(
        "INSERT INTO forgotten (court, booking, at) VALUES ($1, $2, $3) ON CONFLICT (court, booking) DO NOTHING",
        params![court.0, key(id), now.0],
    )?;
    book::remember(tx, &booking, cell_end, None, now)?;
    Ok(true)
}
