// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What is behind the big screen: names, notes and reasons, on a staff touch.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, State},
};
use varco_core::{
    access::Right,
    gate::{Event, Opened},
};
use varco_store::Details;
use varco_words::text;

use super::{Tongue, after::found, blocking, gesture};
use crate::{
    App,
    app::lock,
    problem::{Answer, Fault},
    wire::{DetailsView, KeyOnly},
};

/// Names and notes close by themselves after so many seconds.
const DETAILS_SECONDS: u32 = 10;

/// Opens what is behind the big screen; logged.
#[utoipa::path(post, path = "/api/scan/{scan}/details", params(("scan" = String, Path)), request_body = KeyOnly,
    responses((status = 200, body = DetailsView)))]
pub(super) async fn details(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(scan): Path<String>,
    Json(request): Json<KeyOnly>,
) -> Result<Json<DetailsView>, Answer> {
    blocking(lang, move || {
        let actor = app.need(Right::Details)?;
        let (_, recent) = found(&app, &scan)?;
        let visitor = recent.decision.visitor.ok_or(Fault::NotFound)?;
        let caller = app.caller(gesture(&request.key)?, false)?;
        let store = app.store()?;
        // Written before it is shown.
        let opened = Event::Opened {
            what: Opened::Details,
            at: caller.now,
            by: Some(actor.person),
            booking: Some(visitor.booking),
        };
        store.record(&caller, vec![opened])?;
        let by_receipt = match &recent.names {
            Some(key) => store.details_by_receipt(visitor.booking, key)?,
            None => None,
        };
        let unlocked = lock(&app.names).as_ref().filter(|n| n.until > caller.now).map(|n| n.key.clone());
        let details = match (by_receipt, unlocked) {
            (Some(details), _) => Some(details),
            (None, Some(key)) => store.details_by_names_key(visitor.booking, &key)?,
            (None, None) => None,
        };
        let closed_text = details.is_none().then(|| text(lang, "details-closed", &[]));
        let Details { names, assistance, block_reason, .. } = details.unwrap_or_default();
        Ok(DetailsView {
            names,
            note: assistance,
            blocked_reason: block_reason,
            closed_text,
            closes_in_seconds: DETAILS_SECONDS,
        })
    })
    .await
}
