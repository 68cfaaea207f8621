// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use std::collections::{BTreeMap, HashMap};

use chrono::{Days, NaiveDate};
use rand::{Rng, SeedableRng, rngs::StdRng};
use varco_core::{
    booking::{Booking, By, IssueCause, Status},
    ids::{BookingId, ExceptionId},
    receipt::{Receipt, name_key},
    schedule::{
        Audience, BothLanguages, Dates, Effect, Hours, Level, Pool, capacity_at,
        closure::{Draft, DraftFault, Proposal, Wanted},
    },
    time::{Millis, cells},
    verdict::Code,
};

use super::{Fresh, court::*};
use crate::{
    BookRefusal, BookingChange, Contact, Details, HistoryOf, NewBooking, Store, Structure,
    closure::{Close, CloseRefusal, Closed, Decided, Decision, MessageKind, MessageState, MessageTexts, Planned},
    seal::Opener,
};

fn closed_on(dates: Dates, hours: Option<Hours>) -> Draft {
    let effect =
        Effect::Closed { reason_it: "disinfestazione".into(), reason_en: "pest control".into(), what_to_do: None };
    Draft { replaces: None, wanted: Some(Wanted { level: Level::Office(REGISTRY), dates, hours, effect }) }
}

fn tomorrow() -> NaiveDate {
    today() + Days::new(1)
}

fn day_off() -> Draft {
    closed_on(Dates::Day { date: tomorrow() }, None)
}

pub(super) fn texts() -> MessageTexts {
    let both = |it: &str, en: &str| BothLanguages { it: it.into(), en: en.into() };
    MessageTexts {
        moved: both("Spostato a {new}", "Moved to {new}"),
        cancelled: both("Annullato", "Cancelled"),
        kept: both("Confermato", "Confirmed"),
    }
}

fn plan(store: &dyn Store, draft: &Draft) -> Planned {
    store.plan_closure(draft, at(8, 0)).unwrap().unwrap()
}

/// All as proposed.
fn as_proposed(draft: &Draft, planned: &Planned) -> Close {
    let decided = |hit: &varco_core::schedule::closure::Hit| {
        let decision = match hit.proposal {
            Proposal::Move { start } => Decision::Move { start },
            Proposal::Keep => Decision::Keep,
            Proposal::Cancel { .. } => Decision::Cancel,
        };
        Decided { booking: hit.held.booking.id, decision }
    };
    let decisions = planned.hits.iter().map(decided).collect();
    Close { draft: draft.clone(), seen: planned.seen.clone(), decisions, texts: texts() }
}

fn close(store: &dyn Store, number: u128, close: Close) -> Result<Closed, CloseRefusal> {
    store.close(key(number), CARLA, close, None, at(8, 0)).unwrap()
}

fn undo(store: &dyn Store, number: u128, id: ExceptionId, now: Millis) -> Result<Closed, CloseRefusal> {
    store.undo_closure(key(number), CARLA, id, now).unwrap()
}

fn wished(date: NaiveDate, hour: u32, minute: u32) -> NewBooking {
    NewBooking {
        start: on(date, hour, minute),
        names: vec![format!("Persona {hour}{minute:02}")],
        contact: Contact { phone: Some("0573 000111".into()), email: None },
        ..wish(9, 0, 1)
    }
}

fn now(store: &dyn Store) -> Structure {
    let mut seen = None;
    store.look(&mut |live| seen = Some(live.structure.clone()));
    seen.unwrap()
}

/// All that is there at a moment, but the journal and the history: setup, bookings, their names, and what is free.
fn present(store: &dyn Store, bookings: &[BookingId]) -> String {
    let names = unlocked(store, ANNA, PASSPHRASE);
    let booked: Vec<Option<Booking>> = bookings.iter().map(|id| store.booking(*id).unwrap()).collect();
    let details: Vec<Option<Details>> =
        bookings.iter().map(|id| store.details_by_names_key(*id, &names).unwrap()).collect();
    let free = |days: u64| {
        let places = store.places(REGISTRY, Some(COPIES), Audience::All, today() + Days::new(days)).unwrap();
        places.iter().map(|p| (p.start.0, p.desks_left, p.persons_left)).collect::<Vec<_>>()
    };
    let free: Vec<_> = (0..8).map(free).collect();
    serde_json::to_string(&(now(store), booked, details, free)).unwrap()
}

