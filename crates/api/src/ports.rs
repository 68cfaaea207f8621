// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What a station is set to, and what it gets from outside.

use varco_core::{ids::GateId, time::Millis};
use varco_words::Lang;

use crate::{court::Courts, wire::StationMode};

/// What the installed app is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Staff at the door.
    Entrance,
    /// Anyone, alone.
    Lobby,
    /// Managers and clerks at their desks; many at once.
    Admin,
}

impl Mode {
    /// What the page shows in it once there is a court.
    pub(crate) const fn shown(self) -> StationMode {
        match self {
            Self::Entrance => StationMode::Entrance,
            Self::Lobby => StationMode::Lobby,
            Self::Admin => StationMode::Admin,
        }
    }
}

/// How a station is set.
#[derive(Debug, Clone)]
pub struct Settings {
    /// What it is for.
    pub mode: Mode,
    /// Its gate; the court's first when none is given.
    pub gate: Option<GateId>,
    /// Its language.
    pub lang: Lang,
    /// Degrees by which the camera is turned.
    pub rotation: u16,
}

/// Tells the time.
pub trait Clock: Send + Sync {
    /// What the machine's clock says.
    fn now(&self) -> Millis;
}

/// Makes keys that never come twice.
pub trait Keys: Send + Sync {
    /// 128 random bits.
    fn next(&self) -> u128;
}

/// What a frame gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FrameAnswer {
    /// No code.
    Nothing,
    /// The text of a code.
    Text(Vec<u8>),
    /// Something is there; what helps.
    Hint(HintKind),
    /// The decoder is being restarted.
    Down,
}

/// What helps to read a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each says what to do")]
pub enum HintKind {
    Flatten,
    Tilt,
    Uncover,
    Closer,
    Brighter,
}

impl HintKind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Flatten, Self::Tilt, Self::Uncover, Self::Closer, Self::Brighter];

    /// The name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Flatten => "flatten",
            Self::Tilt => "tilt",
            Self::Uncover => "uncover",
            Self::Closer => "closer",
            Self::Brighter => "brighter",
        }
    }
}

/// Reads frames.
pub trait FrameReader: Send + Sync {
    /// Reads one grey frame of `width` × `height` bytes, turned by `rotation` degrees, taken at `at`.
    fn read(&self, width: u32, height: u32, rotation: u16, pixels: Vec<u8>, at: Millis) -> FrameAnswer;

    /// Reads one picture that is no frame of the camera, to prove that a receipt can be read.
    fn prove(&self, width: u32, height: u32, pixels: Vec<u8>) -> Option<Vec<u8>>;
}

/// How the serial scanner is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScannerState {
    /// None is set up.
    None,
    /// Works, since when.
    Up(Millis),
    /// Does not, since when.
    Down(Millis),
}

/// What the station gets from outside.
pub struct Ports {
    /// The data.
    pub courts: Box<dyn Courts>,
    /// The one clock.
    pub clock: Box<dyn Clock>,
    /// The one source of keys.
    pub keys: Box<dyn Keys>,
    /// The decoder.
    pub frames: Box<dyn FrameReader>,
    /// Asks the serial scanner.
    pub scanner: Box<dyn Fn() -> ScannerState + Send + Sync>,
    /// Closes the app, once a supervisor says so.
    pub leave: Box<dyn Fn() + Send + Sync>,
}
