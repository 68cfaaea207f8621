// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! `slots`: which times are free, and why the others are not.

use chrono::NaiveDate;
use serde::Serialize;
use varco_core::schedule::{self, Audience};
use varco_words::clock;

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
    why: String,
}

/// Prints each start of each day.
pub(crate) fn slots(out: &Out, args: &SlotsArgs) -> Result<(), Failure> {
    let data = Data::open(&args.data, None)?;
    let audience = Audience::from_code(&args.audience).ok_or_else(|| {
        Failure::Usage("--audience: all, citizens, professionals, agencies, staff, walk_in".to_owned())
    })?;
    let live = data.live()?;
    let wanted = args.office.trim().to_lowercase();
    let office = live
        .day
        .offices
        .values()
        .find(|o| o.id.to_string() == wanted || o.name.to_lowercase() == wanted)
        .ok_or_else(|| Failure::Usage(format!("--office: {} non c'è", args.office)))?;
    let plan = live.day.schedules.get(&office.id).ok_or_else(|| Failure::Refused("nessun orario".to_owned()))?;
    let last = args.to.unwrap_or(args.from);
    for date in args.from.iter_days().take_while(|d| *d <= last).take(400) {
        let places = data.store.places(office.id, None, audience, date)?;
        let used = |pool: schedule::Pool, start| places.iter().find(|p| p.pool == pool.0 && p.start == start).copied();
        let slots = schedule::slots(plan, date, audience);
        if slots.is_empty() {
            let noon = chrono::NaiveTime::from_hms_opt(10, 0, 0).unwrap_or_default();
            let why = schedule::why(plan, date, noon, audience, |_, _| schedule::Used::default());
            let row = Row {
                date,
                time: String::new(),
                until: String::new(),
                pool: audience.code(),
                desks_left: 0,
                persons_left: 0,
                why: why.code().to_owned(),
            };
            out.row(&row, || format!("{date}: {}", row.why))?;
        }
        for slot in slots {
            let left = used(slot.pool, slot.start);
            let (desks_left, persons_left) = left.map_or((0, 0), |p| (p.desks_left, p.persons_left));
            let row = Row {
                date,
                time: clock(slot.hours.from),
                until: clock(slot.hours.to),
                pool: slot.pool.0.code(),
                desks_left,
                persons_left,
                why: if desks_left > 0 && persons_left > 0 { "free" } else { "full" }.to_owned(),
            };
            out.row(&row, || {
                format!(
                    "{date} {:>5}–{:<5} {:<13} {} {desks_left}/{persons_left}",
                    row.time, row.until, row.pool, row.why
                )
            })?;
        }
    }
    Ok(())
}
