// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The lobby, and a building with a maximum.

use crate::{
    testing::table,
    verdict::{Class, Code},
};

#[test]
fn behind_a_manned_gate_arriving_enters_nobody_and_being_inside_is_green() {
    table(
        "
        booked 10:00               | scan 09:50 → admit 1 | arrive 09:55 → admit 0 | inside 09:56 → 1
        booked 10:00               | arrive 09:55 → admit 1 | inside 09:56 → 0 | scan 09:57 → admit 1
        booked 10:00, assistance   | scan 09:50 → admit_note 1 | arrive 09:55 → admit_note 0
        // who entered in time is not late in the corridor
        booked 10:00               | scan 10:44 → admit 1 | arrive 10:50 → admit 0
        // nor is a party of which one has not come yet
        booked 10:00 for 3         | scan 10:44 → admit 3 | persons 2 10:44:05 → done | arrive 10:50 → admit 0 | inside 10:51 → 2
        // a full building is the gate's matter
        booked 10:00, maximum 1    | unbooked 1 09:50 → done | arrive 09:55 → admit 1
        booked 10:00               | arrive 09:30 → too_early, come back at 09:45
        booked 10:00               | scan 09:50 → admit 1 | served 10:20 → done | arrive 10:30 → already_served, 10:20
        ",
    );
}

#[test]
fn where_no_manned_gate_stands_before_it_arriving_is_entering() {
    table(
        "
        booked 10:00, unmanned              | arrive 09:55 → admit 1 | inside 09:56 → 1 | arrive 09:55:30 → admit 1 [already_read 09:55] | arrive 09:58 → admit 0 | inside 09:59 → 1
        booked 10:00 for 3, unmanned        | arrive 09:55 → admit 3 | arrive 10:50 → admit 0
        booked 10:00, unmanned, maximum 1   | unbooked 1 09:50 → done | arrive 09:55 → site_full, 1 of 1
        booked 10:00, unmanned              | arrive 09:55 → admit 1 | exit 10:20 at lobby → exit 1 | arrive 10:30 → admit 1 [re_entry] | inside 10:31 → 1, 1 left
        ",
    );
}

#[test]
fn nothing_but_showing_a_receipt_is_possible_in_the_lobby() {
    use crate::{
        gate::{Act, Gesture, Refused, UnbookedReason},
        ids::GestureKey,
        testing::{LOBBY, World},
    };
    let mut world = World::new();
    let lobby = world.station(LOBBY, Gesture::Arrive);
    let scan = GestureKey(1);
    let acts = [
        Act::Persons { scan, persons: 1 },
        Act::ConfirmId { scan },
        Act::RefuseId { scan },
        Act::Overrule { scan, reason: "other".into() },
        Act::Annul { scan, reason: "other".into() },
        Act::Unbooked { reason: UnbookedReason::Other, persons: 1, office: None },
        Act::Left { persons: 1 },
        Act::StateClock { stated: world.booking.start },
        Act::PaperMode { on: true },
        Act::Scan {
            shown: world.receipt(0),
            via: crate::gate::Via::Typed,
            look: false,
            late: Some((world.booking.start, 1)),
        },
    ];
    for act in acts {
        let done = world.act(&act, &lobby, Some(World::supervisor()), world.booking.start);
        assert!(matches!(done, Err(Refused::NotAllowed(_))), "{act:?} in a lobby");
    }
    assert!(world.facts.is_empty());
}

#[test]
fn the_lobby_tells_nobody_what_is_for_the_staff_to_say() {
    for code in Code::ALL {
        let said = code.said_in_lobby();
        let staff = matches!(code, Code::Blocked | Code::BadSignature | Code::NotOurs);
        assert_eq!(said == Code::Blocked, staff, "{code:?}");
        assert_eq!(said.class() == Class::Neutral, staff, "{code:?}");
    }
}

#[test]
fn a_building_is_full_when_the_party_does_not_fit() {
    table(
        "
        booked 10:00, maximum 5        | unbooked 4 09:50 → done | scan 10:00 → admit 1 | inside 10:01 → 5
        booked 10:00, maximum 5        | unbooked 5 09:50 → done | scan 10:00 → site_full, 5 of 5
        booked 10:00 for 3, maximum 5  | unbooked 2 09:50 → done | scan 10:00 → admit 3
        booked 10:00 for 3, maximum 5  | unbooked 3 09:50 → done | scan 10:00 → site_full, 3 of 5
        booked 10:00 for 3, maximum 2  | scan 10:00 → site_full, 0 of 2
        // one goes, by receipt or without
        booked 10:00, maximum 1        | scan other 09:50 → admit 1 | scan 10:00 → site_full, 1 of 1 | exit other 10:05 → exit 1 | scan 10:06 → admit 1
        booked 10:00, maximum 1        | unbooked 1 09:50 → done | scan 10:00 → site_full, 1 of 1 | left 1 10:05 → done | scan 10:06 → admit 1
        // the one before counts as gone an hour after the end of the slot
        booked 12:00, maximum 1        | unbooked 1 10:50 → done | scan 11:49:59 → site_full, 1 of 1 | scan 11:50 → admit 1
        // overruled, the building holds more than it should, and says so
        booked 10:00, maximum 1        | unbooked 1 09:50 → done | scan 10:00 → site_full, 1 of 1 | overrule office_agreed 10:00:20 as supervisor → admit 1 [override] | inside 10:01 → 2
        ",
    );
}
