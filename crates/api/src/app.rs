// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! One station: its settings, its store, who is signed in, what is held before the camera.

use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex, PoisonError, RwLock,
        atomic::{AtomicI64, Ordering},
    },
};

use sha2::{Digest, Sha256};
use tokio::sync::broadcast;
use varco_core::{
    access::{Actor, Right, allows},
    gate::{Gesture, Held, Station},
    ids::{GateId, GestureKey},
    receipt::NameKey,
    time::{Millis, civil},
    verdict::Decision,
};
use varco_store::{Caller, Live, Named, Person, SignIn, Store, seal::NamesKey};

use crate::{
    admin::Sessions,
    court::{OpenFault, Opened},
    paper_mode::Paper,
    ports::{Mode, Ports, Settings},
    problem::Fault,
    wire::VerdictView,
};

/// Who is signed in.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    pub(crate) actor: Actor,
    pub(crate) name: String,
    /// Of their secrets when they signed in.
    pub(crate) generation: u32,
    pub(crate) last: Millis,
}

/// A scan that the screen may come back to.
#[derive(Debug, Clone)]
pub(crate) struct Recent {
    pub(crate) scan: GestureKey,
    pub(crate) at: Millis,
    pub(crate) number: u32,
    pub(crate) code: String,
    pub(crate) decision: Decision,
    pub(crate) recorded: bool,
    /// Opens the names; only when the receipt itself was shown.
    pub(crate) names: Option<NameKey>,
}

/// The names of the day, open for some minutes.
pub(crate) struct OpenNames {
    pub(crate) until: Millis,
    pub(crate) key: NamesKey,
    pub(crate) names: Vec<Named>,
}

/// What the day's list in a folder is doing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Printing {
    pub(crate) folder: Option<std::path::PathBuf>,
    pub(crate) last: Option<Millis>,
    pub(crate) error: Option<String>,
}

/// Scans that the screen may come back to.
const RECENT: usize = 64;
/// Signs out after so many minutes without a gesture.
pub(crate) const LOCK_MINUTES: u32 = 30;
/// Receipts issued so far in the future prove the clock slow, milliseconds.
pub(crate) const CLOCK_ALLOWED_MS: i64 = 60_000;

/// One station.
pub struct App {
    settings: Settings,
    pub(crate) ports: Ports,
    court: RwLock<Option<Arc<dyn Store>>>,
    fault: RwLock<Option<OpenFault>>,
    training: RwLock<Option<Arc<dyn Store>>>,
    session: Mutex<Option<Session>>,
    recent: Mutex<VecDeque<Recent>>,
    pub(crate) held: Mutex<Held>,
    pub(crate) names: Mutex<Option<OpenNames>>,
    /// Who is signed in at the office's pages.
    pub(crate) sessions: Mutex<Sessions>,
    pub(crate) paper: Mutex<Option<Paper>>,
    pub(crate) printing: Mutex<Printing>,
    /// Receipts made at this station, to be printed: the last few.
    pub(crate) issued: Mutex<VecDeque<(GestureKey, Vec<u8>)>>,
    pub(crate) pushed: Mutex<Option<(Millis, VerdictView)>>,
    slow_by: AtomicI64,
    changes: broadcast::Sender<&'static str>,
}

