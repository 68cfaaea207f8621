// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A day's appointments from CSV or JSON, with a dry run that names each bad line.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::Deserialize;
use varco_core::{
    booking::Day,
    ids::{GestureKey, OfficeId, ServiceId},
    schedule::Audience,
    time::{Millis, resolve},
};
use varco_store::{BookRefusal, CONTACT_CHARS, Contact, Live, NewBooking, Progress, Store};
use varco_words::{Lang, Value, text};

use crate::{
    problem::Fault,
    wire::{ImportRow, ImportView},
};

/// The largest file, bytes.
pub const IMPORT_BYTES_MAX: usize = 8 * 1024 * 1024;
/// The most lines.
pub const IMPORT_LINES_MAX: usize = 20_000;

/// One line, before it is looked at. Columns of CSV and keys of JSON are the same; unknown ones are named.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportLine {
    /// 2026-09-17 or 17/09/2026.
    pub date: String,
    /// 9:20.
    pub time: String,
    /// Name of the office, as set up.
    pub office: String,
    /// Name of the service; the office's first when empty.
    #[serde(default)]
    pub service: String,
    /// 1 when empty.
    #[serde(default)]
    pub persons: String,
    /// Who comes, separated by semicolons inside quotes or vertical bars.
    #[serde(default)]
    pub names: String,
    /// Tells two of the same name apart.
    #[serde(default)]
    pub tell_apart: String,
    /// Assistance worded as a need.
    #[serde(default)]
    pub assistance: String,
    /// Telephone of the holder.
    #[serde(default)]
    pub phone: String,
    /// Mail of the holder.
    #[serde(default)]
    pub email: String,
    /// The last day on which the visit is of use, as the date.
    #[serde(default)]
    pub due_by: String,
}

/// Why a line is bad: the key of its sentence and what it says in the sentence.
type Bad = (&'static str, String);

/// Reads a file. A dry run says what would happen and changes nothing.
///
/// # Errors
/// [`Fault::Bad`] when the file cannot be read at all; a bad line is in the answer.
pub fn import(
    store: &dyn Store,
    file: &str,
    format: &str,
    dry_run: bool,
    now: Millis,
    key: &mut dyn FnMut() -> GestureKey,
    lang: Lang,
) -> Result<ImportView, Fault> {
    if file.len() > IMPORT_BYTES_MAX {
        return Err(Fault::Bad("import-too-large"));
    }
    let lines = match format {
        "csv" => csv_lines(file),
        "json" => json_lines(file),
        _ => return Err(Fault::Bad("format")),
    }?;
    if lines.len() > IMPORT_LINES_MAX {
        return Err(Fault::Bad("import-too-many"));
    }
    let mut live = None;
    store.look(&mut |seen| live = Some(Live::clone(seen)));
    let live = live.ok_or(Fault::NoCourt)?;
    let mut rows = Vec::with_capacity(lines.len());
    let mut wanted = Vec::new();
    let mut places: HashMap<(OfficeId, NaiveDate), Vec<varco_store::Places>> = HashMap::new();
    for (line, parsed) in lines {
        let answer = parsed.and_then(|l| booking(&live.day, &l)).and_then(|(new, date)| {
            let free = match places.entry((new.office, date)) {
                std::collections::hash_map::Entry::Occupied(e) => e.into_mut(),
                std::collections::hash_map::Entry::Vacant(e) => {
                    let found = store.places(new.office, Some(new.service), Audience::Staff, date);
                    e.insert(found.map_err(|_| ("import-disk", String::new()))?)
                }
            };
            take(free, &new)?;
            Ok(new)
        });
        match answer {
            Ok(new) => {
                wanted.push((rows.len(), new));
                rows.push(ImportRow { line, ok: true, text: text(lang, "import-good", &[]) });
            }
            Err((key, what)) => {
                let text = text(lang, key, &[("what", Value::from(what))]);
                rows.push(ImportRow { line, ok: false, text });
            }
        }
    }
    let mut accepted = u32::try_from(wanted.len()).unwrap_or(u32::MAX);
    if !dry_run {
        let (places, new): (Vec<usize>, Vec<NewBooking>) = wanted.into_iter().unzip();
        let new = new.into_iter().map(|n| (key(), n)).collect();
        accepted = 0;
        for (at, made) in places.into_iter().zip(store.book_all(new, now, &mut |_: Progress| {})?) {
            match made {
                Ok(changed) => {
                    accepted += 1;
                    rows[at].text = changed.booking.latest_issue().map(|i| i.code.spaced()).unwrap_or_default();
                }
                Err(refusal) => {
                    rows[at].ok = false;
                    rows[at].text = text(lang, refused(&refusal), &[("what", "".into())]);
                }
            }
        }
    }
    Ok(ImportView { accepted, rows })
}

const fn refused(refusal: &BookRefusal) -> &'static str {
    match refusal {
        BookRefusal::Unknown => "import-office",
        BookRefusal::NoSlot => "import-no-slot",
        BookRefusal::Full { .. } => "import-full",
        BookRefusal::Closed(_) => "import-closed",
        BookRefusal::Persons => "import-persons",
        BookRefusal::Contact => "import-contact",
        BookRefusal::Gone => "import-disk",
    }
}

/// Takes a place off what was free, so that a dry run sees two lines for one place.
fn take(free: &mut [varco_store::Places], new: &NewBooking) -> Result<(), Bad> {
    let persons = u32::from(new.persons);
    let mut at_start = free.iter_mut().filter(|p| p.start == new.start).peekable();
    if at_start.peek().is_none() {
        return Err(("import-no-slot", String::new()));
    }
    let place =
        at_start.find(|p| p.desks_left > 0 && p.persons_left >= persons).ok_or(("import-full", String::new()))?;
    place.desks_left -= 1;
    place.persons_left -= persons;
    Ok(())
}

