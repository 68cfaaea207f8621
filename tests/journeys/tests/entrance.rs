// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The entrance page in a browser, on the real core: what the staff do all day, by touch and by keys alone.

use varco_journeys::{Court, Trip, play};

#[test]
fn the_staff_judge_receipts_of_every_kind_and_correct_what_went_wrong() -> Trip<()> {
    let (court, receipts) = Court::staged(120)?;
    play("staff.mjs", &court, &receipts)
}

#[test]
fn a_supervisor_finds_lists_corrects_practises_and_closes_behind_the_ready_screen() -> Trip<()> {
    let (court, receipts) = Court::staged(120)?;
    play("desk.mjs", &court, &receipts)
}
