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
    build.args(["build", "--package", "varcoctl", "--package", "varco", "--features", "varco/custom-protocol"]);
    run::go(if release { build.arg("--release") } else { &mut build })?;
    let programs = workspace.target.join(if release { "release" } else { "debug" });
    let varcoctl = programs.join("varcoctl");
    if run::root().join(&data).exists() {
        run::say(format_args!("{} is there already and is used again; delete it for a new court.", data.display()));
    } else {
        run::go(run::command(&varcoctl).args(["demo", "--data"]).arg(&data))?;
    }
    explain(&data);
    if !has_display() {
        run::say("There is no display here, so no window can be opened. The same screens in a browser:");
        println!("             {} serve --data {}", varcoctl.display(), data.display());
        return Ok(());
    }
    run::go(run::command(programs.join("varco")).arg("--data").arg(&data))
}

fn explain(data: &Path) {
    run::say("The demo court is ready.");
    println!("             Receipts to hold to the camera: {}", data.join("receipts").display());
}

fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
