// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What may be done at a door besides showing a receipt. Each gives the facts to append, or a refusal.

use serde::{Deserialize, Serialize};

use super::{
    GateState,
    types::{ConflictKind, Event, Gesture, InputKind, OVERRIDE_REASONS, ScanFact, Station, UnbookedReason, Via},
};
use crate::{
    access::{Actor, Grants, Right, allows},
    booking::Day,
    ids::{GestureKey, OfficeId},
    receipt::{Receipt, Shown},
    schedule,
    time::{Millis, civil, day_bounds},
    verdict::{Asked, Code, Decision, Mark, Verdict, decide, decide_confirmed},
};

/// A gesture of the staff, or of somebody with a receipt. Its key is made once by whoever asks.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// Something was shown.
    Scan {
        /// What.
        shown: Shown,
        /// How it came.
        via: Via,
        /// Only look: use nothing up.
        look: bool,
        /// Typed back from paper: when it happened, and how many entered.
        late: Option<(Millis, u8)>,
    },
    /// The number of the last scan is corrected.
    Persons {
        /// Which scan.
        scan: GestureKey,
        /// So many entered.
        persons: u8,
    },
    /// The document fits.
    ConfirmId {
        /// Which scan.
        scan: GestureKey,
    },
    /// The document does not fit.
    RefuseId {
        /// Which scan.
        scan: GestureKey,
    },
    /// Let in against the verdict.
    Overrule {
        /// Which scan.
        scan: GestureKey,
        /// One of [`OVERRIDE_REASONS`].
        reason: String,
    },
    /// Take back an entry.
    Annul {
        /// A scan, or an entry without booking.
        scan: GestureKey,
        /// One of [`OVERRIDE_REASONS`].
        reason: String,
    },
    /// Somebody enters without a booking.
    Unbooked {
        /// Why.
        reason: UnbookedReason,
        /// How many, 1–99.
        persons: u8,
        /// Against whose walk-in places; needed for [`UnbookedReason::WalkIn`].
        office: Option<OfficeId>,
    },
    /// Persons leave without a receipt, 1–99.
    Left {
        /// How many.
        persons: u8,
    },
    /// State the right time.
    StateClock {
        /// What the clock on the wall says.
        stated: Millis,
    },
    /// Switch paper mode.
    PaperMode {
        /// On or off.
        on: bool,
    },
    /// Take up a conflict.
    TakeConflict {
        /// What kind.
        of: ConflictKind,
        /// The scan that raised it.
        scan: GestureKey,
    },
}

/// Where, when and who.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// The gesture's key.
    pub key: GestureKey,
    /// The station.
    pub station: &'a Station,
    /// Who is signed in.
    pub actor: Option<Actor>,
    /// What the court gives to stewards.
    pub grants: Grants,
    /// The time that this gate judges by.
    pub now: Millis,
    /// What the machine's own clock says.
    pub machine: Millis,
    /// The clock is in doubt.
    pub clock_unsafe: bool,
    /// Paper mode: kept in memory until the disk returns.
    pub not_recorded: bool,
}

/// Facts to append, and the decision to show if there is one.
#[derive(Debug, Clone, PartialEq)]
pub struct Acted {
    /// In this order.
    pub events: Vec<Event>,
    /// For the screen.
    pub decision: Option<Decision>,
}

/// Why nothing was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refused {
    /// Nobody is signed in, or without this right.
    NotAllowed(Right),
    /// No such scan today.
    NoSuchScan,
    /// Only until the next receipt.
    NotTheLatest,
    /// It let nobody in.
    NoEntry,
    /// Cannot be overruled.
    NotOverrulable,
    /// Done already.
    AlreadyDone,
    /// The time to compare the document has passed: show the receipt again.
    Lapsed,
    /// A number outside what is possible; the highest that is.
    Number(u8),
    /// Not one of the reasons.
    Reason,
    /// No walk-in place is left at that office.
    NoPlace,
    /// The time stated is more than 12 hours from the machine's: choose the date in the system's settings.
    ClockTooFar,
}

