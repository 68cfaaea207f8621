// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Structure and hours as the office's page asks for them, on a real file.

#![allow(clippy::expect_used, reason = "these are tests")]

mod support;

use axum::http::StatusCode;
use serde_json::{Value, json};
use varco_api::Mode;
use varco_store::contract::court::{MAIN, PASSWORD, assert_sound, at, booked, wish};

use support::{Court, Page};

/// The office's page with Carla, who administers the court, on Tuesday 10 March 2026.
struct Office {
    page: Page,
    token: String,
}

impl Office {
    async fn get(&self, path: &str) -> Value {
        let (status, answer) = self.page.ask("GET", path, Some(&self.token), json!({})).await;
        assert_eq!(status, StatusCode::OK, "{path}: {answer}");
        answer
    }
    async fn post(&self, path: &str, body: Value) -> (StatusCode, Value) {
        self.page.ask("POST", path, Some(&self.token), body).await
    }
    async fn put(&self, path: &str, body: Value) -> (StatusCode, Value) {
        self.page.ask("PUT", path, Some(&self.token), body).await
    }
}

async fn office(court: &Court) -> Office {
    court.set_time(at(8, 0));
    let page = court.station(Mode::Admin, MAIN);
    let token = page.enter("Carla M.", PASSWORD).await;
    Office { page, token }
}

const HOURS: &str = "/api/admin/offices/1/hours";

async fn check(page: &Office, rules: &Value, from: &str) -> Value {
    let version = page.get(HOURS).await["version"].clone();
    let body = json!({ "rules": rules, "from": from, "date": "2026-03-10", "version": version });
    let (status, answer) = page.post(&format!("{HOURS}/check"), body).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    answer
}

fn codes(checked: &Value) -> Vec<&str> {
    checked["faults"].as_array().expect("faults").iter().map(|f| f["code"].as_str().expect("a code")).collect()
}

