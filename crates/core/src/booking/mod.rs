// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A booking as far as a door needs it, and the things of a court that it refers to.

mod court;
#[cfg(test)]
mod tests;
mod types;

pub use court::{Court, Day, Gate, Neighbour, Office, OfficePolicy, Service, Site};
pub use types::{Block, Booking, By, Cancellation, Issue, IssueCause, Status};
