// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Signing in and out, the lock, one's own password, and the way back by the recovery code.

use std::sync::Arc;

use axum::{Json, extract::State, http::HeaderMap};
use varco_core::{
    access::{Right, Role},
    ids::PersonId,
    time::Millis,
};
use varco_store::{Entered, NewPerson, Person, Recovered, seal::NamesKey};

use super::{
    answered,
    people::name,
    secrets::{chosen, typed},
    session::{Signed, known, token},
};
use crate::{
    App,
    app::lock,
    door::{Tongue, gesture},
    problem::{Answer, Fault},
    setup::recovery_text,
    wire::{Done, EnterRequest, KeyOnly, MeView, OfficeName, PasswordRequest, RecoverRequest, SignedIn},
};

/// Signs in by name and password. A page whose screen is locked sends its old token: whose it is, is asked, whatever they
/// are called by now, and that session ends.
#[utoipa::path(post, path = "/api/admin/sign-in", request_body = EnterRequest,
    responses((status = 200, body = SignedIn)))]
pub(super) async fn sign_in(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    headers: HeaderMap,
    Json(request): Json<EnterRequest>,
) -> Result<Json<SignedIn>, Answer> {
    answered(lang, move || {
        gesture(&request.key)?;
        let store = app.store()?;
        let now = app.machine_time();
        let locked = token(&headers).and_then(|token| lock(&app.sessions).person(token, now));
        let known = app.with(|live| live.people.iter().find(|p| Some(p.id) == locked).map(|p| p.name.clone()))?;
        let name: String = known.unwrap_or(request.name).chars().take(200).collect();
        let (person, names) = guarded(&app, now, || store.enter(&name, &typed(&request.password), now))?;
        begin(&app, person, names, token(&headers), now)
    })
    .await
}

/// One try of a password: counted with all tries of this server before it is looked at.
fn guarded(
    app: &App,
    now: Millis,
    enter: impl FnOnce() -> Result<Entered, varco_store::StoreError>,
) -> Result<(PersonId, Option<NamesKey>), Fault> {
    lock(&app.sessions).guess(now)?;
    match enter()? {
        Entered::Welcome { actor, names } => {
            lock(&app.sessions).forgive(now);
            Ok((actor.person, names))
        }
        Entered::Wrong { tries_left } => Err(Fault::WrongPassword { tries_left }),
        Entered::Wait { seconds } => Err(Fault::Slowed { wait_seconds: seconds }),
    }
}

fn begin(app: &App, id: PersonId, names: Option<NamesKey>, old: Option<&str>, now: Millis) -> Result<SignedIn, Fault> {
    let person = app.with(|live| live.people.iter().find(|p| p.id == id).cloned())?.ok_or(Fault::SignedOut)?;
    let random = [app.ports.keys.next(), app.ports.keys.next()];
    let token = {
        let mut sessions = lock(&app.sessions);
        sessions.end(old, now);
        sessions.begin(&person, names, random, now)
    };
    let mut headers = HeaderMap::new();
    let bearer = format!("Bearer {token}").parse().map_err(|_| Fault::SignedOut)?;
    headers.insert(axum::http::header::AUTHORIZATION, bearer);
    let me = view(app, &known(app, &headers, true)?)?;
    Ok(SignedIn { token, me })
}

/// Signs out.
#[utoipa::path(post, path = "/api/admin/sign-out", request_body = KeyOnly, responses((status = 200, body = Done)))]
pub(super) async fn sign_out(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    Json(_request): Json<KeyOnly>,
) -> Json<Done> {
    lock(&app.sessions).end(token(&headers), app.machine_time());
    Json(Done {})
}

/// Locks the screen: the session waits for the password.
#[utoipa::path(post, path = "/api/admin/lock", request_body = KeyOnly, responses((status = 200, body = Done)))]
pub(super) async fn lock_screen(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    Json(_request): Json<KeyOnly>,
) -> Json<Done> {
    if let Some(token) = token(&headers) {
        lock(&app.sessions).lock(token);
    }
    Json(Done {})
}

