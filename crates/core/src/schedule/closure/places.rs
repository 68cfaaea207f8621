// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use chrono::NaiveDate;

use crate::schedule::{Capacity, DayPlan, OfficeSchedule, Pool, Slot, Used, cells_needed};
use crate::time::{Cell, Millis, civil, day_bounds};

/// What a visit needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Need {
    pub(super) pool: Pool,
    pub(super) minutes: u32,
    pub(super) persons: u8,
}

/// When a visit may be.
#[derive(Clone, Copy, Debug)]
pub(super) struct When {
    /// When it was booked for: starts near it come first.
    pub(super) near: Millis,
    /// The last day.
    pub(super) until: Option<NaiveDate>,
}

/// The free starts of an office, worked out day by day as far as somebody asks, and never twice. What does not fit any
/// more is dropped: places only become fewer.
pub(super) struct Places<'a> {
    office: &'a OfficeSchedule,
    used: HashMap<(Cell, Pool), Used>,
    /// The first instant that may be proposed, and the day on which it is asked.
    earliest: Millis,
    today: NaiveDate,
    last: NaiveDate,
    days: HashMap<(NaiveDate, Pool), Rc<[Slot]>>,
    needs: HashMap<Need, Starts>,
}

/// Starts that fit a need, with their cells, in the days that were worked out.
#[derive(Default)]
struct Starts {
    free: BTreeMap<Millis, Vec<(Cell, Capacity)>>,
    known: Option<(NaiveDate, NaiveDate)>,
}

impl<'a> Places<'a> {
    pub(super) fn new(
        office: &'a OfficeSchedule,
        used: HashMap<(Cell, Pool), Used>,
        now: Millis,
        earliest: Millis,
        last: NaiveDate,
    ) -> Self {
        let today = civil(office.zone, now).date();
        Self { office, used, earliest, today, last, days: HashMap::new(), needs: HashMap::new() }
    }

    /// Whether a start may be proposed to whoever was to come at another time.
    pub(super) fn is_allowed(&self, start: Millis, when: When) -> bool {
        let date = civil(self.office.zone, start).date();
        let in_time = start >= self.earliest && date <= self.last && when.until.is_none_or(|until| date <= until);
        in_time && start != when.near && (start > when.near || date > self.today)
    }

    /// The free starts nearest to a time, at most so many; of two that are as near the later one comes first.
    pub(super) fn nearest(&mut self, need: Need, when: When, count: usize) -> Vec<Millis> {
        let zone = self.office.zone;
        let first = civil(zone, self.earliest).date();
        let last = when.until.map_or(self.last, |until| until.min(self.last));
        if last < first {
            return Vec::new();
        }
        let home = civil(zone, when.near).date().clamp(first, self.last);
        let mut starts = self.needs.remove(&need).unwrap_or_default();
        self.reach(&mut starts, need, home);
        let found = loop {
            let found = self.look(&mut starts, need, when, count);
            let Some((from, to)) = starts.known else { break found };
            let behind = (from > first).then(|| when.near.since(day_bounds(zone, from).0).max(0));
            let ahead = (to < last).then(|| day_bounds(zone, to).1.since(when.near).max(0));
            let worst = found.get(count.saturating_sub(1)).map(|start| start.since(when.near).abs());
            // What is not worked out yet is no nearer than the edge of what is.
            let next = match (behind, ahead) {
                (None, None) => break found,
                (Some(behind), ahead) if ahead.is_none_or(|ahead| behind < ahead) => (behind, from.pred_opt()),
                (_, Some(ahead)) => (ahead, to.succ_opt()),
                (Some(behind), None) => (behind, from.pred_opt()),
            };
            match next {
                (edge, Some(date)) if worst.is_none_or(|worst| worst >= edge) => self.reach(&mut starts, need, date),
                _ => break found,
            }
        };
        self.needs.insert(need, starts);
        found
    }

    /// Takes the places of a start.
    pub(super) fn take(&mut self, need: Need, start: Millis) {
        let cells = self.needs.get(&need).and_then(|starts| starts.free.get(&start)).cloned();
        self.enter(need, &cells.unwrap_or_default());
    }

