// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Exception of the office > of the site > of the court > public holiday > weekly rule.

use super::written::{check, day, none_used, office, starts};
use crate::ids::ExceptionId;
use crate::schedule::*;

const WEEK: &str = "
    rule 1: mon, 09:00-12:00, 30 min, 1 desks 1 persons, all
    rule 2: mon, 12:00-13:00, 30 min, 5 desks 5 persons, walk_in";

fn week_and(lines: &str) -> OfficeSchedule {
    office(&format!("{WEEK}\n{lines}"))
}

#[test]
fn the_nearest_exception_decides_and_a_holiday_only_the_weekly_rule() {
    // One line per pair: what stands on the left wins over what stands on the right.
    let opened = "opened: 09:00-10:00, 30 min, 2 desks 2 persons, all";
    for (stronger, weaker) in [("office", "site"), ("office", "court"), ("site", "court")] {
        let closed_wins = week_and(&format!(
            "exception 1: {stronger}, 2026-05-04, closed: strike
             exception 2: {weaker}, 2026-05-04, announced 9, {opened}"
        ));
        let answer = format!("2026-05-04 09:00 all → closed: strike, exception 1 of the {stronger}");
        check(&closed_wins, &answer, none_used);
        let opened_wins = week_and(&format!(
            "exception 1: {stronger}, 2026-05-04, {opened}
             exception 2: {weaker}, 2026-05-04, announced 9, closed: strike"
        ));
        let table = format!(
            "
            2026-05-04 09:00 all     → free, 2 bookings 2 persons left for all, exception 1
            2026-05-04 09:10 all     → between 09:00 and 09:30, exception 1
            2026-05-04 10:00 all     → closed: strike, exception 2 of the {weaker}
            2026-05-04 09:00 walk_in → only for all
            2026-05-04 12:00 walk_in → closed: strike, exception 2 of the {weaker}"
        );
        check(&opened_wins, &table, none_used);
    }
    for level in ["office", "site", "court"] {
        let on_easter_monday = week_and(&format!("exception 1: {level}, 2026-04-06, {opened}"));
        check(
            &on_easter_monday,
            "
            2026-04-06 09:00 all     → free, 2 bookings 2 persons left for all, exception 1
            2026-04-06 10:00 all     → holiday: LunediDellAngelo
            2026-04-06 09:00 walk_in → only for all
            2026-04-06 12:00 walk_in → holiday: LunediDellAngelo",
            none_used,
        );
        let closed = week_and(&format!("exception 1: {level}, 2026-04-06, closed: strike"));
        let answer = format!("2026-04-06 09:00 all → closed: strike, exception 1 of the {level}");
        check(&closed, &answer, none_used);
    }
}

#[test]
fn of_two_exceptions_of_one_level_the_last_word_counts() {
    let opened = "opened: 09:00-10:00, 30 min, 2 desks 2 persons, all";
    let then_opened = week_and(&format!(
        "exception 2: office, 2026-05-04 to 2026-05-08, announced 1, closed: moving
         exception 1: office, 2026-05-04, announced 2, {opened}"
    ));
    assert_eq!(starts(&then_opened, "2026-05-04", Audience::All), "09:00 09:30");
    let then_closed = week_and(&format!(
        "exception 2: office, 2026-05-04 to 2026-05-08, announced 2, closed: moving
         exception 1: office, 2026-05-04, announced 1, {opened}"
    ));
    assert_eq!(starts(&then_closed, "2026-05-04", Audience::All), "");
    let same_moment = week_and(&format!(
        "exception 2: office, 2026-05-04, closed: moving
         exception 1: office, 2026-05-04, {opened}"
    ));
    assert_eq!(starts(&same_moment, "2026-05-04", Audience::All), "", "the higher id");
}

