// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The court: sites, gates, offices, services, and all that a gate knows of a day.

use std::collections::{BTreeMap, HashMap};

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::Booking;
use crate::{
    ids::{BookingId, CourtId, GateId, OfficeId, ServiceId, SiteId},
    receipt::{KeyRing, ShortCode},
    schedule::OfficeSchedule,
    time::{Millis, Zone},
};

/// The organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Court {
    /// Which one.
    pub id: CourtId,
    /// As people call it.
    pub name: String,
    /// Web address where bookings are moved and cancelled, if there is one.
    pub web: Option<String>,
    /// Telephone for questions.
    pub phone: Option<String>,
}

/// A building.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// Which one.
    pub id: SiteId,
    /// As people call it.
    pub name: String,
    /// Street and number.
    pub address: String,
    /// Where to enter without steps, Italian and English.
    pub step_free: Option<(String, String)>,
    /// Its time.
    pub zone: Zone,
    /// At most so many persons inside, if there is a limit.
    pub maximum: Option<u32>,
    /// A person whose exit nobody scans counts as gone so many minutes after the end of the slot; 60 by default.
    pub presumed_stay_minutes: u32,
    /// When the building closes and all are out; without it, the presumed stay after the last hours of its offices.
    #[serde(default)]
    pub closes_at: Option<NaiveTime>,
}

/// An entrance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gate {
    /// Which one.
    pub id: GateId,
    /// Of which building.
    pub site: SiteId,
    /// As the staff call it.
    pub name: String,
    /// Staff stand there. A lobby without a manned gate before it lets in by itself.
    pub manned: bool,
}

/// What people book at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Office {
    /// Which one.
    pub id: OfficeId,
    /// In which building.
    pub site: SiteId,
    /// As people call it.
    pub name: String,
    /// Floor, as written on the wall.
    pub floor: Option<String>,
    /// Room, as written on the door.
    pub room: Option<String>,
    /// How to get there from the entrance, in Italian and English.
    pub directions: Option<(String, String)>,
    /// Windows and habits.
    pub policy: OfficePolicy,
}

/// What an office decides about its door.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficePolicy {
    /// Minutes before the slot from which one may enter; both ends count as inside. 15 by default.
    pub early_minutes: u32,
    /// Minutes after the slot's end until which one may enter. 15 by default.
    pub late_minutes: u32,
    /// Compare the document with the booking.
    pub check_id: bool,
    /// May come back after an exit.
    pub re_entry: bool,
}

impl Default for OfficePolicy {
    fn default() -> Self {
        Self { early_minutes: 15, late_minutes: 15, check_id: false, re_entry: true }
    }
}

/// What is done at an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// Which one.
    pub id: ServiceId,
    /// At which office.
    pub office: OfficeId,
    /// In Italian and English.
    pub name: (String, String),
    /// Length of a visit.
    pub minutes: u32,
    /// What to bring, Italian and English.
    pub bring: Vec<(String, String)>,
    /// Instead of the office's window, minutes early and late.
    pub window: Option<(u32, u32)>,
}

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
    /// Adds or replaces a booking together with its codes.
    pub fn put(&mut self, booking: Booking) {
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

    /// Minutes early and late of a visit: the service's, else the office's, else 15.
    #[must_use]
    pub fn window(&self, office: OfficeId, service: Option<ServiceId>) -> (u32, u32) {
        service.and_then(|s| self.services.get(&s)).and_then(|s| s.window).unwrap_or_else(|| {
            let policy = self.offices.get(&office).map(|o| o.policy.clone()).unwrap_or_default();
            (policy.early_minutes, policy.late_minutes)
        })
    }
}
