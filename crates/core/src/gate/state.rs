// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The fold: facts in, state out, in any order.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{
    presence::{Presence, Step, Visit},
    types::{ClockState, ConflictKind, Event, Gesture, ScanFact, Stamp},
};
use crate::{
    booking::{Day, Status},
    ids::{BookingId, GateId, GestureKey, OfficeId, SiteId},
    time::Millis,
    verdict::{Code, Mark, Verdict},
};

/// The same receipt at the same gate repeats its verdict for so long, milliseconds.
pub const REPEAT_MS: i64 = 60_000;

/// A scan with what became of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ScanState {
    /// What was shown and answered; none while only a later fact about it is known here.
    pub fact: Option<ScanFact>,
    stamp: Option<Stamp>,
    corrections: BTreeMap<Stamp, u8>,
    confirmed: BTreeMap<Stamp, (Millis, u8)>,
    refused: bool,
    overridden: BTreeMap<Stamp, (Millis, u8, Millis)>,
    reported: bool,
    annulled: Option<Millis>,
}

impl ScanState {
    /// Persons that it let in after all corrections.
    #[must_use]
    pub fn entered(&self) -> u8 {
        if self.annulled.is_some() {
            return 0;
        }
        let first = self.confirmed.values().next().map(|c| c.1);
        let by_hand = self.overridden.values().next().map(|o| o.1);
        let scanned = self.fact.as_ref().map(|f| f.enters).filter(|n| *n > 0);
        match scanned.or(first).or(by_hand) {
            Some(n) => self.corrections.values().next_back().copied().unwrap_or(n),
            None => 0,
        }
    }

    /// When those let in entered.
    #[must_use]
    pub fn entered_at(&self) -> Option<Millis> {
        let fact = self.fact.as_ref()?;
        if fact.enters > 0 {
            return Some(fact.at);
        }
        self.confirmed.values().next().map(|c| c.0).or_else(|| self.overridden.values().next().map(|o| o.0))
    }

    /// True when it was overruled.
    #[must_use]
    pub fn is_overridden(&self) -> bool {
        !self.overridden.is_empty()
    }

    /// True when it was taken back.
    #[must_use]
    pub const fn is_annulled(&self) -> bool {
        self.annulled.is_some()
    }

    /// True when the document was compared, with whatever result.
    #[must_use]
    pub fn is_document_done(&self) -> bool {
        self.refused || !self.confirmed.is_empty()
    }

    fn steps(&self, scan: GestureKey) -> Vec<Step> {
        let (Some(fact), Some(stamp)) = (&self.fact, self.stamp) else { return Vec::new() };
        let party = fact.visitor.map_or(u8::MAX, |v| v.persons);
        let base = Step {
            at: fact.at,
            stamp,
            scan,
            gate: fact.gate,
            gesture: fact.gesture,
            persons: 0,
            party,
            out_at: fact.out_at,
            overruled: false,
        };
        let mut steps = Vec::new();
        if fact.leaves > 0 && self.annulled.is_none() {
            steps.push(Step { persons: fact.leaves, gesture: Gesture::Exit, ..base });
        }
        if let Some(at) = self.entered_at() {
            let forced = self.overridden.values().next();
            let persons = self.entered();
            let gesture = if fact.gesture == Gesture::Exit { Gesture::Enter } else { fact.gesture };
            let out_at = forced.map_or(fact.out_at, |o| o.2);
            let overruled = forced.is_some();
            let stamp = self.confirmed.keys().next().or_else(|| self.overridden.keys().next()).copied();
            steps.push(Step { at, persons, gesture, out_at, overruled, stamp: stamp.unwrap_or(base.stamp), ..base });
        }
        steps
    }
}

/// Something that a person must look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// What kind.
    pub kind: ConflictKind,
    /// The scan that raised it.
    pub scan: GestureKey,
    /// The scan that had the place before, for a double admission.
    pub before: Option<GestureKey>,
    /// Whose.
    pub booking: Option<BookingId>,
    /// When.
    pub at: Millis,
    /// Somebody has taken it up.
    pub taken: bool,
}

