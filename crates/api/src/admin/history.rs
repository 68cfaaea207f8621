// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What was changed, by whom and when; and how it is taken back.

use std::{collections::BTreeSet, sync::Arc};

use axum::{
    Json,
    extract::{Path, Query, State},
    http::HeaderMap,
};
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::IntoParams;
use utoipa_axum::{router::OpenApiRouter, routes};
use varco_core::{
    access::Right,
    ids::OfficeId,
    schedule::{Level, OfficeSchedule, closure::Wanted},
    time::civil,
};
use varco_store::{
    ChangeRow, HistoryOf, Live,
    edit::{Kind, Rows, restore},
};
use varco_words::{Lang, clock, day, exception_in_words, knows, text};

use super::{
    hours::in_full,
    session::{Signed, signed},
    structure::refused,
};
use crate::{
    App,
    door::{Tongue, blocking, gesture},
    problem::{Answer, Fault},
    wire::{ChangeView, EditDone, FieldChange, HistoryView, KeyOnly},
};

/// The kind of what was done with an exception; it is taken back at its own page.
const CLOSURE: &str = "closure";
/// Changes of one answer, at most.
const PAGE: usize = 50;
/// Rows that are read for one answer, at most: somebody may see few of them.
const READ: usize = 1_000;

/// What the page of the history asks.
pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(history)).routes(routes!(undo))
}

#[derive(Deserialize, IntoParams)]
pub(super) struct Filter {
    /// court, grants, site, gate, office, service, schedule, closure, person, secret.
    kind: Option<String>,
    /// The number of one thing, with the kind.
    thing: Option<String>,
    /// Older than this change.
    before: Option<i64>,
}

/// Changes, newest first: those of the whole court, or of the offices that somebody works for.
#[utoipa::path(get, path = "/api/admin/history", params(Filter), responses((status = 200, body = HistoryView)))]
pub(super) async fn history(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Query(filter): Query<Filter>,
    headers: HeaderMap,
) -> Result<Json<HistoryView>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        let all = signed.need(Right::History);
        if all.is_err() && !signed.person.offices.iter().any(|office| signed.may_at(Right::History, *office)) {
            return all.map(|()| HistoryView { changes: Vec::new(), older: None });
        }
        let of = HistoryOf { kind: filter.kind, thing: filter.thing, before: filter.before };
        let rows = app.store()?.history(&of, READ)?;
        let more = rows.len() == READ;
        let last = rows.last().map(|row| row.id);
        let may_see = |row: &ChangeRow| all.is_ok() || office_of(row).is_some_and(|o| signed.may_at(Right::History, o));
        let mut seen: Vec<ChangeRow> = rows.into_iter().filter(may_see).collect();
        let older = if seen.len() > PAGE { seen.get(PAGE - 1).map(|row| row.id) } else { last.filter(|_| more) };
        seen.truncate(PAGE);
        app.with(|live| HistoryView { changes: seen.iter().map(|row| view(&signed, live, row, lang)).collect(), older })
    })
    .await
}

/// Takes a change back, when nothing that it changed was changed since.
#[utoipa::path(post, path = "/api/admin/history/{id}/undo", params(("id" = i64, Path)), request_body = KeyOnly,
    responses((status = 200, body = EditDone)))]
pub(super) async fn undo(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(id): Path<i64>,
    headers: HeaderMap,
    Json(request): Json<KeyOnly>,
) -> Result<Json<EditDone>, Answer> {
    blocking(lang, move || {
        let signed = signed(&app, &headers)?;
        let of = HistoryOf { before: Some(id.saturating_add(1)), ..HistoryOf::default() };
        let row = app.store()?.history(&of, 1)?.pop().filter(|row| row.id == id);
        let Some(row) = row else {
            // Who may see no history learns nothing of it.
            return signed.need(Right::History).and(Err(Fault::NotFound));
        };
        may_undo(&signed, &row)?;
        let done = app.store()?.undo(gesture(&request.key)?, signed.person.id, id, app.machine_time())?;
        let done = done.map_err(|refusal| refused(&app, refusal, lang))?;
        app.changed("ready");
        let thing = done.things.first();
        Ok(EditDone {
            id: thing.map_or(0, |thing| thing.id),
            version: thing.and_then(|thing| thing.version.clone()),
            change: done.changes.last().copied(),
        })
    })
    .await
}

fn kind_of(row: &ChangeRow) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind.name() == row.kind)
}

