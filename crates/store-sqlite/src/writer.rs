// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The one writer of a process: one connection, and a thread for what waits.
//!
//! A gesture that comes alone is written on the thread that asks, because two changes of threads cost as much as judging
//! it; whoever comes meanwhile waits for the writing thread. Gestures that wait are decided together, in the order in which they came, on a draft of the state inside one
//! `BEGIN IMMEDIATE`, and committed together. Only then the draft becomes what everybody sees, and each is answered. A
//! commit that fails drops the draft and tells every caller. Before deciding, rows that other processes have committed
//! are folded in.

use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex,
        mpsc::{Receiver, RecvTimeoutError},
    },
    time::{Duration, Instant},
};

use chrono::NaiveDate;
use rand::rngs::StdRng;
use rusqlite::Connection;
use varco_core::{
    ids::StationId,
    time::{Millis, Zone},
};
use varco_store::{ActAnswer, ActRequest, Live, StoreError};

use crate::{
    checkpoint::Checkpoints,
    fault::fault,
    folder::Folder,
    journal::Head,
    shared::{Job, Shared, Waiting},
    state::{Change, Setup, fold},
    tx::Tx,
};

/// Gestures decided in one transaction at most.
const BATCH: usize = 64;

/// What it takes to wake those who were answered.
const WAKING: Duration = Duration::from_micros(200);

/// What only one thread uses at a time.
pub(crate) struct Worker {
    pub(crate) db: Connection,
    pub(crate) folder: Folder,
    pub(crate) shared: Arc<Shared>,
    pub(crate) setup: Option<Arc<Setup>>,
    pub(crate) head: Head,
    pub(crate) origin: StationId,
    pub(crate) entropy: StdRng,
    pub(crate) checkpoints: Checkpoints,
    /// What is known with the gestures of the transaction under way; built when two wait at once for the first time.
    pub(crate) draft: Option<Live>,
    /// `PRAGMA data_version` at the last look: it grows when another connection commits.
    pub(crate) data_version: i64,
    pub(crate) pending: VecDeque<Job>,
    /// How many waited last time: so many may be on their way again.
    pub(crate) company: usize,
    /// What a commit has cost of late.
    pub(crate) commit_time: Duration,
    /// The log is to be moved by this thread once everybody is answered.
    pub(crate) log_is_long: bool,
}

/// The writing thread: works until everybody who could ask is gone, or a panic has left things half done.
pub(crate) fn work(worker: &Mutex<Worker>, jobs: &Receiver<Job>) {
    loop {
        let waits = worker.lock().ok().and_then(|mut worker| worker.pending.pop_front());
        let Some(job) = waits.or_else(|| jobs.recv().ok()) else { return };
        let Ok(mut worker) = worker.lock() else { return };
        match job {
            Job::Task(task) => task(&mut worker),
            Job::Act(first) => {
                let batch = worker.gather(*first, jobs);
                worker.acts(&batch);
            }
        }
        if std::mem::take(&mut worker.log_is_long) {
            crate::checkpoint::move_log(&worker.db);
        }
    }
}

impl Worker {
    /// True when a gesture need not wait for others: none came together last time.
    pub(crate) fn is_free(&self) -> bool {
        self.company <= 1 && self.pending.is_empty()
    }

    /// Decides one gesture at once.
    pub(crate) fn act(&mut self, request: &ActRequest, asked: Instant) -> Result<ActAnswer, StoreError> {
        let answer = self.judge(&[request])?.pop().unwrap_or(Err(StoreError::Busy))?;
        Ok(ActAnswer { durable_us: crate::act::micros(asked), ..answer })
    }

    /// Takes whoever waits already. Those who came together last time are answered at the same moment and so come back
    /// at nearly the same moment: a fraction of a commit is waited for them, which saves a whole one.
    fn gather(&mut self, first: Waiting, jobs: &Receiver<Job>) -> Vec<Waiting> {
        let date = self.date_of(&first.request);
        let mut batch = vec![first];
        let until = Instant::now() + (self.commit_time / 4).max(WAKING);
        while batch.len() < BATCH {
            let job = match jobs.try_recv() {
                Ok(job) => job,
                Err(_) if batch.len() < self.company => {
                    match jobs.recv_timeout(until.saturating_duration_since(Instant::now())) {
                        Ok(job) => job,
                        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
                    }
                }
                Err(_) => break,
            };
            match job {
                Job::Act(waiting) if self.date_of(&waiting.request) == date => batch.push(*waiting),
                other => {
                    self.pending.push_back(other);
                    break;
                }
            }
        }
        self.company = batch.len();
        batch
    }

    fn date_of(&self, request: &ActRequest) -> NaiveDate {
        crate::act::date_of(request, self.zone())
    }

    fn zone(&self) -> Zone {
        self.setup.as_ref().map(|s| s.zone()).unwrap_or_default()
    }

