// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Whatever is known, whoever asks and whenever: there is an answer, and nothing panics.

use proptest::prelude::*;

use super::super::{
    Act, ConflictKind, Event, GateState, Gesture, InputKind, ScanFact, Scene, Stamp, Station, UnbookedReason, Via, act,
    walk_in_left,
};
use crate::{
    access::{Actor, Grants, Role},
    booking::Day,
    ids::{BookingId, GateId, GestureKey, OfficeId, PersonId, SiteId, StationId},
    receipt::{KeyId, ShortCode, Shown, read},
    testing::World,
    time::Millis,
    verdict::{Code, Mark, Visitor},
};

fn any_time() -> impl Strategy<Value = Millis> {
    prop_oneof![
        4 => (0_i64..200_000_000).prop_map(|ms| Millis(1_789_600_000_000 + ms)),
        1 => any::<i64>().prop_map(Millis),
        1 => prop_oneof![Just(i64::MIN), Just(i64::MAX), Just(0)].prop_map(Millis),
    ]
}

fn any_key() -> impl Strategy<Value = GestureKey> {
    (0_u128..12).prop_map(GestureKey)
}

fn any_gesture() -> impl Strategy<Value = Gesture> {
    prop_oneof![Just(Gesture::Enter), Just(Gesture::Arrive), Just(Gesture::Exit)]
}

fn any_gate() -> impl Strategy<Value = (GateId, SiteId)> {
    (0_u32..6, 0_u32..4).prop_map(|(gate, site)| (GateId(gate), SiteId(site)))
}

prop_compose! {
    fn any_visitor()(booking in 0_u64..4, office in 0_u32..4, site in 0_u32..4, start in any_time(), end in any_time(), persons: u8, assistance: bool) -> Visitor {
        Visitor { booking: BookingId::new(booking), office: OfficeId(office), site: SiteId(site), service: None, start, end, persons, assistance }
    }
}

fn any_input() -> impl Strategy<Value = InputKind> {
    prop_oneof![
        (any::<u64>(), any::<u16>(), any::<u32>(), any::<u128>()).prop_map(|(booking, kid, issued_at, digest)| {
            InputKind::Receipt { booking: BookingId::new(booking), kid: KeyId(kid), issued_at, digest }
        }),
        prop::option::of(any::<u64>().prop_map(BookingId::new)).prop_map(InputKind::Code),
        Just(InputKind::Damaged),
    ]
}

prop_compose! {
    fn any_scan()(
        scan in any_key(), at_gate in any_gate(), gesture in any_gesture(), at in any_time(), verdict in 0..Code::ALL.len(),
        visitor in prop::option::of(any_visitor()), input in any_input(), mark in 0..Mark::ALL.len(), counts in any::<(u8, u8, u8)>(), out_at in any_time()
    ) -> Event {
        Event::Scan(ScanFact {
            scan, gate: at_gate.0, site: at_gate.1, gesture, at, via: Via::Typed,
            input,
            verdict: Code::ALL[verdict], visitor, marks: vec![Mark::ALL[mark]],
            enters: counts.0, leaves: counts.1, inside_before: counts.2, out_at, by: None,
        })
    }
}

fn any_event() -> impl Strategy<Value = Event> {
    let by = PersonId(1);
    prop_oneof![
        6 => any_scan(),
        1 => (any_key(), any::<u8>()).prop_map(|(scan, persons)| Event::Persons { scan, persons, by: None }),
        1 => (any_key(), any_time(), any::<u8>()).prop_map(|(scan, at, enters)| Event::IdConfirmed { scan, at, enters, by: None }),
        1 => (any_key(), any_time()).prop_map(|(scan, at)| Event::IdRefused { scan, at, by: None }),
        1 => (any_key(), any_time(), any::<u8>(), any_time()).prop_map(move |(scan, at, enters, out_at)| {
            Event::Overridden { scan, at, enters, reason: "other".into(), by, reported: true, out_at }
        }),
        1 => (any_key(), any_time()).prop_map(|(scan, at)| Event::Annulled { scan, at, reason: "other".into(), by: None }),
        1 => (any_key(), any_gate(), any_time(), any::<u8>(), any_time()).prop_map(|(entry, (gate, site), at, persons, out_at)| {
            Event::Unbooked { entry, gate, site, at, reason: UnbookedReason::WalkIn, persons, office: Some(OfficeId(1)), out_at, by: None }
        }),
        1 => (any_key(), 0_u32..4, any_time(), any::<u8>()).prop_map(|(key, site, at, persons)| Event::Left { key, site: SiteId(site), at, persons }),
        1 => (0_u64..4, any_time()).prop_map(|(booking, at)| Event::Served { booking: BookingId::new(booking), at }),
        1 => (any_gate(), any_time(), any_time(), any_time()).prop_map(move |((gate, _), machine, stated, until)| Event::ClockStated { gate, machine, stated, until, by }),
        1 => (any_key(), any_gate(), any_time()).prop_map(|(call, (gate, _), at)| Event::Called { call, gate, at }),
    ]
}

