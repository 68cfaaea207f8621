// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Receipts at a gate: shown, confirmed, overruled, taken back.

use super::{
    GateState,
    act::{Acted, Refused, Scene, allowed, fact_of, one, station_marks},
    closing::out_at,
    types::{Event, Gesture, InputKind, OVERRIDE_REASONS, ScanFact, Via},
};
use crate::{
    access::Right,
    booking::Day,
    ids::GestureKey,
    receipt::{Receipt, Shown},
    time::Millis,
    verdict::{Asked, Code, Decision, Mark, Override, Verdict, Visitor, decide, decide_confirmed},
};

/// Something is shown: exactly one verdict, kept whatever it is.
pub(super) fn scan(
    shown: &Shown,
    via: Via,
    look: bool,
    late: Option<(Millis, u8)>,
    scene: &Scene<'_>,
    day: &Day,
    state: &GateState,
) -> Result<Acted, Refused> {
    let now = late.map_or(scene.now, |(at, _)| at.min(scene.now));
    let mut decision = decide(&Asked { shown, station: scene.station, look, now }, day, state);
    decision.marks.extend(station_marks(scene));
    if let Some((_, persons)) = late {
        // Whoever stood at the door with paper has let them in: that is a fact, whatever the verdict would have been.
        decision.marks.push(Mark::LateEntry);
        if let Some(visitor) = decision.visitor.filter(|_| !look && scene.station.gesture != Gesture::Exit) {
            if !(1..=visitor.persons).contains(&persons) {
                return Err(Refused::Number(visitor.persons));
            }
            decision.enters = persons;
        }
    }
    let visitor = decision.visitor;
    let fact = ScanFact {
        scan: scene.key,
        gate: scene.station.gate,
        site: scene.station.site,
        gesture: scene.station.gesture,
        at: now,
        via,
        input: input_kind(shown, &decision),
        verdict: decision.verdict.code(),
        visitor,
        marks: decision.marks.clone(),
        enters: decision.enters,
        leaves: decision.leaves,
        inside_before: decision.inside,
        out_at: out_at(day, scene, visitor.map_or(now, |v| v.end.max(now))),
        by: scene.actor.map(|a| a.person),
    };
    Ok(Acted { events: vec![Event::Scan(fact)], decision: Some(decision) })
}

fn input_kind(shown: &Shown, decision: &Decision) -> InputKind {
    match shown {
        Shown::Receipt(receipt) => InputKind::Receipt {
            booking: receipt.claims.booking,
            kid: receipt.kid,
            issued_at: receipt.claims.issued_at,
            digest: digest(receipt),
        },
        Shown::Code(_) => InputKind::Code(decision.visitor.map(|v| v.booking)),
        Shown::Damaged => InputKind::Damaged,
        Shown::Foreign(foreign) => InputKind::Foreign(*foreign),
    }
}

/// The first 16 bytes of the token's SHA-256.
fn digest(receipt: &Receipt) -> u128 {
    let mut first = [0_u8; 16];
    first.copy_from_slice(&receipt.sha256[..16]);
    u128::from_be_bytes(first)
}

/// The scan whose document may be compared now.
pub(super) fn open_document(state: &GateState, scan: GestureKey, now: Millis) -> Result<&ScanFact, Refused> {
    let row = state.scan_state(scan).ok_or(Refused::NoSuchScan)?;
    let fact = row.fact.as_ref().filter(|f| f.verdict == Code::CheckId && !f.marks.contains(&Mark::Look));
    let fact = fact.ok_or(Refused::NoSuchScan)?;
    if !row.waits_for_document() {
        return Err(Refused::AlreadyDone);
    }
    if state.document_open(fact, now) { Ok(fact) } else { Err(Refused::Lapsed) }
}

/// The document fits: runs rows 6–16 again, then lets in. When one of them fails now, nothing is appended and its
/// verdict is shown.
pub(super) fn confirm(scan: GestureKey, scene: &Scene<'_>, day: &Day, state: &GateState) -> Result<Acted, Refused> {
    let fact = open_document(state, scan, scene.now)?;
    let visitor = fact.visitor.ok_or(Refused::NoSuchScan)?;
    let issued_at = issue_of(fact, &visitor, day);
    let mut decision = decide_confirmed(&visitor, issued_at, scene.station, scene.now, day, state);
    decision.marks.extend(station_marks(scene));
    if decision.enters == 0 {
        return Ok(Acted { events: Vec::new(), decision: Some(decision) });
    }
    let (enters, by) = (decision.enters, scene.actor.map(|a| a.person));
    Ok(Acted { events: vec![Event::IdConfirmed { scan, at: scene.now, enters, by }], decision: Some(decision) })
}

