// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use chrono::{Datelike, NaiveDate};

use super::written::{check, day, none_used, office, starts};
use crate::schedule::*;

/// Computed apart from this code, from the laws, and checked on 24 November 2026.
const NATIONAL_2026_TO_2030: &str = "
    2026-01-01 gio Capodanno
    2026-01-06 mar Epifania
    2026-04-05 dom Pasqua
    2026-04-06 lun LunediDellAngelo
    2026-04-25 sab Liberazione
    2026-05-01 ven FestaDelLavoro
    2026-06-02 mar FestaDellaRepubblica
    2026-08-15 sab Assunzione
    2026-10-04 dom SanFrancesco
    2026-11-01 dom Ognissanti
    2026-12-08 mar Immacolata
    2026-12-25 ven Natale
    2026-12-26 sab SantoStefano
    2027-01-01 ven Capodanno
    2027-01-06 mer Epifania
    2027-03-28 dom Pasqua
    2027-03-29 lun LunediDellAngelo
    2027-04-25 dom Liberazione
    2027-05-01 sab FestaDelLavoro
    2027-06-02 mer FestaDellaRepubblica
    2027-08-15 dom Assunzione
    2027-10-04 lun SanFrancesco
    2027-11-01 lun Ognissanti
    2027-12-08 mer Immacolata
    2027-12-25 sab Natale
    2027-12-26 dom SantoStefano
    2028-01-01 sab Capodanno
    2028-01-06 gio Epifania
    2028-04-16 dom Pasqua
    2028-04-17 lun LunediDellAngelo
    2028-04-25 mar Liberazione
    2028-05-01 lun FestaDelLavoro
    2028-06-02 ven FestaDellaRepubblica
    2028-08-15 mar Assunzione
    2028-10-04 mer SanFrancesco
    2028-11-01 mer Ognissanti
    2028-12-08 ven Immacolata
    2028-12-25 lun Natale
    2028-12-26 mar SantoStefano
    2029-01-01 lun Capodanno
    2029-01-06 sab Epifania
    2029-04-01 dom Pasqua
    2029-04-02 lun LunediDellAngelo
    2029-04-25 mer Liberazione
    2029-05-01 mar FestaDelLavoro
    2029-06-02 sab FestaDellaRepubblica
    2029-08-15 mer Assunzione
    2029-10-04 gio SanFrancesco
    2029-11-01 gio Ognissanti
    2029-12-08 sab Immacolata
    2029-12-25 mar Natale
    2029-12-26 mer SantoStefano
    2030-01-01 mar Capodanno
    2030-01-06 dom Epifania
    2030-04-21 dom Pasqua
    2030-04-22 lun LunediDellAngelo
    2030-04-25 gio Liberazione
    2030-05-01 mer FestaDelLavoro
    2030-06-02 dom FestaDellaRepubblica
    2030-08-15 gio Assunzione
    2030-10-04 ven SanFrancesco
    2030-11-01 ven Ognissanti
    2030-12-08 dom Immacolata
    2030-12-25 mer Natale
    2030-12-26 gio SantoStefano";

#[test]
fn the_national_holidays_of_2026_to_2030_are_those_and_no_others() {
    let weekdays = ["lun", "mar", "mer", "gio", "ven", "sab", "dom"];
    let mut computed = String::new();
    for date in day("2026-01-01").iter_days().take_while(|date| date.year() <= 2030) {
        if let Some(holiday) = NationalHoliday::on(date) {
            let weekday = weekdays[date.weekday().num_days_from_monday() as usize];
            computed.push_str(&format!("\n    {date} {weekday} {holiday:?}"));
        }
    }
    assert_eq!(computed, NATIONAL_2026_TO_2030);
}

#[test]
fn every_holiday_has_a_law_and_begins_with_it() {
    for holiday in NationalHoliday::EVERY {
        assert!(holiday.law().contains('/'), "{holiday:?}");
        assert_eq!(holiday.in_year(1948), None);
        assert!(holiday.in_year(2026).is_some() && holiday.in_year(9999).is_some());
        assert_eq!(holiday.in_year(i32::MAX), None);
        assert_eq!(holiday.in_year(i32::MIN), None);
    }
    let on = |date: &str| HolidayCalendar::default().on(day(date));
    assert_eq!(on("2025-10-04"), None, "San Francesco was no holiday before 2026: an ordinary Saturday");
    let san_francesco = Some(Holiday::National { day: NationalHoliday::SanFrancesco });
    assert_eq!(on("2026-10-04"), san_francesco, "a Sunday too, but the holiday is what is said");
    assert_eq!(on("2027-10-04"), san_francesco);
    for past in ["2026-03-19", "2026-05-14", "2026-06-04", "2026-06-29", "2026-11-04"] {
        assert_eq!(on(past), None, "no holiday any more: {past}");
    }
}

