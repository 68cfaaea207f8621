// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What a code or a scanner gives, and what a hand types.

use varco_core::{
    access::{Actor, Grants, Role},
    gate::{Act, Event, Scene, Via, act},
    receipt::{ShortCode, read},
};
use varco_store::contract::court::{BRUNO, MAIN, at, key, station};

use crate::court::{COURT, issued};

/// Any text is judged at an hour at which receipts are good: nobody enters but with a receipt that was issued, or with
/// its short code. Gives whether somebody entered.
///
/// # Panics
/// When somebody else enters.
pub fn text(input: &[u8]) -> bool {
    let court = &*COURT;
    let place = station(MAIN);
    let scan = Act::Scan { shown: read(input), via: Via::Camera, look: false, late: None };
    let scene = Scene {
        key: key(1 << 60),
        station: &place,
        actor: Some(Actor { person: BRUNO, role: Role::Steward }),
        grants: Grants::default(),
        now: at(10, 10),
        machine: at(10, 10),
        clock_unsafe: false,
        not_recorded: false,
    };
    let acted = act(&scan, &scene, &court.live.day, &court.live.gate).expect("a reading is never refused");
    let enters = acted.events.iter().any(|event| matches!(event, Event::Scan(fact) if fact.enters > 0));
    assert!(!enters || was_issued(input), "somebody entered with {:?}", String::from_utf8_lossy(input));
    enters
}

/// Told without the reader under test: the same letters as on one of the receipts, or as one of the codes.
fn was_issued(input: &[u8]) -> bool {
    let Ok(shown) = std::str::from_utf8(input) else { return false };
    let shown = shown.trim_matches(|c: char| c.is_whitespace() || c.is_control()).to_ascii_uppercase();
    let bare: String = shown.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    issued().contains(&shown) || COURT.codes.contains(&bare)
}

/// A typed code is refused, or is the same when it is read again as printed.
///
/// # Panics
/// When it is another one.
pub fn code(input: &[u8]) {
    if let Ok(typed) = String::from_utf8_lossy(input).parse::<ShortCode>() {
        let again = typed.spaced().parse::<ShortCode>();
        assert_eq!(again, Ok(typed), "read again from paper");
        assert_eq!(typed.as_str().len(), 8);
    }
}
