// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What a field may hold, and how the things of a court fit together.

use std::collections::BTreeSet;

use varco_core::booking::{Court, Gate, Office, Service, Site};

use super::{EditRefusal, Unfit, Use};
use crate::Structure;

type Checked = Result<(), EditRefusal>;

/// Characters of a name.
const NAME: u32 = 120;
/// Characters of an address or a way to a room.
const LINE: u32 = 240;
/// Characters of a text that an office writes for people.
const TEXT: u32 = 2_000;
/// Characters of a floor, room or telephone.
const SHORT: u32 = 40;
/// Things to bring.
const LIST: usize = 20;
/// Minutes of a day.
const DAY: u32 = 1_440;

/// A text of one line that must hold something.
fn line(field: &'static str, text: &str, most: u32) -> Checked {
    if text.trim().is_empty() {
        return Err(EditRefusal::invalid(field, Unfit::Missing));
    }
    within(field, text, most)?;
    if text.chars().any(char::is_control) {
        return Err(EditRefusal::invalid(field, Unfit::Malformed));
    }
    Ok(())
}

fn within(field: &'static str, text: &str, most: u32) -> Checked {
    let long = text.chars().count() > usize::try_from(most).unwrap_or(usize::MAX);
    if long { Err(EditRefusal::invalid(field, Unfit::TooLong { most })) } else { Ok(()) }
}

fn maybe(field: &'static str, text: Option<&String>, most: u32) -> Checked {
    text.map_or(Ok(()), |text| line(field, text, most))
}

fn both(field: &'static str, texts: Option<&(String, String)>, most: u32) -> Checked {
    let Some((it, en)) = texts else { return Ok(()) };
    for text in [it, en] {
        if text.trim().is_empty() {
            return Err(EditRefusal::invalid(field, Unfit::Missing));
        }
        within(field, text, most)?;
        if text.chars().any(|c| c.is_control() && c != '\n') {
            return Err(EditRefusal::invalid(field, Unfit::Malformed));
        }
    }
    Ok(())
}

fn range(field: &'static str, number: impl Into<u32>, least: u32, most: u32) -> Checked {
    let fits = (least..=most).contains(&number.into());
    if fits { Ok(()) } else { Err(EditRefusal::invalid(field, Unfit::Range { least, most })) }
}

pub(super) fn court(court: &Court) -> Checked {
    line("name", &court.name, NAME)?;
    maybe("web", court.web.as_ref(), LINE)?;
    maybe("phone", court.phone.as_ref(), SHORT)
}

pub(super) fn site(site: &Site) -> Checked {
    line("name", &site.name, NAME)?;
    line("address", &site.address, LINE)?;
    both("step_free", site.step_free.as_ref(), LINE)?;
    if let Some(maximum) = site.maximum {
        range("maximum", maximum, 1, 100_000)?;
    }
    range("presumed_stay_minutes", site.presumed_stay_minutes, 1, DAY)?;
    if let (Some(opens), Some(closes)) = (site.opens_at, site.closes_at)
        && opens >= closes
    {
        return Err(EditRefusal::invalid("closes_at", Unfit::Reversed));
    }
    site.patron.as_ref().map_or(Ok(()), |patron| line("patron", &patron.name, NAME))
}

pub(super) fn gate(gate: &Gate) -> Checked {
    line("name", &gate.name, NAME)
}

