// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The token as text: `VR1` + Base32 + CRC-20.

use crc::{Algorithm, Crc};
use data_encoding::BASE32_NOPAD;
use thiserror::Error;

/// Begins every receipt; the digit is the version of the text form.
pub(super) const PREFIX: &str = "VR1";

/// Characters of a receipt's text. QR version 7-M holds 178, 6-L 195 (ISO/IEC 18004, table 7).
pub const RECEIPT_TEXT_LEN: usize = 177;

const CHECK_LEN: usize = 4;

/// A CRC of 20 bits, four Base32 characters: (x + 1)(x^19 + x^5 + x^2 + x + 1).
///
/// The second factor is irreducible of degree 19; 2^19 - 1 is prime, so it is primitive and the code finds every error
/// of one or two bits within 524,287 bits, every odd number of wrong bits (the factor x + 1), and every burst of up
/// to 20 bits: any two neighbouring characters misread or swapped.
const CRC_20: Algorithm<u32> = Algorithm {
    width: 20,
    poly: 0x8_0069,
    init: 0xf_ffff,
    refin: false,
    refout: false,
    xorout: 0,
    check: 0,
    residue: 0,
};

const CRC: Crc<u32> = Crc::<u32>::new(&CRC_20);

/// Why a text that begins like a receipt is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TextError {
    /// Does not begin with `VR1`.
    #[error("does not begin like a receipt")]
    Prefix,
    /// A character outside Base32, or too short or too long.
    #[error("holds what no receipt holds")]
    Form,
    /// The checksum says that a character is wrong.
    #[error("the checksum does not match")]
    Checksum,
}

/// Writes a token as text.
#[must_use]
pub fn to_text(token: &[u8]) -> String {
    let mut text = String::with_capacity(RECEIPT_TEXT_LEN);
    text.push_str(PREFIX);
    BASE32_NOPAD.encode_append(token, &mut text);
    let check = CRC.checksum(text.as_bytes());
    for shift in [15, 10, 5, 0] {
        let five = (check >> shift) & 31;
        // The symbol table has 32 entries and five bits name each.
        text.push(char::from(BASE32_ALPHABET[five as usize]));
    }
    text
}

const BASE32_ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// Reads a token from text. Case does not matter; nothing else is forgiven.
///
/// # Errors
/// See [`TextError`].
pub fn from_text(text: &str) -> Result<Vec<u8>, TextError> {
    let text = text.to_ascii_uppercase();
    if !text.starts_with(PREFIX) {
        return Err(TextError::Prefix);
    }
    if text.len() != RECEIPT_TEXT_LEN || !text.is_ascii() {
        return Err(TextError::Form);
    }
    let (body, check) = text.split_at(RECEIPT_TEXT_LEN - CHECK_LEN);
    let mut said = 0_u32;
    for byte in check.bytes() {
        let five = BASE32_ALPHABET.iter().position(|c| *c == byte).ok_or(TextError::Form)?;
        said = said << 5 | u32::try_from(five).map_err(|_| TextError::Form)?;
    }
    if CRC.checksum(body.as_bytes()) != said {
        return Err(TextError::Checksum);
    }
    BASE32_NOPAD.decode(&body.as_bytes()[PREFIX.len()..]).map_err(|_| TextError::Form)
}
