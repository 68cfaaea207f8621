// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What was changed, by whom and when; and how a change knows what it has seen.

use serde::Serialize;
use sha2::{Digest, Sha256};
use varco_core::{ids::PersonId, time::Millis};

/// A change of a thing that people set up. Never with a secret.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeRow {
    /// Its number, from 1.
    pub id: i64,
    /// When.
    pub at: Millis,
    /// By whom; none when nobody was signed in: recovery.
    pub person: Option<PersonId>,
    /// What kind of thing: `person`, `office` …
    pub kind: String,
    /// Which one.
    pub thing: String,
    /// As it was; none when it was new.
    pub before: Option<serde_json::Value>,
    /// As it became; none when it was taken away.
    pub after: Option<serde_json::Value>,
}

/// Which changes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HistoryOf {
    /// Of this kind.
    pub kind: Option<String>,
    /// Of this thing, with the kind.
    pub thing: Option<String>,
    /// Older than this one.
    pub before: Option<i64>,
}

/// The version of something that people edit, as it is now: the first 16 hexadecimal digits of SHA-256 of its JSON. A
/// change carries the version that it has seen, so that nothing is overwritten unseen.
#[must_use]
pub fn version_of(thing: &impl Serialize) -> String {
    // What is edited is plain data: writing it into memory does not fail.
    let json = serde_json::to_vec(thing).unwrap_or_default();
    Sha256::digest(json).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