/// When the receipt of a scan was issued. Of a typed code only the booking was kept: it stands for the issue that was
/// the latest then.
fn issue_of(fact: &ScanFact, visitor: &Visitor, day: &Day) -> Option<u32> {
    if let InputKind::Receipt { issued_at, .. } = fact.input {
        return Some(issued_at);
    }
    let issues = day.bookings.get(&visitor.booking).map(|b| b.issues.as_slice()).unwrap_or_default();
    issues.iter().map(|i| i.issued_at).filter(|at| Millis::from_seconds(i64::from(*at)) <= fact.at).max()
}

/// Let in against the verdict, with a reason, by somebody with the right.
pub(super) fn overrule(
    scan: GestureKey,
    reason: &str,
    scene: &Scene<'_>,
    day: &Day,
    state: &GateState,
) -> Result<Acted, Refused> {
    let fact = fact_of(state, scan)?;
    let right = Right::to_overrule(fact.verdict).ok_or(Refused::NotOverrulable)?;
    let actor = allowed(scene, right)?;
    if !OVERRIDE_REASONS.contains(&reason) {
        return Err(Refused::Reason);
    }
    let row = state.scan_state(scan).ok_or(Refused::NoSuchScan)?;
    if row.is_overridden() || row.granted() > 0 {
        return Err(Refused::AlreadyDone);
    }
    if fact.marks.contains(&Mark::Look) || fact.gesture == Gesture::Exit {
        return Err(Refused::NotOverrulable);
    }
    let presence = fact.visitor.map(|v| state.presence(v.booking)).unwrap_or_default();
    let enters = match fact.visitor {
        None => 1,
        Some(v) => {
            let re_entry = day.offices.get(&v.office).is_none_or(|o| o.policy.re_entry);
            let entered_since = presence.last.is_some_and(|last| last.at > fact.at);
            match presence.outside(v.persons, re_entry) {
                0 if entered_since => return Err(Refused::AlreadyDone),
                // All were in: those who are not inside come back; if all still count as inside, they left unseen.
                0 if presence.inside < v.persons => v.persons - presence.inside,
                0 => v.persons,
                outside => outside,
            }
        }
    };
    let end = fact.visitor.map_or(scene.now, |v| v.end.max(scene.now));
    let event = Event::Overridden {
        scan,
        at: scene.now,
        enters,
        reason: reason.to_owned(),
        by: actor.person,
        reported: fact.verdict.overruled_by() == Override::Reported,
        out_at: out_at(day, scene, end),
    };
    let mut marks = vec![Mark::Override];
    marks.extend(station_marks(scene));
    let verdict = match fact.visitor {
        Some(visitor) if visitor.assistance => Verdict::AdmitNote { enter: enters },
        _ => Verdict::Admit { enter: enters },
    };
    let inside = presence.inside;
    let decision = Decision { verdict, visitor: fact.visitor, marks, enters, leaves: 0, inside, first_read_at: None };
    Ok(Acted { events: vec![event], decision: Some(decision) })
}

/// A supervisor takes back any entry or exit; the station its own last entry without booking.
pub(super) fn annul(scan: GestureKey, reason: &str, scene: &Scene<'_>, state: &GateState) -> Result<Acted, Refused> {
    let own = state.last_unbooked(scene.station.gate).is_some_and(|(key, ..)| key == scan);
    if own {
        let by = scene.actor.map(|a| a.person);
        return one(Event::Annulled { scan, at: scene.now, reason: "other".to_owned(), by });
    }
    let by = Some(allowed(scene, Right::Annul)?.person);
    if !OVERRIDE_REASONS.contains(&reason) {
        return Err(Refused::Reason);
    }
    let scan = state.original(scan);
    if state.is_annulled(scan) {
        return Err(Refused::AlreadyDone);
    }
    if state.unbooked_persons(scan).is_none() {
        let row = state.scan_state(scan).filter(|row| row.fact.is_some()).ok_or(Refused::NoSuchScan)?;
        if row.entered() == 0 && row.left() == 0 {
            return Err(Refused::NoEntry);
        }
    }
    one(Event::Annulled { scan, at: scene.now, reason: reason.to_owned(), by })
}
