// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The office: people who sign in by name and password. Each function asks [`session::signed`] first, and then for its right.

mod closures;
mod history;
mod hours;
mod people;
mod secrets;
mod session;
mod sign_in;
mod structure;
mod table;

use std::sync::Arc;

use utoipa_axum::{router::OpenApiRouter, routes};

pub(crate) use session::Sessions;

use varco_store::StoreError;
use varco_words::Lang;

use crate::{
    App,
    door::blocking,
    problem::{Answer, Fault},
};

/// Runs what waits for the disk on a thread that may wait. Whatever the disk does not take is said in words of the office:
/// nothing was changed.
pub(crate) async fn answered<T: Send + 'static>(
    lang: Lang,
    work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
) -> Result<axum::Json<T>, Answer> {
    blocking(lang, move || {
        work().map_err(|fault| match fault {
            Fault::Store(
                error @ (StoreError::Full | StoreError::ReadOnly | StoreError::Busy | StoreError::Engine(_)),
            ) => Fault::NotSaved(error),
            other => other,
        })
    })
    .await
}

/// What the office has.
pub(crate) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(sign_in::sign_in))
        .routes(routes!(sign_in::recover))
        .routes(routes!(sign_in::sign_out))
        .routes(routes!(sign_in::lock_screen))
        .routes(routes!(sign_in::here))
        .routes(routes!(sign_in::me))
        .routes(routes!(sign_in::password))
        .routes(routes!(table::rights))
        .routes(routes!(people::people, people::add))
        .routes(routes!(people::change))
        .routes(routes!(people::secret))
        .routes(routes!(people::archive))
        .routes(routes!(people::restore))
        .merge(structure::routes())
        .merge(hours::routes())
        .merge(closures::routes())
        .merge(history::routes())
}
