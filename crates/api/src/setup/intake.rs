// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Import of a day's appointments from a page.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Query, State},
};
use varco_core::{access::Right, ids::GestureKey};

use crate::{
    App,
    door::{Tongue, blocking},
    import::import,
    problem::Answer,
    wire::{ImportQuery, ImportView},
};

/// Appointments as CSV or JSON.
#[utoipa::path(post, path = "/api/import", params(ImportQuery), request_body = String,
    responses((status = 200, body = ImportView)))]
pub(super) async fn import_file(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Query(query): Query<ImportQuery>,
    body: String,
) -> Result<Json<ImportView>, Answer> {
    blocking(lang, move || {
        app.need(Right::Import)?;
        let (now, _) = app.time()?;
        let store = app.store()?;
        let mut key = || GestureKey(app.ports.keys.next());
        let view = import(store.as_ref(), &body, &query.format, query.dry_run, now, &mut key, lang)?;
        app.changed("ready");
        Ok(view)
    })
    .await
}
