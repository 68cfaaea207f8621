// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Which receipt counts: re-issued, moved, younger than the list, of another court.

use crate::testing::table;

#[test]
fn a_new_receipt_for_loss_sharing_or_another_person_retires_the_old_one() {
    table(
        "
        booked 10:00, lost 08:40               | scan first 10:00 → reissued, 08:40 | scan code first 10:00 → reissued, 08:40 | scan code 10:00 → admit 1
        booked 10:00, shared 08:40             | scan first 10:00 → reissued, 08:40
        booked 10:00, other person 08:40       | scan first 10:00 → reissued, 08:40
        // the screen says which one counts now: the latest
        booked 10:00, lost 08:40, lost 09:10   | scan first 10:00 → reissued, 09:10 | scan issue 2 10:00 → reissued, 09:10 | scan 10:00 → admit 1
        // both are shown within a minute: the one that was retired is not the one that was read
        booked 10:00, shared 08:40             | scan 10:00 → admit 1 | scan first 10:00:20 → reissued, 08:40 | scan 10:00:30 → admit 1 [already_read 10:00]
        ",
    );
}

#[test]
fn a_receipt_older_than_a_move_is_judged_by_the_new_time() {
    table(
        "
        booked 10:00, moved 08:30 to 11:00                 | scan first 10:00 → too_early, come back at 10:45 [moved] | scan first 10:45 → admit 1 [moved]
        booked 10:00, moved 08:30 to 11:00                 | scan 10:00 → too_early, come back at 10:45 | scan 10:45 → admit 1
        booked 10:00, moved 08:30 to 11:00                 | scan code first 10:45 → admit 1 [moved]
        booked 10:00, moved 08:30 to 11:00                 | scan code 10:45 → admit 1
        booked 10:00, moved 08:30 to tomorrow 10:00        | scan first 10:00 → wrong_day, comes later [moved]
        booked 10:00, moved 08:30 to 10:00 at annex        | scan first 10:00 → wrong_site, go to annex 1 [moved] | scan first 10:00 at annex → admit 1 [moved]
        booked tomorrow 10:00, moved 08:30 to 10:00        | scan first 10:00 → admit 1 [moved]
        booked 10:00, moved 08:30 to 11:00, cancelled 09:00 by office | scan first 10:00 → cancelled, 09:00 by office [moved]
        // old and new receipt are the same visit
        booked 10:00, moved 08:30 to 11:00                 | scan first 10:45 → admit 1 [moved] | scan 10:45:30 → admit 1 [already_read 10:45] | scan 10:47 → already_inside, 10:45 at front
        ",
    );
}

#[test]
fn lost_and_moved_in_either_order() {
    table(
        "
        booked 10:00, lost 08:40, moved 08:50 to 11:00 | scan first 10:50 → reissued, 08:50 [moved] | scan issue 2 10:50 → admit 1 [moved] | scan 10:50:30 → admit 1 [already_read 10:50]
        booked 10:00, moved 08:40 to 11:00, lost 08:50 | scan first 10:50 → reissued, 08:50 [moved] | scan issue 2 10:50 → reissued, 08:50 | scan 10:50 → admit 1
        ",
    );
}

#[test]
fn a_receipt_younger_than_the_list_is_believed_by_its_signature() {
    table(
        "
        // the list has not learnt of the move: the new receipt says the new time, the old one the old
        booked 10:00, list behind, moved 08:30 to 11:00          | scan 10:00 → too_early, come back at 10:45 [by_signature] | scan 10:45 → admit 1 [by_signature]
        booked 10:00, list behind, moved 08:30 to 11:00          | scan first 10:00 → admit 1
        booked 10:00, list behind, moved 08:30 to 10:00 at annex | scan 10:00 → wrong_site, go to annex 1 [by_signature] | scan 10:00 at annex → admit 1 [by_signature]
        // what the list does know still counts
        booked 10:00, blocked, list behind, lost 08:40           | scan 10:00 → blocked [by_signature]
        booked 10:00, document, list behind, lost 08:40          | scan 10:00 → check_id 1 [by_signature]
        booked 10:00, assistance, list behind, lost 08:40        | scan 10:00 → admit_note 1 [by_signature]
        // not in the list at all: the office's habit about documents counts
        booked 10:00 for 2, unlisted                             | scan 10:00 → admit 2 [by_signature]
        booked 10:00, unlisted, office wants documents           | scan 10:00 → check_id 1 [by_signature] | confirm 10:00:30 → admit 1 [by_signature, id_confirmed]
        booked 10:00, unlisted, office closed announced 08:00    | scan 10:00 → office_closed, exception 1 [by_signature]
        // then the list comes
        booked 10:00, unlisted                                   | scan 10:00 → admit 1 [by_signature] | list → done | scan 10:02 → already_inside, 10:00 at front
        ",
    );
}