    /// Lets two visits change places; false, and nothing is changed, when one would not fit where the other is.
    pub(super) fn swap(&mut self, (one, at_one): (Need, Millis), (other, at_other): (Need, Millis)) -> bool {
        let are = [self.cells_at(one, at_one), self.cells_at(other, at_other)];
        let goes = [self.cells_at(one, at_other), self.cells_at(other, at_one)];
        let ([Some(one_is), Some(other_is)], [Some(one_goes), Some(other_goes)]) = (are, goes) else { return false };
        self.leave(one, &one_is);
        self.leave(other, &other_is);
        let one_fits = self.fits(one, &one_goes);
        if one_fits {
            self.enter(one, &one_goes);
            if self.fits(other, &other_goes) {
                self.enter(other, &other_goes);
                return true;
            }
            self.leave(one, &one_goes);
        }
        self.enter(one, &one_is);
        self.enter(other, &other_is);
        false
    }

    fn cells_at(&mut self, need: Need, start: Millis) -> Option<Vec<(Cell, Capacity)>> {
        let slots = self.slots(civil(self.office.zone, start).date(), need.pool);
        cells_needed(&slots, slots.iter().find(|slot| slot.start == start)?, need.minutes)
    }

    fn enter(&mut self, need: Need, cells: &[(Cell, Capacity)]) {
        for (cell, _) in cells {
            let used = self.used.entry((*cell, need.pool)).or_default();
            used.bookings += 1;
            used.persons += u32::from(need.persons);
        }
    }

    fn leave(&mut self, need: Need, cells: &[(Cell, Capacity)]) {
        for (cell, _) in cells {
            let used = self.used.entry((*cell, need.pool)).or_default();
            used.bookings = used.bookings.saturating_sub(1);
            used.persons = used.persons.saturating_sub(u32::from(need.persons));
        }
    }

    fn look(&self, starts: &mut Starts, need: Need, when: When, count: usize) -> Vec<Millis> {
        let mut full = Vec::new();
        let mut found = Vec::new();
        let mut see = |start: Millis, cells: &[(Cell, Capacity)]| {
            if !self.fits(need, cells) {
                full.push(start);
                return false;
            }
            let allowed = self.is_allowed(start, when);
            if allowed {
                found.push(start);
            }
            allowed
        };
        let mut seen = 0;
        for (start, cells) in starts.free.range(..when.near).rev() {
            if seen == count || *start < self.earliest {
                break;
            }
            seen += usize::from(see(*start, cells));
        }
        seen = 0;
        let after = when.until.map(|until| day_bounds(self.office.zone, until).1);
        for (start, cells) in starts.free.range(when.near..) {
            if seen == count || after.is_some_and(|after| *start >= after) {
                break;
            }
            seen += usize::from(see(*start, cells));
        }
        for start in full {
            starts.free.remove(&start);
        }
        found.sort_by_key(|start| (start.since(when.near).abs(), std::cmp::Reverse(*start)));
        found.truncate(count);
        found
    }

    fn fits(&self, need: Need, cells: &[(Cell, Capacity)]) -> bool {
        cells.iter().all(|(cell, capacity)| {
            let used = self.used.get(&(*cell, need.pool)).copied().unwrap_or_default();
            used.bookings < u32::from(capacity.desks)
                && used.persons + u32::from(need.persons) <= u32::from(capacity.persons)
        })
    }

    /// Works out all days up to a date.
    fn reach(&mut self, starts: &mut Starts, need: Need, date: NaiveDate) {
        let missing = match starts.known {
            None => (date, date),
            Some((from, _)) if date < from => (date, from.pred_opt().unwrap_or(from)),
            Some((_, to)) if date > to => (to.succ_opt().unwrap_or(to), date),
            Some(_) => return,
        };
        for date in missing.0.iter_days().take_while(|date| *date <= missing.1) {
            let slots = self.slots(date, need.pool);
            let fitting = slots.iter().filter_map(|slot| Some((slot.start, cells_needed(&slots, slot, need.minutes)?)));
            let fitting: Vec<_> = fitting.filter(|(_, cells)| self.fits(need, cells)).collect();
            starts.free.extend(fitting);
        }
        let (from, to) = starts.known.unwrap_or(missing);
        starts.known = Some((from.min(missing.0), to.max(missing.1)));
    }

    /// The slots that a share has on a day.
    fn slots(&mut self, date: NaiveDate, pool: Pool) -> Rc<[Slot]> {
        let office = self.office;
        let work = || DayPlan::new(office, date).slots_of(pool).collect();
        Rc::clone(self.days.entry((date, pool)).or_insert_with(work))
    }
}
