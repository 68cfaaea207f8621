// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The staff: who works here, as what, for which offices.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, State},
    http::HeaderMap,
};
use varco_core::{
    access::{Right, Role},
    ids::{OfficeId, PersonId},
    time::Millis,
};
use varco_store::{Live, NewPerson, NewSecret, Person, PersonChange, PersonRefusal, Secret};
use varco_words::Lang;

use super::{
    answered, secrets,
    session::{Signed, signed},
    sign_in::is_me,
};
use crate::{
    App,
    door::{Tongue, gesture},
    problem::{Answer, Fault},
    wire::{
        GivenSecret, OfficeName, PeopleView, PersonAdded, PersonEdit, PersonNew, PersonRow, SecretKind, SecretRequest,
        VersionOnly,
    },
};

/// A name as it is kept.
pub(super) fn name(text: &str) -> Result<String, Fault> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() || name.chars().count() > 60 || name.chars().any(char::is_control) {
        return Err(Fault::Entry("entry_name"));
    }
    Ok(name)
}

fn role(name: &str) -> Result<Role, Fault> {
    Role::ALL.into_iter().find(|r| r.name() == name).ok_or(Fault::Entry("entry_role"))
}

fn offices(numbers: &[u32]) -> Vec<OfficeId> {
    numbers.iter().copied().map(OfficeId).collect()
}

fn row(signed: &Signed, live: &Live, person: &Person) -> PersonRow {
    let zone = live.structure.sites.first().map(|s| s.zone).unwrap_or_default();
    PersonRow {
        id: person.id.0,
        name: person.name.clone(),
        role: person.role.name().to_owned(),
        offices: person.offices.iter().map(|o| o.0).collect(),
        archived_on: person.archived_at.map(|at| varco_core::time::civil(zone, at).date().to_string()),
        version: person.version(),
        pin: person.secrets.pin,
        password: person.secrets.password,
        opens_names: person.secrets.names,
        must_change: person.secrets.must_change,
        me: is_me(signed, person),
    }
}

/// What a refusal says to who asked.
fn refused(app: &App, refusal: PersonRefusal, lang: Lang) -> Fault {
    match refusal {
        PersonRefusal::Nobody => Fault::NotFound,
        PersonRefusal::Stale(last) => stale(app, last, lang),
        PersonRefusal::LastAdministrator => Fault::LastAdministrator,
        PersonRefusal::NameTaken => Fault::NameTaken,
        PersonRefusal::Offices => Fault::Entry("entry_offices"),
        PersonRefusal::Role => Fault::Entry("entry_role"),
    }
}

/// Somebody else was quicker: who, and when.
pub(super) fn stale(app: &App, last: Option<(Option<PersonId>, Millis)>, lang: Lang) -> Fault {
    let (by, at) = last.map_or((None, None), |(by, at)| (by, Some(at)));
    let told = app.with(|live| {
        let zone = live.structure.sites.first().map(|s| s.zone).unwrap_or_default();
        let name = live.people.iter().find(|p| Some(p.id) == by).map(|p| p.name.clone());
        let when = at.map(|at| {
            let at = varco_core::time::civil(zone, at);
            format!("{}, {}", varco_words::day(lang, at.date()), varco_words::clock(at.time()))
        });
        (name, when)
    });
    let (by, at) = told.unwrap_or_default();
    Fault::Stale { by: by.unwrap_or_default(), at: at.unwrap_or_default() }
}

/// Everybody, with those who are archived.
#[utoipa::path(get, path = "/api/admin/people", responses((status = 200, body = PeopleView)))]
pub(super) async fn people(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    headers: HeaderMap,
) -> Result<Json<PeopleView>, Answer> {
    answered(lang, move || {
        let signed = signed(&app, &headers)?;
        signed.need(Right::People)?;
        app.with(|live| PeopleView {
            people: live.people.iter().map(|p| row(&signed, live, p)).collect(),
            offices: live.structure.offices.iter().map(|o| OfficeName { id: o.id.0, name: o.name.clone() }).collect(),
        })
    })
    .await
}

/// Adds somebody. The secrets that their role has are made here and shown once.
#[utoipa::path(post, path = "/api/admin/people", request_body = PersonNew,
    responses((status = 200, body = PersonAdded)))]
