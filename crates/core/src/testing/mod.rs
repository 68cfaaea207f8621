// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A small court for tables of tests, written as a clerk would say it:
//!
//! ```text
//! booked 10:00                             | scan 09:44 → too_early, come back at 09:45
//! booked 10:00 for 3, no re-entry          | scan 09:50 → admit 3 | exit 10:10 → exit 3 | scan 10:20 → already_served 10:10
//! ```
//!
//! Left of the first bar stands what is known, separated by commas; then gesture after gesture, each with its answer.
//! [`table`] runs the lines and shows every one that is answered otherwise.

mod court;
mod gestures;
mod given;
mod say;

pub(crate) use court::{DATE, FRONT, LOBBY, PALACE, REGISTRY, SIDE, World, clock, issue};

/// Runs every line of a table; fails with all that are wrong at once, as they would have to be written.
pub(crate) fn table(lines: &str) {
    let mut wrong = String::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")) {
        if let Err(found) = run(line) {
            wrong += &format!("\nwritten: {line}\nfound:   {found}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Plays one line; gives the line as it turned out when that differs.
pub(crate) fn run(line: &str) -> Result<World, String> {
    let mut cells = line.split('|').map(str::trim);
    let given = cells.next().unwrap_or_default();
    let mut world = World::new();
    world.given(given);
    let mut found = given.to_owned();
    let mut differs = false;
    for cell in cells {
        let (gesture, expected) = cell.split_once('→').unwrap_or((cell, ""));
        let (gesture, expected) = (gesture.trim(), expected.trim());
        let answer = world.play(gesture);
        differs |= answer != expected;
        found += &format!(" | {gesture} → {answer}");
    }
    if differs { Err(found) } else { Ok(world) }
}

#[test]
fn a_wrong_line_is_found_and_shown_as_it_turned_out() {
    let wrong = run("booked 10:00 for 2 | scan 09:44 → admit 2 | scan 09:45 → admit 2");
    let found = "booked 10:00 for 2 | scan 09:44 → too_early, come back at 09:45 | scan 09:45 → admit 2";
    assert_eq!(wrong.err().as_deref(), Some(found));
}
