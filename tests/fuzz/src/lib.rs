// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Each function takes any bytes and fails by a panic when something does not hold. `tests/by_chance.rs` calls them in
//! every run; the programs in `targets` call them under cargo-fuzz.
//!

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a panic is how something that does not hold is told"
)]

mod court;
mod picture;
mod rows;
mod text;

pub use court::issued;
pub use picture::picture;
pub use rows::rows;
pub use text::{code, text};
