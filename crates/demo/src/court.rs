// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The demo court: Tribunale di Valserena, two buildings, three offices and more.

use varco_core::{
    access::{Grants, Role},
    booking::{Court, Gate, Neighbour, OfficePolicy, Site},
    gate::{Gesture, Station},
    ids::{CourtId, GateId, OfficeId, SiteId, StationId},
};
use varco_store::{NewPerson, Secret, Structure};

use crate::template::{Site as NewSite, Template};

/// PINs of the demo's staff, by name: printed by whoever makes a demo. A demo guards nothing.
pub const DEMO_PINS: [(&str, Role, &str); 3] = [
    ("Laura B.", Role::Steward, "111111"),
    ("Paolo V.", Role::Supervisor, "222222"),
    ("Ada R.", Role::Administrator, "333333"),
];

/// Opens the names of the demo.
pub const DEMO_PASSPHRASE: &str = "valserena-prova";

/// The password of one of the demo's staff who has one; `None` at every court that exists.
#[must_use]
pub fn practice_password(court: &Structure, name: &str) -> Option<String> {
    let has = |(demo, role, _): &&(&str, Role, &str)| *demo == name && *role == Role::Administrator;
    DEMO_PINS.iter().find(has).map(|_| DEMO_PASSPHRASE.to_owned()).filter(|_| court.pretend)
}

/// The PIN of one of the demo's staff; `None` at every court that exists.
#[must_use]
pub fn practice_pin(court: &Structure, name: &str) -> Option<String> {
    let pin = DEMO_PINS.iter().find(|(demo, ..)| *demo == name).map(|(.., pin)| (*pin).to_owned());
    pin.filter(|_| court.pretend)
}

/// The offices of the demo's second building.
const SECOND_SITE: SiteId = SiteId(2);

/// The demo court. `scale` multiplies desks and persons of each slot, for days larger than life.
#[must_use]
pub fn demo_structure(scale: u16) -> Structure {
    let site = NewSite {
        name: "Palazzo di Giustizia".to_owned(),
        address: "piazza del Popolo 1".to_owned(),
        zone: varco_core::time::Zone::default(),
        patron_saint: Some((7, 25)),
        gate: "Varco 1".to_owned(),
    };
    let template = Template::all().into_iter().find(|t| t.id == "pistoia");
    let mut structure = template
        .unwrap_or_else(|| Template {
            id: String::new(),
            name: Default::default(),
            about: Default::default(),
            offices: Vec::new(),
        })
        .structure("Tribunale di Valserena", &site);
    structure.pretend = true;
    structure.court = Court {
        id: CourtId(1),
        name: "Tribunale di Valserena".to_owned(),
        web: Some("tribunale-valserena.example/p".to_owned()),
        phone: Some("0573 000 000".to_owned()),
    };
    if let Some(first) = structure.sites.first_mut() {
        first.maximum = Some(120 * u32::from(scale));
        first.step_free = Some((
            "via Roma 3, campanello a 90 cm da terra".to_owned(),
            "via Roma 3, bell 90 cm above the ground".to_owned(),
        ));
    }
    structure.sites.push(Site {
        zone: site.zone,
        patron: site.patron(),
        ..Site::new(SECOND_SITE, "Palazzina dei Tigli", "via dei Tigli 14")
    });
    structure.gates.push(Gate::new(GateId(2), SiteId(1), "Varco 2, via Roma"));
    structure.gates.push(Gate { manned: false, ..Gate::new(GateId(3), SECOND_SITE, "Ingresso Tigli") });
    for (id, gate, site) in [(2, 2, 1), (3, 3, 2)] {
        let gesture = if id == 3 { Gesture::Arrive } else { Gesture::Enter };
        structure.stations.push(Station {
            id: StationId(id),
            gate: GateId(gate),
            site: SiteId(site),
            gesture,
            arrive_enters: id == 3,
        });
    }
    for office in &mut structure.offices {
        office.directions = Some(("Ascensore a destra".to_owned(), "Lift on the right".to_owned()));
        if office.id == OfficeId(2) {
            office.policy = OfficePolicy { re_entry: false, ..OfficePolicy::default() };
        }
        if office.id == OfficeId(3) {
            office.site = SECOND_SITE;
            office.directions = Some(("In fondo al corridoio".to_owned(), "At the end of the corridor".to_owned()));
        }
    }
    for plan in &mut structure.schedules {
        if plan.office == OfficeId(3) {
            plan.site = SECOND_SITE;
        }
        for rule in &mut plan.rules {
            rule.band.desks = rule.band.desks.saturating_mul(scale);
            rule.band.persons_per_slot = rule.band.persons_per_slot.saturating_mul(scale);
        }
    }
    structure.neighbours = vec![Neighbour { site: SiteId(700), court: "Tribunale di Pontalba".to_owned() }];
    structure.grants = Grants { steward_too_early: false, steward_too_late: false };
    structure
}

/// The demo's staff.
#[must_use]
pub fn demo_people() -> Vec<NewPerson> {
    let person = |(name, role, pin): (&str, Role, &str)| NewPerson {
        name: name.to_owned(),
        role,
        offices: Vec::new(),
        pin: Some(Secret(pin.to_owned())),
        password: (role == Role::Administrator).then(|| Secret(DEMO_PASSPHRASE.to_owned())),
        passphrase: role.opens_names_by_passphrase().then(|| Secret(DEMO_PASSPHRASE.to_owned())),
        must_change: false,
    };
    DEMO_PINS.into_iter().map(person).collect()
}
