// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What becomes of a secret that somebody tries.

use varco_core::{access::Actor, ids::PersonId};

use crate::seal::NamesKey;

/// What became of a sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignIn {
    /// Right.
    Welcome(Actor),
    /// Wrong; so many tries are left before the next one has to wait.
    Wrong {
        /// Tries left.
        tries_left: u32,
    },
    /// Too many wrong ones: wait.
    Wait {
        /// Seconds.
        seconds: u32,
    },
    /// No such person.
    Nobody,
}

/// What became of a sign-in by name and password. A name that nobody has is answered as a wrong password is.
#[derive(Debug, Clone)]
pub enum Entered {
    /// Right.
    Welcome {
        /// Who.
        actor: Actor,
        /// Opens the names, where the password may.
        names: Option<NamesKey>,
    },
    /// Wrong; so many tries are left before the next one has to wait.
    Wrong {
        /// Tries left.
        tries_left: u32,
    },
    /// Too many wrong ones: wait.
    Wait {
        /// Seconds.
        seconds: u32,
    },
}

/// What became of opening the names.
#[derive(Debug, Clone)]
pub enum Unlock {
    /// Open.
    Open(NamesKey),
    /// Wrong; so many tries are left before the next one has to wait.
    Wrong {
        /// Tries left.
        tries_left: u32,
    },
    /// Too many wrong ones: wait.
    Wait {
        /// Seconds.
        seconds: u32,
    },
    /// No such person.
    Nobody,
}

impl Unlock {
    /// The key, if it is open.
    #[must_use]
    pub fn key(self) -> Option<NamesKey> {
        if let Self::Open(key) = self { Some(key) } else { None }
    }
}

/// What became of using the recovery code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recovered {
    /// The code is spent; this is the new administrator.
    Done(PersonId),
    /// Wrong; so many tries are left before the next one has to wait.
    Wrong {
        /// Tries left.
        tries_left: u32,
    },
    /// Too many wrong ones: wait.
    Wait {
        /// Seconds.
        seconds: u32,
    },
    /// There is none, or none any more.
    Spent,
    /// The code is right and still good; somebody who works here is called like that.
    NameTaken,
}
