// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What a building and an office can hold, against what their hours promise.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};

use super::{OfficeSchedule, OpeningRule, ScheduleFault};
use crate::ids::RuleId;

/// How many days after each beginning of a rule are looked at for desks that are used twice: a year, and a week more.
const DAYS_AHEAD: usize = 53 * 7;

/// What is stated of a building and an office; what is not stated is not checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct House {
    /// When the doors open.
    pub opens_at: Option<NaiveTime>,
    /// When the building closes.
    pub closes_at: Option<NaiveTime>,
    /// Desks of the office.
    pub desks: Option<u16>,
    /// The most cases of one visit, over the services of the office.
    pub cases_max: Option<u8>,
}

impl House {
    /// What the hours promise that the house does not hold, from a date on.
    #[must_use]
    pub fn faults(&self, office: &OfficeSchedule, from: NaiveDate) -> Vec<ScheduleFault> {
        let mut faults = Vec::new();
        for rule in &office.rules {
            let (id, band) = (rule.id, rule.band);
            if let Some(opens_at) = self.opens_at.filter(|opens_at| band.from < *opens_at) {
                faults.push(ScheduleFault::BeforeDoors { rule: id, from: band.from, opens_at });
            }
            if let Some(closes_at) = self.closes_at.filter(|closes_at| band.to > *closes_at) {
                faults.push(ScheduleFault::AfterClosing { rule: id, to: band.to, closes_at });
            }
            if let Some(cases) = self.cases_max
                && u32::from(band.persons_per_slot) > u32::from(band.desks) * u32::from(cases)
            {
                let (persons, desks) = (band.persons_per_slot, band.desks);
                faults.push(ScheduleFault::PersonsOverCases { rule: id, persons, desks, cases });
            }
        }
        if let Some(desks) = self.desks {
            faults.extend(desks_together(office, desks, from));
        }
        faults
    }
}

/// Bands that together use more desks than there are; each set of them once, with the first date.
fn desks_together(office: &OfficeSchedule, desks: u16, from: NaiveDate) -> Vec<ScheduleFault> {
    let begins: BTreeSet<NaiveDate> = office.rules.iter().map(|rule| rule.valid_from.max(from)).collect();
    let dates: BTreeSet<NaiveDate> = begins.iter().flat_map(|date| date.iter_days().take(DAYS_AHEAD)).collect();
    let mut seen: BTreeSet<Vec<RuleId>> = BTreeSet::new();
    let mut faults = Vec::new();
    for date in dates {
        let rules: Vec<&OpeningRule> = office.rules_on(date).collect();
        for time in rules.iter().map(|rule| rule.band.from) {
            let together: Vec<&&OpeningRule> = rules.iter().filter(|rule| rule.band.hours().contain(time)).collect();
            let used: u32 = together.iter().map(|rule| u32::from(rule.band.desks)).sum();
            let mut ids: Vec<RuleId> = together.iter().map(|rule| rule.id).collect();
            ids.sort_unstable();
            if used > u32::from(desks) && seen.insert(ids.clone()) {
                faults.push(ScheduleFault::DesksTogether { rules: ids, date, time, used, desks });
            }
        }
    }
    faults
}
