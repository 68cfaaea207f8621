// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! How the writing thread keeps up with the file: what other processes have committed, other days, what must be forgotten.

use std::{collections::BTreeSet, sync::Arc};

use chrono::NaiveDate;
use varco_core::gate::Event;
use varco_store::StoreError;

use crate::{
    fault::fault,
    journal::{self, Stored},
    rows, setup,
    sql::Sql,
    state::{self, Change},
    writer::Worker,
};

impl Worker {
    /// Folds in what other processes have committed; true when there was something. Within a transaction.
    pub(crate) fn fold_others(&mut self) -> Result<bool, StoreError> {
        let version = self
            .db
            .prepare_cached("PRAGMA data_version")
            .and_then(|mut s| s.query_row([], |row| row.get::<_, i64>(0)))
            .map_err(fault)?;
        if version == self.data_version {
            return Ok(false);
        }
        let mut head = self.head.clone();
        let mut change = Change::default();
        let mut changed = BTreeSet::new();
        let mut set_up = false;
        let seen = journal::follow(&self.db, &mut head, self.origin, |row: &Stored| {
            let event = row.event()?;
            match &event {
                Event::Booking { booking, .. } => {
                    changed.insert(*booking);
                }
                Event::Structure { .. } => set_up = true,
                _ => {}
            }
            let date = row.date().ok_or_else(|| crate::fault::strange("a row of no day"))?;
            change.facts.push((date, row.stamp(), event));
            Ok(())
        })?;
        if set_up || (self.setup.is_none() && seen > 0) {
            change.setup = setup::read(&self.db)?.map(Arc::new);
        }
        if let Some(setup) = change.setup.as_ref().or(self.setup.as_ref()) {
            let court = setup.structure.court.id;
            for id in changed {
                change.bookings.extend(rows::booking(&self.db, court, id)?);
            }
        }
        self.data_version = version;
        let others = seen > 0;
        if others {
            self.publish(&change, head);
        }
        Ok(others)
    }

    /// Reads a civil day. Within a transaction.
    pub(crate) fn load(&mut self, date: NaiveDate) -> Result<(), StoreError> {
        let setup = self.setup.as_ref().ok_or(StoreError::Empty)?;
        let live = state::load(&self.db, setup, date, &self.head)?;
        *self.shared.live_mut() = live;
        self.draft = None;
        Ok(())
    }

    /// Reads a civil day, with what other processes have committed until now.
    pub(crate) fn turn_to(&mut self, date: NaiveDate) -> Result<(), StoreError> {
        self.reading(|worker| {
            worker.fold_others()?;
            worker.load(date)
        })
    }

    /// Folds in what other processes have committed until now.
    pub(crate) fn refresh(&mut self) -> Result<bool, StoreError> {
        self.reading(Self::fold_others)
    }

    /// All of it at one moment of the file.
    fn reading<T>(&mut self, body: impl FnOnce(&mut Self) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.db.prepare_cached("BEGIN").and_then(|mut s| s.execute([])).map_err(fault)?;
        let done = body(self);
        self.roll_back();
        done
    }

    /// Forgets again whoever is in the register of deletions and not forgotten here: an older copy was put in.
    pub(crate) fn forget_registered(&mut self) -> Result<(), StoreError> {
        let registered = self.folder.read_forgotten();
        let Some(setup) = self.setup.as_ref().filter(|_| !registered.is_empty()) else { return Ok(()) };
        let court = setup.structure.court.id;
        let sql = "SELECT booking FROM forgotten WHERE court = $1";
        let done = self.db.all(sql, [court.0], |row| row.get::<_, i64>(0))?;
        let mut again = Vec::new();
        for id in registered.into_iter().filter(|id| !done.contains(&rows::key(*id))) {
            if rows::booking(&self.db, court, id)?.is_some() {
                again.push(id);
            }
        }
        if again.is_empty() {
            return Ok(());
        }
        let now = self.head.at.unwrap_or_default();
        self.transaction(now, |tx| again.iter().try_for_each(|id| crate::alter::forget(tx, *id, now).map(|_| ())))?;
        self.empty_log()
    }

    /// Moves the whole log into the database file and cuts it to nothing, waiting for readers.
    pub(crate) fn empty_log(&mut self) -> Result<(), StoreError> {
        let sql = "PRAGMA wal_checkpoint(TRUNCATE)";
        let busy: i64 = self.db.query_row(sql, [], |row| row.get(0)).map_err(fault)?;
        if busy == 0 { Ok(()) } else { Err(StoreError::Busy) }
    }
}
