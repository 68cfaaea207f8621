// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What is done with a verdict that stands on the screen.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use varco_core::{
    access::Right,
    gate::{Act, Event, Opened},
    ids::GestureKey,
    schedule::Audience,
    verdict::{Mark, Verdict},
};
use varco_store::{ActRequest, BookingChange, Details, NewBooking, seal::Opener};
use varco_words::text;

use super::{
    Judged, Tongue, blocking, gesture,
    scan::{perform, view},
};
use crate::{
    App,
    app::{Recent, body_digest, lock},
    issue::{prove, receipt_paper},
    problem::{Answer, Fault},
    wire::{DetailsView, KeyOnly, PersonsRequest, PlaceView, ReasonRequest, VerdictView},
};

/// Names and notes close by themselves after so many seconds.
const DETAILS_SECONDS: u32 = 10;

fn found(app: &App, scan: &str) -> Result<(GestureKey, Recent), Fault> {
    let scan = gesture(scan)?;
    Ok((scan, app.recent(scan).ok_or(Fault::NotFound)?))
}

/// Does something with a scan and says the verdict again.
fn again(
    app: &App,
    lang: varco_words::Lang,
    key: &str,
    recent: Recent,
    act: Act,
    parts: &[&str],
    change: impl FnOnce(&mut Recent, Option<varco_core::verdict::Decision>),
) -> Result<VerdictView, Fault> {
    let caller = app.caller(gesture(key)?, false)?;
    let request = ActRequest { caller, act, body: body_digest(parts), not_recorded: false };
    let (decision, recorded) = perform(app, request)?;
    let mut recent = recent;
    recent.recorded = recorded;
    change(&mut recent, decision);
    app.remember(recent.clone());
    app.changed("ready");
    view(app, lang, &Judged { recent, next_place: None })
}

/// The number that entered is corrected.
#[utoipa::path(post, path = "/api/scan/{scan}/persons", params(("scan" = String, Path)), request_body = PersonsRequest,
    responses((status = 200, body = VerdictView)))]
pub(super) async fn persons(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(scan): Path<String>,
    Json(request): Json<PersonsRequest>,
) -> Result<Json<VerdictView>, Answer> {
    blocking(lang, move || {
        app.need(Right::Door)?;
        let persons = u8::try_from(request.persons).map_err(|_| Fault::Bad("persons"))?;
        let (key, recent) = found(&app, &scan)?;
        let act = Act::Persons { scan: key, persons };
        again(&app, lang, &request.key, recent, act, &["persons", &scan, &persons.to_string()], |recent, _| {
            recent.decision.enters = persons;
        })
    })
    .await
}

/// The document fits.
#[utoipa::path(post, path = "/api/scan/{scan}/confirm", params(("scan" = String, Path)), request_body = KeyOnly,
    responses((status = 200, body = VerdictView)))]
pub(super) async fn confirm(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(scan): Path<String>,
    Json(request): Json<KeyOnly>,
) -> Result<Json<VerdictView>, Answer> {
    blocking(lang, move || {
        app.need(Right::Door)?;
        let (key, recent) = found(&app, &scan)?;
        again(&app, lang, &request.key, recent, Act::ConfirmId { scan: key }, &["confirm", &scan], |recent, d| {
            if let Some(decision) = d {
                recent.decision = decision;
            }
        })
    })
    .await
}

/// The document does not fit.
#[utoipa::path(post, path = "/api/scan/{scan}/refuse", params(("scan" = String, Path)), request_body = KeyOnly,
    responses((status = 200, body = VerdictView)))]
pub(super) async fn refuse(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(scan): Path<String>,
    Json(request): Json<KeyOnly>,
) -> Result<Json<VerdictView>, Answer> {
    blocking(lang, move || {
        app.need(Right::Door)?;
        let (key, recent) = found(&app, &scan)?;
        again(&app, lang, &request.key, recent, Act::RefuseId { scan: key }, &["refuse", &scan], |recent, _| {
            recent.decision.marks.push(Mark::IdRefused);
        })
    })
    .await
}

/// Lets in against the verdict.
#[utoipa::path(post, path = "/api/scan/{scan}/override", params(("scan" = String, Path)), request_body = ReasonRequest,
    responses((status = 200, body = VerdictView)))]
