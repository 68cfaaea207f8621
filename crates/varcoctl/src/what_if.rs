// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! `what-if`: what an office offers each day, and what it would offer with other slots.

use chrono::NaiveDate;
use serde::Serialize;
use varco_core::schedule::{DayFigures, OfficeSchedule, WhatIf, day_figures, validate};
use varco_words::{Lang, fault_in_words, text};

use crate::{
    cli::WhatIfArgs,
    data::Data,
    out::{Failure, Out},
    slots::office_named,
};

#[derive(Serialize)]
struct Row {
    date: NaiveDate,
    now: DayFigures,
    /// None when no change was asked for.
    then: Option<DayFigures>,
}

/// Prints a line a day. A change that could not be saved is refused, with what is wrong.
pub(crate) fn what_if(out: &Out, args: &WhatIfArgs) -> Result<(), Failure> {
    let data = Data::open(&args.of.data, None)?;
    let live = data.live()?;
    let (_, plan) = office_named(&live, &args.of.office)?;
    let change = WhatIf { slot_minutes: args.slot_minutes, desks: args.desks, persons_per_slot: args.persons };
    let changed = (change != WhatIf::default()).then(|| plan.what_if(change));
    if let Some(fault) = changed.as_ref().and_then(|changed| new_fault(out.lang, plan, changed)) {
        return Err(Failure::Refused(fault));
    }
    for date in args.of.dates() {
        let then = changed.as_ref().map(|changed| day_figures(changed, date));
        let row = Row { date, now: day_figures(plan, date), then };
        let words = |key: &str, of: &DayFigures| {
            let numbers =
                [("slots", of.slots), ("bookings", of.bookings), ("persons", of.persons), ("peak", of.peak())];
            text(out.lang, key, &numbers.map(|(name, number)| (name, number.into())))
        };
        out.row(&row, || {
            let then = row.then.as_ref().map(|then| format!(" → {}", words("what-if", then))).unwrap_or_default();
            format!("{date} {}{then}", words("what-if", &row.now))
        })?;
    }
    Ok(())
}

/// What is wrong with the changed hours that is not wrong with the hours as they are.
fn new_fault(lang: Lang, plan: &OfficeSchedule, changed: &OfficeSchedule) -> Option<String> {
    let before = validate(plan);
    let found = validate(changed).into_iter().find(|fault| !before.contains(fault));
    found.map(|fault| fault_in_words(lang, &fault, changed))
}
