// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What may be done at a door besides showing a receipt. Each gives the facts to append, or a refusal.

use serde::{Deserialize, Serialize};

use super::{
    Conflict, GateState,
    closing::out_at,
    entry::{annul, confirm, open_document, overrule, scan},
    types::{ConflictKind, Event, Gesture, ScanFact, Station, UnbookedReason, Via},
    walk_in::walk_in_left,
};
use crate::{
    access::{Actor, Grants, Right, allows},
    booking::Day,
    ids::{GestureKey, OfficeId},
    receipt::Shown,
    time::{Millis, civil, day_bounds},
    verdict::{Decision, Mark},
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
        /// Typed back from paper: when it happened, not later than now, and how many entered.
        late: Option<(Millis, u8)>,
    },
    /// The number of the last scan is corrected.
    Persons {
        /// Which scan; a repeated reading stands for the one that it repeats.
        scan: GestureKey,
        /// So many entered, or left.
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
    /// Ask for the staff; only somebody alone in the lobby has to.
    Call,
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
    // In the lobby people are alone: they may say that they are here, look, and ask for somebody.
    let lobby = scene.station.gesture == Gesture::Arrive;
    if lobby && !matches!(act, Act::Scan { late: None, .. } | Act::Call) {
        return Err(Refused::NotAllowed(Right::Door));
    }
    let by = scene.actor.map(|a| a.person);
    match act {
        Act::Scan { shown, via, look, late } => scan(shown, *via, *look, *late, scene, day, state),
        Act::Persons { scan, persons } => correct(*scan, *persons, scene, day, state),
        Act::ConfirmId { scan } => confirm(*scan, scene, day, state),
        Act::RefuseId { scan } => {
            let scan = open_document(state, *scan, scene.now)?.scan;
            one(Event::IdRefused { scan, at: scene.now, by })
        }
        Act::Overrule { scan, reason } => overrule(*scan, reason, scene, day, state),
        Act::Annul { scan, reason } => annul(*scan, reason, scene, state),
        Act::Unbooked { reason, persons, office } => unbooked(*reason, *persons, *office, scene, day, state),
        Act::Left { persons } => {
            if !(1..=MOST_AT_ONCE).contains(persons) {
                return Err(Refused::Number(MOST_AT_ONCE));
            }
            one(Event::Left { key: scene.key, site: scene.station.site, at: scene.now, persons: *persons })
        }
        Act::StateClock { stated } => {
            let by = allowed(scene, Right::Clock)?.person;
            let offset = stated.since(scene.machine);
            if offset.unsigned_abs() > 12 * 3_600_000 {
                return Err(Refused::ClockTooFar);
            }
            // Until midnight, told by the machine's clock.
            let until = end_of_day(day, scene, *stated) - offset;
            let gate = scene.station.gate;
            one(Event::ClockStated { gate, machine: scene.machine, stated: *stated, until, by })
        }
        Act::PaperMode { on } => {
            let by = allowed(scene, Right::Paper)?.person;
            one(Event::PaperMode { on: *on, at: scene.now, by })
        }
        Act::Call => one(Event::Called { call: scene.key, gate: scene.station.gate, at: scene.now }),
        Act::TakeConflict { of, scan } => {
            let by = allowed(scene, of.taken_by())?.person;
            let all = state.conflicts(day);
            match all.iter().find(|c| c.kind == *of && c.scan == *scan) {
                None => Err(Refused::NoSuchScan),
                Some(c) if c.taken => Err(Refused::AlreadyDone),
                Some(found) => {
                    // Whoever goes to a kiosk goes there once, however often somebody asked.
                    let with = |c: &&Conflict| *c == found || (*of == ConflictKind::Called && found.is_open_beside(c));
                    let taken = |c: &Conflict| Event::ConflictTaken { of: *of, scan: c.scan, at: scene.now, by };
                    Ok(Acted { events: all.iter().filter(with).map(taken).collect(), decision: None })
                }
            }
        }
    }
}

/// Persons of one entry without booking, or of one exit without receipt.
const MOST_AT_ONCE: u8 = 99;

pub(super) fn one(event: Event) -> Result<Acted, Refused> {
    Ok(Acted { events: vec![event], decision: None })
}

pub(super) fn allowed(scene: &Scene<'_>, right: Right) -> Result<Actor, Refused> {
    scene.actor.filter(|a| allows(a.role, right, scene.grants)).ok_or(Refused::NotAllowed(right))
}

