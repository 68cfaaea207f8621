// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The booking.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    ids::{BookingId, OfficeId, ServiceId},
    receipt::{KeyId, ShortCode},
    schedule::Audience,
    time::Millis,
};

/// Persons, service, slot and status. Names and the request are not here: they are sealed rows of the store.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Booking {
    /// Which one.
    pub id: BookingId,
    /// Where it is valid.
    pub office: OfficeId,
    /// What for.
    pub service: ServiceId,
    /// Whose share of the places it uses.
    pub pool: Audience,
    /// Beginning of the slot.
    pub start: Millis,
    /// End of the visit: start + length of the service.
    pub end: Millis,
    /// How many come.
    pub persons: u8,
    /// Booked, or cancelled by whom.
    pub status: Status,
    /// Security block, if any; the reason is sealed.
    pub block: Option<Block>,
    /// The office wants the document compared.
    pub check_id: bool,
    /// Assistance wanted; what kind is sealed.
    pub assistance: bool,
    /// When the booking was last decided with the schedule known (made, moved, or kept in spite of a closure): an
    /// exception announced later than this closes it.
    pub decided_at: Millis,
    /// The last day on which the visit is of use: a deadline that the office was told of. It is never proposed a later day.
    #[serde(default)]
    pub due_by: Option<NaiveDate>,
    /// All receipts issued for it, oldest first.
    pub issues: Vec<Issue>,
}

/// Where a booking stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Takes its places.
    Booked,
    /// Gave them back.
    Cancelled(Cancellation),
}

/// By whom and when, and what replaces it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cancellation {
    /// When.
    pub at: Millis,
    /// By whom.
    pub by: By,
    /// The booking that takes its place, if there is one.
    pub replaced_by: Option<BookingId>,
}

/// Who decided about a booking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// The person who booked.
    Holder,
    /// The office.
    Office,
}

/// A security block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Since when.
    pub since: Millis,
}

/// One receipt of a booking. A reprint is the same token and so the same issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// The token's issue time, whole seconds.
    pub issued_at: u32,
    /// Who signed.
    pub kid: KeyId,
    /// The code printed below it.
    pub code: ShortCode,
    /// Why it was issued.
    pub cause: IssueCause,
}

/// Why a receipt was issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IssueCause {
    /// The first.
    First,
    /// The time, office or site changed: older receipts are judged by the new time.
    Moved,
    /// The older one was lost: it counts no longer.
    Lost,
    /// The older one was passed around: it counts no longer.
    Shared,
    /// It is for another person now: the older one counts no longer.
    OtherPerson,
}

impl IssueCause {
    /// True when receipts issued before this one count no longer.
    #[must_use]
    pub const fn retires_older(self) -> bool {
        matches!(self, Self::Lost | Self::Shared | Self::OtherPerson)
    }
}

impl Booking {
    /// The receipt that counts.
    #[must_use]
    pub fn latest_issue(&self) -> Option<&Issue> {
        self.issues.iter().max_by_key(|i| i.issued_at)
    }

    /// The issue time of the next receipt, seconds: later than all before it, even within one second or by a clock that
    /// was put back. Which of two receipts counts is told by nothing else.
    #[must_use]
    pub fn next_issued_at(&self, now: Millis) -> u32 {
        let now = u32::try_from(now.seconds().max(0)).unwrap_or(u32::MAX);
        self.latest_issue().map_or(now, |latest| now.max(latest.issued_at.saturating_add(1)))
    }

    /// True when a receipt issued at that second was retired by a later one.
    #[must_use]
    pub fn retired(&self, issued_at: u32) -> bool {
        self.issues.iter().any(|i| i.issued_at > issued_at && i.cause.retires_older())
    }

    /// True when the time changed after a receipt of that second.
    #[must_use]
    pub fn moved_since(&self, issued_at: u32) -> bool {
        self.issues.iter().any(|i| i.issued_at > issued_at && i.cause == IssueCause::Moved)
    }
}
