// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use chrono::NaiveDate;

use super::written::{day, office};
use crate::schedule::*;

fn told(schedule: &OfficeSchedule) -> String {
    validate(schedule).iter().map(ToString::to_string).collect::<Vec<_>>().join(" | ")
}

#[test]
fn a_schedule_that_cannot_be_says_what_is_wrong() {
    for (line, fault) in [
        ("rule 1: mon, 09:00-12:00, 15 min, 2 desks 2 persons, all", ""),
        (
            "rule 1: mon, 12:00-09:00, 15 min, 2 desks 2 persons, all",
            "rule 1 version 1: 12:00:00 is not before 09:00:00",
        ),
        (
            "rule 1: mon, 09:00-09:00, 15 min, 2 desks 2 persons, all",
            "rule 1 version 1: 09:00:00 is not before 09:00:00",
        ),
        (
            "rule 1: mon, 09:02-12:00, 15 min, 2 desks 2 persons, all",
            "rule 1 version 1: 09:02:00 is not a multiple of five minutes",
        ),
        (
            "rule 1: mon, 09:00-12:00, 12 min, 2 desks 2 persons, all",
            "rule 1 version 1: a slot of 12 minutes is not a multiple of five minutes",
        ),
        (
            "rule 1: mon, 09:00-12:00, 0 min, 2 desks 2 persons, all",
            "rule 1 version 1: a slot of 0 minutes is not a multiple of five minutes",
        ),
        (
            "rule 1: mon, 09:00-09:30, 45 min, 2 desks 2 persons, all",
            "rule 1 version 1: a slot of 45 minutes does not fit into 30 minutes",
        ),
        (
            "rule 1: mon, 09:00-10:00, 25 min, 2 desks 2 persons, all",
            "rule 1 version 1: 10 minutes are left over at the end, stated were 0",
        ),
        ("rule 1: mon, 09:00-10:00, 25 min, 2 desks 2 persons, all, leaving 10 min", ""),
        (
            "rule 1: mon, 09:00-10:00, 20 min, 2 desks 2 persons, all, leaving 10 min",
            "rule 1 version 1: 0 minutes are left over at the end, stated were 10",
        ),
        ("rule 1: mon, 09:00-10:00, 25 min, 2 desks 2 persons, walk_in", ""),
        (
            "rule 1: mon, 09:00-10:00, 20 min, 0 desks 2 persons, all",
            "rule 1 version 1: there must be at least one desk",
        ),
        (
            "rule 1: mon, 09:00-10:00, 20 min, 3 desks 2 persons, all",
            "rule 1 version 1: 2 persons are fewer than 3 desks",
        ),
        (
            "rule 1: sun, 09:00-10:00, 20 min, 1 desks 1 persons, all",
            "rule 1 is for Sundays, which are kept as holidays: enter an extraordinary opening instead",
        ),
        (
            "rule 1: mon, 09:00-10:00, 20 min, 1 desks 1 persons, all, every 1 weeks from 2026-01-05",
            "rule 1: every 1 weeks is not between every 2 and every 52 weeks",
        ),
        (
            "rule 1: mon, 09:00-10:00, 20 min, 1 desks 1 persons, all, every 53 weeks from 2026-01-05",
            "rule 1: every 53 weeks is not between every 2 and every 52 weeks",
        ),
        (
            "rule 1: mon, 09:00-10:00, 20 min, 1 desks 1 persons, all, from 2026-05-02, until 2026-05-01",
            "rule 1 is valid from 2026-05-02 but only until 2026-05-01",
        ),
        (
            "exception 1: office, 2026-05-02 to 2026-05-01, closed: strike",
            "exception 1 is from 2026-05-02 but only to 2026-05-01",
        ),
        ("exception 1: office, every 12-24 to 01-06, closed: strike", ""),
        (
            "exception 1: office, 2026-05-02, 11:00-10:00, closed: strike",
            "exception 1: its hours must begin before they end",
        ),
        (
            "exception 1: office, 2026-05-02, 10:00-10:33, closed: strike",
            "exception 1: 10:33:00 is not a multiple of five minutes",
        ),
        (
            "exception 1: office, 2026-05-02, 10:00-11:00, opened: 10:00-11:00, 20 min, 1 desks 1 persons, all",
            "exception 1 opens: its hours are those of its band, no others",
        ),
        (
            "exception 1: office, 2026-05-02, opened: 10:00-11:00, 20 min, 0 desks 1 persons, all",
            "exception 1: there must be at least one desk",
        ),
        (
            "exception 1: office, 2026-05-02, capacity: 0 desks 1 persons",
            "exception 1: there must be at least one desk",
        ),
        (
            "exception 1: office, 2026-05-02, capacity: 2 desks 1 persons",
            "exception 1: 1 persons are fewer than 2 desks",
        ),
    ] {
        assert_eq!(told(&office(line)), fault, "{line}");
    }
    let mut silent = office("exception 1: office, 2026-05-02, closed: strike");
    if let Effect::Closed { reason_en, .. } = &mut silent.exceptions[0].effect {
        *reason_en = " ".into();
    }
    assert_eq!(told(&silent), "exception 1 closes: people must be told why, in Italian and in English");
    let mut odd = office("rule 1: mon, 09:00-10:00, 20 min, 1 desks 1 persons, all");
    odd.rules[0].weekday = 0;
    assert_eq!(told(&odd), "rule 1: 0 is not a weekday, 1 is Monday and 7 Sunday");
}

