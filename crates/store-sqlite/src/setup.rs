// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The court as it is set up, as rows: one JSON document for each thing.

use ed25519_dalek::{SigningKey, VerifyingKey};
use rusqlite::{Connection, params};
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use varco_core::{
    access::Grants,
    booking::Court,
    gate::Event,
    ids::CourtId,
    receipt::{IssuerKey, KeyId, KeyRing},
    time::Millis,
};
use varco_store::{StoreError, Structure, seal::Address};

use crate::{
    act::to_json,
    fault::strange,
    history,
    journal::{Beside, Hash, hex},
    people,
    sql::Sql,
    state::Setup,
    tx::Tx,
};

/// Name of the row that holds the public half of the names key.
const NAMES_ADDRESS: &str = "names_address";

/// The setup; `None` before anything is installed.
pub(crate) fn read(db: &Connection) -> Result<Option<Setup>, StoreError> {
    let sql = "SELECT body FROM structure WHERE kind = 'court'";
    let Some(body) = db.first(sql, [], |row| row.get::<_, String>(0))? else { return Ok(None) };
    let court: Court = parse(&body)?;
    let id = court.id;
    let structure = Structure {
        sites: parts(db, id, "site")?,
        gates: parts(db, id, "gate")?,
        offices: parts(db, id, "office")?,
        services: parts(db, id, "service")?,
        schedules: parts(db, id, "schedule")?,
        neighbours: parts(db, id, "neighbour")?,
        stations: parts(db, id, "station")?,
        grants: parts::<Grants>(db, id, "grants")?.pop().unwrap_or_default(),
        pretend: parts::<bool>(db, id, "pretend")?.pop().unwrap_or_default(),
        court,
    };
    Ok(Some(Setup { structure, people: people::all(db, id)?, keys: keys(db, id)? }))
}

fn parts<T: DeserializeOwned>(db: &Connection, court: CourtId, kind: &str) -> Result<Vec<T>, StoreError> {
    let sql = "SELECT body FROM structure WHERE court = $1 AND kind = $2 ORDER BY id";
    let bodies = db.all(sql, params![court.0, kind], |row| row.get::<_, String>(0))?;
    bodies.iter().map(|body| parse(body)).collect()
}

fn parse<T: DeserializeOwned>(body: &str) -> Result<T, StoreError> {
    serde_json::from_str(body).map_err(|_| strange("a part of the court cannot be read"))
}

fn keys(db: &Connection, court: CourtId) -> Result<KeyRing, StoreError> {
    let sql = "SELECT kid, public, made_at, signs_from, revoked_at FROM issuer_key WHERE court = $1";
    let rows = db.all(sql, [court.0], |r| {
        Ok((r.get(0)?, r.get::<_, [u8; 32]>(1)?, r.get(2)?, r.get(3)?, r.get::<_, Option<i64>>(4)?))
    })?;
    let mut ring = KeyRing::default();
    for (kid, public, made_at, signs_from, revoked_at) in rows {
        let public = VerifyingKey::from_bytes(&public).map_err(|_| strange("a key that is none"))?;
        ring.learn(IssuerKey {
            kid: KeyId(kid),
            public,
            made_at: Millis(made_at),
            signs_from: Millis(signs_from),
            revoked_at: revoked_at.map(Millis),
        });
    }
    Ok(ring)
}

/// The secret half of a key.
pub(crate) fn signing_key(db: &Connection, court: CourtId, kid: KeyId) -> Result<SigningKey, StoreError> {
    let sql = "SELECT seed FROM issuer_key WHERE court = $1 AND kid = $2";
    let seed = db.first(sql, params![court.0, kid.0], |row| row.get::<_, [u8; 32]>(0))?;
    seed.map(|seed| SigningKey::from_bytes(&seed)).ok_or_else(|| strange("a key without its secret half"))
}

