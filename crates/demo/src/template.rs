// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A court from a readable file.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use varco_core::{
    access::Grants,
    booking::{self, Court, Gate},
    gate::{Gesture, Station},
    ids::{CourtId, GateId, OfficeId, RuleId, ServiceId, SiteId, StationId},
    schedule::{self, Audience, HolidayCalendar, MonthDay, OfficeSchedule, OpeningRule, Patron, Recurrence},
    time::Zone,
};
use varco_store::Structure;
use varco_words::{Lang, clock};

/// Offices to begin with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Its name for machines.
    pub id: String,
    /// Its name, Italian and English.
    pub name: (String, String),
    /// What it is good for.
    pub about: (String, String),
    /// Its offices.
    pub offices: Vec<Office>,
}

/// An office of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// As people call it.
    pub name: String,
    /// Floor.
    pub floor: Option<String>,
    /// Room.
    pub room: Option<String>,
    /// When it receives.
    pub bands: Vec<Band>,
    /// What is done there.
    pub services: Vec<Service>,
}

/// When an office receives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// ISO weekdays.
    pub days: Vec<u8>,
    /// HH:MM.
    pub from: String,
    /// HH:MM.
    pub to: String,
    /// Length of a slot.
    pub minutes: u16,
    /// Bookings at the same time.
    pub desks: u16,
    /// Persons at the same time.
    pub persons: u16,
    /// For whom.
    pub audience: Audience,
}

/// What is done at an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Italian and English.
    pub name: (String, String),
    /// Length of a visit.
    pub minutes: u32,
    /// What to bring.
    #[serde(default)]
    pub bring: Vec<Words>,
}

/// Words in both languages, or in Italian only: then the Italian ones stand for both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Words {
    /// Italian and English.
    Both(String, String),
    /// Italian.
    Italian(String),
}

impl Words {
    /// Italian and English.
    #[must_use]
    pub fn pair(&self) -> (String, String) {
        match self {
            Self::Both(it, en) => (it.clone(), en.clone()),
            Self::Italian(it) => (it.clone(), it.clone()),
        }
    }
}

/// The building of a new court.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Name.
    pub name: String,
    /// Street and number.
    pub address: String,
    /// Its time.
    pub zone: Zone,
    /// Month and day.
    pub patron_saint: Option<(u32, u32)>,
    /// Name of the entrance.
    pub gate: String,
}

const FILES: [&str; 2] = [include_str!("../templates/pistoia.json"), include_str!("../templates/small-court.json")];

/// From when the rules of a template hold.
const VALID_FROM: NaiveDate = match NaiveDate::from_ymd_opt(2020, 1, 1) {
    Some(date) => date,
    None => NaiveDate::MIN,
};

impl Template {
    /// All templates; a test reads each.
    #[must_use]
    pub fn all() -> Vec<Self> {
        FILES.iter().filter_map(|f| serde_json::from_str(f).ok()).collect()
    }

    /// A court of one building with these offices.
    #[must_use]
    pub fn structure(&self, court: &str, site: &Site) -> Structure {
        let site_id = SiteId(1);
        let mut services = Vec::new();
        let mut schedules = Vec::new();
        let mut offices = Vec::new();
        let mut rules = 0;
        for (n, office) in (1_u32..).zip(&self.offices) {
            let id = OfficeId(n);
            for service in &office.services {
                let number = ServiceId(u32::try_from(services.len()).unwrap_or(u32::MAX).saturating_add(1));
                services.push(booking::Service {
                    bring: service.bring.iter().map(Words::pair).collect(),
                    ..booking::Service::new(number, id, service.name.clone(), service.minutes)
                });
            }
            schedules.push(OfficeSchedule {
                office: id,
                site: site_id,
                zone: site.zone,
                rules: office.bands.iter().flat_map(|b| b.rules(id, &mut rules)).collect(),
                exceptions: Vec::new(),
                holidays: HolidayCalendar { patron: site.patron(), ..HolidayCalendar::default() },
            });
            offices.push(booking::Office {
                floor: office.floor.clone(),
                room: office.room.clone(),
                ..booking::Office::new(id, site_id, office.name.clone())
            });
        }
        Structure {
            court: Court { id: CourtId(1), name: court.to_owned(), web: None, phone: None },
            sites: vec![booking::Site {
                zone: site.zone,
                patron: site.patron(),
                ..booking::Site::new(site_id, site.name.clone(), site.address.clone())
            }],
            gates: vec![Gate::new(GateId(1), site_id, site.gate.clone())],
            offices,
            services,
            schedules,
            neighbours: Vec::new(),
            stations: vec![Station {
                id: StationId(1),
                gate: GateId(1),
                site: site_id,
                gesture: Gesture::Enter,
                arrive_enters: false,
            }],
            grants: Grants::default(),
            pretend: false,
        }
    }
}

impl Site {
    pub(crate) fn patron(&self) -> Option<Patron> {
        let (month, day) = self.patron_saint?;
        let day = MonthDay::new(u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
        Some(Patron { day, name: "Santo patrono".to_owned(), legal_holiday: true })
    }
}

impl Band {
    fn rules(&self, office: OfficeId, next: &mut u32) -> Vec<OpeningRule> {
        let time = |t: &str| NaiveTime::parse_from_str(t, "%H:%M").unwrap_or_default();
        let band = schedule::Band {
            from: time(&self.from),
            to: time(&self.to),
            slot_minutes: self.minutes,
            remainder_minutes: 0,
            desks: self.desks,
            persons_per_slot: self.persons,
            audience: self.audience,
        };
        let rule = |weekday: &u8| {
            *next += 1;
            OpeningRule {
                id: RuleId(*next),
                version: 1,
                office,
                weekday: *weekday,
                recurrence: Recurrence::EveryWeek,
                band,
                valid_from: VALID_FROM,
                valid_until: None,
            }
        };
        self.days.iter().map(rule).collect()
    }
}

impl Office {
    /// "lun mar mer gio ven 9:00–13:00" and so on.
    #[must_use]
    pub fn hours_in_words(&self, lang: Lang) -> String {
        let monday = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default();
        let name = |day: &u8| {
            let date = monday + chrono::Days::new(u64::from(day.saturating_sub(1)));
            varco_words::day_short(lang, date).split(' ').next().unwrap_or_default().to_owned()
        };
        let band = |b: &Band| {
            let days: Vec<String> = b.days.iter().map(name).collect();
            let time = |t: &str| NaiveTime::parse_from_str(t, "%H:%M").map(clock).unwrap_or_default();
            format!("{} {}–{}", days.join(" "), time(&b.from), time(&b.to))
        };
        self.bands.iter().map(band).collect::<Vec<_>>().join("; ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_can_be_read_and_its_rules_are_sound() {
        assert_eq!(Template::all().len(), FILES.len());
        for template in Template::all() {
            let site = Site {
                name: "Palazzo".to_owned(),
                address: "Piazza 1".to_owned(),
                zone: Zone::default(),
                patron_saint: Some((7, 25)),
                gate: "Varco 1".to_owned(),
            };
            let structure = template.structure("Tribunale", &site);
            assert!(structure.offices.len() >= 3);
            for plan in &structure.schedules {
                assert_eq!(schedule::validate(plan), Vec::new(), "{}", template.id);
            }
        }
    }
}
