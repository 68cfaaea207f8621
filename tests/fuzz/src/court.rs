// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! One court for the whole run, on an embedded database of its own.

use std::sync::LazyLock;

use tempfile::TempDir;
use varco_core::ids::StationId;
use varco_store::{
    Live, Store,
    contract::court::{at, install, key, today, wish},
};
use varco_store_sqlite::{Options, SqliteStore, open};

pub(crate) struct Court {
    pub(crate) store: SqliteStore,
    pub(crate) live: Live,
    receipts: Vec<String>,
    pub(crate) codes: Vec<String>,
    // Removed when the process ends, and not before the store.
    _folder: TempDir,
}

pub(crate) static COURT: LazyLock<Court> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path(), StationId(1), Options::small()).unwrap();
    install(&store);
    store.turn_to(today()).unwrap();
    let wishes = [wish(9, 0, 1), wish(10, 0, 2), wish(10, 30, 1)].into_iter().zip(1_u128..).map(|(w, n)| (key(n), w));
    let made = store.book_all(wishes.collect(), at(7, 30), &mut |_| {}).unwrap();
    let made: Vec<_> = made.into_iter().map(Result::unwrap).collect();
    let receipts = made.iter().filter_map(|changed| changed.receipt.clone()).collect();
    let codes = made.iter().filter_map(|changed| changed.booking.latest_issue()).map(|i| i.code.as_str().to_owned());
    let codes = codes.collect();
    let mut live = None;
    store.look(&mut |seen| live = Some(Live::clone(seen)));
    Court { live: live.unwrap(), store, receipts, codes, _folder: folder }
});

/// The texts of the receipts that are good in this court.
#[must_use]
pub fn issued() -> &'static [String] {
    &COURT.receipts
}