/// A day in which anything may stand.
fn any_day() -> impl Strategy<Value = Day> {
    let numbers = (any::<u32>(), any::<u32>(), any::<u32>(), prop::option::of(any::<u32>()), any::<u32>());
    (numbers, any_time(), any_time(), any_time(), any::<[bool; 5]>(), any::<u8>(), 0_u32..4).prop_map(
        |(
            (early, late, minutes, maximum, stay),
            start,
            end,
            decided_at,
            [check, re_entry, kept, blocked, whole],
            persons,
            office,
        )| {
            let mut world = World::new();
            world.given("office closed announced 08:00, lost 08:40");
            let policy = world.policy();
            (policy.early_minutes, policy.late_minutes, policy.check_id, policy.re_entry) =
                (early, late, check, re_entry);
            (world.site().maximum, world.site().presumed_stay_minutes) = (maximum, stay);
            world.day.services.values_mut().for_each(|s| s.minutes = minutes);
            let booking = &mut world.booking;
            (booking.start, booking.end, booking.persons, booking.office) = (start, end, persons, OfficeId(office));
            booking.id = BookingId::new(1);
            booking.check_id = check;
            if kept {
                booking.decided_at = decided_at;
            }
            if blocked {
                booking.block = Some(crate::booking::Block { since: decided_at });
            }
            if !whole {
                world.day.sites.clear();
                world.day.schedules.clear();
            }
            world.day.put(world.booking.clone());
            world.day
        },
    )
}

fn any_act() -> impl Strategy<Value = Act> {
    let shown = prop_oneof![
        4 => (0_u64..4).prop_map(|bits| Shown::Code(ShortCode::from_bits(bits))),
        2 => Just(World::new().receipt(0)),
        1 => prop::collection::vec(any::<u8>(), 0..300).prop_map(|bytes| read(&bytes)),
    ];
    let late = prop::option::of((any_time(), any::<u8>()));
    let office = prop::option::of((0_u32..4).prop_map(OfficeId));
    let reason = prop_oneof![Just("other".to_owned()), any::<String>()];
    prop_oneof![
        6 => (shown, any::<bool>(), late).prop_map(|(shown, look, late)| Act::Scan { shown, via: Via::Typed, look, late }),
        1 => (any_key(), any::<u8>()).prop_map(|(scan, persons)| Act::Persons { scan, persons }),
        1 => any_key().prop_map(|scan| Act::ConfirmId { scan }),
        1 => any_key().prop_map(|scan| Act::RefuseId { scan }),
        1 => (any_key(), reason.clone()).prop_map(|(scan, reason)| Act::Overrule { scan, reason }),
        1 => (any_key(), reason).prop_map(|(scan, reason)| Act::Annul { scan, reason }),
        1 => (any::<u8>(), office).prop_map(|(persons, office)| Act::Unbooked { reason: UnbookedReason::WalkIn, persons, office }),
        1 => any::<u8>().prop_map(|persons| Act::Left { persons }),
        1 => any_time().prop_map(|stated| Act::StateClock { stated }),
        1 => Just(Act::Call),
        1 => (any_key(), prop_oneof![Just(ConflictKind::Reported), Just(ConflictKind::Called)])
            .prop_map(|(scan, of)| Act::TakeConflict { of, scan }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn every_fact_is_read_from_json_as_it_was_written(event in any_event()) {
        let text = serde_json::to_string(&event).expect("JSON");
        prop_assert_eq!(serde_json::from_str::<Event>(&text).expect("a fact"), event);
    }

    #[test]
    fn any_gesture_on_any_state_has_an_answer(
        facts in prop::collection::vec(any_event(), 0..40), acts in prop::collection::vec((any_act(), any_time(), any_gesture(), any_gate()), 1..12),
        day in any_day(), arrive_enters: bool, supervisor: bool
    ) {
        let mut state = GateState::default();
        let mut seq = 0;
        let mut stamp = || {
            seq += 1;
            Stamp { hlc: seq, origin: StationId(1), seq }
        };
        for fact in &facts {
            state.apply(stamp(), fact);
        }
        for (n, (gesture, now, does, (gate, site))) in acts.iter().enumerate() {
            let station = Station { id: StationId(2), gate: *gate, site: *site, gesture: *does, arrive_enters };
            let role = if supervisor { Role::Supervisor } else { Role::Steward };
            let scene = Scene {
                key: GestureKey(100 + n as u128),
                station: &station,
                actor: Some(Actor { person: PersonId(1), role }),
                grants: Grants::default(),
                now: *now,
                machine: *now,
                clock_unsafe: false,
                not_recorded: false,
            };
            if let Ok(acted) = act(gesture, &scene, &day, &state) {
                for event in &acted.events {
                    state.apply(stamp(), event);
                }
            }
            state.saw(GestureKey(n as u128), *now);
            let _ = state.occupancy(*site, *now).inside();
            let _ = walk_in_left(&day, &state, OfficeId(1), *now);
            let _ = state.awaiting_document(*gate, *now).len();
            let _ = state.conflicts(&day).len();
            let _ = state.clock(*gate, *now);
        }
    }
}
