// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::{MonthDay, Pool};

/// Which days a site keeps as holidays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HolidayCalendar {
    /// The national holidays that are kept.
    pub national: NationalDays,
    /// Whether every Sunday is a holiday, as the law has it.
    pub sundays: bool,
    /// The patron saint's day, where the site closes on it.
    #[serde(default)]
    pub patron: Option<Patron>,
    /// What the office does while procedural time limits are suspended (1 to 31 August, L. 742/1969, art. 1).
    #[serde(default)]
    pub summer: Summer,
}

/// The national holidays that a calendar keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NationalDays {
    /// Those of Italy.
    #[default]
    Italy,
    /// None: an office outside the law on holidays enters its closures itself.
    None,
}

/// The day of a patron saint. But for Rome's it is no legal holiday: time limits run on, and each court decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Patron {
    /// The day of the year.
    pub day: MonthDay,
    /// The saint, as the town says it.
    pub name: String,
    /// Whether the law makes it a holiday (Rome, 29 June: D.P.R. 792/1985).
    pub legal_holiday: bool,
}

/// What an office does from 1 to 31 August. The law suspends time limits, it does not close the courts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Summer {
    /// It works by its rules.
    #[default]
    AsUsual,
    /// It takes no bookings; bands for walk-ins stay open for what is urgent.
    NoBookings,
    /// It is closed.
    Closed,
}

/// Why a day, or a share of it, is a holiday.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Holiday {
    /// A holiday of the whole country.
    National {
        /// Which.
        day: NationalHoliday,
    },
    /// The patron saint's day of the site.
    Patron {
        /// The saint.
        name: String,
        /// Whether the law makes it a holiday.
        legal_holiday: bool,
    },
    /// A Sunday.
    Sunday,
    /// The summer suspension, where the office has chosen to close or to take no bookings.
    SummerSuspension,
}

/// A national holiday of Italy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NationalHoliday {
    /// 1 January.
    Capodanno,
    /// 6 January.
    Epifania,
    /// Easter Sunday.
    Pasqua,
    /// The day after Easter.
    LunediDellAngelo,
    /// 25 April.
    Liberazione,
    /// 1 May.
    FestaDelLavoro,
    /// 2 June.
    FestaDellaRepubblica,
    /// 15 August.
    Assunzione,
    /// 4 October, since 2026.
    SanFrancesco,
    /// 1 November.
    Ognissanti,
    /// 8 December.
    Immacolata,
    /// 25 December.
    Natale,
    /// 26 December.
    SantoStefano,
}

/// How a national holiday is found in a year.
enum On {
    Day(u32, u32),
    Easter { plus_days: u64 },
}

impl NationalHoliday {
    /// All of them, in the order of a year.
    pub const EVERY: [Self; 13] = [
        Self::Capodanno,
        Self::Epifania,
        Self::Pasqua,
        Self::LunediDellAngelo,
        Self::Liberazione,
        Self::FestaDelLavoro,
        Self::FestaDellaRepubblica,
        Self::Assunzione,
        Self::SanFrancesco,
        Self::Ognissanti,
        Self::Immacolata,
        Self::Natale,
        Self::SantoStefano,
    ];

    /// The day, the first year of its present standing, and the law.
    const fn facts(self) -> (On, i32, &'static str) {
        match self {
            Self::Capodanno => (On::Day(1, 1), 1949, "L. 260/1949; D.P.R. 792/1985"),
            Self::Epifania => (On::Day(1, 6), 1986, "D.P.R. 792/1985 (taken away by L. 54/1977)"),
            Self::Pasqua => (On::Easter { plus_days: 0 }, 1949, "L. 260/1949"),
            Self::LunediDellAngelo => (On::Easter { plus_days: 1 }, 1949, "L. 260/1949"),
            Self::Liberazione => (On::Day(4, 25), 1949, "L. 260/1949"),
            Self::FestaDelLavoro => (On::Day(5, 1), 1949, "L. 260/1949"),
            Self::FestaDellaRepubblica => (On::Day(6, 2), 2001, "L. 260/1949; L. 336/2000 (a Sunday by L. 54/1977)"),
            Self::Assunzione => (On::Day(8, 15), 1949, "L. 260/1949; D.P.R. 792/1985"),
            Self::SanFrancesco => (On::Day(10, 4), 2026, "L. 151/2025"),
            Self::Ognissanti => (On::Day(11, 1), 1949, "L. 260/1949; D.P.R. 792/1985"),
            Self::Immacolata => (On::Day(12, 8), 1949, "L. 260/1949; D.P.R. 792/1985"),
            Self::Natale => (On::Day(12, 25), 1949, "L. 260/1949; D.P.R. 792/1985"),
            Self::SantoStefano => (On::Day(12, 26), 1949, "L. 260/1949"),
        }
    }

