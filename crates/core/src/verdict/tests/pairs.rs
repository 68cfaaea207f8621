// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Every pair of verdicts: a scene in which both would be decided and the one that is, or why there is none.

use crate::{
    testing::{World, run},
    verdict::Code::{self, *},
};

/// What becomes of two verdicts that meet.
pub(super) enum Meeting {
    /// A scene in which both hold: what is known, and what is done before the receipt is shown.
    Scene(String),
    /// They cannot meet.
    Impossible(&'static str),
}

const NOTHING_READ: &str = "nothing of a booking is read from it";
const NO_CLAIMS: &str =
    "a short code names no building, no key and no signature, and a receipt whose signature holds needs no list";
const LAST: &str = "admit is what is left when no other row decides";

/// Both codes in order of the table.
pub(super) fn meeting(first: Code, second: Code) -> Meeting {
    match (first, second) {
        (_, Admit) => Meeting::Impossible(LAST),
        (NotAReceipt, Damaged) => Meeting::Impossible("a text either begins like a receipt or does not"),
        (NotAReceipt | Damaged, _) => Meeting::Impossible(NOTHING_READ),
        (KeyUnknown, BadSignature) => scene(&["key revoked", "forged"], &[]),
        (NotOurs | KeyUnknown | BadSignature, UnknownBooking) => scene(&["unlisted", about_receipt(first)], &[]),
        (UnknownBooking, _) => Meeting::Impossible(NO_CLAIMS),
        (AlreadyInside, PartyPartial) => Meeting::Impossible("either all of a party are inside or some are not"),
        (TooEarly, TooLate) => Meeting::Impossible("a window does not end before it begins"),
        (NotOurs | KeyUnknown | BadSignature, NotOurs | KeyUnknown | BadSignature) => {
            scene(&[about_receipt(first), about_receipt(second)], &[])
        }
        (NotOurs | KeyUnknown | BadSignature, _) => both(Some(first), &[second]),
        _ => both(None, &[first, second]),
    }
}

const fn about_receipt(code: Code) -> &'static str {
    match code {
        NotOurs => "site 900",
        KeyUnknown => "key unknown",
        _ => "forged",
    }
}

fn scene(given: &[&str], done: &[&str]) -> Meeting {
    let mut line = given.join(", ");
    for gesture in done {
        line += " | ";
        line += gesture;
    }
    Meeting::Scene(line)
}

/// What holds of a visit by the list, in words. Entries come first and by the receipt as it was then; so the booking is
/// changed afterwards, as an office would.
fn both(receipt: Option<Code>, codes: &[Code]) -> Meeting {
    let has = |code| codes.contains(&code);
    let inside = has(AlreadyInside) || has(AlreadyServed) || has(PartyPartial);
    let mut given = vec!["booked 10:00 for 3".to_owned()];
    let mut say = |words: &str| given.push(words.to_owned());
    if has(CheckId) {
        say("document");
    }
    if has(AdmitNote) {
        say("assistance");
    }
    let mut done: Vec<String> = Vec::new();
    let mut play = |words: &str| done.push(words.to_owned());
    if inside {
        // Whoever waits for a document is let in by comparing it.
        play("scan 09:50");
        if has(CheckId) {
            play("confirm 09:50:10");
        }
    }
    if has(PartyPartial) {
        play("persons 2 09:50:20");
    }
    if has(AlreadyServed) {
        play("served 09:55");
    }
    // Where and when it is booked now.
    let start = match () {
        () if has(WrongDay) && has(TooLate) => Some("yesterday 10:00"),
        () if has(WrongDay) => Some("tomorrow 10:00"),
        () if has(TooEarly) => Some("13:00"),
        () if has(TooLate) => Some("08:00"),
        () => None,
    };
    let place = if has(WrongSite) { " at annex" } else { "" };
    if start.is_some() || has(WrongSite) {
        play(&format!("office moved 09:56 to {}{place}", start.unwrap_or("10:00")));
    }
    if has(OfficeClosed) {
        play("office court closed announced 09:57");
    }
    if has(Reissued) {
        play("office lost 09:58");
    }
    if has(Cancelled) {
        play("office cancelled 09:58 by office");
    }
    if has(Blocked) {
        play("office blocked");
    }
    if has(SiteFull) {
        play("office maximum 1");
        play("unbooked 1 09:59");
    }
    if let Some(receipt) = receipt {
        play(&format!("office {}", about_receipt(receipt)));
    }
    let given: Vec<&str> = given.iter().map(String::as_str).collect();
    let done: Vec<&str> = done.iter().map(String::as_str).collect();
    scene(&given, &done)
}

