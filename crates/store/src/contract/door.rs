// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use std::sync::{Arc, Barrier};

use chrono::NaiveDate;
use varco_core::{
    access::Right,
    booking::By,
    gate::{Act, Event, Opened, Refused, Via},
    receipt::read,
    verdict::{Code, Mark},
};

use super::{Fresh, court::*};
use crate::{BookingChange, Changed, NewBooking, Store, StoreError};

fn text(changed: &Changed) -> &str {
    changed.receipt.as_deref().unwrap()
}

fn scans(store: &dyn Store) -> usize {
    store.journal(0, usize::MAX).unwrap().iter().filter(|row| matches!(row.event, Event::Scan(_))).count()
}

fn tomorrow() -> NaiveDate {
    today().succ_opt().unwrap()
}

pub fn a_scan_is_in_the_journal_with_its_stamp(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let made = booked(&*store, 1, wish(9, 0, 2));
    let before = store.journal(0, 100).unwrap();
    store.act(scan(2, MAIN, text(&made), at(9, 1))).unwrap();
    let row = store.journal(before.last().unwrap().row, 100).unwrap().pop().unwrap();
    let Event::Scan(fact) = &row.event else { panic!("{row:?}") };
    assert_eq!((fact.scan, fact.gate, fact.verdict, fact.enters), (key(2), MAIN, Code::Admit, 2));
    let last = before.last().unwrap();
    assert_eq!(row.row, last.row + 1);
    assert_eq!(row.stamp.seq, last.stamp.seq + 1);
    assert!(row.stamp.hlc > last.stamp.hlc);
    assert_ne!(row.hash, last.hash);
}

pub fn the_same_gesture_twice_gives_one_row_and_the_same_answer(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let made = booked(&*store, 1, wish(9, 0, 1));
    let first = store.act(scan(2, MAIN, text(&made), at(9, 0))).unwrap();
    let again = store.act(scan(2, MAIN, text(&made), at(9, 0))).unwrap();
    assert!(!first.repeated && again.repeated);
    assert_eq!(first.outcome, again.outcome);
    assert_eq!(scans(&*store), 1);
    // Hours later, from another gate's clock: still the same gesture.
    assert_eq!(store.act(scan(2, MAIN, text(&made), at(12, 0))).unwrap().outcome, first.outcome);
}

pub fn a_used_key_with_another_body_is_refused(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let (one, two) = (booked(&*store, 1, wish(9, 0, 1)), booked(&*store, 2, wish(9, 0, 1)));
    store.act(scan(3, MAIN, text(&one), at(9, 0))).unwrap();
    assert!(matches!(store.act(scan(3, MAIN, text(&two), at(9, 0))), Err(StoreError::KeyReused)));
    // A booking's key is no scan's key.
    assert!(matches!(store.act(scan(1, MAIN, text(&two), at(9, 0))), Err(StoreError::KeyReused)));
    assert_eq!(inside(&*store, two.booking.id), 0);
    assert_eq!(store.health().failing, None, "a question refused is no failure of the disk");
}

pub fn a_refused_gesture_writes_nothing(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let before = store.journal(0, 100).unwrap().len();
    let state = Act::StateClock { stated: at(9, 0) };
    let answer = store.act(gesture(1, MAIN, state, at(9, 0))).unwrap();
    assert_eq!(answer.outcome, Err(Refused::NotAllowed(Right::Clock)));
    let unknown = Act::ConfirmId { scan: key(77) };
    assert_eq!(store.act(gesture(2, MAIN, unknown, at(9, 0))).unwrap().outcome, Err(Refused::NoSuchScan));
    assert_eq!(store.journal(0, 100).unwrap().len(), before);
}

pub fn a_receipt_admits_once_at_two_gates(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let made = booked(&*store, 1, wish(9, 0, 1));
    assert_eq!(verdict(store.act(scan(2, MAIN, text(&made), at(9, 0)))), Code::Admit);
    assert_eq!(verdict(store.act(scan(3, SIDE, text(&made), at(9, 0)))), Code::AlreadyInside);
    assert_eq!(inside(&*store, made.booking.id), 1);
}

