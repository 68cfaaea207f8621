// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The fold gives the same state for every order of arrival, and no receipt lets in more than its party.

use std::collections::HashMap;

use proptest::prelude::*;

use super::super::{Act, Event, GateState, Gesture, Refused, Stamp, Station, UnbookedReason, Via, highest_number};
use crate::{
    booking::{Booking, Day},
    ids::{BookingId, GateId, GestureKey, StationId},
    receipt::{ShortCode, Shown},
    testing::{FRONT, LOBBY, PALACE, REGISTRY, SIDE, World, issue},
    time::Millis,
};

/// One thing done at a door, so many seconds after the one before.
#[derive(Debug, Clone)]
enum Move {
    Scan { who: usize, gesture: Gesture, look: bool },
    Persons(u8),
    Confirm,
    Refuse,
    Overrule,
    Annul { back: usize },
    Unbooked(u8),
    WalkIn(u8),
    Undo,
    Left(u8),
    Served { who: usize },
    Paper { who: usize, minutes_ago: u8, persons: u8 },
}

const BOOKINGS: usize = 4;
const GATES: [GateId; 2] = [FRONT, SIDE];

fn any_move() -> impl Strategy<Value = Move> {
    let who = 0..BOOKINGS;
    let gesture = prop_oneof![6 => Just(Gesture::Enter), 3 => Just(Gesture::Exit), 1 => Just(Gesture::Arrive)];
    prop_oneof![
        10 => (who.clone(), gesture, prop::bool::weighted(0.1)).prop_map(|(who, gesture, look)| Move::Scan { who, gesture, look }),
        3 => (0_u8..5).prop_map(Move::Persons),
        2 => Just(Move::Confirm),
        1 => Just(Move::Refuse),
        1 => Just(Move::Overrule),
        1 => (0_usize..6).prop_map(|back| Move::Annul { back }),
        2 => (1_u8..4).prop_map(Move::Unbooked),
        1 => (1_u8..3).prop_map(Move::WalkIn),
        1 => Just(Move::Undo),
        2 => (1_u8..4).prop_map(Move::Left),
        1 => who.clone().prop_map(|who| Move::Served { who }),
        1 => (who, 0_u8..30, 1_u8..4).prop_map(|(who, minutes_ago, persons)| Move::Paper { who, minutes_ago, persons }),
    ]
}

/// A day with four bookings: of one person, of three, with a document, of two with assistance.
fn court(re_entry: bool) -> World {
    let mut world = World::new();
    world.policy().re_entry = re_entry;
    for n in 0..BOOKINGS {
        let booking = Booking {
            id: id(n),
            persons: [1, 3, 2, 2][n],
            check_id: n == 2,
            assistance: n == 3,
            issues: vec![issue(100 + n as u64, world.booking.decided_at, crate::booking::IssueCause::First)],
            ..world.other.clone()
        };
        world.day.put(booking);
    }
    world
}

fn id(n: usize) -> BookingId {
    BookingId::new(500 + n as u64)
}

fn code(n: usize) -> Shown {
    Shown::Code(ShortCode::from_bits(100 + n as u64))
}

fn is_allowed(step: &Move, staff: bool) -> bool {
    staff || !matches!(step, Move::Overrule | Move::Annul { .. } | Move::Paper { .. } | Move::Served { .. })
}

