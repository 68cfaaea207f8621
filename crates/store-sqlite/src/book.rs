// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Bookings are made.

use chrono::NaiveDate;
use rand::Rng;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use varco_core::{
    booking::{Booking, Issue, IssueCause, Status},
    gate::Event,
    ids::{BookingId, GestureKey, OfficeId, ServiceId},
    receipt::{Claims, KeyId, ShortCode, name_key, sign},
    schedule::{Audience, DayPlan, OfficeSchedule, Pool, Slot, Used, Why},
    time::{Cell, Millis, civil},
};
use varco_store::{
    BookRefusal, Changed, NewBooking, StoreError,
    seal::{Address, NamesKey, Place},
};

use crate::{
    act::{Before, to_json},
    fault::{fault, strange},
    journal::{Beside, Hash},
    names, places, rows, setup,
    state::Setup,
    tx::Tx,
};

/// What is remembered of a booking gesture: its answer without the receipt, which is on no disk.
#[derive(Serialize, Deserialize)]
struct Remembered {
    booking: BookingId,
}

/// The booking that an earlier gesture of the same key made or changed.
pub(crate) fn before(
    tx: &Tx<'_>,
    key: GestureKey,
    digest: &Hash,
) -> Result<Option<Result<Changed, BookRefusal>>, StoreError> {
    let Some(before) = Before::find(tx.db, key)? else { return Ok(None) };
    let Remembered { booking } = before.answer(digest)?;
    let booking = rows::booking(tx.db, tx.court()?, booking)?.ok_or_else(|| strange("a booking that is not there"))?;
    Ok(Some(Ok(Changed { booking, receipt: None })))
}

/// Digest of what is asked, to tell a retry from another booking with the same key. Names are left out: the digest of
/// a name would give the name away to whoever tries all names.
fn digest(new: &NewBooking) -> Hash {
    let mut asked = format!(
        "book {} {} {} {} {} {} {}",
        new.office,
        new.service,
        new.audience.code(),
        new.start.0,
        new.persons,
        new.names.len(),
        new.assistance.is_some()
    );
    if let Some(due_by) = new.due_by {
        asked += &format!(" {due_by}");
    }
    Sha256::digest(asked).into()
}

/// Makes a booking.
pub(crate) fn book(
    tx: &mut Tx<'_>,
    key: GestureKey,
    new: &NewBooking,
    now: Millis,
) -> Result<Result<Changed, BookRefusal>, StoreError> {
    let digest = digest(new);
    if let Some(before) = before(tx, key, &digest)? {
        return Ok(before);
    }
    if !new.contact.fits() {
        return Ok(Err(BookRefusal::Contact));
    }
    let setup = tx.setup()?;
    let wish = Wish {
        office: new.office,
        service: new.service,
        audience: new.audience,
        start: new.start,
        persons: new.persons,
    };
    let service = setup.structure.services.iter().find(|s| s.id == new.service);
    if service.is_some_and(|service| !service.may_be_booked_by(new.audience)) {
        return Ok(Err(BookRefusal::Unknown));
    }
    let taken = match take(tx, &setup, &wish)? {
        Ok(taken) => taken,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let court = setup.structure.court.id;
    let mut booking = Booking {
        id: free_id(tx)?,
        office: new.office,
        service: new.service,
        pool: taken.pool.0,
        start: new.start,
        end: taken.end,
        persons: new.persons,
        status: Status::Booked,
        block: None,
        check_id: setup.structure.wants_document(new.office, new.service),
        assistance: new.assistance.is_some(),
        decided_at: now,
        due_by: new.due_by,
        issues: Vec::new(),
    };
    rows::save_booking(tx.db, court, &booking, taken.cell_end)?;
    let (receipt, address) = issue(tx, &mut booking, IssueCause::First, None, now)?;
    let addresses = [setup::names_address(tx.db)?, address];
    let place = |kind| Place { court, booking: booking.id, kind };
    if let Some(who) = names::who(&new.names, new.tell_apart.as_deref(), &new.contact)? {
        names::seal(tx.db, place(names::PERSON), &who, &addresses, tx.entropy)?;
    }
    if let Some(note) = &new.assistance {
        names::seal(tx.db, place(names::ASSISTANCE), &to_json(note)?, &addresses, tx.entropy)?;
    }
    remember(tx, &booking, taken.cell_end, Some((key, digest)), now)?;
    Ok(Ok(Changed { booking, receipt: Some(receipt) }))
}

/// Appends the fact that a booking changed, and lets everybody see it.
pub(crate) fn remember(
    tx: &mut Tx<'_>,
    booking: &Booking,
    cell_end: Cell,
    gesture: Option<(GestureKey, Hash)>,
    now: Millis,
) -> Result<(), StoreError> {
    let proof = names::proof(tx.db, tx.court()?, booking, cell_end.0)?;
    let answer = gesture.map(|_| to_json(&Remembered { booking: booking.id })).transpose()?;
    let beside = Beside {
        gesture: gesture.map(|(key, _)| key.0.to_be_bytes()),
        digest: gesture.map(|(_, digest)| digest),
        answer,
        proof: Some(proof),
    };
    tx.append(Event::Booking { booking: booking.id, at: now }, beside, now, now)?;
    tx.change.bookings.push(booking.clone());
    Ok(())
}

/// What somebody wants.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wish {
    pub(crate) office: OfficeId,
    pub(crate) service: ServiceId,
    pub(crate) audience: Audience,
    pub(crate) start: Millis,
    pub(crate) persons: u8,
}

