// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The keys that sign receipts, and what a gate knows of them.

use std::{collections::BTreeMap, fmt};

use ed25519_dalek::VerifyingKey;
use serde::{Deserialize, Serialize};

use crate::time::Millis;

/// Names a key within a court, two bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KeyId(pub u16);

impl KeyId {
    /// Two bytes, big endian.
    #[must_use]
    pub const fn bytes(self) -> [u8; 2] {
        self.0.to_be_bytes()
    }

    /// The reverse of [`KeyId::bytes`].
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Some(Self(u16::from_be_bytes(bytes.try_into().ok()?)))
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04x}", self.0)
    }
}

/// How a gate regards a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyState {
    /// Signatures count.
    Known,
    /// Taken back: signatures count no longer, since when.
    Revoked(Millis),
    /// Not learnt yet.
    Unknown,
}

/// One key of the court.
#[derive(Debug, Clone, PartialEq)]
pub struct IssuerKey {
    /// Its name.
    pub kid: KeyId,
    /// The public half.
    pub public: VerifyingKey,
    /// When it was made; it reaches the gates from then on.
    pub made_at: Millis,
    /// From when it may sign: 7 days after it was made, so that every gate has learnt it; the first key at once.
    pub signs_from: Millis,
    /// When it was taken back.
    pub revoked_at: Option<Millis>,
}

/// All keys that a gate knows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct KeyRing {
    keys: BTreeMap<KeyId, IssuerKey>,
}

/// A new key reaches the gates this long before it signs.
pub const KEY_NOTICE_DAYS: i64 = 7;

impl KeyRing {
    /// Adds or replaces a key.
    pub fn learn(&mut self, key: IssuerKey) {
        self.keys.insert(key.kid, key);
    }

    /// The key of that name, if it may still vouch for a receipt.
    #[must_use]
    pub fn trusted(&self, kid: KeyId) -> Option<&IssuerKey> {
        self.keys.get(&kid).filter(|k| k.revoked_at.is_none())
    }

    /// Whether a key is known, revoked or unknown.
    #[must_use]
    pub fn state(&self, kid: KeyId) -> KeyState {
        match self.keys.get(&kid) {
            None => KeyState::Unknown,
            Some(IssuerKey { revoked_at: Some(at), .. }) => KeyState::Revoked(*at),
            Some(_) => KeyState::Known,
        }
    }

    /// The key to sign with at `now`: the youngest that may sign and is not revoked.
    #[must_use]
    pub fn signing(&self, now: Millis) -> Option<&IssuerKey> {
        self.keys.values().filter(|k| k.revoked_at.is_none() && k.signs_from <= now).max_by_key(|k| k.signs_from)
    }

    /// Keys in order of their names.
    pub fn iter(&self) -> impl Iterator<Item = &IssuerKey> {
        self.keys.values()
    }
}