    /// The law that makes it a holiday, cited in Italian.
    #[must_use]
    pub const fn law(self) -> &'static str {
        self.facts().2
    }

    /// Its date in a year; `None` before it was a holiday, or outside the years 1583 to 9999.
    #[must_use]
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        let (on, since, _) = self.facts();
        if year < since {
            return None;
        }
        match on {
            On::Day(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            On::Easter { plus_days } => easter_sunday(year)?.checked_add_days(Days::new(plus_days)),
        }
    }

    /// The national holiday on a date, if it is one.
    #[must_use]
    pub fn on(date: NaiveDate) -> Option<Self> {
        Self::EVERY.into_iter().find(|holiday| holiday.in_year(date.year()) == Some(date))
    }
}

impl Default for HolidayCalendar {
    /// The national holidays and Sundays, no patron saint, summer as usual.
    fn default() -> Self {
        Self { national: NationalDays::Italy, sundays: true, patron: None, summer: Summer::AsUsual }
    }
}

impl HolidayCalendar {
    /// The holiday that a date is for everybody. A national holiday is named before a patron saint's day of the same
    /// date, and both before Sunday.
    #[must_use]
    pub fn on(&self, date: NaiveDate) -> Option<Holiday> {
        if self.national == NationalDays::Italy
            && let Some(day) = NationalHoliday::on(date)
        {
            return Some(Holiday::National { day });
        }
        if let Some(patron) = self.patron.as_ref().filter(|patron| patron.day == MonthDay::of(date)) {
            return Some(Holiday::Patron { name: patron.name.clone(), legal_holiday: patron.legal_holiday });
        }
        if self.sundays && date.weekday() == Weekday::Sun {
            return Some(Holiday::Sunday);
        }
        (self.summer == Summer::Closed && date.month() == 8).then_some(Holiday::SummerSuspension)
    }

    /// The holiday that keeps a pool closed on a date: that of everybody, or the summer suspension for bookings.
    #[must_use]
    pub fn for_pool(&self, date: NaiveDate, pool: Pool) -> Option<Holiday> {
        let no_bookings = self.summer == Summer::NoBookings && date.month() == 8 && pool.0.books();
        self.on(date).or(no_bookings.then_some(Holiday::SummerSuspension))
    }

    /// The date itself when it is a working day, else the first one after it. Saturdays are working days only where
    /// `saturdays` says so; the summer suspension does not matter.
    #[must_use]
    pub fn working_day_from(&self, date: NaiveDate, saturdays: bool) -> NaiveDate {
        let works = |date: &NaiveDate| {
            let kept = Self { summer: Summer::AsUsual, ..self.clone() }.on(*date);
            kept.is_none() && (saturdays || date.weekday() != Weekday::Sat)
        };
        date.iter_days().find(works).unwrap_or(date)
    }
}

/// Easter Sunday of a year by the Gregorian reckoning (the "anonymous" algorithm of 1876); `None` outside 1583 to 9999.
#[must_use]
pub fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let y = u32::try_from(year).ok().filter(|y| (1583..=9999).contains(y))?;
    let (golden, century, of_century) = (y % 19, y / 100, y % 100);
    let leap_corrected = century - century / 4 - (8 * century + 13) / 25;
    let epact = (19 * golden + leap_corrected + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let march_days = epact + to_sunday + 114 - 7 * late;
    NaiveDate::from_ymd_opt(year, march_days / 31, march_days % 31 + 1)
}

/// A patron saint's day to propose when a site of that town is set up. To be confirmed by the court: only Rome's is a
/// legal holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownPatron {
    /// The town.
    pub city: &'static str,
    /// The day of the year.
    pub day: MonthDay,
    /// The saint.
    pub name: &'static str,
    /// Whether the law makes it a holiday.
    pub legal_holiday: bool,
}

impl KnownPatron {
    /// The patron as a calendar keeps it.
    #[must_use]
    pub fn patron(&self) -> Patron {
        Patron { day: self.day, name: self.name.to_owned(), legal_holiday: self.legal_holiday }
    }
}

/// Patron saints of some towns, from public sources read in November 2026.
pub const KNOWN_PATRONS: [KnownPatron; 8] = [
    KnownPatron { city: "Bologna", day: MonthDay::known(10, 4), name: "San Petronio", legal_holiday: false },
    KnownPatron { city: "Firenze", day: MonthDay::known(6, 24), name: "San Giovanni Battista", legal_holiday: false },
    KnownPatron { city: "Genova", day: MonthDay::known(6, 24), name: "San Giovanni Battista", legal_holiday: false },
    KnownPatron { city: "Milano", day: MonthDay::known(12, 7), name: "Sant'Ambrogio", legal_holiday: false },
    KnownPatron { city: "Palmi", day: MonthDay::known(12, 6), name: "Santo patrono", legal_holiday: false },
    KnownPatron { city: "Pistoia", day: MonthDay::known(7, 25), name: "San Jacopo", legal_holiday: false },
    KnownPatron { city: "Roma", day: MonthDay::known(6, 29), name: "Santi Pietro e Paolo", legal_holiday: true },
    KnownPatron { city: "Torino", day: MonthDay::known(6, 24), name: "San Giovanni Battista", legal_holiday: false },
];