#[tokio::test]
async fn hours_are_checked_published_from_a_date_extended_and_taken_back() {
    let court = Court::new();
    booked(court.store.as_ref(), 1, wish(9, 0, 1));
    let page = office(&court).await;
    let week = page.get(&format!("{HOURS}?date=2026-03-11")).await;
    assert_eq!((&week["monday"], &week["today"]), (&json!("2026-03-09"), &json!("2026-03-10")));
    // Eight half-hours with two desks, and one for professionals.
    assert_eq!(week["days"][0]["places"], 24);
    let mut rules = week["rules"].clone();
    assert_eq!(rules.as_array().map(Vec::len), Some(10));
    for rule in rules.as_array_mut().expect("rules") {
        if rule["audience"] == "all" {
            (rule["slot_minutes"], rule["valid_until"]) = (json!(60), json!("2026-12-31"));
        }
    }
    let checked = check(&page, &rules, "2026-03-16").await;
    assert_eq!(codes(&checked), [""; 0]);
    assert_eq!((&checked["before"][0]["places"], &checked["after"][0]["places"]), (&json!(24), &json!(16)));
    assert_eq!(checked["before"][0]["date"], "2026-03-16", "a week in which the edit holds");
    assert_eq!((&checked["bookings"], checked["changes"].as_array().map(Vec::len)), (&json!(0), Some(5)));
    let today = check(&page, &rules, "2026-03-10").await;
    assert_eq!((&today["bookings"], &today["outside"]), (&json!(1), &json!(0)), "09:00 is a start still");

    let publish = json!({ "version": week["version"], "from": "2026-03-16", "rules": rules });
    let (status, done) = page.post(&format!("{HOURS}/publish"), publish.clone()).await;
    assert_eq!(status, StatusCode::OK, "{done}");
    let (status, stale) = page.post(&format!("{HOURS}/publish"), publish).await;
    assert_eq!((status, &stale["code"]), (StatusCode::CONFLICT, &json!("stale")), "{stale}");
    assert!(stale["message"].as_str().expect("words").contains("Carla M."), "{stale}");
    let old = json!({ "version": week["version"], "from": "2026-03-16", "rules": rules, "date": "2026-03-10" });
    let (status, stale) = page.post(&format!("{HOURS}/check"), old).await;
    assert_eq!((status, &stale["code"]), (StatusCode::CONFLICT, &json!("stale")), "a check is told too: {stale}");
    assert_eq!(page.get(&format!("{HOURS}?date=2026-03-10")).await["days"][0]["places"], 24, "this week stays");
    let next = page.get(&format!("{HOURS}?date=2026-03-16")).await;
    assert_eq!(next["days"][0]["places"], 16);
    let of_all = |rule: &&Value| rule["audience"] == "all" && rule["valid_until"] == "2026-12-31";
    let ids: Vec<&Value> =
        next["rules"].as_array().expect("rules").iter().filter(of_all).map(|rule| &rule["id"]).collect();
    assert_eq!(ids.len(), 5);
    let longer = json!({ "version": next["version"], "rules": ids, "until": "2027-06-30" });
    let (status, extended) = page.post(&format!("{HOURS}/extend"), longer).await;
    assert_eq!(status, StatusCode::OK, "{extended}");
    assert_eq!(page.get(&format!("{HOURS}?date=2027-03-15")).await["days"][0]["places"], 16);

    let undo = |change: &Value| format!("/api/admin/history/{change}/undo");
    let offered = page.get("/api/admin/history").await;
    assert_eq!(
        offered["changes"].as_array().expect("changes").iter().map(|c| &c["may_undo"]).collect::<Vec<_>>(),
        [true, false]
    );
    let (status, early) = page.post(&undo(&done["change"]), json!({})).await;
    assert_eq!((status, &early["code"]), (StatusCode::CONFLICT, &json!("stale")), "{early}");
    for change in [&extended["change"], &done["change"]] {
        let (status, answer) = page.post(&undo(change), json!({})).await;
        assert_eq!(status, StatusCode::OK, "{answer}");
    }
    assert_eq!(page.get(&format!("{HOURS}?date=2026-03-16")).await["version"], week["version"]);
    let history = page.get("/api/admin/history").await;
    assert_eq!(history["changes"].as_array().map(Vec::len), Some(4));
    assert_eq!(history["changes"][0]["by"], "Carla M.");
    assert_sound(court.store.as_ref());
}

#[tokio::test]
async fn bad_hours_say_what_is_wrong_with_which_and_nothing_is_saved() {
    let court = Court::new();
    let page = office(&court).await;
    let rule = |change: Value| {
        let mut rule = json!({
            "id": null, "weekday": 1, "from": "08:30", "to": "11:30", "slot_minutes": 20, "desks": 2, "persons": 2,
            "audience": "all", "repeats": { "kind": "every_week" }, "valid_from": null, "valid_until": null,
        });
        for (name, value) in change.as_object().expect("an object") {
            rule[name] = value.clone();
        }
        rule
    };
    for (change, code, word) in [
        (json!({ "from": "25:00" }), "unreadable", "dalle"),
        (json!({ "to": "08:00" }), "from_not_before_to", "8:30"),
        (json!({ "to": "08:40" }), "slot_longer_than_band", "20"),
        (json!({ "desks": 0 }), "unreadable", "sportelli"),
        (json!({ "persons": 1_000_000 }), "unreadable", "persone"),
        (json!({ "persons": 1 }), "fewer_persons_than_desks", "1"),
        (json!({ "valid_until": "2026-02-30" }), "unreadable", "fino a quando"),
        (json!({ "from": "08:32" }), "off_the_grid", "8:32"),
        (json!({ "weekday": 7 }), "sundays", "domenica"),
        (json!({ "repeats": { "kind": "every_nth_week", "n": 99, "anchor": "2026-03-09" } }), "unreadable", "52"),
    ] {
        let checked = check(&page, &json!([rule(json!({})), rule(change.clone())]), "2026-03-16").await;
        let found: Vec<_> =
            checked["faults"].as_array().expect("faults").iter().filter(|f| f["code"] == code).collect();
        assert_eq!(found.len(), 1, "{change}: {checked}");
        assert_eq!(found[0]["rules"], json!([1]), "{change}");
        assert!(found[0]["text"].as_str().expect("words").contains(word), "{change}: {}", found[0]["text"]);
    }
    let twice =
        check(&page, &json!([rule(json!({})), rule(json!({ "from": "11:00", "to": "12:00" }))]), "2026-03-16").await;
    assert_eq!(codes(&twice), ["bands_overlap"]);
    let version = page.get(HOURS).await["version"].clone();
    for (from, rules, code) in [
        ("2026-03-09", json!([]), "field"),
        ("2026-02-30", json!([]), "field"),
        ("2026-03-16", json!([rule(json!({ "desks": 0 }))]), "hours"),
    ] {
        let body = json!({ "version": version, "from": from, "rules": rules });
        let (status, answer) = page.post(&format!("{HOURS}/publish"), body).await;
        assert_eq!((status, &answer["code"]), (StatusCode::BAD_REQUEST, &json!(code)), "{answer}");
    }
    assert_eq!(page.get(HOURS).await["version"], version);
    assert_eq!(page.get("/api/admin/history").await["changes"], json!([]));
    let why = page.get("/api/admin/offices/1/why?date=2026-03-10&time=08:00").await;
    assert_eq!(
        (&why["code"], &why["because"]["en"]),
        (&json!("outside_hours"), &json!("outside the hours: it opens at 9:00"))
    );
}

