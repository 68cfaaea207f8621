// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The trait. Every verb is a verb of the court and one transaction.

use std::path::Path;

use serde::{Deserialize, Serialize};
use varco_core::{
    access::{Actor, Grants},
    booking::{Booking, Day},
    gate::{Act, Event, GateState, Refused, Scene, Stamp, Station},
    ids::{BookingId, ExceptionId, GestureKey, OfficeId, PersonId, ServiceId},
    receipt::{KeyId, NameKey},
    schedule::{Audience, Level, closure::Draft},
    time::Millis,
    verdict::Decision,
};

use crate::{
    BookRefusal, BookingChange, ChangeRow, Changed, Details, Entered, HistoryOf, NewBooking, NewKey, NewPerson,
    NewSecret, Person, PersonChange, PersonRefusal, Places, Recovered, Secret, SignIn, StoreError, Structure, Unlock,
    closure::{Close, CloseRefusal, Closed, ClosureRow, Message, Planned},
    edit::{Edit, EditRefusal, Edited},
    seal::{NamesKey, Opener},
};

/// What a process knows: the day, its facts folded, the court.
#[derive(Debug, Clone)]
pub struct Live {
    /// The day with its bookings.
    pub day: Day,
    /// The facts of the day, folded.
    pub gate: GateState,
    /// The court as it is set up.
    pub structure: Structure,
    /// The staff, with those who are archived.
    pub people: Vec<Person>,
    /// Hash of the journal's last row, hexadecimal.
    pub head: String,
    /// When the last row was committed.
    pub written_at: Option<Millis>,
}

/// Who asks, where and when.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The gesture's key.
    pub key: GestureKey,
    /// The station.
    pub station: Station,
    /// Who is signed in.
    pub actor: Option<Actor>,
    /// The time to judge by.
    pub now: Millis,
    /// What the machine's clock says.
    pub machine: Millis,
    /// The clock is in doubt.
    pub clock_unsafe: bool,
}

/// A gesture at a door.
#[derive(Debug, Clone)]
pub struct ActRequest {
    /// Who asks.
    pub caller: Caller,
    /// What is done.
    pub act: Act,
    /// Digest of the request as it came, to tell a retry from another gesture with the same key.
    pub body: [u8; 32],
    /// Made in paper mode and written now that the disk is back.
    pub not_recorded: bool,
}

impl ActRequest {
    /// The gesture's scene, for the core to decide.
    #[must_use]
    pub const fn scene(&self, grants: Grants) -> Scene<'_> {
        let caller = &self.caller;
        Scene {
            key: caller.key,
            station: &caller.station,
            actor: caller.actor,
            grants,
            now: caller.now,
            machine: caller.machine,
            clock_unsafe: caller.clock_unsafe,
            not_recorded: self.not_recorded,
        }
    }
}

/// What became of a gesture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ActAnswer {
    /// What to show, if there is something; an `Err` when the gesture was refused.
    pub outcome: Result<Option<Decision>, Refused>,
    /// The same key had come before; nothing was changed now.
    pub repeated: bool,
    /// Microseconds of deciding.
    pub decide_us: u64,
    /// Microseconds from the request until it was on disk.
    pub durable_us: u64,
}

/// A row of the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct JournalRow {
    /// Place in this folder's journal, from 1.
    pub row: i64,
    /// Order among all stations.
    pub stamp: Stamp,
    /// SHA-256 over the row before and this one, hexadecimal.
    pub hash: String,
    /// The fact.
    pub event: Event,
}

/// A name of the day, for searching.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Whose.
    pub booking: BookingId,
    /// The details.
    pub details: Details,
}

/// How an engine is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Health {
    /// When the last row was written, on this machine's clock.
    pub written_at: Option<Millis>,
    /// The last write failed, in plain words of the engine; none after one that went well.
    pub failing: Option<String>,
    /// Since when it fails.
    pub failing_since: Option<Millis>,
    /// The reserve was freed because the disk is full.
    pub reserve_freed: bool,
    /// The full check: when it ended well, or what it found; none while it runs.
    pub checked_at: Option<Millis>,
    /// What the full check found.
    pub found: Option<String>,
}

/// One thing that `verify` looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// `chain`, `use`, `foreign_keys`, `integrity`, `gestures`, `sealed`.
    pub what: String,
    /// True when it holds.
    pub ok: bool,
    /// Rows looked at.
    pub rows: u64,
    /// What is wrong, in plain words.
    pub detail: Option<String>,
}

