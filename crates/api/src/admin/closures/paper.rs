// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What people are told, on paper and by telephone. Both need the names.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use varco_core::time::{Millis, civil};
use varco_papers::{LetterPaper, LetterReceipt};
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
    issue::{prove, receipt_paper},
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

/// A letter for each person: what changed, in both languages, and the new receipt of whoever was given another time.
/// Whoever prints them has told: the messages count as left.
#[utoipa::path(get, path = "/api/admin/closures/{id}/letters", params(("id" = u32, Path)),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>)))]
pub(in crate::admin) async fn letters(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(id): Path<u32>,
    headers: HeaderMap,
) -> Result<Response, Answer> {
    let Json(pdf) = blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        let id = need_for(&app, &signed, id)?;
        let key = signed.names.as_ref().ok_or(Fault::NamesLocked)?;
        let all = addressed(&app, id, key)?;
        let now = app.machine_time();
        let mut papers = Vec::with_capacity(all.len());
        for one in &all {
            papers.push(letter(&app, one, key, now)?);
        }
        if papers.is_empty() {
            return Err(Fault::NotFound);
        }
        let pdf = varco_papers::letters_pdf(&papers).map_err(|error| {
            tracing::warn!(%error, "letters could not be set");
            Fault::Paper
        })?;
        // Only what is in hand has left.
        app.store()?.release(id, true, now)?.map_err(|refusal| super::refused(&app, refusal, lang))?;
        app.changed("ready");
        Ok(pdf)
    })
    .await?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"varco-lettere.pdf\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, pdf).into_response())
}

/// The letter of one person. A receipt is read back before it counts.
fn letter(app: &App, one: &Addressed, key: &NamesKey, now: Millis) -> Result<LetterPaper, Fault> {
    let booking = &one.message.booking;
    let token = match one.message.kind {
        MessageKind::Moved => app.store()?.print_receipt(booking.id, key, now)?,
        MessageKind::Kept | MessageKind::Cancelled => None,
    };
    if let Some(token) = &token {
        prove(app.ports.frames.as_ref(), token)?;
    }
    app.with(|live| {
        let paper = receipt_paper(live, booking, token.as_deref().unwrap_or_default(), now, Lang::It);
        LetterPaper {
            court: paper.court,
            site: paper.site,
            address: paper.address,
            phone: paper.phone,
            written: civil(zone_of(live, booking), now).date(),
            it: one.say.it.clone(),
            en: one.say.en.clone(),
            receipt: token.map(|token| LetterReceipt {
                token,
                short_code: paper.short_code,
                office: paper.office,
                floor: paper.floor,
                room: paper.room,
                start: paper.start,
                opens: paper.opens,
                last_entry: paper.last_entry,
                persons: paper.persons,
            }),
            training: paper.training,
        }
    })
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
