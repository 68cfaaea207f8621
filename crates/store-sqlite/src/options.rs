// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use std::{fmt, sync::Arc, time::Duration};

use varco_core::time::Millis;
use varco_store::seal::Cost;

/// The machine's clock, made where the parts of a process are joined.
pub type Clock = Arc<dyn Fn() -> Millis + Send + Sync>;

/// How a data folder is opened.
#[derive(Clone)]
pub struct Options {
    /// Stamps the full check. Without it the time of the latest gesture is used.
    pub clock: Option<Clock>,
    /// Bytes kept back for a full disk; 0 for none. 64 MB, about a day of scans, by default.
    pub reserve_bytes: u64,
    /// Checks everything in the background after opening.
    pub check_in_background: bool,
    /// How long a gesture waits for another process that writes.
    pub busy: Duration,
    /// Work of comparing a PIN or password.
    pub sign_in_cost: Cost,
    /// Work of opening the names with a passphrase.
    pub names_cost: Cost,
    /// This process alone uses the folder: one connection does everything, without shared memory, and reading verbs
    /// answer [`varco_store::StoreError::Busy`]. For file systems without shared memory, and for tests of power loss.
    pub alone: bool,
    /// SQLite's name of the file system underneath; its own by default. For tests of power loss.
    pub vfs: Option<String>,
    /// Randomness from a seed instead of the system's: for demo courts and tests, where the same folder is made twice.
    pub seed: Option<[u8; 32]>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            clock: None,
            reserve_bytes: 64 << 20,
            check_in_background: true,
            busy: Duration::from_secs(5),
            sign_in_cost: Cost::SIGN_IN,
            names_cost: Cost::NAMES,
            alone: false,
            vfs: None,
            seed: None,
        }
    }
}

impl Options {
    /// For tests: no reserve, no check in the background, cheap hashes.
    #[must_use]
    pub fn small() -> Self {
        let cheap = Cost { memory_kib: 8, passes: 1 };
        Self { reserve_bytes: 0, check_in_background: false, sign_in_cost: cheap, names_cost: cheap, ..Self::default() }
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options").field("reserve_bytes", &self.reserve_bytes).finish_non_exhaustive()
    }
}
