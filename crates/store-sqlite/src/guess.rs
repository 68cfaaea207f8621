// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Secrets that are tried: counted before they are looked at, slowed after some wrong ones, across restarts.

use rusqlite::params;
use varco_core::{
    access::{Actor, PIN_TRIES, Role, pin_wait_seconds},
    gate::Event,
    ids::{CourtId, PersonId},
    time::Millis,
};
use varco_store::{
    Person, Recovered, Secret, SignIn, StoreError, Unlock,
    seal::{NamesKey, check_secret, unlock_names},
};

use crate::{
    SqliteStore,
    fault::strange,
    journal::Beside,
    people::{self, Hashed},
    sql::Sql,
    tx::Tx,
};

/// Why a try is not looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Barred {
    /// Nobody of that name, or nothing that could be opened.
    Nobody,
    /// Too many wrong ones.
    Wait { seconds: u32 },
}

/// Seconds that a try has to wait; none when it need not.
pub(crate) fn wait_left(wait_until: Option<i64>, now: Millis) -> Option<u32> {
    // A clock that was set back must not lock anybody out for longer than the longest wait.
    let longest = i64::from(pin_wait_seconds(u32::MAX)) * 1000;
    let left = wait_until.map_or(0, |until| until.saturating_sub(now.0).min(longest));
    (left > 0).then(|| u32::try_from(left.saturating_add(999) / 1000).unwrap_or(u32::MAX))
}

/// What is left after a wrong try.
pub(crate) enum Left {
    Tries(u32),
    Wait(u32),
}

pub(crate) fn left(wrong: u32) -> Left {
    match pin_wait_seconds(wrong) {
        0 => Left::Tries(PIN_TRIES - wrong),
        seconds => Left::Wait(seconds),
    }
}

/// What of a row counts wrong tries. The statements are fixed: no name of a column comes from outside.
pub(crate) struct Counter {
    read: &'static str,
    write: &'static str,
}

pub(crate) const SIGN_IN: Counter = Counter {
    read: "SELECT wrong, wait_until FROM person WHERE court = $1 AND id = $2",
    write: "UPDATE person SET wrong = $3, wait_until = $4 WHERE court = $1 AND id = $2",
};
const NAMES: Counter = Counter {
    read: "SELECT names_wrong, names_wait_until FROM person WHERE court = $1 AND id = $2",
    write: "UPDATE person SET names_wrong = $3, names_wait_until = $4 WHERE court = $1 AND id = $2",
};
/// There is one code for a court; the second number is the court's again.
const RECOVERY: Counter = Counter {
    read: "SELECT wrong, wait_until FROM recovery WHERE court = $1 AND court = $2",
    write: "UPDATE recovery SET wrong = $3, wait_until = $4 WHERE court = $1 AND court = $2",
};

impl Counter {
    /// Counts a try before it is looked at: neither a crash nor a second window gives anybody a free one. Gives how many
    /// were wrong if this one is.
    pub(crate) fn count(
        &self,
        tx: &Tx<'_>,
        court: CourtId,
        who: u32,
        now: Millis,
    ) -> Result<Result<u32, Barred>, StoreError> {
        let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, u32>(0)?, row.get::<_, Option<i64>>(1)?));
        let found = tx.db.first(self.read, params![court.0, who], read)?;
        let Some((wrong, wait_until)) = found else { return Ok(Err(Barred::Nobody)) };
        if let Some(seconds) = wait_left(wait_until, now) {
            return Ok(Err(Barred::Wait { seconds }));
        }
        let wrong = wrong.saturating_add(1);
        let wait_until = match pin_wait_seconds(wrong) {
            0 => None,
            seconds => Some(now.plus_seconds(i64::from(seconds)).0),
        };
        tx.db.run(self.write, params![court.0, who, wrong, wait_until])?;
        Ok(Ok(wrong))
    }

    /// The right one forgives the wrong ones.
    pub(crate) fn forgive(&self, tx: &Tx<'_>, court: CourtId, who: u32) -> Result<(), StoreError> {
        tx.db.run(self.write, params![court.0, who, 0, None::<i64>]).map(|_| ())
    }
}

/// What a sign-in by a PIN needs.
#[derive(Debug, Clone)]
pub(crate) struct Try {
    hashed: String,
    role: Role,
    wrong: u32,
}

/// Begins a sign-in by a PIN. Who does not work here, or not at the door, is nobody.
pub(crate) fn begin_try(tx: &mut Tx<'_>, person: PersonId, now: Millis) -> Result<Result<Try, SignIn>, StoreError> {
    let setup = tx.setup()?;
    let court = setup.structure.court.id;
    let known = setup.people.iter().find(|p| p.id == person && p.is_active() && p.role.has_pin());
    let Some(known) = known else { return Ok(Err(SignIn::Nobody)) };
    let wrong = match SIGN_IN.count(tx, court, person.0, now)? {
        Ok(wrong) => wrong,
        Err(Barred::Nobody) => return Ok(Err(SignIn::Nobody)),
        Err(Barred::Wait { seconds }) => return Ok(Err(SignIn::Wait { seconds })),
    };
    let sql = "SELECT pin FROM person WHERE court = $1 AND id = $2";
    let hashed = tx.db.first(sql, params![court.0, person.0], |row| row.get(0))?.unwrap_or_default();
    Ok(Ok(Try { hashed, role: known.role, wrong }))
}

impl Try {
    /// Whether it is right. Slow on purpose.
    pub(crate) fn is_right(&self, pin: &Secret) -> bool {
        check_secret(pin, &self.hashed)
    }
}

