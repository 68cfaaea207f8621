// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A court is set up; its keys are made and taken back.

use ed25519_dalek::SigningKey;
use rusqlite::{Connection, params};
use varco_core::{
    ids::CourtId,
    receipt::{KEY_NOTICE_DAYS, KeyId},
    time::Millis,
};
use varco_store::{
    NewKey, StoreError, Structure,
    seal::{Entropy, NamesKey},
};

use crate::{
    people::{self, Hashed},
    setup,
    sql::Sql,
    tx::Tx,
};

/// Sets up a court in an empty folder.
pub(crate) fn install(
    tx: &mut Tx<'_>,
    structure: &Structure,
    staff: &[Hashed],
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
    for person in staff {
        people::insert(tx.db, court, person)?;
    }
    if let Some(locked) = recovery {
        tx.db.run("INSERT INTO recovery (court, locked) VALUES ($1, $2)", params![court.0, locked])?;
    }
    // The first key signs at once: no gate has learnt another before.
    let key = insert_key(tx.db, court, now, now, tx.entropy)?;
    setup::changed(tx, now)?;
    Ok(key)
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
