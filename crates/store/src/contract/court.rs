// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A small court in Pistoia on Tuesday 10 March 2026.

use chrono::{NaiveDate, NaiveTime};
use sha2::{Digest, Sha256};
use varco_core::{
    access::{Actor, Grants, Role},
    booking::{Court, Gate, Office, Service, Site},
    gate::{Act, Gesture, Station, Via},
    ids::{BookingId, CourtId, GateId, GestureKey, OfficeId, PersonId, RuleId, ServiceId, SiteId, StationId},
    receipt::{NameKey, Receipt, name_key, read},
    schedule::{Audience, Band, HolidayCalendar, OfficeSchedule, OpeningRule, Recurrence},
    time::{Millis, Zone, resolve},
    verdict::Code,
};

use crate::{
    ActAnswer, ActRequest, Caller, Changed, Contact, NewBooking, NewPerson, Secret, Store, StoreError, Structure,
    seal::NamesKey,
};

/// The civil registry: 09:00–13:00, half-hours, two desks and four persons a slot; for professionals one desk and two
/// persons more.
pub const REGISTRY: OfficeId = OfficeId(1);
/// The bailiffs: 09:00–12:00, twenty minutes, one desk and one person.
pub const BAILIFFS: OfficeId = OfficeId(2);
/// Half an hour at the registry.
pub const COPIES: ServiceId = ServiceId(1);
/// Fifty minutes at the registry: longer than a slot.
pub const FILING: ServiceId = ServiceId(2);
/// Twenty minutes at the bailiffs.
pub const NOTICES: ServiceId = ServiceId(3);
/// The main entrance.
pub const MAIN: GateId = GateId(1);
/// The side entrance.
pub const SIDE: GateId = GateId(2);
/// Steward.
pub const BRUNO: PersonId = PersonId(1);
/// Supervisor.
pub const ANNA: PersonId = PersonId(2);
/// Administrator.
pub const CARLA: PersonId = PersonId(3);
/// Anna's passphrase.
pub const PASSPHRASE: &str = "dodici caratteri almeno";
/// Carla's password.
pub const PASSWORD: &str = "pane vino e olio";

/// Tuesday 10 March 2026.
#[must_use]
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 10).unwrap()
}

/// A time of that day.
#[must_use]
pub fn at(hour: u32, minute: u32) -> Millis {
    on(today(), hour, minute)
}

/// A time of a day.
#[must_use]
pub fn on(date: NaiveDate, hour: u32, minute: u32) -> Millis {
    resolve(Zone::ROME, date.and_hms_opt(hour, minute, 0).unwrap()).unwrap()
}

fn hour(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap()
}

fn rules(office: OfficeId, first: u32, band: Band) -> impl Iterator<Item = OpeningRule> {
    (1..=5).map(move |weekday| OpeningRule {
        id: RuleId(first + u32::from(weekday)),
        version: 1,
        office,
        weekday,
        recurrence: Recurrence::default(),
        band,
        valid_from: NaiveDate::from_ymd_opt(2020, 1, 1).unwrap(),
        valid_until: None,
    })
}

/// The court.
#[must_use]
pub fn structure() -> Structure {
    let site = SiteId(101);
    let band = |to, slot_minutes, desks, persons_per_slot, audience| Band {
        from: hour(9),
        to: hour(to),
        slot_minutes,
        remainder_minutes: 0,
        desks,
        persons_per_slot,
        audience,
    };
    let schedule = |office, rules: Vec<OpeningRule>| OfficeSchedule {
        office,
        site,
        zone: Zone::ROME,
        rules,
        exceptions: Vec::new(),
        holidays: HolidayCalendar::default(),
    };
    let registry = rules(REGISTRY, 100, band(13, 30, 2, 4, Audience::All))
        .chain(rules(REGISTRY, 200, band(13, 30, 1, 2, Audience::Professionals)))
        .collect();
    let bailiffs = rules(BAILIFFS, 300, band(12, 20, 1, 1, Audience::All)).collect();
    let office = |id, name: &str, room: &str| Office {
        floor: Some("2".into()),
        room: Some(room.into()),
        ..Office::new(id, site, name)
    };
    let service = |id, office, it: &str, en: &str, minutes| Service::new(id, office, (it.into(), en.into()), minutes);
    let gate = |id, name: &str| Gate::new(id, site, name);
    Structure {
        court: Court { id: CourtId(9), name: "Tribunale di Pistoia".into(), web: None, phone: None },
        sites: vec![Site::new(site, "Palazzo di giustizia", "Piazza del Duomo 6, Pistoia")],
        gates: vec![gate(MAIN, "Ingresso principale"), gate(SIDE, "Ingresso laterale")],
        offices: vec![office(REGISTRY, "Cancelleria civile", "214"), office(BAILIFFS, "Ufficio NEP", "120")],
        services: vec![
            service(COPIES, REGISTRY, "Ritiro copie", "Collect copies", 30),
            service(FILING, REGISTRY, "Deposito atti", "File documents", 50),
            service(NOTICES, BAILIFFS, "Notifiche", "Service of documents", 20),
        ],
        schedules: vec![schedule(REGISTRY, registry), schedule(BAILIFFS, bailiffs)],
        neighbours: Vec::new(),
        stations: vec![station(MAIN), station(SIDE)],
        grants: Grants::default(),
        pretend: true,
    }
}

