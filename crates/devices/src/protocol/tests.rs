// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use proptest::prelude::*;

use super::*;

fn corners() -> impl Strategy<Value = Corners> {
    proptest::array::uniform4((any::<i32>(), any::<i32>()).prop_map(|(x, y)| Corner { x, y }))
}

fn kind() -> impl Strategy<Value = CodeKind> {
    proptest::sample::select(KINDS.to_vec())
}

fn look() -> impl Strategy<Value = Look> {
    proptest::sample::select(vec![Look::Receipts, Look::Anything, Look::Everywhere])
}

fn reading() -> impl Strategy<Value = Reading> {
    let text = proptest::collection::vec(any::<u8>(), 0..300);
    let decoded = (text, any::<bool>(), kind(), corners()).prop_map(|(text, cut, kind, corners)| Decoded {
        text,
        cut,
        kind,
        corners,
    });
    let unreadable = (kind(), corners()).prop_map(|(kind, corners)| Unreadable { kind, corners });
    (proptest::collection::vec(decoded, 0..5), proptest::collection::vec(unreadable, 0..5))
        .prop_map(|(decoded, unreadable)| Reading { decoded, unreadable })
}

fn asked(number: u32, look: Look, picture: &Gray8) -> Vec<u8> {
    let mut message = Vec::new();
    write_ask(&mut message, number, look, picture).unwrap();
    message
}

fn answered(number: u32, reading: &Reading) -> Vec<u8> {
    let mut message = Vec::new();
    write_answer(&mut message, number, reading).unwrap();
    message
}

#[test]
fn a_host_that_hangs_up_between_two_pictures_is_no_fault() {
    assert!(matches!(read_ask(&mut &b""[..], Vec::new()), Ok(None)));
}

#[test]
fn a_host_that_hangs_up_within_a_picture_is_noticed() {
    let message = asked(1, Look::Receipts, &Gray8::new(2, 2, vec![1, 2, 3, 4]).unwrap());
    for end in 1..message.len() {
        assert!(matches!(read_ask(&mut &message[..end], Vec::new()), Err(Broken::Io(_))), "cut at {end}");
    }
}

#[test]
fn a_huge_claimed_size_is_refused_before_it_is_allocated() {
    let mut message = asked(1, Look::Receipts, &Gray8::new(1, 1, vec![0]).unwrap());
    message[9..17].copy_from_slice(&[0xff; 8]);
    assert!(matches!(read_ask(&mut &message[..], Vec::new()), Err(Broken::Garbled("size"))));
}

#[test]
fn an_answer_to_another_picture_is_refused() {
    let message = answered(7, &Reading::default());
    assert!(matches!(read_answer(&mut &message[..], 8), Err(Broken::Garbled(_))));
}

#[test]
fn a_huge_claimed_answer_is_refused_before_it_is_allocated() {
    let mut message = answered(7, &Reading::default());
    message[8..12].copy_from_slice(&u32::MAX.to_le_bytes());
    assert!(matches!(read_answer(&mut &message[..], 7), Err(Broken::Garbled("length"))));
}

#[test]
fn the_longest_answer_passes_and_what_is_longer_is_cut_and_marked() {
    let code = Decoded {
        text: vec![b'A'; TEXT_BYTES_MAX + 1],
        cut: false,
        kind: CodeKind::Qr,
        corners: [Corner { x: -1, y: i32::MAX }; 4],
    };
    let lost = Unreadable { kind: CodeKind::Aztec, corners: code.corners };
    let reading = Reading { decoded: vec![code; CODES_MAX + 1], unreadable: vec![lost; CODES_MAX + 1] };
    let back = read_answer(&mut &answered(3, &reading)[..], 3).unwrap();
    assert_eq!((back.decoded.len(), back.unreadable.len()), (CODES_MAX, CODES_MAX));
    assert!(back.decoded.iter().all(|code| code.cut && code.text.len() == TEXT_BYTES_MAX));
}

proptest! {
    #[test]
    fn what_is_asked_arrives(number in any::<u32>(), look in look(), width in 1u32..40, height in 1u32..40) {
        let picture = Gray8::new(width, height, (0..width * height).map(|at| at as u8).collect()).unwrap();
        let message = asked(number, look, &picture);
        // The memory to use again may be shorter or longer than the picture.
        let arrived = read_ask(&mut &message[..], vec![9; 100]).unwrap();
        prop_assert_eq!(arrived, Some(Ask { number, look, picture }));
    }

    #[test]
    fn what_is_answered_arrives(number in any::<u32>(), reading in reading()) {
        let arrived = read_answer(&mut &answered(number, &reading)[..], number).unwrap();
        prop_assert_eq!(arrived, reading);
    }

    #[test]
    fn no_bytes_make_either_side_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read_ask(&mut &bytes[..], Vec::new());
        let _ = read_answer(&mut &bytes[..], 0);
        let _ = parse_body(&bytes);
    }

    #[test]
    fn a_damaged_answer_is_read_within_its_bounds_or_refused(
        reading in reading(),
        damage in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut message = answered(5, &reading);
        for (at, byte) in damage {
            let at = at.index(message.len());
            message[at] = byte;
        }
        if let Ok(back) = read_answer(&mut &message[..], 5) {
            prop_assert!(back.decoded.len() <= CODES_MAX && back.unreadable.len() <= CODES_MAX);
            prop_assert!(back.decoded.iter().all(|code| code.text.len() <= TEXT_BYTES_MAX));
        }
    }
}
