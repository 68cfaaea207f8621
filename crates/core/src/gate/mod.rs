// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The state of a door: facts are appended, state is folded from them, conflicts are shown.
//!
//! The fold gives the same result in every order of arrival, so that gates which were cut off from each other agree
//! as soon as they have exchanged what the other lacks.

mod act;
mod held;
mod presence;
mod state;
#[cfg(test)]
mod tests;
mod types;

pub use act::{Act, Acted, Refused, Scene, act, highest_number, walk_in_left};
pub use held::{Held, Sight};
pub use presence::{Last, Presence};
pub use state::{Conflict, GateState, Occupancy, ScanState};
pub use types::{
    ClockState, ConflictKind, Event, Gesture, InputKind, OVERRIDE_REASONS, Opened, ScanFact, Stamp, Station,
    UnbookedReason, Via,
};