pub(super) fn office(office: &Office) -> Checked {
    line("name", &office.name, NAME)?;
    maybe("floor", office.floor.as_ref(), SHORT)?;
    maybe("room", office.room.as_ref(), SHORT)?;
    both("directions", office.directions.as_ref(), LINE)?;
    maybe("phone", office.contacts.phone.as_ref(), SHORT)?;
    for (field, mail) in [("email", &office.contacts.email), ("certified_email", &office.contacts.certified_email)] {
        maybe(field, mail.as_ref(), LINE)?;
        if mail.as_ref().is_some_and(|mail| !mail.contains('@')) {
            return Err(EditRefusal::invalid(field, Unfit::Malformed));
        }
    }
    if let Some(desks) = office.desks {
        range("desks", desks, 1, 500)?;
    }
    let policy = &office.policy;
    range("early_minutes", policy.early_minutes, 0, DAY)?;
    range("late_minutes", policy.late_minutes, 0, DAY)?;
    range("notice_minutes", policy.notice_minutes, 0, 60 * DAY)?;
    if let Some(days) = policy.horizon_days {
        range("horizon_days", days, 1, 730)?;
    }
    let limits = policy.limits;
    for (field, limit) in [
        ("persons_per_booking", limits.persons_per_booking),
        ("bookings_per_day", limits.bookings_per_day),
        ("bookings_ahead", limits.bookings_ahead),
    ] {
        if let Some(limit) = limit {
            range(field, limit, 1, 255)?;
        }
    }
    both("text", policy.text.as_ref(), TEXT)
}

pub(super) fn service(service: &Service) -> Checked {
    both("name", Some(&service.name), NAME)?;
    range("minutes", service.minutes, 1, 480)?;
    for each in &service.bring {
        both("bring", Some(each), LINE)?;
    }
    if service.bring.len() > LIST {
        return Err(EditRefusal::invalid("bring", Unfit::TooLong { most: u32::try_from(LIST).unwrap_or(u32::MAX) }));
    }
    if let Some((early, late)) = service.window {
        range("early_minutes", early, 0, DAY)?;
        range("late_minutes", late, 0, DAY)?;
    }
    if let Some(cases) = service.cases_max {
        range("cases_max", cases, 1, 255)?;
    }
    if service.audiences.iter().any(|audience| !audience.books()) {
        return Err(EditRefusal::invalid("audiences", Unfit::Unknown));
    }
    Ok(())
}

/// Whatever a thing refers to is there; what is used is not archived; no two that are in use are called alike. What was
/// wrong before the edit is not the edit's.
pub(super) fn whole(before: &Structure, after: &Structure) -> Checked {
    let now = references(after);
    if now.is_err() && now != references(before) {
        return now;
    }
    if called_alike(after).is_subset(&called_alike(before)) {
        Ok(())
    } else {
        Err(EditRefusal::invalid("name", Unfit::NameTaken))
    }
}

fn references(court: &Structure) -> Checked {
    let sites: BTreeSet<_> = court.sites.iter().map(|s| s.id).collect();
    let offices: BTreeSet<_> = court.offices.iter().map(|o| o.id).collect();
    let gone = |by| Err(EditRefusal::InUse { by });
    if court.gates.iter().any(|gate| !sites.contains(&gate.site)) {
        return gone(Use::Gates);
    }
    if court.offices.iter().any(|office| !sites.contains(&office.site)) {
        return gone(Use::Offices);
    }
    if court.services.iter().any(|service| !offices.contains(&service.office)) {
        return gone(Use::Services);
    }
    let gates: BTreeSet<_> = court.gates.iter().map(|g| g.id).collect();
    if court.stations.iter().any(|s| !sites.contains(&s.site) || !gates.contains(&s.gate)) {
        return gone(Use::Stations);
    }
    let archived: BTreeSet<_> = court.sites.iter().filter(|s| s.archived).map(|s| s.id).collect();
    if court.offices.iter().any(|office| !office.archived && archived.contains(&office.site)) {
        return gone(Use::Site);
    }
    Ok(())
}

/// Names that two things in use share.
fn called_alike(court: &Structure) -> BTreeSet<(u8, u32, String)> {
    let same = |text: &str| text.trim().to_lowercase();
    let mut seen = BTreeSet::new();
    let sites = court.sites.iter().filter(|s| !s.archived).map(|s| (0, 0, same(&s.name)));
    let gates = court.gates.iter().filter(|g| !g.archived).map(|g| (1, g.site.0, same(&g.name)));
    let offices = court.offices.iter().filter(|o| !o.archived).map(|o| (2, 0, same(&o.name)));
    let services = court.services.iter().filter(|s| !s.archived).map(|s| (3, s.office.0, same(&s.name.0)));
    sites.chain(gates).chain(offices).chain(services).filter(|name| !seen.insert(name.clone())).collect()
}
