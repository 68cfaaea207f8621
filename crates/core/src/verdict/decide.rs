// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The rule. Read it beside the table in `docs/verdicts.md`.

use chrono::NaiveDateTime;

use super::{Decision, Known, Mark, Marks, Verdict, Visitor};
use crate::{
    booking::{Booking, Day, Site, Status},
    gate::{GateState, Gesture, Presence, Station},
    ids::SiteId,
    receipt::{KeyState, Receipt, Shown},
    schedule::{self, Audience, OfficeSchedule, ScheduleException},
    time::{Millis, civil},
};

/// A question put to the door.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// What was shown.
    pub shown: &'a Shown,
    /// Where, and with which gesture.
    pub station: &'a Station,
    /// Only look: use nothing up.
    pub look: bool,
    /// The time that this gate judges by.
    pub now: Millis,
}

/// Decides. Total: every input has exactly one verdict.
#[must_use]
pub fn decide(asked: &Asked<'_>, day: &Day, state: &GateState) -> Decision {
    match identify(asked.shown, day) {
        Err(verdict) => Decision { verdict, visitor: None, marks: marks_of(asked), enters: 0, leaves: 0 },
        Ok(found) => judge(asked, day, state, &found),
    }
}

fn marks_of(asked: &Asked<'_>) -> Marks {
    if asked.look { vec![Mark::Look] } else { Vec::new() }
}

/// Rows 1–5: whose visit is it?
struct Found<'a> {
    visitor: Visitor,
    known: Known,
    booking: Option<&'a Booking>,
    /// Issue time of the receipt shown; none for a typed code of the latest issue.
    issued_at: u32,
    moved: bool,
}

fn identify<'a>(shown: &Shown, day: &'a Day) -> Result<Found<'a>, Verdict> {
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
    let booking = day.bookings.get(&claims.booking);
    match booking {
        // A receipt younger than all that the list knows of the booking: the list is behind, the signature speaks.
        Some(b) if b.latest_issue().is_some_and(|i| i.issued_at < claims.issued_at) => {
            Ok(Found { booking: Some(b), ..by_signature(receipt, day) })
        }
        Some(b) => Ok(by_list(day, b, claims.issued_at)),
        None => Ok(by_signature(receipt, day)),
    }
}

fn by_list<'a>(day: &Day, booking: &'a Booking, issued_at: u32) -> Found<'a> {
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

fn by_signature<'a>(receipt: &Receipt, day: &Day) -> Found<'a> {
    let claims = &receipt.claims;
    let length = i64::from(day.longest_service_minutes(claims.office)) * 60_000;
    Found {
        visitor: Visitor {
            booking: claims.booking,
            office: claims.office,
            site: claims.site,
            service: None,
            start: claims.start,
            end: Millis(claims.start.0 + length),
            persons: claims.party,
            assistance: false,
        },
        known: Known::Signature,
        booking: None,
        issued_at: claims.issued_at,
        moved: false,
    }
}

/// Rows 6–19.
fn judge(asked: &Asked<'_>, day: &Day, state: &GateState, found: &Found<'_>) -> Decision {
    let visitor = &found.visitor;
    let mut marks = marks_of(asked);
    if found.known == Known::Signature {
        marks.push(Mark::BySignature);
    }
    if found.moved {
        marks.push(Mark::Moved);
    }
    let presence = state.presence(visitor.booking);
    if asked.station.gesture == Gesture::Exit {
        // Exit scans are accepted outside the window and whatever became of the booking: nobody may be locked in.
        let leave = presence.inside;
        let leaves = if asked.look { 0 } else { leave };
        return Decision { verdict: Verdict::Exit { leave }, visitor: Some(*visitor), marks, enters: 0, leaves };
    }
    if let Some(first) = state.repeats(asked.station.gate, visitor.booking, asked.now) {
        marks.push(Mark::AlreadyRead);
        return Decision { verdict: first, visitor: Some(*visitor), marks, enters: 0, leaves: 0 };
    }
    let re_entry = day.offices.get(&visitor.office).is_none_or(|o| o.policy.re_entry);
    let outside = presence.outside(visitor.persons, re_entry);
    let verdict = first_failing(asked, day, state, found, &presence, outside);
    let verdict = verdict.unwrap_or(if visitor.assistance {
        Verdict::AdmitNote { enter: outside }
    } else {
        Verdict::Admit { enter: outside }
    });
    if verdict.enter() > 0 && presence.is_back() {
        marks.push(Mark::ReEntry);
    }
    let counts = !asked.look && (asked.station.gesture == Gesture::Enter || asked.station.arrive_enters);
    let enters = if counts { verdict.enter() } else { 0 };
    Decision { verdict, visitor: Some(*visitor), marks, enters, leaves: 0 }
}

