// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! `cargo xtask demo`: from a bare machine to a kiosk on a court that does not exist.

use std::path::{Path, PathBuf};

use crate::metadata::Workspace;
use crate::packages::Purpose;
use crate::run::{self, Failure, Outcome};
use crate::setup;

/// The verb itself.
pub fn run(words: &[String]) -> Outcome {
    // A debug build is the default: on two cores it is ready in half the time of a release build, and our
    // dependencies are optimised in both.
    let (mut release, mut data) = (false, PathBuf::from("out/demo"));
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match (word.as_str(), words.as_slice().first()) {
            ("--release", _) => release = true,
            ("--data", Some(folder)) => {
                data = PathBuf::from(folder);
                words.next();
            }
            _ => return Err(Failure::usage("cargo xtask demo [--release] [--data DIR]")),
        }
    }
    let workspace = Workspace::read()?;
    for program in ["varcoctl", "varco"] {
        if !workspace.has(program) {
            return Err(Failure::new(format!("This tree has no crate `{program}` yet, so there is nothing to show.")));
        }
    }
    setup::prepare(Purpose::Demo)?;
    run::go(run::npm().args(["run", "build"]))?;
    let mut build = run::cargo();
    if release {
        build.args(["build", "--release", "--package", "varcoctl", "--package", "varco"]);
        build.args(["--features", "varco/custom-protocol"]);
    } else {
        // As `test` builds them, so that whoever runs both waits once.
        build.args(["build", "--workspace", "--bins"]);
    }
    run::go(&mut build)?;
    let programs = workspace.target.join(if release { "release" } else { "debug" });
    let varcoctl = programs.join("varcoctl");
    let told = told(&varcoctl, &data)?;
    println!("{told}");
    // The court's day, at an hour at which people come, whatever the time is now.
    let at = day_in(&told).map(|day| format!("{day}T{HOUR}"));
    let at = at.iter().flat_map(|at| ["--at", at]);
    if !has_display() {
        run::say(
            "There is no display here, so no window can be opened. Open the address below in a browser; Ctrl+C ends it.",
        );
        return run::go(run::command(&varcoctl).args(["serve", "--data"]).arg(&data).args(at));
    }
    run::say(
        "The window opens now. Without --windowed the app takes the whole screen and needs a supervisor to leave.",
    );
    run::go(run::command(programs.join("varco")).args(["--windowed", "--data"]).arg(&data).args(at))
}

/// When the demo's clock begins.
const HOUR: &str = "10:02";

/// Makes the court, unless it is there, and gives what was told then: receipts, day and PINs.
fn told(varcoctl: &Path, data: &Path) -> Result<String, Failure> {
    let notes = run::root().join(data).with_extension("txt");
    if run::root().join(data).exists() {
        run::say(format_args!("{} is there already and is used again; delete it for a new court.", data.display()));
        return Ok(std::fs::read_to_string(notes).unwrap_or_default());
    }
    let told = run::ask_all(run::command(varcoctl).args(["demo", "--data"]).arg(data))?;
    run::write(&notes, told.as_bytes())?;
    Ok(told)
}

/// The first word that is a date.
fn day_in(told: &str) -> Option<&str> {
    let is_date = |word: &&str| {
        let parts: Vec<&str> = word.split('-').collect();
        let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        lengths == [4, 2, 2] && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    told.split(|c: char| c.is_whitespace() || c == '.').find(is_date)
}

fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_found_among_times_paths_and_codes() {
        let told =
            "buona 24/11 10:00 AB12-CD34 out/demo/receipts/a-1000-AB.pdf\n\n120 prenotazioni per il 2026-11-24. PIN:\n";
        assert_eq!(day_in(told), Some("2026-11-24"));
        assert_eq!(day_in("nothing"), None);
    }
}
