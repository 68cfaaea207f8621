// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use super::written::{clock, day, office};
use crate::schedule::*;

fn told(lines: &str, house: House) -> Vec<String> {
    house.faults(&office(lines), day("2026-09-21")).iter().map(ToString::to_string).collect()
}

#[test]
fn hours_before_the_doors_open_or_after_they_close_are_told() {
    let house = House { opens_at: Some(clock("08:30:00")), closes_at: Some(clock("13:00:00")), ..House::default() };
    let rule = |hours: &str| format!("rule 1: mon, {hours}, 30 min, 1 desks 1 persons, all");
    assert_eq!(told(&rule("08:00-12:00"), house), ["rule 1 begins at 08:00:00, the doors open at 08:30:00"]);
    assert_eq!(told(&rule("09:00-13:30"), house), ["rule 1 ends at 13:30:00, the building closes at 13:00:00"]);
    assert_eq!(told(&rule("08:30-13:00"), house), [""; 0]);
    assert_eq!(told(&rule("00:00-23:30"), House::default()), [""; 0], "where nothing is stated nothing is wrong");
}

#[test]
fn desks_that_two_bands_use_at_one_time_are_told_once_with_the_first_date() {
    let house = House { desks: Some(3), ..House::default() };
    let two = "rule 1: mon, 09:00-12:00, 20 min, 2 desks 2 persons, citizens\n\
               rule 2: mon, 11:00-13:00, 20 min, 2 desks 2 persons, professionals, from 2026-10-01";
    assert_eq!(told(two, house), ["4 desks are used at 11:00:00 on 2026-10-05, the office has 3"]);
    let after = "rule 1: mon, 09:00-12:00, 20 min, 2 desks 2 persons, citizens\n\
                 rule 2: mon, 12:00-13:00, 20 min, 2 desks 2 persons, professionals";
    assert_eq!(told(after, house), [""; 0]);
    let other_weeks = "rule 1: mon, 09:00-12:00, 20 min, 2 desks 2 persons, citizens, every 2 weeks from 2026-09-21\n\
                       rule 2: mon, 09:00-12:00, 20 min, 2 desks 2 persons, all, every 2 weeks from 2026-09-28";
    assert_eq!(told(other_weeks, house), [""; 0]);
}

#[test]
fn more_persons_than_the_desks_have_cases_for_are_told_and_not_refused() {
    let house = House { cases_max: Some(1), ..House::default() };
    let office = office("rule 1: mon, 09:00-12:00, 20 min, 2 desks 4 persons, all");
    let faults = house.faults(&office, day("2026-09-21"));
    assert_eq!(faults.len(), 1);
    assert!(faults[0].is_only_told());
    assert_eq!(House { cases_max: Some(2), ..house }.faults(&office, day("2026-09-21")), []);
}
