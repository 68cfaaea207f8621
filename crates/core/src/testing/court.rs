// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The court of the tables: two buildings, an office in each, one booking and what happens to it.

use std::collections::{BTreeMap, HashMap};

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use ed25519_dalek::SigningKey;

use crate::{
    access::{Actor, Grants},
    booking::{Booking, Court, Day, Gate, Issue, IssueCause, Office, OfficePolicy, Service, Site, Status},
    gate::{Act, Acted, Event, GateState, Gesture, Refused, Scene, Stamp, Station, act},
    ids::{BookingId, CourtId, GateId, GestureKey, OfficeId, PersonId, RuleId, ServiceId, SiteId, StationId},
    receipt::{Claims, IssuerKey, KeyId, KeyRing, ShortCode, Shown, read, sign},
    schedule::{Audience, Band, HolidayCalendar, NationalDays, OfficeSchedule, OpeningRule, Recurrence},
    time::{CivilInstant, Millis, Zone, civil, to_instant},
};

/// A Thursday.
pub(crate) const DATE: NaiveDate = NaiveDate::from_ymd_opt(2026, 9, 17).expect("a date");
pub(crate) const PALACE: SiteId = SiteId(1);
pub(crate) const ANNEX: SiteId = SiteId(2);
pub(crate) const FRONT: GateId = GateId(1);
pub(crate) const SIDE: GateId = GateId(2);
pub(crate) const LOBBY: GateId = GateId(3);
pub(crate) const ANNEX_GATE: GateId = GateId(4);
pub(crate) const REGISTRY: OfficeId = OfficeId(1);
pub(crate) const ANNEX_OFFICE: OfficeId = OfficeId(2);
pub(crate) const SHORT: ServiceId = ServiceId(1);
pub(crate) const LONG: ServiceId = ServiceId(2);
const KNOWN: KeyId = KeyId(1);
const REVOKED: KeyId = KeyId(2);
const NEVER_SEEN: KeyId = KeyId(3);

/// How a receipt that is shown was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Signed {
    Well,
    Forged,
    KeyUnknown,
    KeyRevoked,
    /// By a key that was taken back, and wrongly.
    RevokedAndForged,
}

/// The court, the day, the booking that the line speaks of, and what has happened.
pub(crate) struct World {
    pub(crate) date: NaiveDate,
    pub(crate) day: Day,
    pub(crate) state: GateState,
    /// The booking as the office knows it now; what the gate knows of it is in `day`.
    pub(crate) booking: Booking,
    /// For each issue where its receipt says to go: site, office, start.
    pub(crate) issued_for: Vec<(SiteId, OfficeId, Millis)>,
    /// Somebody else's booking at the same time.
    pub(crate) other: Booking,
    pub(crate) signed: Signed,
    /// The receipt names a site of another court.
    pub(crate) foreign_site: Option<SiteId>,
    pub(crate) listed: bool,
    pub(crate) unmanned: bool,
    pub(crate) clock_unsafe: bool,
    pub(crate) facts: Vec<(Stamp, Event)>,
    /// Keys of gestures that left a fact, in order.
    pub(crate) scans: Vec<GestureKey>,
    pub(crate) grants: Grants,
    /// Of gates that are cut off from each other each makes its own keys.
    pub(crate) keys_from: u128,
    next: u64,
}

/// A civil time of a site; of one that comes twice the second with `second`.
pub(crate) fn clock(date: NaiveDate, time: NaiveTime, second: bool) -> Millis {
    match to_instant(Zone::ROME, date.and_time(time)) {
        CivilInstant::One(at) => at,
        CivilInstant::Fold { earlier, later } => {
            if second {
                later
            } else {
                earlier
            }
        }
        CivilInstant::Gap { .. } => panic!("{time} does not exist on {date}"),
    }
}

fn secret(kid: KeyId) -> SigningKey {
    SigningKey::from_bytes(&[u8::try_from(kid.0).unwrap_or(0); 32])
}

fn key(kid: KeyId, revoked_at: Option<Millis>) -> IssuerKey {
    let public = secret(kid).verifying_key();
    IssuerKey { kid, public, made_at: Millis(0), signs_from: Millis(0), revoked_at }
}

fn office(id: OfficeId, site: SiteId, name: &str) -> Office {
    Office { floor: Some("1".into()), ..Office::new(id, site, name) }
}

