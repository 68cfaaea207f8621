// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What an exception does to the bookings that exist, before it is saved.
//!
//! A [`Draft`] is an exception that somebody wants, in the place of another or instead of nothing. [`hits`] names the
//! bookings that could not stay as they are, by the functions that decide at the door and about slots. [`plan`] proposes
//! for each the nearest free start of the same office, service and share; it counts its own moves, so that no two get
//! one place. Nothing here changes anything.
//!
//! - Whoever has a deadline (`due_by`) gets a place first, and never one after it.
//! - Nobody is proposed a time that has gone by, or that is nearer than the notice of the office. A time before the one
//!   that was booked is on a later day than today: whoever is told by letter could not come.
//! - Among those who need the same, who was to come first still comes first.

mod draft;
mod hits;
mod places;
mod plan;

pub use draft::{Draft, DraftFault, DraftHint, Wanted};
pub use hits::{Held, Reached, hits};
pub use plan::{Hit, NoPlace, Proposal, plan};