#[tokio::test]
async fn a_court_is_changed_in_place_archived_and_taken_back() {
    let court = Court::new();
    let page = office(&court).await;
    let seen = page.get("/api/admin/structure").await;
    let office = &seen["offices"][0];
    let with = |name: &str| {
        let mut is = office["is"].clone();
        is["name"] = name.into();
        json!({ "version": office["version"], "is": is })
    };
    for odd in ["<img src=x onerror=alert(1)>", "'; DROP TABLE change; --", "=cmd|' /C calc'!A0", "../../../etc"] {
        let now = page.get("/api/admin/structure").await;
        let mut body = with(odd);
        body["version"] = now["offices"][0]["version"].clone();
        let (status, answer) = page.put("/api/admin/offices/1", body).await;
        assert_eq!(status, StatusCode::OK, "{answer}");
        assert_eq!(page.get("/api/admin/structure").await["offices"][0]["is"]["name"], odd);
    }
    let (status, stale) = page.put("/api/admin/offices/1", with("Cancelleria")).await;
    assert_eq!((status, &stale["code"]), (StatusCode::CONFLICT, &json!("stale")));
    let (status, wrong) = page.post("/api/admin/offices", json!({ "is": with("")["is"] })).await;
    assert_eq!((status, &wrong["code"], &wrong["field"]), (StatusCode::BAD_REQUEST, &json!("field"), &json!("name")));
    let (status, made) = page.post("/api/admin/offices", json!({ "is": with("Giudice di pace")["is"] })).await;
    assert_eq!(status, StatusCode::OK, "{made}");
    let (status, put_away) =
        page.post(&format!("/api/admin/offices/{}/archive", made["id"]), json!({ "version": made["version"] })).await;
    assert_eq!(status, StatusCode::OK, "{put_away}");
    let last = |seen: &Value| seen["offices"].as_array().expect("offices").last().expect("one").clone();
    assert_eq!(last(&page.get("/api/admin/structure").await)["archived"], true);
    for change in [&put_away["change"], &made["change"]] {
        let (status, answer) = page.post(&format!("/api/admin/history/{change}/undo"), json!({})).await;
        assert_eq!(status, StatusCode::OK, "{answer}");
    }
    assert_eq!(page.get("/api/admin/structure").await["offices"].as_array().map(Vec::len), Some(2));
    let nobody = court.station(Mode::Admin, MAIN);
    let (status, _) = nobody.ask("PUT", "/api/admin/offices/1", None, with("x")).await;
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    assert_sound(court.store.as_ref());
}
