// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use chrono::NaiveDateTime;

use super::written::{clock, day, none_used, office};
use crate::schedule::*;
use crate::time::{Zone, resolve};

const WEEK: &str = "
    rule 1: mon, 09:00-11:00, 45 min, 1 desks 1 persons, citizens, leaving 30 min
    rule 2: mon, 10:30-12:30, 30 min, 1 desks 1 persons, professionals
    rule 3: mon, 15:00-16:00, 30 min, 1 desks 1 persons, walk_in
    rule 4: thu, 09:00-10:00, 30 min, 1 desks 1 persons, all
    exception 1: office, 2026-05-04, 11:00-11:30, closed: assembly
    exception 2: office, 2026-05-05, opened: 17:00-18:00, 30 min, 1 desks 1 persons, walk_in";

fn wall(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

#[test]
fn the_closed_screen_knows_when_the_office_is_open() {
    let week = office(WEEK);
    let hours = |date: &str| {
        let line = |hours: Hours| format!("{}-{}", hours.from.format("%H:%M"), hours.to.format("%H:%M"));
        opening_hours(&week, day(date)).into_iter().map(line).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(hours("2026-05-04"), "09:00-11:00 11:30-12:30 15:00-16:00");
    assert_eq!(hours("2026-05-11"), "09:00-12:30 15:00-16:00");
    assert_eq!(hours("2026-05-05"), "17:00-18:00");
    assert_eq!(hours("2026-05-06"), "");
    assert_eq!(hours("2026-04-06"), "", "Easter Monday");
    let open = |date: &str, time: &str| is_open(&week, day(date), clock(time));
    assert!(open("2026-05-04", "09:00") && open("2026-05-04", "10:59") && open("2026-05-04", "11:30"));
    assert!(!open("2026-05-04", "08:59") && !open("2026-05-04", "11:00") && !open("2026-05-04", "16:00"));
    assert_eq!(closing_time(&week, day("2026-05-04")), Some(clock("16:00")));
    assert_eq!(closing_time(&week, day("2026-05-06")), None);
}

#[test]
fn the_closed_screen_knows_when_the_office_opens_again() {
    let week = office(WEEK);
    for (after, opens) in [
        ("2026-05-04 07:00", "2026-05-04 09:00"),
        ("2026-05-04 09:00", "2026-05-04 11:30"),
        ("2026-05-04 16:30", "2026-05-05 17:00"),
        ("2026-05-05 18:00", "2026-05-07 09:00"),
        ("2026-04-02 10:00", "2026-04-09 09:00"),
    ] {
        assert_eq!(next_opening(&week, wall(after)), Some(wall(opens)), "after {after}");
    }
    assert_eq!(
        next_opening(
            &office("rule 1: mon, 09:00-10:00, 30 min, 1 desks 1 persons, all, until 2026-01-31"),
            wall("2026-02-01 09:00")
        ),
        None
    );
    let far = office("rule 1: mon, 09:00-10:00, 30 min, 1 desks 1 persons, all, from 2027-03-01");
    assert_eq!(next_opening(&far, wall("2026-02-01 09:00")), Some(wall("2027-03-01 09:00")), "393 days ahead");
}

#[test]
fn the_next_free_place_may_be_today_or_another_day() {
    let week = office(WEEK);
    let next = |audience, from: &str, used: &dyn Fn(Pool) -> Used| {
        let from = resolve(Zone::ROME, wall(from)).unwrap();
        next_free(&week, audience, from, |_, pool| used(pool))
            .map(|slot| slot.date.and_time(slot.hours.from).format("%Y-%m-%d %H:%M").to_string())
    };
    let free = |_: Pool| Used::default();
    let own_full = |pool| if pool == Pool(Audience::All) { Used::default() } else { Used { bookings: 1, persons: 1 } };
    assert_eq!(next(Audience::Citizens, "2026-05-04 09:00", &free).unwrap(), "2026-05-04 09:00");
    assert_eq!(next(Audience::Citizens, "2026-05-04 09:01", &free).unwrap(), "2026-05-04 09:45");
    assert_eq!(next(Audience::Citizens, "2026-05-04 09:01", &own_full).unwrap(), "2026-05-07 09:00");
    assert_eq!(next(Audience::WalkIn, "2026-05-04 09:01", &free).unwrap(), "2026-05-04 15:00");
    assert_eq!(next(Audience::WalkIn, "2026-05-04 15:10", &free).unwrap(), "2026-05-04 15:00", "they may come now");
    assert_eq!(next(Audience::WalkIn, "2026-05-04 16:00", &free).unwrap(), "2026-05-05 17:00");
    assert_eq!(next(Audience::WalkIn, "2026-05-04 09:01", &own_full), None);
    let all = slots(&week, day("2026-05-07"), Audience::Staff);
    assert_eq!(all.len(), 2, "staff may use the share of all");
    assert_eq!(next_free(&week, Audience::Staff, all[1].start, none_used).map(|slot| slot.start), Some(all[1].start));
}
