// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The table of rights, for people.

use std::sync::Arc;

use axum::{Json, extract::State, http::HeaderMap};
use varco_core::access::{Right, Role, cell};
use varco_words::text;

use super::{answered, session::signed};
use crate::{
    App,
    door::Tongue,
    problem::Answer,
    wire::{RightRow, RightsTable},
};

/// Who may do what: the published table.
#[utoipa::path(get, path = "/api/admin/rights", responses((status = 200, body = RightsTable)))]
pub(super) async fn rights(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    headers: HeaderMap,
) -> Result<Json<RightsTable>, Answer> {
    answered(lang, move || {
        signed(&app, &headers)?.need(Right::Account)?;
        let row = |right: Right| RightRow {
            right: right.name().to_owned(),
            text: text(lang, &format!("admin-right-{}", right.name().replace(['.', '_'], "-")), &[]),
            cells: Role::ALL.map(|role| cell(role, right).name().to_owned()).into(),
        };
        Ok(RightsTable {
            roles: Role::ALL.map(|r| r.name().to_owned()).into(),
            rows: Right::ALL.into_iter().map(row).collect(),
        })
    })
    .await
}
