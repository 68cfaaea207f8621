// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The domain of a court door: times, schedules, bookings, receipts, verdicts and the state of a gate.
//!
//! Nothing here reads a clock, a disk or a source of randomness: what decides about a person can be tested by a
//! table that a clerk can read. Each folder is one word of the court; in it `types` holds the nouns, `decide` the
//! rule, `explain` the why.

pub mod access;
pub mod booking;
pub mod gate;
pub mod ids;
pub mod receipt;
pub mod schedule;
#[cfg(test)]
mod testing;
pub mod time;
pub mod verdict;
