// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Joins the parts: the one clock, the one source of keys, the engine, the decoder and the API make one station.

mod courts;
mod frames;
mod ports;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::Duration,
};

use varco_api::{App, Mode, Ports, ScannerState, Settings, push_serial, tick};
use varco_core::{ids::GateId, time::Millis};
use varco_devices::{ScannerHealth, SerialScanner, SerialSettings};
use varco_words::Lang;

pub use courts::Folder;
pub use frames::Camera;
pub use ports::{MachineClock, RandomKeys, machine_now};

/// How often a station looks after itself.
const TICK: Duration = Duration::from_secs(2);

/// What a station is made from.
pub struct Wanted {
    /// The data folder.
    pub folder: PathBuf,
    /// What it is for.
    pub mode: Mode,
    /// Its gate; the court's first when none is given.
    pub gate: Option<GateId>,
    /// Its language.
    pub lang: Lang,
    /// Degrees by which the camera is turned.
    pub rotation: u16,
    /// Name of the serial scanner's port, if there is one.
    pub serial: Option<String>,
    /// For a demo or training court: the clock shows this time now, and goes on from there.
    pub pretend_now: Option<Millis>,
    /// Closes the app, once a supervisor says so.
    pub leave: Box<dyn Fn() + Send + Sync>,
}

/// Opens the data and makes the station; it looks after itself on a thread of its own from then on.
///
/// # Errors
/// When the decoder's process cannot be started.
pub fn open(wanted: Wanted) -> std::io::Result<Arc<App>> {
    let clock = MachineClock::starting_at(wanted.pretend_now);
    let frames = Camera::start()?;
    let scanner: Arc<std::sync::OnceLock<SerialScanner>> = Arc::default();
    let asked = Arc::clone(&scanner);
    let ports = Ports {
        courts: Box::new(Folder::new(wanted.folder, clock.clone())),
        clock: Box::new(clock),
        keys: Box::new(RandomKeys),
        frames: Box::new(frames),
        scanner: Box::new(move || asked.get().map_or(ScannerState::None, state)),
        leave: wanted.leave,
    };
    let settings = Settings { mode: wanted.mode, gate: wanted.gate, lang: wanted.lang, rotation: wanted.rotation };
    let app = App::new(settings, ports);
    if let Some(port) = wanted.serial {
        let at_door = Arc::downgrade(&app);
        let started = SerialScanner::start(SerialSettings::new(port), move |code| {
            if let Some(app) = at_door.upgrade() {
                push_serial(&app, RandomKeys::key(), code.text);
            }
        });
        match started {
            Ok(started) => drop(scanner.set(started)),
            Err(error) => tracing::warn!(%error, "the serial scanner could not be started"),
        }
    }
    let kept = Arc::downgrade(&app);
    thread::Builder::new().name("varco-tick".to_owned()).spawn(move || {
        while let Some(app) = kept.upgrade() {
            tick(&app);
            drop(app);
            thread::sleep(TICK);
        }
    })?;
    Ok(app)
}

fn state(scanner: &SerialScanner) -> ScannerState {
    match scanner.health() {
        ScannerHealth::Up => ScannerState::Up(machine_now()),
        ScannerHealth::Away { since, .. } => {
            let ago = i64::try_from(since.elapsed().as_millis()).unwrap_or_default();
            ScannerState::Down(machine_now() - ago)
        }
    }
}

/// The instant of a civil time in the zone of Italian courts, for the pretended clock of a demo.
#[must_use]
pub fn pretended(at: chrono::NaiveDateTime) -> Millis {
    varco_core::time::resolve_forward(varco_core::time::Zone::default(), at)
}

/// The folder where copies of a data folder are kept: beside the database.
#[must_use]
pub fn backups(folder: &Path) -> PathBuf {
    folder.join("backups")
}
