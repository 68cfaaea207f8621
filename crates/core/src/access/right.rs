// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Everything that somebody may be allowed to do.

use serde::{Deserialize, Serialize};

use crate::verdict::{Code, Override};

/// Everything that somebody may be allowed to do.
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
    /// Sign in at the office's pages, see who one is, change the own password.
    Account,
    /// See offices, services and hours.
    See,
    /// Change an office: its details, services, hours and closures.
    Office,
    /// See what was changed, by whom and when.
    History,
    /// Change the court, sites, gates, stations and grants; open new offices; close a site or the court.
    Court,
    /// Add people, change them, give them new secrets, archive them.
    People,
}

impl Right {
    /// All of them, in the order of the published table.
    pub const ALL: [Self; 20] = [
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
        Self::Account,
        Self::See,
        Self::Office,
        Self::History,
        Self::Court,
        Self::People,
    ];

    /// True for what is done at a door; the others are done at the office's pages.
    #[must_use]
    pub const fn is_of_the_door(self) -> bool {
        !matches!(self, Self::Account | Self::See | Self::Office | Self::History | Self::Court | Self::People)
    }

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
            Self::Account => "account",
            Self::See => "see",
            Self::Office => "office",
            Self::History => "history",
            Self::Court => "court",
            Self::People => "people",
        }
    }

    /// What it allows, for the published table.
    #[must_use]
    pub const fn about(self) -> &'static str {
        match self {
            Self::Door => {
                "judge receipts, correct a number, compare a document, let in without booking, exits, the day's list"
            }
            Self::Details => "open names, notes and reasons of one booking",
            Self::OverrideTooEarly => "let in against *too early*",
            Self::OverrideTooLate => "let in against *too late*",
            Self::Override => "let in against the other verdicts that may be overruled",
            Self::Annul => "take back an entry",
            Self::Search => "search by name",
            Self::Conflicts => "take up conflicts and alarms",
            Self::Clock => "state the right time",
            Self::Paper => "switch paper mode, type in late entries",
            Self::PrintFolder => "choose the folder of the day's list",
            Self::Training => "switch training",
            Self::Leave => "leave the mode or close the app",
            Self::Import => "import the day's appointments",
            Self::Account => "sign in at the office's pages by a password, change the own password",
            Self::See => "see offices, services and hours",
            Self::Office => "change an office: its details, services, hours and closures",
            Self::History => "see what was changed, by whom and when",
            Self::Court => {
                "change the court, sites, gates, stations and grants; open new offices; close a site or the court"
            }
            Self::People => "add people, change them, give them new secrets, archive them",
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