/// Decides again once the document of a `check_id` was compared: rows 6–16, then lets in.
///
/// `issued_at` is the receipt's issue time; none when a code was typed, which stands for the latest issue.
#[must_use]
pub fn decide_confirmed(
    visitor: &Visitor,
    issued_at: Option<u32>,
    station: &Station,
    now: Millis,
    day: &Day,
    state: &GateState,
) -> Decision {
    let shown = Shown::Damaged;
    let asked = Asked { shown: &shown, station, look: false, now };
    let booking = day.bookings.get(&visitor.booking);
    let latest = booking.and_then(|b| b.latest_issue()).map_or(0, |i| i.issued_at);
    let issued_at = issued_at.unwrap_or(latest);
    let found = match booking.filter(|_| issued_at <= latest) {
        Some(b) => by_list(day, b, issued_at),
        None => Found { visitor: *visitor, known: Known::Signature, booking, issued_at, moved: false },
    };
    let presence = state.presence(found.visitor.booking);
    let re_entry = day.offices.get(&found.visitor.office).is_none_or(|o| o.policy.re_entry);
    let outside = presence.outside(found.visitor.persons, re_entry);
    let verdict = standing(&found, day)
        .or_else(|| whereabouts(&asked, day, &found))
        .or_else(|| used(&asked, &presence, &found.visitor, outside))
        .or_else(|| window(&asked, day, &found, &presence))
        .or_else(|| room(&asked, day, state, outside))
        .unwrap_or(if found.visitor.assistance {
            Verdict::AdmitNote { enter: outside }
        } else {
            Verdict::Admit { enter: outside }
        });
    let enters = verdict.enter();
    Decision { verdict, visitor: Some(found.visitor), marks: vec![Mark::IdConfirmed], enters, leaves: 0 }
}

fn first_failing(
    asked: &Asked<'_>,
    day: &Day,
    state: &GateState,
    found: &Found<'_>,
    presence: &Presence,
    outside: u8,
) -> Option<Verdict> {
    standing(found, day)
        .or_else(|| whereabouts(asked, day, found))
        .or_else(|| used(asked, presence, &found.visitor, outside))
        .or_else(|| window(asked, day, found, presence))
        .or_else(|| room(asked, day, state, outside))
        .or_else(|| document(day, found, presence, outside))
}

/// Rows 6–8: blocked, cancelled, replaced by a later receipt.
fn standing(found: &Found<'_>, day: &Day) -> Option<Verdict> {
    let booking = found.booking?;
    if booking.block.is_some() {
        return Some(Verdict::Blocked);
    }
    if let Status::Cancelled(c) = booking.status {
        let replaced_by = c.replaced_by.and_then(|id| day.bookings.get(&id)).map(|b| b.start);
        return Some(Verdict::Cancelled { at: c.at, by: c.by, replaced_by });
    }
    if booking.retired(found.issued_at) {
        let latest = booking.latest_issue()?;
        return Some(Verdict::Reissued { issued_at: Millis(i64::from(latest.issued_at) * 1000) });
    }
    None
}

