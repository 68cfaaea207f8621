// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What was changed, by whom and when. Rows are only appended; each commits to the one before, and the journal to the
//! newest.

use rusqlite::{Connection, Row, params};
use serde_json::Value;
use sha2::{Digest, Sha256};
use varco_core::{
    ids::{CourtId, PersonId},
    time::Millis,
};
use varco_store::{ChangeRow, HistoryOf, StoreError};

use crate::{fault::strange, journal::Hash, sql::Sql, tx::Tx};

/// A change that is being made.
pub(crate) struct Made<'a> {
    pub(crate) by: Option<PersonId>,
    pub(crate) at: Millis,
    pub(crate) kind: &'a str,
    pub(crate) thing: String,
    pub(crate) before: Option<Value>,
    pub(crate) after: Option<Value>,
}

/// A row as it is stored.
struct Stored {
    id: i64,
    at: i64,
    person: Option<u32>,
    kind: String,
    thing: String,
    before: Option<String>,
    after: Option<String>,
    salt: Option<[u8; 16]>,
    digest: Hash,
}

const COLUMNS: &str = "id, at, person, kind, thing, before, after, salt, digest";

impl Stored {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            at: row.get(1)?,
            person: row.get(2)?,
            kind: row.get(3)?,
            thing: row.get(4)?,
            before: row.get(5)?,
            after: row.get(6)?,
            salt: row.get(7)?,
            digest: row.get(8)?,
        })
    }

    /// The digest that the row must have after `before`. Lengths keep neighbours apart.
    fn digest_after(&self, before: &Hash, salt: &[u8; 16]) -> Hash {
        let mut hash = Sha256::new();
        hash.update(b"varco/change/1");
        hash.update(before);
        hash.update(salt);
        for number in [self.id, self.at, self.person.map_or(-1, i64::from)] {
            hash.update(number.to_be_bytes());
        }
        for text in [Some(&self.kind), Some(&self.thing), self.before.as_ref(), self.after.as_ref()] {
            hash.update(text.map_or(u64::MAX, |t| t.len() as u64).to_be_bytes());
            hash.update(text.map(String::as_bytes).unwrap_or_default());
        }
        hash.finalize().into()
    }

    fn public(self) -> Result<ChangeRow, StoreError> {
        let parse = |text: Option<String>| {
            let read = text.map(|t| serde_json::from_str(&t)).transpose();
            read.map_err(|_| strange("a change that cannot be read"))
        };
        Ok(ChangeRow {
            id: self.id,
            at: Millis(self.at),
            person: self.person.map(PersonId),
            kind: self.kind,
            thing: self.thing,
            before: parse(self.before)?,
            after: parse(self.after)?,
        })
    }
}

fn last(db: &Connection, court: CourtId) -> Result<Option<(i64, Hash)>, StoreError> {
    let sql = "SELECT id, digest FROM change WHERE court = $1 ORDER BY id DESC LIMIT 1";
    db.first(sql, [court.0], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// What the newest row commits to; none while nothing was changed.
pub(crate) fn newest(db: &Connection, court: CourtId) -> Result<Option<Hash>, StoreError> {
    Ok(last(db, court)?.map(|(_, digest)| digest))
}

/// Appends a change and gives its number. Whoever calls this says in the same transaction that the court has changed: that commits to it.
pub(crate) fn note(tx: &mut Tx<'_>, made: Made<'_>) -> Result<i64, StoreError> {
    let court = tx.court()?;
    let (id, before) = last(tx.db, court)?.unwrap_or_default();
    let mut salt = [0_u8; 16];
    rand::Rng::fill_bytes(&mut *tx.entropy, &mut salt);
    let text = |value: &Option<Value>| value.as_ref().map(Value::to_string);
    let mut row = Stored {
        id: id + 1,
        at: made.at.0,
        person: made.by.map(|p| p.0),
        kind: made.kind.to_owned(),
        thing: made.thing,
        before: text(&made.before),
        after: text(&made.after),
        salt: Some(salt),
        digest: [0; 32],
    };
    row.digest = row.digest_after(&before, &salt);
    let r = &row;
    tx.db.run(
        "INSERT INTO change (court, id, at, person, kind, thing, before, after, salt, digest) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        params![court.0, r.id, r.at, r.person, r.kind, r.thing, r.before, r.after, r.salt, r.digest],
    )?;
    Ok(r.id)
}

/// Who changed a thing last, and when.
pub(crate) fn last_of(
    db: &Connection,
    court: CourtId,
    kind: &str,
    thing: &str,
) -> Result<Option<(Option<PersonId>, Millis)>, StoreError> {
    let sql = "SELECT person, at FROM change WHERE court = $1 AND kind = $2 AND thing = $3 ORDER BY id DESC LIMIT 1";
    db.first(sql, params![court.0, kind, thing], |row| {
        Ok((row.get::<_, Option<u32>>(0)?.map(PersonId), Millis(row.get(1)?)))
    })
}

/// One change.
pub(crate) fn one(db: &Connection, court: CourtId, id: i64) -> Result<Option<ChangeRow>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM change WHERE court = $1 AND id = $2");
    db.first(&sql, params![court.0, id], Stored::read)?.map(Stored::public).transpose()
}

/// Changes, newest first.
pub(crate) fn read(
    db: &Connection,
    court: CourtId,
    of: &HistoryOf,
    limit: usize,
) -> Result<Vec<ChangeRow>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM change WHERE court = $1 AND ($2 IS NULL OR kind = $2) AND ($3 IS NULL OR thing = $3) \
         AND ($4 IS NULL OR id < $4) ORDER BY id DESC LIMIT $5"
    );
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = db.all(&sql, params![court.0, of.kind, of.thing, of.before, limit], Stored::read)?;
    rows.into_iter().map(Stored::public).collect()
}

/// Whether every row commits to the one before. What was forgotten is passed over.
pub(crate) fn check(db: &Connection, court: CourtId) -> Result<(u64, Option<String>), StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM change WHERE court = $1 ORDER BY id");
    let rows = db.all(&sql, [court.0], Stored::read)?;
    let count = rows.len() as u64;
    let (mut id, mut before) = (0, [0; 32]);
    for row in rows {
        id += 1;
        let fits = row.salt.is_none_or(|salt| row.digest_after(&before, &salt) == row.digest);
        if row.id != id || !fits {
            return Ok((count, Some(format!("change {} is not as it was written", row.id))));
        }
        before = row.digest;
    }
    Ok((count, None))
}