/// What `verify` found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct VerifyReport {
    /// In order.
    pub findings: Vec<Finding>,
    /// Hash of the last row.
    pub head: String,
}

impl VerifyReport {
    /// True when everything holds.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.findings.iter().all(|f| f.ok)
    }
}

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupReport {
    /// Bytes.
    pub bytes: u64,
    /// Hash of the journal's last row in it.
    pub head: String,
    /// Rows of the journal.
    pub rows: u64,
}

/// How far something long has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Done.
    pub done: u64,
    /// Of so many.
    pub of: u64,
}

/// What an engine does. All verbs block until they are on disk; call them from a thread that may wait.
pub trait Store: Send + Sync {
    /// Looks at the newest state that this process knows, without waiting for a disk.
    fn look(&self, see: &mut dyn FnMut(&Live));

    /// Folds in what other processes have committed; true when there was something.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    fn refresh(&self) -> Result<bool, StoreError>;

    /// Opens another civil day: reads its bookings and facts. Bookings of other days are read when a gesture names them.
    ///
    /// # Errors
    /// [`StoreError::Empty`] when no court is installed; otherwise when the file cannot be read.
    fn turn_to(&self, date: chrono::NaiveDate) -> Result<(), StoreError>;

    /// A gesture at a door.
    ///
    /// # Errors
    /// [`StoreError`] when it is not on disk. A refusal is not an error: see [`ActAnswer::outcome`].
    fn act(&self, request: ActRequest) -> Result<ActAnswer, StoreError>;

    /// Decides without writing, on the newest state known; for paper mode and looks that need not be kept.
    fn decide_only(&self, request: &ActRequest) -> ActAnswer;

    /// A receipt is still held before a camera: the time within which it repeats its verdict begins anew. No fact: nothing
    /// is written, and it is forgotten with the process.
    fn held(&self, scan: GestureKey, at: Millis);

    /// Facts that are no gesture of a receipt: sign-ins, names opened.
    ///
    /// # Errors
    /// [`StoreError`] when they are not on disk.
    fn record(&self, caller: &Caller, events: Vec<Event>) -> Result<(), StoreError>;

    /// Sets up a court in an empty folder: structure, people, the first key. The recovery code opens the names as a
    /// passphrase does, once ([`Store::recover`]); it is nobody who signs in.
    ///
    /// # Errors
    /// [`StoreError`]; [`StoreError::KeyReused`] when the folder holds a court already.
    fn install(
        &self,
        structure: Structure,
        people: Vec<NewPerson>,
        recovery: Option<Secret>,
        now: Millis,
    ) -> Result<NewKey, StoreError>;

    /// Replaces the structure.
    ///
    /// # Errors
    /// [`StoreError`] when it is not on disk.
    fn save_structure(&self, structure: Structure, now: Millis) -> Result<(), StoreError>;

    /// Makes a booking and its receipt.
    ///
    /// # Errors
    /// The outer [`StoreError`] when it is not on disk, the inner [`BookRefusal`] when it is not possible.
    fn book(&self, key: GestureKey, new: NewBooking, now: Millis) -> Result<Result<Changed, BookRefusal>, StoreError>;

    /// Makes many bookings in few transactions, for an import or a demo. Each is answered in its place.
    ///
    /// # Errors
    /// [`StoreError`] when a part is not on disk; what was answered before is.
    fn book_all(
        &self,
        new: Vec<(GestureKey, NewBooking)>,
        now: Millis,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Vec<Result<Changed, BookRefusal>>, StoreError>;

    /// Changes a booking. A new receipt opens the names only when something that opens them now comes with the change:
    /// the receipt shown, or the names key. Without, and without new names, it is as valid, but nameless.
    ///
    /// # Errors
    /// As [`Store::book`].
    fn change(
        &self,
        key: GestureKey,
        booking: BookingId,
        change: BookingChange,
        opener: Option<&Opener>,
        now: Millis,
    ) -> Result<Result<Changed, BookRefusal>, StoreError>;

    /// A booking of any day.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    fn booking(&self, id: BookingId) -> Result<Option<Booking>, StoreError>;

    /// Free places of an office on a civil day, each start of each pool that the audience may use.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    fn places(
        &self,
        office: OfficeId,
        service: Option<ServiceId>,
        audience: Audience,
        date: chrono::NaiveDate,
    ) -> Result<Vec<Places>, StoreError>;

