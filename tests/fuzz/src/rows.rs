// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A file of appointments.

use varco_api::{Fault, import};
use varco_store::contract::court::{at, key};
use varco_words::Lang;

use crate::court::COURT;

/// Any file is tried as CSV and as JSON: it is refused as a whole, or each line has its answer. Gives the number of good lines.
///
/// # Panics
/// When a line is counted that has none, or the store is blamed for the file.
pub fn rows(input: &[u8]) -> usize {
    let mut all = 0;
    let file = String::from_utf8_lossy(input);
    for format in ["csv", "json"] {
        let mut keys = (1_u128 << 61..).map(key);
        match import(&COURT.store, &file, format, true, at(8, 0), &mut || keys.next().unwrap(), Lang::It) {
            Ok(view) => {
                let good = view.rows.iter().filter(|row| row.ok).count();
                assert_eq!(view.accepted as usize, good, "as many are accepted as have a good line");
                assert!(view.rows.iter().all(|row| !row.text.is_empty()), "each line has a sentence");
                all += good;
            }
            Err(Fault::Bad(_)) => {}
            Err(other) => panic!("the file is at fault, not {other:?}"),
        }
    }
    all
}
