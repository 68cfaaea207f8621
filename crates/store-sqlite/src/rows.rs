// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Bookings and their issues as rows.

use std::collections::HashMap;

use rusqlite::{Connection, Row, params};
use varco_core::{
    booking::{Block, Booking, By, Cancellation, Issue, IssueCause, Status},
    ids::{BookingId, CourtId, OfficeId, ServiceId},
    receipt::{KeyId, ShortCode},
    schedule::{Audience, closure::Held},
    time::{Cell, Millis},
};
use varco_store::{StoreError, seal::Address};

use crate::{fault::strange, sql::Sql};

const BOOKING: &str = "id, office, service, pool, start_at, end_at, persons, cancelled_at, cancelled_by, replaced_by, \
                       blocked_since, check_id, assistance, decided_at, due_by";

/// A row as it is read; words are checked after.
struct Raw {
    booking: Booking,
    pool: String,
    cancelled: Option<(i64, Option<String>, Option<i64>)>,
    due_by: Option<String>,
}

fn read_booking(row: &Row<'_>) -> rusqlite::Result<Raw> {
    let cancelled_at: Option<i64> = row.get(7)?;
    let booking = Booking {
        id: id(row.get(0)?),
        office: OfficeId(row.get(1)?),
        service: ServiceId(row.get(2)?),
        pool: Audience::All,
        start: Millis(row.get(4)?),
        end: Millis(row.get(5)?),
        persons: row.get(6)?,
        status: Status::Booked,
        block: row.get::<_, Option<i64>>(10)?.map(|since| Block { since: Millis(since) }),
        check_id: row.get(11)?,
        assistance: row.get(12)?,
        decided_at: Millis(row.get(13)?),
        due_by: None,
        issues: Vec::new(),
    };
    let cancelled = match cancelled_at {
        None => None,
        Some(at) => Some((at, row.get(8)?, row.get(9)?)),
    };
    Ok(Raw { booking, pool: row.get(3)?, cancelled, due_by: row.get(14)? })
}

impl Raw {
    fn checked(self) -> Result<Booking, StoreError> {
        let mut booking = self.booking;
        booking.pool = Audience::from_code(&self.pool).ok_or_else(|| strange("a pool that is none"))?;
        let due_by = self.due_by.map(|date| date.parse()).transpose();
        booking.due_by = due_by.map_err(|_| strange("a day that is none"))?;
        if let Some((at, by, replaced_by)) = self.cancelled {
            let by = match by.as_deref() {
                Some("holder") => By::Holder,
                Some("office") => By::Office,
                _ => return Err(strange("a booking cancelled by nobody")),
            };
            booking.status = Status::Cancelled(Cancellation { at: Millis(at), by, replaced_by: replaced_by.map(id) });
        }
        Ok(booking)
    }
}

fn id(number: i64) -> BookingId {
    BookingId::new(number.cast_unsigned())
}

/// The number under which a booking is stored.
pub(crate) fn key(id: BookingId) -> i64 {
    id.get().cast_signed()
}

fn read_issue(row: &Row<'_>) -> rusqlite::Result<(BookingId, u32, u16, String, String)> {
    Ok((id(row.get(0)?), row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
}

fn checked_issue(
    (of, issued_at, kid, code, cause): (BookingId, u32, u16, String, String),
) -> Result<(BookingId, Issue), StoreError> {
    let code: ShortCode = code.parse().map_err(|_| strange("a short code that is none"))?;
    let cause = match cause.as_str() {
        "first" => IssueCause::First,
        "moved" => IssueCause::Moved,
        "lost" => IssueCause::Lost,
        "shared" => IssueCause::Shared,
        "other_person" => IssueCause::OtherPerson,
        _ => return Err(strange("a receipt issued for no cause")),
    };
    Ok((of, Issue { issued_at, kid: KeyId(kid), code, cause }))
}

pub(crate) fn cause_word(cause: IssueCause) -> &'static str {
    match cause {
        IssueCause::First => "first",
        IssueCause::Moved => "moved",
        IssueCause::Lost => "lost",
        IssueCause::Shared => "shared",
        IssueCause::OtherPerson => "other_person",
    }
}

pub(crate) fn by_word(by: By) -> &'static str {
    match by {
        By::Holder => "holder",
        By::Office => "office",
    }
}

/// One booking with its issues, oldest first.
pub(crate) fn booking(db: &Connection, court: CourtId, id: BookingId) -> Result<Option<Booking>, StoreError> {
    let sql = format!("SELECT {BOOKING} FROM booking WHERE court = $1 AND id = $2");
    let Some(raw) = db.first(&sql, params![court.0, key(id)], read_booking)? else { return Ok(None) };
    let mut booking = raw.checked()?;
    let sql = "SELECT booking, issued_at, kid, code, cause FROM issue WHERE court = $1 AND booking = $2 \
               ORDER BY issued_at";
    for issue in db.all(sql, params![court.0, key(id)], read_issue)? {
        booking.issues.push(checked_issue(issue)?.1);
    }
    Ok(Some(booking))
}

/// The booking that a short code names.
pub(crate) fn booking_of_code(db: &Connection, court: CourtId, code: ShortCode) -> Result<Option<Booking>, StoreError> {
    let sql = "SELECT booking FROM issue WHERE court = $1 AND code = $2";
    match db.first(sql, params![court.0, code.as_str()], |row| Ok(id(row.get(0)?)))? {
        Some(id) => booking(db, court, id),
        None => Ok(None),
    }
}

