// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The court as it is set up: everything that is not a booking or a fact of a day.

use serde::{Deserialize, Serialize};
use varco_core::{
    access::Grants,
    booking::{Court, Gate, Neighbour, Office, Service, Site},
    gate::Station,
    ids::{OfficeId, ServiceId},
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

impl Structure {
    /// Whether the document of who comes to an office for a service is compared.
    #[must_use]
    pub fn wants_document(&self, office: OfficeId, service: ServiceId) -> bool {
        let Some(office) = self.offices.iter().find(|o| o.id == office) else { return false };
        let service = self.services.iter().find(|s| s.id == service);
        service.map_or(office.policy.check_id, |service| service.wants_document(office))
    }
}

/// A key that was made, to be announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewKey {
    /// Its name.
    pub kid: KeyId,
    /// From when it signs.
    pub signs_from: Millis,
}