type Lines = Vec<(u32, Result<ImportLine, Bad>)>;

fn csv_lines(file: &str) -> Result<Lines, Fault> {
    let file = file.trim_start_matches('\u{feff}');
    let first = file.lines().next().unwrap_or_default();
    let delimiter = if first.contains(';') { b';' } else { b',' };
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).trim(csv::Trim::All).flexible(true).from_reader(file.as_bytes());
    let header = reader.headers().map_err(|_| Fault::Bad("import-header"))?.clone();
    for column in ["date", "time", "office"] {
        if !header.iter().any(|h| h.eq_ignore_ascii_case(column)) {
            return Err(Fault::Bad("import-header"));
        }
    }
    let header: csv::StringRecord = header.iter().map(str::to_ascii_lowercase).collect();
    let mut lines = Vec::new();
    for record in reader.records() {
        let (line, parsed) = match record {
            Ok(record) => {
                let line = record.position().map_or(0, csv::Position::line);
                let parsed = if record.len() > header.len() {
                    Err(("import-columns", record.len().to_string()))
                } else {
                    record.deserialize(Some(&header)).map_err(|e| ("import-form", form(&e)))
                };
                (line, parsed)
            }
            Err(error) => (error.position().map_or(0, csv::Position::line), Err(("import-form", form(&error)))),
        };
        lines.push((u32::try_from(line).unwrap_or(u32::MAX), parsed));
    }
    Ok(lines)
}

/// What is wrong, without the content of the line: it may name a person.
fn form(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::Utf8 { .. } => "UTF-8".to_owned(),
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => format!("{len}/{expected_len}"),
        _ => String::new(),
    }
}

fn json_lines(file: &str) -> Result<Lines, Fault> {
    let all: Vec<serde_json::Value> = serde_json::from_str(file).map_err(|_| Fault::Bad("import-json"))?;
    let line = |(n, mut value): (usize, serde_json::Value)| {
        if let Some(fields) = value.as_object_mut() {
            for field in fields.values_mut() {
                match field {
                    serde_json::Value::Number(n) => *field = serde_json::Value::String(n.to_string()),
                    serde_json::Value::Null => *field = serde_json::Value::String(String::new()),
                    _ => {}
                }
            }
        }
        let parsed = serde_json::from_value(value).map_err(|_| ("import-form", String::new()));
        (u32::try_from(n + 1).unwrap_or(u32::MAX), parsed)
    };
    Ok(all.into_iter().enumerate().map(line).collect())
}

fn booking(day: &Day, line: &ImportLine) -> Result<(NewBooking, NaiveDate), Bad> {
    let day_of = |text: &str| ["%Y-%m-%d", "%d/%m/%Y"].iter().find_map(|f| NaiveDate::parse_from_str(text, f).ok());
    let date = day_of(&line.date).ok_or_else(|| ("import-date", short(&line.date)))?;
    let time = NaiveTime::parse_from_str(&line.time.replace('.', ":"), "%H:%M");
    let time = time.map_err(|_| ("import-time", short(&line.time)))?;
    let same = |a: &str, b: &str| a.trim().to_lowercase() == b.trim().to_lowercase();
    let office = day.offices.values().find(|o| !o.archived && same(&o.name, &line.office));
    let office = office.ok_or_else(|| ("import-office", short(&line.office)))?;
    let service = service(day, office.id, &line.service).ok_or_else(|| ("import-service", short(&line.service)))?;
    let zone = day.sites.get(&office.site).map(|s| s.zone).unwrap_or_default();
    let start = resolve(zone, NaiveDateTime::new(date, time)).map_err(|_| ("import-time", short(&line.time)))?;
    let persons = if line.persons.is_empty() { Ok(1) } else { line.persons.parse() };
    let persons = persons.ok().filter(|n: &u8| *n > 0).ok_or_else(|| ("import-persons", short(&line.persons)))?;
    let names: Vec<String> =
        line.names.split(['|', ';']).map(|n| n.trim().to_owned()).filter(|n| !n.is_empty()).collect();
    if names.len() > usize::from(persons) {
        return Err(("import-names", names.len().to_string()));
    }
    let some = |t: &str| Some(t.to_owned()).filter(|t| !t.is_empty());
    let contact = Contact { phone: some(&line.phone), email: some(&line.email) };
    if !contact.fits() {
        return Err(("import-contact", CONTACT_CHARS.to_string()));
    }
    let due_by = some(&line.due_by).map(|text| day_of(&text).ok_or_else(|| ("import-due_by", short(&text))));
    let due_by = due_by.transpose()?;
    let new = NewBooking {
        office: office.id,
        service,
        audience: Audience::Staff,
        start,
        persons,
        names,
        tell_apart: some(&line.tell_apart),
        assistance: some(&line.assistance),
        contact,
        due_by,
    };
    Ok((new, date))
}

fn service(day: &Day, office: OfficeId, name: &str) -> Option<ServiceId> {
    let mut of_office = day.services.values().filter(|s| s.office == office);
    if name.trim().is_empty() {
        return of_office.next().map(|s| s.id);
    }
    let wanted = name.trim().to_lowercase();
    of_office.find(|s| s.name.0.to_lowercase() == wanted || s.name.1.to_lowercase() == wanted).map(|s| s.id)
}

/// The beginning of a value, so that a sentence stays a sentence.
fn short(value: &str) -> String {
    value.chars().take(24).collect()
}
