// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Signing in at the office's pages, how long it lasts, and the staff, on a real file.

#![allow(clippy::expect_used, reason = "these are tests")]

mod support;

use axum::http::StatusCode;
use serde_json::{Value, json};
use varco_api::Mode;
use varco_core::access::SPRAY_TRIES;
use varco_store::{
    Secret,
    contract::court::{ANNA, MAIN, PASSWORD, assert_sound, at, people, structure, today},
};

use support::{Court, Page};

const CARLA: &str = "Carla M.";

fn office(court: &Court) -> Page {
    court.set_time(at(9, 0));
    court.station(Mode::Admin, MAIN)
}

async fn try_to_enter(page: &Page, name: &str, password: &str) -> (StatusCode, Value) {
    page.ask("POST", "/api/admin/sign-in", None, json!({ "name": name, "password": password })).await
}

/// What a session gets that only looks.
async fn me(page: &Page, token: &str) -> Value {
    page.ask("GET", "/api/admin/me", Some(token), json!({})).await.1
}

async fn row(page: &Page, token: &str, name: &str) -> Value {
    let (_, answer) = page.ask("GET", "/api/admin/people", Some(token), json!({})).await;
    let rows = answer["people"].as_array().expect("people").clone();
    rows.into_iter().find(|r| r["name"] == name).expect("somebody of that name")
}

async fn done(page: &Page, method: &str, path: &str, token: &str, body: Value) -> Value {
    let (status, answer) = page.ask(method, path, Some(token), body).await;
    assert_eq!(status, StatusCode::OK, "{path}: {answer}");
    answer
}

/// A manager of the first office who has a password of their own.
async fn manager(page: &Page, carla: &str) -> (Value, String) {
    let new = json!({ "name": "Dario P.", "role": "manager", "offices": [1] });
    let added = done(page, "POST", "/api/admin/people", carla, new).await;
    let given = added["secrets"][0]["secret"].as_str().expect("a password").to_owned();
    let token = page.enter("Dario P.", &given).await;
    let own = json!({ "old": given, "new": "la mia parola" });
    let token =
        done(page, "POST", "/api/admin/password", &token, own).await["token"].as_str().expect("a token").to_owned();
    (added["person"].clone(), token)
}

#[tokio::test]
async fn whoever_signs_in_is_told_who_they_are_and_what_they_may_do() {
    let court = Court::new();
    let page = office(&court);
    let (status, answer) = try_to_enter(&page, "  carla   m. ", PASSWORD).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    let me = &answer["me"];
    assert_eq!((&me["name"], &me["role"], &me["opens_names"]), (&json!(CARLA), &json!("administrator"), &json!(true)));
    assert_eq!(me["seconds_until_lock"], 900);
    let carla = answer["token"].as_str().expect("a token");
    assert_eq!(carla.len(), 64, "256 bits");
    let (_, dario) = manager(&page, carla).await;
    let dario = me_of(&page, &dario).await;
    assert_eq!(dario["rights"], json!(["account", "see", "office", "history"]));
    assert_eq!(dario["offices"], json!([{ "id": 1, "name": "Cancelleria civile" }]));
    assert_sound(court.store.as_ref());
}

async fn me_of(page: &Page, token: &str) -> Value {
    let answer = me(page, token).await;
    assert!(answer["code"].is_null(), "{answer}");
    answer
}

#[tokio::test]
async fn one_password_cannot_be_tried_on_every_name() {
    let court = Court::new();
    let page = office(&court);
    for n in 0..SPRAY_TRIES {
        let (status, answer) = try_to_enter(&page, &format!("Nome {n}"), "la parola di tutti").await;
        assert_eq!((status, &answer["tries_left"]), (StatusCode::FORBIDDEN, &json!(4)), "{answer}");
    }
    let slowed = |answer: &Value| (answer["code"].clone(), answer["wait_seconds"].clone());
    let (status, answer) = try_to_enter(&page, CARLA, PASSWORD).await;
    assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(slowed(&answer), (json!("slowed"), json!(30)), "the right one waits too");
    court.set_time(at(9, 0).plus_seconds(30));
    page.enter(CARLA, PASSWORD).await;
    // The right one was counted as none.
    page.enter(CARLA, PASSWORD).await;
    assert_eq!(try_to_enter(&page, "Nome 99", "x").await.0, StatusCode::FORBIDDEN);
    assert_eq!(slowed(&try_to_enter(&page, CARLA, PASSWORD).await.1), (json!("slowed"), json!(30)));
}

