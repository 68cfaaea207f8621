// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The data folder, its practice copy and its backups.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use varco_api::{Clock, Courts, OpenFault, Opened};
use varco_core::{
    ids::StationId,
    time::{Millis, civil},
};
use varco_demo::{demo_people, demo_structure, fill, open_every_day};
use varco_store::{NewPerson, Secret, Store, StoreError, Structure};
use varco_store_sqlite::{Options, open, restore};

use crate::{backups, ports::MachineClock};

/// Bookings of a demo made from the first start.
const DEMO_BOOKINGS: usize = 120;
/// The practice copy, inside the data folder.
const TRAINING: &str = "training";

/// A data folder.
pub struct Folder {
    folder: PathBuf,
    clock: MachineClock,
}

impl Folder {
    /// A folder; it need not exist yet.
    #[must_use]
    pub const fn new(folder: PathBuf, clock: MachineClock) -> Self {
        Self { folder, clock }
    }

    fn open_at(&self, folder: &Path) -> Result<Arc<dyn Store>, StoreError> {
        let store = open(folder, StationId(1), Options::default())?;
        self.believe(folder, &store);
        turn_to_today(&store, self.clock.now())?;
        Ok(Arc::new(store))
    }

    /// Which time counts is said by the court, not by its practice copy.
    fn believe(&self, folder: &Path, store: &dyn Store) {
        if folder == self.folder {
            store.look(&mut |live| self.clock.at_court(live.structure.pretend));
        }
    }

    fn install(
        &self,
        folder: &Path,
        structure: Structure,
        people: Vec<NewPerson>,
        recovery: Option<Secret>,
    ) -> Result<Arc<dyn Store>, StoreError> {
        let store = open(folder, StationId(1), Options::default())?;
        if folder == self.folder {
            self.clock.at_court(structure.pretend);
        }
        let now = self.clock.now();
        store.install(structure, people, recovery, now)?;
        turn_to_today(&store, now)?;
        Ok(Arc::new(store))
    }
}

/// Opens the civil day of the court's first building.
fn turn_to_today(store: &dyn Store, now: Millis) -> Result<(), StoreError> {
    let mut today = None;
    store.look(&mut |live| {
        let zone = live.day.sites.values().next().map(|s| s.zone).unwrap_or_default();
        today = Some(civil(zone, now).date());
    });
    today.map_or(Ok(()), |date| store.turn_to(date))
}

impl Courts for Folder {
    fn open(&self) -> Opened {
        match self.open_at(&self.folder) {
            Ok(store) => {
                let mut is_set_up = false;
                store.look(&mut |live| is_set_up = !live.structure.sites.is_empty());
                if is_set_up { Opened::Court(store) } else { Opened::Empty }
            }
            Err(StoreError::Empty) => Opened::Empty,
            Err(error) => Opened::Fault(OpenFault { error, backups: copies(&self.folder) }),
        }
    }

    fn create(
        &self,
        structure: Structure,
        people: Vec<NewPerson>,
        recovery: Secret,
    ) -> Result<Arc<dyn Store>, StoreError> {
        self.install(&self.folder, structure, people, Some(recovery))
    }

    fn create_demo(&self) -> Result<Arc<dyn Store>, StoreError> {
        let mut structure = demo_structure(1);
        open_every_day(&mut structure);
        let store = self.install(&self.folder, structure, demo_people(), None)?;
        self.fill_today(store.as_ref())?;
        Ok(store)
    }

    fn training(&self, like: &dyn Store) -> Result<Arc<dyn Store>, StoreError> {
        let folder = self.folder.join(TRAINING);
        if let Ok(store) = self.open_at(&folder) {
            let mut is_set_up = false;
            store.look(&mut |live| is_set_up = !live.structure.sites.is_empty());
            if is_set_up {
                self.fill_today(store.as_ref())?;
                return Ok(store);
            }
        }
        let mut structure = None;
        like.look(&mut |live| structure = Some(live.structure.clone()));
        let mut structure = Structure { pretend: true, ..structure.ok_or(StoreError::Empty)? };
        open_every_day(&mut structure);
        let store = self.install(&folder, structure, demo_people(), None)?;
        self.fill_today(store.as_ref())?;
        Ok(store)
    }

    fn restore(&self, name: &str) -> Result<Arc<dyn Store>, StoreError> {
        restore(&backups(&self.folder).join(name), &self.folder)?;
        self.open_at(&self.folder)
    }
}

impl Folder {
    /// Practice people for today, unless they are there already.
    fn fill_today(&self, store: &dyn Store) -> Result<(), StoreError> {
        let now = self.clock.now();
        let mut day = None;
        store.look(&mut |live| {
            let zone = live.day.sites.values().next().map(|s| s.zone).unwrap_or_default();
            let today = live.day.date;
            let any = live.day.bookings.values().any(|b| civil(zone, b.start).date() == today);
            day = Some((today, any));
        });
        match day {
            Some((today, false)) => {
                let seed = u64::try_from(now.0).unwrap_or_default();
                fill(store, today, DEMO_BOOKINGS, seed, now, &mut |_| {}).map(drop)
            }
            _ => Ok(()),
        }
    }
}

/// Copies beside a damaged folder, newest first.
fn copies(folder: &Path) -> Vec<(String, i64)> {
    let Ok(entries) = std::fs::read_dir(backups(folder)) else { return Vec::new() };
    let mut found: Vec<(String, i64)> = entries
        .filter_map(Result::ok)
        .filter(|e| e.path().extension().is_some_and(|x| x == "varco"))
        .filter_map(|e| {
            Some((e.file_name().into_string().ok()?, crate::ports::millis(e.metadata().ok()?.modified().ok()?).0))
        })
        .collect();
    found.sort_by_key(|(_, at)| std::cmp::Reverse(*at));
    found
}
