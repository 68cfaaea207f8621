// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The verdict: what was shown, what is known of the day, the scans so far and the clock give exactly one answer.
//!
//! The checks run in the order of [`Code::ALL`]; the first that fails decides. The table is published in
//! `docs/verdicts.md`, which a test compares with [`table::markdown`].

mod code;
mod decide;
mod identify;
pub mod table;
#[cfg(test)]
mod tests;
mod types;

pub use code::{Class, Code, Override, Sound};
pub use decide::{Asked, decide, decide_confirmed};
pub use types::{Decision, Known, Mark, Marks, Verdict, Visitor};
