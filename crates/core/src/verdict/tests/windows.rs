// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! When one may enter: edges to the second, windows of offices and services, days of clock change.

use crate::testing::table;

#[test]
fn both_ends_of_the_window_are_inside_to_the_second() {
    table(
        "
        booked 10:00 | scan 09:44:59 → too_early, come back at 09:45
        booked 10:00 | scan 09:44:59.999 → too_early, come back at 09:45
        booked 10:00 | scan 09:45 → admit 1
        booked 10:00 | scan 10:45 → admit 1
        booked 10:00 | scan 10:45:00.999 → admit 1
        booked 10:00 | scan 10:45:01 → too_late, until 10:45
        // the end is the service's end, not the start
        booked 10:00 long | scan 11:00 → admit 1
        booked 10:00 long | scan 11:00:01 → too_late, until 11:00
        ",
    );
}

#[test]
fn the_office_sets_its_window_and_a_service_may_set_its_own() {
    table(
        "
        booked 10:00, early 5 late 0                            | scan 09:54:59 → too_early, come back at 09:55 | scan 09:55 → admit 1
        booked 10:00, early 5 late 0                            | scan 10:30 → admit 1
        booked 10:00, early 5 late 0                            | scan 10:30:01 → too_late, until 10:30
        booked 10:00, early 0 late 0                            | scan 09:59:59 → too_early, come back at 10:00 | scan 10:00 → admit 1
        booked 10:00, early 5 late 5, service early 30 late 60  | scan 09:30 → admit 1
        booked 10:00, early 5 late 5, service early 30 late 60  | scan 11:30 → admit 1
        // whose visit is known by signature only has the window of the office, and its longest service
        booked 10:00, unlisted, early 5 late 5                  | scan 09:54 → too_early, come back at 09:55 [by_signature]
        booked 10:00, unlisted, early 5 late 5                  | scan 10:50 → admit 1 [by_signature]
        booked 10:00, unlisted, early 5 late 5                  | scan 10:50:01 → too_late, until 10:50 [by_signature]
        ",
    );
}

#[test]
fn on_the_day_of_23_hours_windows_are_counted_on_the_clock_that_jumps() {
    // 29 March 2026: after 01:59:59 comes 03:00.
    table(
        "
        on 2026-03-29, booked 10:00                   | scan 09:44:59 → too_early, come back at 09:45 | scan 09:45 → admit 1
        on 2026-03-29, booked 10:00                   | scan 10:45:01 → too_late, until 10:45
        // a quarter of an hour before 03:10 is 01:55
        on 2026-03-29, booked 03:10                   | scan 01:54:59 → too_early, come back at 01:55 | scan 01:55 → admit 1
        // half an hour and a quarter after 01:30 is 03:15
        on 2026-03-29, booked 01:30                   | scan 03:15 → admit 1
        on 2026-03-29, booked 01:30                   | scan 03:15:01 → too_late, until 03:15
        on 2026-03-29, booked 10:00                   | scan yesterday 10:00 → wrong_day, comes later
        on 2026-03-29, booked 00:10                   | scan yesterday 23:59 → wrong_day, comes later
        on 2026-03-29, booked 23:00                   | scan 23:45 → admit 1
        ",
    );
}

#[test]
fn on_the_day_of_25_hours_the_hour_that_comes_twice_is_told_apart() {
    // 25 October 2026: after 02:59:59 comes 02:00 again.
    table(
        "
        on 2026-10-25, booked 10:00                   | scan 09:44:59 → too_early, come back at 09:45 | scan 09:45 → admit 1
        on 2026-10-25, booked 10:00                   | scan 10:45:01 → too_late, until 10:45
        // a quarter of an hour before 03:10 is 02:55 the second time round
        on 2026-10-25, booked 03:10                   | scan 02:55 → too_early, come back at 02:55 | scan 02:55 second → admit 1
        on 2026-10-25, booked 02:30                   | scan 02:15 → admit 1
        on 2026-10-25, booked 02:30                   | scan 02:15 second → admit 1
        on 2026-10-25, booked 02:30                   | scan 02:15:01 second → too_late, until 02:15
        on 2026-10-25, booked 02:30 second            | scan 02:30 → too_early, come back at 02:15
        on 2026-10-25, booked 02:30 second            | scan 03:15 → admit 1
        on 2026-10-25, booked 10:00                   | scan yesterday 10:00 → wrong_day, comes later
        on 2026-10-25, booked 23:30                   | scan 23:59:59 → admit 1
        ",
    );
}

#[test]
fn the_day_is_the_sites_civil_day() {
    table(
        "
        // the window of a first slot would begin the day before: it begins at midnight
        booked 00:10            | scan yesterday 23:56 → wrong_day, comes later
        booked 00:10            | scan 00:00 → admit 1
        booked yesterday 23:50  | scan 00:01 → wrong_day, has passed
        ",
    );
}
