// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Hours are published from a date on, or hold for longer.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, State},
    http::HeaderMap,
};
use varco_core::{
    access::Right,
    ids::{OfficeId, RuleId},
    schedule::{self, Draft},
};
use varco_store::edit::{Edit, Thing};
use varco_words::fault_in_words;

use super::{
    super::{session::signed, structure::edited},
    Place, check, date, rules,
};
use crate::{
    App,
    door::{Tongue, blocking},
    problem::{Answer, Fault},
    wire::{EditDone, HoursExtend, HoursPublish},
};

/// Publishes hours from a date on. The days before, and bookings that exist, stay as they are.
#[utoipa::path(post, path = "/api/admin/offices/{id}/hours/publish", params(("id" = u32, Path)),
    request_body = HoursPublish, responses((status = 200, body = EditDone)))]
pub(in crate::admin) async fn publish(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(id): Path<u32>,
    headers: HeaderMap,
    Json(request): Json<HoursPublish>,
) -> Result<Json<EditDone>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        signed.need_at(Right::Office, OfficeId(id))?;
        let place = Place::of(&app, id)?;
        let from = place.from(&request.from)?;
        let wanted = rules::read(&request.rules, lang);
        let wanted = wanted.map_err(|faults| Fault::Hours(faults.into_iter().map(|fault| fault.text).collect()))?;
        // What was seen is looked at first: hours that somebody else has changed are not checked against old ones.
        let fresh = place.version() == request.version;
        let draft = Draft::new(&place.schedule, &wanted, from);
        if fresh {
            check::must_fit(&draft, &place, lang)?;
        }
        let thing = Thing::Schedule(if fresh { draft.schedule } else { place.schedule });
        edited(&app, &signed, &request.key, Edit { thing, seen: Some(request.version) }, lang)
    })
    .await
}

/// Lets rules hold until a later date, or without an end.
#[utoipa::path(post, path = "/api/admin/offices/{id}/hours/extend", params(("id" = u32, Path)),
    request_body = HoursExtend, responses((status = 200, body = EditDone)))]
pub(in crate::admin) async fn extend(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(id): Path<u32>,
    headers: HeaderMap,
    Json(request): Json<HoursExtend>,
) -> Result<Json<EditDone>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        signed.need_at(Right::Office, OfficeId(id))?;
        let place = Place::of(&app, id)?;
        let until = request.until.as_deref().map(|text| date("valid_until", text)).transpose()?;
        let which: Vec<RuleId> = request.rules.iter().copied().map(RuleId).collect();
        let longer = if place.version() == request.version {
            schedule::extend(&place.schedule, &which, until).map_err(|faults| {
                Fault::Hours(faults.iter().map(|fault| fault_in_words(lang, fault, &place.schedule)).collect())
            })?
        } else {
            place.schedule
        };
        let thing = Thing::Schedule(longer);
        edited(&app, &signed, &request.key, Edit { thing, seen: Some(request.version) }, lang)
    })
    .await
}
