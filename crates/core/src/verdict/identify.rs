// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Rows 1–5: whose visit is it?

use super::{Known, Verdict, Visitor};
use crate::{
    booking::{Booking, Day},
    ids::SiteId,
    receipt::{KeyState, Receipt, Shown},
};

/// A visit, as the list or a signature tells it.
pub(super) struct Found<'a> {
    pub(super) visitor: Visitor,
    pub(super) known: Known,
    /// What the list says of the booking, even when it is older than the receipt.
    pub(super) booking: Option<&'a Booking>,
    /// When the receipt shown was issued, seconds.
    pub(super) issued_at: u32,
    pub(super) moved: bool,
}

pub(super) fn identify<'a>(shown: &Shown, day: &'a Day) -> Result<Found<'a>, Verdict> {
    match shown {
        Shown::Foreign(foreign) => Err(Verdict::NotAReceipt(*foreign)),
        Shown::Damaged => Err(Verdict::Damaged),
        Shown::Code(code) => {
            let (booking, issued_at) = day
                .codes
                .get(code)
                .and_then(|(id, issued_at)| Some((day.bookings.get(id)?, *issued_at)))
                .ok_or(Verdict::UnknownBooking)?;
            Ok(by_list(day, booking, issued_at))
        }
        Shown::Receipt(receipt) => by_receipt(receipt, day),
    }
}

fn by_receipt<'a>(receipt: &Receipt, day: &'a Day) -> Result<Found<'a>, Verdict> {
    let claims = &receipt.claims;
    if !day.sites.contains_key(&claims.site) {
        return Err(Verdict::NotOurs { site: claims.site, court: day.neighbours.get(&claims.site).cloned() });
    }
    let Some(key) = day.keys.trusted(receipt.kid) else {
        let revoked = matches!(day.keys.state(receipt.kid), KeyState::Revoked(_));
        return Err(Verdict::KeyUnknown { kid: receipt.kid, updated_at: day.updated_at, revoked });
    };
    if !receipt.verify(&key.public) {
        return Err(Verdict::BadSignature);
    }
    match day.bookings.get(&claims.booking) {
        // A receipt younger than all that the list knows of the booking: the list is behind, the signature speaks.
        Some(booking) if booking.latest_issue().is_some_and(|i| i.issued_at < claims.issued_at) => {
            Ok(by_signature(receipt, day, Some(booking)))
        }
        Some(booking) => Ok(by_list(day, booking, claims.issued_at)),
        None => Ok(by_signature(receipt, day, None)),
    }
}

pub(super) fn by_list<'a>(day: &Day, booking: &'a Booking, issued_at: u32) -> Found<'a> {
    let site = day.offices.get(&booking.office).map_or(SiteId(0), |o| o.site);
    Found {
        visitor: Visitor {
            booking: booking.id,
            office: booking.office,
            site,
            service: Some(booking.service),
            start: booking.start,
            end: booking.end,
            persons: booking.persons,
            assistance: booking.assistance,
        },
        known: Known::List,
        booking: Some(booking),
        issued_at,
        moved: booking.moved_since(issued_at),
    }
}

/// What an old list says of where and when is not asked; that somebody needs assistance is believed.
fn by_signature<'a>(receipt: &Receipt, day: &Day, booking: Option<&'a Booking>) -> Found<'a> {
    let claims = &receipt.claims;
    let length = day.longest_service_minutes(claims.office);
    Found {
        visitor: Visitor {
            booking: claims.booking,
            office: claims.office,
            site: claims.site,
            service: None,
            start: claims.start,
            end: claims.start.plus_minutes(i64::from(length)),
            persons: claims.party,
            assistance: booking.is_some_and(|b| b.assistance),
        },
        known: Known::Signature,
        booking,
        issued_at: claims.issued_at,
        moved: false,
    }
}
