// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Every call of the office is tried by every role, at an office of their own and at another: only the table's cells pass.

#![allow(clippy::expect_used, reason = "these are tests")]

mod support;

use axum::http::StatusCode;
use serde_json::{Value, json};
use varco_api::Mode;
use varco_core::{
    access::{Cell, Right, Role, cell},
    booking::Office,
    ids::OfficeId,
    schedule::{
        BothLanguages, Dates, Effect, Level,
        closure::{Draft, Wanted},
    },
};
use varco_store::{
    NewPerson, Secret,
    closure::{Close, MessageTexts},
    contract::court::{BAILIFFS, CARLA, COPIES, MAIN, NOTICES, PASSWORD, REGISTRY, at, key, today, unlocked},
    edit::{Edit, Thing},
};

use support::{Court, Page};

/// What a call asks for.
#[derive(Debug, Clone, Copy)]
enum Need {
    /// Nothing: it is how somebody comes in or goes.
    Nothing,
    /// A right for the whole court.
    Court(Right),
    /// A right at the office that the address or the body names.
    Office(Right),
    /// A right for the whole court or for some offices: who has it for some sees these.
    Somewhere(Right),
}

/// Every call of the office. One that is missing here fails the test.
const CALLS: &[(&str, &str, Need)] = &[
    ("post", "/api/admin/sign-in", Need::Nothing),
    ("post", "/api/admin/recover", Need::Nothing),
    ("post", "/api/admin/sign-out", Need::Nothing),
    ("post", "/api/admin/lock", Need::Nothing),
    ("post", "/api/admin/here", Need::Court(Right::Account)),
    ("get", "/api/admin/me", Need::Court(Right::Account)),
    ("post", "/api/admin/password", Need::Court(Right::Account)),
    ("get", "/api/admin/rights", Need::Court(Right::Account)),
    ("get", "/api/admin/people", Need::Court(Right::People)),
    ("post", "/api/admin/people", Need::Court(Right::People)),
    ("put", "/api/admin/people/{person}", Need::Court(Right::People)),
    ("post", "/api/admin/people/{person}/secret", Need::Court(Right::People)),
    ("post", "/api/admin/people/{person}/archive", Need::Court(Right::People)),
    ("post", "/api/admin/people/{person}/restore", Need::Court(Right::People)),
    ("get", "/api/admin/structure", Need::Somewhere(Right::See)),
    ("put", "/api/admin/court", Need::Court(Right::Court)),
    ("put", "/api/admin/grants", Need::Court(Right::Court)),
    ("post", "/api/admin/sites", Need::Court(Right::Court)),
    ("put", "/api/admin/sites/{id}", Need::Court(Right::Court)),
    ("post", "/api/admin/sites/{id}/archive", Need::Court(Right::Court)),
    ("post", "/api/admin/sites/{id}/restore", Need::Court(Right::Court)),
    ("post", "/api/admin/gates", Need::Court(Right::Court)),
    ("put", "/api/admin/gates/{id}", Need::Court(Right::Court)),
    ("post", "/api/admin/gates/{id}/archive", Need::Court(Right::Court)),
    ("post", "/api/admin/gates/{id}/restore", Need::Court(Right::Court)),
    ("post", "/api/admin/offices", Need::Court(Right::Court)),
    ("put", "/api/admin/offices/{id}", Need::Office(Right::Office)),
    ("post", "/api/admin/offices/{id}/archive", Need::Court(Right::Court)),
    ("post", "/api/admin/offices/{id}/restore", Need::Court(Right::Court)),
    ("post", "/api/admin/services", Need::Office(Right::Office)),
    ("put", "/api/admin/services/{id}", Need::Office(Right::Office)),
    ("post", "/api/admin/services/{id}/archive", Need::Office(Right::Office)),
    ("post", "/api/admin/services/{id}/restore", Need::Office(Right::Office)),
    ("get", "/api/admin/offices/{id}/hours", Need::Office(Right::See)),
    ("post", "/api/admin/offices/{id}/hours/check", Need::Office(Right::Office)),
    ("post", "/api/admin/offices/{id}/hours/publish", Need::Office(Right::Office)),
    ("post", "/api/admin/offices/{id}/hours/extend", Need::Office(Right::Office)),
    ("get", "/api/admin/offices/{id}/why", Need::Office(Right::See)),
    ("get", "/api/admin/closures", Need::Somewhere(Right::See)),
    ("post", "/api/admin/closures", Need::Office(Right::Office)),
    ("post", "/api/admin/closures/plan", Need::Office(Right::Office)),
    ("get", "/api/admin/closures/{id}/letters", Need::Office(Right::Office)),
    ("get", "/api/admin/closures/{id}/phones", Need::Office(Right::Office)),
    ("post", "/api/admin/closures/{id}/release", Need::Office(Right::Office)),
    ("post", "/api/admin/closures/{id}/undo", Need::Office(Right::Office)),
    ("get", "/api/admin/history", Need::Somewhere(Right::History)),
    ("post", "/api/admin/history/{id}/undo", Need::Office(Right::Office)),
];

