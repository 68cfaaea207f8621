// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A court on which every verdict can be met at [`NOW`](crate::NOW): each receipt has a name that says what it is for.

use std::path::Path;

use chrono::{NaiveDate, NaiveTime};
use ed25519_dalek::SigningKey;
use serde_json::{Map, Value, json};
use varco_core::{
    booking::{By, IssueCause},
    ids::{ExceptionId, GestureKey, OfficeId, ServiceId, SiteId, StationId},
    receipt::{Claims, KeyId, Receipt, ShortCode, from_text, name_key, sign, to_text},
    schedule::{Audience, BothLanguages, Dates, Effect, Level, ScheduleException},
    time::{Millis, Zone, resolve_forward},
};
use varco_demo::{demo_people, demo_structure};
use varco_store::{BookingChange, Contact, NewBooking, Store, Structure, seal::Opener};
use varco_store_sqlite::{Options, open};

use crate::Trip;

/// The registry: slots of 15 minutes from 9 to 13, may come back after an exit.
const REGISTRY: OfficeId = OfficeId(1);
/// The bailiffs: slots of 10 minutes from 8:30 to 11, whoever left has been served.
const BAILIFFS: OfficeId = OfficeId(2);
/// In the other building.
const OTHER_SITE: OfficeId = OfficeId(3);
/// Closed by an exception after the bookings were made.
const CLOSED: OfficeId = OfficeId(4);
/// Compares documents.
const DOCUMENTS: OfficeId = OfficeId(5);

/// A booking of the stage: the name of its receipt, where, when, for whom.
struct Part {
    name: &'static str,
    office: OfficeId,
    at: (u32, u32, u32),
    names: &'static [&'static str],
    tell_apart: &'static str,
    assistance: Option<&'static str>,
}

