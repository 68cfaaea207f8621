// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! System packages: which ones a verb needs, and how to get the missing ones.

use std::path::Path;
use std::process::Command;

use crate::run::{self, Failure, Outcome};

/// What the machine is being made ready for. Each level holds the one before.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    Demo,
    Test,
}

/// (why, needed from, packages)
const GROUPS: &[(&str, Purpose, &[&str])] = &[
    ("to compile: C and C++ (SQLite, the code reader)", Purpose::Demo, &["build-essential", "pkg-config", "cmake"]),
    ("the window of the app", Purpose::Demo, &["libwebkit2gtk-4.1-dev"]),
    ("the camera in that window", Purpose::Demo, &["gstreamer1.0-plugins-base", "gstreamer1.0-plugins-good"]),
    ("to fetch sources", Purpose::Demo, &["git", "ca-certificates"]),
    ("letters on every screen", Purpose::Demo, &["fonts-dejavu-core"]),
    ("a display and a window manager without a screen", Purpose::Test, &["xvfb", "xauth", "openbox", "xdotool"]),
    ("to drive the window and a browser", Purpose::Test, &["webkit2gtk-driver", "chromium"]),
    ("pictures and films of receipts", Purpose::Test, &["imagemagick", "poppler-utils", "ffmpeg"]),
    ("the frame generator", Purpose::Test, &["python3", "python3-venv", "python3-pip"]),
];

/// Programs that do as well as the package of that name. (Ubuntu has Chromium only as a snap.)
const INSTEAD: &[(&str, &[&str])] = &[("chromium", &["chromium", "chromium-browser", "google-chrome"])];

/// Installs what is missing, or says in words what a person has to install.
pub fn install(purpose: Purpose) -> Outcome {
    if cfg!(target_os = "windows") {
        run::say(
            "Windows: Varco needs the Visual Studio Build Tools with C++, CMake, and WebView2 (part of Windows 11).",
        );
        return Ok(());
    }
    if cfg!(target_os = "macos") {
        run::say("macOS: Varco needs the Xcode command line tools (`xcode-select --install`) and CMake.");
        return Ok(());
    }
    if !Path::new("/etc/debian_version").exists() || !run::on_path("apt-get") {
        run::say("This is not Debian or Ubuntu, so nothing was installed. Varco needs, by their Debian names:");
        for (why, _, names) in groups(purpose) {
            println!("             {}  ({why})", names.join(" "));
        }
        return Ok(());
    }
    let missing = missing(purpose)?;
    if missing.is_empty() {
        run::say("system packages: all there");
        return Ok(());
    }
    run::say(format_args!("system packages missing: {}", missing.join(" ")));
    run::go(as_root("apt-get")?.args(["update", "--quiet"]))?;
    let (known, unknown) = missing.into_iter().partition::<Vec<_>, _>(|name| has_candidate(name));
    for name in unknown {
        run::say(format_args!("This system has no package `{name}`. What needs it will fail: install it another way."));
    }
    if known.is_empty() {
        return Ok(());
    }
    let mut install = as_root("apt-get")?;
    run::go(install.args(["install", "--quiet", "--yes", "--no-install-recommends"]).args(known))
}

fn groups(purpose: Purpose) -> impl Iterator<Item = &'static (&'static str, Purpose, &'static [&'static str])> {
    GROUPS.iter().filter(move |(_, from, _)| *from <= purpose)
}

fn missing(purpose: Purpose) -> Result<Vec<&'static str>, Failure> {
    let installed =
        run::ask(run::command("dpkg-query").args(["--show", "--showformat=${db:Status-Status} ${Package}\n"]))?;
    let there = |name: &str| {
        let instead = INSTEAD.iter().find(|(package, _)| *package == name);
        installed.lines().any(|line| line.strip_prefix("installed ") == Some(name))
            || instead.is_some_and(|(_, programs)| programs.iter().any(|p| run::on_path(p)))
    };
    Ok(groups(purpose).flat_map(|(_, _, names)| names.iter().copied()).filter(|name| !there(name)).collect())
}

fn has_candidate(name: &str) -> bool {
    run::ask(run::command("apt-cache").args(["policy", name]))
        .is_ok_and(|policy| policy.lines().any(|l| l.trim().starts_with("Candidate:") && !l.contains("(none)")))
}

fn as_root(program: &str) -> Result<Command, Failure> {
    let user = run::ask(run::command("id").arg("-u"))?;
    let mut command = if user.trim() == "0" {
        run::command("env")
    } else if run::on_path("sudo") {
        let mut sudo = run::command("sudo");
        sudo.arg("env");
        sudo
    } else {
        return Err(Failure::new(
            "Packages are missing and this user may not install them: run as root, or install sudo.",
        ));
    };
    command.args(["DEBIAN_FRONTEND=noninteractive", "LC_ALL=C", program]);
    Ok(command)
}
