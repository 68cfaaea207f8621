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

/// The smallest page that a database can have.
const SMALLEST: u64 = 512;

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

    pub(crate) fn reserve(&self) -> PathBuf {
        self.0.join("reserve")
    }

    /// Register of what was deleted: ids only.
    pub(crate) fn forgotten(&self) -> PathBuf {
        self.0.join("forgotten")
    }

    /// Makes an empty file on the first start, readable for nobody else. Where there was a database before, a missing or
    /// empty file is damage, not a first start.
    ///
    /// The file is not opened for a look: closing it again would take away the locks of another connection of this
    /// process (POSIX). What is no database SQLite says itself.
    pub(crate) fn check_database(&self) -> Result<(), StoreError> {
        let length = match fs::metadata(self.database()) {
            Ok(found) => Some(found.len()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(io_fault(error)),
        };
        match length {
            // SQLite would take so short a file for an empty one.
            Some(1..SMALLEST) => return Err(StoreError::Damaged(Damage::Header)),
            Some(SMALLEST..) => return Ok(()),
            _ if self.0.join("place").exists() => return Err(StoreError::Damaged(Damage::Header)),
            Some(0) => {}
            None => match File::create_new(self.database()) {
                Ok(_) => sync_dir(&self.0)?,
                // Another process was quicker.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(io_fault(error)),
            },
        }
        only_mine(&self.database(), 0o600)
    }

    /// Refuses a file that is no database.
    pub(crate) fn check_magic(path: &Path) -> Result<(), StoreError> {
        let mut head = Vec::new();
        let file = File::open(path).map_err(io_fault)?;
        file.take(MAGIC.len() as u64).read_to_end(&mut head).map_err(io_fault)?;
        if head == MAGIC { Ok(()) } else { Err(StoreError::Damaged(Damage::Header)) }
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
            Err(error) => Err(io_fault(error)),
        }
    }

    /// Asks the file system what SQLite could not say: that it is full, or read-only.
    pub(crate) fn what_is_wrong(&self, error: StoreError) -> StoreError {
        if !matches!(error, StoreError::Engine(_)) {
            return error;
        }
        let probe = self.0.join("probe");
        let written = fs::write(&probe, [1; 4096]);
        // It may not be there.
        let _ = fs::remove_file(&probe);
        match written.map_err(io_fault) {
            Err(found @ (StoreError::Full | StoreError::ReadOnly)) => found,
            _ => error,
        }
    }

    /// False when the database is not the file that was here the last time: the folder was copied, or a file put in.
    pub(crate) fn is_at_home(&self) -> bool {
        let Some(place) = self.place() else { return false };
        fs::read_to_string(self.0.join("place")).is_ok_and(|kept| kept == place)
    }

    /// Remembers which file it is, once it has been checked.
    pub(crate) fn settle(&self) -> Result<(), StoreError> {
        match self.place() {
            Some(place) => fs::write(self.0.join("place"), place).map_err(io_fault),
            None => Ok(()),
        }
    }

    #[cfg(unix)]
    fn place(&self) -> Option<String> {
        use std::os::unix::fs::MetadataExt;
        let of = fs::metadata(self.database()).ok()?;
        // The number of a device may change from start to start.
        Some(of.ino().to_string())
    }

    #[cfg(not(unix))]
    fn place(&self) -> Option<String> {
        let made = fs::metadata(self.database()).and_then(|m| m.created()).ok()?;
        let since = made.duration_since(std::time::UNIX_EPOCH).ok()?;
        Some(format!("{} {}", self.0.display(), since.as_nanos()))
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
pub(crate) fn only_mine(path: &Path, mode: u32) -> Result<(), StoreError> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).map_err(io_fault)
}

/// On Windows a folder of the user's own profile is closed to others already.
#[cfg(not(unix))]
pub(crate) fn only_mine(_: &Path, _: u32) -> Result<(), StoreError> {
    Ok(())
}
