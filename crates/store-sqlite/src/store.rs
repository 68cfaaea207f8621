// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The verbs.

use std::{
    fs::File,
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Sender, sync_channel},
    },
    thread::JoinHandle,
    time::Instant,
};

use chrono::NaiveDate;
use rand::{SeedableRng, rngs::StdRng};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use varco_core::{
    access::Role,
    booking::Booking,
    gate::{Act, Event},
    ids::{BookingId, CourtId, GestureKey, OfficeId, PersonId, ServiceId},
    receipt::{KeyId, NameKey, Shown},
    schedule::Audience,
    time::{Millis, day_bounds},
};
use varco_store::{
    ActAnswer, ActRequest, BackupReport, BookRefusal, BookingChange, Caller, ChangeRow, Changed, Details, Entered,
    Health, HistoryOf, JournalRow, Live, Named, NewBooking, NewKey, NewPerson, NewSecret, Person, PersonChange,
    PersonRefusal, Places, Progress, Recovered, Secret, SignIn, Store, StoreError, Structure, Unlock, VerifyReport,
    edit::{Edit, EditRefusal, Edited},
    seal::{NamesKey, Opener, lock_names},
};

use crate::{
    act::{self, to_json},
    alter, book, edit,
    enter::Who,
    folder::Folder,
    guess::{self, Barred},
    history,
    journal::{COLUMNS, Stored},
    names,
    open::connect,
    options::Options,
    people::{self, Costs},
    places, rows, setup,
    shared::{Job, Shared, Waiting},
    sql::Sql,
    staff,
    strangers::Strangers,
    tx::Tx,
    unwritten::Unwritten,
    verify,
    writer::Worker,
};

/// Bookings that are made in one transaction.
const CHUNK: usize = 200;

/// A data folder, open.
pub struct SqliteStore {
    pub(crate) folder: Folder,
    pub(crate) options: Options,
    pub(crate) shared: Arc<Shared>,
    /// Whoever holds it writes: the writing thread, or somebody who found it free.
    pub(crate) worker: Arc<Mutex<Worker>>,
    pub(crate) jobs: Option<Sender<Job>>,
    pub(crate) thread: Option<JoinHandle<()>>,
    pub(crate) readers: Mutex<Vec<Connection>>,
    pub(crate) entropy: Mutex<StdRng>,
    pub(crate) checking: Option<verify::Background>,
    pub(crate) unwritten: Unwritten,
    pub(crate) strangers: Arc<Strangers>,
    /// Says to others that the folder is in use.
    pub(crate) _in_use: Option<File>,
}

