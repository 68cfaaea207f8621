// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Places for those who come without a booking.

use super::GateState;
use crate::{
    booking::Day,
    ids::OfficeId,
    schedule::{self, Audience, Slot},
    time::{Millis, civil},
};

/// Walk-in places of an office that are left now.
///
/// Counted in persons: each walk-in of today has taken a place in the first slot that had not ended when they came and
/// had room; what is left is the room of the slots from now to the end of the hours that run now. None outside these
/// hours. A gate counts what it has seen itself.
#[must_use]
pub fn walk_in_left(day: &Day, state: &GateState, office: OfficeId, now: Millis) -> u32 {
    let known = day.offices.get(&office).filter(|office| !office.archived);
    let Some(plan) = day.schedules.get(&office).filter(|_| known.is_some()) else { return 0 };
    let zone = known.and_then(|o| day.sites.get(&o.site)).map(|s| s.zone).unwrap_or_default();
    let slots = schedule::slots(plan, civil(zone, now).date(), Audience::WalkIn);
    let mut room: Vec<u32> = slots.iter().map(|s| u32::from(s.persons)).collect();
    for (at, mut persons) in state.walk_ins(office) {
        for (_, room) in slots.iter().zip(&mut room).filter(|(slot, _)| slot.end > at) {
            let taken = persons.min(*room);
            *room -= taken;
            persons -= taken;
        }
    }
    let Some(first) = slots.iter().position(|s| s.start <= now && now < s.end) else { return 0 };
    let runs_on = |pair: &[Slot]| pair[0].end == pair[1].start;
    let more = slots[first..].windows(2).take_while(|pair| runs_on(pair)).count();
    room[first..=first + more].iter().sum()
}
