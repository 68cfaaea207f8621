// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Real offices' rules against the door: the scenarios of kind `door` in `tests/rulebooks/`.

#![expect(clippy::unwrap_used, reason = "the times of a rulebook exist, or its test fails")]

mod rulebook;

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDateTime;
use ed25519_dalek::SigningKey;
use rulebook::{Case, Door, Judged, Rulebook};
use varco_core::{
    access::Grants,
    booking::{Booking, Court, Day, Gate, Issue, IssueCause, Office, OfficePolicy, Service, Site, Status},
    gate::{Act, GateState, Gesture, Scene, Stamp, Station, UnbookedReason, Via, act},
    ids::{BookingId, CourtId, GateId, GestureKey, OfficeId, ServiceId, SiteId, StationId},
    receipt::{Claims, IssuerKey, KeyId, KeyRing, ShortCode, Shown, read, sign},
    schedule::{Audience, OfficeSchedule, Used, why},
    time::{Millis, Zone, resolve},
    verdict::{Decision, Verdict},
};

const SITE: SiteId = SiteId(1);
const GATE: GateId = GateId(1);
const KEY: KeyId = KeyId(1);

#[test]
fn every_door_scenario_of_a_rulebook_holds() {
    let mut wrong = Vec::new();
    let mut played = 0;
    for book in rulebook::all() {
        for scenario in &book.scenarios {
            if let Case::Door { given, expect } = &scenario.case {
                played += 1;
                wrong.extend(
                    door(&book, given, expect).err().map(|fault| format!("{}: {fault}", scenario.title(&book))),
                );
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(played > 0, "the folder of the rulebooks holds scenarios of kind door");
}

/// One building with one gate, and what has happened there.
struct House {
    day: Day,
    state: GateState,
    next: u64,
}

fn door(book: &Rulebook, given: &Door, expect: &Judged) -> Result<(), String> {
    let mut house = House::new(book.schedule(&given.office), given);
    let at = resolve(Zone::ROME, given.at).unwrap();
    house.fill(given, at);
    let (verdict, decision) = match given.booked {
        Some(booked) => {
            let shown = house.receipt(booked);
            let decision = house.scan(shown, Gesture::Enter, at).unwrap();
            (decision.verdict.code().name().to_owned(), Some(decision))
        }
        None => {
            let reason = given.reason.clone().unwrap();
            let reason: UnbookedReason = serde_json::from_value(reason.into()).map_err(|e| e.to_string())?;
            house.act(&Act::Unbooked { reason, persons: 1, office: None }, Gesture::Enter, at);
            ("entered".to_owned(), None)
        }
    };
    same("verdict", &verdict, &expect.verdict)?;
    if let Some(back) = expect.come_back_at {
        let found = decision.map(|d| d.verdict);
        same("come back at", &found, &Some(Verdict::TooEarly { come_back_at: resolve(Zone::ROME, back).unwrap() }))?;
    }
    if let Some(inside) = expect.inside_after {
        let counted_at = given.counted_at.map_or(at, |at| resolve(Zone::ROME, at).unwrap());
        same("inside after", &house.state.inside(SITE, counted_at), &inside)?;
    }
    Ok(())
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, found: &T, expected: &T) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("{what}: found {found:?}, expected {expected:?}")) }
}

impl House {
    fn new(schedule: OfficeSchedule, given: &Door) -> Self {
        let office = schedule.office;
        let site = Site { maximum: given.maximum, ..Site::new(SITE, "palazzo", "via 1") };
        let policy = OfficePolicy {
            early_minutes: given.early_minutes.unwrap_or(OfficePolicy::default().early_minutes),
            ..OfficePolicy::default()
        };
        let office_row = Office { policy, ..Office::new(office, SITE, given.office.clone()) };
        let service = Service::new(ServiceId(1), office, Default::default(), 15);
        let public = SigningKey::from_bytes(&[1; 32]).verifying_key();
        let mut keys = KeyRing::default();
        keys.learn(IssuerKey { kid: KEY, public, made_at: Millis(0), signs_from: Millis(0), revoked_at: None });
        let day = Day {
            date: given.at.date(),
            court: Court { id: CourtId(1), name: "court".into(), web: None, phone: None },
            sites: BTreeMap::from([(SITE, site)]),
            gates: BTreeMap::from([(GATE, Gate::new(GATE, SITE, "front"))]),
            offices: BTreeMap::from([(office, office_row)]),
            services: BTreeMap::from([(ServiceId(1), service)]),
            schedules: BTreeMap::from([(office, schedule)]),
            neighbours: BTreeMap::new(),
            keys,
            updated_at: None,
            bookings: HashMap::new(),
            codes: HashMap::new(),
        };
        Self { day, state: GateState::default(), next: 0 }
    }

