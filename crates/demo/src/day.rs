// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A full day of bookings, and receipts of each kind that a door meets.

use chrono::{Days, NaiveDate};
use rand::{RngExt, SeedableRng, rngs::StdRng, seq::SliceRandom};
use varco_core::{
    booking::{Booking, By, IssueCause},
    ids::{GestureKey, OfficeId, ServiceId},
    receipt::{Receipt, name_key},
    schedule::{self, Audience, OfficeSchedule},
    time::Millis,
};
use varco_store::{BookingChange, Contact, Live, NewBooking, Progress, Store, StoreError, seal::Opener};

use crate::people::{FAMILY, FIRST, NEEDS};

/// Which kind of receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each kind says itself")]
pub enum Kind {
    Good,
    Assistance,
    Cancelled,
    Moved,
    Replaced,
    Blocked,
    OtherDay,
}

impl Kind {
    /// The name in file names.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Good => "buona",
            Self::Assistance => "assistenza",
            Self::Cancelled => "annullata",
            Self::Moved => "spostata",
            Self::Replaced => "sostituita",
            Self::Blocked => "bloccata",
            Self::OtherDay => "altro-giorno",
        }
    }
}

/// A receipt of the demo.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoReceipt {
    /// Its kind.
    pub kind: Kind,
    /// The booking as it is now.
    pub booking: Booking,
    /// The text of the square.
    pub text: String,
}

/// Fills a day (and a few bookings of the days after it) with invented people.
///
/// # Errors
/// [`StoreError`] when it is not on disk.
pub fn fill(
    store: &dyn Store,
    date: NaiveDate,
    bookings: usize,
    seed: u64,
    now: Millis,
    progress: &mut dyn FnMut(Progress),
) -> Result<Vec<DemoReceipt>, StoreError> {
    let mut random = StdRng::seed_from_u64(seed);
    let mut live = None;
    store.look(&mut |seen| live = Some(Live::clone(seen)));
    let Some(live) = live else { return Err(StoreError::Empty) };
    let mut starts = starts(&live, date);
    starts.shuffle(&mut random);
    let mut wanted = Vec::with_capacity(bookings + 3);
    'all: while !starts.is_empty() {
        for (office, start) in &starts {
            if wanted.len() == bookings {
                break 'all;
            }
            wanted.push((key(&mut random), new_booking(&live, *office, *start, &mut random)));
        }
    }
    let today = wanted.len();
    if let Some(plan) = live.day.schedules.values().next() {
        for start in other_day(plan, date).into_iter().take(3) {
            wanted.push((key(&mut random), new_booking(&live, plan.office, start, &mut random)));
        }
    }
    let made = store.book_all(wanted, now, progress)?;
    let mut receipts = Vec::new();
    for (n, made) in made.into_iter().enumerate() {
        // A full slot is no fault of a demo: that person did not get a place.
        let Ok(changed) = made else { continue };
        let kind = match (n >= today, changed.booking.assistance) {
            (true, _) => Kind::OtherDay,
            (false, true) => Kind::Assistance,
            (false, false) => Kind::Good,
        };
        receipts.push(DemoReceipt { kind, booking: changed.booking, text: changed.receipt.unwrap_or_default() });
    }
    change_some(store, &mut receipts, &mut random, now)?;
    Ok(receipts)
}

/// Fills the days after one with as many bookings each, on days on which somebody is received; so many days at most.
///
/// # Errors
/// [`StoreError`] when it is not on disk.
pub fn fill_ahead(
    store: &dyn Store,
    date: NaiveDate,
    days: usize,
    bookings: usize,
    seed: u64,
    now: Millis,
) -> Result<usize, StoreError> {
    let mut random = StdRng::seed_from_u64(seed ^ 0x6168_6561_6400);
    let mut live = None;
    store.look(&mut |seen| live = Some(Live::clone(seen)));
    let Some(live) = live else { return Err(StoreError::Empty) };
    let open = date.iter_days().skip(1).take(60).map(|date| starts(&live, date)).filter(|starts| !starts.is_empty());
    let mut wanted = Vec::new();
    for mut starts in open.take(days) {
        starts.shuffle(&mut random);
        let of_day = starts.iter().cycle().take(bookings);
        wanted
            .extend(of_day.map(|(office, start)| (key(&mut random), new_booking(&live, *office, *start, &mut random))));
    }
    let made = store.book_all(wanted, now, &mut |_| {})?;
    Ok(made.iter().filter(|made| made.is_ok()).count())
}

