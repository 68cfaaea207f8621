// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! One gesture: a receipt is one gesture until it has been out of sight for three seconds, however long it is held.

use crate::{ids::GestureKey, time::Millis};

/// Out of sight so long ends a gesture, milliseconds.
pub const OUT_OF_SIGHT_MS: i64 = 3_000;

/// So many receipts may lie before a camera at once. With more of them the one not seen for longest begins anew.
const SEVERAL: usize = 8;

/// What a frame's text means for the gesture in progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// The receipt that was judged already is still held.
    Same(GestureKey),
    /// Something new: a gesture begins.
    New,
}

/// Remembers what is held before one camera: when two receipts lie before it and frames give now one, now the other,
/// each is one gesture all the same. Of a text only a digest is kept.
#[derive(Debug, Clone, Copy, Default)]
pub struct Held {
    now: [Option<(u128, GestureKey, Millis)>; SEVERAL],
}

impl Held {
    /// A text was seen.
    #[must_use]
    pub fn sees(&mut self, digest: u128, at: Millis) -> Sight {
        let held = self.now.iter_mut().flatten().find(|(held, ..)| *held == digest);
        match held {
            Some((_, scan, last)) if at.since(*last) < OUT_OF_SIGHT_MS => {
                *last = (*last).max(at);
                Sight::Same(*scan)
            }
            _ => Sight::New,
        }
    }

    /// A new gesture was judged as this scan.
    pub fn judged(&mut self, digest: u128, scan: GestureKey, at: Millis) {
        let same = self.now.iter().position(|row| row.is_some_and(|(held, ..)| held == digest));
        let oldest = self.now.iter().enumerate().min_by_key(|(_, row)| row.map(|(.., last)| last)).map(|(i, _)| i);
        if let Some(row) = same.or(oldest).and_then(|i| self.now.get_mut(i)) {
            *row = Some((digest, scan, at));
        }
    }

    /// When the receipt of that scan was last seen.
    #[must_use]
    pub fn last_seen(&self, scan: GestureKey) -> Option<Millis> {
        self.now.iter().flatten().find(|(_, held, _)| *held == scan).map(|(.., at)| *at)
    }
}
