// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Opens a data folder for a verb.

use std::{path::Path, sync::Arc};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use varco_core::{
    ids::StationId,
    time::{Millis, Zone, civil, resolve_forward},
};
use varco_station::machine_now;
use varco_store::{Live, Store, StoreError};
use varco_store_sqlite::{Options, open};

use crate::out::Failure;

/// The station that the headless program is in the journal.
const HEADLESS: StationId = StationId(900);

/// An open court.
pub(crate) struct Data {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) zone: Zone,
    pub(crate) now: Millis,
}

impl Data {
    /// Opens a court and turns to the day of a time; the machine's without it.
    pub(crate) fn open(folder: &Path, at: Option<&str>) -> Result<Self, Failure> {
        let options = Options { clock: Some(Arc::new(machine_now)), check_in_background: false, ..Options::default() };
        let store = open(folder, HEADLESS, options)?;
        let (mut zone, mut pretend, mut empty) = (Zone::default(), false, true);
        store.look(&mut |live| {
            zone = live.structure.sites.first().map(|s| s.zone).unwrap_or_default();
            pretend = live.structure.pretend;
            empty = live.structure.sites.is_empty();
        });
        if empty {
            return Err(StoreError::Empty.into());
        }
        let now = match at {
            Some(_) if !pretend => {
                return Err(Failure::Usage("--at vale solo su dati demo o di esercitazione".to_owned()));
            }
            Some(text) => time(text, zone, machine_now())?,
            None => machine_now(),
        };
        store.turn_to(civil(zone, now).date())?;
        Ok(Self { store: Arc::new(store), zone, now })
    }

    /// A copy of what is known.
    pub(crate) fn live(&self) -> Result<Live, Failure> {
        let mut live = None;
        self.store.look(&mut |seen| live = Some(Live::clone(seen)));
        live.ok_or_else(|| StoreError::Empty.into())
    }

    /// Looks at what is known.
    pub(crate) fn with<T>(&self, see: impl FnOnce(&Live) -> T) -> Result<T, Failure> {
        let mut see = Some(see);
        let mut seen = None;
        self.store.look(&mut |live| seen = see.take().map(|see| see(live)));
        seen.ok_or_else(|| StoreError::Empty.into())
    }
}

/// Reads 10:02, 10:02:11 (today) or 2026-09-15T10:02:11, in the zone of the court.
pub(crate) fn time(text: &str, zone: Zone, now: Millis) -> Result<Millis, Failure> {
    let today: NaiveDate = civil(zone, now).date();
    let of_day = ["%H:%M", "%H:%M:%S"].iter().find_map(|f| NaiveTime::parse_from_str(text, f).ok());
    let whole = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"].iter();
    let whole = whole.clone().find_map(|f| NaiveDateTime::parse_from_str(text, f).ok());
    let at = whole.or_else(|| of_day.map(|t| today.and_time(t)));
    at.map(|at| resolve_forward(zone, at))
        .ok_or_else(|| Failure::Usage(format!("non è un'ora: {text} (10:02 oppure 2026-09-15T10:02:11)")))
}
