// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Runs other programs where everybody can see what runs, and for how long the whole has been going.

use std::ffi::OsStr;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::Instant;

/// Why a verb stopped: a sentence for the person who called it, and the exit status.
#[derive(Debug)]
pub struct Failure {
    sentence: String,
    pub status: u8,
}

impl Failure {
    /// Something was tried and went wrong.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), status: 1 }
    }

    /// The call itself was wrong.
    pub fn usage(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), status: 2 }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)
    }
}

pub type Outcome = Result<(), Failure>;

fn started() -> Instant {
    static START: OnceLock<Instant> = OnceLock::new();
    *START.get_or_init(Instant::now)
}

/// Says one sentence, with the time since the start before it.
pub fn say(sentence: impl fmt::Display) {
    println!("[{:6.1} s] {sentence}", started().elapsed().as_secs_f64());
}

/// The top folder of the project.
pub fn root() -> PathBuf {
    // xtask/ is a folder of the top one, so there is always a parent.
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// A command to be run in the top folder.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// The `cargo` that runs us. Does not hand on what `cargo run` told only us, so that nothing is rebuilt for it.
pub fn cargo() -> Command {
    let mut command = command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(|n| n.starts_with("CARGO_PKG_") || n.starts_with("CARGO_MANIFEST_")) {
            command.env_remove(name);
        }
    }
    command
}

/// On Windows npm is a script, and only its full name is found.
pub fn npm() -> Command {
    let mut npm = command(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(root().join("ui"));
    npm
}

fn in_words(command: &Command) -> String {
    let mut words = vec![Path::new(command.get_program()).file_name().unwrap_or(command.get_program())];
    words.extend(command.get_args());
    words.iter().map(|w| w.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Runs a command with its output going straight to the reader; anything but exit status 0 is a failure.
pub fn go(command: &mut Command) -> Outcome {
    let words = in_words(command);
    say(format_args!("$ {words}"));
    let status = command.stdin(Stdio::null()).status().map_err(|e| missing(&words, &e))?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("`{words}` failed: {status}."))) }
}

/// Runs a command and gives what it printed; when it fails, that is part of the sentence.
pub fn ask(command: &mut Command) -> Result<String, Failure> {
    let (printed, _) = answer(command)?;
    Ok(printed)
}

/// The same with what it printed as errors or notes after it.
pub fn ask_all(command: &mut Command) -> Result<String, Failure> {
    say(format_args!("$ {}", in_words(command)));
    let (printed, noted) = answer(command)?;
    Ok(printed + &noted)
}

/// Runs a command and gives what it printed, while its notes go straight to the reader.
pub fn ask_seen(command: &mut Command) -> Result<String, Failure> {
    let words = in_words(command);
    say(format_args!("$ {words}"));
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output().map_err(|e| missing(&words, &e))?;
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        Ok(printed)
    } else {
        Err(Failure::new(format!("`{words}` failed: {}.\n{printed}", output.status)))
    }
}

fn answer(command: &mut Command) -> Result<(String, String), Failure> {
    let words = in_words(command);
    let output = command.stdin(Stdio::null()).output().map_err(|e| missing(&words, &e))?;
    let noted = String::from_utf8_lossy(&output.stderr).into_owned();
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stdout) + noted.as_str();
        return Err(Failure::new(format!("`{words}` failed: {}.\n{}", output.status, why.trim())));
    }
    let printed = String::from_utf8(output.stdout);
    printed
        .map(|printed| (printed, noted))
        .map_err(|_| Failure::new(format!("`{words}` printed something that is not text.")))
}

fn missing(words: &str, error: &std::io::Error) -> Failure {
    if error.kind() == std::io::ErrorKind::NotFound {
        let program = words.split(' ').next().unwrap_or(words);
        Failure::new(format!("`{program}` is not on this machine, or not on its PATH. {}", where_from(program)))
    } else {
        Failure::new(format!("`{words}` could not be started: {error}."))
    }
}

fn where_from(program: &str) -> &'static str {
    match program {
        "npm" | "npm.cmd" | "node" => {
            "Install Node 20 or newer (https://nodejs.org, or your system's package `nodejs`)."
        }
        "python3" => "Install Python 3.11 or newer.",
        "Xvfb" | "openbox" => "`cargo xtask setup` installs it on Debian and Ubuntu.",
        _ => "`cargo xtask setup` says what is needed.",
    }
}

/// Whether a program of this name can be started.
pub fn on_path(program: &str) -> bool {
    let Some(path) = std::env::var_os("PATH") else { return false };
    std::env::split_paths(&path)
        .any(|folder| folder.join(program).is_file() || folder.join(format!("{program}.exe")).is_file())
}

/// Reads a text file of the project.
pub fn read(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|e| Failure::new(format!("{} cannot be read: {e}.", path.display())))
}

/// Writes a file, making its folder first.
pub fn write(path: &Path, bytes: &[u8]) -> Outcome {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(path, bytes))
        .map_err(|e| Failure::new(format!("{} cannot be written: {e}.", path.display())))
}
