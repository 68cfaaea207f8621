// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A verdict as the screen draws it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::names;

/// A verdict as the screen draws it: everything is finished, the page only lays it out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct VerdictView {
    /// The gesture.
    pub scan: String,
    /// Reading number of the day at this gate.
    pub number: u32,
    /// The time judged by.
    pub at: i64,
    /// The same as people read it, with seconds.
    pub time: String,
    /// Name of the verdict.
    #[schema(schema_with = names::verdicts)]
    pub verdict: String,
    /// enter, wait, refuse, check or neutral.
    #[schema(schema_with = names::classes)]
    pub class: String,
    /// The class's sound, or enter_marked.
    #[schema(schema_with = names::sounds)]
    pub sound: String,
    /// Names of the marks.
    #[schema(schema_with = names::marks)]
    pub marks: Vec<String>,
    /// The marks in words.
    pub mark_texts: Vec<String>,
    /// The one word.
    pub word: String,
    /// The reason; empty when none is said.
    pub why: String,
    /// The next step.
    pub next: String,
    /// A second line below it.
    #[schema(required)]
    pub next_sub: Option<String>,
    /// The next step in the other language.
    pub next_other: String,
    /// Persons let in, or of the party.
    #[schema(required)]
    pub persons: Option<u32>,
    /// "2 of 3" when it is not the whole party.
    #[schema(required)]
    pub persons_text: Option<String>,
    /// The booked time, with the day when it is another.
    #[schema(required)]
    pub time_text: Option<String>,
    /// Office.
    #[schema(required)]
    pub office: Option<String>,
    /// Floor.
    #[schema(required)]
    pub floor: Option<String>,
    /// Room.
    #[schema(required)]
    pub room: Option<String>,
    /// Assistance is wanted.
    pub assistance: bool,
    /// When to come back, for a countdown.
    #[schema(required)]
    pub count_until: Option<i64>,
    /// What can be done.
    pub actions: Actions,
    /// What was kept.
    pub saved: String,
    /// Clears by itself after so many seconds.
    #[schema(required)]
    pub clears_in_seconds: Option<u32>,
    /// False in paper mode and for looks.
    pub recorded: bool,
}

/// What can be done with a verdict.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Actions {
    /// Correct the number that entered.
    #[schema(required)]
    pub persons: Option<PersonsAction>,
    /// Confirm or refuse the document.
    pub confirm: bool,
    /// Let in against the verdict.
    #[serde(rename = "override")]
    #[schema(required)]
    pub overrule: Option<OverrideAction>,
    /// Take the entry back.
    #[schema(required)]
    pub annul: Option<AnnulAction>,
    /// Open names and notes.
    pub details: bool,
    /// Take the next free place today.
    #[schema(required)]
    pub next_place: Option<NextPlace>,
    /// Search by name.
    pub search: bool,
    /// Type the short code.
    pub type_code: bool,
    /// Enter without booking.
    pub unbooked: bool,
}

/// Correct the number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PersonsAction {
    /// Now.
    pub value: u32,
    /// At least.
    pub min: u32,
    /// At most.
    pub max: u32,
}

/// Let in against the verdict.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct OverrideAction {
    /// The right that it needs.
    #[schema(schema_with = names::right)]
    pub right: String,
    /// The office manager is told.
    pub reported: bool,
    /// Who is signed in has the right.
    pub allowed: bool,
}

/// Take back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AnnulAction {
    /// Who is signed in has the right.
    pub allowed: bool,
}

/// A free place today.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct NextPlace {
    /// When.
    pub time: String,
    /// In words.
    pub text: String,
}

/// Something was shown.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ScanRequest {
    /// Made once for each gesture.
    pub key: String,
    /// wedge, typed, serial or camera.
    #[schema(schema_with = names::sources)]
    pub source: String,
    /// What it gave, at most 8,192 bytes are looked at.
    pub text: String,
    /// Only look.
    #[serde(default)]
    pub look: bool,
    /// `exit` for an exit scan at an entrance.
    #[serde(default)]
    #[schema(schema_with = names::exit_only)]
    pub gesture: Option<String>,
}

/// What a frame gave.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(tag = "seen", rename_all = "snake_case")]
pub enum FrameView<T> {
    /// No code.
    Nothing,
    /// The receipt that was judged already is still held.
    Same {
        /// The gesture.
        scan: String,
    },
    /// Judged.
    Verdict {
        /// The verdict.
        verdict: Box<T>,
    },
    /// Something is there that cannot be read; what helps.
    Hint {
        /// flatten, tilt, uncover, closer or brighter.
        #[schema(schema_with = names::hints)]
        hint: String,
        /// In words.
        text: String,
    },
    /// The decoder is being restarted.
    DecoderDown {
        /// In words.
        text: String,
    },
}

/// Where a frame came from.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema, utoipa::IntoParams)]
pub struct FrameQuery {
    /// Made once for each gesture; used when this frame begins one.
    pub key: String,
    /// Width in pixels.
    pub w: u32,
    /// Height in pixels.
    pub h: u32,
    /// 0, 90, 180 or 270 degrees clockwise.
    #[serde(default)]
    #[param(schema_with = names::quarter_turns)]
    pub rotation: u16,
    /// Only look.
    #[serde(default)]
    pub look: bool,
    /// `exit` for an exit scan.
    #[serde(default)]
    #[param(schema_with = names::exit_only)]
    pub gesture: Option<String>,
}

/// A corrected number.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct PersonsRequest {
    /// Made once for each gesture.
    pub key: String,
    /// So many entered.
    pub persons: u32,
}

/// A reason, with a supervisor's PIN when who is signed in lacks the right.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct ReasonRequest {
    /// Made once for each gesture.
    pub key: String,
    /// A name of the list of reasons.
    pub reason: String,
    /// Whose PIN.
    #[serde(default)]
    pub person: Option<u32>,
    /// The PIN.
    #[serde(default)]
    pub pin: Option<String>,
}

/// What is behind the big screen.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct DetailsView {
    /// Who comes; empty when the receipt itself was not shown.
    pub names: Vec<String>,
    /// Assistance worded as a need.
    #[schema(required)]
    pub note: Option<String>,
    /// Why the booking is blocked.
    #[schema(required)]
    pub blocked_reason: Option<String>,
    /// Why there is nothing to see, in words.
    #[schema(required)]
    pub closed_text: Option<String>,
    /// Closes by itself.
    pub closes_in_seconds: u32,
}

/// A place taken, with its new receipt.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PlaceView {
    /// The short code.
    pub code: String,
    /// When.
    pub time: String,
    /// In words.
    pub text: String,
    /// Where the picture of the receipt is, A6, to show and to print.
    pub receipt_png: String,
}