#[test]
fn exceptions_of_other_offices_and_sites_and_days_do_not_matter() {
    let quiet = week_and(
        "exception 1: office 2, 2026-05-04, closed: strike
         exception 2: site 2, 2026-05-04, closed: strike
         exception 3: court, 2026-05-05, closed: strike
         exception 4: court, 2026-04-27 to 2026-05-03, closed: strike
         exception 5: court, every 05-05 to 05-03, closed: all the year but one day
         exception 6: office, 2026-05-04, 13:00-14:00, closed: lunch",
    );
    assert_eq!(starts(&quiet, "2026-05-04", Audience::All), "09:00 09:30 10:00 10:30 11:00 11:30");
}

#[test]
fn a_closure_of_some_hours_takes_every_start_that_would_run_into_it() {
    let closed = week_and("exception 1: office, 2026-05-04, 10:15-11:00, closed: assembly");
    assert_eq!(starts(&closed, "2026-05-04", Audience::All), "09:00 09:30 11:00 11:30");
    check(
        &closed,
        "
        2026-05-04 09:40 all → between 09:30 and 11:00, rule 1
        2026-05-04 10:00 all → closed: assembly, exception 1 of the office
        2026-05-04 10:10 all → between 10:00 and 11:00, rule 1
        2026-05-04 10:20 all → closed: assembly, exception 1 of the office
        2026-05-04 11:00 all → free, 1 bookings 1 persons left for all, rule 1",
        none_used,
    );
}

#[test]
fn a_walk_in_is_received_until_the_minute_of_a_closure() {
    let closed = week_and("exception 1: office, 2026-05-04, 12:15-12:45, closed: assembly");
    check(
        &closed,
        "
        2026-05-04 12:14 walk_in → free, 5 bookings 5 persons left for walk_in, rule 2
        2026-05-04 12:15 walk_in → closed: assembly, exception 1 of the office
        2026-05-04 12:44 walk_in → closed: assembly, exception 1 of the office
        2026-05-04 12:45 walk_in → free, 5 bookings 5 persons left for walk_in, rule 2",
        none_used,
    );
    assert_eq!(starts(&closed, "2026-05-04", Audience::WalkIn), "12:00 12:45");
}

#[test]
fn an_opening_takes_the_place_of_the_same_audience_only() {
    let more = week_and("exception 1: office, 2026-05-04, opened: 11:15-12:15, 20 min, 3 desks 3 persons, all");
    check(
        &more,
        "
        2026-05-04 10:30 all     → free, 1 bookings 1 persons left for all, rule 1
        2026-05-04 11:00 all     → replaced by exception 1
        2026-05-04 11:10 all     → between 11:00 and –, rule 1
        2026-05-04 11:15 all     → free, 3 bookings 3 persons left for all, exception 1
        2026-05-04 11:30 all     → between 11:15 and 11:35, exception 1
        2026-05-04 12:00 walk_in → free, 5 bookings 5 persons left for walk_in, rule 2",
        none_used,
    );
    assert_eq!(starts(&more, "2026-05-04", Audience::All), "09:00 09:30 10:00 10:30 11:15 11:35 11:55");
}

#[test]
fn capacity_changes_places_but_never_opens() {
    let fewer = office(
        "
        rule 1: mon, 09:00-11:00, 30 min, 4 desks 8 persons, all
        rule 2: mon, 09:00-11:00, 30 min, 4 desks 8 persons, staff
        exception 1: site, 2026-05-04 to 2026-05-05, capacity: 2 desks 3 persons
        exception 2: office, 2026-05-04, 10:00-10:10, capacity: 1 desks 1 persons, all
        exception 3: court, 2026-05-04, 10:30-11:00, capacity: 9 desks 9 persons",
    );
    check(
        &fewer,
        "
        2026-05-04 09:00 all   → free, 2 bookings 3 persons left for all, rule 1
        2026-05-04 10:00 all   → free, 1 bookings 1 persons left for all, rule 1
        2026-05-04 10:00 staff → free, 2 bookings 3 persons left for staff, rule 2
        2026-05-04 10:30 all   → free, 2 bookings 3 persons left for all, rule 1
        2026-05-05 10:00 all   → not that weekday, only [1]",
        none_used,
    );
    let slot = slots(&fewer, day("2026-05-04"), Audience::All)[2];
    assert_eq!(slot.capacity_by, Some(ExceptionId(2)), "the slot names the exception that changed it");
    let at = |n: usize| slots(&fewer, day("2026-05-04"), Audience::All)[n].cells().next().unwrap();
    let places = capacity_at(&fewer, at(2), Pool(Audience::All));
    assert_eq!(places, Some(Capacity { desks: 1, persons: 1 }));
    assert_eq!(capacity_at(&fewer, at(0), Pool(Audience::Citizens)), None);
}

