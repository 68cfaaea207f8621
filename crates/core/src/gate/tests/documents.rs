// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Documents: compared, refused, awaited, lapsed.

use crate::testing::table;

#[test]
fn comparing_the_document_is_a_gesture_of_its_own() {
    table(
        "
        booked 10:00, document       | scan 10:00 → check_id 1 | inside 10:00:10 → 0 | confirm 10:00:30 → admit 1 [id_confirmed] | inside 10:01 → 1 | confirm 10:00:40 → refused, already_done
        booked 10:00, document       | scan 10:00 → check_id 1 | refuse 10:00:30 → done | inside 10:01 → 0 | confirm 10:00:40 → refused, already_done | scan 10:00:50 → check_id 1
        booked 10:00 for 3, document | scan 10:00 → check_id 3 | confirm 10:00:30 → admit 3 [id_confirmed] | persons 2 10:00:40 → done | inside 10:01 → 2
        booked 10:00, document, assistance | scan 10:00 → check_id 1 | confirm 10:00:30 → admit_note 1 [id_confirmed]
        booked 10:00, document       | scan code 10:00 → check_id 1 | confirm 10:00:30 → admit 1 [id_confirmed]
        // only a document that was asked for can be compared
        booked 10:00                 | scan 10:00 → admit 1 | confirm 10:00:30 → refused, no_such_scan | confirm #9 10:00:30 → refused, no_such_scan
        booked 10:00, document       | look 10:00 → check_id 1 [look] | confirm 10:00:30 → refused, no_such_scan | awaiting 10:00:30 → 0
        // it cannot be overruled
        booked 10:00, document       | scan 10:00 → check_id 1 | overrule other 10:00:30 as supervisor → refused, not_overrulable
        ",
    );
}

#[test]
fn confirming_runs_rows_6_to_16_again() {
    table(
        "
        booked 10:00, document                | scan 10:00 → check_id 1 | office blocked → done | confirm 10:00:30 → blocked [id_confirmed] | inside 10:01 → 0
        booked 10:00, document                | scan 10:00 → check_id 1 | office cancelled 10:00:10 by office → done | confirm 10:00:30 → cancelled, 10:00:10 by office [id_confirmed]
        booked 10:00, document                | scan 10:00 → check_id 1 | office lost 10:00:10 → done | confirm 10:00:30 → reissued, 10:00:10 [id_confirmed]
        booked 10:00, document                | scan code 10:00 → check_id 1 | office lost 10:00:10 → done | confirm 10:00:30 → reissued, 10:00:10 [id_confirmed]
        booked 10:00, document                | scan 10:00 → check_id 1 | office moved 10:00:10 to 12:00 → done | confirm 10:00:30 → too_early, come back at 11:45 [moved, id_confirmed]
        booked 10:00, document                | scan 10:00 → check_id 1 | office moved 10:00:10 to 10:00 at annex → done | confirm 10:00:30 → wrong_site, go to annex 1 [moved, id_confirmed]
        booked 10:00, document                | scan 10:00 → check_id 1 | office moved 10:00:10 to tomorrow 10:00 → done | confirm 10:00:30 → wrong_day, comes later [moved, id_confirmed]
        booked 10:00, document                | scan 10:00 → check_id 1 | office court closed announced 10:00:10 → done | confirm 10:00:30 → office_closed, exception 1 [id_confirmed]
        booked 10:00, document                | scan 10:44:50 → check_id 1 | confirm 10:45:01 → too_late, until 10:45 [id_confirmed]
        booked 10:00, document, maximum 2     | scan 10:00 → check_id 1 | unbooked 2 10:00:10 → done | confirm #1 10:00:30 → site_full, 2 of 2 [id_confirmed] | awaiting 10:00:40 → 1
        booked 10:00, document                | scan 10:00 → check_id 1 | served 10:00:10 → done | confirm 10:00:30 → already_served, 10:00:10 [id_confirmed]
        ",
    );
}

#[test]
fn it_lapses_after_a_minute_or_waits_when_another_receipt_comes() {
    table(
        "
        booked 10:00, document | scan 10:00 → check_id 1 | awaiting 10:00:30 → 1 | confirm 10:01 → admit 1 [id_confirmed] | awaiting 10:01 → 0
        booked 10:00, document | scan 10:00 → check_id 1 | awaiting 10:01:00.001 → 0 | confirm 10:01:00.001 → refused, lapsed | refuse 10:01:00.001 → refused, lapsed
        booked 10:00, document | scan 10:00 → check_id 1 | scan other 10:00:40 → admit 1 | awaiting 10:20 → 1 | confirm #1 10:20 → admit 1 [id_confirmed] | awaiting 10:20 → 0
        booked 10:00, document | scan 10:00 → check_id 1 | scan other 10:01:10 → admit 1 | awaiting 10:01:20 → 0 | confirm #1 10:01:20 → refused, lapsed
        // whatever takes its place on the screen makes it wait
        booked 10:00, document | scan 10:00 → check_id 1 | scan link 10:00:40 → not_a_receipt, web_link | awaiting 10:20 → 1
        booked 10:00, document | scan 10:00 → check_id 1 | look other 10:00:40 → admit 1 [look] | awaiting 10:20 → 1
        // the same receipt again is not another one; at another gate neither
        booked 10:00, document | scan 10:00 → check_id 1 | scan 10:00:40 → check_id 1 | awaiting 10:01:10 → 1 | awaiting 10:02 → 0
        booked 10:00, document | scan 10:00 → check_id 1 | scan other 10:00:40 at side → admit 1 | awaiting 10:02 → 0 | confirm #1 10:02 → refused, lapsed
        // of a receipt shown several times one waits
        booked 10:00, document | scan 10:00 → check_id 1 | scan other 10:00:40 → admit 1 | scan 10:05 → check_id 1 | awaiting 10:05:10 → 1 | confirm 10:05:20 → admit 1 [id_confirmed] | awaiting 10:05:30 → 0 | confirm #1 10:05:40 → already_inside, 10:05:20 at front [id_confirmed]
        booked 10:00, document | scan 10:00 → check_id 1 | scan other 10:00:40 → admit 1 | scan 10:05 → check_id 1 | refuse 10:05:20 → done | awaiting 10:05:30 → 0
        ",
    );
}

#[test]
fn of_two_gates_confirming_one_wins() {
    table(
        "
        booked 10:00, document | scan 10:00 → check_id 1 | scan 10:00:10 at side → check_id 1 | confirm #1 10:00:20 → admit 1 [id_confirmed] | confirm #2 10:00:21 at side → already_inside, 10:00:20 at front [id_confirmed] | inside 10:01 → 1 | conflicts → none | awaiting 10:00:30 at side → 0
        // the same scan from two places
        booked 10:00, document | scan 10:00 → check_id 1 | confirm 10:00:20 → admit 1 [id_confirmed] | confirm 10:00:20 at side → refused, already_done | inside 10:01 → 1
        ",
    );
}
