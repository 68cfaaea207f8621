// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The office's pages in a browser, on the real core.

use varco_journeys::{Court, Trip, play};

#[test]
fn people_sign_in_see_what_their_rights_say_and_find_back_when_a_password_is_lost() -> Trip<()> {
    let court = Court::empty()?;
    play("admin.mjs", &court, &serde_json::json!({}))
}
