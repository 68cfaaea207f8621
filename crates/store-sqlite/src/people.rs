// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! People of the staff as rows, and what becomes of them.

use rusqlite::{Connection, params};
use serde_json::{Value, json};
use varco_core::{
    access::Role,
    ids::{CourtId, OfficeId, PersonId},
    time::Millis,
};
use varco_store::{
    NewPerson, NewSecret, Person, PersonChange, PersonRefusal, Secret, Secrets, StoreError,
    seal::{Cost, Entropy, NamesKey, hash_secret, lock_names},
};

use crate::{
    act::to_json,
    fault::strange,
    history::{self, Made},
    setup,
    sql::Sql,
    tx::Tx,
};

/// The kind under which a change of somebody stands in the history.
const PERSON: &str = "person";
/// The kind under which it stands that somebody got a new secret.
const SECRET: &str = "secret";

/// How much a secret costs to guess.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Costs {
    pub(crate) sign_in: Cost,
    pub(crate) names: Cost,
}

/// Somebody new, hashed: made outside the transaction, because hashing is slow on purpose.
#[derive(Debug, Clone)]
pub(crate) struct Hashed {
    name: String,
    role: Role,
    offices: Vec<OfficeId>,
    pin: String,
    password: Option<String>,
    must_change: bool,
    /// What opens the names: the way and the locked key.
    locks: Vec<(&'static str, String)>,
}

impl Hashed {
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

/// Hashes what is secret of a person. What the role cannot have is left out.
pub(crate) fn hash(new: &NewPerson, names: Option<&NamesKey>, costs: Costs, entropy: Entropy<'_>) -> Hashed {
    let role = new.role;
    let pin = new.pin.as_ref().filter(|_| role.has_pin());
    let password = new.password.as_ref().filter(|_| role.has_password());
    let ways = [
        ("passphrase", new.passphrase.as_ref().filter(|_| role.opens_names_by_passphrase())),
        ("password", password.filter(|_| role.opens_names_by_password())),
    ];
    let mut locks = Vec::new();
    for (way, secret) in ways {
        if let (Some(secret), Some(key)) = (secret, names) {
            locks.push((way, lock_names(key, secret, costs.names, entropy)));
        }
    }
    Hashed {
        name: new.name.clone(),
        role,
        offices: sorted(role, &new.offices),
        pin: pin.map(|p| hash_secret(p, costs.sign_in, entropy)).unwrap_or_default(),
        password: password.map(|p| hash_secret(p, costs.sign_in, entropy)),
        must_change: new.must_change,
        locks,
    }
}

fn sorted(role: Role, offices: &[OfficeId]) -> Vec<OfficeId> {
    let mut offices = if role.has_offices() { offices.to_vec() } else { Vec::new() };
    offices.sort_unstable();
    offices.dedup();
    offices
}

/// Everybody, in the order of their numbers.
pub(crate) fn all(db: &Connection, court: CourtId) -> Result<Vec<Person>, StoreError> {
    let sql = "SELECT id, name, role, offices, archived_at, must_change, generation, pin <> '', password IS NOT NULL, \
               EXISTS (SELECT 1 FROM names_lock AS l WHERE l.court = p.court AND l.person = p.id) \
               FROM person AS p WHERE court = $1 ORDER BY id";
    let rows = db.all(sql, [court.0], |r| {
        let secrets = Secrets {
            must_change: r.get(5)?,
            generation: r.get(6)?,
            pin: r.get(7)?,
            password: r.get(8)?,
            names: r.get(9)?,
        };
        let words = (r.get::<_, String>(2)?, r.get::<_, String>(3)?);
        Ok((PersonId(r.get(0)?), r.get(1)?, words, r.get::<_, Option<i64>>(4)?.map(Millis), secrets))
    })?;
    rows.into_iter()
        .map(|(id, name, (role, offices), archived_at, secrets)| {
            let role = Role::ALL.into_iter().find(|r| r.name() == role);
            let role = role.ok_or_else(|| strange("somebody with no role"))?;
            let offices = serde_json::from_str(&offices).map_err(|_| strange("somebody with no list of offices"))?;
            Ok(Person { id, name, role, offices, archived_at, secrets })
        })
        .collect()
}

/// What of people the commitment to the court holds. Before there were offices and archives it held number and role.
pub(crate) fn committed(people: &[Person]) -> Result<Vec<String>, StoreError> {
    let line = |p: &Person| {
        let mut line = format!("{}/{}", p.id, p.role.name());
        if !p.offices.is_empty() || p.archived_at.is_some() {
            line += &format!("/{}/{}", to_json(&p.offices)?, p.archived_at.map_or(-1, |at| at.0));
        }
        Ok(line)
    };
    people.iter().map(line).collect()
}

pub(crate) fn insert(db: &Connection, court: CourtId, p: &Hashed) -> Result<PersonId, StoreError> {
    let sql = "SELECT COALESCE(MAX(id), 0) + 1 FROM person WHERE court = $1";
    let id: u32 = db.first(sql, [court.0], |row| row.get(0))?.unwrap_or(1);
    db.run(
        "INSERT INTO person (court, id, name, role, offices, pin, password, must_change) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![court.0, id, p.name, p.role.name(), to_json(&p.offices)?, p.pin, p.password, p.must_change],
    )?;
    for (way, locked) in &p.locks {
        lock(db, court, PersonId(id), way, Some(locked))?;
    }
    Ok(PersonId(id))
}

/// Replaces what opens the names in one way.
fn lock(db: &Connection, court: CourtId, id: PersonId, way: &str, locked: Option<&str>) -> Result<(), StoreError> {
    let sql = "DELETE FROM names_lock WHERE court = $1 AND person = $2 AND way = $3";
    db.run(sql, params![court.0, id.0, way])?;
    if let Some(locked) = locked {
        let sql = "INSERT INTO names_lock (court, person, way, locked) VALUES ($1, $2, $3, $4)";
        db.run(sql, params![court.0, id.0, way, locked])?;
    }
    Ok(())
}

fn find(tx: &Tx<'_>, id: PersonId) -> Result<Option<Person>, StoreError> {
    Ok(all(tx.db, tx.court()?)?.into_iter().find(|p| p.id == id))
}

/// What stands in the history of somebody.
fn shown(person: &Person) -> Value {
    json!({
        "name": person.name,
        "role": person.role.name(),
        "offices": person.offices,
        "archived_at": person.archived_at,
    })
}

/// Whether somebody can be like that beside everybody else.
fn check(tx: &Tx<'_>, wanted: &Person) -> Result<Option<PersonRefusal>, StoreError> {
    let setup = tx.setup()?;
    let known = |office: &OfficeId| setup.structure.offices.iter().any(|o| o.id == *office);
    if wanted.role.has_offices() && (wanted.offices.is_empty() || !wanted.offices.iter().all(known)) {
        return Ok(Some(PersonRefusal::Offices));
    }
    let everybody = all(tx.db, setup.structure.court.id)?;
    let taken = everybody.iter().any(|p| p.id != wanted.id && p.is_active() && p.is_called(&wanted.name));
    Ok((wanted.is_active() && taken).then_some(PersonRefusal::NameTaken))
}

/// True when a name is somebody's who works here.
pub(crate) fn is_taken(tx: &Tx<'_>, name: &str) -> Result<bool, StoreError> {
    Ok(all(tx.db, tx.court()?)?.iter().any(|p| p.is_active() && p.is_called(name)))
}

/// Says what was done, and gives the person as they are now.
fn done(
    tx: &mut Tx<'_>,
    id: PersonId,
    by: Option<PersonId>,
    now: Millis,
    kind: &str,
    (before, after): (Option<Value>, Option<Value>),
) -> Result<Person, StoreError> {
    history::note(tx, Made { by, at: now, kind, thing: id.to_string(), before, after })?;
    setup::changed(tx, now)?;
    find(tx, id)?.ok_or_else(|| strange("somebody who is not there"))
}

/// Adds somebody.
pub(crate) fn add(
    tx: &mut Tx<'_>,
    new: &Hashed,
    by: Option<PersonId>,
    now: Millis,
) -> Result<Result<Person, PersonRefusal>, StoreError> {
    let wanted = Person {
        id: PersonId(0),
        name: new.name.clone(),
        role: new.role,
        offices: new.offices.clone(),
        archived_at: None,
        secrets: Secrets::default(),
    };
    if let Some(refusal) = check(tx, &wanted)? {
        return Ok(Err(refusal));
    }
    let id = insert(tx.db, tx.court()?, new)?;
    done(tx, id, by, now, PERSON, (None, Some(shown(&wanted)))).map(Ok)
}

/// Changes somebody of whom this version was seen.
pub(crate) fn change(
    tx: &mut Tx<'_>,
    id: PersonId,
    seen: &str,
    change: &PersonChange,
    by: PersonId,
    now: Millis,
) -> Result<Result<Person, PersonRefusal>, StoreError> {
    let Some(before) = find(tx, id)? else { return Ok(Err(PersonRefusal::Nobody)) };
    let court = tx.court()?;
    if before.version() != seen {
        return Ok(Err(PersonRefusal::Stale(history::last_of(tx.db, court, PERSON, &id.to_string())?)));
    }
    let mut after = before.clone();
    match change {
        PersonChange::Edit { name, role, offices } => {
            (after.name, after.role, after.offices) = (name.clone(), *role, sorted(*role, offices));
        }
        PersonChange::Archive => after.archived_at = after.archived_at.or(Some(now)),
        PersonChange::Restore => after.archived_at = None,
    }
    if after == before {
        return Ok(Ok(before));
    }
    if let Some(refusal) = check(tx, &after)? {
        return Ok(Err(refusal));
    }
    let administers = |p: &Person| p.is_active() && p.role == Role::Administrator && p.secrets.password;
    if administers(&before) && !administers(&after) {
        let others = all(tx.db, court)?.into_iter().filter(|p| p.id != id);
        if !others.into_iter().any(|p| administers(&p)) {
            return Ok(Err(PersonRefusal::LastAdministrator));
        }
    }
    write(tx.db, court, &before, &after)?;
    done(tx, id, Some(by), now, PERSON, (Some(shown(&before)), Some(shown(&after)))).map(Ok)
}

fn write(db: &Connection, court: CourtId, before: &Person, after: &Person) -> Result<(), StoreError> {
    let (id, role) = (after.id, after.role);
    let anew = before.role != role || !after.is_active();
    db.run(
        "UPDATE person SET name = $3, role = $4, offices = $5, archived_at = $6, generation = generation + $7 \
         WHERE court = $1 AND id = $2",
        params![
            court.0,
            id.0,
            after.name,
            role.name(),
            to_json(&after.offices)?,
            after.archived_at.map(|at| at.0),
            anew
        ],
    )?;
    if !role.has_pin() {
        db.run("UPDATE person SET pin = '' WHERE court = $1 AND id = $2", params![court.0, id.0])?;
    }
    if !role.has_password() {
        let sql = "UPDATE person SET password = NULL, must_change = 0 WHERE court = $1 AND id = $2";
        db.run(sql, params![court.0, id.0])?;
    }
    // Who has gone knows what opened the names, and may have a copy of the disk.
    if !(role.opens_names_by_password() && after.is_active()) {
        lock(db, court, id, "password", None)?;
    }
    if !(role.opens_names_by_passphrase() && after.is_active()) {
        lock(db, court, id, "passphrase", None)?;
    }
    Ok(())
}

/// A new secret, hashed.
#[derive(Debug, Clone)]
pub(crate) struct Given {
    what: &'static str,
    /// For comparing; a passphrase is only ever used to open the names.
    hashed: Option<String>,
    locked: Option<String>,
}

/// Hashes a secret that somebody gets. What opens the names is left out at those whose role may not.
pub(crate) fn hash_given(secret: &NewSecret, names: Option<&NamesKey>, costs: Costs, entropy: Entropy<'_>) -> Given {
    let mut lock = |secret: &Secret| names.map(|key| lock_names(key, secret, costs.names, entropy));
    match secret {
        NewSecret::Pin(pin) => {
            Given { what: "pin", hashed: Some(hash_secret(pin, costs.sign_in, entropy)), locked: None }
        }
        NewSecret::Password(password) => {
            let locked = lock(password);
            Given { what: "password", hashed: Some(hash_secret(password, costs.sign_in, entropy)), locked }
        }
        NewSecret::Passphrase(phrase) => Given { what: "passphrase", hashed: None, locked: lock(phrase) },
    }
}

/// Gives somebody a new secret.
pub(crate) fn give(
    tx: &mut Tx<'_>,
    id: PersonId,
    given: &Given,
    by: PersonId,
    now: Millis,
) -> Result<Result<Person, PersonRefusal>, StoreError> {
    let Some(person) = find(tx, id)?.filter(Person::is_active) else { return Ok(Err(PersonRefusal::Nobody)) };
    let (may, opens, sql) = match given.what {
        "pin" => (
            person.role.has_pin(),
            false,
            "UPDATE person SET pin = $3, wrong = 0, wait_until = NULL, generation = generation + $4 \
             WHERE court = $1 AND id = $2",
        ),
        "password" => (
            person.role.has_password(),
            person.role.opens_names_by_password(),
            "UPDATE person SET password = $3, must_change = 1, wrong = 0, wait_until = NULL, \
             generation = generation + $4 WHERE court = $1 AND id = $2",
        ),
        _ => (
            person.role.opens_names_by_passphrase(),
            true,
            "UPDATE person SET names_wrong = 0, names_wait_until = NULL WHERE court = $1 AND id = $2 AND $3 IS NULL \
             AND $4 >= 0",
        ),
    };
    if !may {
        return Ok(Err(PersonRefusal::Role));
    }
    let court = tx.court()?;
    // Whoever gives themselves a PIN goes on with what they are doing.
    let anew = given.what == "password" || id != by;
    tx.db.run(sql, params![court.0, id.0, given.hashed, anew])?;
    if given.what != "pin" {
        lock(tx.db, court, id, given.what, given.locked.as_deref().filter(|_| opens))?;
    }
    let after = json!({ "what": given.what, "by_somebody_else": id != by });
    done(tx, id, Some(by), now, SECRET, (None, Some(after))).map(Ok)
}

/// One's own new password; what the old one opened opens with it.
pub(crate) fn change_own_password(tx: &mut Tx<'_>, id: PersonId, given: &Given, now: Millis) -> Result<(), StoreError> {
    let court = tx.court()?;
    let sql = "UPDATE person SET password = $3, must_change = 0, generation = generation + 1 \
               WHERE court = $1 AND id = $2";
    tx.db.run(sql, params![court.0, id.0, given.hashed])?;
    lock(tx.db, court, id, "password", given.locked.as_deref())?;
    let after = json!({ "what": "password", "by_somebody_else": false });
    done(tx, id, Some(id), now, SECRET, (None, Some(after))).map(|_| ())
}