pub(super) async fn overrule(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(scan): Path<String>,
    Json(request): Json<ReasonRequest>,
) -> Result<Json<VerdictView>, Answer> {
    blocking(lang, move || {
        let (key, recent) = found(&app, &scan)?;
        let right = Right::to_overrule(recent.decision.verdict.code());
        let right = right.ok_or(Fault::Refused(varco_core::gate::Refused::NotOverrulable))?;
        let mut caller = app.caller(gesture(&request.key)?, false)?;
        caller.actor = Some(app.need_or_pin(right, request.person, request.pin.as_deref(), caller.now)?);
        let act = Act::Overrule { scan: key, reason: request.reason.clone() };
        by_right(&app, lang, caller, recent, act, &["override", &scan, &request.reason])
    })
    .await
}

/// Takes an entry back.
#[utoipa::path(post, path = "/api/scan/{scan}/annul", params(("scan" = String, Path)), request_body = ReasonRequest,
    responses((status = 200, body = VerdictView)))]
pub(super) async fn annul(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(scan): Path<String>,
    Json(request): Json<ReasonRequest>,
) -> Result<Json<VerdictView>, Answer> {
    blocking(lang, move || {
        let (key, recent) = found(&app, &scan)?;
        let mut caller = app.caller(gesture(&request.key)?, false)?;
        caller.actor = Some(app.need_or_pin(Right::Annul, request.person, request.pin.as_deref(), caller.now)?);
        let act = Act::Annul { scan: key, reason: request.reason.clone() };
        by_right(&app, lang, caller, recent, act, &["annul", &scan, &request.reason])
    })
    .await
}

fn by_right(
    app: &App,
    lang: varco_words::Lang,
    caller: varco_store::Caller,
    mut recent: Recent,
    act: Act,
    parts: &[&str],
) -> Result<VerdictView, Fault> {
    let annul = matches!(act, Act::Annul { .. });
    let (decision, recorded) = perform(app, ActRequest { caller, act, body: body_digest(parts), not_recorded: false })?;
    recent.recorded = recorded;
    if let Some(decision) = decision {
        recent.decision = decision;
    }
    if annul {
        recent.decision.marks.push(Mark::Annulled);
    }
    app.remember(recent.clone());
    app.changed("ready");
    view(app, lang, &Judged { recent, next_place: None })
}

/// Opens what is behind the big screen; logged.
#[utoipa::path(post, path = "/api/scan/{scan}/details", params(("scan" = String, Path)), request_body = KeyOnly,
    responses((status = 200, body = DetailsView)))]
pub(super) async fn details(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(scan): Path<String>,
    Json(request): Json<KeyOnly>,
) -> Result<Json<DetailsView>, Answer> {
    blocking(lang, move || {
        let actor = app.need(Right::Details)?;
        let (_, recent) = found(&app, &scan)?;
        let visitor = recent.decision.visitor.ok_or(Fault::NotFound)?;
        let caller = app.caller(gesture(&request.key)?, false)?;
        let store = app.store()?;
        // Written before it is shown.
        let opened = Event::Opened {
            what: Opened::Details,
            at: caller.now,
            by: Some(actor.person),
            booking: Some(visitor.booking),
        };
        store.record(&caller, vec![opened])?;
        let by_receipt = match &recent.names {
            Some(key) => store.details_by_receipt(visitor.booking, key)?,
            None => None,
        };
        let unlocked = lock(&app.names).as_ref().filter(|n| n.until > caller.now).map(|n| n.key.clone());
        let details = match (by_receipt, unlocked) {
            (Some(details), _) => Some(details),
            (None, Some(key)) => store.details_by_names_key(visitor.booking, &key)?,
            (None, None) => None,
        };
        let closed_text = details.is_none().then(|| text(lang, "details-closed", &[]));
        let Details { names, assistance, block_reason, .. } = details.unwrap_or_default();
        Ok(DetailsView {
            names,
            note: assistance,
            blocked_reason: block_reason,
            closed_text,
            closes_in_seconds: DETAILS_SECONDS,
        })
    })
    .await
}

