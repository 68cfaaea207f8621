// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The exceptions of the court, and its holidays.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Json,
    extract::{Query, State},
    http::HeaderMap,
};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Deserialize;
use utoipa::IntoParams;
use varco_core::{
    access::Right,
    schedule::{Dates, Holiday, Level},
    time::civil,
};
use varco_store::{Live, Structure, closure::ClosureRow};
use varco_words::{Lang, holiday_name, text, when_in_words};

use super::{
    super::session::{Signed, signed},
    draft, need,
};
use crate::{
    App,
    door::{Tongue, blocking},
    problem::{Answer, Fault},
    wire::{ClosureRowView, ClosuresView, HolidayView},
};

/// Days ahead of which holidays are told.
const DAYS: usize = 366;

#[derive(Deserialize, IntoParams)]
pub(in crate::admin) struct From {
    /// The first day of which something is told, `YYYY-MM-DD`; today when none is given.
    from: Option<String>,
}

/// The exceptions that speak of a day or of later ones, and the holidays of a year.
#[utoipa::path(get, path = "/api/admin/closures", params(From), responses((status = 200, body = ClosuresView)))]
pub(in crate::admin) async fn closures(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Query(asked): Query<From>,
    headers: HeaderMap,
) -> Result<Json<ClosuresView>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        let all = signed.need(Right::See);
        if all.is_err() && !signed.person.offices.iter().any(|office| signed.may_at(Right::See, *office)) {
            all?;
        }
        let now = app.machine_time();
        let rows = app.store()?.closures(now)?;
        let malformed = Fault::Field { field: "from", why: varco_store::edit::Unfit::Malformed };
        let from = asked.from.map(|text| text.trim().parse::<NaiveDate>()).transpose().map_err(|_| malformed)?;
        app.with(|live| {
            let zone = live.structure.sites.first().map(|site| site.zone).unwrap_or_default();
            let today = civil(zone, now).date();
            let from = from.unwrap_or(today);
            let mut shown: Vec<&ClosureRow> = rows
                .iter()
                .filter(|row| last(row.exception.dates).is_none_or(|last| last >= from))
                .filter(|row| may_see(&signed, &live.structure, row.exception.level))
                .collect();
            shown.sort_by_key(|row| (first(row.exception.dates), row.exception.id));
            ClosuresView {
                today: today.to_string(),
                closures: shown.into_iter().map(|row| view(&signed, live, row, lang)).collect(),
                days: days(live, today, lang),
                may_court: signed.need(Right::Court).is_ok(),
            }
        })
    })
    .await
}

fn last(dates: Dates) -> Option<NaiveDate> {
    match dates {
        Dates::Day { date } => Some(date),
        Dates::Range { to, .. } => Some(to),
        Dates::EveryYear { .. } => None,
    }
}

fn first(dates: Dates) -> NaiveDate {
    match dates {
        Dates::Day { date } => date,
        Dates::Range { from, .. } => from,
        Dates::EveryYear { .. } => NaiveDate::MAX,
    }
}

/// Whoever sees an office sees what closes it.
fn may_see(signed: &Signed, court: &Structure, level: Level) -> bool {
    court.offices.iter().any(|office| level.reaches(office.id, office.site) && signed.may_at(Right::See, office.id))
        || signed.need(Right::See).is_ok()
}

/// For whom, by name.
pub(super) fn place(court: &Structure, level: Level, lang: Lang) -> String {
    match level {
        Level::Court => text(lang, "closure-of-court", &[]),
        Level::Site(id) => court.sites.iter().find(|s| s.id == id).map(|s| s.name.clone()).unwrap_or_default(),
        Level::Office(id) => court.offices.iter().find(|o| o.id == id).map(|o| o.name.clone()).unwrap_or_default(),
    }
}

fn view(signed: &Signed, live: &Live, row: &ClosureRow, lang: Lang) -> ClosureRowView {
    let exception = &row.exception;
    let (moved, kept, cancelled) = row.done.map_or((0, 0, 0), |done| (done.moved, done.kept, done.cancelled));
    let by = live.people.iter().find(|person| Some(person.id) == row.by);
    let may_edit = need(signed, exception.level).is_ok();
    let effect = &exception.effect;
    let hours = match effect {
        varco_core::schedule::Effect::Opened(band) => Some(band.hours()),
        _ => exception.hours,
    };
    ClosureRowView {
        id: exception.id.0,
        level: draft::level_fields(exception.level),
        place: place(&live.structure, exception.level, lang),
        when: when_in_words(lang, exception.dates, hours),
        dates: draft::dates_fields(exception.dates),
        hours: draft::hours_fields(exception.hours),
        effect: draft::effect_fields(effect),
        announced_at: exception.announced_at.0,
        by: by.map(|person| person.name.clone()).unwrap_or_default(),
        hit: moved + kept + cancelled,
        moved,
        kept,
        cancelled,
        held: row.held,
        held_until: row.done.filter(|_| row.held > 0).map(|done| done.held_until.0),
        left: row.left,
        can_undo: row.can_undo && may_edit,
        may_edit,
    }
}

/// Holidays of the sites, each once where all sites keep it. Sundays are known to everybody.
fn days(live: &Live, today: NaiveDate, lang: Lang) -> Vec<HolidayView> {
    let court = &live.structure;
    let sites: Vec<_> = court.sites.iter().filter(|site| !site.archived).collect();
    let mut found: BTreeMap<(NaiveDate, String), Vec<&str>> = BTreeMap::new();
    for site in &sites {
        let Some(schedule) = court.schedules.iter().find(|schedule| schedule.site == site.id) else { continue };
        let until = today.checked_add_days(Days::new(DAYS as u64)).unwrap_or(today);
        for date in today.iter_days().take_while(|date| *date < until) {
            let holiday = schedule.holidays.on(date);
            let said = holiday.filter(|holiday| !matches!(holiday, Holiday::Sunday) || date.weekday() != Weekday::Sun);
            if let Some(holiday) = said {
                found.entry((date, holiday_name(lang, &holiday))).or_default().push(&site.name);
            }
        }
    }
    let kept = |(date, name): (NaiveDate, String), at: Vec<&str>| HolidayView {
        date: date.to_string(),
        name,
        place: if at.len() == sites.len() { String::new() } else { at.join(", ") },
        closed: true,
    };
    found.into_iter().map(|(day, at)| kept(day, at)).collect()
}
