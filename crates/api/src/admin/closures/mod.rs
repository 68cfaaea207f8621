// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Closures and other exceptions: seen, planned with the bookings that they hit, saved, taken back, told.

mod draft;
mod list;
mod paper;
mod plan;
mod save;

use std::sync::Arc;

use utoipa_axum::{router::OpenApiRouter, routes};
use varco_core::{access::Right, ids::ExceptionId, schedule::Level};
use varco_store::closure::CloseRefusal;

use super::session::Signed;
use crate::{App, problem::Fault};

/// What the page of the closures asks.
pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list::closures, save::save))
        .routes(routes!(plan::plan))
        .routes(routes!(save::undo))
        .routes(routes!(save::release))
        .routes(routes!(paper::letters))
        .routes(routes!(paper::phones))
}

/// What closing needs: an office is its manager's, a site and the court are the administrator's.
fn need(signed: &Signed, level: Level) -> Result<(), Fault> {
    match level {
        Level::Office(office) => signed.need_at(Right::Office, office),
        Level::Site(_) | Level::Court => signed.need(Right::Court),
    }
}

/// The same for an exception that is there, or was.
fn need_for(app: &App, signed: &Signed, id: u32) -> Result<ExceptionId, Fault> {
    let id = ExceptionId(id);
    match app.store()?.closure_level(id)? {
        Some(level) => need(signed, level).map(|()| id),
        // Who may not close all learns nothing of it.
        None => signed.need(Right::Court).and(Err(Fault::NotFound)),
    }
}

/// Why a closure is not saved or taken back.
fn refused(app: &App, refusal: CloseRefusal, lang: varco_words::Lang) -> Fault {
    match refusal {
        CloseRefusal::Faults(faults) => {
            Fault::Closure(faults.iter().map(|f| (f.field(), varco_words::draft_fault(lang, f))).collect())
        }
        CloseRefusal::Stale { new, gone } => Fault::ClosureStale { new: new.len(), gone: gone.len() },
        CloseRefusal::PlaceGone(booking) => {
            let found = app.store().ok().and_then(|store| store.booking(booking).ok().flatten());
            let code = found.and_then(|booking| booking.latest_issue().map(|issue| issue.code.spaced()));
            Fault::PlaceGone(code.unwrap_or_default())
        }
        CloseRefusal::Text(_) => {
            Fault::Field { field: "texts", why: varco_store::edit::Unfit::TooLong { most: 2_000 } }
        }
        CloseRefusal::Unknown => Fault::NotFound,
        CloseRefusal::Left => Fault::LeftAlready,
        CloseRefusal::ChangedSince(bookings) => Fault::ChangedSince(bookings.len()),
    }
}
