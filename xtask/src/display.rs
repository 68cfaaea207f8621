// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A display that nobody sees, with a window manager: without one no window becomes full screen.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::run::{self, Failure};

/// Ends both programs when dropped.
pub struct Display {
    name: String,
    server: Child,
    manager: Child,
    /// Where its pixels can be read.
    pixels: Option<PathBuf>,
}

impl Display {
    /// Starts Xvfb on a free number and openbox on it.
    pub fn start() -> Result<Self, Failure> {
        Self::start_with(None)
    }

    /// The same with its pixels in a file of this folder, for whoever wants to see what a person would see.
    pub fn start_seen(folder: &Path) -> Result<Self, Failure> {
        std::fs::create_dir_all(folder).map_err(|e| Failure::new(format!("{}: {e}", folder.display())))?;
        Self::start_with(Some(folder))
    }

    fn start_with(folder: Option<&Path>) -> Result<Self, Failure> {
        let mut server = run::command("Xvfb");
        server.args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
        if let Some(folder) = folder {
            server.arg("-fbdir").arg(folder);
        }
        let mut server =
            server.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().map_err(|e| {
                Failure::new(format!("Xvfb could not be started: {e}. `cargo xtask setup` installs it."))
            })?;
        let mut number = String::new();
        if let Some(out) = server.stdout.take() {
            // Xvfb writes the number once it is ready for clients.
            let _ = BufReader::new(out).read_line(&mut number);
        }
        if number.trim().is_empty() {
            let _ = server.kill();
            return Err(Failure::new("Xvfb ended before it had a display."));
        }
        let name = format!(":{}", number.trim());
        let manager =
            run::command("openbox").env("DISPLAY", &name).stdout(Stdio::null()).stderr(Stdio::null()).spawn().map_err(
                |e| Failure::new(format!("openbox could not be started: {e}. `cargo xtask setup` installs it.")),
            );
        match manager {
            Ok(manager) => {
                run::say(format_args!("display {name} with a window manager"));
                Ok(Self { name, server, manager, pixels: folder.map(|folder| folder.join("Xvfb_screen0")) })
            }
            Err(failure) => {
                let _ = server.kill();
                Err(failure)
            }
        }
    }

    /// Lets a command draw here.
    pub fn lend(&self, command: &mut Command) {
        command.env("DISPLAY", &self.name).env("NO_AT_BRIDGE", "1").env_remove("WAYLAND_DISPLAY");
        command.env("GDK_BACKEND", "x11");
        if let Some(pixels) = &self.pixels {
            command.env("VARCO_SCREEN", pixels);
        }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        for child in [&mut self.manager, &mut self.server] {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
