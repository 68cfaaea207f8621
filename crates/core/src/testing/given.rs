// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What is known before the first gesture, in words.

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::court::{ANNEX, ANNEX_OFFICE, LONG, PALACE, REGISTRY, SHORT, Signed, World, clock, issue};
use crate::{
    booking::{Block, By, Cancellation, IssueCause, Status},
    ids::{BookingId, ExceptionId, OfficeId, SiteId},
    schedule::{Audience, Band, Dates, Effect, Hours, Level, ScheduleException},
    time::Millis,
};

pub(super) fn time(text: &str) -> NaiveTime {
    let parsed = NaiveTime::parse_from_str(text, "%H:%M").or_else(|_| NaiveTime::parse_from_str(text, "%H:%M:%S%.f"));
    parsed.unwrap_or_else(|_| panic!("{text} is no time"))
}

pub(super) fn number<T: std::str::FromStr>(text: &str) -> T {
    text.parse().unwrap_or_else(|_| panic!("{text} is no number"))
}

impl World {
    pub(crate) fn given(&mut self, words: &str) {
        for words in words.split(',').map(str::trim).filter(|w| !w.is_empty()) {
            let words: Vec<&str> = words.split_whitespace().collect();
            self.know(&words);
            self.list();
        }
    }

    /// A time of the day of the table, or of another: `08:10`, `yesterday 08:10`, `2026-09-18 08:10`.
    fn moment<'w>(&self, words: &'w [&str]) -> (Millis, &'w [&'w str]) {
        let (date, rest) = match words {
            ["yesterday", rest @ ..] => (self.date - TimeDelta::days(1), rest),
            ["tomorrow", rest @ ..] => (self.date + TimeDelta::days(1), rest),
            [date, rest @ ..] if date.contains('-') => (number(date), rest),
            rest => (self.date, rest),
        };
        match rest {
            [at, "second", rest @ ..] => (clock(date, time(at), true), rest),
            [at, rest @ ..] => (clock(date, time(at), false), rest),
            [] => panic!("a time is missing"),
        }
    }

    pub(super) fn know(&mut self, words: &[&str]) {
        match words {
            ["on", date] => *self = Self::on(number::<NaiveDate>(date)),
            ["booked", rest @ ..] => self.book(rest),
            ["blocked"] => self.booking.block = Some(Block { since: self.booking.decided_at }),
            ["assistance"] => self.booking.assistance = true,
            ["document"] => self.booking.check_id = true,
            ["professionals"] => self.booking.pool = Audience::Professionals,
            ["cancelled", rest @ ..] => self.cancel(rest),
            ["lost", rest @ ..] => self.reissue(IssueCause::Lost, rest),
            ["shared", rest @ ..] => self.reissue(IssueCause::Shared, rest),
            ["other", "person", rest @ ..] => self.reissue(IssueCause::OtherPerson, rest),
            ["moved", rest @ ..] => self.move_to(rest),
            ["list", "behind"] => self.listed = false,
            ["unlisted"] => {
                self.listed = false;
                self.day.bookings.remove(&self.booking.id);
                self.day.codes.retain(|_, (id, _)| *id != self.booking.id);
            }
            ["kept", rest @ ..] => self.booking.decided_at = self.moment(rest).0,
            ["office", "closed", rest @ ..] => self.close(Level::Office(REGISTRY), rest),
            ["court", "closed", rest @ ..] => self.close(Level::Court, rest),
            ["office", "opened", "for", audience, rest @ ..] => self.open(audience, rest),
            ["office", "wants", "documents"] => self.policy().check_id = true,
            ["no", "re-entry"] => self.policy().re_entry = false,
            ["maximum", n] => self.site().maximum = Some(number(n)),
            ["closes", at] => self.site().closes_at = Some(time(at)),
            ["stay", n] => self.site().presumed_stay_minutes = number(n),
            ["early", early, "late", late] => {
                (self.policy().early_minutes, self.policy().late_minutes) = (number(early), number(late));
            }
            ["service", "early", early, "late", late] => {
                let service = self.day.services.get_mut(&SHORT).expect("the service");
                service.window = Some((number(early), number(late)));
            }
            ["unmanned"] => self.unmanned = true,
            ["clock", "in", "doubt"] => self.clock_unsafe = true,
            ["forged"] => {
                self.signed = if self.signed == Signed::KeyRevoked { Signed::RevokedAndForged } else { Signed::Forged };
            }
            ["key", "unknown"] => self.signed = Signed::KeyUnknown,
            ["key", "revoked"] => self.signed = Signed::KeyRevoked,
            ["site", n] => self.foreign_site = Some(SiteId(number(n))),
            ["stewards", "may", "overrule"] => {
                (self.grants.steward_too_early, self.grants.steward_too_late) = (true, true);
            }
            other => panic!("nobody knows what {other:?} means"),
        }
    }

    /// `booked 10:00 for 3`, `booked tomorrow 10:00 at annex`, `booked 10:00 long`.
    fn book(&mut self, words: &[&str]) {
        let (start, mut rest) = self.moment(words);
        let booking = &mut self.booking;
        (booking.start, booking.end) = (start, start.plus_minutes(30));
        loop {
            rest = match rest {
                ["for", persons, rest @ ..] => {
                    booking.persons = number(persons);
                    rest
                }
                ["at", "annex", rest @ ..] => {
                    booking.office = ANNEX_OFFICE;
                    rest
                }
                ["long", rest @ ..] => {
                    (booking.service, booking.end) = (LONG, start.plus_minutes(45));
                    rest
                }
                [] => break,
                other => panic!("nobody knows what {other:?} means"),
            };
        }
        let site = if booking.office == ANNEX_OFFICE { ANNEX } else { PALACE };
        self.issued_for = vec![(site, booking.office, start)];
    }

    /// `cancelled 08:10 by office`, `cancelled 08:10 by holder for 11:30`.
    pub(super) fn cancel(&mut self, words: &[&str]) {
        let (at, rest) = self.moment(words);
        let by = if rest.get(1) == Some(&"office") { By::Office } else { By::Holder };
        let replaced_by = rest.get(3).map(|start| {
            let mut replacement = self.other.clone();
            replacement.id = BookingId::new(0xc3);
            replacement.start = clock(self.date, time(start), false);
            replacement.issues[0].code = issue(2_000, at, IssueCause::First).code;
            let id = replacement.id;
            self.day.put(replacement);
            id
        });
        self.booking.status = Status::Cancelled(Cancellation { at, by, replaced_by });
    }

    fn reissue(&mut self, cause: IssueCause, words: &[&str]) {
        let (at, _) = self.moment(words);
        let n = self.booking.issues.len();
        self.booking.issues.push(issue(1 + n as u64, at, cause));
        self.issued_for.extend(self.issued_for.last().copied());
    }

    /// `moved 08:30 to 11:00`, `moved 08:30 to tomorrow 11:00`, `moved 08:30 to 11:00 at annex`.
    fn move_to(&mut self, words: &[&str]) {
        let (at, rest) = self.moment(words);
        let (start, rest) = self.moment(rest.strip_prefix(&["to"]).expect("to when"));
        let (site, office): (SiteId, OfficeId) =
            if rest == ["at", "annex"] { (ANNEX, ANNEX_OFFICE) } else { (PALACE, REGISTRY) };
        self.reissue(IssueCause::Moved, words);
        let booking = &mut self.booking;
        let length = booking.end.since(booking.start);
        (booking.office, booking.start, booking.end) = (office, start, start.plus_ms(length));
        booking.decided_at = at;
        *self.issued_for.last_mut().expect("an issue") = (site, office, start);
    }

    /// `office closed announced 08:00`, `court closed 10:00 11:00 announced yesterday 08:00`.
    fn close(&mut self, level: Level, words: &[&str]) {
        let (hours, rest) = match words {
            ["announced", rest @ ..] => (None, rest),
            [from, to, "announced", rest @ ..] => (Some(Hours { from: time(from), to: time(to) }), rest),
            other => panic!("nobody knows what {other:?} means"),
        };
        let effect = Effect::Closed { reason_it: "chiuso".into(), reason_en: "closed".into(), what_to_do: None };
        self.except(level, hours, effect, rest);
    }

    fn open(&mut self, audience: &str, words: &[&str]) {
        let band = Band {
            from: time("09:00"),
            to: time("13:00"),
            slot_minutes: 30,
            remainder_minutes: 0,
            desks: 2,
            persons_per_slot: 8,
            audience: Audience::from_code(audience).expect("an audience"),
        };
        let rest = words.strip_prefix(&["announced"]).expect("announced when");
        self.except(Level::Office(REGISTRY), None, Effect::Opened(band), rest);
    }

    fn except(&mut self, level: Level, hours: Option<Hours>, effect: Effect, announced: &[&str]) {
        let announced_at = self.moment(announced).0;
        let booked = crate::time::civil(crate::time::Zone::ROME, self.booking.start).date();
        for plan in self.day.schedules.values_mut() {
            let id = ExceptionId(1 + u32::try_from(plan.exceptions.len()).expect("few"));
            let dates = Dates::Range { from: booked, to: booked };
            let effect = effect.clone();
            plan.exceptions.push(ScheduleException { id, level, dates, hours, effect, announced_at });
        }
    }
}
