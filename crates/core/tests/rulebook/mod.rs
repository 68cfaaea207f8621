// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Rulebooks as they are written in `tests/rulebooks/`; its README explains every word.

#![allow(dead_code, reason = "each test that reads rulebooks uses its own part of them")]
#![allow(clippy::expect_used, clippy::panic, reason = "a rulebook that cannot be read is a failed test")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Deserializer};
use varco_core::ids::{OfficeId, RuleId, SiteId};
use varco_core::schedule::{Audience, Band, HolidayCalendar, KNOWN_PATRONS, OfficeSchedule, OpeningRule, Recurrence};
use varco_core::time::Zone;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rulebook {
    pub id: String,
    pub name: String,
    pub city: String,
    pub kind: String,
    pub source: Vec<String>,
    pub evidence: Evidence,
    pub period: String,
    pub read_on: NaiveDate,
    pub source_scenarios: u32,
    pub patron: Option<String>,
    pub chosen: Vec<String>,
    #[serde(default)]
    pub limits: BTreeMap<String, toml::Value>,
    #[serde(default, rename = "office")]
    pub offices: Vec<Office>,
    #[serde(default, rename = "scenario")]
    pub scenarios: Vec<Scenario>,
    #[serde(default)]
    pub not_yet: Vec<NotYet>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    Official,
    Bar,
    Press,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    Stated,
    Derived,
    Assumption,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    pub id: String,
    pub name: String,
    #[serde(rename = "band")]
    pub bands: Vec<WrittenBand>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenBand {
    pub weekdays: Vec<u8>,
    pub from: NaiveTime,
    pub to: NaiveTime,
    pub audience: Audience,
    pub slot_minutes: u16,
    pub desks: u16,
    pub persons: u16,
    pub valid_from: Option<NaiveDate>,
    pub valid_until: Option<NaiveDate>,
}

#[derive(Debug, Deserialize)]
pub struct Scenario {
    pub n: Option<u32>,
    pub words: Option<String>,
    pub answer: Option<String>,
    pub basis: Option<Basis>,
    #[serde(flatten)]
    pub case: Case,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotYet {
    pub n: u32,
    pub words: String,
    pub answer: String,
    pub basis: Basis,
    pub reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Case {
    Arrival { given: Arrival, expect: Reception },
    Booking { given: Asked, expect: Answer },
    Day { given: Day, expect: Sum },
    WorkingDay { given: Sent, expect: Counts },
    Door { given: Door, expect: Judged },
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Arrival {
    pub office: String,
    #[serde(deserialize_with = "civil")]
    pub at: NaiveDateTime,
    #[serde(default, deserialize_with = "perhaps_civil")]
    pub full_until: Option<NaiveDateTime>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reception {
    pub admitted: bool,
    /// A civil time or `never`.
    pub come_back_at: Option<String>,
    pub why: Option<String>,
    pub open_for: Option<Vec<Audience>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    pub office: String,
    #[serde(deserialize_with = "civil")]
    pub at: NaiveDateTime,
    pub audience: Audience,
    #[serde(default)]
    pub taken: BTreeMap<String, u32>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    pub why: String,
    pub pool: Option<Audience>,
    pub open_for: Option<Vec<Audience>>,
    pub open_on: Option<Vec<u8>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Day {
    pub office: String,
    pub date: NaiveDate,
    pub audience: Audience,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sum {
    pub slots: usize,
    pub places: Option<u32>,
    pub first_start: Option<NaiveTime>,
    pub last_end: Option<NaiveTime>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sent {
    pub sent: NaiveDate,
    pub saturdays: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    pub counts_from: NaiveDate,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Door {
    pub office: String,
    #[serde(default, deserialize_with = "perhaps_civil")]
    pub booked: Option<NaiveDateTime>,
    #[serde(deserialize_with = "civil")]
    pub at: NaiveDateTime,
    /// `entry_without_booking`; without it a receipt is read.
    pub gesture: Option<String>,
    pub reason: Option<String>,
    pub early_minutes: Option<u32>,
    pub maximum: Option<u32>,
    #[serde(default)]
    pub inside: u32,
    #[serde(default)]
    pub left: u32,
    #[serde(default, deserialize_with = "perhaps_civil")]
    pub counted_at: Option<NaiveDateTime>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judged {
    /// The code of a verdict, or `entered` for an entry without booking.
    pub verdict: String,
    #[serde(default, deserialize_with = "perhaps_civil")]
    pub come_back_at: Option<NaiveDateTime>,
    pub inside_after: Option<u32>,
}

pub const CIVIL: &str = "%Y-%m-%d %H:%M";

/// The folder of the rulebooks.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/rulebooks")
}

/// Every rulebook, by id.
pub fn all() -> Vec<Rulebook> {
    let files = std::fs::read_dir(folder()).expect("the folder of the rulebooks can be read");
    let paths = files.map(|file| file.expect("a file can be listed").path());
    let mut books: Vec<Rulebook> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("a rulebook can be read");
            let book: Rulebook = toml::from_str(&text).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
            assert_eq!(path.file_stem().and_then(|stem| stem.to_str()), Some(book.id.as_str()), "id and file name");
            book
        })
        .collect();
    books.sort_by(|one, other| one.id.cmp(&other.id));
    books
}

impl Rulebook {
    /// The schedule of one of its offices, which are numbered from 1 and stand in site 1.
    pub fn schedule(&self, office: &str) -> OfficeSchedule {
        let found = self.offices.iter().zip(1..).find(|(written, _)| written.id == office);
        let (written, number) = found.unwrap_or_else(|| panic!("{} has no office {office}", self.id));
        let of_weekday =
            written.bands.iter().flat_map(|band| band.weekdays.iter().map(move |weekday| (band, *weekday)));
        let rules = of_weekday.zip(1..).map(|((band, weekday), id)| OpeningRule {
            id: RuleId(id),
            version: 1,
            office: OfficeId(number),
            weekday,
            recurrence: Recurrence::EveryWeek,
            band: Band {
                from: band.from,
                to: band.to,
                slot_minutes: band.slot_minutes,
                remainder_minutes: 0,
                desks: band.desks,
                persons_per_slot: band.persons,
                audience: band.audience,
            },
            valid_from: band.valid_from.unwrap_or(NaiveDate::MIN),
            valid_until: band.valid_until,
        });
        OfficeSchedule {
            office: OfficeId(number),
            site: SiteId(1),
            zone: Zone::ROME,
            rules: rules.collect(),
            exceptions: Vec::new(),
            holidays: self.holidays(),
        }
    }

    /// The holidays of its building.
    pub fn holidays(&self) -> HolidayCalendar {
        let patron = self.patron.as_ref().map(|city| {
            let known = KNOWN_PATRONS.iter().find(|known| known.city == city);
            known.unwrap_or_else(|| panic!("no patron saint of {city} is known")).patron()
        });
        HolidayCalendar { patron, ..HolidayCalendar::default() }
    }
}

impl Scenario {
    /// How a failure is headed.
    pub fn title(&self, book: &Rulebook) -> String {
        let n = self.n.map_or("ours".to_owned(), |n| n.to_string());
        format!("{} {n} {}", book.id, self.words.as_deref().unwrap_or(""))
    }
}

fn civil<'de, D: Deserializer<'de>>(text: D) -> Result<NaiveDateTime, D::Error> {
    let text = String::deserialize(text)?;
    NaiveDateTime::parse_from_str(&text, CIVIL).map_err(serde::de::Error::custom)
}

fn perhaps_civil<'de, D: Deserializer<'de>>(text: D) -> Result<Option<NaiveDateTime>, D::Error> {
    civil(text).map(Some)
}