#[test]
fn easter_is_where_the_church_has_it() {
    for date in [
        "1961-04-02",
        "1999-04-04",
        "2000-04-23",
        "2008-03-23",
        "2011-04-24",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2028-04-16",
        "2029-04-01",
        "2030-04-21",
        "2038-04-25",
        "2285-03-22",
    ] {
        assert_eq!(easter_sunday(day(date).year()), Some(day(date)));
    }
    for year in 1583..=9999 {
        let date = easter_sunday(year).unwrap();
        let range = (NaiveDate::from_ymd_opt(year, 3, 22).unwrap())..=(NaiveDate::from_ymd_opt(year, 4, 25).unwrap());
        assert!(date.weekday() == chrono::Weekday::Sun && range.contains(&date), "{date}");
    }
    assert_eq!((easter_sunday(1582), easter_sunday(10_000), easter_sunday(-1)), (None, None, None));
}

#[test]
fn a_patron_saints_day_closes_the_sites_that_keep_it() {
    let of = |city: &str| KNOWN_PATRONS.iter().find(|known| known.city == city).unwrap().patron();
    let at = |city: &str, date: &str| HolidayCalendar { patron: Some(of(city)), ..Default::default() }.on(day(date));
    let named = |name: &str, legal_holiday| Some(Holiday::Patron { name: name.into(), legal_holiday });
    assert_eq!(at("Roma", "2027-06-29"), named("Santi Pietro e Paolo", true));
    assert_eq!(at("Milano", "2027-06-29"), None, "an ordinary Tuesday in Milan");
    assert_eq!(at("Milano", "2026-12-07"), named("Sant'Ambrogio", false));
    assert_eq!(at("Pistoia", "2026-07-25"), named("San Jacopo", false), "a Saturday in 2026");
    assert_eq!(HolidayCalendar::default().on(day("2026-07-25")), None, "only where the court entered it");
    let both = at("Bologna", "2027-10-04");
    assert_eq!(both, Some(Holiday::National { day: NationalHoliday::SanFrancesco }), "one closed day, not two");
    for known in KNOWN_PATRONS {
        let read_back: MonthDay = known.day.to_string().parse().unwrap();
        assert_eq!(read_back, known.day);
    }
}

const AUGUST: &str = "
    rule 1: mon, 09:00-10:00, 60 min, 1 desks 1 persons, all
    rule 2: mon, 10:00-11:00, 60 min, 1 desks 1 persons, walk_in
    exception 1: office, 2026-08-10, opened: 09:00-10:00, 30 min, 1 desks 1 persons, all";

#[test]
fn in_august_an_office_does_what_it_has_chosen() {
    let mut registry = office(AUGUST);
    assert_eq!(starts(&registry, "2026-08-03", Audience::All), "09:00");
    registry.holidays.summer = Summer::NoBookings;
    check(
        &registry,
        "
        2026-07-27 09:00 all     → free, 1 bookings 1 persons left for all, rule 1
        2026-08-03 09:00 all     → holiday: SummerSuspension
        2026-08-03 10:30 walk_in → free, 1 bookings 1 persons left for walk_in, rule 2
        2026-08-03 10:30 all     → only for walk_in
        2026-08-10 09:00 all     → free, 1 bookings 1 persons left for all, exception 1
        2026-08-31 09:00 all     → holiday: SummerSuspension
        2026-09-07 09:00 all     → free, 1 bookings 1 persons left for all, rule 1",
        none_used,
    );
    registry.holidays.summer = Summer::Closed;
    check(
        &registry,
        "
        2026-08-03 09:00 all     → holiday: SummerSuspension
        2026-08-03 10:30 walk_in → holiday: SummerSuspension
        2026-08-10 09:30 all     → free, 1 bookings 1 persons left for all, exception 1",
        none_used,
    );
}

#[test]
fn an_office_outside_the_law_on_holidays_keeps_none() {
    let mut other = office("rule 1: mon, 09:00-10:00, 60 min, 1 desks 1 persons, all");
    other.holidays.national = NationalDays::None;
    assert_eq!(starts(&other, "2026-04-06", Audience::All), "09:00");
}

#[test]
fn a_request_sent_on_a_holiday_counts_from_the_next_working_day() {
    let calendar = HolidayCalendar { summer: Summer::Closed, ..Default::default() };
    for (sent, saturdays, counts) in [
        ("2026-05-30", false, "2026-06-01"),
        ("2026-05-30", true, "2026-05-30"),
        ("2026-06-02", false, "2026-06-03"),
        ("2026-12-24", false, "2026-12-24"),
        ("2026-12-25", true, "2026-12-28"),
        ("2026-08-03", false, "2026-08-03"),
    ] {
        assert_eq!(calendar.working_day_from(day(sent), saturdays), day(counts), "{sent}");
    }
}
