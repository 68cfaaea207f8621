// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What a draft would do to the bookings that exist. Nothing is written.

use std::sync::Arc;

use axum::{Json, extract::State, http::HeaderMap};
use varco_core::{
    access::Right,
    ids::BookingId,
    schedule::{
        Effect,
        closure::{Draft, Hit, Proposal},
    },
    time::{Millis, Zone, civil},
};
use varco_store::{Live, closure::CloseRefusal};
use varco_words::{Lang, default_message, draft_fault, draft_hint, no_place, text};

use super::{
    super::session::{Signed, signed},
    draft, need,
};
use crate::{
    App,
    door::{Tongue, blocking},
    problem::{Answer, Fault},
    wire::{
        Both, ClosureCounts, ClosureDo, ClosureDraft, ClosureFault, ClosureHit, ClosurePlan, ClosurePlanRequest,
        ClosureProposal, ClosureTexts,
    },
};

/// Whoever asks may close what the draft closes, and what it takes the place of.
pub(super) fn may(app: &App, signed: &Signed, fields: &ClosureDraft) -> Result<(), Fault> {
    let wanted = fields.level.as_ref().map(draft::level);
    let replaced = fields.replaces.map(|id| super::need_for(app, signed, id));
    match (wanted, replaced) {
        (None, None) => signed.need(Right::Court),
        (wanted, replaced) => {
            wanted.map_or(Ok(()), |level| need(signed, level))?;
            replaced.transpose().map(|_| ())
        }
    }
}

/// What a draft would do.
#[utoipa::path(post, path = "/api/admin/closures/plan", request_body = ClosurePlanRequest,
    responses((status = 200, body = ClosurePlan)))]
pub(in crate::admin) async fn plan(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    headers: HeaderMap,
    Json(request): Json<ClosurePlanRequest>,
) -> Result<Json<ClosurePlan>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        may(&app, &signed, &request.draft)?;
        let draft = draft::read(&request.draft)?;
        let texts = default_texts(&draft);
        let nothing = |faults| ClosurePlan {
            seen: String::new(),
            hits: Vec::new(),
            counts: ClosureCounts::default(),
            texts: texts.clone(),
            faults,
            hints: Vec::new(),
        };
        let planned = match app.store()?.plan_closure(&draft, app.machine_time())? {
            Ok(planned) => planned,
            Err(CloseRefusal::Faults(faults)) => {
                let told = |fault: &_| {
                    let fault: &varco_core::schedule::closure::DraftFault = fault;
                    ClosureFault { field: fault.field().to_owned(), text: draft_fault(lang, fault) }
                };
                return Ok(nothing(faults.iter().map(told).collect()));
            }
            Err(refusal) => return Err(super::refused(&app, refusal, lang)),
        };
        let mut names = Vec::with_capacity(planned.hits.len());
        for hit in &planned.hits {
            names.push(names_of(&app, &signed, hit.held.booking.id)?);
        }
        let many = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let count = |what: fn(&Proposal) -> bool| many(planned.hits.iter().filter(|hit| what(&hit.proposal)).count());
        let counts = ClosureCounts {
            hit: many(planned.hits.len()),
            moved: count(|proposal| matches!(proposal, Proposal::Move { .. })),
            kept: count(|proposal| matches!(proposal, Proposal::Keep)),
            cancelled: count(|proposal| matches!(proposal, Proposal::Cancel { .. })),
        };
        let hints = planned.hint.map(|hint| draft_hint(lang, hint)).into_iter().collect();
        let hits = app.with(|live| {
            let each = planned.hits.iter().zip(names);
            each.map(|(hit, names)| view(live, hit, names, lang)).collect()
        })?;
        Ok(ClosurePlan { seen: planned.seen, hits, counts, texts, faults: Vec::new(), hints })
    })
    .await
}

/// What people would be told, in both languages.
fn default_texts(draft: &Draft) -> ClosureTexts {
    let (it, en) = match draft.wanted.as_ref().map(|wanted| &wanted.effect) {
        Some(Effect::Closed { reason_it, reason_en, .. }) => (reason_it.as_str(), reason_en.as_str()),
        Some(Effect::Opened(_) | Effect::Capacity { .. }) | None => ("", ""),
    };
    let both = |kind| Both { it: default_message(Lang::It, kind, it), en: default_message(Lang::En, kind, en) };
    ClosureTexts { moved: both("moved"), cancelled: both("cancelled"), kept: both("kept") }
}

/// Who comes; none while the names are locked.
fn names_of(app: &App, signed: &Signed, booking: BookingId) -> Result<Option<Vec<String>>, Fault> {
    let Some(key) = &signed.names else { return Ok(None) };
    Ok(Some(app.store()?.details_by_names_key(booking, key)?.map(|details| details.names).unwrap_or_default()))
}

/// The clock by which a booking's office reads.
pub(super) fn zone_of(live: &Live, booking: &varco_core::booking::Booking) -> Zone {
    live.day.schedules.get(&booking.office).map(|schedule| schedule.zone).unwrap_or_default()
}

fn view(live: &Live, hit: &Hit, names: Option<Vec<String>>, lang: Lang) -> ClosureHit {
    let booking = &hit.held.booking;
    let zone = zone_of(live, booking);
    let at = |at: Millis| draft::start_text(civil(zone, at));
    let office = live.day.offices.get(&booking.office).map(|office| office.name.clone());
    let service = live.day.services.get(&booking.service);
    let name = service.map(|s| if lang == Lang::It { s.name.0.clone() } else { s.name.1.clone() });
    let (what, start, why) = match hit.proposal {
        Proposal::Move { start } => (ClosureDo::Move, Some(at(start)), None),
        Proposal::Keep => (ClosureDo::Keep, None, Some(text(lang, "keep-was-kept", &[]))),
        Proposal::Cancel { why } => (ClosureDo::Cancel, None, Some(no_place(lang, why))),
    };
    ClosureHit {
        booking: booking.id.to_string(),
        code: booking.latest_issue().map(|issue| issue.code.spaced()).unwrap_or_default(),
        names,
        persons: booking.persons.into(),
        office: booking.office.0,
        office_name: office.unwrap_or_default(),
        service: booking.service.0,
        service_name: name.unwrap_or_default(),
        start: at(booking.start),
        end: at(booking.end),
        due_by: booking.due_by.map(|date| date.to_string()),
        assistance: booking.assistance,
        proposal: ClosureProposal { what, start, why },
        choices: hit.choices.iter().map(|start| at(*start)).collect(),
    }
}
