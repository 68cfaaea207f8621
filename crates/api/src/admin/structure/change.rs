// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! One function a change. Each asks who is signed in, then for the right, and carries the version that was seen.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, State},
    http::HeaderMap,
};
use varco_core::{
    access::Right,
    booking::{Gate, Office, Service, Site},
    ids::{GateId, OfficeId, ServiceId, SiteId},
};
use varco_store::{
    Structure,
    edit::{Edit, EditRefusal, Thing},
};
use varco_words::{Lang, fault_in_words};

use super::{
    super::{
        people::stale,
        session::{Signed, signed},
    },
    fields,
};
use crate::{
    App,
    door::{Tongue, blocking, gesture},
    problem::{Answer, Fault},
    wire::{
        CourtEdit, EditDone, GateEdit, GateNew, GrantsEdit, OfficeEdit, OfficeNew, ServiceEdit, ServiceNew, SiteEdit,
        SiteNew, VersionOnly,
    },
};

/// What a refusal says to who asked.
pub(in crate::admin) fn refused(app: &App, refusal: EditRefusal, lang: Lang) -> Fault {
    match refusal {
        EditRefusal::Stale { by, at, .. } => stale(app, at.map(|at| (by, at)), lang),
        EditRefusal::Unknown => Fault::NotFound,
        EditRefusal::Invalid { field, why } => Fault::Field { field, why },
        EditRefusal::InUse { by } => Fault::InUse(by),
        EditRefusal::Empty => Fault::Bad("edits"),
        EditRefusal::TooMany => Fault::TooMany,
        EditRefusal::Hours(faults, of) => {
            Fault::Hours(faults.iter().map(|fault| fault_in_words(lang, fault, &of)).collect())
        }
    }
}

/// Makes an edit of one thing.
pub(in crate::admin) fn edited(
    app: &App,
    signed: &Signed,
    key: &str,
    edit: Edit,
    lang: Lang,
) -> Result<EditDone, Fault> {
    let done = app.store()?.edit(gesture(key)?, signed.person.id, vec![edit], app.machine_time())?;
    let done = done.map_err(|refusal| refused(app, refusal, lang))?;
    app.changed("ready");
    let thing = done.things.first();
    Ok(EditDone {
        id: thing.map_or(0, |thing| thing.id),
        version: thing.and_then(|thing| thing.version.clone()),
        change: done.changes.last().copied(),
    })
}

fn court_now(app: &App) -> Result<Structure, Fault> {
    app.with(|live| live.structure.clone())
}

fn seen(thing: Thing, version: String) -> Edit {
    Edit { thing, seen: Some(version) }
}

fn new(thing: Thing) -> Edit {
    Edit { thing, seen: None }
}

/// Changes the court.
#[utoipa::path(put, path = "/api/admin/court", request_body = CourtEdit,
    responses((status = 200, body = EditDone)))]
pub(in crate::admin) async fn court(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    headers: HeaderMap,
    Json(request): Json<CourtEdit>,
) -> Result<Json<EditDone>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        signed.need(Right::Court)?;
        let wanted = fields::court(&court_now(&app)?.court, &request.is);
        let edit = seen(Thing::Court(wanted), request.version);
        edited(&app, &signed, &request.key, edit, lang)
    })
    .await
}

/// Changes what the court gives to stewards.
#[utoipa::path(put, path = "/api/admin/grants", request_body = GrantsEdit,
    responses((status = 200, body = EditDone)))]
pub(in crate::admin) async fn grants(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    headers: HeaderMap,
    Json(request): Json<GrantsEdit>,
) -> Result<Json<EditDone>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        signed.need(Right::Court)?;
        let edit = seen(Thing::Grants(fields::grants(&request.is)), request.version);
        edited(&app, &signed, &request.key, edit, lang)
    })
    .await
}

/// Adds a building.
#[utoipa::path(post, path = "/api/admin/sites", request_body = SiteNew,
    responses((status = 200, body = EditDone)))]