/// What somebody got.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Taken {
    pub(crate) pool: Pool,
    /// End of the visit.
    pub(crate) end: Millis,
    pub(crate) cell_end: Cell,
}

/// Takes the places of a wish, in the pool that is to be used up first.
pub(crate) fn take(tx: &Tx<'_>, setup: &Setup, wish: &Wish) -> Result<Result<Taken, BookRefusal>, StoreError> {
    let s = &setup.structure;
    let offered = s.offices.iter().any(|x| x.id == wish.office && !x.archived);
    let service = s.services.iter().find(|x| x.id == wish.service && x.office == wish.office && !x.archived);
    let schedule = s.schedules.iter().find(|x| x.office == wish.office).filter(|_| offered);
    let (Some(service), Some(schedule)) = (service, schedule) else { return Ok(Err(BookRefusal::Unknown)) };
    if wish.persons == 0 {
        return Ok(Err(BookRefusal::Persons));
    }
    if !wish.audience.books() {
        return Ok(Err(BookRefusal::NoSlot));
    }
    let date = civil(schedule.zone, wish.start).date();
    let plan = DayPlan::new(schedule, date);
    let slots: Vec<Slot> = plan.slots(wish.audience).into_iter().filter(|slot| slot.start == wish.start).collect();
    if slots.is_empty() {
        return Ok(Err(why_none(&plan, schedule, wish)));
    }
    if slots.iter().all(|slot| slot.persons < u16::from(wish.persons)) {
        return Ok(Err(BookRefusal::Persons));
    }
    let court = s.court.id;
    let mut fits = false;
    for slot in &slots {
        let Some(needed) = places::needed(&plan, slot, service.minutes) else { continue };
        fits = true;
        tx.db.execute_batch("SAVEPOINT places").map_err(fault)?;
        if places::take(tx.db, court, wish.office, slot.pool, &needed, wish.persons)? {
            tx.db.execute_batch("RELEASE places").map_err(fault)?;
            let cell_end = needed.last().map_or(Cell::of(wish.start), |(cell, _)| Cell(cell.0 + 1));
            let end = wish.start.plus_minutes(i64::from(service.minutes));
            return Ok(Ok(Taken { pool: slot.pool, end, cell_end }));
        }
        tx.db.execute_batch("ROLLBACK TO places; RELEASE places").map_err(fault)?;
    }
    if !fits {
        return Ok(Err(BookRefusal::NoSlot));
    }
    let next = next_with_room(tx, setup, &plan, wish, service.minutes, date)?;
    Ok(Err(BookRefusal::Full { next }))
}