/// Bookings that start in a stretch of time.
pub(crate) fn bookings_between(
    db: &Connection,
    court: CourtId,
    from: Millis,
    to: Millis,
) -> Result<Vec<Booking>, StoreError> {
    let stretch = params![court.0, from.0, to.0];
    let sql = "SELECT i.booking, i.issued_at, i.kid, i.code, i.cause FROM booking AS b \
               JOIN issue AS i ON i.court = b.court AND i.booking = b.id \
               WHERE b.court = $1 AND b.start_at >= $2 AND b.start_at < $3 ORDER BY i.booking, i.issued_at";
    let mut issues: HashMap<BookingId, Vec<Issue>> = HashMap::new();
    for issue in db.all(sql, stretch, read_issue)? {
        let (of, issue) = checked_issue(issue)?;
        issues.entry(of).or_default().push(issue);
    }
    let sql = format!("SELECT {BOOKING} FROM booking WHERE court = $1 AND start_at >= $2 AND start_at < $3");
    let raw = db.all(&sql, stretch, read_booking)?;
    raw.into_iter()
        .map(|raw| {
            let mut booking = raw.checked()?;
            booking.issues = issues.remove(&booking.id).unwrap_or_default();
            Ok(booking)
        })
        .collect()
}

/// Bookings of an office that were not cancelled and start at an instant or later, with the cells that they take.
pub(crate) fn held_ahead(
    db: &Connection,
    court: CourtId,
    office: OfficeId,
    from: Millis,
) -> Result<Vec<Held>, StoreError> {
    let those = params![court.0, office.0, from.0];
    let sql = "SELECT i.booking, i.issued_at, i.kid, i.code, i.cause FROM booking AS b \
               JOIN issue AS i ON i.court = b.court AND i.booking = b.id \
               WHERE b.court = $1 AND b.office = $2 AND b.start_at >= $3 AND b.cancelled_at IS NULL \
               ORDER BY i.booking, i.issued_at";
    let mut issues: HashMap<BookingId, Vec<Issue>> = HashMap::new();
    for issue in db.all(sql, those, read_issue)? {
        let (of, issue) = checked_issue(issue)?;
        issues.entry(of).or_default().push(issue);
    }
    let sql = format!(
        "SELECT {BOOKING}, cell_end FROM booking \
         WHERE court = $1 AND office = $2 AND start_at >= $3 AND cancelled_at IS NULL ORDER BY start_at, id"
    );
    let raw = db.all(&sql, those, |row| Ok((read_booking(row)?, Cell(row.get(15)?))))?;
    raw.into_iter()
        .map(|(raw, until)| {
            let mut booking = raw.checked()?;
            booking.issues = issues.remove(&booking.id).unwrap_or_default();
            Ok(Held { booking, until })
        })
        .collect()
}

/// Adds or replaces the row of a booking. Its issues are rows of their own.
pub(crate) fn save_booking(
    db: &Connection,
    court: CourtId,
    booking: &Booking,
    cell_end: Cell,
) -> Result<(), StoreError> {
    let cancelled = match &booking.status {
        Status::Booked => None,
        Status::Cancelled(c) => Some(*c),
    };
    let b = booking;
    db.run(
        "INSERT INTO booking (court, id, office, service, pool, start_at, end_at, cell_end, persons, cancelled_at, \
         cancelled_by, replaced_by, blocked_since, check_id, assistance, decided_at, due_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) \
         ON CONFLICT (court, id) DO UPDATE SET office = excluded.office, service = excluded.service, \
         pool = excluded.pool, start_at = excluded.start_at, end_at = excluded.end_at, \
         cell_end = excluded.cell_end, persons = excluded.persons, cancelled_at = excluded.cancelled_at, \
         cancelled_by = excluded.cancelled_by, replaced_by = excluded.replaced_by, \
         blocked_since = excluded.blocked_since, check_id = excluded.check_id, assistance = excluded.assistance, \
         decided_at = excluded.decided_at, due_by = excluded.due_by",
        params![
            court.0,
            key(b.id),
            b.office.0,
            b.service.0,
            b.pool.code(),
            b.start.0,
            b.end.0,
            cell_end.0,
            b.persons,
            cancelled.map(|c| c.at.0),
            cancelled.map(|c| by_word(c.by)),
            cancelled.and_then(|c| c.replaced_by).map(key),
            b.block.map(|block| block.since.0),
            b.check_id,
            b.assistance,
            b.decided_at.0,
            b.due_by.map(|date| date.to_string()),
        ],
    )?;
    Ok(())
}

/// Adds an issue. False when its short code is taken already.
pub(crate) fn add_issue(
    db: &Connection,
    court: CourtId,
    booking: BookingId,
    issue: &Issue,
    address: Address,
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO issue (court, booking, issued_at, kid, code, cause, address) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![
            court.0,
            key(booking),
            issue.issued_at,
            issue.kid.0,
            issue.code.as_str(),
            cause_word(issue.cause),
            address.0
        ],
    )?;
    Ok(())
}

/// The cells that a booking takes: the first after them.
pub(crate) fn cell_end(db: &Connection, court: CourtId, id: BookingId) -> Result<Cell, StoreError> {
    let sql = "SELECT cell_end FROM booking WHERE court = $1 AND id = $2";
    db.first(sql, params![court.0, key(id)], |row| row.get(0).map(Cell))?
        .ok_or_else(|| strange("a booking that is not there"))
}
