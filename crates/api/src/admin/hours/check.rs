// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What hours would give, before they are published. Nothing is written.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Json,
    extract::{Path, State},
    http::HeaderMap,
};
use chrono::NaiveDate;
use varco_core::{
    access::Right,
    booking::Booking,
    ids::{OfficeId, RuleId},
    schedule::{DayPlan, Draft, OfficeSchedule, OpeningRule, Pool, ScheduleFault},
    time::{Millis, civil, day_bounds},
};
use varco_store::{HistoryOf, edit::Kind};
use varco_words::{Lang, fault_in_words, rule_in_words, text};

use super::{
    super::{people::stale, session::signed},
    Place, date, monday_of, rules, week,
};
use crate::{
    App,
    door::{Tongue, blocking},
    problem::{Answer, Fault},
    wire::{HoursCheck, HoursChecked, HoursFault},
};

/// Bookings that are looked at, at most.
const BOOKINGS: usize = 20_000;

/// What hours would give from a date on.
#[utoipa::path(post, path = "/api/admin/offices/{id}/hours/check", params(("id" = u32, Path)),
    request_body = HoursCheck, responses((status = 200, body = HoursChecked)))]
pub(in crate::admin) async fn check(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(id): Path<u32>,
    headers: HeaderMap,
    Json(request): Json<HoursCheck>,
) -> Result<Json<HoursChecked>, Answer> {
    blocking(lang, move || {
        signed(&app, &headers)?.need_at(Right::Office, OfficeId(id))?;
        let place = Place::of(&app, id)?;
        if place.version() != request.version {
            return Err(changed_since(&app, id, lang)?);
        }
        let from = place.from(&request.from)?;
        // A week in which the edit holds: the one that is looked at, or else the first.
        let shown = monday_of(date("date", &request.date)?);
        let first = monday_of(from);
        let monday = if from > first { first + chrono::Days::new(7) } else { first }.max(shown);
        let before = week::days(&place.schedule, monday, lang);
        let ahead = app.store()?.bookings_ahead(place.office.id, day_bounds(place.schedule.zone, from).0, BOOKINGS)?;
        let bookings = u32::try_from(ahead.len()).unwrap_or(u32::MAX);
        let nothing = |faults| HoursChecked {
            faults,
            before: before.clone(),
            after: Vec::new(),
            changes: Vec::new(),
            bookings,
            outside: 0,
        };
        let wanted = match rules::read(&request.rules, lang) {
            Ok(wanted) => wanted,
            Err(faults) => return Ok(nothing(faults)),
        };
        let draft = Draft::new(&place.schedule, &wanted, from);
        let faults = told(&draft, &draft.faults(&place.house()), lang);
        if faults.iter().any(|fault| fault.refuses) {
            return Ok(nothing(faults));
        }
        Ok(HoursChecked {
            faults,
            before: before.clone(),
            after: week::days(&draft.schedule, monday, lang),
            changes: changes(&place.schedule, &draft.schedule, from, lang),
            bookings,
            outside: outside(&draft.schedule, &ahead),
        })
    })
    .await
}

/// Who has changed the hours of an office last.
fn changed_since(app: &App, id: u32, lang: Lang) -> Result<Fault, Fault> {
    let of = HistoryOf { kind: Some(Kind::Schedule.name().to_owned()), thing: Some(id.to_string()), before: None };
    let last = app.store()?.history(&of, 1)?.pop();
    Ok(stale(app, last.map(|change| (change.person, change.at)), lang))
}

/// Faults in words, each with the places of its rules in what was sent.
pub(super) fn told(draft: &Draft, faults: &[ScheduleFault], lang: Lang) -> Vec<HoursFault> {
    let place = |id: &RuleId| draft.rules.iter().position(|rule| rule == id).and_then(|n| u32::try_from(n).ok());
    let view = |fault: &ScheduleFault| HoursFault {
        code: fault.code().to_owned(),
        text: fault_in_words(lang, fault, &draft.schedule),
        rules: fault.rules().iter().filter_map(place).collect(),
        refuses: !fault.is_only_told(),
    };
    faults.iter().map(view).collect()
}

/// Rules that hold from a date on, by number: the newest of each.
fn holding(schedule: &OfficeSchedule, from: NaiveDate) -> BTreeMap<RuleId, &OpeningRule> {
    let mine = schedule.rules.iter().filter(|rule| rule.office == schedule.office);
    let alive = mine.filter(|rule| rule.valid_until.is_none_or(|until| until >= from.max(rule.valid_from)));
    alive.map(|rule| (rule.id, rule)).collect()
}

/// What changes, a sentence for each rule.
fn changes(before: &OfficeSchedule, after: &OfficeSchedule, from: NaiveDate, lang: Lang) -> Vec<String> {
    let (old, new) = (holding(before, from), holding(after, from));
    let name = |rule: &OpeningRule| rule_in_words(lang, rule);
    let mut told = Vec::new();
    for (id, rule) in &new {
        match old.get(id) {
            None => told.push(text(lang, "rule-change-new", &[("rule", name(rule).into())])),
            Some(was) if was == rule => {}
            Some(was) => {
                let (was, now) = (in_full(lang, was), in_full(lang, rule));
                told.push(text(lang, "rule-change-changed", &[("before", was.into()), ("after", now.into())]));
            }
        }
    }
    let gone = old.iter().filter(|(id, _)| !new.contains_key(id));
    told.extend(gone.map(|(_, rule)| text(lang, "rule-change-ended", &[("rule", name(rule).into())])));
    told
}

/// A rule with its places, to be told from another of the same hours.
pub(in crate::admin) fn in_full(lang: Lang, rule: &OpeningRule) -> String {
    let until = rule.valid_until.map(|until| until.format("%d/%m/%Y").to_string());
    let args = [
        ("rule", rule_in_words(lang, rule).into()),
        ("minutes", rule.band.slot_minutes.into()),
        ("desks", rule.band.desks.into()),
        ("persons", rule.band.persons_per_slot.into()),
        ("until", until.clone().unwrap_or_default().into()),
    ];
    text(lang, if until.is_some() { "rule-full-until" } else { "rule-full" }, &args)
}

/// Bookings that begin at no slot of their share any more. They stay as they are.
fn outside(schedule: &OfficeSchedule, bookings: &[Booking]) -> u32 {
    let mut starts: BTreeMap<NaiveDate, Vec<(Pool, Millis)>> = BTreeMap::new();
    let mut count = 0;
    for booking in bookings {
        let date = civil(schedule.zone, booking.start).date();
        let of_day = starts.entry(date).or_insert_with(|| {
            let plan = DayPlan::new(schedule, date);
            let slots = varco_core::schedule::Audience::EVERY.into_iter().flat_map(|a| plan.slots(a));
            slots.map(|slot| (slot.pool, slot.start)).collect()
        });
        if !of_day.contains(&(Pool(booking.pool), booking.start)) {
            count += 1;
        }
    }
    count
}

/// The first of the faults that keep hours from being published.
pub(super) fn must_fit(draft: &Draft, place: &Place, lang: Lang) -> Result<(), Fault> {
    let faults = told(draft, &draft.faults(&place.house()), lang);
    let refusing: Vec<String> = faults.into_iter().filter(|fault| fault.refuses).map(|fault| fault.text).collect();
    if refusing.is_empty() { Ok(()) } else { Err(Fault::Hours(refusing)) }
}
