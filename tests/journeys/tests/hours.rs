// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Opening hours and the court's structure in a browser, on the real core.

use varco_journeys::{Court, Trip, play};

#[test]
fn a_manager_draws_hours_publishes_them_from_a_date_and_takes_back_what_was_done() -> Trip<()> {
    let court = Court::found(0)?;
    play("hours.mjs", &court, &serde_json::json!({}))
}
