// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Entries without booking, walk-ins, and how many are inside.

use crate::testing::table;

#[test]
fn an_entry_without_booking_counts_and_is_undone_by_one_tap() {
    table(
        "
        booked 10:00 | unbooked 1 09:00 → done | unbooked 3 09:01 → done | inside 09:02 → 4 | undo 09:02 → done | inside 09:03 → 1 | undo #1 09:04 → done | inside 09:05 → 0
        booked 10:00 | unbooked 0 09:00 → refused, number 99 | unbooked 100 09:00 → refused, number 99 | unbooked 99 09:00 → done | inside 09:01 → 99
        // the last one of this gate; of any other a supervisor
        booked 10:00 | unbooked 1 09:00 → done | unbooked 2 09:01 → done | undo #1 09:02 → refused, not_allowed annul | annul turned_back #1 09:02 as supervisor → done | inside 09:03 → 2 | annul turned_back #1 09:04 as supervisor → refused, already_done
        booked 10:00 | unbooked 1 09:00 → done | undo 09:02 at side → refused, not_allowed annul
        // it is never refused, however full it is
        booked 10:00, maximum 2 | unbooked 2 09:00 → done | unbooked 3 09:01 → done | inside 09:02 → 5
        ",
    );
}

#[test]
fn walk_ins_enter_while_a_place_of_their_hours_is_left() {
    // 09:00–13:00, three persons each half hour.
    table(
        "
        booked 10:00 | places 08:59 → 0 | places 09:00 → 24 | places 12:29 → 6 | places 12:30 → 3 | places 12:59 → 3 | places 13:00 → 0
        booked 10:00 | walk-in 1 08:50 → refused, no_place | walk-in 2 12:31 → done | places 12:32 → 1 | walk-in 2 12:33 → refused, no_place | walk-in 1 12:34 → done | walk-in 1 12:35 → refused, no_place
        // those who took places of later slots have taken them
        booked 10:00 | walk-in 24 09:00 → done | places 09:01 → 0 | places 10:31 → 0 | places 12:59 → 0
        booked 10:00 | walk-in 4 12:00 → done | places 12:01 → 2 | places 12:31 → 2
        // places that nobody took are gone with their half hour
        booked 10:00 | walk-in 1 09:00 → done | places 09:29 → 23 | places 09:30 → 21
        // undone, the place is there again
        booked 10:00 | walk-in 2 12:31 → done | undo 12:32 → done | places 12:33 → 3 | inside 12:34 → 0
        // closed, there are none
        booked 10:00, office closed announced 08:00 | places 10:00 → 0 | walk-in 1 10:00 → refused, no_place
        ",
    );
}

#[test]
fn a_person_counts_until_an_exit_or_the_presumed_stay() {
    table(
        "
        // an hour after the end of the slot, not of the entry
        booked 10:00            | scan 09:45 → admit 1 | inside 11:29:59 → 1 | inside 11:30 → 0
        booked 10:00 long       | scan 09:45 → admit 1 | inside 11:44:59 → 1 | inside 11:45 → 0
        booked 10:00, stay 5    | scan 09:45 → admit 1 | inside 10:34:59 → 1 | inside 10:35 → 0
        booked 10:00            | unbooked 2 09:00 → done | inside 09:59:59 → 2 | inside 10:00 → 0
        // at closing all are out: the last hours end at 13:00, and who is there may stay another hour
        booked 10:00            | unbooked 2 13:20 → done | inside 13:59:59 → 2 | inside 14:00 → 0
        booked 12:30            | scan 13:10 → admit 1 | inside 13:59:59 → 1 | inside 14:00 → 0
        // whoever comes later is there for another reason
        booked 10:00            | unbooked 1 15:00 → done | inside 15:59:59 → 1 | inside 16:00 → 0
        // a building's own hour counts before that
        booked 10:00, closes 10:40 | scan 10:00 → admit 1 | unbooked 1 10:30 → done | inside 10:39:59 → 2 | inside 10:40 → 0
        booked 10:00, closes 18:00 | unbooked 1 13:30 → done | inside 14:29:59 → 1 | inside 14:30 → 0 | unbooked 1 17:30 → done | inside 18:00 → 0
        // without hours, at midnight
        booked 23:30            | scan 23:40 → admit 1 | inside 23:59:59 → 1
        // an exit counts once, and only those who are in
        booked 10:00 for 2      | scan 10:00 → admit 2 | exit 10:20 → exit 2 | inside 10:21 → 0, 2 left | exit 10:30 → exit 0 | inside 10:31 → 0, 2 left
        // gone by presumption, then scanned out all the same
        booked 10:00            | scan 10:00 → admit 1 | inside 12:00 → 0 | exit 12:05 → exit 1 | inside 12:06 → 0, 1 left
        ",
    );
}

#[test]
fn who_leaves_without_a_receipt_is_taken_off_those_inside_then() {
    table(
        "
        booked 10:00      | unbooked 3 09:00 → done | left 1 09:10 → done | inside 09:11 → 2, 1 left | inside 10:00 → 0, 1 left
        // nobody was inside: nobody who comes later is taken off
        booked 10:00      | left 1 09:00 → done | unbooked 3 09:10 → done | inside 09:11 → 3, 1 left
        // more than without a booking: the others had one
        booked 10:00 for 2 | scan 09:50 → admit 2 | unbooked 1 09:55 → done | left 2 10:00 → done | inside 10:01 → 1, 2 left | exit 10:10 → exit 2 | inside 10:11 → 0, 4 left
        // those who go first by presumption are taken first: nobody is taken off twice
        booked 10:00      | unbooked 1 09:00 → done | unbooked 1 09:30 → done | left 1 09:40 → done | inside 09:59 → 1, 1 left | inside 10:00 → 1, 1 left | inside 10:30 → 0, 1 left
        // who counts as gone already is not taken off again
        booked 10:00      | unbooked 2 09:00 → done | unbooked 1 09:45 → done | left 1 10:10 → done | inside 10:11 → 0, 1 left
        booked 10:00      | left 0 09:00 → refused, number 99 | left 100 09:00 → refused, number 99
        // taken back after somebody had left
        booked 10:00      | unbooked 2 09:00 → done | left 1 09:10 → done | undo 09:15 → done | inside 09:16 → 0, 1 left
        ",
    );
}
