// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Lists: the day, a search, conflicts, late entries, an import.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{DayMark, DayStatus, names};

/// Which rows of the day.
#[derive(Debug, Clone, Default, Deserialize, Serialize, ToSchema, utoipa::IntoParams)]
pub struct DayQuery {
    /// all, expected, inside, late or left.
    #[serde(default)]
    #[param(schema_with = names::day_filters)]
    pub filter: Option<String>,
    /// Only this office.
    #[serde(default)]
    pub office: Option<u32>,
}

/// The day's list. No names.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct DayView {
    /// Head of the journal, short.
    pub head: String,
    /// When it was made, 9:05.
    pub printed_at: String,
    /// By time.
    pub rows: Vec<DayRow>,
}

/// One booking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DayRow {
    /// When.
    pub time: String,
    /// Short code.
    pub code: String,
    /// Office.
    pub office: String,
    /// Party.
    pub persons: u32,
    /// Of these inside.
    pub inside: u32,
    /// expected, inside, left, late or cancelled.
    pub status: DayStatus,
    /// assistance, check_id, blocked.
    pub marks: Vec<DayMark>,
}

/// Unlock the names of the day.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct UnlockRequest {
    /// Made once for each gesture.
    pub key: String,
    /// The supervisor's.
    pub passphrase: String,
}

/// Until when the names are open.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Unlocked {
    /// Epoch milliseconds.
    pub until: i64,
}

/// Search by name, code.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct SearchRequest {
    /// Made once for each gesture.
    pub key: String,
    /// Three letters at least.
    pub text: String,
}

/// What was found.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct SearchView {
    /// At most 50.
    pub rows: Vec<SearchRow>,
    /// There are more.
    pub more: bool,
}

/// One found.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct SearchRow {
    /// Which booking.
    pub booking: String,
    /// Name.
    pub name: String,
    /// Tells two of the same name apart.
    pub tell_apart: String,
    /// When.
    pub time: String,
    /// Where.
    pub office: String,
    /// Party.
    pub persons: u32,
    /// As in the day's list.
    pub status: DayStatus,
    /// Another row has the same name.
    pub twins: bool,
}

/// What a person must look at.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ConflictsView {
    /// Newest first.
    pub rows: Vec<ConflictRow>,
}

/// One conflict or alarm.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ConflictRow {
    /// Its name: kind and scan.
    pub id: String,
    /// double_admission, cancelled_but_admitted, bad_signature or reported.
    #[schema(schema_with = names::conflicts)]
    pub kind: String,
    /// What happened.
    pub text: String,
    /// What to do.
    pub next_step: String,
    /// When, with seconds.
    pub at: String,
    /// Somebody has taken it up.
    pub taken: bool,
}

/// State the time.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct ClockRequest {
    /// Made once for each gesture.
    pub key: String,
    /// What the clock on the wall says, 10:03.
    pub time: String,
}

/// On or off.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct SwitchRequest {
    /// Made once for each gesture.
    pub key: String,
    /// On or off.
    pub on: bool,
}

/// Marks made on paper.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct LateRequest {
    /// Made once for each gesture.
    pub key: String,
    /// As on the sheet.
    pub rows: Vec<LateRow>,
}

/// One mark on paper.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct LateRow {
    /// Short code.
    pub code: String,
    /// So many entered.
    pub persons: u32,
    /// When, 10:03.
    pub time: String,
}

/// What became of each.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct LateView {
    /// In the same order.
    pub rows: Vec<LateAnswer>,
}

/// What became of one.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct LateAnswer {
    /// As typed.
    pub code: String,
    /// Written.
    pub ok: bool,
    /// In words.
    pub text: String,
}

/// Where the day's list goes every five minutes.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct FolderRequest {
    /// Made once for each gesture.
    pub key: String,
    /// A folder or stick; none stops it.
    pub folder: Option<String>,
}

/// Where the day's list goes, and how that went.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
pub struct FolderView {
    /// The folder.
    #[schema(required)]
    pub folder: Option<String>,
    /// When it was last written, 9:05.
    #[schema(required)]
    pub last_written: Option<String>,
    /// Why it was not.
    #[schema(required)]
    pub error: Option<String>,
}

/// Leave the mode or close the app.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct LeaveRequest {
    /// Made once for each gesture.
    pub key: String,
    /// Whose PIN.
    #[serde(default)]
    pub person: Option<u32>,
    /// The PIN.
    #[serde(default)]
    pub pin: Option<String>,
}
