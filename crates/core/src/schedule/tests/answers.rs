// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use super::written::{check, day, none_used, office, said, starts};
use crate::schedule::*;
use crate::time::{Cell, Zone, resolve};

const REGISTRY: &str = "
    rule 1: mon, 09:00-10:00, 15 min, 2 desks 4 persons, all
    rule 2: mon, 10:30-11:20, 20 min, 1 desks 1 persons, citizens, leaving 10 min
    rule 3: mon, 12:00-12:40, 30 min, 3 desks 3 persons, walk_in
    rule 4: wed, 09:00-10:00, 30 min, 1 desks 1 persons, professionals, every 2 weeks from 2026-05-06
    rule 5: thu, 09:00-10:00, 30 min, 1 desks 1 persons, all, from 2026-06-01
    rule 6: fri, 09:00-10:00, 30 min, 1 desks 1 persons, all, until 2026-04-30
    rule 7: sat, 09:00-10:00, 30 min, 1 desks 1 persons, all, only last";

#[test]
fn every_time_says_why_it_is_free_or_not() {
    check(
        &office(REGISTRY),
        "
        2026-05-04 08:59 all           → outside hours, – to 09:00
        2026-05-04 09:00 all           → free, 2 bookings 4 persons left for all, rule 1
        2026-05-04 09:00 citizens      → free, 2 bookings 4 persons left for all, rule 1
        2026-05-04 09:00 walk_in       → only for all
        2026-05-04 09:01 all           → between 09:00 and 09:15, rule 1
        2026-05-04 09:46 all           → between 09:45 and –, rule 1
        2026-05-04 10:00 all           → outside hours, 10:00 to –
        2026-05-04 10:00 citizens      → outside hours, 10:00 to 10:30
        2026-05-04 10:30 citizens      → free, 1 bookings 1 persons left for citizens, rule 2
        2026-05-04 10:30 professionals → only for citizens
        2026-05-04 11:10 citizens      → left over until 11:20, rule 2
        2026-05-04 11:20 citizens      → outside hours, 11:20 to –
        2026-05-04 12:07 walk_in       → free, 3 bookings 3 persons left for walk_in, rule 3
        2026-05-04 12:39 walk_in       → free, 3 bookings 3 persons left for walk_in, rule 3
        2026-05-04 12:40 walk_in       → outside hours, 12:40 to –
        2026-05-04 12:07 citizens      → only for walk_in
        2026-05-04 12:07 agencies      → only for walk_in
        2026-05-05 09:00 all           → not that weekday, only [1, 6]
        2026-05-05 09:00 citizens      → not that weekday, only [1, 6]
        2026-05-05 09:00 walk_in       → not that weekday, only [1]
        2026-05-06 09:00 professionals → free, 1 bookings 1 persons left for professionals, rule 4
        2026-05-06 09:00 citizens      → only for professionals
        2026-05-13 09:00 professionals → not this week, rule 4
        2026-05-13 15:00 professionals → not this week, rule 4
        2026-05-20 09:00 professionals → free, 1 bookings 1 persons left for professionals, rule 4
        2026-05-07 09:00 all           → from 2026-06-01, rule 5
        2026-06-04 09:00 all           → free, 1 bookings 1 persons left for all, rule 5
        2026-04-24 09:00 all           → free, 1 bookings 1 persons left for all, rule 6
        2026-05-08 09:00 all           → until 2026-04-30, rule 6
        2026-05-09 09:00 all           → not this week, rule 7
        2026-05-30 09:00 all           → free, 1 bookings 1 persons left for all, rule 7
        2026-05-01 09:00 all           → holiday: FestaDelLavoro
        2026-05-03 09:00 all           → holiday: Sunday",
        none_used,
    );
}

#[test]
fn a_full_slot_says_what_is_taken_and_a_free_one_what_is_left() {
    let registry = office(REGISTRY);
    let at = |time: &str| {
        let instant = resolve(Zone::ROME, day("2026-05-04").and_time(super::written::clock(time))).unwrap();
        Cell::of(instant)
    };
    // One booking of three persons in the second cell of 09:00, four persons of two bookings from 09:15 on.
    let used = |cell: Cell, pool: Pool| match pool {
        Pool(Audience::All) if cell == at("09:05") => Used { bookings: 1, persons: 3 },
        Pool(Audience::All) if (at("09:15")..at("09:30")).contains(&cell) => Used { bookings: 1, persons: 4 },
        Pool(Audience::All) if (at("09:30")..at("09:45")).contains(&cell) => Used { bookings: 2, persons: 2 },
        Pool(Audience::All) if cell >= at("09:45") => Used { bookings: 9, persons: 9 },
        _ => Used::default(),
    };
    check(
        &registry,
        "
        2026-05-04 09:00 all      → free, 1 bookings 1 persons left for all, rule 1
        2026-05-04 09:15 all      → full, 1 of 2 bookings, 4 of 4 persons for all, rule 1
        2026-05-04 09:30 citizens → full, 2 of 2 bookings, 2 of 4 persons for all, rule 1
        2026-05-04 09:45 all      → full, 9 of 2 bookings, 9 of 4 persons for all, rule 1
        2026-05-04 10:30 citizens → free, 1 bookings 1 persons left for citizens, rule 2",
        used,
    );
    let lines = explain_day(&registry, day("2026-05-04"), Audience::Citizens, used);
    let lines: Vec<String> =
        lines.iter().map(|line| format!("{} {}", line.hours.from.format("%H:%M"), line.why.code())).collect();
    assert_eq!(lines, ["09:00 free", "09:15 full", "09:30 full", "09:45 full", "10:30 free", "10:50 free"]);
}