/// The verdict on the first receipt at 10:00 (a receipt that was retired is the first one).
fn shown(line: &str, code: Option<&str>) -> String {
    // Answers of the gestures before do not matter here: they are played as they come.
    let mut world = World::new();
    let mut cells = line.split('|').map(str::trim);
    world.given(cells.next().unwrap_or_default());
    for cell in cells {
        world.play(cell);
    }
    let answer = world.play(&format!("scan {} 10:00", code.unwrap_or("first")));
    answer.split([' ', ',']).next().unwrap_or_default().to_owned()
}

/// Row 12 is one row with two answers; of a party that is inside and was served the visit is over.
const fn winner(first: Code, second: Code) -> Code {
    match (first, second) {
        (AlreadyInside, AlreadyServed) => AlreadyServed,
        _ => first,
    }
}

fn alone(code: Code) -> String {
    match code {
        NotAReceipt => shown("booked 10:00", Some("link")),
        Damaged => shown("booked 10:00", Some("damaged")),
        UnknownBooking => shown("booked 10:00, unlisted", Some("code")),
        NotOurs | KeyUnknown | BadSignature => shown(&format!("booked 10:00, {}", about_receipt(code)), None),
        Admit => shown("booked 10:00", None),
        _ => match both(None, &[code]) {
            Meeting::Scene(line) => shown(&line, None),
            Meeting::Impossible(why) => why.to_owned(),
        },
    }
}

pub(super) fn pairs() -> impl Iterator<Item = (Code, Code)> {
    Code::ALL
        .into_iter()
        .enumerate()
        .flat_map(|(n, first)| Code::ALL[n + 1..].iter().map(move |second| (first, *second)))
}

#[test]
fn what_each_scene_is_made_of_decides_alone() {
    for code in Code::ALL {
        assert_eq!(alone(code), code.name());
    }
}

#[test]
fn of_two_verdicts_that_meet_the_earlier_row_decides() {
    let mut wrong = String::new();
    for (first, second) in pairs() {
        if let Meeting::Scene(line) = meeting(first, second) {
            let found = shown(&line, None);
            if found != winner(first, second).name() {
                wrong += &format!("{} and {}: {found}\n    {line}\n", first.name(), second.name());
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn without_the_earlier_row_the_later_one_decides_the_same_scene() {
    // Else a scene would not show that both hold in it.
    let mut wrong = String::new();
    for (first, second) in pairs() {
        let Meeting::Scene(line) = meeting(first, second) else { continue };
        let without = match first {
            NotOurs | KeyUnknown | BadSignature => None,
            _ => Some(match both(None, &[second]) {
                Meeting::Scene(line) => line,
                Meeting::Impossible(why) => why.to_owned(),
            }),
        };
        let Some(without) = without else { continue };
        let found = shown(&without, None);
        if found != second.name() {
            wrong += &format!("{} without {}: {found}\n    {line}\n", second.name(), first.name());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn nothing_is_called_impossible_that_can_be_told() {
    // The two that sound possible and are not.
    for line in [
        // A code of somebody whose booking is not here and blocked elsewhere: nobody here knows.
        "booked 10:00, blocked, unlisted | scan code 10:00 → unknown_booking",
        // A receipt that is not here, with a signature that holds, is judged on.
        "booked yesterday 10:00, unlisted | scan 10:00 → wrong_day, has passed [by_signature]",
    ] {
        assert_eq!(run(line).err(), None);
    }
}
