// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What people are told, on paper and by telephone. Both need the names.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, State},
    http::HeaderMap,
};
use varco_core::time::civil;
use varco_store::{
    Details,
    closure::{Message, MessageKind, MessageTexts},
    seal::NamesKey,
};
use varco_words::{Lang, Told, fill, moment};

use super::{super::session::signed, draft, need_for, plan::zone_of};
use crate::{
    App,
    door::{Tongue, blocking},
    problem::{Answer, Fault},
    wire::{Both, PhoneCall, PhonesView},
};

/// A message with the person whom it is for.
pub(super) struct Addressed {
    pub(super) message: Message,
    pub(super) details: Details,
    /// What it says, Italian and English.
    pub(super) say: Both,
}

/// The messages of a closure, each with its person.
pub(super) fn addressed(app: &App, id: varco_core::ids::ExceptionId, key: &NamesKey) -> Result<Vec<Addressed>, Fault> {
    let now = app.machine_time();
    let store = app.store()?;
    let row = store.closures(now)?.into_iter().find(|row| row.exception.id == id);
    let texts: MessageTexts = row.and_then(|row| row.texts).ok_or(Fault::NotFound)?;
    let mut all = Vec::new();
    for message in store.messages(id, now)? {
        let details = store.details_by_names_key(message.booking.id, key)?.unwrap_or_default();
        let say = app.with(|live| {
            let zone = zone_of(live, &message.before);
            let office = live.day.offices.get(&message.before.office).map(|o| o.name.clone()).unwrap_or_default();
            let service = live.day.services.get(&message.before.service);
            let told = |lang: Lang| Told {
                person: details.names.first().cloned().unwrap_or_default(),
                service: service
                    .map(|s| if lang == Lang::It { s.name.0.clone() } else { s.name.1.clone() })
                    .unwrap_or_default(),
                office: office.clone(),
                old: moment(lang, civil(zone, message.before.start)),
                new: match message.kind {
                    MessageKind::Moved => moment(lang, civil(zone, message.booking.start)),
                    MessageKind::Kept | MessageKind::Cancelled => String::new(),
                },
            };
            let text = texts.of(message.kind);
            Both { it: fill(&text.it, &told(Lang::It)), en: fill(&text.en, &told(Lang::En)) }
        })?;
        all.push(Addressed { message, details, say });
    }
    Ok(all)
}

/// Whom to call, and what to say.
#[utoipa::path(get, path = "/api/admin/closures/{id}/phones", params(("id" = u32, Path)),
    responses((status = 200, body = PhonesView)))]
pub(in crate::admin) async fn phones(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(id): Path<u32>,
    headers: HeaderMap,
) -> Result<Json<PhonesView>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        let id = need_for(&app, &signed, id)?;
        let key = signed.names.as_ref().ok_or(Fault::NamesLocked)?;
        let all = addressed(&app, id, key)?;
        let calls = app.with(|live| {
            let call = |Addressed { message, details, say }: Addressed| PhoneCall {
                booking: message.before.id.to_string(),
                start: draft::start_text(civil(zone_of(live, &message.before), message.before.start)),
                name: details.names.first().cloned().unwrap_or_default(),
                phone: details.contact.phone,
                email: details.contact.email,
                say,
            };
            all.into_iter().map(call).collect()
        })?;
        Ok(PhonesView { calls })
    })
    .await
}
