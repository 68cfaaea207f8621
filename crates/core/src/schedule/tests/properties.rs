// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Promises that hold for every schedule that may be saved, and for most that may not.

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use proptest::prelude::*;

use super::written::day;
use crate::ids::{ExceptionId, OfficeId, RuleId, SiteId};
use crate::schedule::*;
use crate::time::{Cell, Millis, Zone, civil};

fn time_of(minutes: u32) -> NaiveTime {
    NaiveTime::from_num_seconds_from_midnight_opt(minutes.min(24 * 60 - 1) * 60, 0).unwrap()
}

fn any_audience() -> impl Strategy<Value = Audience> {
    proptest::sample::select(Audience::EVERY.to_vec())
}

pub(super) fn any_date() -> impl Strategy<Value = NaiveDate> {
    let changes = proptest::sample::select(vec![day("2026-03-29"), day("2026-10-25"), day("2026-04-06")]);
    prop_oneof![3 => (0_u64..365).prop_map(|ahead| day("2026-01-01") + Days::new(ahead)), 1 => changes]
}

/// Bands on the grid of five minutes, at any hour of the day, with the rest stated.
fn any_band() -> impl Strategy<Value = Band> {
    (0_u32..280, 1_u32..48, 1_u16..13, 1_u16..5, 0_u16..5, any_audience()).prop_map(
        |(start, length, slot, desks, more_persons, audience)| {
            let (from, to) = (start * 5, (start + length).min(287) * 5);
            let slot_minutes = u16::try_from((to - from).min(u32::from(slot * 5))).unwrap();
            let rest = u16::try_from((to - from) % u32::from(slot_minutes)).unwrap();
            Band {
                from: time_of(from),
                to: time_of(to),
                slot_minutes,
                remainder_minutes: if audience.books() { rest } else { 0 },
                desks,
                persons_per_slot: desks + more_persons,
                audience,
            }
        },
    )
}

pub(super) fn any_rule() -> impl Strategy<Value = OpeningRule> {
    let recurrence = prop_oneof![
        4 => Just(Recurrence::EveryWeek),
        1 => (2_u8..6, any_date()).prop_map(|(n, anchor)| Recurrence::EveryNthWeek { n, anchor }),
        1 => proptest::sample::select(vec![Nth::First, Nth::Third, Nth::Fifth, Nth::Last])
            .prop_map(|nth| Recurrence::NthOfMonth { nth }),
    ];
    let validity = (any_date(), proptest::option::of(0_u64..200));
    (1_u32..9, 1_u32..3, 1_u8..8, recurrence, any_band(), validity).prop_map(
        |(id, version, weekday, recurrence, band, (from, length))| OpeningRule {
            id: RuleId(id),
            version,
            office: OfficeId(1),
            weekday,
            recurrence,
            band,
            valid_from: from - Days::new(200),
            valid_until: length.map(|length| from + Days::new(length)),
        },
    )
}

pub(super) fn any_exception() -> impl Strategy<Value = ScheduleException> {
    let level = proptest::sample::select(vec![Level::Court, Level::Site(SiteId(1)), Level::Office(OfficeId(1))]);
    let dates = (any_date(), 0_u64..30).prop_map(|(from, length)| Dates::Range { from, to: from + Days::new(length) });
    let hours =
        proptest::option::of((0_u32..280, 1_u32..60).prop_map(|(start, length)| Hours {
            from: time_of(start * 5),
            to: time_of((start + length).min(287) * 5),
        }));
    let closed = Effect::Closed { reason_it: "sciopero".into(), reason_en: "strike".into(), what_to_do: None };
    let effect = prop_oneof![
        Just(closed),
        any_band().prop_map(Effect::Opened),
        (1_u16..5, 0_u16..4, proptest::option::of(any_audience())).prop_map(|(desks, more, audience)| {
            Effect::Capacity { desks, persons_per_slot: desks + more, audience }
        }),
    ];
    (1_u32..99, level, dates, hours, effect, 0_i64..9).prop_map(|(id, level, dates, hours, effect, announced)| {
        let hours = if matches!(effect, Effect::Opened(_)) { None } else { hours };
        ScheduleException { id: ExceptionId(id), level, dates, hours, effect, announced_at: Millis(announced) }
    })
}