/// Writes down how a sign-in went.
pub(crate) fn end_try(
    tx: &mut Tx<'_>,
    person: PersonId,
    tried: &Try,
    right: bool,
    now: Millis,
) -> Result<SignIn, StoreError> {
    tx.append(Event::SignIn { person, at: now, ok: right }, Beside::default(), now, now)?;
    if right {
        SIGN_IN.forgive(tx, tx.court()?, person.0)?;
        return Ok(SignIn::Welcome(Actor { person, role: tried.role }));
    }
    Ok(match left(tried.wrong) {
        Left::Tries(tries_left) => SignIn::Wrong { tries_left },
        Left::Wait(seconds) => SignIn::Wait { seconds },
    })
}

/// What may open the names, and how many tries were wrong if this one is.
#[derive(Debug, Clone)]
pub(crate) struct Locks {
    locked: Vec<String>,
    pub(crate) wrong: u32,
}

impl Locks {
    /// The names key, if the secret opens one. Slow on purpose.
    pub(crate) fn open(&self, secret: &Secret) -> Option<NamesKey> {
        self.locked.iter().find_map(|locked| unlock_names(secret, locked))
    }
}

/// Begins to open the names by somebody's passphrase or password.
pub(crate) fn begin_unlock(
    tx: &mut Tx<'_>,
    person: PersonId,
    now: Millis,
) -> Result<Result<Locks, Barred>, StoreError> {
    let court = tx.court()?;
    if !tx.setup()?.people.iter().any(|p| p.id == person && p.is_active()) {
        return Ok(Err(Barred::Nobody));
    }
    let wrong = match NAMES.count(tx, court, person.0, now)? {
        Ok(wrong) => wrong,
        Err(barred) => return Ok(Err(barred)),
    };
    let sql = "SELECT locked FROM names_lock WHERE court = $1 AND person = $2 ORDER BY way";
    let locked = tx.db.all(sql, params![court.0, person.0], |row| row.get::<_, String>(0))?;
    Ok(Ok(Locks { locked, wrong }))
}

/// Writes down how opening the names went. A wrong try is a fact; a right one is written by whoever shows the names.
pub(crate) fn end_unlock(
    tx: &mut Tx<'_>,
    person: PersonId,
    wrong: u32,
    key: Option<NamesKey>,
    now: Millis,
) -> Result<Unlock, StoreError> {
    let Some(key) = key else {
        tx.append(Event::SignIn { person, at: now, ok: false }, Beside::default(), now, now)?;
        return Ok(match left(wrong) {
            Left::Tries(tries_left) => Unlock::Wrong { tries_left },
            Left::Wait(seconds) => Unlock::Wait { seconds },
        });
    };
    NAMES.forgive(tx, tx.court()?, person.0)?;
    Ok(Unlock::Open(key))
}

/// Begins to use the recovery code.
pub(crate) fn begin_recovery(tx: &mut Tx<'_>, now: Millis) -> Result<Result<Locks, Barred>, StoreError> {
    let court = tx.court()?;
    let wrong = match RECOVERY.count(tx, court, court.0, now)? {
        Ok(wrong) => wrong,
        Err(barred) => return Ok(Err(barred)),
    };
    let locked = tx.db.all("SELECT locked FROM recovery WHERE court = $1", [court.0], |row| row.get::<_, String>(0))?;
    Ok(Ok(Locks { locked, wrong }))
}

/// Spends the recovery code: a new administrator who can open the names, or nothing.
pub(crate) fn end_recovery(
    tx: &mut Tx<'_>,
    wrong: u32,
    new: Option<&Hashed>,
    now: Millis,
) -> Result<Recovered, StoreError> {
    let Some(new) = new else {
        return Ok(match left(wrong) {
            Left::Tries(tries_left) => Recovered::Wrong { tries_left },
            Left::Wait(seconds) => Recovered::Wait { seconds },
        });
    };
    let court = tx.court()?;
    if people::is_taken(tx, new.name())? {
        RECOVERY.forgive(tx, court, court.0)?;
        return Ok(Recovered::NameTaken);
    }
    // Of two who hold it at once, one wins.
    if tx.db.run("DELETE FROM recovery WHERE court = $1", [court.0])? == 0 {
        return Ok(Recovered::Spent);
    }
    let person = match people::add(tx, new, None, now)? {
        Ok(person) => person.id,
        // An administrator has no offices, and the name was looked at just now.
        Err(_) => return Err(strange("an administrator who cannot be added")),
    };
    Ok(Recovered::Done(person))
}

impl SqliteStore {
    pub(crate) fn try_sign_in(&self, person: PersonId, pin: &Secret, now: Millis) -> Result<SignIn, StoreError> {
        let tried = match self.write(now, move |tx| begin_try(tx, person, now)) {
            Ok(Ok(tried)) => tried,
            Ok(Err(answer)) => return Ok(answer),
            Err(StoreError::Full | StoreError::ReadOnly | StoreError::Engine(_)) => {
                return self.sign_in_unwritten(person, pin, now);
            }
            Err(error) => return Err(error),
        };
        self.unwritten.forget(person);
        let right = tried.is_right(pin);
        self.write(now, move |tx| end_try(tx, person, &tried, right, now))
    }

    fn sign_in_unwritten(&self, person: PersonId, pin: &Secret, now: Millis) -> Result<SignIn, StoreError> {
        let court = self.court()?;
        let may = |p: &&Person| p.id == person && p.is_active() && p.role.has_pin();
        let who = self.shared.live().people.iter().find(may).cloned();
        let Some(who) = who else { return Ok(SignIn::Nobody) };
        self.read(|db| self.unwritten.sign_in(db, court, &who, pin, now))
    }
}
