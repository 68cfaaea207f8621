// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! `cargo xtask setup`: everything that the other verbs need, and nothing that is already there.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::metadata::Workspace;
use crate::packages::{self, Purpose};
use crate::run::{self, Failure, Outcome};

/// The verb itself.
pub fn run(words: &[String]) -> Outcome {
    let purpose = match words {
        [] => Purpose::Test,
        [flag, value] if flag == "--for" && value == "demo" => Purpose::Demo,
        [flag, value] if flag == "--for" && value == "test" => Purpose::Test,
        _ => return Err(Failure::usage("cargo xtask setup [--for demo|test]")),
    };
    prepare(purpose)?;
    run::say("Everything is set up.");
    Ok(())
}

/// Installs what a purpose needs.
pub fn prepare(purpose: Purpose) -> Outcome {
    packages::install(purpose)?;
    let target = Workspace::read()?.target;
    npm_modules(&target)?;
    if purpose == Purpose::Test {
        python(&target)?;
        driver(&target)?;
    }
    Ok(())
}

/// `npm ci`, when package-lock.json is not the one of the last time.
pub fn npm_modules(target: &Path) -> Outcome {
    let ui = run::root().join("ui");
    let lock = ui.join("package-lock.json");
    if !lock.exists() {
        return Ok(());
    }
    let wanted = run::read(&lock)?;
    let stamp = target.join("xtask/package-lock.json");
    if ui.join("node_modules").is_dir() && std::fs::read_to_string(&stamp).is_ok_and(|last| last == wanted) {
        run::say("npm packages: unchanged since last time");
        return Ok(());
    }
    run::go(run::npm().args(["ci", "--no-audit", "--no-fund"]))?;
    run::write(&stamp, wanted.as_bytes())
}

/// The Python of our own virtual environment.
pub fn venv_program(target: &Path, name: &str) -> PathBuf {
    if cfg!(windows) {
        target.join("venv/Scripts").join(format!("{name}.exe"))
    } else {
        target.join("venv/bin").join(name)
    }
}

/// A virtual environment with the pinned packages of `xtask/requirements.txt`.
fn python(target: &Path) -> Outcome {
    let list = run::root().join("xtask/requirements.txt");
    let wanted = run::read(&list)?;
    let stamp = target.join("xtask/requirements.txt");
    let program = venv_program(target, "python");
    if program.exists() && std::fs::read_to_string(&stamp).is_ok_and(|last| last == wanted) {
        run::say("Python packages: unchanged since last time");
        return Ok(());
    }
    let system = if cfg!(windows) { "python" } else { "python3" };
    run::go(run::command(system).args(["-m", "venv", "--clear"]).arg(target.join("venv")))?;
    run::go(
        run::command(program).args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"]).arg(list),
    )?;
    run::write(&stamp, wanted.as_bytes())
}

/// The folder of programs that we install for ourselves only.
pub fn tools(target: &Path) -> PathBuf {
    target.join("tools")
}

/// Tells a program where the things are that were set up for it.
pub fn lend(target: &Path, command: &mut Command) {
    command.env("VARCO_PYTHON", venv_program(target, "python"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(tools(target).join("bin")).chain(std::env::split_paths(&path));
    if let Ok(path) = std::env::join_paths(folders) {
        command.env("PATH", path);
    }
}

/// The WebDriver in front of the app's window. There is none for macOS.
fn driver(target: &Path) -> Outcome {
    if cfg!(target_os = "macos") || run::on_path("tauri-driver") {
        return Ok(());
    }
    if tools(target).join("bin/tauri-driver").exists() {
        run::say("tauri-driver: there");
        return Ok(());
    }
    run::go(
        run::cargo()
            .args(["install", "--quiet", "--locked", "--debug", "tauri-driver@2.1.0", "--root"])
            .arg(tools(target)),
    )
}
