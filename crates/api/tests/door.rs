// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What a page of the door or the lobby gets, on a real file.

mod support;

use axum::http::StatusCode;
use serde_json::json;
use varco_api::{FrameAnswer, Mode};
use varco_store::contract::court::{ANNA, BRUNO, MAIN, SIDE, assert_sound, at, booked, inside, wish};

use support::{Court, Page};

const BRUNO_PIN: &str = "246802";
const ANNA_PIN: &str = "135791";

async fn entrance(court: &Court) -> Page {
    let page = court.station(Mode::Entrance, MAIN);
    page.sign_in(BRUNO.0, BRUNO_PIN).await;
    page
}

#[tokio::test]
async fn a_receipt_held_for_minutes_is_one_reading_and_after_a_pause_another() {
    let court = Court::new();
    let made = booked(court.store.as_ref(), 1, wish(9, 0, 1));
    let text = FrameAnswer::Text(made.receipt.expect("a receipt").into_bytes());
    court.set_time(at(9, 0));
    let page = entrance(&court).await;
    let first = page.frame("/api/scan/frame", text.clone()).await;
    assert_eq!((&first["seen"], &first["verdict"]["verdict"]), (&json!("verdict"), &json!("admit")));
    // Two frames a second, for three minutes: nothing more is read, also not past the minute of a repetition.
    for half in 1..=360 {
        court.set_time(at(9, 0).plus_seconds(half / 2));
        let next = page.frame("/api/scan/frame", text.clone()).await;
        assert_eq!((&next["seen"], &next["scan"]), (&json!("same"), &first["verdict"]["scan"]), "{half}");
    }
    // Out of sight for ten seconds: a new gesture, which repeats what was shown, because the receipt was here just now.
    court.set_time(at(9, 3).plus_seconds(10));
    let again = page.frame("/api/scan/frame", text.clone()).await;
    assert_eq!(again["verdict"]["verdict"], "admit");
    assert!(again["verdict"]["marks"].as_array().expect("marks").contains(&json!("already_read")), "{again}");
    // And after more than a minute the person is in.
    court.set_time(at(9, 6));
    assert_eq!(page.frame("/api/scan/frame", text).await["verdict"]["verdict"], "already_inside");
    assert_eq!(inside(court.store.as_ref(), made.booking.id), 1);
    assert_sound(court.store.as_ref());
}

#[tokio::test]
async fn the_number_of_a_party_is_corrected_within_its_bounds_and_counted_once() {
    let court = Court::new();
    let made = booked(court.store.as_ref(), 1, wish(9, 0, 3));
    court.set_time(at(9, 0));
    let page = entrance(&court).await;
    let shown = json!({ "source": "wedge", "text": made.receipt.expect("a receipt") });
    let (_, verdict) = page.post("/api/scan", shown).await;
    let scan = verdict["scan"].as_str().expect("a scan").to_owned();
    assert_eq!(verdict["actions"]["persons"], json!({ "value": 3, "min": 1, "max": 3 }));
    let persons = |number: u32| json!({ "persons": number });
    let path = format!("/api/scan/{scan}/persons");
    let (status, corrected) = page.post(&path, persons(2)).await;
    assert_eq!((status, &corrected["persons"]), (StatusCode::OK, &json!(2)), "{corrected}");
    assert_eq!(inside(court.store.as_ref(), made.booking.id), 2);
    // The same gesture sent twice changes nothing more.
    let twice = json!({ "key": page.key(), "persons": 1 });
    for _ in 0..2 {
        assert_eq!(page.post(&path, twice.clone()).await.0, StatusCode::OK);
    }
    assert_eq!(inside(court.store.as_ref(), made.booking.id), 1);
    // A number that the party cannot be, or that is none, is refused, and nothing is lost.
    for wrong in [4, 256, u32::MAX] {
        let (status, problem) = page.post(&path, persons(wrong)).await;
        assert!(status.is_client_error(), "{wrong}: {problem}");
        assert!(problem["message"].as_str().is_some_and(|said| !said.is_empty()), "{problem}");
    }
    assert_eq!(inside(court.store.as_ref(), made.booking.id), 1);
    assert_sound(court.store.as_ref());
}

#[tokio::test]
async fn a_call_from_the_lobby_stands_at_every_entrance_until_somebody_goes() {
    let court = Court::new();
    court.set_time(at(9, 0));
    let (lobby, main) = (court.station(Mode::Lobby, SIDE), entrance(&court).await);
    assert_eq!(main.get("/api/ready").await["alarms"], 0);
    for _ in 0..3 {
        assert_eq!(lobby.post("/api/lobby/call", json!({})).await.0, StatusCode::OK);
    }
    // It is for whoever stands there; what else a supervisor must see is not shown to them.
    assert_eq!(
        main.post("/api/lobby/call", json!({})).await.0,
        StatusCode::NOT_FOUND,
        "the entrance has no such route"
    );
    main.sign_in(ANNA.0, ANNA_PIN).await;
    let rows = main.get("/api/conflicts").await["rows"].clone();
    let open: Vec<_> = rows.as_array().expect("rows").iter().filter(|row| row["taken"] == false).collect();
    assert_eq!(open.len(), 3, "{rows}");
    assert!(open[0]["text"].as_str().expect("words").contains("Ingresso laterale"), "{rows}");
    let id = open[0]["id"].as_str().expect("an id");
    assert_eq!(main.post(&format!("/api/conflicts/{id}/take"), json!({})).await.0, StatusCode::OK);
    // Whoever goes, goes once for all who asked there.
    let rows = main.get("/api/conflicts").await["rows"].clone();
    assert!(rows.as_array().expect("rows").iter().all(|row| row["taken"] == true), "{rows}");
}

#[tokio::test]
async fn nobody_who_is_not_signed_in_reads_a_receipt_or_a_list() {
    let court = Court::new();
    let made = booked(court.store.as_ref(), 1, wish(9, 0, 1));
    court.set_time(at(9, 0));
    let page = court.station(Mode::Entrance, MAIN);
    let shown = json!({ "source": "typed", "text": made.receipt.expect("a receipt") });
    assert_eq!(page.post("/api/scan", shown).await.0, StatusCode::FORBIDDEN);
    assert_eq!(page.post("/api/entries", json!({ "reason": "hearing", "persons": 1 })).await.0, StatusCode::FORBIDDEN);
    assert_eq!(inside(court.store.as_ref(), made.booking.id), 0);
}
