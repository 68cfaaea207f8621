// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The built app by WebDriver, under Xvfb.

use std::process::Command;

use serde_json::Value;
use varco_journeys::{Court, NOW, Trip, expected, program, script};

#[cfg(target_os = "linux")]
#[test]
fn the_window_of_the_built_app_judges_what_its_webview_sees() -> Trip<()> {
    let court = Court::found(12)?;
    let good: Vec<&Value> = court.printed("buona").filter(|r| !expected(r).is_empty()).take(1).collect();
    let frames = court.frames(&good, "p_clean:0")?;
    let picture = court.scratch().join("frame.png");
    let file = frames[0]["file"].as_str().unwrap_or_default();
    let done = Command::new("ffmpeg").args(["-y", "-loglevel", "error", "-i", file]).arg(&picture).status()?;
    assert!(done.success(), "ffmpeg writes the picture");
    let words = [
        ("VARCO_APP", program("varco")?.display().to_string()),
        ("VARCO_DATA", court.data.display().to_string()),
        ("VARCO_AT", NOW.to_owned()),
        ("VARCO_PICTURE", picture.display().to_string()),
        ("VARCO_PERSON", "Laura B.".to_owned()),
        ("VARCO_PIN", "111111".to_owned()),
    ];
    let seen = script("window.mjs", &words)?;
    assert_eq!(seen["verdict"], expected(good[0]), "{seen}");
    let scans = court.scans()?;
    assert_eq!(scans.len(), 1, "one gesture");
    assert_eq!((&scans[0]["via"], &scans[0]["verdict"]), (&Value::from("camera"), &Value::from(expected(good[0]))));
    Ok(())
}

#[cfg(target_os = "linux")]
#[test]
fn the_window_of_a_desk_signs_in_by_the_same_api() -> Trip<()> {
    let court = Court::found(1)?;
    let words = [
        ("VARCO_APP", program("varco")?.display().to_string()),
        ("VARCO_DATA", court.data.display().to_string()),
        ("VARCO_AT", NOW.to_owned()),
        ("VARCO_PERSON", "Ada R.".to_owned()),
        ("VARCO_PASSWORD", varco_demo::DEMO_PASSPHRASE.to_owned()),
    ];
    let seen = script("office-window.mjs", &words)?;
    assert_eq!(seen["title"], "Persone", "{seen}");
    assert_eq!(seen["rows"].as_array().map(Vec::len), Some(3), "{seen}");
    Ok(())
}
