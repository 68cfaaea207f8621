// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Rules from the wire and back. What cannot be read is told beside the rule it stands in.

use varco_core::{
    ids::RuleId,
    schedule::{Audience, Band, Nth, Recurrence, WantedRule},
};
use varco_store::edit::Unfit;
use varco_words::Lang;

use super::{
    super::structure::fields::{clock, time},
    date,
};
use crate::{
    problem::Fault,
    wire::{HoursFault, Repeats, RuleFields},
};

/// Desks of a band, at most.
const DESKS: u32 = 500;
/// Persons of a slot, at most.
const PERSONS: u32 = 5_000;
/// Rules of an office, at most.
const RULES: usize = 500;

const NTH: [(Nth, &str); 6] = [
    (Nth::First, "first"),
    (Nth::Second, "second"),
    (Nth::Third, "third"),
    (Nth::Fourth, "fourth"),
    (Nth::Fifth, "fifth"),
    (Nth::Last, "last"),
];

pub(super) fn fields(rule: &WantedRule) -> RuleFields {
    let band = rule.band;
    RuleFields {
        id: rule.id.map(|id| id.0),
        weekday: rule.weekday.into(),
        from: clock(band.from),
        to: clock(band.to),
        slot_minutes: band.slot_minutes.into(),
        desks: band.desks.into(),
        persons: band.persons_per_slot.into(),
        audience: band.audience.code().to_owned(),
        repeats: match rule.recurrence {
            Recurrence::EveryWeek => Repeats::EveryWeek,
            Recurrence::EveryNthWeek { n, anchor } => Repeats::EveryNthWeek { n: n.into(), anchor: anchor.to_string() },
            Recurrence::NthOfMonth { nth } => {
                let name = NTH.into_iter().find(|(each, _)| *each == nth).map_or("first", |(_, name)| name);
                Repeats::NthOfMonth { nth: name.to_owned() }
            }
        },
        valid_from: rule.valid_from.map(|date| date.to_string()),
        valid_until: rule.valid_until.map(|date| date.to_string()),
    }
}

/// Every rule, or what of which cannot be read.
pub(super) fn read(rules: &[RuleFields], lang: Lang) -> Result<Vec<WantedRule>, Vec<HoursFault>> {
    let told = |n: usize, fault: &Fault| HoursFault {
        code: "unreadable".to_owned(),
        text: fault.problem(lang).message,
        rules: vec![u32::try_from(n).unwrap_or(u32::MAX)],
        refuses: true,
    };
    if rules.len() > RULES {
        let most = u32::try_from(RULES).unwrap_or(u32::MAX);
        return Err(vec![told(RULES, &Fault::Field { field: "rules", why: Unfit::TooLong { most } })]);
    }
    let (mut read, mut faults) = (Vec::with_capacity(rules.len()), Vec::new());
    for (n, fields) in rules.iter().enumerate() {
        match rule(fields) {
            Ok(rule) => read.push(rule),
            Err(fault) => faults.push(told(n, &fault)),
        }
    }
    if faults.is_empty() { Ok(read) } else { Err(faults) }
}

fn within<T: TryFrom<u32>>(field: &'static str, number: u32, least: u32, most: u32) -> Result<T, Fault> {
    let fits = (least..=most).contains(&number).then_some(number).and_then(|number| T::try_from(number).ok());
    fits.ok_or(Fault::Field { field, why: Unfit::Range { least, most } })
}

fn rule(fields: &RuleFields) -> Result<WantedRule, Fault> {
    let audience = Audience::from_code(&fields.audience);
    let audience = audience.ok_or(Fault::Field { field: "audience", why: Unfit::Unknown })?;
    let slot_minutes: u16 = within("slot_minutes", fields.slot_minutes, 5, 480)?;
    let (from, to) = (time("from", &fields.from)?, time("to", &fields.to)?);
    // What is left over at the end is shown beside the hours while they are drawn: it is no surprise.
    let minutes = u16::try_from((to - from).num_minutes()).unwrap_or(0);
    let remainder_minutes = if audience.books() && slot_minutes <= minutes { minutes % slot_minutes } else { 0 };
    let maybe_date = |field, text: &Option<String>| {
        text.as_deref().filter(|text| !text.trim().is_empty()).map(|text| date(field, text)).transpose()
    };
    Ok(WantedRule {
        id: fields.id.map(RuleId),
        weekday: within("weekday", fields.weekday, 1, 7)?,
        recurrence: match &fields.repeats {
            Repeats::EveryWeek => Recurrence::EveryWeek,
            Repeats::EveryNthWeek { n, anchor } => {
                Recurrence::EveryNthWeek { n: within("repeats", *n, 2, 52)?, anchor: date("anchor", anchor)? }
            }
            Repeats::NthOfMonth { nth } => {
                let found = NTH.into_iter().find(|(_, name)| name == nth).map(|(nth, _)| nth);
                Recurrence::NthOfMonth { nth: found.ok_or(Fault::Field { field: "repeats", why: Unfit::Unknown })? }
            }
        },
        band: Band {
            from,
            to,
            slot_minutes,
            remainder_minutes,
            desks: within("desks", fields.desks, 1, DESKS)?,
            persons_per_slot: within("persons", fields.persons, 1, PERSONS)?,
            audience,
        },
        valid_from: maybe_date("valid_from", &fields.valid_from)?,
        valid_until: maybe_date("valid_until", &fields.valid_until)?,
    })
}
