// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The verbs.

use std::{
    fs::File,
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, Sender, channel, sync_channel},
    },
    thread::JoinHandle,
    time::Instant,
};

use chrono::NaiveDate;
use rand::{SeedableRng, rngs::StdRng};
use rusqlite::{Connection, OpenFlags};
use sha2::{Digest, Sha256};
use varco_core::{
    booking::Booking,
    gate::Event,
    ids::{BookingId, CourtId, GestureKey, OfficeId, PersonId, ServiceId, StationId},
    receipt::{KeyId, NameKey},
    schedule::{Audience, DayPlan},
    time::{Millis, day_bounds},
};
use varco_store::{
    ActAnswer, ActRequest, BackupReport, BookRefusal, BookingChange, Caller, Changed, Damage, Details, Health,
    JournalRow, Live, Named, NewBooking, NewKey, NewPerson, Places, Progress, Secret, SignIn, Store, StoreError,
    Structure, VerifyReport,
    seal::{NamesKey, Opener},
};

use crate::{
    act::{self, Before, to_json},
    alter, book,
    checkpoint::Checkpoints,
    fault::fault,
    folder::Folder,
    journal::{self, Beside, COLUMNS, Stored},
    names,
    options::Options,
    places, rows, schema, setup,
    sql::Sql,
    staff::{self, Way},
    state::{self, Setup},
    verify,
    writer::{Job, Shared, Tx, Waiting, Worker},
};

/// Bookings that are made in one transaction.
const CHUNK: usize = 200;

/// A data folder, open.
pub struct SqliteStore {
    folder: Folder,
    options: Options,
    shared: Arc<Shared>,
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
    readers: Mutex<Vec<Connection>>,
    entropy: Mutex<StdRng>,
    checking: Option<verify::Background>,
    /// Says to others that the folder is in use.
    _in_use: Option<File>,
}

impl std::fmt::Debug for SqliteStore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SqliteStore").field("folder", &self.folder.0).finish_non_exhaustive()
    }
}

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
    let thread = std::thread::Builder::new().name("varco-writer".into()).spawn(move || worker.work(&received));
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
        jobs: Some(jobs),
        thread: Some(thread),
        readers: Mutex::new(Vec::new()),
        entropy: Mutex::new(entropy),
        checking,
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

impl SqliteStore {
    pub(crate) fn ask(&self, job: Job) -> Result<(), StoreError> {
        let gone = || StoreError::Engine("the writing thread has ended".into());
        self.jobs.as_ref().ok_or_else(gone)?.send(job).map_err(|_| gone())
    }

