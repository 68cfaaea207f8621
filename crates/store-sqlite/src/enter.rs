// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Signing in by name and password. Somebody and nobody cost the same: one count that is written, one comparison that is
//! slow on purpose, one row of the journal.

use std::sync::Arc;

use rusqlite::params;
use varco_core::{access::Actor, gate::Event, ids::PersonId, time::Millis};
use varco_store::{
    Entered, Person, Secret, StoreError,
    seal::{Cost, NamesKey, check_secret, unlock_names},
};

use crate::{
    SqliteStore,
    guess::{Barred, Left, SIGN_IN, left},
    journal::Beside,
    sql::Sql,
    strangers::Strangers,
    tx::Tx,
};

/// Whose try it is.
#[derive(Debug, Clone)]
enum Whose {
    Somebody(Actor),
    Nobody,
}

/// What a sign-in by a password needs.
#[derive(Debug, Clone)]
pub(crate) struct Try {
    whose: Whose,
    hashed: String,
    /// The names key under the password.
    locked: Option<String>,
    wrong: u32,
}

/// Who signs in.
#[derive(Debug, Clone)]
pub(crate) enum Who {
    /// By what they typed.
    Called(String),
    /// By a session that they have.
    Known(PersonId),
}

impl Who {
    fn is(&self, person: &Person) -> bool {
        match self {
            Self::Called(name) => person.is_called(name),
            Self::Known(id) => person.id == *id,
        }
    }

    fn typed(&self) -> &str {
        if let Self::Called(name) = self { name } else { "" }
    }
}

/// A hash that no password has, as costly to compare as any.
fn nobodys(cost: Cost) -> String {
    format!("argon2id:{}:{}:{}:{}", cost.memory_kib, cost.passes, "00".repeat(16), "00".repeat(32))
}

/// Begins a sign-in: the try is counted before it is looked at.
pub(crate) fn begin(
    tx: &mut Tx<'_>,
    who: &Who,
    strangers: &Strangers,
    cost: Cost,
    now: Millis,
) -> Result<Result<Try, Entered>, StoreError> {
    let setup = tx.setup()?;
    let court = setup.structure.court.id;
    let may = |p: &&Person| p.is_active() && p.role.has_password() && p.secrets.password && who.is(p);
    let Some(person) = setup.people.iter().find(may) else {
        return nobody(tx, who.typed(), strangers, cost, now);
    };
    let wrong = match SIGN_IN.count(tx, court, person.id.0, now)? {
        Ok(wrong) => wrong,
        Err(Barred::Nobody) => return nobody(tx, who.typed(), strangers, cost, now),
        Err(Barred::Wait { seconds }) => return Ok(Err(Entered::Wait { seconds })),
    };
    let sql = "SELECT p.password, l.locked FROM person AS p LEFT JOIN names_lock AS l \
               ON l.court = p.court AND l.person = p.id AND l.way = 'password' WHERE p.court = $1 AND p.id = $2";
    let found = tx.db.first(sql, params![court.0, person.id.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let (hashed, locked): (Option<String>, Option<String>) = found.unwrap_or_default();
    let whose = Whose::Somebody(Actor { person: person.id, role: person.role });
    Ok(Ok(Try { whose, hashed: hashed.unwrap_or_default(), locked, wrong }))
}

fn nobody(
    tx: &Tx<'_>,
    typed: &str,
    strangers: &Strangers,
    cost: Cost,
    now: Millis,
) -> Result<Result<Try, Entered>, StoreError> {
    let wrong = match strangers.count(typed, now) {
        Ok(wrong) => wrong,
        Err(Barred::Wait { seconds }) => return Ok(Err(Entered::Wait { seconds })),
        Err(Barred::Nobody) => 1,
    };
    tx.db.run(
        "INSERT INTO meta (name, value) VALUES ('strangers', '1') \
         ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(meta.value AS INTEGER) + 1 AS TEXT)",
        [],
    )?;
    Ok(Ok(Try { whose: Whose::Nobody, hashed: nobodys(cost), locked: None, wrong }))
}

impl Try {
    /// Whether it is right. Slow on purpose.
    pub(crate) fn is_right(&self, password: &Secret) -> bool {
        check_secret(password, &self.hashed) && matches!(self.whose, Whose::Somebody(_))
    }

    /// The names key, if the password opens it. Slow on purpose; asked only for the right one.
    pub(crate) fn names(&self, password: &Secret) -> Option<NamesKey> {
        self.locked.as_deref().and_then(|locked| unlock_names(password, locked))
    }
}

/// Writes down how a sign-in went.
pub(crate) fn end(
    tx: &mut Tx<'_>,
    tried: &Try,
    right: bool,
    names: Option<NamesKey>,
    now: Millis,
) -> Result<Entered, StoreError> {
    // A name that nobody has stands in the journal as number 0: that somebody tried, not what they typed.
    let person = match tried.whose {
        Whose::Somebody(actor) => actor.person,
        Whose::Nobody => PersonId(0),
    };
    tx.append(Event::SignIn { person, at: now, ok: right }, Beside::default(), now, now)?;
    if let (Whose::Somebody(actor), true) = (&tried.whose, right) {
        SIGN_IN.forgive(tx, tx.court()?, actor.person.0)?;
        return Ok(Entered::Welcome { actor: *actor, names });
    }
    Ok(match left(tried.wrong) {
        Left::Tries(tries_left) => Entered::Wrong { tries_left },
        Left::Wait(seconds) => Entered::Wait { seconds },
    })
}

impl SqliteStore {
    /// Checks a password. What must be written with a right one is made by `after`, outside the transaction.
    pub(crate) fn try_password<T: Clone + Send + 'static>(
        &self,
        who: Who,
        password: &Secret,
        now: Millis,
        after: impl FnOnce(Option<&NamesKey>) -> T,
        write: impl Fn(&mut Tx<'_>, PersonId, &T) -> Result<(), StoreError> + Send + 'static,
    ) -> Result<Entered, StoreError> {
        let (strangers, cost) = (Arc::clone(&self.strangers), self.options.sign_in_cost);
        let tried = match self.write(now, move |tx| begin(tx, &who, &strangers, cost, now))? {
            Ok(tried) => tried,
            Err(answer) => return Ok(answer),
        };
        if !tried.is_right(password) {
            return self.write(now, move |tx| end(tx, &tried, false, None, now));
        }
        let names = tried.names(password);
        let made = after(names.as_ref());
        self.write(now, move |tx| {
            let entered = end(tx, &tried, true, names.clone(), now)?;
            if let Entered::Welcome { actor, .. } = &entered {
                write(tx, actor.person, &made)?;
            }
            Ok(entered)
        })
    }
}
