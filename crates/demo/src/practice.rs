// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Courts to practise at are open when somebody wants to practise: also on a Sunday.

use std::collections::BTreeMap;

use varco_core::{
    ids::RuleId,
    schedule::{HolidayCalendar, NationalDays, OpeningRule, Recurrence, Summer},
};
use varco_store::Structure;

/// Opens each office on every day of the year: on weekdays without hours those of the day that has most bands. Holidays
/// and closures are left out.
pub fn open_every_day(structure: &mut Structure) {
    let ids = structure.schedules.iter().flat_map(|plan| &plan.rules).map(|rule| rule.id.0);
    let mut last = ids.max().unwrap_or(0);
    for plan in &mut structure.schedules {
        plan.exceptions.clear();
        plan.holidays =
            HolidayCalendar { national: NationalDays::None, sundays: false, patron: None, summer: Summer::AsUsual };
        let mut days: BTreeMap<u8, Vec<OpeningRule>> = BTreeMap::new();
        for rule in &plan.rules {
            days.entry(rule.weekday).or_default().push(rule.clone());
        }
        let Some(fullest) = days.values().max_by_key(|rules| rules.len()).cloned() else { continue };
        for weekday in (1..=7).filter(|day| !days.contains_key(day)) {
            plan.rules.extend(fullest.iter().map(|rule| {
                last += 1;
                OpeningRule { id: RuleId(last), weekday, recurrence: Recurrence::EveryWeek, ..rule.clone() }
            }));
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{Days, NaiveDate};
    use varco_core::schedule::{self, Audience};

    use super::*;
    use crate::demo_structure;

    #[test]
    fn every_office_can_be_practised_at_on_every_day_of_a_year() {
        let mut structure = demo_structure(1);
        let sunday = NaiveDate::from_ymd_opt(2026, 11, 29).expect("a date");
        let open = |structure: &Structure, date| {
            structure.schedules.iter().filter(|plan| !schedule::slots(plan, date, Audience::All).is_empty()).count()
        };
        assert_eq!(open(&structure, sunday), 0);
        open_every_day(&mut structure);
        for n in 0..366 {
            assert_eq!(open(&structure, sunday + Days::new(n)), structure.schedules.len(), "{n} days later");
        }
        for plan in &structure.schedules {
            assert_eq!(schedule::validate(plan), Vec::new());
        }
    }
}
