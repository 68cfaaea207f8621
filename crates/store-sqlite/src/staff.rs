// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! People of the staff, and the keys of the court.

use ed25519_dalek::SigningKey;
use rusqlite::{Connection, params};
use varco_core::{
    access::Role,
    ids::{CourtId, PersonId},
    receipt::{KEY_NOTICE_DAYS, KeyId},
    time::Millis,
};
use varco_store::{
    NewKey, NewPerson, StoreError, Structure,
    seal::{Cost, Entropy, NamesKey, hash_secret, lock_names},
};

use crate::{setup, sql::Sql, tx::Tx};

/// Somebody new, hashed: made outside the transaction, because hashing is slow on purpose.
#[derive(Debug, Clone)]
pub(crate) struct Hashed {
    name: String,
    role: Role,
    pin: String,
    password: Option<String>,
    /// What opens the names: the way and the locked key.
    locks: Vec<(&'static str, String)>,
}

/// Hashes what is secret of a person. A passphrase opens the names for supervisors and administrators, a password for
/// administrators; a PIN never.
pub(crate) fn hash(
    new: &NewPerson,
    names: Option<&NamesKey>,
    sign_in: Cost,
    for_names: Cost,
    entropy: Entropy<'_>,
) -> Hashed {
    let mut locks = Vec::new();
    let may = [
        (Some("passphrase"), &new.passphrase, Role::Supervisor),
        (Some("password"), &new.password, Role::Administrator),
    ];
    for (way, secret, least) in may {
        if let (Some(way), Some(secret), Some(key)) = (way, secret, names)
            && new.role >= least
        {
            locks.push((way, lock_names(key, secret, for_names, entropy)));
        }
    }
    Hashed {
        name: new.name.clone(),
        role: new.role,
        pin: hash_secret(&new.pin, sign_in, entropy),
        password: new.password.as_ref().map(|p| hash_secret(p, sign_in, entropy)),
        locks,
    }
}

/// Sets up a court in an empty folder.
pub(crate) fn install(
    tx: &mut Tx<'_>,
    structure: &Structure,
    people: &[Hashed],
    names: &NamesKey,
    recovery: Option<&str>,
    now: Millis,
) -> Result<NewKey, StoreError> {
    if setup::read(tx.db)?.is_some() {
        return Err(StoreError::KeyReused);
    }
    setup::write(tx.db, structure)?;
    setup::set_names_address(tx.db, names.address())?;
    let court = structure.court.id;
    for person in people {
        insert_person(tx.db, court, person)?;
    }
    if let Some(locked) = recovery {
        tx.db.run("INSERT INTO recovery (court, locked) VALUES ($1, $2)", params![court.0, locked])?;
    }
    // The first key signs at once: no gate has learnt another before.
    let key = insert_key(tx.db, court, now, now, tx.entropy)?;
    setup::changed(tx, now)?;
    Ok(key)
}

/// Adds somebody.
pub(crate) fn add(tx: &mut Tx<'_>, person: &Hashed, now: Millis) -> Result<PersonId, StoreError> {
    let id = insert_person(tx.db, tx.court()?, person)?;
    setup::changed(tx, now)?;
    Ok(id)
}

pub(crate) fn insert_person(db: &Connection, court: CourtId, p: &Hashed) -> Result<PersonId, StoreError> {
    let sql = "SELECT COALESCE(MAX(id), 0) + 1 FROM person WHERE court = $1";
    let id: u32 = db.first(sql, [court.0], |row| row.get(0))?.unwrap_or(1);
    db.run(
        "INSERT INTO person (court, id, name, role, pin, password) VALUES ($1, $2, $3, $4, $5, $6)",
        params![court.0, id, p.name, p.role.name(), p.pin, p.password],
    )?;
    for (way, locked) in &p.locks {
        db.run(
            "INSERT INTO names_lock (court, person, way, locked) VALUES ($1, $2, $3, $4)",
            params![court.0, id, way, locked],
        )?;
    }
    Ok(PersonId(id))
}

/// Makes a key that signs from seven days on.
pub(crate) fn make_key(tx: &mut Tx<'_>, now: Millis) -> Result<NewKey, StoreError> {
    let signs_from = now.plus_minutes(KEY_NOTICE_DAYS * 24 * 60);
    let key = insert_key(tx.db, tx.court()?, now, signs_from, tx.entropy)?;
    setup::changed(tx, now)?;
    Ok(key)
}

fn insert_key(
    db: &Connection,
    court: CourtId,
    now: Millis,
    signs_from: Millis,
    entropy: Entropy<'_>,
) -> Result<NewKey, StoreError> {
    let taken = db.all("SELECT kid FROM issuer_key WHERE court = $1", [court.0], |row| row.get::<_, u16>(0))?;
    if taken.len() > usize::from(u16::MAX) {
        return Err(StoreError::Engine("every name of a key is used".into()));
    }
    let mut kid = u16::try_from(entropy.next_u32() & 0xffff).unwrap_or_default();
    while taken.contains(&kid) {
        kid = kid.wrapping_add(1);
    }
    let mut seed = [0_u8; 32];
    entropy.fill_bytes(&mut seed);
    let public = SigningKey::from_bytes(&seed).verifying_key().to_bytes();
    db.run(
        "INSERT INTO issuer_key (court, kid, public, seed, made_at, signs_from) VALUES ($1, $2, $3, $4, $5, $6)",
        params![court.0, kid, public, seed, now.0, signs_from.0],
    )?;
    Ok(NewKey { kid: KeyId(kid), signs_from })
}

/// Takes a key back; false when there is none of that name.
pub(crate) fn revoke_key(tx: &mut Tx<'_>, kid: KeyId, now: Millis) -> Result<bool, StoreError> {
    let court = tx.court()?;
    let sql = "UPDATE issuer_key SET revoked_at = COALESCE(revoked_at, $3) WHERE court = $1 AND kid = $2";
    let there = tx.db.run(sql, params![court.0, kid.0, now.0])? > 0;
    if there {
        setup::changed(tx, now)?;
    }
    Ok(there)
}
