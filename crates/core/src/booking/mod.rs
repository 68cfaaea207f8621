// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A booking as far as a door needs it, and the things of a court that it refers to.

mod court;
mod structure;
#[cfg(test)]
mod tests;
mod types;

pub use court::{Day, Neighbour};
pub use structure::{Contacts, Court, Gate, Limits, Office, OfficePolicy, PetitumPart, Service, Site};
pub use types::{Block, Booking, By, Cancellation, Issue, IssueCause, Status};
