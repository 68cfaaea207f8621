// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Where a station's data is, and how it is opened. The engine is chosen by whoever joins the parts.

use std::sync::Arc;

use varco_store::{NewPerson, Secret, Store, StoreError, Structure};

/// What an attempt to open the data gave.
pub enum Opened {
    /// A court.
    Court(Arc<dyn Store>),
    /// Nothing yet: first start.
    Empty,
    /// Something that cannot be opened as it is.
    Fault(OpenFault),
}

/// Why the data cannot be opened.
#[derive(Debug, Clone)]
pub struct OpenFault {
    /// What the engine said.
    pub error: StoreError,
    /// Copies beside it: file name and time, newest first.
    pub backups: Vec<(String, i64)>,
}

/// The data of one station.
pub trait Courts: Send + Sync {
    /// Opens what is there.
    fn open(&self) -> Opened;

    /// Sets up a court in an empty folder and opens it. The recovery code opens the names once, when all else is lost.
    ///
    /// # Errors
    /// [`StoreError`] when it is not on disk.
    fn create(
        &self,
        structure: Structure,
        people: Vec<NewPerson>,
        recovery: Secret,
    ) -> Result<Arc<dyn Store>, StoreError>;

    /// Sets up the demo court with a full day in an empty folder and opens it.
    ///
    /// # Errors
    /// [`StoreError`] when it is not on disk.
    fn create_demo(&self) -> Result<Arc<dyn Store>, StoreError>;

    /// Opens the practice copy: the same offices, practice people and receipts, in a folder of its own.
    ///
    /// # Errors
    /// [`StoreError`] when it is not on disk.
    fn training(&self, like: &dyn Store) -> Result<Arc<dyn Store>, StoreError>;

    /// Puts a copy in the place of the damaged data, which is kept aside.
    ///
    /// # Errors
    /// [`StoreError`] when the copy is not sound.
    fn restore(&self, name: &str) -> Result<Arc<dyn Store>, StoreError>;
}
