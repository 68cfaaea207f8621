// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The closed set of verdicts.

use serde::{Deserialize, Serialize};

use super::Code;
use crate::{
    booking::By,
    ids::{BookingId, ExceptionId, GateId, OfficeId, ServiceId, SiteId},
    receipt::{Foreign, KeyId},
    time::Millis,
};

/// A verdict with what the screen needs to say it. What is not needed is not here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// 1. Some other code or text.
    NotAReceipt(Foreign),
    /// 2. Looks like ours, a character is wrong.
    Damaged,
    /// 3. Of another court's site; its name when the gate knows it.
    NotOurs {
        /// Number of the site.
        site: SiteId,
        /// Name of the court, if known here.
        court: Option<String>,
    },
    /// 3. Signed with a key that this gate has not learnt, or that was taken back.
    KeyUnknown {
        /// The key.
        kid: KeyId,
        /// When the gate's knowledge was last brought up to date.
        updated_at: Option<Millis>,
        /// The key is known and was taken back.
        revoked: bool,
    },
    /// 4. Checksum right, key known, signature wrong. Raises an alarm.
    BadSignature,
    /// 5. Not in the list, and no signature vouches for it.
    UnknownBooking,
    /// 6. Security block. The screen says only that the staff would like a word.
    Blocked,
    /// 7. Cancelled.
    Cancelled {
        /// When.
        at: Millis,
        /// By whom.
        by: By,
        /// Start of the booking that replaces it.
        replaced_by: Option<Millis>,
    },
    /// 8. A later receipt counts.
    Reissued {
        /// When the one that counts was issued.
        issued_at: Millis,
    },
    /// 9. Another building.
    WrongSite {
        /// Which.
        site: SiteId,
    },
    /// 10. Another day.
    WrongDay {
        /// The booked day has passed.
        passed: bool,
    },
    /// 11. Closed by an exception that came after the booking.
    OfficeClosed {
        /// Which one.
        exception: ExceptionId,
    },
    /// 12. All persons are in already.
    AlreadyInside {
        /// When the last of them entered.
        at: Millis,
        /// At which gate.
        gate: GateId,
    },
    /// 12. The visit is over.
    AlreadyServed {
        /// Since when.
        at: Millis,
    },
    /// 13. Some of the party are in; lets in those left.
    PartyPartial {
        /// How many may enter now.
        enter: u8,
        /// How many are in already.
        inside: u8,
    },
    /// 14. Before the window.
    TooEarly {
        /// When to come back.
        come_back_at: Millis,
    },
    /// 15. After the window.
    TooLate {
        /// Until when one could enter.
        until: Millis,
    },
    /// 16. Maximum occupancy reached.
    SiteFull {
        /// Persons inside.
        inside: u32,
        /// Persons allowed.
        maximum: u32,
    },
    /// 17. Compare the document, then confirm or refuse. Records no entry.
    CheckId {
        /// How many may enter once confirmed.
        enter: u8,
    },
    /// 18. Valid, assistance wanted.
    AdmitNote {
        /// How many enter.
        enter: u8,
    },
    /// 19. Valid.
    Admit {
        /// How many enter.
        enter: u8,
    },
    /// Not of the table: an exit scan. Always granted; nobody may be locked in.
    Exit {
        /// How many leave.
        leave: u8,
    },
}

/// Something said beside a verdict that does not change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Not in the list yet; its signature vouches for it.
    BySignature,
    /// The booking was moved after this receipt: judged by the new time.
    Moved,
    /// The same receipt at the same gate within 60 seconds: counts nobody.
    AlreadyRead,
    /// The clock is in doubt.
    ClockUnsafe,
    /// Looked up only: uses nothing.
    Look,
    /// Comes back after an exit.
    ReEntry,
    /// Somebody with the right let them in against the verdict.
    Override,
    /// Typed in later from paper.
    LateEntry,
    /// Paper mode: kept in memory until the disk returns.
    NotRecorded,
    /// Taken back by a supervisor.
    Annulled,
    /// The document was compared and fits.
    IdConfirmed,
    /// The document was compared and does not fit.
    IdRefused,
}

