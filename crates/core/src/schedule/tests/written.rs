// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use chrono::{NaiveDate, NaiveTime};

use crate::ids::{ExceptionId, OfficeId, RuleId, SiteId};
use crate::schedule::*;
use crate::time::{Cell, Millis, Zone};

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("no date: {text}"))
}

pub(super) fn clock(text: &str) -> NaiveTime {
    text.parse().unwrap_or_else(|_| panic!("no time: {text}"))
}

pub(super) fn none_used(_: Cell, _: Pool) -> Used {
    Used::default()
}

/// Office 1 of site 1 in Rome, with a line for each rule and exception:
///
/// ```text
/// rule 1: mon, 09:00-12:00, 15 min, 2 desks 4 persons, all, from 2026-01-01, until 2026-06-30, every 2 weeks from 2026-01-05
/// exception 7: site, 2026-05-04 to 2026-05-06, 10:00-11:00, closed: strike
/// ```
pub(super) fn office(lines: &str) -> OfficeSchedule {
    let mut office = OfficeSchedule {
        office: OfficeId(1),
        site: SiteId(1),
        zone: Zone::ROME,
        rules: Vec::new(),
        exceptions: Vec::new(),
        holidays: HolidayCalendar::default(),
    };
    for line in lines.trim().lines() {
        let (head, rest) = line.trim().split_once(": ").unwrap();
        let (what, id) = head.split_once(' ').unwrap();
        match what {
            "rule" => office.rules.push(rule(id, rest)),
            "exception" => office.exceptions.push(exception(id.parse().unwrap(), rest)),
            _ => panic!("neither rule nor exception: {line}"),
        }
    }
    office
}

fn rule(id: &str, text: &str) -> OpeningRule {
    let (id, version) = id.split_once(" version ").unwrap_or((id, "1"));
    let parts: Vec<&str> = text.split(", ").collect();
    let weekday = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].iter().position(|name| *name == parts[0]).unwrap();
    let mut rule = OpeningRule {
        id: RuleId(id.parse().unwrap()),
        version: version.parse().unwrap(),
        office: OfficeId(1),
        weekday: u8::try_from(weekday + 1).unwrap(),
        recurrence: Recurrence::EveryWeek,
        band: band(&parts[1..5]),
        valid_from: day("2020-01-01"),
        valid_until: None,
    };
    for part in &parts[5..] {
        match part.split_once(' ').unwrap() {
            ("from", date) => rule.valid_from = day(date),
            ("until", date) => rule.valid_until = Some(day(date)),
            ("every", rest) => {
                let (n, anchor) = rest.split_once(" weeks from ").unwrap();
                rule.recurrence = Recurrence::EveryNthWeek { n: n.parse().unwrap(), anchor: day(anchor) };
            }
            ("only", nth) => {
                let nth = serde_json::from_value(nth.into()).unwrap();
                rule.recurrence = Recurrence::NthOfMonth { nth };
            }
            ("leaving", rest) => rule.band.remainder_minutes = rest.trim_end_matches(" min").parse().unwrap(),
            _ => panic!("what is {part}?"),
        }
    }
    rule
}

fn hours(text: &str) -> Option<Hours> {
    let (from, to) = text.split_once('-')?;
    Some(Hours { from: from.parse().ok()?, to: to.parse().ok()? })
}

/// `09:00-12:00`, `15 min`, `2 desks 4 persons`, `all`
fn band(parts: &[&str]) -> Band {
    let Hours { from, to } = hours(parts[0]).unwrap();
    let (desks, persons_per_slot) = places(parts[2]);
    Band {
        from,
        to,
        slot_minutes: parts[1].trim_end_matches(" min").parse().unwrap(),
        remainder_minutes: 0,
        desks,
        persons_per_slot,
        audience: Audience::from_code(parts[3]).unwrap(),
    }
}

fn places(text: &str) -> (u16, u16) {
    let words: Vec<&str> = text.split(' ').collect();
    (words[0].parse().unwrap(), words[2].parse().unwrap())
}