#[tokio::test]
async fn a_name_that_nobody_has_gets_the_same_answers_as_one_that_somebody_has() {
    let court = Court::new();
    let page = office(&court);
    let mut answers = Vec::new();
    for name in [CARLA, "Bruno T.", "Nessuno N."] {
        let mut said = Vec::new();
        for _ in 0..6 {
            said.push(try_to_enter(&page, name, "una parola sbagliata").await);
        }
        answers.push(said);
    }
    assert_eq!(answers[0][5].0, StatusCode::TOO_MANY_REQUESTS, "{:?}", answers[0]);
    assert_eq!(answers[1], answers[0]);
    assert_eq!(answers[2], answers[0]);
}

#[tokio::test]
async fn a_session_is_locked_after_fifteen_minutes_and_ends_after_twelve_hours() {
    let court = Court::new();
    let page = office(&court);
    let token = page.enter(CARLA, PASSWORD).await;
    let later = |minutes: i64, seconds: i64| at(9, 0).plus_minutes(minutes).plus_seconds(seconds);
    court.set_time(later(14, 59));
    assert_eq!(me(&page, &token).await["seconds_until_lock"], 1, "looking is no touch");
    done(&page, "POST", "/api/admin/here", &token, json!({})).await;
    court.set_time(later(29, 58));
    assert_eq!(me(&page, &token).await["seconds_until_lock"], 1);
    court.set_time(later(29, 59));
    let (status, answer) = page.ask("GET", "/api/admin/people", Some(&token), json!({})).await;
    assert_eq!((status, &answer["code"]), (StatusCode::UNAUTHORIZED, &json!("screen_locked")));
    // It does not open again by a clock that goes back, only by the password.
    court.set_time(later(14, 0));
    assert_eq!(me(&page, &token).await["code"], "screen_locked");
    court.set_time(later(30, 0));
    let again = json!({ "name": CARLA, "password": PASSWORD });
    let (_, answer) = page.ask("POST", "/api/admin/sign-in", Some(&token), again).await;
    let fresh = answer["token"].as_str().expect("a token").to_owned();
    assert_eq!(me(&page, &token).await["code"], "signed_out", "the old token is none any more");
    for quarter in 0..52 {
        court.set_time(later(30 + quarter * 14, 0));
        done(&page, "POST", "/api/admin/here", &fresh, json!({})).await;
    }
    court.set_time(later(30 + 12 * 60, 0));
    assert_eq!(me(&page, &fresh).await["code"], "signed_out", "however often it was touched");
}

#[tokio::test]
async fn a_screen_that_somebody_locks_waits_for_the_password_and_whoever_signs_out_is_out() {
    let court = Court::new();
    let page = office(&court);
    let token = page.enter(CARLA, PASSWORD).await;
    done(&page, "POST", "/api/admin/lock", &token, json!({})).await;
    assert_eq!(me(&page, &token).await["code"], "screen_locked");
    let other = page.enter(CARLA, PASSWORD).await;
    done(&page, "POST", "/api/admin/sign-out", &other, json!({})).await;
    assert_eq!(me(&page, &other).await["code"], "signed_out");
    assert_eq!(me(&page, &token).await["code"], "screen_locked", "the other window is as it was");
}