#[test]
fn an_audience_uses_its_own_share_first_and_then_that_of_all() {
    let shared = office(
        "
        rule 1: mon, 09:00-10:00, 30 min, 1 desks 1 persons, professionals
        rule 2: mon, 09:00-10:00, 20 min, 2 desks 2 persons, all
        rule 3: mon, 09:00-10:00, 60 min, 1 desks 1 persons, staff",
    );
    assert_eq!(starts(&shared, "2026-05-04", Audience::Professionals), "09:00 09:00 09:20 09:30 09:40");
    assert_eq!(starts(&shared, "2026-05-04", Audience::All), "09:00 09:20 09:40");
    let own_taken = |_, pool| Used { bookings: u32::from(pool == Pool(Audience::Professionals)), persons: 0 };
    let all_taken = |_, _| Used { bookings: 2, persons: 2 };
    let public_taken = |_, pool| match pool {
        Pool(Audience::Staff) => Used::default(),
        _ => Used { bookings: 2, persons: 2 },
    };
    check(
        &shared,
        "
        2026-05-04 09:00 professionals → free, 1 bookings 1 persons left for professionals, rule 1
        2026-05-04 09:20 professionals → free, 2 bookings 2 persons left for all, rule 2",
        none_used,
    );
    check(
        &shared,
        "
        2026-05-04 09:00 professionals → free, 2 bookings 2 persons left for all, rule 2
        2026-05-04 09:30 professionals → full, 1 of 1 bookings, 0 of 1 persons for professionals, rule 1",
        own_taken,
    );
    check(
        &shared,
        "2026-05-04 09:00 professionals → full, 2 of 1 bookings, 2 of 1 persons for professionals, rule 1",
        all_taken,
    );
    check(&shared, "2026-05-04 09:00 staff → free, 1 bookings 1 persons left for staff, rule 3", public_taken);
}

#[test]
fn on_each_date_the_highest_version_of_a_rule_that_is_valid_counts() {
    let changed = office(
        "
        rule 1: mon, 09:00-10:00, 30 min, 1 desks 1 persons, all
        rule 1 version 2: mon, 10:00-11:00, 30 min, 1 desks 1 persons, all, from 2026-06-01
        rule 1 version 3: tue, 10:00-11:00, 30 min, 1 desks 1 persons, all, from 2026-07-01, until 2026-07-31",
    );
    assert_eq!(validate(&changed), []);
    check(
        &changed,
        "
        2026-05-25 09:00 all → free, 1 bookings 1 persons left for all, rule 1
        2026-06-01 09:00 all → outside hours, – to 10:00
        2026-06-01 10:00 all → free, 1 bookings 1 persons left for all, rule 1 version 2
        2026-07-06 10:00 all → not that weekday, only [2]
        2026-07-07 10:00 all → free, 1 bookings 1 persons left for all, rule 1 version 3
        2026-08-03 10:00 all → free, 1 bookings 1 persons left for all, rule 1 version 2",
        none_used,
    );
}

#[test]
fn an_office_without_rules_says_that_it_has_no_hours_at_all() {
    let empty = office("exception 1: office, 2026-05-05, closed: moving house");
    check(
        &empty,
        "
        2026-05-04 09:00 all     → not that weekday, only []
        2026-05-05 09:00 walk_in → closed: moving house, exception 1 of the office",
        none_used,
    );
    assert!(explain_day(&empty, day("2026-05-04"), Audience::All, none_used).is_empty());
}

#[test]
fn an_answer_keeps_its_words_on_the_wire() {
    let registry = office(REGISTRY);
    let answer = why(&registry, day("2026-05-04"), super::written::clock("09:01"), Audience::All, none_used);
    let wire = serde_json::to_value(&answer).unwrap();
    assert_eq!(
        wire,
        serde_json::json!({
            "why": "between_slots",
            "source": { "kind": "rule", "id": 1, "version": 1 },
            "previous": "09:00:00",
            "next": "09:15:00"
        })
    );
    assert_eq!(serde_json::from_value::<Why>(wire).unwrap(), answer);
    let stored = serde_json::to_string(&registry).unwrap();
    assert_eq!(serde_json::from_str::<OfficeSchedule>(&stored).unwrap(), registry, "a schedule survives being stored");
    for time in ["08:00", "09:00", "10:30", "11:10", "12:00"] {
        let answer = why(&registry, day("2026-05-04"), super::written::clock(time), Audience::Citizens, none_used);
        let wire = serde_json::to_value(&answer).unwrap();
        assert_eq!(wire["why"], answer.code(), "{}", said(&answer));
        assert_eq!(serde_json::from_value::<Why>(wire).unwrap(), answer);
    }
}