/// Bookings of tomorrow, at each half-hour from nine.
fn filled(store: &dyn Store, many: u32) -> Vec<BookingId> {
    let made = |n: u32| booked(store, u128::from(100 + n), wished(tomorrow(), 9 + n / 2, n % 2 * 30)).booking.id;
    (0..many).map(made).collect()
}

pub fn a_closure_moves_keeps_and_cancels_as_decided_and_the_door_knows(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let receipts: Vec<_> =
        (0..3).map(|n| booked(&*store, 100 + n, wished(tomorrow(), 9 + u32::try_from(n).unwrap(), 0))).collect();
    let planned = plan(&*store, &day_off());
    let mut wanted = as_proposed(&day_off(), &planned);
    let Decision::Move { start } = wanted.decisions[0].decision else { panic!("{wanted:?}") };
    wanted.decisions[1].decision = Decision::Keep;
    wanted.decisions[2].decision = Decision::Cancel;
    let closed = close(&*store, 1, wanted).unwrap();
    assert_eq!((closed.moved, closed.kept, closed.cancelled), (1, 1, 1));
    assert_eq!(closed.held_until, at(8, 15));

    let booking = |n: usize| store.booking(receipts[n].booking.id).unwrap().unwrap();
    assert_eq!((booking(0).start, booking(0).decided_at), (start, at(8, 0)));
    assert_eq!(booking(0).latest_issue().unwrap().cause, IssueCause::Moved);
    assert_eq!(booking(1), Booking { decided_at: at(8, 0), ..receipts[1].booking.clone() });
    assert!(matches!(booking(2).status, Status::Cancelled(c) if c.by == By::Office));
    store.turn_to(tomorrow()).unwrap();
    let shown = |n: usize, number, hour| {
        let receipt = receipts[n].receipt.as_deref().unwrap();
        verdict(store.act(scan(number, MAIN, receipt, on(tomorrow(), hour, 0))))
    };
    assert_eq!((shown(0, 10, 9), shown(1, 11, 10), shown(2, 12, 11)), (Code::WrongDay, Code::Admit, Code::Cancelled));
    assert_eq!(store.book(key(13), wished(tomorrow(), 12, 0), at(8, 1)).unwrap(), Err(BookRefusal::Closed(closed.id)));

    let rows = store.closures(at(8, 5)).unwrap();
    assert_eq!((rows[0].done, rows[0].by, rows[0].held, rows[0].left), (Some(closed), Some(CARLA), 3, 0));
    assert!(rows[0].can_undo);
    let messages = store.messages(closed.id, at(8, 5)).unwrap();
    let kinds: Vec<_> = messages.iter().map(|m| (m.kind, m.state)).collect();
    let held = MessageState::Held;
    assert_eq!(kinds, [(MessageKind::Moved, held), (MessageKind::Kept, held), (MessageKind::Cancelled, held)]);
    let history = store.history(&HistoryOf { kind: Some("closure".into()), ..HistoryOf::default() }, 9).unwrap();
    assert_eq!((history.len(), history[0].person), (1, Some(CARLA)));
    assert_sound(&*store);
}

