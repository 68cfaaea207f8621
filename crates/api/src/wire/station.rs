// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The station and its ready screen.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{BannerKind, StationGesture, StationMode, StripState, StripWhat, VerdictView, names};

/// What this station is.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct StationView {
    /// entrance, lobby or setup.
    pub mode: StationMode,
    /// Name of the court.
    pub court: String,
    /// Name of the site.
    pub site: String,
    /// Its address.
    pub address: String,
    /// Name of the gate.
    pub gate: String,
    /// Number of the gate.
    pub gate_id: u32,
    /// it or en.
    #[schema(schema_with = names::langs)]
    pub lang: String,
    /// The time that this gate judges by, UTC epoch milliseconds.
    pub now: i64,
    /// IANA zone of the site's civil times.
    pub zone: String,
    /// Practice people and receipts; nothing touches real data.
    pub training: bool,
    /// A demo court.
    pub demo: bool,
    /// Verdicts are kept in memory only.
    pub paper_mode: bool,
    /// The camera.
    pub camera: CameraView,
    /// Pixels of a millimetre, once measured.
    #[schema(required)]
    pub mm_px: Option<f64>,
    /// enter, arrive or exit.
    pub gesture: StationGesture,
    /// Who is signed in.
    #[schema(required)]
    pub person: Option<PersonView>,
    /// Who may sign in.
    pub people: Vec<PersonView>,
    /// At the office's pages of a court that does not exist: by what they may be tried; null at every other.
    #[schema(required)]
    pub practice: Option<PracticeView>,
    /// What who is signed in may do.
    #[schema(schema_with = names::rights)]
    pub rights: Vec<String>,
    /// Reasons to choose from: name and words.
    pub reasons: Vec<ReasonView>,
    /// An admit clears by itself after so many seconds.
    pub admit_clear_seconds: u32,
    /// Signs out after so many minutes without a touch.
    pub lock_minutes: u32,
}

/// A reason to choose.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ReasonView {
    /// Its name.
    pub name: String,
    /// In words.
    pub text: String,
}

/// How the camera stands.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct CameraView {
    /// Degrees clockwise.
    #[schema(schema_with = names::quarter_turns)]
    pub rotation: u16,
}

/// Somebody of the staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonView {
    /// Who.
    pub id: u32,
    /// First name and initial.
    pub name: String,
    /// steward, supervisor or administrator.
    #[schema(schema_with = names::roles)]
    pub role: String,
    /// At a court that does not exist the PIN stands beside the name; null at every other.
    #[schema(required)]
    pub practice_pin: Option<String>,
}

/// Name and password of a court that does not exist. It guards nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PracticeView {
    /// Name.
    pub name: String,
    /// Password.
    pub password: String,
}

/// Sign in.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct SignInRequest {
    /// Made once for each gesture.
    pub key: String,
    /// Who.
    pub person: u32,
    /// PIN.
    pub pin: String,
}

/// The ready screen.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ReadyView {
    /// The time judged by.
    pub now: i64,
    /// The day in words.
    pub date: String,
    /// The time, 9:05.
    pub time: String,
    /// Persons inside.
    pub inside: u32,
    /// With a booking.
    pub inside_booked: u32,
    /// Without.
    pub inside_unbooked: u32,
    /// Went out today.
    pub left_today: u32,
    /// At most so many may be inside.
    #[schema(required)]
    pub maximum: Option<u32>,
    /// Until when the list looks.
    pub expected_until: String,
    /// Persons expected until then.
    pub expected_persons: u32,
    /// Of these inside.
    pub expected_inside: u32,
    /// By time and office.
    pub expected: Vec<ExpectedView>,
    /// The last entry without booking, to undo.
    #[schema(required)]
    pub last_unbooked: Option<EntryView>,
    /// Who waits with a document.
    pub awaiting_document: Vec<AwaitingView>,
    /// Places left for walk-ins.
    pub walk_in: Vec<WalkInView>,
    /// The strip.
    pub strip: Vec<StripItem>,
    /// What is wrong with the station.
    pub banners: Vec<Banner>,
    /// Alarms not taken.
    pub alarms: u32,
    /// Conflicts not taken.
    pub conflicts: u32,
    /// A verdict of the serial scanner, younger than a few seconds.
    #[schema(required)]
    pub pushed: Option<VerdictView>,
}

/// Who is expected.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ExpectedView {
    /// When.
    pub time: String,
    /// Where.
    pub office: String,
    /// Persons.
    pub persons: u32,
    /// Of these inside.
    pub inside: u32,
    /// For who is late: until when they may enter.
    #[schema(required)]
    pub late_until: Option<String>,
}

/// An entry without booking.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct EntryView {
    /// The gesture.
    pub entry: String,
    /// Why.
    #[schema(schema_with = names::entry_reasons)]
    pub reason: String,
    /// How many.
    pub persons: u32,
    /// When, with seconds.
    pub time: String,
}

/// Enter without booking.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct EntryRequest {
    /// Made once for each gesture.
    pub key: String,
    /// hearing, lawyer, witness, staff, supplier, other or walk_in.
    #[schema(schema_with = names::entry_reasons)]
    pub reason: String,
    /// How many.
    pub persons: u32,
    /// For a walk-in: which office.
    #[serde(default)]
    pub office: Option<u32>,
}

/// Leave without a receipt.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct ExitRequest {
    /// Made once for each gesture.
    pub key: String,
    /// How many.
    pub persons: u32,
}

/// Waits with a document.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct AwaitingView {
    /// The gesture.
    pub scan: String,
    /// Short code.
    pub code: String,
    /// Office.
    pub office: String,
    /// Booked time.
    pub time: String,
    /// Since when.
    pub since: String,
}

/// Places left for walk-ins.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct WalkInView {
    /// Office.
    pub office: u32,
    /// Its name.
    pub name: String,
    /// Persons.
    pub left: u32,
}

/// One thing of the strip, with evidence.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct StripItem {
    /// camera, scanner, disk, clock, database or knowledge.
    pub what: StripWhat,
    /// ok, warn, bad or none.
    pub state: StripState,
    /// Its name.
    pub title: String,
    /// When it last worked, or since when it fails.
    pub evidence: String,
}

/// Something that everybody at the station has to know.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Banner {
    /// Which.
    pub kind: BannerKind,
    /// What.
    pub text: String,
    /// What to do.
    pub next_step: String,
    /// The conflict that goes away once somebody takes it up.
    #[schema(required)]
    pub take: Option<String>,
}
