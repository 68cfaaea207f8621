// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Search by name: the names of the day are opened by a supervisor's passphrase for five minutes; each search is logged.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, State},
};
use varco_core::{
    access::Right,
    gate::{Event, Opened, Via},
    ids::BookingId,
    time::civil,
};
use varco_store::{Named, Secret, Unlock};
use varco_words::clock;

use super::{Input, Tongue, blocking, day::status, gesture, judge, scan::view};
use crate::{
    App,
    app::{OpenNames, lock},
    problem::{Answer, Fault},
    wire::{KeyOnly, SearchRequest, SearchRow, SearchView, UnlockRequest, Unlocked, VerdictView},
};

/// The names stay open so long, milliseconds.
const OPEN_MS: i64 = 5 * 60_000;
/// Letters of a search, at least.
const LETTERS_MIN: usize = 3;
/// Rows shown.
const ROWS_MAX: usize = 50;

/// Opens the names of the day.
#[utoipa::path(post, path = "/api/search/unlock", request_body = UnlockRequest, responses((status = 200, body = Unlocked)))]
pub(super) async fn unlock(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Json(request): Json<UnlockRequest>,
) -> Result<Json<Unlocked>, Answer> {
    blocking(lang, move || {
        let actor = app.need(Right::Search)?;
        let caller = app.caller(gesture(&request.key)?, false)?;
        let store = app.store()?;
        let passphrase = Secret(request.passphrase.chars().take(256).collect());
        let key = match store.unlock_names(actor.person, &passphrase, caller.now)? {
            Unlock::Open(key) => key,
            Unlock::Wrong { tries_left } => return Err(Fault::WrongPassphrase { tries_left }),
            Unlock::Wait { seconds } => return Err(Fault::Slowed { wait_seconds: seconds }),
            Unlock::Nobody => return Err(Fault::NotFound),
        };
        let opened = Event::Opened { what: Opened::Names, at: caller.now, by: Some(actor.person), booking: None };
        store.record(&caller, vec![opened])?;
        let names = store.names_of_day(&key)?;
        let until = caller.now + OPEN_MS;
        *lock(&app.names) = Some(OpenNames { until, key, names });
        Ok(Unlocked { until: until.0 })
    })
    .await
}

/// Searches names and codes.
#[utoipa::path(post, path = "/api/search", request_body = SearchRequest, responses((status = 200, body = SearchView)))]
pub(super) async fn search(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Json(request): Json<SearchRequest>,
) -> Result<Json<SearchView>, Answer> {
    blocking(lang, move || {
        let actor = app.need(Right::Search)?;
        let caller = app.caller(gesture(&request.key)?, false)?;
        let wanted = fold(&request.text);
        if wanted.chars().filter(|c| c.is_alphanumeric()).count() < LETTERS_MIN {
            return Err(Fault::TooShort);
        }
        let found: Vec<Named> = {
            let mut names = lock(&app.names);
            if names.as_ref().is_some_and(|n| n.until <= caller.now) {
                *names = None;
            }
            let open = names.as_ref().ok_or(Fault::Locked)?;
            let hit = |n: &&Named| n.details.names.iter().any(|name| matches(&fold(name), &wanted));
            open.names.iter().filter(hit).take(ROWS_MAX + 1).cloned().collect()
        };
        let searched = Event::Opened { what: Opened::Search, at: caller.now, by: Some(actor.person), booking: None };
        app.store()?.record(&caller, vec![searched])?;
        rows(&app, &caller, found)
    })
    .await
}

fn rows(app: &App, caller: &varco_store::Caller, mut found: Vec<Named>) -> Result<SearchView, Fault> {
    let more = found.len() > ROWS_MAX;
    found.truncate(ROWS_MAX);
    app.with(|live| {
        let zone = live.day.sites.get(&caller.station.site).map(|s| s.zone).unwrap_or_default();
        let first = |n: &Named| n.details.names.first().cloned().unwrap_or_default();
        let twins = |name: &str| found.iter().filter(|n| fold(&first(n)) == fold(name)).count() > 1;
        let row = |n: &Named| {
            let booking = live.day.bookings.get(&n.booking)?;
            let name = n.details.names.join(", ");
            Some(SearchRow {
                booking: n.booking.to_string(),
                twins: twins(&first(n)),
                name,
                tell_apart: n.details.tell_apart.clone().unwrap_or_default(),
                time: clock(civil(zone, booking.start).time()),
                office: live.day.offices.get(&booking.office).map(|o| o.name.clone()).unwrap_or_default(),
                persons: booking.persons.into(),
                status: status(live, caller.now, booking),
            })
        };
        SearchView { rows: found.iter().filter_map(row).collect(), more }
    })
}

/// Every word asked for begins a word of the name.
fn matches(name: &str, wanted: &str) -> bool {
    wanted.split_whitespace().all(|w| name.split_whitespace().any(|n| n.starts_with(w)))
}

/// Small letters without accents and apostrophes: "D'Amico Niccolò" is found by "damico nicco".
fn fold(text: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'á' | 'â' | 'ä' | 'ã' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' | 'õ' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ç' | 'č' | 'ć' => 'c',
        'ñ' => 'n',
        'š' | 'ś' => 's',
        'ž' | 'ź' => 'z',
        c => c,
    };
    text.chars().flat_map(char::to_lowercase).map(plain).filter(|c| c.is_alphanumeric() || c.is_whitespace()).collect()
}

/// Shows the verdict of a chosen booking, without letting anybody in: the staff decides on the verdict.
#[utoipa::path(post, path = "/api/search/{booking}/use", params(("booking" = String, Path)), request_body = KeyOnly,
    responses((status = 200, body = VerdictView)))]
pub(super) async fn choose(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Path(booking): Path<String>,
    Json(request): Json<KeyOnly>,
) -> Result<Json<VerdictView>, Answer> {
    blocking(lang, move || {
        app.need(Right::Search)?;
        let id: BookingId = booking.parse().map_err(|_| Fault::NotFound)?;
        let code = app.with(|live| {
            let latest = live.day.bookings.get(&id).and_then(|b| b.latest_issue());
            latest.map(|i| i.code.as_str().to_owned())
        })?;
        let input = Input {
            key: gesture(&request.key)?,
            via: Via::Search,
            text: code.ok_or(Fault::NotFound)?.into_bytes(),
            look: false,
            exit: false,
        };
        let judged = judge(&app, input)?;
        view(&app, lang, &judged)
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_by_the_beginnings_of_its_words_without_accents() {
        assert!(matches(&fold("D'Amico Niccolò"), &fold("nicco dam")));
        assert!(matches(&fold("Rossi Mario"), &fold("ROSSI")));
        assert!(!matches(&fold("Rossi Mario"), &fold("ossi")));
    }
}
