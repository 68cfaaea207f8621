// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Marks made on paper are typed back.

use std::sync::Arc;

use axum::{Json, extract::State};
use sha2::{Digest, Sha256};
use varco_core::{
    access::Right,
    gate::{Act, Via},
    ids::GestureKey,
    receipt::{Shown, read},
    time::{civil, resolve_forward},
};
use varco_store::ActRequest;
use varco_words::text;

use super::{Tongue, blocking, clock::time_of_day, gesture, scan::perform};
use crate::{
    App,
    app::body_digest,
    problem::{Answer, Fault},
    wire::{LateAnswer, LateRequest, LateRow, LateView},
};

/// Rows of one request.
const ROWS_MAX: usize = 500;

/// Writes what was ticked on the sheet, each row on its own; a row that is wrong is named and the others stand.
#[utoipa::path(post, path = "/api/paper/late-entries", request_body = LateRequest, responses((status = 200, body = LateView)))]
pub(super) async fn late_entries(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Json(request): Json<LateRequest>,
) -> Result<Json<LateView>, Answer> {
    blocking(lang, move || {
        app.need(Right::Paper)?;
        let key = gesture(&request.key)?;
        if request.rows.len() > ROWS_MAX {
            return Err(Fault::Bad("rows"));
        }
        let mut rows = Vec::new();
        for (n, row) in request.rows.iter().enumerate() {
            let (ok, key_of_text) = match write(&app, key, n, row) {
                Ok(()) => (true, "late-written"),
                Err(Fault::Bad(part)) => (false, part),
                Err(fault) => return Err(fault),
            };
            rows.push(LateAnswer { code: row.code.clone(), ok, text: text(lang, key_of_text, &[]) });
        }
        app.changed("ready");
        Ok(LateView { rows })
    })
    .await
}

fn write(app: &App, key: GestureKey, n: usize, row: &LateRow) -> Result<(), Fault> {
    let mut caller = app.caller(row_key(key, n), false)?;
    let shown = read(row.code.as_bytes());
    let Shown::Code(code) = &shown else { return Err(Fault::Bad("late-bad-code")) };
    let persons = u8::try_from(row.persons).ok().filter(|n| *n > 0).ok_or(Fault::Bad("late-bad-persons"))?;
    let time = time_of_day(&row.time).map_err(|_| Fault::Bad("late-bad-time"))?;
    let (known, party, zone) = app.with(|live| {
        let booking = live.day.codes.get(code).and_then(|(id, _)| live.day.bookings.get(id));
        let zone = live.day.sites.get(&caller.station.site).map(|s| s.zone).unwrap_or_default();
        (booking.is_some(), booking.map_or(0, |b| b.persons), zone)
    })?;
    if !known {
        return Err(Fault::Bad("late-unknown-code"));
    }
    if persons > party {
        return Err(Fault::Bad("late-bad-persons"));
    }
    let at = resolve_forward(zone, civil(zone, caller.now).date().and_time(time));
    if at > caller.now {
        return Err(Fault::Bad("late-future"));
    }
    caller.clock_unsafe = false;
    let act = Act::Scan { shown, via: Via::Typed, look: false, late: Some((at, persons)) };
    let body = body_digest(&["late", &row.code, &row.persons.to_string(), &row.time]);
    perform(app, ActRequest { caller, act, body, not_recorded: false })?;
    Ok(())
}

/// The key of one row: a retry of the whole sheet gives the same.
fn row_key(key: GestureKey, row: usize) -> GestureKey {
    let mut hash = Sha256::new();
    hash.update(key.0.to_be_bytes());
    hash.update((row as u64).to_be_bytes());
    let hash: [u8; 32] = hash.finalize().into();
    let mut first = [0_u8; 16];
    first.copy_from_slice(&hash[..16]);
    GestureKey(u128::from_be_bytes(first))
}