/// Plays moves at one gate, or at both as they come (`gate` none).
fn play(world: &mut World, gate: Option<usize>, moves: &[(Move, u8, usize)], staff: bool) {
    let mut now = world.booking.start.minus_minutes(20);
    for (step, seconds, at) in moves.iter().filter(|(step, ..)| is_allowed(step, staff)) {
        now = now.plus_seconds(i64::from(*seconds) * 4);
        let gate = GATES[gate.unwrap_or(*at)];
        let station = world.station(gate, Gesture::Enter);
        let last = world.scans.last().copied().unwrap_or(GestureKey(0));
        let scan = |who: usize, look| Act::Scan { shown: code(who), via: Via::Typed, look, late: None };
        let (act, station) = match *step {
            Move::Scan { who, gesture: Gesture::Arrive, look } => {
                (scan(who, look), Station { arrive_enters: true, ..world.station(LOBBY, Gesture::Arrive) })
            }
            Move::Scan { who, gesture, look } => (scan(who, look), Station { gesture, ..station }),
            Move::Persons(persons) => (Act::Persons { scan: last, persons }, station),
            Move::Confirm => (Act::ConfirmId { scan: last }, station),
            Move::Refuse => (Act::RefuseId { scan: last }, station),
            Move::Overrule => (Act::Overrule { scan: last, reason: "other".into() }, station),
            Move::Annul { back } => {
                let scan = world.scans.iter().rev().nth(back).copied().unwrap_or(last);
                (Act::Annul { scan, reason: "other".into() }, station)
            }
            Move::Unbooked(persons) => {
                (Act::Unbooked { reason: UnbookedReason::Lawyer, persons, office: None }, station)
            }
            Move::WalkIn(persons) => {
                (Act::Unbooked { reason: UnbookedReason::WalkIn, persons, office: Some(REGISTRY) }, station)
            }
            Move::Undo => {
                let scan = world.state.last_unbooked(gate).map_or(last, |(key, ..)| key);
                (Act::Annul { scan, reason: "other".into() }, station)
            }
            Move::Left(persons) => (Act::Left { persons }, station),
            Move::Served { who } => {
                world.append(now, station.id, Event::Served { booking: id(who), at: now });
                continue;
            }
            Move::Paper { who, minutes_ago, persons } => {
                let late = Some((now.minus_minutes(i64::from(minutes_ago)), persons));
                (Act::Scan { shown: code(who), via: Via::Typed, look: false, late }, station)
            }
        };
        let actor = staff.then(World::supervisor);
        match world.act(&act, &station, actor, now) {
            Ok(_)
            | Err(
                Refused::NotAllowed(_)
                | Refused::NoSuchScan
                | Refused::NotTheLatest
                | Refused::NoEntry
                | Refused::NotOverrulable
                | Refused::AlreadyDone
                | Refused::Lapsed
                | Refused::Number(_)
                | Refused::Reason
                | Refused::NoPlace
                | Refused::ClockTooFar,
            ) => {}
        }
    }
}

/// Everything that a person could see of a state.
fn seen(state: &GateState, day: &Day, from: Millis) -> String {
    let mut told = String::new();
    let mut tell = |what: &str, value: &dyn std::fmt::Debug| told += &format!("{what}: {value:?}\n");
    let minutes = || (0..300).step_by(7).map(|m| from.plus_minutes(m - 30));
    for n in 0..BOOKINGS {
        tell("presence", &state.presence(id(n)));
        for gate in GATES {
            for at in minutes() {
                tell("repeats", &(state.repeats(gate, id(n), at), state.repeats_exit(gate, id(n), at)));
            }
            tell("first", &(state.first_read_at(gate, id(n)), state.first_exit_at(gate, id(n))));
        }
    }
    for at in minutes() {
        tell("inside", &state.occupancy(PALACE, at));
    }
    tell("conflicts", &state.conflicts(day));
    for gate in GATES {
        tell("latest", &(state.latest(gate), state.readings(gate), state.last_unbooked(gate)));
        for at in minutes() {
            let awaiting = state.awaiting_document(gate, at);
            tell("awaiting", &awaiting.iter().map(|f| f.scan).collect::<Vec<_>>());
        }
    }
    tell("walk-ins", &state.walk_ins(REGISTRY));
    let mut scans: Vec<_> = state.scans().map(|f| (f.scan, highest_number(state, f), state.original(f.scan))).collect();
    scans.sort_unstable();
    tell("numbers", &scans);
    told
}

fn fold(facts: &[(Stamp, Event)]) -> GateState {
    let mut state = GateState::default();
    facts.iter().for_each(|(stamp, event)| state.apply(*stamp, event));
    state
}