/// A lock whose holder panicked still holds good data here: every change is made in one step.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl App {
    /// Opens the data and makes the station.
    #[must_use]
    pub fn new(settings: Settings, ports: Ports) -> Arc<Self> {
        let (court, fault) = match ports.courts.open() {
            Opened::Court(store) => (Some(store), None),
            Opened::Empty => (None, None),
            Opened::Fault(fault) => (None, Some(fault)),
        };
        Arc::new(Self {
            settings,
            ports,
            court: RwLock::new(court),
            fault: RwLock::new(fault),
            training: RwLock::new(None),
            session: Mutex::new(None),
            recent: Mutex::new(VecDeque::new()),
            held: Mutex::new(Held::default()),
            names: Mutex::new(None),
            sessions: Mutex::default(),
            paper: Mutex::new(None),
            printing: Mutex::new(Printing::default()),
            issued: Mutex::new(VecDeque::new()),
            pushed: Mutex::new(None),
            slow_by: AtomicI64::new(0),
            changes: broadcast::channel(64).0,
        })
    }

    /// How it is set.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The store that counts now: the practice one in training.
    ///
    /// # Errors
    /// [`Fault::NoCourt`] before the first start.
    pub fn store(&self) -> Result<Arc<dyn Store>, Fault> {
        let training = self.training.read().unwrap_or_else(PoisonError::into_inner).clone();
        let court = || self.court.read().unwrap_or_else(PoisonError::into_inner).clone();
        training.or_else(court).ok_or(Fault::NoCourt)
    }

    pub(crate) fn open_court(&self, store: Arc<dyn Store>) {
        *self.court.write().unwrap_or_else(PoisonError::into_inner) = Some(store);
        *self.fault.write().unwrap_or_else(PoisonError::into_inner) = None;
        self.changed("ready");
    }

    pub(crate) fn fault(&self) -> Option<OpenFault> {
        self.fault.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// True while practice people and receipts are used.
    #[must_use]
    pub fn is_training(&self) -> bool {
        self.training.read().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    pub(crate) fn train(&self, store: Option<Arc<dyn Store>>) {
        *self.training.write().unwrap_or_else(PoisonError::into_inner) = store;
        lock(&self.recent).clear();
        *lock(&self.names) = None;
        self.changed("ready");
    }

    /// Says that the ready screen is stale.
    pub fn changed(&self, what: &'static str) {
        // Nobody listening is no fault.
        let _ = self.changes.send(what);
    }

    pub(crate) fn listen(&self) -> broadcast::Receiver<&'static str> {
        self.changes.subscribe()
    }

    /// Looks at what is known and gives something of it.
    pub(crate) fn with<T>(&self, see: impl FnOnce(&Live) -> T) -> Result<T, Fault> {
        let store = self.store()?;
        let mut see = Some(see);
        let mut seen = None;
        store.look(&mut |live| seen = see.take().map(|see| see(live)));
        seen.ok_or(Fault::NoCourt)
    }

    /// This station, as the court knows it: its gate and what it does with a receipt.
    pub(crate) fn station(&self, live: &Live, exit: bool) -> Station {
        let wanted = self.settings.gate.and_then(|g| live.day.gates.get(&g));
        let gate = wanted.or_else(|| live.day.gates.values().find(|g| !g.archived));
        let (id, site) = gate.map_or((GateId(0), varco_core::ids::SiteId(0)), |g| (g.id, g.site));
        let gesture = match self.settings.mode {
            _ if exit => Gesture::Exit,
            Mode::Entrance | Mode::Admin => Gesture::Enter,
            Mode::Lobby => Gesture::Arrive,
        };
        let arrive_enters = !live.day.gates.values().any(|g| g.site == site && g.manned && !g.archived);
        Station { id: varco_core::ids::StationId(id.0), gate: id, site, gesture, arrive_enters }
    }

    /// What the machine's own clock says.
    pub(crate) fn machine_time(&self) -> Millis {
        self.ports.clock.now()
    }

    /// The time to judge by: the machine's, corrected by what a supervisor stated. Turns to a new day when it comes.
    pub(crate) fn time(&self) -> Result<(Millis, Millis), Fault> {
        let machine = self.machine_time();
        let (now, date, open) = self.with(|live| {
            let station = self.station(live, false);
            // Before this gesture writes a row of its own: what was written later than now proves the clock slow.
            let _ = self.clock_doubt(live, machine);
            let now = Millis(machine.0 + live.gate.clock(station.gate, machine).offset);
            let zone = live.day.sites.get(&station.site).map(|s| s.zone).unwrap_or_default();
            (now, civil(zone, now).date(), live.day.date)
        })?;
        if date != open {
            self.store()?.turn_to(date)?;
        }
        Ok((now, machine))
    }

    /// A receipt is still held before the camera: the time within which it repeats its verdict begins anew.
    pub(crate) fn still_held(&self, scan: GestureKey, machine: Millis) {
        let judged_by = |live: &Live| machine + live.gate.clock(self.station(live, false).gate, machine).offset;
        let (Ok(now), Ok(store)) = (self.with(judged_by), self.store()) else { return };
        store.held(scan, now);
        if let Some(paper) = lock(&self.paper).as_mut() {
            paper.held(scan, now);
        }
    }

    /// True when something proves the clock wrong: a receipt from its future, or a row written later than now.
    pub(crate) fn clock_doubt(&self, live: &Live, machine: Millis) -> Option<i64> {
        if live.gate.clock(self.station(live, false).gate, machine).offset_until.is_some() {
            return None;
        }
        let written = live.written_at.map_or(0, |at| at.0 - machine.0);
        let slow = self.slow_by.fetch_max(written, Ordering::Relaxed).max(written);
        (slow > CLOCK_ALLOWED_MS).then_some(slow)
    }

    /// A verified receipt was issued at that time: the clock cannot be earlier.
    pub(crate) fn saw_issue_time(&self, issued_at: u32, machine: Millis) {
        self.slow_by.fetch_max(i64::from(issued_at) * 1000 - machine.0, Ordering::Relaxed);
    }

    /// Forgets what proved the clock slow, once a supervisor has stated the time.
    pub(crate) fn clock_stated(&self) {
        self.slow_by.store(0, Ordering::Relaxed);
    }

    pub(crate) fn session(&self) -> Option<Session> {
        let signed = lock(&self.session).as_ref().map(|s| (s.actor, s.generation));
        let gone = signed.is_some_and(|(actor, generation)| !self.still_works_here(actor, generation));
        let mut session = lock(&self.session);
        let now = self.ports.clock.now();
        if gone || session.as_ref().is_some_and(|s| now.0 - s.last.0 > i64::from(LOCK_MINUTES) * 60_000) {
            *session = None;
        }
        if let Some(s) = session.as_mut() {
            s.last = now;
        }
        session.clone()
    }

    /// Whoever was archived, or got another role or PIN, is signed out. The practice court has people of its own.
    fn still_works_here(&self, actor: Actor, generation: u32) -> bool {
        let is_same = |p: &Person| p.id == actor.person && p.is_active() && p.secrets.generation == generation;
        self.is_training() || self.with(|live| live.people.iter().any(is_same)).unwrap_or(true)
    }

    pub(crate) fn sign(&self, session: Option<Session>) {
        if session.is_none() {
            *lock(&self.names) = None;
        }
        *lock(&self.session) = session;
        self.changed("ready");
    }

    pub(crate) fn actor(&self) -> Option<Actor> {
        self.session().map(|s| s.actor)
    }

    /// Who is signed in, if they have the right.
    pub(crate) fn need(&self, right: Right) -> Result<Actor, Fault> {
        let grants = self.with(|live| live.structure.grants)?;
        self.actor().filter(|a| allows(a.role, right, grants)).ok_or(Fault::NotAllowed(right))
    }

    /// Who is signed in if they have the right, else whoever's PIN came with the request if that person has it.
    pub(crate) fn need_or_pin(
        &self,
        right: Right,
        person: Option<u32>,
        pin: Option<&str>,
        now: Millis,
    ) -> Result<Actor, Fault> {
        let grants = self.with(|live| live.structure.grants)?;
        if let Some(actor) = self.actor().filter(|a| allows(a.role, right, grants)) {
            return Ok(actor);
        }
        let (Some(person), Some(pin)) = (person, pin) else { return Err(Fault::NotAllowed(right)) };
        let actor = self.check_pin(person, pin, now)?;
        if allows(actor.role, right, grants) { Ok(actor) } else { Err(Fault::NotAllowed(right)) }
    }

    pub(crate) fn check_pin(&self, person: u32, pin: &str, now: Millis) -> Result<Actor, Fault> {
        let secret = varco_store::Secret(pin.chars().take(128).collect());
        match self.store()?.sign_in(varco_core::ids::PersonId(person), &secret, now)? {
            SignIn::Welcome(actor) => Ok(actor),
            SignIn::Wrong { tries_left } => Err(Fault::WrongPin { tries_left }),
            SignIn::Wait { seconds } => Err(Fault::Slowed { wait_seconds: seconds }),
            SignIn::Nobody => Err(Fault::NotFound),
        }
    }

    /// Who asks, with the time and the clock's state.
    pub(crate) fn caller(&self, key: GestureKey, exit: bool) -> Result<Caller, Fault> {
        let (now, machine) = self.time()?;
        let actor = self.actor();
        self.with(|live| Caller {
            key,
            station: self.station(live, exit),
            actor,
            now,
            machine,
            clock_unsafe: self.clock_doubt(live, machine).is_some(),
        })
    }

    pub(crate) fn remember(&self, recent: Recent) {
        let mut all = lock(&self.recent);
        all.retain(|r| r.scan != recent.scan);
        all.push_back(recent);
        while all.len() > RECENT {
            all.pop_front();
        }
    }

    pub(crate) fn recent(&self, scan: GestureKey) -> Option<Recent> {
        lock(&self.recent).iter().find(|r| r.scan == scan).cloned()
    }
}

/// A digest of a request's parts, to tell a retry from another gesture with the same key.
pub(crate) fn body_digest(parts: &[&str]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    hash.finalize().into()
}
