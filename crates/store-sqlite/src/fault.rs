// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What SQLite and the file system say, in the words of the store.

use std::io;

use rusqlite::{Error, ErrorCode, ffi};
use varco_store::{Damage, StoreError};

pub(crate) fn fault(error: Error) -> StoreError {
    let (code, extended_code, said) = match error {
        Error::SqliteFailure(ffi::Error { code, extended_code }, said) => {
            (code, extended_code, said.unwrap_or_default())
        }
        // A column holds what no program of ours has written there.
        Error::FromSqlConversionFailure(..)
        | Error::IntegralValueOutOfRange(..)
        | Error::InvalidColumnType(..)
        | Error::Utf8Error(..) => return strange("a row cannot be read"),
        // What every file of ours has is named otherwise in this one.
        Error::SqlInputError { msg, .. } if msg.starts_with("no such") => {
            return strange("a table is not as it was made");
        }
        other => return StoreError::Engine(other.to_string()),
    };
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