fn schedule(office: OfficeId, site: SiteId) -> OfficeSchedule {
    let time = |h, m| NaiveTime::from_hms_opt(h, m, 0).expect("a time");
    let rule = |weekday: u8, id: u32, audience, persons| OpeningRule {
        id: RuleId(id),
        version: 1,
        office,
        weekday,
        recurrence: Recurrence::default(),
        band: Band {
            from: time(9, 0),
            to: time(13, 0),
            slot_minutes: 30,
            remainder_minutes: 0,
            desks: 2,
            persons_per_slot: persons,
            audience,
        },
        valid_from: NaiveDate::from_ymd_opt(2026, 1, 1).expect("a date"),
        valid_until: None,
    };
    let week = (1..=7).flat_map(|w| {
        let id = u32::from(w);
        [rule(w, id, Audience::All, 8), rule(w, id + 10, Audience::WalkIn, 3)]
    });
    let holidays = HolidayCalendar { national: NationalDays::None, sundays: false, ..HolidayCalendar::default() };
    OfficeSchedule { office, site, zone: Zone::ROME, rules: week.collect(), exceptions: Vec::new(), holidays }
}

fn service(id: ServiceId, office: OfficeId, minutes: u32) -> Service {
    Service::new(id, office, ("Servizio".into(), "Service".into()), minutes)
}

fn booking(id: u64, code: u64, start: Millis, decided_at: Millis) -> Booking {
    Booking {
        id: BookingId::new(id),
        office: REGISTRY,
        service: SHORT,
        pool: Audience::All,
        start,
        end: start.plus_minutes(30),
        persons: 1,
        status: Status::Booked,
        block: None,
        check_id: false,
        assistance: false,
        decided_at,
        due_by: None,
        issues: vec![issue(code, decided_at, IssueCause::First)],
    }
}

pub(crate) fn issue(code: u64, at: Millis, cause: IssueCause) -> Issue {
    let issued_at = u32::try_from(at.seconds()).expect("a time of this century");
    Issue { issued_at, kid: KNOWN, code: ShortCode::from_bits(code), cause }
}

impl World {
    pub(crate) fn new() -> Self {
        Self::on(DATE)
    }

    /// The court on a date, with one booking at 10:00 made at noon the day before.
    pub(crate) fn on(date: NaiveDate) -> Self {
        let ten = NaiveTime::from_hms_opt(10, 0, 0).expect("a time");
        let start = clock(date, ten, false);
        let made = clock(date - TimeDelta::days(1), ten + TimeDelta::hours(2), false);
        let site = |id, name: &str| Site::new(id, name, format!("{name} 1"));
        let gate = |id, site, name: &str, manned| Gate { manned, ..Gate::new(id, site, name) };
        let mut keys = KeyRing::default();
        keys.learn(key(KNOWN, None));
        keys.learn(key(REVOKED, Some(made)));
        let day = Day {
            date,
            court: Court { id: CourtId(1), name: "Tribunale".into(), web: None, phone: None },
            sites: BTreeMap::from([(PALACE, site(PALACE, "palace")), (ANNEX, site(ANNEX, "annex"))]),
            gates: BTreeMap::from([
                (FRONT, gate(FRONT, PALACE, "front", true)),
                (SIDE, gate(SIDE, PALACE, "side", true)),
                (LOBBY, gate(LOBBY, PALACE, "lobby", false)),
                (ANNEX_GATE, gate(ANNEX_GATE, ANNEX, "annex", true)),
            ]),
            offices: BTreeMap::from([
                (REGISTRY, office(REGISTRY, PALACE, "registry")),
                (ANNEX_OFFICE, office(ANNEX_OFFICE, ANNEX, "annex office")),
            ]),
            services: BTreeMap::from([(SHORT, service(SHORT, REGISTRY, 30)), (LONG, service(LONG, REGISTRY, 45))]),
            schedules: BTreeMap::from([
                (REGISTRY, schedule(REGISTRY, PALACE)),
                (ANNEX_OFFICE, schedule(ANNEX_OFFICE, ANNEX)),
            ]),
            neighbours: BTreeMap::from([(SiteId(900), "Tribunale di Lucca".into())]),
            keys,
            updated_at: Some(made),
            bookings: HashMap::new(),
            codes: HashMap::new(),
        };
        let mut world = Self {
            date,
            day,
            state: GateState::default(),
            booking: booking(0xa1, 1, start, made),
            issued_for: vec![(PALACE, REGISTRY, start)],
            other: booking(0xb2, 1_000, start, made),
            signed: Signed::Well,
            foreign_site: None,
            listed: true,
            unmanned: false,
            clock_unsafe: false,
            facts: Vec::new(),
            scans: Vec::new(),
            grants: Grants::default(),
            keys_from: 0,
            next: 0,
        };
        world.list();
        world
    }