/// Calls that whoever has to change a password that somebody else made may make all the same.
const BEFORE_THE_PASSWORD: &[&str] = &["/api/admin/here", "/api/admin/me", "/api/admin/password"];

const OWN: OfficeId = REGISTRY;
const OTHER: OfficeId = BAILIFFS;

/// A body that the call can read, at an office.
fn body(path: &str, office: OfficeId) -> Value {
    json!({
        "name": "Somebody", "role": "steward", "offices": [office.0], "office": office.0, "version": "0", "what": "pin",
        "old": "not the old one", "new": "not the new one", "password": "not the password", "code": "none",
        "draft": draft(office), "seen": "0", "decisions": [], "texts": texts(),
        "is": fields(path, office), "from": "2026-03-16", "date": "2026-03-16", "rules": [], "until": "2027-01-01",
    })
}

/// A closure of an office.
fn draft(office: OfficeId) -> Value {
    json!({
        "level": { "of": "office", "id": office.0 }, "dates": { "kind": "day", "date": "2026-03-20" },
        "effect": { "kind": "closed", "reason_it": "lavori", "reason_en": "works" },
    })
}

fn texts() -> Value {
    let both = json!({ "it": "Avviso", "en": "Notice" });
    json!({ "moved": both, "cancelled": both, "kept": both })
}

/// The fields of the thing that a call is about.
fn fields(path: &str, office: OfficeId) -> Value {
    let mut fields = json!({
        "site": 101, "office": office.0, "address": "Via 1", "zone": "Europe/Rome", "presumed_stay_minutes": 60,
        "manned": true, "early_minutes": 15, "late_minutes": 15, "check_id": false, "re_entry": true, "notice_minutes": 0,
        "minutes": 15, "bring": [], "audiences": [], "petitum": [], "steward_too_early": false, "steward_too_late": false,
    });
    let of_service = path.starts_with("/api/admin/services");
    fields["name"] = if of_service { json!({ "it": "Nuovo", "en": "New" }) } else { json!("New") };
    fields
}

fn address(path: &str, office: OfficeId) -> String {
    let own = office == OWN;
    let id = match path.split('/').nth(3) {
        Some("sites") => 101,
        Some("gates") => MAIN.0,
        Some("services") => {
            if own {
                COPIES.0
            } else {
                NOTICES.0
            }
        }
        // The first changes and closures are those of the two offices.
        Some("history" | "closures") => {
            if own {
                1
            } else {
                2
            }
        }
        _ => office.0,
    };
    let asked = if path.ends_with("/why") { "?date=2026-03-10&time=10:00" } else { "" };
    path.replace("{person}", "1").replace("{id}", &id.to_string()) + asked
}

/// A change of each office.
fn changes(court: &Court) {
    for (number, office) in (1..).zip([OWN, OTHER]) {
        let mut seen = None;
        court.store.look(&mut |live| seen = live.day.offices.get(&office).cloned());
        let seen = seen.expect("the office");
        let wanted = Office { room: Some("7".into()), ..seen.clone() };
        let edit = Edit { seen: Some(Thing::Office(seen).version()), thing: Thing::Office(wanted) };
        court.store.edit(key(9_000 + number), CARLA, vec![edit], at(8, 0)).expect("on disk").expect("changed");
    }
    for (number, office) in (1..).zip([OWN, OTHER]) {
        let dates = Dates::Day { date: today() };
        let both = || BothLanguages { it: "lavori".into(), en: "works".into() };
        let effect = Effect::Closed { reason_it: both().it, reason_en: both().en, what_to_do: None };
        let wanted = Some(Wanted { level: Level::Office(office), dates, hours: None, effect });
        let draft = Draft { replaces: None, wanted };
        let seen = court.store.plan_closure(&draft, at(8, 0)).expect("read").expect("a plan").seen;
        let texts = MessageTexts { moved: both(), cancelled: both(), kept: both() };
        let close = Close { draft, seen, decisions: Vec::new(), texts };
        court.store.close(key(9_010 + number), CARLA, close, None, at(8, 0)).expect("on disk").expect("closed");
    }
}

/// One person of each role, with a password where the role has one.
fn staff(court: &Court, must_change: bool) {
    changes(court);
    let carla = unlocked(court.store.as_ref(), CARLA, PASSWORD);
    for role in Role::ALL {
        let new = NewPerson {
            name: format!("One {}", role.name()),
            role,
            offices: vec![OWN],
            pin: Some(Secret("112233".into())),
            password: Some(Secret(PASSWORD.into())),
            passphrase: None,
            must_change,
        };
        court.store.add_person(new, Some(&carla), CARLA, at(8, 0)).expect("on disk").expect("added");
    }
}

async fn enter(page: &Page, role: Role) -> String {
    page.enter(&format!("One {}", role.name()), PASSWORD).await
}

