// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A receipt is shown: text in, verdict on disk, sentences out.

use std::sync::Arc;

use axum::{Json, extract::State};
use varco_core::{
    access::Right,
    gate::{Act, Acted, Via},
    ids::GestureKey,
    receipt::{Shown, name_key, read},
    time::Millis,
    verdict::Decision,
};
use varco_store::ActRequest;
use varco_words::Lang;

use super::{Tongue, blocking, gesture, next_place};
use crate::{
    App,
    app::{Recent, body_digest, lock},
    paper_mode::Paper,
    ports::Mode,
    problem::{Answer, Fault},
    say::Say,
    wire::{ScanRequest, VerdictView},
};

/// What was shown, and how.
pub(crate) struct Input {
    pub(crate) key: GestureKey,
    pub(crate) via: Via,
    pub(crate) text: Vec<u8>,
    pub(crate) look: bool,
    pub(crate) exit: bool,
}

/// What became of it, to be said in any language and for any mode.
pub(crate) struct Judged {
    pub(crate) recent: Recent,
    pub(crate) next_place: Option<Millis>,
}

pub(crate) fn via(source: &str) -> Result<Via, Fault> {
    match source {
        "camera" => Ok(Via::Camera),
        "wedge" => Ok(Via::Wedge),
        "serial" => Ok(Via::Serial),
        "typed" => Ok(Via::Typed),
        _ => Err(Fault::Bad("source")),
    }
}

/// A receipt is shown at the entrance.
///
/// # Errors
/// A [`Fault`] in words.
#[utoipa::path(post, path = "/api/scan", request_body = ScanRequest, responses((status = 200, body = VerdictView)))]
pub(super) async fn scan(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Json(request): Json<ScanRequest>,
) -> Result<Json<VerdictView>, Answer> {
    blocking(lang, move || {
        let input = Input {
            key: gesture(&request.key)?,
            via: via(&request.source)?,
            text: request.text.into_bytes(),
            look: request.look,
            exit: request.gesture.as_deref() == Some("exit"),
        };
        let judged = judge(&app, input)?;
        view(&app, lang, &judged)
    })
    .await
}

/// Reads, decides, writes.
pub(crate) fn judge(app: &App, input: Input) -> Result<Judged, Fault> {
    let caller = app.caller(input.key, input.exit)?;
    if app.settings().mode == Mode::Entrance {
        app.need(Right::Door)?;
    }
    let shown = read(&input.text);
    let names = if let Shown::Receipt(receipt) = &shown { Some(name_key(receipt)) } else { None };
    let issued_at = if let Shown::Receipt(receipt) = &shown { Some(receipt.claims.issued_at) } else { None };
    let code = if let Shown::Code(code) = &shown { code.spaced() } else { String::new() };
    let body = body_digest(&["scan", &String::from_utf8_lossy(&input.text), if input.look { "look" } else { "" }]);
    let act = Act::Scan { shown, via: input.via, look: input.look, late: None };
    let request = ActRequest { caller: caller.clone(), act, body, not_recorded: false };
    let (decision, recorded) = perform(app, request)?;
    let decision = decision.ok_or(Fault::Bad("key"))?;
    // Only a signature that this court made can speak about the time.
    if let (Some(issued_at), Some(_)) = (issued_at, decision.visitor) {
        app.saw_issue_time(issued_at, caller.machine);
    }
    let number = app.with(|live| live.gate.readings(caller.station.gate))?;
    let recent = Recent { scan: input.key, at: caller.now, number, code, decision, recorded, names };
    app.remember(recent.clone());
    app.changed("ready");
    let next_place = next_place::free(app, &recent.decision, recent.at)?.map(|place| place.start);
    Ok(Judged { recent, next_place })
}

/// Writes a gesture, or keeps it in memory in paper mode. Gives the decision and whether it is on disk.
pub(crate) fn perform(app: &App, request: ActRequest) -> Result<(Option<Decision>, bool), Fault> {
    let store = app.store()?;
    let mut paper = lock(&app.paper);
    if let Some(paper) = paper.as_mut() {
        let Acted { decision, .. } = app.with(|live| paper.act(&request, live))??;
        return Ok((decision, false));
    }
    drop(paper);
    let answer = store.act(request)?;
    Ok((answer.outcome?, true))
}

/// A verdict in words, for the entrance.
pub(super) fn view(app: &App, lang: Lang, judged: &Judged) -> Result<VerdictView, Fault> {
    let session = app.session();
    let training = app.is_training();
    app.with(|live| {
        let station = app.station(live, false);
        let zone = live.day.sites.get(&station.site).map(|s| s.zone).unwrap_or_default();
        let say = Say { live, lang, zone, session: session.as_ref(), training, next_place: judged.next_place };
        say.view(&judged.recent)
    })
}

/// A code came from the serial scanner: judges it and leaves the verdict for the page to show.
pub fn push_serial(app: &App, key: u128, text: Vec<u8>) {
    let lang = app.settings().lang;
    let input = Input { key: GestureKey(key), via: Via::Serial, text, look: false, exit: false };
    let Ok(view) = judge(app, input).and_then(|judged| view(app, lang, &judged)) else { return };
    *lock(&app.pushed) = Some((app.ports.clock.now(), view));
    app.changed("verdict");
}

/// Switches to memory: the disk does not write.
pub(super) fn begin_paper(app: &App) -> Result<(), Fault> {
    let paper = app.with(Paper::new)?;
    lock(&app.paper).get_or_insert(paper);
    Ok(())
}

/// Tries to write what paper mode has kept; true when nothing is left.
pub(super) fn flush_paper(app: &App) -> Result<bool, Fault> {
    let store = app.store()?;
    loop {
        let next = lock(&app.paper).as_ref().and_then(|p| p.pending.first().cloned());
        let Some(request) = next else {
            *lock(&app.paper) = None;
            return Ok(true);
        };
        let key = request.caller.key;
        store.act(request)?;
        if let Some(paper) = lock(&app.paper).as_mut() {
            paper.pending.retain(|r| r.caller.key != key);
        }
    }
}