/// Writes the structure, in the place of the one before.
pub(crate) fn write(db: &Connection, s: &Structure) -> Result<(), StoreError> {
    let court = s.court.id;
    db.run("DELETE FROM structure WHERE court = $1", [court.0])?;
    put(db, court, "court", 0, &s.court)?;
    put(db, court, "grants", 0, &s.grants)?;
    put(db, court, "pretend", 0, &s.pretend)?;
    let numbered = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    // The order in which a court entered its sites and offices is kept: the first site sets the civil day.
    for (n, x) in s.sites.iter().enumerate() {
        put(db, court, "site", numbered(n), x)?;
    }
    for (n, x) in s.gates.iter().enumerate() {
        put(db, court, "gate", numbered(n), x)?;
    }
    for (n, x) in s.offices.iter().enumerate() {
        put(db, court, "office", numbered(n), x)?;
    }
    for (n, x) in s.services.iter().enumerate() {
        put(db, court, "service", numbered(n), x)?;
    }
    for (n, x) in s.schedules.iter().enumerate() {
        put(db, court, "schedule", numbered(n), x)?;
    }
    for (n, x) in s.neighbours.iter().enumerate() {
        put(db, court, "neighbour", numbered(n), x)?;
    }
    for (n, x) in s.stations.iter().enumerate() {
        put(db, court, "station", numbered(n), x)?;
    }
    Ok(())
}

fn put(db: &Connection, court: CourtId, kind: &str, id: u32, body: &impl Serialize) -> Result<(), StoreError> {
    let sql = "INSERT INTO structure (court, kind, id, body) VALUES ($1, $2, $3, $4)";
    db.run(sql, params![court.0, kind, id, to_json(body)?])?;
    Ok(())
}

/// To whom all names are sealed.
pub(crate) fn names_address(db: &Connection) -> Result<Address, StoreError> {
    let found = db.first("SELECT value FROM meta WHERE name = $1", [NAMES_ADDRESS], |row| row.get::<_, String>(0))?;
    let text = found.ok_or_else(|| strange("the court has no key for names"))?;
    let mut address = [0_u8; 32];
    for (n, byte) in address.iter_mut().enumerate() {
        let digits = text.get(2 * n..2 * n + 2).unwrap_or_default();
        *byte = u8::from_str_radix(digits, 16).map_err(|_| strange("the key for names is none"))?;
    }
    Ok(Address(address))
}

pub(crate) fn set_names_address(db: &Connection, address: Address) -> Result<(), StoreError> {
    db.run("INSERT INTO meta (name, value) VALUES ($1, $2)", params![NAMES_ADDRESS, hex(&address.0)])?;
    Ok(())
}

/// Commitment to everything that is set up: what is shown of it, keys, people, and what was changed.
pub(crate) fn proof(db: &Connection, court: CourtId) -> Result<Hash, StoreError> {
    let mut hash = Sha256::new();
    let mut add = |text: String| {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text);
    };
    let sql = "SELECT kind, id, body FROM structure WHERE court = $1 ORDER BY kind, id";
    for row in db.all(sql, [court.0], |r| {
        Ok(format!("{}/{}/{}", r.get::<_, String>(0)?, r.get::<_, i64>(1)?, r.get::<_, String>(2)?))
    })? {
        add(row);
    }
    let sql = "SELECT kid, public, made_at, signs_from, revoked_at FROM issuer_key WHERE court = $1 ORDER BY kid";
    for row in db.all(sql, [court.0], |r| {
        let revoked = r.get::<_, Option<i64>>(4)?.unwrap_or(-1);
        let public = hex(&r.get::<_, [u8; 32]>(1)?);
        let (kid, made, from) = (r.get::<_, i64>(0)?, r.get::<_, i64>(2)?, r.get::<_, i64>(3)?);
        Ok(format!("{kid}/{public}/{made}/{from}/{revoked}"))
    })? {
        add(row);
    }
    people::committed(&people::all(db, court)?)?.into_iter().for_each(&mut add);
    if let Some(digest) = history::newest(db, court)? {
        add(format!("changes/{}", hex(&digest)));
    }
    Ok(hash.finalize().into())
}

/// Reads what was just written, so that it is published with the transaction, and appends the fact.
pub(crate) fn changed(tx: &mut Tx<'_>, now: Millis) -> Result<(), StoreError> {
    changed_by(tx, Beside::default(), now)
}

/// The same for a gesture, whose key and answer stand beside the fact.
pub(crate) fn changed_by(tx: &mut Tx<'_>, beside: Beside, now: Millis) -> Result<(), StoreError> {
    let setup = read(tx.db)?.ok_or(StoreError::Empty)?;
    let proof = proof(tx.db, setup.structure.court.id)?;
    tx.change.setup = Some(Arc::new(setup));
    tx.append(Event::Structure { at: now }, Beside { proof: Some(proof), ..beside }, now, now)
}
