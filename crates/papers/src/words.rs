// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Sentences for paper, all from the Fluent files; hours in words.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use varco_words::{Lang, Value};

/// The sentence without values.
pub fn say(lang: Lang, key: &str) -> String {
    varco_words::text(lang, key, &[])
}

/// The sentence with values that are texts already.
pub fn say_with(lang: Lang, key: &str, values: &[(&str, &str)]) -> String {
    let values: Vec<(&str, Value)> = values.iter().map(|(name, value)| (*name, Value::from(*value))).collect();
    varco_words::text(lang, key, &values)
}

/// The sentence with numbers, which choose its forms.
pub fn say_numbers(lang: Lang, key: &str, numbers: &[(&str, u32)]) -> String {
    let values: Vec<(&str, Value)> = numbers.iter().map(|(name, number)| (*name, Value::from(*number))).collect();
    varco_words::text(lang, key, &values)
}

/// The sign in place of the number of a page, and of how many there are. The templates know them too.
pub const PAGE: &str = "\u{E002}";
/// See [`PAGE`].
pub const PAGES: &str = "\u{E003}";

/// "pagina 1 di 2", with a sign in place of each number: only who lays the sheet out knows them.
pub fn page(lang: Lang) -> String {
    say_with(lang, "paper-page", &[("page", PAGE), ("pages", PAGES)])
}

/// "giovedì 17 settembre 2026": the weekday is what people remember, so it is never left out.
pub fn date(lang: Lang, day: NaiveDate) -> String {
    format!("{} {}", varco_words::day(lang, day), day.year())
}

/// "17 settembre 2026": for a day on which nobody has to be anywhere.
pub fn date_without_weekday(lang: Lang, day: NaiveDate) -> String {
    let date = date(lang, day);
    date.split_once(' ').map_or(date.clone(), |(_, rest)| rest.to_owned())
}

/// "nove e venti del mattino": nobody who reads or hears this takes 9:20 for the evening.
pub fn time_in_words(lang: Lang, time: NaiveTime) -> String {
    let (hour, minute) = (time.hour(), time.minute());
    match (hour, minute) {
        (0, 0) => return say(lang, "paper-midnight"),
        (12, 0) => return say(lang, "paper-noon"),
        _ => {}
    }
    let key = if minute == 0 { "paper-time-exact" } else { "paper-time-minutes" };
    let part = say_numbers(lang, "paper-part-of-day", &[("hour", hour)]);
    let minute = say_numbers(lang, "paper-minute", &[("minute", minute)]);
    let hour = say_numbers(lang, "paper-hour", &[("hour", hour)]);
    say_with(lang, key, &[("hour", &hour), ("minute", &minute), ("part", &part)]).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(lang: Lang, hour: u32, minute: u32) -> String {
        time_in_words(lang, NaiveTime::from_hms_opt(hour, minute, 0).expect("a time"))
    }

    #[test]
    fn hours_are_said_as_people_say_them() {
        for (hour, minute, italian, english) in [
            (9, 20, "nove e venti del mattino", "nine twenty in the morning"),
            (9, 0, "nove del mattino", "nine o’clock in the morning"),
            (9, 5, "nove e cinque del mattino", "nine oh five in the morning"),
            (0, 0, "mezzanotte", "midnight"),
            (0, 10, "mezzanotte e dieci", "twelve ten in the morning"),
            (12, 0, "mezzogiorno", "noon"),
            (12, 45, "mezzogiorno e quarantacinque", "twelve forty-five in the afternoon"),
            (13, 28, "l’una e ventotto del pomeriggio", "one twenty-eight in the afternoon"),
            (16, 33, "quattro e trentatré del pomeriggio", "four thirty-three in the afternoon"),
            (20, 30, "otto e trenta di sera", "eight thirty in the evening"),
        ] {
            assert_eq!(spoken(Lang::It, hour, minute), italian);
            assert_eq!(spoken(Lang::En, hour, minute), english);
        }
    }

    #[test]
    fn every_minute_of_the_day_has_words_of_its_own_and_no_figure() {
        for lang in [Lang::It, Lang::En] {
            let mut said: Vec<String> = (0..24 * 60).map(|minute| spoken(lang, minute / 60, minute % 60)).collect();
            assert!(
                said.iter().all(|words| !words.contains(|c: char| c.is_ascii_digit() || c == '-' && lang == Lang::It))
            );
            said.sort();
            said.dedup();
            assert_eq!(said.len(), 24 * 60, "two minutes of the day sound the same");
        }
    }

    #[test]
    fn a_date_names_its_weekday() {
        let day = NaiveDate::from_ymd_opt(2026, 9, 17).expect("a date");
        assert_eq!(date(Lang::It, day), "giovedì 17 settembre 2026");
        assert_eq!(date(Lang::En, day), "Thursday 17 September 2026");
        assert_eq!(date_without_weekday(Lang::It, day), "17 settembre 2026");
    }

    #[test]
    fn both_languages_know_the_same_sentences() {
        let keys = |text: &str| -> Vec<String> {
            text.lines().filter(|l| l.starts_with("paper-")).map(|l| l.split(' ').next().unwrap().to_owned()).collect()
        };
        let italian = keys(include_str!("../../words/ftl/it/paper.ftl"));
        assert_eq!(italian, keys(include_str!("../../words/ftl/en/paper.ftl")));
        assert!(italian.len() > 50);
    }
}