/// The thing itself, before or after.
fn body<'a>(row: &ChangeRow, rows: Option<&'a Value>) -> Option<&'a Map<String, Value>> {
    let rows = rows?;
    let of_thing = rows.get(format!("{}/{}", row.kind, row.thing));
    if kind_of(row).is_some() { of_thing?.as_object() } else { rows.as_object() }
}

/// The office that a change belongs to, when it is one's.
fn office_of(row: &ChangeRow) -> Option<OfficeId> {
    if row.kind == CLOSURE {
        let level = closure(row.after.as_ref()).or_else(|| closure(row.before.as_ref()))?.level;
        let Level::Office(office) = level else { return None };
        return Some(office);
    }
    match kind_of(row)? {
        Kind::Office | Kind::Schedule => row.thing.parse().ok().map(OfficeId),
        Kind::Service => {
            let body = body(row, row.after.as_ref()).or_else(|| body(row, row.before.as_ref()))?;
            body.get("office")?.as_u64().and_then(|id| u32::try_from(id).ok()).map(OfficeId)
        }
        Kind::Court | Kind::Site | Kind::Gate | Kind::Grants => None,
    }
}

/// Taking a change back needs the right that making it needed.
fn may_undo(signed: &Signed, row: &ChangeRow) -> Result<(), Fault> {
    let field = |rows: Option<&Value>, name: &str| body(row, rows).and_then(|body| body.get(name)).cloned();
    let (before, after) = (row.before.as_ref(), row.after.as_ref());
    let of_court = ["site", "archived"].iter().any(|name| field(before, name) != field(after, name));
    match (kind_of(row), office_of(row)) {
        (None, _) => signed.need(Right::People).and(Err(Fault::NotFound)),
        (Some(Kind::Office), Some(_)) if of_court => signed.need(Right::Court),
        (Some(_), Some(office)) => signed.need_at(Right::Office, office),
        (Some(_), None) => signed.need(Right::Court),
    }
}

/// Whether all that it changed is still so: only then it is offered to be taken back.
fn is_as_left(live: &Live, row: &ChangeRow) -> bool {
    let rows = |rows: &Option<Value>| match rows {
        None => Some(Rows::new()),
        Some(Value::Object(rows)) => Some(rows.clone()),
        Some(_) => None,
    };
    let (Some(before), Some(after)) = (rows(&row.before), rows(&row.after)) else { return false };
    kind_of(row).is_some() && restore(&live.structure, &before, &after).is_ok()
}

fn view(signed: &Signed, live: &Live, row: &ChangeRow, lang: Lang) -> ChangeView {
    let zone = live.structure.sites.first().map(|site| site.zone).unwrap_or_default();
    let at = civil(zone, row.at);
    let by = live.people.iter().find(|person| Some(person.id) == row.person);
    let kind = text(lang, &format!("kind-{}", row.kind), &[]);
    let name = name_of(live, row, lang);
    ChangeView {
        id: row.id,
        when: format!("{} {}, {}", day(lang, at.date()), at.format("%Y"), clock(at.time())),
        by: by.map(|person| person.name.clone()).unwrap_or_default(),
        kind: row.kind.clone(),
        title: if name.is_empty() { kind } else { format!("{kind}: {name}") },
        fields: differences(row, lang),
        may_undo: may_undo(signed, row).is_ok() && is_as_left(live, row),
    }
}

fn name_of(live: &Live, row: &ChangeRow, lang: Lang) -> String {
    if let Some(office) = office_of(row).filter(|_| kind_of(row) == Some(Kind::Schedule)) {
        let found = live.structure.offices.iter().find(|o| o.id == office);
        return found.map(|office| office.name.clone()).unwrap_or_default();
    }
    let body = body(row, row.after.as_ref()).or_else(|| body(row, row.before.as_ref()));
    match body.and_then(|body| body.get("name")) {
        Some(Value::String(name)) => name.clone(),
        Some(Value::Array(both)) => {
            let one = both.get(usize::from(lang == Lang::En)).or(both.first());
            one.and_then(Value::as_str).unwrap_or_default().to_owned()
        }
        _ => String::new(),
    }
}

/// What a closure says, before or after.
fn closure(rows: Option<&Value>) -> Option<Wanted> {
    serde_json::from_value(rows?.get("exception")?.clone()).ok()
}

