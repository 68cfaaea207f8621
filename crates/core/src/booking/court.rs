// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! All that a gate knows of a day.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Booking, Court, Gate, Office, Service, Site};
use crate::{
    ids::{BookingId, GateId, OfficeId, ServiceId, SiteId},
    receipt::{KeyRing, ShortCode},
    schedule::OfficeSchedule,
    time::Millis,
};

/// A site of another court, known by number so that the screen can say whose receipt it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Neighbour {
    /// Number of the site.
    pub site: SiteId,
    /// Name of the other court.
    pub court: String,
}

/// All that a gate knows of one civil day.
#[derive(Debug, Clone, PartialEq)]
pub struct Day {
    /// The day.
    pub date: NaiveDate,
    /// Whose.
    pub court: Court,
    /// Its buildings.
    pub sites: BTreeMap<SiteId, Site>,
    /// Their entrances.
    pub gates: BTreeMap<GateId, Gate>,
    /// What people book at.
    pub offices: BTreeMap<OfficeId, Office>,
    /// What is done there.
    pub services: BTreeMap<ServiceId, Service>,
    /// When the offices are open.
    pub schedules: BTreeMap<OfficeId, OfficeSchedule>,
    /// Other courts' sites.
    pub neighbours: BTreeMap<SiteId, String>,
    /// Keys that vouch for receipts.
    pub keys: KeyRing,
    /// When the keys and bookings were last brought up to date.
    pub updated_at: Option<Millis>,
    /// Bookings, of this day and of the days around it.
    pub bookings: HashMap<BookingId, Booking>,
    /// Which booking a short code names, and when that receipt was issued.
    pub codes: HashMap<ShortCode, (BookingId, u32)>,
}

impl Day {
    /// Adds or replaces a booking together with its codes; a receipt that was taken back before it left is known no more.
    pub fn put(&mut self, booking: Booking) {
        for old in self.bookings.get(&booking.id).into_iter().flat_map(|known| &known.issues) {
            if !booking.issues.contains(old) {
                self.codes.remove(&old.code);
            }
        }
        for issue in &booking.issues {
            self.codes.insert(issue.code, (booking.id, issue.issued_at));
        }
        self.bookings.insert(booking.id, booking);
    }

    /// The longest service of an office, which bounds a visit that is known by its signature only. 30 minutes when the
    /// office has none.
    #[must_use]
    pub fn longest_service_minutes(&self, office: OfficeId) -> u32 {
        self.services.values().filter(|s| s.office == office).map(|s| s.minutes).max().unwrap_or(30)
    }

    /// Whether the document of a visit is compared: as the service says, else as the office does.
    #[must_use]
    pub fn wants_document(&self, office: OfficeId, service: Option<ServiceId>) -> bool {
        let Some(office) = self.offices.get(&office) else { return false };
        let service = service.and_then(|s| self.services.get(&s));
        service.map_or(office.policy.check_id, |service| service.wants_document(office))
    }

    /// Minutes early and late of a visit: the service's, else the office's, else 15.
    #[must_use]
    pub fn window(&self, office: OfficeId, service: Option<ServiceId>) -> (u32, u32) {
        service.and_then(|s| self.services.get(&s)).and_then(|s| s.window).unwrap_or_else(|| {
            let policy = self.offices.get(&office).map(|o| o.policy.clone()).unwrap_or_default();
            (policy.early_minutes, policy.late_minutes)
        })
    }
}