pub fn a_receipt_of_another_day_is_known_by_its_booking(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let far = NaiveDate::from_ymd_opt(2026, 9, 15).unwrap();
    let made = booked(&*store, 1, NewBooking { start: on(far, 9, 0), ..wish(9, 0, 1) });
    assert_eq!(verdict(store.act(scan(2, MAIN, text(&made), at(9, 0)))), Code::WrongDay);
    let cancel = BookingChange::Cancel { by: By::Office, replaced_by: None };
    store.change(key(3), made.booking.id, cancel, None, at(9, 1)).unwrap().unwrap();
    assert_eq!(verdict(store.act(scan(4, MAIN, text(&made), at(9, 2)))), Code::Cancelled);
    // Moved from another day to today, before this gate ever heard of it.
    let late = booked(&*store, 5, NewBooking { start: on(far, 9, 0), ..wish(9, 0, 1) });
    let here = BookingChange::Move { office: REGISTRY, service: COPIES, start: at(9, 30) };
    store.change(key(6), late.booking.id, here, None, at(9, 3)).unwrap().unwrap();
    assert_eq!(verdict(store.act(scan(7, MAIN, text(&late), at(9, 30)))), Code::Admit);
}

pub fn a_short_code_of_another_day_is_known(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let made = booked(&*store, 1, NewBooking { start: on(tomorrow(), 9, 0), ..wish(9, 0, 1) });
    let code = made.booking.issues[0].code.to_string();
    store.turn_to(today()).unwrap();
    assert_eq!(verdict(store.act(scan(2, MAIN, &code, at(9, 0)))), Code::WrongDay);
}

pub fn a_look_that_is_not_kept_writes_nothing(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let made = booked(&*store, 1, wish(9, 0, 1));
    let answer = store.decide_only(&scan(2, MAIN, text(&made), at(9, 0)));
    assert_eq!(answer.outcome.unwrap().unwrap().verdict.code(), Code::Admit);
    assert_eq!((scans(&*store), inside(&*store, made.booking.id)), (0, 0));
}

pub fn eight_gates_at_once_let_each_person_in_once(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let receipts: Vec<Changed> =
        (0..16_u32).map(|n| booked(&*store, u128::from(n), wish(9 + n / 4, n / 2 % 2 * 30, 1))).collect();
    let texts: Vec<(String, u32)> = receipts.iter().zip(0..).map(|(r, n)| (text(r).to_owned(), n)).collect();
    let barrier = Arc::new(Barrier::new(8));
    let admitted: usize = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..8_u32)
            .map(|worker| {
                let (store, texts, barrier) = (&*store, &texts, Arc::clone(&barrier));
                scope.spawn(move || {
                    barrier.wait();
                    let gate = if worker % 2 == 0 { MAIN } else { SIDE };
                    let admit = texts.iter().filter(|(text, n)| {
                        let number = u128::from(1000 + worker * 100 + n);
                        let answer = store.act(scan(number, gate, text, at(9 + n / 4, n / 2 % 2 * 30))).unwrap();
                        let decision = answer.outcome.unwrap().unwrap();
                        decision.enters > 0
                    });
                    admit.count()
                })
            })
            .collect();
        workers.into_iter().map(|w| w.join().unwrap()).sum()
    });
    assert_eq!(admitted, 16, "each receipt lets one person in");
    assert_eq!(scans(&*store), 16 * 8);
    store.look(&mut |live| assert!(live.gate.conflicts(&live.day).is_empty()));
    assert_sound(&*store);
}

pub fn the_same_key_from_eight_windows_at_once_counts_once(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let made = booked(&*store, 1, wish(9, 0, 2));
    let barrier = Barrier::new(8);
    let window = &*store;
    let ask = || {
        barrier.wait();
        let answer = window.act(scan(2, MAIN, text(&made), at(9, 0))).unwrap();
        assert_eq!(answer.outcome.unwrap().unwrap().verdict.code(), Code::Admit);
        usize::from(!answer.repeated)
    };
    let fresh_answers: usize = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..8).map(|_| scope.spawn(ask)).collect();
        workers.into_iter().map(|w| w.join().unwrap()).sum()
    });
    assert_eq!(fresh_answers, 1);
    assert_eq!((scans(&*store), inside(&*store, made.booking.id)), (1, 2));
}

