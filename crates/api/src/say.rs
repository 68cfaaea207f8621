// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! From a decision to finished sentences.

use chrono::NaiveDateTime;
use varco_core::{
    access::{Right, allows},
    booking::{By, Day, Office},
    gate::{highest_number, lowest_number},
    ids::GestureKey,
    receipt::ForeignClass,
    schedule::Effect,
    time::{Millis, Zone, civil},
    verdict::{Class, Code, Decision, Mark, Sound, Verdict, Visitor},
};
use varco_store::Live;
use varco_words::{Lang, Value, clock, clock_seconds, day, day_short, text};

use crate::{
    app::{Recent, Session},
    wire::{Actions, AnnulAction, NextPlace, OverrideAction, PersonsAction, TRAINING, VerdictView},
};

/// How long an admit stays, seconds.
pub(crate) const ADMIT_CLEAR_SECONDS: u32 = 6;

/// Everything that a verdict is said from.
pub(crate) struct Say<'a> {
    pub(crate) live: &'a Live,
    pub(crate) lang: Lang,
    pub(crate) zone: Zone,
    pub(crate) session: Option<&'a Session>,
    pub(crate) training: bool,
    /// For too_late: the next free place of today.
    pub(crate) next_place: Option<Millis>,
}

const fn foreign_key(class: ForeignClass) -> &'static str {
    match class {
        ForeignClass::Empty => "foreign-empty",
        ForeignClass::WebLink => "foreign-web_link",
        ForeignClass::HealthCard => "foreign-health_card",
        ForeignClass::GreenPass => "foreign-green_pass",
        ForeignClass::PaymentNotice => "foreign-payment_notice",
        ForeignClass::BoardingPass => "foreign-boarding_pass",
        ForeignClass::Contact => "foreign-contact",
        ForeignClass::Wireless => "foreign-wireless",
        ForeignClass::Message => "foreign-message",
        ForeignClass::Number => "foreign-number",
        ForeignClass::OtherVersion => "foreign-other_version",
        ForeignClass::Text => "foreign-text",
        ForeignClass::Binary => "foreign-binary",
    }
}

/// The sentences of a verdict in one language.
pub(crate) struct Sentences {
    pub(crate) word: String,
    pub(crate) why: String,
    pub(crate) next: String,
    pub(crate) sub: Option<String>,
}