impl std::fmt::Debug for SqliteStore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SqliteStore").field("folder", &self.folder.0).finish_non_exhaustive()
    }
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

    pub(crate) fn write<T: Send + 'static>(
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

    pub(crate) fn court(&self) -> Result<CourtId, StoreError> {
        match self.shared.live().structure.court.id {
            CourtId(0) => Err(StoreError::Empty),
            id => Ok(id),
        }
    }

    fn fresh(&self) -> StdRng {
        StdRng::from_rng(&mut *self.entropy.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn costs(&self) -> Costs {
        Costs { sign_in: self.options.sign_in_cost, names: self.options.names_cost }
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
        let asked = Instant::now();
        if let Ok(mut worker) = self.worker.try_lock()
            && worker.is_free()
        {
            let answer = worker.act(&request, asked);
            if worker.log_is_long {
                // The thread moves the log; nobody waits for it.
                self.ask(Job::Task(Box::new(|_| {})))?;
            }
            return answer;
        }
        // Others write. The signature is checked meanwhile on this thread; the writer finds the answer with the receipt.
        if let Act::Scan { shown: Shown::Receipt(receipt), .. } = &request.act {
            let key = self.shared.live().day.keys.trusted(receipt.kid).map(|key| key.public);
            let _ = key.is_some_and(|key| receipt.verify(&key));
        }
        let (reply, answer) = sync_channel(1);
        self.ask(Job::Act(Box::new(Waiting { request, asked, reply })))?;
        answer.recv().map_err(|_| StoreError::Engine("the writing thread has ended".into()))?
    }

    fn held(&self, scan: GestureKey, at: Millis) {
        self.shared.hold(scan, at);
    }

    fn decide_only(&self, request: &ActRequest) -> ActAnswer {
        // Without a readable disk the door goes on with what it knows.
        let found = self.read(|db| act::unknown(db, request, &self.shared.live().day)).unwrap_or_default();
        if !found.is_empty() {
            self.shared.learn(found);
        }
        let started = Instant::now();
        let outcome = act::decide(request, &self.shared.live()).map(|acted| acted.decision);
        ActAnswer { outcome, repeated: false, decide_us: act::micros(started), durable_us: 0 }
    }

    fn record(&self, caller: &Caller, events: Vec<Event>) -> Result<(), StoreError> {
        let caller = caller.clone();
        let digest = Sha256::digest(to_json(&events)?).into();
        self.write(caller.machine, move |tx| tx.record(&caller, digest, &events))
    }

    fn install(
        &self,
        structure: Structure,
        people: Vec<NewPerson>,
        recovery: Option<Secret>,
        now: Millis,
    ) -> Result<NewKey, StoreError> {
        let mut entropy = self.fresh();
        let names = NamesKey::generate(&mut entropy);
        let costs = self.costs();
        let people: Vec<_> = people.iter().map(|p| people::hash(p, Some(&names), costs, &mut entropy)).collect();
        let recovery = recovery.map(|code| lock_names(&names, &code, costs.names, &mut entropy));
        self.write(now, move |tx| staff::install(tx, &structure, &people, &names, recovery.as_deref(), now))
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
            let offered = live.day.offices.get(&office).is_some_and(|office| !office.archived);
            (live.day.schedules.get(&office).filter(|_| offered).cloned(), minutes)
        };
        let Some(schedule) = schedule else { return Ok(Vec::new()) };
        self.read(|db| places::free(db, court, &schedule, minutes, audience, date))
    }

    fn add_person(
        &self,
        new: NewPerson,
        names: Option<&NamesKey>,
        by: PersonId,
        now: Millis,
    ) -> Result<Result<Person, PersonRefusal>, StoreError> {
        let hashed = people::hash(&new, names, self.costs(), &mut self.fresh());
        self.write(now, move |tx| people::add(tx, &hashed, Some(by), now))
    }

    fn change_person(
        &self,
        person: PersonId,
        seen: &str,
        change: PersonChange,
        by: PersonId,
        now: Millis,
    ) -> Result<Result<Person, PersonRefusal>, StoreError> {
        let seen = seen.to_owned();
        self.write(now, move |tx| people::change(tx, person, &seen, &change, by, now))
    }

    fn give_secret(
        &self,
        person: PersonId,
        secret: NewSecret,
        names: Option<&NamesKey>,
        by: PersonId,
        now: Millis,
    ) -> Result<Result<Person, PersonRefusal>, StoreError> {
        let given = people::hash_given(&secret, names, self.costs(), &mut self.fresh());
        self.write(now, move |tx| people::give(tx, person, &given, by, now))
    }

    fn change_password(
        &self,
        person: PersonId,
        old: &Secret,
        new: &Secret,
        now: Millis,
    ) -> Result<Entered, StoreError> {
        let new = NewSecret::Password(new.clone());
        let make = |names: Option<&NamesKey>| people::hash_given(&new, names, self.costs(), &mut self.fresh());
        let write = move |tx: &mut Tx<'_>, id, given: &_| people::change_own_password(tx, id, given, now);
        self.try_password(Who::Known(person), old, now, make, write)
    }

    fn edit(
        &self,
        key: GestureKey,
        by: PersonId,
        edits: Vec<Edit>,
        now: Millis,
    ) -> Result<Result<Edited, EditRefusal>, StoreError> {
        self.write(now, move |tx| edit::edit(tx, key, by, &edits, now))
    }

    fn undo(
        &self,
        key: GestureKey,
        by: PersonId,
        change: i64,
        now: Millis,
    ) -> Result<Result<Edited, EditRefusal>, StoreError> {
        self.write(now, move |tx| edit::undo(tx, key, by, change, now))
    }

    fn bookings_ahead(&self, office: OfficeId, from: Millis, limit: usize) -> Result<Vec<Booking>, StoreError> {
        let court = self.court()?;
        self.read(|db| {
            let ids = edit::bookings_ahead(db, court, office, from, limit)?;
            ids.into_iter().filter_map(|id| rows::booking(db, court, id).transpose()).collect()
        })
    }

    fn history(&self, of: &HistoryOf, limit: usize) -> Result<Vec<ChangeRow>, StoreError> {
        let court = self.court()?;
        self.read(|db| history::read(db, court, of, limit))
    }

    fn sign_in(&self, person: PersonId, pin: &Secret, now: Millis) -> Result<SignIn, StoreError> {
        self.try_sign_in(person, pin, now)
    }

    fn enter(&self, name: &str, password: &Secret, now: Millis) -> Result<Entered, StoreError> {
        self.try_password(Who::Called(name.to_owned()), password, now, |_| (), |_, _, ()| Ok(()))
    }

    fn details_by_receipt(&self, booking: BookingId, key: &NameKey) -> Result<Option<Details>, StoreError> {
        let court = self.court()?;
        self.read(|db| names::details(db, court, booking, &Opener::Receipt(*key)))
    }

    fn details_by_names_key(&self, booking: BookingId, key: &NamesKey) -> Result<Option<Details>, StoreError> {
        let court = self.court()?;
        self.read(|db| names::details(db, court, booking, &Opener::Names(key.clone())))
    }

    fn unlock_names(&self, person: PersonId, passphrase: &Secret, now: Millis) -> Result<Unlock, StoreError> {
        let locks = match self.write(now, move |tx| guess::begin_unlock(tx, person, now))? {
            Ok(locks) => locks,
            Err(Barred::Nobody) => return Ok(Unlock::Nobody),
            Err(Barred::Wait { seconds }) => return Ok(Unlock::Wait { seconds }),
        };
        let key = locks.open(passphrase);
        self.write(now, move |tx| guess::end_unlock(tx, person, locks.wrong, key.clone(), now))
    }

    fn recover(&self, code: &Secret, new: NewPerson, now: Millis) -> Result<Recovered, StoreError> {
        let locks = match self.write(now, move |tx| guess::begin_recovery(tx, now))? {
            Ok(locks) => locks,
            Err(Barred::Nobody) => return Ok(Recovered::Spent),
            Err(Barred::Wait { seconds }) => return Ok(Recovered::Wait { seconds }),
        };
        let new = NewPerson { role: Role::Administrator, ..new };
        let hashed = locks.open(code).map(|names| people::hash(&new, Some(&names), self.costs(), &mut self.fresh()));
        self.write(now, move |tx| guess::end_recovery(tx, locks.wrong, hashed.as_ref(), now))
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
        self.read(|db| names::of_all(db, court, &ids, &opener))
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
        let mut health = self.shared.health().clone();
        // Another process of this folder may have freed it.
        health.reserve_freed |= self.options.reserve_bytes > 0 && !self.folder.reserve().exists();
        health
    }
}
