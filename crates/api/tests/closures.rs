// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Closures as the office's page asks for them, on a real file.

#![allow(clippy::expect_used, reason = "these are tests")]

mod support;

use axum::http::StatusCode;
use serde_json::{Value, json};
use varco_api::Mode;
use varco_core::access::Role;
use varco_store::{
    Contact, NewBooking, NewPerson, Secret,
    contract::court::{CARLA, MAIN, PASSWORD, REGISTRY, assert_sound, at, booked, on, today, unlocked, wish},
};

use support::{Court, Page};

const CLOSURES: &str = "/api/admin/closures";

/// Four people at the registry tomorrow, and its page with Carla on Tuesday 10 March 2026.
async fn office() -> (Court, Page, String) {
    let court = Court::new();
    court.set_time(at(8, 0));
    let tomorrow = today() + chrono::Days::new(1);
    for n in 0..4 {
        let new = NewBooking {
            start: on(tomorrow, 9 + n, 0),
            names: vec![format!("Persona {n}")],
            contact: Contact { phone: Some(format!("0573 00{n}")), email: None },
            due_by: (n == 3).then_some(tomorrow),
            ..wish(9, 0, 1)
        };
        booked(court.store.as_ref(), u128::from(n) + 1, new);
    }
    let page = court.station(Mode::Admin, MAIN);
    let token = page.enter("Carla M.", PASSWORD).await;
    (court, page, token)
}

fn tomorrow_off() -> Value {
    json!({
        "level": { "of": "office", "id": REGISTRY.0 },
        "dates": { "kind": "day", "date": "2026-03-11" },
        "effect": { "kind": "closed", "reason_it": "lavori", "reason_en": "works" },
    })
}

async fn plan(page: &Page, token: &str, draft: &Value) -> Value {
    let (status, plan) = page.ask("POST", &format!("{CLOSURES}/plan"), Some(token), json!({ "draft": draft })).await;
    assert_eq!(status, StatusCode::OK, "{plan}");
    plan
}

/// All as proposed.
fn as_proposed(draft: &Value, plan: &Value) -> Value {
    let hits = plan["hits"].as_array().expect("hits").iter();
    let decided = hits.map(
        |hit| json!({ "booking": hit["booking"], "do": hit["proposal"]["do"], "start": hit["proposal"]["start"] }),
    );
    json!({ "draft": draft, "seen": plan["seen"], "decisions": decided.collect::<Vec<_>>(), "texts": plan["texts"] })
}

#[tokio::test]
async fn a_closure_is_planned_with_names_saved_as_decided_and_taken_back() {
    let (court, page, token) = office().await;
    let draft = tomorrow_off();
    let planned = plan(&page, &token, &draft).await;
    assert_eq!(planned["counts"], json!({ "hit": 4, "move": 3, "keep": 0, "cancel": 1 }));
    let first = &planned["hits"][0];
    assert_eq!((&first["names"], &first["start"]), (&json!(["Persona 0"]), &json!("2026-03-11T09:00")));
    assert_eq!(first["proposal"], json!({ "do": "move", "start": "2026-03-12T09:00", "why": null }));
    assert!(first["choices"].as_array().is_some_and(|choices| !choices.is_empty()));
    let last = &planned["hits"][3];
    assert_eq!((&last["proposal"]["do"], &last["due_by"]), (&json!("cancel"), &json!("2026-03-11")));
    assert!(last["proposal"]["why"].as_str().expect("why").contains("11 marzo"), "{last}");
    assert!(planned["texts"]["moved"]["it"].as_str().expect("a text").contains("{new}"));

    let mut wanted = as_proposed(&draft, &planned);
    wanted["decisions"][1] = json!({ "booking": planned["hits"][1]["booking"], "do": "keep" });
    let (status, saved) = page.ask("POST", CLOSURES, Some(&token), wanted).await;
    assert_eq!(status, StatusCode::OK, "{saved}");
    assert_eq!((&saved["moved"], &saved["kept"], &saved["cancelled"]), (&json!(2), &json!(1), &json!(1)));
    let (_, list) = page.ask("GET", CLOSURES, Some(&token), json!({})).await;
    let row = &list["closures"][0];
    assert_eq!(
        (&row["hit"], &row["held"], &row["can_undo"], &row["by"]),
        (&json!(4), &json!(4), &json!(true), &json!("Carla M."))
    );
    assert_eq!(row["where"], "Cancelleria civile");
    assert!(list["days"].as_array().is_some_and(|days| days.iter().any(|day| day["date"] == "2026-04-25")));

    let (status, phones) = page.ask("GET", &format!("{CLOSURES}/1/phones"), Some(&token), json!({})).await;
    assert_eq!(status, StatusCode::OK, "{phones}");
    let call = &phones["calls"][0];
    assert_eq!((&call["name"], &call["phone"]), (&json!("Persona 0"), &json!("0573 000")));
    let say = call["say"]["it"].as_str().expect("what to say");
    assert!(say.contains("Persona 0") && say.contains("giovedì 12 marzo 2026, 9:00"), "{say}");

    let (_, history) = page.ask("GET", "/api/admin/history?kind=closure", Some(&token), json!({})).await;
    let told = history["changes"][0]["fields"][0]["after"].as_str().expect("what was done");
    assert!(told.contains("lavori") && told.contains("2 spostate"), "{told}");

    let (status, back) = page.ask("POST", &format!("{CLOSURES}/1/undo"), Some(&token), json!({})).await;
    assert_eq!((status, &back["moved"]), (StatusCode::OK, &json!(2)), "{back}");
    let (_, list) = page.ask("GET", CLOSURES, Some(&token), json!({})).await;
    assert_eq!(list["closures"], json!([]));
    assert_eq!(plan(&page, &token, &draft).await["counts"]["hit"], 4);
    assert_sound(court.store.as_ref());
}