    /// Adds somebody to the staff. A passphrase or password of theirs opens the names only when the names key, unlocked
    /// by somebody else, comes with it.
    ///
    /// # Errors
    /// The outer [`StoreError`] when it is not on disk, the inner [`PersonRefusal`] when it is not possible.
    fn add_person(
        &self,
        new: NewPerson,
        names: Option<&NamesKey>,
        by: PersonId,
        now: Millis,
    ) -> Result<Result<Person, PersonRefusal>, StoreError>;

    /// Changes somebody of whom this version was seen. Whoever loses a secret by it, or the role, is signed out.
    ///
    /// # Errors
    /// As [`Store::add_person`].
    fn change_person(
        &self,
        person: PersonId,
        seen: &str,
        change: PersonChange,
        by: PersonId,
        now: Millis,
    ) -> Result<Result<Person, PersonRefusal>, StoreError>;

    /// Gives somebody a new secret. It opens the names only when the names key comes with it; the one before opens
    /// nothing any more and forgets wrong tries. A password, and a PIN that somebody else gives, sign the person out.
    ///
    /// # Errors
    /// As [`Store::add_person`].
    fn give_secret(
        &self,
        person: PersonId,
        secret: NewSecret,
        names: Option<&NamesKey>,
        by: PersonId,
        now: Millis,
    ) -> Result<Result<Person, PersonRefusal>, StoreError>;

    /// Changes one's own password: the old one is checked as [`Store::enter`] does, what it opened opens with the new one.
    ///
    /// # Errors
    /// [`StoreError`] when the try could not be counted, or the new password is not on disk.
    fn change_password(&self, person: PersonId, old: &Secret, new: &Secret, now: Millis)
    -> Result<Entered, StoreError>;

    /// Changes things of the court, all or none, each of which this version was seen. A booking that exists is not
    /// changed by it. The same key with the same edits is answered as before.
    ///
    /// # Errors
    /// The outer [`StoreError`] when it is not on disk, the inner [`EditRefusal`] when it is not possible.
    fn edit(
        &self,
        key: GestureKey,
        by: PersonId,
        edits: Vec<Edit>,
        now: Millis,
    ) -> Result<Result<Edited, EditRefusal>, StoreError>;

    /// Takes a change of the history back, as long as nothing that it changed was changed since.
    ///
    /// # Errors
    /// As [`Store::edit`].
    fn undo(
        &self,
        key: GestureKey,
        by: PersonId,
        change: i64,
        now: Millis,
    ) -> Result<Result<Edited, EditRefusal>, StoreError>;

    /// What a draft of an exception would do to the bookings that exist. Nothing is written.
    ///
    /// # Errors
    /// The outer [`StoreError`] when the file cannot be read, the inner [`CloseRefusal`] when the draft cannot be.
    fn plan_closure(&self, draft: &Draft, now: Millis) -> Result<Result<Planned, CloseRefusal>, StoreError>;

    /// Saves an exception with all that was decided about the bookings that it hits, and the messages, which wait for
    /// [`crate::closure::HELD_MINUTES`]; all or nothing. A new receipt opens the names only when the opener comes with it.
    /// The same key with the same decisions is answered as before.
    ///
    /// # Errors
    /// The outer [`StoreError`] when it is not on disk, the inner [`CloseRefusal`] when it is not possible.
    fn close(
        &self,
        key: GestureKey,
        by: PersonId,
        close: Close,
        opener: Option<&Opener>,
        now: Millis,
    ) -> Result<Result<Closed, CloseRefusal>, StoreError>;

    /// Takes a closure back, as long as no message has left: exceptions, bookings, receipts and sealed rows are as before.
    ///
    /// # Errors
    /// As [`Store::close`].
    fn undo_closure(
        &self,
        key: GestureKey,
        by: PersonId,
        id: ExceptionId,
        now: Millis,
    ) -> Result<Result<Closed, CloseRefusal>, StoreError>;

    /// Lets the messages of a closure leave now, on paper or not. The number of those that had waited.
    ///
    /// # Errors
    /// As [`Store::close`].
    fn release(&self, id: ExceptionId, printed: bool, now: Millis) -> Result<Result<u32, CloseRefusal>, StoreError>;

    /// The exceptions of the court, each with what was done when it was made, by number.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    fn closures(&self, now: Millis) -> Result<Vec<ClosureRow>, StoreError>;

    /// For whom an exception is, or was before it was taken back.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    fn closure_level(&self, id: ExceptionId) -> Result<Option<Level>, StoreError>;

