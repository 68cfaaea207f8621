// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! How a court is set up, as it is shown and edited. Each thing is a row with its number and version around the fields that
//! somebody edits; a new one is sent as its fields alone.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Both {
    /// Italian.
    pub it: String,
    /// English.
    pub en: String,
}

/// The organisation.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct CourtFields {
    /// As people call it.
    pub name: String,
    /// Web address where bookings are moved and cancelled.
    pub web: Option<String>,
    /// Telephone for questions.
    pub phone: Option<String>,
}

/// What the court gives to stewards.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct GrantsFields {
    /// Stewards may overrule *too early*.
    pub steward_too_early: bool,
    /// Stewards may overrule *too late*.
    pub steward_too_late: bool,
}

/// The patron saint's day of a town.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PatronFields {
    /// Month and day, `07-25`.
    pub day: String,
    /// The saint.
    pub name: String,
}

/// A building.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct SiteFields {
    /// As people call it.
    pub name: String,
    /// Street and number.
    pub address: String,
    /// Where to enter without steps.
    pub step_free: Option<Both>,
    /// IANA name of its time zone.
    pub zone: String,
    /// At most so many persons inside.
    pub maximum: Option<u32>,
    /// Whose exit nobody scans counts as gone so many minutes after the end of the slot.
    pub presumed_stay_minutes: u32,
    /// When the doors open, `08:30`.
    pub opens_at: Option<String>,
    /// When the building closes, `14:00`.
    pub closes_at: Option<String>,
    /// The patron saint's day, where the site closes on it.
    pub patron: Option<PatronFields>,
}

/// An entrance.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct GateFields {
    /// Of which building.
    pub site: u32,
    /// As the staff call it.
    pub name: String,
    /// Staff stand there.
    pub manned: bool,
}

/// What people book at.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct OfficeFields {
    /// In which building.
    pub site: u32,
    /// As people call it.
    pub name: String,
    /// Floor.
    pub floor: Option<String>,
    /// Room.
    pub room: Option<String>,
    /// How to get there from the entrance.
    pub directions: Option<Both>,
    /// Telephone.
    pub phone: Option<String>,
    /// Mail.
    pub email: Option<String>,
    /// Certified mail (PEC).
    pub certified_email: Option<String>,
    /// Desks that the office has.
    pub desks: Option<u32>,
    /// Minutes before the slot from which one may enter.
    pub early_minutes: u32,
    /// Minutes after the slot's end until which one may enter.
    pub late_minutes: u32,
    /// Compare the document with the booking.
    pub check_id: bool,
    /// May come back after an exit.
    pub re_entry: bool,
    /// How far ahead one may book, days.
    pub horizon_days: Option<u32>,
    /// How long before the slot one may still book, minutes.
    pub notice_minutes: u32,
    /// Persons of one booking, at most.
    pub persons_per_booking: Option<u32>,
    /// Bookings of one person on one day, at most.
    pub bookings_per_day: Option<u32>,
    /// Bookings of one person that are still to come, at most.
    pub bookings_ahead: Option<u32>,
    /// What the office tells those who book.
    pub text: Option<Both>,
}

/// What is done at an office.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ServiceFields {
    /// At which office.
    pub office: u32,
    /// Its name.
    pub name: Both,
    /// Length of a visit.
    pub minutes: u32,
    /// What to bring.
    pub bring: Vec<Both>,
    /// Instead of the office's, minutes early; with `late_minutes` or not at all.
    pub early_minutes: Option<u32>,
    /// Instead of the office's, minutes late.
    pub late_minutes: Option<u32>,
    /// Cases of one visit, at most.
    pub cases_max: Option<u32>,
    /// Who may book it; empty for everybody who books.
    pub audiences: Vec<String>,
    /// What the request must hold: subject, case_number, parties, attachment.
    pub petitum: Vec<String>,
    /// Compare the document; none for as the office does.
    pub check_id: Option<bool>,
}

macro_rules! things {
    ($($(#[$doc:meta])* $row:ident, $edit:ident, $new:ident, $fields:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
        pub struct $row {
            /// Its number; 0 where there is only one.
            pub id: u32,
            /// As it was seen; a change carries it.
            pub version: String,
            /// Used no more.
            pub archived: bool,
            /// Whether who asks may change it.
            pub may_edit: bool,
            /// What is edited.
            pub is: $fields,
        }

        $(#[$doc])*
        #[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
        pub struct $edit {
            /// Made once for each gesture.
            pub key: String,
            /// As it was seen.
            pub version: String,
            /// As it is to be.
            pub is: $fields,
        }

        $(#[$doc])*
        #[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
        pub struct $new {
            /// Made once for each gesture.
            pub key: String,
            /// As it is to be.
            pub is: $fields,
        }
    )*};
}

things! {
    /// The organisation.
    CourtRow, CourtEdit, CourtNew, CourtFields;
    /// What the court gives to stewards.
    GrantsRow, GrantsEdit, GrantsNew, GrantsFields;
    /// A building.
    SiteRow, SiteEdit, SiteNew, SiteFields;
    /// An entrance.
    GateRow, GateEdit, GateNew, GateFields;
    /// What people book at.
    OfficeRow, OfficeEdit, OfficeNew, OfficeFields;
    /// What is done at an office.
    ServiceRow, ServiceEdit, ServiceNew, ServiceFields;
}

/// A court as it is set up, as far as somebody may see it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct StructureView {
    /// The organisation.
    pub court: CourtRow,
    /// What it gives to stewards.
    pub grants: GrantsRow,
    /// Buildings.
    pub sites: Vec<SiteRow>,
    /// Entrances.
    pub gates: Vec<GateRow>,
    /// Offices.
    pub offices: Vec<OfficeRow>,
    /// Services.
    pub services: Vec<ServiceRow>,
}

/// What an edit did.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct EditDone {
    /// The number of the thing.
    pub id: u32,
    /// Its version now; none when it is gone.
    pub version: Option<String>,
    /// The change in the history, to take it back; none when nothing changed.
    pub change: Option<i64>,
}

/// A change of the history.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ChangeView {
    /// Its number.
    pub id: i64,
    /// When, in words.
    pub when: String,
    /// By whom; empty when nobody was signed in.
    pub by: String,
    /// What kind of thing.
    pub kind: String,
    /// What it is, in words.
    pub title: String,
    /// What changed.
    pub fields: Vec<FieldChange>,
    /// Whether who asks may take it back; somebody else may have changed it since.
    pub may_undo: bool,
}

/// One field of a change.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct FieldChange {
    /// Its name, in words.
    pub field: String,
    /// As it was; none when it was not there.
    pub before: Option<String>,
    /// As it became.
    pub after: Option<String>,
}

/// Changes, newest first.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct HistoryView {
    /// The changes.
    pub changes: Vec<ChangeView>,
    /// Ask again with `before` set to it for older ones; none when these are all.
    pub older: Option<i64>,
}
