// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Places, counted by cells of five minutes. No overbooking by construction: use grows only by one statement that
//! says itself how far it may.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, params};
use varco_core::{
    booking::Booking,
    ids::{CourtId, OfficeId},
    schedule::{Audience, Capacity, DayPlan, OfficeSchedule, Pool, Slot, Used, cells_needed},
    time::{Cell, Millis, day_bounds},
};
use varco_store::{Places, StoreError};

use crate::sql::Sql;

/// The cells that a visit of so many minutes from the start of a slot takes, each with its places; `None` when it goes
/// on after the places of the pool have ended.
pub(crate) fn needed(plan: &DayPlan<'_>, slot: &Slot, minutes: u32) -> Option<Vec<(Cell, Capacity)>> {
    cells_needed(&plan.slots_of(slot.pool).collect::<Vec<_>>(), slot, minutes)
}

/// Free places of an office on a civil day for a visit of so many minutes, each start of each pool of the audience.
pub(crate) fn free(
    db: &Connection,
    court: CourtId,
    schedule: &OfficeSchedule,
    minutes: u32,
    audience: Audience,
    date: NaiveDate,
) -> Result<Vec<Places>, StoreError> {
    let plan = DayPlan::new(schedule, date);
    let (start, end) = day_bounds(schedule.zone, date);
    let used = used(db, court, schedule.office, start, end)?;
    let place = |slot: Slot| {
        let needed = needed(&plan, &slot, minutes)?;
        let (desks_left, persons_left) = left(&needed, slot.pool, &used);
        Some(Places { start: slot.start, end: slot.end, pool: slot.pool.0, desks_left, persons_left })
    };
    Ok(plan.slots(audience).into_iter().filter_map(place).collect())
}

/// Takes all cells in order, or says that one is full: then the caller goes back to its savepoint.
pub(crate) fn take(
    db: &Connection,
    court: CourtId,
    office: OfficeId,
    pool: Pool,
    needed: &[(Cell, Capacity)],
    persons: u8,
) -> Result<bool, StoreError> {
    for (cell, capacity) in needed {
        let taken = db.first(
            "INSERT INTO use_cell (court, office, cell, pool, bookings_used, persons_used) \
             SELECT $1, $2, $3, $4, 1, $5 WHERE 1 <= $6 AND $5 <= $7 \
             ON CONFLICT (court, office, cell, pool) DO UPDATE \
             SET bookings_used = use_cell.bookings_used + 1, persons_used = use_cell.persons_used + $5 \
             WHERE use_cell.bookings_used + 1 <= $6 AND use_cell.persons_used + $5 <= $7 \
             RETURNING bookings_used",
            params![court.0, office.0, cell.0, pool.0.code(), persons, capacity.desks, capacity.persons],
            |_| Ok(()),
        )?;
        if taken.is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Gives cells back.
pub(crate) fn give_back(
    db: &Connection,
    court: CourtId,
    office: OfficeId,
    pool: Pool,
    (start, end): (Millis, Cell),
    persons: u8,
) -> Result<(), StoreError> {
    for cell in Cell::of(start).0..end.0 {
        db.run(
            "UPDATE use_cell SET bookings_used = bookings_used - 1, persons_used = persons_used - $5 \
             WHERE court = $1 AND office = $2 AND cell = $3 AND pool = $4",
            params![court.0, office.0, cell, pool.0.code(), persons],
        )?;
    }
    Ok(())
}

/// Puts a booking back into the cells that it had before somebody took it out, whatever they hold by now: whoever does
/// that has made sure of it.
pub(crate) fn put_back(db: &Connection, court: CourtId, booking: &Booking, end: Cell) -> Result<(), StoreError> {
    for cell in Cell::of(booking.start).0..end.0 {
        db.run(
            "INSERT INTO use_cell (court, office, cell, pool, bookings_used, persons_used) VALUES ($1, $2, $3, $4, 1, $5) \
             ON CONFLICT (court, office, cell, pool) DO UPDATE \
             SET bookings_used = use_cell.bookings_used + 1, persons_used = use_cell.persons_used + $5",
            params![court.0, booking.office.0, cell, booking.pool.code(), booking.persons],
        )?;
    }
    Ok(())
}

/// Use of an office between two instants, by cell and pool.
pub(crate) fn used(
    db: &Connection,
    court: CourtId,
    office: OfficeId,
    from: Millis,
    to: Millis,
) -> Result<HashMap<(Cell, Pool), Used>, StoreError> {
    let sql = "SELECT cell, pool, bookings_used, persons_used FROM use_cell \
               WHERE court = $1 AND office = $2 AND cell >= $3 AND cell <= $4";
    let rows = db.all(sql, params![court.0, office.0, Cell::of(from).0, Cell::of(to).0], |row| {
        let used = Used { bookings: row.get(2)?, persons: row.get(3)? };
        Ok((Cell(row.get(0)?), row.get::<_, String>(1)?, used))
    })?;
    Ok(rows
        .into_iter()
        .filter_map(|(cell, pool, used)| Some(((cell, Pool(varco_core::schedule::Audience::from_code(&pool)?)), used)))
        .collect())
}

/// What is left of each pool's places for a visit: the least over its cells.
pub(crate) fn left(needed: &[(Cell, Capacity)], pool: Pool, used: &HashMap<(Cell, Pool), Used>) -> (u32, u32) {
    let each = needed.iter().map(|(cell, capacity)| {
        let used = used.get(&(*cell, pool)).copied().unwrap_or_default();
        let desks = u32::from(capacity.desks).saturating_sub(used.bookings);
        let persons = u32::from(capacity.persons).saturating_sub(used.persons);
        (desks, persons)
    });
    each.reduce(|a, b| (a.0.min(b.0), a.1.min(b.1))).unwrap_or_default()
}
