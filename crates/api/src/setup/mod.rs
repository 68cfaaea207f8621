// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! First start: a short path to a court, or the demo; and the way back from damaged data.

mod damaged;
mod first;
mod intake;
mod templates;

use std::sync::Arc;

use utoipa_axum::{router::OpenApiRouter, routes};

pub use first::{person, recovery_text};

use crate::App;

/// What a first start has.
pub(crate) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(first::setup, first::create))
        .routes(routes!(first::demo))
        .routes(routes!(damaged::restore))
}

/// Appointments from elsewhere.
pub(crate) fn import_routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(intake::import_file))
}
