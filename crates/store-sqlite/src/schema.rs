// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Versions of the database. Migrations add; an applied one never changes (a test holds their digests).

use rusqlite::Connection;
use varco_store::{Damage, StoreError};

use crate::fault::fault;

/// `VARC`, in the header of every file of ours.
pub(crate) const APPLICATION_ID: i32 = 0x5641_5243;

pub(crate) const MIGRATIONS: [&str; 4] = [
    include_str!("../migrations/0001_court.sql"),
    include_str!("../migrations/0002_guesses.sql"),
    include_str!("../migrations/0003_people.sql"),
    include_str!("../migrations/0004_closures.sql"),
];

/// The version that this program writes.
pub(crate) const VERSION: u32 = MIGRATIONS.len() as u32;

fn number(db: &Connection, pragma: &str) -> Result<i64, StoreError> {
    db.pragma_query_value(None, pragma, |row| row.get(0)).map_err(fault)
}

/// The version of a file; 0 for an empty one.
///
/// # Errors
/// [`Damage::Header`] when it is a database of somebody else, [`StoreError::Newer`] when a newer program wrote it.
pub(crate) fn version(db: &Connection) -> Result<u32, StoreError> {
    let found = u32::try_from(number(db, "user_version")?).map_err(|_| StoreError::Damaged(Damage::Header))?;
    let ours = number(db, "application_id")? == i64::from(APPLICATION_ID);
    let empty = found == 0 && number(db, "schema_version")? == 0;
    if !ours && !empty {
        return Err(StoreError::Damaged(Damage::Header));
    }
    if found > VERSION {
        return Err(StoreError::Newer { found, known: VERSION });
    }
    Ok(found)
}

/// Brings a file to this program's version, in one transaction: several processes may open it at the same moment.
pub(crate) fn migrate(db: &Connection) -> Result<(), StoreError> {
    if version(db)? == VERSION {
        return Ok(());
    }
    db.execute_batch("BEGIN IMMEDIATE").map_err(fault)?;
    let done = version(db).and_then(|from| {
        for sql in MIGRATIONS.iter().skip(from as usize) {
            db.execute_batch(sql).map_err(fault)?;
        }
        let ours = format!("PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION}; COMMIT");
        db.execute_batch(&ours).map_err(fault)
    });
    if done.is_err() && !db.is_autocommit() {
        // The first error says more than one of going back.
        let _ = db.execute_batch("ROLLBACK");
    }
    done
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn a_database_of_a_newer_version_is_refused() {
        let db = Connection::open_in_memory().unwrap();
        migrate(&db).unwrap();
        db.pragma_update(None, "user_version", VERSION + 1).unwrap();
        assert!(matches!(migrate(&db), Err(StoreError::Newer { found, known }) if found == known + 1));
    }

    #[test]
    fn a_database_of_somebody_else_is_left_alone() {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch("CREATE TABLE theirs (x)").unwrap();
        assert!(matches!(migrate(&db), Err(StoreError::Damaged(Damage::Header))));
    }

    #[test]
    fn migrating_twice_changes_nothing() {
        let db = Connection::open_in_memory().unwrap();
        migrate(&db).unwrap();
        let before = number(&db, "schema_version").unwrap();
        migrate(&db).unwrap();
        assert_eq!(before, number(&db, "schema_version").unwrap());
    }

    #[test]
    fn an_applied_migration_never_changes() {
        let digests = MIGRATIONS.map(|sql| format!("{:02x?}", &Sha256::digest(sql)[..4]));
        assert_eq!(digests, ["[ac, 67, df, 68]", "[41, ff, 42, 66]", "[cf, 2c, 26, 5f]", "[b9, dc, 7f, 29]"]);
    }
}
