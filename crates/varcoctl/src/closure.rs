// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! `closure`: what a closure would do to the bookings that exist, the closure itself, and the way back.

use chrono::{NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};
use varco_core::{
    access::{Cell, Right, cell},
    ids::{BookingId, ExceptionId, GestureKey, OfficeId, PersonId, SiteId},
    schedule::{
        BothLanguages, Dates, Effect, Hours, Level,
        closure::{Draft, Hit, Proposal, Wanted},
    },
    time::{Zone, civil, resolve},
};
use varco_station::RandomKeys;
use varco_store::{
    Live,
    closure::{Close, CloseRefusal, Closed, Decided, Decision, MessageTexts, Planned},
};
use varco_words::{Lang, clock, default_message, draft_fault, draft_hint, no_place, text};

use crate::{
    cli::{ClosureApplyArgs, ClosureArgs, ClosureUndoArgs, ClosureVerb},
    data::Data,
    out::{Failure, Out},
    slots::office_named,
};

/// The first line of a plan.
#[derive(Serialize, Deserialize)]
struct Head {
    seen: String,
    hit: usize,
    hint: Option<String>,
}

/// A booking of a plan.
#[derive(Serialize, Deserialize)]
struct Row {
    booking: String,
    code: String,
    office: u32,
    service: u32,
    persons: u8,
    /// When it was to be, on the clock of the site.
    booked: String,
    due_by: Option<String>,
    #[serde(rename = "do")]
    what: String,
    /// When it would be.
    start: Option<String>,
    why: Option<String>,
}

#[derive(Serialize)]
struct Done {
    id: u32,
    moved: u32,
    kept: u32,
    cancelled: u32,
    held_until: i64,
}

/// Does what the verb says.
pub(crate) fn closure(out: &Out, verb: &ClosureVerb) -> Result<(), Failure> {
    match verb {
        ClosureVerb::Plan(args) => plan(out, args),
        ClosureVerb::Apply(args) => apply(out, args),
        ClosureVerb::Undo(args) => undo(out, args),
    }
}

fn plan(out: &Out, args: &ClosureArgs) -> Result<(), Failure> {
    let data = Data::open(&args.data, args.at.as_deref())?;
    let planned = planned(out, &data, &draft(&data, args)?)?;
    let hint = planned.hint.map(|hint| draft_hint(out.lang, hint));
    let head = Head { seen: planned.seen, hit: planned.hits.len(), hint };
    out.row(&head, || {
        let hint = head.hint.as_ref().map(|hint| format!("\n{hint}")).unwrap_or_default();
        let n = u32::try_from(head.hit).unwrap_or(u32::MAX);
        format!(
            "{}{hint}",
            text(out.lang, "closure-plan-head", &[("n", n.into()), ("seen", head.seen.as_str().into())])
        )
    })?;
    for hit in &planned.hits {
        let row = row(&data, hit, out.lang);
        out.row(&row, || {
            let becomes = row.start.as_ref().map(|start| format!(" {start}")).unwrap_or_default();
            let why = row.why.as_ref().map(|why| format!(" ({why})")).unwrap_or_default();
            format!("{} {} {:<6}{becomes}{why}", row.booked, row.code, row.what)
        })?;
    }
    Ok(())
}

fn apply(out: &Out, args: &ClosureApplyArgs) -> Result<(), Failure> {
    let data = Data::open(&args.of.data, args.of.at.as_deref())?;
    let draft = draft(&data, &args.of)?;
    let by = person(&data.live()?, &args.by, draft.wanted.as_ref().map(|wanted| wanted.level))?;
    let planned = planned(out, &data, &draft)?;
    let (seen, decisions) = match (&args.plan, &args.seen) {
        (Some(file), _) => from_file(&data, &std::fs::read_to_string(file)?)?,
        (None, seen) => (seen.clone().unwrap_or_default(), as_proposed(&planned)),
    };
    let both = |kind| BothLanguages {
        it: default_message(Lang::It, kind, &args.of.reason_it),
        en: default_message(Lang::En, kind, &args.of.reason_en),
    };
    let texts = MessageTexts { moved: both("moved"), cancelled: both("cancelled"), kept: both("kept") };
    let close = Close { draft, seen, decisions, texts };
    let done = data.store.close(GestureKey(RandomKeys::key()), by, close, None, data.now)?;
    say(out, data.zone, &done.map_err(|refusal| refused(out.lang, &refusal))?)
}