pub(super) fn any_office() -> impl Strategy<Value = OfficeSchedule> {
    let rules = proptest::collection::vec(any_rule(), 0..8);
    let exceptions = proptest::collection::vec(any_exception(), 0..5);
    let summer = proptest::sample::select(vec![Summer::AsUsual, Summer::NoBookings, Summer::Closed]);
    (rules, exceptions, summer, any::<bool>()).prop_map(|(rules, exceptions, summer, sundays)| OfficeSchedule {
        office: OfficeId(1),
        site: SiteId(1),
        zone: Zone::ROME,
        rules,
        exceptions,
        holidays: HolidayCalendar { summer, sundays, ..HolidayCalendar::default() },
    })
}

/// Some use that differs from cell to cell and from pool to pool.
fn some_used(cell: Cell, pool: Pool) -> Used {
    let mixed = cell.0.wrapping_mul(2_654_435_761) >> 28;
    Used { bookings: mixed % 4, persons: (mixed + u32::from(pool.0 == Audience::All)) % 6 }
}

fn minutes() -> impl Iterator<Item = NaiveTime> {
    (0..24 * 60).map(time_of)
}

/// The band that a slot says it comes from.
fn band_of(office: &OfficeSchedule, source: BandSource) -> Band {
    let of_rule = |id, version| office.rules.iter().find(|rule| (rule.id, rule.version) == (id, version));
    match source {
        BandSource::Rule { id, version } => of_rule(id, version).unwrap().band,
        BandSource::Exception { id } => {
            let found = office.exceptions.iter().find(|exception| exception.id == id).unwrap();
            let Effect::Opened(band) = found.effect else { panic!("exception {id} opens nothing") };
            band
        }
    }
}

