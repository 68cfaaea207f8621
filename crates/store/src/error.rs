// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What a broken disk says. A refusal that is expected is never one of these.

use thiserror::Error;

/// What is wrong with a data folder that cannot be opened as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
    /// The file is not a database, or its header is destroyed.
    Header,
    /// The chain of the journal breaks at this row.
    Chain {
        /// Number of the row.
        seq: i64,
    },
    /// The engine's own check failed, in its words.
    Integrity(String),
}

/// Why nothing was remembered.
#[derive(Debug, Clone, Error)]
pub enum StoreError {
    /// The data folder was written by a newer Varco.
    #[error("the data folder is of version {found}; this program knows versions up to {known}")]
    Newer {
        /// Version of the folder.
        found: u32,
        /// Version of the program.
        known: u32,
    },
    /// The data folder is empty: first start.
    #[error("the data folder holds no court yet")]
    Empty,
    /// The file is damaged; the way back is a backup.
    #[error("the database is damaged: {0:?}")]
    Damaged(Damage),
    /// No space, even with the reserve freed.
    #[error("the disk is full")]
    Full,
    /// The folder cannot be written.
    #[error("the data folder is read-only")]
    ReadOnly,
    /// Somebody else kept the file locked for longer than a gesture may wait.
    #[error("the database is busy")]
    Busy,
    /// The same key came with another body.
    #[error("this key was used for another gesture")]
    KeyReused,
    /// Anything else the engine says; without personal data.
    #[error("the database does not answer: {0}")]
    Engine(String),
}
