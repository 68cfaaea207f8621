// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The child process that holds the decoder. It is the host's own binary, started again with a hidden argument, so that
//! nothing else has to be installed and both sides always speak the same protocol.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::protocol::{Ask, Broken, GREETING, read_ask, write_answer};
use crate::zxing::{Refused, Zxing};

/// The first argument that makes a binary of ours a decoder's child.
pub const WORKER_ARGUMENT: &str = "decode-worker";

/// Set for the child, so that a child that forgot to become a worker does not start children in turn.
const WORKER_MARK: &str = "VARCO_DECODE_WORKER";

/// A picture that takes longer ends the child, even if its host is gone and nobody would do it.
const ORPHAN_LIMIT: Duration = Duration::from_secs(60);

/// Becomes the decoder's child, and never returns, if this process was started as one; does nothing otherwise.
///
/// Each `main` that uses a [`crate::Decoder`] on its own binary calls this first.
pub fn run_worker_if_asked() {
    if std::env::args_os().nth(1).is_some_and(|argument| argument == WORKER_ARGUMENT) {
        std::process::exit(run());
    }
}

/// How to start the child.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkerProgram {
    program: PathBuf,
    arguments: Vec<OsString>,
}

impl WorkerProgram {
    /// This very binary, whose `main` calls [`run_worker_if_asked`] first. Fails where the system does not tell our path,
    /// and inside a child.
    pub fn this_binary() -> io::Result<WorkerProgram> {
        if std::env::var_os(WORKER_MARK).is_some() {
            return Err(io::Error::other(
                "a decoder's child must not start decoders: does main call run_worker_if_asked?",
            ));
        }
        Ok(WorkerProgram::at(std::env::current_exe()?))
    }

    /// A binary whose `main` calls [`run_worker_if_asked`] first.
    pub fn at(program: impl Into<PathBuf>) -> WorkerProgram {
        WorkerProgram { program: program.into(), arguments: vec![WORKER_ARGUMENT.into()] }
    }

    /// Any program with any arguments, to see what becomes of a decoder whose child misbehaves.
    pub fn with_arguments<A: Into<OsString>>(
        program: impl Into<PathBuf>,
        arguments: impl IntoIterator<Item = A>,
    ) -> WorkerProgram {
        WorkerProgram { program: program.into(), arguments: arguments.into_iter().map(Into::into).collect() }
    }

    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).env(WORKER_MARK, "1").stdin(Stdio::piped()).stdout(Stdio::piped());
        own_group(&mut command);
        command
    }
}

// Ctrl-C in the host's terminal is for the host, which then hangs up.
#[cfg(unix)]
fn own_group(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    command.process_group(0);
}

// Without the flag Windows flashes a console window at the door.
#[cfg(windows)]
fn own_group(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(any(unix, windows)))]
fn own_group(_: &mut Command) {}

#[derive(Debug, thiserror::Error)]
enum Ended {
    #[error(transparent)]
    Conversation(#[from] Broken),
    #[error(transparent)]
    Decoder(#[from] Refused),
    #[error("no thread: {0}")]
    Thread(io::Error),
}

/// Exit status: 0 when the host hung up, 1 after anything else; the host starts a new child.
fn run() -> i32 {
    match converse() {
        Ok(()) => 0,
        Err(ended) => {
            // Nobody reads a log of the child; its standard error is the host's. It never holds a text.
            let _ = writeln!(io::stderr(), "decode-worker: {ended}");
            1
        }
    }
}

fn converse() -> Result<(), Ended> {
    leave_no_core_dump();
    let busy_since = end_when_stuck().map_err(Ended::Thread)?;
    let mark = |since| *busy_since.lock().unwrap_or_else(PoisonError::into_inner) = since;
    let zxing = Zxing::new();
    let (mut host_says, mut host_hears) = (io::stdin().lock(), io::stdout().lock());
    host_hears.write_all(GREETING).map_err(Broken::from)?;
    host_hears.flush().map_err(Broken::from)?;
    let mut pixels = Vec::new();
    while let Some(Ask { number, look, picture }) = read_ask(&mut host_says, pixels)? {
        mark(Some(Instant::now()));
        let reading = zxing.read(&picture, look)?;
        write_answer(&mut host_hears, number, &reading)?;
        mark(None);
        pixels = picture.into_pixels();
    }
    Ok(())
}

/// A watch that ends this process when one picture takes longer than [`ORPHAN_LIMIT`].
fn end_when_stuck() -> io::Result<Arc<Mutex<Option<Instant>>>> {
    let busy_since = Arc::new(Mutex::new(None::<Instant>));
    let watched = Arc::clone(&busy_since);
    std::thread::Builder::new().name("decode-limit".into()).spawn(move || {
        loop {
            std::thread::sleep(ORPHAN_LIMIT / 4);
            let since = *watched.lock().unwrap_or_else(PoisonError::into_inner);
            if since.is_some_and(|since| since.elapsed() > ORPHAN_LIMIT) {
                std::process::abort();
            }
        }
    })?;
    Ok(busy_since)
}

/// Camera frames never leave memory, not even when the decoder crashes on one.
#[cfg(unix)]
fn leave_no_core_dump() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    // Lowering a limit of our own is always allowed; should a system refuse, decoding is still worth more than none.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
}

#[cfg(not(unix))]
fn leave_no_core_dump() {}
