// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Paper mode is switched by a supervisor, never by itself.

use std::sync::Arc;

use axum::{Json, extract::State};
use varco_core::{access::Right, gate::Act};
use varco_store::ActRequest;

use super::{
    Tongue, blocking, gesture,
    scan::{begin_paper, flush_paper, perform},
};
use crate::{
    App,
    app::body_digest,
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
        let caller = app.caller(gesture(&request.key)?, false)?;
        let body = body_digest(&["paper", if request.on { "on" } else { "off" }]);
        let switched = ActRequest { caller, act: Act::PaperMode { on: request.on }, body, not_recorded: false };
        if request.on {
            begin_paper(&app)?;
        } else {
            flush_paper(&app)?;
        }
        // That it was switched is a fact like the others: kept in memory until the disk takes it.
        perform(&app, switched)?;
        app.changed("ready");
        Ok(Done {})
    })
    .await
}
