// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What a supervisor must look at.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, State},
};
use varco_core::{
    access::Right,
    gate::{Act, Conflict, ConflictKind},
    time::civil,
};
use varco_store::{ActRequest, Live};
use varco_words::{Lang, clock_seconds, text};

use super::{Tongue, blocking, gesture, scan::perform};
use crate::{
    App,
    app::body_digest,
    problem::{Answer, Fault},
    wire::{ConflictRow, ConflictsView, Done, KeyOnly},
};

/// Conflicts and alarms of the day.
#[utoipa::path(get, path = "/api/conflicts", responses((status = 200, body = ConflictsView)))]
pub(super) async fn conflicts(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
) -> Result<Json<ConflictsView>, Answer> {
    blocking(lang, move || {
        app.need(Right::Conflicts)?;
        app.with(|live| {
            let station = app.station(live, false);
            let zone = live.day.sites.get(&station.site).map(|s| s.zone).unwrap_or_default();
            let rows = live.gate.conflicts(&live.day);
            ConflictsView { rows: rows.iter().map(|c| row(live, lang, zone, c)).collect() }
        })
    })
    .await
}

/// Its name on the wire: kind and scan.
pub(super) fn conflict_id(conflict: &Conflict) -> String {
    format!("{}-{}", conflict.kind.name(), conflict.scan)
}

fn row(live: &Live, lang: Lang, zone: varco_core::time::Zone, conflict: &Conflict) -> ConflictRow {
    let kind = conflict.kind.name();
    let gate_of = |scan| {
        let fact = live.gate.scan_state(scan).and_then(|s| s.fact.as_ref());
        let gate = fact.and_then(|f| live.day.gates.get(&f.gate)).map(|g| g.name.clone()).unwrap_or_default();
        let at = fact.map(|f| clock_seconds(civil(zone, f.at).time())).unwrap_or_default();
        (gate, at)
    };
    let gate = live.day.gates.get(&conflict.gate).map(|g| g.name.clone()).unwrap_or_default();
    let at = clock_seconds(civil(zone, conflict.at).time());
    let (before_gate, before_at) = conflict.before.map(gate_of).unwrap_or_default();
    let booking = conflict.booking.and_then(|b| live.day.bookings.get(&b));
    let code = booking.and_then(|b| b.latest_issue()).map(|i| i.code.spaced()).unwrap_or_default();
    let args = [
        ("gate", gate.into()),
        ("time", at.as_str().into()),
        ("before_gate", before_gate.into()),
        ("before_time", before_at.into()),
        ("code", code.into()),
    ];
    ConflictRow {
        id: conflict_id(conflict),
        kind: kind.to_owned(),
        text: text(lang, &format!("conflict-{kind}"), &args),
        next_step: text(lang, &format!("conflict-{kind}-next"), &args),
        at,
        taken: conflict.taken,
    }
}

/// Takes a conflict up.
#[utoipa::path(post, path = "/api/conflicts/{id}/take", params(("id" = String, Path)), request_body = KeyOnly,
    responses((status = 200, body = Done)))]
pub(super) async fn take(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(id): Path<String>,
    Json(request): Json<KeyOnly>,
) -> Result<Json<Done>, Answer> {
    blocking(lang, move || {
        let (kind, scan) = id.split_once('-').ok_or(Fault::NotFound)?;
        let of = ConflictKind::ALL.into_iter().find(|k| k.name() == kind).ok_or(Fault::NotFound)?;
        app.need(of.taken_by())?;
        let caller = app.caller(gesture(&request.key)?, false)?;
        let act = Act::TakeConflict { of, scan: gesture(scan)? };
        let body = body_digest(&["take", &id]);
        perform(&app, ActRequest { caller, act, body, not_recorded: false })?;
        app.changed("ready");
        Ok(Done {})
    })
    .await
}
