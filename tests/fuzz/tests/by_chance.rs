// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The functions of this crate, given what chance makes of real input.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says where")]

use std::io::Cursor;

use image::{DynamicImage, ImageFormat};
use proptest::{collection::vec, prelude::*, sample::Index};
use varco_fuzz::{code, issued, picture, rows, text};

/// A change of one byte, a cut, or something put in between.
#[derive(Debug, Clone)]
enum Edit {
    Set(Index, u8),
    Cut(Index),
    Put(Index, u8),
    Swap(Index, Index),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit = prop_oneof![
        4 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Edit::Set(at, byte)),
        1 => any::<Index>().prop_map(Edit::Cut),
        2 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Edit::Put(at, byte)),
        2 => (any::<Index>(), any::<Index>()).prop_map(|(one, other)| Edit::Swap(one, other)),
    ];
    vec(edit, 0..6)
}

fn edited(mut bytes: Vec<u8>, edits: &[Edit]) -> Vec<u8> {
    for edit in edits {
        if bytes.is_empty() {
            break;
        }
        match edit {
            Edit::Set(at, byte) => *at.get_mut(&mut bytes) = *byte,
            Edit::Cut(at) => bytes.truncate(at.index(bytes.len())),
            Edit::Put(at, byte) => bytes.insert(at.index(bytes.len()), *byte),
            Edit::Swap(one, other) => {
                let (one, other) = (one.index(bytes.len()), other.index(bytes.len()));
                bytes.swap(one, other);
            }
        }
    }
    bytes
}

fn small_picture(format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    DynamicImage::new_luma8(24, 16).write_to(&mut file, format).unwrap();
    file.into_inner()
}

const CSV: &str = "date;time;office;service;persons;names\n10/03/2026;9:30;Cancelleria civile;;2;Rossi Anna|Bianchi Ugo\n\
                   2026-03-10;10:00;Cancelleria civile;;1;\n";
const JSON: &str = r#"[{"date":"2026-03-10","time":"9.30","office":"Cancelleria civile","persons":1,"names":null}]"#;

proptest! {
    #[test]
    fn nobody_enters_with_a_receipt_that_was_changed(which: Index, edits in edits()) {
        text(&edited(which.get(issued()).clone().into_bytes(), &edits));
    }

    #[test]
    fn nobody_enters_with_anything_else(input in vec(any::<u8>(), 0..600)) {
        text(&input);
        code(&input);
    }

    #[test]
    fn a_typed_code_is_itself(input in "[ -~]{0,12}") {
        code(input.as_bytes());
        text(input.as_bytes());
    }

    #[test]
    fn a_broken_list_of_appointments_names_its_lines(of_json: bool, edits in edits()) {
        rows(&edited(if of_json { JSON } else { CSV }.into(), &edits));
    }

    #[test]
    fn a_broken_picture_is_refused(
        format in prop_oneof![Just(ImageFormat::Png), Just(ImageFormat::Jpeg), Just(ImageFormat::Pnm)],
        edits in edits(),
    ) {
        picture(&edited(small_picture(format), &edits));
    }
}

#[test]
fn what_is_good_stays_good() {
    let entered: Vec<bool> = issued().iter().map(|receipt| text(receipt.as_bytes())).collect();
    assert_eq!(entered, [false, true, false], "of the receipts for 9:00, 10:00 and 10:30 one is good at 10:10");
    assert_eq!((rows(CSV.as_bytes()), rows(JSON.as_bytes())), (2, 1));
}
