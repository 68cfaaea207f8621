// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Codes written by another crate, drawn and read back; and pictures that are none.

mod pictures;

use std::time::Duration;

use pictures::{Picture, coded, drawn, read, turned};
use proptest::prelude::*;
use qrcode::{EcLevel, QrCode, Version};
use varco_reader::{Frame, Level, Limits, Reader, Why};

#[test]
fn every_version_and_level_is_read_in_every_quarter_turn() {
    let levels = [(EcLevel::L, Level::L), (EcLevel::M, Level::M), (EcLevel::Q, Level::Q), (EcLevel::H, Level::H)];
    for version in 1..=10 {
        for (turns, (written, level)) in levels.into_iter().enumerate() {
            let code = coded(b"VARCO 7", version, written);
            let read = read(&turned(drawn(&code, 4, turns == 2), turns));
            let read = read.unwrap_or_else(|why| panic!("version {version}, {level:?}: {why:?}"));
            assert_eq!(read.text, b"VARCO 7", "version {version}, {level:?}");
            assert_eq!((i16::from(read.version), read.level, read.inverted), (version, level, turns == 2));
            assert!(read.confidence > 0.6, "version {version}, {level:?}: {}", read.confidence);
        }
    }
}

#[test]
fn corners_are_those_of_the_code_from_its_own_top_left() {
    let code = coded(b"VARCO", 3, EcLevel::M);
    let read = read(&turned(drawn(&code, 5, false), 1)).expect("read");
    let (near, far) = (34.5, 34.5 + 29.0 * 5.0);
    let expected = [[far, near], [far, far], [near, far], [near, near]];
    for (corner, expected) in read.corners.iter().zip(expected) {
        let miss = (corner[0] - expected[0]).hypot(corner[1] - expected[1]);
        assert!(miss < 5.0, "{corner:?} is {miss} pixels from {expected:?}");
    }
}

#[test]
fn a_picture_of_8k_is_read_at_a_smaller_size_and_its_corners_are_given_in_its_own() {
    let small = drawn(&coded(b"VARCO", 2, EcLevel::M), 30, false);
    let mut large = Picture { pixels: vec![128; 7680 * 4320], width: 7680, height: 4320 };
    for (row, pixels) in small.pixels.chunks_exact(small.width).enumerate() {
        let start = (row + 2000) * large.width + 4000;
        large.pixels[start..start + small.width].copy_from_slice(pixels);
    }
    let read = read(&large).expect("read");
    assert_eq!(read.text, b"VARCO");
    let [x, y] = read.corners[0];
    assert!((x - 4210.0).abs() < 15.0 && (y - 2210.0).abs() < 15.0, "top left at {x}, {y}");
}

#[test]
fn nothing_is_begun_once_time_is_up() {
    let picture = drawn(&coded(b"VARCO", 2, EcLevel::M), 4, false);
    let frame = Frame::new(&picture.pixels, picture.width, picture.height).expect("whole");
    let limits = Limits { time: Duration::ZERO, ..Limits::default() };
    let not_read = varco_reader::read(frame, &limits, &|| Duration::ZERO).expect_err("no time");
    assert_eq!(not_read.why, Why::TimeUp);
}

#[test]
fn a_picture_without_a_code_says_so() {
    for (width, height) in [(1, 1), (1, 720), (1280, 1), (23, 23), (24, 24), (320, 240)] {
        for grey in [0, 128, 255] {
            let empty = Picture { pixels: vec![grey; width * height], width, height };
            assert_eq!(read(&empty).expect_err("nothing to read").why, Why::NoFinder, "{width} × {height}");
        }
    }
}

proptest! {
    #[test]
    fn what_another_crate_writes_is_read_back(
        text in prop_oneof!["[0-9]{1,40}", "[A-Z0-9 $%*+./:-]{1,40}", "[ -~èéàòù]{1,24}"],
        level in 0_usize..4,
        spare in 0_i16..3,
        module in 3_usize..7,
        inverted in any::<bool>(),
        turns in 0_usize..4,
    ) {
        let level = [EcLevel::L, EcLevel::M, EcLevel::Q, EcLevel::H][level];
        let least = QrCode::with_error_correction_level(&text, level).expect("fits").version();
        let Version::Normal(least) = least else { return Err(TestCaseError::fail("a micro code")) };
        let code = coded(text.as_bytes(), (least + spare).min(10), level);
        let read = read(&turned(drawn(&code, module, inverted), turns));
        prop_assert_eq!(read.map(|read| read.text), Ok(text.into_bytes()));
    }

    #[test]
    fn noise_of_any_size_is_not_read_and_breaks_nothing(
        width in 1_usize..150,
        height in 1_usize..150,
        seed in any::<u64>(),
        coarse in 1_usize..12,
    ) {
        let mut state = seed | 1;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state
        };
        let cells: Vec<u8> = (0..150 * 150).map(|_| if next() % 2 == 0 { 20 } else { 220 }).collect();
        let pixels = (0..width * height).map(|at| cells[at % width / coarse + at / width / coarse * 150]).collect();
        let outcome = read(&Picture { pixels, width, height });
        prop_assert!(outcome.is_err(), "{:?}", outcome);
    }

    #[test]
    fn any_part_of_a_code_is_read_as_written_or_not_at_all(
        left in 0_usize..100,
        top in 0_usize..100,
        wide in 1_usize..250,
        high in 1_usize..250,
    ) {
        let whole = drawn(&coded(b"VARCO 11", 4, EcLevel::Q), 4, false);
        let (right, bottom) = ((left + wide).min(whole.width), (top + high).min(whole.height));
        let (width, height) = (right - left, bottom - top);
        let pixels = (0..width * height)
            .map(|at| whole.pixels[(top + at / width) * whole.width + left + at % width])
            .collect();
        if let Ok(read) = read(&Picture { pixels, width, height }) {
            prop_assert_eq!(read.text, b"VARCO 11");
        }
    }
}

#[test]
fn one_reader_reads_pictures_of_different_sizes_in_turn() {
    let mut reader = Reader::new();
    for version in [7, 1, 10, 3] {
        let picture = drawn(&coded(b"VARCO", version, EcLevel::M), 3, false);
        let frame = Frame::new(&picture.pixels, picture.width, picture.height).expect("whole");
        let read = reader.read(frame, &Limits::default(), &|| Duration::ZERO).expect("read");
        assert_eq!((read.text.as_slice(), i16::from(read.version)), (&b"VARCO"[..], version));
    }
}
