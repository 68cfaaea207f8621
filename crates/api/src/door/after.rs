// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What is done with a verdict that stands on the screen.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, State},
};
use varco_core::{
    access::Right,
    gate::{Act, Refused},
    ids::GestureKey,
    verdict::{Decision, Mark, Verdict},
};
use varco_store::{ActRequest, Caller};
use varco_words::Lang;

use super::{
    Judged, Tongue, blocking, gesture,
    scan::{perform, view},
};
use crate::{
    App,
    app::{Recent, body_digest},
    problem::{Answer, Fault},
    wire::{KeyOnly, PersonsRequest, ReasonRequest, VerdictView},
};

pub(super) fn found(app: &App, scan: &str) -> Result<(GestureKey, Recent), Fault> {
    let scan = gesture(scan)?;
    Ok((scan, app.recent(scan).ok_or(Fault::NotFound)?))
}

/// What the staff does with a scan, and with which request.
struct Deed<'a> {
    caller: Caller,
    recent: Recent,
    act: Act,
    /// What tells a retry from another gesture with the same key.
    parts: &'a [&'a str],
}

impl Deed<'_> {
    /// Does it, keeps what the scan has become and says the verdict again.
    fn done(self, app: &App, lang: Lang, change: impl FnOnce(&mut Decision)) -> Result<VerdictView, Fault> {
        let Self { caller, mut recent, act, parts } = self;
        let request = ActRequest { caller, act, body: body_digest(parts), not_recorded: false };
        let (decision, recorded) = perform(app, request)?;
        recent.recorded = recorded;
        if let Some(decision) = decision {
            recent.decision = decision;
        }
        change(&mut recent.decision);
        app.remember(recent.clone());
        app.changed("ready");
        view(app, lang, &Judged { recent, next_place: None })
    }
}

/// A scan that anybody at the door may do something with.
fn at_the_door(app: &App, scan: &str, key: &str) -> Result<(GestureKey, Recent, Caller), Fault> {
    app.need(Right::Door)?;
    let (scan, recent) = found(app, scan)?;
    Ok((scan, recent, app.caller(gesture(key)?, false)?))
}

/// A scan with which something is done by right: of who is signed in, or of whose PIN came with the request.
fn by_right(
    app: &App,
    scan: &str,
    request: &ReasonRequest,
    right: impl FnOnce(&Decision) -> Option<Right>,
) -> Result<(GestureKey, Recent, Caller), Fault> {
    let (scan, recent) = found(app, scan)?;
    let right = right(&recent.decision).ok_or(Fault::Refused(Refused::NotOverrulable))?;
    let mut caller = app.caller(gesture(&request.key)?, false)?;
    caller.actor = Some(app.need_or_pin(right, request.person, request.pin.as_deref(), caller.now)?);
    Ok((scan, recent, caller))
}

/// The number of those who entered or left is another one.
fn corrected(decision: &mut Decision, persons: u8) {
    match &mut decision.verdict {
        Verdict::Exit { leave } => *leave = persons,
        Verdict::Admit { enter } | Verdict::AdmitNote { enter } | Verdict::PartyPartial { enter, .. } => {
            *enter = persons;
        }
        _ => {}
    }
    // A repeated reading lets nobody in or out; what it repeats has been corrected.
    for number in [&mut decision.enters, &mut decision.leaves] {
        if *number > 0 {
            *number = persons;
        }
    }
}

/// The number that entered or left is corrected.
#[utoipa::path(post, path = "/api/scan/{scan}/persons", params(("scan" = String, Path)), request_body = PersonsRequest,
    responses((status = 200, body = VerdictView)))]
pub(super) async fn persons(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(scan): Path<String>,
    Json(request): Json<PersonsRequest>,
) -> Result<Json<VerdictView>, Answer> {
    blocking(lang, move || {
        let persons = u8::try_from(request.persons).map_err(|_| Fault::Bad("persons"))?;
        let (key, recent, caller) = at_the_door(&app, &scan, &request.key)?;
        let act = Act::Persons { scan: key, persons };
        let parts = &["persons", &scan, &persons.to_string()];
        Deed { caller, recent, act, parts }.done(&app, lang, |decision| corrected(decision, persons))
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
        let (key, recent, caller) = at_the_door(&app, &scan, &request.key)?;
        let act = Act::ConfirmId { scan: key };
        Deed { caller, recent, act, parts: &["confirm", &scan] }.done(&app, lang, |_| {})
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
        let (key, recent, caller) = at_the_door(&app, &scan, &request.key)?;
        let act = Act::RefuseId { scan: key };
        let deed = Deed { caller, recent, act, parts: &["refuse", &scan] };
        deed.done(&app, lang, |decision| decision.marks.push(Mark::IdRefused))
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
        let right = |decision: &Decision| Right::to_overrule(decision.verdict.code());
        let (key, recent, caller) = by_right(&app, &scan, &request, right)?;
        let act = Act::Overrule { scan: key, reason: request.reason.clone() };
        Deed { caller, recent, act, parts: &["override", &scan, &request.reason] }.done(&app, lang, |_| {})
    })
    .await
}

/// Takes an entry or exit back.
#[utoipa::path(post, path = "/api/scan/{scan}/annul", params(("scan" = String, Path)), request_body = ReasonRequest,
    responses((status = 200, body = VerdictView)))]
pub(super) async fn annul(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(scan): Path<String>,
    Json(request): Json<ReasonRequest>,
) -> Result<Json<VerdictView>, Answer> {
    blocking(lang, move || {
        let (key, recent, caller) = by_right(&app, &scan, &request, |_| Some(Right::Annul))?;
        let act = Act::Annul { scan: key, reason: request.reason.clone() };
        let deed = Deed { caller, recent, act, parts: &["annul", &scan, &request.reason] };
        deed.done(&app, lang, |decision| decision.marks.push(Mark::Annulled))
    })
    .await
}
