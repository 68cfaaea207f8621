// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Sundays of clock change, at an office that works at night and does not keep Sundays.

use super::written::{check, clock, day, none_used, office, starts};
use crate::schedule::*;

fn by_night(line: &str) -> OfficeSchedule {
    let mut office = office(line);
    office.holidays.sundays = false;
    office
}

const HALF_HOURS: &str = "rule 1: sun, 01:00-04:00, 30 min, 1 desks 1 persons, all";

#[test]
fn a_time_that_the_clocks_jump_over_is_no_slot() {
    let night = by_night(HALF_HOURS);
    assert_eq!(starts(&night, "2026-03-22", Audience::All), "01:00 01:30 02:00 02:30 03:00 03:30");
    assert_eq!(starts(&night, "2026-03-29", Audience::All), "01:00 01:30 03:00 03:30");
    check(
        &night,
        "
        2026-03-29 01:30 all → free, 1 bookings 1 persons left for all, rule 1
        2026-03-29 02:00 all → no such time: 02:00 jumps to 03:00
        2026-03-29 02:45 all → no such time: 02:00 jumps to 03:00
        2026-03-29 03:00 all → free, 1 bookings 1 persons left for all, rule 1",
        none_used,
    );
    let hours = opening_hours(&night, day("2026-03-29"));
    assert_eq!(
        hours,
        [Hours { from: clock("01:00"), to: clock("02:00") }, Hours { from: clock("03:00"), to: clock("04:00") }]
    );
}

#[test]
fn a_day_of_25_hours_offers_no_time_twice() {
    let night = by_night(HALF_HOURS);
    assert_eq!(starts(&night, "2026-10-25", Audience::All), "01:00 01:30 02:00 02:30 03:00 03:30");
    check(
        &night,
        "
        2026-10-25 02:00 all → free, 1 bookings 1 persons left for all, rule 1
        2026-10-25 02:30 all → free, 1 bookings 1 persons left for all, rule 1",
        none_used,
    );
    let first_round = slots(&night, day("2026-10-25"), Audience::All)[3];
    assert_eq!(first_round.start.to_string(), "2026-10-25T00:30:00Z");
}

#[test]
fn a_slot_that_would_run_across_a_change_of_the_clocks_is_not_offered() {
    let night = by_night("rule 1: sun, 01:00-05:00, 40 min, 1 desks 1 persons, all");
    check(
        &night,
        "
        2026-03-29 01:00 all → free, 1 bookings 1 persons left for all, rule 1
        2026-03-29 01:40 all → the clocks change between 01:40 and 02:20
        2026-03-29 02:20 all → no such time: 02:00 jumps to 03:00
        2026-03-29 03:00 all → free, 1 bookings 1 persons left for all, rule 1
        2026-10-25 01:40 all → free, 1 bookings 1 persons left for all, rule 1
        2026-10-25 02:20 all → free, 1 bookings 1 persons left for all, rule 1
        2026-10-25 02:40 all → between 02:20 and 03:00, rule 1
        2026-10-25 03:00 all → free, 1 bookings 1 persons left for all, rule 1",
        none_used,
    );
    let crossing = by_night("rule 1: sun, 02:30-04:00, 45 min, 1 desks 1 persons, all");
    check(&crossing, "2026-10-25 02:30 all → the clocks change between 02:30 and 03:15", none_used);
}

#[test]
fn an_office_that_opens_at_nine_opens_at_nine_on_every_side_of_the_change() {
    let mut days = office(
        "
        rule 1: fri, 09:00-10:00, 60 min, 1 desks 1 persons, all
        rule 2: sat, 09:00-10:00, 60 min, 1 desks 1 persons, all
        rule 3: sun, 09:00-10:00, 60 min, 1 desks 1 persons, all",
    );
    days.holidays.sundays = false;
    for (date, instant) in [
        ("2026-03-28", "2026-03-28T08:00:00Z"),
        ("2026-03-29", "2026-03-29T07:00:00Z"),
        ("2026-10-24", "2026-10-24T07:00:00Z"),
        ("2026-10-25", "2026-10-25T08:00:00Z"),
    ] {
        let found = slots(&days, day(date), Audience::All);
        assert_eq!((found.len(), found[0].start.to_string().as_str()), (1, instant));
        assert_eq!(found[0].end.since(found[0].start), 3_600_000);
        assert_eq!(found[0].cells().count(), 12);
    }
}
