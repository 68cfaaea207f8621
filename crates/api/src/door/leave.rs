// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Leaving the mode or closing the app needs a supervisor.

use std::sync::Arc;

use axum::{Json, extract::State};
use varco_core::access::Right;

use super::{Tongue, blocking, gesture};
use crate::{
    App,
    problem::{Answer, Fault},
    wire::{Done, LeaveRequest},
};

/// Closes the app.
#[utoipa::path(post, path = "/api/leave", request_body = LeaveRequest, responses((status = 200, body = Done)))]
pub(super) async fn leave(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Json(request): Json<LeaveRequest>,
) -> Result<Json<Done>, Answer> {
    blocking(lang, move || {
        gesture(&request.key)?;
        match app.time() {
            // Before the first start there is nobody to ask.
            Err(Fault::NoCourt) => {}
            other => {
                let (now, _) = other?;
                app.need_or_pin(Right::Leave, request.person, request.pin.as_deref(), now)?;
            }
        }
        (app.ports.leave)();
        Ok(Done {})
    })
    .await
}
