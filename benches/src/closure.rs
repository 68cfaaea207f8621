// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A closure that hits 2,000 bookings: the plan, and the plan done.

use std::{path::Path, time::Duration};

use varco_core::{
    ids::{GestureKey, PersonId},
    schedule::{
        BothLanguages, Dates, Effect, Level,
        closure::{Draft, Proposal, Wanted},
    },
};
use varco_demo::{demo_people, demo_structure, fill};
use varco_store::{
    Store,
    closure::{Close, Decided, Decision, MessageTexts},
};
use varco_store_sqlite::{Options, open};

use crate::{
    day::{SEED, STATION, at, date, options},
    measure::{Outcome, Row, Times, say},
};

/// Bookings that are hit, at least.
const HIT: usize = 2_000;
/// How long the plan may take.
const BOUND: Duration = Duration::from_secs(1);

/// Makes a court whose next day is full, and closes it.
pub fn rows(scratch: &Path) -> Outcome<Vec<Row>> {
    let store = open(&scratch.join("closure"), STATION, Options { seed: Some([21; 32]), ..options() })?;
    store.install(demo_structure(80), demo_people(), None, at(7, 0))?;
    let closed = date() + chrono::Days::new(1);
    store.turn_to(closed)?;
    fill(&store, closed, HIT + HIT / 4, SEED, at(7, 0), &mut |_| {})?;
    let effect = Effect::Closed { reason_it: "lavori".into(), reason_en: "works".into(), what_to_do: None };
    let dates = Dates::Day { date: closed };
    let draft = Draft { replaces: None, wanted: Some(Wanted { level: Level::Court, dates, hours: None, effect }) };
    let now = at(8, 0);
    let mut times = Times::default();
    let mut planned = None;
    for _ in 0..7 {
        planned = Some(times.time(|| store.plan_closure(&draft, now))?.map_err(|refusal| format!("{refusal:?}"))?);
    }
    let planned = planned.ok_or("nothing was planned")?;
    let hit = planned.hits.len();
    if hit < HIT {
        return Err(format!("only {hit} of {HIT} bookings are hit").into());
    }
    let decided = |hit: &varco_core::schedule::closure::Hit| {
        let decision = match hit.proposal {
            Proposal::Move { start } => Decision::Move { start },
            Proposal::Keep => Decision::Keep,
            Proposal::Cancel { .. } => Decision::Cancel,
        };
        Decided { booking: hit.held.booking.id, decision }
    };
    let decisions: Vec<Decided> = planned.hits.iter().map(decided).collect();
    let both = || BothLanguages { it: "Avviso".into(), en: "Notice".into() };
    let texts = MessageTexts { moved: both(), cancelled: both(), kept: both() };
    let close = Close { draft, seen: planned.seen, decisions, texts };
    let mut saved = Times::default();
    let done = saved.time(|| store.close(GestureKey(1), PersonId(1), close, None, now))?;
    let done = done.map_err(|refusal| format!("{refusal:?}"))?;
    let (p50, highest) = (times.p50(), times.at(1.0));
    let what = format!("plan of a closure that hits {hit} bookings, from SQLite");
    let figure = format!("p50 **{}**, highest of {} {}", say(p50), times.len(), say(highest));
    let saved = format!("{} ({} moved, {} cancelled)", say(saved.p50()), done.moved, done.cancelled);
    Ok(vec![
        Row::bound(&what, "≤ 1 s", figure, highest <= BOUND),
        Row::plain("the same closure saved, each booking with its receipt, in one transaction", saved),
    ])
}
