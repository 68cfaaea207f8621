// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A file system for SQLite in which only what was synced is sure to be there after a power loss.

use std::{
    borrow::Cow,
    collections::HashMap,
    io::{self, ErrorKind},
    ops::Range,
    path::Path,
    sync::{Arc, Mutex},
    time::Duration,
};

use rand::{RngExt, rngs::StdRng};
use sqlite_vfs::{DatabaseHandle, LockKind, OpenAccess, OpenOptions, Vfs, wip};

const SECTOR: usize = 512;

/// Whether a sync is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Honest {
    /// It is.
    Syncs,
    /// It does nothing.
    Lies,
}

/// Something that was done to a file since its last sync.
#[derive(Debug, Clone)]
enum Done {
    Wrote(usize, Vec<u8>),
    Cut(usize),
}

#[derive(Debug, Default)]
struct Content {
    now: Vec<u8>,
    durable: Vec<u8>,
    since: Vec<Done>,
}

#[derive(Debug, Default)]
struct State {
    files: HashMap<String, Content>,
    done: u64,
    /// No operation after this one.
    last: Option<u64>,
}

/// The disk.
#[derive(Debug, Clone)]
pub struct Disk {
    state: Arc<Mutex<State>>,
    honest: Honest,
}

/// One open file of it.
#[derive(Debug)]
pub struct File {
    disk: Disk,
    name: String,
    lock: LockKind,
}

fn write_at(bytes: &mut Vec<u8>, at: usize, data: &[u8]) {
    if bytes.len() < at + data.len() {
        bytes.resize(at + data.len(), 0);
    }
    bytes[at..at + data.len()].copy_from_slice(data);
}

impl Disk {
    /// Makes an empty disk under a name for SQLite.
    pub fn register(name: &str, honest: Honest) -> Self {
        let disk = Self { state: Arc::default(), honest };
        sqlite_vfs::register(name, disk.clone(), false).unwrap();
        disk
    }

    /// The power goes after so many more operations.
    pub fn cut_after(&self, operations: u64) {
        let mut state = self.state.lock().unwrap();
        state.last = Some(state.done + operations);
    }

    /// What may be on the disk now: all that was synced, and of the rest whole sectors by chance.
    pub fn write_what_is_left(&self, folder: &Path, random: &mut StdRng) {
        let state = self.state.lock().unwrap();
        let kept = [0.0, 0.5, 0.9, 1.0][random.random_range(0..4)];
        for (name, content) in &state.files {
            let mut left = content.durable.clone();
            for done in &content.since {
                match done {
                    Done::Wrote(at, data) => {
                        let mut from = 0;
                        while from < data.len() {
                            // Up to the end of the sector in which it lies.
                            let to = data.len().min(from + SECTOR - (at + from) % SECTOR);
                            if random.random_bool(kept) {
                                write_at(&mut left, at + from, &data[from..to]);
                            }
                            from = to;
                        }
                    }
                    Done::Cut(size) => {
                        if random.random_bool(kept) {
                            left.resize(*size, 0);
                        }
                    }
                }
            }
            let name = Path::new(name).file_name().unwrap();
            std::fs::write(folder.join(name), left).unwrap();
        }
    }

    /// Does something to the disk, unless the power is off.
    fn operate<T>(&self, what: impl FnOnce(&mut State) -> io::Result<T>) -> io::Result<T> {
        let mut state = self.state.lock().unwrap();
        if state.last.is_some_and(|last| state.done >= last) {
            return Err(io::Error::other("the power is off"));
        }
        state.done += 1;
        what(&mut state)
    }
}

impl File {
    fn with<T>(&self, what: impl FnOnce(&mut Content) -> io::Result<T>) -> io::Result<T> {
        self.disk.operate(|state| what(state.files.entry(self.name.clone()).or_default()))
    }
}

impl Vfs for Disk {
    type Handle = File;