/// Decides a gesture.
///
/// # Errors
/// A [`Refused`] that says what to do instead.
pub fn act(act: &Act, scene: &Scene<'_>, day: &Day, state: &GateState) -> Result<Acted, Refused> {
    let by = scene.actor.map(|a| a.person);
    match act {
        Act::Scan { shown, via, look, late } => Ok(scan(shown, *via, *look, *late, scene, day, state)),
        Act::Persons { scan, persons } => {
            let fact = fact_of(state, *scan)?;
            if state.latest(fact.gate) != Some(*scan) {
                return Err(Refused::NotTheLatest);
            }
            let highest = highest_number(state, fact);
            if highest == 0 {
                return Err(Refused::NoEntry);
            }
            if !(1..=highest).contains(persons) {
                return Err(Refused::Number(highest));
            }
            one(Event::Persons { scan: *scan, persons: *persons, by })
        }
        Act::ConfirmId { scan } => confirm(*scan, scene, day, state),
        Act::RefuseId { scan } => {
            let (fact, now) = (open_document(state, *scan, scene.now)?, scene.now);
            one(Event::IdRefused { scan: fact.scan, at: now, by })
        }
        Act::Overrule { scan, reason } => overrule(*scan, reason, scene, day, state),
        Act::Annul { scan, reason } => annul(*scan, reason, scene, state),
        Act::Unbooked { reason, persons, office } => {
            if !(1..=99).contains(persons) {
                return Err(Refused::Number(99));
            }
            let office = (*reason == UnbookedReason::WalkIn).then_some(*office).flatten();
            if *reason == UnbookedReason::WalkIn {
                let left = office.map_or(0, |o| walk_in_left(day, state, o, scene.now));
                if left < u32::from(*persons) {
                    return Err(Refused::NoPlace);
                }
            }
            one(Event::Unbooked {
                entry: scene.key,
                gate: scene.station.gate,
                site: scene.station.site,
                at: scene.now,
                reason: *reason,
                persons: *persons,
                office,
                out_at: out_at(day, scene, scene.now),
                by,
            })
        }
        Act::Left { persons } => {
            if !(1..=99).contains(persons) {
                return Err(Refused::Number(99));
            }
            one(Event::Left { key: scene.key, site: scene.station.site, at: scene.now, persons: *persons })
        }
        Act::StateClock { stated } => {
            let by = allowed(scene, Right::Clock)?.person;
            if (stated.0 - scene.machine.0).abs() > 12 * 3_600_000 {
                return Err(Refused::ClockTooFar);
            }
            let until = end_of_day(day, scene, *stated);
            let until = Millis(until.0 - (stated.0 - scene.machine.0));
            one(Event::ClockStated { machine: scene.machine, stated: *stated, until, by })
        }
        Act::PaperMode { on } => {
            let by = allowed(scene, Right::Paper)?.person;
            one(Event::PaperMode { on: *on, at: scene.now, by })
        }
        Act::TakeConflict { of, scan } => {
            let by = allowed(scene, Right::Conflicts)?.person;
            let found = state.conflicts(day).into_iter().find(|c| c.kind == *of && c.scan == *scan);
            match found {
                None => Err(Refused::NoSuchScan),
                Some(c) if c.taken => Err(Refused::AlreadyDone),
                Some(_) => one(Event::ConflictTaken { of: *of, scan: *scan, at: scene.now, by }),
            }
        }
    }
}

fn one(event: Event) -> Result<Acted, Refused> {
    Ok(Acted { events: vec![event], decision: None })
}

fn allowed(scene: &Scene<'_>, right: Right) -> Result<Actor, Refused> {
    scene.actor.filter(|a| allows(a.role, right, scene.grants)).ok_or(Refused::NotAllowed(right))
}

fn fact_of(state: &GateState, scan: GestureKey) -> Result<&ScanFact, Refused> {
    state.scan_state(scan).and_then(|s| s.fact.as_ref()).ok_or(Refused::NoSuchScan)
}

fn scan(
    shown: &Shown,
    via: Via,
    look: bool,
    late: Option<(Millis, u8)>,
    scene: &Scene<'_>,
    day: &Day,
    state: &GateState,
) -> Acted {
    let now = late.map_or(scene.now, |l| l.0);
    let mut decision = decide(&Asked { shown, station: scene.station, look, now }, day, state);
    if scene.clock_unsafe {
        decision.marks.push(Mark::ClockUnsafe);
    }
    if scene.not_recorded {
        decision.marks.push(Mark::NotRecorded);
    }
    if let Some((_, persons)) = late {
        // Whoever stood at the door with paper has let them in: that is a fact, whatever the verdict would have been.
        decision.marks.push(Mark::LateEntry);
        decision.enters = persons;
    }
    let visitor = decision.visitor;
    let inside_before = visitor.map_or(0, |v| state.presence(v.booking).inside);
    let out = visitor.map_or(now, |v| v.end.max(now));
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
        inside_before,
        out_at: out_at(day, scene, out),
        by: scene.actor.map(|a| a.person),
    };
    Acted { events: vec![Event::Scan(fact)], decision: Some(decision) }
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

/// The most that a scan may have let in: what its verdict allowed.
#[must_use]
pub fn highest_number(state: &GateState, fact: &ScanFact) -> u8 {
    let entered = state.scan_state(fact.scan).map_or(0, super::ScanState::entered);
    if entered == 0 {
        return 0;
    }
    fact.visitor.map_or(entered, |v| v.persons.saturating_sub(fact.inside_before).max(entered))
}

fn open_document(state: &GateState, scan: GestureKey, now: Millis) -> Result<&ScanFact, Refused> {
    let row = state.scan_state(scan).ok_or(Refused::NoSuchScan)?;
    let fact = row.fact.as_ref().filter(|f| f.verdict == Code::CheckId).ok_or(Refused::NoSuchScan)?;
    if row.is_document_done() || row.is_overridden() {
        return Err(Refused::AlreadyDone);
    }
    if state.document_open(fact, now) { Ok(fact) } else { Err(Refused::Lapsed) }
}

