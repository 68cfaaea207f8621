// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What the writing thread shares with everybody who looks or asks.

use std::{
    sync::{
        Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard,
        atomic::{AtomicU64, Ordering},
        mpsc::SyncSender,
    },
    time::Instant,
};

use varco_core::{booking::Booking, ids::GestureKey, time::Millis};
use varco_store::{ActAnswer, ActRequest, Health, Live, StoreError};

use crate::writer::Worker;

/// Shared with everybody who looks.
pub(crate) struct Shared {
    live: RwLock<Live>,
    /// Receipts that are held before a camera, for the draft of whoever writes.
    held: Mutex<Vec<(GestureKey, Millis)>>,
    health: Mutex<Health>,
    /// Transactions of this process that wrote something.
    commits: AtomicU64,
}

impl Shared {
    pub(crate) fn new(live: Live, health: Health) -> Self {
        Self { live: RwLock::new(live), held: Mutex::default(), health: Mutex::new(health), commits: AtomicU64::new(0) }
    }

    // A panic elsewhere leaves nothing half changed here that a later write would not set right.
    pub(crate) fn live(&self) -> RwLockReadGuard<'_, Live> {
        self.live.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn live_mut(&self) -> RwLockWriteGuard<'_, Live> {
        self.live.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// A receipt is still held before a camera.
    pub(crate) fn hold(&self, scan: GestureKey, at: Millis) {
        self.live_mut().gate.saw(scan, at);
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.retain(|(other, _)| *other != scan);
        held.push((scan, at));
    }

    /// Tells a draft what is held since it was last told.
    pub(crate) fn tell_held(&self, draft: &mut Live) {
        let held = std::mem::take(&mut *self.held.lock().unwrap_or_else(PoisonError::into_inner));
        held.into_iter().for_each(|(scan, at)| draft.gate.saw(scan, at));
    }

    /// Bookings of other days that were asked for.
    pub(crate) fn learn(&self, found: Vec<Booking>) {
        let day = &mut self.live_mut().day;
        for booking in found {
            // What the writer has published meanwhile is newer.
            if !day.bookings.contains_key(&booking.id) {
                day.put(booking);
            }
        }
    }

    /// One more transaction has written something.
    pub(crate) fn committed(&self) {
        self.commits.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn commits(&self) -> u64 {
        self.commits.load(Ordering::Relaxed)
    }

    pub(crate) fn health(&self) -> MutexGuard<'_, Health> {
        self.health.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A gesture that waits.
pub(crate) struct Waiting {
    pub(crate) request: ActRequest,
    pub(crate) asked: Instant,
    pub(crate) reply: SyncSender<Result<ActAnswer, StoreError>>,
}

/// What the thread is asked.
pub(crate) enum Job {
    /// A gesture.
    Act(Box<Waiting>),
    /// Anything else, in a transaction of its own.
    Task(Box<dyn FnOnce(&mut Worker) + Send>),
}