    fn open(&self, name: &str, options: OpenOptions) -> io::Result<File> {
        // The database itself the store has made as an empty file before SQLite opens it.
        let may_create = matches!(options.access, OpenAccess::Create | OpenAccess::CreateNew) || name.ends_with(".db");
        let mut state = self.state.lock().unwrap();
        if !state.files.contains_key(name) {
            if !may_create {
                return Err(ErrorKind::NotFound.into());
            }
            state.files.insert(name.to_owned(), Content::default());
        }
        Ok(File { disk: self.clone(), name: name.to_owned(), lock: LockKind::None })
    }

    fn delete(&self, name: &str) -> io::Result<()> {
        self.operate(|state| state.files.remove(name).map(|_| ()).ok_or(ErrorKind::NotFound.into()))
    }

    fn exists(&self, name: &str) -> io::Result<bool> {
        Ok(self.state.lock().unwrap().files.contains_key(name))
    }

    fn temporary_name(&self) -> String {
        "temporary".into()
    }

    fn random(&self, buffer: &mut [i8]) {
        // Salts of the log have to differ from one log to the next, no more.
        let done = self.state.lock().unwrap().done;
        for (n, byte) in buffer.iter_mut().enumerate() {
            *byte = (done.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(n as u32 * 7) & 0x7f) as i8;
        }
    }

    fn sleep(&self, duration: Duration) -> Duration {
        std::thread::yield_now();
        duration
    }

    fn full_pathname<'a>(&self, name: &'a str) -> io::Result<Cow<'a, str>> {
        Ok(name.into())
    }
}

impl DatabaseHandle for File {
    type WalIndex = NoSharedMemory;

    fn size(&self) -> io::Result<u64> {
        let state = self.disk.state.lock().unwrap();
        Ok(state.files.get(&self.name).map_or(0, |content| content.now.len() as u64))
    }

    fn read_exact_at(&mut self, buffer: &mut [u8], offset: u64) -> io::Result<()> {
        let state = self.disk.state.lock().unwrap();
        let bytes = state.files.get(&self.name).map(|content| content.now.as_slice()).unwrap_or_default();
        let there = bytes.get(usize::try_from(offset).unwrap()..).unwrap_or_default();
        let n = there.len().min(buffer.len());
        buffer[..n].copy_from_slice(&there[..n]);
        // SQLite wants zeros after the end.
        buffer[n..].fill(0);
        if n < buffer.len() { Err(ErrorKind::UnexpectedEof.into()) } else { Ok(()) }
    }

    fn write_all_at(&mut self, data: &[u8], offset: u64) -> io::Result<()> {
        let at = usize::try_from(offset).unwrap();
        self.with(|content| {
            write_at(&mut content.now, at, data);
            content.since.push(Done::Wrote(at, data.to_vec()));
            Ok(())
        })
    }

    fn sync(&mut self, _: bool) -> io::Result<()> {
        let lies = self.disk.honest == Honest::Lies;
        self.with(|content| {
            if !lies {
                content.durable.clone_from(&content.now);
                content.since.clear();
            }
            Ok(())
        })
    }

    fn set_len(&mut self, size: u64) -> io::Result<()> {
        let size = usize::try_from(size).unwrap();
        self.with(|content| {
            content.now.resize(size, 0);
            content.since.push(Done::Cut(size));
            Ok(())
        })
    }

    fn lock(&mut self, lock: LockKind) -> io::Result<bool> {
        // One connection alone.
        self.lock = lock;
        Ok(true)
    }

    fn reserved(&mut self) -> io::Result<bool> {
        Ok(false)
    }

    fn current_lock(&self) -> io::Result<LockKind> {
        Ok(self.lock)
    }

    fn wal_index(&self, _: bool) -> io::Result<NoSharedMemory> {
        Err(ErrorKind::Unsupported.into())
    }
}

/// One connection alone keeps the index of the log to itself.
#[derive(Debug)]
pub struct NoSharedMemory;

impl wip::WalIndex for NoSharedMemory {
    fn enabled() -> bool {
        false
    }

    fn map(&mut self, _: u32) -> io::Result<[u8; 32768]> {
        Err(ErrorKind::Unsupported.into())
    }

    fn lock(&mut self, _: Range<u8>, _: wip::WalIndexLock) -> io::Result<bool> {
        Err(ErrorKind::Unsupported.into())
    }

    fn delete(self) -> io::Result<()> {
        Ok(())
    }
}
