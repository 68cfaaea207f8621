// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Opening hours: a week as it is, what an edit would give, and the edit itself, from a date on.

mod check;
mod rules;
mod save;
mod week;
mod why;

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, Query, State},
    http::HeaderMap,
};
use chrono::{Datelike, Days, NaiveDate};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::{router::OpenApiRouter, routes};
use varco_core::{
    access::Right,
    booking::{Office, Site},
    ids::OfficeId,
    schedule::{House, OfficeSchedule, WantedRule},
    time::civil,
};
use varco_store::{edit::Unfit, version_of};
use varco_words::Lang;

pub(super) use check::in_full;

use super::{session::signed, structure::fields::clock};
use crate::{
    App,
    door::{Tongue, blocking},
    problem::{Answer, Fault},
    wire::HoursView,
};

/// What the page of the hours asks.
pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(hours))
        .routes(routes!(check::check))
        .routes(routes!(save::publish))
        .routes(routes!(save::extend))
        .routes(routes!(why::why))
}

#[derive(Deserialize, IntoParams)]
pub(super) struct Asked {
    /// A date of the week, `YYYY-MM-DD`; today when none is given.
    date: Option<String>,
}

/// An office with its hours and its house, as they are now.
struct Place {
    office: Office,
    site: Site,
    schedule: OfficeSchedule,
    cases_max: Option<u8>,
    today: NaiveDate,
}

impl Place {
    fn of(app: &App, id: u32) -> Result<Self, Fault> {
        let now = app.machine_time();
        let found = app.with(|live| {
            let court = &live.structure;
            let office = court.offices.iter().find(|office| office.id == OfficeId(id))?.clone();
            let site = court.sites.iter().find(|site| site.id == office.site)?.clone();
            let schedule = court.schedules.iter().find(|schedule| schedule.office == office.id)?.clone();
            let services = court.services.iter().filter(|service| service.office == office.id && !service.archived);
            // Where one service has no limit the office has none.
            let cases_max = services.map(|service| service.cases_max).collect::<Option<Vec<u8>>>();
            let cases_max = cases_max.and_then(|cases| cases.into_iter().max());
            let today = civil(site.zone, now).date();
            Some(Self { office, site, schedule, cases_max, today })
        })?;
        found.ok_or(Fault::NotFound)
    }

    fn house(&self) -> House {
        House {
            opens_at: self.site.opens_at,
            closes_at: self.site.closes_at,
            desks: self.office.desks,
            cases_max: self.cases_max,
        }
    }

    fn version(&self) -> String {
        version_of(&self.schedule)
    }

    /// The date from which an edit holds: today at the earliest, because days that have gone by stay as they were.
    fn from(&self, text: &str) -> Result<NaiveDate, Fault> {
        let from = date("valid_from", text)?;
        if from < self.today { Err(Fault::Field { field: "valid_from", why: Unfit::Past }) } else { Ok(from) }
    }
}

/// A date as it is written on the wire.
fn date(field: &'static str, text: &str) -> Result<NaiveDate, Fault> {
    let date = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok();
    let date = date.filter(|date| (2000..2200).contains(&date.year()));
    date.ok_or(Fault::Field { field, why: Unfit::Malformed })
}

fn monday_of(date: NaiveDate) -> NaiveDate {
    date.checked_sub_days(Days::new(date.weekday().num_days_from_monday().into())).unwrap_or(date)
}

/// A week of an office, with the rules that hold in it or later.
#[utoipa::path(get, path = "/api/admin/offices/{id}/hours", params(("id" = u32, Path), Asked),
    responses((status = 200, body = HoursView)))]
pub(super) async fn hours(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(id): Path<u32>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Json<HoursView>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        signed.need_at(Right::See, OfficeId(id))?;
        let place = Place::of(&app, id)?;
        let monday = monday_of(asked.date.map_or(Ok(place.today), |text| date("date", &text))?);
        Ok(view(&place, monday, signed.may_at(Right::Office, OfficeId(id)), lang))
    })
    .await
}

fn view(place: &Place, monday: NaiveDate, may_edit: bool, lang: Lang) -> HoursView {
    let holds = |until: Option<NaiveDate>| until.is_none_or(|until| until >= monday);
    let rules = place.schedule.rules.iter().filter(|r| r.office == place.office.id && holds(r.valid_until));
    HoursView {
        office: place.office.id.0,
        name: place.office.name.clone(),
        version: place.version(),
        today: place.today.to_string(),
        monday: monday.to_string(),
        may_edit: may_edit && !place.office.archived,
        opens_at: place.site.opens_at.map(clock),
        closes_at: place.site.closes_at.map(clock),
        days: week::days(&place.schedule, monday, lang),
        rules: rules.map(|rule| rules::fields(&WantedRule::like(rule))).collect(),
    }
}