    /// Runs something on the writing thread.
    pub(crate) fn on_writer<T: Send + 'static>(
        &self,
        task: impl FnOnce(&mut Worker) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (reply, answer) = sync_channel(1);
        self.ask(Job::Task(Box::new(move |worker| {
            // Whoever asked may be gone: then nobody waits for the answer.
            let _ = reply.send(task(worker));
        })))?;
        answer.recv().map_err(|_| StoreError::Engine("the writing thread has ended".into()))?
    }

    fn write<T: Send + 'static>(
        &self,
        now: Millis,
        body: impl FnMut(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.on_writer(move |worker| worker.transaction(now, body))
    }

    /// Reads on a connection that no other thread uses meanwhile.
    pub(crate) fn read<T>(&self, body: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        if self.options.alone {
            return Err(StoreError::Busy);
        }
        let free = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let db = free.map_or_else(|| connect(&self.folder, &self.options), Ok)?;
        let value = body(&db);
        self.readers.lock().unwrap_or_else(PoisonError::into_inner).push(db);
        value
    }

    fn court(&self) -> Result<CourtId, StoreError> {
        match self.shared.live().structure.court.id {
            CourtId(0) => Err(StoreError::Empty),
            id => Ok(id),
        }
    }

    fn fresh(&self) -> StdRng {
        StdRng::from_rng(&mut *self.entropy.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn try_sign_in(&self, person: PersonId, way: Way, secret: &Secret, now: Millis) -> Result<SignIn, StoreError> {
        let tried = match self.write(now, move |tx| staff::begin_try(tx, person, way, now))? {
            Ok(tried) => tried,
            Err(answer) => return Ok(answer),
        };
        let right = tried.is_right(secret);
        self.write(now, move |tx| staff::end_try(tx, person, &tried, right, now))
    }

    /// Transactions that this process has committed since it opened the folder.
    #[must_use]
    pub fn commits(&self) -> u64 {
        self.shared.commits()
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder.0
    }
}

impl Drop for SqliteStore {
    fn drop(&mut self) {
        self.jobs = None;
        self.checking = None;
        if let Some(thread) = self.thread.take() {
            // Everything acknowledged is on disk already.
            let _ = thread.join();
        }
    }
}

impl Store for SqliteStore {
    fn look(&self, see: &mut dyn FnMut(&Live)) {
        see(&self.shared.live());
    }

    fn refresh(&self) -> Result<bool, StoreError> {
        self.on_writer(Worker::refresh)
    }

    fn turn_to(&self, date: NaiveDate) -> Result<(), StoreError> {
        self.on_writer(move |worker| worker.turn_to(date))
    }

    fn act(&self, request: ActRequest) -> Result<ActAnswer, StoreError> {
        let (reply, answer) = sync_channel(1);
        self.ask(Job::Act(Box::new(Waiting { request, asked: Instant::now(), reply })))?;
        answer.recv().map_err(|_| StoreError::Engine("the writing thread has ended".into()))?
    }

    fn decide_only(&self, request: &ActRequest) -> ActAnswer {
        // Without a readable disk the door goes on with what it knows.
        let found = self.read(|db| act::unknown(db, request, &self.shared.live().day)).unwrap_or_default();
        if !found.is_empty() {
            let day = &mut self.shared.live_mut().day;
            for booking in found {
                // What the writer has published meanwhile is newer.
                if !day.bookings.contains_key(&booking.id) {
                    day.put(booking);
                }
            }
        }
        let started = Instant::now();
        let outcome = act::decide(request, &self.shared.live()).map(|acted| acted.decision);
        ActAnswer { outcome, repeated: false, decide_us: act::micros(started), durable_us: 0 }
    }

    fn record(&self, caller: &Caller, events: Vec<Event>) -> Result<(), StoreError> {
        let caller = caller.clone();
        let digest = Sha256::digest(to_json(&events)?).into();
        self.write(caller.machine, move |tx| {
            if let Some(before) = Before::find(tx.db, caller.key)? {
                return before.answer::<()>(&digest);
            }
            let mut beside = Beside {
                gesture: Some(caller.key.0.to_be_bytes()),
                digest: Some(digest),
                answer: Some("null".into()),
                proof: None,
            };
            for event in &events {
                tx.append(event.clone(), std::mem::take(&mut beside), caller.now, caller.machine)?;
            }
            Ok(())
        })
    }

    fn install(&self, structure: Structure, people: Vec<NewPerson>, now: Millis) -> Result<NewKey, StoreError> {
        let mut entropy = self.fresh();
        let names = NamesKey::generate(&mut entropy);
        let (sign_in, for_names) = (self.options.sign_in_cost, self.options.names_cost);
        let people: Vec<_> =
            people.iter().map(|p| staff::hash(p, Some(&names), sign_in, for_names, &mut entropy)).collect();
        self.write(now, move |tx| staff::install(tx, &structure, &people, &names, now))
    }

    fn save_structure(&self, structure: Structure, now: Millis) -> Result<(), StoreError> {
        self.write(now, move |tx| {
            if tx.court()? != structure.court.id {
                return Err(StoreError::Engine("this folder belongs to another court".into()));
            }
            setup::write(tx.db, &structure)?;
            setup::changed(tx, now)
        })
    }

    fn book(&self, key: GestureKey, new: NewBooking, now: Millis) -> Result<Result<Changed, BookRefusal>, StoreError> {
        self.write(now, move |tx| book::book(tx, key, &new, now))
    }

    fn book_all(
        &self,
        new: Vec<(GestureKey, NewBooking)>,
        now: Millis,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Vec<Result<Changed, BookRefusal>>, StoreError> {
        let of = new.len() as u64;
        let mut answers = Vec::with_capacity(new.len());
        let mut rest = new.into_iter();
        loop {
            let chunk: Vec<_> = rest.by_ref().take(CHUNK).collect();
            if chunk.is_empty() {
                return Ok(answers);
            }
            let made = self.write(now, move |tx| {
                chunk.iter().map(|(key, new)| book::book(tx, *key, new, now)).collect::<Result<Vec<_>, _>>()
            })?;
            answers.extend(made);
            progress(Progress { done: answers.len() as u64, of });
        }
    }

    fn change(
        &self,
        key: GestureKey,
        booking: BookingId,
        change: BookingChange,
        opener: Option<&Opener>,
        now: Millis,
    ) -> Result<Result<Changed, BookRefusal>, StoreError> {
        let opener = opener.cloned();
        self.write(now, move |tx| alter::change(tx, key, booking, &change, opener.as_ref(), now))
    }

    fn booking(&self, id: BookingId) -> Result<Option<Booking>, StoreError> {
        let court = self.court()?;
        self.read(|db| rows::booking(db, court, id))
    }

    fn places(
        &self,
        office: OfficeId,
        service: Option<ServiceId>,
        audience: Audience,
        date: NaiveDate,
    ) -> Result<Vec<Places>, StoreError> {
        let court = self.court()?;
        let (schedule, minutes) = {
            let live = self.shared.live();
            let minutes = service.and_then(|id| live.day.services.get(&id)).map_or(0, |s| s.minutes);
            (live.day.schedules.get(&office).cloned(), minutes)
        };
        let Some(schedule) = schedule else { return Ok(Vec::new()) };
        let plan = DayPlan::new(&schedule, date);
        let (start, end) = day_bounds(schedule.zone, date);
        let used = self.read(|db| places::used(db, court, office, start, end))?;
        let place = |slot: varco_core::schedule::Slot| {
            let needed = places::needed(&plan, &slot, minutes)?;
            let (desks_left, persons_left) = places::left(&needed, slot.pool, &used);
            Some(Places { start: slot.start, end: slot.end, pool: slot.pool.0, desks_left, persons_left })
        };
        Ok(plan.slots(audience).into_iter().filter_map(place).collect())
    }

    fn add_person(&self, new: NewPerson, names: Option<&NamesKey>, now: Millis) -> Result<PersonId, StoreError> {
        let (sign_in, for_names) = (self.options.sign_in_cost, self.options.names_cost);
        let hashed = staff::hash(&new, names, sign_in, for_names, &mut self.fresh());
        self.write(now, move |tx| staff::add(tx, &hashed, now))
    }

    fn sign_in(&self, person: PersonId, pin: &Secret, now: Millis) -> Result<SignIn, StoreError> {
        self.try_sign_in(person, Way::Pin, pin, now)
    }

    fn sign_in_by_password(&self, person: PersonId, password: &Secret, now: Millis) -> Result<SignIn, StoreError> {
        self.try_sign_in(person, Way::Password, password, now)
    }

    fn details_by_receipt(&self, booking: BookingId, key: &NameKey) -> Result<Option<Details>, StoreError> {
        let court = self.court()?;
        self.read(|db| names::details(db, court, booking, &Opener::Receipt(*key)))
    }

    fn details_by_names_key(&self, booking: BookingId, key: &NamesKey) -> Result<Option<Details>, StoreError> {
        let court = self.court()?;
        self.read(|db| names::details(db, court, booking, &Opener::Names(key.clone())))
    }

    fn unlock_names(&self, person: PersonId, passphrase: &Secret) -> Result<Option<NamesKey>, StoreError> {
        self.read(|db| staff::unlock(db, person, passphrase))
    }

    fn names_of_day(&self, key: &NamesKey) -> Result<Vec<Named>, StoreError> {
        let court = self.court()?;
        let ids: Vec<BookingId> = {
            let live = self.shared.live();
            let zone = live.structure.sites.first().map(|s| s.zone).unwrap_or_default();
            let (start, end) = day_bounds(zone, live.day.date);
            let day = live.day.bookings.values().filter(|b| (start..end).contains(&b.start));
            day.map(|b| b.id).collect()
        };
        let opener = Opener::Names(key.clone());
        self.read(|db| {
            let mut named = Vec::new();
            for booking in ids {
                if let Some(details) = names::details(db, court, booking, &opener)? {
                    named.push(Named { booking, details });
                }
            }
            Ok(named)
        })
    }

    fn forget(&self, booking: BookingId, now: Millis) -> Result<bool, StoreError> {
        if self.booking(booking)?.is_none() {
            return Ok(false);
        }
        // In the register first: a deletion that was asked for is never lost.
        self.folder.remember_forgotten(booking, now)?;
        let done = self.write(now, move |tx| alter::forget(tx, booking, now))?;
        // The log may hold the pages as they were.
        self.on_writer(Worker::empty_log)?;
        Ok(done)
    }

    fn make_key(&self, now: Millis) -> Result<NewKey, StoreError> {
        self.write(now, move |tx| staff::make_key(tx, now))
    }

    fn revoke_key(&self, kid: KeyId, now: Millis) -> Result<bool, StoreError> {
        self.write(now, move |tx| staff::revoke_key(tx, kid, now))
    }

    fn journal(&self, after: i64, limit: usize) -> Result<Vec<JournalRow>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM journal WHERE row > $1 ORDER BY row LIMIT $2");
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let stored = self.read(|db| db.all(&sql, [after, limit], Stored::read))?;
        stored.iter().map(Stored::public).collect()
    }

    fn backup(&self, to: &Path, progress: &mut dyn FnMut(Progress)) -> Result<BackupReport, StoreError> {
        self.read(|db| crate::backup::backup(db, to, progress))
    }

    fn verify(&self) -> Result<VerifyReport, StoreError> {
        self.read(verify::verify)
    }

    fn health(&self) -> Health {
        self.shared.health().clone()
    }
}