/// Marks of a decision, each at most once, in order of arrival.
pub type Marks = Vec<Mark>;

/// What the door believes about the visit, from the list or from the signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visitor {
    /// The booking.
    pub booking: BookingId,
    /// Where it is valid.
    pub office: OfficeId,
    /// The building of that office.
    pub site: SiteId,
    /// What for; unknown when only the signature speaks.
    pub service: Option<ServiceId>,
    /// Beginning of the slot.
    pub start: Millis,
    /// End of the slot.
    pub end: Millis,
    /// Party.
    pub persons: u8,
    /// Assistance is wanted.
    pub assistance: bool,
}

/// How the visit is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// By the list.
    List,
    /// By the receipt's own signature.
    Signature,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// The verdict.
    pub verdict: Verdict,
    /// Whose visit, if the input named one that is known here.
    pub visitor: Option<Visitor>,
    /// What is said beside it.
    pub marks: Marks,
    /// Persons that this scan lets in; 0 when it lets in nobody, was only a look, or repeats.
    pub enters: u8,
    /// Persons that this scan lets out.
    pub leaves: u8,
    /// Of the party, so many were inside before.
    #[serde(default)]
    pub inside: u8,
    /// With [`Mark::AlreadyRead`]: when the entry or exit that this one repeats was made.
    #[serde(default)]
    pub first_read_at: Option<Millis>,
}

impl Verdict {
    /// Its name.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::NotAReceipt(_) => Code::NotAReceipt,
            Self::Damaged => Code::Damaged,
            Self::NotOurs { .. } => Code::NotOurs,
            Self::KeyUnknown { .. } => Code::KeyUnknown,
            Self::BadSignature => Code::BadSignature,
            Self::UnknownBooking => Code::UnknownBooking,
            Self::Blocked => Code::Blocked,
            Self::Cancelled { .. } => Code::Cancelled,
            Self::Reissued { .. } => Code::Reissued,
            Self::WrongSite { .. } => Code::WrongSite,
            Self::WrongDay { .. } => Code::WrongDay,
            Self::OfficeClosed { .. } => Code::OfficeClosed,
            Self::AlreadyInside { .. } => Code::AlreadyInside,
            Self::AlreadyServed { .. } => Code::AlreadyServed,
            Self::PartyPartial { .. } => Code::PartyPartial,
            Self::TooEarly { .. } => Code::TooEarly,
            Self::TooLate { .. } => Code::TooLate,
            Self::SiteFull { .. } => Code::SiteFull,
            Self::CheckId { .. } => Code::CheckId,
            Self::AdmitNote { .. } => Code::AdmitNote,
            Self::Admit { .. } => Code::Admit,
            Self::Exit { .. } => Code::Exit,
        }
    }

    /// How many it lets in.
    #[must_use]
    pub const fn enter(&self) -> u8 {
        match self {
            Self::PartyPartial { enter, .. } | Self::AdmitNote { enter } | Self::Admit { enter } => *enter,
            _ => 0,
        }
    }
}

impl Mark {
    /// All of them, in the order of the published list.
    pub const ALL: [Self; 12] = [
        Self::BySignature,
        Self::Moved,
        Self::AlreadyRead,
        Self::ClockUnsafe,
        Self::Look,
        Self::ReEntry,
        Self::Override,
        Self::LateEntry,
        Self::NotRecorded,
        Self::Annulled,
        Self::IdConfirmed,
        Self::IdRefused,
    ];

    /// The name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::BySignature => "by_signature",
            Self::Moved => "moved",
            Self::AlreadyRead => "already_read",
            Self::ClockUnsafe => "clock_unsafe",
            Self::Look => "look",
            Self::ReEntry => "re_entry",
            Self::Override => "override",
            Self::LateEntry => "late_entry",
            Self::NotRecorded => "not_recorded",
            Self::Annulled => "annulled",
            Self::IdConfirmed => "id_confirmed",
            Self::IdRefused => "id_refused",
        }
    }
}
