// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! "I am here": where to go, or what to do instead.

use std::sync::Arc;

use axum::{
    Json,
    body::Bytes,
    extract::{Path, Query, State},
};
use varco_core::verdict::{Class, Code, Verdict};
use varco_words::{Lang, text};

use crate::{
    App,
    app::lock,
    door::{Input, Judged, Seen, Tongue, blocking, digest, gesture, judge, look_at, via},
    problem::{Answer, Fault},
    say::Say,
    wire::{ArriveRequest, FrameQuery, FrameView, LobbyView},
};

/// A code was typed or scanned.
#[utoipa::path(post, path = "/api/lobby/arrive", request_body = ArriveRequest, responses((status = 200, body = LobbyView)))]
pub(super) async fn arrive(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Json(request): Json<ArriveRequest>,
) -> Result<Json<LobbyView>, Answer> {
    blocking(lang, move || {
        let input = Input {
            key: gesture(&request.key)?,
            via: via(&request.source)?,
            text: request.text.into_bytes(),
            look: false,
            exit: false,
        };
        let judged = judge(&app, input)?;
        view(&app, lang, &judged)
    })
    .await
}

/// A grey frame, `w` × `h` bytes.
#[utoipa::path(post, path = "/api/lobby/frame", params(FrameQuery),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, body = FrameView<LobbyView>)))]
pub(super) async fn frame(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Query(query): Query<FrameQuery>,
    body: Bytes,
) -> Result<Json<FrameView<LobbyView>>, Answer> {
    blocking(lang, move || {
        Ok(match look_at(&app, lang, &query, body)? {
            Seen::Other(view) => view,
            Seen::Text(input) => {
                let digest = digest(&input.text);
                let judged = judge(&app, Input { look: false, exit: false, ..input })?;
                lock(&app.held).judged(digest, judged.recent.scan, app.ports.clock.now());
                FrameView::Verdict { verdict: Box::new(view(&app, lang, &judged)?) }
            }
        })
    })
    .await
}

/// The same result once more, in the language that is spoken now; it records nothing.
#[utoipa::path(get, path = "/api/lobby/scan/{scan}", params(("scan" = String, Path)), responses((status = 200, body = LobbyView)))]
pub(super) async fn again(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(scan): Path<String>,
) -> Result<Json<LobbyView>, Answer> {
    blocking(lang, move || {
        let recent = app.recent(gesture(&scan)?).ok_or(Fault::NotFound)?;
        view(&app, lang, &Judged { recent, next_place: None })
    })
    .await
}

/// True for what only the staff may know.
const fn for_staff(code: Code) -> bool {
    matches!(code, Code::Blocked | Code::BadSignature | Code::NotOurs | Code::KeyUnknown)
}

fn view(app: &App, lang: Lang, judged: &Judged) -> Result<LobbyView, Fault> {
    let training = app.is_training();
    app.with(|live| {
        let station = app.station(live, false);
        let zone = live.day.sites.get(&station.site).map(|s| s.zone).unwrap_or_default();
        let say = Say { live, lang, zone, session: None, training, next_place: None };
        let decision = &judged.recent.decision;
        let code = decision.verdict.code();
        if for_staff(code) {
            let word = text(lang, "verdict-lobby-staff-word", &[]);
            let next = text(lang, "verdict-lobby-staff-next", &[]);
            return LobbyView {
                scan: judged.recent.scan.to_string(),
                class: Class::Neutral.name().to_owned(),
                verdict: Code::Blocked.name().to_owned(),
                spoken: format!("{word}. {next}."),
                word,
                title: String::new(),
                office: None,
                floor: None,
                room: None,
                steps: Vec::new(),
                next_step: next,
                sound: Code::Blocked.sound().name().to_owned(),
                directions: None,
            };
        }
        let said = say.sentences(lang, decision, &judged.recent.code);
        let visitor = decision.visitor.as_ref();
        let office = visitor.and_then(|v| live.day.offices.get(&v.office));
        let arrived = matches!(
            decision.verdict,
            Verdict::Admit { .. } | Verdict::AdmitNote { .. } | Verdict::PartyPartial { .. }
        );
        let word = match office.and_then(|o| o.floor.clone()) {
            Some(floor) if arrived => text(lang, "verdict-lobby-arrived-floor", &[("floor", floor.into())]),
            _ if arrived => text(lang, "verdict-lobby-arrived-word", &[]),
            _ => said.word,
        };
        let way = say.way(lang, visitor);
        let directions = say.directions(lang, visitor).filter(|_| arrived);
        let title = if arrived { office.map(|o| o.name.clone()).unwrap_or_default() } else { said.why };
        let steps = if arrived { directions.iter().cloned().collect() } else { said.sub.into_iter().collect() };
        // In the lobby nobody can compare a document: the person goes to those who can.
        let next_step = match code {
            Code::CheckId => text(lang, "verdict-lobby-staff-next", &[]),
            _ if arrived => way,
            _ => said.next,
        };
        LobbyView {
            scan: judged.recent.scan.to_string(),
            class: code.class().name().to_owned(),
            verdict: code.name().to_owned(),
            spoken: format!("{word}. {title}. {next_step}."),
            word,
            title,
            office: office.filter(|_| arrived).map(|o| o.name.clone()),
            floor: office.filter(|_| arrived).and_then(|o| o.floor.clone()),
            room: office.filter(|_| arrived).and_then(|o| o.room.clone()),
            steps,
            next_step,
            sound: code.sound().name().to_owned(),
            directions,
        }
    })
}
