// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Moves the log into the database file, on a thread and a connection of its own: no gesture waits for it.
//!
//! SQLite writes a log from its start again only when all of it has been moved, and a thread that runs beside the writer
//! never has the last commits of a busy door. Then the writer moves that rest, which is short, between two gestures. A
//! log that is written over has its place on the disk already, and a commit into it is the cheaper for it.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU32, Ordering},
        mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel},
    },
    thread::JoinHandle,
    time::Duration,
};

use rusqlite::Connection;

/// Commits after which the log is moved without waiting for a quiet moment.
const COMMITS: u32 = 256;

/// The same for a writer without that thread.
const OWN_COMMITS: u32 = 64;

/// A moment in which nothing was committed is quiet.
const QUIET: Duration = Duration::from_secs(2);

/// Counts commits, and tells the thread of them.
pub(crate) struct Checkpoints {
    commits: Arc<AtomicU32>,
    /// The thread has moved what it could; the rest is the writer's.
    rest: Arc<AtomicBool>,
    tell: Option<SyncSender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Checkpoints {
    /// Starts the thread.
    pub(crate) fn start(db: Connection) -> Self {
        let mut own = Self::own();
        let (tell, told) = sync_channel(1);
        let (commits, rest) = (Arc::clone(&own.commits), Arc::clone(&own.rest));
        let thread = std::thread::Builder::new().name("varco-checkpoint".into());
        if let Ok(thread) = thread.spawn(move || work(&db, &told, &commits, &rest)) {
            (own.tell, own.thread) = (Some(tell), Some(thread));
        }
        own
    }

    /// Without a thread: the writer moves the log itself, and who has just been answered does not wait for it.
    pub(crate) fn own() -> Self {
        Self { commits: Arc::default(), rest: Arc::default(), tell: None, thread: None }
    }

    /// A transaction was committed. Never waits; true when the writer has to move the log.
    pub(crate) fn committed(&mut self) -> bool {
        let commits = self.commits.fetch_add(1, Ordering::Relaxed).wrapping_add(1);
        match &self.tell {
            Some(tell) => {
                if commits.is_multiple_of(COMMITS) {
                    // When the thread is behind it has enough to do already.
                    let _ = tell.try_send(());
                }
                self.rest.swap(false, Ordering::Relaxed)
            }
            None => commits.is_multiple_of(OWN_COMMITS),
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

fn work(db: &Connection, told: &Receiver<()>, commits: &AtomicU32, rest: &AtomicBool) {
    let (mut seen, mut moved) = (0, 0);
    loop {
        let busy = match told.recv_timeout(QUIET) {
            Ok(()) => true,
            Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => return,
        };
        let now = commits.load(Ordering::Relaxed);
        if busy || (now == seen && now != moved) {
            move_log(db);
            moved = now;
            if busy {
                rest.store(true, Ordering::Relaxed);
            }
        }
        seen = now;
    }
}

/// `PASSIVE`: as far as it goes without anybody waiting. What it cannot do now it does the next time.
pub(crate) fn move_log(db: &Connection) {
    let _ = db.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
}
