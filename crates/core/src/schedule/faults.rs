// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use chrono::{NaiveDate, NaiveTime};
use thiserror::Error;

use super::Audience;
use crate::ids::{ExceptionId, RuleId};

/// What is wrong with a schedule, told before it is saved.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ScheduleFault {
    /// The hours or places of a rule cannot be.
    #[error("rule {rule} version {version}: {fault}")]
    Rule {
        /// The rule.
        rule: RuleId,
        /// Its version.
        version: u32,
        /// What is wrong.
        fault: BandFault,
    },
    /// The hours or places of an extraordinary opening cannot be.
    #[error("exception {exception}: {fault}")]
    Opening {
        /// The exception.
        exception: ExceptionId,
        /// What is wrong.
        fault: BandFault,
    },
    /// A weekday is not 1 to 7.
    #[error("rule {rule}: {weekday} is not a weekday, 1 is Monday and 7 Sunday")]
    WeekdayOutOfRange {
        /// The rule.
        rule: RuleId,
        /// What was entered.
        weekday: u8,
    },
    /// A rule for Sundays, while every Sunday is kept as a holiday: it would never open.
    #[error("rule {rule} is for Sundays, which are kept as holidays: enter an extraordinary opening instead")]
    NeverOnSundays {
        /// The rule.
        rule: RuleId,
    },
    /// A rule for every n-th week with n out of range.
    #[error("rule {rule}: every {n} weeks is not between every 2 and every 52 weeks")]
    WeeksOutOfRange {
        /// The rule.
        rule: RuleId,
        /// What was entered.
        n: u8,
    },
    /// A rule that ends before it begins.
    #[error("rule {rule} is valid from {from} but only until {until}")]
    ValidityReversed {
        /// The rule.
        rule: RuleId,
        /// Its first date.
        from: NaiveDate,
        /// Its last date.
        until: NaiveDate,
    },
    /// Two rules with the same id and version.
    #[error("rule {rule} has version {version} twice")]
    SameVersionTwice {
        /// The rule.
        rule: RuleId,
        /// The version.
        version: u32,
    },
    /// Two rules for the same audience overlap: their places would be counted in one share.
    #[error("rules {one} and {other} overlap for the same audience ({}), first on {first_date}", audience.code())]
    BandsOverlap {
        /// One rule.
        one: RuleId,
        /// The other.
        other: RuleId,
        /// The audience of both.
        audience: Audience,
        /// The first date on which both hold.
        first_date: NaiveDate,
    },
    /// Two exceptions with the same id.
    #[error("there are two exceptions {exception}")]
    SameExceptionTwice {
        /// The id of both.
        exception: ExceptionId,
    },
    /// A range of days that ends before it begins.
    #[error("exception {exception} is from {from} but only to {to}")]
    RangeReversed {
        /// The exception.
        exception: ExceptionId,
        /// Its first day.
        from: NaiveDate,
        /// Its last day.
        to: NaiveDate,
    },
    /// Hours that end before they begin, or end as they begin.
    #[error("exception {exception}: its hours must begin before they end")]
    HoursReversed {
        /// The exception.
        exception: ExceptionId,
    },
    /// Hours off the grid of five minutes.
    #[error("exception {exception}: {time} is not a multiple of five minutes")]
    HoursOffTheGrid {
        /// The exception.
        exception: ExceptionId,
        /// The time.
        time: NaiveTime,
    },
    /// An extraordinary opening with hours beside those of its band.
    #[error("exception {exception} opens: its hours are those of its band, no others")]
    HoursBesideBand {
        /// The exception.
        exception: ExceptionId,
    },
    /// A closure that does not say why, in both languages.
    #[error("exception {exception} closes: people must be told why, in Italian and in English")]
    NoReason {
        /// The exception.
        exception: ExceptionId,
    },
    /// Hours that begin before the doors of the building open.
    #[error("rule {rule} begins at {from}, the doors open at {opens_at}")]
    BeforeDoors {
        /// The rule.
        rule: RuleId,
        /// When it begins.
        from: NaiveTime,
        /// When the doors open.
        opens_at: NaiveTime,
    },
    /// Hours that end after the building closes.
    #[error("rule {rule} ends at {to}, the building closes at {closes_at}")]
    AfterClosing {
        /// The rule.
        rule: RuleId,
        /// When it ends.
        to: NaiveTime,
        /// When the building closes.
        closes_at: NaiveTime,
    },
    /// Hours that together use more desks than the office has.
    #[error("{used} desks are used at {time} on {date}, the office has {desks}")]
    DesksTogether {
        /// The rules.
        rules: Vec<RuleId>,
        /// The first date.
        date: NaiveDate,
        /// From when on that date.
        time: NaiveTime,
        /// Desks used.
        used: u32,
        /// Desks that there are.
        desks: u16,
    },
    /// More persons than the desks have cases for: told, and not refused, because a person may come with others.
    #[error("rule {rule}: {persons} persons are more than {desks} desks with {cases} cases each")]
    PersonsOverCases {
        /// The rule.
        rule: RuleId,
        /// Persons at the same time.
        persons: u16,
        /// Bookings at the same time.
        desks: u16,
        /// The most cases of a visit.
        cases: u8,
    },
    /// A rule that is not there.
    #[error("there is no rule {rule}")]
    NoSuchRule {
        /// What was asked for.
        rule: RuleId,
    },
    /// A rule that is to hold for longer, until a date that is not later.
    #[error("rule {rule} is valid until {} already", until.map_or_else(|| "ever".to_owned(), |until| until.to_string()))]
    NotLater {
        /// The rule.
        rule: RuleId,
        /// Its last date now; `None` for no end.
        until: Option<NaiveDate>,
    },
    /// A change of capacity to nothing, or to fewer persons than desks.
    #[error("exception {exception}: {fault}")]
    Places {
        /// The exception.
        exception: ExceptionId,
        /// What is wrong.
        fault: BandFault,
    },
}