#[tokio::test]
async fn what_stops_a_closure_says_so_and_nothing_is_saved() {
    let (court, page, token) = office().await;
    let draft = tomorrow_off();
    let wanted = as_proposed(&draft, &plan(&page, &token, &draft).await);
    let tomorrow = today() + chrono::Days::new(1);
    booked(court.store.as_ref(), 50, NewBooking { start: on(tomorrow, 12, 30), ..wish(9, 0, 1) });
    let (status, stale) = page.ask("POST", CLOSURES, Some(&token), wanted).await;
    assert_eq!((status, &stale["code"]), (StatusCode::CONFLICT, &json!("stale")));
    assert!(stale["message"].as_str().expect("words").contains("una prenotazione nuova"), "{stale}");

    let mut wanted = as_proposed(&draft, &plan(&page, &token, &draft).await);
    wanted["decisions"][0]["start"] = json!("2026-03-14T09:00");
    let (status, gone) = page.ask("POST", CLOSURES, Some(&token), wanted).await;
    assert_eq!((status, &gone["code"]), (StatusCode::CONFLICT, &json!("place_gone")), "{gone}");

    let mut late = draft.clone();
    late["dates"]["date"] = json!("2026-03-09");
    late["effect"]["reason_en"] = json!(" ");
    let planned = plan(&page, &token, &late).await;
    let fields: Vec<&Value> = planned["faults"].as_array().expect("faults").iter().map(|f| &f["field"]).collect();
    assert_eq!(fields, [&json!("reason_en"), &json!("dates")]);
    let (status, refused) = page.ask("POST", CLOSURES, Some(&token), as_proposed(&late, &planned)).await;
    assert_eq!(
        (status, &refused["code"], &refused["field"]),
        (StatusCode::BAD_REQUEST, &json!("closure"), &json!("reason_en"))
    );
    for (part, bad) in [
        ("dates", json!({ "kind": "day", "date": "2026-02-30" })),
        ("hours", json!({ "from": "25:00", "to": "26:00" })),
        ("level", Value::Null),
    ] {
        let mut wrong = draft.clone();
        wrong[part] = bad;
        let (status, answer) =
            page.ask("POST", &format!("{CLOSURES}/plan"), Some(&token), json!({ "draft": wrong })).await;
        assert_eq!((status, &answer["field"]), (StatusCode::BAD_REQUEST, &json!(part)), "{answer}");
    }
    let (status, _) = page.ask("POST", &format!("{CLOSURES}/9/undo"), Some(&token), json!({})).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    let (_, list) = page.ask("GET", CLOSURES, Some(&token), json!({})).await;
    assert_eq!(list["closures"], json!([]));
}

#[tokio::test]
async fn what_has_left_is_not_taken_back_and_is_lifted_instead() {
    let (_court, page, token) = office().await;
    let draft = tomorrow_off();
    let wanted = as_proposed(&draft, &plan(&page, &token, &draft).await);
    page.ask("POST", CLOSURES, Some(&token), wanted).await;
    let (_, released) = page.ask("POST", &format!("{CLOSURES}/1/release"), Some(&token), json!({})).await;
    assert_eq!(released["released"], 4);
    let (status, left) = page.ask("POST", &format!("{CLOSURES}/1/undo"), Some(&token), json!({})).await;
    assert_eq!((status, &left["code"]), (StatusCode::CONFLICT, &json!("left_already")));
    let lift = json!({ "replaces": 1 });
    let planned = plan(&page, &token, &lift).await;
    let (status, done) = page.ask("POST", CLOSURES, Some(&token), as_proposed(&lift, &planned)).await;
    assert_eq!((status, &planned["counts"]["hit"]), (StatusCode::OK, &json!(0)), "{done}");
    let (_, list) = page.ask("GET", CLOSURES, Some(&token), json!({})).await;
    assert_eq!(list["closures"], json!([]));
}

#[tokio::test]
async fn a_manager_closes_the_own_office_and_neither_the_site_nor_the_court() {
    let (court, page, _) = office().await;
    let carla = unlocked(court.store.as_ref(), CARLA, PASSWORD);
    let new = NewPerson {
        name: "Marta G.".into(),
        role: Role::Manager,
        offices: vec![REGISTRY],
        pin: None,
        password: Some(Secret(PASSWORD.into())),
        passphrase: None,
        must_change: false,
    };
    court.store.add_person(new, Some(&carla), CARLA, at(8, 0)).expect("on disk").expect("added");
    let token = page.enter("Marta G.", PASSWORD).await;
    let mut draft = tomorrow_off();
    assert_eq!(plan(&page, &token, &draft).await["counts"]["hit"], 4);
    for level in [json!({ "of": "court" }), json!({ "of": "site", "id": 101 }), json!({ "of": "office", "id": 2 })] {
        draft["level"] = level;
        let wanted = json!({ "draft": draft, "seen": "", "decisions": [], "texts": {
            "moved": { "it": "a", "en": "a" }, "cancelled": { "it": "a", "en": "a" }, "kept": { "it": "a", "en": "a" } } });
        for path in [CLOSURES.to_owned(), format!("{CLOSURES}/plan")] {
            let (status, answer) = page.ask("POST", &path, Some(&token), wanted.clone()).await;
            assert_eq!((status, &answer["code"]), (StatusCode::FORBIDDEN, &json!("no_right")), "{path} {answer}");
        }
    }
}
