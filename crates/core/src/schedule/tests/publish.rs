// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::properties::{any_date, any_office, any_rule, with_unique_ids};
use super::written::{day, office};
use crate::ids::RuleId;
use crate::schedule::*;

const MORNING: &str = "rule 1: mon, 09:00-12:00, 20 min, 2 desks 4 persons, all, until 2026-12-31";

/// The rules of a schedule as its lines, the number before each.
fn lines(office: &OfficeSchedule) -> Vec<String> {
    let line = |rule: &OpeningRule| {
        let Band { from, to, desks, .. } = rule.band;
        let until = rule.valid_until.map_or_else(|| "ever".to_owned(), |until| until.to_string());
        let hours = format!("{}-{}", from.format("%H:%M"), to.format("%H:%M"));
        format!("{} v{} {hours} {desks} desks, {} to {until}", rule.id, rule.version, rule.valid_from)
    };
    office.rules.iter().map(line).collect()
}

fn wanted(office: &OfficeSchedule) -> Vec<WantedRule> {
    office.rules.iter().map(WantedRule::like).collect()
}

#[test]
fn a_changed_rule_gets_a_new_version_from_the_date_and_the_old_one_ends_the_day_before() {
    let before = office(MORNING);
    let mut want = wanted(&before);
    want[0].band.desks = 3;
    let after = publish(&before, &want, day("2026-09-21")).unwrap();
    assert_eq!(
        lines(&after),
        ["1 v1 09:00-12:00 2 desks, 2020-01-01 to 2026-09-20", "1 v2 09:00-12:00 3 desks, 2026-09-21 to 2026-12-31"]
    );
    // And once more from a later date, and from an earlier one: what had only been planned is dropped.
    want[0].band.desks = 4;
    let later = publish(&after, &want, day("2026-10-05")).unwrap();
    assert_eq!(lines(&later)[2], "1 v3 09:00-12:00 4 desks, 2026-10-05 to 2026-12-31");
    let earlier = publish(&later, &want, day("2026-09-01")).unwrap();
    assert_eq!(
        lines(&earlier),
        ["1 v1 09:00-12:00 2 desks, 2020-01-01 to 2026-08-31", "1 v4 09:00-12:00 4 desks, 2026-09-01 to 2026-12-31"]
    );
}

#[test]
fn what_is_wanted_as_it_is_stays_and_what_is_wanted_no_more_ends() {
    let before = office(&format!("{MORNING}\nrule 2: tue, 09:00-12:00, 20 min, 2 desks 4 persons, all"));
    assert_eq!(publish(&before, &wanted(&before), day("2026-09-21")).unwrap(), before);
    let after = publish(&before, &wanted(&before)[..1], day("2026-09-21")).unwrap();
    assert_eq!(lines(&after)[1], "2 v1 09:00-12:00 2 desks, 2020-01-01 to 2026-09-20");
    assert_eq!(publish(&before, &[], NaiveDate::MIN).unwrap().rules, []);
}

#[test]
fn a_split_band_keeps_its_number_once() {
    let before = office(MORNING);
    let mut want = [wanted(&before), wanted(&before)].concat();
    want[0].band.to = want[0].band.from + chrono::TimeDelta::hours(1);
    want[1].band.from = want[0].band.to;
    let draft = Draft::new(&before, &want, day("2026-09-21"));
    assert_eq!(draft.rules, [RuleId(1), RuleId(2)]);
    assert_eq!(draft.faults(&House::default()), []);
}

#[test]
fn what_is_wrong_refuses_the_whole_edit_and_only_the_edit_is_looked_at() {
    let before =
        office(&format!("{MORNING}\nrule 2: mon, 10:00-11:00, 20 min, 1 desks 1 persons, all, until 2026-09-20"));
    assert_eq!(validate(&before).len(), 1, "they overlap, until the day before");
    let mut want = wanted(&before)[..1].to_vec();
    assert!(publish(&before, &want, day("2026-09-21")).is_ok());
    want.push(WantedRule { id: None, ..want[0].clone() });
    want[1].band.desks = 0;
    let faults = publish(&before, &want, day("2026-09-21")).unwrap_err();
    let codes: Vec<_> = faults.iter().map(ScheduleFault::code).collect();
    assert_eq!(codes, ["no_desks", "bands_overlap"]);
    assert_eq!(faults[1].rules(), [RuleId(3), RuleId(1)]);
}

