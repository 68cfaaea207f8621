// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! An open folder: its writer, its readers, and the two ways to ask them.

use std::{
    fs::File,
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Sender, sync_channel},
    },
    thread::JoinHandle,
    time::Instant,
};

use rand::{SeedableRng, rngs::StdRng};
use rusqlite::Connection;
use varco_core::{gate::Act, ids::CourtId, receipt::Shown, time::Millis};
use varco_store::{ActAnswer, ActRequest, StoreError};

use crate::{
    folder::Folder,
    open::connect,
    options::Options,
    people::Costs,
    shared::{Job, Shared, Waiting},
    strangers::Strangers,
    tx::Tx,
    unwritten::Unwritten,
    verify,
    writer::Worker,
};

/// A data folder, open.
pub struct SqliteStore {
    pub(crate) folder: Folder,
    pub(crate) options: Options,
    pub(crate) shared: Arc<Shared>,
    /// Whoever holds it writes: the writing thread, or somebody who found it free.
    pub(crate) worker: Arc<Mutex<Worker>>,
    pub(crate) jobs: Option<Sender<Job>>,
    pub(crate) thread: Option<JoinHandle<()>>,
    pub(crate) readers: Mutex<Vec<Connection>>,
    pub(crate) entropy: Mutex<StdRng>,
    pub(crate) checking: Option<verify::Background>,
    pub(crate) unwritten: Unwritten,
    pub(crate) strangers: Arc<Strangers>,
    /// Says to others that the folder is in use.
    pub(crate) _in_use: Option<File>,
}

impl std::fmt::Debug for SqliteStore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SqliteStore").field("folder", &self.folder.0).finish_non_exhaustive()
    }
}

impl SqliteStore {
    pub(crate) fn ask(&self, job: Job) -> Result<(), StoreError> {
        let gone = || StoreError::Engine("the writing thread has ended".into());
        self.jobs.as_ref().ok_or_else(gone)?.send(job).map_err(|_| gone())
    }

    /// Runs something on the writing thread.
    pub(crate) fn on_writer<T: Send + 'static>(
        &self,
        task: impl FnOnce(&mut Worker) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (reply, answer) = sync_channel(1);
        self.ask(Job::Task(Box::new(move |worker| {
            // Whoever asked may be gone: then nobody waits for the answer.
            let _ = reply.send(task(worker));
        })))?;
        answer.recv().map_err(|_| StoreError::Engine("the writing thread has ended".into()))?
    }

    pub(crate) fn write<T: Send + 'static>(
        &self,
        now: Millis,
        body: impl FnMut(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.on_writer(move |worker| worker.transaction(now, body))
    }

    /// Reads on a connection that no other thread uses meanwhile.
    pub(crate) fn read<T>(&self, body: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        if self.options.alone {
            return Err(StoreError::Busy);
        }
        let free = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let db = free.map_or_else(|| connect(&self.folder, &self.options), Ok)?;
        let value = body(&db);
        self.readers.lock().unwrap_or_else(PoisonError::into_inner).push(db);
        value
    }

    pub(crate) fn court(&self) -> Result<CourtId, StoreError> {
        match self.shared.live().structure.court.id {
            CourtId(0) => Err(StoreError::Empty),
            id => Ok(id),
        }
    }

    pub(crate) fn fresh(&self) -> StdRng {
        StdRng::from_rng(&mut *self.entropy.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn costs(&self) -> Costs {
        Costs { sign_in: self.options.sign_in_cost, names: self.options.names_cost }
    }

    /// Decides a gesture: on this thread when nobody writes, else with those who wait for the writing thread.
    pub(crate) fn judge(&self, request: ActRequest) -> Result<ActAnswer, StoreError> {
        let asked = Instant::now();
        if let Ok(mut worker) = self.worker.try_lock()
            && worker.is_free()
        {
            let answer = worker.act(&request, asked);
            if worker.log_is_long {
                // The thread moves the log; nobody waits for it.
                self.ask(Job::Task(Box::new(|_| {})))?;
            }
            return answer;
        }
        // Others write. The signature is checked meanwhile on this thread; the writer finds the answer with the receipt.
        if let Act::Scan { shown: Shown::Receipt(receipt), .. } = &request.act {
            let key = self.shared.live().day.keys.trusted(receipt.kid).map(|key| key.public);
            let _ = key.is_some_and(|key| receipt.verify(&key));
        }
        let (reply, answer) = sync_channel(1);
        self.ask(Job::Act(Box::new(Waiting { request, asked, reply })))?;
        answer.recv().map_err(|_| StoreError::Engine("the writing thread has ended".into()))?
    }

    /// Transactions that this process has committed since it opened the folder.
    #[must_use]
    pub fn commits(&self) -> u64 {
        self.shared.commits()
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder.0
    }
}

impl Drop for SqliteStore {
    fn drop(&mut self) {
        self.jobs = None;
        self.checking = None;
        if let Some(thread) = self.thread.take() {
            // Everything acknowledged is on disk already.
            let _ = thread.join();
        }
    }
}
