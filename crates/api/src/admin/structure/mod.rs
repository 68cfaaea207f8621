// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Court, sites, gates, offices and services: seen and changed in place, archived and taken up again.

mod change;
pub(in crate::admin) mod fields;

use std::sync::Arc;

use axum::{Json, extract::State, http::HeaderMap};
use utoipa_axum::{router::OpenApiRouter, routes};
use varco_core::{access::Right, ids::OfficeId};
use varco_store::{Live, version_of};

use super::session::{Signed, signed};
use crate::{
    App,
    door::{Tongue, blocking},
    problem::{Answer, Fault},
    wire::{CourtRow, GateRow, GrantsRow, OfficeRow, ServiceRow, SiteRow, StructureView},
};

pub(super) use change::{edited, refused};

/// What the pages of the structure ask.
pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(structure))
        .routes(routes!(change::court))
        .routes(routes!(change::grants))
        .routes(routes!(change::add_site))
        .routes(routes!(change::site))
        .routes(routes!(change::archive_site))
        .routes(routes!(change::restore_site))
        .routes(routes!(change::add_gate))
        .routes(routes!(change::gate))
        .routes(routes!(change::archive_gate))
        .routes(routes!(change::restore_gate))
        .routes(routes!(change::add_office))
        .routes(routes!(change::office))
        .routes(routes!(change::archive_office))
        .routes(routes!(change::restore_office))
        .routes(routes!(change::add_service))
        .routes(routes!(change::service))
        .routes(routes!(change::archive_service))
        .routes(routes!(change::restore_service))
}

/// The court as it is set up; who works for offices sees these.
#[utoipa::path(get, path = "/api/admin/structure", responses((status = 200, body = StructureView)))]
pub(super) async fn structure(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    headers: HeaderMap,
) -> Result<Json<StructureView>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        let seen = app.with(|live| view(&signed, live))?;
        if seen.offices.is_empty() && signed.need(Right::See).is_err() {
            return Err(Fault::NoRight(Right::See));
        }
        Ok(seen)
    })
    .await
}

fn view(signed: &Signed, live: &Live) -> StructureView {
    let court = &live.structure;
    let all = signed.need(Right::Court).is_ok();
    let may_see = |office: OfficeId| signed.may_at(Right::See, office);
    let may_edit = |office: OfficeId| signed.may_at(Right::Office, office);
    let offices: Vec<_> = court.offices.iter().filter(|office| may_see(office.id)).collect();
    let sees_all = signed.need(Right::See).is_ok();
    let site_seen = |site| sees_all || offices.iter().any(|office| office.site == site);
    StructureView {
        court: CourtRow {
            id: 0,
            version: version_of(&court.court),
            archived: false,
            may_edit: all,
            is: fields::court_fields(&court.court),
        },
        grants: GrantsRow {
            id: 0,
            version: version_of(&court.grants),
            archived: false,
            may_edit: all,
            is: fields::grants_fields(court.grants),
        },
        sites: (court.sites.iter().filter(|site| site_seen(site.id)))
            .map(|site| SiteRow {
                id: site.id.0,
                version: version_of(site),
                archived: site.archived,
                may_edit: all,
                is: fields::site_fields(court, site),
            })
            .collect(),
        gates: (court.gates.iter().filter(|gate| site_seen(gate.site)))
            .map(|gate| GateRow {
                id: gate.id.0,
                version: version_of(gate),
                archived: gate.archived,
                may_edit: all,
                is: fields::gate_fields(gate),
            })
            .collect(),
        services: (court.services.iter().filter(|service| may_see(service.office)))
            .map(|service| ServiceRow {
                id: service.id.0,
                version: version_of(service),
                archived: service.archived,
                may_edit: may_edit(service.office),
                is: fields::service_fields(service),
            })
            .collect(),
        offices: offices
            .iter()
            .map(|office| OfficeRow {
                id: office.id.0,
                version: version_of(office),
                archived: office.archived,
                may_edit: may_edit(office.id),
                is: fields::office_fields(office),
            })
            .collect(),
    }
}