#[test]
fn admitted_by_signature_and_cancelled_all_along_is_a_conflict() {
    table(
        "
        booked 10:00, unlisted, cancelled 09:00 by office | scan 10:00 → admit 1 [by_signature] | conflicts → none | list → done | conflicts → cancelled_but_admitted
        booked 10:00, list behind, cancelled 09:00 by office | scan 10:00 → admit 1 | list → done | conflicts → cancelled_but_admitted | take cancelled_but_admitted as supervisor → done | conflicts → cancelled_but_admitted taken
        // cancelled after the visit began: nobody was let in wrongly
        booked 10:00 | scan 10:00 → admit 1 | office cancelled 11:00 by office → done | conflicts → none
        // taken back: nobody was let in
        booked 10:00, unlisted, cancelled 09:00 by office | scan 10:00 → admit 1 [by_signature] | list → done | annul turned_back 10:05 as supervisor → done | conflicts → none
        ",
    );
}

#[test]
fn another_courts_receipt_is_named_where_the_name_is_known() {
    table(
        "
        booked 10:00, site 900   | scan 10:00 → not_ours, Tribunale di Lucca
        booked 10:00, site 4711  | scan 10:00 → not_ours, site 4711
        // whose building it is counts before who signed
        booked 10:00, site 900, key unknown | scan 10:00 → not_ours, Tribunale di Lucca
        booked 10:00, key revoked, forged   | scan 10:00 → key_unknown, taken back
        ",
    );
}

#[test]
fn what_closes_an_office_is_what_was_announced_after_the_booking_was_decided() {
    table(
        "
        booked 10:00, office closed announced 08:00                | scan 10:00 → office_closed, exception 1
        booked 10:00, court closed announced 08:00                 | scan 10:00 → office_closed, exception 1
        booked 10:00, office closed 10:00 12:00 announced 08:00    | scan 10:00 → office_closed, exception 1
        // the visit reaches into the closure
        booked 10:00, office closed 10:15 12:00 announced 08:00    | scan 10:00 → office_closed, exception 1
        booked 10:00, office closed 10:30 12:00 announced 08:00    | scan 10:00 → admit 1
        booked 10:00, office closed 08:00 10:00 announced 08:00    | scan 10:00 → admit 1
        // known when it was booked, or kept in spite of it
        booked 10:00, office closed announced yesterday 08:00      | scan 10:00 → admit 1
        booked 10:00, office closed announced 08:00, kept 08:30    | scan 10:00 → admit 1
        // kept in spite of one closure, then another came, though it ranks lower
        booked 10:00, office closed announced 08:00, kept 08:30, court closed announced 09:00 | scan 10:00 → office_closed, exception 2
        // the office opens in spite of the court
        booked 10:00, court closed announced 08:00, office opened for all announced 08:10 | scan 10:00 → admit 1
        booked 10:00, professionals, court closed announced 08:00, office opened for professionals announced 08:10 | scan 10:00 → admit 1
        booked 10:00, professionals, court closed announced 08:00, office opened for citizens announced 08:10 | scan 10:00 → office_closed, exception 1
        booked 10:00, unlisted, court closed announced 08:00, office opened for citizens announced 08:10 | scan 10:00 → admit 1 [by_signature]
        ",
    );
}