#[test]
fn every_call_of_the_office_says_what_it_needs() {
    let document: Value = serde_json::from_str(&varco_api::openapi()).expect("JSON");
    let mut found = Vec::new();
    for (path, item) in document["paths"].as_object().expect("paths") {
        if path.starts_with("/api/admin/") {
            let methods = item.as_object().expect("a path").keys();
            found.extend(methods.map(|method| (method.clone(), path.clone())));
        }
    }
    let mut listed: Vec<_> = CALLS.iter().map(|(method, path, _)| ((*method).to_owned(), (*path).to_owned())).collect();
    found.sort();
    listed.sort();
    assert_eq!(found, listed, "a call of the office is in no list, or a list names one that is not there");
}

#[tokio::test]
async fn only_the_cells_of_the_table_pass() {
    let court = Court::new();
    court.set_time(at(9, 0));
    staff(&court, false);
    let page = court.station(Mode::Admin, MAIN);
    let mut tried = 0;
    for role in Role::ALL.into_iter().filter(|r| r.has_password()) {
        for (method, path, need) in CALLS {
            for office in [OWN, OTHER] {
                let (right, allowed) = match need {
                    Need::Nothing => continue,
                    Need::Court(right) => (right, cell(role, *right) == Cell::Yes),
                    Need::Office(right) => {
                        (right, cell(role, *right) == Cell::Yes || (cell(role, *right) == Cell::Own && office == OWN))
                    }
                    Need::Somewhere(right) => (right, matches!(cell(role, *right), Cell::Yes | Cell::Own)),
                };
                // Signed in anew for each: some calls end what they were called with.
                let token = enter(&page, role).await;
                let method = method.to_uppercase();
                let (status, answer) =
                    page.ask(&method, &address(path, office), Some(&token), body(path, office)).await;
                let what =
                    format!("{} of a {}: {method} {path} at {office}: {status} {answer}", right.name(), role.name());
                assert_ne!(status, StatusCode::UNPROCESSABLE_ENTITY, "{what}");
                if allowed {
                    assert!(status != StatusCode::UNAUTHORIZED && answer["code"] != "no_right", "{what}");
                } else {
                    assert_eq!((status, &answer["code"]), (StatusCode::FORBIDDEN, &json!("no_right")), "{what}");
                }
                tried += 1;
            }
        }
    }
    assert!(tried >= 4 * 2 * 10, "only {tried} cells were tried");
}

#[tokio::test]
async fn without_signing_in_nothing_passes_and_a_steward_cannot_sign_in() {
    let court = Court::new();
    court.set_time(at(9, 0));
    staff(&court, false);
    let page = court.station(Mode::Admin, MAIN);
    for (method, path, need) in CALLS {
        if matches!(need, Need::Nothing) {
            continue;
        }
        for token in [None, Some("00000000000000000000000000000000"), Some("")] {
            let (status, answer) = page.ask(&method.to_uppercase(), &address(path, OWN), token, body(path, OWN)).await;
            assert_eq!((status, &answer["code"]), (StatusCode::UNAUTHORIZED, &json!("signed_out")), "{method} {path}");
        }
    }
    let steward = json!({ "name": "One steward", "password": PASSWORD });
    let (status, answer) = page.ask("POST", "/api/admin/sign-in", None, steward).await;
    assert_eq!((status, &answer["code"]), (StatusCode::FORBIDDEN, &json!("wrong_password")));
}

#[tokio::test]
async fn a_password_that_somebody_else_made_opens_nothing_but_its_own_change() {
    let court = Court::new();
    court.set_time(at(9, 0));
    staff(&court, true);
    let page = court.station(Mode::Admin, MAIN);
    for (method, path, need) in CALLS {
        if matches!(need, Need::Nothing) {
            continue;
        }
        let token = enter(&page, Role::Administrator).await;
        let (_, answer) = page.ask(&method.to_uppercase(), &address(path, OWN), Some(&token), body(path, OWN)).await;
        let refused = answer["code"] == "must_change";
        assert_eq!(refused, !BEFORE_THE_PASSWORD.contains(path), "{method} {path}: {answer}");
    }
}

#[tokio::test]
async fn door_and_lobby_have_no_call_of_the_office() {
    let court = Court::new();
    court.set_time(at(9, 0));
    for mode in [Mode::Entrance, Mode::Lobby] {
        let page = court.station(mode, MAIN);
        for (method, path, _) in CALLS {
            let (status, _) = page.ask(&method.to_uppercase(), &address(path, OWN), None, body(path, OWN)).await;
            assert_eq!(status, StatusCode::NOT_FOUND, "{method} {path}");
        }
    }
    let office = court.station(Mode::Admin, MAIN);
    for path in ["/api/leave", "/api/sign-in", "/api/scan", "/api/import?format=csv"] {
        let (status, _) = office.ask("POST", path, None, json!({})).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(office.get("/api/station").await["people"], json!([]), "who works here is for those who are signed in");
}
