// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use chrono::{NaiveDate, NaiveTime, TimeDelta, Timelike};

use super::decide::Slot;
use super::types::{Band, BandSource, Closure, Effect, OfficeSchedule, OpeningRule, ScheduleException};
use super::{Holiday, Hours, Pool};
use crate::time::{CivilInstant, day_bounds, resolve, to_instant};

/// The last second of a day.
pub(super) const LAST_SECOND: NaiveTime = match NaiveTime::from_hms_opt(23, 59, 59) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// One day of an office, worked out once: every start of every band, and what became of it.
#[derive(Clone, Debug)]
pub struct DayPlan<'a> {
    pub(super) office: &'a OfficeSchedule,
    pub(super) date: NaiveDate,
    /// Those that speak about the day, the one that counts most first.
    pub(super) exceptions: Vec<&'a ScheduleException>,
    /// Extraordinary openings by rank, then weekly rules by id.
    pub(super) bands: Vec<DayBand<'a>>,
    /// The civil hours that the clocks jump over.
    missing: Option<Hours>,
}

/// One band on one day.
#[derive(Clone, Debug)]
pub(super) struct DayBand<'a> {
    pub(super) source: BandSource,
    pub(super) band: Band,
    pub(super) starts: Vec<Start<'a>>,
    /// The hours in which this band decides that the office is open: without closures and holidays, without what a
    /// stronger band of the same audience takes over, and without an hour that the clocks jump over.
    pub(super) open: Vec<Hours>,
}

/// One stretch of a band, as long as a slot.
#[derive(Clone, Debug)]
pub(super) struct Start<'a> {
    pub(super) hours: Hours,
    pub(super) fate: Result<Slot, Lost<'a>>,
}

/// What keeps a stretch of a band from being a slot.
#[derive(Clone, Debug)]
pub(super) enum Lost<'a> {
    Closed(Closure<'a>),
    Replaced { by: BandSource },
    Holiday(Holiday),
    ClockChange,
}

impl<'a> DayPlan<'a> {
    /// Works out a date.
    #[must_use]
    pub fn new(office: &'a OfficeSchedule, date: NaiveDate) -> Self {
        let exceptions = office.exceptions_on(date);
        let missing = missing_hours(office, date);
        let mut plan = Self { office, date, exceptions: Vec::new(), bands: Vec::new(), missing };
        // A band is outranked by the exceptions that the plan knows when it is added.
        for exception in exceptions {
            if let Effect::Opened(band) = exception.effect {
                plan.add(BandSource::Exception { id: exception.id }, band, None);
            }
            plan.exceptions.push(exception);
        }
        let mut rules: Vec<&OpeningRule> = office.rules_on(date).collect();
        rules.sort_by_key(|rule| (rule.id, rule.version));
        for rule in rules {
            plan.add(rule.source(), rule.band, office.holidays.for_pool(date, rule.band.pool()));
        }
        plan.set_capacities();
        plan
    }

    /// The day that was worked out.
    #[must_use]
    pub fn date(&self) -> NaiveDate {
        self.date
    }

    /// The slots that a pool has on this day, by time.
    pub fn slots_of(&self, pool: Pool) -> impl Iterator<Item = Slot> {
        let mut found: Vec<Slot> = self.bands_of(pool).flat_map(|day| &day.starts).filter_map(Start::slot).collect();
        found.sort_by_key(|slot| slot.start);
        found.into_iter()
    }

    /// The hours in which somebody is received, by time and without overlaps. Bands of every audience count.
    #[must_use]
    pub fn opening_hours(&self) -> Vec<Hours> {
        let mut all: Vec<Hours> = self.bands.iter().flat_map(|day| day.open.iter().copied()).collect();
        all.sort();
        let mut merged: Vec<Hours> = Vec::with_capacity(all.len());
        for hours in all {
            match merged.last_mut() {
                Some(last) if hours.from <= last.to => last.to = last.to.max(hours.to),
                _ => merged.push(hours),
            }
        }
        merged
    }

