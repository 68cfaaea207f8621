// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Who is signed in. Many people may use one server at once, so a session is a person's, not the station's: a random
//! token that the page keeps. Here only its digest is kept, in memory.

use std::collections::HashMap;

use axum::http::{HeaderMap, header::AUTHORIZATION};
use sha2::{Digest, Sha256};
use varco_core::{
    access::{Cell, Grants, Guesses, Right, allows, allows_at, cell},
    ids::{OfficeId, PersonId},
    time::Millis,
};
use varco_store::{Person, seal::NamesKey};

use crate::{App, app::lock, problem::Fault};

/// Without a touch for so long the screen is locked, seconds.
pub(crate) const IDLE_SECONDS: i64 = 15 * 60;
/// A session lasts so long at most, seconds.
const LIFE_SECONDS: i64 = 12 * 60 * 60;
/// A person may be signed in at so many places at once; the oldest session goes.
const EACH_MOST: usize = 8;

type TokenDigest = [u8; 32];

struct Session {
    person: PersonId,
    /// Of the person's secrets when they signed in.
    generation: u32,
    began: Millis,
    last: Millis,
    locked: bool,
    names: Option<NamesKey>,
}

/// The sessions of a server, and how much is guessed at it.
#[derive(Default)]
pub(crate) struct Sessions {
    all: HashMap<TokenDigest, Session>,
    guesses: Guesses,
}

impl Sessions {
    /// Counts a try of anybody before it is looked at.
    pub(crate) fn guess(&mut self, now: Millis) -> Result<(), Fault> {
        match self.guesses.wait_seconds(now) {
            0 => {
                self.guesses.wrong(now);
                Ok(())
            }
            wait_seconds => Err(Fault::Slowed { wait_seconds }),
        }
    }

    /// It was right.
    pub(crate) fn forgive(&mut self, now: Millis) {
        self.guesses.right(now);
    }

    /// Ends a session, and those that have outlived themselves.
    pub(crate) fn end(&mut self, token: Option<&str>, now: Millis) {
        if let Some(token) = token {
            self.all.remove(&digest(token));
        }
        self.all.retain(|_, s| is_alive(s, now));
    }

    /// Begins a session and gives its token: 256 bits, which only the page keeps.
    pub(crate) fn begin(&mut self, person: &Person, names: Option<NamesKey>, random: [u128; 2], now: Millis) -> String {
        let of_person = |all: &HashMap<TokenDigest, Session>| {
            let mut own: Vec<_> =
                all.iter().filter(|(_, s)| s.person == person.id).map(|(d, s)| (s.began, *d)).collect();
            own.sort_unstable();
            own
        };
        let own = of_person(&self.all);
        for (_, oldest) in own.iter().take((own.len() + 1).saturating_sub(EACH_MOST)) {
            self.all.remove(oldest);
        }
        let token = format!("{:032x}{:032x}", random[0], random[1]);
        let generation = person.secrets.generation;
        let session = Session { person: person.id, generation, began: now, last: now, locked: false, names };
        self.all.insert(digest(&token), session);
        token
    }

    /// Whose session it is, locked or not.
    pub(crate) fn person(&self, token: &str, now: Millis) -> Option<PersonId> {
        self.all.get(&digest(token)).filter(|s| is_alive(s, now)).map(|s| s.person)
    }

    /// Locks the screen of a session.
    pub(crate) fn lock(&mut self, token: &str) {
        if let Some(session) = self.all.get_mut(&digest(token)) {
            (session.locked, session.names) = (true, None);
        }
    }
}

fn is_alive(session: &Session, now: Millis) -> bool {
    now.since(session.began) < LIFE_SECONDS * 1000
}

fn digest(token: &str) -> TokenDigest {
    Sha256::digest(token.as_bytes()).into()
}

/// The token that came with a request.
pub(crate) fn token(headers: &HeaderMap) -> Option<&str> {
    headers.get(AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
}

/// Who is signed in, as they are now.
pub(crate) struct Signed {
    pub(crate) person: Person,
    pub(crate) names: Option<NamesKey>,
    pub(crate) seconds_until_lock: u32,
    grants: Grants,
}

impl Signed {
    /// For the whole court.
    pub(crate) fn need(&self, right: Right) -> Result<(), Fault> {
        if allows(self.person.role, right, self.grants) { Ok(()) } else { Err(Fault::NoRight(right)) }
    }

    /// At an office.
    pub(crate) fn need_at(&self, right: Right, office: OfficeId) -> Result<(), Fault> {
        if self.may_at(right, office) { Ok(()) } else { Err(Fault::NoRight(right)) }
    }

    /// At an office.
    pub(crate) fn may_at(&self, right: Right, office: OfficeId) -> bool {
        allows_at(self.person.role, right, self.grants, &self.person.offices, office)
    }

    /// What stands in the table, not [`Cell::No`].
    pub(crate) fn rights(&self) -> impl Iterator<Item = Right> {
        let (role, grants) = (self.person.role, self.grants);
        Right::ALL.into_iter().filter(move |r| allows(role, *r, grants) || cell(role, *r) == Cell::Own)
    }
}

/// Who is signed in. A password that somebody else made must be changed before anything else.
///
/// # Errors
/// [`Fault::SignedOut`], [`Fault::ScreenLocked`], [`Fault::MustChange`].
pub(crate) fn signed(app: &App, headers: &HeaderMap) -> Result<Signed, Fault> {
    let signed = known(app, headers, true)?;
    if signed.person.secrets.must_change { Err(Fault::MustChange) } else { Ok(signed) }
}

/// The same, whoever made the password. Only what somebody does begins the time until the lock anew.
pub(crate) fn known(app: &App, headers: &HeaderMap, touch: bool) -> Result<Signed, Fault> {
    let token = token(headers).ok_or(Fault::SignedOut)?;
    let now = app.machine_time();
    // Another process of this folder may have archived somebody just now.
    app.store()?.refresh()?;
    let (id, generation, names, idle) = {
        let mut sessions = lock(&app.sessions);
        let session = sessions.all.get_mut(&digest(token)).filter(|s| is_alive(s, now));
        let session = session.ok_or(Fault::SignedOut)?;
        let idle = now.since(session.last) / 1000;
        if session.locked || idle >= IDLE_SECONDS {
            (session.locked, session.names) = (true, None);
        } else if touch {
            session.last = now;
        }
        (session.person, session.generation, session.names.clone(), if session.locked { None } else { Some(idle) })
    };
    let (person, grants) = app.with(|live| {
        let is_same = |p: &&Person| p.id == id && p.is_active() && p.secrets.generation == generation;
        (live.people.iter().find(is_same).cloned(), live.structure.grants)
    })?;
    let Some(person) = person else {
        lock(&app.sessions).end(Some(token), now);
        return Err(Fault::SignedOut);
    };
    let idle = idle.ok_or(Fault::ScreenLocked)?;
    let left = if touch { IDLE_SECONDS } else { IDLE_SECONDS - idle };
    let seconds_until_lock = u32::try_from(left).unwrap_or_default();
    Ok(Signed { person, names, seconds_until_lock, grants })
}
