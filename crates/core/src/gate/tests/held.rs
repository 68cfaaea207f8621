// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A receipt is one gesture until it has been out of sight for three seconds.

use super::super::{Held, Sight};
use crate::{ids::GestureKey, time::Millis};

const SCAN: GestureKey = GestureKey(7);

#[test]
fn held_for_minutes_it_is_one_gesture() {
    let mut held = Held::default();
    assert_eq!(held.sees(1, Millis(0)), Sight::New);
    held.judged(1, SCAN, Millis(40));
    for at in (100..600_000).step_by(100) {
        assert_eq!(held.sees(1, Millis(at)), Sight::Same(SCAN), "after {at} ms");
    }
    assert_eq!(held.last_seen(SCAN), Some(Millis(599_900)));
}

#[test]
fn out_of_sight_for_three_seconds_it_is_a_new_gesture() {
    let mut held = Held::default();
    held.judged(1, SCAN, Millis(0));
    assert_eq!(held.sees(1, Millis(2_999)), Sight::Same(SCAN));
    assert_eq!(held.sees(1, Millis(5_999)), Sight::New);
    // Until it was judged it stays new, and what it was is not refreshed.
    assert_eq!(held.sees(1, Millis(6_000)), Sight::New);
    held.judged(1, GestureKey(8), Millis(6_100));
    assert_eq!(held.sees(1, Millis(6_200)), Sight::Same(GestureKey(8)));
    assert_eq!(held.last_seen(SCAN), None);
}

#[test]
fn two_receipts_before_one_camera_are_one_gesture_each() {
    let mut held = Held::default();
    held.judged(1, SCAN, Millis(0));
    held.judged(2, GestureKey(8), Millis(50));
    for at in (100..60_000).step_by(200) {
        assert_eq!(held.sees(1, Millis(at)), Sight::Same(SCAN), "after {at} ms");
        assert_eq!(held.sees(2, Millis(at + 100)), Sight::Same(GestureKey(8)), "after {at} ms");
    }
    assert_eq!(held.sees(3, Millis(60_000)), Sight::New);
}

#[test]
fn a_clock_put_back_neither_ends_a_gesture_nor_panics() {
    let mut held = Held::default();
    held.judged(1, SCAN, Millis(10_000));
    assert_eq!(held.sees(1, Millis(0)), Sight::Same(SCAN));
    assert_eq!(held.sees(1, Millis(i64::MIN)), Sight::Same(SCAN));
    assert_eq!(held.sees(1, Millis(i64::MAX)), Sight::New);
}

#[test]
fn any_number_of_receipts_may_come_one_after_the_other() {
    let mut held = Held::default();
    for n in 0..1_000_u32 {
        let at = Millis(i64::from(n) * 100);
        assert_eq!(held.sees(u128::from(n), at), Sight::New);
        held.judged(u128::from(n), GestureKey(u128::from(n)), at);
        assert_eq!(held.sees(u128::from(n), at + 50), Sight::Same(GestureKey(u128::from(n))));
    }
}