    pub(super) fn bands_of(&self, pool: Pool) -> impl Iterator<Item = &DayBand<'a>> {
        self.bands.iter().filter(move |day| day.band.pool() == pool)
    }

    /// Adds a band, which the exceptions and the bands that are here already outrank.
    fn add(&mut self, source: BandSource, band: Band, holiday: Option<Holiday>) {
        let taken: Vec<(BandSource, Hours)> =
            self.bands_of(band.pool()).map(|stronger| (stronger.source, stronger.band.hours())).collect();
        let closures: Vec<Hours> = self
            .exceptions
            .iter()
            .filter(|exception| exception.closure().is_some())
            .map(|exception| exception.hours.unwrap_or(Hours { from: NaiveTime::MIN, to: band.to }))
            .collect();
        let cuts: Vec<Hours> = closures.into_iter().chain(taken.iter().map(|(_, hours)| *hours)).collect();

        let fate = |hours: Hours| -> Result<Slot, Lost<'a>> {
            for exception in self.exceptions.iter().filter(|exception| exception.touches(hours)) {
                if let Some(closure) = exception.closure() {
                    return Err(Lost::Closed(closure));
                }
                if matches!(exception.effect, Effect::Opened(other) if other.audience == band.audience) {
                    return Err(Lost::Replaced { by: BandSource::Exception { id: exception.id } });
                }
            }
            if let Some(holiday) = &holiday {
                return Err(Lost::Holiday(holiday.clone()));
            }
            if let Some((by, _)) = taken.iter().find(|(_, taken)| taken.overlaps(hours)) {
                return Err(Lost::Replaced { by: *by });
            }
            self.slot(source, &band, hours).ok_or(Lost::ClockChange)
        };
        let starts = stretches(&band, &cuts).into_iter().map(|hours| Start { hours, fate: fate(hours) }).collect();
        let mut open = if holiday.is_none() && band.from < band.to { vec![band.hours()] } else { Vec::new() };
        for cut in cuts.into_iter().chain(self.missing) {
            open = open.into_iter().flat_map(|hours| hours.without(cut)).collect();
        }
        self.bands.push(DayBand { source, band, starts, open });
    }

    /// The slot of a stretch; `None` when the clocks change within it or jump over it.
    fn slot(&self, source: BandSource, band: &Band, hours: Hours) -> Option<Slot> {
        let at = |time: NaiveTime| resolve(self.office.zone, self.date.and_time(time)).ok();
        let start = at(hours.from)?;
        let end = start.plus_seconds((hours.to - hours.from).num_seconds());
        let last_second = at(hours.to - TimeDelta::seconds(1))?;
        (last_second == end.plus_seconds(-1)).then_some(Slot {
            date: self.date,
            hours,
            start,
            end,
            desks: band.desks,
            persons: band.persons_per_slot,
            pool: band.pool(),
            source,
            capacity_by: None,
        })
    }

    /// Gives each slot the places that the strongest capacity exception about it says.
    fn set_capacities(&mut self) {
        let starts = self.bands.iter_mut().flat_map(|day| &mut day.starts);
        for slot in starts.filter_map(|start| start.fate.as_mut().ok()) {
            for exception in self.exceptions.iter().rev().filter(|exception| exception.touches(slot.hours)) {
                if let Effect::Capacity { desks, persons_per_slot, audience } = exception.effect
                    && audience.is_none_or(|audience| Pool(audience) == slot.pool)
                {
                    (slot.desks, slot.persons) = (desks, persons_per_slot);
                    slot.capacity_by = Some(exception.id);
                }
            }
        }
    }
}

impl Start<'_> {
    pub(super) fn slot(&self) -> Option<Slot> {
        self.fate.as_ref().ok().copied()
    }
}

impl<'a> DayBand<'a> {
    /// The stretch that somebody means who asks for a time: the one that starts then, or for walk-ins the one it is in.
    pub(super) fn start_asked_for(&self, time: NaiveTime) -> Option<&Start<'a>> {
        let books = self.band.audience.books();
        self.starts.iter().find(|start| if books { start.hours.from == time } else { start.hours.contain(time) })
    }

    pub(super) fn is_open_at(&self, time: NaiveTime) -> bool {
        self.open.iter().any(|hours| hours.contain(time))
    }
}

/// A band cut into stretches of a slot's length. Of a band for bookings the rest is left over. A band for walk-ins ends
/// with a shorter stretch, and is cut where something else begins or ends: who comes before a closure is received.
fn stretches(band: &Band, cuts: &[Hours]) -> Vec<Hours> {
    let (from, to) = (band.from.num_seconds_from_midnight(), band.to.num_seconds_from_midnight());
    let step = u32::from(band.slot_minutes) * 60;
    if step == 0 || from >= to {
        return Vec::new();
    }
    let mut edges: Vec<u32> = (0..).map(|n| from + n * step).take_while(|edge| *edge <= to).collect();
    if !band.audience.books() {
        let within = cuts.iter().flat_map(|cut| [cut.from, cut.to]).map(|edge| edge.num_seconds_from_midnight());
        edges.extend(within.filter(|edge| (from..to).contains(edge)).chain([to]));
        edges.sort_unstable();
        edges.dedup();
    }
    let at = |second| NaiveTime::from_num_seconds_from_midnight_opt(second, 0);
    edges.windows(2).filter_map(|edge| Some(Hours { from: at(edge[0])?, to: at(edge[1])? })).collect()
}

/// The civil hours of a date that the clocks jump over, found by asking for each of its quarters of an hour: no zone
/// jumps by less.
fn missing_hours(office: &OfficeSchedule, date: NaiveDate) -> Option<Hours> {
    let (start, end) = day_bounds(office.zone, date);
    if end.since(start) == TimeDelta::days(1).num_milliseconds() {
        return None;
    }
    let quarters = (0..24 * 4).filter_map(|quarter| NaiveTime::from_hms_opt(quarter / 4, quarter % 4 * 15, 0));
    quarters.into_iter().find_map(|time| match to_instant(office.zone, date.and_time(time)) {
        CivilInstant::Gap { missing_from, missing_until, .. } => Some(Hours {
            from: if missing_from.date() < date { NaiveTime::MIN } else { missing_from.time() },
            to: if missing_until.date() > date { LAST_SECOND } else { missing_until.time() },
        }),
        CivilInstant::One(_) | CivilInstant::Fold { .. } => None,
    })
}
