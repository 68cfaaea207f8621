// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What fails at a door, in a browser, on the real core.

#![cfg(target_os = "linux")]

use varco_journeys::{Court, Trip, play};

#[test]
fn when_camera_decoder_server_clock_or_disk_fail_the_screen_says_so_and_the_door_goes_on() -> Trip<()> {
    let (court, receipts) = Court::staged(120)?;
    play("faults.mjs", &court, &receipts)
}
