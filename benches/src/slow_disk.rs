// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! SQLite's files on the machine's own disk, with a delay added to each sync: a disk that takes its time.

use std::{
    borrow::Cow,
    fs::{self, File},
    io::{self, ErrorKind},
    ops::Range,
    path::Path,
    time::Duration,
};

use rand::{RngExt, rngs::StdRng};
use sqlite_vfs::{DatabaseHandle, LockKind, OpenAccess, OpenOptions, Vfs, wip};

/// Makes it known to SQLite under a name. For one connection alone: it knows no locks.
pub fn register(name: &str, delay: Duration) -> Result<(), sqlite_vfs::RegisterError> {
    sqlite_vfs::register(name, SlowDisk { delay }, false)
}

struct SlowDisk {
    delay: Duration,
}

struct SlowFile {
    file: File,
    delay: Duration,
    lock: LockKind,
}

impl Vfs for SlowDisk {
    type Handle = SlowFile;

    fn open(&self, name: &str, options: OpenOptions) -> io::Result<SlowFile> {
        let create = matches!(options.access, OpenAccess::Create | OpenAccess::CreateNew);
        let file = File::options().read(true).write(true).create(create).truncate(false).open(name)?;
        Ok(SlowFile { file, delay: self.delay, lock: LockKind::None })
    }

    fn delete(&self, name: &str) -> io::Result<()> {
        fs::remove_file(name)
    }

    fn exists(&self, name: &str) -> io::Result<bool> {
        Path::new(name).try_exists()
    }

    fn temporary_name(&self) -> String {
        "temporary".to_owned()
    }

    fn random(&self, buffer: &mut [i8]) {
        let mut random: StdRng = rand::make_rng();
        buffer.fill_with(|| random.random());
    }

    fn sleep(&self, duration: Duration) -> Duration {
        std::thread::sleep(duration);
        duration
    }

    fn full_pathname<'a>(&self, name: &'a str) -> io::Result<Cow<'a, str>> {
        Ok(name.into())
    }
}

impl DatabaseHandle for SlowFile {
    type WalIndex = NoSharedMemory;

    fn size(&self) -> io::Result<u64> {
        Ok(self.file.metadata()?.len())
    }

    fn read_exact_at(&mut self, buffer: &mut [u8], offset: u64) -> io::Result<()> {
        let mut read = 0;
        while read < buffer.len() {
            match read_at(&self.file, &mut buffer[read..], offset + read as u64)? {
                // SQLite wants zeros after the end.
                0 => {
                    buffer[read..].fill(0);
                    return Err(ErrorKind::UnexpectedEof.into());
                }
                n => read += n,
            }
        }
        Ok(())
    }

    fn write_all_at(&mut self, data: &[u8], offset: u64) -> io::Result<()> {
        let mut written = 0;
        while written < data.len() {
            written += write_at(&self.file, &data[written..], offset + written as u64)?;
        }
        Ok(())
    }

    fn sync(&mut self, data_only: bool) -> io::Result<()> {
        std::thread::sleep(self.delay);
        if data_only { self.file.sync_data() } else { self.file.sync_all() }
    }

    fn set_len(&mut self, size: u64) -> io::Result<()> {
        self.file.set_len(size)
    }

    fn lock(&mut self, lock: LockKind) -> io::Result<bool> {
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

#[cfg(unix)]
fn read_at(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, buffer, offset)
}

#[cfg(unix)]
fn write_at(file: &File, data: &[u8], offset: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::write_at(file, data, offset)
}

#[cfg(windows)]
fn read_at(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, buffer, offset)
}

#[cfg(windows)]
fn write_at(file: &File, data: &[u8], offset: u64) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_write(file, data, offset)
}

/// One connection alone keeps the index of the log to itself.
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
