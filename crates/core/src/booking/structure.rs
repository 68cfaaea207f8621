// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! How a court is set up: sites, gates, offices, services. What was added later has a default, so that rows of an older
//! Varco are read.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use crate::{
    ids::{CourtId, GateId, OfficeId, ServiceId, SiteId},
    schedule::{Audience, Patron},
    time::Zone,
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
    /// When the doors open; without it nothing is said about slots before.
    #[serde(default)]
    pub opens_at: Option<NaiveTime>,
    /// When the building closes and all are out; without it, the presumed stay after the last hours of its offices.
    #[serde(default)]
    pub closes_at: Option<NaiveTime>,
    /// The day of the town's patron saint, where the site closes on it. A site set up by an older Varco has it only in
    /// the calendars of its offices.
    #[serde(default)]
    pub patron: Option<Patron>,
    /// Used no more: it is offered nowhere, and what is booked there keeps its name.
    #[serde(default)]
    pub archived: bool,
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
    /// Used no more.
    #[serde(default)]
    pub archived: bool,
}

/// What people book at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Whom to ask.
    #[serde(default)]
    pub contacts: Contacts,
    /// Desks that the office has; hours that would use more of them at one time are told before they are published.
    #[serde(default)]
    pub desks: Option<u16>,
    /// Used no more: it takes no new bookings and stands on no list; those that exist keep its name.
    #[serde(default)]
    pub archived: bool,
}

/// How an office is reached.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contacts {
    /// Telephone.
    pub phone: Option<String>,
    /// Mail.
    pub email: Option<String>,
    /// Certified mail (PEC).
    pub certified_email: Option<String>,
}

/// What an office decides about its door and its bookings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficePolicy {
    /// Minutes before the slot from which one may enter; both ends count as inside. 15 by default.
    pub early_minutes: u32,
    /// Minutes after the slot's end until which one may enter. 15 by default.
    pub late_minutes: u32,
    /// Compare the document with the booking, unless the service says otherwise.
    pub check_id: bool,
    /// May come back after an exit.
    pub re_entry: bool,
    /// How far ahead one may book, days; `None` for as far as hours are published.
    #[serde(default)]
    pub horizon_days: Option<u16>,
    /// How long before the slot one may still book, minutes.
    #[serde(default)]
    pub notice_minutes: u32,
    /// How many bookings and persons.
    #[serde(default)]
    pub limits: Limits,
    /// What the office tells those who book, Italian and English.
    #[serde(default)]
    pub text: Option<(String, String)>,
}

/// How much one person may book; `None` for no limit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Persons of one booking.
    pub persons_per_booking: Option<u8>,
    /// Bookings of one person on one day.
    pub bookings_per_day: Option<u8>,
    /// Bookings of one person that are still to come.
    pub bookings_ahead: Option<u8>,
}

impl Default for OfficePolicy {
    fn default() -> Self {
        Self {
            early_minutes: 15,
            late_minutes: 15,
            check_id: false,
            re_entry: true,
            horizon_days: None,
            notice_minutes: 0,
            limits: Limits::default(),
            text: None,
        }
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
    /// Cases of one visit, at most; `None` for no limit.
    #[serde(default)]
    pub cases_max: Option<u8>,
    /// Who may book it; empty for everybody who books.
    #[serde(default)]
    pub audiences: Vec<Audience>,
    /// What the request must hold.
    #[serde(default)]
    pub petitum: Vec<PetitumPart>,
    /// Compare the document; `None` for as the office does.
    #[serde(default)]
    pub check_id: Option<bool>,
    /// Offered no more.
    #[serde(default)]
    pub archived: bool,
}

/// What a request (petitum) may have to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PetitumPart {
    /// In words.
    Subject,
    /// Number and year of the case (R.G.).
    CaseNumber,
    /// The parties.
    Parties,
    /// A document attached.
    Attachment,
}

impl PetitumPart {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Subject, Self::CaseNumber, Self::Parties, Self::Attachment];

    /// The name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::CaseNumber => "case_number",
            Self::Parties => "parties",
            Self::Attachment => "attachment",
        }
    }
}

impl Site {
    /// A building as it is before anything else is said of it.
    #[must_use]
    pub fn new(id: SiteId, name: impl Into<String>, address: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            address: address.into(),
            step_free: None,
            zone: Zone::default(),
            maximum: None,
            presumed_stay_minutes: 60,
            opens_at: None,
            closes_at: None,
            patron: None,
            archived: false,
        }
    }
}

impl Gate {
    /// An entrance where staff stand.
    #[must_use]
    pub fn new(id: GateId, site: SiteId, name: impl Into<String>) -> Self {
        Self { id, site, name: name.into(), manned: true, archived: false }
    }
}

impl Office {
    /// An office as it is before anything else is said of it.
    #[must_use]
    pub fn new(id: OfficeId, site: SiteId, name: impl Into<String>) -> Self {
        Self {
            id,
            site,
            name: name.into(),
            floor: None,
            room: None,
            directions: None,
            policy: OfficePolicy::default(),
            contacts: Contacts::default(),
            desks: None,
            archived: false,
        }
    }
}

impl Service {
    /// A service as it is before anything else is said of it.
    #[must_use]
    pub fn new(id: ServiceId, office: OfficeId, name: (String, String), minutes: u32) -> Self {
        Self {
            id,
            office,
            name,
            minutes,
            bring: Vec::new(),
            window: None,
            cases_max: None,
            audiences: Vec::new(),
            petitum: Vec::new(),
            check_id: None,
            archived: false,
        }
    }

    /// Whether somebody of an audience may book it. The staff books for whom it sees fit.
    #[must_use]
    pub fn may_be_booked_by(&self, audience: Audience) -> bool {
        let open_to = self.audiences.is_empty() || audience == Audience::Staff || self.audiences.contains(&audience);
        open_to && !self.archived
    }

    /// Whether the document of who comes for it is compared.
    #[must_use]
    pub fn wants_document(&self, office: &Office) -> bool {
        self.check_id.unwrap_or(office.policy.check_id)
    }
}