/// Rows 9–11: building, day, closed meanwhile.
fn whereabouts(asked: &Asked<'_>, day: &Day, found: &Found<'_>) -> Option<Verdict> {
    let visitor = &found.visitor;
    if visitor.site != asked.station.site {
        return Some(Verdict::WrongSite { site: visitor.site });
    }
    let zone = day.sites.get(&visitor.site)?.zone;
    let booked = civil(zone, visitor.start);
    let today = civil(zone, asked.now).date();
    if booked.date() != today {
        return Some(Verdict::WrongDay { passed: booked.date() < today });
    }
    let closed = closed_by(day.schedules.get(&visitor.office)?, booked)?;
    // An exception that was announced before the booking was decided was known to whoever decided it.
    let listed = found.booking.filter(|_| found.known == Known::List);
    let decided_at = listed.map_or(Millis(i64::from(found.issued_at) * 1000), |b| b.decided_at);
    (closed.announced_at > decided_at).then_some(Verdict::OfficeClosed { exception: closed.id })
}

/// The exception that closes an office at a civil time.
fn closed_by(plan: &OfficeSchedule, booked: NaiveDateTime) -> Option<&ScheduleException> {
    if plan.exceptions_on(booked.date()).is_empty() {
        return None;
    }
    let unused = |_, _| schedule::Used::default();
    match schedule::why(plan, booked.date(), booked.time(), Audience::All, unused) {
        schedule::Why::Closed { exception, .. } => plan.exceptions.iter().find(|e| e.id == exception),
        _ => None,
    }
}

/// Rows 12 and 13: who of the party is in already.
fn used(asked: &Asked<'_>, presence: &Presence, visitor: &Visitor, outside: u8) -> Option<Verdict> {
    let last = presence.last?;
    if outside == 0 {
        if presence.inside == 0 {
            return Some(Verdict::AlreadyServed { at: presence.left_at.unwrap_or(last.at) });
        }
        if asked.station.gesture == Gesture::Arrive {
            return Some(if visitor.assistance {
                Verdict::AdmitNote { enter: 0 }
            } else {
                Verdict::Admit { enter: 0 }
            });
        }
        return Some(Verdict::AlreadyInside { at: last.at, gate: last.gate });
    }
    // Those who come after the first of their party are let in by it: their window was kept when the visit began.
    let waits = asked.station.gesture == Gesture::Arrive && !asked.station.arrive_enters;
    (presence.inside > 0 && !waits).then_some(Verdict::PartyPartial { enter: outside, inside: presence.inside })
}

/// Rows 14 and 15. Both ends of the window count as inside. Who comes back after an exit kept the window before.
fn window(asked: &Asked<'_>, day: &Day, found: &Found<'_>, presence: &Presence) -> Option<Verdict> {
    if presence.is_back() {
        return None;
    }
    let visitor = &found.visitor;
    let (early, late) = day.window(visitor.office, visitor.service);
    let opens = Millis(visitor.start.0 - i64::from(early) * 60_000);
    let closes = Millis(visitor.end.0 + i64::from(late) * 60_000);
    if asked.now < opens {
        Some(Verdict::TooEarly { come_back_at: opens })
    } else if asked.now > closes {
        Some(Verdict::TooLate { until: closes })
    } else {
        None
    }
}

/// Row 16.
fn room(asked: &Asked<'_>, day: &Day, state: &GateState, outside: u8) -> Option<Verdict> {
    let Site { maximum, id, .. } = day.sites.get(&asked.station.site)?;
    let maximum = (*maximum)?;
    if asked.station.gesture == Gesture::Arrive && !asked.station.arrive_enters {
        return None;
    }
    let inside = state.inside(*id, asked.now);
    (inside + u32::from(outside) > maximum).then_some(Verdict::SiteFull { inside, maximum })
}

/// Row 17. The document of who comes back was compared before.
fn document(day: &Day, found: &Found<'_>, presence: &Presence, outside: u8) -> Option<Verdict> {
    let wanted = found
        .booking
        .filter(|_| found.known == Known::List)
        .map_or_else(|| day.offices.get(&found.visitor.office).is_some_and(|o| o.policy.check_id), |b| b.check_id);
    (wanted && !presence.is_back()).then_some(Verdict::CheckId { enter: outside })
}