fn why_none(plan: &DayPlan<'_>, schedule: &OfficeSchedule, wish: &Wish) -> BookRefusal {
    let time = civil(schedule.zone, wish.start).time();
    match plan.why(time, wish.audience, |_, _| Used::default()) {
        Why::Closed { exception, .. } => BookRefusal::Closed(exception),
        _ => BookRefusal::NoSlot,
    }
}

fn next_with_room(
    tx: &Tx<'_>,
    setup: &Setup,
    plan: &DayPlan<'_>,
    wish: &Wish,
    minutes: u32,
    date: NaiveDate,
) -> Result<Option<Millis>, StoreError> {
    let slots = plan.slots(wish.audience);
    let Some(last) = slots.iter().map(|s| s.end).max() else { return Ok(None) };
    let until = last.plus_minutes(i64::from(minutes));
    let used = places::used(tx.db, setup.structure.court.id, wish.office, wish.start, until)?;
    debug_assert_eq!(plan.date(), date);
    let room = |slot: &&Slot| {
        places::needed(plan, slot, minutes).is_some_and(|needed| {
            let (desks, persons) = places::left(&needed, slot.pool, &used);
            desks > 0 && persons >= u32::from(wish.persons)
        })
    };
    Ok(slots.iter().filter(|slot| slot.start > wish.start).find(room).map(|slot| slot.start))
}

/// Signs a new receipt. Two receipts of one booking never bear the same second.
pub(crate) fn issue(
    tx: &mut Tx<'_>,
    booking: &mut Booking,
    cause: IssueCause,
    names: Option<&NamesKey>,
    now: Millis,
) -> Result<(String, Address), StoreError> {
    let setup = tx.setup()?;
    let court = setup.structure.court.id;
    let latest = booking.issues.iter().map(|i| i.issued_at).max();
    let second = u32::try_from(now.seconds()).map_err(|_| StoreError::Engine("the clock is before 1970".into()))?;
    let issued_at = latest.map_or(second, |l| second.max(l.saturating_add(1)));
    let signer = setup.keys.signing(now).ok_or_else(|| StoreError::Engine("no key may sign now".into()))?;
    let (text, address) = signed(tx, booking, issued_at, signer.kid, names)?;
    let issue = Issue { issued_at, kid: signer.kid, code: free_code(tx)?, cause };
    rows::add_issue(tx.db, court, booking.id, &issue, address)?;
    booking.issues.push(issue);
    Ok((text, address))
}

/// The text of a receipt, and what it opens. With the names key it is the same every time.
pub(crate) fn signed(
    tx: &mut Tx<'_>,
    booking: &Booking,
    issued_at: u32,
    kid: KeyId,
    names: Option<&NamesKey>,
) -> Result<(String, Address), StoreError> {
    let setup = tx.setup()?;
    let site = setup.structure.offices.iter().find(|o| o.id == booking.office).map(|o| o.site);
    let site = site.ok_or_else(|| strange("a booking at no office"))?;
    let key = setup::signing_key(tx.db, setup.structure.court.id, kid)?;
    let (party, start) = (booking.persons, booking.start);
    let claims = Claims { issued_at, booking: booking.id, site, office: booking.office, party, start };
    let mut fresh = [0_u8; 32];
    match names {
        Some(names) => fresh = names.freshness(&claims),
        None => tx.entropy.fill_bytes(&mut fresh),
    }
    let signed = sign(&claims, kid, &key, &fresh);
    let (text, receipt) = signed.map_err(|e| StoreError::Engine(format!("the visit {e}")))?;
    Ok((text, Address::of_receipt(&name_key(&receipt))))
}

fn free_id(tx: &mut Tx<'_>) -> Result<BookingId, StoreError> {
    let court = tx.court()?;
    loop {
        let id = BookingId::new(tx.entropy.next_u64());
        if rows::booking(tx.db, court, id)?.is_none() {
            return Ok(id);
        }
    }
}

fn free_code(tx: &mut Tx<'_>) -> Result<ShortCode, StoreError> {
    let court = tx.court()?;
    loop {
        let code = ShortCode::from_bits(tx.entropy.next_u64());
        if rows::booking_of_code(tx.db, court, code)?.is_none() {
            return Ok(code);
        }
    }
}
