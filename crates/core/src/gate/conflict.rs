// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What a person must look at. Nothing is silently resolved: each is shown until somebody takes it up.

use super::{GateState, presence::Second, types::ConflictKind};
use crate::{
    booking::{Booking, Day, Status},
    ids::{BookingId, GateId, GestureKey},
    time::Millis,
};

/// Something that a person must look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// What kind.
    pub kind: ConflictKind,
    /// The scan, or the call, that raised it.
    pub scan: GestureKey,
    /// At which gate.
    pub gate: GateId,
    /// The scan that had the place before, for a double admission.
    pub before: Option<GestureKey>,
    /// Whose.
    pub booking: Option<BookingId>,
    /// When.
    pub at: Millis,
    /// Somebody has taken it up.
    pub taken: bool,
}

impl Conflict {
    /// Of the same kind, at the same gate, and nobody has taken it up.
    pub(super) fn is_open_beside(&self, other: &Self) -> bool {
        other.kind == self.kind && other.gate == self.gate && !other.taken
    }
}

impl GateState {
    /// What a person must look at, newest first.
    #[must_use]
    pub fn conflicts(&self, day: &Day) -> Vec<Conflict> {
        let mut found = Vec::new();
        let mut push = |kind, scan: GestureKey, before, booking| {
            let Some(state) = self.scans.get(&scan) else { return };
            let Some(fact) = state.fact.as_ref() else { return };
            let at = state.entered_at().unwrap_or(fact.at);
            let taken = self.taken.contains(&(kind, scan));
            found.push(Conflict { kind, scan, gate: fact.gate, before, booking, at, taken });
        };
        for (scan, (booking, second)) in &self.seconds {
            if is_double(second, day) {
                push(ConflictKind::DoubleAdmission, *scan, Some(second.before), Some(*booking));
            }
        }
        for (booking, at) in day.bookings.values().filter_map(|b| Some((b, cancelled_at(b)?))) {
            let Some((visit, _)) = self.visits.get(&booking.id) else { continue };
            for entry in visit.entries().filter(|e| e.at >= at && !e.overruled) {
                push(ConflictKind::CancelledButAdmitted, entry.scan, None, Some(booking.id));
            }
        }
        for scan in &self.alarms {
            push(ConflictKind::BadSignature, *scan, None, None);
        }
        for scan in &self.reported {
            let visitor = self.scans.get(scan).and_then(|s| s.fact.as_ref()).and_then(|f| f.visitor);
            push(ConflictKind::Reported, *scan, None, visitor.map(|v| v.booking));
        }
        for (call, (gate, at)) in &self.calls {
            let kind = ConflictKind::Called;
            let taken = self.taken.contains(&(kind, *call));
            found.push(Conflict { kind, scan: *call, gate: *gate, before: None, booking: None, at: *at, taken });
        }
        found.sort_by_key(|c| std::cmp::Reverse((c.at, c.scan)));
        found
    }
}

/// Where the office allows a return, whoever enters after an exit takes nobody's place.
fn is_double(second: &Second, day: &Day) -> bool {
    !second.after_exit || day.offices.get(&second.office).is_some_and(|office| !office.policy.re_entry)
}

/// Let in although it was cancelled: the gate had not learnt it yet, whether its list or a signature spoke.
fn cancelled_at(booking: &Booking) -> Option<Millis> {
    match booking.status {
        Status::Cancelled(cancellation) => Some(cancellation.at),
        Status::Booked => None,
    }
}
