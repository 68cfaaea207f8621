// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The table.

use super::{Grants, Right, Role};
use crate::ids::OfficeId;

/// What stands where a role and a right meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// Never.
    No,
    /// Always.
    Yes,
    /// For the offices of the person.
    Own,
    /// As the court has decided ([`Grants`]).
    Granted,
}

impl Cell {
    /// The name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Yes => "yes",
            Self::Own => "own",
            Self::Granted => "granted",
        }
    }
}

/// The table itself.
#[must_use]
pub const fn cell(role: Role, right: Right) -> Cell {
    use Right as R;
    use Role::{Administrator, Clerk, Manager, Steward, Supervisor};
    match right {
        R::Door | R::Details => match role {
            Steward | Supervisor | Administrator => Cell::Yes,
            Clerk | Manager => Cell::No,
        },
        R::OverrideTooEarly | R::OverrideTooLate => match role {
            Steward => Cell::Granted,
            Supervisor | Administrator => Cell::Yes,
            Clerk | Manager => Cell::No,
        },
        R::Override
        | R::Annul
        | R::Search
        | R::Conflicts
        | R::Clock
        | R::Paper
        | R::PrintFolder
        | R::Training
        | R::Leave => match role {
            Supervisor | Administrator => Cell::Yes,
            Steward | Clerk | Manager => Cell::No,
        },
        R::Account => match role {
            Supervisor | Clerk | Manager | Administrator => Cell::Yes,
            Steward => Cell::No,
        },
        R::See => match role {
            Supervisor | Administrator => Cell::Yes,
            Clerk | Manager => Cell::Own,
            Steward => Cell::No,
        },
        R::Office | R::History => match role {
            Administrator => Cell::Yes,
            Manager => Cell::Own,
            Steward | Supervisor | Clerk => Cell::No,
        },
        R::Import | R::Court | R::People => match role {
            Administrator => Cell::Yes,
            Steward | Supervisor | Clerk | Manager => Cell::No,
        },
    }
}

/// Whether a role has a right for the whole court.
#[must_use]
pub const fn allows(role: Role, right: Right, grants: Grants) -> bool {
    match cell(role, right) {
        Cell::Yes => true,
        Cell::No | Cell::Own => false,
        Cell::Granted => match right {
            Right::OverrideTooEarly => grants.steward_too_early,
            Right::OverrideTooLate => grants.steward_too_late,
            _ => false,
        },
    }
}

/// Whether somebody of a role who works for these offices has a right at an office.
#[must_use]
pub fn allows_at(role: Role, right: Right, grants: Grants, own: &[OfficeId], office: OfficeId) -> bool {
    allows(role, right, grants) || (cell(role, right) == Cell::Own && own.contains(&office))
}