pub(in crate::admin) async fn add_site(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    headers: HeaderMap,
    Json(request): Json<SiteNew>,
) -> Result<Json<EditDone>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        signed.need(Right::Court)?;
        let edit = new(Thing::Site(fields::site(&Site::new(SiteId(0), "", ""), &request.is)?));
        edited(&app, &signed, &request.key, edit, lang)
    })
    .await
}

/// Changes a building.
#[utoipa::path(put, path = "/api/admin/sites/{id}", params(("id" = u32, Path)), request_body = SiteEdit,
    responses((status = 200, body = EditDone)))]
pub(in crate::admin) async fn site(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(id): Path<u32>,
    headers: HeaderMap,
    Json(request): Json<SiteEdit>,
) -> Result<Json<EditDone>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        let court = court_now(&app)?;
        let before = court.sites.iter().find(|x| x.id == SiteId(id)).ok_or(Fault::NotFound)?;
        signed.need(Right::Court)?;
        let edit = seen(Thing::Site(fields::site(before, &request.is)?), request.version);
        edited(&app, &signed, &request.key, edit, lang)
    })
    .await
}

/// Archives a building: what refers to it keeps it.
#[utoipa::path(post, path = "/api/admin/sites/{id}/archive", params(("id" = u32, Path)), request_body = VersionOnly,
    responses((status = 200, body = EditDone)))]
pub(in crate::admin) async fn archive_site(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(id): Path<u32>,
    headers: HeaderMap,
    Json(request): Json<VersionOnly>,
) -> Result<Json<EditDone>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        let court = court_now(&app)?;
        let before = court.sites.iter().find(|x| x.id == SiteId(id)).ok_or(Fault::NotFound)?;
        signed.need(Right::Court)?;
        let wanted = Site { archived: true, ..before.clone() };
        let edit = seen(Thing::Site(wanted), request.version);
        edited(&app, &signed, &request.key, edit, lang)
    })
    .await
}

/// Takes up a building again.
#[utoipa::path(post, path = "/api/admin/sites/{id}/restore", params(("id" = u32, Path)), request_body = VersionOnly,
    responses((status = 200, body = EditDone)))]
pub(in crate::admin) async fn restore_site(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(id): Path<u32>,
    headers: HeaderMap,
    Json(request): Json<VersionOnly>,
) -> Result<Json<EditDone>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        let court = court_now(&app)?;
        let before = court.sites.iter().find(|x| x.id == SiteId(id)).ok_or(Fault::NotFound)?;
        signed.need(Right::Court)?;
        let wanted = Site { archived: false, ..before.clone() };
        let edit = seen(Thing::Site(wanted), request.version);
        edited(&app, &signed, &request.key, edit, lang)
    })
    .await
}

/// Adds an entrance.
#[utoipa::path(post, path = "/api/admin/gates", request_body = GateNew,
    responses((status = 200, body = EditDone)))]
pub(in crate::admin) async fn add_gate(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    headers: HeaderMap,
    Json(request): Json<GateNew>,
) -> Result<Json<EditDone>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        signed.need(Right::Court)?;
        let edit = new(Thing::Gate(fields::gate(&Gate::new(GateId(0), SiteId(0), ""), &request.is)));
        edited(&app, &signed, &request.key, edit, lang)
    })
    .await
}

/// Changes an entrance.
#[utoipa::path(put, path = "/api/admin/gates/{id}", params(("id" = u32, Path)), request_body = GateEdit,
    responses((status = 200, body = EditDone)))]
pub(in crate::admin) async fn gate(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(id): Path<u32>,
    headers: HeaderMap,
    Json(request): Json<GateEdit>,
) -> Result<Json<EditDone>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        let court = court_now(&app)?;
        let before = court.gates.iter().find(|x| x.id == GateId(id)).ok_or(Fault::NotFound)?;
        signed.need(Right::Court)?;
        let edit = seen(Thing::Gate(fields::gate(before, &request.is)), request.version);
        edited(&app, &signed, &request.key, edit, lang)
    })
    .await
}

