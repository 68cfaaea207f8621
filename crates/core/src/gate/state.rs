// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The fold: facts in, state out, in any order.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{
    occupancy::{Building, Occupancy, Whose},
    presence::{Flow, Presence, Second, Visit, Walked, minute},
    scan::{Overridden, ScanState},
    types::{ClockState, ConflictKind, Event, ScanFact, Stamp, UnbookedReason},
};
use crate::{
    ids::{BookingId, GateId, GestureKey, OfficeId, SiteId},
    time::Millis,
    verdict::{Code, Mark, Verdict},
};

/// The same receipt at the same gate repeats its verdict for so long, milliseconds.
pub const REPEAT_MS: i64 = 60_000;

/// An entry without booking.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Unbooked {
    pub(super) at: Millis,
    pub(super) stamp: Stamp,
    pub(super) gate: GateId,
    pub(super) site: SiteId,
    pub(super) persons: u8,
    pub(super) office: Option<OfficeId>,
    pub(super) reason: UnbookedReason,
    pub(super) out_at: Millis,
}

/// What the facts of one civil day add up to.
#[derive(Debug, Clone, Default)]
pub struct GateState {
    pub(super) scans: HashMap<GestureKey, ScanState>,
    of_booking: HashMap<BookingId, BTreeSet<GestureKey>>,
    pub(super) visits: HashMap<BookingId, (Visit, Walked)>,
    unbooked: BTreeMap<GestureKey, Unbooked>,
    pub(super) annulled: BTreeSet<GestureKey>,
    /// Persons without a known booking who count in a building, as they were counted.
    anonymous: BTreeMap<GestureKey, Flow>,
    buildings: BTreeMap<SiteId, Building>,
    pub(super) seconds: BTreeMap<GestureKey, (BookingId, Second)>,
    pub(super) alarms: BTreeSet<GestureKey>,
    pub(super) reported: BTreeSet<GestureKey>,
    pub(super) taken: BTreeSet<(ConflictKind, GestureKey)>,
    served: HashMap<BookingId, Millis>,
    /// Scans of a gate by time.
    pub(super) at_gate: HashMap<GateId, BTreeSet<(Millis, GestureKey)>>,
    latest_at: HashMap<GateId, (Stamp, GestureKey)>,
    /// Scans of a gate that asked for a document.
    pub(super) documents: HashMap<GateId, BTreeSet<(Millis, GestureKey)>>,
    /// What is held before each gate, and when it was last seen.
    seen: HashMap<GateId, (GestureKey, Millis)>,
    /// Who asked for the staff: at which gate, and when.
    pub(super) calls: BTreeMap<GestureKey, (GateId, Millis)>,
    /// What supervisors stated: for which gate, machine's time, right time, until when.
    clock: BTreeMap<Stamp, (GateId, Millis, Millis, Millis)>,
    paper_mode: BTreeMap<Stamp, bool>,
}

impl GateState {
    /// Folds one fact in. Facts may arrive in any order; each must be given once.
    pub fn apply(&mut self, stamp: Stamp, event: &Event) {
        match event {
            Event::Scan(fact) => self.scanned(stamp, fact),
            Event::Persons { scan, persons, .. } => {
                self.scan(*scan).corrections.insert(stamp, *persons);
                self.rebuild_of(*scan);
            }
            Event::IdConfirmed { scan, at, enters, .. } => {
                self.scan(*scan).confirmed.insert(stamp, (*at, *enters));
                self.rebuild_of(*scan);
            }
            Event::IdRefused { scan, .. } => self.scan(*scan).refused = true,
            Event::Overridden { scan, at, enters, reported, out_at, .. } => {
                let overridden = Overridden { at: *at, enters: *enters, out_at: *out_at };
                self.scan(*scan).overridden.insert(stamp, overridden);
                if *reported {
                    self.reported.insert(*scan);
                }
                self.rebuild_of(*scan);
            }
            Event::Annulled { scan, at, .. } => {
                let state = self.scan(*scan);
                state.annulled = Some(state.annulled.map_or(*at, |a| a.min(*at)));
                self.annulled.insert(*scan);
                self.rebuild_of(*scan);
            }
            Event::Unbooked { entry, gate, site, at, reason, persons, office, out_at, .. } => {
                let row = Unbooked {
                    at: *at,
                    stamp,
                    gate: *gate,
                    site: *site,
                    persons: *persons,
                    office: *office,
                    reason: *reason,
                    out_at: *out_at,
                };
                self.unbooked.insert(*entry, row);
                self.recount(*entry);
            }
            Event::Left { site, at, persons, .. } => {
                if self.buildings.entry(*site).or_default().leave(*at, stamp, *persons) {
                    self.retake(*site);
                }
            }
            Event::Served { booking, at } => {
                let first = self.served.entry(*booking).or_insert(*at);
                *first = (*first).min(*at);
                self.rebuild(*booking);
            }
            Event::Called { call, gate, at } => {
                self.calls.insert(*call, (*gate, *at));
            }
            Event::ClockStated { gate, machine, stated, until, .. } => {
                self.clock.insert(stamp, (*gate, *machine, *stated, *until));
            }
            Event::PaperMode { on, .. } => {
                self.paper_mode.insert(stamp, *on);
            }
            Event::ConflictTaken { of, scan, .. } => {
                self.taken.insert((*of, *scan));
            }
            Event::Opened { .. } | Event::SignIn { .. } | Event::Booking { .. } | Event::Structure { .. } => {}
        }
    }