pub fn the_next_day_begins_empty_and_the_day_before_can_be_read_again(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let made = booked(&*store, 1, wish(9, 0, 1));
    let next = booked(&*store, 2, NewBooking { start: on(tomorrow(), 9, 0), ..wish(9, 0, 1) });
    store.act(scan(3, MAIN, text(&made), at(9, 0))).unwrap();
    // Nobody turned the page: the gesture's own time does.
    assert_eq!(verdict(store.act(scan(4, MAIN, text(&next), on(tomorrow(), 9, 0)))), Code::Admit);
    store.look(&mut |live| {
        assert_eq!(live.day.date, tomorrow());
        assert_eq!(live.gate.readings(MAIN), 1);
        assert!(!live.day.bookings.contains_key(&made.booking.id));
    });
    store.turn_to(today()).unwrap();
    assert_eq!(inside(&*store, made.booking.id), 1);
    store.look(&mut |live| assert_eq!(live.gate.readings(MAIN), 1));
}

pub fn a_late_entry_belongs_to_the_day_it_happened_on(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let made = booked(&*store, 1, wish(9, 0, 1));
    let shown = read(text(&made).as_bytes());
    let late = Act::Scan { shown, via: Via::Typed, look: false, late: Some((at(9, 5), 1)) };
    let answer = store.act(gesture(2, MAIN, late, on(tomorrow(), 8, 0))).unwrap();
    assert!(answer.outcome.unwrap().unwrap().marks.contains(&Mark::LateEntry));
    store.turn_to(today()).unwrap();
    assert_eq!(inside(&*store, made.booking.id), 1);
}

pub fn facts_that_are_no_gesture_are_kept_once(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let opened = |what| vec![Event::Opened { what, at: at(9, 0), by: Some(ANNA), booking: None }];
    let caller = caller(1, MAIN, at(9, 0));
    store.record(&caller, opened(Opened::Search)).unwrap();
    store.record(&caller, opened(Opened::Search)).unwrap();
    assert!(matches!(store.record(&caller, opened(Opened::Names)), Err(StoreError::KeyReused)));
    let rows = store.journal(0, 100).unwrap();
    assert_eq!(rows.iter().filter(|row| matches!(row.event, Event::Opened { .. })).count(), 1);
}

pub fn a_receipt_held_until_a_moment_ago_repeats_its_verdict(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let made = booked(&*store, 1, wish(9, 0, 1));
    let text = made.receipt.as_deref().unwrap();
    assert_eq!(verdict(store.act(scan(2, MAIN, text, at(9, 0)))), Code::Admit);
    store.held(key(2), at(9, 5));
    let again = store.act(scan(3, MAIN, text, at(9, 5).plus_seconds(60))).unwrap().outcome.unwrap().unwrap();
    assert_eq!((again.verdict.code(), again.marks.as_slice()), (Code::Admit, [Mark::AlreadyRead].as_slice()));
    assert_eq!(again.first_read_at, Some(at(9, 0)));
    assert_eq!(verdict(store.act(scan(4, MAIN, text, at(9, 5).plus_seconds(61)))), Code::AlreadyInside);
    assert_eq!(inside(&*store, made.booking.id), 1);
}

pub fn every_gesture_of_a_batch_knows_what_is_held(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let made = booked(&*store, 1, wish(9, 0, 1));
    let text = made.receipt.as_deref().unwrap();
    assert_eq!(verdict(store.act(scan(2, MAIN, text, at(9, 0)))), Code::Admit);
    // Some of these are decided together, on a draft.
    let together = |first: u128, now| {
        let codes = std::thread::scope(|scope| {
            let all: Vec<_> = (0..8)
                .map(|n| {
                    let store = &*store;
                    scope.spawn(move || verdict(store.act(scan(first + n, MAIN, text, now))))
                })
                .collect();
            all.into_iter().map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
        });
        assert!(codes.windows(2).all(|pair| pair[0] == pair[1]), "{codes:?}");
        codes[0]
    };
    assert_eq!(together(100, at(9, 0).plus_seconds(30)), Code::Admit);
    store.held(key(2), at(9, 5));
    assert_eq!(together(200, at(9, 6)), Code::Admit);
    assert_eq!(together(300, at(9, 6).plus_seconds(1)), Code::AlreadyInside);
    assert_eq!(inside(&*store, made.booking.id), 1);
}
