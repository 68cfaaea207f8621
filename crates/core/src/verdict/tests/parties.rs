// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Parties, exits and re-entry, one gesture, repeats.

use crate::testing::table;

#[test]
fn a_scan_admits_the_whole_party_still_outside() {
    table(
        "
        booked 10:00 for 3 | scan 10:00 → admit 3 | scan 10:02 → already_inside, 10:00 at front | inside 10:02 → 3
        booked 10:00 for 3 | scan 10:00 → admit 3 | persons 1 10:00:05 → done | inside 10:01 → 1 | scan 10:02 → party_partial 2, 1 inside | inside 10:02 → 3
        booked 10:00 for 3 | scan 10:00 → admit 3 | persons 2 10:00:05 → done | scan 10:02 at side → party_partial 1, 2 inside | scan 10:04 → already_inside, 10:02 at side
        ",
    );
}

#[test]
fn some_inside_come_before_the_window_the_maximum_and_the_document() {
    // Row 13 stands before 14–18: the window was kept when the first of them entered.
    table(
        "
        booked 10:00 for 3             | scan 10:40 → admit 3 | persons 2 10:40:05 → done | scan 11:30 → party_partial 1, 2 inside
        booked 10:00 for 3             | scan 09:30 → too_early, come back at 09:45 | overrule office_agreed 09:31 as supervisor → admit 3 [override] | persons 1 09:31:05 → done | scan 09:35 → party_partial 2, 1 inside
        booked 10:00 for 3, maximum 2  | scan 10:00 → site_full, 0 of 2 | overrule office_agreed 10:01 as supervisor → admit 3 [override] | persons 2 10:01:05 → done | scan 10:03 → party_partial 1, 2 inside
        booked 10:00 for 3, document   | scan 10:00 → check_id 3 | confirm 10:00:20 → admit 3 [id_confirmed] | persons 2 10:00:25 → done | scan 10:03 → party_partial 1, 2 inside
        booked 10:00 for 3, assistance | scan 10:00 → admit_note 3 | persons 2 10:00:25 → done | scan 10:03 → party_partial 1, 2 inside
        ",
    );
}

#[test]
fn the_number_is_corrected_until_the_next_receipt() {
    table(
        "
        booked 10:00 for 3 | scan 10:00 → admit 3 | persons 2 10:00:05 → done | persons 3 10:00:10 → done | inside 10:01 → 3
        booked 10:00 for 3 | scan 10:00 → admit 3 | persons 4 10:00:05 → refused, number 3 | persons 0 10:00:05 → refused, number 3
        booked 10:00 for 3 | scan 10:00 → admit 3 | scan other 10:00:30 → admit 1 | persons 2 #1 10:00:40 → refused, not_the_latest
        // at another gate the next receipt is another matter
        booked 10:00 for 3 | scan 10:00 → admit 3 | scan other 10:00:30 at side → admit 1 | persons 2 #1 10:00:40 → done | inside 10:01 → 3
        // the same receipt still before the camera is not the next one, and names the same entry
        booked 10:00 for 3 | scan 10:00 → admit 3 | scan 10:00:10 → admit 3 [already_read 10:00] | persons 2 10:00:15 → done | inside 10:01 → 2
        booked 10:00 for 3 | scan 10:00 → admit 3 | scan 10:00:10 → admit 3 [already_read 10:00] | persons 2 #1 10:00:15 → done | inside 10:01 → 2
        // who came by another gate meanwhile is not let in twice
        booked 10:00 for 3 | scan 10:00 → admit 3 | persons 2 10:00:05 → done | scan 10:02 at side → party_partial 1, 2 inside | persons 3 #1 10:02:10 → refused, number 2
        // who was let in by nobody has no number
        booked 10:00       | scan 09:30 → too_early, come back at 09:45 | persons 1 09:30:05 → refused, no_entry
        ",
    );
}

