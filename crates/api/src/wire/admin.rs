// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The office: who is signed in, and the staff.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{SecretKind, names};

/// Keeps what is secret out of every printed request.
macro_rules! unprinted {
    ($($request:ident),+) => {$(
        impl std::fmt::Debug for $request {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($request)).finish_non_exhaustive()
            }
        }
    )+};
}

/// Sign in by name and password.
#[derive(Clone, Deserialize, Serialize, ToSchema)]
pub struct EnterRequest {
    /// Made once for each gesture.
    pub key: String,
    /// Name; capitals and spaces do not count. A page whose screen is locked is asked for the password of its person.
    pub name: String,
    /// Password.
    pub password: String,
}

/// One's own new password.
#[derive(Clone, Deserialize, Serialize, ToSchema)]
pub struct PasswordRequest {
    /// Made once for each gesture.
    pub key: String,
    /// The one that holds.
    pub old: String,
    /// The new one, 12 characters or more.
    pub new: String,
}

/// The way back by the recovery code.
#[derive(Clone, Deserialize, Serialize, ToSchema)]
pub struct RecoverRequest {
    /// Made once for each gesture.
    pub key: String,
    /// The code; capitals, spaces and dashes do not count.
    pub code: String,
    /// Name of the new administrator.
    pub name: String,
    /// Their password, 12 characters or more.
    pub password: String,
}

/// Somebody is signed in.
#[derive(Clone, Deserialize, Serialize, ToSchema)]
pub struct SignedIn {
    /// Goes with every request: `authorization: Bearer …`.
    pub token: String,
    /// Who.
    pub me: MeView,
}

/// A secret that was made for somebody; shown once.
#[derive(Clone, Deserialize, Serialize, ToSchema)]
pub struct GivenSecret {
    /// For what.
    pub what: SecretKind,
    /// The secret.
    pub secret: String,
}

unprinted!(EnterRequest, PasswordRequest, RecoverRequest, SignedIn, GivenSecret);

/// Who is signed in, and what they may do.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
pub struct MeView {
    /// Who.
    pub id: u32,
    /// Name.
    pub name: String,
    /// Role.
    #[schema(schema_with = names::roles)]
    pub role: String,
    /// What they may do, for the court or for their own offices.
    #[schema(schema_with = names::rights)]
    pub rights: Vec<String>,
    /// The offices that they see.
    pub offices: Vec<OfficeName>,
    /// The court's name.
    pub court: String,
    /// A demo or training court.
    pub demo: bool,
    /// The password has opened the names.
    pub opens_names: bool,
    /// The password must be changed before anything else.
    pub must_change: bool,
    /// Without a touch the screen is locked after so many seconds.
    pub seconds_until_lock: u32,
}

/// An office by its name.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
pub struct OfficeName {
    /// Number.
    pub id: u32,
    /// Name.
    pub name: String,
}

/// The staff.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct PeopleView {
    /// Everybody, with those who are archived.
    pub people: Vec<PersonRow>,
    /// All offices, to choose from.
    pub offices: Vec<OfficeName>,
}

/// Somebody of the staff.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
pub struct PersonRow {
    /// Who.
    pub id: u32,
    /// Name.
    pub name: String,
    /// Role.
    #[schema(schema_with = names::roles)]
    pub role: String,
    /// For which offices.
    pub offices: Vec<u32>,
    /// Since which day they do not work here any more, 2026-09-15.
    #[schema(required)]
    pub archived_on: Option<String>,
    /// What a change must have seen.
    pub version: String,
    /// Has a PIN.
    pub pin: bool,
    /// Has a password.
    pub password: bool,
    /// Has something that opens the names.
    pub opens_names: bool,
    /// Has not yet changed the password that was made for them.
    pub must_change: bool,
    /// Is the one who asks.
    pub me: bool,
}

/// Somebody new.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct PersonNew {
    /// Made once for each gesture.
    pub key: String,
    /// Name.
    pub name: String,
    /// Role.
    #[schema(schema_with = names::roles)]
    pub role: String,
    /// For which offices, when the role has offices.
    #[serde(default)]
    pub offices: Vec<u32>,
}

/// Somebody was added.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct PersonAdded {
    /// Who.
    pub person: PersonRow,
    /// What they sign in by; shown once.
    pub secrets: Vec<GivenSecret>,
}

/// Another name, role or offices.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct PersonEdit {
    /// Made once for each gesture.
    pub key: String,
    /// What was seen.
    pub version: String,
    /// Name.
    pub name: String,
    /// Role.
    #[schema(schema_with = names::roles)]
    pub role: String,
    /// For which offices, when the role has offices.
    #[serde(default)]
    pub offices: Vec<u32>,
}

/// A gesture on something that was seen.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct VersionOnly {
    /// Made once for each gesture.
    pub key: String,
    /// What was seen.
    pub version: String,
}

/// A new secret for somebody.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct SecretRequest {
    /// Made once for each gesture.
    pub key: String,
    /// For what.
    pub what: SecretKind,
}

/// Who may do what.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct RightsTable {
    /// The roles, in the order of the cells.
    #[schema(schema_with = names::many_roles)]
    pub roles: Vec<String>,
    /// One row a right.
    pub rows: Vec<RightRow>,
}

/// A row of the table.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct RightRow {
    /// Its name.
    #[schema(schema_with = names::right)]
    pub right: String,
    /// What it allows, in words.
    pub text: String,
    /// One cell a role.
    #[schema(schema_with = names::cells)]
    pub cells: Vec<String>,
}