/// Archives an entrance: what refers to it keeps it.
#[utoipa::path(post, path = "/api/admin/gates/{id}/archive", params(("id" = u32, Path)), request_body = VersionOnly,
    responses((status = 200, body = EditDone)))]
pub(in crate::admin) async fn archive_gate(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(id): Path<u32>,
    headers: HeaderMap,
    Json(request): Json<VersionOnly>,
) -> Result<Json<EditDone>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        let court = court_now(&app)?;
        let before = court.gates.iter().find(|x| x.id == GateId(id)).ok_or(Fault::NotFound)?;
        signed.need(Right::Court)?;
        let wanted = Gate { archived: true, ..before.clone() };
        let edit = seen(Thing::Gate(wanted), request.version);
        edited(&app, &signed, &request.key, edit, lang)
    })
    .await
}

/// Takes up an entrance again.
#[utoipa::path(post, path = "/api/admin/gates/{id}/restore", params(("id" = u32, Path)), request_body = VersionOnly,
    responses((status = 200, body = EditDone)))]
pub(in crate::admin) async fn restore_gate(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(id): Path<u32>,
    headers: HeaderMap,
    Json(request): Json<VersionOnly>,
) -> Result<Json<EditDone>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        let court = court_now(&app)?;
        let before = court.gates.iter().find(|x| x.id == GateId(id)).ok_or(Fault::NotFound)?;
        signed.need(Right::Court)?;
        let wanted = Gate { archived: false, ..before.clone() };
        let edit = seen(Thing::Gate(wanted), request.version);
        edited(&app, &signed, &request.key, edit, lang)
    })
    .await
}

/// Adds an office.
#[utoipa::path(post, path = "/api/admin/offices", request_body = OfficeNew,
    responses((status = 200, body = EditDone)))]
pub(in crate::admin) async fn add_office(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    headers: HeaderMap,
    Json(request): Json<OfficeNew>,
) -> Result<Json<EditDone>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        signed.need(Right::Court)?;
        let edit = new(Thing::Office(fields::office(&Office::new(OfficeId(0), SiteId(0), ""), &request.is)?));
        edited(&app, &signed, &request.key, edit, lang)
    })
    .await
}

/// Changes an office.
#[utoipa::path(put, path = "/api/admin/offices/{id}", params(("id" = u32, Path)), request_body = OfficeEdit,
    responses((status = 200, body = EditDone)))]
pub(in crate::admin) async fn office(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(id): Path<u32>,
    headers: HeaderMap,
    Json(request): Json<OfficeEdit>,
) -> Result<Json<EditDone>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        let court = court_now(&app)?;
        let before = court.offices.iter().find(|x| x.id == OfficeId(id)).ok_or(Fault::NotFound)?;
        signed.need_at(Right::Office, before.id)?;
        if before.site != SiteId(request.is.site) {
            // Into another building it is moved by whoever sets up the court.
            signed.need(Right::Court)?;
        }
        let edit = seen(Thing::Office(fields::office(before, &request.is)?), request.version);
        edited(&app, &signed, &request.key, edit, lang)
    })
    .await
}

/// Archives an office: what refers to it keeps it.
#[utoipa::path(post, path = "/api/admin/offices/{id}/archive", params(("id" = u32, Path)), request_body = VersionOnly,
    responses((status = 200, body = EditDone)))]
pub(in crate::admin) async fn archive_office(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(id): Path<u32>,
    headers: HeaderMap,
    Json(request): Json<VersionOnly>,
) -> Result<Json<EditDone>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        let court = court_now(&app)?;
        let before = court.offices.iter().find(|x| x.id == OfficeId(id)).ok_or(Fault::NotFound)?;
        signed.need(Right::Court)?;
        let wanted = Office { archived: true, ..before.clone() };
        let edit = seen(Thing::Office(wanted), request.version);
        edited(&app, &signed, &request.key, edit, lang)
    })
    .await
}

