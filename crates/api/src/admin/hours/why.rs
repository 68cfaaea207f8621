// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Why a time is free or not.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, Query, State},
    http::HeaderMap,
};
use serde::Deserialize;
use utoipa::IntoParams;
use varco_core::{
    access::Right,
    ids::OfficeId,
    schedule::{self, Audience, Used, Why},
};
use varco_store::edit::Unfit;
use varco_words::{Lang, because};

use super::{
    super::{session::signed, structure::fields::time},
    Place, date,
};
use crate::{
    App,
    door::{Tongue, blocking},
    problem::{Answer, Fault},
    wire::{Both, WhyView},
};

#[derive(Deserialize, IntoParams)]
pub(in crate::admin) struct AskedWhy {
    /// The date.
    date: String,
    /// The time of day.
    time: String,
    /// As whom; everybody who books when none is given.
    audience: Option<String>,
}

/// The rule, exception or booking that decides about a time, in both languages.
#[utoipa::path(get, path = "/api/admin/offices/{id}/why", params(("id" = u32, Path), AskedWhy),
    responses((status = 200, body = WhyView)))]
pub(in crate::admin) async fn why(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(id): Path<u32>,
    Query(asked): Query<AskedWhy>,
    headers: HeaderMap,
) -> Result<Json<WhyView>, Answer> {
    blocking(lang, move || {
        signed(&app, &headers)?.need_at(Right::See, OfficeId(id))?;
        let place = Place::of(&app, id)?;
        let (date, time) = (date("date", &asked.date)?, time("time", &asked.time)?);
        let audience = asked.audience.as_deref().map_or(Some(Audience::All), Audience::from_code);
        let audience = audience.ok_or(Fault::Field { field: "audience", why: Unfit::Unknown })?;
        let mut why = schedule::why(&place.schedule, date, time, audience, |_, _| Used::default());
        if let Some(slot) = why.slot().copied() {
            // The plan knows the places, the store what is taken of them.
            let places = app.store()?.places(place.office.id, None, audience, date)?;
            let mut left = places.iter().filter(|places| places.start == slot.start);
            why = match left.find(|places| places.desks_left > 0 && places.persons_left > 0) {
                Some(places) => Why::Free { slot, bookings_left: places.desks_left, persons_left: places.persons_left },
                None if audience.books() => Why::Full { slot, used: Used::default() },
                None => why,
            };
        }
        let both = Both { it: because(Lang::It, &why), en: because(Lang::En, &why) };
        Ok(WhyView { code: why.code().to_owned(), because: both })
    })
    .await
}
