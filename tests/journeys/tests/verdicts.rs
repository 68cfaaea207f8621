// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Every verdict at kiosk size in both languages, looked at by axe, and put on one sheet for people to look at.

use std::{path::Path, process::Command};

use varco_journeys::{Court, Trip, play_with, root};

#[test]
fn every_verdict_can_be_read_in_italian() -> Trip<()> {
    sheet("it")
}

#[test]
fn every_verdict_can_be_read_in_english() -> Trip<()> {
    sheet("en")
}

/// `VARCO_WRITE_PAGES=1` writes the sheet to `docs/pictures`, and in Italian the ready screen beside it.
fn sheet(lang: &str) -> Trip<()> {
    let (court, receipts) = Court::staged(6)?;
    let shots = court.scratch().join("shots");
    let more = [("VARCO_LANG", lang.to_owned()), ("VARCO_SHOTS", shots.display().to_string())];
    play_with("verdicts.mjs", &court, &receipts, &more)?;
    let mut verdicts = Vec::new();
    for entry in std::fs::read_dir(&shots)? {
        let path = entry?.path();
        if path.file_name().is_some_and(|name| name != "ready.png") {
            verdicts.push(path);
        }
    }
    verdicts.sort();
    assert_eq!(verdicts.len(), 22, "the verdicts of the published table, and the exit");
    let made = court.scratch().join("sheet.png");
    let grid = ["-tile", "4x", "-geometry", "480x270+4+4", "-background", "#888888"];
    run(Command::new("montage").args(&verdicts).args(grid).arg(&made))?;
    if std::env::var_os("VARCO_WRITE_PAGES").is_some() {
        let pictures = root().join("docs/pictures");
        std::fs::create_dir_all(&pictures)?;
        shrink(&made, "100%", &pictures.join(format!("verdicts-{lang}.png")))?;
        if lang == "it" {
            shrink(&shots.join("ready.png"), "1280x", &pictures.join("ready.png"))?;
        }
    }
    Ok(())
}

/// Few colours are enough for flat ones, and keep the pictures small.
fn shrink(from: &Path, size: &str, to: &Path) -> Trip<()> {
    let to = format!("PNG8:{}", to.display());
    run(Command::new("convert").arg(from).args(["-resize", size, "+dither", "-colors", "200"]).arg(to))
}

fn run(command: &mut Command) -> Trip<()> {
    if command.status()?.success() { Ok(()) } else { Err(format!("{command:?} failed").into()) }
}
