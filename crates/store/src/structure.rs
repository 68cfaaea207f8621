// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The court as it is set up: everything that is not a booking or a fact of a day.

use serde::{Deserialize, Serialize};
use varco_core::{
    access::{Grants, Role},
    booking::{Court, Gate, Neighbour, Office, Service, Site},
    gate::Station,
    ids::PersonId,
    receipt::KeyId,
    schedule::OfficeSchedule,
    time::Millis,
};

/// The court as it is set up. Read and written whole; one JSON document a row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Structure {
    /// The organisation.
    pub court: Court,
    /// Its buildings.
    pub sites: Vec<Site>,
    /// Their entrances.
    pub gates: Vec<Gate>,
    /// What people book at.
    pub offices: Vec<Office>,
    /// What is done there.
    pub services: Vec<Service>,
    /// When the offices are open.
    pub schedules: Vec<OfficeSchedule>,
    /// Other courts' sites.
    pub neighbours: Vec<Neighbour>,
    /// Installed apps.
    pub stations: Vec<Station>,
    /// What the court gives to stewards.
    pub grants: Grants,
    /// True for a demo or training court: the time of a question may be chosen.
    pub pretend: bool,
}

/// Somebody of the staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// As shown at sign-in: a first name and an initial.
    pub name: String,
    /// What they are.
    pub role: Role,
}

/// A PIN, password or passphrase on its way to be hashed. Never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Somebody new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPerson {
    /// As shown at sign-in.
    pub name: String,
    /// What they are.
    pub role: Role,
    /// Six digits or more, for the door.
    pub pin: Secret,
    /// For administrators.
    pub password: Option<Secret>,
    /// Opens names for search, 12 characters or more; supervisors and administrators only.
    pub passphrase: Option<Secret>,
}

/// A key that was made, to be announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewKey {
    /// Its name.
    pub kid: KeyId,
    /// From when it signs.
    pub signs_from: Millis,
}