pub fn what_was_booked_or_taken_meanwhile_stops_a_closure_and_nothing_is_saved(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let mut ids = filled(&*store, 4);
    let wanted = as_proposed(&day_off(), &plan(&*store, &day_off()));
    ids.push(booked(&*store, 1, wished(tomorrow(), 12, 0)).booking.id);
    let before = present(&*store, &ids);
    let stale = CloseRefusal::Stale { new: vec![ids[4]], gone: vec![] };
    assert_eq!(close(&*store, 2, wanted), Err(stale));

    // Somebody cancels.
    let wanted = as_proposed(&day_off(), &plan(&*store, &day_off()));
    let cancel = BookingChange::Cancel { by: By::Holder, replaced_by: None };
    store.change(key(3), ids[4], cancel, None, at(8, 0)).unwrap().unwrap();
    let gone = CloseRefusal::Stale { new: vec![], gone: vec![ids[4]] };
    assert_eq!(close(&*store, 4, wanted), Err(gone));
    ids.pop();

    // A place that was proposed is booked by others: the exception is not saved either, nor the moves before it.
    let wanted = as_proposed(&day_off(), &plan(&*store, &day_off()));
    let last = wanted.decisions[3];
    let Decision::Move { start } = last.decision else { panic!("{last:?}") };
    for number in 5..9 {
        let _ = store.book(key(number), NewBooking { start, ..wish(9, 0, 1) }, at(8, 0)).unwrap();
    }
    let taken = present(&*store, &ids);
    assert!(matches!(close(&*store, 9, wanted), Err(CloseRefusal::PlaceGone(_))));
    assert_eq!(present(&*store, &ids), taken);
    assert!(store.closures(at(8, 0)).unwrap().is_empty() && before != taken);
    // Two in one place by hand.
    let mut twice = as_proposed(&day_off(), &plan(&*store, &day_off()));
    let one = twice.decisions[0].decision;
    twice.decisions.iter_mut().for_each(|decided| decided.decision = one);
    assert!(matches!(close(&*store, 10, twice), Err(CloseRefusal::PlaceGone(_))));
    // A text without a word, a draft that cannot be.
    let mut silent = as_proposed(&day_off(), &plan(&*store, &day_off()));
    silent.texts.moved.en = " ".into();
    assert_eq!(close(&*store, 11, silent), Err(CloseRefusal::Text("texts.moved")));
    let past = closed_on(Dates::Day { date: today() - Days::new(1) }, None);
    let refused = store.plan_closure(&past, at(8, 0)).unwrap();
    assert!(matches!(refused, Err(CloseRefusal::Faults(faults)) if matches!(faults[..], [DraftFault::Past { .. }])));
    assert_eq!(present(&*store, &ids), taken);
    assert_sound(&*store);
}

pub fn the_same_closure_twice_is_made_once(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    filled(&*store, 2);
    let wanted = as_proposed(&day_off(), &plan(&*store, &day_off()));
    let closed = close(&*store, 1, wanted.clone()).unwrap();
    assert_eq!(close(&*store, 1, wanted).unwrap(), closed);
    assert_eq!(store.closures(at(8, 0)).unwrap().len(), 1);
    let back = undo(&*store, 2, closed.id, at(8, 1)).unwrap();
    assert_eq!(undo(&*store, 2, closed.id, at(8, 1)).unwrap(), back);
    assert_eq!(undo(&*store, 3, closed.id, at(8, 1)), Err(CloseRefusal::Unknown));
}

pub fn a_closure_taken_back_leaves_everything_as_it_was(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let ids = filled(&*store, 6);
    let before = present(&*store, &ids);
    let names = Opener::Names(unlocked(&*store, ANNA, PASSPHRASE));
    let mut wanted = as_proposed(&day_off(), &plan(&*store, &day_off()));
    wanted.decisions[4].decision = Decision::Keep;
    wanted.decisions[5].decision = Decision::Cancel;
    let closed = store.close(key(1), CARLA, wanted, Some(&names), at(8, 0)).unwrap().unwrap();
    assert_ne!(present(&*store, &ids), before);
    let code = store.booking(ids[0]).unwrap().unwrap().latest_issue().unwrap().code;
    undo(&*store, 2, closed.id, at(8, 10)).unwrap();
    assert_eq!(present(&*store, &ids), before);
    let mut known = true;
    store.look(&mut |live| known = live.day.codes.contains_key(&code));
    assert!(!known, "a receipt that nobody got is known no more");
    let messages = store.messages(closed.id, at(8, 10)).unwrap();
    assert!(messages.iter().all(|message| message.state == MessageState::Withdrawn));
    assert_sound(&*store);
}

