// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! First start, import, and the lobby.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What the first start needs.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct SetupView {
    /// The data folder holds no court yet.
    pub needed: bool,
    /// Offices to begin with.
    pub templates: Vec<TemplateView>,
    /// The data cannot be opened.
    pub damaged: Option<DamagedView>,
}

/// Offices to begin with.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct TemplateView {
    /// Its name for the request.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// What it is good for.
    pub about: String,
    /// Its offices.
    pub offices: Vec<TemplateOffice>,
}

/// An office of a template.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct TemplateOffice {
    /// Name.
    pub name: String,
    /// Services.
    pub services: u32,
    /// Hours in words.
    pub hours: String,
}

/// What is wrong with the data, and the way back.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct DamagedView {
    /// damaged or newer.
    pub kind: String,
    /// What happened.
    pub text: String,
    /// What to do.
    pub next_step: String,
    /// Copies that are there.
    pub backups: Vec<BackupView>,
}

/// A copy.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct BackupView {
    /// File name.
    pub name: String,
    /// When it was made.
    pub at: String,
}

/// A new court.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct SetupRequest {
    /// Made once for each gesture.
    pub key: String,
    /// Name of the court.
    pub court: String,
    /// The building.
    pub site: SetupSite,
    /// Name of the entrance.
    pub gate: String,
    /// Which offices.
    pub template: String,
    /// Who sets up.
    pub administrator: SetupPerson,
    /// Who answers for the door.
    #[serde(default)]
    pub supervisor: Option<SetupPerson>,
    /// Who stands at the door.
    #[serde(default)]
    pub steward: Option<SetupPerson>,
}

/// The building.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct SetupSite {
    /// Name.
    pub name: String,
    /// Street and number.
    pub address: String,
    /// IANA zone.
    pub zone: String,
    /// MM-DD.
    #[serde(default)]
    pub patron_saint: Option<String>,
}

/// Somebody new.
#[derive(Clone, Deserialize, Serialize, ToSchema)]
pub struct SetupPerson {
    /// As shown at sign-in.
    pub name: String,
    /// Six digits.
    pub pin: String,
    /// 12 characters, administrators.
    #[serde(default)]
    pub password: Option<String>,
    /// 12 characters, opens names; supervisors and administrators.
    #[serde(default)]
    pub passphrase: Option<String>,
}

impl std::fmt::Debug for SetupPerson {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SetupPerson").finish_non_exhaustive()
    }
}

/// A new court stands.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct SetupDone {
    /// To be written down; shown once.
    pub recovery_code: String,
}

/// How an import is read.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema, utoipa::IntoParams)]
pub struct ImportQuery {
    /// Only say what would happen.
    #[serde(default)]
    pub dry_run: bool,
    /// csv or json.
    pub format: String,
}

/// What an import did, or would do.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ImportView {
    /// Bookings made.
    pub accepted: u32,
    /// Each line.
    pub rows: Vec<ImportRow>,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImportRow {
    /// Line of the file, from 1.
    pub line: u32,
    /// Good.
    pub ok: bool,
    /// In words; the short code when it was made.
    pub text: String,
}

/// The lobby's state.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct LobbyState {
    /// An office is open.
    pub open: bool,
    /// What the closed screen says.
    pub closed_text: Option<String>,
    /// When it opens again.
    pub opens_text: Option<String>,
    /// Why it is out of order.
    pub out_of_order: Option<String>,
    /// Court.
    pub court: String,
    /// Site.
    pub site: String,
    /// Offices.
    pub offices: Vec<LobbyOffice>,
    /// Practice.
    pub training: bool,
}

/// An office.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct LobbyOffice {
    /// Number.
    pub id: u32,
    /// Name.
    pub name: String,
    /// Floor.
    pub floor: Option<String>,
    /// Room.
    pub room: Option<String>,
    /// Open until.
    pub open_until: Option<String>,
}

/// A verdict in the lobby: no names, no reasons that only the staff may know.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LobbyView {
    /// The gesture.
    pub scan: String,
    /// enter, wait, refuse or neutral.
    pub class: String,
    /// Name of the verdict; `blocked` for all that only the staff may know.
    pub verdict: String,
    /// The one word.
    pub word: String,
    /// The reason or the big line.
    pub title: String,
    /// Office.
    pub office: Option<String>,
    /// Floor.
    pub floor: Option<String>,
    /// Room.
    pub room: Option<String>,
    /// What to do, in order.
    pub steps: Vec<String>,
    /// The next step.
    pub next_step: String,
    /// Sound of the class.
    pub sound: String,
    /// The way.
    pub directions: Option<String>,
    /// For a voice.
    pub spoken: String,
}
