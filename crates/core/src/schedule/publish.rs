// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! An edit of the hours takes effect from a date; the days before it stay as they were.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Band, House, OfficeSchedule, OpeningRule, Recurrence, ScheduleFault, validate};
use crate::ids::RuleId;

/// Hours as somebody wants them from a date on, without a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WantedRule {
    /// The rule that is kept or changed; `None` for a new one, and for the second half of one that is split.
    #[serde(default)]
    pub id: Option<RuleId>,
    /// ISO weekday: 1 Monday to 7 Sunday.
    pub weekday: u8,
    /// On which of these weekdays.
    #[serde(default)]
    pub recurrence: Recurrence,
    /// The hours, the places and for whom.
    #[serde(flatten)]
    pub band: Band,
    /// The first date, when it is later than the date of the edit.
    #[serde(default)]
    pub valid_from: Option<NaiveDate>,
    /// The last date; `None` for no end.
    #[serde(default)]
    pub valid_until: Option<NaiveDate>,
}

/// A schedule with an edit in it, not saved yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// All of it: what was, and what will be.
    pub schedule: OfficeSchedule,
    /// The numbers that the wanted rules have in it, in the order in which they were given.
    pub rules: Vec<RuleId>,
    /// What holds from the date on, each rule beginning no earlier.
    holds: OfficeSchedule,
    from: NaiveDate,
}

impl WantedRule {
    /// A rule as it holds now, to be wanted again.
    #[must_use]
    pub fn like(rule: &OpeningRule) -> Self {
        Self {
            id: Some(rule.id),
            weekday: rule.weekday,
            recurrence: rule.recurrence,
            band: rule.band,
            valid_from: Some(rule.valid_from),
            valid_until: rule.valid_until,
        }
    }

    fn begins(&self, from: NaiveDate) -> NaiveDate {
        self.valid_from.map_or(from, |valid_from| valid_from.max(from))
    }

    /// Whether a rule says the same from a date on.
    fn is_said_by(&self, rule: &OpeningRule, from: NaiveDate) -> bool {
        let begins = rule.valid_from.max(from);
        (rule.weekday, rule.recurrence, rule.band) == (self.weekday, self.recurrence, self.band)
            && (begins, rule.valid_until) == (self.begins(from), self.valid_until)
    }
}

impl Draft {
    /// The schedule that has the wanted rules from a date on, and before it what it had. A rule that is wanted as it is
    /// stays; a changed one gets a new version from the date on; one that is wanted no more ends the day before; one
    /// that would only have begun is dropped. The order of the rules does not matter.
    #[must_use]
    pub fn new(office: &OfficeSchedule, wanted: &[WantedRule], from: NaiveDate) -> Self {
        let (mine, others): (Vec<_>, Vec<_>) =
            office.rules.iter().cloned().partition(|rule| rule.office == office.office);
        let (alive, mut rules): (Vec<_>, Vec<_>) = mine.into_iter().partition(|rule| holds_from(rule, from));
        let mut versions: BTreeMap<RuleId, u32> = BTreeMap::new();
        for rule in alive.iter().chain(&rules) {
            let last = versions.entry(rule.id).or_default();
            *last = rule.version.max(*last);
        }
        let mut next = office.rules.iter().map(|rule| rule.id.0).max().unwrap_or_default();
        let mut order: Vec<usize> = (0..wanted.len()).collect();
        order.sort_by_cached_key(|n| {
            let rule = &wanted[*n];
            (rule.weekday, rule.band.from, rule.band.to, format!("{rule:?}"))
        });

        let mut ids = vec![RuleId(0); wanted.len()];
        let mut kept = BTreeSet::new();
        let mut taken = BTreeSet::new();
        let mut holds = Vec::with_capacity(wanted.len());
        for n in order {
            let want = &wanted[n];
            let known = want.id.filter(|id| versions.contains_key(id) && taken.insert(*id));
            let id = known.unwrap_or_else(|| {
                next = next.saturating_add(1);
                RuleId(next)
            });
            ids[n] = id;
            let mut versions_alive = alive.iter().filter(|rule| rule.id == id);
            let stays = versions_alive.next().filter(|rule| want.is_said_by(rule, from));
            let rule = match stays.filter(|_| versions_alive.next().is_none()) {
                Some(rule) => {
                    kept.insert(id);
                    rule.clone()
                }
                None => OpeningRule {
                    id,
                    version: versions.get(&id).map_or(1, |last| last.saturating_add(1)),
                    office: office.office,
                    weekday: want.weekday,
                    recurrence: want.recurrence,
                    band: want.band,
                    valid_from: want.begins(from),
                    valid_until: want.valid_until,
                },
            };
            holds.push(OpeningRule { valid_from: rule.valid_from.max(from), ..rule.clone() });
            rules.push(rule);
        }
        let before = from.pred_opt();
        let ended = alive.into_iter().filter(|rule| !kept.contains(&rule.id) && rule.valid_from < from);
        rules.extend(ended.map(|rule| OpeningRule { valid_until: before, ..rule }));
        rules.extend(others);
        rules.sort_by_key(|rule| (rule.office, rule.id, rule.version));
        let with = |rules, exceptions| OfficeSchedule { rules, exceptions, ..office.clone() };
        let holds = with(holds, Vec::new());
        Self { schedule: with(rules, office.exceptions.clone()), rules: ids, holds, from }
    }

    /// All that is wrong with what would hold from the date on; first what refuses it, then what is only told.
    #[must_use]
    pub fn faults(&self, house: &House) -> Vec<ScheduleFault> {
        let mut faults = validate(&self.holds);
        if faults.is_empty() {
            faults = house.faults(&self.holds, self.from);
        }
        faults.sort_by_key(ScheduleFault::is_only_told);
        faults
    }
}

fn holds_from(rule: &OpeningRule, from: NaiveDate) -> bool {
    rule.valid_until.is_none_or(|until| until >= from && until >= rule.valid_from)
}

/// The schedule that has the wanted rules from a date on, as [`Draft::new`].
///
/// # Errors
/// All that is wrong with them; nothing of it may be saved then.
pub fn publish(
    office: &OfficeSchedule,
    wanted: &[WantedRule],
    from: NaiveDate,
) -> Result<OfficeSchedule, Vec<ScheduleFault>> {
    let draft = Draft::new(office, wanted, from);
    let faults = validate(&draft.holds);
    if faults.is_empty() { Ok(draft.schedule) } else { Err(faults) }
}

/// Lets rules hold for longer: until a later date, or with no end. Their newest version is moved; nothing else changes.
///
/// # Errors
/// All that is wrong: a rule that is not there, an end that is not later, hours that would overlap by then.
pub fn extend(
    office: &OfficeSchedule,
    rules: &[RuleId],
    until: Option<NaiveDate>,
) -> Result<OfficeSchedule, Vec<ScheduleFault>> {
    let mut longer = office.clone();
    let mut faults = Vec::new();
    for id in rules {
        let newest = longer.rules.iter_mut().filter(|rule| rule.office == office.office && rule.id == *id);
        let Some(newest) = newest.max_by_key(|rule| rule.version) else {
            faults.push(ScheduleFault::NoSuchRule { rule: *id });
            continue;
        };
        match newest.valid_until {
            Some(now) if until.is_none_or(|until| until > now) => newest.valid_until = until,
            now => faults.push(ScheduleFault::NotLater { rule: *id, until: now }),
        }
    }
    if faults.is_empty() {
        let before = validate(office);
        faults = validate(&longer).into_iter().filter(|fault| !before.contains(fault)).collect();
    }
    if faults.is_empty() { Ok(longer) } else { Err(faults) }
}
