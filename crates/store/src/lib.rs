// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What must be remembered, and what an engine promises about it.
//!
//! - **Acknowledged is on disk.** A verb that returns `Ok` has been committed and synced; kill −9 and power loss cannot
//!   take it back.
//! - **One transaction.** A verb changes everything that belongs to it, its journal rows included, or nothing.
//! - **Newest state.** A verb is decided on the state with every row folded in that any process has committed before.
//! - **Once.** Each gesture carries a key; the same key again gives the same answer and changes nothing; the same key with
//!   another body is refused.
//! - **Never above capacity.** Use of a cell grows only where it stays within its capacity.
//! - **No names.** Journal and plain columns hold no personal data; what names a person is sealed (see [`seal`]).

mod change;
pub mod closure;
pub mod edit;
mod engine;
mod error;
mod guess;
mod history;
mod people;
pub mod seal;
mod structure;

#[cfg(feature = "contract")]
pub mod contract;

pub use change::{BookRefusal, BookingChange, CONTACT_CHARS, Changed, Contact, Details, NewBooking, Places};
pub use engine::{
    ActAnswer, ActRequest, BackupReport, Caller, Finding, Health, JournalRow, Live, Named, Progress, Store,
    VerifyReport,
};
pub use error::{Damage, StoreError};
pub use guess::{Entered, Recovered, SignIn, Unlock};
pub use history::{ChangeRow, HistoryOf, version_of};
pub use people::{NewPerson, NewSecret, Person, PersonChange, PersonRefusal, Secret, Secrets, same_name};
pub use structure::{NewKey, Structure};
