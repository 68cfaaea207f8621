// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Gestures: found again by their key, or decided and appended.

use std::time::Instant;

use chrono::NaiveDate;
use rusqlite::Connection;
use varco_core::{
    booking::{Booking, Day, Status},
    gate::{self, Act, Acted, Refused},
    ids::{BookingId, CourtId, GestureKey},
    receipt::Shown,
    time::{Zone, civil},
    verdict::Decision,
};
use varco_store::{ActAnswer, ActRequest, Live, StoreError};

use crate::{
    fault::strange,
    journal::{self, Beside, Hash, Head, Moment},
    rows,
    sql::Sql,
    state::{Change, fold},
    writer::Worker,
};

type Answers = (Vec<Result<ActAnswer, StoreError>>, Change, Head);

/// The civil day by which a gesture is judged: what is typed back from paper belongs to its own.
pub(crate) fn date_of(request: &ActRequest, zone: Zone) -> NaiveDate {
    let at = match &request.act {
        Act::Scan { late: Some((at, _)), .. } => *at,
        _ => request.caller.now,
    };
    civil(zone, at).date()
}

/// Microseconds since.
pub(crate) fn micros(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_micros()).unwrap_or(u64::MAX)
}

/// What is stored of a gesture that came before.
pub(crate) struct Before {
    digest: Option<Hash>,
    answer: Option<String>,
}

impl Before {
    /// The gesture of that key, if there was one.
    pub(crate) fn find(db: &Connection, key: GestureKey) -> Result<Option<Self>, StoreError> {
        let sql = "SELECT digest, answer FROM journal WHERE gesture = $1";
        db.first(sql, [key.0.to_be_bytes()], |row| Ok(Self { digest: row.get(0)?, answer: row.get(1)? }))
    }

    /// What was answered then.
    ///
    /// # Errors
    /// [`StoreError::KeyReused`] when it was another gesture.
    pub(crate) fn answer<T: serde::de::DeserializeOwned>(&self, digest: &Hash) -> Result<T, StoreError> {
        if self.digest.as_ref() != Some(digest) {
            return Err(StoreError::KeyReused);
        }
        let text = self.answer.as_deref().unwrap_or("null");
        serde_json::from_str(text).map_err(|_| strange("the answer to a gesture cannot be read"))
    }
}

/// Decides a gesture; nothing is written.
pub(crate) fn decide(request: &ActRequest, live: &Live) -> Result<Acted, Refused> {
    gate::act(&request.act, &request.scene(live.structure.grants), &live.day, &live.gate)
}

/// Bookings of other days that the gesture speaks about and that are not known yet.
pub(crate) fn unknown(db: &Connection, request: &ActRequest, day: &Day) -> Result<Vec<Booking>, StoreError> {
    let court = day.court.id;
    let Act::Scan { shown, .. } = &request.act else { return Ok(Vec::new()) };
    let (found, listed) = match shown {
        Shown::Receipt(receipt) => {
            let id = receipt.claims.booking;
            let listed = day.bookings.get(&id);
            let found = if listed.is_none() { rows::booking(db, court, id)? } else { None };
            (found, listed)
        }
        Shown::Code(code) => {
            let listed = day.codes.get(code).and_then(|(id, _)| day.bookings.get(id));
            let found = if listed.is_none() { rows::booking_of_code(db, court, *code)? } else { None };
            (found, listed)
        }
        Shown::Damaged | Shown::Foreign(_) => return Ok(Vec::new()),
    };
    let next = replacement(found.as_ref().or(listed));
    let mut all: Vec<Booking> = found.into_iter().collect();
    follow_replacements(db, court, day, next, &mut all)?;
    Ok(all)
}

fn replacement(booking: Option<&Booking>) -> Option<BookingId> {
    match booking?.status {
        Status::Cancelled(c) => c.replaced_by,
        Status::Booked => None,
    }
}

fn follow_replacements(
    db: &Connection,
    court: CourtId,
    day: &Day,
    mut next: Option<BookingId>,
    all: &mut Vec<Booking>,
) -> Result<(), StoreError> {
    while let Some(id) = next {
        // A circle would be a mistake of an import; it ends where it meets itself.
        if all.iter().any(|b| b.id == id) || day.bookings.contains_key(&id) {
            break;
        }
        let Some(booking) = rows::booking(db, court, id)? else { break };
        next = replacement(Some(&booking));
        all.push(booking);
    }
    Ok(())
}

impl Worker {
    /// Decides each gesture of a batch and appends its facts, within the transaction. With `many` each is decided on
    /// the draft, which follows; one alone is decided on what everybody sees.
    pub(crate) fn decide_all(&mut self, batch: &[&ActRequest], many: bool) -> Result<Answers, StoreError> {
        let mut head = self.head.clone();
        let mut all = Change::default();
        let mut answers = Vec::with_capacity(batch.len());
        let zone = self.setup.as_ref().ok_or(StoreError::Empty)?.zone();
        for request in batch.iter().copied() {
            if let Some(before) = Before::find(&self.db, request.caller.key)? {
                answers.push(before.answer(&request.body).map(repeated));
                continue;
            }
            self.learn_unknown(request)?;
            let started = Instant::now();
            let acted = {
                let published;
                let live = match &self.draft {
                    Some(draft) if many => draft,
                    _ => {
                        published = self.shared.live();
                        &*published
                    }
                };
                decide(request, live)
            };
            let decide_us = micros(started);
            let outcome = match acted {
                Err(refused) => Err(refused),
                Ok(acted) => {
                    let moment =
                        Moment { now: request.caller.now, machine: request.caller.machine, zone, origin: self.origin };
                    let mut beside = Beside {
                        gesture: Some(request.caller.key.0.to_be_bytes()),
                        digest: Some(request.body),
                        answer: Some(to_json(&acted.decision)?),
                        proof: None,
                    };
                    let mut change = Change::default();
                    for event in acted.events {
                        let (date, stamp) =
                            journal::append(&self.db, &mut head, &event, std::mem::take(&mut beside), moment)?;
                        change.facts.push((date, stamp, event));
                    }
                    if many && let Some(draft) = &mut self.draft {
                        fold(draft, &change, &head);
                    }
                    all.facts.append(&mut change.facts);
                    Ok(acted.decision)
                }
            };
            answers.push(Ok(ActAnswer { outcome, repeated: false, decide_us, durable_us: 0 }));
        }
        Ok((answers, all, head))
    }

    /// Committed rows of other days, read because a gesture names them.
    fn learn_unknown(&mut self, request: &ActRequest) -> Result<(), StoreError> {
        let found = {
            let live = self.shared.live();
            unknown(&self.db, request, &live.day)?
        };
        for booking in found {
            if let Some(draft) = &mut self.draft {
                draft.day.put(booking.clone());
            }
            self.shared.live_mut().day.put(booking);
        }
        Ok(())
    }
}

fn repeated(decision: Option<Decision>) -> ActAnswer {
    ActAnswer { outcome: Ok(decision), repeated: true, decide_us: 0, durable_us: 0 }
}

pub(crate) fn to_json(value: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|e| StoreError::Engine(e.to_string()))
}
