// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What SQLite and the file system say, in the words of the store.

use std::io;

use rusqlite::{Error, ErrorCode, ffi};
use varco_store::{Damage, StoreError};

pub(crate) fn fault(error: Error) -> StoreError {
    let Error::SqliteFailure(ffi::Error { code, extended_code }, said) = error else {
        return StoreError::Engine(error.to_string());
    };
    let said = said.unwrap_or_default();
    match code {
        ErrorCode::DiskFull => StoreError::Full,
        // The shared index of the log could not grow: no space for it.
        ErrorCode::SystemIoFailure if extended_code == ffi::SQLITE_IOERR_SHMSIZE => StoreError::Full,
        ErrorCode::ReadOnly => StoreError::ReadOnly,
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => StoreError::Busy,
        ErrorCode::NotADatabase => StoreError::Damaged(Damage::Header),
        ErrorCode::DatabaseCorrupt => StoreError::Damaged(Damage::Integrity(said)),
        _ => StoreError::Engine(format!("{said} ({extended_code})")),
    }
}

pub(crate) fn io_fault(error: io::Error) -> StoreError {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::Full,
        io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => StoreError::ReadOnly,
        io::ErrorKind::WouldBlock => StoreError::Busy,
        _ => StoreError::Engine(error.to_string()),
    }
}

/// A row that this program did not write.
pub(crate) fn strange(what: &str) -> StoreError {
    StoreError::Damaged(Damage::Integrity(what.to_owned()))
}