fn exception(id: u32, text: &str) -> ScheduleException {
    let (speaks, effect) = text.split_once(": ").unwrap();
    let mut parts: Vec<&str> = speaks.split(", ").collect();
    let kind = parts.pop().unwrap();
    let effect_parts: Vec<&str> = effect.split(", ").collect();
    let effect = match kind {
        "closed" => Effect::Closed { reason_it: effect.into(), reason_en: effect.into(), what_to_do: None },
        "opened" => Effect::Opened(band(&effect_parts)),
        "capacity" => {
            let (desks, persons_per_slot) = places(effect_parts[0]);
            let audience = effect_parts.get(1).map(|code| Audience::from_code(code).unwrap());
            Effect::Capacity { desks, persons_per_slot, audience }
        }
        _ => panic!("what is {kind}?"),
    };
    let level = match parts[0].split_once(' ').unwrap_or((parts[0], "1")) {
        ("court", _) => Level::Court,
        ("site", id) => Level::Site(SiteId(id.parse().unwrap())),
        ("office", id) => Level::Office(OfficeId(id.parse().unwrap())),
        _ => panic!("what level is {}?", parts[0]),
    };
    let dates = match (parts[1].strip_prefix("every "), parts[1].split_once(" to ")) {
        (Some(yearly), _) => {
            let (from, to) = yearly.split_once(" to ").unwrap_or((yearly, yearly));
            Dates::EveryYear { from: from.parse().unwrap(), to: to.parse().unwrap() }
        }
        (None, Some((from, to))) => Dates::Range { from: day(from), to: day(to) },
        (None, None) => Dates::Day { date: day(parts[1]) },
    };
    let hours = parts.get(2).and_then(|part| hours(part));
    let announced_at = Millis(parts.iter().find_map(|part| part.strip_prefix("announced ")?.parse().ok()).unwrap_or(0));
    ScheduleException { id: ExceptionId(id), level, dates, hours, effect, announced_at }
}

/// An answer in one line.
pub(super) fn said(why: &Why) -> String {
    let from = |source: &BandSource| match source {
        BandSource::Rule { id, version: 1 } => format!("rule {id}"),
        BandSource::Rule { id, version } => format!("rule {id} version {version}"),
        BandSource::Exception { id } => format!("exception {id}"),
    };
    let time = |time: &NaiveTime| time.format("%H:%M").to_string();
    let perhaps = |at: &Option<NaiveTime>| at.as_ref().map_or("–".into(), time);
    match why {
        Why::Free { slot, bookings_left, persons_left } => {
            let (code, source) = (slot.pool.0.code(), from(&slot.source));
            format!("free, {bookings_left} bookings {persons_left} persons left for {code}, {source}")
        }
        Why::Full { slot, used } => format!(
            "full, {} of {} bookings, {} of {} persons for {}, {}",
            used.bookings,
            slot.desks,
            used.persons,
            slot.persons,
            slot.pool.0.code(),
            from(&slot.source)
        ),
        Why::BetweenSlots { source, previous, next } => {
            format!("between {} and {}, {}", time(previous), perhaps(next), from(source))
        }
        Why::LeftOver { source, until } => format!("left over until {}, {}", time(until), from(source)),
        Why::NotForThisAudience { open_for } => {
            let codes: Vec<&str> = open_for.iter().map(|audience| audience.code()).collect();
            format!("only for {}", codes.join(" and "))
        }
        Why::Closed { exception, level, reason_it, .. } => {
            let level = match level {
                Level::Court => "court",
                Level::Site(_) => "site",
                Level::Office(_) => "office",
            };
            format!("closed: {reason_it}, exception {exception} of the {level}")
        }
        Why::Replaced { by } => format!("replaced by {}", from(by)),
        Why::Holiday { holiday: Holiday::National { day } } => format!("holiday: {day:?}"),
        Why::Holiday { holiday: Holiday::Patron { name, .. } } => format!("holiday: {name}"),
        Why::Holiday { holiday } => format!("holiday: {holiday:?}"),
        Why::ClockChange { hours } => {
            format!("the clocks change between {} and {}", time(&hours.from), time(&hours.to))
        }
        Why::NoSuchTime { missing_from, missing_until } => {
            format!("no such time: {} jumps to {}", time(&missing_from.time()), time(&missing_until.time()))
        }
        Why::NotThisWeek { rule, .. } => format!("not this week, rule {rule}"),
        Why::NotValidYet { rule, from } => format!("from {from}, rule {rule}"),
        Why::NotValidAnyMore { rule, until } => format!("until {until}, rule {rule}"),
        Why::OutsideHours { since, until } => format!("outside hours, {} to {}", perhaps(since), perhaps(until)),
        Why::NotThatWeekday { open_on } => format!("not that weekday, only {open_on:?}"),
    }
}

/// Checks a table of `date time audience → answer`; an empty date or audience repeats the one above.
pub(super) fn check(office: &OfficeSchedule, table: &str, used: impl Fn(Cell, Pool) -> Used + Copy) {
    for line in table.trim().lines() {
        let (given, expected) = line.trim().split_once('→').unwrap();
        let given: Vec<&str> = given.split_whitespace().collect();
        let audience = Audience::from_code(given[2]).unwrap();
        let answer = why(office, day(given[0]), clock(given[1]), audience, used);
        assert_eq!(said(&answer), expected.trim(), "{line}");
    }
}

/// Start times of a date for an audience, in one line.
pub(super) fn starts(office: &OfficeSchedule, date: &str, audience: Audience) -> String {
    let at = |slot: Slot| slot.hours.from.format("%H:%M").to_string();
    slots(office, day(date), audience).into_iter().map(at).collect::<Vec<_>>().join(" ")
}
