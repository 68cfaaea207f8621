// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Civil hours of a day: from a time up to, and without, another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Hours {
    /// The first moment inside.
    pub from: NaiveTime,
    /// The first moment after.
    pub to: NaiveTime,
}

/// A day of every year, written `07-25`. `02-29` comes in leap years only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MonthDay {
    month: u8,
    day: u8,
}

/// A text that is no day of any year.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("\"{0}\" is not a day of the year, such as 07-25")]
pub struct NotADayOfTheYear(
    /// What was written instead.
    pub String,
);

/// The days that an exception speaks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Dates {
    /// One day.
    Day {
        /// The day.
        date: NaiveDate,
    },
    /// From a day to another, both included.
    Range {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    },
    /// The same days every year, both included; `12-24` to `01-06` runs over the end of the year.
    EveryYear {
        /// The first day.
        from: MonthDay,
        /// The last day.
        to: MonthDay,
    },
}

/// On which of its weekdays a rule holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Recurrence {
    /// On all of them.
    #[default]
    EveryWeek,
    /// Every n-th week, counted from the week (Monday to Sunday) of a date on which it does hold.
    EveryNthWeek {
        /// 2 to 52.
        n: u8,
        /// Any day of a week in which the rule holds.
        anchor: NaiveDate,
    },
    /// On the n-th one of each month.
    NthOfMonth {
        /// Which.
        nth: Nth,
    },
}

/// Which of the four or five same weekdays of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nth {
    /// Days 1 to 7.
    First,
    /// Days 8 to 14.
    Second,
    /// Days 15 to 21.
    Third,
    /// Days 22 to 28.
    Fourth,
    /// Days 29 to 31: not every month has one.
    Fifth,
    /// The last one, whether fourth or fifth.
    Last,
}

impl Hours {
    /// Whether a time is inside.
    #[must_use]
    pub fn contain(self, time: NaiveTime) -> bool {
        self.from <= time && time < self.to
    }

    /// Whether some moment is inside both.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.from.max(other.from) < self.to.min(other.to)
    }

    /// What is left of these hours without others: none, one or two stretches.
    pub(super) fn without(self, other: Self) -> impl Iterator<Item = Self> {
        let before = Self { from: self.from, to: self.to.min(other.from) };
        let after = Self { from: self.from.max(other.to), to: self.to };
        let parts = if self.overlaps(other) { [before, after] } else { [self, Self { from: self.to, to: self.to }] };
        parts.into_iter().filter(|part| part.from < part.to)
    }
}

impl MonthDay {
    /// A day that whoever writes it here knows to exist.
    pub(super) const fn known(month: u8, day: u8) -> Self {
        Self { month, day }
    }

    /// The day of a month, 1 to 12 and 1 to 31; `None` when no year has it.
    #[must_use]
    pub fn new(month: u8, day: u8) -> Option<Self> {
        NaiveDate::from_ymd_opt(2000, u32::from(month), u32::from(day)).map(|_| Self { month, day })
    }

    /// The day of the year on which a date falls.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        let small = |n: u32| u8::try_from(n).unwrap_or(u8::MAX);
        Self { month: small(date.month()), day: small(date.day()) }
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }
}

impl FromStr for MonthDay {
    type Err = NotADayOfTheYear;
    fn from_str(text: &str) -> Result<Self, NotADayOfTheYear> {
        let two = |part: &str| {
            let digits = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| part.parse().ok()).flatten()
        };
        text.split_once('-')
            .and_then(|(month, day)| Self::new(two(month)?, two(day)?))
            .ok_or_else(|| NotADayOfTheYear(text.to_owned()))
    }
}

impl TryFrom<String> for MonthDay {
    type Error = NotADayOfTheYear;
    fn try_from(text: String) -> Result<Self, NotADayOfTheYear> {
        text.parse()
    }
}

impl From<MonthDay> for String {
    fn from(day: MonthDay) -> Self {
        day.to_string()
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

impl Dates {
    /// Whether a date is among these days.
    #[must_use]
    pub fn contain(self, date: NaiveDate) -> bool {
        match self {
            Self::Day { date: day } => day == date,
            Self::Range { from, to } => (from..=to).contains(&date),
            Self::EveryYear { from, to } if from <= to => (from..=to).contains(&MonthDay::of(date)),
            Self::EveryYear { from, to } => MonthDay::of(date) >= from || MonthDay::of(date) <= to,
        }
    }
}

impl Recurrence {
    /// Whether a rule with this recurrence holds on a date that is already known to have its weekday.
    #[must_use]
    pub fn holds_on(self, date: NaiveDate) -> bool {
        match self {
            Self::EveryWeek => true,
            Self::EveryNthWeek { n, anchor } => {
                let weeks = (monday_of(date) - monday_of(anchor)).num_weeks();
                weeks.rem_euclid(i64::from(n.max(1))) == 0
            }
            Self::NthOfMonth { nth } => nth.holds_on(date),
        }
    }
}

impl Nth {
    fn holds_on(self, date: NaiveDate) -> bool {
        let counted = (date.day() - 1) / 7;
        match self {
            Self::First => counted == 0,
            Self::Second => counted == 1,
            Self::Third => counted == 2,
            Self::Fourth => counted == 3,
            Self::Fifth => counted == 4,
            Self::Last => date.checked_add_days(Days::new(7)).is_none_or(|next| next.month() != date.month()),
        }
    }
}

fn monday_of(date: NaiveDate) -> NaiveDate {
    date.week(Weekday::Mon).checked_first_day().unwrap_or(date)
}
