// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Why a time is free or not, as a sentence.

use chrono::Datelike;
use varco_core::schedule::{Holiday, NationalHoliday, Why};

use crate::{Lang, Value, clock, day, hours::audience_name, text, weekday};

/// Why a time is free or not: the rule or exception that decided it, in words.
#[must_use]
pub fn because(lang: Lang, why: &Why) -> String {
    let say = |args: &[(&str, Value<'_>)]| text(lang, &format!("why-{}", why.code()), args);
    match why {
        Why::Free { bookings_left, persons_left, .. } => {
            say(&[("desks", (*bookings_left).into()), ("persons", (*persons_left).into())])
        }
        Why::Full { .. } | Why::Replaced { .. } | Why::ClockChange { .. } | Why::NotThisWeek { .. } => say(&[]),
        Why::BetweenSlots { next: None, .. } => text(lang, "why-between_slots-last", &[]),
        Why::BetweenSlots { next: Some(next), .. } => say(&[("next", clock(*next).into())]),
        Why::LeftOver { until, .. } => say(&[("until", clock(*until).into())]),
        Why::NotForThisAudience { open_for } => {
            let names: Vec<String> = open_for.iter().map(|audience| audience_name(lang, *audience)).collect();
            say(&[("audiences", names.join(", ").into())])
        }
        Why::Closed { reason_it, reason_en, .. } => {
            let reason = if lang == Lang::It || reason_en.is_empty() { reason_it } else { reason_en };
            say(&[("reason", reason.as_str().into())])
        }
        Why::Holiday { holiday } => say(&[("holiday", holiday_name(lang, holiday).into())]),
        Why::NoSuchTime { missing_from, missing_until } => {
            say(&[("from", clock(missing_from.time()).into()), ("until", clock(missing_until.time()).into())])
        }
        Why::NotValidYet { from, .. } => say(&[("day", day(lang, *from).into()), ("year", from.year().into())]),
        Why::NotValidAnyMore { until, .. } => say(&[("day", day(lang, *until).into()), ("year", until.year().into())]),
        Why::OutsideHours { since, until } => match (since, until) {
            (_, Some(until)) => say(&[("until", clock(*until).into())]),
            (Some(since), None) => text(lang, "why-outside_hours-after", &[("since", clock(*since).into())]),
            (None, None) => text(lang, "why-not_that_weekday-never", &[]),
        },
        Why::NotThatWeekday { open_on } if open_on.is_empty() => text(lang, "why-not_that_weekday-never", &[]),
        Why::NotThatWeekday { open_on } => {
            let days: Vec<&str> = open_on.iter().filter_map(|number| weekday(lang, *number)).collect();
            say(&[("days", days.join(", ").into())])
        }
    }
}

/// The name of a holiday.
#[must_use]
pub fn holiday_name(lang: Lang, holiday: &Holiday) -> String {
    let key = match holiday {
        Holiday::Patron { name, .. } => return text(lang, "holiday-patron", &[("name", name.as_str().into())]),
        Holiday::Sunday => "holiday-sunday",
        Holiday::SummerSuspension => "holiday-summer",
        Holiday::National { day } => match day {
            NationalHoliday::Capodanno => "holiday-capodanno",
            NationalHoliday::Epifania => "holiday-epifania",
            NationalHoliday::Pasqua => "holiday-pasqua",
            NationalHoliday::LunediDellAngelo => "holiday-lunedi_dell_angelo",
            NationalHoliday::Liberazione => "holiday-liberazione",
            NationalHoliday::FestaDelLavoro => "holiday-festa_del_lavoro",
            NationalHoliday::FestaDellaRepubblica => "holiday-festa_della_repubblica",
            NationalHoliday::Assunzione => "holiday-assunzione",
            NationalHoliday::SanFrancesco => "holiday-san_francesco",
            NationalHoliday::Ognissanti => "holiday-ognissanti",
            NationalHoliday::Immacolata => "holiday-immacolata",
            NationalHoliday::Natale => "holiday-natale",
            NationalHoliday::SantoStefano => "holiday-santo_stefano",
        },
    };
    text(lang, key, &[])
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, NaiveTime};
    use varco_core::schedule::{Audience, HolidayCalendar, Hours};

    use super::*;

    fn time(hour: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, 0, 0).unwrap()
    }

    fn date(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    #[test]
    fn every_holiday_of_the_year_has_a_name_in_both_languages() {
        let calendar = HolidayCalendar::default();
        let days = date(1, 1).iter_days().take(365);
        let holidays: Vec<Holiday> = days.filter_map(|day| calendar.on(day)).collect();
        assert!(holidays.len() > 60, "only {} holidays", holidays.len());
        for holiday in holidays {
            for lang in Lang::ALL {
                let name = holiday_name(lang, &holiday);
                assert!(!name.starts_with("holiday-"), "{holiday:?} has no name");
            }
        }
    }

    #[test]
    fn what_decides_is_said_with_what_helps() {
        let hours = Hours { from: time(9), to: time(12) };
        let cases = [
            (Why::OutsideHours { since: None, until: Some(time(9)) }, "fuori orario: si apre alle 9:00"),
            (Why::OutsideHours { since: Some(time(12)), until: None }, "fuori orario: si è chiuso alle 12:00"),
            (
                Why::NotThatWeekday { open_on: vec![1, 3] },
                "in quel giorno della settimana non si riceve; si riceve: lunedì, mercoledì",
            ),
            (Why::NotThatWeekday { open_on: vec![] }, "non si riceve mai"),
            (Why::NotForThisAudience { open_for: vec![Audience::Professionals] }, "aperto per altri: professionisti"),
            (Why::Holiday { holiday: Holiday::Sunday }, "chiuso: domenica"),
            (Why::ClockChange { hours }, "in quell'ora cambia l'ora"),
        ];
        for (why, said) in cases {
            assert_eq!(because(Lang::It, &why), said);
            assert_ne!(because(Lang::En, &why), said);
        }
    }

    #[test]
    fn every_reason_has_a_sentence() {
        for code in [
            "free",
            "full",
            "between_slots",
            "left_over",
            "not_for_this_audience",
            "closed",
            "replaced",
            "holiday",
            "clock_change",
            "no_such_time",
            "not_this_week",
            "not_valid_yet",
            "not_valid_any_more",
            "outside_hours",
            "not_that_weekday",
        ] {
            assert!(crate::knows(&format!("why-{code}")), "{code} has no sentence");
        }
    }
}
