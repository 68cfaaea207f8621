// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The rule. Read it beside the table in `docs/verdicts.md`.

use super::{
    Decision, Known, Mark, Marks, Verdict, Visitor,
    identify::{Found, by_list, identify},
};
use crate::{
    booking::{Day, Site, Status},
    gate::{GateState, Gesture, Presence, Station},
    receipt::Shown,
    schedule::{Pool, closing_since, visit_hours},
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
    let look = asked.look.then_some(Mark::Look);
    match identify(asked.shown, day) {
        Err(verdict) => Decision {
            verdict,
            visitor: None,
            marks: look.into_iter().collect(),
            enters: 0,
            leaves: 0,
            inside: 0,
            first_read_at: None,
        },
        Ok(found) => {
            let visit = Visit::new(found, asked.station, asked.now, day, state);
            let mut decision = visit.judge();
            decision.marks.splice(0..0, look);
            if asked.look {
                (decision.enters, decision.leaves) = (0, 0);
            }
            decision
        }
    }
}

/// Decides again once the document of a `check_id` was compared: rows 6–16, then lets in.
///
/// `issued_at` is the receipt's issue time in seconds; `None` stands for the latest issue.
#[must_use]
pub fn decide_confirmed(
    visitor: &Visitor,
    issued_at: Option<u32>,
    station: &Station,
    now: Millis,
    day: &Day,
    state: &GateState,
) -> Decision {
    let booking = day.bookings.get(&visitor.booking);
    let latest = booking.and_then(|b| b.latest_issue()).map_or(0, |i| i.issued_at);
    let issued_at = issued_at.unwrap_or(latest);
    let found = match booking.filter(|_| issued_at <= latest) {
        Some(booking) => by_list(day, booking, issued_at),
        None => Found { visitor: *visitor, known: Known::Signature, booking, issued_at, moved: false },
    };
    let visit = Visit::new(found, station, now, day, state);
    let verdict = visit.rows_6_to_16().unwrap_or_else(|| visit.admit(visit.outside));
    let mut decision = visit.decision(verdict);
    decision.marks.push(Mark::IdConfirmed);
    decision
}

/// One visit at one gate at one time: everything that rows 6–19 look at.
struct Visit<'a> {
    found: Found<'a>,
    station: &'a Station,
    now: Millis,
    day: &'a Day,
    state: &'a GateState,
    presence: Presence,
    /// How many of the party may still enter.
    outside: u8,
    /// Some of them come back after an exit, where the office allows it.
    is_back: bool,
}

impl<'a> Visit<'a> {
    fn new(found: Found<'a>, station: &'a Station, now: Millis, day: &'a Day, state: &'a GateState) -> Self {
        let presence = state.presence(found.visitor.booking);
        let re_entry = day.offices.get(&found.visitor.office).is_none_or(|o| o.policy.re_entry);
        let outside = presence.outside(found.visitor.persons, re_entry);
        Self { found, station, now, day, state, presence, outside, is_back: re_entry && presence.is_back() }
    }

    fn judge(&self) -> Decision {
        let booking = self.found.visitor.booking;
        let gate = self.station.gate;
        if self.station.gesture == Gesture::Exit {
            // Exit scans are accepted outside the window and whatever became of the booking: nobody may be locked in.
            if let Some(first) = self.state.repeats_exit(gate, booking, self.now) {
                return self.already_read(first, self.state.first_exit_at(gate, booking));
            }
            let leave = self.presence.present.min(self.found.visitor.persons.max(self.presence.inside));
            return Decision { leaves: leave, ..self.decision(Verdict::Exit { leave }) };
        }
        // A retired receipt is not the one that was read: it is judged.
        let is_retired = self.found.booking.is_some_and(|b| b.retired(self.found.issued_at));
        if let Some(first) = self.state.repeats(gate, booking, self.now).filter(|_| !is_retired) {
            return self.already_read(first, self.state.first_read_at(gate, booking));
        }
        let verdict = self.rows_6_to_16().or_else(|| self.document());
        self.decision(verdict.unwrap_or_else(|| self.admit(self.outside)))
    }

    fn decision(&self, verdict: Verdict) -> Decision {
        let mut marks = self.marks();
        if verdict.enter() > 0 && self.is_back {
            marks.push(Mark::ReEntry);
        }
        Decision {
            enters: if self.enters() { verdict.enter() } else { 0 },
            verdict,
            visitor: Some(self.found.visitor),
            marks,
            leaves: 0,
            inside: self.presence.inside,
            first_read_at: None,
        }
    }

    fn already_read(&self, first: Verdict, at: Option<Millis>) -> Decision {
        let mut marks = self.marks();
        marks.push(Mark::AlreadyRead);
        Decision { enters: 0, marks, first_read_at: at, ..self.decision(first) }
    }

    fn marks(&self) -> Marks {
        let by_signature = (self.found.known == Known::Signature).then_some(Mark::BySignature);
        let moved = self.found.moved.then_some(Mark::Moved);
        by_signature.into_iter().chain(moved).collect()
    }

