// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Closures in words: what is wrong with one, what is proposed, what people are told.

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use varco_core::schedule::{
    Dates, Effect, Hours, MonthDay,
    closure::{DraftFault, DraftHint, NoPlace},
};

use crate::{Lang, Value, clock, day, hours::band, text};

/// What a message is filled with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// The holder.
    pub person: String,
    /// What for.
    pub service: String,
    /// Where.
    pub office: String,
    /// When it was.
    pub old: String,
    /// When it is now; empty when it is not any more.
    pub new: String,
}

/// A message with its placeholders filled. What is put in is not looked at again: a name may hold braces.
#[must_use]
pub fn fill(template: &str, told: &Told) -> String {
    let values = [
        ("{person}", &told.person),
        ("{service}", &told.service),
        ("{office}", &told.office),
        ("{old}", &told.old),
        ("{new}", &told.new),
    ];
    let mut filled = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        let (before, from) = rest.split_at(at);
        filled.push_str(before);
        match values.iter().find(|(name, _)| from.starts_with(name)) {
            Some((name, value)) => {
                filled.push_str(value);
                rest = &from[name.len()..];
            }
            None => {
                filled.push('{');
                rest = &from[1..];
            }
        }
    }
    filled + rest
}

/// The message that is proposed, `moved`, `cancelled` or `kept`, with its placeholders; says the reason where there is one.
#[must_use]
pub fn default_message(lang: Lang, kind: &str, reason: &str) -> String {
    let why = match reason.trim().trim_end_matches('.') {
        "" => String::new(),
        reason => text(lang, "message-why", &[("reason", reason.into())]),
    };
    text(lang, &format!("message-{kind}"), &[("why", why.into())])
}

/// A day and time as a message says it: `venerdì 27 novembre 2026, 9:15`.
#[must_use]
pub fn moment(lang: Lang, at: NaiveDateTime) -> String {
    format!("{}, {}", date(lang, at.date()), clock(at.time()))
}

fn date(lang: Lang, date: NaiveDate) -> String {
    format!("{} {}", day(lang, date), date.year())
}

