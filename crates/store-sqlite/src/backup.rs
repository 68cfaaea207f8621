// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Copies while in use, and the way back from one.

use std::{fs, path::Path, time::Duration};

use rusqlite::{Connection, backup::Backup};
use varco_core::ids::StationId;
use varco_store::{BackupReport, Progress, Store, StoreError};

use crate::{
    Options,
    fault::{fault, io_fault, strange},
    folder::{Folder, sync_dir},
    open, verify,
};

/// Pages copied at once.
const PAGES: i32 = 512;

/// Copies a database while others write to it: beside its name, checked, synced, then renamed.
pub(crate) fn backup(
    db: &Connection,
    to: &Path,
    progress: &mut dyn FnMut(Progress),
) -> Result<BackupReport, StoreError> {
    let part = to.with_extension("part");
    let made = copy(db, &part, progress).and_then(|report| {
        fs::File::open(&part).and_then(|file| file.sync_all()).map_err(io_fault)?;
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

fn copy(db: &Connection, part: &Path, progress: &mut dyn FnMut(Progress)) -> Result<BackupReport, StoreError> {
    let _ = fs::remove_file(part);
    let mut copy = Connection::open(part).map_err(fault)?;
    {
        let running = Backup::new(db, &mut copy).map_err(fault)?;
        loop {
            let step = running.step(PAGES).map_err(fault)?;
            let at = running.progress();
            let of = u64::try_from(at.pagecount).unwrap_or_default();
            progress(Progress { done: of.saturating_sub(u64::try_from(at.remaining).unwrap_or_default()), of });
            match step {
                rusqlite::backup::StepResult::Done => break,
                rusqlite::backup::StepResult::More => {}
                // Somebody writes: their transaction takes milliseconds.
                _ => std::thread::sleep(Duration::from_millis(5)),
            }
        }
    }
    copy.execute_batch("PRAGMA journal_mode = DELETE").map_err(fault)?;
    let report = verify::verify(&copy)?;
    if let Some(bad) = report.findings.iter().find(|f| !f.ok) {
        return Err(strange(bad.detail.as_deref().unwrap_or("the copy is not sound")));
    }
    let rows = report.findings.iter().find(|f| f.what == "chain").map_or(0, |f| f.rows);
    copy.close().map_err(|(_, error)| fault(error))?;
    let bytes = fs::metadata(part).map_err(io_fault)?.len();
    Ok(BackupReport { bytes, head: report.head, rows })
}

/// Puts a copy in the place of a data folder. The old files are moved into a folder beside them, never deleted; what had
/// been forgotten since the copy was made is forgotten again.
///
/// # Errors
/// [`StoreError::Busy`] while a program has the folder open; [`StoreError::Damaged`] or [`StoreError::Engine`] when the
/// copy is not sound: then nothing was changed.
pub fn restore(from: &Path, folder: &Path) -> Result<(), StoreError> {
    let folder = Folder::make(folder)?;
    let seized = folder.seize()?;
    let part = folder.0.join("varco.db.part");
    fs::copy(from, &part).map_err(io_fault)?;
    let sound = Connection::open(&part).map_err(fault).and_then(|db| verify::verify(&db));
    let sound = sound.and_then(|report| match report.findings.into_iter().find(|f| !f.ok) {
        Some(bad) => Err(strange(bad.detail.as_deref().unwrap_or("the copy is not sound"))),
        None => Ok(()),
    });
    if let Err(error) = sound {
        let _ = fs::remove_file(&part);
        return Err(error);
    }
    set_aside(&folder)?;
    fs::File::open(&part).and_then(|file| file.sync_all()).map_err(io_fault)?;
    fs::rename(&part, folder.database()).map_err(io_fault)?;
    sync_dir(&folder.0)?;
    drop(seized);
    forget_again(&folder)
}

fn set_aside(folder: &Folder) -> Result<(), StoreError> {
    let aside = (1..).map(|n| folder.0.join(format!("aside-{n}"))).find(|p| !p.exists());
    let Some(aside) = aside else { return Ok(()) };
    let old: Vec<_> =
        ["varco.db", "varco.db-wal", "varco.db-shm"].into_iter().filter(|f| folder.0.join(f).exists()).collect();
    if old.is_empty() {
        return Ok(());
    }
    fs::create_dir(&aside).map_err(io_fault)?;
    for file in old {
        fs::rename(folder.0.join(file), aside.join(file)).map_err(io_fault)?;
    }
    sync_dir(&folder.0)
}

fn forget_again(folder: &Folder) -> Result<(), StoreError> {
    let forgotten = folder.read_forgotten();
    if forgotten.is_empty() {
        return Ok(());
    }
    let options = Options { reserve_bytes: 0, check_in_background: false, ..Options::default() };
    let store = open(&folder.0, StationId(0), options)?;
    let mut now = None;
    store.look(&mut |live| now = live.written_at);
    for booking in forgotten {
        store.forget(booking, now.unwrap_or_default())?;
    }
    Ok(())
}
