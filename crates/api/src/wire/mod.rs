// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What goes over the wire. Times are UTC epoch milliseconds; sentences are finished in the language asked for.

mod admin;
mod closures;
mod hours;
mod lists;
mod names;
mod setup;
mod station;
mod structure;
mod verdict;

pub use admin::*;
pub use closures::*;
pub use hours::*;
pub use lists::*;
pub use names::*;
pub use setup::*;
pub use station::*;
pub use structure::*;
pub use verdict::*;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A refusal or a fault: a code for machines, a sentence and a next step for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// Stable name, snake case.
    pub code: String,
    /// What happened.
    pub message: String,
    /// What to do now.
    pub next_step: String,
    /// Tries left before the next has to wait, for a wrong PIN.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tries_left: Option<u32>,
    /// Seconds to wait, after too many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wait_seconds: Option<u32>,
    /// The highest number that is possible.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub highest: Option<u32>,
    /// Which field of what was sent cannot stay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}

/// A gesture and nothing else.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct KeyOnly {
    /// Made once for each gesture; a retry sends the same.
    pub key: String,
}

/// Done.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
pub struct Done {}