/// What is wrong with a draft.
#[must_use]
pub fn draft_fault(lang: Lang, fault: &DraftFault) -> String {
    let say = |args: &[(&str, Value<'_>)]| text(lang, &format!("draft-{}", fault.code()), args);
    match fault {
        DraftFault::Past { last: at } | DraftFault::Begun { first: at } => say(&[("date", date(lang, *at).into())]),
        DraftFault::OffTheGrid { time } => say(&[("time", clock(*time).into())]),
        DraftFault::TooLong { most, .. } => say(&[("most", (*most).into())]),
        DraftFault::Band(fault) => band(lang, fault, text(lang, "draft-named", &[])),
        DraftFault::Places(fault) => band(lang, fault, text(lang, "draft-places-named", &[])),
        DraftFault::Empty
        | DraftFault::NoSuch
        | DraftFault::NoSuchPlace
        | DraftFault::RangeReversed
        | DraftFault::RangeTooLong
        | DraftFault::HoursReversed
        | DraftFault::HoursBesideBand
        | DraftFault::NoReasonIt
        | DraftFault::NoReasonEn => say(&[]),
    }
}

/// What is told of a draft that may be saved.
#[must_use]
pub fn draft_hint(lang: Lang, hint: DraftHint) -> String {
    let key = match hint {
        DraftHint::ClosedAnyway => "hint-closed_anyway",
        DraftHint::ChangesNothing => "hint-changes_nothing",
    };
    text(lang, key, &[])
}

/// Why there is no place for a booking.
#[must_use]
pub fn no_place(lang: Lang, why: NoPlace) -> String {
    match why {
        NoPlace::NotOffered => text(lang, "no-place-not_offered", &[]),
        NoPlace::DueBy(until) => text(lang, "no-place-due_by", &[("date", date(lang, until).into())]),
        NoPlace::Horizon(until) => text(lang, "no-place-horizon", &[("date", date(lang, until).into())]),
    }
}

/// When an exception holds: `venerdì 27 novembre 2026, 9:00–11:00`.
#[must_use]
pub fn when_in_words(lang: Lang, dates: Dates, hours: Option<Hours>) -> String {
    let of_year = |day: MonthDay| format!("{}/{}", day.day(), day.month());
    let days = match dates {
        Dates::Day { date: at } => date(lang, at),
        Dates::Range { from, to } => {
            text(lang, "closure-dates-range", &[("from", date(lang, from).into()), ("to", date(lang, to).into())])
        }
        Dates::EveryYear { from, to } => {
            text(lang, "closure-dates-year", &[("from", of_year(from).into()), ("to", of_year(to).into())])
        }
    };
    let Some(Hours { from, to }) = hours else { return days };
    text(lang, "closure-hours", &[("dates", days.into()), ("from", clock(from).into()), ("to", clock(to).into())])
}

/// What an exception says, in a line.
#[must_use]
pub fn exception_in_words(lang: Lang, dates: Dates, hours: Option<Hours>, effect: &Effect) -> String {
    let hours = if let Effect::Opened(band) = effect { Some(band.hours()) } else { hours };
    let when = Value::from(when_in_words(lang, dates, hours));
    match effect {
        Effect::Closed { reason_it, reason_en, .. } => {
            let reason = if lang == Lang::It { reason_it } else { reason_en };
            text(lang, "closure-closed", &[("when", when), ("reason", reason.as_str().into())])
        }
        Effect::Opened(_) => text(lang, "closure-opened", &[("when", when)]),
        Effect::Capacity { desks, persons_per_slot, .. } => text(
            lang,
            "closure-capacity",
            &[("when", when), ("desks", (*desks).into()), ("persons", (*persons_per_slot).into())],
        ),
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;
    use varco_core::schedule::BandFault;

    use super::*;

    fn friday() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 27).unwrap()
    }

    #[test]
    fn every_fault_hint_and_reason_is_a_sentence_in_both_languages() {
        let nine = NaiveTime::from_hms_opt(9, 2, 0).unwrap();
        let faults = [
            DraftFault::Empty,
            DraftFault::NoSuch,
            DraftFault::NoSuchPlace,
            DraftFault::Past { last: friday() },
            DraftFault::Begun { first: friday() },
            DraftFault::RangeReversed,
            DraftFault::RangeTooLong,
            DraftFault::HoursReversed,
            DraftFault::OffTheGrid { time: nine },
            DraftFault::HoursBesideBand,
            DraftFault::NoReasonIt,
            DraftFault::NoReasonEn,
            DraftFault::TooLong { field: "reason_it", most: 240 },
            DraftFault::Band(BandFault::NoDesks),
            DraftFault::Places(BandFault::NoDesks),
        ];
        for lang in Lang::ALL {
            let mut said: Vec<String> = faults.iter().map(|fault| draft_fault(lang, fault)).collect();
            said.extend([DraftHint::ClosedAnyway, DraftHint::ChangesNothing].map(|hint| draft_hint(lang, hint)));
            said.extend(
                [NoPlace::NotOffered, NoPlace::DueBy(friday()), NoPlace::Horizon(friday())]
                    .map(|why| no_place(lang, why)),
            );
            assert!(said.iter().all(|text| text.contains(' ') && !text.contains("draft-")), "{said:?}");
            said.sort();
            said.dedup();
            assert_eq!(said.len(), faults.len() + 5, "each says something of its own");
        }
    }

    #[test]
    fn a_message_is_filled_once_and_a_name_with_braces_stays_a_name() {
        let told = Told {
            person: "{new} Rossi".into(),
            service: "Ritiro copie".into(),
            office: "Cancelleria".into(),
            old: moment(Lang::It, friday().and_hms_opt(9, 15, 0).unwrap()),
            new: "dopo".into(),
        };
        assert_eq!(
            fill("{person}: {old} → {new} {altro} {", &told),
            "{new} Rossi: venerdì 27 novembre 2026, 9:15 → dopo {altro} {"
        );
        for (lang, kind) in Lang::ALL.into_iter().flat_map(|lang| ["moved", "cancelled", "kept"].map(|k| (lang, k))) {
            let filled = fill(&default_message(lang, kind, "Assemblea."), &told);
            assert!(
                filled.contains("Rossi")
                    && filled.contains("9:15")
                    && filled.contains(": Assemblea.")
                    && !filled.contains("{o"),
                "{filled}"
            );
        }
    }
}
