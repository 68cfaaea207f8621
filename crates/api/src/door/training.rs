// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Practice with practice people and receipts; real data is never touched.

use std::sync::Arc;

use axum::{Json, extract::State};
use varco_core::access::Right;

use super::{Tongue, blocking, gesture};
use crate::{
    App,
    problem::Answer,
    wire::{Done, SwitchRequest},
};

/// Switches training.
#[utoipa::path(post, path = "/api/training", request_body = SwitchRequest, responses((status = 200, body = Done)))]
pub(super) async fn switch(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Json(request): Json<SwitchRequest>,
) -> Result<Json<Done>, Answer> {
    blocking(lang, move || {
        app.need(Right::Training)?;
        gesture(&request.key)?;
        match (request.on, app.is_training()) {
            (true, false) => {
                let real = app.store()?;
                app.train(Some(app.ports.courts.training(real.as_ref())?));
            }
            (false, true) => app.train(None),
            _ => {}
        }
        Ok(Done {})
    })
    .await
}