#[test]
fn who_leaves_may_come_back_where_the_office_allows_it() {
    table(
        "
        booked 10:00                     | scan 10:00 → admit 1 | exit 10:20 → exit 1 | inside 10:21 → 0, 1 left | scan 10:30 → admit 1 [re_entry] | inside 10:31 → 1, 1 left
        // coming back is not late, and the document was compared
        booked 10:00                     | scan 10:00 → admit 1 | exit 10:20 → exit 1 | scan 12:30 → admit 1 [re_entry]
        booked 10:00, document           | scan 10:00 → check_id 1 | confirm 10:00:20 → admit 1 [id_confirmed] | exit 10:20 → exit 1 | scan 11:30 → admit 1 [re_entry]
        booked 10:00, assistance         | scan 10:00 → admit_note 1 | exit 10:20 → exit 1 | scan 11:30 → admit_note 1 [re_entry]
        // but a full building is full
        booked 10:00, maximum 2          | scan 10:00 → admit 1 | exit 10:20 → exit 1 | unbooked 2 10:25 → done | scan 10:30 → site_full, 2 of 2
        // and again, as often as they like
        booked 10:00                     | scan 10:00 → admit 1 | exit 10:05 → exit 1 | scan 10:10 → admit 1 [re_entry] | exit 10:15 → exit 1 | scan 10:20 → admit 1 [re_entry] | scan 10:25 → already_inside, 10:20 at front
        // within a minute, too: an exit ends the repeat
        booked 10:00                     | scan 10:00 → admit 1 | exit 10:00:20 → exit 1 | scan 10:00:40 → admit 1 [re_entry]
        ",
    );
}

#[test]
fn where_the_office_allows_no_return_the_visit_ends_at_the_exit() {
    table(
        "
        booked 10:00, no re-entry        | scan 10:00 → admit 1 | exit 10:20 → exit 1 | scan 10:30 → already_served, 10:20
        booked 10:00, no re-entry        | scan 10:00 → admit 1 | exit 10:20 → exit 1 | scan 10:30 → already_served, 10:20 | overrule re_entry 10:31 as supervisor → admit 1 [override] | inside 10:32 → 1, 1 left | scan 10:40 → already_inside, 10:31 at front
        // two of three have been and gone: the third may still come, in time
        booked 10:00 for 3, no re-entry  | scan 10:00 → admit 3 | persons 2 10:00:05 → done | exit 10:10 → exit 2 | scan 10:40 → admit 1 | scan 10:45 → already_inside, 10:40 at front
        booked 10:00 for 3, no re-entry  | scan 10:00 → admit 3 | persons 2 10:00:05 → done | exit 10:10 → exit 2 | scan 10:50 → too_late, until 10:45 | overrule delay_of_ours 10:51 as supervisor → admit 1 [override]
        // two of three are inside, one has gone: nobody is left to come
        booked 10:00 for 3, no re-entry  | scan 10:00 → admit 3 | exit 10:10 → exit 3 | persons 1 10:10:05 → done | inside 10:11 → 2, 1 left | scan 10:15 → already_inside, 10:00 at front
        // whoever has come back elsewhere has left
        booked 10:00 for 3               | scan 10:00 → admit 3 | exit 10:10 → exit 3 | scan 10:20 at side → admit 3 [re_entry] | persons 1 #2 10:21 → refused, not_the_latest
        ",
    );
}

#[test]
fn an_exit_is_granted_whatever_became_of_the_booking() {
    table(
        "
        booked 10:00                | scan 10:00 → admit 1 | exit 15:00 → exit 1
        booked 10:00                | scan 10:00 → admit 1 | office cancelled 10:30 by office → done | exit 10:40 → exit 1
        booked 10:00                | scan 10:00 → admit 1 | office blocked → done | exit 10:40 → exit 1
        booked 10:00, lost 08:40    | scan 10:00 → admit 1 | exit first 10:40 → exit 1
        booked 10:00                | exit 10:00 → exit 0
        booked 10:00 for 3          | scan 10:00 → admit 3 | exit 10:20 → exit 3 | inside 10:21 → 0, 3 left
        // one of three leaves; the two stay; the one comes back
        booked 10:00 for 3          | scan 10:00 → admit 3 | exit 10:20 → exit 3 | persons 1 10:20:05 → done | inside 10:21 → 2, 1 left | scan 10:30 → party_partial 1, 2 inside [re_entry] | inside 10:31 → 3, 1 left
        booked 10:00 for 3          | scan 10:00 → admit 3 | exit 10:20 → exit 3 | persons 4 10:20:05 → refused, number 3
        // held a little longer: counts nobody
        booked 10:00 for 3          | scan 10:00 → admit 3 | exit 10:20 → exit 3 | exit 10:20:30 → exit 3 [already_read 10:20] | inside 10:21 → 0, 3 left | exit 10:22 → exit 0
        // an exit taken back
        booked 10:00                | scan 10:00 → admit 1 | exit 10:20 → exit 1 | annul wrong_person 10:21 as supervisor → done | inside 10:22 → 1 | scan 10:25 → already_inside, 10:00 at front
        ",
    );
}

