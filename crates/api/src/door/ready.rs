// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The ready screen.

use std::{collections::BTreeMap, sync::Arc};

use axum::{Json, extract::State};
use varco_core::{
    access::Right,
    booking::Status,
    gate::{Conflict, ConflictKind, GateState, walk_in_left},
    ids::{GateId, OfficeId, SiteId},
    schedule::{self, Audience},
    time::{Millis, Zone, civil},
};
use varco_store::{Health, Live};
use varco_words::{Lang, clock, clock_seconds, day, text};

use super::{Tongue, blocking, conflicts::conflict_id};
use crate::{
    App,
    app::lock,
    ports::ScannerState,
    problem::{Answer, Fault},
    wire::{
        AwaitingView, Banner, BannerKind, EntryView, ExpectedView, ReadyView, StripItem, StripState, StripWhat,
        WalkInView,
    },
};

/// How far the list of who is expected looks, minutes.
const AHEAD_MINUTES: i64 = 30;
/// How long a verdict of the serial scanner waits for the page, milliseconds.
const PUSHED_MS: i64 = 5_000;
/// Knowledge older than this is a warning, milliseconds.
const KNOWLEDGE_OLD_MS: i64 = 24 * 3_600_000;

/// The ready screen.
#[utoipa::path(get, path = "/api/ready", responses((status = 200, body = ReadyView)))]
pub(super) async fn ready(State(app): State<Arc<App>>, Tongue(lang): Tongue) -> Result<Json<ReadyView>, Answer> {
    blocking(lang, move || view(&app, lang)).await
}

fn view(app: &App, lang: Lang) -> Result<ReadyView, Fault> {
    // Nobody signed in: the door is closed, and who is expected is nobody's business.
    app.need(Right::Door)?;
    let (now, machine) = app.time()?;
    let store = app.store()?;
    // Another process may have written; a folder that cannot be read shows on the strip.
    let unread = store.refresh().err();
    if store.health().failing.is_some() && lock(&app.paper).is_some() {
        // The disk may be back; whatever it says now stands on the strip. While it never failed, only a person ends it.
        let _ = super::scan::flush_paper(app);
    }
    let health = store.health();
    let pushed = lock(&app.pushed).take().filter(|(at, _)| machine.0 - at.0 < PUSHED_MS).map(|(_, v)| v);
    let scanner = (app.ports.scanner)();
    let paper = lock(&app.paper);
    let in_memory = paper.as_ref().map(|p| (p.state(), p.unwritten()));
    let doubt = app.with(|live| app.clock_doubt(live, machine))?;
    app.with(|live| {
        let station = app.station(live, false);
        let site = live.day.sites.get(&station.site);
        let zone = site.map(|s| s.zone).unwrap_or_default();
        let gate = in_memory.map_or(&live.gate, |(state, _)| state);
        let occupancy = gate.occupancy(station.site, now);
        let expected = expected(live, gate, station.site, zone, now);
        let open: Vec<_> = gate.conflicts(&live.day).into_iter().filter(|c| !c.taken).collect();
        let alarms = open.iter().filter(|c| c.kind == ConflictKind::BadSignature).count();
        let local = civil(zone, now);
        let look = Look { lang, zone, now, machine, gate: station.gate, live };
        ReadyView {
            now: now.0,
            date: day(lang, local.date()),
            time: clock(local.time()),
            inside: occupancy.inside(),
            inside_booked: occupancy.booked,
            inside_unbooked: occupancy.unbooked,
            left_today: occupancy.left_today,
            maximum: site.and_then(|s| s.maximum),
            expected_until: clock(civil(zone, now + AHEAD_MINUTES * 60_000).time()),
            expected_persons: expected.iter().map(|e| e.persons).sum(),
            expected_inside: expected.iter().map(|e| e.inside).sum(),
            expected,
            last_unbooked: last_unbooked(gate, station.gate, zone),
            awaiting_document: gate
                .awaiting_document(station.gate, now)
                .into_iter()
                .map(|f| awaiting(live, zone, f))
                .collect(),
            walk_in: walk_in(live, gate, station.site, zone, now),
            strip: look.strip(&health, unread.as_ref().map(ToString::to_string), &scanner, doubt),
            banners: look.banners(&health, app.is_training(), in_memory.map(|(_, n)| n), doubt, &open),
            alarms: u32::try_from(alarms).unwrap_or(u32::MAX),
            conflicts: u32::try_from(open.len() - alarms).unwrap_or(u32::MAX),
            pushed,
        }
    })
}

