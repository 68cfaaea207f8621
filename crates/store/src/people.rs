// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! People of the staff, and what may be changed of them.

use serde::{Deserialize, Serialize};
use varco_core::{
    access::Role,
    ids::{OfficeId, PersonId},
    time::Millis,
};

use crate::history::version_of;

/// Somebody of the staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// As shown at sign-in: a first name and an initial. No two who are not archived have the same.
    pub name: String,
    /// What they are.
    pub role: Role,
    /// For which offices, when the role has offices; sorted.
    pub offices: Vec<OfficeId>,
    /// Since when they do not work here any more. Their name stays where they have done something.
    pub archived_at: Option<Millis>,
    /// What they show who they are by.
    pub secrets: Secrets,
}

/// What somebody shows who they are by. The secrets themselves are nowhere but hashed on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Secrets {
    /// A PIN for the door.
    pub pin: bool,
    /// A password for the office's pages.
    pub password: bool,
    /// Something that opens the names.
    pub names: bool,
    /// Somebody else made the password: it must be changed before anything else.
    pub must_change: bool,
    /// Grows whenever those who are signed in have to sign in anew.
    pub generation: u32,
}

impl Person {
    /// Works here.
    #[must_use]
    pub const fn is_active(&self) -> bool {
        self.archived_at.is_none()
    }

    /// What a change must have seen. Secrets are no part of it: giving somebody a PIN overwrites no other change.
    #[must_use]
    pub fn version(&self) -> String {
        version_of(&(&self.name, self.role, &self.offices, self.archived_at))
    }

    /// Whether a name that somebody types is theirs: capitals and spaces do not count.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        same_name(&self.name) == same_name(name)
    }
}

/// A name as it is compared.
#[must_use]
pub fn same_name(name: &str) -> String {
    name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// A PIN, password or passphrase on its way to be hashed. Never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Somebody new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPerson {
    /// As shown at sign-in.
    pub name: String,
    /// What they are.
    pub role: Role,
    /// For which offices.
    pub offices: Vec<OfficeId>,
    /// Six digits or more, for the door.
    pub pin: Option<Secret>,
    /// For the office's pages, 12 characters or more.
    pub password: Option<Secret>,
    /// Opens names for search, 12 characters or more.
    pub passphrase: Option<Secret>,
    /// Somebody else made the password: it must be changed at the first sign-in.
    pub must_change: bool,
}

/// What becomes of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PersonChange {
    /// Another name, role or offices. What the new role cannot have, it loses: PIN, password, what opens the names.
    Edit {
        /// As shown at sign-in.
        name: String,
        /// What they are.
        role: Role,
        /// For which offices.
        offices: Vec<OfficeId>,
    },
    /// Does not work here any more.
    Archive,
    /// Works here again.
    Restore,
}

/// A secret that somebody gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewSecret {
    /// For the door.
    Pin(Secret),
    /// For the office's pages; made by somebody else, so it must be changed at the first sign-in.
    Password(Secret),
    /// Opens the names for a search.
    Passphrase(Secret),
}

/// Why somebody could not be added or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PersonRefusal {
    /// No such person.
    Nobody,
    /// Somebody else has changed them since: the newest change.
    Stale(Option<(Option<PersonId>, Millis)>),
    /// Without this person nobody could administer the court.
    LastAdministrator,
    /// Somebody who works here is called like that.
    NameTaken,
    /// The role works for offices, and none is given, or one that is not there.
    Offices,
    /// The role cannot have this.
    Role,
}