/// What is wrong with the hours or places of a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BandFault {
    /// It ends before it begins, or as it begins.
    #[error("{from} is not before {to}")]
    FromNotBeforeTo {
        /// Its beginning.
        from: NaiveTime,
        /// Its end.
        to: NaiveTime,
    },
    /// A time off the grid of five minutes.
    #[error("{time} is not a multiple of five minutes")]
    OffTheGrid {
        /// The time.
        time: NaiveTime,
    },
    /// A slot of no length, or one that is not a multiple of five minutes.
    #[error("a slot of {minutes} minutes is not a multiple of five minutes")]
    SlotOffTheGrid {
        /// The length.
        minutes: u16,
    },
    /// A slot longer than the band.
    #[error("a slot of {slot_minutes} minutes does not fit into {band_minutes} minutes")]
    SlotLongerThanBand {
        /// The length of the slot.
        slot_minutes: u16,
        /// The length of the band.
        band_minutes: u16,
    },
    /// Minutes left over at the end are not those that were stated.
    #[error("{left_over} minutes are left over at the end, stated were {stated}")]
    RemainderNotStated {
        /// What is left over.
        left_over: u16,
        /// What was stated.
        stated: u16,
    },
    /// No desks.
    #[error("there must be at least one desk")]
    NoDesks,
    /// Fewer persons than desks: some desk could never be used.
    #[error("{persons} persons are fewer than {desks} desks")]
    FewerPersonsThanDesks {
        /// Persons at the same time.
        persons: u16,
        /// Bookings at the same time.
        desks: u16,
    },
}

impl ScheduleFault {
    /// The word for machines, as on the wire.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Rule { fault, .. } | Self::Opening { fault, .. } | Self::Places { fault, .. } => fault.code(),
            Self::WeekdayOutOfRange { .. } => "weekday",
            Self::NeverOnSundays { .. } => "sundays",
            Self::WeeksOutOfRange { .. } => "weeks",
            Self::ValidityReversed { .. } => "validity_reversed",
            Self::SameVersionTwice { .. } => "version_twice",
            Self::BandsOverlap { .. } => "bands_overlap",
            Self::SameExceptionTwice { .. } => "exception_twice",
            Self::RangeReversed { .. } => "range_reversed",
            Self::HoursReversed { .. } => "hours_reversed",
            Self::HoursOffTheGrid { .. } => "hours_off_the_grid",
            Self::HoursBesideBand { .. } => "hours_beside_band",
            Self::NoReason { .. } => "no_reason",
            Self::BeforeDoors { .. } => "before_doors",
            Self::AfterClosing { .. } => "after_closing",
            Self::DesksTogether { .. } => "desks_together",
            Self::PersonsOverCases { .. } => "persons_over_cases",
            Self::NoSuchRule { .. } => "no_such_rule",
            Self::NotLater { .. } => "not_later",
        }
    }

    /// The rules that it speaks about; none when it is about an exception.
    #[must_use]
    pub fn rules(&self) -> Vec<RuleId> {
        match self {
            Self::Rule { rule, .. }
            | Self::WeekdayOutOfRange { rule, .. }
            | Self::NeverOnSundays { rule }
            | Self::WeeksOutOfRange { rule, .. }
            | Self::ValidityReversed { rule, .. }
            | Self::SameVersionTwice { rule, .. }
            | Self::BeforeDoors { rule, .. }
            | Self::AfterClosing { rule, .. }
            | Self::PersonsOverCases { rule, .. }
            | Self::NoSuchRule { rule }
            | Self::NotLater { rule, .. } => vec![*rule],
            Self::BandsOverlap { one, other, .. } => vec![*one, *other],
            Self::DesksTogether { rules, .. } => rules.clone(),
            Self::Opening { .. }
            | Self::Places { .. }
            | Self::SameExceptionTwice { .. }
            | Self::RangeReversed { .. }
            | Self::HoursReversed { .. }
            | Self::HoursOffTheGrid { .. }
            | Self::HoursBesideBand { .. }
            | Self::NoReason { .. } => Vec::new(),
        }
    }

    /// Whether it is told, but does not keep anybody from publishing.
    #[must_use]
    pub const fn is_only_told(&self) -> bool {
        matches!(self, Self::PersonsOverCases { .. })
    }
}

impl BandFault {
    /// The word for machines, as on the wire.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::FromNotBeforeTo { .. } => "from_not_before_to",
            Self::OffTheGrid { .. } => "off_the_grid",
            Self::SlotOffTheGrid { .. } => "slot_off_the_grid",
            Self::SlotLongerThanBand { .. } => "slot_longer_than_band",
            Self::RemainderNotStated { .. } => "remainder_not_stated",
            Self::NoDesks => "no_desks",
            Self::FewerPersonsThanDesks { .. } => "fewer_persons_than_desks",
        }
    }
}
