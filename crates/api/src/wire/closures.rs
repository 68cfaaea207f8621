// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Closures and other exceptions, with what they do to bookings. Dates are `YYYY-MM-DD`, days of every year `MM-DD`, times
//! of day `HH:MM`, starts `YYYY-MM-DDTHH:MM` on the clock of the site.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Both;

/// How far an exception reaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", tag = "of", content = "id")]
pub enum ClosureLevel {
    /// Every office of the court.
    Court,
    /// Every office of a site.
    Site(u32),
    /// One office.
    Office(u32),
}

/// On which days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum ClosureDates {
    /// One day.
    Day {
        /// The day.
        date: String,
    },
    /// From a day to another, both included.
    Range {
        /// The first.
        from: String,
        /// The last.
        to: String,
    },
    /// The same days every year, both included.
    EveryYear {
        /// The first, `08-01`.
        from: String,
        /// The last.
        to: String,
    },
}

/// Hours of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ClosureHours {
    /// Beginning.
    pub from: String,
    /// End.
    pub to: String,
}

/// What an exception does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum ClosureEffect {
    /// Nobody is received.
    Closed {
        /// Why, in Italian.
        reason_it: String,
        /// Why, in English.
        reason_en: String,
        /// What to do instead, in Italian.
        #[serde(default)]
        what_to_do_it: Option<String>,
        /// What to do instead, in English.
        #[serde(default)]
        what_to_do_en: Option<String>,
    },
    /// Somebody is received although, or where, usually nobody is.
    Opened {
        /// Beginning.
        from: String,
        /// End.
        to: String,
        /// Length of a visit.
        slot_minutes: u32,
        /// Bookings at the same time.
        desks: u32,
        /// Persons at the same time.
        persons: u32,
        /// all, citizens, professionals, agencies, staff, walk_in.
        audience: String,
    },
    /// More or fewer places.
    Capacity {
        /// Bookings at the same time.
        desks: u32,
        /// Persons at the same time.
        persons: u32,
        /// Only for these; none for everybody.
        #[serde(default)]
        audience: Option<String>,
    },
}

/// An exception that somebody wants. Without anything but `replaces` that one is lifted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ClosureDraft {
    /// The one whose place it takes.
    #[serde(default)]
    pub replaces: Option<u32>,
    /// For whom.
    #[serde(default)]
    pub level: Option<ClosureLevel>,
    /// On which days.
    #[serde(default)]
    pub dates: Option<ClosureDates>,
    /// Only between these times; none for the whole day.
    #[serde(default)]
    pub hours: Option<ClosureHours>,
    /// What it does.
    #[serde(default)]
    pub effect: Option<ClosureEffect>,
}

/// The exceptions of the court, and its holidays.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ClosuresView {
    /// Today.
    pub today: String,
    /// The exceptions that speak of that day or of later ones, those to come first.
    pub closures: Vec<ClosureRowView>,
    /// Holidays of the next twelve months.
    pub days: Vec<HolidayView>,
    /// May close a site or the court.
    pub may_court: bool,
}

/// An exception, with what was done when it was made.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ClosureRowView {
    /// Its number.
    pub id: u32,
    /// For whom.
    pub level: ClosureLevel,
    /// For whom, by name.
    #[serde(rename = "where")]
    pub place: String,
    /// When, in words.
    pub when: String,
    /// On which days.
    pub dates: ClosureDates,
    /// Only between these times.
    #[schema(required)]
    pub hours: Option<ClosureHours>,
    /// What it does.
    pub effect: ClosureEffect,
    /// When it was announced, UTC epoch milliseconds.
    pub announced_at: i64,
    /// By whom; empty when it is not known.
    pub by: String,
    /// Bookings that were hit.
    pub hit: u32,
    /// Those that got another time.
    pub moved: u32,
    /// Those that stay.
    pub kept: u32,
    /// Those that were cancelled.
    pub cancelled: u32,
    /// Messages that wait.
    pub held: u32,
    /// Until when, UTC epoch milliseconds.
    #[schema(required)]
    pub held_until: Option<i64>,
    /// Messages that have left.
    pub left: u32,
    /// It may still be taken back.
    pub can_undo: bool,
    /// Whoever asks may change it.
    pub may_edit: bool,
}

/// A holiday.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct HolidayView {
    /// The day.
    pub date: String,
    /// What it is.
    pub name: String,
    /// Where: the site, or empty for all.
    #[serde(rename = "where")]
    pub place: String,
    /// Nobody is received.
    pub closed: bool,
}

