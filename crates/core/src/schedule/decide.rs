// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

use super::plan::LAST_SECOND;
use super::{Audience, BandSource, DayPlan, Effect, Hours, OfficeSchedule, Pool, ScheduleException, Used, Why};
use crate::ids::ExceptionId;
use crate::time::{Cell, Millis, Zone, cells, civil};

/// How many days ahead a search for an opening or a free slot looks.
pub(super) const DAYS_AHEAD: u64 = 400;

/// A start at which an office may be booked by an audience (Fascia oraria). In a band for walk-ins it is a stretch of
/// time in which they are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Slot {
    /// The civil date.
    pub date: NaiveDate,
    /// The civil hours, as people read them.
    pub hours: Hours,
    /// The first instant.
    pub start: Millis,
    /// The first instant after.
    pub end: Millis,
    /// Bookings at the same time.
    pub desks: u16,
    /// Persons at the same time, over all bookings.
    pub persons: u16,
    /// The share whose places these are.
    pub pool: Pool,
    /// The rule or the extraordinary opening that it comes from.
    pub source: BandSource,
    /// The exception that changed its places, if one did.
    pub capacity_by: Option<ExceptionId>,
}

/// Places of a pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Capacity {
    /// Bookings at the same time.
    pub desks: u16,
    /// Persons at the same time.
    pub persons: u16,
}

impl Slot {
    /// The cells that a booking of this slot takes, in order.
    pub fn cells(&self) -> impl Iterator<Item = Cell> {
        cells(self.start, self.end)
    }

    /// Its places.
    #[must_use]
    pub const fn capacity(&self) -> Capacity {
        Capacity { desks: self.desks, persons: self.persons }
    }
}

/// The slots of a date that an audience may use, by time; at the same time its own share comes first, and after it the
/// share of all.
#[must_use]
pub fn slots(office: &OfficeSchedule, date: NaiveDate, audience: Audience) -> Vec<Slot> {
    DayPlan::new(office, date).slots(audience)
}

/// The places of a pool in a cell; `None` when it has none then. The bound of every booking and every walk-in.
#[must_use]
pub fn capacity_at(office: &OfficeSchedule, cell: Cell, pool: Pool) -> Option<Capacity> {
    let date = civil(office.zone, cell.start()).date();
    let at = |slot: &Slot| slot.start < cell.end() && cell.start() < slot.end;
    DayPlan::new(office, date).slots_of(pool).find(at).map(|slot| slot.capacity())
}

/// The exception that closes an office to somebody who holds a booking for some hours; `None` when none does, whatever
/// rules and holidays say by now. An opening that outranks a closure keeps a booking only when it is for the booking's
/// share and covers all its hours; where the share is not known (`None`) an opening for any does.
#[must_use]
pub fn closing_exception(
    office: &OfficeSchedule,
    date: NaiveDate,
    hours: Hours,
    share: Option<Pool>,
) -> Option<&ScheduleException> {
    closing(office, date, hours, share, |_| true)
}

/// The same for a booking that was decided at an instant: whoever decided it knew the closures that were announced by
/// then.
#[must_use]
pub fn closing_since(
    office: &OfficeSchedule,
    date: NaiveDate,
    hours: Hours,
    share: Option<Pool>,
    decided_at: Millis,
) -> Option<&ScheduleException> {
    closing(office, date, hours, share, |closure| closure.announced_at > decided_at)
}

fn closing(
    office: &OfficeSchedule,
    date: NaiveDate,
    hours: Hours,
    share: Option<Pool>,
    counts: impl Fn(&ScheduleException) -> bool,
) -> Option<&ScheduleException> {
    let speaking = office.exceptions_on(date).into_iter().filter(|exception| exception.touches(hours));
    let deciding = speaking.into_iter().find(|exception| match exception.effect {
        Effect::Closed { .. } => counts(exception),
        Effect::Opened(band) => {
            share.is_none_or(|share| share == band.pool()) && band.from <= hours.from && hours.to <= band.to
        }
        Effect::Capacity { .. } => false,
    });
    deciding.filter(|exception| exception.closure().is_some())
}