impl Say<'_> {
    fn day(&self) -> &Day {
        &self.live.day
    }

    fn civil(&self, at: Millis) -> NaiveDateTime {
        civil(self.zone, at)
    }

    fn clock(&self, at: Millis) -> String {
        clock(self.civil(at).time())
    }

    /// "today at 9:20" or "Thu 17 at 9:20".
    pub(crate) fn when(&self, lang: Lang, at: Millis) -> String {
        let civil = self.civil(at);
        let time = clock(civil.time());
        if civil.date() == self.day().date {
            text(lang, "when-today", &[("time", time.into())])
        } else {
            let day = day_short(lang, civil.date());
            text(lang, "when-day", &[("day", day.into()), ("time", time.into())])
        }
    }

    fn office(&self, visitor: &Visitor) -> Option<&Office> {
        self.day().offices.get(&visitor.office)
    }

    fn office_name(&self, visitor: Option<&Visitor>) -> String {
        visitor.and_then(|v| self.office(v)).map(|o| o.name.clone()).unwrap_or_default()
    }

    /// Word, reason, next step and second line.
    #[expect(clippy::too_many_lines, reason = "one arm per verdict reads best in one piece")]
    pub(crate) fn sentences(&self, lang: Lang, decision: &Decision, code: &str) -> Sentences {
        let verdict = &decision.verdict;
        let visitor = decision.visitor.as_ref();
        let name = verdict.code().name();
        let t = |part: &str, args: &[(&str, Value<'_>)]| text(lang, &format!("verdict-{name}-{part}"), args);
        let plain = |why: String, next: String, sub: Option<String>| (why, next, sub);
        let (why, next, sub) = match verdict {
            Verdict::NotAReceipt(foreign) => {
                let what = text(lang, foreign_key(foreign.class), &[]);
                plain(t("why", &[("what", what.into())]), t("next", &[]), Some(t("sub", &[])))
            }
            // The document was compared and is another one's: nobody enters, and it is not asked for again.
            Verdict::CheckId { .. } if decision.marks.contains(&Mark::IdRefused) => {
                plain(t("why-refused", &[]), t("next-refused", &[]), Some(t("sub-refused", &[])))
            }
            Verdict::Damaged | Verdict::BadSignature | Verdict::CheckId { .. } => {
                plain(t("why", &[]), t("next", &[]), Some(t("sub", &[])))
            }
            Verdict::NotOurs { site, court } => {
                let why = match court {
                    Some(court) => t("why", &[("court", court.as_str().into())]),
                    None => t("why-unknown", &[("site", site.0.into())]),
                };
                plain(why, t("next", &[]), Some(t("sub", &[])))
            }
            Verdict::KeyUnknown { updated_at, revoked, .. } => {
                let why = match updated_at {
                    _ if *revoked => t("why-revoked", &[]),
                    Some(at) => t("why", &[("when", self.when(lang, *at).into())]),
                    None => t("why-never", &[]),
                };
                plain(why, t("next", &[]), Some(t("sub", &[])))
            }
            Verdict::UnknownBooking => plain(t("why", &[("code", code.into())]), t("next", &[]), Some(t("sub", &[]))),
            Verdict::Blocked => plain(String::new(), t("next", &[]), None),
            Verdict::Cancelled { at, by, replaced_by } => {
                let part = if *by == By::Office { "why-office" } else { "why-holder" };
                let why = t(part, &[("when", self.when(lang, *at).into())]);
                match replaced_by {
                    Some(at) => plain(why, t("next", &[("when", self.when(lang, *at).into())]), Some(t("sub", &[]))),
                    None => plain(why, t("next-none", &[]), Some(t("sub-none", &[]))),
                }
            }
            Verdict::Reissued { issued_at } => {
                let why = t("why", &[("when", self.when(lang, *issued_at).into())]);
                let when = visitor.map(|v| self.when(lang, v.start)).unwrap_or_default();
                plain(why, t("next", &[("when", when.into())]), Some(t("sub", &[])))
            }
            Verdict::WrongSite { site } => {
                let site = self.day().sites.get(site);
                let address = site.map(|s| s.address.clone()).unwrap_or_default();
                let name = site.map(|s| s.name.clone()).unwrap_or_default();
                let floor = visitor.and_then(|v| self.office(v)).and_then(|o| o.floor.clone());
                let sub = match floor {
                    Some(floor) => t("sub", &[("site", name.into()), ("floor", floor.into())]),
                    None => name,
                };
                plain(t("why", &[]), t("next", &[("address", address.into())]), Some(sub))
            }
            Verdict::WrongDay { passed } => {
                let when = visitor.map(|v| self.when(lang, v.start)).unwrap_or_default();
                let next = if *passed { t("next-passed", &[]) } else { t("next", &[("when", when.into())]) };
                plain(t(if *passed { "why-passed" } else { "why" }, &[]), next, Some(t("sub", &[])))
            }
            Verdict::OfficeClosed { exception } => {
                let (reason, what) = self.closure(lang, visitor, *exception);
                let why = t("why", &[("office", self.office_name(visitor).into()), ("reason", reason.into())]);
                let next = what.map_or_else(|| t("next-none", &[]), |w| t("next", &[("what", w.into())]));
                plain(why, next, Some(t("sub", &[])))
            }
            Verdict::AlreadyInside { at, gate } => {
                let gate = self.day().gates.get(gate).map(|g| g.name.clone()).unwrap_or_default();
                let why = t("why", &[("time", self.clock(*at).into()), ("gate", gate.into())]);
                plain(why, t("next", &[]), Some(t("sub", &[])))
            }
            Verdict::AlreadyServed { at } => {
                plain(t("why", &[("time", self.clock(*at).into())]), t("next", &[]), Some(t("sub", &[])))
            }
            Verdict::PartyPartial { inside, .. } => plain(
                t("why", &[("inside", (*inside).into())]),
                self.way(lang, visitor),
                self.directions(lang, visitor),
            ),
            Verdict::TooEarly { come_back_at } => {
                let time = visitor.map(|v| self.clock(v.start)).unwrap_or_default();
                let why = t("why", &[("time", time.into()), ("office", self.office_name(visitor).into())]);
                plain(why, t("next", &[("back", self.clock(*come_back_at).into())]), Some(t("sub", &[])))
            }
            Verdict::TooLate { until } => {
                let why = t("why", &[("until", self.clock(*until).into())]);
                match self.next_place {
                    Some(at) => plain(why, t("next", &[("next", self.clock(at).into())]), Some(t("sub", &[]))),
                    None => plain(why, t("next-none", &[]), Some(t("sub-none", &[]))),
                }
            }
            Verdict::SiteFull { inside, maximum } => {
                let why = t("why", &[("inside", (*inside).into()), ("maximum", (*maximum).into())]);
                plain(why, t("next", &[]), Some(t("sub", &[])))
            }
            Verdict::AdmitNote { .. } | Verdict::Admit { .. } => {
                plain(String::new(), self.way(lang, visitor), self.directions(lang, visitor))
            }
            Verdict::Exit { leave } => {
                let back = visitor.and_then(|v| self.office(v)).is_some_and(|o| o.policy.re_entry) && *leave > 0;
                let why = t("why", &[("leave", (*leave).into())]);
                plain(why, t(if back { "next-back" } else { "next" }, &[]), None)
            }
        };
        Sentences { word: t("word", &[]), why, next, sub }
    }

    /// "Floor 2, room 214".
    pub(crate) fn way(&self, lang: Lang, visitor: Option<&Visitor>) -> String {
        let Some(office) = visitor.and_then(|v| self.office(v)) else { return String::new() };
        let key = match (&office.floor, &office.room) {
            (Some(_), Some(_)) => "verdict-enter-next",
            (Some(_), None) => "verdict-enter-next-floor",
            (None, Some(_)) => "verdict-enter-next-room",
            (None, None) => "verdict-enter-next-none",
        };
        let floor = office.floor.clone().unwrap_or_default();
        let room = office.room.clone().unwrap_or_default();
        let args = [("floor", floor.into()), ("room", room.into()), ("office", office.name.as_str().into())];
        text(lang, key, &args)
    }

    pub(crate) fn directions(&self, lang: Lang, visitor: Option<&Visitor>) -> Option<String> {
        let (it, en) = visitor.and_then(|v| self.office(v))?.directions.as_ref()?;
        Some(if lang == Lang::It { it.clone() } else { en.clone() })
    }

    fn closure(
        &self,
        lang: Lang,
        visitor: Option<&Visitor>,
        id: varco_core::ids::ExceptionId,
    ) -> (String, Option<String>) {
        let plan = visitor.and_then(|v| self.day().schedules.get(&v.office));
        let effect = plan.and_then(|p| p.exceptions.iter().find(|e| e.id == id)).map(|e| &e.effect);
        let Some(Effect::Closed { reason_it, reason_en, what_to_do }) = effect else { return Default::default() };
        match lang {
            Lang::It => (reason_it.clone(), what_to_do.as_ref().map(|w| w.it.clone())),
            Lang::En => (reason_en.clone(), what_to_do.as_ref().map(|w| w.en.clone())),
        }
    }

    /// The whole view.
    pub(crate) fn view(&self, recent: &Recent) -> VerdictView {
        let decision = &recent.decision;
        let code = decision.verdict.code();
        // Somebody with the right has let them in: what counts now is that they enter.
        let overruled = decision.marks.contains(&Mark::Override);
        let said = self.sentences(self.lang, decision, &recent.code);
        let other = self.sentences(self.lang.other(), decision, &recent.code);
        let visitor = decision.visitor.filter(|_| code != Code::Blocked);
        let office = visitor.and_then(|v| self.office(&v));
        let look = decision.marks.contains(&Mark::Look);
        let state = self.live.gate.scan_state(recent.scan);
        let annulled = decision.marks.contains(&Mark::Annulled);
        let (entered, left) = if annulled { (0, 0) } else { (decision.enters, decision.leaves) };
        let marked = decision.marks.iter().any(|m| matches!(m, Mark::BySignature | Mark::Moved | Mark::ReEntry));
        let sound = if marked && code == Code::Admit { Sound::EnterMarked } else { code.sound() };
        let mut marks: Vec<String> = decision.marks.iter().map(|m| m.name().to_owned()).collect();
        let mut mark_texts: Vec<String> = decision.marks.iter().map(|m| self.mark_text(*m, recent)).collect();
        if self.training {
            marks.push(TRAINING.to_owned());
            mark_texts.push(text(self.lang, "mark-training", &[]));
        }
        let shown = match decision.verdict {
            Verdict::CheckId { enter } => Some(enter),
            Verdict::Exit { leave } => Some(leave),
            ref v if v.enter() > 0 => Some(if entered > 0 { entered } else { v.enter() }),
            _ => visitor.map(|v| v.persons),
        };
        let party = visitor.map_or(0, |v| v.persons);
        let persons_text = shown
            .filter(|n| *n < party && code.class() == Class::Enter)
            .map(|n| text(self.lang, "persons-of", &[("enter", n.into()), ("party", party.into())]));
        let clears = code.class() == Class::Enter && !annulled;
        let time = clock_seconds(self.civil(recent.at).time());
        VerdictView {
            scan: recent.scan.to_string(),
            number: recent.number,
            at: recent.at.0,
            verdict: code.name().to_owned(),
            class: code.class().name().to_owned(),
            sound: sound.name().to_owned(),
            marks,
            mark_texts,
            word: said.word,
            why: said.why,
            next: said.next,
            next_sub: said.sub,
            next_other: other.next,
            persons: shown.map(u32::from),
            persons_text,
            time_text: visitor.map(|v| self.booked(code, v.start)),
            office: office.map(|o| o.name.clone()),
            floor: office.and_then(|o| o.floor.clone()),
            room: office.and_then(|o| o.room.clone()),
            assistance: visitor.is_some_and(|v| v.assistance) && code.class() == Class::Enter,
            count_until: match decision.verdict {
                Verdict::TooEarly { come_back_at } => Some(come_back_at.0),
                _ => None,
            },
            actions: Actions {
                persons: if look || annulled { None } else { self.correction(recent.scan) },
                confirm: code == Code::CheckId && !look && state.is_some_and(|s| !s.is_document_done()),
                overrule: Right::to_overrule(code).filter(|_| !look && !overruled && entered == 0).map(|right| {
                    let reported = code.overruled_by() == varco_core::verdict::Override::Reported;
                    OverrideAction { right: right.name().to_owned(), reported, allowed: self.may(right) }
                }),
                annul: (entered + left > 0 && !look).then(|| AnnulAction { allowed: self.may(Right::Annul) }),
                details: decision.visitor.is_some() && self.may(Right::Details),
                next_place: self.next_place.filter(|_| code == Code::TooLate).map(|at| NextPlace {
                    time: self.clock(at),
                    text: text(self.lang, "verdict-too_late-next", &[("next", self.clock(at).into())]),
                }),
                search: matches!(code, Code::UnknownBooking | Code::KeyUnknown),
                type_code: matches!(code, Code::NotAReceipt | Code::Damaged | Code::UnknownBooking | Code::KeyUnknown),
                unbooked: matches!(code, Code::NotAReceipt | Code::NotOurs),
            },
            saved: self.saved(recent, &time),
            clears_in_seconds: clears.then_some(ADMIT_CLEAR_SECONDS),
            recorded: recent.recorded,
            time,
        }
    }

    /// How the number that entered or left may be corrected, until the next receipt. A repeated reading speaks of the
    /// entry or exit that it repeats.
    fn correction(&self, scan: GestureKey) -> Option<PersonsAction> {
        let gate = &self.live.gate;
        let row = gate.scan_state(gate.original(scan))?;
        let fact = row.fact.as_ref()?;
        let now = row.entered().max(row.left());
        let last = gate.latest(fact.gate).map(|latest| gate.original(latest)) == Some(fact.scan);
        (last && now > 0).then(|| PersonsAction {
            value: now.into(),
            min: lowest_number(gate, fact).max(1).into(),
            max: highest_number(gate, fact).max(now).into(),
        })
    }

    fn may(&self, right: Right) -> bool {
        self.session.is_some_and(|s| allows(s.actor.role, right, self.live.structure.grants))
    }

    fn booked(&self, code: Code, start: Millis) -> String {
        let civil = self.civil(start);
        if code == Code::WrongDay {
            format!("{}, {}", day(self.lang, civil.date()), clock(civil.time()))
        } else {
            clock(civil.time())
        }
    }

    fn mark_text(&self, mark: Mark, recent: &Recent) -> String {
        let first = recent.decision.first_read_at.filter(|_| mark == Mark::AlreadyRead);
        let time = clock_seconds(self.civil(first.unwrap_or(recent.at)).time());
        text(self.lang, &format!("mark-{}", mark.name()), &[("time", time.into())])
    }

    fn saved(&self, recent: &Recent, time: &str) -> String {
        let decision = &recent.decision;
        let key = if !recent.recorded && decision.marks.contains(&Mark::NotRecorded) {
            "saved-not"
        } else if decision.marks.contains(&Mark::Look) {
            "saved-look"
        } else if decision.leaves > 0 {
            "saved-exit"
        } else if decision.enters > 0 {
            "saved-entered"
        } else if decision.marks.contains(&Mark::IdRefused) {
            "saved-refused"
        } else if decision.verdict.code() == Code::CheckId {
            "saved-check"
        } else {
            "saved-scan"
        };
        text(self.lang, key, &[("time", time.into()), ("number", recent.number.into())])
    }
}

/// A verdict in words, without a screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// The one word.
    pub word: String,
    /// The reason; empty when none is said.
    pub reason: String,
    /// The next step.
    pub next_step: String,
}

/// Says a verdict; `code` is the short code that was typed, if one was.
#[must_use]
pub fn say_verdict(live: &Live, lang: Lang, zone: Zone, decision: &Decision, code: &str) -> Spoken {
    let say = Say { live, lang, zone, session: None, training: false, next_place: None };
    let said = say.sentences(lang, decision, code);
    Spoken { word: said.word, reason: said.why, next_step: said.next }
}