    /// Runs something in a transaction, publishes what it changed and returns what it gives.
    pub(crate) fn transaction<T>(
        &mut self,
        machine: Millis,
        mut body: impl FnMut(&mut Tx<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let done = self.with_reserve(|worker| worker.attempt(&mut body));
        self.note(done.as_ref().err(), machine);
        done
    }

    fn attempt<T>(&mut self, body: &mut impl FnMut(&mut Tx<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.begin()?;
        let done = self.within(|worker| {
            let mut tx = Tx {
                db: &worker.db,
                setup: worker.setup.as_ref(),
                head: worker.head.clone(),
                change: Change::default(),
                entropy: &mut worker.entropy,
                origin: worker.origin,
            };
            let value = body(&mut tx)?;
            Ok((value, tx.change, tx.head))
        });
        let (value, change, head) = done?;
        self.publish(&change, head);
        Ok(value)
    }

    /// Decides a batch of gestures and answers each.
    fn acts(&mut self, batch: &[Waiting]) {
        let requests: Vec<&ActRequest> = batch.iter().map(|waiting| &waiting.request).collect();
        match self.judge(&requests) {
            Ok(answers) => {
                for (waiting, answer) in batch.iter().zip(answers) {
                    let answer = answer.map(|a| ActAnswer { durable_us: crate::act::micros(waiting.asked), ..a });
                    // Whoever has gone away meanwhile finds the answer again by the gesture's key.
                    let _ = waiting.reply.send(answer);
                }
            }
            Err(error) => {
                for waiting in batch {
                    let _ = waiting.reply.send(Err(error.clone()));
                }
            }
        }
    }

    fn judge(&mut self, batch: &[&ActRequest]) -> Result<Vec<Result<ActAnswer, StoreError>>, StoreError> {
        let machine = batch.first().map_or(Millis(0), |request| request.caller.machine);
        let done = self.with_reserve(|worker| worker.attempt_acts(batch));
        self.note(done.as_ref().err(), machine);
        done
    }

    fn attempt_acts(&mut self, batch: &[&ActRequest]) -> Result<Vec<Result<ActAnswer, StoreError>>, StoreError> {
        self.begin()?;
        if let Some(first) = batch.first() {
            let date = self.date_of(first);
            let turned = if self.shared.live().day.date == date { Ok(()) } else { self.load(date) };
            if let Err(error) = turned {
                self.roll_back();
                return Err(error);
            }
        }
        let many = batch.len() > 1;
        if many && self.draft.is_none() {
            self.draft = Some(self.shared.live().clone());
        }
        if let Some(draft) = &mut self.draft {
            self.shared.tell_held(draft);
        }
        let done = self.within(|worker| worker.decide_all(batch, many));
        let (answers, change, head) = match done {
            Ok(done) => done,
            Err(error) => {
                self.draft = None;
                return Err(error);
            }
        };
        // The draft has followed each gesture of a batch already.
        let draft = if many { self.draft.take() } else { None };
        self.publish(&change, head);
        if many {
            self.draft = draft;
        }
        Ok(answers)
    }

    /// `BEGIN IMMEDIATE`, then what other processes have committed is folded in.
    fn begin(&mut self) -> Result<(), StoreError> {
        self.db.prepare_cached("BEGIN IMMEDIATE").and_then(|mut s| s.execute([])).map_err(fault)?;
        let folded = self.fold_others();
        if folded.is_err() {
            self.roll_back();
        }
        folded.map(|_| ())
    }

    /// Ends the transaction as the body says.
    fn within<T>(&mut self, body: impl FnOnce(&mut Self) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let before = self.db.total_changes();
        let done = body(self).and_then(|value| {
            let started = Instant::now();
            self.db.prepare_cached("COMMIT").and_then(|mut s| s.execute([])).map_err(fault)?;
            if self.db.total_changes() != before {
                self.commit_time = (self.commit_time * 3 + started.elapsed()) / 4;
                self.shared.committed();
                self.log_is_long |= self.checkpoints.committed();
            }
            Ok(value)
        });
        if done.is_err() {
            self.roll_back();
        }
        done
    }

    pub(crate) fn roll_back(&self) {
        if !self.db.is_autocommit() {
            // SQLite has said already what is wrong; when even this fails the next `BEGIN` says it again.
            let _ = self.db.execute_batch("ROLLBACK");
        }
    }

    /// Tries once more with the reserve freed when the disk is full.
    fn with_reserve<T>(&mut self, mut body: impl FnMut(&mut Self) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let mut done = body(self).map_err(|error| self.folder.what_is_wrong(error));
        if matches!(done, Err(StoreError::Full)) && self.folder.free_reserve() {
            self.shared.health().reserve_freed = true;
            done = body(self).map_err(|error| self.folder.what_is_wrong(error));
        }
        done
    }

    fn note(&self, error: Option<&StoreError>, machine: Millis) {
        let mut health = self.shared.health();
        match error {
            None => {
                health.written_at = self.head.at.or(health.written_at);
                (health.failing, health.failing_since) = (None, None);
            }
            // A question refused is no failure of the disk.
            Some(StoreError::KeyReused | StoreError::Empty) => {}
            Some(error) => {
                health.failing = Some(error.to_string());
                health.failing_since.get_or_insert(machine);
            }
        }
    }

    pub(crate) fn publish(&mut self, change: &Change, head: Head) {
        self.head = head;
        if let Some(setup) = &change.setup {
            self.setup = Some(Arc::clone(setup));
        }
        if !change.is_empty() {
            fold(&mut self.shared.live_mut(), change, &self.head);
            if let Some(draft) = &mut self.draft {
                fold(draft, change, &self.head);
            }
        }
    }
}