/// Takes up an office again.
#[utoipa::path(post, path = "/api/admin/offices/{id}/restore", params(("id" = u32, Path)), request_body = VersionOnly,
    responses((status = 200, body = EditDone)))]
pub(in crate::admin) async fn restore_office(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(id): Path<u32>,
    headers: HeaderMap,
    Json(request): Json<VersionOnly>,
) -> Result<Json<EditDone>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        let court = court_now(&app)?;
        let before = court.offices.iter().find(|x| x.id == OfficeId(id)).ok_or(Fault::NotFound)?;
        signed.need(Right::Court)?;
        let wanted = Office { archived: false, ..before.clone() };
        let edit = seen(Thing::Office(wanted), request.version);
        edited(&app, &signed, &request.key, edit, lang)
    })
    .await
}

/// Adds a service.
#[utoipa::path(post, path = "/api/admin/services", request_body = ServiceNew,
    responses((status = 200, body = EditDone)))]
pub(in crate::admin) async fn add_service(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    headers: HeaderMap,
    Json(request): Json<ServiceNew>,
) -> Result<Json<EditDone>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        signed.need_at(Right::Office, OfficeId(request.is.office))?;
        let blank = Service::new(ServiceId(0), OfficeId(0), Default::default(), 0);
        let edit = new(Thing::Service(fields::service(&blank, &request.is)?));
        edited(&app, &signed, &request.key, edit, lang)
    })
    .await
}

/// Changes a service.
#[utoipa::path(put, path = "/api/admin/services/{id}", params(("id" = u32, Path)), request_body = ServiceEdit,
    responses((status = 200, body = EditDone)))]
pub(in crate::admin) async fn service(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(id): Path<u32>,
    headers: HeaderMap,
    Json(request): Json<ServiceEdit>,
) -> Result<Json<EditDone>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        let court = court_now(&app)?;
        let before = court.services.iter().find(|x| x.id == ServiceId(id)).ok_or(Fault::NotFound)?;
        signed.need_at(Right::Office, before.office)?;
        let edit = seen(Thing::Service(fields::service(before, &request.is)?), request.version);
        edited(&app, &signed, &request.key, edit, lang)
    })
    .await
}

/// Archives a service: what refers to it keeps it.
#[utoipa::path(post, path = "/api/admin/services/{id}/archive", params(("id" = u32, Path)), request_body = VersionOnly,
    responses((status = 200, body = EditDone)))]
pub(in crate::admin) async fn archive_service(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(id): Path<u32>,
    headers: HeaderMap,
    Json(request): Json<VersionOnly>,
) -> Result<Json<EditDone>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        let court = court_now(&app)?;
        let before = court.services.iter().find(|x| x.id == ServiceId(id)).ok_or(Fault::NotFound)?;
        signed.need_at(Right::Office, before.office)?;
        let wanted = Service { archived: true, ..before.clone() };
        let edit = seen(Thing::Service(wanted), request.version);
        edited(&app, &signed, &request.key, edit, lang)
    })
    .await
}

/// Takes up a service again.
#[utoipa::path(post, path = "/api/admin/services/{id}/restore", params(("id" = u32, Path)), request_body = VersionOnly,
    responses((status = 200, body = EditDone)))]
pub(in crate::admin) async fn restore_service(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(id): Path<u32>,
    headers: HeaderMap,
    Json(request): Json<VersionOnly>,
) -> Result<Json<EditDone>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        let court = court_now(&app)?;
        let before = court.services.iter().find(|x| x.id == ServiceId(id)).ok_or(Fault::NotFound)?;
        signed.need_at(Right::Office, before.office)?;
        let wanted = Service { archived: false, ..before.clone() };
        let edit = seen(Thing::Service(wanted), request.version);
        edited(&app, &signed, &request.key, edit, lang)
    })
    .await
}
