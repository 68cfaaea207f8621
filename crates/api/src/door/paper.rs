// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Paper mode is switched by a supervisor, never by itself.

use std::sync::Arc;

use axum::{Json, extract::State};
use varco_core::access::Right;

use super::{
    Tongue, blocking, gesture,
    scan::{begin_paper, flush_paper},
};
use crate::{
    App,
    problem::Answer,
    wire::{Done, SwitchRequest},
};

/// Switches paper mode on, or off: off writes what was kept first.
#[utoipa::path(post, path = "/api/paper-mode", request_body = SwitchRequest, responses((status = 200, body = Done)))]
pub(super) async fn switch(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Json(request): Json<SwitchRequest>,
) -> Result<Json<Done>, Answer> {
    blocking(lang, move || {
        app.need(Right::Paper)?;
        gesture(&request.key)?;
        if request.on {
            begin_paper(&app)?;
        } else {
            flush_paper(&app)?;
        }
        app.changed("ready");
        Ok(Done {})
    })
    .await
}