/// Somebody touches the page: the time until the lock begins anew.
#[utoipa::path(post, path = "/api/admin/here", request_body = KeyOnly, responses((status = 200, body = MeView)))]
pub(super) async fn here(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    headers: HeaderMap,
    Json(_request): Json<KeyOnly>,
) -> Result<Json<MeView>, Answer> {
    answered(lang, move || view(&app, &known(&app, &headers, true)?)).await
}

/// Who is signed in, and what they may do. Asking is no touch.
#[utoipa::path(get, path = "/api/admin/me", responses((status = 200, body = MeView)))]
pub(super) async fn me(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    headers: HeaderMap,
) -> Result<Json<MeView>, Answer> {
    answered(lang, move || view(&app, &known(&app, &headers, false)?)).await
}

fn view(app: &App, signed: &Signed) -> Result<MeView, Fault> {
    signed.need(Right::Account)?;
    let person = &signed.person;
    app.with(|live| MeView {
        id: person.id.0,
        name: person.name.clone(),
        role: person.role.name().to_owned(),
        rights: signed.rights().map(|r| r.name().to_owned()).collect(),
        offices: live
            .structure
            .offices
            .iter()
            .filter(|o| signed.may_at(Right::See, o.id))
            .map(|o| OfficeName { id: o.id.0, name: o.name.clone() })
            .collect(),
        court: live.structure.court.name.clone(),
        demo: live.structure.pretend,
        opens_names: signed.names.is_some(),
        must_change: person.secrets.must_change,
        seconds_until_lock: signed.seconds_until_lock,
    })
}

/// One's own new password. Whoever else is signed in by the old one is signed out.
#[utoipa::path(post, path = "/api/admin/password", request_body = PasswordRequest,
    responses((status = 200, body = SignedIn)))]
pub(super) async fn password(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    headers: HeaderMap,
    Json(request): Json<PasswordRequest>,
) -> Result<Json<SignedIn>, Answer> {
    answered(lang, move || {
        gesture(&request.key)?;
        let signed = known(&app, &headers, true)?;
        signed.need(Right::Account)?;
        let new = chosen(&request.new)?;
        if request.new == request.old {
            return Err(Fault::Entry("entry_password_same"));
        }
        let (store, now) = (app.store()?, app.machine_time());
        let change = || store.change_password(signed.person.id, &typed(&request.old), &new, now);
        let (person, names) = guarded(&app, now, change)?;
        begin(&app, person, names, token(&headers), now)
    })
    .await
}

/// Spends the recovery code: a new administrator, who is signed in.
#[utoipa::path(post, path = "/api/admin/recover", request_body = RecoverRequest,
    responses((status = 200, body = SignedIn)))]
pub(super) async fn recover(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Json(request): Json<RecoverRequest>,
) -> Result<Json<SignedIn>, Answer> {
    answered(lang, move || {
        gesture(&request.key)?;
        let (store, now) = (app.store()?, app.machine_time());
        let new = NewPerson {
            name: name(&request.name)?,
            role: Role::Administrator,
            offices: Vec::new(),
            pin: None,
            password: Some(chosen(&request.password)?),
            passphrase: None,
            must_change: false,
        };
        lock(&app.sessions).guess(now)?;
        let name = new.name.clone();
        match store.recover(&recovery_text(&request.code), new, now)? {
            Recovered::Done(_) => lock(&app.sessions).forgive(now),
            Recovered::Wrong { tries_left } => return Err(Fault::WrongCode { tries_left }),
            Recovered::Wait { seconds } => return Err(Fault::Slowed { wait_seconds: seconds }),
            Recovered::Spent => return Err(Fault::CodeSpent),
            Recovered::NameTaken => return Err(Fault::NameTaken),
        }
        let (person, names) = guarded(&app, now, || store.enter(&name, &typed(&request.password), now))?;
        begin(&app, person, names, None, now)
    })
    .await
}

/// Whether somebody is the one who asks.
pub(super) fn is_me(signed: &Signed, person: &Person) -> bool {
    signed.person.id == person.id
}
