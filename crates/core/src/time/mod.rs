// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Time at a door.
//!
//! People read civil times ("Thursday at 10:30"), machines keep instants ([`Millis`]). A [`Zone`] turns one into the
//! other and says so when the two do not fit: an hour that the clocks jump over, an hour that comes twice. Use is
//! counted in [`Cell`]s of five minutes. Nothing here looks at a clock.

mod cell;
mod instant;
mod zone;

#[cfg(test)]
mod tests;

pub use cell::{CELL_MINUTES, Cell, cells};
pub use instant::Millis;
pub use zone::{
    CivilInstant, NotOnTheClock, UnknownZone, Zone, civil, day_bounds, resolve, resolve_forward, to_instant,
};

/// A day on the calendar of a site, with no time zone of its own.
pub type CivilDate = chrono::NaiveDate;
