// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Signing in while the disk does not write: somebody must be able to switch on paper mode. The same PINs, the same
//! waits; what would be counted on disk is counted in memory.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use rusqlite::{Connection, params};
use varco_core::{
    access::{Actor, PIN_TRIES, pin_wait_seconds},
    ids::{CourtId, PersonId},
    time::Millis,
};
use varco_store::{Person, Secret, SignIn, StoreError, seal::check_secret};

use crate::sql::Sql;

/// Wrong tries that the disk did not take.
#[derive(Debug, Default)]
pub(crate) struct Unwritten(Mutex<HashMap<PersonId, u32>>);

impl Unwritten {
    /// Checks a PIN against what is on disk, without writing.
    pub(crate) fn sign_in(
        &self,
        db: &Connection,
        court: CourtId,
        who: &Person,
        pin: &Secret,
        now: Millis,
    ) -> Result<SignIn, StoreError> {
        let sql = "SELECT wrong, wait_until, pin FROM person WHERE court = $1 AND id = $2";
        let read = |row: &rusqlite::Row<'_>| {
            Ok((row.get::<_, u32>(0)?, row.get::<_, Option<i64>>(1)?, row.get::<_, String>(2)?))
        };
        let Some((wrong, wait_until, hashed)) = db.first(sql, params![court.0, who.id.0], read)? else {
            return Ok(SignIn::Nobody);
        };
        let mut tries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let here = tries.entry(who.id).or_default();
        // No clock is kept in memory: after five wrong ones more than the disk knows, only the disk lets try again.
        if *here >= PIN_TRIES || wait_until.is_some_and(|until| until > now.0) {
            return Ok(SignIn::Wait { seconds: pin_wait_seconds(wrong.saturating_add(*here).max(PIN_TRIES)) });
        }
        *here += 1;
        if check_secret(pin, &hashed) {
            *here = 0;
            return Ok(SignIn::Welcome(Actor { person: who.id, role: who.role }));
        }
        Ok(SignIn::Wrong { tries_left: PIN_TRIES.saturating_sub(*here) })
    }

    /// The disk writes again: it alone counts.
    pub(crate) fn forget(&self, person: PersonId) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&person);
    }
}
