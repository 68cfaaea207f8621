// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! SQLite passes the contract of every engine.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on says where")]

use varco_core::ids::StationId;
use varco_store::contract::Opened;
use varco_store_sqlite::{Options, open};

fn empty() -> Opened {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path(), StationId(1), Options::small()).unwrap();
    Opened { store: Box::new(store), with: Box::new(folder) }
}

varco_store::contract!(empty);