#[test]
fn shown_again_at_the_same_gate_within_a_minute_it_repeats_its_verdict() {
    table(
        "
        booked 10:00             | scan 10:00 → admit 1 | scan 10:00:04 → admit 1 [already_read 10:00] | inside 10:01 → 1
        booked 10:00             | scan 10:00 → admit 1 | scan 10:01 → admit 1 [already_read 10:00]
        booked 10:00             | scan 10:00 → admit 1 | scan 10:01:00.001 → already_inside, 10:00 at front
        booked 10:00             | scan 10:00 → admit 1 | scan 10:00:30 at side → already_inside, 10:00 at front
        booked 10:00, assistance | scan 10:00 → admit_note 1 | scan 10:00:30 → admit_note 1 [already_read 10:00]
        // a repeat does not lengthen the minute
        booked 10:00             | scan 10:00 → admit 1 | scan 10:00:50 → admit 1 [already_read 10:00] | scan 10:01:30 → already_inside, 10:00 at front
        // held for minutes: the minute begins when it was last seen
        booked 10:00             | scan 10:00 → admit 1 | held 10:05 → done | scan 10:05:10 → admit 1 [already_read 10:00] | scan 10:06:01 → already_inside, 10:00 at front
        // somebody else's in between changes nothing
        booked 10:00             | scan 10:00 → admit 1 | scan other 10:00:10 → admit 1 | scan 10:00:20 → admit 1 [already_read 10:00]
        // typed code and receipt are one
        booked 10:00             | scan 10:00 → admit 1 | scan code 10:00:20 → admit 1 [already_read 10:00]
        // only entries repeat: what was refused is judged anew
        booked 10:00             | scan 09:44:50 → too_early, come back at 09:45 | scan 09:45:05 → admit 1
        ",
    );
}

#[test]
fn what_is_repeated_is_what_the_entry_has_become() {
    table(
        "
        // the number corrected
        booked 10:00 for 3       | scan 10:00 → admit 3 | persons 2 10:00:05 → done | scan 10:00:20 → admit 2 [already_read 10:00] | scan 10:01:10 → party_partial 1, 2 inside
        booked 10:00 for 3       | scan 10:00 → admit 3 | persons 1 10:00:05 → done | scan 10:02 → party_partial 2, 1 inside | persons 1 10:02:05 → done | scan 10:02:20 → party_partial 1, 1 inside [already_read 10:02]
        // taken back: judged anew
        booked 10:00             | scan 10:00 → admit 1 | annul wrong_person 10:00:10 as supervisor → done | scan 10:00:20 → admit 1 | inside 10:01 → 1
        booked 10:00             | scan 10:00 → admit 1 | scan 10:00:05 → admit 1 [already_read 10:00] | annul wrong_person 10:00:10 as supervisor → done | inside 10:01 → 0
        // overruled: let in
        booked 10:00             | scan 09:30 → too_early, come back at 09:45 | overrule office_agreed 09:30:20 as supervisor → admit 1 [override] | scan 09:31 → admit 1 [already_read 09:30:20] | scan 09:32 → already_inside, 09:30:20 at front
        // a document compared
        booked 10:00, document   | scan 10:00 → check_id 1 | confirm 10:00:20 → admit 1 [id_confirmed] | scan 10:01 → admit 1 [already_read 10:00:20] | scan 10:01:21 → already_inside, 10:00:20 at front
        // nothing else was used up
        booked 10:00             | look 10:00 → admit 1 [look] | scan 10:00:10 → admit 1 | look 10:00:20 → admit 1 [look, already_read 10:00:10] | inside 10:01 → 1
        ",
    );
}