/// Takes the next free place of today for who came too late: a new booking that replaces the old one.
#[utoipa::path(post, path = "/api/scan/{scan}/next-place", params(("scan" = String, Path)), request_body = KeyOnly,
    responses((status = 200, body = PlaceView)))]
pub(super) async fn next_place(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(scan): Path<String>,
    Json(request): Json<KeyOnly>,
) -> Result<Json<PlaceView>, Answer> {
    blocking(lang, move || {
        app.need(Right::Door)?;
        let (_, recent) = found(&app, &scan)?;
        let (Verdict::TooLate { .. }, Some(visitor)) = (&recent.decision.verdict, recent.decision.visitor) else {
            return Err(Fault::NotFound);
        };
        let key = gesture(&request.key)?;
        let caller = app.caller(key, false)?;
        let store = app.store()?;
        let (zone, pool, service) = app.with(|live| {
            let zone = live.day.sites.get(&visitor.site).map(|s| s.zone).unwrap_or_default();
            let booking = live.day.bookings.get(&visitor.booking);
            let first = live.day.services.values().find(|s| s.office == visitor.office).map(|s| s.id);
            let service = visitor.service.or(first);
            (zone, booking.map_or(Audience::All, |b| b.pool), service)
        })?;
        let service = service.ok_or(Fault::NotFound)?;
        let date = varco_core::time::civil(zone, caller.now).date();
        let places = store.places(visitor.office, Some(service), pool, date)?;
        let start = places
            .iter()
            .filter(|p| p.start > caller.now && p.desks_left > 0 && p.persons_left >= u32::from(visitor.persons))
            .map(|p| p.start)
            .min()
            .ok_or(Fault::Book(varco_store::BookRefusal::Full { next: None }))?;
        let known = app.with(|live| live.day.bookings.contains_key(&visitor.booking))?;
        let opener = recent.names.map(Opener::Receipt);
        let changed = if known {
            let change = BookingChange::Move { office: visitor.office, service, start };
            store.change(key, visitor.booking, change, opener.as_ref(), caller.now)?.map_err(Fault::Book)?
        } else {
            let new = NewBooking {
                office: visitor.office,
                service,
                audience: pool,
                start,
                persons: visitor.persons,
                names: Vec::new(),
                tell_apart: None,
                assistance: None,
            };
            store.book(key, new, caller.now)?.map_err(Fault::Book)?
        };
        let code = changed.booking.latest_issue().map(|i| i.code.spaced()).unwrap_or_default();
        let time = varco_words::clock(varco_core::time::civil(zone, start).time());
        let token = changed.receipt.unwrap_or_default();
        prove(app.ports.frames.as_ref(), &token)?;
        let paper = app.with(|live| receipt_paper(live, &changed.booking, &token, caller.now, lang))?;
        let pdf = varco_papers::receipt_pdf(&paper, varco_papers::Sheet::A6, lang).map_err(|_| Fault::Paper)?;
        let mut issued = lock(&app.issued);
        issued.push_back((key, pdf));
        while issued.len() > ISSUED_KEPT {
            issued.pop_front();
        }
        app.changed("ready");
        Ok(PlaceView {
            text: text(lang, "place-taken", &[("time", time.as_str().into()), ("code", code.as_str().into())]),
            receipt_pdf: format!("/api/receipts/{key}.pdf"),
            code,
            time,
        })
    })
    .await
}

/// Receipts kept for printing.
const ISSUED_KEPT: usize = 4;

/// A receipt that was made here a moment ago, as PDF.
#[utoipa::path(get, path = "/api/receipts/{name}", params(("name" = String, Path)),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>)))]
pub(super) async fn receipt_file(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(name): Path<String>,
) -> Result<Response, Answer> {
    let Json(pdf) = blocking(lang, move || {
        app.need(Right::Door)?;
        let key = gesture(name.strip_suffix(".pdf").ok_or(Fault::NotFound)?)?;
        let issued = lock(&app.issued);
        issued.iter().find(|(k, _)| *k == key).map(|(_, pdf)| pdf.clone()).ok_or(Fault::NotFound)
    })
    .await?;
    Ok(([(header::CONTENT_TYPE, "application/pdf"), (header::CACHE_CONTROL, "no-store")], pdf).into_response())
}
