// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Open, closed or out of order.

use std::sync::Arc;

use axum::{Json, extract::State};
use varco_core::{schedule, time::civil};
use varco_words::{clock, day, text};

use crate::{
    App,
    door::{Tongue, blocking},
    problem::Answer,
    wire::{LobbyOffice, LobbyState},
};

/// Without a touch for so long the kiosk wipes itself; it warns 20 seconds before.
const IDLE_SECONDS: u32 = 60;

/// Open, closed or out of order.
#[utoipa::path(get, path = "/api/lobby", responses((status = 200, body = LobbyState)))]
pub(super) async fn lobby(State(app): State<Arc<App>>, Tongue(lang): Tongue) -> Result<Json<LobbyState>, Answer> {
    blocking(lang, move || {
        let (now, _) = app.time()?;
        let store = app.store()?;
        let unread = store.refresh().is_err();
        let failing = store.health().failing.is_some();
        let training = app.is_training();
        app.with(|live| {
            let station = app.station(live, false);
            let site = live.day.sites.get(&station.site);
            let zone = site.map(|s| s.zone).unwrap_or_default();
            let local = civil(zone, now);
            let here: Vec<_> = live.day.offices.values().filter(|o| o.site == station.site && !o.archived).collect();
            let plan = |o: &varco_core::booking::Office| live.day.schedules.get(&o.id);
            let is_open = |o| plan(o).is_some_and(|p| schedule::is_open(p, local.date(), local.time()));
            // The doors open before the first slot: who is early enough to enter is early enough for the lobby.
            let soon = |o: &varco_core::booking::Office| {
                let ahead = local + chrono::TimeDelta::minutes(o.policy.early_minutes.into());
                plan(o).is_some_and(|p| schedule::is_open(p, ahead.date(), ahead.time()))
            };
            let open = here.iter().any(|o| is_open(o) || soon(o));
            let next = here.iter().filter_map(|o| schedule::next_opening(plan(o)?, local)).min();
            let offices = here.iter().map(|o| LobbyOffice {
                id: o.id.0,
                name: o.name.clone(),
                floor: o.floor.clone(),
                room: o.room.clone(),
                open_until: plan(o)
                    .filter(|_| is_open(o))
                    .and_then(|p| schedule::closing_time(p, local.date()))
                    .map(clock),
            });
            LobbyState {
                open,
                closed_text: (!open).then(|| text(lang, "lobby-closed-now", &[])),
                opens_text: next.filter(|_| !open).map(|at| {
                    let args = [("day", day(lang, at.date()).into()), ("time", clock(at.time()).into())];
                    text(lang, "lobby-opens-at", &args)
                }),
                out_of_order: (failing || unread).then(|| text(lang, "lobby-out-of-order-disk", &[])),
                court: live.day.court.name.clone(),
                site: site.map(|s| s.name.clone()).unwrap_or_default(),
                offices: offices.collect(),
                training,
                now: now.0,
                time: clock(local.time()),
                idle_seconds: IDLE_SECONDS,
            }
        })
    })
    .await
}
