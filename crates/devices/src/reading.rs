// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What was seen in one picture: texts of codes, and codes that were found but could not be read.

use crate::picture::Gray8;

/// Most bytes kept of one text. The longest QR code holds 4,296 characters or 2,953 bytes; other kinds hold less.
pub const TEXT_BYTES_MAX: usize = 8 * 1024;

/// Most codes, and most unreadable ones, reported for one picture.
pub const CODES_MAX: usize = 32;

/// Which kinds of code to look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// QR codes only: what a receipt is.
    #[default]
    Receipts,
    /// If there is no QR code, also the other kinds that people bring (health cards, boarding passes, payment notices),
    /// held to the middle of the picture. For every few frames of a camera: it spends less time on QR codes that are hard to read.
    Anything,
    /// The same wherever in the picture they are, which takes several times as long. For a picture from a file.
    Everywhere,
}

/// The kind of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CodeKind {
    /// QR code (model 1 or 2).
    Qr,
    /// Aztec code: boarding passes, train tickets.
    Aztec,
    /// Data Matrix: payment notices, medicines, letters.
    DataMatrix,
    /// PDF417: boarding passes, identity documents.
    Pdf417,
    /// Code 39: the fiscal code on an Italian health card.
    Code39,
    /// Code 128: parcels, tickets, payment slips.
    Code128,
    /// EAN or UPC: goods.
    Ean,
    /// Any other kind.
    Other,
}

/// A place in a picture, in pixels from its top left corner; it may lie outside the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Corner {
    /// To the right.
    pub x: i32,
    /// Downwards.
    pub y: i32,
}

/// Corners of a code as it lies: its top left, top right, bottom right, bottom left.
pub type Corners = [Corner; 4];

/// A code that was read.
#[derive(Clone, PartialEq, Eq)]
pub struct Decoded {
    /// Its bytes, not always UTF-8, at most [`TEXT_BYTES_MAX`].
    pub text: Vec<u8>,
    /// Whether the text was longer and has been cut.
    pub cut: bool,
    /// Its kind.
    pub kind: CodeKind,
    /// Where it is.
    pub corners: Corners,
}

// A text may name a person: logs get its kind and length only.
impl std::fmt::Debug for Decoded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Decoded({:?}, {} bytes{})", self.kind, self.text.len(), if self.cut { ", cut" } else { "" })
    }
}

/// A code that was located, but whose modules make no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable {
    /// Its kind.
    pub kind: CodeKind,
    /// Where it is believed to be.
    pub corners: Corners,
}

/// All that was seen in one picture.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// Codes that were read, at most [`CODES_MAX`].
    pub decoded: Vec<Decoded>,
    /// Codes that were located and not read, at most [`CODES_MAX`].
    pub unreadable: Vec<Unreadable>,
}

/// Why a picture was not looked at. It says nothing about what is in the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DecoderDown {
    /// The decoder's process ended while it had this picture, or before.
    #[error("the decoder stopped while reading")]
    Died,
    /// It did not answer in time and was ended.
    #[error("the decoder did not answer in time")]
    Hung,
    /// It answered nonsense and was ended.
    #[error("the decoder answered nonsense")]
    Garbled,
    /// It is being started again after it ended more than once in a row; this picture was not given to it.
    #[error("the decoder is being restarted")]
    Restarting,
}

/// Whoever makes texts from pictures.
pub trait CodeReader: Send + Sync {
    /// Looks at one picture.
    fn read(&self, picture: &Gray8, look: Look) -> Result<Reading, DecoderDown>;

    /// The QR codes of one picture.
    fn decode(&self, picture: &Gray8) -> Result<Vec<Decoded>, DecoderDown> {
        self.read(picture, Look::Receipts).map(|reading| reading.decoded)
    }
}
