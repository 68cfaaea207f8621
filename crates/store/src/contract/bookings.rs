// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use std::collections::HashMap;

use chrono::NaiveDate;
use varco_core::{
    booking::{By, IssueCause, Status},
    schedule::{Audience, capacity_at},
    time::cells,
    verdict::Code,
};

use super::{Fresh, court::*};
use crate::{BookRefusal, BookingChange, NewBooking, Store, StoreError};

pub fn a_booking_gets_a_receipt_that_opens_the_door(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let made = booked(&*store, 1, wish(10, 0, 2));
    let receipt = receipt(&made);
    assert_eq!(receipt.claims.booking, made.booking.id);
    assert_eq!((receipt.claims.party, receipt.claims.start), (2, at(10, 0)));
    assert_eq!(made.booking.issues[0].issued_at, receipt.claims.issued_at);
    assert_eq!(store.booking(made.booking.id).unwrap().as_ref(), Some(&made.booking));
    assert_eq!(verdict(store.act(scan(2, MAIN, made.receipt.as_deref().unwrap(), at(10, 0)))), Code::Admit);
    assert_eq!(inside(&*store, made.booking.id), 2);
}

pub fn the_same_key_books_once_and_another_body_is_refused(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let first = booked(&*store, 1, wish(10, 0, 1));
    let again = booked(&*store, 1, wish(10, 0, 1));
    assert_eq!(again.booking, first.booking);
    assert_eq!(again.receipt, None, "a receipt is on no disk");
    assert!(matches!(store.book(key(1), wish(10, 30, 1), at(8, 0)), Err(StoreError::KeyReused)));
    assert_eq!(desks_left(&*store, 10, 0), 1);
}

pub fn the_last_place_is_given_once(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    booked(&*store, 1, wish(9, 0, 1));
    booked(&*store, 2, wish(9, 0, 1));
    let refused = store.book(key(3), wish(9, 0, 1), at(8, 0)).unwrap();
    assert_eq!(refused, Err(BookRefusal::Full { next: Some(at(9, 30)) }));
    // Persons run out before desks do.
    booked(&*store, 4, wish(9, 30, 3));
    assert_eq!(store.book(key(5), wish(9, 30, 2), at(8, 0)).unwrap(), Err(BookRefusal::Full { next: Some(at(10, 0)) }));
    booked(&*store, 6, wish(9, 30, 1));
    assert_sound(&*store);
}

pub fn a_booking_for_too_many_persons_is_refused(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    for persons in [0, 5, 255] {
        assert_eq!(store.book(key(1), wish(9, 0, persons), at(8, 0)).unwrap(), Err(BookRefusal::Persons));
    }
}

pub fn a_service_longer_than_a_slot_takes_the_next_one_too(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let long = |hour, minute| NewBooking { service: FILING, ..wish(hour, minute, 1) };
    let made = booked(&*store, 1, long(9, 0));
    assert_eq!(made.booking.end, at(9, 50));
    assert_eq!((desks_left(&*store, 9, 0), desks_left(&*store, 9, 30), desks_left(&*store, 10, 0)), (1, 1, 2));
    // The last slot has no time after it.
    assert_eq!(store.book(key(2), long(12, 30), at(8, 0)).unwrap(), Err(BookRefusal::NoSlot));
    assert_sound(&*store);
}

pub fn a_start_between_slots_or_on_a_holiday_is_no_start(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let refused = |number, new| store.book(key(number), new, at(8, 0)).unwrap();
    assert_eq!(refused(1, wish(9, 10, 1)), Err(BookRefusal::NoSlot));
    assert_eq!(refused(2, wish(15, 0, 1)), Err(BookRefusal::NoSlot));
    let liberation = NaiveDate::from_ymd_opt(2028, 4, 25).unwrap();
    assert_eq!(refused(3, NewBooking { start: on(liberation, 9, 0), ..wish(9, 0, 1) }), Err(BookRefusal::NoSlot));
    assert_eq!(refused(4, NewBooking { audience: Audience::WalkIn, ..wish(9, 0, 1) }), Err(BookRefusal::NoSlot));
    assert_eq!(refused(5, NewBooking { service: NOTICES, ..wish(9, 0, 1) }), Err(BookRefusal::Unknown));
}

