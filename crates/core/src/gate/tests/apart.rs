// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Gates that were cut off from each other, and what they agree on when they have exchanged their facts.

use super::super::{ConflictKind, Event, GateState, Stamp};
use crate::{
    ids::GestureKey,
    testing::{PALACE, SIDE, World},
};

/// The same morning at two gates that do not know of each other, then put together.
struct Apart {
    front: World,
    side: World,
}

impl Apart {
    fn new(given: &str) -> Self {
        let mut gates = Self { front: World::new(), side: World::new() };
        gates.side.keys_from = 1_000;
        for world in [&mut gates.front, &mut gates.side] {
            world.given(given);
        }
        gates
    }

    /// Plays at the front gate, or with `at side` at the side gate, each alone.
    fn play(&mut self, gesture: &str) -> String {
        if gesture.contains("at side") { self.side.play(gesture) } else { self.front.play(gesture) }
    }

    /// Both have what the other lacked. The order in which it comes does not matter.
    fn together(self) -> World {
        let (one, other) = (self.front.facts.clone(), self.side.facts.clone());
        let fold = |facts: &[(Stamp, Event)]| {
            let mut state = GateState::default();
            facts.iter().for_each(|(stamp, event)| state.apply(*stamp, event));
            state
        };
        let first = fold(&[one.clone(), other.clone()].concat());
        let second = fold(&[other, one].concat());
        let (mut a, mut b) = (self.front, self.side);
        (a.state, b.state) = (first, second);
        let booking = a.booking.id;
        assert_eq!(a.state.presence(booking), b.state.presence(booking));
        assert_eq!(a.state.conflicts(&a.day), b.state.conflicts(&a.day));
        for minute in 0..240 {
            let at = a.booking.start.plus_minutes(minute - 60);
            assert_eq!(a.state.occupancy(PALACE, at), b.state.occupancy(PALACE, at));
        }
        a.facts.extend(b.facts);
        a.scans.extend(b.scans);
        a
    }
}

#[test]
fn two_gates_admitted_the_same_receipt_both_facts_stay_and_one_conflict_is_shown() {
    let mut gates = Apart::new("booked 10:00");
    assert_eq!(gates.play("scan 10:00:30"), "admit 1");
    assert_eq!(gates.play("scan 10:00:10 at side"), "admit 1");
    let mut door = gates.together();
    let conflicts = door.state.conflicts(&door.day);
    assert_eq!(conflicts.len(), 1, "exactly one conflict reaches the supervisor");
    assert_eq!(conflicts[0].kind, ConflictKind::DoubleAdmission);
    assert_eq!(
        (conflicts[0].before, conflicts[0].scan),
        (Some(GestureKey(1_001)), GestureKey(1)),
        "the earliest keeps"
    );
    let presence = door.state.presence(door.booking.id);
    assert_eq!((presence.inside, presence.present), (1, 2), "one place, two persons");
    assert_eq!(door.play("inside 10:01"), "2");
    assert_eq!(door.play("scan 10:05"), "already_inside, 10:00:30 at front");
    // One leaves: the place is free for a return, the other still counts until they leave too.
    assert_eq!(door.play("exit 10:10"), "exit 1");
    assert_eq!(door.play("inside 10:11"), "1, 1 left");
    assert_eq!(door.play("exit 10:20"), "exit 1");
    assert_eq!(door.play("inside 10:21"), "0, 2 left");
    // Taken up, it stays; taken back, it is gone.
    assert_eq!(door.play("take double_admission #1 10:22 as supervisor"), "done");
    assert_eq!(door.play("conflicts"), "double_admission taken");
    assert_eq!(door.play("annul wrong_person #1 10:23 as supervisor"), "done");
    assert_eq!(door.play("conflicts"), "none");
}

#[test]
fn a_party_split_between_two_gates_is_no_conflict_once_the_numbers_are_right() {
    let mut gates = Apart::new("booked 10:00 for 3");
    assert_eq!(gates.play("scan 10:00"), "admit 3");
    assert_eq!(gates.play("persons 2 10:00:05"), "done");
    assert_eq!(gates.play("scan 10:00:30 at side"), "admit 3");
    assert_eq!(gates.play("persons 1 10:00:35 at side"), "done");
    let mut door = gates.together();
    assert_eq!(door.play("conflicts"), "none");
    assert_eq!(door.play("inside 10:01"), "3");
    assert_eq!(door.play("scan 10:02"), "already_inside, 10:00:30 at side");
}

#[test]
fn a_party_too_many_is_one_conflict_for_each_entry_beyond_it() {
    let mut gates = Apart::new("booked 10:00 for 3");
    assert_eq!(gates.play("scan 10:00"), "admit 3");
    assert_eq!(gates.play("persons 1 10:00:05"), "done");
    assert_eq!(gates.play("scan 10:02"), "party_partial 2, 1 inside");
    assert_eq!(gates.play("scan 10:01 at side"), "admit 3");
    let mut door = gates.together();
    // 10:00 one, 10:01 three, 10:02 two: the second and the third went beyond the party.
    assert_eq!(door.play("conflicts"), "double_admission, double_admission");
    assert_eq!(door.play("inside 10:03"), "6");
}

#[test]
fn a_return_that_a_gate_did_not_know_of_is_a_conflict_only_where_none_is_allowed() {
    for (given, told) in [("booked 10:00", "none"), ("booked 10:00, no re-entry", "double_admission")] {
        let mut gates = Apart::new(given);
        assert_eq!(gates.play("scan 10:00"), "admit 1");
        assert_eq!(gates.play("exit 10:10"), "exit 1");
        assert_eq!(gates.play("scan 10:20 at side"), "admit 1");
        let mut door = gates.together();
        assert_eq!(door.play("conflicts"), told, "{given}");
        assert_eq!(door.play("inside 10:21"), "1, 1 left", "{given}");
    }
}

#[test]
fn three_gates_for_one_place_are_two_conflicts() {
    let mut gates = Apart::new("booked 10:00");
    gates.play("scan 10:00");
    gates.play("scan 10:00:10 at side");
    let mut third = Apart::new("booked 10:00");
    third.side.keys_from = 2_000;
    third.play("scan 10:00:20 at side");
    let mut door = gates.together();
    for (stamp, event) in &third.side.facts {
        // The third gate writes as another station.
        let stamp = Stamp { origin: crate::ids::StationId(9), ..*stamp };
        door.state.apply(stamp, event);
    }
    assert_eq!(door.play("conflicts"), "double_admission, double_admission");
}

#[test]
fn one_gate_confirms_a_document_and_another_refuses_or_confirms_it_too() {
    let mut gates = Apart::new("booked 10:00, document");
    gates.play("scan 10:00");
    gates.play("scan 10:00 at side");
    assert_eq!(gates.play("confirm 10:00:20"), "admit 1 [id_confirmed]");
    assert_eq!(gates.play("confirm 10:00:21 at side"), "admit 1 [id_confirmed]");
    let mut door = gates.together();
    assert_eq!(door.play("conflicts"), "double_admission");
    assert_eq!(door.state.awaiting_document(SIDE, door.booking.start.plus_minutes(1)).len(), 0);
}

#[test]
fn an_entry_annulled_at_one_gate_never_was_at_any() {
    let mut gates = Apart::new("booked 10:00");
    gates.play("scan 10:00");
    gates.play("annul wrong_person 10:00:05 as supervisor");
    assert_eq!(gates.play("scan 10:00:30 at side"), "admit 1");
    let mut door = gates.together();
    assert_eq!(door.play("conflicts"), "none");
    assert_eq!(door.play("inside 10:01"), "1");
}
