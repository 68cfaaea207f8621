// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Paper mode: the disk does not write, and a supervisor has decided that the door goes on. Verdicts are drawn hatched,
//! kept in memory, and written when the disk returns. Never silently.

use varco_core::gate::{Act, Acted, GateState, Refused, Stamp, act};
use varco_core::ids::{GestureKey, StationId};
use varco_core::time::Millis;
use varco_store::{ActRequest, Live};

/// What is kept in memory.
#[derive(Debug)]
pub(crate) struct Paper {
    /// The facts on disk and the ones in memory, folded.
    state: GateState,
    /// To be written, in order.
    pub(crate) pending: Vec<ActRequest>,
    next: u64,
}

impl Paper {
    pub(crate) fn new(live: &Live) -> Self {
        Self { state: live.gate.clone(), pending: Vec::new(), next: 0 }
    }

    /// Decides on what is known, disk or not, and keeps the gesture.
    pub(crate) fn act(&mut self, request: &ActRequest, live: &Live) -> Result<Acted, Refused> {
        let request = ActRequest { not_recorded: true, ..request.clone() };
        let acted = act(&request.act, &request.scene(live.structure.grants), &live.day, &self.state)?;
        for event in &acted.events {
            self.next += 1;
            // Above every stamp on disk: these facts are the newest that this gate knows.
            let stamp = Stamp { hlc: u64::MAX >> 1, origin: StationId(u32::MAX), seq: self.next };
            self.state.apply(stamp, event);
        }
        self.pending.push(request);
        Ok(acted)
    }

    /// Gestures at the door that are not on disk.
    pub(crate) fn unwritten(&self) -> usize {
        self.pending.iter().filter(|request| !matches!(request.act, Act::PaperMode { .. })).count()
    }

    /// A receipt is still held before the camera.
    pub(crate) fn held(&mut self, scan: GestureKey, at: Millis) {
        self.state.saw(scan, at);
    }

    pub(crate) const fn state(&self) -> &GateState {
        &self.state
    }
}