pub fn a_professional_uses_the_own_share_first_and_then_that_of_all(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let lawyer = || NewBooking { audience: Audience::Professionals, ..wish(9, 0, 1) };
    let pools: Vec<_> = (1..=3).map(|n| booked(&*store, n, lawyer()).booking.pool).collect();
    assert_eq!(pools, [Audience::Professionals, Audience::All, Audience::All]);
    assert!(matches!(store.book(key(4), lawyer(), at(8, 0)).unwrap(), Err(BookRefusal::Full { .. })));
}

pub fn a_cancelled_booking_gives_its_places_back(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let made = booked(&*store, 1, wish(9, 0, 3));
    let cancel = BookingChange::Cancel { by: By::Holder, replaced_by: None };
    let changed = store.change(key(2), made.booking.id, cancel.clone(), None, at(8, 0)).unwrap().unwrap();
    assert!(matches!(changed.booking.status, Status::Cancelled(c) if c.by == By::Holder && c.at == at(8, 0)));
    assert_eq!(desks_left(&*store, 9, 0), 2);
    assert_eq!(verdict(store.act(scan(3, MAIN, made.receipt.as_deref().unwrap(), at(9, 0)))), Code::Cancelled);
    // Again with the same key: the same answer. With another: gone.
    assert!(store.change(key(2), made.booking.id, cancel.clone(), None, at(8, 1)).unwrap().is_ok());
    let again = store.change(key(4), made.booking.id, cancel, None, at(8, 1)).unwrap();
    assert_eq!(again.unwrap_err(), BookRefusal::Gone);
    assert_sound(&*store);
}

pub fn a_moved_booking_takes_the_new_places_and_gives_the_old_back(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let made = booked(&*store, 1, wish(9, 0, 2));
    let to = BookingChange::Move { office: REGISTRY, service: FILING, start: at(11, 0) };
    let moved = store.change(key(2), made.booking.id, to, None, at(8, 0)).unwrap().unwrap();
    assert_eq!((moved.booking.start, moved.booking.end), (at(11, 0), at(11, 50)));
    assert_eq!((desks_left(&*store, 9, 0), desks_left(&*store, 11, 0), desks_left(&*store, 11, 30)), (2, 1, 1));
    let old = made.receipt.as_deref().unwrap();
    assert_eq!(verdict(store.act(scan(3, MAIN, old, at(9, 0)))), Code::TooEarly);
    assert_eq!(verdict(store.act(scan(4, MAIN, moved.receipt.as_deref().unwrap(), at(11, 0)))), Code::Admit);
    // Within its own places a booking may move by half a slot's length of the service.
    let near = BookingChange::Move { office: REGISTRY, service: FILING, start: at(11, 30) };
    store.change(key(5), made.booking.id, near, None, at(8, 0)).unwrap().unwrap();
    assert_sound(&*store);
}

pub fn a_move_to_a_full_slot_changes_nothing(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let made = booked(&*store, 1, wish(9, 0, 1));
    booked(&*store, 2, wish(9, 30, 1));
    booked(&*store, 3, wish(9, 30, 1));
    let to = BookingChange::Move { office: REGISTRY, service: COPIES, start: at(9, 30) };
    let refused = store.change(key(4), made.booking.id, to, None, at(8, 0)).unwrap().unwrap_err();
    assert_eq!(refused, BookRefusal::Full { next: Some(at(10, 0)) });
    assert_eq!(store.booking(made.booking.id).unwrap(), Some(made.booking));
    assert_eq!(desks_left(&*store, 9, 0), 1);
    assert_sound(&*store);
}

pub fn a_new_receipt_for_a_lost_one_retires_it(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let made = booked(&*store, 1, wish(9, 0, 1));
    let lost = BookingChange::Reissue { cause: IssueCause::Lost, names: None };
    let new = store.change(key(2), made.booking.id, lost, None, at(8, 0)).unwrap().unwrap();
    assert_eq!(verdict(store.act(scan(3, MAIN, made.receipt.as_deref().unwrap(), at(9, 0)))), Code::Reissued);
    assert_eq!(verdict(store.act(scan(4, MAIN, new.receipt.as_deref().unwrap(), at(9, 1)))), Code::Admit);
}

pub fn two_receipts_of_one_booking_never_bear_the_same_second(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let made = booked(&*store, 1, wish(9, 0, 1));
    let mut all = vec![made.booking.issues[0].issued_at];
    for number in 2..5 {
        let lost = BookingChange::Reissue { cause: IssueCause::Lost, names: None };
        let new = store.change(key(number), made.booking.id, lost, None, at(7, 30)).unwrap().unwrap();
        all.push(new.booking.latest_issue().unwrap().issued_at);
    }
    assert!(all.windows(2).all(|pair| pair[0] < pair[1]), "{all:?}");
}

