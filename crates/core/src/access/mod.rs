// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Who may do what: one table, published in `docs/rights.md`.

mod guess;
mod right;
mod table;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::ids::PersonId;

pub use guess::{Guesses, PASSWORD_CHARS_MIN, PIN_TRIES, SPRAY_SECONDS, SPRAY_TRIES, pin_wait_seconds};
pub use right::Right;
pub use table::{Cell, allows, allows_at, cell};

/// What somebody is at a court.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Stands at the door.
    Steward,
    /// Answers for the door.
    Supervisor,
    /// Receives people at the counter of their offices.
    Clerk,
    /// Sets up their offices.
    Manager,
    /// Sets up the court.
    Administrator,
}

impl Role {
    /// All of them, in the order of the published table.
    pub const ALL: [Self; 5] = [Self::Steward, Self::Supervisor, Self::Clerk, Self::Manager, Self::Administrator];

    /// The name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Steward => "steward",
            Self::Supervisor => "supervisor",
            Self::Clerk => "clerk",
            Self::Manager => "manager",
            Self::Administrator => "administrator",
        }
    }

    /// Works for a list of offices; the others for the whole court.
    #[must_use]
    pub const fn has_offices(self) -> bool {
        matches!(self, Self::Clerk | Self::Manager)
    }

    /// Signs in at the door, by a PIN.
    #[must_use]
    pub const fn has_pin(self) -> bool {
        matches!(cell(self, Right::Door), Cell::Yes)
    }

    /// Signs in at the office's pages, by a password.
    #[must_use]
    pub const fn has_password(self) -> bool {
        matches!(cell(self, Right::Account), Cell::Yes)
    }

    /// Signing in by the password opens the names for the office's own pages.
    #[must_use]
    pub const fn opens_names_by_password(self) -> bool {
        matches!(self, Self::Clerk | Self::Manager | Self::Administrator)
    }

    /// A passphrase opens the names for a search.
    #[must_use]
    pub const fn opens_names_by_passphrase(self) -> bool {
        matches!(self, Self::Supervisor | Self::Manager | Self::Administrator)
    }
}

/// What the court may give to stewards; everything else is fixed by the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Grants {
    /// Stewards may overrule *too early*.
    pub steward_too_early: bool,
    /// Stewards may overrule *too late*.
    pub steward_too_late: bool,
}

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub role: Role,
}