    /// The messages of a closure, by the time that was booked.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    fn messages(&self, id: ExceptionId, now: Millis) -> Result<Vec<Message>, StoreError>;

    /// The newest receipt of a booking, to be printed: the same every time for whoever has the names key, and on no disk.
    /// One that was issued while the names were locked opens them from then on.
    ///
    /// # Errors
    /// [`StoreError`] when it is not on disk. `None` when there is no such booking, or it has no receipt.
    fn print_receipt(&self, booking: BookingId, names: &NamesKey, now: Millis) -> Result<Option<String>, StoreError>;

    /// Bookings of an office that were not cancelled and start at an instant or later, by time.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    fn bookings_ahead(&self, office: OfficeId, from: Millis, limit: usize) -> Result<Vec<Booking>, StoreError>;

    /// Changes, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    fn history(&self, of: &HistoryOf, limit: usize) -> Result<Vec<ChangeRow>, StoreError>;

    /// Checks a PIN; slows down after five wrong ones in a row, across restarts.
    ///
    /// # Errors
    /// [`StoreError`] when the try could not be counted: then nobody is let in.
    fn sign_in(&self, person: PersonId, pin: &Secret, now: Millis) -> Result<SignIn, StoreError>;

    /// Checks a name and a password, and opens the names where the password may; slows down as [`Store::sign_in`] does.
    /// A name that nobody has costs the same time and the same writing, and is answered alike.
    ///
    /// # Errors
    /// [`StoreError`] when the try could not be counted: then nobody is let in.
    fn enter(&self, name: &str, password: &Secret, now: Millis) -> Result<Entered, StoreError>;

    /// Opens the names of one booking with the key that its receipt gives.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read. `None` when the key opens nothing.
    fn details_by_receipt(&self, booking: BookingId, key: &NameKey) -> Result<Option<Details>, StoreError>;

    /// Opens the names of one booking with the names key.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read. `None` when there are none.
    fn details_by_names_key(&self, booking: BookingId, key: &NamesKey) -> Result<Option<Details>, StoreError>;

    /// Unlocks the names with somebody's passphrase or password. Never with a PIN. Slows down as [`Store::sign_in`] does;
    /// the right PIN does not forgive a wrong passphrase.
    ///
    /// # Errors
    /// [`StoreError`] when the try could not be counted: then nothing is opened.
    fn unlock_names(&self, person: PersonId, passphrase: &Secret, now: Millis) -> Result<Unlock, StoreError>;

    /// Spends the recovery code: adds a new administrator, whose password and passphrase open the names. Slows down as
    /// [`Store::sign_in`] does.
    ///
    /// # Errors
    /// [`StoreError`] when the try could not be counted, or the new administrator is not on disk.
    fn recover(&self, code: &Secret, new: NewPerson, now: Millis) -> Result<Recovered, StoreError>;

    /// The names of all bookings of the day that is open.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    fn names_of_day(&self, key: &NamesKey) -> Result<Vec<Named>, StoreError>;

    /// Deletes what names the person of a booking; the journal stays verifiable.
    ///
    /// # Errors
    /// [`StoreError`] when it is not on disk.
    fn forget(&self, booking: BookingId, now: Millis) -> Result<bool, StoreError>;

    /// Makes a new key that signs from seven days on.
    ///
    /// # Errors
    /// [`StoreError`] when it is not on disk.
    fn make_key(&self, now: Millis) -> Result<NewKey, StoreError>;

    /// Takes a key back.
    ///
    /// # Errors
    /// [`StoreError`] when it is not on disk. False when there is no such key.
    fn revoke_key(&self, kid: KeyId, now: Millis) -> Result<bool, StoreError>;

    /// Rows of the journal after a row, in order.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    fn journal(&self, after: i64, limit: usize) -> Result<Vec<JournalRow>, StoreError>;

    /// Copies the data while in use to a file: written beside it, checked, then renamed.
    ///
    /// # Errors
    /// [`StoreError`] when the copy is not complete and sound; then there is none.
    fn backup(&self, to: &Path, progress: &mut dyn FnMut(Progress)) -> Result<BackupReport, StoreError>;

    /// Looks at everything: chain, counts of use, foreign keys, integrity, gestures, sealed rows.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read at all.
    fn verify(&self) -> Result<VerifyReport, StoreError>;

    /// How it is.
    fn health(&self) -> Health;
}