/// Ids are unique, as in a store.
pub(super) fn with_unique_ids(mut office: OfficeSchedule) -> OfficeSchedule {
    let mut versions: HashMap<RuleId, u32> = HashMap::new();
    for rule in &mut office.rules {
        let version = versions.entry(rule.id).or_insert(0);
        *version += 1;
        rule.version = *version;
    }
    for (n, exception) in (1..).zip(&mut office.exceptions) {
        exception.id = ExceptionId(n);
    }
    office
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn slots_of_a_pool_never_overlap_and_never_share_a_cell(office in any_office(), date in any_date()) {
        let plan = DayPlan::new(&office, date);
        for audience in Audience::EVERY {
            let found: Vec<Slot> = plan.slots_of(Pool(audience)).collect();
            let mut cells: Vec<Cell> = found.iter().flat_map(Slot::cells).collect();
            prop_assert!(found.windows(2).all(|two| two[0].end <= two[1].start), "{found:?}");
            cells.sort();
            prop_assert!(cells.windows(2).all(|two| two[0] < two[1]), "a cell would be counted twice");
        }
    }

    #[test]
    fn slots_lie_within_the_hours_of_what_they_come_from(office in any_office(), date in any_date()) {
        let office = with_unique_ids(office);
        for audience in Audience::EVERY {
            for slot in slots(&office, date, audience) {
                let band = band_of(&office, slot.source);
                prop_assert!(band.from <= slot.hours.from && slot.hours.to <= band.to);
                prop_assert_eq!(Pool(band.audience), slot.pool);
                prop_assert!(slot.pool.serves(audience));
                prop_assert_eq!(civil(Zone::ROME, slot.start), date.and_time(slot.hours.from));
                let length = (slot.hours.to - slot.hours.from).num_milliseconds();
                prop_assert_eq!(slot.end.since(slot.start), length, "the clock and the watch agree");
                if audience.books() {
                    prop_assert_eq!(length, i64::from(band.slot_minutes) * 60_000);
                }
                let opened = matches!(slot.source, BandSource::Exception { .. });
                prop_assert!(opened || office.holidays.on(date).is_none(), "a rule on a holiday");
                if slot.capacity_by.is_none() {
                    prop_assert_eq!((slot.desks, slot.persons), (band.desks, band.persons_per_slot));
                }
            }
        }
    }

    #[test]
    fn as_many_times_say_free_as_there_are_slots(office in any_office(), date in any_date(), audience in any_audience()) {
        let plan = DayPlan::new(&office, date);
        let found = plan.slots(audience);
        let free: Vec<Slot> = minutes()
            .filter_map(|time| match plan.why(time, audience, |_, _| Used::default()) {
                Why::Free { slot, .. } => Some(slot),
                _ => None,
            })
            .collect();
        let mut starts: Vec<NaiveTime> = found.iter().map(|slot| slot.hours.from).collect();
        starts.dedup();
        let mut said: Vec<NaiveTime> = free.iter().map(|slot| slot.hours.from).collect();
        said.dedup();
        prop_assert_eq!(said, starts, "every start, and nothing else, is free when nothing is taken");

        let listed = explain_day(&office, date, audience, some_used);
        let slots_listed = listed.iter().filter(|line| line.why.slot().is_some()).count();
        prop_assert_eq!(slots_listed, found.len());
    }

    #[test]
    fn a_time_is_open_when_and_only_when_its_why_is_not_about_closing(office in any_office(), date in any_date()) {
        let plan = DayPlan::new(&office, date);
        let hours = plan.opening_hours();
        prop_assert!(hours.windows(2).all(|two| two[0].to < two[1].from), "{hours:?}");
        for time in minutes().step_by(5) {
            let open = hours.iter().any(|hours| hours.contain(time));
            let answers = Audience::EVERY.map(|audience| plan.why(time, audience, some_used));
            let somebody_served = answers.iter().any(|why| {
                matches!(why, Why::Free { .. } | Why::Full { .. } | Why::BetweenSlots { .. } | Why::LeftOver { .. })
            });
            prop_assert!(!somebody_served || open, "{time}: served while closed, {answers:?}");
            let nobody = answers.iter().all(|why| matches!(
                why,
                Why::Holiday { .. } | Why::OutsideHours { .. } | Why::NotThatWeekday { .. } | Why::NoSuchTime { .. }
                    | Why::NotThisWeek { .. } | Why::NotValidYet { .. } | Why::NotValidAnyMore { .. }
            ));
            prop_assert!(!(nobody && open), "{time}: open, but nobody is told so, {answers:?}");
        }
    }

    #[test]
    fn the_places_of_a_cell_are_those_of_its_slot(office in any_office(), date in any_date(), audience in any_audience()) {
        for slot in slots(&office, date, audience) {
            for cell in slot.cells() {
                prop_assert_eq!(capacity_at(&office, cell, slot.pool), Some(slot.capacity()));
            }
        }
    }

    #[test]
    fn what_may_be_saved_has_no_rule_that_replaces_a_rule(office in any_office(), date in any_date()) {
        let office = with_unique_ids(office);
        if !validate(&office).is_empty() {
            return Ok(());
        }
        for line in Audience::EVERY.into_iter().flat_map(|audience| explain_day(&office, date, audience, some_used)) {
            let by_rule = matches!(line.why, Why::Replaced { by: BandSource::Rule { .. } });
            prop_assert!(!by_rule, "{line:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2, ..ProptestConfig::default() })]

    #[test]
    fn each_minute_of_a_year_has_an_answer(office in any_office(), audience in any_audience()) {
        for date in day("2026-01-01").iter_days().take_while(|date| date.year() == 2026) {
            let plan = DayPlan::new(&office, date);
            for time in minutes() {
                let answer = plan.why(time, audience, some_used);
                let slot_says = answer.slot().map(|slot| slot.date == date && slot.hours.contain(time));
                prop_assert!(slot_says.unwrap_or(true), "{date} {time}: {answer:?}");
            }
        }
    }
}

#[test]
fn dates_at_the_ends_of_the_calendar_do_no_harm() {
    let office = super::written::office("rule 1: mon, 09:00-10:00, 20 min, 1 desks 1 persons, all");
    for date in [NaiveDate::MIN, NaiveDate::MAX] {
        let _ = slots(&office, date, Audience::All);
        let _ = why(&office, date, time_of(600), Audience::All, some_used);
        let _ = next_opening(&office, date.and_time(NaiveTime::MIN));
    }
    for instant in [Millis(i64::MIN), Millis(i64::MAX)] {
        let _ = next_free(&office, Audience::All, instant, some_used);
    }
    let _ = capacity_at(&office, Cell(u32::MAX), Pool(Audience::All));
}
