// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! From what a camera, scanner or hand gave to what was shown. Nothing is looked up here.

use super::{
    Foreign, Receipt, ShortCode, ShortCodeError,
    foreign::classify,
    text::{TextError, from_text},
};

/// Longer input is never parsed; of it only class and length are kept. A QR code holds at most 4,296 characters.
pub const MAX_TEXT_BYTES: usize = 8192;

/// What was shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown {
    /// A well-formed token; whether it is true is for the verdict to say.
    Receipt(Box<Receipt>),
    /// A typed code whose check character fits.
    Code(ShortCode),
    /// Looks like ours, but a character is wrong.
    Damaged,
    /// Something else. Its content is not kept.
    Foreign(Foreign),
}

/// Reads any bytes. Never fails and never panics: what is not a receipt is [`Shown::Foreign`].
#[must_use]
pub fn read(input: &[u8]) -> Shown {
    if input.len() > MAX_TEXT_BYTES {
        return Shown::Foreign(classify(input));
    }
    let Ok(text) = std::str::from_utf8(input) else { return Shown::Foreign(classify(input)) };
    let text = text.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    match from_text(text) {
        Ok(token) => match Receipt::from_bytes(&token) {
            Ok(receipt) => Shown::Receipt(Box::new(receipt)),
            // The checksum fits, so no character was misread: it was never a receipt of this version.
            Err(_) => Shown::Foreign(classify(input)),
        },
        Err(TextError::Checksum | TextError::Form) => Shown::Damaged,
        Err(TextError::Prefix) => match text.parse::<ShortCode>() {
            Ok(code) => Shown::Code(code),
            Err(ShortCodeError::Check) => Shown::Damaged,
            Err(ShortCodeError::Form) => Shown::Foreign(classify(input)),
        },
    }
}