/// The app at a gate.
#[must_use]
pub fn station(gate: GateId) -> Station {
    Station { id: StationId(gate.0), gate, site: SiteId(101), gesture: Gesture::Enter, arrive_enters: false }
}

/// The staff: Bruno, Anna and Carla, in the order of their numbers.
#[must_use]
pub fn people() -> Vec<NewPerson> {
    let person = |name: &str, role, pin: &str, password: Option<&str>, passphrase: Option<&str>| NewPerson {
        name: name.into(),
        role,
        offices: Vec::new(),
        pin: Some(Secret(pin.into())),
        password: password.map(|p| Secret(p.into())),
        passphrase: passphrase.map(|p| Secret(p.into())),
        must_change: false,
    };
    vec![
        person("Bruno T.", Role::Steward, "246802", None, None),
        person("Anna S.", Role::Supervisor, "135791", None, Some(PASSPHRASE)),
        person("Carla M.", Role::Administrator, "908070", Some(PASSWORD), None),
    ]
}

/// Installs the court and opens the day.
///
/// # Panics
/// When the store does not.
pub fn install(store: &dyn Store) {
    store.install(structure(), people(), None, at(7, 0)).unwrap();
    store.turn_to(today()).unwrap();
}

/// A gesture's key, made from a number.
#[must_use]
pub fn key(number: u128) -> GestureKey {
    GestureKey(0x0190_0000_0000_7000_8000_0000_0000_0000 + number)
}

/// A wish for the registry on the day.
#[must_use]
pub fn wish(hour: u32, minute: u32, persons: u8) -> NewBooking {
    NewBooking {
        office: REGISTRY,
        service: COPIES,
        audience: Audience::Citizens,
        start: at(hour, minute),
        persons,
        names: Vec::new(),
        tell_apart: None,
        assistance: None,
        contact: Contact::default(),
        due_by: None,
    }
}

/// Books, and expects to get it.
///
/// # Panics
/// When it is refused.
pub fn booked(store: &dyn Store, number: u128, new: NewBooking) -> Changed {
    store.book(key(number), new, at(7, 30)).unwrap().unwrap()
}

/// The receipt of a change.
///
/// # Panics
/// When there is none.
#[must_use]
pub fn receipt(changed: &Changed) -> Receipt {
    Receipt::from_text(changed.receipt.as_deref().unwrap()).unwrap()
}

/// What opens the names.
#[must_use]
pub fn opens(changed: &Changed) -> NameKey {
    name_key(&receipt(changed))
}

/// A scan at a gate.
#[must_use]
pub fn scan(number: u128, gate: GateId, text: &str, now: Millis) -> ActRequest {
    gesture(number, gate, Act::Scan { shown: read(text.as_bytes()), via: Via::Camera, look: false, late: None }, now)
}

/// A gesture at a gate, by the steward.
#[must_use]
pub fn gesture(number: u128, gate: GateId, act: Act, now: Millis) -> ActRequest {
    let body = Sha256::digest(format!("{act:?}")).into();
    ActRequest { caller: caller(number, gate, now), act, body, not_recorded: false }
}

/// Bruno at a gate.
#[must_use]
pub fn caller(number: u128, gate: GateId, now: Millis) -> Caller {
    Caller {
        key: key(number),
        station: station(gate),
        actor: Some(Actor { person: BRUNO, role: Role::Steward }),
        now,
        machine: now,
        clock_unsafe: false,
    }
}

/// The names key, by somebody's passphrase or password.
///
/// # Panics
/// When it is wrong.
#[must_use]
pub fn unlocked(store: &dyn Store, who: PersonId, secret: &str) -> NamesKey {
    store.unlock_names(who, &Secret(secret.into()), at(8, 30)).unwrap().key().unwrap()
}

/// The verdict of an answer.
///
/// # Panics
/// When the gesture was refused or shows nothing.
#[must_use]
pub fn verdict(answer: Result<ActAnswer, StoreError>) -> Code {
    answer.unwrap().outcome.unwrap().unwrap().verdict.code()
}

/// Persons of a booking who are in.
#[must_use]
pub fn inside(store: &dyn Store, booking: BookingId) -> u8 {
    let mut inside = 0;
    store.look(&mut |live| inside = live.gate.presence(booking).inside);
    inside
}

/// Expects that everything holds.
///
/// # Panics
/// When it does not, with what was found.
pub fn assert_sound(store: &dyn Store) {
    let report = store.verify().unwrap();
    assert!(report.is_sound(), "{report:#?}");
}
