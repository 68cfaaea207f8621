// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The first start in a browser, on the real core, and the ways back.

use varco_journeys::{Court, Trip, first_receipt, play_with};

#[test]
fn a_court_is_founded_its_first_receipt_is_known_and_damaged_data_come_back() -> Trip<()> {
    let court = Court::empty()?;
    let (staged, _) = Court::staged(120)?;
    let nothing = serde_json::json!({});
    play_with("setup.mjs", &court, &nothing, &[("VARCO_STAGED", staged.data.display().to_string())])?;
    let receipt = first_receipt(&court)?;
    play_with("first-receipt.mjs", &court, &receipt, &[])?;
    let scans = court.scans()?;
    assert_eq!(scans.len(), 1);
    let overridden = court.verb("export", &[])?.into_iter().filter(|row| row["event"]["kind"] == "overridden").count();
    assert_eq!(overridden, 1, "who let the person in is written");
    Ok(())
}