    fn scan(&mut self, key: GestureKey) -> &mut ScanState {
        self.scans.entry(key).or_default()
    }

    fn scanned(&mut self, stamp: Stamp, fact: &ScanFact) {
        let key = fact.scan;
        let state = self.scan(key);
        state.fact = Some(fact.clone());
        state.stamp = Some(stamp);
        self.at_gate.entry(fact.gate).or_default().insert((fact.at, key));
        let latest = self.latest_at.entry(fact.gate).or_insert((stamp, key));
        *latest = (*latest).max((stamp, key));
        if fact.verdict == Code::BadSignature {
            self.alarms.insert(key);
        }
        if fact.verdict == Code::CheckId && !fact.marks.contains(&Mark::Look) {
            self.documents.entry(fact.gate).or_default().insert((fact.at, key));
        }
        if let Some(visitor) = fact.visitor {
            self.of_booking.entry(visitor.booking).or_default().insert(key);
        }
        self.rebuild_of(key);
    }

    fn rebuild_of(&mut self, key: GestureKey) {
        match self.scans.get(&key).and_then(|s| s.fact.as_ref()).map(|f| f.visitor) {
            Some(Some(visitor)) => self.rebuild(visitor.booking),
            // An entry without booking, or one of an unknown booking.
            Some(None) | None => self.recount(key),
        }
    }

    /// Works out one booking again from its scans, a handful at most.
    fn rebuild(&mut self, booking: BookingId) {
        let mut visit = Visit { served_at: self.served.get(&booking).copied(), ..Visit::default() };
        for scan in self.of_booking.get(&booking).into_iter().flatten().filter_map(|key| self.scans.get(key)) {
            scan.steps().for_each(|step| visit.insert(step));
        }
        let walked = visit.walk();
        let (_, old) = self.visits.remove(&booking).unwrap_or_default();
        for second in &old.seconds {
            self.seconds.remove(&second.scan);
        }
        self.seconds.extend(walked.seconds.iter().map(|second| (second.scan, (booking, *second))));
        // What came before stays as it was counted: most often an exit or another entry is added at the end.
        let same = old.flows.iter().zip(&walked.flows).take_while(|(old, new)| old == new).count();
        let gone = old.flows[same..].iter().map(|flow| (flow, -1));
        let come = walked.flows[same..].iter().map(|flow| (flow, 1));
        let mut again = BTreeSet::new();
        for (flow, sign) in gone.chain(come) {
            if self.buildings.entry(flow.site).or_default().count(Whose::Booked, flow, sign) {
                again.insert(flow.site);
            }
        }
        for (left, sign) in [(&old.left, -1), (&walked.left, 1)] {
            for (site, persons) in left {
                self.buildings.entry(*site).or_default().scan_out(*persons, sign);
            }
        }
        self.visits.insert(booking, (visit, walked));
        again.into_iter().for_each(|site| self.retake(site));
    }

