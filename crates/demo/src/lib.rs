// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Offices to begin with, and a demo court with a full day. All people, places, hours and matters in the demo are invented.

mod court;
mod day;
mod people;
mod practice;
mod template;

pub use court::{DEMO_PASSPHRASE, DEMO_PINS, demo_people, demo_structure, practice_password, practice_pin};
pub use day::{DemoReceipt, Kind, fill, fill_ahead};
pub use practice::open_every_day;
pub use template::{Band, Office, Service, Site, Template};
