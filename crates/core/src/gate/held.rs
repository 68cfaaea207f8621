// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! One gesture: a receipt is one gesture until it has been out of sight for three seconds, however long it is held.

use crate::{ids::GestureKey, time::Millis};

/// Out of sight so long ends a gesture, milliseconds.
pub const OUT_OF_SIGHT_MS: i64 = 3_000;

/// What a frame's text means for the gesture in progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// The receipt that was judged already is still held.
    Same(GestureKey),
    /// Something new: a gesture begins.
    New,
}

/// Remembers what is held before one camera. Of the text only a digest is kept.
#[derive(Debug, Clone, Copy, Default)]
pub struct Held {
    now: Option<(u128, GestureKey, Millis)>,
}

impl Held {
    /// A text was seen.
    #[must_use]
    pub fn sees(&mut self, digest: u128, at: Millis) -> Sight {
        match &mut self.now {
            Some((held, scan, last)) if *held == digest && at.0 - last.0 < OUT_OF_SIGHT_MS => {
                *last = (*last).max(at);
                Sight::Same(*scan)
            }
            _ => Sight::New,
        }
    }

    /// A new gesture was judged as this scan.
    pub fn judged(&mut self, digest: u128, scan: GestureKey, at: Millis) {
        self.now = Some((digest, scan, at));
    }

    /// When the receipt of that scan was last seen.
    #[must_use]
    pub fn last_seen(&self, scan: GestureKey) -> Option<Millis> {
        self.now.filter(|(_, held, _)| *held == scan).map(|(_, _, at)| at)
    }
}
