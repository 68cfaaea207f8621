// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Every row of the table, one line or more for each, in order of precedence.

use crate::testing::table;

#[test]
fn every_row_is_decided_by_what_it_says() {
    table(
        "
        // 1 not_a_receipt, 2 damaged
        booked 10:00                                   | scan link 10:00 → not_a_receipt, web_link
        booked 10:00                                   | scan damaged 10:00 → damaged
        // 3 not_ours, key_unknown
        booked 10:00, site 900                         | scan 10:00 → not_ours, Tribunale di Lucca
        booked 10:00, site 4711                        | scan 10:00 → not_ours, site 4711
        booked 10:00, key unknown                      | scan 10:00 → key_unknown
        booked 10:00, key revoked                      | scan 10:00 → key_unknown, taken back
        // 4 bad_signature: an alarm
        booked 10:00, forged                           | scan 10:00 → bad_signature | conflicts → bad_signature
        // 5 unknown_booking: a code that is not here; of a receipt the signature vouches
        booked 10:00                                   | scan code nobody's 10:00 → unknown_booking
        booked 10:00, unlisted                         | scan code 10:00 → unknown_booking | scan 10:00 → admit 1 [by_signature]
        // 6 blocked
        booked 10:00, blocked                          | scan 10:00 → blocked
        // 7 cancelled
        booked 10:00, cancelled 08:10 by office        | scan 10:00 → cancelled, 08:10 by office
        booked 10:00, cancelled 08:10 by holder for 11:30 | scan 10:00 → cancelled, 08:10 by holder, instead 11:30
        // 8 reissued
        booked 10:00, lost 08:40                       | scan first 10:00 → reissued, 08:40 | scan 10:00 → admit 1
        booked 10:00, shared 08:40                     | scan first 10:00 → reissued, 08:40 | scan 10:00 → admit 1
        booked 10:00, other person 08:40               | scan code first 10:00 → reissued, 08:40 | scan code 10:00 → admit 1
        // 9 wrong_site
        booked 10:00 at annex                          | scan 10:00 → wrong_site, go to annex 1 | scan 10:00 at annex → admit 1
        // 10 wrong_day
        booked tomorrow 10:00                          | scan 10:00 → wrong_day, comes later
        booked yesterday 10:00                         | scan 10:00 → wrong_day, has passed
        // 11 office_closed
        booked 10:00, office closed announced 08:00    | scan 10:00 → office_closed, exception 1
        // 12 already_inside, already_served
        booked 10:00                                   | scan 09:50 → admit 1 | scan 09:55 → already_inside, 09:50 at front
        booked 10:00                                   | scan 09:50 → admit 1 | served 10:20 → done | scan 10:30 → already_served, 10:20
        // 13 party_partial
        booked 10:00 for 3                             | scan 09:50 → admit 3 | persons 2 09:50:05 → done | scan 09:55 → party_partial 1, 2 inside
        // 14 too_early, 15 too_late
        booked 10:00                                   | scan 09:44 → too_early, come back at 09:45
        booked 10:00                                   | scan 10:46 → too_late, until 10:45
        // 16 site_full
        booked 10:00, maximum 5                        | unbooked 5 09:50 → done | scan 10:00 → site_full, 5 of 5
        // 17 check_id
        booked 10:00, document                         | scan 10:00 → check_id 1
        // 18 admit_note, 19 admit
        booked 10:00, assistance                       | scan 10:00 → admit_note 1
        booked 10:00                                   | scan 10:00 → admit 1
        ",
    );
}
