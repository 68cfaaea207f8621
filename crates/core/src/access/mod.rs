// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Who may do what: one table.

use serde::{Deserialize, Serialize};

use crate::{
    ids::PersonId,
    verdict::{Code, Override},
};

/// What somebody is at a court.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Stands at the door.
    Steward,
    /// Answers for the door.
    Supervisor,
    /// Sets up the court.
    Administrator,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Steward, Self::Supervisor, Self::Administrator];

    /// The name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Steward => "steward",
            Self::Supervisor => "supervisor",
            Self::Administrator => "administrator",
        }
    }
}

/// Everything that somebody may be allowed to do at a door.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Scan, look up, correct a number, compare a document, enter without booking, exits, the day's list.
    Door,
    /// Open names, notes and reasons of one booking.
    Details,
    /// Overrule *too early*.
    OverrideTooEarly,
    /// Overrule *too late*.
    OverrideTooLate,
    /// Overrule the other verdicts that may be overruled.
    Override,
    /// Take back an entry.
    Annul,
    /// Search by name.
    Search,
    /// Take up conflicts and alarms.
    Conflicts,
    /// State the right time.
    Clock,
    /// Switch paper mode, type in late entries.
    Paper,
    /// Choose the folder of the day's list.
    PrintFolder,
    /// Switch training.
    Training,
    /// Leave the mode or close the app.
    Leave,
    /// Import the day's appointments.
    Import,
}

impl Right {
    /// All of them, in the order of the published table.
    pub const ALL: [Self; 14] = [
        Self::Door,
        Self::Details,
        Self::OverrideTooEarly,
        Self::OverrideTooLate,
        Self::Override,
        Self::Annul,
        Self::Search,
        Self::Conflicts,
        Self::Clock,
        Self::Paper,
        Self::PrintFolder,
        Self::Training,
        Self::Leave,
        Self::Import,
    ];

    /// The name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Door => "door",
            Self::Details => "details",
            Self::OverrideTooEarly => "override.too_early",
            Self::OverrideTooLate => "override.too_late",
            Self::Override => "override",
            Self::Annul => "annul",
            Self::Search => "search",
            Self::Conflicts => "conflicts",
            Self::Clock => "clock",
            Self::Paper => "paper_mode",
            Self::PrintFolder => "print_folder",
            Self::Training => "training",
            Self::Leave => "leave",
            Self::Import => "import",
        }
    }

    /// The right that overruling a verdict needs; none when it cannot be overruled.
    #[must_use]
    pub const fn to_overrule(verdict: Code) -> Option<Self> {
        match (verdict.overruled_by(), verdict) {
            (Override::Never, _) => None,
            (_, Code::TooEarly) => Some(Self::OverrideTooEarly),
            (_, Code::TooLate) => Some(Self::OverrideTooLate),
            _ => Some(Self::Override),
        }
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

/// The table.
#[must_use]
pub const fn allows(role: Role, right: Right, grants: Grants) -> bool {
    match (right, role) {
        (Right::Door | Right::Details, _) | (Right::Import, Role::Administrator) => true,
        (Right::OverrideTooEarly, Role::Steward) => grants.steward_too_early,
        (Right::OverrideTooLate, Role::Steward) => grants.steward_too_late,
        (
            Right::OverrideTooEarly
            | Right::OverrideTooLate
            | Right::Override
            | Right::Annul
            | Right::Search
            | Right::Conflicts
            | Right::Clock
            | Right::Paper
            | Right::PrintFolder
            | Right::Training
            | Right::Leave,
            Role::Supervisor | Role::Administrator,
        ) => true,
        (_, Role::Steward) | (Right::Import, Role::Supervisor) => false,
    }
}

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub role: Role,
}

/// Wrong PINs in a row before the next try has to wait.
pub const PIN_TRIES: u32 = 5;

/// How long the next try waits after so many wrong PINs in a row, seconds: 30, 60, 120 … up to 15 minutes.
#[must_use]
pub const fn pin_wait_seconds(wrong: u32) -> u32 {
    if wrong < PIN_TRIES {
        return 0;
    }
    let doublings = if wrong - PIN_TRIES > 5 { 5 } else { wrong - PIN_TRIES };
    let wait = 30_u32 << doublings;
    if wait > 900 { 900 } else { wait }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_rights_is_as_published() {
        let mut table = String::new();
        for right in Right::ALL {
            let mark = |role| if allows(role, right, Grants::default()) { "yes" } else { "-" };
            table += &format!(
                "{} {} {} {}\n",
                right.name(),
                mark(Role::Steward),
                mark(Role::Supervisor),
                mark(Role::Administrator)
            );
        }
        let published = [
            "door yes yes yes",
            "details yes yes yes",
            "override.too_early - yes yes",
            "override.too_late - yes yes",
            "override - yes yes",
            "annul - yes yes",
            "search - yes yes",
            "conflicts - yes yes",
            "clock - yes yes",
            "paper_mode - yes yes",
            "print_folder - yes yes",
            "training - yes yes",
            "leave - yes yes",
            "import - - yes",
        ];
        assert_eq!(table.lines().collect::<Vec<_>>(), published);
    }

    #[test]
    fn a_court_may_let_stewards_overrule_early_and_late_but_nothing_else() {
        let all = Grants { steward_too_early: true, steward_too_late: true };
        let given: Vec<_> = Right::ALL.into_iter().filter(|r| allows(Role::Steward, *r, all)).collect();
        assert_eq!(given, [Right::Door, Right::Details, Right::OverrideTooEarly, Right::OverrideTooLate]);
    }

    #[test]
    fn five_wrong_pins_slow_the_sixth_try_and_the_wait_doubles() {
        let waits: Vec<_> = [0, 4, 5, 6, 7, 10, 11, 4_000_000].map(pin_wait_seconds).to_vec();
        assert_eq!(waits, [0, 0, 30, 60, 120, 900, 900, 900]);
    }
}
