// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What may happen to a booking.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use varco_core::{
    booking::{Booking, By, IssueCause},
    ids::{BookingId, ExceptionId, OfficeId, ServiceId},
    schedule::Audience,
    time::Millis,
};

impl Contact {
    /// Whether it may be kept.
    #[must_use]
    pub fn fits(&self) -> bool {
        let fits = |text: &Option<String>| text.as_ref().is_none_or(|t| t.chars().count() <= CONTACT_CHARS);
        fits(&self.phone) && fits(&self.email)
    }

    /// Whether it says nothing.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.phone.is_none() && self.email.is_none()
    }
}

/// A booking to be made. Ids, code and receipt are made by the engine from its source of randomness.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewBooking {
    /// Where.
    pub office: OfficeId,
    /// What for.
    pub service: ServiceId,
    /// Who books: decides which pools may be used.
    pub audience: Audience,
    /// Beginning of a slot.
    pub start: Millis,
    /// How many come, 1–255.
    pub persons: u8,
    /// Who comes, one name a person, the first the holder; may be empty. Sealed.
    pub names: Vec<String>,
    /// Something that tells two people of the same name apart (year of birth, end of the fiscal code). Sealed.
    pub tell_apart: Option<String>,
    /// Assistance worded as a need. Sealed.
    pub assistance: Option<String>,
    /// How to reach the holder. Sealed with the names.
    pub contact: Contact,
    /// The last day on which the visit is of use.
    pub due_by: Option<NaiveDate>,
}

/// How somebody is reached.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Contact {
    /// Telephone, at most [`CONTACT_CHARS`] characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Mail, at most [`CONTACT_CHARS`] characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

/// Characters of a telephone number or an address of mail, at most.
pub const CONTACT_CHARS: usize = 254;

/// What a booking got.
#[derive(Debug, Clone, PartialEq)]
pub struct Changed {
    /// The booking as it is now.
    pub booking: Booking,
    /// The text of a newly issued receipt. It is not stored; whoever loses it asks for another issue.
    pub receipt: Option<String>,
}

/// Names and notes of one booking, opened.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Details {
    /// Who comes.
    pub names: Vec<String>,
    /// Tells two people of the same name apart.
    pub tell_apart: Option<String>,
    /// Assistance worded as a need.
    pub assistance: Option<String>,
    /// Why the booking is blocked.
    pub block_reason: Option<String>,
    /// How to reach the holder.
    #[serde(default)]
    pub contact: Contact,
}

/// A change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BookingChange {
    /// Give the places back.
    Cancel {
        /// By whom.
        by: By,
        /// What takes its place.
        replaced_by: Option<BookingId>,
    },
    /// Another time at the same office, or another office and service; a new receipt is issued.
    Move {
        /// Where.
        office: OfficeId,
        /// What for.
        service: ServiceId,
        /// When.
        start: Millis,
    },
    /// A new receipt that retires the older ones.
    Reissue {
        /// Lost, shared or for another person.
        cause: IssueCause,
        /// The new persons' names, for another person. Sealed.
        names: Option<Vec<String>>,
    },
    /// Keep it in spite of a closure.
    Keep,
    /// Block, or lift the block.
    Block {
        /// The reason, sealed; none lifts the block.
        reason: Option<String>,
    },
}

/// Why a booking could not be made or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BookRefusal {
    /// No such office or service.
    Unknown,
    /// No slot of the audience begins then.
    NoSlot,
    /// The places are taken; the next start with room, if one is near.
    Full {
        /// The next start with room on the same day.
        next: Option<Millis>,
    },
    /// Closed by an exception.
    Closed(ExceptionId),
    /// A telephone or mail address that is too long.
    Contact,
    /// Number of persons outside 1–255 or above what the slot holds.
    Persons,
    /// Cancelled already, or no such booking.
    Gone,
}

/// Free places of a start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Places {
    /// Beginning of the slot.
    pub start: Millis,
    /// Its end.
    pub end: Millis,
    /// Whose share.
    pub pool: Audience,
    /// Bookings that still fit.
    pub desks_left: u32,
    /// Persons that still fit.
    pub persons_left: u32,
}