fn key(random: &mut StdRng) -> GestureKey {
    GestureKey(random.random())
}

fn starts(live: &Live, date: NaiveDate) -> Vec<(OfficeId, Millis)> {
    let of = |plan: &OfficeSchedule| {
        let office = plan.office;
        schedule::slots(plan, date, Audience::All).into_iter().map(move |s| (office, s.start))
    };
    live.day.schedules.values().flat_map(of).collect()
}

fn other_day(plan: &OfficeSchedule, date: NaiveDate) -> Vec<Millis> {
    let later = (1..30).map(|n| date + Days::new(n));
    later.flat_map(|d| schedule::slots(plan, d, Audience::All)).map(|s| s.start).collect()
}

fn new_booking(live: &Live, office: OfficeId, start: Millis, random: &mut StdRng) -> NewBooking {
    let services: Vec<ServiceId> = live.day.services.values().filter(|s| s.office == office).map(|s| s.id).collect();
    let service = services.get(random.random_range(0..services.len().max(1))).copied().unwrap_or(ServiceId(0));
    let persons = [1, 1, 1, 1, 1, 2, 2, 3][random.random_range(0..8)];
    let name = |random: &mut StdRng| {
        let first = FIRST[random.random_range(0..FIRST.len())];
        format!("{} {first}", FAMILY[random.random_range(0..FAMILY.len())])
    };
    let assistance = random.random_range(0..20) == 0;
    NewBooking {
        office,
        service,
        audience: Audience::All,
        start,
        persons,
        names: (0..persons).map(|_| name(random)).collect(),
        tell_apart: Some(format!("{}", random.random_range(1940..2006))),
        assistance: assistance.then(|| NEEDS[random.random_range(0..NEEDS.len())].to_owned()),
        // Numbers that nobody has, made without chance: the rest of a seed's court stays as it is.
        contact: Contact { phone: Some(format!("320 555 {:04}", start.0 / 300_000 % 10_000)), email: None },
        due_by: None,
    }
}

/// One of each kind that is not simply good, so that whoever tries the door meets them all.
fn change_some(
    store: &dyn Store,
    receipts: &mut [DemoReceipt],
    random: &mut StdRng,
    now: Millis,
) -> Result<(), StoreError> {
    let kinds = [Kind::Cancelled, Kind::Replaced, Kind::Blocked, Kind::Moved];
    let good: Vec<usize> = (0..receipts.len()).filter(|n| receipts[*n].kind == Kind::Good).collect();
    let starts: Vec<Millis> = good.iter().map(|n| receipts[*n].booking.start).collect();
    let last = starts.iter().max().copied();
    for (at, kind) in good.into_iter().step_by(7).zip(kinds) {
        let old = receipts[at].booking.clone();
        let change = match kind {
            Kind::Cancelled => BookingChange::Cancel { by: By::Office, replaced_by: None },
            Kind::Replaced => BookingChange::Reissue { cause: IssueCause::Lost, names: None },
            Kind::Blocked => {
                BookingChange::Block { reason: Some("parlare con il comando prima dell'accesso".to_owned()) }
            }
            _ => {
                let start = last.unwrap_or(old.start);
                BookingChange::Move { office: old.office, service: old.service, start }
            }
        };
        // The old receipt opens the names, so that the new one can open them too.
        let opener = Receipt::from_text(&receipts[at].text).ok().map(|r| Opener::Receipt(name_key(&r)));
        if let Ok(changed) = store.change(key(random), old.id, change, opener.as_ref(), now)? {
            // The text stays the old one: that is the receipt which the door must understand.
            receipts[at].kind = kind;
            receipts[at].booking = changed.booking;
        }
    }
    Ok(())
}
