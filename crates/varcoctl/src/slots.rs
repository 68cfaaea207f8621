// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! `slots`: which times are free, and why the others are not.

use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;
use varco_core::{
    booking::Office,
    schedule::{self, Audience, OfficeSchedule, Why},
};
use varco_store::Live;
use varco_words::{because as words, clock};

use crate::{
    cli::SlotsArgs,
    data::Data,
    out::{Failure, Out},
};

#[derive(Serialize)]
struct Row {
    date: NaiveDate,
    time: String,
    until: String,
    pool: &'static str,
    desks_left: u32,
    persons_left: u32,
    why: &'static str,
    because: String,
}

/// An office by its number or name, and its opening hours.
pub(crate) fn office_named<'a>(live: &'a Live, name: &str) -> Result<(&'a Office, &'a OfficeSchedule), Failure> {
    let wanted = name.trim().to_lowercase();
    let office = live.day.offices.values().find(|o| o.id.to_string() == wanted || o.name.to_lowercase() == wanted);
    let office = office.ok_or_else(|| Failure::Usage(format!("--office: {name} non c'è")))?;
    let plan = live.day.schedules.get(&office.id).ok_or_else(|| Failure::Refused("nessun orario".to_owned()))?;
    Ok((office, plan))
}

/// Prints each stretch of each day.
pub(crate) fn slots(out: &Out, args: &SlotsArgs) -> Result<(), Failure> {
    let data = Data::open(&args.of.data, None)?;
    let audience = Audience::from_code(&args.audience).ok_or_else(|| {
        Failure::Usage("--audience: all, citizens, professionals, agencies, staff, walk_in".to_owned())
    })?;
    let live = data.live()?;
    let (office, plan) = office_named(&live, &args.of.office)?;
    for date in args.of.dates() {
        let places = data.store.places(office.id, None, audience, date)?;
        let left = |slot: &schedule::Slot| places.iter().find(|p| p.pool == slot.pool.0 && p.start == slot.start);
        let print = |hours: Option<schedule::Hours>, pool: Audience, why: &Why| {
            let free = why.slot().and_then(left).filter(|p| p.desks_left > 0 && p.persons_left > 0);
            // The plan knows the places, the store what is taken of them.
            let (code, because, desks_left, persons_left) = match (free, why.slot()) {
                (Some(p), Some(slot)) => {
                    let (bookings_left, persons_left) = (p.desks_left, p.persons_left);
                    let why = Why::Free { slot: *slot, bookings_left, persons_left };
                    (why.code(), words(out.lang, &why), p.desks_left, p.persons_left)
                }
                (None, Some(slot)) => {
                    let why = Why::Full { slot: *slot, used: schedule::Used::default() };
                    (why.code(), words(out.lang, &why), 0, 0)
                }
                (_, None) => (why.code(), words(out.lang, why), 0, 0),
            };
            let row = Row {
                date,
                time: hours.map(|h| clock(h.from)).unwrap_or_default(),
                until: hours.map(|h| clock(h.to)).unwrap_or_default(),
                pool: pool.code(),
                desks_left,
                persons_left,
                why: code,
                because,
            };
            out.row(&row, || {
                let hours =
                    if row.time.is_empty() { String::new() } else { format!("{:>5}–{:<5}", row.time, row.until) };
                format!("{date} {hours:<11} {:<13} {}: {}", row.pool, row.why, row.because)
            })
        };
        let nothing_taken = |_, _| schedule::Used::default();
        let lines = schedule::explain_day(plan, date, audience, nothing_taken);
        if lines.is_empty() {
            let ten = NaiveTime::from_hms_opt(10, 0, 0).unwrap_or_default();
            print(None, audience, &schedule::why(plan, date, ten, audience, nothing_taken))?;
        }
        for line in lines {
            print(Some(line.hours), line.pool.0, &line.why)?;
        }
    }
    Ok(())
}