/// Persons in a building.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Occupancy {
    /// With a booking.
    pub booked: u32,
    /// Without.
    pub unbooked: u32,
    /// Went out today.
    pub left_today: u32,
}

impl Occupancy {
    /// All of them.
    #[must_use]
    pub const fn inside(&self) -> u32 {
        self.booked + self.unbooked
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Unbooked {
    at: Millis,
    gate: GateId,
    site: SiteId,
    persons: u8,
    office: Option<OfficeId>,
    out_at: Millis,
}

#[derive(Debug, Clone, Default, PartialEq)]
struct Building {
    /// Booked persons by the minute in which they count as gone.
    booked: BTreeMap<i64, i64>,
    /// The same without a booking, exits without a receipt taken off.
    unbooked: BTreeMap<i64, i64>,
    left: u32,
}

/// What the facts of one civil day add up to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GateState {
    scans: HashMap<GestureKey, ScanState>,
    of_booking: HashMap<BookingId, BTreeSet<GestureKey>>,
    visits: HashMap<BookingId, (Visit, Presence)>,
    unbooked: BTreeMap<GestureKey, (Stamp, Unbooked)>,
    annulled: BTreeSet<GestureKey>,
    left: BTreeMap<GestureKey, (SiteId, Millis, u8)>,
    buildings: BTreeMap<SiteId, Building>,
    doubles: BTreeMap<GestureKey, (GestureKey, BookingId)>,
    by_signature: BTreeSet<GestureKey>,
    alarms: BTreeSet<GestureKey>,
    reported: BTreeSet<GestureKey>,
    taken: BTreeSet<(ConflictKind, GestureKey)>,
    served: HashMap<BookingId, Millis>,
    entries_at: HashMap<(GateId, BookingId), GestureKey>,
    latest_at: HashMap<GateId, (Millis, Stamp, GestureKey)>,
    readings: HashMap<GateId, u32>,
    seen: HashMap<GestureKey, Millis>,
    clock: BTreeMap<Stamp, (Millis, Millis, Millis)>,
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
                self.scan(*scan).overridden.insert(stamp, (*at, *enters, *out_at));
                if *reported {
                    self.scan(*scan).reported = true;
                    self.reported.insert(*scan);
                }
                self.rebuild_of(*scan);
            }
            Event::Annulled { scan, at, .. } => {
                let state = self.scan(*scan);
                state.annulled = Some(state.annulled.map_or(*at, |a| a.min(*at)));
                self.annulled.insert(*scan);
                self.rebuild_of(*scan);
                self.rebuild_unbooked();
            }
            Event::Unbooked { entry, gate, site, at, persons, office, out_at, .. } => {
                let row =
                    Unbooked { at: *at, gate: *gate, site: *site, persons: *persons, office: *office, out_at: *out_at };
                self.unbooked.insert(*entry, (stamp, row));
                self.rebuild_unbooked();
            }
            Event::Left { key, site, at, persons } => {
                self.left.insert(*key, (*site, *at, *persons));
                self.rebuild_unbooked();
            }
            Event::Served { booking, at } => {
                let first = self.served.entry(*booking).or_insert(*at);
                *first = (*first).min(*at);
                self.rebuild(*booking);
            }
            Event::ClockStated { machine, stated, until, .. } => {
                self.clock.insert(stamp, (*machine, *stated, *until));
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
        *self.readings.entry(fact.gate).or_default() += 1;
        let latest = self.latest_at.entry(fact.gate).or_insert((fact.at, stamp, key));
        if (latest.0, latest.1) < (fact.at, stamp) {
            *latest = (fact.at, stamp, key);
        }
        if fact.verdict == Code::BadSignature {
            self.alarms.insert(key);
        }
        if let Some(visitor) = fact.visitor {
            if fact.marks.contains(&Mark::BySignature) {
                self.by_signature.insert(key);
            }
            self.of_booking.entry(visitor.booking).or_default().insert(key);
            self.rebuild(visitor.booking);
        } else {
            self.rebuild_of(key);
        }
    }

