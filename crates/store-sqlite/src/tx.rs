// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A transaction that is under way: what it may see, and how it appends a fact.

use std::sync::Arc;

use rand::rngs::StdRng;
use rusqlite::Connection;
use varco_core::{
    gate::Event,
    ids::{CourtId, StationId},
    time::Millis,
};
use varco_store::{Caller, StoreError};

use crate::{
    act::Before,
    journal::{self, Beside, Hash, Head, Moment},
    state::{Change, Setup},
};

/// A transaction that is under way.
pub(crate) struct Tx<'a> {
    pub(crate) db: &'a Connection,
    pub(crate) setup: Option<&'a Arc<Setup>>,
    pub(crate) head: Head,
    pub(crate) change: Change,
    pub(crate) entropy: &'a mut StdRng,
    pub(crate) origin: StationId,
}

impl Tx<'_> {
    /// The court's setup.
    ///
    /// # Errors
    /// [`StoreError::Empty`] before anything is installed.
    pub(crate) fn setup(&self) -> Result<Arc<Setup>, StoreError> {
        self.change.setup.as_ref().or(self.setup).cloned().ok_or(StoreError::Empty)
    }

    pub(crate) fn court(&self) -> Result<CourtId, StoreError> {
        Ok(self.setup()?.structure.court.id)
    }

    /// Appends a fact.
    pub(crate) fn append(
        &mut self,
        event: Event,
        beside: Beside,
        now: Millis,
        machine: Millis,
    ) -> Result<(), StoreError> {
        let zone = self.setup()?.zone();
        let moment = Moment { now, machine, zone, origin: self.origin };
        let (date, stamp) = journal::append(self.db, &mut self.head, &event, beside, moment)?;
        self.change.facts.push((date, stamp, event));
        Ok(())
    }

    /// Appends facts that are no gesture of a receipt, once for each key.
    pub(crate) fn record(&mut self, caller: &Caller, digest: Hash, events: &[Event]) -> Result<(), StoreError> {
        if let Some(before) = Before::find(self.db, caller.key)? {
            return before.answer::<()>(&digest);
        }
        let mut beside = Beside {
            gesture: Some(caller.key.0.to_be_bytes()),
            digest: Some(digest),
            answer: Some("null".into()),
            proof: None,
        };
        for event in events {
            self.append(event.clone(), std::mem::take(&mut beside), caller.now, caller.machine)?;
        }
        Ok(())
    }
}