/// The civil date and hours of a visit, as its office reads them. One that ends on another day lasts until midnight; on a
/// day of clock change a visit may seem to end before it begins, and lasts a minute then.
#[must_use]
pub fn visit_hours(zone: Zone, start: Millis, end: Millis) -> (NaiveDate, Hours) {
    let (from, until) = (civil(zone, start), civil(zone, end));
    let to = if until.date() > from.date() { LAST_SECOND } else { until.time() };
    let to = to.max(from.time().overflowing_add_signed(TimeDelta::minutes(1)).0);
    (from.date(), Hours { from: from.time(), to })
}

/// The hours of a date in which somebody is received, of whatever audience, by time and without overlaps.
#[must_use]
pub fn opening_hours(office: &OfficeSchedule, date: NaiveDate) -> Vec<Hours> {
    DayPlan::new(office, date).opening_hours()
}

/// Whether somebody is received then. Between two slots of a band, and in the rest at its end, the office is open.
#[must_use]
pub fn is_open(office: &OfficeSchedule, date: NaiveDate, time: NaiveTime) -> bool {
    opening_hours(office, date).into_iter().any(|hours| hours.contain(time))
}

/// The time at which the last hours of a date end; `None` when it has none.
#[must_use]
pub fn closing_time(office: &OfficeSchedule, date: NaiveDate) -> Option<NaiveTime> {
    opening_hours(office, date).last().map(|hours| hours.to)
}

/// The first opening that begins after a civil time, within 400 days; `None` when there is none.
#[must_use]
pub fn next_opening(office: &OfficeSchedule, after: NaiveDateTime) -> Option<NaiveDateTime> {
    days_from(after.date()).find_map(|date| {
        let begins = opening_hours(office, date).into_iter().map(|hours| date.and_time(hours.from));
        begins.into_iter().find(|begin| *begin > after)
    })
}

/// The first slot with a place for one person that starts at an instant or later, within 400 days. For walk-ins a
/// stretch that has begun and not ended counts too: they may come now.
#[must_use]
pub fn next_free(
    office: &OfficeSchedule,
    audience: Audience,
    from: Millis,
    used: impl Fn(Cell, Pool) -> Used,
) -> Option<Slot> {
    days_from(civil(office.zone, from).date()).find_map(|date| {
        DayPlan::new(office, date).slots(audience).into_iter().find(|slot| {
            let in_time = if audience.books() { slot.start >= from } else { slot.end > from };
            in_time && matches!(Why::of_slot(*slot, &used), Why::Free { .. })
        })
    })
}

/// The cells that a visit of so many minutes from the start of a slot takes, each with its places; `None` when it goes on
/// after the places of the pool have ended. `slots` are those of the slot's pool on its day.
#[must_use]
pub fn cells_needed(slots: &[Slot], slot: &Slot, minutes: u32) -> Option<Vec<(Cell, Capacity)>> {
    let end = slot.end.max(slot.start.plus_minutes(i64::from(minutes)));
    cells(slot.start, end)
        .map(|cell| {
            let there = |s: &&Slot| s.start < cell.end() && cell.start() < s.end;
            slots.iter().find(there).map(|s| (cell, s.capacity()))
        })
        .collect()
}

impl DayPlan<'_> {
    /// The slots of the day that an audience may use, as [`slots`].
    #[must_use]
    pub fn slots(&self, audience: Audience) -> Vec<Slot> {
        let pools = audience.pools().iter();
        let mut found: Vec<Slot> = pools.flat_map(|pool| self.slots_of(*pool)).collect();
        // A stable sort: what is equal stays in the order of the pools.
        found.sort_by_key(|slot| slot.start);
        found
    }
}

fn days_from(first: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    (0..DAYS_AHEAD).map_while(move |days| first.checked_add_days(Days::new(days)))
}
