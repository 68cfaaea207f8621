// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Sets up a court in an empty folder.

use std::sync::Arc;

use axum::{Json, extract::State};
use sha2::{Digest, Sha256};
use varco_core::{
    access::{PASSWORD_CHARS_MIN, Role},
    receipt::ShortCode,
    time::Zone,
};
use varco_demo::{Site, Template};
use varco_store::{NewPerson, Secret};

use super::{damaged, templates::templates};
use crate::{
    App,
    door::{Tongue, blocking, gesture},
    problem::{Answer, Fault},
    wire::{Done, KeyOnly, SetupDone, SetupPerson, SetupRequest, SetupView},
};

/// Digits of a PIN, at least.
const PIN: usize = 6;

/// What the first start needs.
#[utoipa::path(get, path = "/api/setup", responses((status = 200, body = SetupView)))]
pub(super) async fn setup(State(app): State<Arc<App>>, Tongue(lang): Tongue) -> Json<SetupView> {
    let fault = app.fault();
    let needed = fault.is_none() && app.store().is_err();
    Json(SetupView { needed, templates: templates(lang), damaged: fault.map(|f| damaged::view(&f, lang)) })
}

/// Sets up the court.
#[utoipa::path(post, path = "/api/setup", request_body = SetupRequest, responses((status = 200, body = SetupDone)))]
pub(super) async fn create(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Json(request): Json<SetupRequest>,
) -> Result<Json<SetupDone>, Answer> {
    blocking(lang, move || {
        gesture(&request.key)?;
        empty(&app)?;
        let (structure, people) = read(&request)?;
        let recovery = recovery_code(&app);
        let store = app.ports.courts.create(structure, people, Secret(recovery.clone()))?;
        app.open_court(store);
        Ok(SetupDone { recovery_code: recovery })
    })
    .await
}

/// Sets up the demo court with a full day.
#[utoipa::path(post, path = "/api/setup/demo", request_body = KeyOnly, responses((status = 200, body = Done)))]
pub(super) async fn demo(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Json(request): Json<KeyOnly>,
) -> Result<Json<Done>, Answer> {
    blocking(lang, move || {
        gesture(&request.key)?;
        empty(&app)?;
        let store = app.ports.courts.create_demo()?;
        app.open_court(store);
        Ok(Done {})
    })
    .await
}

fn empty(app: &App) -> Result<(), Fault> {
    if app.fault().is_some() || app.store().is_ok() { Err(Fault::Bad("setup-done")) } else { Ok(()) }
}

/// Four groups of a short code's characters: 158 bits of randomness.
fn recovery_code(app: &App) -> String {
    let hash: [u8; 32] = Sha256::digest(app.ports.keys.next().to_be_bytes()).into();
    let mut groups = Vec::new();
    for part in hash.chunks_exact(8) {
        let mut bits = [0_u8; 8];
        bits.copy_from_slice(part);
        groups.push(ShortCode::from_bits(u64::from_be_bytes(bits)).as_str().to_owned());
    }
    groups.join("-")
}

/// A recovery code as it is kept, from what somebody types off the paper: capitals, spaces and dashes do not count.
#[must_use]
pub fn recovery_text(typed: &str) -> Secret {
    let letters: Vec<char> =
        typed.chars().filter(|c| c.is_ascii_alphanumeric()).take(64).map(|c| c.to_ascii_uppercase()).collect();
    Secret(letters.chunks(8).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-"))
}

fn read(request: &SetupRequest) -> Result<(varco_store::Structure, Vec<NewPerson>), Fault> {
    let named = |text: &str, part: &'static str| {
        let text = text.trim();
        if text.is_empty() || text.chars().count() > 200 { Err(Fault::Bad(part)) } else { Ok(text.to_owned()) }
    };
    let template = Template::all().into_iter().find(|t| t.id == request.template).ok_or(Fault::Bad("template"))?;
    let site = Site {
        name: named(&request.site.name, "setup-site")?,
        address: named(&request.site.address, "setup-address")?,
        zone: Zone::try_from(request.site.zone.clone()).map_err(|_| Fault::Bad("setup-zone"))?,
        patron_saint: request.site.patron_saint.as_deref().filter(|p| !p.is_empty()).map(month_day).transpose()?,
        gate: named(&request.gate, "setup-gate")?,
    };
    let structure = template.structure(&named(&request.court, "setup-court")?, &site);
    let mut people = vec![person(&request.administrator, Role::Administrator)?];
    for (who, role) in [(&request.supervisor, Role::Supervisor), (&request.steward, Role::Steward)] {
        if let Some(who) = who {
            people.push(person(who, role)?);
        }
    }
    Ok((structure, people))
}

fn month_day(text: &str) -> Result<(u32, u32), Fault> {
    let (month, day) = text.split_once('-').ok_or(Fault::Bad("setup-patron"))?;
    let parse = |t: &str| t.parse::<u32>().map_err(|_| Fault::Bad("setup-patron"));
    let (month, day) = (parse(month)?, parse(day)?);
    chrono::NaiveDate::from_ymd_opt(2024, month, day).map(|_| (month, day)).ok_or(Fault::Bad("setup-patron"))
}

/// Somebody new, checked: the PIN, and what must be long enough.
///
/// # Errors
/// [`Fault::Bad`] names what cannot stay.
pub fn person(who: &SetupPerson, role: Role) -> Result<NewPerson, Fault> {
    let name = who.name.trim();
    if name.is_empty() || name.chars().count() > 60 {
        return Err(Fault::Bad("setup-person"));
    }
    if who.pin.len() < PIN || who.pin.len() > 32 || !who.pin.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Fault::Bad("setup-pin"));
    }
    let long = |text: &Option<String>, part: &'static str| match text {
        Some(t) if t.chars().count() >= PASSWORD_CHARS_MIN && t.len() <= 256 => Ok(Some(Secret(t.clone()))),
        None => Ok(None),
        Some(_) => Err(Fault::Bad(part)),
    };
    let password = long(&who.password, "setup-password")?;
    if role == Role::Administrator && password.is_none() {
        return Err(Fault::Bad("setup-password"));
    }
    let passphrase = if role.opens_names_by_passphrase() { long(&who.passphrase, "setup-passphrase")? } else { None };
    Ok(NewPerson {
        name: name.to_owned(),
        role,
        offices: Vec::new(),
        pin: Some(Secret(who.pin.clone())),
        password,
        passphrase,
        must_change: false,
    })
}
