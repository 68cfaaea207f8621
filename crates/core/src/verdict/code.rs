// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The rows of the table: name, place, what is seen and heard, who may overrule.

use serde::{Deserialize, Serialize};

/// The name of a verdict on the wire, in the journal and in tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the verdict of the same name")]
pub enum Code {
    NotAReceipt,
    Damaged,
    NotOurs,
    KeyUnknown,
    BadSignature,
    UnknownBooking,
    Blocked,
    Cancelled,
    Reissued,
    WrongSite,
    WrongDay,
    OfficeClosed,
    AlreadyInside,
    AlreadyServed,
    PartyPartial,
    TooEarly,
    TooLate,
    SiteFull,
    CheckId,
    AdmitNote,
    Admit,
    Exit,
}

/// What is seen from two metres: colour and shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// Green circle.
    Enter,
    /// Amber triangle.
    Wait,
    /// Red octagon.
    Refuse,
    /// Blue card.
    Check,
    /// Grey bubble.
    Neutral,
}

/// What is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the sound of the class of the same name")]
pub enum Sound {
    Enter,
    EnterMarked,
    Wait,
    Refuse,
    Check,
    Neutral,
}

/// Who may let somebody in against a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Override {
    /// Nobody.
    Never,
    /// Who has the right that the court gives for this verdict, with a reason.
    Granted,
    /// A supervisor, with a reason; the office manager is told.
    Reported,
}

impl Class {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Enter, Self::Wait, Self::Refuse, Self::Check, Self::Neutral];

    /// The name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Enter => "enter",
            Self::Wait => "wait",
            Self::Refuse => "refuse",
            Self::Check => "check",
            Self::Neutral => "neutral",
        }
    }
}

impl Sound {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Enter, Self::EnterMarked, Self::Wait, Self::Refuse, Self::Check, Self::Neutral];

    /// The name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Enter => "enter",
            Self::EnterMarked => "enter_marked",
            Self::Wait => "wait",
            Self::Refuse => "refuse",
            Self::Check => "check",
            Self::Neutral => "neutral",
        }
    }
}

impl Code {
    /// The table in its order.
    pub const ALL: [Self; 21] = [
        Self::NotAReceipt,
        Self::Damaged,
        Self::NotOurs,
        Self::KeyUnknown,
        Self::BadSignature,
        Self::UnknownBooking,
        Self::Blocked,
        Self::Cancelled,
        Self::Reissued,
        Self::WrongSite,
        Self::WrongDay,
        Self::OfficeClosed,
        Self::AlreadyInside,
        Self::AlreadyServed,
        Self::PartyPartial,
        Self::TooEarly,
        Self::TooLate,
        Self::SiteFull,
        Self::CheckId,
        Self::AdmitNote,
        Self::Admit,
    ];

    /// The name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotAReceipt => "not_a_receipt",
            Self::Damaged => "damaged",
            Self::NotOurs => "not_ours",
            Self::KeyUnknown => "key_unknown",
            Self::BadSignature => "bad_signature",
            Self::UnknownBooking => "unknown_booking",
            Self::Blocked => "blocked",
            Self::Cancelled => "cancelled",
            Self::Reissued => "reissued",
            Self::WrongSite => "wrong_site",
            Self::WrongDay => "wrong_day",
            Self::OfficeClosed => "office_closed",
            Self::AlreadyInside => "already_inside",
            Self::AlreadyServed => "already_served",
            Self::PartyPartial => "party_partial",
            Self::TooEarly => "too_early",
            Self::TooLate => "too_late",
            Self::SiteFull => "site_full",
            Self::CheckId => "check_id",
            Self::AdmitNote => "admit_note",
            Self::Admit => "admit",
            Self::Exit => "exit",
        }
    }

    /// Row of the table, 1–19.
    #[must_use]
    pub const fn row(self) -> u8 {
        match self {
            Self::NotAReceipt => 1,
            Self::Damaged => 2,
            Self::NotOurs | Self::KeyUnknown => 3,
            Self::BadSignature => 4,
            Self::UnknownBooking => 5,
            Self::Blocked => 6,
            Self::Cancelled => 7,
            Self::Reissued => 8,
            Self::WrongSite => 9,
            Self::WrongDay => 10,
            Self::OfficeClosed => 11,
            Self::AlreadyInside | Self::AlreadyServed => 12,
            Self::PartyPartial => 13,
            Self::TooEarly => 14,
            Self::TooLate => 15,
            Self::SiteFull => 16,
            Self::CheckId => 17,
            Self::AdmitNote => 18,
            Self::Admit | Self::Exit => 19,
        }
    }

    /// Colour and shape.
    #[must_use]
    pub const fn class(self) -> Class {
        match self {
            Self::Damaged | Self::Reissued | Self::OfficeClosed | Self::TooEarly | Self::TooLate | Self::SiteFull => {
                Class::Wait
            }
            Self::PartyPartial | Self::AdmitNote | Self::Admit | Self::Exit => Class::Enter,
            Self::CheckId => Class::Check,
            Self::Blocked => Class::Neutral,
            Self::NotAReceipt
            | Self::NotOurs
            | Self::KeyUnknown
            | Self::BadSignature
            | Self::UnknownBooking
            | Self::Cancelled
            | Self::WrongSite
            | Self::WrongDay
            | Self::AlreadyInside
            | Self::AlreadyServed => Class::Refuse,
        }
    }

    /// What is heard.
    #[must_use]
    pub const fn sound(self) -> Sound {
        match (self, self.class()) {
            (Self::PartyPartial | Self::AdmitNote, _) => Sound::EnterMarked,
            (_, Class::Enter) => Sound::Enter,
            (_, Class::Wait) => Sound::Wait,
            (_, Class::Refuse) => Sound::Refuse,
            (_, Class::Check) => Sound::Check,
            (_, Class::Neutral) => Sound::Neutral,
        }
    }

    /// Who may overrule it.
    #[must_use]
    pub const fn overruled_by(self) -> Override {
        match self {
            Self::NotOurs | Self::KeyUnknown | Self::UnknownBooking | Self::Blocked | Self::WrongDay => {
                Override::Reported
            }
            Self::Reissued
            | Self::OfficeClosed
            | Self::AlreadyInside
            | Self::AlreadyServed
            | Self::TooEarly
            | Self::TooLate
            | Self::SiteFull => Override::Granted,
            Self::NotAReceipt
            | Self::Damaged
            | Self::BadSignature
            | Self::Cancelled
            | Self::WrongSite
            | Self::PartyPartial
            | Self::CheckId
            | Self::AdmitNote
            | Self::Admit
            | Self::Exit => Override::Never,
        }
    }

    /// What an unattended lobby says instead, so that nobody learns there what is for the staff to say: the alarm goes
    /// to the entrance.
    #[must_use]
    pub const fn said_in_lobby(self) -> Self {
        match self {
            Self::BadSignature | Self::NotOurs => Self::Blocked,
            _ => self,
        }
    }
}
