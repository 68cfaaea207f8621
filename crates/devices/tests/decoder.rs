// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The decoder's child process as its host meets it: reading, dying, hanging, talking nonsense.

mod pictures;

use std::num::NonZeroUsize;
use std::time::{Duration, Instant};

use pictures::{beside, grey, inverted, patient_decoder, qr, qr_of_version};
use varco_devices::{
    CodeKind, CodeReader, Decoder, DecoderDown, DecoderHealth, DecoderPool, Look, Rotation, WorkerProgram,
};

fn program() -> WorkerProgram {
    WorkerProgram::at(env!("CARGO_BIN_EXE_varco-decode-worker"))
}

fn texts(reader: &impl CodeReader, picture: &varco_devices::Gray8) -> Result<Vec<Vec<u8>>, DecoderDown> {
    reader.decode(picture).map(|codes| codes.into_iter().map(|code| code.text).collect())
}

/// Asks until the answer is right or ten seconds are over; each question is an event at the decoder, not a wait of ours.
fn until(mut right: impl FnMut() -> bool) -> bool {
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(10) {
        if right() {
            return true;
        }
        std::thread::yield_now();
    }
    false
}

#[test]
fn a_receipt_is_read_with_its_place() {
    let codes = patient_decoder().decode(&qr(b"VR1ABCDEFGH")).unwrap();
    assert_eq!(codes.len(), 1);
    assert_eq!(codes[0].text, b"VR1ABCDEFGH");
    assert_eq!((codes[0].kind, codes[0].cut), (CodeKind::Qr, false));
    let [top_left, top_right, bottom_right, bottom_left] = codes[0].corners;
    assert!(top_left.x < top_right.x && top_left.y < bottom_left.y && bottom_right.x > bottom_left.x);
}

#[test]
fn a_receipt_is_read_in_every_quarter_turn_and_in_dark_mode() {
    let decoder = patient_decoder();
    for rotation in [Rotation::None, Rotation::Quarter, Rotation::Half, Rotation::ThreeQuarters] {
        let picture = qr(b"VR1TURNED").rotated(rotation);
        assert_eq!(texts(&decoder, &picture).unwrap(), [b"VR1TURNED"], "{rotation:?}");
    }
    assert_eq!(texts(&decoder, &inverted(qr(b"VR1DARK"))).unwrap(), [b"VR1DARK"]);
}

#[test]
fn bytes_that_are_no_text_come_out_as_they_went_in() {
    let bytes: Vec<u8> = (0..=255).collect();
    assert_eq!(texts(&patient_decoder(), &qr(&bytes)).unwrap(), [bytes]);
}

#[test]
fn the_longest_code_of_all_is_read_whole() {
    let longest = b"7".repeat(7089);
    let codes = patient_decoder().decode(&qr_of_version(40, &longest)).unwrap();
    assert_eq!(codes[0].text, longest);
    assert!(!codes[0].cut);
}

#[test]
fn two_codes_in_one_picture_are_both_read() {
    let mut read = texts(&patient_decoder(), &beside(&qr(b"VR1LEFT"), &qr(b"VR1RIGHT"))).unwrap();
    read.sort();
    assert_eq!(read, [&b"VR1LEFT"[..], b"VR1RIGHT"]);
}

#[test]
fn pictures_without_a_code_hold_none_however_small_or_large() {
    let decoder = patient_decoder();
    for (width, height) in [(1, 1), (1, 8192), (8192, 1), (2, 3), (640, 480)] {
        for look in [Look::Receipts, Look::Anything, Look::Everywhere] {
            let reading = decoder.read(&grey(width, height, 128), look).unwrap();
            assert_eq!(reading, varco_devices::Reading::default(), "{width} x {height}");
        }
    }
}

#[test]
fn a_covered_code_is_located_but_not_read() {
    let mut picture = qr(b"VR1COVERED-BY-A-THUMB");
    pictures::fill(&mut picture, (0.40, 0.40), (0.85, 0.85), 150);
    let reading = patient_decoder().read(&picture, Look::Receipts).unwrap();
    assert_eq!(reading.decoded, []);
    assert!(!reading.unreadable.is_empty());
}

#[test]
fn a_child_killed_between_two_pictures_costs_none() {
    let decoder = patient_decoder();
    assert!(decoder.decode(&qr(b"VR1BEFORE")).is_ok());
    pictures::signal(decoder.process_id().unwrap(), "KILL");
    assert!(until(|| decoder.health() != DecoderHealth::Up || decoder.decode(&grey(1, 1, 0)).is_ok()));
    assert!(until(|| texts(&decoder, &qr(b"VR1AFTER")) == Ok(vec![b"VR1AFTER".to_vec()])));
    assert_eq!(decoder.health(), DecoderHealth::Up);
}

#[test]
fn a_dead_child_is_replaced_while_no_picture_comes() {
    let decoder = patient_decoder();
    assert!(decoder.decode(&grey(1, 1, 0)).is_ok());
    let first = decoder.process_id().unwrap();
    pictures::signal(first, "KILL");
    let replaced = || decoder.process_id().is_some_and(|id| id != first) && decoder.health() == DecoderHealth::Up;
    assert!(until(replaced));
}

