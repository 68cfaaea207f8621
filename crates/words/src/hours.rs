// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What is wrong with opening hours, as sentences.

use chrono::{Datelike, NaiveDate};
use varco_core::{
    ids::{ExceptionId, RuleId},
    schedule::{Audience, BandFault, Dates, OfficeSchedule, OpeningRule, ScheduleFault},
};

use crate::{Lang, Value, clock, day, text, weekday};

/// The name of an audience.
#[must_use]
pub fn audience_name(lang: Lang, audience: Audience) -> String {
    text(lang, &format!("audience-{}", audience.code()), &[])
}

/// A rule as people speak of it: `lunedì 9:00–12:00 (tutti)`.
#[must_use]
pub fn rule_in_words(lang: Lang, rule: &OpeningRule) -> String {
    let args = [
        ("day", Value::from(weekday(lang, rule.weekday).unwrap_or("?"))),
        ("from", clock(rule.band.from).into()),
        ("to", clock(rule.band.to).into()),
        ("audience", audience_name(lang, rule.band.audience).into()),
    ];
    text(lang, "rule-named", &args)
}

/// What is wrong with a schedule. The schedule gives rules and exceptions their names.
#[must_use]
pub fn fault_in_words(lang: Lang, fault: &ScheduleFault, of: &OfficeSchedule) -> String {
    let date = |date: NaiveDate| Value::from(format!("{} {}", day(lang, date), date.year()));
    let rule = |id: &RuleId| Value::from(name_of_rule(lang, *id, of));
    let exception = |id: &ExceptionId| Value::from(name_of_exception(lang, *id, of));
    let say = |args: &[(&str, Value<'_>)]| text(lang, &format!("fault-{}", fault.code()), args);
    match fault {
        ScheduleFault::Rule { rule: id, fault, .. } => {
            let named = of.rules.iter().filter(|r| r.id == *id).max_by_key(|r| r.version);
            let name = named.map_or_else(|| id.to_string(), |rule| rule_in_words(lang, rule));
            band(lang, fault, name)
        }
        ScheduleFault::Opening { exception, fault } | ScheduleFault::Places { exception, fault } => {
            band(lang, fault, name_of_exception(lang, *exception, of))
        }
        ScheduleFault::WeekdayOutOfRange { weekday, .. } => say(&[("n", (*weekday).into())]),
        ScheduleFault::NeverOnSundays { rule: id } => say(&[("rule", rule(id))]),
        ScheduleFault::WeeksOutOfRange { rule: id, n } => say(&[("rule", rule(id)), ("n", (*n).into())]),
        ScheduleFault::ValidityReversed { rule: id, from, until } => {
            say(&[("rule", rule(id)), ("from", date(*from)), ("until", date(*until))])
        }
        ScheduleFault::SameVersionTwice { rule: id, .. } | ScheduleFault::NoSuchRule { rule: id } => {
            say(&[("rule", rule(id))])
        }
        ScheduleFault::BandsOverlap { one, other, first_date, .. } => {
            say(&[("one", rule(one)), ("other", rule(other)), ("date", date(*first_date))])
        }
        ScheduleFault::SameExceptionTwice { exception: id }
        | ScheduleFault::HoursReversed { exception: id }
        | ScheduleFault::HoursBesideBand { exception: id }
        | ScheduleFault::NoReason { exception: id } => say(&[("exception", exception(id))]),
        ScheduleFault::RangeReversed { from, to, .. } => say(&[("from", date(*from)), ("to", date(*to))]),
        ScheduleFault::HoursOffTheGrid { exception: id, time } => {
            say(&[("exception", exception(id)), ("time", clock(*time).into())])
        }
        ScheduleFault::BeforeDoors { rule: id, opens_at, .. } => {
            say(&[("rule", rule(id)), ("time", clock(*opens_at).into())])
        }
        ScheduleFault::AfterClosing { rule: id, closes_at, .. } => {
            say(&[("rule", rule(id)), ("time", clock(*closes_at).into())])
        }
        ScheduleFault::DesksTogether { rules, date: first, time, used, desks } => {
            let names: Vec<String> = rules.iter().map(|id| name_of_rule(lang, *id, of)).collect();
            say(&[
                ("rules", names.join("; ").into()),
                ("date", date(*first)),
                ("time", clock(*time).into()),
                ("used", (*used).into()),
                ("desks", (*desks).into()),
            ])
        }
        ScheduleFault::PersonsOverCases { rule: id, persons, desks, cases } => say(&[
            ("rule", rule(id)),
            ("persons", (*persons).into()),
            ("desks", (*desks).into()),
            ("cases", (*cases).into()),
        ]),
        ScheduleFault::NotLater { rule: id, until: None } => text(lang, "fault-not_later-ever", &[("rule", rule(id))]),
        ScheduleFault::NotLater { rule: id, until: Some(until) } => say(&[("rule", rule(id)), ("until", date(*until))]),
    }
}

pub(crate) fn band(lang: Lang, fault: &BandFault, name: String) -> String {
    let say = |args: &[(&str, Value<'_>)]| {
        let args: Vec<_> = args.iter().cloned().chain([("rule", Value::from(name.as_str()))]).collect();
        text(lang, &format!("fault-{}", fault.code()), &args)
    };
    match *fault {
        BandFault::FromNotBeforeTo { from, to } => say(&[("from", clock(from).into()), ("to", clock(to).into())]),
        BandFault::OffTheGrid { time } => say(&[("time", clock(time).into())]),
        BandFault::SlotOffTheGrid { minutes } => say(&[("minutes", minutes.into())]),
        BandFault::SlotLongerThanBand { slot_minutes, band_minutes } => {
            say(&[("slot", slot_minutes.into()), ("band", band_minutes.into())])
        }
        BandFault::RemainderNotStated { left_over, stated } => {
            say(&[("left_over", left_over.into()), ("stated", stated.into())])
        }
        BandFault::NoDesks => say(&[]),
        BandFault::FewerPersonsThanDesks { persons, desks } => {
            say(&[("persons", persons.into()), ("desks", desks.into())])
        }
    }
}

/// By its newest version: that is the one which is looked at.
fn name_of_rule(lang: Lang, id: RuleId, of: &OfficeSchedule) -> String {
    let newest = of.rules.iter().filter(|rule| rule.id == id).max_by_key(|rule| rule.version);
    newest.map_or_else(|| id.to_string(), |rule| rule_in_words(lang, rule))
}

fn name_of_exception(lang: Lang, id: ExceptionId, of: &OfficeSchedule) -> String {
    let found = of.exceptions.iter().find(|exception| exception.id == id);
    let when = match found.map(|exception| exception.dates) {
        Some(Dates::Day { date }) => day(lang, date),
        Some(Dates::Range { from, to }) => format!("{} – {}", day(lang, from), day(lang, to)),
        Some(Dates::EveryYear { from, to }) => format!("{from} – {to}"),
        None => id.to_string(),
    };
    text(lang, "exception-named", &[("when", when.into())])
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;
    use varco_core::{
        ids::{OfficeId, SiteId},
        schedule::{Band, HolidayCalendar, Recurrence},
        time::Zone,
    };

    use super::*;

    fn time(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
    }

    fn date() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 9, 21).unwrap()
    }

    fn monday() -> OfficeSchedule {
        let band = Band {
            from: time(9, 0),
            to: time(12, 0),
            slot_minutes: 20,
            remainder_minutes: 0,
            desks: 2,
            persons_per_slot: 4,
            audience: Audience::All,
        };
        let rule = OpeningRule {
            id: RuleId(1),
            version: 1,
            office: OfficeId(1),
            weekday: 1,
            recurrence: Recurrence::EveryWeek,
            band,
            valid_from: date(),
            valid_until: None,
        };
        OfficeSchedule {
            office: OfficeId(1),
            site: SiteId(1),
            zone: Zone::ROME,
            rules: vec![rule],
            exceptions: Vec::new(),
            holidays: HolidayCalendar::default(),
        }
    }

    #[test]
    fn every_fault_says_which_hours_and_what_to_do_in_both_languages() {
        let (rule, exception) = (RuleId(1), ExceptionId(1));
        let of_band = |fault| ScheduleFault::Rule { rule, version: 1, fault };
        let all = [
            of_band(BandFault::FromNotBeforeTo { from: time(12, 0), to: time(9, 0) }),
            of_band(BandFault::OffTheGrid { time: time(9, 2) }),
            of_band(BandFault::SlotOffTheGrid { minutes: 12 }),
            of_band(BandFault::SlotLongerThanBand { slot_minutes: 45, band_minutes: 30 }),
            of_band(BandFault::RemainderNotStated { left_over: 10, stated: 0 }),
            of_band(BandFault::NoDesks),
            of_band(BandFault::FewerPersonsThanDesks { persons: 1, desks: 2 }),
            ScheduleFault::Opening { exception, fault: BandFault::NoDesks },
            ScheduleFault::Places { exception, fault: BandFault::NoDesks },
            ScheduleFault::WeekdayOutOfRange { rule, weekday: 9 },
            ScheduleFault::NeverOnSundays { rule },
            ScheduleFault::WeeksOutOfRange { rule, n: 60 },
            ScheduleFault::ValidityReversed { rule, from: date(), until: date() },
            ScheduleFault::SameVersionTwice { rule, version: 1 },
            ScheduleFault::BandsOverlap { one: rule, other: rule, audience: Audience::All, first_date: date() },
            ScheduleFault::SameExceptionTwice { exception },
            ScheduleFault::RangeReversed { exception, from: date(), to: date() },
            ScheduleFault::HoursReversed { exception },
            ScheduleFault::HoursOffTheGrid { exception, time: time(9, 2) },
            ScheduleFault::HoursBesideBand { exception },
            ScheduleFault::NoReason { exception },
            ScheduleFault::BeforeDoors { rule, from: time(8, 0), opens_at: time(8, 30) },
            ScheduleFault::AfterClosing { rule, to: time(14, 0), closes_at: time(13, 0) },
            ScheduleFault::DesksTogether { rules: vec![rule], date: date(), time: time(9, 0), used: 4, desks: 3 },
            ScheduleFault::PersonsOverCases { rule, persons: 4, desks: 2, cases: 1 },
            ScheduleFault::NoSuchRule { rule },
            ScheduleFault::NotLater { rule, until: None },
            ScheduleFault::NotLater { rule, until: Some(date()) },
        ];
        for fault in all {
            let [it, en] = Lang::ALL.map(|lang| fault_in_words(lang, &fault, &monday()));
            assert_ne!(it, en, "{fault:?}");
            for sentence in [it, en] {
                assert!(!sentence.starts_with("fault-"), "{fault:?} has no sentence");
                assert!(!sentence.contains('{') && !sentence.contains('$'), "{sentence}");
            }
        }
    }

    #[test]
    fn a_rule_is_called_by_its_day_and_hours() {
        let fault = ScheduleFault::Rule { rule: RuleId(1), version: 1, fault: BandFault::NoDesks };
        let said = fault_in_words(Lang::It, &fault, &monday());
        assert_eq!(said, "lunedì 9:00–12:00 (tutti): serve almeno uno sportello");
    }
}
