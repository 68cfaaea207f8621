// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What a person shows at the door: a signed token as text (QR), a short code for typing, or something else.
//!
//! The token is a CBOR Web Token (RFC 8392) in `COSE_Sign1` (RFC 9052) with Ed25519 (RFC 8032). As text it is
//! `VR1`, the token in Base32 without padding (RFC 4648), and four characters of a CRC-20: 177 characters, all of
//! them in the alphanumeric set of a QR code and typed alike by a keyboard-wedge scanner on any layout.

mod foreign;
mod keys;
mod read;
mod seal;
mod short_code;
#[cfg(test)]
mod tests;
mod text;
mod token;

pub use foreign::{Foreign, ForeignClass};
pub use keys::{IssuerKey, KEY_NOTICE_DAYS, KeyId, KeyRing, KeyState};
pub use read::{MAX_TEXT_BYTES, Shown, read};
pub use seal::{NameKey, name_key};
pub use short_code::{SHORT_CODE_ALPHABET, ShortCode, ShortCodeError};
pub use text::{RECEIPT_TEXT_LEN, TextError, from_text, to_text};
pub use token::{Claims, Receipt, TokenError, sign};