fn expected(live: &Live, gate: &GateState, site: SiteId, zone: Zone, now: Millis) -> Vec<ExpectedView> {
    let until = now + AHEAD_MINUTES * 60_000;
    let mut rows: BTreeMap<(Millis, OfficeId), (u32, u32, Option<Millis>)> = BTreeMap::new();
    for booking in live.day.bookings.values() {
        if booking.start > until || booking.end.0 + 86_400_000 < now.0 || booking.status != Status::Booked {
            continue;
        }
        let Some(office) = live.day.offices.get(&booking.office).filter(|o| o.site == site) else { continue };
        let (_, late) = live.day.window(office.id, Some(booking.service));
        let closes = booking.end + i64::from(late) * 60_000;
        if closes < now {
            continue;
        }
        let presence = gate.presence(booking.id);
        let row = rows.entry((booking.start, office.id)).or_default();
        row.0 += u32::from(booking.persons);
        row.1 += u32::from(presence.used.min(booking.persons));
        if booking.end <= now && presence.used < booking.persons {
            row.2 = Some(row.2.map_or(closes, |c| c.max(closes)));
        }
    }
    let view =
        |((start, office), (persons, inside, late)): ((Millis, OfficeId), (u32, u32, Option<Millis>))| ExpectedView {
            time: clock(civil(zone, start).time()),
            office: live.day.offices.get(&office).map(|o| o.name.clone()).unwrap_or_default(),
            persons,
            inside,
            late_until: late.map(|at| clock(civil(zone, at).time())),
        };
    rows.into_iter().map(view).collect()
}

fn last_unbooked(gate: &GateState, at: GateId, zone: Zone) -> Option<EntryView> {
    let (entry, when, persons) = gate.last_unbooked(at)?;
    let reason = gate.unbooked_reason(entry)?;
    Some(EntryView {
        entry: entry.to_string(),
        reason: reason.name().to_owned(),
        persons: persons.into(),
        time: clock_seconds(civil(zone, when).time()),
    })
}

fn awaiting(live: &Live, zone: Zone, fact: &varco_core::gate::ScanFact) -> AwaitingView {
    let visitor = fact.visitor;
    let booking = visitor.and_then(|v| live.day.bookings.get(&v.booking));
    let office = visitor.and_then(|v| live.day.offices.get(&v.office));
    AwaitingView {
        scan: fact.scan.to_string(),
        code: booking.and_then(|b| b.latest_issue()).map(|i| i.code.spaced()).unwrap_or_default(),
        office: office.map(|o| o.name.clone()).unwrap_or_default(),
        time: visitor.map(|v| clock(civil(zone, v.start).time())).unwrap_or_default(),
        since: clock(civil(zone, fact.at).time()),
    }
}

/// Offices that take walk-ins now.
fn walk_in(live: &Live, gate: &GateState, site: SiteId, zone: Zone, now: Millis) -> Vec<WalkInView> {
    let today = civil(zone, now).date();
    let takes = |office: OfficeId| {
        let slots = live.day.schedules.get(&office).map(|p| schedule::slots(p, today, Audience::WalkIn));
        slots.is_some_and(|slots| slots.iter().any(|s| s.start <= now && s.end > now))
    };
    let offices = live.day.offices.values().filter(|o| o.site == site && !o.archived && takes(o.id));
    let view = |o: &varco_core::booking::Office| WalkInView {
        office: o.id.0,
        name: o.name.clone(),
        left: walk_in_left(&live.day, gate, o.id, now),
    };
    offices.map(view).collect()
}

struct Look<'a> {
    lang: Lang,
    zone: Zone,
    now: Millis,
    machine: Millis,
    gate: GateId,
    live: &'a Live,
}

