// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Opening a data folder: what is checked before anything is believed, and who is started.

use std::{
    path::Path,
    sync::{
        Arc, Mutex,
        mpsc::{Receiver, Sender, channel},
    },
};

use chrono::NaiveDate;
use rand::{SeedableRng, rngs::StdRng};
use rusqlite::{Connection, OpenFlags};
use varco_core::ids::StationId;
use varco_store::{Damage, Health, StoreError};

use crate::{
    SqliteStore,
    checkpoint::Checkpoints,
    fault::fault,
    folder::Folder,
    journal,
    options::Options,
    schema, setup,
    shared::{Job, Shared},
    state::{self, Setup},
    unwritten::Unwritten,
    verify,
    writer::Worker,
};

/// Opens a data folder, and makes it where it is missing. `station` is who writes into the journal.
///
/// # Errors
/// [`StoreError::Newer`] for a folder of a newer program, [`StoreError::Damaged`] when the file is no database, or its
/// journal is broken on the last day; otherwise what the disk says.
pub fn open(folder: &Path, station: StationId, options: Options) -> Result<SqliteStore, StoreError> {
    let folder = Folder::make(folder)?;
    let in_use = folder.share()?;
    folder.check_database()?;
    let mut health = Health::default();
    let db = match first_connection(&folder, &options) {
        // A start on a full disk: the reserve is for this too.
        Err(StoreError::Full) if folder.free_reserve() => first_connection(&folder, &options)?,
        done => done?,
    };
    if !folder.is_at_home() {
        be_sure(&db)?;
        // When it cannot be written down the next start checks again.
        let _ = folder.settle();
    }
    if folder.fill_reserve(options.reserve_bytes).is_err() {
        health.reserve_freed = true;
    }
    db.execute_batch("BEGIN").map_err(fault)?;
    let setup = setup::read(&db)?.map(Arc::new);
    let head = journal::head(&db, station)?;
    check_last_day(&db, &head)?;
    let data_version = db.pragma_query_value(None, "data_version", |row| row.get(0)).map_err(fault)?;
    db.execute_batch("COMMIT").map_err(fault)?;
    health.written_at = head.at;
    let live = match &setup {
        Some(setup) => state::blank(setup, NaiveDate::default(), &head),
        None => state::blank(&Setup::blank(), NaiveDate::default(), &head),
    };
    let shared = Arc::new(Shared::new(live, health));
    let mut entropy = source(&options);
    let worker = Worker {
        db,
        folder: folder.clone(),
        shared: Arc::clone(&shared),
        setup,
        head,
        origin: station,
        entropy: StdRng::from_rng(&mut entropy),
        checkpoints: if options.alone { Checkpoints::own() } else { Checkpoints::start(connect(&folder, &options)?) },
        draft: None,
        data_version,
        pending: std::collections::VecDeque::new(),
        company: 1,
        commit_time: std::time::Duration::ZERO,
        log_is_long: false,
    };
    let (jobs, received): (Sender<Job>, Receiver<Job>) = channel();
    let worker = Arc::new(Mutex::new(worker));
    let at_work = Arc::clone(&worker);
    let thread = std::thread::Builder::new().name("varco-writer".into());
    let thread = thread.spawn(move || crate::writer::work(&at_work, &received));
    let thread = thread.map_err(crate::fault::io_fault)?;
    let checking = if options.check_in_background && !options.alone {
        verify::Background::start(connect(&folder, &options)?, &shared, options.clock.clone())
    } else {
        None
    };
    let store = SqliteStore {
        folder,
        options,
        shared,
        worker,
        jobs: Some(jobs),
        thread: Some(thread),
        readers: Mutex::new(Vec::new()),
        entropy: Mutex::new(entropy),
        checking,
        unwritten: Unwritten::default(),
        strangers: Arc::default(),
        _in_use: in_use,
    };
    store.on_writer(Worker::forget_registered)?;
    Ok(store)
}

fn first_connection(folder: &Folder, options: &Options) -> Result<Connection, StoreError> {
    let db = connect(folder, options).map_err(|error| folder.what_is_wrong(error))?;
    schema::migrate(&db).map_err(|error| folder.what_is_wrong(error))?;
    Ok(db)
}

/// Checks everything before a folder is used that is not where it was: files that were copied one after the other while
/// in use may not fit each other.
fn be_sure(db: &Connection) -> Result<(), StoreError> {
    let wrong = verify::verify(db)?.findings.into_iter().find(|f| !f.ok);
    wrong.map_or(Ok(()), |f| Err(StoreError::Damaged(Damage::Integrity(f.detail.unwrap_or(f.what)))))
}

fn source(options: &Options) -> StdRng {
    options.seed.map_or_else(rand::make_rng, StdRng::from_seed)
}

/// A connection as every one of ours is.
pub(crate) fn connect(folder: &Folder, options: &Options) -> Result<Connection, StoreError> {
    // Without SQLite's own mutex: each connection is used by one thread at a time.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = match &options.vfs {
        None => Connection::open_with_flags(folder.database(), flags),
        Some(vfs) => Connection::open_with_flags_and_vfs(folder.database(), flags, vfs.as_str()),
    };
    let db = db.map_err(fault)?;
    db.busy_timeout(options.busy).map_err(fault)?;
    db.set_prepared_statement_cache_capacity(96);
    if options.alone {
        db.query_row("PRAGMA locking_mode = EXCLUSIVE", [], |_| Ok(())).map_err(fault)?;
    }
    let mode: String = db.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0)).map_err(fault)?;
    if mode != "wal" {
        return Err(StoreError::Engine(format!("the file system allows no log, only {mode}")));
    }
    db.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON; \
         PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 0; PRAGMA secure_delete = ON; \
         PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;",
    )
    .map_err(fault)?;
    Ok(db)
}

/// The chain of the last day that has rows: quick enough for every start.
fn check_last_day(db: &Connection, head: &journal::Head) -> Result<(), StoreError> {
    let Some(day) = head.day else { return Ok(()) };
    let Some(mut at) = journal::before_day(db, day)? else {
        return Err(StoreError::Damaged(Damage::Chain { seq: head.row }));
    };
    journal::follow(db, &mut at, StationId(0), |_| Ok(()))?;
    if at.hash == head.hash { Ok(()) } else { Err(StoreError::Damaged(Damage::Chain { seq: head.row })) }
}
