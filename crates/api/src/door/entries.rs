// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Entries without booking, and exits without a receipt.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, State},
};
use varco_core::{
    access::Right,
    gate::{Act, UnbookedReason},
    ids::OfficeId,
};
use varco_store::ActRequest;

use super::{Tongue, blocking, gesture, scan::perform};
use crate::{
    App,
    app::body_digest,
    problem::{Answer, Fault},
    wire::{Done, EntryRequest, EntryView, ExitRequest, KeyOnly},
};

fn reason(name: &str) -> Result<UnbookedReason, Fault> {
    UnbookedReason::ALL.into_iter().find(|r| r.name() == name).ok_or(Fault::Bad("reason"))
}

fn persons(n: u32) -> Result<u8, Fault> {
    u8::try_from(n).map_err(|_| Fault::Refused(varco_core::gate::Refused::Number(99)))
}

/// Somebody enters without a booking: one tap.
#[utoipa::path(post, path = "/api/entries", request_body = EntryRequest, responses((status = 200, body = EntryView)))]
pub(super) async fn enter(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Json(request): Json<EntryRequest>,
) -> Result<Json<EntryView>, Answer> {
    blocking(lang, move || {
        app.need(Right::Door)?;
        let caller = app.caller(gesture(&request.key)?, false)?;
        let (entry, now) = (caller.key, caller.now);
        let act = Act::Unbooked {
            reason: reason(&request.reason)?,
            persons: persons(request.persons)?,
            office: request.office.map(OfficeId),
        };
        let office = request.office.map(|o| o.to_string()).unwrap_or_default();
        let body = body_digest(&["entry", &request.reason, &request.persons.to_string(), &office]);
        perform(&app, ActRequest { caller: caller.clone(), act, body, not_recorded: false })?;
        app.changed("ready");
        let zone = app.with(|live| live.day.sites.get(&caller.station.site).map(|s| s.zone).unwrap_or_default())?;
        let time = varco_words::clock_seconds(varco_core::time::civil(zone, now).time());
        Ok(EntryView { entry: entry.to_string(), reason: request.reason, persons: request.persons, time })
    })
    .await
}

/// Takes the last entry without booking back.
#[utoipa::path(post, path = "/api/entries/{entry}/annul", params(("entry" = String, Path)), request_body = KeyOnly,
    responses((status = 200, body = Done)))]
pub(super) async fn annul(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(entry): Path<String>,
    Json(request): Json<KeyOnly>,
) -> Result<Json<Done>, Answer> {
    blocking(lang, move || {
        app.need(Right::Door)?;
        let caller = app.caller(gesture(&request.key)?, false)?;
        let act = Act::Annul { scan: gesture(&entry)?, reason: "other".to_owned() };
        let body = body_digest(&["annul-entry", &entry]);
        perform(&app, ActRequest { caller, act, body, not_recorded: false })?;
        app.changed("ready");
        Ok(Done {})
    })
    .await
}

/// Persons leave without a receipt.
#[utoipa::path(post, path = "/api/exits", request_body = ExitRequest, responses((status = 200, body = Done)))]
pub(super) async fn leave(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Json(request): Json<ExitRequest>,
) -> Result<Json<Done>, Answer> {
    blocking(lang, move || {
        app.need(Right::Door)?;
        let caller = app.caller(gesture(&request.key)?, false)?;
        let act = Act::Left { persons: persons(request.persons)? };
        let body = body_digest(&["left", &request.persons.to_string()]);
        perform(&app, ActRequest { caller, act, body, not_recorded: false })?;
        app.changed("ready");
        Ok(Done {})
    })
    .await
}
