// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Moves the log into the database file, on a thread and a connection of its own: no gesture waits for it.

use std::{
    sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel},
    thread::JoinHandle,
    time::Duration,
};

use rusqlite::Connection;

/// Commits after which the log is moved without waiting for a quiet moment.
const COMMITS: u32 = 256;

/// The same for a writer without that thread.
const OWN_COMMITS: u32 = 64;

/// A quiet moment.
const QUIET: Duration = Duration::from_secs(2);

/// Tells the thread of commits.
pub(crate) struct Checkpoints {
    tell: Option<SyncSender<()>>,
    thread: Option<JoinHandle<()>>,
    /// Without a thread: commits since the log was moved.
    since: u32,
}

impl Checkpoints {
    /// Starts the thread.
    pub(crate) fn start(db: Connection) -> Self {
        let (tell, told) = sync_channel(COMMITS as usize);
        let thread = std::thread::Builder::new().name("varco-checkpoint".into()).spawn(move || work(&db, &told));
        match thread {
            Ok(thread) => Self { tell: Some(tell), thread: Some(thread), since: 0 },
            Err(_) => Self::own(),
        }
    }

    /// Without a thread: the writer moves the log itself, and who has just been answered does not wait for it.
    pub(crate) const fn own() -> Self {
        Self { tell: None, thread: None, since: 0 }
    }

    /// A transaction was committed. Never waits; true when the writer has to move the log.
    pub(crate) fn committed(&mut self) -> bool {
        match &self.tell {
            Some(tell) => {
                // When the thread is behind it has enough to do already.
                let _ = tell.try_send(());
                false
            }
            None => {
                self.since = (self.since + 1) % OWN_COMMITS;
                self.since == 0
            }
        }
    }
}

impl Drop for Checkpoints {
    fn drop(&mut self) {
        self.tell = None;
        if let Some(thread) = self.thread.take() {
            // A panic there has lost nothing: the log is complete.
            let _ = thread.join();
        }
    }
}

fn work(db: &Connection, told: &Receiver<()>) {
    let mut commits = 0;
    loop {
        let due = match told.recv_timeout(QUIET) {
            Ok(()) => {
                commits += 1;
                commits >= COMMITS
            }
            Err(RecvTimeoutError::Timeout) => commits > 0,
            Err(RecvTimeoutError::Disconnected) => return,
        };
        if due {
            move_log(db);
            commits = 0;
        }
    }
}

/// `PASSIVE`: as far as it goes without anybody waiting. What it cannot do now it does the next time.
pub(crate) fn move_log(db: &Connection) {
    let _ = db.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
}