    /// Counts an entry of unknown persons again: without booking, or overruled with a receipt that is not known here.
    fn recount(&mut self, key: GestureKey) {
        let flow = self.unbooked.get(&key).map_or_else(
            || self.scans.get(&key).and_then(ScanState::anonymous),
            |row| {
                let counts = !self.annulled.contains(&key);
                let persons = if counts { i64::from(row.persons) } else { 0 };
                Some(Flow { at: row.at, stamp: row.stamp, site: row.site, minute: minute(row.out_at), persons })
            },
        );
        let flow = flow.filter(|flow| flow.persons > 0);
        let old = self.anonymous.remove(&key);
        if old == flow {
            self.anonymous.extend(flow.map(|flow| (key, flow)));
            return;
        }
        let mut again = BTreeSet::new();
        for (flow, sign) in old.iter().map(|flow| (flow, -1)).chain(flow.iter().map(|flow| (flow, 1))) {
            if self.buildings.entry(flow.site).or_default().count(Whose::Unbooked, flow, sign) {
                again.insert(flow.site);
            }
        }
        self.anonymous.extend(flow.map(|flow| (key, flow)));
        again.into_iter().for_each(|site| self.retake(site));
    }

    /// A fact has come late, from before somebody left without a receipt: works out again whom they are taken off.
    fn retake(&mut self, site: SiteId) {
        let booked = self.visits.values().flat_map(|(_, walked)| &walked.flows).map(|flow| (Whose::Booked, *flow));
        let unbooked = self.anonymous.values().map(|flow| (Whose::Unbooked, *flow));
        let flows = booked.chain(unbooked).filter(|(_, flow)| flow.site == site).collect();
        self.buildings.entry(site).or_default().retake(flows);
    }

    /// Who of a booking is in.
    #[must_use]
    pub fn presence(&self, booking: BookingId) -> Presence {
        self.visits.get(&booking).map(|(_, walked)| walked.presence).unwrap_or_default()
    }

    /// A scan with what became of it.
    #[must_use]
    pub fn scan_state(&self, scan: GestureKey) -> Option<&ScanState> {
        self.scans.get(&scan)
    }

    /// The verdict that a receipt shown again at the same gate repeats: it let somebody in at most 60 s ago, or was held
    /// until then, and was not taken back.
    #[must_use]
    pub fn repeats(&self, gate: GateId, booking: BookingId, now: Millis) -> Option<Verdict> {
        let (visit, walked) = self.visits.get(&booking)?;
        let entry = visit.last_entry(gate)?;
        let gone = walked.presence.left_at.is_some_and(|left| left >= entry.at);
        if gone || !self.is_fresh(gate, entry.scan, entry.at, now) {
            return None;
        }
        let fact = self.scans.get(&entry.scan)?.fact.as_ref()?;
        let enter = entry.persons;
        Some(match fact.verdict {
            Code::PartyPartial => Verdict::PartyPartial { enter, inside: fact.inside_before },
            Code::AdmitNote => Verdict::AdmitNote { enter },
            _ if fact.visitor.is_some_and(|v| v.assistance) => Verdict::AdmitNote { enter },
            _ => Verdict::Admit { enter },
        })
    }

    /// The same for an exit.
    #[must_use]
    pub fn repeats_exit(&self, gate: GateId, booking: BookingId, now: Millis) -> Option<Verdict> {
        let (visit, walked) = self.visits.get(&booking)?;
        let exit = visit.last_exit(gate)?;
        let back = walked.presence.last.is_some_and(|last| last.at > exit.at);
        let fresh = !back && self.is_fresh(gate, exit.scan, exit.at, now);
        fresh.then_some(Verdict::Exit { leave: exit.persons })
    }

    fn is_fresh(&self, gate: GateId, scan: GestureKey, at: Millis, now: Millis) -> bool {
        let seen = self.seen.get(&gate).filter(|(held, _)| *held == scan).map_or(at, |(_, seen)| (*seen).max(at));
        now >= at && now.since(seen) <= REPEAT_MS
    }

    /// When the entry that a receipt repeats was made.
    #[must_use]
    pub fn first_read_at(&self, gate: GateId, booking: BookingId) -> Option<Millis> {
        self.visits.get(&booking)?.0.last_entry(gate).map(|entry| entry.at)
    }

    /// When the exit that a receipt repeats was made.
    #[must_use]
    pub fn first_exit_at(&self, gate: GateId, booking: BookingId) -> Option<Millis> {
        self.visits.get(&booking)?.0.last_exit(gate).map(|exit| exit.at)
    }

