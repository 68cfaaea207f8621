// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Somebody at the kiosk asks for a person.

use std::sync::Arc;

use axum::{Json, extract::State};
use varco_core::gate::Act;
use varco_store::ActRequest;

use crate::{
    App,
    app::body_digest,
    door::{Tongue, blocking, gesture, perform},
    problem::Answer,
    wire::{Done, KeyOnly},
};

/// Tells the staff that somebody at this kiosk asks for them; it stands at every entrance of the building until one of
/// them goes.
#[utoipa::path(post, path = "/api/lobby/call", request_body = KeyOnly, responses((status = 200, body = Done)))]
pub(super) async fn call(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Json(request): Json<KeyOnly>,
) -> Result<Json<Done>, Answer> {
    blocking(lang, move || {
        let caller = app.caller(gesture(&request.key)?, false)?;
        let body = body_digest(&["call"]);
        perform(&app, ActRequest { caller, act: Act::Call, body, not_recorded: false })?;
        app.changed("ready");
        Ok(Done {})
    })
    .await
}
