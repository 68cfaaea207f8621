// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! How long and how far to look.

use std::time::Duration;

/// What a picture may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// After this no new piece of work is begun; the longest piece takes a few milliseconds, more for pictures
    /// that must be made smaller first.
    pub time: Duration,
    /// Larger pictures are made smaller, by a whole number, until they have at most this many pixels.
    pub pixels_max: usize,
    /// What is tried.
    pub steps: Steps,
}

impl Default for Limits {
    /// One frame of a camera with 30 frames a second, with time left for others.
    fn default() -> Limits {
        Limits { time: Duration::from_millis(22), pixels_max: 1920 * 1080, steps: Steps::ALL }
    }
}

/// Steps that can be left out, to see what each is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steps {
    /// Finders are sought by runs of dark and light.
    pub runs: bool,
    /// Finders are sought by nested squares.
    pub boxes: bool,
    /// Finders are fitted, not only placed.
    pub soft_fit: bool,
    /// Two finders suffice.
    pub two_finders: bool,
    /// Blur is undone by a filter that known modules teach.
    pub equaliser: bool,
    /// Doubtful bytes are erased before mending.
    pub erasures: bool,
    /// Folds and curls are followed, last and only if there is time.
    pub warp: bool,
}

impl Steps {
    /// Everything.
    pub const ALL: Steps = Steps {
        runs: true,
        boxes: true,
        soft_fit: true,
        two_finders: true,
        equaliser: true,
        erasures: true,
        warp: true,
    };
}