pub(super) fn fact_of(state: &GateState, scan: GestureKey) -> Result<&ScanFact, Refused> {
    state.scan_state(scan).and_then(|s| s.fact.as_ref()).ok_or(Refused::NoSuchScan)
}

/// What is said beside any verdict about the station itself.
pub(super) fn station_marks(scene: &Scene<'_>) -> impl Iterator<Item = Mark> {
    let clock = scene.clock_unsafe.then_some(Mark::ClockUnsafe);
    let disk = scene.not_recorded.then_some(Mark::NotRecorded);
    clock.into_iter().chain(disk)
}

/// One tap, until the next receipt. The same receipt read again is not the next one.
fn correct(scan: GestureKey, persons: u8, scene: &Scene<'_>, day: &Day, state: &GateState) -> Result<Acted, Refused> {
    let scan = state.original(scan);
    let fact = fact_of(state, scan)?;
    if state.latest(fact.gate).map(|latest| state.original(latest)) != Some(scan) {
        return Err(Refused::NotTheLatest);
    }
    let office = fact.visitor.and_then(|v| day.offices.get(&v.office));
    let highest = highest(state, fact, office.is_none_or(|o| o.policy.re_entry));
    if highest == 0 {
        return Err(Refused::NoEntry);
    }
    if !(1..=highest).contains(&persons) {
        return Err(Refused::Number(highest));
    }
    if persons < lowest_number(state, fact) {
        return Err(Refused::NotTheLatest);
    }
    one(Event::Persons { scan, persons, by: scene.actor.map(|a| a.person) })
}

/// The most that the number of a scan may be corrected to: what its verdict allowed, less those of the party who have
/// entered elsewhere meanwhile. Of an exit: those whom it let out. 0 when nobody went in or out.
#[must_use]
pub fn highest_number(state: &GateState, fact: &ScanFact) -> u8 {
    highest(state, fact, true)
}

fn highest(state: &GateState, fact: &ScanFact, re_entry: bool) -> u8 {
    let Some(row) = state.scan_state(state.original(fact.scan)) else { return 0 };
    let (entered, left) = (row.entered(), row.left());
    if entered == 0 {
        return if left == 0 { 0 } else { row.fact.as_ref().map_or(left, |f| f.leaves.max(left)) };
    }
    let Some(visitor) = fact.visitor else { return entered };
    let presence = state.presence(visitor.booking);
    let there = if re_entry { presence.inside } else { presence.used.max(presence.inside) };
    let others = there.saturating_sub(entered);
    row.granted().min(visitor.persons.saturating_sub(others)).max(entered)
}

/// The least that the number of a scan may be corrected to. Whoever came back elsewhere after an exit has left: its
/// number cannot go below them.
#[must_use]
pub fn lowest_number(state: &GateState, fact: &ScanFact) -> u8 {
    let left = state.scan_state(fact.scan).map_or(0, super::ScanState::left);
    let room = fact.visitor.map_or(0, |v| v.persons.saturating_sub(state.presence(v.booking).inside));
    left.saturating_sub(room)
}

fn unbooked(
    reason: UnbookedReason,
    persons: u8,
    office: Option<OfficeId>,
    scene: &Scene<'_>,
    day: &Day,
    state: &GateState,
) -> Result<Acted, Refused> {
    if !(1..=MOST_AT_ONCE).contains(&persons) {
        return Err(Refused::Number(MOST_AT_ONCE));
    }
    let office = office.filter(|_| reason == UnbookedReason::WalkIn);
    if reason == UnbookedReason::WalkIn {
        let here = |o: &OfficeId| day.offices.get(o).is_some_and(|office| office.site == scene.station.site);
        let left = office.filter(here).map_or(0, |o| walk_in_left(day, state, o, scene.now));
        if left < u32::from(persons) {
            return Err(Refused::NoPlace);
        }
    }
    one(Event::Unbooked {
        entry: scene.key,
        gate: scene.station.gate,
        site: scene.station.site,
        at: scene.now,
        reason,
        persons,
        office,
        out_at: out_at(day, scene, scene.now),
        by: scene.actor.map(|a| a.person),
    })
}

fn end_of_day(day: &Day, scene: &Scene<'_>, now: Millis) -> Millis {
    let zone = day.sites.get(&scene.station.site).map(|s| s.zone).unwrap_or_default();
    day_bounds(zone, civil(zone, now).date()).1
}