#[test]
fn a_child_killed_with_a_picture_in_its_hands_costs_that_picture_only() {
    let decoder = patient_decoder();
    assert!(decoder.decode(&grey(1, 1, 0)).is_ok());
    let id = decoder.process_id().unwrap();
    // Stopped, it takes no byte: the picture is surely under way when it is killed.
    pictures::signal(id, "STOP");
    let lost = std::thread::scope(|scope| {
        let reading = scope.spawn(|| decoder.decode(&qr(b"VR1LOST")));
        assert!(until(|| decoder.is_reading()));
        pictures::signal(id, "KILL");
        reading.join().unwrap()
    });
    assert_eq!(lost, Err(DecoderDown::Died));
    assert_eq!(texts(&decoder, &qr(b"VR1NEXT")).unwrap(), [b"VR1NEXT"]);
    assert_eq!(decoder.health(), DecoderHealth::Up);
}

#[test]
fn a_child_that_hangs_is_ended_at_the_deadline_and_the_next_picture_is_read() {
    let decoder = Decoder::start_with_deadline(program(), Duration::from_secs(2)).unwrap();
    assert!(decoder.decode(&grey(1, 1, 0)).is_ok());
    pictures::signal(decoder.process_id().unwrap(), "STOP");
    assert_eq!(decoder.decode(&qr(b"VR1HANGS")), Err(DecoderDown::Hung));
    assert_eq!(texts(&decoder, &qr(b"VR1NEXT")).unwrap(), [b"VR1NEXT"]);
}

#[test]
fn a_program_that_does_not_exist_is_reported_and_answers_at_once() {
    let decoder = Decoder::start(WorkerProgram::at("/nowhere/varco")).unwrap();
    assert!(until(|| decoder.decode(&grey(1, 1, 0)) == Err(DecoderDown::Restarting)));
    assert!(matches!(decoder.health(), DecoderHealth::Restarting { deaths: 1.., .. }));
}

#[test]
fn a_program_that_is_not_our_worker_is_found_out_by_its_greeting() {
    let talks = WorkerProgram::with_arguments("/bin/sh", ["-c", "echo this is no greeting of ours; exec cat"]);
    let decoder = Decoder::start(talks).unwrap();
    let answer = decoder.decode(&grey(1, 1, 0));
    assert!(matches!(answer, Err(DecoderDown::Garbled | DecoderDown::Restarting)), "{answer:?}");
    assert!(matches!(decoder.health(), DecoderHealth::Restarting { deaths: 1.., .. }));
}

#[test]
fn a_worker_that_answers_nonsense_is_replaced() {
    // It greets as ours does, then echoes what it is asked.
    let echoes = WorkerProgram::with_arguments("/bin/sh", ["-c", "printf 'varco-decode/1\\r\\n'; exec cat"]);
    let decoder = Decoder::start(echoes).unwrap();
    assert_eq!(decoder.decode(&grey(9, 9, 0)), Err(DecoderDown::Garbled));
}

#[test]
fn a_worker_that_ends_after_each_picture_is_started_less_and_less_often() {
    let ends = WorkerProgram::with_arguments("/bin/sh", ["-c", "printf 'varco-decode/1\\r\\n'; exec head -c 1"]);
    let decoder = Decoder::start(ends).unwrap();
    assert!(until(|| decoder.decode(&grey(1, 1, 0)) == Err(DecoderDown::Restarting)));
    assert!(matches!(decoder.health(), DecoderHealth::Restarting { deaths: 2.., .. }));
}

#[test]
fn a_worker_fed_garbage_ends_with_an_error_and_one_that_is_left_alone_without() {
    for (said, status) in
        [(&b"GET / HTTP/1.1\r\n\r\n"[..], 1), (b"VRQ1\0\0\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff", 1), (b"", 0)]
    {
        assert_eq!(pictures::worker_fed(env!("CARGO_BIN_EXE_varco-decode-worker"), said), Some(status), "{said:?}");
    }
}

#[test]
fn a_pool_reads_for_several_callers_and_each_gets_its_own_answer() {
    let pool = DecoderPool::start(&program(), NonZeroUsize::new(2).unwrap()).unwrap();
    std::thread::scope(|scope| {
        for caller in 0..4 {
            let pool = &pool;
            scope.spawn(move || {
                let text = format!("VR1CALLER{caller}").into_bytes();
                let picture = qr(&text);
                for _ in 0..5 {
                    assert_eq!(texts(pool, &picture).unwrap(), std::slice::from_ref(&text));
                }
            });
        }
    });
    assert_eq!(pool.health(), DecoderHealth::Up);
}

#[test]
fn no_child_outlives_its_decoder() {
    let decoder = patient_decoder();
    assert!(decoder.decode(&grey(1, 1, 0)).is_ok());
    let id = decoder.process_id().unwrap();
    drop(decoder);
    assert!(!pictures::is_alive(id));
}