    fn rebuild_of(&mut self, scan: GestureKey) {
        let Some(fact) = self.scans.get(&scan).and_then(|s| s.fact.as_ref()) else { return };
        match fact.visitor {
            Some(visitor) => self.rebuild(visitor.booking),
            None => {
                if self.scans.get(&scan).is_some_and(ScanState::is_overridden) {
                    self.rebuild_unbooked();
                }
            }
        }
    }

    /// Works out one booking again from its scans, a handful at most.
    fn rebuild(&mut self, booking: BookingId) {
        let mut visit = Visit { served_at: self.served.get(&booking).copied(), ..Visit::default() };
        let mut entered = HashMap::new();
        for scan in self.of_booking.get(&booking).into_iter().flatten() {
            let Some(state) = self.scans.get(scan) else { continue };
            for step in state.steps(*scan) {
                if step.gesture != Gesture::Exit && step.persons > 0 {
                    let last = entered.entry(step.gate).or_insert((step.at, step.stamp, *scan));
                    if (last.0, last.1) < (step.at, step.stamp) {
                        *last = (step.at, step.stamp, *scan);
                    }
                }
                visit.insert(step);
            }
        }
        if let Some((old, _)) = self.visits.get(&booking) {
            let old = old.clone();
            self.count(&old, -1);
            for step in &old.steps {
                self.doubles.remove(&step.scan);
                self.entries_at.remove(&(step.gate, booking));
            }
        }
        self.entries_at.extend(entered.into_iter().map(|(gate, (_, _, scan))| ((gate, booking), scan)));
        for (before, after) in visit.double() {
            self.doubles.insert(after.scan, (before.scan, booking));
        }
        self.count(&visit, 1);
        let presence = visit.presence();
        self.visits.insert(booking, (visit, presence));
    }

    /// Adds what a visit leaves in the building to the minutes in which it goes, or takes it off again.
    fn count(&mut self, visit: &Visit, sign: i64) {
        let mut waiting: Vec<(SiteId, i64, i64)> = Vec::new();
        let mut left = 0_u32;
        let mut site_of_last = None;
        for step in &visit.steps {
            let Some(site) = self.scans.get(&step.scan).and_then(|s| s.fact.as_ref()).map(|f| f.site) else { continue };
            site_of_last = Some(site);
            let persons = i64::from(step.persons);
            if step.gesture == Gesture::Exit {
                left += u32::from(step.persons);
                let mut out = persons;
                for slot in waiting.iter_mut().filter(|w| w.0 == site) {
                    let n = out.min(slot.2);
                    slot.2 -= n;
                    out -= n;
                }
            } else {
                let inside: i64 = waiting.iter().map(|w| w.2).sum();
                // A party overruled in again had left without a scan: it is counted once.
                let room = i64::from(step.party) - inside;
                let persons = if step.overruled { persons.min(room.max(0)) } else { persons };
                waiting.push((site, minute(step.out_at), persons));
            }
        }
        for (site, at, persons) in waiting {
            let slot = self.buildings.entry(site).or_default().booked.entry(at).or_default();
            *slot += sign * persons;
        }
        if let Some(site) = site_of_last {
            let building = self.buildings.entry(site).or_default();
            building.left = if sign > 0 { building.left + left } else { building.left.saturating_sub(left) };
        }
    }

