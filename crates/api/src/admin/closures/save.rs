// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A draft is saved with what was decided, taken back before its messages have left, or told at once.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, State},
    http::HeaderMap,
};
use varco_core::{ids::BookingId, schedule::BothLanguages, time::resolve};
use varco_store::{
    closure::{Close, Closed, Decided, Decision, MessageTexts},
    edit::Unfit,
    seal::Opener,
};

use super::{
    super::{answered, session::signed},
    draft, need_for,
    plan::{may, zone_of},
    refused,
};
use crate::{
    App,
    door::{Tongue, gesture},
    problem::{Answer, Fault},
    wire::{Both, ClosureDecision, ClosureDo, ClosureReleased, ClosureSave, ClosureSaved, ClosureTexts, KeyOnly},
};

fn texts(texts: &ClosureTexts) -> MessageTexts {
    let both = |both: &Both| BothLanguages { it: both.it.trim().to_owned(), en: both.en.trim().to_owned() };
    MessageTexts { moved: both(&texts.moved), cancelled: both(&texts.cancelled), kept: both(&texts.kept) }
}

fn decided(app: &App, decision: &ClosureDecision) -> Result<Decided, Fault> {
    let number = |field| Fault::Field { field, why: Unfit::Malformed };
    let booking: BookingId = decision.booking.parse().map_err(|_| number("booking"))?;
    let decision = match (decision.what, decision.start.as_deref()) {
        (ClosureDo::Keep, _) => Decision::Keep,
        (ClosureDo::Cancel, _) => Decision::Cancel,
        (ClosureDo::Move, None) => return Err(Fault::Field { field: "start", why: Unfit::Missing }),
        (ClosureDo::Move, Some(text)) => {
            let civil = draft::start(text).ok_or(number("start"))?;
            let known = app.store()?.booking(booking)?.ok_or(Fault::NotFound)?;
            let zone = app.with(|live| zone_of(live, &known))?;
            Decision::Move { start: resolve(zone, civil).map_err(|_| number("start"))? }
        }
    };
    Ok(Decided { booking, decision })
}

fn saved(closed: Closed) -> ClosureSaved {
    let Closed { id, moved, kept, cancelled, held_until } = closed;
    ClosureSaved { id: id.0, moved, kept, cancelled, held_until: held_until.0 }
}

/// Saves an exception with all that was decided about the bookings that it hits; all or nothing.
#[utoipa::path(post, path = "/api/admin/closures", request_body = ClosureSave,
    responses((status = 200, body = ClosureSaved)))]
pub(in crate::admin) async fn save(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    headers: HeaderMap,
    Json(request): Json<ClosureSave>,
) -> Result<Json<ClosureSaved>, Answer> {
    answered(lang, move || {
        let signed = signed(&app, &headers)?;
        may(&app, &signed, &request.draft)?;
        let decisions = request.decisions.iter().map(|d| decided(&app, d)).collect::<Result<_, _>>()?;
        let draft = draft::read(&request.draft)?;
        let close = Close { draft, seen: request.seen, decisions, texts: texts(&request.texts) };
        let opener = signed.names.clone().map(Opener::Names);
        let key = gesture(&request.key)?;
        let done = app.store()?.close(key, signed.person.id, close, opener.as_ref(), app.machine_time())?;
        let closed = done.map_err(|refusal| refused(&app, refusal, lang))?;
        app.changed("ready");
        Ok(saved(closed))
    })
    .await
}

/// Takes a closure back, as long as no message has left.
#[utoipa::path(post, path = "/api/admin/closures/{id}/undo", params(("id" = u32, Path)), request_body = KeyOnly,
    responses((status = 200, body = ClosureSaved)))]
pub(in crate::admin) async fn undo(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(id): Path<u32>,
    headers: HeaderMap,
    Json(request): Json<KeyOnly>,
) -> Result<Json<ClosureSaved>, Answer> {
    answered(lang, move || {
        let signed = signed(&app, &headers)?;
        let id = need_for(&app, &signed, id)?;
        let done = app.store()?.undo_closure(gesture(&request.key)?, signed.person.id, id, app.machine_time())?;
        let closed = done.map_err(|refusal| refused(&app, refusal, lang))?;
        app.changed("ready");
        Ok(saved(closed))
    })
    .await
}

/// Lets the messages of a closure leave now.
#[utoipa::path(post, path = "/api/admin/closures/{id}/release", params(("id" = u32, Path)), request_body = KeyOnly,
    responses((status = 200, body = ClosureReleased)))]
pub(in crate::admin) async fn release(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(id): Path<u32>,
    headers: HeaderMap,
    Json(request): Json<KeyOnly>,
) -> Result<Json<ClosureReleased>, Answer> {
    answered(lang, move || {
        let signed = signed(&app, &headers)?;
        let id = need_for(&app, &signed, id)?;
        gesture(&request.key)?;
        let done = app.store()?.release(id, false, app.machine_time())?;
        Ok(ClosureReleased { released: done.map_err(|refusal| refused(&app, refusal, lang))? })
    })
    .await
}
