// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Joins engine, devices, API and pages to the one station of this app.

use std::{io, path::PathBuf, sync::Arc};

use axum::Router;
use tokio::sync::Notify;
use varco_core::ids::GateId;
use varco_station::Wanted;

use crate::cli::{Call, Lang, Mode};

/// The station, ready for its window.
pub struct Parts {
    /// Pages and API.
    pub router: Router,
    /// Which page the window opens: the first start when there is no court, or its data cannot be opened.
    pub mode: Mode,
}

/// Opens the data and makes the station.
pub fn compose(call: &Call, leave: Arc<Notify>) -> io::Result<Parts> {
    let wanted = call.mode.unwrap_or(Mode::Entrance);
    let app = varco_station::open(Wanted {
        folder: folder(call),
        mode: match wanted {
            Mode::Lobby => varco_api::Mode::Lobby,
            Mode::Admin => varco_api::Mode::Admin,
            Mode::Entrance | Mode::Setup => varco_api::Mode::Entrance,
        },
        gate: call.gate.map(GateId),
        lang: call.lang.map(Lang::words).unwrap_or_default(),
        rotation: call.rotation,
        serial: call.serial.clone(),
        pretend_now: call.at.map(varco_station::pretended),
        leave: Box::new(move || leave.notify_one()),
    })?;
    let mode = if app.store().is_ok() { wanted } else { Mode::Setup };
    Ok(Parts { router: varco_server::site(varco_api::router(app)), mode })
}

/// The data folder: as called, else the app's own folder of this user.
fn folder(call: &Call) -> PathBuf {
    let home = |name: &str| std::env::var_os(name).map(PathBuf::from);
    call.data.clone().unwrap_or_else(|| {
        let base = if cfg!(windows) {
            home("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            home("HOME").map(|h| h.join("Library/Application Support"))
        } else {
            home("XDG_DATA_HOME").or_else(|| home("HOME").map(|h| h.join(".local/share")))
        };
        base.unwrap_or_else(|| PathBuf::from(".")).join("varco")
    })
}