/// A closure with what was done when it was made.
fn closure_change(row: &ChangeRow, lang: Lang) -> Vec<FieldChange> {
    let said = |rows: Option<&Value>| {
        let wanted = closure(rows)?;
        Some(exception_in_words(lang, wanted.dates, wanted.hours, &wanted.effect))
    };
    let (before, mut after) = (said(row.before.as_ref()), said(row.after.as_ref()));
    let number = |name: &str| row.after.as_ref()?.get(name)?.as_u64().and_then(|n| u32::try_from(n).ok());
    if row.after.is_none() {
        after = Some(text(lang, "closure-undone", &[]));
    } else if after.is_none() {
        after = Some(text(lang, "closure-lifted", &[]));
    }
    if let (Some(moved), Some(kept), Some(cancelled)) = (number("moved"), number("kept"), number("cancelled"))
        && moved + kept + cancelled > 0
    {
        let args = [("moved", moved.into()), ("kept", kept.into()), ("cancelled", cancelled.into())];
        let counts = text(lang, "closure-counts", &args);
        after = after.map(|after| format!("{after} ({counts})"));
    }
    vec![FieldChange { field: label("closure", lang), before, after }]
}

/// The fields that differ, in words. Hours are told rule by rule.
fn differences(row: &ChangeRow, lang: Lang) -> Vec<FieldChange> {
    if row.kind == CLOSURE {
        return closure_change(row, lang);
    }
    let (before, after) = (body(row, row.before.as_ref()), body(row, row.after.as_ref()));
    if kind_of(row) == Some(Kind::Schedule) {
        return hours(before, after, lang);
    }
    let flat = |body: Option<&Map<String, Value>>| {
        let mut found = Vec::new();
        for (name, value) in body.into_iter().flatten() {
            flatten(name, value, lang, &mut found);
        }
        found
    };
    let (before, after) = (flat(before), flat(after));
    let names: BTreeSet<&String> = before.iter().chain(&after).map(|(name, _)| name).collect();
    let value =
        |of: &[(String, String)], name: &str| of.iter().find(|(n, _)| n == name).map(|(_, value)| value.clone());
    let changes = names.into_iter().filter_map(|name| {
        let (before, after) = (value(&before, name), value(&after, name));
        (before != after).then(|| FieldChange { field: label(name, lang), before, after })
    });
    changes.collect()
}

/// Fields within fields by their own names; the numbers of things are left out.
fn flatten(name: &str, value: &Value, lang: Lang, into: &mut Vec<(String, String)>) {
    let yes = |yes: bool| text(lang, if yes { "value-yes" } else { "value-no" }, &[]);
    let said = match value {
        Value::Null => return,
        _ if name == "id" => return,
        Value::Bool(b) => yes(*b),
        Value::Number(n) => n.to_string(),
        Value::String(s) => s.clone(),
        Value::Array(list) => {
            let parts = list.iter().map(|each| each.as_str().map_or_else(|| each.to_string(), str::to_owned));
            parts.collect::<Vec<_>>().join(" / ")
        }
        Value::Object(inner) => {
            for (name, value) in inner {
                flatten(name, value, lang, into);
            }
            return;
        }
    };
    into.push((name.to_owned(), said));
}

fn label(name: &str, lang: Lang) -> String {
    let key = format!("field-{name}");
    if knows(&key) { text(lang, &key, &[]) } else { name.to_owned() }
}

fn hours(before: Option<&Map<String, Value>>, after: Option<&Map<String, Value>>, lang: Lang) -> Vec<FieldChange> {
    let read = |body: Option<&Map<String, Value>>| {
        let body = body.map(|body| Value::Object(body.clone()))?;
        serde_json::from_value::<OfficeSchedule>(body).ok()
    };
    let (before, after) = (read(before), read(after));
    let rules = |of: &Option<OfficeSchedule>| of.as_ref().map(|s| s.rules.clone()).unwrap_or_default();
    let (old, new) = (rules(&before), rules(&after));
    let field = label("schedule", lang);
    let gone = old.iter().filter(|rule| !new.contains(rule)).map(|rule| {
        let same = new.iter().find(|r| (r.id, r.version) == (rule.id, rule.version));
        let after = same.map(|rule| in_full(lang, rule));
        FieldChange { field: field.clone(), before: Some(in_full(lang, rule)), after }
    });
    let known =
        |rule: &&varco_core::schedule::OpeningRule| old.iter().any(|r| (r.id, r.version) == (rule.id, rule.version));
    let fresh = new.iter().filter(|rule| !known(rule));
    let fresh = fresh.map(|rule| FieldChange { field: field.clone(), before: None, after: Some(in_full(lang, rule)) });
    gone.chain(fresh).collect()
}