    /// The scan that a repeated reading speaks of: the entry or exit that it repeats, else the scan itself.
    #[must_use]
    pub fn original(&self, scan: GestureKey) -> GestureKey {
        let fact = self.scans.get(&scan).and_then(|s| s.fact.as_ref());
        let Some(fact) = fact.filter(|f| f.marks.contains(&Mark::AlreadyRead)) else { return scan };
        let visit = fact.visitor.and_then(|v| self.visits.get(&v.booking)).map(|(visit, _)| visit);
        let first = visit.and_then(|visit| match fact.verdict {
            Code::Exit => visit.last_exit(fact.gate),
            _ => visit.last_entry(fact.gate),
        });
        first.map_or(scan, |step| step.scan)
    }

    /// A held receipt is still in sight. Not a fact: it is forgotten with the process.
    pub fn saw(&mut self, scan: GestureKey, at: Millis) {
        if let Some(gate) = self.scans.get(&scan).and_then(|s| s.fact.as_ref()).map(|f| f.gate) {
            self.seen.insert(gate, (self.original(scan), at));
        }
    }

    /// The latest scan of a gate.
    #[must_use]
    pub fn latest(&self, gate: GateId) -> Option<GestureKey> {
        self.latest_at.get(&gate).map(|(_, scan)| *scan)
    }

    /// How many scans a gate has made today.
    #[must_use]
    pub fn readings(&self, gate: GateId) -> u32 {
        self.at_gate.get(&gate).map_or(0, |scans| u32::try_from(scans.len()).unwrap_or(u32::MAX))
    }

    /// The latest entry without booking of a gate that was not taken back: key, when, persons.
    #[must_use]
    pub fn last_unbooked(&self, gate: GateId) -> Option<(GestureKey, Millis, u8)> {
        let rows = self.unbooked.iter().filter(|(key, row)| row.gate == gate && !self.annulled.contains(key));
        rows.max_by_key(|(_, row)| (row.at, row.stamp)).map(|(key, row)| (*key, row.at, row.persons))
    }

    /// Why somebody entered without a booking.
    #[must_use]
    pub fn unbooked_reason(&self, entry: GestureKey) -> Option<UnbookedReason> {
        self.unbooked.get(&entry).map(|row| row.reason)
    }

    /// Persons of an entry without booking, whether or not it was taken back.
    #[must_use]
    pub fn unbooked_persons(&self, entry: GestureKey) -> Option<u8> {
        self.unbooked.get(&entry).map(|row| row.persons)
    }

    /// True when a scan or an entry without booking was taken back.
    #[must_use]
    pub fn is_annulled(&self, scan: GestureKey) -> bool {
        self.annulled.contains(&scan)
    }

    /// Walk-ins let in for an office, by time: when, and how many persons.
    #[must_use]
    pub fn walk_ins(&self, office: OfficeId) -> Vec<(Millis, u32)> {
        let rows = self.unbooked.iter().filter(|(key, row)| row.office == Some(office) && !self.annulled.contains(key));
        let mut found: Vec<_> = rows.map(|(_, row)| (row.at, u32::from(row.persons))).collect();
        found.sort_unstable();
        found
    }

    /// Walk-ins let in for an office since a time.
    #[must_use]
    pub fn walk_ins_since(&self, office: OfficeId, since: Millis) -> u32 {
        self.walk_ins(office).into_iter().filter(|(at, _)| *at >= since).map(|(_, n)| n).sum()
    }

    /// Persons in a building at a time not before the last fact.
    #[must_use]
    pub fn occupancy(&self, site: SiteId, now: Millis) -> Occupancy {
        self.buildings.get(&site).map(|building| building.occupancy(now)).unwrap_or_default()
    }

    /// Persons in a building.
    #[must_use]
    pub fn inside(&self, site: SiteId, now: Millis) -> u32 {
        self.occupancy(site, now).inside()
    }

    /// The clock that a supervisor stated for a gate, if it still counts.
    #[must_use]
    pub fn clock(&self, gate: GateId, machine: Millis) -> ClockState {
        match self.clock.values().rfind(|(of, ..)| *of == gate) {
            Some((_, then, stated, until)) if machine < *until => {
                ClockState { offset: stated.since(*then), offset_until: Some(*until), slow_by: None }
            }
            _ => ClockState::default(),
        }
    }

    /// True while a supervisor has switched paper mode on.
    #[must_use]
    pub fn paper_mode(&self) -> bool {
        self.paper_mode.values().next_back().copied().unwrap_or(false)
    }

    /// All scans of the day, in no order.
    pub fn scans(&self) -> impl Iterator<Item = &ScanFact> {
        self.scans.values().filter_map(|s| s.fact.as_ref())
    }
}
