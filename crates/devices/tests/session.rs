// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Generated frames in a row, through the real decoder: when a hint is given, and which.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod pictures;

use std::time::Duration;

use pictures::{fill, grey, mapped, patient_decoder, qr, qr_with_module};
use varco_devices::{CodeReader, FrameSession, Gray8, Hint, Sight};

const RECEIPT: &[u8] = b"VR1KXDMBVGEZ2Q5S7YH6PJ3LNWTA4RCFUKXDMBVGEZ2Q5S7YH6PJ3LNWTA4RCFUKXDMBVGEZ2Q5S7YH6PJ3LNWTA4RCFU\
KXDMBVGEZ2Q5S7YH6PJ3LNWTA4RCFUKXDMBVGEZ2Q5S7YH6PJ3LNWTA4RCFUKXDMBVGEZ2Q5S7YH6";

/// What is said of the same frame shown ten times a second for as many frames.
fn said_of(frame: &Gray8, frames: u64) -> Vec<Sight> {
    let decoder = patient_decoder();
    let mut session = FrameSession::new();
    (0..frames)
        .map(|at| {
            let reading = decoder.read(frame, session.look()).unwrap();
            session.step(Duration::from_millis(100 * at), frame, reading)
        })
        .collect()
}

fn hint_for(frame: &Gray8) -> Option<Hint> {
    match said_of(frame, 20).last() {
        Some(Sight::Advise(hint)) => Some(*hint),
        _ => None,
    }
}

#[test]
fn a_code_that_is_read_gets_no_hint_and_is_fresh_once() {
    let said = said_of(&qr(RECEIPT), 3);
    assert_eq!(said, [Sight::Read { fresh: true }, Sight::Read { fresh: false }, Sight::Read { fresh: false }]);
}

#[test]
fn an_empty_scene_gets_no_hint_however_long_or_dark_it_is() {
    for light in [0, 128, 255] {
        assert_eq!(hint_for(&grey(640, 360, light)), None);
    }
}

#[test]
fn a_hint_comes_after_more_than_a_second_and_not_before() {
    let mut frame = qr(RECEIPT);
    fill(&mut frame, (0.4, 0.4), (0.8, 0.8), 140);
    let said = said_of(&frame, 20);
    assert!(said[..12].iter().all(|sight| *sight == Sight::Trying), "{said:?}");
    assert!(said[12..].iter().all(|sight| matches!(sight, Sight::Advise(_))), "{said:?}");
}

#[test]
fn a_thumb_on_the_code_is_to_be_taken_away() {
    let mut frame = qr(RECEIPT);
    fill(&mut frame, (0.4, 0.4), (0.8, 0.8), 140);
    assert_eq!(hint_for(&frame), Some(Hint::Uncover));
}

#[test]
fn a_thumb_on_a_corner_is_to_be_taken_away() {
    let mut frame = qr(RECEIPT);
    fill(&mut frame, (0.0, 0.6), (0.4, 1.0), 140);
    assert_eq!(hint_for(&frame), Some(Hint::Uncover));
}

#[test]
fn a_reflection_on_the_code_is_to_be_tilted_away() {
    let mut frame = qr(RECEIPT);
    fill(&mut frame, (0.4, 0.4), (0.8, 0.8), 255);
    assert_eq!(hint_for(&frame), Some(Hint::Tilt));
}

#[test]
fn a_dim_screen_is_to_be_made_brighter() {
    let mut frame = qr(RECEIPT);
    fill(&mut frame, (0.4, 0.4), (0.8, 0.8), 140);
    assert_eq!(hint_for(&mapped(frame, |light| light / 4)), Some(Hint::Brighter));
}

#[test]
fn a_code_far_away_is_to_come_closer() {
    let mut frame = qr_with_module(RECEIPT, 2);
    fill(&mut frame, (0.4, 0.4), (0.8, 0.8), 140);
    assert_eq!(hint_for(&frame), Some(Hint::Closer));
}

#[test]
fn a_code_whose_modules_are_scattered_is_to_be_held_flat() {
    // Stripes of the code shifted sideways, as by folds; the marks at the corners stay whole.
    let whole = qr(RECEIPT);
    let (width, height) = (whole.width() as usize, whole.height());
    let mut pixels = whole.pixels().to_vec();
    for y in (height * 3 / 10)..(height * 7 / 10) {
        let shift = if (y / 20) % 2 == 0 { 8 } else { 3 };
        pixels[y as usize * width..(y as usize + 1) * width].rotate_right(shift);
    }
    assert_eq!(hint_for(&Gray8::new(whole.width(), height, pixels).unwrap()), Some(Hint::Flatten));
}

#[test]
fn a_code_that_is_taken_away_takes_its_hint_along() {
    let decoder = patient_decoder();
    let mut covered = qr(RECEIPT);
    fill(&mut covered, (0.4, 0.4), (0.8, 0.8), 140);
    let mut session = FrameSession::new();
    let mut show = |at: u64, frame: &Gray8| {
        let reading = decoder.read(frame, session.look()).unwrap();
        session.step(Duration::from_millis(at), frame, reading)
    };
    for at in 0..15 {
        show(100 * at, &covered);
    }
    let away = grey(640, 360, 200);
    assert_eq!(show(1500, &away), Sight::Advise(Hint::Uncover), "one lost frame is not the end");
    assert_eq!(show(2200, &away), Sight::Nothing);
    assert_eq!(show(2300, &covered), Sight::Trying, "the next code is given its own time");
}
