// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Exceptions are changed together with the bookings that they hit, and taken back before a message has left.

mod make;
mod outbox;
mod undo;

use std::collections::HashMap;

use rusqlite::Connection;
use varco_core::{
    ids::{CourtId, ExceptionId, OfficeId},
    schedule::{
        OfficeSchedule, Pool, Used,
        closure::{Held, Reached},
    },
    time::{Cell, Millis},
};
use varco_store::{StoreError, Structure, closure};

pub(crate) use make::{close, plan};
pub(crate) use outbox::{closures, level, messages, print_receipt, release};
pub(crate) use undo::undo;

use crate::{fault::strange, places, rows, sql::Sql};

/// What the engine knows of an office that a change of its schedule reaches.
struct Booked {
    office: OfficeId,
    held: Vec<Held>,
    used: HashMap<(Cell, Pool), Used>,
}

impl Booked {
    fn of(db: &Connection, court: CourtId, office: OfficeId, now: Millis) -> Result<Self, StoreError> {
        let held = rows::held_ahead(db, court, office, now)?;
        let used = places::used(db, court, office, now, Millis(i64::MAX))?;
        Ok(Self { office, held, used })
    }

    /// The office with its schedule before and after.
    fn reached<'a>(&'a self, before: &'a Structure, after: &'a Structure) -> Result<Reached<'a>, StoreError> {
        let office = before.offices.iter().find(|office| office.id == self.office);
        let office = office.ok_or_else(|| strange("hours of no office"))?;
        let (before_it, after_it) = (schedule(before, self.office)?, schedule(after, self.office)?);
        Ok(Reached {
            office,
            services: &before.services,
            before: before_it,
            after: after_it,
            held: &self.held,
            used: &self.used,
        })
    }
}

fn schedule(court: &Structure, office: OfficeId) -> Result<&OfficeSchedule, StoreError> {
    court.schedules.iter().find(|schedule| schedule.office == office).ok_or_else(|| strange("an office without hours"))
}

/// The number that the next exception gets: none is given twice, though its exception is gone.
fn next_id(db: &Connection, court: &Structure) -> Result<ExceptionId, StoreError> {
    let sql = "SELECT MAX(id) FROM closure WHERE court = $1";
    let made = db.first(sql, [court.court.id.0], |row| row.get::<_, Option<u32>>(0))?.flatten();
    let stands = closure::exceptions(court).last().map(|exception| exception.id.0);
    Ok(ExceptionId(made.max(stands).map_or(1, |last| last.saturating_add(1))))
}
