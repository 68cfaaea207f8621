// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The main job on real input: receipts are printed, photographed, shown to the door, and the verdict is on disk.

use std::process::Command;

use serde_json::Value;
use varco_journeys::{Court, NOW, Trip, expected, script};

#[test]
fn a_photographed_receipt_becomes_the_right_verdict_on_disk() -> Trip<()> {
    let court = Court::found(33)?;
    let printed: Vec<&Value> = court.receipts.iter().filter(|r| r["pdf"].is_string()).collect();
    let scenarios = "p_clean:0,p_perspective:2,p_rotation:2,p_motion:1,p_glare:1,p_crease:1,p_lowtoner:1,s_clean:0,\
                     s_moire:2,s_dim:1,s_dark:1";
    let frames = court.frames(&printed, scenarios)?;
    let files: Vec<&str> = frames.iter().filter_map(|f| f["file"].as_str()).collect();
    let mut words = vec!["--at", NOW];
    words.extend(&files);
    let verdicts = court.verb("scan", &words)?;
    assert_eq!(verdicts.len(), frames.len(), "one answer for each picture");
    let mut read = 0;
    let mut judged = 0;
    for (frame, verdict) in frames.iter().zip(&verdicts) {
        if verdict["verdict"] == "no_code" {
            continue;
        }
        read += 1;
        assert_eq!(verdict["text"], frame["text"], "read as it was printed: {}", frame["file"]);
        let expected = expected(&frame["receipt"]);
        if !expected.is_empty() {
            judged += 1;
            assert_eq!(verdict["verdict"], expected, "{} at {NOW}: {verdict}", frame["receipt"]["start"]);
        }
    }
    assert!(read * 10 >= frames.len() * 8, "of {} light frames only {read} were read", frames.len());
    assert!(judged >= 10, "the demo gives too few cases: {judged}");
    assert_eq!(court.scans()?.len(), read, "each reading is in the journal once");
    let report = court.verb("verify", &[])?;
    let sound =
        report.first().and_then(|r| r["findings"].as_array()).is_some_and(|f| f.iter().all(|x| x["ok"] == true));
    assert!(sound, "{report:?}");
    Ok(())
}

#[test]
fn foreign_codes_are_told_what_they_are_and_none_of_their_content_is_kept() -> Trip<()> {
    let court = Court::found(1)?;
    let long = "A".repeat(4296);
    let shown = [
        ("https://segreto.example/percorso", "not_a_receipt"),
        ("RSSMRA80A01Z999X", "not_a_receipt"),
        ("HC1:6BFSEGRETO790T9WJWG", "not_a_receipt"),
        ("PAGOPA|002|301000000000000000|77777777777|1600", "not_a_receipt"),
        ("M1SEGRETO/MARIO       EABC123 FCOLINAZ 2013 259Y012A0025 100", "not_a_receipt"),
        ("\u{1f600}\u{1f600} SEGRETO", "not_a_receipt"),
        (&long, "not_a_receipt"),
        ("VR1SEGRETOSEGRETO", "damaged"),
        ("2222 2223", "damaged"),
    ];
    let file = court.scratch().join("codes.txt");
    std::fs::write(&file, shown.map(|s| s.0).join("\n"))?;
    let name = file.display().to_string();
    let verdicts = court.verb("scan", &["--at", NOW, &name])?;
    let said: Vec<&Value> = verdicts.iter().map(|v| &v["verdict"]).collect();
    assert_eq!(said, shown.map(|s| Value::from(s.1)).iter().collect::<Vec<_>>());
    for entry in std::fs::read_dir(&court.data)? {
        let path = entry?.path();
        if path.is_file() {
            let bytes = std::fs::read(&path)?;
            let found = bytes.windows(7).any(|w| w.eq_ignore_ascii_case(b"segreto"));
            assert!(!found, "{} keeps the content of a foreign code", path.display());
        }
    }
    Ok(())
}

/// A film of one frame for Chromium's fake camera.
fn film(court: &Court, frame: &Value) -> Trip<String> {
    let film = court.scratch().join("camera.y4m");
    let done = Command::new("ffmpeg")
        .args(["-y", "-loglevel", "error", "-loop", "1", "-i", frame["file"].as_str().unwrap_or_default()])
        .args(["-t", "1", "-r", "10", "-pix_fmt", "yuv420p"])
        .arg(&film)
        .status()?;
    assert!(done.success(), "ffmpeg makes the film");
    Ok(film.display().to_string())
}

#[test]
fn the_entrance_page_judges_what_its_camera_sees() -> Trip<()> {
    let court = Court::found(12)?;
    let good: Vec<&Value> = court.printed("buona").filter(|r| !expected(r).is_empty()).take(1).collect();
    let frames = court.frames(&good, "p_rotation:1")?;
    let server = court.serve("entrance", NOW)?;
    let words = [
        ("VARCO_ADDRESS", server.address.clone()),
        ("VARCO_FILM", film(&court, &frames[0])?),
        ("VARCO_PERSON", "Laura B.".to_owned()),
        ("VARCO_PIN", "111111".to_owned()),
        ("VARCO_SHOT", court.scratch().join("verdict.png").display().to_string()),
    ];
    let seen = script("entrance.mjs", &words)?;
    assert_eq!(seen["verdict"], expected(good[0]), "{seen}");
    assert_eq!(seen["violations"], Value::Array(Vec::new()), "axe finds nothing to mend");
    drop(server);
    let scans = court.scans()?;
    assert_eq!(scans.len(), 1, "a receipt held for seconds is one gesture");
    assert_eq!((&scans[0]["via"], &scans[0]["verdict"]), (&Value::from("camera"), &Value::from(expected(good[0]))));
    Ok(())
}
