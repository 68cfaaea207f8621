// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use chrono::{Duration, NaiveDate, NaiveDateTime};
use proptest::prelude::*;

use super::*;

fn wall(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn said(zone: Zone, text: &str) -> String {
    match to_instant(zone, wall(text)) {
        CivilInstant::One(at) => format!("{at}"),
        CivilInstant::Fold { earlier, later } => format!("twice: {earlier}, {later}"),
        CivilInstant::Gap { missing_from, missing_until, at } => {
            format!("never: {} to {} at {at}", missing_from.format("%H:%M"), missing_until.format("%H:%M"))
        }
    }
}

#[test]
fn a_civil_time_of_rome_is_one_instant_or_two_or_none() {
    let table = "
        2026-01-15 09:00 → 2026-01-15T08:00:00Z
        2026-07-15 09:00 → 2026-07-15T07:00:00Z
        2026-03-28 09:00 → 2026-03-28T08:00:00Z
        2026-03-29 01:59 → 2026-03-29T00:59:00Z
        2026-03-29 02:00 → never: 02:00 to 03:00 at 2026-03-29T01:00:00Z
        2026-03-29 02:30 → never: 02:00 to 03:00 at 2026-03-29T01:00:00Z
        2026-03-29 02:59 → never: 02:00 to 03:00 at 2026-03-29T01:00:00Z
        2026-03-29 03:00 → 2026-03-29T01:00:00Z
        2026-03-29 09:00 → 2026-03-29T07:00:00Z
        2026-10-24 09:00 → 2026-10-24T07:00:00Z
        2026-10-25 01:59 → 2026-10-24T23:59:00Z
        2026-10-25 02:00 → twice: 2026-10-25T00:00:00Z, 2026-10-25T01:00:00Z
        2026-10-25 02:30 → twice: 2026-10-25T00:30:00Z, 2026-10-25T01:30:00Z
        2026-10-25 03:00 → 2026-10-25T02:00:00Z
        2026-10-25 09:00 → 2026-10-25T08:00:00Z";
    for line in table.trim().lines() {
        let (given, expected) = line.trim().split_once(" → ").unwrap();
        assert_eq!(said(Zone::ROME, given), expected, "{given}");
    }
}

#[test]
fn the_clocks_of_rome_change_when_the_calendar_of_2026_to_2030_says() {
    for (spring, autumn) in [
        ("2026-03-29", "2026-10-25"),
        ("2027-03-28", "2027-10-31"),
        ("2028-03-26", "2028-10-29"),
        ("2029-03-25", "2029-10-28"),
        ("2030-03-31", "2030-10-27"),
    ] {
        let jump = format!("never: 02:00 to 03:00 at {spring}T01:00:00Z");
        assert_eq!(said(Zone::ROME, &format!("{spring} 02:15")), jump);
        let twice = format!("twice: {autumn}T00:15:00Z, {autumn}T01:15:00Z");
        assert_eq!(said(Zone::ROME, &format!("{autumn} 02:15")), twice);
        let hours = |date: &str| {
            let (start, end) = day_bounds(Zone::ROME, day(date));
            end.since(start) / 3_600_000
        };
        assert_eq!((hours(spring), hours(autumn)), (23, 25));
        let year: i64 = day(spring).year_days().map(|date| hours(&date.to_string())).sum();
        let days = i64::try_from(day(spring).year_days().count()).unwrap();
        assert_eq!(year, days * 24, "the other days have 24 hours");
    }
}

trait YearDays {
    fn year_days(&self) -> Box<dyn Iterator<Item = NaiveDate>>;
}

impl YearDays for NaiveDate {
    fn year_days(&self) -> Box<dyn Iterator<Item = NaiveDate>> {
        use chrono::Datelike;
        let year = self.year();
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        Box::new(first.iter_days().take_while(move |date| date.year() == year))
    }
}

#[test]
fn midnight_may_be_missing_and_a_whole_day_too() {
    let beirut: Zone = "Asia/Beirut".parse().unwrap();
    let (start, end) = day_bounds(beirut, day("2026-03-29"));
    assert_eq!((start.to_string(), end.since(start)), ("2026-03-28T22:00:00Z".into(), 23 * 3_600_000));
    let apia: Zone = "Pacific/Apia".parse().unwrap();
    let (start, end) = day_bounds(apia, day("2011-12-30"));
    assert_eq!((start.to_string(), end), ("2011-12-30T10:00:00Z".into(), start));
    assert_eq!(said(apia, "2011-12-30 12:00"), "never: 00:00 to 00:00 at 2011-12-30T10:00:00Z");
    let havana: Zone = "America/Havana".parse().unwrap();
    let (start, end) = day_bounds(havana, day("2025-11-02"));
    assert_eq!(end.since(start), 25 * 3_600_000);
}

#[test]
fn a_missing_time_is_refused_or_moved_to_the_jump_and_a_double_one_is_the_first() {
    let refused = resolve(Zone::ROME, wall("2026-03-29 02:30")).unwrap_err();
    assert_eq!(refused.missing_until, wall("2026-03-29 03:00"));
    assert_eq!(
        refused.to_string(),
        "2026-03-29 02:30:00 does not exist in Europe/Rome: the clocks go from 2026-03-29 02:00:00 to 2026-03-29 03:00:00"
    );
    assert_eq!(resolve_forward(Zone::ROME, wall("2026-03-29 02:30")).to_string(), "2026-03-29T01:00:00Z");
    assert_eq!(resolve(Zone::ROME, wall("2026-10-25 02:30")).unwrap().to_string(), "2026-10-25T00:30:00Z");
    assert_eq!(resolve_forward(Zone::ROME, wall("2026-10-25 02:30")).to_string(), "2026-10-25T00:30:00Z");
}

#[test]
fn a_zone_is_written_by_its_name_and_a_wrong_name_is_refused() {
    assert_eq!(serde_json::to_string(&Zone::default()).unwrap(), "\"Europe/Rome\"");
    assert_eq!(serde_json::from_str::<Zone>("\"Europe/Rome\"").unwrap(), Zone::ROME);
    assert_eq!("Roma".parse::<Zone>().unwrap_err(), UnknownZone("Roma".into()));
    let told = serde_json::from_str::<Zone>("\"Roma\"").unwrap_err().to_string();
    assert!(told.contains("\"Roma\" is not the IANA name"), "{told}");
}

#[test]
fn an_instant_is_a_bare_number_on_the_wire_and_never_wraps() {
    assert_eq!(serde_json::to_string(&Millis(1_774_746_000_000)).unwrap(), "1774746000000");
    assert_eq!(serde_json::from_str::<Millis>("-5").unwrap(), Millis(-5));
    assert_eq!(Millis(i64::MAX).plus_minutes(1), Millis(i64::MAX));
    assert_eq!(Millis(i64::MIN).minus_minutes(i64::MAX), Millis(i64::MIN));
    assert_eq!(Millis(i64::MIN) - Millis(i64::MAX), i64::MIN);
    assert_eq!(Millis::from_seconds(90) - Millis::from_seconds(30), 60_000);
    assert_eq!(Millis(-1).seconds(), -1);
    for extreme in [Millis(i64::MIN), Millis(i64::MAX)] {
        let _ = (civil(Zone::ROME, extreme), Cell::of(extreme), extreme.to_string());
    }
}

#[test]
fn a_stay_takes_every_cell_it_touches() {
    let from = |text| resolve(Zone::ROME, wall(text)).unwrap();
    let count = |a, b| cells(from(a), from(b)).count();
    assert_eq!(count("2026-05-04 10:00", "2026-05-04 10:15"), 3);
    assert_eq!(count("2026-05-04 10:00", "2026-05-04 10:01"), 1);
    assert_eq!(count("2026-05-04 10:04", "2026-05-04 10:06"), 2);
    assert_eq!(count("2026-05-04 10:00", "2026-05-04 10:00"), 0);
    assert_eq!(count("2026-05-04 10:00", "2026-05-04 09:00"), 0);
    let first = cells(from("2026-05-04 10:00"), from("2026-05-04 10:15")).next().unwrap();
    assert_eq!((first.start(), first.end()), (from("2026-05-04 10:00"), from("2026-05-04 10:05")));
    assert_eq!(cells(Millis(i64::MIN), Millis(-1)).collect::<Vec<_>>(), [Cell(0)]);
}

proptest! {
    #[test]
    fn an_instant_shown_on_the_clock_and_read_back_is_itself_or_its_twin(ms in 0_i64..4_000_000_000_000) {
        for zone in ["Europe/Rome", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"] {
            let zone: Zone = zone.parse().unwrap();
            let at = Millis(ms);
            match to_instant(zone, civil(zone, at)) {
                CivilInstant::One(back) => prop_assert_eq!(back, at),
                CivilInstant::Fold { earlier, later } => prop_assert!(at == earlier || at == later),
                CivilInstant::Gap { .. } => prop_assert!(false, "the clocks showed it"),
            }
        }
    }

    #[test]
    fn days_follow_each_other_without_a_hole(offset in 0_i64..30_000) {
        let date = day("1970-01-02") + Duration::days(offset);
        for zone in ["Europe/Rome", "Asia/Beirut", "America/Havana", "America/Asuncion", "Pacific/Apia"] {
            let zone: Zone = zone.parse().unwrap();
            let (start, end) = day_bounds(zone, date);
            prop_assert_eq!(end, day_bounds(zone, date + Duration::days(1)).0);
            if end > start {
                prop_assert_eq!(civil(zone, start).date(), date);
                prop_assert_eq!(civil(zone, end.plus_ms(-1)).date(), date);
            }
        }
    }
}
