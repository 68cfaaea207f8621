// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What came of a picture.

use std::time::Duration;

use crate::symbol::Level;

/// A code that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// The bytes that were written, without marks of modes or character sets.
    pub text: Vec<u8>,
    /// Of the code without its quiet zone, clockwise from its own top left, in pixels to the right and down.
    pub corners: [[f32; 2]; 4],
    /// 1 to 10.
    pub version: u8,
    /// How much the code could have lost.
    pub level: Level,
    /// Light on dark, as on a phone in dark mode.
    pub inverted: bool,
    /// Share of the check bytes that were not needed, in the block that needed most; 1 for a flawless code.
    pub confidence: f32,
    /// The costliest step without which it would not have been read, in the order in which they are tried.
    pub step: Step,
    /// By the caller's clock.
    pub spent: Duration,
}

/// How a code was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Three finders, bits as they are, errors mended.
    Plain,
    /// Two finders.
    TwoFinders,
    /// Doubtful bytes erased.
    Erasures,
    /// Blur undone.
    Equaliser,
    /// Folds and curls followed.
    Warp,
    /// Several frames together.
    Frames,
}

/// A picture in which nothing was read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NotRead {
    /// How far it came.
    pub why: Why,
    /// Fitted finders, of either polarity, true or not.
    pub finders: u8,
    /// By the caller's clock.
    pub spent: Duration,
}

/// Why nothing was read, the nearest to a text that was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// Nothing looks like a finder.
    NoFinder,
    /// Finders, but no two that make a code.
    NoGrid,
    /// A grid that looks like a code, with too many wrong modules.
    TooDamaged,
    /// Time was up before all was tried.
    TimeUp,
}
