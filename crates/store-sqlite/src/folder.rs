// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The files of a data folder: `varco.db` with SQLite's own two beside it, `lock`, `reserve`, `forgotten`.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use varco_core::{ids::BookingId, time::Millis};
use varco_store::{Damage, StoreError};

use crate::fault::io_fault;

/// The first bytes of every SQLite file.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// The data folder.
#[derive(Debug, Clone)]
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    /// Makes it where it is missing, for nobody else to read.
    pub(crate) fn make(path: &Path) -> Result<Self, StoreError> {
        if !path.is_dir() {
            fs::create_dir_all(path).map_err(io_fault)?;
            only_mine(path, 0o700)?;
        }
        Ok(Self(path.to_owned()))
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.0.join("varco.db")
    }

    pub(crate) fn log(&self) -> PathBuf {
        self.0.join("varco.db-wal")
    }

    pub(crate) fn reserve(&self) -> PathBuf {
        self.0.join("reserve")
    }

    /// Register of what was deleted: ids only.
    pub(crate) fn forgotten(&self) -> PathBuf {
        self.0.join("forgotten")
    }

    /// Refuses a file that is no database before SQLite sees it; makes an empty one, readable for nobody else.
    pub(crate) fn check_header(&self) -> Result<(), StoreError> {
        let mut head = Vec::new();
        match File::open(self.database()) {
            Ok(file) => file.take(MAGIC.len() as u64).read_to_end(&mut head).map_err(io_fault)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                File::create_new(self.database()).map_err(io_fault)?;
                only_mine(&self.database(), 0o600)?;
                sync_dir(&self.0)?;
                0
            }
            Err(error) => return Err(io_fault(error)),
        };
        if head.is_empty() || head == MAGIC { Ok(()) } else { Err(StoreError::Damaged(Damage::Header)) }
    }

    /// Says to others that the folder is in use, for as long as the file is open.
    pub(crate) fn share(&self) -> Result<Option<File>, StoreError> {
        match self.lock_file() {
            Ok(file) => match file.try_lock_shared() {
                Ok(()) => Ok(Some(file)),
                Err(fs::TryLockError::WouldBlock) => Err(StoreError::Busy),
                // A file system without locks: nothing to say it with.
                Err(fs::TryLockError::Error(_)) => Ok(None),
            },
            Err(_) => Ok(None),
        }
    }

    /// Takes the folder for itself; [`StoreError::Busy`] while others have it open.
    pub(crate) fn seize(&self) -> Result<File, StoreError> {
        let file = self.lock_file().map_err(io_fault)?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(fs::TryLockError::WouldBlock) => Err(StoreError::Busy),
            Err(fs::TryLockError::Error(error)) => Err(io_fault(error)),
        }
    }

    fn lock_file(&self) -> io::Result<File> {
        OpenOptions::new().create(true).truncate(false).write(true).open(self.0.join("lock"))
    }

    /// Keeps space back. Written in full, so that the file system has really given it.
    pub(crate) fn fill_reserve(&self, bytes: u64) -> Result<(), StoreError> {
        let reserve = self.reserve();
        if bytes == 0 || fs::metadata(&reserve).is_ok_and(|m| m.len() == bytes) {
            return Ok(());
        }
        let half_made = self.0.join("reserve.part");
        let made = write_reserve(&half_made, bytes).and_then(|()| fs::rename(&half_made, &reserve));
        if made.is_err() {
            // Half a reserve would only take space away.
            let _ = fs::remove_file(&half_made);
        }
        made.map_err(io_fault)
    }

    /// Gives the space back; false when there was none.
    pub(crate) fn free_reserve(&self) -> bool {
        fs::remove_file(self.reserve()).is_ok()
    }

    /// Writes into the register, on disk before the rows are deleted.
    pub(crate) fn remember_forgotten(&self, booking: BookingId, at: Millis) -> Result<(), StoreError> {
        let mut file = OpenOptions::new().create(true).append(true).open(self.forgotten()).map_err(io_fault)?;
        only_mine(&self.forgotten(), 0o600)?;
        writeln!(file, "{booking} {at}").and_then(|()| file.sync_all()).map_err(io_fault)
    }

    /// Reads the register. A line cut off by a crash is passed over: its deletion was not acknowledged.
    pub(crate) fn read_forgotten(&self) -> Vec<BookingId> {
        let text = fs::read_to_string(self.forgotten()).unwrap_or_default();
        text.lines().filter_map(|line| line.get(..12)?.parse().ok()).collect()
    }
}

fn write_reserve(path: &Path, bytes: u64) -> io::Result<()> {
    let mut file = File::create(path)?;
    // Bytes that do not compress: on some file systems zeros take no space.
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut chunk = vec![0_u8; 1 << 20];
    let mut left = bytes;
    while left > 0 {
        for word in chunk.chunks_exact_mut(8) {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            word.copy_from_slice(&state.to_le_bytes());
        }
        let n = left.min(chunk.len() as u64);
        file.write_all(&chunk[..usize::try_from(n).unwrap_or(chunk.len())])?;
        left -= n;
    }
    file.sync_all()
}

/// Makes a new name in a folder durable. Windows has no such call and needs none.
pub(crate) fn sync_dir(path: &Path) -> Result<(), StoreError> {
    if cfg!(unix) { File::open(path).and_then(|dir| dir.sync_all()).map_err(io_fault) } else { Ok(()) }
}

#[cfg(unix)]
fn only_mine(path: &Path, mode: u32) -> Result<(), StoreError> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).map_err(io_fault)
}

/// On Windows a folder of the user's own profile is closed to others already.
#[cfg(not(unix))]
fn only_mine(_: &Path, _: u32) -> Result<(), StoreError> {
    Ok(())
}