pub(super) async fn add(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    headers: HeaderMap,
    Json(request): Json<PersonNew>,
) -> Result<Json<PersonAdded>, Answer> {
    answered(lang, move || {
        gesture(&request.key)?;
        let signed = signed(&app, &headers)?;
        signed.need(Right::People)?;
        let role = role(&request.role)?;
        let pin = role.has_pin().then(|| secrets::pin(&app));
        let password = role.has_password().then(|| secrets::password(&app));
        let new = NewPerson {
            name: name(&request.name)?,
            role,
            offices: offices(&request.offices),
            pin: pin.clone().map(Secret),
            password: password.clone().map(Secret),
            passphrase: None,
            must_change: true,
        };
        let now = app.machine_time();
        let added = app.store()?.add_person(new, signed.names.as_ref(), signed.person.id, now)?;
        let person = added.map_err(|refusal| refused(&app, refusal, lang))?;
        let given = [(SecretKind::Pin, pin), (SecretKind::Password, password)];
        let secrets = given.into_iter().filter_map(|(what, secret)| Some(GivenSecret { what, secret: secret? }));
        app.changed("ready");
        app.with(|live| PersonAdded { person: row(&signed, live, &person), secrets: secrets.collect() })
    })
    .await
}

/// Changes name, role and offices of somebody as they were seen.
#[utoipa::path(put, path = "/api/admin/people/{person}", params(("person" = u32, Path)), request_body = PersonEdit,
    responses((status = 200, body = PersonRow)))]
pub(super) async fn change(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(person): Path<u32>,
    headers: HeaderMap,
    Json(request): Json<PersonEdit>,
) -> Result<Json<PersonRow>, Answer> {
    answered(lang, move || {
        gesture(&request.key)?;
        let signed = signed(&app, &headers)?;
        signed.need(Right::People)?;
        let edit = PersonChange::Edit {
            name: name(&request.name)?,
            role: role(&request.role)?,
            offices: offices(&request.offices),
        };
        done(&app, &signed, person, &request.version, edit, lang)
    })
    .await
}

/// Does not work here any more: signs in nowhere, keeps the name beside what they have done.
#[utoipa::path(post, path = "/api/admin/people/{person}/archive", params(("person" = u32, Path)),
    request_body = VersionOnly, responses((status = 200, body = PersonRow)))]
pub(super) async fn archive(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(person): Path<u32>,
    headers: HeaderMap,
    Json(request): Json<VersionOnly>,
) -> Result<Json<PersonRow>, Answer> {
    answered(lang, move || {
        gesture(&request.key)?;
        let signed = signed(&app, &headers)?;
        signed.need(Right::People)?;
        done(&app, &signed, person, &request.version, PersonChange::Archive, lang)
    })
    .await
}

/// Works here again.
#[utoipa::path(post, path = "/api/admin/people/{person}/restore", params(("person" = u32, Path)),
    request_body = VersionOnly, responses((status = 200, body = PersonRow)))]
pub(super) async fn restore(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(person): Path<u32>,
    headers: HeaderMap,
    Json(request): Json<VersionOnly>,
) -> Result<Json<PersonRow>, Answer> {
    answered(lang, move || {
        gesture(&request.key)?;
        let signed = signed(&app, &headers)?;
        signed.need(Right::People)?;
        done(&app, &signed, person, &request.version, PersonChange::Restore, lang)
    })
    .await
}

fn done(
    app: &App,
    signed: &Signed,
    person: u32,
    seen: &str,
    change: PersonChange,
    lang: Lang,
) -> Result<PersonRow, Fault> {
    let now = app.machine_time();
    let changed = app.store()?.change_person(PersonId(person), seen, change, signed.person.id, now)?;
    let person = changed.map_err(|refusal| refused(app, refusal, lang))?;
    app.changed("ready");
    app.with(|live| row(signed, live, &person))
}

/// A new secret for somebody, made here and shown once. What opens names is made only by who has them open.
#[utoipa::path(post, path = "/api/admin/people/{person}/secret", params(("person" = u32, Path)),
    request_body = SecretRequest, responses((status = 200, body = GivenSecret)))]
pub(super) async fn secret(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(person): Path<u32>,
    headers: HeaderMap,
    Json(request): Json<SecretRequest>,
) -> Result<Json<GivenSecret>, Answer> {
    answered(lang, move || {
        gesture(&request.key)?;
        let signed = signed(&app, &headers)?;
        signed.need(Right::People)?;
        let what = request.what;
        if what == SecretKind::Password && signed.person.id == PersonId(person) {
            // It would sign out whoever is to read it. There is a page for one's own.
            return Err(Fault::Entry("entry_own_password"));
        }
        let made = if what == SecretKind::Pin { secrets::pin(&app) } else { secrets::password(&app) };
        let secret = Secret(made.clone());
        let new = match what {
            SecretKind::Pin => NewSecret::Pin(secret),
            SecretKind::Password => NewSecret::Password(secret),
            SecretKind::Passphrase if signed.names.is_none() => return Err(Fault::Locked),
            SecretKind::Passphrase => NewSecret::Passphrase(secret),
        };
        let names = signed.names.as_ref();
        let given = app.store()?.give_secret(PersonId(person), new, names, signed.person.id, app.machine_time())?;
        given.map_err(|refusal| refused(&app, refusal, lang))?;
        Ok(GivenSecret { what, secret: made })
    })
    .await
}