    /// The gate learns the bookings as they are now.
    pub(crate) fn list(&mut self) {
        self.day.put(self.other.clone());
        if self.listed {
            self.day.put(self.booking.clone());
        }
    }

    pub(crate) fn policy(&mut self) -> &mut OfficePolicy {
        &mut self.day.offices.get_mut(&REGISTRY).expect("the registry").policy
    }

    pub(crate) fn site(&mut self) -> &mut Site {
        self.day.sites.get_mut(&PALACE).expect("the palace")
    }

    /// The receipt of an issue (0 the first), as a camera would read it.
    pub(crate) fn receipt(&self, issue: usize) -> Shown {
        let (site, office, start) = self.issued_for[issue];
        let claims = Claims {
            issued_at: self.booking.issues[issue].issued_at,
            booking: self.booking.id,
            site: self.foreign_site.unwrap_or(site),
            office,
            party: self.booking.persons,
            start,
        };
        let (kid, with) = match self.signed {
            Signed::Well => (KNOWN, KNOWN),
            Signed::Forged => (KNOWN, NEVER_SEEN),
            Signed::KeyUnknown => (NEVER_SEEN, NEVER_SEEN),
            Signed::KeyRevoked => (REVOKED, REVOKED),
            Signed::RevokedAndForged => (REVOKED, NEVER_SEEN),
        };
        let (text, _) = sign(&claims, kid, &secret(with), &[7; 32]).expect("claims that fit");
        read(text.as_bytes())
    }

    /// The receipt of somebody else.
    pub(crate) fn others_receipt(&self) -> Shown {
        let claims = Claims {
            issued_at: self.other.issues[0].issued_at,
            booking: self.other.id,
            site: PALACE,
            office: REGISTRY,
            party: 1,
            start: self.other.start,
        };
        let (text, _) = sign(&claims, KNOWN, &secret(KNOWN), &[8; 32]).expect("claims that fit");
        read(text.as_bytes())
    }

    pub(crate) fn station(&self, gate: GateId, gesture: Gesture) -> Station {
        let site = self.day.gates.get(&gate).map_or(PALACE, |g| g.site);
        Station { id: StationId(gate.0), gate, site, gesture, arrive_enters: self.unmanned }
    }

    pub(crate) fn stamp(&mut self, at: Millis, station: StationId) -> Stamp {
        self.next += 1;
        Stamp { hlc: (u64::try_from(at.0).unwrap_or(0) << 16) | self.next, origin: station, seq: self.next }
    }

    /// Appends a fact and folds it.
    pub(crate) fn append(&mut self, at: Millis, station: StationId, event: Event) {
        let stamp = self.stamp(at, station);
        self.state.apply(stamp, &event);
        self.facts.push((stamp, event));
    }

    /// A gesture at a station: decided, appended, folded.
    pub(crate) fn act(
        &mut self,
        gesture: &Act,
        station: &Station,
        actor: Option<Actor>,
        at: Millis,
    ) -> Result<Acted, Refused> {
        let key = GestureKey(self.keys_from + u128::from(self.next + 1));
        let scene = Scene {
            key,
            station,
            actor,
            grants: self.grants,
            now: at,
            machine: at,
            clock_unsafe: self.clock_unsafe,
            not_recorded: false,
        };
        let acted = act(gesture, &scene, &self.day, &self.state)?;
        for event in &acted.events {
            self.append(at, station.id, event.clone());
        }
        if !acted.events.is_empty() && matches!(gesture, Act::Scan { .. } | Act::Unbooked { .. } | Act::Call) {
            self.scans.push(key);
        }
        Ok(acted)
    }

    /// "10:02", or with seconds when there are some.
    pub(crate) fn civil(&self, at: Millis) -> String {
        let civil = civil(Zone::ROME, at);
        let time = if civil.time().format("%S").to_string() == "00" {
            civil.format("%H:%M")
        } else {
            civil.format("%H:%M:%S")
        };
        time.to_string()
    }

    pub(crate) fn supervisor() -> Actor {
        Actor { person: PersonId(2), role: crate::access::Role::Supervisor }
    }

    pub(crate) fn steward() -> Actor {
        Actor { person: PersonId(3), role: crate::access::Role::Steward }
    }
}
