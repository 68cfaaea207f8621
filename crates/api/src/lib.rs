// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! One API, two ways in: a browser reaches this router by HTTP, the desktop window by a scheme of its own that calls the
//! same router in the process. Each query and command is one function with one check of rights.
//!
//! An [`App`] is one station. Its mode decides which routes there are; who is signed in is kept here, never taken from
//! the page.

mod admin;
mod app;
mod court;
mod door;
mod import;
mod issue;
mod lobby;
mod openapi;
mod paper_mode;
mod ports;
mod problem;
mod say;
mod setup;
pub mod wire;

pub use app::App;
pub use court::{Courts, OpenFault, Opened};
pub use door::{push_serial, tick};
pub use import::{ImportLine, import};
pub use issue::{prove, receipt_paper};
pub use openapi::openapi;
pub use ports::{Clock, FrameAnswer, FrameReader, HintKind, Keys, Mode, Ports, ScannerState, Settings};
pub use problem::Fault;
pub use say::{Spoken, say_verdict};
pub use setup::{person, recovery_text};

use std::sync::Arc;

use axum::Router;
use utoipa_axum::router::OpenApiRouter;

/// The routes of a station's mode, ready to be called.
pub fn router(app: Arc<App>) -> Router {
    let routes = match app.settings().mode {
        Mode::Entrance => kiosk().merge(door::routes()).merge(setup::import_routes()),
        Mode::Lobby => kiosk().merge(lobby::routes()),
        // Many use it at once: nobody closes it for the others.
        Mode::Admin => common().merge(admin::routes()),
    };
    Router::from(routes.with_state(app))
}

/// What every mode has.
fn common() -> OpenApiRouter<Arc<App>> {
    door::station_routes().merge(setup::routes())
}

/// What a screen that nobody may close has besides.
fn kiosk() -> OpenApiRouter<Arc<App>> {
    common().merge(door::leave_routes())
}