    /// True when a green here lets somebody in; false in a lobby behind a manned gate.
    fn enters(&self) -> bool {
        match self.station.gesture {
            Gesture::Enter => true,
            Gesture::Arrive => self.station.arrive_enters,
            Gesture::Exit => false,
        }
    }

    /// Rows 18 and 19.
    fn admit(&self, enter: u8) -> Verdict {
        if self.found.visitor.assistance { Verdict::AdmitNote { enter } } else { Verdict::Admit { enter } }
    }

    fn rows_6_to_16(&self) -> Option<Verdict> {
        self.standing()
            .or_else(|| self.whereabouts())
            .or_else(|| self.used())
            .or_else(|| self.window())
            .or_else(|| self.room())
    }

    /// Rows 6–8: blocked, cancelled, replaced by a later receipt.
    fn standing(&self) -> Option<Verdict> {
        let booking = self.found.booking?;
        if booking.block.is_some() {
            return Some(Verdict::Blocked);
        }
        if let Status::Cancelled(c) = booking.status {
            let replaced_by = c.replaced_by.and_then(|id| self.day.bookings.get(&id)).map(|b| b.start);
            return Some(Verdict::Cancelled { at: c.at, by: c.by, replaced_by });
        }
        if booking.retired(self.found.issued_at) {
            let latest = booking.latest_issue()?;
            return Some(Verdict::Reissued { issued_at: Millis::from_seconds(i64::from(latest.issued_at)) });
        }
        None
    }

    /// Rows 9–11: building, day, closed meanwhile.
    fn whereabouts(&self) -> Option<Verdict> {
        let visitor = &self.found.visitor;
        if visitor.site != self.station.site {
            return Some(Verdict::WrongSite { site: visitor.site });
        }
        let zone = self.day.sites.get(&visitor.site).map(|s| s.zone).unwrap_or_default();
        let (booked, hours) = visit_hours(zone, visitor.start, visitor.end);
        let today = civil(zone, self.now).date();
        if booked != today {
            return Some(Verdict::WrongDay { passed: booked < today });
        }
        let plan = self.day.schedules.get(&visitor.office)?;
        // Whoever decided a booking knew the closures that were announced by then.
        let listed = self.found.booking.filter(|_| self.found.known == Known::List);
        let decided_at =
            listed.map_or(Millis::from_seconds(i64::from(self.found.issued_at)), |booking| booking.decided_at);
        let share = listed.map(|booking| Pool(booking.pool));
        closing_since(plan, booked, hours, share, decided_at).map(|e| Verdict::OfficeClosed { exception: e.id })
    }

    /// Rows 12 and 13: the visit is over, or who of the party is in already.
    fn used(&self) -> Option<Verdict> {
        if let Some(at) = self.presence.served_at {
            return Some(Verdict::AlreadyServed { at });
        }
        let last = self.presence.last?;
        if self.presence.inside == 0 {
            // All who may enter have been in and left, and the office allows no return.
            let at = self.presence.left_at.unwrap_or(last.at);
            return (self.outside == 0).then_some(Verdict::AlreadyServed { at });
        }
        match self.station.gesture {
            // Being inside is what a lobby behind the gate expects of whoever arrives.
            Gesture::Arrive if !self.enters() || self.outside == 0 => Some(self.admit(0)),
            _ if self.outside == 0 => Some(Verdict::AlreadyInside { at: last.at, gate: last.gate }),
            // Those who come after the first of their party are let in by it: their window was kept when the visit
            // began.
            _ => Some(Verdict::PartyPartial { enter: self.outside, inside: self.presence.inside }),
        }
    }

    /// Rows 14 and 15. Both ends of the window count as inside, the last second to its end. Who comes back after an
    /// exit kept the window before.
    fn window(&self) -> Option<Verdict> {
        if self.is_back {
            return None;
        }
        let visitor = &self.found.visitor;
        let (early, late) = self.day.window(visitor.office, visitor.service);
        let opens = visitor.start.minus_minutes(i64::from(early));
        let closes = visitor.end.plus_minutes(i64::from(late));
        if self.now < opens {
            Some(Verdict::TooEarly { come_back_at: opens })
        } else if self.now.seconds() > closes.seconds() {
            Some(Verdict::TooLate { until: closes })
        } else {
            None
        }
    }

    /// Row 16.
    fn room(&self) -> Option<Verdict> {
        let Site { maximum, id, .. } = self.day.sites.get(&self.station.site)?;
        let maximum = maximum.filter(|_| self.enters())?;
        let inside = self.state.inside(*id, self.now);
        let full = inside.saturating_add(u32::from(self.outside)) > maximum;
        full.then_some(Verdict::SiteFull { inside, maximum })
    }

    /// Row 17. The document of who comes back was compared before.
    fn document(&self) -> Option<Verdict> {
        let wanted = match (self.found.known, self.found.booking) {
            (Known::List, Some(booking)) => booking.check_id,
            // The list is behind: what it wanted and what the office or its service wants by default both count.
            (_, booking) => {
                let service = booking.map(|b| b.service);
                let default = self.day.wants_document(self.found.visitor.office, service);
                default || booking.is_some_and(|b| b.check_id)
            }
        };
        (wanted && !self.is_back).then_some(Verdict::CheckId { enter: self.outside })
    }
}
