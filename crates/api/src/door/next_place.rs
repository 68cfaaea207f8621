// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The next free place of today, for who came too late.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use varco_core::{
    access::Right,
    ids::ServiceId,
    schedule::Audience,
    time::{Millis, Zone, civil},
    verdict::{Decision, Verdict, Visitor},
};
use varco_store::{BookRefusal, BookingChange, Contact, NewBooking, seal::Opener};
use varco_words::{clock, text};

use super::{Tongue, after::found, blocking, gesture};
use crate::{
    App,
    app::lock,
    issue::{prove, receipt_paper},
    problem::{Answer, Fault},
    wire::{KeyOnly, PlaceView},
};

/// A free place of today.
pub(super) struct Place {
    zone: Zone,
    service: ServiceId,
    pool: Audience,
    pub(super) start: Millis,
    /// The booking is in the list; else only its receipt speaks for it.
    known: bool,
}

fn too_late(decision: &Decision) -> Option<Visitor> {
    decision.visitor.filter(|_| matches!(decision.verdict, Verdict::TooLate { .. }))
}

/// The first start of today, after a time, at which the whole party could still be received at the same office.
pub(super) fn free(app: &App, decision: &Decision, after: Millis) -> Result<Option<Place>, Fault> {
    let Some(visitor) = too_late(decision) else { return Ok(None) };
    let (zone, booking, first) = app.with(|live| {
        let zone = live.day.sites.get(&visitor.site).map(|s| s.zone).unwrap_or_default();
        let first = live.day.services.values().find(|s| s.office == visitor.office).map(|s| s.id);
        (zone, live.day.bookings.get(&visitor.booking).map(|b| b.pool), first)
    })?;
    let Some(service) = visitor.service.or(first) else { return Ok(None) };
    let pool = booking.unwrap_or(Audience::All);
    let places = app.store()?.places(visitor.office, Some(service), pool, civil(zone, after).date())?;
    let fits =
        |p: &varco_store::Places| p.start > after && p.desks_left > 0 && p.persons_left >= u32::from(visitor.persons);
    let start = places.into_iter().filter(fits).map(|p| p.start).min();
    Ok(start.map(|start| Place { zone, service, pool, start, known: booking.is_some() }))
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
        let visitor = too_late(&recent.decision).ok_or(Fault::NotFound)?;
        let key = gesture(&request.key)?;
        let caller = app.caller(key, false)?;
        let store = app.store()?;
        let place = free(&app, &recent.decision, caller.now)?;
        let Place { zone, service, pool, start, known } = place.ok_or(Fault::Book(BookRefusal::Full { next: None }))?;
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
                contact: Contact::default(),
                due_by: None,
            };
            store.book(key, new, caller.now)?.map_err(Fault::Book)?
        };
        let code = changed.booking.latest_issue().map(|i| i.code.spaced()).unwrap_or_default();
        let time = clock(civil(zone, start).time());
        let token = changed.receipt.unwrap_or_default();
        prove(app.ports.frames.as_ref(), &token)?;
        let paper = app.with(|live| receipt_paper(live, &changed.booking, &token, caller.now, lang))?;
        let picture = varco_papers::receipt_png(&paper, varco_papers::Sheet::A6, lang, PIXELS_PER_INCH);
        let picture = picture.map_err(|_| Fault::Paper)?;
        let mut issued = lock(&app.issued);
        issued.push_back((key, picture));
        while issued.len() > ISSUED_KEPT {
            issued.pop_front();
        }
        app.changed("ready");
        Ok(PlaceView {
            text: text(lang, "place-taken", &[("time", time.as_str().into()), ("code", code.as_str().into())]),
            receipt_png: format!("/api/receipts/{key}.png"),
            code,
            time,
        })
    })
    .await
}

/// Receipts kept for printing.
const ISSUED_KEPT: usize = 4;
/// As sharp as a laser printer's modules need it.
const PIXELS_PER_INCH: u32 = 300;

/// A receipt that was made here a moment ago, as PNG: a window can show and print it without opening another.
#[utoipa::path(get, path = "/api/receipts/{name}", params(("name" = String, Path)),
    responses((status = 200, content_type = "image/png", body = Vec<u8>)))]
pub(super) async fn receipt_file(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(name): Path<String>,
) -> Result<Response, Answer> {
    let Json(png) = blocking(lang, move || {
        app.need(Right::Door)?;
        let key = gesture(name.strip_suffix(".png").ok_or(Fault::NotFound)?)?;
        let issued = lock(&app.issued);
        issued.iter().find(|(k, _)| *k == key).map(|(_, png)| png.clone()).ok_or(Fault::NotFound)
    })
    .await?;
    Ok(([(header::CONTENT_TYPE, "image/png"), (header::CACHE_CONTROL, "no-store")], png).into_response())
}
