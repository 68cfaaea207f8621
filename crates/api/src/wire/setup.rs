// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! First start, import, and the lobby.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{DamagedKind, names};

/// What the first start needs.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct SetupView {
    /// The data folder holds no court yet.
    pub needed: bool,
    /// Offices to begin with.
    pub templates: Vec<TemplateView>,
    /// The data cannot be opened.
    #[schema(required)]
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
    pub kind: DamagedKind,
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

/// Which copy takes the place of the data that cannot be opened.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct RestoreRequest {
    /// Made once for each gesture.
    pub key: String,
    /// File name of the copy, one of those that were offered.
    pub backup: String,
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
    #[param(schema_with = names::import_formats)]
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
    #[schema(required)]
    pub closed_text: Option<String>,
    /// When it opens again.
    #[schema(required)]
    pub opens_text: Option<String>,
    /// Why it is out of order.
    #[schema(required)]
    pub out_of_order: Option<String>,
    /// Court.
    pub court: String,
    /// Site.
    pub site: String,
    /// Offices.
    pub offices: Vec<LobbyOffice>,
    /// Practice.
    pub training: bool,
    /// The time judged by.
    pub now: i64,
    /// The same as the site's clocks show it, 9:05.
    pub time: String,
    /// Without a touch for so long the kiosk wipes itself.
    pub idle_seconds: u32,
}

/// An office.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct LobbyOffice {
    /// Number.
    pub id: u32,
    /// Name.
    pub name: String,
    /// Floor.
    #[schema(required)]
    pub floor: Option<String>,
    /// Room.
    #[schema(required)]
    pub room: Option<String>,
    /// Open until.
    #[schema(required)]
    pub open_until: Option<String>,
}

/// Something was shown in the lobby.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct ArriveRequest {
    /// Made once for each gesture.
    pub key: String,
    /// How it came.
    #[schema(schema_with = names::sources)]
    pub source: String,
    /// What it gave.
    pub text: String,
}

/// A verdict in the lobby: no names, no reasons that only the staff may know.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LobbyView {
    /// The gesture.
    pub scan: String,
    /// enter, wait, refuse or neutral.
    #[schema(schema_with = names::classes)]
    pub class: String,
    /// Name of the verdict; `blocked` for all that only the staff may know.
    #[schema(schema_with = names::verdicts)]
    pub verdict: String,
    /// The one word.
    pub word: String,
    /// The reason or the big line.
    pub title: String,
    /// Office.
    #[schema(required)]
    pub office: Option<String>,
    /// Floor.
    #[schema(required)]
    pub floor: Option<String>,
    /// Room.
    #[schema(required)]
    pub room: Option<String>,
    /// What to do, in order.
    pub steps: Vec<String>,
    /// The next step.
    pub next_step: String,
    /// Sound of the class.
    #[schema(schema_with = names::sounds)]
    pub sound: String,
    /// The way.
    #[schema(required)]
    pub directions: Option<String>,
    /// For a voice.
    pub spoken: String,
}