#[test]
fn a_rule_that_may_be_extended_holds_until_a_later_date() {
    let before = office(MORNING);
    let until = |date: &str| Some(day(date));
    let after = extend(&before, &[RuleId(1)], until("2027-06-30")).unwrap();
    assert_eq!(lines(&after), ["1 v1 09:00-12:00 2 desks, 2020-01-01 to 2027-06-30"]);
    assert_eq!(lines(&extend(&before, &[RuleId(1)], None).unwrap())[0], "1 v1 09:00-12:00 2 desks, 2020-01-01 to ever");
    let refused = |until, rule| extend(&before, &[RuleId(rule)], until).unwrap_err();
    assert_eq!(
        refused(until("2026-12-31"), 1),
        [ScheduleFault::NotLater { rule: RuleId(1), until: until("2026-12-31") }]
    );
    assert_eq!(refused(until("2027-12-31"), 9), [ScheduleFault::NoSuchRule { rule: RuleId(9) }]);
    let next = office(&format!("{MORNING}\nrule 2: mon, 11:00-13:00, 20 min, 1 desks 1 persons, all, from 2027-01-01"));
    let faults = extend(&next, &[RuleId(1)], until("2027-06-30")).unwrap_err();
    assert!(matches!(faults[..], [ScheduleFault::BandsOverlap { .. }]), "{faults:?}");
}

/// What a slot is, whatever the version of its rule.
fn what(slot: Slot) -> (Hours, u16, u16, Pool, Option<u32>) {
    let rule = match slot.source {
        BandSource::Rule { id, .. } => Some(id.0),
        BandSource::Exception { .. } => None,
    };
    (slot.hours, slot.desks, slot.persons, slot.pool, rule)
}

fn slots_of(office: &OfficeSchedule, date: NaiveDate) -> Vec<Slot> {
    let plan = DayPlan::new(office, date);
    Audience::EVERY.into_iter().flat_map(|audience| plan.slots_of(Pool(audience)).collect::<Vec<_>>()).collect()
}

fn any_wanted() -> impl Strategy<Value = Vec<WantedRule>> {
    let one = (any_rule(), any::<bool>(), any::<bool>()).prop_map(|(rule, known, later)| {
        let like = WantedRule::like(&rule);
        WantedRule {
            id: like.id.filter(|_| known),
            valid_from: like.valid_from.filter(|_| later).map(|from| from + Days::new(200)),
            ..like
        }
    });
    proptest::collection::vec(one, 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn days_before_an_edit_stay_and_days_from_it_on_are_as_wanted(
        office in any_office(), new in any_wanted(), keep in any::<bool>(), from in any_date(), around in -60_i64..60,
    ) {
        let office = with_unique_ids(office);
        let mut want = new;
        if keep {
            want.extend(office.rules.iter().map(WantedRule::like));
        }
        let draft = Draft::new(&office, &want, from);
        let date = from + chrono::TimeDelta::days(around);
        if around < 0 {
            prop_assert_eq!(slots_of(&draft.schedule, date), slots_of(&office, date), "a day before");
            return Ok(());
        }
        let rules = want.iter().zip(&draft.rules).map(|(want, id)| OpeningRule {
            id: *id,
            version: 1,
            office: office.office,
            weekday: want.weekday,
            recurrence: want.recurrence,
            band: want.band,
            valid_from: want.valid_from.unwrap_or(NaiveDate::MIN),
            valid_until: want.valid_until,
        });
        let alone = OfficeSchedule { rules: rules.collect(), ..office.clone() };
        let found: Vec<_> = slots_of(&draft.schedule, date).into_iter().map(what).collect();
        let expected: Vec<_> = slots_of(&alone, date).into_iter().map(what).collect();
        prop_assert_eq!(found, expected, "a day from the date on");
    }

    #[test]
    fn the_order_of_the_rules_does_not_matter(
        office in any_office(), new in any_wanted(), from in any_date(), turn in 0_usize..8,
    ) {
        let office = with_unique_ids(office);
        let mut turned = office.clone();
        let mut want = new.clone();
        if !turned.rules.is_empty() {
            let turn = turn % turned.rules.len();
            turned.rules.rotate_left(turn);
        }
        if !want.is_empty() {
            let turn = turn % want.len();
            want.rotate_left(turn);
        }
        prop_assert_eq!(Draft::new(&office, &new, from).schedule, Draft::new(&turned, &want, from).schedule);
    }

    #[test]
    fn what_is_published_twice_is_what_was_published_once(office in any_office(), new in any_wanted(), from in any_date()) {
        let office = with_unique_ids(office);
        let holds = |want: &WantedRule| {
            let begins = want.valid_from.map_or(from, |begins| begins.max(from));
            want.valid_until.is_none_or(|until| until >= begins)
        };
        let new: Vec<WantedRule> = new.into_iter().filter(holds).collect();
        let once = Draft::new(&office, &new, from);
        let again: Vec<WantedRule> =
            new.iter().zip(&once.rules).map(|(want, id)| WantedRule { id: Some(*id), ..want.clone() }).collect();
        prop_assert_eq!(Draft::new(&once.schedule, &again, from).schedule, once.schedule);
    }
}