/// Runs rows 6–16 again, then lets in.
fn confirm(scan: GestureKey, scene: &Scene<'_>, day: &Day, state: &GateState) -> Result<Acted, Refused> {
    let fact = open_document(state, scan, scene.now)?;
    let visitor = fact.visitor.ok_or(Refused::NoSuchScan)?;
    let issued_at = match fact.input {
        InputKind::Receipt { issued_at, .. } => Some(issued_at),
        _ => None,
    };
    let decision = decide_confirmed(&visitor, issued_at, scene.station, scene.now, day, state);
    let enters = decision.verdict.enter();
    if enters == 0 {
        return Ok(Acted { events: Vec::new(), decision: Some(decision) });
    }
    let by = scene.actor.map(|a| a.person);
    Ok(Acted { events: vec![Event::IdConfirmed { scan, at: scene.now, enters, by }], decision: Some(decision) })
}

fn overrule(scan: GestureKey, reason: &str, scene: &Scene<'_>, day: &Day, state: &GateState) -> Result<Acted, Refused> {
    let fact = fact_of(state, scan)?;
    let right = Right::to_overrule(fact.verdict).ok_or(Refused::NotOverrulable)?;
    let actor = allowed(scene, right)?;
    if !OVERRIDE_REASONS.contains(&reason) {
        return Err(Refused::Reason);
    }
    let row = state.scan_state(scan).ok_or(Refused::NoSuchScan)?;
    if row.is_overridden() || row.entered() > 0 {
        return Err(Refused::AlreadyDone);
    }
    if fact.marks.contains(&Mark::Look) || fact.gesture == Gesture::Exit {
        return Err(Refused::NotOverrulable);
    }
    let enters = fact.visitor.map_or(1, |v| {
        let outside = v.persons.saturating_sub(state.presence(v.booking).inside);
        if outside == 0 { v.persons } else { outside }
    });
    let end = fact.visitor.map_or(scene.now, |v| v.end.max(scene.now));
    let event = Event::Overridden {
        scan,
        at: scene.now,
        enters,
        reason: reason.to_owned(),
        by: actor.person,
        reported: fact.verdict.overruled_by() == crate::verdict::Override::Reported,
        out_at: out_at(day, scene, end),
    };
    let decision = Decision {
        verdict: Verdict::Admit { enter: enters },
        visitor: fact.visitor,
        marks: vec![Mark::Override],
        enters,
        leaves: 0,
    };
    Ok(Acted { events: vec![event], decision: Some(decision) })
}

/// A supervisor takes back any entry; the station its own last entry without booking.
fn annul(scan: GestureKey, reason: &str, scene: &Scene<'_>, state: &GateState) -> Result<Acted, Refused> {
    let own = state.last_unbooked(scene.station.gate).is_some_and(|(key, ..)| key == scan);
    let by = if own { scene.actor.map(|a| a.person) } else { Some(allowed(scene, Right::Annul)?.person) };
    if !own && !OVERRIDE_REASONS.contains(&reason) {
        return Err(Refused::Reason);
    }
    if !own {
        let row = state.scan_state(scan).ok_or(Refused::NoSuchScan)?;
        if row.is_annulled() {
            return Err(Refused::AlreadyDone);
        }
        if row.entered() == 0 {
            return Err(Refused::NoEntry);
        }
    }
    let reason = if own { "other".to_owned() } else { reason.to_owned() };
    one(Event::Annulled { scan, at: scene.now, reason, by })
}

/// Walk-in places of an office that are left from now on.
///
/// Counted in persons over the walk-in slots of today that have not ended; those let in since the first of them began
/// are taken off. A gate counts what it has seen itself.
#[must_use]
pub fn walk_in_left(day: &Day, state: &GateState, office: OfficeId, now: Millis) -> u32 {
    let Some(plan) = day.schedules.get(&office) else { return 0 };
    let Some(site) = day.offices.get(&office).and_then(|o| day.sites.get(&o.site)) else { return 0 };
    let today = civil(site.zone, now).date();
    let slots: Vec<_> =
        schedule::slots(plan, today, schedule::Audience::WalkIn).into_iter().filter(|s| s.end > now).collect();
    let Some(first) = slots.first().filter(|s| s.start <= now) else { return 0 };
    let places: u32 = slots.iter().map(|s| u32::from(s.persons)).sum();
    places.saturating_sub(state.walk_ins_since(office, first.start))
}

/// When somebody who is let in counts as gone: the end of the visit and the site's presumed stay, at most midnight.
fn out_at(day: &Day, scene: &Scene<'_>, end: Millis) -> Millis {
    let stay = day.sites.get(&scene.station.site).map_or(60, |s| s.presumed_stay_minutes);
    Millis(end.0 + i64::from(stay) * 60_000).min(end_of_day(day, scene, scene.now))
}

fn end_of_day(day: &Day, scene: &Scene<'_>, now: Millis) -> Millis {
    day.sites.get(&scene.station.site).map_or(Millis(now.0 + 86_400_000), |s| {
        let today = civil(s.zone, now).date();
        day_bounds(s.zone, today).1
    })
}