fn undo(out: &Out, args: &ClosureUndoArgs) -> Result<(), Failure> {
    let data = Data::open(&args.data, args.at.as_deref())?;
    let id = ExceptionId(args.id);
    let level = data.store.closure_level(id)?;
    let by = person(&data.live()?, &args.by, level)?;
    let done = data.store.undo_closure(GestureKey(RandomKeys::key()), by, id, data.now)?;
    say(out, data.zone, &done.map_err(|refusal| refused(out.lang, &refusal))?)
}

fn say(out: &Out, zone: Zone, closed: &Closed) -> Result<(), Failure> {
    let Closed { id, moved, kept, cancelled, held_until } = *closed;
    out.row(&Done { id: id.0, moved, kept, cancelled, held_until: held_until.0 }, || {
        let until = clock(civil(zone, held_until).time());
        let counts = [("moved", moved), ("kept", kept), ("cancelled", cancelled), ("id", id.0)];
        let args: Vec<_> =
            counts.iter().map(|(name, n)| (*name, (*n).into())).chain([("until", until.into())]).collect();
        text(out.lang, "closure-done", &args)
    })
}

/// Somebody of the staff who may do it.
fn person(live: &Live, name: &str, level: Option<Level>) -> Result<PersonId, Failure> {
    let found =
        live.people.iter().find(|p| p.is_active() && varco_store::same_name(&p.name) == varco_store::same_name(name));
    let found = found.ok_or_else(|| Failure::Usage(format!("--by: {name} non c'è")))?;
    let may = |right| match (cell(found.role, right), level) {
        (Cell::Yes, _) => true,
        (Cell::Own, Some(Level::Office(office))) => found.offices.contains(&office),
        _ => false,
    };
    let right = if matches!(level, Some(Level::Office(_))) { Right::Office } else { Right::Court };
    if may(right) { Ok(found.id) } else { Err(Failure::from(varco_api::Fault::NoRight(right))) }
}

fn draft(data: &Data, args: &ClosureArgs) -> Result<Draft, Failure> {
    let level = match (&args.office, args.site, args.court) {
        (Some(name), ..) => Level::Office(OfficeId(office_named(&data.live()?, name)?.0.id.0)),
        (None, Some(site), _) => Level::Site(SiteId(site)),
        (None, None, true) => Level::Court,
        (None, None, false) => return Err(Failure::Usage("--office, --site o --court".to_owned())),
    };
    let dates = match args.to {
        Some(to) if to != args.from => Dates::Range { from: args.from, to },
        _ => Dates::Day { date: args.from },
    };
    let hours = args.hours.as_deref().map(|text| {
        let time = |part: &str| NaiveTime::parse_from_str(part.trim(), "%H:%M").ok();
        let read = text.split_once('-').and_then(|(from, to)| Some(Hours { from: time(from)?, to: time(to)? }));
        read.ok_or_else(|| Failure::Usage(format!("--hours: {text} (9:00-11:30)")))
    });
    let (reason_it, reason_en) = (args.reason_it.clone(), args.reason_en.clone());
    let effect = Effect::Closed { reason_it, reason_en, what_to_do: None };
    Ok(Draft { replaces: None, wanted: Some(Wanted { level, dates, hours: hours.transpose()?, effect }) })
}

fn planned(out: &Out, data: &Data, draft: &Draft) -> Result<Planned, Failure> {
    data.store.plan_closure(draft, data.now)?.map_err(|refusal| refused(out.lang, &refusal))
}

