// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use super::*;
use crate::{
    ids::{OfficeId, ServiceId},
    testing::{DATE, World, clock, issue},
    time::Millis,
};

fn at(hours: u32, minutes: u32) -> Millis {
    clock(DATE, chrono::NaiveTime::from_hms_opt(hours, minutes, 0).expect("a time"), false)
}

fn issued(causes: &[IssueCause]) -> Booking {
    let mut booking = World::new().booking;
    for (n, cause) in (1_u32..).zip(causes) {
        booking.issues.push(issue(u64::from(n) + 1, at(8, n), *cause));
    }
    booking
}

fn seconds(booking: &Booking, issue: usize) -> u32 {
    booking.issues[issue].issued_at
}

#[test]
fn loss_sharing_and_another_person_retire_older_receipts_and_a_move_does_not() {
    for (cause, retires) in [
        (IssueCause::Moved, false),
        (IssueCause::Lost, true),
        (IssueCause::Shared, true),
        (IssueCause::OtherPerson, true),
    ] {
        let booking = issued(&[cause]);
        assert_eq!(booking.retired(seconds(&booking, 0)), retires, "{cause:?}");
        assert!(!booking.retired(seconds(&booking, 1)), "{cause:?} leaves its own receipt alone");
        assert_eq!(booking.moved_since(seconds(&booking, 0)), cause == IssueCause::Moved, "{cause:?}");
    }
}

#[test]
fn the_latest_receipt_is_the_youngest_in_whatever_order_they_are_known() {
    let mut booking = issued(&[IssueCause::Lost, IssueCause::Moved]);
    let latest = seconds(&booking, 2);
    booking.issues.reverse();
    assert_eq!(booking.latest_issue().map(|i| i.issued_at), Some(latest));
    assert!(booking.moved_since(latest - 1) && !booking.moved_since(latest));
}

#[test]
fn a_second_issue_within_one_second_or_by_a_slow_clock_is_younger_all_the_same() {
    let mut booking = issued(&[]);
    let first = seconds(&booking, 0);
    let now = Millis::from_seconds(i64::from(first));
    assert_eq!(booking.next_issued_at(now), first + 1);
    assert_eq!(booking.next_issued_at(now.minus_minutes(60)), first + 1);
    assert_eq!(booking.next_issued_at(now.plus_minutes(1)), first + 60);
    booking.issues.clear();
    assert_eq!(booking.next_issued_at(now), first);
}

#[test]
fn every_receipt_of_a_booking_has_a_code_that_names_it() {
    let mut world = World::new();
    let booking = issued(&[IssueCause::Lost]);
    world.day.put(booking.clone());
    for issue in &booking.issues {
        assert_eq!(world.day.codes.get(&issue.code), Some(&(booking.id, issue.issued_at)));
    }
}

#[test]
fn the_window_is_the_services_else_the_offices_else_a_quarter_of_an_hour() {
    let mut world = World::new();
    let (office, service) = (world.booking.office, world.booking.service);
    world.policy().early_minutes = 20;
    assert_eq!(world.day.window(office, Some(service)), (20, 15));
    world.day.services.get_mut(&service).expect("the service").window = Some((5, 0));
    assert_eq!(world.day.window(office, Some(service)), (5, 0));
    assert_eq!(world.day.window(office, None), (20, 15));
    assert_eq!(world.day.window(OfficeId(99), Some(ServiceId(99))), (15, 15));
}

#[test]
fn a_visit_known_by_signature_lasts_as_long_as_the_longest_service() {
    let world = World::new();
    assert_eq!(world.day.longest_service_minutes(world.booking.office), 45);
    assert_eq!(world.day.longest_service_minutes(OfficeId(99)), 30);
}