impl Look<'_> {
    fn clock(&self, at: Millis) -> String {
        clock_seconds(civil(self.zone, at).time())
    }

    fn item(
        &self,
        what: StripWhat,
        state: StripState,
        key: &str,
        args: &[(&str, varco_words::Value<'_>)],
    ) -> StripItem {
        StripItem {
            what,
            state,
            title: text(self.lang, &format!("strip-{}", what.name()), &[]),
            evidence: text(self.lang, &format!("strip-{}-{key}", what.name()), args),
        }
    }

    fn strip(
        &self,
        health: &Health,
        unread: Option<String>,
        scanner: &ScannerState,
        doubt: Option<i64>,
    ) -> Vec<StripItem> {
        let at = |at: Millis| [("time", varco_words::Value::from(self.clock(at)))];
        let disk = match (&health.failing, unread, health.written_at.or(self.live.written_at)) {
            (Some(_), ..) => self.item(
                StripWhat::Disk,
                StripState::Bad,
                "failing",
                &at(health.failing_since.unwrap_or(self.machine)),
            ),
            (None, Some(_), _) => self.item(StripWhat::Disk, StripState::Bad, "unread", &[]),
            (None, None, _) if health.reserve_freed => self.item(StripWhat::Disk, StripState::Warn, "reserve", &[]),
            (None, None, Some(written)) => self.item(StripWhat::Disk, StripState::Ok, "written", &at(written)),
            (None, None, None) => self.item(StripWhat::Disk, StripState::Ok, "nothing", &[]),
        };
        let scanner = match scanner {
            ScannerState::None => self.item(StripWhat::Scanner, StripState::None, "none", &[]),
            ScannerState::Up(since) => self.item(StripWhat::Scanner, StripState::Ok, "up", &at(*since)),
            ScannerState::Down(since) => self.item(StripWhat::Scanner, StripState::Bad, "down", &at(*since)),
        };
        let stated = self.live.gate.clock(self.gate, self.machine);
        let clock = match (doubt, stated.offset_until) {
            (Some(slow), _) => {
                self.item(StripWhat::Clock, StripState::Bad, "slow", &[("minutes", (slow / 60_000).max(1).into())])
            }
            (None, Some(_)) => self.item(StripWhat::Clock, StripState::Warn, "stated", &[]),
            (None, None) => self.item(StripWhat::Clock, StripState::Ok, "machine", &[]),
        };
        let database = match (&health.found, health.checked_at) {
            (Some(_), _) => self.item(StripWhat::Database, StripState::Bad, "found", &[]),
            (None, Some(checked)) => self.item(StripWhat::Database, StripState::Ok, "checked", &at(checked)),
            (None, None) => self.item(StripWhat::Database, StripState::None, "checking", &[]),
        };
        let knowledge = match self.live.day.updated_at {
            Some(updated) => {
                let age = (self.now.0 - updated.0).max(0);
                let state = if age > KNOWLEDGE_OLD_MS { StripState::Warn } else { StripState::Ok };
                let key = if age < 120_000 {
                    "now"
                } else if age < 2 * 3_600_000 {
                    "minutes"
                } else {
                    "hours"
                };
                let n = if key == "hours" { age / 3_600_000 } else { age / 60_000 };
                self.item(StripWhat::Knowledge, state, key, &[("n", n.into())])
            }
            None => self.item(StripWhat::Knowledge, StripState::Ok, "own", &[]),
        };
        let camera = self.item(StripWhat::Camera, StripState::None, "page", &[]);
        vec![camera, scanner, disk, clock, database, knowledge]
    }

    /// One for each kiosk of this building at which somebody asks for the staff.
    fn calls(&self, open: &[Conflict]) -> Vec<Banner> {
        let mut called: BTreeMap<GateId, &Conflict> = BTreeMap::new();
        let site = |gate: GateId| self.live.day.gates.get(&gate).map(|g| g.site);
        for call in open.iter().filter(|c| c.kind == ConflictKind::Called && site(c.gate) == site(self.gate)) {
            called.entry(call.gate).or_insert(call);
        }
        let banner = |(gate, call): (GateId, &Conflict)| {
            let gate = self.live.day.gates.get(&gate).map(|g| g.name.clone()).unwrap_or_default();
            Banner {
                kind: BannerKind::Called,
                text: text(self.lang, "banner-called", &[("gate", gate.into()), ("time", self.clock(call.at).into())]),
                next_step: text(self.lang, "banner-called-next", &[]),
                take: Some(conflict_id(call)),
            }
        };
        called.into_iter().map(banner).collect()
    }

    fn banners(
        &self,
        health: &Health,
        training: bool,
        paper: Option<usize>,
        doubt: Option<i64>,
        open: &[Conflict],
    ) -> Vec<Banner> {
        let banner = |kind: BannerKind, n: i64| Banner {
            kind,
            text: text(self.lang, &format!("banner-{}", kind.name()), &[("n", n.into())]),
            next_step: text(self.lang, &format!("banner-{}-next", kind.name()), &[("n", n.into())]),
            take: None,
        };
        let mut banners = self.calls(open);
        if training {
            banners.push(banner(BannerKind::Training, 0));
        }
        if let Some(pending) = paper {
            banners.push(banner(BannerKind::PaperMode, i64::try_from(pending).unwrap_or(i64::MAX)));
        } else if health.failing.is_some() {
            banners.push(banner(BannerKind::DiskFailed, 0));
        }
        if health.reserve_freed {
            banners.push(banner(BannerKind::DiskReserve, 0));
        }
        if health.found.is_some() {
            banners.push(banner(BannerKind::DatabaseDamaged, 0));
        }
        if let Some(slow) = doubt {
            banners.push(banner(BannerKind::ClockUnsafe, (slow / 60_000).max(1)));
        }
        banners
    }
}