pub fn what_people_were_told_is_not_taken_back_in_silence(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let ids = filled(&*store, 2);
    let first = close(&*store, 1, as_proposed(&day_off(), &plan(&*store, &day_off()))).unwrap();
    assert_eq!(undo(&*store, 2, first.id, at(8, 15)), Err(CloseRefusal::Left), "a quarter of an hour has passed");
    assert_eq!(store.release(first.id, false, at(8, 5)).unwrap(), Ok(2));
    assert_eq!(undo(&*store, 3, first.id, at(8, 6)), Err(CloseRefusal::Left));
    let rows = store.closures(at(8, 6)).unwrap();
    assert_eq!((rows[0].held, rows[0].left, rows[0].can_undo), (0, 2, false));
    assert_eq!(store.release(first.id, true, at(8, 7)).unwrap(), Ok(0));
    let messages = store.messages(first.id, at(8, 7)).unwrap();
    let printed = (MessageState::Printed, Some(at(8, 5)));
    assert!(messages.iter().all(|m| (m.state, m.released_at) == printed));
    // It is lifted instead: what was moved stays moved.
    let moved = store.booking(ids[0]).unwrap();
    let lifted = Draft { replaces: Some(first.id), wanted: None };
    let planned = plan(&*store, &lifted);
    assert!(planned.hits.is_empty());
    close(&*store, 4, as_proposed(&lifted, &planned)).unwrap();
    assert!(now(&*store).schedules[0].exceptions.is_empty());
    assert_eq!(store.booking(ids[0]).unwrap(), moved);
    assert_eq!(store.release(ExceptionId(77), false, at(8, 9)).unwrap(), Err(CloseRefusal::Unknown));
    assert_sound(&*store);
}

pub fn what_was_changed_since_is_not_taken_back(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let ids = filled(&*store, 2);
    let closed = close(&*store, 1, as_proposed(&day_off(), &plan(&*store, &day_off()))).unwrap();
    let cancel = BookingChange::Cancel { by: By::Holder, replaced_by: None };
    store.change(key(2), ids[1], cancel, None, at(8, 1)).unwrap().unwrap();
    assert_eq!(undo(&*store, 3, closed.id, at(8, 2)), Err(CloseRefusal::ChangedSince(vec![ids[1]])));

    // What was booked in an opening would have no place without it.
    let saturday = NaiveDate::from_ymd_opt(2026, 3, 14).unwrap();
    let band = varco_core::schedule::Band { to: clock(11), ..now(&*store).schedules[0].rules[0].band };
    let mut opened = closed_on(Dates::Day { date: saturday }, None);
    opened.wanted.as_mut().unwrap().effect = Effect::Opened(band);
    let open = close(&*store, 4, as_proposed(&opened, &plan(&*store, &opened))).unwrap();
    let made = booked(&*store, 5, wished(saturday, 9, 0)).booking;
    assert_eq!(undo(&*store, 6, open.id, at(8, 2)), Err(CloseRefusal::ChangedSince(vec![made.id])));
    assert_eq!(store.booking(made.id).unwrap().unwrap(), made);
    assert_sound(&*store);
}

fn clock(hour: u32) -> chrono::NaiveTime {
    chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap()
}

pub fn a_receipt_is_printed_again_the_same_and_opens_the_names(fresh: Fresh<'_>) {
    let store = fresh();
    install(&*store);
    let ids = filled(&*store, 2);
    // Closed while the names are locked: the printed receipt opens them all the same.
    close(&*store, 1, as_proposed(&day_off(), &plan(&*store, &day_off()))).unwrap();
    let names = unlocked(&*store, ANNA, PASSPHRASE);
    for id in ids {
        let text = store.print_receipt(id, &names, at(9, 0)).unwrap().unwrap();
        assert_eq!(store.print_receipt(id, &names, at(9, 5)).unwrap().as_deref(), Some(text.as_str()));
        let receipt = Receipt::from_text(&text).unwrap();
        let booking = store.booking(id).unwrap().unwrap();
        assert_eq!(receipt.claims.start, booking.start);
        let details = store.details_by_receipt(id, &name_key(&receipt)).unwrap().unwrap();
        assert_eq!(details.contact.phone.as_deref(), Some("0573 000111"));
    }
    assert_sound(&*store);
}

