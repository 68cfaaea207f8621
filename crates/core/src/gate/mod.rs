// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The state of a door: facts are appended, state is folded from them, conflicts are shown.
//!
//! The fold gives the same result in every order of arrival, so that gates which were cut off from each other agree
//! as soon as they have exchanged what the other lacks.

mod act;
mod closing;
mod conflict;
mod document;
mod entry;
mod held;
mod names;
mod occupancy;
mod presence;
mod scan;
mod state;
#[cfg(test)]
mod tests;
mod types;
mod walk_in;

pub use act::{Act, Acted, Refused, Scene, act, highest_number, lowest_number};
pub use conflict::Conflict;
pub use held::{Held, OUT_OF_SIGHT_MS, Sight};
pub use occupancy::Occupancy;
pub use presence::{Last, Presence};
pub use scan::ScanState;
pub use state::{GateState, REPEAT_MS};
pub use types::{
    ClockState, ConflictKind, Event, Gesture, InputKind, OVERRIDE_REASONS, Opened, ScanFact, Stamp, Station,
    UnbookedReason, Via,
};
pub use walk_in::walk_in_left;
