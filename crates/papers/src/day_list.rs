// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The list of a day at a gate: what a steward works with when every screen is dark.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use varco_words::{Lang, clock};

use crate::words::{date, say, say_with};
use crate::{PaperError, day_list_sheet, field, words};

/// The most bookings that one list takes.
pub const DAY_ROWS_MAX: usize = 20_000;
/// The most free lines at the end of a list.
const BLANK_LINES_MAX: usize = 200;
/// How much of the journal's head is printed, in characters: enough that nobody forges a second one.
const HEAD_CHARS: usize = 16;

/// The list of a day at one gate. Times are civil times of the site.
///
/// There is no place for names: the sheet lies at the door, and a short code is enough to find a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayListPaper {
    /// The court, as its people call it.
    pub court: String,
    /// The building.
    pub site: String,
    /// The gate at which the list lies.
    pub gate: String,
    /// The day of the bookings.
    pub day: NaiveDate,
    /// When the list was made: later bookings and entries are not in it.
    pub printed: NaiveDateTime,
    /// The head of the journal in hexadecimal; the first 16 characters are printed.
    pub journal_head: String,
    /// The bookings, in any order: they are listed by time, then by code. At most [`DAY_ROWS_MAX`].
    pub rows: Vec<DayRow>,
    /// Free lines at the end, for whoever is not in the list. At most 200.
    pub blank_lines: usize,
    /// Practice data.
    pub training: bool,
}

/// One booking on the list of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayRow {
    /// When the visit begins.
    pub time: NaiveTime,
    /// From when the gate admits.
    pub opens: NaiveTime,
    /// Until when the gate admits.
    pub last_entry: NaiveTime,
    /// The short code as it is shown: "K7M4 PX2R".
    pub code: String,
    /// Persons of the booking.
    pub persons: u32,
    /// Persons of it who had entered before the list was made.
    pub entered: u32,
    /// The office that is visited.
    pub office: String,
    /// The office wants the identity document compared.
    pub check_id: bool,
}

/// The list as PDF/UA-1 on A4. The same list gives the same bytes.
///
/// # Errors
/// [`PaperError::Empty`] when court, site, gate, or a row's code is blank; [`PaperError::TooLong`] above
/// [`DAY_ROWS_MAX`] rows, 200 free lines or 600 characters in a field; [`PaperError::Typesetter`].
pub fn day_list_pdf(list: &DayListPaper, lang: Lang) -> Result<Vec<u8>, PaperError> {
    day_list_sheet::draw(&content(list, lang)?)
}

/// What stands on the sheet: finished sentences.
pub struct Content {
    pub lang: &'static str,
    pub document: String,
    pub title: String,
    pub court: String,
    pub gate: String,
    pub date: String,
    pub count: String,
    pub printed: String,
    pub head: String,
    pub how: String,
    pub columns: [String; 8],
    pub rows: Vec<Row>,
    pub empty: Option<String>,
    pub blank_title: String,
    pub blank_how: String,
    pub blank_lines: usize,
    pub training: Option<Mark>,
    /// Page and pages, with a sign in place of each number.
    pub page: String,
}

pub struct Row {
    pub time: String,
    pub window: String,
    pub code: String,
    pub persons: String,
    pub office: String,
    /// What the steward has to do besides.
    pub mark: Option<String>,
    /// "1 di 3" where somebody is in already; the steward writes into the empty one.
    pub entered: String,
    pub done: bool,
    /// First row of another hour, where a heavier line helps the finger: that hour.
    pub hour: Option<String>,
}

pub struct Mark {
    pub word: String,
    pub note: String,
}

fn content(list: &DayListPaper, lang: Lang) -> Result<Content, PaperError> {
    for (field, length, length_max) in
        [("rows", list.rows.len(), DAY_ROWS_MAX), ("blank_lines", list.blank_lines, BLANK_LINES_MAX)]
    {
        if length > length_max {
            return Err(PaperError::TooLong { field, length, length_max });
        }
    }
    let (site, gate) = (field::required("site", &list.site)?, field::required("gate", &list.gate)?);
    let gate = say_with(lang, "paper-list-gate", &[("site", &site), ("gate", &gate)]);
    let day = date(lang, list.day);
    let printed = [("date", date(lang, list.printed.date())), ("time", clock(list.printed.time()))];
    let head: String = list.journal_head.chars().take(HEAD_CHARS).collect();
    let head = grouped(&field::text("journal_head", &head)?);
    Ok(Content {
        lang: lang.code(),
        document: say_with(lang, "paper-list-document", &[("gate", &gate), ("date", &day)]),
        title: say(lang, "paper-list-title"),
        court: field::required("court", &list.court)?,
        count: count(list, lang),
        printed: say_with(lang, "paper-list-printed", &printed.each_ref().map(|(name, value)| (*name, value.as_str()))),
        head: say_with(lang, "paper-list-head", &[("head", &head)]),
        how: say(lang, "paper-list-how"),
        columns: ["time", "window", "code", "persons", "office", "tick", "entered", "at"]
            .map(|column| say(lang, &format!("paper-list-col-{column}"))),
        rows: rows(&list.rows, lang)?,
        empty: list.rows.is_empty().then(|| say(lang, "paper-list-empty")),
        blank_title: say(lang, "paper-list-blank-title"),
        blank_how: say(lang, "paper-list-blank-how"),
        blank_lines: list.blank_lines,
        training: list
            .training
            .then(|| Mark { word: say(lang, "paper-training"), note: say(lang, "paper-training-list") }),
        page: words::page(lang),
        gate,
        date: day,
    })
}

fn count(list: &DayListPaper, lang: Lang) -> String {
    let persons: u64 = list.rows.iter().map(|row| u64::from(row.persons)).sum();
    let inside: u64 = list.rows.iter().map(|row| u64::from(row.entered)).sum();
    let number = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
    let bookings = number(list.rows.len() as u64);
    let mut count =
        words::say_numbers(lang, "paper-list-count", &[("bookings", bookings), ("persons", number(persons))]);
    if inside > 0 {
        count.push_str(" · ");
        count.push_str(&words::say_numbers(lang, "paper-list-inside", &[("persons", number(inside))]));
    }
    count
}

fn rows(rows: &[DayRow], lang: Lang) -> Result<Vec<Row>, PaperError> {
    let check_id = say(lang, "paper-list-check-id");
    let mut sorted: Vec<&DayRow> = rows.iter().collect();
    sorted.sort_by(|a, b| (a.time, &a.code).cmp(&(b.time, &b.code)));
    let mut hour_before = None;
    sorted
        .into_iter()
        .map(|row| {
            let time = clock(row.time);
            let hour = row.time.hour();
            let new_hour = hour_before.replace(hour).is_some_and(|before| before != hour);
            let office = field::text("office", &row.office)?;
            let persons = row.persons.to_string();
            let entered = if row.entered == 0 {
                String::new()
            } else {
                say_with(lang, "paper-list-entered", &[("entered", &row.entered.to_string()), ("persons", &persons)])
            };
            let mark = row.check_id.then(|| check_id.clone());
            Ok(Row {
                window: format!("{}–{}", clock(row.opens), clock(row.last_entry)),
                code: field::required("code", &row.code)?,
                office,
                mark,
                done: row.entered >= row.persons && row.entered > 0,
                hour: new_hour.then(|| format!("{hour}:00")),
                time,
                persons,
                entered,
            })
        })
        .collect()
}

/// "3f9a 27c1 b004 e85d": four and four, so that two people can compare it aloud.
fn grouped(head: &str) -> String {
    let chars: Vec<char> = head.chars().collect();
    chars.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
