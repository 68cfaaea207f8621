// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Opening hours, as they are drawn and edited. Times of day are `HH:MM`, dates `YYYY-MM-DD`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// On which of its weekdays a rule holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Repeats {
    /// On all of them.
    EveryWeek,
    /// Every n-th week, counted from the week of a date.
    EveryNthWeek {
        /// 2 to 52.
        n: u32,
        /// Any day of a week in which it holds.
        anchor: String,
    },
    /// On the n-th one of each month.
    NthOfMonth {
        /// first, second, third, fourth, fifth, last.
        nth: String,
    },
}

/// Hours of a weekday, as they are edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RuleFields {
    /// The rule; none for a new one.
    pub id: Option<u32>,
    /// 1 Monday to 7 Sunday.
    pub weekday: u32,
    /// Beginning.
    pub from: String,
    /// End.
    pub to: String,
    /// Length of a visit.
    pub slot_minutes: u32,
    /// Bookings at the same time.
    pub desks: u32,
    /// Persons at the same time.
    pub persons: u32,
    /// all, citizens, professionals, agencies, staff, walk_in.
    pub audience: String,
    /// On which weeks.
    pub repeats: Repeats,
    /// First date, when it is later than the date of the edit.
    pub valid_from: Option<String>,
    /// Last date; none for no end.
    pub valid_until: Option<String>,
}

/// Persons in a quarter of an hour.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ArrivalsView {
    /// When it begins.
    pub from: String,
    /// How many come.
    pub persons: u32,
}

/// Hours of a day in which nobody is received.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ClosureView {
    /// Beginning; none for the whole day.
    pub from: Option<String>,
    /// End.
    pub to: Option<String>,
    /// Why, in words.
    pub reason: String,
}

/// What a day offers.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct DayHours {
    /// The date.
    pub date: String,
    /// Places: bookings that fit, over all audiences.
    pub places: u32,
    /// Persons that fit.
    pub persons: u32,
    /// Persons who would come to the door in each quarter of an hour, when every place is taken.
    pub arrivals: Vec<ArrivalsView>,
    /// A holiday, or closures of the whole day or of hours.
    pub closures: Vec<ClosureView>,
}

/// A week of an office.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct HoursView {
    /// The office's number.
    pub office: u32,
    /// Its name.
    pub name: String,
    /// As it was seen; a change carries it.
    pub version: String,
    /// Today, at the site.
    pub today: String,
    /// Monday of the week.
    pub monday: String,
    /// Whether who asks may change the hours.
    pub may_edit: bool,
    /// When the doors of the site open.
    pub opens_at: Option<String>,
    /// When they close.
    pub closes_at: Option<String>,
    /// Seven days from Monday on.
    pub days: Vec<DayHours>,
    /// Rules that hold on that Monday or later.
    pub rules: Vec<RuleFields>,
}

/// Hours to be looked at before they are published.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct HoursCheck {
    /// As they were seen: what would change is told against nothing else.
    pub version: String,
    /// From when they would hold.
    pub from: String,
    /// All of them.
    pub rules: Vec<RuleFields>,
    /// A date of the week that is looked at.
    pub date: String,
}

/// What is wrong with hours.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct HoursFault {
    /// The word for machines.
    pub code: String,
    /// In words.
    pub text: String,
    /// Places of the rules in the list that was sent.
    pub rules: Vec<u32>,
    /// They cannot be published with it.
    pub refuses: bool,
}

/// What hours would give.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct HoursChecked {
    /// What is wrong, what refuses first.
    pub faults: Vec<HoursFault>,
    /// The week as it is; of a week in which the edit holds.
    pub before: Vec<DayHours>,
    /// The same week as it would be; empty when it cannot be.
    pub after: Vec<DayHours>,
    /// What would change, in words.
    pub changes: Vec<String>,
    /// Bookings from that date on; none of them changes.
    pub bookings: u32,
    /// Those of them that begin at no slot any more: they stay as they are.
    pub outside: u32,
}

/// Hours to be published.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct HoursPublish {
    /// Made once for each gesture.
    pub key: String,
    /// As they were seen.
    pub version: String,
    /// From when they hold.
    pub from: String,
    /// All of them.
    pub rules: Vec<RuleFields>,
}

/// Rules that hold for longer.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct HoursExtend {
    /// Made once for each gesture.
    pub key: String,
    /// As they were seen.
    pub version: String,
    /// Which.
    pub rules: Vec<u32>,
    /// Until when; none for no end.
    pub until: Option<String>,
}

/// Why a time is free or not.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct WhyView {
    /// The word for machines.
    pub code: String,
    /// In words.
    pub because: super::Both,
}