const fn part(name: &'static str, office: OfficeId, at: (u32, u32, u32), names: &'static [&'static str]) -> Part {
    Part { name, office, at, names, tell_apart: "1970", assistance: None }
}

fn parts() -> Vec<Part> {
    let twin = |name, at, tell_apart| Part { tell_apart, ..part(name, REGISTRY, at, &["Bianchi Anna"]) };
    vec![
        part("good", REGISTRY, (15, 10, 0), &["Conti Vera"]),
        part("second", REGISTRY, (15, 10, 0), &["Serra Ugo"]),
        part("third", REGISTRY, (15, 10, 0), &["Longo Pia"]),
        part("fourth", REGISTRY, (15, 10, 0), &["Nardi Elio"]),
        part("fifth", REGISTRY, (15, 10, 0), &["Galli Rita"]),
        part("sixth", REGISTRY, (15, 10, 0), &["Testa Ivan"]),
        part("party", REGISTRY, (15, 10, 15), &["Villa Nino", "Villa Lea", "Villa Tea"]),
        part("couple", REGISTRY, (15, 10, 15), &["Tosi Olga", "Tosi Gino"]),
        Part { assistance: Some("ingresso senza gradini"), ..part("note", REGISTRY, (15, 10, 0), &["Riva Alba"]) },
        part("late", REGISTRY, (15, 9, 0), &["Ferri Aldo"]),
        part("late_too", REGISTRY, (15, 9, 15), &["Gatti Sara"]),
        part("early", REGISTRY, (15, 11, 0), &["Palumbo Luca"]),
        part("cancelled", REGISTRY, (15, 10, 0), &["Orlando Emma"]),
        part("reissued", REGISTRY, (15, 10, 15), &["Marini Fabio"]),
        part("blocked", REGISTRY, (15, 10, 0), &["Caruso Dario"]),
        part("moved", REGISTRY, (15, 12, 0), &["Fabbri Gaia"]),
        part("other_day", REGISTRY, (16, 10, 0), &["Sanna Rocco"]),
        twin("twin_1961", (15, 10, 15), "1961"),
        twin("twin_1984", (15, 10, 30), "1984"),
        part("served", BAILIFFS, (15, 10, 0), &["Neri Livio"]),
        part("returns", REGISTRY, (15, 10, 0), &["Moretti Ines"]),
        part("other_site", OTHER_SITE, (15, 10, 0), &["Quaranta Marta"]),
        part("closed", CLOSED, (15, 10, 0), &["Zanetti Lara"]),
        part("document", DOCUMENTS, (15, 10, 0), &["Hoxha Amira"]),
        part("document_too", DOCUMENTS, (15, 10, 0), &["Wang Chen"]),
        part("full", REGISTRY, (15, 10, 0), &["Pellegrini Mirko"]),
    ]
}

/// Founds it and gives its receipts by name: `text`, `code`, `start`, `persons`.
///
/// # Errors
/// What the store said.
pub(crate) fn found(data: &Path, maximum: u32) -> Trip<Map<String, Value>> {
    let store = open(data, StationId(1), Options::default())?;
    let day = |day| NaiveDate::from_ymd_opt(2026, 9, day).unwrap_or_default();
    let at = |(date, hour, minute): (u32, u32, u32)| {
        let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        resolve_forward(Zone::default(), day(date).and_time(time))
    };
    let early = at((15, 7, 0));
    store.install(structure(maximum), demo_people(), None, early)?;
    store.turn_to(day(15))?;
    let parts = parts();
    let new = |n: usize, part: &Part| {
        let names: Vec<String> = part.names.iter().map(|name| (*name).to_owned()).collect();
        let booking = NewBooking {
            office: part.office,
            service: ServiceId(0),
            audience: Audience::All,
            start: at(part.at),
            persons: u8::try_from(names.len()).unwrap_or(1),
            names,
            tell_apart: Some(part.tell_apart.to_owned()),
            assistance: part.assistance.map(str::to_owned),
            contact: Contact::default(),
            due_by: None,
        };
        (GestureKey(n as u128 + 1), NewBooking { service: service_of(&store, part.office), ..booking })
    };
    let wanted = parts.iter().enumerate().map(|(n, p)| new(n, p)).collect();
    let made = store.book_all(wanted, early, &mut |_| {})?;
    let mut receipts = Map::new();
    for (n, (part, made)) in parts.iter().zip(made).enumerate() {
        let made = made.map_err(|refused| format!("{}: {refused:?}", part.name))?;
        let text = made.receipt.ok_or("no receipt")?;
        let code = made.booking.latest_issue().map(|i| i.code.to_string()).unwrap_or_default();
        if let Some(change) = change_of(part, at((15, 10, 15)), service_of(&store, REGISTRY)) {
            let opener = Receipt::from_text(&text).ok().map(|r| Opener::Receipt(name_key(&r)));
            let key = GestureKey(1000 + n as u128);
            let changed = store.change(key, made.booking.id, change, opener.as_ref(), at((15, 8, 10)))?;
            changed.map_err(|refused| format!("{}: {refused:?}", part.name))?;
        }
        let persons = part.names.len();
        receipts.insert(part.name.to_owned(), json!({ "text": text, "code": code, "persons": persons }));
    }
    close(&store, day(15), at((15, 8, 0)))?;
    let good = receipts["good"]["text"].as_str().unwrap_or_default().to_owned();
    for (name, text) in forged(&good, at((15, 10, 0)))? {
        receipts.insert(name.to_owned(), json!({ "text": text }));
    }
    let nobody = ShortCode::from_bits(20_260_915);
    receipts.insert("unknown".to_owned(), json!({ "code": nobody.as_str() }));
    Ok(receipts)
}

/// Books the first free place of the next weeks in a court that was founded just now.
pub(crate) fn first_receipt(data: &Path) -> Trip<Value> {
    let store = open(data, StationId(1), Options::default())?;
    let mut founded = None;
    store.look(&mut |live| founded = live.written_at);
    let now = founded.ok_or("nothing was written yet")?;
    let tomorrow = varco_core::time::civil(Zone::default(), now).date() + chrono::Days::new(1);
    store.turn_to(tomorrow)?;
    let service = service_of(&store, REGISTRY);
    for date in tomorrow.iter_days().take(30) {
        let places = store.places(REGISTRY, Some(service), Audience::All, date)?;
        let Some(place) = places.iter().find(|place| place.desks_left > 0) else { continue };
        let new = NewBooking {
            office: REGISTRY,
            service,
            audience: Audience::All,
            start: place.start,
            persons: 1,
            names: vec!["Neri Livio".to_owned()],
            tell_apart: None,
            assistance: None,
            contact: Contact::default(),
            due_by: None,
        };
        let made = store.book(GestureKey(1), new, now)?.map_err(|refused| format!("{refused:?}"))?;
        return Ok(json!({ "first": { "text": made.receipt } }));
    }
    Err("no free place in a month".into())
}

/// The demo's court with room for the parts, an office that closes and one that compares documents.
fn structure(maximum: u32) -> Structure {
    let mut court = demo_structure(10);
    if let Some(site) = court.sites.first_mut() {
        site.maximum = Some(maximum);
    }
    let mut rule = 100;
    for (id, name, room) in [(CLOSED, "Archivio", "012"), (DOCUMENTS, "Casellario giudiziale", "118")] {
        let office = court.offices.iter().find(|o| o.id == REGISTRY).cloned();
        let plan = court.schedules.iter().find(|s| s.office == REGISTRY).cloned();
        let service = court.services.iter().find(|s| s.office == REGISTRY).cloned();
        let (Some(mut office), Some(mut plan), Some(mut service)) = (office, plan, service) else { continue };
        (office.id, office.name, office.room) = (id, name.to_owned(), Some(room.to_owned()));
        office.policy.check_id = id == DOCUMENTS;
        plan.office = id;
        for each in &mut plan.rules {
            rule += 1;
            (each.id, each.office) = (varco_core::ids::RuleId(rule), id);
        }
        (service.id, service.office) = (ServiceId(100 + id.0), id);
        service.name = (name.to_owned(), name.to_owned());
        court.offices.push(office);
        court.schedules.push(plan);
        court.services.push(service);
    }
    court
}

fn service_of(store: &dyn Store, office: OfficeId) -> ServiceId {
    let mut found = ServiceId(0);
    store.look(&mut |live| {
        found = live.day.services.values().find(|s| s.office == office).map_or(found, |s| s.id);
    });
    found
}

/// What happened to a booking after its receipt was printed.
fn change_of(part: &Part, later: Millis, service: ServiceId) -> Option<BookingChange> {
    Some(match part.name {
        "cancelled" => BookingChange::Cancel { by: By::Office, replaced_by: None },
        "reissued" => BookingChange::Reissue { cause: IssueCause::Lost, names: None },
        "blocked" => BookingChange::Block { reason: Some("parlare con il comando".to_owned()) },
        "moved" => BookingChange::Move { office: REGISTRY, service, start: later },
        _ => return None,
    })
}

/// The archive closes for the day, after its bookings were made.
fn close(store: &dyn Store, date: NaiveDate, announced_at: Millis) -> Trip<()> {
    let mut structure = None;
    store.look(&mut |live| structure = Some(live.structure.clone()));
    let mut structure = structure.ok_or("no court")?;
    let closure = ScheduleException {
        id: ExceptionId(1),
        level: Level::Office(CLOSED),
        dates: Dates::Day { date },
        hours: None,
        effect: Effect::Closed {
            reason_it: "assemblea del personale".to_owned(),
            reason_en: "staff meeting".to_owned(),
            what_to_do: Some(BothLanguages {
                it: "Atti in scadenza: stanza 112".to_owned(),
                en: "Deadlines today: room 112".to_owned(),
            }),
        },
        announced_at,
    };
    for plan in structure.schedules.iter_mut().filter(|plan| plan.office == CLOSED) {
        plan.exceptions.push(closure.clone());
    }
    Ok(store.save_structure(structure, announced_at)?)
}

/// Codes that no booking stands behind.
fn forged(good: &str, start: Millis) -> Trip<Vec<(&'static str, String)>> {
    let stranger = SigningKey::from_bytes(&[7; 32]);
    let claims = |site| Claims {
        issued_at: 1_789_300_000,
        booking: varco_core::ids::BookingId::new(99),
        site: SiteId(site),
        office: REGISTRY,
        party: 1,
        start,
    };
    let mut token = from_text(good)?;
    if let Some(last) = token.last_mut() {
        *last ^= 1;
    }
    let mut smudged = good.to_owned();
    let swapped = if smudged.pop() == Some('A') { 'B' } else { 'A' };
    smudged.push(swapped);
    Ok(vec![
        ("bad_signature", to_text(&token)),
        ("damaged", smudged),
        ("not_ours", sign(&claims(700), KeyId(900), &stranger, &[1; 32])?.0),
        ("key_unknown", sign(&claims(1), KeyId(901), &stranger, &[2; 32])?.0),
    ])
}
