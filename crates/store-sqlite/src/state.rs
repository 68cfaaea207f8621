// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What a process knows, and how a committed change becomes part of it.

use std::sync::Arc;

use chrono::NaiveDate;
use rusqlite::Connection;
use varco_core::{
    access::Grants,
    booking::{Booking, Court, Day},
    gate::{Event, GateState, Presence, Stamp},
    ids::{BookingId, CourtId},
    receipt::KeyRing,
    time::{Zone, civil, day_bounds},
    verdict::Mark,
};
use varco_store::{Live, Person, StoreError, Structure};

use crate::{
    journal::{self, Head, hex},
    rows,
};

/// The court with its people and keys.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Setup {
    pub(crate) structure: Structure,
    pub(crate) people: Vec<Person>,
    pub(crate) keys: KeyRing,
}

impl Setup {
    /// Before anything is installed.
    pub(crate) fn blank() -> Self {
        let court = Court { id: CourtId(0), name: String::new(), web: None, phone: None };
        let structure = Structure {
            court,
            sites: Vec::new(),
            gates: Vec::new(),
            offices: Vec::new(),
            services: Vec::new(),
            schedules: Vec::new(),
            neighbours: Vec::new(),
            stations: Vec::new(),
            grants: Grants::default(),
            pretend: false,
        };
        Self { structure, people: Vec::new(), keys: KeyRing::default() }
    }

    /// Whose civil days the journal is sorted by: the first site's.
    pub(crate) fn zone(&self) -> Zone {
        self.structure.sites.first().map(|s| s.zone).unwrap_or_default()
    }
}

/// What one transaction, or another process, has added.
#[derive(Debug, Clone, Default)]
pub(crate) struct Change {
    pub(crate) facts: Vec<(NaiveDate, Stamp, Event)>,
    pub(crate) bookings: Vec<Booking>,
    pub(crate) setup: Option<Arc<Setup>>,
}

impl Change {
    pub(crate) fn is_empty(&self) -> bool {
        self.facts.is_empty() && self.bookings.is_empty() && self.setup.is_none()
    }
}

/// Makes a change part of what is known. `head` is where the journal stands after it.
pub(crate) fn fold(live: &mut Live, change: &Change, head: &Head) {
    if let Some(setup) = &change.setup {
        set_up(live, setup);
    }
    let zone = live.structure.sites.first().map(|s| s.zone).unwrap_or_default();
    for booking in &change.bookings {
        let known = live.day.bookings.contains_key(&booking.id);
        let concerned = live.gate.presence(booking.id) != Presence::default();
        if known || concerned || civil(zone, booking.start).date() == live.day.date {
            live.day.put(booking.clone());
        }
    }
    for (date, stamp, event) in &change.facts {
        if *date == live.day.date {
            live.gate.apply(*stamp, event);
        }
    }
    live.head = hex(&head.hash);
    live.written_at = head.at;
    live.day.updated_at = live.day.updated_at.max(head.at);
}

fn set_up(live: &mut Live, setup: &Setup) {
    let s = &setup.structure;
    let day = &mut live.day;
    day.court = s.court.clone();
    day.sites = s.sites.iter().map(|x| (x.id, x.clone())).collect();
    day.gates = s.gates.iter().map(|x| (x.id, x.clone())).collect();
    day.offices = s.offices.iter().map(|x| (x.id, x.clone())).collect();
    day.services = s.services.iter().map(|x| (x.id, x.clone())).collect();
    day.schedules = s.schedules.iter().map(|x| (x.office, x.clone())).collect();
    day.neighbours = s.neighbours.iter().map(|x| (x.site, x.court.clone())).collect();
    day.keys = setup.keys.clone();
    live.structure = s.clone();
    live.people = setup.people.clone();
}

/// What is known of a civil day: its bookings and its facts folded.
pub(crate) fn load(db: &Connection, setup: &Setup, date: NaiveDate, head: &Head) -> Result<Live, StoreError> {
    let mut live = blank(setup, date, head);
    let court = setup.structure.court.id;
    let (start, end) = day_bounds(setup.zone(), date);
    for booking in rows::bookings_between(db, court, start, end)? {
        live.day.put(booking);
    }
    if let Some(mut at) = journal::before_day(db, date)? {
        journal::follow(db, &mut at, varco_core::ids::StationId(0), |row| {
            if row.date() == Some(date) {
                live.gate.apply(row.stamp(), &row.event()?);
            }
            Ok(())
        })?;
    }
    let unlisted: Vec<BookingId> = live
        .gate
        .scans()
        .filter(|f| f.marks.contains(&Mark::BySignature))
        .filter_map(|f| f.visitor.map(|v| v.booking))
        .filter(|id| !live.day.bookings.contains_key(id))
        .collect();
    for id in unlisted {
        if let Some(booking) = rows::booking(db, court, id)? {
            live.day.put(booking);
        }
    }
    Ok(live)
}

/// The same without bookings and facts.
pub(crate) fn blank(setup: &Setup, date: NaiveDate, head: &Head) -> Live {
    let day = Day {
        date,
        court: setup.structure.court.clone(),
        sites: std::collections::BTreeMap::new(),
        gates: std::collections::BTreeMap::new(),
        offices: std::collections::BTreeMap::new(),
        services: std::collections::BTreeMap::new(),
        schedules: std::collections::BTreeMap::new(),
        neighbours: std::collections::BTreeMap::new(),
        keys: KeyRing::default(),
        updated_at: head.at,
        bookings: std::collections::HashMap::new(),
        codes: std::collections::HashMap::new(),
    };
    let mut live = Live {
        day,
        gate: GateState::default(),
        structure: setup.structure.clone(),
        people: Vec::new(),
        head: hex(&head.hash),
        written_at: head.at,
    };
    set_up(&mut live, setup);
    live
}
