// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The key that opens the name on a booking, derived from what only the receipt holds.

use sha2::{Digest, Sha256};

use super::Receipt;

/// 32 bytes for an AEAD cipher.
pub type NameKey = [u8; 32];

/// Derives the key of a booking's sealed name from the 64 bytes of the signature, which no gate stores.
///
/// The signature is uniformly random to whoever has not seen it (its nonce is fresh, see [`super::sign`]), so one hash
/// with a label is a sound extractor (NIST SP 800-56C, one-step key derivation with SHA-256).
#[must_use]
pub fn name_key(receipt: &Receipt) -> NameKey {
    let mut hash = Sha256::new();
    hash.update([0, 0, 0, 1]);
    hash.update(receipt.signature());
    hash.update(b"varco/name/1");
    hash.finalize().into()
}