pub fn free_places_are_what_is_left(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    booked(&*store, 1, wish(9, 0, 3));
    let all = store.places(REGISTRY, Some(COPIES), Audience::Professionals, today()).unwrap();
    assert_eq!(all.len(), 16, "eight starts, two shares");
    let first: Vec<_> = all.iter().take(2).map(|p| (p.pool, p.desks_left, p.persons_left)).collect();
    assert_eq!(first, [(Audience::Professionals, 1, 2), (Audience::All, 1, 1)]);
    // A longer service has one start less: the last is too near to closing.
    assert_eq!(store.places(REGISTRY, Some(FILING), Audience::Citizens, today()).unwrap().len(), 7);
    let sunday = NaiveDate::from_ymd_opt(2026, 3, 15).unwrap();
    assert_eq!(store.places(REGISTRY, Some(COPIES), Audience::Citizens, sunday).unwrap(), []);
}

pub fn many_bookings_are_answered_each_in_its_place(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let wishes = vec![(key(1), wish(9, 0, 1)), (key(2), wish(9, 10, 1)), (key(3), wish(9, 30, 2))];
    let mut seen = Vec::new();
    let answers = store.book_all(wishes, at(7, 0), &mut |p| seen.push((p.done, p.of))).unwrap();
    assert!(answers[0].is_ok() && answers[2].is_ok());
    assert_eq!(answers[1], Err(BookRefusal::NoSlot));
    assert_eq!(seen.last(), Some(&(3, 3)));
    store.look(&mut |live| assert_eq!(live.day.bookings.len(), 2));
}

pub fn an_import_of_more_than_fits_never_overbooks(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let services = [COPIES, FILING];
    let audiences = [Audience::Citizens, Audience::Professionals, Audience::All];
    std::thread::scope(|scope| {
        for worker in 0..8_u32 {
            let store = &*store;
            scope.spawn(move || {
                for n in 0..20_u32 {
                    let slot = (n * 7 + worker) % 8;
                    let new = NewBooking {
                        service: services[(n % 2) as usize],
                        audience: audiences[((n + worker) % 3) as usize],
                        persons: 1 + ((n + worker) % 3) as u8,
                        ..wish(9 + slot / 2, slot % 2 * 30, 1)
                    };
                    // Full or not is for the store to say; what is never right is a cell above its places.
                    let made = store.book(key(u128::from(worker * 100 + n)), new, at(7, 30)).unwrap();
                    if let (Ok(changed), 0) = (made, n % 5) {
                        let cancel = BookingChange::Cancel { by: By::Office, replaced_by: None };
                        let number = u128::from(10_000 + worker * 100 + n);
                        store.change(key(number), changed.booking.id, cancel, None, at(7, 31)).unwrap().unwrap();
                    }
                }
            });
        }
    });
    assert_within_capacity(&*store);
    assert_sound(&*store);
}

/// Counts every cell again from the bookings themselves.
fn assert_within_capacity(store: &dyn Store) {
    store.look(&mut |live| {
        let mut used: HashMap<_, (u32, u32)> = HashMap::new();
        for booking in live.day.bookings.values().filter(|b| b.status == Status::Booked) {
            for cell in cells(booking.start, booking.end) {
                let cell = used.entry((booking.office, cell, booking.pool)).or_default();
                *cell = (cell.0 + 1, cell.1 + u32::from(booking.persons));
            }
        }
        assert!(!used.is_empty(), "nobody got a place");
        for ((office, cell, pool), (desks, persons)) in used {
            let capacity = capacity_at(&live.day.schedules[&office], cell, varco_core::schedule::Pool(pool)).unwrap();
            assert!(
                desks <= u32::from(capacity.desks) && persons <= u32::from(capacity.persons),
                "{} of {pool:?} would hold {desks} bookings and {persons} persons of {capacity:?}",
                cell.start()
            );
        }
    });
}

fn desks_left(store: &dyn Store, hour: u32, minute: u32) -> u32 {
    let all = store.places(REGISTRY, Some(COPIES), Audience::Citizens, today()).unwrap();
    all.iter().find(|p| p.start == at(hour, minute)).unwrap().desks_left
}
