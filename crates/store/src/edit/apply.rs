// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What a court becomes by an edit.

use serde::Serialize;
use varco_core::{
    booking::{Office, Site},
    ids::{GateId, OfficeId, ServiceId, SiteId},
    schedule::{HolidayCalendar, Level, OfficeSchedule, Patron, validate},
};

use super::{Booked, Edit, EditRefusal, Kind, Thing, Unfit, Use, check};
use crate::{Structure, version_of};

/// The highest number of an office: a receipt names it in one byte.
const OFFICES: u32 = 255;
/// The highest number of a site: a receipt names it in two bytes.
const SITES: u32 = 65_535;

/// The court with one thing changed or added, and its number.
///
/// # Errors
/// [`EditRefusal`] when it cannot be; then nothing changes.
pub fn apply(court: &Structure, edit: &Edit, booked: &Booked) -> Result<(Structure, Kind, u32), EditRefusal> {
    let mut next = court.clone();
    let seen = edit.seen.as_deref();
    let id = match &edit.thing {
        Thing::Court(wanted) => {
            check::court(wanted)?;
            fresh(Kind::Court, 0, &court.court, seen)?;
            next.court = varco_core::booking::Court { id: court.court.id, ..wanted.clone() };
            0
        }
        Thing::Grants(wanted) => {
            fresh(Kind::Grants, 0, &court.grants, seen)?;
            next.grants = *wanted;
            0
        }
        Thing::Site(wanted) => {
            check::site(wanted)?;
            let taken = court.sites.iter().map(|s| s.id.0).chain(court.neighbours.iter().map(|n| n.site.0));
            let mut wanted = wanted.clone();
            wanted.id = SiteId(number(seen, wanted.id.0, taken, SITES)?);
            let id = wanted.id;
            put(&mut next.sites, Kind::Site, seen, |s| s.id.0, wanted)?;
            follow_site(court, &mut next, id, booked)?;
            id.0
        }
        Thing::Gate(wanted) => {
            check::gate(wanted)?;
            let mut wanted = wanted.clone();
            wanted.id = GateId(number(seen, wanted.id.0, court.gates.iter().map(|g| g.id.0), u32::MAX)?);
            let id = wanted.id.0;
            put(&mut next.gates, Kind::Gate, seen, |g| g.id.0, wanted)?;
            id
        }
        Thing::Office(wanted) => {
            check::office(wanted)?;
            let mut wanted = wanted.clone();
            wanted.id = OfficeId(number(seen, wanted.id.0, court.offices.iter().map(|o| o.id.0), OFFICES)?);
            let id = wanted.id;
            put(&mut next.offices, Kind::Office, seen, |o| o.id.0, wanted)?;
            follow_office(court, &mut next, id, booked)?;
            id.0
        }
        Thing::Service(wanted) => {
            check::service(wanted)?;
            let mut wanted = wanted.clone();
            wanted.id = ServiceId(number(seen, wanted.id.0, court.services.iter().map(|s| s.id.0), u32::MAX)?);
            let id = wanted.id;
            let before = court.services.iter().find(|s| s.id == id);
            if before.is_some_and(|before| before.office != wanted.office) {
                return Err(EditRefusal::invalid("office", Unfit::Unknown));
            }
            put(&mut next.services, Kind::Service, seen, |s| s.id.0, wanted)?;
            id.0
        }
        Thing::Schedule(wanted) => {
            hours(court, wanted)?;
            put(&mut next.schedules, Kind::Schedule, Some(seen.unwrap_or_default()), |s| s.office.0, wanted.clone())?;
            wanted.office.0
        }
    };
    check::whole(court, &next)?;
    Ok((next, edit.thing.kind(), id))
}

/// Nothing has changed since it was seen.
fn fresh(kind: Kind, id: u32, now: &impl Serialize, seen: Option<&str>) -> Result<(), EditRefusal> {
    if seen == Some(version_of(now).as_str()) { Ok(()) } else { Err(EditRefusal::stale(kind, id)) }
}

/// The number of a thing: its own, or for a new one the next.
fn number(seen: Option<&str>, own: u32, taken: impl Iterator<Item = u32>, highest: u32) -> Result<u32, EditRefusal> {
    if seen.is_some() {
        return Ok(own);
    }
    let next = taken.max().unwrap_or_default().checked_add(1).filter(|next| *next <= highest);
    next.ok_or(EditRefusal::TooMany)
}

