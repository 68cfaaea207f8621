// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The way back from data that cannot be opened.

use std::sync::Arc;

use axum::{Json, extract::State};
use varco_core::time::{Millis, Zone, civil};
use varco_store::StoreError;
use varco_words::{Lang, clock, day, text};

use crate::{
    App,
    court::OpenFault,
    door::{Tongue, blocking, gesture},
    problem::{Answer, Fault},
    wire::{BackupView, DamagedKind, DamagedView, Done, RestoreRequest},
};

pub(super) fn view(fault: &OpenFault, lang: Lang) -> DamagedView {
    let kind = match fault.error {
        StoreError::Newer { .. } => DamagedKind::Newer,
        StoreError::ReadOnly => DamagedKind::ReadOnly,
        StoreError::Full => DamagedKind::Full,
        _ => DamagedKind::Damaged,
    };
    let when = |at: i64| {
        let at = civil(Zone::default(), Millis(at));
        format!("{}, {}", day(lang, at.date()), clock(at.time()))
    };
    DamagedView {
        kind,
        text: text(lang, &format!("open-{}", kind.name()), &[]),
        next_step: text(lang, &format!("open-{}-next", kind.name()), &[]),
        backups: fault.backups.iter().map(|(name, at)| BackupView { name: name.clone(), at: when(*at) }).collect(),
    }
}

/// Puts a copy in the place of the damaged data, which is kept aside.
#[utoipa::path(post, path = "/api/setup/restore", request_body = RestoreRequest, responses((status = 200, body = Done)))]
pub(super) async fn restore(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Json(request): Json<RestoreRequest>,
) -> Result<Json<Done>, Answer> {
    blocking(lang, move || {
        gesture(&request.key)?;
        let fault = app.fault().ok_or(Fault::NotFound)?;
        // Only a copy that was offered: never a path from a request.
        let (name, _) = fault.backups.iter().find(|(n, _)| *n == request.backup).ok_or(Fault::NotFound)?;
        let store = app.ports.courts.restore(name)?;
        app.open_court(store);
        Ok(Done {})
    })
    .await
}