    /// Works out the entries without booking again: rare, and cheap beside a scan's write to disk.
    fn rebuild_unbooked(&mut self) {
        let mut sites: BTreeMap<SiteId, BTreeMap<i64, i64>> = BTreeMap::new();
        for (key, (_, row)) in &self.unbooked {
            if !self.annulled.contains(key) {
                *sites.entry(row.site).or_default().entry(minute(row.out_at)).or_default() += i64::from(row.persons);
            }
        }
        for (key, state) in &self.scans {
            let Some(fact) = state.fact.as_ref().filter(|f| f.visitor.is_none()) else { continue };
            if !self.annulled.contains(key)
                && let Some((_, n, out_at)) = state.overridden.values().next()
            {
                *sites.entry(fact.site).or_default().entry(minute(*out_at)).or_default() += i64::from(*n);
            }
        }
        let mut gone: Vec<_> = self.left.values().copied().collect();
        gone.sort_unstable();
        for (site, at, persons) in gone {
            let mut out = i64::from(persons);
            let booked = self.buildings.get(&site).map(|b| b.booked.clone()).unwrap_or_default();
            let anonymous = sites.entry(site).or_default();
            for (_, n) in anonymous.range_mut(minute(at)..) {
                let taken = out.min((*n).max(0));
                *n -= taken;
                out -= taken;
            }
            // More left than entered without a booking: the others had one, and the earliest to end went first.
            for (minute, n) in booked.range(minute(at)..) {
                let slot = anonymous.entry(*minute).or_default();
                let taken = out.min((*n + (*slot).min(0)).max(0));
                *slot -= taken;
                out -= taken;
            }
        }
        for building in self.buildings.values_mut() {
            building.unbooked.clear();
        }
        for (site, minutes) in sites {
            self.buildings.entry(site).or_default().unbooked = minutes;
        }
    }

    /// Who of a booking is in.
    #[must_use]
    pub fn presence(&self, booking: BookingId) -> Presence {
        self.visits.get(&booking).map(|(_, p)| *p).unwrap_or_default()
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
        let scan = self.entries_at.get(&(gate, booking))?;
        let state = self.scans.get(scan)?;
        let fact = state.fact.as_ref()?;
        let presence = self.presence(booking);
        let at = state.entered_at()?;
        let until = self.seen.get(scan).copied().map_or(at, |seen| seen.max(at));
        let again = presence.left_at.is_some_and(|left| left >= at);
        if again || now < at || now.0 - until.0 > REPEAT_MS {
            return None;
        }
        let enter = state.entered();
        Some(match fact.verdict {
            Code::PartyPartial => Verdict::PartyPartial { enter, inside: fact.inside_before },
            Code::AdmitNote => Verdict::AdmitNote { enter },
            _ => Verdict::Admit { enter },
        })
    }

    /// When the entry that a receipt repeats was made.
    #[must_use]
    pub fn first_read_at(&self, gate: GateId, booking: BookingId) -> Option<Millis> {
        self.scans.get(self.entries_at.get(&(gate, booking))?)?.entered_at()
    }

    /// A held receipt is still in sight. Not a fact: it is forgotten with the process.
    pub fn saw(&mut self, scan: GestureKey, at: Millis) {
        self.seen.clear();
        self.seen.insert(scan, at);
    }

    /// The latest scan of a gate.
    #[must_use]
    pub fn latest(&self, gate: GateId) -> Option<GestureKey> {
        self.latest_at.get(&gate).map(|l| l.2)
    }

    /// How many scans a gate has made today.
    #[must_use]
    pub fn readings(&self, gate: GateId) -> u32 {
        self.readings.get(&gate).copied().unwrap_or_default()
    }

    /// The latest entry without booking of a gate that was not taken back: key, when, persons.
    #[must_use]
    pub fn last_unbooked(&self, gate: GateId) -> Option<(GestureKey, Millis, u8)> {
        let rows = self.unbooked.iter().filter(|(key, (_, row))| row.gate == gate && !self.annulled.contains(key));
        rows.max_by_key(|(_, (stamp, row))| (row.at, *stamp)).map(|(key, (_, row))| (*key, row.at, row.persons))
    }

    /// Walk-ins let in for an office since a time.
    #[must_use]
    pub fn walk_ins_since(&self, office: OfficeId, since: Millis) -> u32 {
        let rows = self.unbooked.iter().filter(|(key, _)| !self.annulled.contains(key)).map(|(_, (_, row))| row);
        rows.filter(|r| r.office == Some(office) && r.at >= since).map(|r| u32::from(r.persons)).sum()
    }

