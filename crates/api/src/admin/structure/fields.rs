// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! From the things of a court to the fields that somebody edits, and back. What a field does not say stays as it was.

use chrono::NaiveTime;
use varco_core::{
    access::Grants,
    booking::{Contacts, Court, Gate, Limits, Office, OfficePolicy, PetitumPart, Service, Site},
    ids::{OfficeId, SiteId},
    schedule::{Audience, MonthDay, Patron},
    time::Zone,
};
use varco_store::{Structure, edit::Unfit};

use crate::{
    problem::Fault,
    wire::{Both, CourtFields, GateFields, GrantsFields, OfficeFields, PatronFields, ServiceFields, SiteFields},
};

pub(super) fn unfit(field: &'static str, why: Unfit) -> Fault {
    Fault::Field { field, why }
}

fn text(text: &str) -> String {
    text.trim().to_owned()
}

fn maybe(text: Option<&String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn pair(both: &Both) -> (String, String) {
    (text(&both.it), text(&both.en))
}

/// A text that stands in neither language is none.
fn maybe_pair(both: Option<&Both>) -> Option<(String, String)> {
    both.map(pair).filter(|(it, en)| !(it.is_empty() && en.is_empty()))
}

fn both(pair: &(String, String)) -> Both {
    Both { it: pair.0.clone(), en: pair.1.clone() }
}

/// A time of day as people write it, `8:30` or `08:30`.
pub(in crate::admin) fn time(field: &'static str, text: &str) -> Result<NaiveTime, Fault> {
    NaiveTime::parse_from_str(text.trim(), "%H:%M").map_err(|_| unfit(field, Unfit::Malformed))
}

pub(in crate::admin) fn clock(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// A number that must fit into fewer bits.
fn small<T: TryFrom<u32>>(field: &'static str, number: u32, most: u32) -> Result<T, Fault> {
    T::try_from(number).map_err(|_| unfit(field, Unfit::Range { least: 1, most }))
}

fn maybe_small<T: TryFrom<u32>>(field: &'static str, number: Option<u32>, most: u32) -> Result<Option<T>, Fault> {
    number.map(|number| small(field, number, most)).transpose()
}

pub(super) fn court_fields(court: &Court) -> CourtFields {
    CourtFields { name: court.name.clone(), web: court.web.clone(), phone: court.phone.clone() }
}

pub(super) fn court(of: &Court, is: &CourtFields) -> Court {
    Court { id: of.id, name: text(&is.name), web: maybe(is.web.as_ref()), phone: maybe(is.phone.as_ref()) }
}

pub(super) fn grants_fields(grants: Grants) -> GrantsFields {
    let Grants { steward_too_early, steward_too_late } = grants;
    GrantsFields { steward_too_early, steward_too_late }
}

pub(super) fn grants(is: &GrantsFields) -> Grants {
    Grants { steward_too_early: is.steward_too_early, steward_too_late: is.steward_too_late }
}

pub(super) fn site_fields(court: &Structure, site: &Site) -> SiteFields {
    // A site of an older Varco says it in the calendars of its offices only.
    let of_offices = || court.schedules.iter().find(|s| s.site == site.id).and_then(|s| s.holidays.patron.clone());
    let patron = site.patron.clone().or_else(of_offices);
    SiteFields {
        name: site.name.clone(),
        address: site.address.clone(),
        step_free: site.step_free.as_ref().map(both),
        zone: site.zone.name().to_owned(),
        maximum: site.maximum,
        presumed_stay_minutes: site.presumed_stay_minutes,
        opens_at: site.opens_at.map(clock),
        closes_at: site.closes_at.map(clock),
        patron: patron.map(|patron| PatronFields { day: patron.day.to_string(), name: patron.name }),
    }
}

pub(super) fn site(of: &Site, is: &SiteFields) -> Result<Site, Fault> {
    let patron = is.patron.as_ref().map(|patron| {
        let day: MonthDay = patron.day.trim().parse().map_err(|_| unfit("patron_day", Unfit::Malformed))?;
        // By law it is a holiday in Rome only, on 29 June.
        let legal_holiday = of.patron.as_ref().is_some_and(|before| before.day == day && before.legal_holiday);
        Ok::<_, Fault>(Patron { day, name: text(&patron.name), legal_holiday })
    });
    Ok(Site {
        id: of.id,
        name: text(&is.name),
        address: text(&is.address),
        step_free: maybe_pair(is.step_free.as_ref()),
        zone: Zone::try_from(is.zone.trim().to_owned()).map_err(|_| unfit("zone", Unfit::Malformed))?,
        maximum: is.maximum,
        presumed_stay_minutes: is.presumed_stay_minutes,
        opens_at: maybe(is.opens_at.as_ref()).map(|t| time("opens_at", &t)).transpose()?,
        closes_at: maybe(is.closes_at.as_ref()).map(|t| time("closes_at", &t)).transpose()?,
        patron: patron.transpose()?,
        archived: of.archived,
    })
}

pub(super) fn gate_fields(gate: &Gate) -> GateFields {
    GateFields { site: gate.site.0, name: gate.name.clone(), manned: gate.manned }
}

pub(super) fn gate(of: &Gate, is: &GateFields) -> Gate {
    Gate { id: of.id, site: SiteId(is.site), name: text(&is.name), manned: is.manned, archived: of.archived }
}

pub(super) fn office_fields(office: &Office) -> OfficeFields {
    let (policy, limits) = (&office.policy, office.policy.limits);
    OfficeFields {
        site: office.site.0,
        name: office.name.clone(),
        floor: office.floor.clone(),
        room: office.room.clone(),
        directions: office.directions.as_ref().map(both),
        phone: office.contacts.phone.clone(),
        email: office.contacts.email.clone(),
        certified_email: office.contacts.certified_email.clone(),
        desks: office.desks.map(u32::from),
        early_minutes: policy.early_minutes,
        late_minutes: policy.late_minutes,
        check_id: policy.check_id,
        re_entry: policy.re_entry,
        horizon_days: policy.horizon_days.map(u32::from),
        notice_minutes: policy.notice_minutes,
        persons_per_booking: limits.persons_per_booking.map(u32::from),
        bookings_per_day: limits.bookings_per_day.map(u32::from),
        bookings_ahead: limits.bookings_ahead.map(u32::from),
        text: policy.text.as_ref().map(both),
    }
}

pub(super) fn office(of: &Office, is: &OfficeFields) -> Result<Office, Fault> {
    Ok(Office {
        id: of.id,
        site: SiteId(is.site),
        name: text(&is.name),
        floor: maybe(is.floor.as_ref()),
        room: maybe(is.room.as_ref()),
        directions: maybe_pair(is.directions.as_ref()),
        policy: OfficePolicy {
            early_minutes: is.early_minutes,
            late_minutes: is.late_minutes,
            check_id: is.check_id,
            re_entry: is.re_entry,
            horizon_days: maybe_small("horizon_days", is.horizon_days, 730)?,
            notice_minutes: is.notice_minutes,
            limits: Limits {
                persons_per_booking: maybe_small("persons_per_booking", is.persons_per_booking, 255)?,
                bookings_per_day: maybe_small("bookings_per_day", is.bookings_per_day, 255)?,
                bookings_ahead: maybe_small("bookings_ahead", is.bookings_ahead, 255)?,
            },
            text: maybe_pair(is.text.as_ref()),
        },
        contacts: Contacts {
            phone: maybe(is.phone.as_ref()),
            email: maybe(is.email.as_ref()),
            certified_email: maybe(is.certified_email.as_ref()),
        },
        desks: maybe_small("desks", is.desks, 500)?,
        archived: of.archived,
    })
}

pub(super) fn service_fields(service: &Service) -> ServiceFields {
    ServiceFields {
        office: service.office.0,
        name: both(&service.name),
        minutes: service.minutes,
        bring: service.bring.iter().map(both).collect(),
        early_minutes: service.window.map(|(early, _)| early),
        late_minutes: service.window.map(|(_, late)| late),
        cases_max: service.cases_max.map(u32::from),
        audiences: service.audiences.iter().map(|audience| audience.code().to_owned()).collect(),
        petitum: service.petitum.iter().map(|part| part.name().to_owned()).collect(),
        check_id: service.check_id,
    }
}

pub(super) fn service(of: &Service, is: &ServiceFields) -> Result<Service, Fault> {
    let window = match (is.early_minutes, is.late_minutes) {
        (None, None) => None,
        (Some(early), Some(late)) => Some((early, late)),
        (None, Some(_)) => return Err(unfit("early_minutes", Unfit::Missing)),
        (Some(_), None) => return Err(unfit("late_minutes", Unfit::Missing)),
    };
    let audience = |code: &String| Audience::from_code(code).ok_or(unfit("audiences", Unfit::Unknown));
    let part = |name: &String| {
        PetitumPart::ALL.into_iter().find(|part| part.name() == name).ok_or(unfit("petitum", Unfit::Unknown))
    };
    let bring = is.bring.iter().map(pair).filter(|(it, en)| !(it.is_empty() && en.is_empty()));
    Ok(Service {
        id: of.id,
        office: OfficeId(is.office),
        name: pair(&is.name),
        minutes: is.minutes,
        bring: bring.collect(),
        window,
        cases_max: maybe_small("cases_max", is.cases_max, 255)?,
        audiences: is.audiences.iter().map(audience).collect::<Result<_, _>>()?,
        petitum: is.petitum.iter().map(part).collect::<Result<_, _>>()?,
        check_id: is.check_id,
        archived: of.archived,
    })
}