#[test]
fn two_rules_that_want_the_same_hours_for_the_same_audience_are_refused() {
    let rule = "09:00-10:00, 20 min, 1 desks 1 persons";
    for (one, other, first_date) in [
        ("mon, {}, all", "mon, {}, all", Some("2020-01-06")),
        ("mon, {}, all", "tue, {}, all", None),
        ("mon, {}, all", "mon, {}, citizens", None),
        ("mon, {}, all, until 2026-05-31", "mon, {}, all, from 2026-06-01", None),
        ("mon, {}, all, until 2026-06-01", "mon, {}, all, from 2026-06-01", Some("2026-06-01")),
        ("mon, {}, all, every 2 weeks from 2026-01-05", "mon, {}, all, every 2 weeks from 2026-01-12", None),
        (
            "mon, {}, all, every 2 weeks from 2026-01-05",
            "mon, {}, all, every 3 weeks from 2026-01-12",
            Some("2020-02-10"),
        ),
        (
            "mon, {}, all, every 51 weeks from 2026-01-05",
            "mon, {}, all, every 52 weeks from 2026-01-12",
            Some("2025-01-13"),
        ),
        ("mon, {}, all, only first", "mon, {}, all, only second", None),
        ("mon, {}, all, only last", "mon, {}, all, only third", None),
        ("mon, {}, all, only last", "mon, {}, all, only fifth", Some("2020-03-30")),
        ("mon, {}, all, only first", "mon, {}, all, every 2 weeks from 2026-01-12", Some("2020-01-06")),
    ] {
        let lines = format!("rule 1: {}\nrule 2: {}", one.replace("{}", rule), other.replace("{}", rule));
        let found = validate(&office(&lines));
        let expected: Vec<NaiveDate> = first_date.map(day).into_iter().collect();
        let dates: Vec<NaiveDate> = found
            .iter()
            .map(|fault| match fault {
                ScheduleFault::BandsOverlap { first_date, .. } => *first_date,
                other => panic!("{other}"),
            })
            .collect();
        assert_eq!(dates, expected, "{lines}");
    }
}

#[test]
fn versions_of_one_rule_follow_each_other_but_none_comes_twice() {
    let version_2 = "
        rule 1: mon, 09:00-10:00, 20 min, 1 desks 1 persons, all
        rule 1 version 2: mon, 09:30-10:30, 20 min, 1 desks 1 persons, all, from 2026-06-01";
    assert_eq!(told(&office(version_2)), "");
    let twice = "
        rule 1: mon, 09:00-10:00, 20 min, 1 desks 1 persons, all
        rule 1: tue, 09:00-10:00, 20 min, 1 desks 1 persons, all";
    assert_eq!(told(&office(twice)), "rule 1 has version 1 twice");
    let exceptions = "
        exception 1: office, 2026-05-02, closed: strike
        exception 1: site, 2026-05-03, closed: strike";
    assert_eq!(told(&office(exceptions)), "there are two exceptions 1");
}

#[test]
fn a_text_that_is_no_day_of_the_year_is_refused() {
    for bad in ["", "7-25", "07/25", "13-01", "00-10", "02-30", "07-32", "07-25-2026", "+7-25", "à7-25"] {
        assert_eq!(bad.parse::<MonthDay>(), Err(NotADayOfTheYear(bad.into())));
    }
    assert_eq!("02-29".parse::<MonthDay>().map(|day| (day.month(), day.day())), Ok((2, 29)));
}