fn at(zone: Zone, at: varco_core::time::Millis) -> String {
    civil(zone, at).format("%Y-%m-%dT%H:%M").to_string()
}

fn row(data: &Data, hit: &Hit, lang: Lang) -> Row {
    let booking = &hit.held.booking;
    let (what, start, why) = match hit.proposal {
        Proposal::Move { start } => ("move", Some(at(data.zone, start)), None),
        Proposal::Keep => ("keep", None, Some(text(lang, "keep-was-kept", &[]))),
        Proposal::Cancel { why } => ("cancel", None, Some(no_place(lang, why))),
    };
    Row {
        booking: booking.id.to_string(),
        code: booking.latest_issue().map(|issue| issue.code.spaced()).unwrap_or_default(),
        office: booking.office.0,
        service: booking.service.0,
        persons: booking.persons,
        booked: at(data.zone, booking.start),
        due_by: booking.due_by.map(|date| date.to_string()),
        what: what.to_owned(),
        start,
        why,
    }
}

fn as_proposed(planned: &Planned) -> Vec<Decided> {
    let decided = |hit: &Hit| {
        let decision = match hit.proposal {
            Proposal::Move { start } => Decision::Move { start },
            Proposal::Keep => Decision::Keep,
            Proposal::Cancel { .. } => Decision::Cancel,
        };
        Decided { booking: hit.held.booking.id, decision }
    };
    planned.hits.iter().map(decided).collect()
}

/// What a plan's file says, line by line.
fn from_file(data: &Data, lines: &str) -> Result<(String, Vec<Decided>), Failure> {
    let wrong = |n: usize| Failure::Usage(format!("--plan: riga {}", n + 1));
    let mut lines = lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let (n, head) = lines.next().ok_or_else(|| wrong(0))?;
    let head: Head = serde_json::from_str(head).map_err(|_| wrong(n))?;
    let decided = lines.map(|(n, line)| {
        let row: Row = serde_json::from_str(line).map_err(|_| wrong(n))?;
        let booking: BookingId = row.booking.parse().map_err(|_| wrong(n))?;
        let decision = match row.what.as_str() {
            "keep" => Decision::Keep,
            "cancel" => Decision::Cancel,
            "move" => {
                let start = row.start.as_deref().and_then(|t| NaiveDateTime::parse_from_str(t, "%Y-%m-%dT%H:%M").ok());
                let start = start.and_then(|start| resolve(data.zone, start).ok()).ok_or_else(|| wrong(n))?;
                Decision::Move { start }
            }
            _ => return Err(wrong(n)),
        };
        Ok(Decided { booking, decision })
    });
    Ok((head.seen, decided.collect::<Result<_, Failure>>()?))
}

fn refused(lang: Lang, refusal: &CloseRefusal) -> Failure {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let say = |key: &str, args: &[(&str, varco_words::Value<'_>)]| {
        format!("{} {}", text(lang, key, args), text(lang, &format!("{key}-next"), args))
    };
    Failure::Refused(match refusal {
        CloseRefusal::Faults(faults) => faults.iter().map(|f| draft_fault(lang, f)).collect::<Vec<_>>().join(" "),
        CloseRefusal::Stale { new, gone } if new.is_empty() && gone.is_empty() => say("error-closure_other", &[]),
        CloseRefusal::Stale { new, gone } => {
            say("error-closure_stale", &[("new", number(new.len()).into()), ("gone", number(gone.len()).into())])
        }
        CloseRefusal::PlaceGone(booking) => say("error-place_gone", &[("code", booking.to_string().into())]),
        CloseRefusal::Text(_) => say("error-closure", &[]),
        CloseRefusal::Unknown => say("error-not_found", &[]),
        CloseRefusal::Left => say("error-left_already", &[]),
        CloseRefusal::ChangedSince(bookings) => say("error-changed_since", &[("n", number(bookings.len()).into())]),
    })
}
