// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A supervisor states the right time.

use std::sync::Arc;

use axum::{Json, extract::State};
use chrono::NaiveTime;
use varco_core::{
    access::Right,
    gate::Act,
    time::{civil, resolve_forward},
};
use varco_store::ActRequest;

use super::{Tongue, blocking, gesture, scan::perform};
use crate::{
    App,
    app::body_digest,
    problem::{Answer, Fault},
    wire::{ClockRequest, Done},
};

/// Reads "10:03".
pub(super) fn time_of_day(text: &str) -> Result<NaiveTime, Fault> {
    NaiveTime::parse_from_str(text.trim(), "%H:%M").map_err(|_| Fault::Bad("time"))
}

/// States the right time; it counts until midnight.
#[utoipa::path(post, path = "/api/clock", request_body = ClockRequest, responses((status = 200, body = Done)))]
pub(super) async fn state(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Json(request): Json<ClockRequest>,
) -> Result<Json<Done>, Answer> {
    blocking(lang, move || {
        app.need(Right::Clock)?;
        let caller = app.caller(gesture(&request.key)?, false)?;
        let time = time_of_day(&request.time)?;
        let zone = app.with(|live| live.day.sites.get(&caller.station.site).map(|s| s.zone).unwrap_or_default())?;
        // The stated time is one of the day that the machine believes in, or of the day beside it when that is nearer.
        let date = civil(zone, caller.machine).date();
        let days = [date.pred_opt(), Some(date), date.succ_opt()];
        let near = days.into_iter().flatten().map(|d| resolve_forward(zone, d.and_time(time)));
        let stated = near.min_by_key(|at| (at.0 - caller.machine.0).abs()).ok_or(Fault::Bad("time"))?;
        let body = body_digest(&["clock", &request.time]);
        perform(&app, ActRequest { caller, act: Act::StateClock { stated }, body, not_recorded: false })?;
        app.clock_stated();
        app.changed("ready");
        Ok(Done {})
    })
    .await
}