fn moves(n: usize) -> impl Strategy<Value = Vec<(Move, u8, usize)>> {
    prop::collection::vec((any_move(), 0_u8..40, 0..GATES.len()), 0..n)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn every_order_of_arrival_gives_the_same_state(
        front in moves(40), side in moves(40), re_entry: bool, keys in prop::collection::vec(any::<u64>(), 90)
    ) {
        let (mut one, mut other) = (court(re_entry), court(re_entry));
        other.keys_from = 1_000;
        play(&mut one, Some(0), &front, true);
        play(&mut other, Some(1), &side, true);
        // A lobby serves both, as a station of its own for each.
        let elsewhere = |(stamp, event): &(Stamp, Event)| {
            (Stamp { origin: StationId(stamp.origin.0 + 100), ..*stamp }, event.clone())
        };
        let mut facts: Vec<_> = one.facts.iter().cloned().chain(other.facts.iter().map(elsewhere)).collect();
        let (day, from) = (one.day.clone(), one.booking.start);
        facts.sort_by_key(|(stamp, _)| *stamp);
        let in_order = seen(&fold(&facts), &day, from);
        let mut shuffled: Vec<_> = facts.iter().zip(keys.iter().cycle()).collect();
        shuffled.sort_by_key(|(fact, key)| (**key, fact.0));
        let shuffled: Vec<_> = shuffled.into_iter().map(|(fact, _)| fact.clone()).collect();
        prop_assert_eq!(&in_order, &seen(&fold(&shuffled), &day, from));
        facts.reverse();
        prop_assert_eq!(&in_order, &seen(&fold(&facts), &day, from));
    }

    #[test]
    fn gates_that_talk_never_let_in_more_than_the_party(moves in moves(80), re_entry: bool) {
        let mut world = court(re_entry);
        play(&mut world, None, &moves, false);
        let mut inside: HashMap<BookingId, (u32, u32)> = HashMap::new();
        for (_, event) in &world.facts {
            // Of a document asked for the scan lets in nobody: confirming does.
            let scan = match event {
                Event::Scan(fact) if fact.enters > 0 || fact.leaves > 0 => fact.scan,
                Event::IdConfirmed { scan, .. } => *scan,
                _ => continue,
            };
            let row = world.state.scan_state(scan).expect("a scan");
            let visitor = row.fact.as_ref().and_then(|f| f.visitor).expect("a visitor");
            let (there, ever) = inside.entry(visitor.booking).or_default();
            *there = (*there + u32::from(row.entered())).saturating_sub(u32::from(row.left()));
            *ever += u32::from(row.entered());
            let party = u32::from(visitor.persons);
            prop_assert!(*there <= party, "{there} of a party of {party} are inside");
            prop_assert!(re_entry || *ever <= party, "{ever} of a party of {party} were let in");
        }
        prop_assert_eq!(world.state.conflicts(&world.day), []);
    }

    #[test]
    fn one_receipt_at_two_gates_cut_off_is_one_conflict(first in 0_i64..2_000, second in 0_i64..2_000) {
        prop_assume!(first != second);
        let (mut one, mut other) = (World::new(), World::new());
        other.keys_from = 1_000;
        let start = one.booking.start;
        for (world, gate, at) in [(&mut one, FRONT, first), (&mut other, SIDE, second)] {
            let station = world.station(gate, Gesture::Enter);
            let act = Act::Scan { shown: Shown::Code(world.booking.issues[0].code), via: Via::Typed, look: false, late: None };
            world.act(&act, &station, None, start.plus_seconds(at)).expect("a scan");
        }
        let facts = [one.facts, other.facts].concat();
        let state = fold(&facts);
        let conflicts = state.conflicts(&one.day);
        prop_assert_eq!(conflicts.len(), 1);
        let earliest = if first < second { GestureKey(1) } else { GestureKey(1_001) };
        prop_assert_eq!(conflicts[0].before, Some(earliest));
        prop_assert_eq!(state.scans().count(), 2);
        prop_assert_eq!(state.inside(PALACE, start.plus_seconds(first.max(second))), 2);
    }
}
