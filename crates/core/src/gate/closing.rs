// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! When somebody who is let in counts as gone without an exit scan: at closing all are out.

use super::act::Scene;
use crate::{
    booking::{Day, Site},
    schedule::closing_time,
    time::{Millis, civil, day_bounds, resolve},
};

/// The end of the visit and the building's presumed stay, at most until the building closes.
pub(super) fn out_at(day: &Day, scene: &Scene<'_>, end: Millis) -> Millis {
    let now = scene.now;
    let site = day.sites.get(&scene.station.site);
    let zone = site.map(|s| s.zone).unwrap_or_default();
    let midnight = day_bounds(zone, civil(zone, now).date()).1;
    let gone = end.plus_minutes(site.map_or(60, |s| s.presumed_stay_minutes).into()).min(midnight);
    let closing = match site {
        // A visit within its slot ends no later than the office's hours, which need not be asked for then.
        Some(site) if site.closes_at.is_some() || end <= now => closing(day, site, now),
        _ => None,
    };
    // Whoever is let in after that is there for another reason than the offices.
    closing.filter(|closing| *closing > now).map_or(gone, |closing| gone.min(closing))
}

/// When a building closes on the civil day of an instant: at its own hour, else its presumed stay after the last hours of
/// its offices; `None` when it has neither.
fn closing(day: &Day, site: &Site, now: Millis) -> Option<Millis> {
    let date = civil(site.zone, now).date();
    if let Some(hour) = site.closes_at {
        return resolve(site.zone, date.and_time(hour)).ok();
    }
    let here = day.offices.values().filter(|office| office.site == site.id);
    let last = here.filter_map(|office| closing_time(day.schedules.get(&office.id)?, date)).max()?;
    Some(resolve(site.zone, date.and_time(last)).ok()?.plus_minutes(site.presumed_stay_minutes.into()))
}
