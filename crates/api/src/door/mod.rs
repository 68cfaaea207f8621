// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The entrance: staff at the court door.

mod after;
mod clock;
mod conflicts;
mod day;
mod details;
mod entries;
mod frame;
mod late;
mod leave;
mod next_place;
mod paper;
mod ready;
mod scan;
mod search;
mod station;
mod training;

use std::sync::Arc;

use axum::{extract::FromRequestParts, http::request::Parts};
use utoipa_axum::{router::OpenApiRouter, routes};
use varco_core::ids::GestureKey;
use varco_words::Lang;

use crate::{App, problem::Fault};

pub(crate) use frame::{Seen, digest, look_at};
pub use scan::push_serial;
pub(crate) use scan::{Input, Judged, judge, perform, via};

/// The language asked for, Italian first.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tongue(pub(crate) Lang);

impl FromRequestParts<Arc<App>> for Tongue {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Self::Rejection> {
        let query = parts.uri.query().and_then(|q| q.split('&').find_map(|p| p.strip_prefix("lang=")));
        let header = parts.headers.get("accept-language").and_then(|h| h.to_str().ok());
        Ok(Self(query.or(header).map_or(app.settings().lang, Lang::of)))
    }
}

/// Reads a gesture's key.
pub(crate) fn gesture(key: &str) -> Result<GestureKey, Fault> {
    key.parse().map_err(|_| Fault::Bad("key"))
}

/// Runs what waits for the disk on a thread that may wait.
pub(crate) async fn blocking<T: Send + 'static>(
    lang: Lang,
    work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
) -> Result<axum::Json<T>, crate::problem::Answer> {
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok(done)) => Ok(axum::Json(done)),
        Ok(Err(fault)) => Err(crate::problem::Answer(fault, lang)),
        Err(_) => Err(crate::problem::Answer(Fault::Paper, lang)),
    }
}

/// What every mode has.
pub(crate) fn station_routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(station::station)).routes(routes!(station::events))
}

/// The way out of a kiosk.
pub(crate) fn leave_routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(leave::leave))
}

/// What the entrance has.
pub(crate) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(ready::ready))
        .routes(routes!(scan::scan))
        .routes(routes!(frame::frame))
        .routes(routes!(after::persons))
        .routes(routes!(after::confirm))
        .routes(routes!(after::refuse))
        .routes(routes!(after::overrule))
        .routes(routes!(after::annul))
        .routes(routes!(details::details))
        .routes(routes!(next_place::next_place))
        .routes(routes!(next_place::receipt_file))
        .routes(routes!(entries::enter))
        .routes(routes!(entries::annul))
        .routes(routes!(entries::leave))
        .routes(routes!(station::sign_in))
        .routes(routes!(station::sign_out))
        .routes(routes!(day::day))
        .routes(routes!(day::day_pdf))
        .routes(routes!(day::folder, day::choose_folder))
        .routes(routes!(search::unlock))
        .routes(routes!(search::search))
        .routes(routes!(search::choose))
        .routes(routes!(conflicts::conflicts))
        .routes(routes!(conflicts::take))
        .routes(routes!(clock::state))
        .routes(routes!(paper::switch))
        .routes(routes!(late::late_entries))
        .routes(routes!(training::switch))
}

/// What a station does by itself every few seconds: the day's list, what paper mode has kept, a new day.
pub fn tick(app: &App) {
    // Before the first start there is nothing to do; a disk that fails stands on the strip.
    let _ = app.time();
    day::write_if_due(app);
}