#[test]
fn a_closure_may_come_back_every_year() {
    let yearly = week_and(
        "exception 1: court, every 12-24 to 01-02, closed: Christmas
         exception 2: site, every 02-29, closed: leap day",
    );
    let answer = |date: &str| why(&yearly, day(date), super::written::clock("09:00"), Audience::All, none_used);
    let closed = |date: &str| matches!(answer(date), Why::Closed { .. });
    assert!(closed("2026-12-28") && closed("2029-01-01") && closed("2029-12-24"));
    assert!(!closed("2026-12-21") && !closed("2027-01-04"));
    assert!(closed("2044-02-29") && !closed("2027-02-28") && !closed("2027-03-01"));
}

#[test]
fn what_to_do_instead_reaches_the_person() {
    let mut strike = week_and("exception 1: office, 2026-05-04, closed: sciopero");
    let what = BothLanguages { it: "Atti in scadenza: stanza 12".into(), en: "Deadline today: room 12".into() };
    if let Effect::Closed { what_to_do, .. } = &mut strike.exceptions[0].effect {
        *what_to_do = Some(what.clone());
    }
    let answer = why(&strike, day("2026-05-04"), super::written::clock("09:00"), Audience::All, none_used);
    let Why::Closed { what_to_do, .. } = answer else { panic!("not closed: {answer:?}") };
    assert_eq!(what_to_do, Some(what));
}

#[test]
fn a_booking_learns_which_exception_closes_its_office() {
    let closed = week_and(
        "exception 1: court, 2026-05-04, closed: strike
         exception 2: office, 2026-05-04, opened: 09:00-10:00, 30 min, 2 desks 2 persons, all
         exception 3: site, 2026-05-11, 10:00-11:00, closed: assembly
         exception 4: office, 2026-05-11, capacity: 9 desks 9 persons
         exception 5: site, 2026-05-18, closed: strike
         exception 6: court, 2026-05-18, opened: 09:00-10:00, 30 min, 2 desks 2 persons, all",
    );
    let by = |date: &str, from: &str, to: &str, share: Option<Audience>| {
        let hours = Hours { from: super::written::clock(from), to: super::written::clock(to) };
        closing_exception(&closed, day(date), hours, share.map(Pool)).map(|exception| exception.id.0)
    };
    assert_eq!(by("2026-05-04", "09:30", "10:00", Some(Audience::All)), None);
    assert_eq!(by("2026-05-04", "09:30", "10:00", None), None);
    assert_eq!(by("2026-05-04", "09:30", "10:00", Some(Audience::Citizens)), Some(1), "opened for others");
    assert_eq!(by("2026-05-04", "09:30", "10:05", Some(Audience::All)), Some(1), "opened for a part of it");
    assert_eq!(by("2026-05-04", "12:00", "12:30", Some(Audience::WalkIn)), Some(1));
    assert_eq!(by("2026-05-11", "09:30", "10:00", Some(Audience::All)), None, "it ends as the closure begins");
    assert_eq!(by("2026-05-11", "09:30", "10:05", Some(Audience::All)), Some(3));
    assert_eq!(by("2026-05-18", "09:30", "10:00", Some(Audience::All)), Some(5), "the site outranks the court");
    assert_eq!(by("2026-04-06", "09:30", "10:00", Some(Audience::All)), None, "a holiday is no exception");
}
