// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use super::written::{day, office};
use crate::schedule::*;

/// `5 slots, 9 bookings, 18 persons: 09:00 4, 09:15 2`
fn said(office: &OfficeSchedule, date: &str) -> String {
    let figures = day_figures(office, day(date));
    let quarters = figures.arrivals.iter().map(|q| format!("{} {}", q.from.format("%H:%M"), q.persons));
    let quarters = quarters.collect::<Vec<_>>().join(", ");
    let DayFigures { slots, bookings, persons, .. } = figures;
    format!("{slots} slots, {bookings} bookings, {persons} persons: {quarters}")
}

const WEEK: &str = "
    rule 1: mon, 09:00-10:00, 20 min, 2 desks 4 persons, citizens
    rule 2: mon, 09:30-10:30, 30 min, 1 desks 1 persons, professionals
    exception 1: office, 2026-05-11, closed: strike
    exception 2: office, 2026-05-18, capacity: 1 desks 2 persons, citizens
    exception 3: office, 2026-05-12, opened: 17:00-17:30, 10 min, 1 desks 1 persons, all";

#[test]
fn a_day_says_what_it_offers_and_when_people_would_come() {
    let week = office(WEEK);
    assert_eq!(said(&week, "2026-05-04"), "5 slots, 8 bookings, 14 persons: 09:00 4, 09:15 4, 09:30 5, 10:00 1");
    assert_eq!(said(&week, "2026-05-11"), "0 slots, 0 bookings, 0 persons: ");
    assert_eq!(said(&week, "2026-05-12"), "3 slots, 3 bookings, 3 persons: 17:00 2, 17:15 1");
    assert_eq!(said(&week, "2026-05-18"), "5 slots, 5 bookings, 8 persons: 09:00 2, 09:15 2, 09:30 3, 10:00 1");
    assert_eq!(day_figures(&week, day("2026-05-04")).peak(), 5);
    assert_eq!(day_figures(&week, day("2026-05-11")).peak(), 0);
}

#[test]
fn ten_minute_slots_are_tried_before_they_are_saved() {
    let week = office(WEEK);
    let shorter = week.what_if(WhatIf { slot_minutes: Some(10), ..WhatIf::default() });
    let figures = day_figures(&shorter, day("2026-05-04"));
    assert_eq!((figures.slots, figures.bookings, figures.persons, figures.peak()), (12, 18, 30, 10));
    assert!(validate(&shorter).is_empty(), "{:?}", validate(&shorter));
    let fewer = week.what_if(WhatIf { slot_minutes: Some(45), desks: Some(1), persons_per_slot: Some(1) });
    assert_eq!(said(&fewer, "2026-05-04"), "2 slots, 2 bookings, 2 persons: 09:00 1, 09:30 1");
    assert_eq!(fewer.rules.iter().map(|rule| rule.band.remainder_minutes).collect::<Vec<_>>(), [15, 15]);
    assert_eq!(week.what_if(WhatIf::default()), week);
}

#[test]
fn what_cannot_be_is_told_and_does_not_break() {
    let none = office(WEEK).what_if(WhatIf { slot_minutes: Some(0), ..WhatIf::default() });
    assert_eq!(said(&none, "2026-05-04"), "0 slots, 0 bookings, 0 persons: ");
    let faults = validate(&none).into_iter().map(|fault| fault.to_string()).collect::<Vec<_>>();
    assert!(faults.iter().all(|fault| fault.contains("0 minutes")), "{faults:?}");
    assert_eq!(faults.len(), 3);
}
