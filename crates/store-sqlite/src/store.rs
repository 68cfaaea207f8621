// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The verbs.

use std::{path::Path, time::Instant};

use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use varco_core::{
    access::Role,
    booking::Booking,
    gate::Event,
    ids::{BookingId, ExceptionId, GestureKey, OfficeId, PersonId, ServiceId},
    receipt::{KeyId, NameKey},
    schedule::{Audience, Level, closure::Draft},
    time::{Millis, day_bounds},
};
use varco_store::{
    ActAnswer, ActRequest, BackupReport, BookRefusal, BookingChange, Caller, ChangeRow, Changed, Details, Entered,
    Health, HistoryOf, JournalRow, Live, Named, NewBooking, NewKey, NewPerson, NewSecret, Person, PersonChange,
    PersonRefusal, Places, Progress, Recovered, Secret, SignIn, Store, StoreError, Structure, Unlock, VerifyReport,
    closure::{Close, CloseRefusal, Closed, ClosureRow, Message, Planned},
    edit::{Edit, EditRefusal, Edited},
    seal::{NamesKey, Opener, lock_names},
};

use crate::{
    SqliteStore,
    act::{self, to_json},
    alter, book, closure, edit,
    enter::Who,
    guess::{self, Barred},
    history,
    journal::{COLUMNS, Stored},
    names, people, places, rows, setup,
    sql::Sql,
    staff,
    tx::Tx,
    verify,
    writer::Worker,
};

/// Bookings that are made in one transaction.
const CHUNK: usize = 200;

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
        self.judge(request)
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

    fn plan_closure(&self, draft: &Draft, now: Millis) -> Result<Result<Planned, CloseRefusal>, StoreError> {
        let court = self.shared.live().structure.clone();
        self.read(|db| closure::plan(db, &court, draft, now))
    }

    fn close(
        &self,
        key: GestureKey,
        by: PersonId,
        close: Close,
        opener: Option<&Opener>,
        now: Millis,
    ) -> Result<Result<Closed, CloseRefusal>, StoreError> {
        let opener = opener.cloned();
        self.write(now, move |tx| closure::close(tx, key, by, &close, opener.as_ref(), now))
    }

    fn undo_closure(
        &self,
        key: GestureKey,
        by: PersonId,
        id: ExceptionId,
        now: Millis,
    ) -> Result<Result<Closed, CloseRefusal>, StoreError> {
        self.write(now, move |tx| closure::undo(tx, key, by, id, now))
    }

    fn release(&self, id: ExceptionId, printed: bool, now: Millis) -> Result<Result<u32, CloseRefusal>, StoreError> {
        self.write(now, move |tx| closure::release(tx, id, printed, now))
    }

    fn closures(&self, now: Millis) -> Result<Vec<ClosureRow>, StoreError> {
        let court = self.shared.live().structure.clone();
        self.read(|db| closure::closures(db, &court, now))
    }

    fn closure_level(&self, id: ExceptionId) -> Result<Option<Level>, StoreError> {
        let court = self.shared.live().structure.clone();
        self.read(|db| closure::level(db, &court, id))
    }

    fn messages(&self, id: ExceptionId, now: Millis) -> Result<Vec<Message>, StoreError> {
        let court = self.court()?;
        self.read(|db| closure::messages(db, court, id, now))
    }

    fn print_receipt(&self, booking: BookingId, names: &NamesKey, now: Millis) -> Result<Option<String>, StoreError> {
        let names = names.clone();
        self.write(now, move |tx| closure::print_receipt(tx, booking, &names))
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
