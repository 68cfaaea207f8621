// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The lobby page in a browser, on the real core.

use varco_journeys::{Court, Trip, play};

#[test]
fn anyone_alone_in_the_lobby_is_told_where_to_go_and_leaves_nothing_behind() -> Trip<()> {
    let (court, receipts) = Court::staged(120)?;
    play("lobby.mjs", &court, &receipts)
}
