// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Every sentence that a person reads, hears or gets on paper. The files are in `crates/words/ftl`; the screens load
//! the same ones.

mod closing;
mod hours;
mod why;

use std::{borrow::Cow, fmt, sync::OnceLock};

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::{LanguageIdentifier, langid};

pub use closing::{
    Told, default_message, draft_fault, draft_hint, exception_in_words, fill, moment, no_place, when_in_words,
};
pub use hours::{audience_name, fault_in_words, rule_in_words};
pub use why::{because, holiday_name};

/// A language that Varco speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Lang {
    /// Italian, the first.
    #[default]
    It,
    /// English.
    En,
}

impl Lang {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::It, Self::En];

    /// BCP 47 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::It => "it",
            Self::En => "en",
        }
    }

    /// The language of a BCP 47 code or an `Accept-Language` header; Italian unless it begins with English.
    #[must_use]
    pub fn of(code: &str) -> Self {
        if code.get(..2).is_some_and(|c| c.eq_ignore_ascii_case("en")) { Self::En } else { Self::It }
    }

    /// The one in which the second line of a verdict is written.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::It => Self::En,
            Self::En => Self::It,
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A value in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// Text, put in as it is.
    Text(Cow<'a, str>),
    /// A number; chooses the plural.
    Number(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

macro_rules! numbers {
    ($($t:ty),*) => {$(
        impl From<$t> for Value<'_> {
            fn from(n: $t) -> Self {
                Self::Number(i64::from(n))
            }
        }
    )*};
}
numbers!(u8, u16, u32, i32, i64);

const FILES: [[&str; 17]; 2] = [
    [
        include_str!("../ftl/it/verdicts.ftl"),
        include_str!("../ftl/it/door.ftl"),
        include_str!("../ftl/it/errors.ftl"),
        include_str!("../ftl/it/paper.ftl"),
        include_str!("../ftl/it/shared.ftl"),
        include_str!("../ftl/it/entrance.ftl"),
        include_str!("../ftl/it/lobby.ftl"),
        include_str!("../ftl/it/setup.ftl"),
        include_str!("../ftl/it/terminal.ftl"),
        include_str!("../ftl/it/hours.ftl"),
        include_str!("../ftl/it/structure.ftl"),
        include_str!("../ftl/it/history.ftl"),
        include_str!("../ftl/it/schedule.ftl"),
        include_str!("../ftl/it/things.ftl"),
        include_str!("../ftl/it/admin.ftl"),
        include_str!("../ftl/it/closing.ftl"),
        include_str!("../ftl/it/closures.ftl"),
    ],
    [
        include_str!("../ftl/en/verdicts.ftl"),
        include_str!("../ftl/en/door.ftl"),
        include_str!("../ftl/en/errors.ftl"),
        include_str!("../ftl/en/paper.ftl"),
        include_str!("../ftl/en/shared.ftl"),
        include_str!("../ftl/en/entrance.ftl"),
        include_str!("../ftl/en/lobby.ftl"),
        include_str!("../ftl/en/setup.ftl"),
        include_str!("../ftl/en/terminal.ftl"),
        include_str!("../ftl/en/hours.ftl"),
        include_str!("../ftl/en/structure.ftl"),
        include_str!("../ftl/en/history.ftl"),
        include_str!("../ftl/en/schedule.ftl"),
        include_str!("../ftl/en/things.ftl"),
        include_str!("../ftl/en/admin.ftl"),
        include_str!("../ftl/en/closing.ftl"),
        include_str!("../ftl/en/closures.ftl"),
    ],
];

const IDS: [LanguageIdentifier; 2] = [langid!("it"), langid!("en")];

static BUNDLES: [OnceLock<FluentBundle<FluentResource>>; 2] = [OnceLock::new(), OnceLock::new()];

fn bundle(lang: Lang) -> &'static FluentBundle<FluentResource> {
    let index = lang as usize;
    BUNDLES[index].get_or_init(|| {
        let mut bundle = FluentBundle::new_concurrent(vec![IDS[index].clone()]);
        bundle.set_use_isolating(false);
        for file in FILES[index] {
            // A test reads each file and fails on what does not parse; here the good part of it is kept.
            let resource = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(good, _)| good);
            bundle.add_resource_overriding(resource);
        }
        bundle
    })
}

/// The sentence of a key. A key that is missing is given back itself, so that nothing goes blank at a door; a test
/// fails for it.
#[must_use]
pub fn text(lang: Lang, key: &str, args: &[(&str, Value<'_>)]) -> String {
    let bundle = bundle(lang);
    let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) else { return key.to_owned() };
    let mut values = FluentArgs::with_capacity(args.len());
    for (name, value) in args {
        let value = match value {
            Value::Text(t) => FluentValue::from(t.as_ref()),
            Value::Number(n) => FluentValue::from(*n),
        };
        values.set(*name, value);
    }
    bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
}

/// True when both languages have the key.
#[must_use]
pub fn knows(key: &str) -> bool {
    Lang::ALL.iter().all(|l| bundle(*l).get_message(key).is_some_and(|m| m.value().is_some()))
}

const DAYS: [[&str; 7]; 2] = [
    ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
];
const MONTHS: [[&str; 12]; 2] = [
    [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

/// A day in words: `giovedì 17 settembre`, `Thursday 17 September`.
#[must_use]
pub fn day(lang: Lang, date: NaiveDate) -> String {
    let l = lang as usize;
    let weekday = DAYS[l][date.weekday().num_days_from_monday() as usize];
    let month = MONTHS[l][date.month0() as usize];
    format!("{weekday} {} {month}", date.day())
}

/// A weekday by its ISO number, 1 for Monday.
#[must_use]
pub fn weekday(lang: Lang, number: u8) -> Option<&'static str> {
    DAYS[lang as usize].get(usize::from(number).checked_sub(1)?).copied()
}

/// A day in short: `gio 17`, `Thu 17`.
#[must_use]
pub fn day_short(lang: Lang, date: NaiveDate) -> String {
    let weekday = DAYS[lang as usize][date.weekday().num_days_from_monday() as usize];
    format!("{} {}", weekday.chars().take(3).collect::<String>(), date.day())
}

/// A time of day as people write it: `9:05`.
#[must_use]
pub fn clock(time: NaiveTime) -> String {
    format!("{}:{:02}", time.hour(), time.minute())
}

/// A time of day with seconds: `10:02:11`.
#[must_use]
pub fn clock_seconds(time: NaiveTime) -> String {
    format!("{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())
}

#[cfg(test)]
mod tests;
