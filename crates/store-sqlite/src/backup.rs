// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Copies while in use, and the way back from one.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{
    Connection, OpenFlags,
    backup::{Backup, StepResult},
};
use varco_store::{BackupReport, Damage, Progress, StoreError, VerifyReport};

use crate::{
    fault::{fault, io_fault},
    folder::{Folder, only_mine, sync_dir},
    schema, verify,
};

/// Pages copied at once.
const PAGES: i32 = 512;

/// Copies a database while others write to it: beside its name, checked, synced, then renamed.
pub(crate) fn backup(
    db: &Connection,
    to: &Path,
    progress: &mut dyn FnMut(Progress),
) -> Result<BackupReport, StoreError> {
    let part = beside(to, ".part");
    let made = copy(db, &part, progress).and_then(|report| {
        fs::rename(&part, to).map_err(io_fault)?;
        to.parent().filter(|p| !p.as_os_str().is_empty()).map_or(Ok(()), sync_dir)?;
        Ok(report)
    });
    if made.is_err() {
        // Half a copy is worse than none.
        let _ = fs::remove_file(&part);
    }
    made
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

fn copy(db: &Connection, part: &Path, progress: &mut dyn FnMut(Progress)) -> Result<BackupReport, StoreError> {
    fs::File::create(part).map_err(io_fault)?;
    only_mine(part, 0o600)?;
    let mut copy = Connection::open(part).map_err(fault)?;
    // One moment of the file for the whole copy: it does not begin again when somebody writes meanwhile.
    db.execute_batch("BEGIN; SELECT COUNT(*) FROM meta;").map_err(fault)?;
    let copied = copy_pages(db, &mut copy, progress);
    // Only reading: nothing to keep.
    let _ = db.execute_batch("ROLLBACK");
    copied?;
    // One file, without a log beside it.
    copy.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(())).map_err(fault)?;
    let report = sound(&copy)?;
    copy.close().map_err(|(_, error)| fault(error))?;
    let file = fs::File::options().write(true).open(part).map_err(io_fault)?;
    file.sync_all().map_err(io_fault)?;
    let bytes = file.metadata().map_err(io_fault)?.len();
    let rows = report.findings.iter().find(|f| f.what == "chain").map_or(0, |f| f.rows);
    Ok(BackupReport { bytes, head: report.head, rows })
}

fn copy_pages(db: &Connection, copy: &mut Connection, progress: &mut dyn FnMut(Progress)) -> Result<(), StoreError> {
    let running = Backup::new(db, copy).map_err(fault)?;
    loop {
        let step = running.step(PAGES).map_err(fault)?;
        let at = running.progress();
        let of = u64::try_from(at.pagecount).unwrap_or_default();
        progress(Progress { done: of.saturating_sub(u64::try_from(at.remaining).unwrap_or_default()), of });
        match step {
            StepResult::Done => return Ok(()),
            StepResult::More => {}
            // The log is being moved: that takes milliseconds.
            _ => std::thread::sleep(Duration::from_millis(5)),
        }
    }
}

/// The report of a database in which everything holds.
fn sound(db: &Connection) -> Result<VerifyReport, StoreError> {
    let report = verify::verify(db)?;
    match report.findings.iter().find(|f| !f.ok) {
        None => Ok(report),
        Some(bad) => {
            Err(StoreError::Damaged(Damage::Integrity(bad.detail.clone().unwrap_or_else(|| bad.what.clone()))))
        }
    }
}

/// Puts a copy in the place of a data folder. The old files are moved into a folder inside it, never deleted. What has
/// been forgotten since the copy was made is forgotten again when the folder is opened.
///
/// # Errors
/// [`StoreError::Busy`] while a program has the folder open; [`StoreError::Damaged`], [`StoreError::Newer`] or
/// [`StoreError::Empty`] when the copy is damaged, of a newer program or without a court: then nothing was changed.
pub fn restore(from: &Path, folder: &Path) -> Result<(), StoreError> {
    let folder = Folder::make(folder)?;
    let _seized = folder.seize()?;
    let part = folder.0.join("varco.db.part");
    let ready = prepare(from, &part);
    if ready.is_err() {
        // What cannot be used is not left lying about.
        let _ = fs::remove_file(&part);
        return ready;
    }
    keep_register(&folder)?;
    set_aside(&folder)?;
    fs::rename(&part, folder.database()).map_err(io_fault)?;
    sync_dir(&folder.0)
}

/// A checked copy of the copy, in this program's version, on disk.
fn prepare(from: &Path, part: &Path) -> Result<(), StoreError> {
    Folder::check_magic(from)?;
    fs::copy(from, part).map_err(io_fault)?;
    only_mine(part, 0o600)?;
    let db = Connection::open(part).map_err(fault)?;
    if schema::version(&db)? == 0 {
        return Err(StoreError::Empty);
    }
    schema::migrate(&db)?;
    sound(&db)?;
    db.close().map_err(|(_, error)| fault(error))?;
    fs::File::options().write(true).open(part).and_then(|file| file.sync_all()).map_err(io_fault)
}

/// The register of deletions is a file of the folder and stays in it. What only the old database knows is added.
fn keep_register(folder: &Folder) -> Result<(), StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    // A damaged database may say nothing any more; the file says it then.
    let Ok(old) = Connection::open_with_flags(folder.database(), flags) else { return Ok(()) };
    let said = old.prepare("SELECT booking, at FROM forgotten").and_then(|mut statement| {
        let rows = statement.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)))?;
        rows.collect::<Result<Vec<_>, _>>()
    });
    let known = folder.read_forgotten();
    for (id, at) in said.unwrap_or_default() {
        let id = varco_core::ids::BookingId::new(id.cast_unsigned());
        if !known.contains(&id) {
            folder.remember_forgotten(id, varco_core::time::Millis(at))?;
        }
    }
    Ok(())
}

/// Keeps the old files. The log goes first: a log beside a database that it does not belong to would be read into it.
fn set_aside(folder: &Folder) -> Result<(), StoreError> {
    let old = |name: &str| folder.0.join(name);
    if !folder.database().exists() {
        return Ok(());
    }
    let Some(aside) = (1..).map(|n| old(&format!("aside-{n}"))).find(|p| !p.exists()) else { return Ok(()) };
    fs::create_dir(&aside).map_err(io_fault)?;
    only_mine(&aside, 0o700)?;
    for name in ["varco.db-wal", "varco.db-shm", "varco.db"] {
        if !old(name).exists() {
            continue;
        }
        // The database itself stays until the other takes its name: there is never none.
        if name != "varco.db" || fs::hard_link(old(name), aside.join(name)).is_err() {
            fs::rename(old(name), aside.join(name)).map_err(io_fault)?;
        }
    }
    sync_dir(&aside)?;
    sync_dir(&folder.0)
}