#[tokio::test]
async fn whoever_is_renamed_while_the_screen_is_locked_opens_it_all_the_same() {
    let court = Court::new();
    let page = office(&court);
    let carla = page.enter(CARLA, PASSWORD).await;
    let (person, dario) = manager(&page, &carla).await;
    done(&page, "POST", "/api/admin/lock", &dario, json!({})).await;
    let edit = json!({ "version": person["version"], "name": "Dario Pace", "role": "manager", "offices": [1] });
    done(&page, "PUT", &format!("/api/admin/people/{}", person["id"]), &carla, edit).await;
    let by_the_old_name = json!({ "name": "Dario P.", "password": "la mia parola" });
    let (status, answer) = page.ask("POST", "/api/admin/sign-in", Some(&dario), by_the_old_name.clone()).await;
    assert_eq!((status, &answer["me"]["name"]), (StatusCode::OK, &json!("Dario Pace")), "{answer}");
    assert_eq!(me(&page, &dario).await["code"], "signed_out");
    // Without the token of a session the name that is typed counts.
    let (status, _) = page.ask("POST", "/api/admin/sign-in", None, by_the_old_name).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_ninth_window_of_a_person_signs_the_first_one_out() {
    let court = Court::new();
    let page = office(&court);
    let mut tokens = Vec::new();
    for minute in 0..9 {
        court.set_time(at(9, 0).plus_minutes(minute));
        tokens.push(page.enter(CARLA, PASSWORD).await);
    }
    assert_eq!(me(&page, &tokens[0]).await["code"], "signed_out");
    for token in &tokens[1..] {
        me_of(&page, token).await;
    }
}

#[tokio::test]
async fn archive_a_new_password_and_another_role_end_the_sessions_of_a_person_at_once() {
    let court = Court::new();
    let page = office(&court);
    let carla = page.enter(CARLA, PASSWORD).await;
    let (person, dario) = manager(&page, &carla).await;
    let path = |what: &str| format!("/api/admin/people/{}{what}", person["id"]);

    let other = page.enter("Dario P.", "la mia parola").await;
    let own = json!({ "old": "la mia parola", "new": "un'altra parola" });
    let changed = done(&page, "POST", "/api/admin/password", &dario, own).await;
    let dario = changed["token"].as_str().expect("a token").to_owned();
    assert_eq!(me(&page, &other).await["code"], "signed_out", "signed in by the password before");
    assert_eq!(me(&page, &dario).await["name"], "Dario P.");

    let role = json!({ "version": person["version"], "name": "Dario P.", "role": "clerk", "offices": [1, 2] });
    done(&page, "PUT", &path(""), &carla, role).await;
    assert_eq!(me(&page, &dario).await["code"], "signed_out");
    let dario = page.enter("Dario P.", "un'altra parola").await;
    assert_eq!(me(&page, &dario).await["rights"], json!(["account", "see"]));

    let given = done(&page, "POST", &path("/secret"), &carla, json!({ "what": "password" })).await;
    assert_eq!(me(&page, &dario).await["code"], "signed_out");
    let dario = page.enter("Dario P.", given["secret"].as_str().expect("a password")).await;
    assert_eq!(me(&page, &dario).await["must_change"], true);

    let me_too = format!("/api/admin/people/{}/secret", row(&page, &carla, CARLA).await["id"]);
    let (_, refused) = page.ask("POST", &me_too, Some(&carla), json!({ "what": "password" })).await;
    assert_eq!(refused["code"], "entry_own_password", "who is to read it would be signed out");
    done(&page, "POST", &me_too, &carla, json!({ "what": "pin" })).await;

    let version = json!({ "version": row(&page, &carla, "Dario P.").await["version"] });
    done(&page, "POST", &path("/archive"), &carla, version).await;
    assert_eq!(me(&page, &dario).await["code"], "signed_out");
    assert_sound(court.store.as_ref());
}

#[tokio::test]
async fn whoever_is_archived_or_gets_another_role_is_out_at_the_door_too() {
    let court = Court::new();
    let page = office(&court);
    let door = court.station(Mode::Entrance, MAIN);
    door.sign_in(ANNA.0, "135791").await;
    assert_eq!(door.get("/api/station").await["person"]["name"], "Anna S.");
    let carla = page.enter(CARLA, PASSWORD).await;
    let anna = row(&page, &carla, "Anna S.").await;
    let edit = json!({ "version": anna["version"], "name": "Anna S.", "role": "clerk", "offices": [1] });
    done(&page, "PUT", &format!("/api/admin/people/{}", ANNA.0), &carla, edit).await;
    let station = door.get("/api/station").await;
    assert_eq!(station["person"], Value::Null);
    let names: Vec<_> = station["people"].as_array().expect("people").iter().map(|p| p["name"].clone()).collect();
    assert_eq!(names, ["Bruno T.", "Carla M."], "a clerk is not at the door");
}

#[tokio::test]
async fn a_change_of_what_somebody_else_has_changed_since_says_who_it_was() {
    let court = Court::new();
    let page = office(&court);
    let carla = page.enter(CARLA, PASSWORD).await;
    let seen = row(&page, &carla, "Anna S.").await;
    let path = format!("/api/admin/people/{}", ANNA.0);
    let edit = |name: &str| json!({ "version": seen["version"], "name": name, "role": "supervisor" });
    done(&page, "PUT", &path, &carla, edit("Anna Serra")).await;
    let (status, answer) = page.ask("PUT", &path, Some(&carla), edit("Anna Sarti")).await;
    assert_eq!((status, &answer["code"]), (StatusCode::CONFLICT, &json!("stale")));
    let said = answer["message"].as_str().expect("a sentence");
    assert!(said.contains(CARLA) && said.contains("9:00"), "{said}");
    row(&page, &carla, "Anna Serra").await;
}

#[tokio::test]
async fn whatever_is_typed_as_a_name_comes_back_as_text() {
    let court = Court::new();
    let page = office(&court);
    let mut carla = page.enter(CARLA, PASSWORD).await;
    let names = [
        "'; DROP TABLE person; --",
        "\" OR 1=1 --",
        "Robert'); DELETE FROM journal;--",
        "<img src=x onerror=alert(1)>",
        "<script>alert('x')</script>",
        "=HYPERLINK(\"https://example.org\";\"x\")",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "../../../../etc/passwd",
        "..\\..\\windows\\system32",
        "{ $name } { error-stale }",
        "%s%n $(reboot) `id`",
        "Ð’Ñ\u{202e}òçé 漢字 😀",
    ];
    for (n, name) in (0..).zip(names) {
        // What is wrong on purpose is forgiven by time.
        court.set_time(at(9, 0).plus_minutes(2 * n));
        let added = done(&page, "POST", "/api/admin/people", &carla, json!({ "name": name, "role": "steward" })).await;
        assert_eq!(added["person"]["name"], name);
        let seen = row(&page, &carla, name).await;
        let path = format!("/api/admin/people/{}", seen["id"]);
        let edit = json!({ "version": seen["version"], "name": format!("{name}2"), "role": "steward" });
        assert_eq!(done(&page, "PUT", &path, &carla, edit).await["name"], format!("{name}2"));
        for (name, password) in [(name, PASSWORD), (CARLA, name)] {
            let (status, answer) = try_to_enter(&page, name, password).await;
            assert!(status.is_client_error(), "{answer}");
        }
        carla = page.enter(CARLA, PASSWORD).await;
    }
    for bad in ["", "   ", "a\u{0}b", "zwei\nZeilen".repeat(10).as_str(), &"x".repeat(61)] {
        let (status, answer) =
            page.ask("POST", "/api/admin/people", Some(&carla), json!({ "name": bad, "role": "steward" })).await;
        assert_eq!((status, &answer["code"]), (StatusCode::BAD_REQUEST, &json!("entry_name")), "{bad:?}");
    }
    let (status, answer) =
        page.ask("POST", "/api/admin/people", Some(&carla), json!({ "name": "A", "role": "judge" })).await;
    assert_eq!((status, &answer["code"]), (StatusCode::BAD_REQUEST, &json!("entry_role")));
    assert_sound(court.store.as_ref());
}

#[tokio::test]
async fn the_recovery_code_signs_a_new_administrator_in_once() {
    let court = Court::founded(|store| {
        let code = Secret("K7M29XPQ-1234ABCD-EFGHJKMN-PQRSTUVW".into());
        store.install(structure(), people(), Some(code), at(7, 0)).expect("installed");
        store.turn_to(today()).expect("a day");
    });
    let page = office(&court);
    let typed = |code: &str, name: &str| json!({ "code": code, "name": name, "password": "una parola lunga" });
    let recover = |body: Value| page.ask("POST", "/api/admin/recover", None, body);
    let (status, answer) = recover(typed("k7m2 9xpq", "Dario P.")).await;
    assert_eq!((status, &answer["code"]), (StatusCode::FORBIDDEN, &json!("wrong_code")));
    let right = "k7m2 9xpq 1234 abcd efgh jkmn pqrs tuvw";
    let (status, answer) = recover(typed(right, CARLA)).await;
    assert_eq!((status, &answer["code"]), (StatusCode::CONFLICT, &json!("name_taken")));
    let short = json!({ "code": right, "name": "Dario P.", "password": "corta" });
    assert_eq!(recover(short).await.1["code"], "entry_password");
    let (status, answer) = recover(typed(right, "Dario P.")).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    assert_eq!((&answer["me"]["role"], &answer["me"]["opens_names"]), (&json!("administrator"), &json!(true)));
    assert_eq!(recover(typed(right, "Elena Q.")).await.1["code"], "code_spent");
    assert_sound(court.store.as_ref());
}
