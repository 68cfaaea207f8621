// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A closure in a browser, on the real core: whom it hits, what becomes of each, and the way back.

use varco_journeys::{Court, Trip, play};

#[test]
fn a_friday_is_closed_with_twenty_five_bookings_and_taken_back() -> Trip<()> {
    let court = Court::found(0)?;
    let starts = court.verb("slots", &["--office", "Ufficio NEP", "--from", "2026-09-25"])?;
    let mut file = String::from("date,time,office,persons,names,phone,due_by\n");
    for n in 0..25 {
        let time = starts[n % starts.len()]["time"].as_str().ok_or("no time")?;
        let due_by = if n < 2 { "2026-09-28" } else { "" };
        let phone = if n % 5 == 0 { "0573 000 000" } else { "" };
        file += &format!("2026-09-25,{time},Ufficio NEP,1,Persona {n},{phone},{due_by}\n");
    }
    let path = court.scratch().join("friday.csv");
    std::fs::write(&path, file)?;
    let _ = court.verb("import", &[path.to_str().ok_or("no path")?])?;
    play("closures.mjs", &court, &serde_json::json!({}))
}