    fn office(&self) -> OfficeId {
        self.day.offices.keys().next().copied().unwrap()
    }

    /// As long as the slot that starts then.
    fn book(&mut self, booked: NaiveDateTime) -> Booking {
        let plan = &self.day.schedules[&self.office()];
        let slot = Audience::EVERY
            .iter()
            .find_map(|a| why(plan, booked.date(), booked.time(), *a, |_, _| Used::default()).slot().copied())
            .unwrap();
        self.next += 1;
        let issued_at = u32::try_from(slot.start.minus_minutes(24 * 60).seconds()).unwrap();
        let issue = Issue { issued_at, kid: KEY, code: ShortCode::from_bits(self.next), cause: IssueCause::First };
        let booking = Booking {
            id: BookingId::new(self.next),
            office: self.office(),
            service: ServiceId(1),
            pool: slot.pool.0,
            start: slot.start,
            end: slot.end,
            persons: 1,
            status: Status::Booked,
            block: None,
            check_id: false,
            assistance: false,
            decided_at: Millis::from_seconds(i64::from(issued_at)),
            due_by: None,
            issues: vec![issue],
        };
        self.day.put(booking.clone());
        booking
    }

    /// A booking of its own, and its receipt as a camera reads it.
    fn receipt(&mut self, booked: NaiveDateTime) -> Shown {
        let booking = self.book(booked);
        let claims = Claims {
            issued_at: booking.issues[0].issued_at,
            booking: booking.id,
            site: SITE,
            office: booking.office,
            party: 1,
            start: booking.start,
        };
        let (text, _) = sign(&claims, KEY, &SigningKey::from_bytes(&[1; 32]), &[2; 32]).unwrap();
        read(text.as_bytes())
    }

    /// Those who are inside before, five minutes earlier; some of them leave a minute before.
    fn fill(&mut self, given: &Door, at: Millis) {
        let Some(booked) = given.booked else {
            for _ in 0..given.inside {
                let act = Act::Unbooked { reason: UnbookedReason::Hearing, persons: 1, office: None };
                self.act(&act, Gesture::Enter, at.minus_minutes(5));
            }
            return;
        };
        let codes: Vec<Shown> = (0..given.inside).map(|_| Shown::Code(self.book(booked).issues[0].code)).collect();
        for code in &codes {
            self.scan(code.clone(), Gesture::Enter, at.minus_minutes(5));
        }
        assert_eq!(self.state.inside(SITE, at.minus_minutes(5)), given.inside);
        for code in codes.into_iter().take(usize::try_from(given.left).unwrap()) {
            self.scan(code, Gesture::Exit, at.minus_minutes(1));
        }
    }

    fn scan(&mut self, shown: Shown, gesture: Gesture, at: Millis) -> Option<Decision> {
        self.act(&Act::Scan { shown, via: Via::Camera, look: false, late: None }, gesture, at)
    }

    fn act(&mut self, gesture: &Act, does: Gesture, at: Millis) -> Option<Decision> {
        self.next += 1;
        let station = Station { id: StationId(1), gate: GATE, site: SITE, gesture: does, arrive_enters: false };
        let scene = Scene {
            key: GestureKey(u128::from(self.next)),
            station: &station,
            actor: None,
            grants: Grants::default(),
            now: at,
            machine: at,
            clock_unsafe: false,
            not_recorded: false,
        };
        let acted = act(gesture, &scene, &self.day, &self.state).unwrap();
        for event in &acted.events {
            self.next += 1;
            let stamp = Stamp { hlc: self.next, origin: StationId(1), seq: self.next };
            self.state.apply(stamp, event);
        }
        acted.decision
    }
}
