// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What the station is, and who is signed in.

use std::{convert::Infallible, sync::Arc};

use axum::{
    Json,
    extract::State,
    response::sse::{Event as SseEvent, KeepAlive, Sse},
};
use tokio_stream::{Stream, StreamExt, wrappers::BroadcastStream};
use varco_core::{
    access::{Right, Role, allows},
    gate::OVERRIDE_REASONS,
    time::{Millis, Zone},
};
use varco_store::{Live, Person};
use varco_words::{Lang, text};

use super::{Tongue, blocking};
use crate::{
    App,
    app::{LOCK_MINUTES, Session, lock},
    ports::Mode,
    problem::{Answer, Fault},
    say::ADMIT_CLEAR_SECONDS,
    wire::{
        CameraView, Done, KeyOnly, PersonView, PracticeView, ReasonView, SignInRequest, StationGesture, StationMode,
        StationView,
    },
};

/// What this station is.
#[utoipa::path(get, path = "/api/station", responses((status = 200, body = StationView)))]
pub(crate) async fn station(State(app): State<Arc<App>>, Tongue(lang): Tongue) -> Result<Json<StationView>, Answer> {
    view(&app, lang).map(Json).map_err(|fault| Answer(fault, lang))
}

fn view(app: &App, lang: Lang) -> Result<StationView, Fault> {
    let session = app.session();
    let training = app.is_training();
    let paper_mode = lock(&app.paper).is_some();
    let machine = app.machine_time();
    let seen = app.with(|live| {
        let station = app.station(live, false);
        let site = live.day.sites.get(&station.site);
        let gate = live.day.gates.get(&station.gate);
        let grants = live.structure.grants;
        let rights = session.as_ref().map(|s| {
            let of_the_door = Right::ALL.into_iter().filter(|r| r.is_of_the_door());
            let may = of_the_door.filter(|r| allows(s.actor.role, *r, grants));
            may.map(|r| r.name().to_owned()).collect()
        });
        // In the lobby nobody signs in; whoever may close it is asked for a PIN.
        let needed = if app.settings().mode == Mode::Entrance { Right::Door } else { Right::Leave };
        // At the office's pages people say who they are: the list of who works here is for those who are signed in.
        let office = app.settings().mode == Mode::Admin;
        let known = |p: &&Person| !office && p.is_active() && allows(p.role, needed, grants);
        let people = live.people.iter().filter(known).map(|p| PersonView {
            id: p.id.0,
            name: p.name.clone(),
            role: p.role.name().to_owned(),
            practice_pin: varco_demo::practice_pin(&live.structure, &p.name),
        });
        StationView {
            mode: app.settings().mode.shown(),
            court: live.day.court.name.clone(),
            site: site.map(|s| s.name.clone()).unwrap_or_default(),
            address: site.map(|s| s.address.clone()).unwrap_or_default(),
            gate: gate.map(|g| g.name.clone()).unwrap_or_default(),
            gate_id: station.gate.0,
            lang: app.settings().lang.code().to_owned(),
            now: Millis(machine.0 + live.gate.clock(station.gate, machine).offset).0,
            zone: site.map(|s| s.zone).unwrap_or_default().name().to_owned(),
            training,
            demo: live.structure.pretend,
            paper_mode,
            camera: CameraView { rotation: app.settings().rotation },
            mm_px: None,
            gesture: if app.settings().mode == Mode::Lobby { StationGesture::Arrive } else { StationGesture::Enter },
            person: session.as_ref().map(|s| PersonView {
                id: s.actor.person.0,
                name: s.name.clone(),
                role: s.actor.role.name().to_owned(),
                practice_pin: None,
            }),
            people: people.collect(),
            practice: if office { practice(live) } else { None },
            rights: rights.unwrap_or_default(),
            reasons: OVERRIDE_REASONS
                .iter()
                .map(|r| ReasonView { name: (*r).to_owned(), text: text(lang, &format!("reason-{r}"), &[]) })
                .collect(),
            admit_clear_seconds: ADMIT_CLEAR_SECONDS,
            lock_minutes: LOCK_MINUTES,
        }
    });
    match seen {
        Err(Fault::NoCourt) => Ok(not_set_up(app)),
        other => other,
    }
}

/// Who may be tried at a court that does not exist.
fn practice(live: &Live) -> Option<PracticeView> {
    let administers = |p: &&Person| p.is_active() && p.role == Role::Administrator;
    live.people.iter().filter(administers).find_map(|p| {
        let password = varco_demo::practice_password(&live.structure, &p.name)?;
        Some(PracticeView { name: p.name.clone(), password })
    })
}

fn not_set_up(app: &App) -> StationView {
    StationView {
        mode: StationMode::Setup,
        court: String::new(),
        site: String::new(),
        address: String::new(),
        gate: String::new(),
        gate_id: 0,
        lang: app.settings().lang.code().to_owned(),
        now: app.machine_time().0,
        zone: Zone::default().name().to_owned(),
        training: false,
        demo: false,
        paper_mode: false,
        camera: CameraView { rotation: app.settings().rotation },
        mm_px: None,
        gesture: StationGesture::Enter,
        person: None,
        people: Vec::new(),
        practice: None,
        rights: Vec::new(),
        reasons: Vec::new(),
        admit_clear_seconds: ADMIT_CLEAR_SECONDS,
        lock_minutes: LOCK_MINUTES,
    }
}

/// Says when something has changed: `ready`, `verdict` or `alarm`.
#[utoipa::path(get, path = "/api/events", responses((status = 200, content_type = "text/event-stream", body = String)))]
pub(crate) async fn events(
    State(app): State<Arc<App>>,
) -> Sse<impl Stream<Item = Result<SseEvent, Infallible>> + use<>> {
    let changes = BroadcastStream::new(app.listen());
    let stream = changes.map(|change| Ok(SseEvent::default().event(change.unwrap_or("ready")).data("{}")));
    Sse::new(stream).keep_alive(KeepAlive::default())
}

/// Signs in with a PIN.
#[utoipa::path(post, path = "/api/sign-in", request_body = SignInRequest, responses((status = 200, body = StationView)))]
pub(super) async fn sign_in(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Json(request): Json<SignInRequest>,
) -> Result<Json<StationView>, Answer> {
    blocking(lang, move || {
        let (now, machine) = app.time()?;
        let actor = app.check_pin(request.person, &request.pin, now)?;
        let person = app.with(|live| live.people.iter().find(|p| p.id == actor.person).cloned())?;
        let person = person.ok_or(Fault::NotFound)?;
        let (name, generation) = (person.name, person.secrets.generation);
        app.sign(Some(Session { actor, name, generation, last: machine }));
        view(&app, lang)
    })
    .await
}

/// Signs out.
#[utoipa::path(post, path = "/api/sign-out", request_body = KeyOnly, responses((status = 200, body = Done)))]
pub(super) async fn sign_out(State(app): State<Arc<App>>, Json(_request): Json<KeyOnly>) -> Json<Done> {
    app.sign(None);
    Json(Done {})
}
