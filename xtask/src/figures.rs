// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! `cargo xtask figures`: measures a release build and writes the table of `docs/figures.md`.

use crate::display::Display;
use crate::metadata::Workspace;
use crate::packages::Purpose;
use crate::run::{self, Failure, Outcome};
use crate::setup;

/// Where the table stands.
const DOCUMENT: &str = "docs/figures.md";
/// What stands between these two lines is written by this verb.
const BEGIN: &str = "<!-- measured: begin -->\n";
const END: &str = "<!-- measured: end -->";

/// The verb itself. With the names of some rows only those are measured, and nothing is written.
pub fn run(rows: &[String]) -> Outcome {
    setup::prepare(Purpose::Test)?;
    run::go(run::npm().args(["run", "build"]))?;
    run::go(run::cargo().args(["build", "--release", "--features", "varco/custom-protocol"]).args([
        "--package",
        "varcoctl",
        "--package",
        "varco",
        "--package",
        "varco-benches",
    ]))?;
    let target = Workspace::read()?.target;
    let mut figures = run::command(target.join("release/varco-figures"));
    figures.arg("--folder").arg(target.join("figures")).args(rows);
    setup::lend(&target, &mut figures);
    let screen = target.join("figures/screen");
    let display = if cfg!(target_os = "linux") { Some(Display::start_seen(&screen)?) } else { None };
    if let Some(display) = &display {
        display.lend(&mut figures);
    }
    let measured = run::ask_seen(&mut figures)?;
    println!("\n{measured}");
    if rows.is_empty() { write(&measured) } else { Ok(()) }
}

/// Puts what was measured between the two lines.
fn write(measured: &str) -> Outcome {
    let path = run::root().join(DOCUMENT);
    let text = run::read(&path)?;
    let written = between(&text, measured)
        .ok_or_else(|| Failure::new(format!("{DOCUMENT} has lost one of its lines `{}`, `{END}`.", BEGIN.trim())))?;
    run::write(&path, written.as_bytes())
}

fn between(text: &str, measured: &str) -> Option<String> {
    let (before, rest) = text.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}{}\n{END}{after}", measured.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_measured_is_written_anew() {
        let page = format!("# Figures\n{BEGIN}old\n{END}\nthe rest\n");
        assert_eq!(between(&page, "new\n"), Some(format!("# Figures\n{BEGIN}new\n{END}\nthe rest\n")));
        assert_eq!(between("no lines", "new"), None);
    }
}