/// What would a draft do?
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ClosurePlanRequest {
    /// The draft.
    pub draft: ClosureDraft,
}

/// What a draft would do.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ClosurePlan {
    /// Goes back with the decisions.
    pub seen: String,
    /// The bookings that are hit, by time.
    pub hits: Vec<ClosureHit>,
    /// How many of what.
    pub counts: ClosureCounts,
    /// What people would be told.
    pub texts: ClosureTexts,
    /// What is wrong with the draft; then nothing is planned.
    pub faults: Vec<ClosureFault>,
    /// What is told of it.
    pub hints: Vec<String>,
}

/// How many of what is proposed.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
pub struct ClosureCounts {
    /// All.
    pub hit: u32,
    /// To be moved.
    #[serde(rename = "move")]
    pub moved: u32,
    /// To be kept.
    #[serde(rename = "keep")]
    pub kept: u32,
    /// To be cancelled.
    #[serde(rename = "cancel")]
    pub cancelled: u32,
}

/// A booking that is hit.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct ClosureHit {
    /// Which.
    pub booking: String,
    /// The code of its newest receipt.
    pub code: String,
    /// Who comes; none while the names are locked.
    #[schema(required)]
    pub names: Option<Vec<String>>,
    /// How many come.
    pub persons: u32,
    /// Office.
    pub office: u32,
    /// Its name.
    pub office_name: String,
    /// Service.
    pub service: u32,
    /// Its name.
    pub service_name: String,
    /// When it was to be.
    pub start: String,
    /// Until when.
    pub end: String,
    /// The last day on which it is of use.
    #[schema(required)]
    pub due_by: Option<String>,
    /// Assistance is wanted.
    pub assistance: bool,
    /// What is proposed.
    pub proposal: ClosureProposal,
    /// Other free starts, the nearest first.
    pub choices: Vec<String>,
}

impl std::fmt::Debug for ClosureHit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ClosureHit").field("booking", &self.booking).finish_non_exhaustive()
    }
}

/// What is done with a booking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClosureDo {
    /// Another time.
    Move,
    /// It stays.
    Keep,
    /// It is cancelled.
    Cancel,
}

/// What is proposed for a booking.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ClosureProposal {
    /// What.
    #[serde(rename = "do")]
    pub what: ClosureDo,
    /// When, for a move.
    #[schema(required)]
    pub start: Option<String>,
    /// Why not another.
    #[schema(required)]
    pub why: Option<String>,
}

/// What people are told, with placeholders: `{person}`, `{service}`, `{office}`, `{old}`, `{new}`.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ClosureTexts {
    /// Who gets another time.
    pub moved: Both,
    /// Whose visit is cancelled.
    pub cancelled: Both,
    /// Who may come all the same.
    pub kept: Both,
}

/// What is wrong with a field.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ClosureFault {
    /// Which.
    pub field: String,
    /// What, in words.
    pub text: String,
}

/// Save a draft with what was decided.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ClosureSave {
    /// Made once for each gesture.
    pub key: String,
    /// The draft.
    pub draft: ClosureDraft,
    /// What was seen.
    pub seen: String,
    /// One for each booking that is hit.
    pub decisions: Vec<ClosureDecision>,
    /// What people are told.
    pub texts: ClosureTexts,
}

/// What is decided about a booking.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ClosureDecision {
    /// Which.
    pub booking: String,
    /// What.
    #[serde(rename = "do")]
    pub what: ClosureDo,
    /// When, for a move.
    #[serde(default)]
    pub start: Option<String>,
}

/// Saved, or taken back.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ClosureSaved {
    /// Its number.
    pub id: u32,
    /// Bookings that got another time.
    pub moved: u32,
    /// Bookings that stay.
    pub kept: u32,
    /// Bookings that were cancelled.
    pub cancelled: u32,
    /// When the messages leave, UTC epoch milliseconds.
    pub held_until: i64,
}

/// The messages have left.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ClosureReleased {
    /// So many had waited.
    pub released: u32,
}

/// Whom to call.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct PhonesView {
    /// By the time that was booked.
    pub calls: Vec<PhoneCall>,
}

/// Somebody to call.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct PhoneCall {
    /// Which booking.
    pub booking: String,
    /// When it was to be.
    pub start: String,
    /// Who.
    pub name: String,
    /// The number; none where none is known.
    #[schema(required)]
    pub phone: Option<String>,
    /// Mail.
    #[schema(required)]
    pub email: Option<String>,
    /// What to say.
    pub say: Both,
}