/// A draft by chance.
fn by_chance(chance: &mut StdRng, rows: &[crate::closure::ClosureRow]) -> Draft {
    let mut pick = |of: u32| chance.next_u32() % of;
    let from = tomorrow() + Days::new(u64::from(pick(4)));
    let dates = Dates::Range { from, to: from + Days::new(u64::from(pick(2))) };
    let hours = (pick(2) == 0).then(|| Hours { from: clock(9 + pick(2)), to: clock(12 + pick(2)) });
    let mut draft = closed_on(dates, hours);
    let wanted = draft.wanted.as_mut().unwrap();
    match pick(4) {
        0 => wanted.level = Level::Court,
        1 => wanted.effect = Effect::Capacity { desks: 1, persons_per_slot: 2, audience: None },
        _ => {}
    }
    if !rows.is_empty() && pick(3) == 0 {
        draft.replaces = Some(rows[pick(u32::try_from(rows.len()).unwrap()) as usize].exception.id);
    }
    draft
}

pub fn closures_by_chance_never_overbook_and_taken_back_leave_all_as_it_was(fresh: Fresh<'_>) {
    for seed in 0..3_u8 {
        let store = fresh();
        install(&*store);
        let mut chance = StdRng::from_seed([seed; 32]);
        let mut ids = Vec::new();
        for n in 0..60_u32 {
            let date = tomorrow() + Days::new(u64::from(chance.next_u32() % 4));
            let new = NewBooking {
                service: [COPIES, FILING][(chance.next_u32() % 2) as usize],
                persons: 1 + u8::try_from(chance.next_u32() % 2).unwrap(),
                due_by: (n % 5 == 0).then(|| date + Days::new(2)),
                ..wished(date, 9 + n % 4, n / 4 % 2 * 30)
            };
            if let Ok(changed) = store.book(key(u128::from(1_000 + n)), new, at(7, 30)).unwrap() {
                ids.push(changed.booking.id);
            }
        }
        let mut states = vec![present(&*store, &ids)];
        let mut made = Vec::new();
        for n in 0..6 {
            let draft = by_chance(&mut chance, &store.closures(at(8, 0)).unwrap());
            let planned = plan(&*store, &draft);
            let listed: BTreeMap<u64, Booking> =
                planned.hits.iter().map(|hit| (hit.held.booking.id.get(), hit.held.booking.clone())).collect();
            let was: Vec<Booking> = ids.iter().map(|id| store.booking(*id).unwrap().unwrap()).collect();
            let closed = close(&*store, 2_000 + n, as_proposed(&draft, &planned)).unwrap();
            for booking in was.iter().filter(|booking| !listed.contains_key(&booking.id.get())) {
                let is = store.booking(booking.id).unwrap().unwrap();
                assert_eq!(&is, booking, "seed {seed}: changed and not listed");
            }
            let is: Vec<Booking> = ids.iter().map(|id| store.booking(*id).unwrap().unwrap()).collect();
            assert_holds(&now(&*store), &is, seed);
            made.push(closed.id);
            states.push(present(&*store, &ids));
        }
        assert!(!made.is_empty());
        while let Some(id) = made.pop() {
            assert_eq!(states.pop(), Some(present(&*store, &ids)), "seed {seed}");
            undo(&*store, 3_000 + u128::from(id.0), id, at(8, 5)).unwrap();
        }
        assert_eq!(states.pop(), Some(present(&*store, &ids)), "seed {seed}: all as it was");
        assert_sound(&*store);
    }
}

/// Counts every cell again from the bookings themselves.
fn assert_holds(court: &Structure, bookings: &[Booking], seed: u8) {
    let mut used: HashMap<_, (u32, u32)> = HashMap::new();
    for booking in bookings.iter().filter(|booking| booking.status == Status::Booked) {
        for cell in cells(booking.start, booking.end) {
            let cell = used.entry((cell, booking.pool)).or_default();
            *cell = (cell.0 + 1, cell.1 + u32::from(booking.persons));
        }
    }
    for ((cell, pool), (desks, persons)) in used {
        let holds = capacity_at(&court.schedules[0], cell, Pool(pool)).unwrap();
        let fits = desks <= u32::from(holds.desks) && persons <= u32::from(holds.persons);
        assert!(fits, "seed {seed}: {} would hold {desks} bookings and {persons} persons of {holds:?}", cell.start());
    }
}