    /// Scans with verdict `check_id` that nobody has decided, oldest first.
    #[must_use]
    pub fn awaiting_document(&self, gate: GateId, now: Millis) -> Vec<&ScanFact> {
        let mut rows: Vec<&ScanFact> = self
            .scans
            .values()
            .filter(|s| !s.is_document_done() && !s.is_overridden() && !s.is_annulled())
            .filter_map(|s| s.fact.as_ref())
            .filter(|f| f.gate == gate && f.verdict == Code::CheckId && !f.marks.contains(&Mark::Look))
            .filter(|f| self.document_open(f, now))
            .collect();
        rows.sort_by_key(|f| f.at);
        rows
    }

    /// True while a `check_id` may be confirmed: for 60 s, or longer once another receipt has come within them.
    #[must_use]
    pub fn document_open(&self, fact: &ScanFact, now: Millis) -> bool {
        if now.0 - fact.at.0 <= REPEAT_MS {
            return true;
        }
        self.scans
            .values()
            .filter_map(|s| s.fact.as_ref())
            .any(|f| f.gate == fact.gate && f.scan != fact.scan && f.at >= fact.at && f.at.0 - fact.at.0 <= REPEAT_MS)
    }

    /// Persons in a building at a time not before the last fact.
    #[must_use]
    pub fn occupancy(&self, site: SiteId, now: Millis) -> Occupancy {
        let Some(building) = self.buildings.get(&site) else { return Occupancy::default() };
        let after = now.0.div_euclid(60_000) + 1;
        let sum = |m: &BTreeMap<i64, i64>| m.range(after..).map(|(_, n)| *n).sum::<i64>();
        let booked = sum(&building.booked).max(0);
        let unbooked = sum(&building.unbooked);
        let by_hand: u32 = self.left.values().filter(|l| l.0 == site).map(|l| u32::from(l.2)).sum();
        Occupancy {
            booked: u32::try_from((booked + unbooked.min(0)).max(0)).unwrap_or(u32::MAX),
            unbooked: u32::try_from(unbooked.max(0)).unwrap_or(u32::MAX),
            left_today: building.left + by_hand,
        }
    }

    /// Persons in a building.
    #[must_use]
    pub fn inside(&self, site: SiteId, now: Millis) -> u32 {
        self.occupancy(site, now).inside()
    }

    /// What a person must look at, newest first.
    #[must_use]
    pub fn conflicts(&self, day: &Day) -> Vec<Conflict> {
        let mut found = Vec::new();
        let mut push = |kind, scan: GestureKey, before, booking| {
            let Some(at) = self.scans.get(&scan).and_then(|s| s.fact.as_ref()).map(|f| f.at) else { return };
            found.push(Conflict { kind, scan, before, booking, at, taken: self.taken.contains(&(kind, scan)) });
        };
        for (scan, (before, booking)) in &self.doubles {
            push(ConflictKind::DoubleAdmission, *scan, Some(*before), Some(*booking));
        }
        for scan in &self.by_signature {
            let Some(state) = self.scans.get(scan).filter(|s| s.entered() > 0) else { continue };
            let Some(visitor) = state.fact.as_ref().and_then(|f| f.visitor) else { continue };
            if day.bookings.get(&visitor.booking).is_some_and(|b| matches!(b.status, Status::Cancelled(_))) {
                push(ConflictKind::CancelledButAdmitted, *scan, None, Some(visitor.booking));
            }
        }
        for scan in &self.alarms {
            push(ConflictKind::BadSignature, *scan, None, None);
        }
        for scan in &self.reported {
            push(ConflictKind::Reported, *scan, None, None);
        }
        found.sort_by_key(|c| std::cmp::Reverse((c.at, c.scan)));
        found
    }

    /// The clock that a supervisor stated, if it still counts.
    #[must_use]
    pub fn clock(&self, machine: Millis) -> ClockState {
        match self.clock.values().next_back() {
            Some((then, stated, until)) if machine < *until => {
                ClockState { offset: stated.0 - then.0, offset_until: Some(*until), slow_by: None }
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

/// The minute in which an instant falls, rounded up: a person counts until that minute has begun.
const fn minute(at: Millis) -> i64 {
    at.0.div_euclid(60_000) + if at.0.rem_euclid(60_000) > 0 { 1 } else { 0 }
}
