// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The table as it is published in `docs/verdicts.md`, written from the code.

use std::fmt::Write;

use super::{Class, Code, Mark, Override, Sound};
use crate::access::Right;

const fn class(class: Class) -> &'static str {
    match class {
        Class::Enter => "green circle",
        Class::Wait => "amber triangle",
        Class::Refuse => "red octagon",
        Class::Check => "blue card",
        Class::Neutral => "grey bubble",
    }
}

const fn sound(sound: Sound) -> &'static str {
    match sound {
        Sound::Enter => "enter",
        Sound::EnterMarked => "enter, marked",
        Sound::Wait => "wait",
        Sound::Refuse => "refuse",
        Sound::Check => "check",
        Sound::Neutral => "neutral",
    }
}

const fn overrule(code: Code) -> &'static str {
    match (code.overruled_by(), Right::to_overrule(code)) {
        (Override::Reported, _) => "supervisor, reported",
        (Override::Granted, Some(Right::OverrideTooEarly | Right::OverrideTooLate)) => {
            "supervisor, or stewards where the court says so"
        }
        (Override::Granted, _) => "supervisor",
        (Override::Never, _) => "–",
    }
}

/// When each verdict is decided, in the words of the specification.
#[must_use]
pub const fn when(code: Code) -> &'static str {
    match code {
        Code::NotAReceipt => "some other code or text",
        Code::Damaged => "looks like ours, the checksum or check character is wrong",
        Code::NotOurs => "a receipt of another court's site",
        Code::KeyUnknown => "signed with a key that this gate has not learnt, or that was taken back",
        Code::BadSignature => "checksum right, key known, signature wrong",
        Code::UnknownBooking => "a short code that is not here",
        Code::Blocked => "security block on the booking",
        Code::Cancelled => "the booking was cancelled",
        Code::Reissued => "issued before a later issue for loss, sharing or another person",
        Code::WrongSite => "the office is in another building",
        Code::WrongDay => "booked for a day before or after today",
        Code::OfficeClosed => "an exception closed the office after the booking was decided",
        Code::AlreadyInside => "all persons of the party are inside",
        Code::AlreadyServed => {
            "the visit is over: closed at the desk, or all have been in and left where the office allows no return"
        }
        Code::PartyPartial => "some of the party are inside: lets in those left",
        Code::TooEarly => "before slot start − early minutes",
        Code::TooLate => "after slot end + late minutes",
        Code::SiteFull => "the party would exceed the maximum occupancy",
        Code::CheckId => "the office wants the document compared",
        Code::AdmitNote => "valid, assistance wanted",
        Code::Admit => "valid; also a return after an exit where the office allows it",
        Code::Exit => "an exit scan: always granted",
    }
}

/// The published table.
#[must_use]
pub fn markdown() -> String {
    let mut table = String::from(
        "| # | verdict | seen | heard | decided when | may be overruled by |\n| --- | --- | --- | --- | --- | --- |\n",
    );
    for code in Code::ALL {
        let _ = writeln!(
            table,
            "| {} | `{}` | {} | {} | {} | {} |",
            code.row(),
            code.name(),
            class(code.class()),
            sound(code.sound()),
            when(code),
            overrule(code)
        );
    }
    table
}

/// What a mark says.
#[must_use]
pub const fn what(mark: Mark) -> &'static str {
    match mark {
        Mark::BySignature => {
            "the booking is not in the list yet, or the receipt is younger: its signature vouches for it"
        }
        Mark::Moved => "the booking was moved after this receipt: judged by the new time",
        Mark::AlreadyRead => "the same receipt at the same gate within 60 s: counts nobody",
        Mark::ClockUnsafe => "the clock is in doubt",
        Mark::Look => "looked up only: nothing is used",
        Mark::ReEntry => "somebody comes back after an exit",
        Mark::Override => "let in against the verdict by somebody with the right",
        Mark::LateEntry => "typed in later from paper",
        Mark::NotRecorded => "paper mode: kept in memory until the disk returns",
        Mark::Annulled => "taken back by a supervisor",
        Mark::IdConfirmed => "the document was compared and fits",
        Mark::IdRefused => "the document was compared and does not fit",
    }
}

/// The published list of marks.
#[must_use]
pub fn marks() -> String {
    let mut list = String::new();
    for mark in Mark::ALL {
        let _ = writeln!(list, "- `{}`: {}", mark.name(), what(mark));
    }
    list
}
