// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! From what somebody draws to a draft, and back.

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use varco_core::{
    ids::{ExceptionId, OfficeId, SiteId},
    schedule::{
        Audience, Band, BothLanguages, Dates, Effect, Hours, Level, MonthDay,
        closure::{Draft, Wanted},
    },
};
use varco_store::edit::Unfit;

use super::super::structure::fields::{clock, time};
use crate::{
    problem::Fault,
    wire::{ClosureDates, ClosureDraft, ClosureEffect, ClosureHours, ClosureLevel},
};

fn unfit(field: &'static str, why: Unfit) -> Fault {
    Fault::Field { field, why }
}

fn date(text: &str) -> Result<NaiveDate, Fault> {
    let date = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok();
    date.filter(|date| (2000..2200).contains(&date.year())).ok_or(unfit("dates", Unfit::Malformed))
}

/// For whom.
pub(super) fn level(level: &ClosureLevel) -> Level {
    match level {
        ClosureLevel::Court => Level::Court,
        ClosureLevel::Site(id) => Level::Site(SiteId(*id)),
        ClosureLevel::Office(id) => Level::Office(OfficeId(*id)),
    }
}

pub(super) fn level_fields(level: Level) -> ClosureLevel {
    match level {
        Level::Court => ClosureLevel::Court,
        Level::Site(id) => ClosureLevel::Site(id.0),
        Level::Office(id) => ClosureLevel::Office(id.0),
    }
}

fn dates(dates: &ClosureDates) -> Result<Dates, Fault> {
    let of_year = |text: &str| text.trim().parse::<MonthDay>().map_err(|_| unfit("dates", Unfit::Malformed));
    Ok(match dates {
        ClosureDates::Day { date: day } => Dates::Day { date: date(day)? },
        ClosureDates::Range { from, to } => Dates::Range { from: date(from)?, to: date(to)? },
        ClosureDates::EveryYear { from, to } => Dates::EveryYear { from: of_year(from)?, to: of_year(to)? },
    })
}

pub(super) fn dates_fields(dates: Dates) -> ClosureDates {
    match dates {
        Dates::Day { date } => ClosureDates::Day { date: date.to_string() },
        Dates::Range { from, to } => ClosureDates::Range { from: from.to_string(), to: to.to_string() },
        Dates::EveryYear { from, to } => ClosureDates::EveryYear { from: from.to_string(), to: to.to_string() },
    }
}

fn audience(code: &str) -> Result<Audience, Fault> {
    Audience::from_code(code).ok_or(unfit("audience", Unfit::Unknown))
}

fn small(field: &'static str, number: u32) -> Result<u16, Fault> {
    u16::try_from(number).map_err(|_| unfit(field, Unfit::Range { least: 1, most: u16::MAX.into() }))
}

fn effect(effect: &ClosureEffect) -> Result<Effect, Fault> {
    Ok(match effect {
        ClosureEffect::Closed { reason_it, reason_en, what_to_do_it, what_to_do_en } => {
            let said = |text: &Option<String>| text.as_deref().unwrap_or_default().trim().to_owned();
            let (it, en) = (said(what_to_do_it), said(what_to_do_en));
            let instead = match (it.is_empty(), en.is_empty()) {
                (true, true) => None,
                (false, false) => Some(BothLanguages { it, en }),
                (true, false) => return Err(unfit("what_to_do_it", Unfit::Missing)),
                (false, true) => return Err(unfit("what_to_do_en", Unfit::Missing)),
            };
            let (reason_it, reason_en) = (reason_it.trim().to_owned(), reason_en.trim().to_owned());
            Effect::Closed { reason_it, reason_en, what_to_do: instead }
        }
        ClosureEffect::Opened { from, to, slot_minutes, desks, persons, audience: whose } => {
            let (from, to) = (time("from", from)?, time("to", to)?);
            let (slot_minutes, audience) = (small("slot_minutes", *slot_minutes)?, audience(whose)?);
            let minutes = u16::try_from((to - from).num_minutes()).unwrap_or_default();
            let rest = if slot_minutes > 0 { minutes % slot_minutes } else { 0 };
            Effect::Opened(Band {
                from,
                to,
                slot_minutes,
                remainder_minutes: if audience.books() { rest } else { 0 },
                desks: small("desks", *desks)?,
                persons_per_slot: small("persons", *persons)?,
                audience,
            })
        }
        ClosureEffect::Capacity { desks, persons, audience: whose } => Effect::Capacity {
            desks: small("desks", *desks)?,
            persons_per_slot: small("persons", *persons)?,
            audience: whose.as_deref().map(audience).transpose()?,
        },
    })
}

pub(super) fn effect_fields(effect: &Effect) -> ClosureEffect {
    match effect {
        Effect::Closed { reason_it, reason_en, what_to_do } => ClosureEffect::Closed {
            reason_it: reason_it.clone(),
            reason_en: reason_en.clone(),
            what_to_do_it: what_to_do.as_ref().map(|both| both.it.clone()),
            what_to_do_en: what_to_do.as_ref().map(|both| both.en.clone()),
        },
        Effect::Opened(band) => ClosureEffect::Opened {
            from: clock(band.from),
            to: clock(band.to),
            slot_minutes: band.slot_minutes.into(),
            desks: band.desks.into(),
            persons: band.persons_per_slot.into(),
            audience: band.audience.code().to_owned(),
        },
        Effect::Capacity { desks, persons_per_slot, audience } => ClosureEffect::Capacity {
            desks: (*desks).into(),
            persons: (*persons_per_slot).into(),
            audience: audience.map(|audience| audience.code().to_owned()),
        },
    }
}

pub(super) fn hours_fields(hours: Option<Hours>) -> Option<ClosureHours> {
    hours.map(|hours| ClosureHours { from: clock(hours.from), to: clock(hours.to) })
}

/// What somebody has drawn.
pub(super) fn read(fields: &ClosureDraft) -> Result<Draft, Fault> {
    let wanted = match (&fields.level, &fields.dates, &fields.effect) {
        (None, None, None) => None,
        (Some(of), Some(days), Some(what)) => {
            let between = fields
                .hours
                .as_ref()
                .map(|hours| Ok::<_, Fault>((time("hours", &hours.from)?, time("hours", &hours.to)?)));
            let hours = between.transpose()?.map(|(from, to)| Hours { from, to });
            Some(Wanted { level: level(of), dates: dates(days)?, hours, effect: effect(what)? })
        }
        (None, ..) => return Err(unfit("level", Unfit::Missing)),
        (_, None, _) => return Err(unfit("dates", Unfit::Missing)),
        (.., None) => return Err(unfit("effect", Unfit::Missing)),
    };
    Ok(Draft { replaces: fields.replaces.map(ExceptionId), wanted })
}

/// A start as it is written on the wire.
pub(super) fn start(text: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text.trim(), "%Y-%m-%dT%H:%M").ok()
}

pub(super) fn start_text(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%dT%H:%M").to_string()
}
