// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The engine for one machine: one SQLite file in a data folder, nothing else to install.
//!
//! - One thread writes ([`writer`]); what waits is decided and committed together. WAL with `synchronous = FULL`.
//! - Any number of processes may open one folder: each folds in what the others have committed before it decides.
//! - The [`journal`] is hash-chained; each fact about a booking commits to its row and to its sealed rows.
//! - Names are sealed ([`names`]); the folder holds no key that opens them.
//! - Places are counted by one conditional statement ([`places`]).

mod act;
mod alter;
mod backup;
mod book;
mod checkpoint;
mod closure;
mod edit;
mod enter;
mod fault;
mod folder;
mod follow;
mod guess;
mod handle;
mod history;
mod journal;
mod names;
mod open;
mod options;
mod people;
mod places;
mod rows;
mod schema;
mod setup;
mod shared;
mod sql;
mod staff;
mod state;
mod store;
mod strangers;
mod tx;
mod unwritten;
mod verify;
mod writer;

#[cfg(test)]
mod tests;

pub use backup::restore;
pub use handle::SqliteStore;
pub use open::open;
pub use options::{Clock, Options};
