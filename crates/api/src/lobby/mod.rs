// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The lobby: anyone, alone. Its gesture is *arrive*. No override, list, search or name; what only the staff may know is
//! said in neutral words, and the alarm goes to the entrance.

mod arrive;
mod call;
mod state;

use std::sync::Arc;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::App;

/// What the lobby has.
pub(crate) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(state::lobby))
        .routes(routes!(arrive::arrive))
        .routes(routes!(arrive::frame))
        .routes(routes!(arrive::again))
        .routes(routes!(call::call))
}