/// Replaces a thing of which this version was seen, or adds it.
fn put<T: Serialize>(
    list: &mut Vec<T>,
    kind: Kind,
    seen: Option<&str>,
    id: impl Fn(&T) -> u32,
    thing: T,
) -> Result<(), EditRefusal> {
    let wanted = id(&thing);
    let Some(seen) = seen else {
        list.push(thing);
        return Ok(());
    };
    let found = list.iter_mut().find(|x| id(x) == wanted).ok_or(EditRefusal::Unknown)?;
    if version_of(found) != seen {
        return Err(EditRefusal::stale(kind, wanted));
    }
    *found = thing;
    Ok(())
}

/// The patron saint's day that a site keeps. A site of an older Varco says it in the calendars of its offices only.
fn patron_of(court: &Structure, site: &Site) -> Option<Patron> {
    let of_offices = || court.schedules.iter().find(|s| s.site == site.id).and_then(|s| s.holidays.patron.clone());
    site.patron.clone().or_else(of_offices)
}

/// Hours of the offices follow the zone and the patron saint's day of their site.
fn follow_site(court: &Structure, next: &mut Structure, id: SiteId, booked: &Booked) -> Result<(), EditRefusal> {
    let Some(before) = court.sites.iter().find(|s| s.id == id) else { return Ok(()) };
    let Some(after) = next.sites.iter().find(|s| s.id == id).cloned() else { return Ok(()) };
    let (other_zone, other_patron) = (before.zone != after.zone, patron_of(court, before) != after.patron);
    for schedule in next.schedules.iter_mut().filter(|s| s.site == id) {
        if other_zone && booked.ahead.contains(&schedule.office) {
            return Err(EditRefusal::InUse { by: Use::Bookings });
        }
        schedule.zone = after.zone;
        if other_patron {
            schedule.holidays.patron.clone_from(&after.patron);
        }
    }
    Ok(())
}

/// An office has hours of its own, in the zone of its site.
fn follow_office(court: &Structure, next: &mut Structure, id: OfficeId, booked: &Booked) -> Result<(), EditRefusal> {
    let Some(office) = next.offices.iter().find(|o| o.id == id).cloned() else { return Ok(()) };
    let site = next.sites.iter().find(|s| s.id == office.site).cloned();
    let site = site.ok_or(EditRefusal::invalid("site", Unfit::Unknown))?;
    match next.schedules.iter_mut().find(|s| s.office == id) {
        None => {
            let schedule = without_hours(court, &office, &site);
            next.schedules.push(schedule);
        }
        Some(schedule) if schedule.site != site.id => {
            if booked.ahead.contains(&id) {
                return Err(EditRefusal::InUse { by: Use::Bookings });
            }
            (schedule.site, schedule.zone) = (site.id, site.zone);
            schedule.holidays.patron = patron_of(court, &site);
        }
        Some(_) => {}
    }
    Ok(())
}

/// No hours yet; the closures of the court and of the site hold for a new office too.
fn without_hours(court: &Structure, office: &Office, site: &Site) -> OfficeSchedule {
    let here = court.schedules.iter().find(|s| s.site == site.id);
    let like = here.or(court.schedules.first());
    let exceptions = like.map(|s| s.exceptions.as_slice()).unwrap_or_default().iter();
    let wider = exceptions.filter(|exception| match exception.level {
        Level::Court => true,
        Level::Site(of) => of == site.id,
        Level::Office(_) => false,
    });
    OfficeSchedule {
        office: office.id,
        site: site.id,
        zone: site.zone,
        rules: Vec::new(),
        exceptions: wider.cloned().collect(),
        holidays: HolidayCalendar {
            patron: patron_of(court, site),
            ..like.map(|s| s.holidays.clone()).unwrap_or_default()
        },
    }
}

/// Hours may be saved when nothing is wrong with them that was not wrong before.
fn hours(court: &Structure, wanted: &OfficeSchedule) -> Result<(), EditRefusal> {
    let before = court.schedules.iter().find(|s| s.office == wanted.office).ok_or(EditRefusal::Unknown)?;
    if (before.site, before.zone) != (wanted.site, wanted.zone) {
        return Err(EditRefusal::invalid("site", Unfit::Unknown));
    }
    let known = validate(before);
    let faults: Vec<_> = validate(wanted).into_iter().filter(|fault| !known.contains(fault)).collect();
    if faults.is_empty() { Ok(()) } else { Err(EditRefusal::Hours(faults, Box::new(wanted.clone()))) }
}
