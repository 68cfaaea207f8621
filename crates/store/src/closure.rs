// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Exceptions are changed together with the bookings that they hit: all in one transaction, and back again as long as no
//! message has left.

use serde::{Deserialize, Serialize};
use varco_core::{
    booking::Booking,
    ids::{BookingId, ExceptionId, OfficeId, PersonId},
    schedule::{
        BothLanguages, Level, OfficeSchedule, ScheduleException,
        closure::{Draft, DraftFault, DraftHint, Held, Hit},
    },
    time::{Millis, civil},
};

use crate::{Structure, version_of};

/// How long messages wait before they leave, minutes.
pub const HELD_MINUTES: i64 = 15;
/// Characters of a message, at most.
pub const MESSAGE_CHARS: usize = 2_000;

/// What a draft would do.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned {
    /// What was seen: goes back with the decisions.
    pub seen: String,
    /// The bookings that are hit, by time.
    pub hits: Vec<Hit>,
    /// What should be told of the draft.
    pub hint: Option<DraftHint>,
}

/// What is decided about a booking that is hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "do")]
pub enum Decision {
    /// Another time at the same office, for the same service.
    Move {
        /// When.
        start: Millis,
    },
    /// It stays in spite of all.
    Keep,
    /// It is cancelled by the office.
    Cancel,
}

/// A decision about a booking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// Which.
    pub booking: BookingId,
    /// What becomes of it.
    #[serde(flatten)]
    pub decision: Decision,
}

/// What people are told; placeholders are filled when it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageTexts {
    /// To whom another time is given.
    pub moved: BothLanguages,
    /// To whom is cancelled.
    pub cancelled: BothLanguages,
    /// To whom may come all the same.
    pub kept: BothLanguages,
}

/// Exceptions and bookings, changed together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Close {
    /// What is wanted.
    pub draft: Draft,
    /// What was seen of it, as [`Planned::seen`].
    pub seen: String,
    /// One for each booking that is hit.
    pub decisions: Vec<Decided>,
    /// What people are told.
    pub texts: MessageTexts,
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// The number of the exception and of what was done with it.
    pub id: ExceptionId,
    /// Bookings that were given another time.
    pub moved: u32,
    /// Bookings that stay.
    pub kept: u32,
    /// Bookings that were cancelled.
    pub cancelled: u32,
    /// When the messages leave.
    pub held_until: Millis,
}

/// Why nothing was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CloseRefusal {
    /// The draft cannot be.
    Faults(Vec<DraftFault>),
    /// Something was booked or changed since it was seen.
    Stale {
        /// Bookings that are hit and were not decided about.
        new: Vec<BookingId>,
        /// Bookings that were decided about and are not hit, or not any more.
        gone: Vec<BookingId>,
    },
    /// A chosen place is not free, or not there.
    PlaceGone(BookingId),
    /// A message says nothing, or too much.
    Text(&'static str),
    /// No such exception or closure, or it was taken back already.
    Unknown,
    /// Messages have left: what people were told is not taken back in silence.
    Left,
    /// A booking or the exception was changed since; or something was booked that would have no place.
    ChangedSince(Vec<BookingId>),
}

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageKind {
    /// Another time.
    Moved,
    /// Cancelled.
    Cancelled,
    /// It stays.
    Kept,
}

/// How far a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageState {
    /// Waits.
    Held,
    /// May leave, or has left.
    Released,
    /// On paper.
    Printed,
    /// Taken back before it left.
    Withdrawn,
}

/// A message of the outbox: without a name and without an address.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// What it is about.
    pub kind: MessageKind,
    /// How far it is.
    pub state: MessageState,
    /// When it left.
    pub released_at: Option<Millis>,
    /// The booking as it was.
    pub before: Booking,
    /// The booking as it is now.
    pub booking: Booking,
}

/// An exception of the court, with what was done when it was made.
#[derive(Debug, Clone, PartialEq)]
pub struct ClosureRow {
    /// The exception as it stands in the schedules.
    pub exception: ScheduleException,
    /// By whom it was made, where that is known.
    pub by: Option<PersonId>,
    /// What was done; none for an exception that came with the court.
    pub done: Option<Closed>,
    /// Messages that still wait.
    pub held: u32,
    /// Messages that have left.
    pub left: u32,
    /// It may still be taken back.
    pub can_undo: bool,
    /// What people are told.
    pub texts: Option<MessageTexts>,
}

/// An exception that another took the place of, where it stood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Replaced {
    /// In whose schedule.
    pub office: OfficeId,
    /// At which place.
    pub place: usize,
    /// The exception.
    pub exception: ScheduleException,
}

impl Decision {
    /// What the person is told.
    #[must_use]
    pub const fn message(self) -> MessageKind {
        match self {
            Self::Move { .. } => MessageKind::Moved,
            Self::Keep => MessageKind::Kept,
            Self::Cancel => MessageKind::Cancelled,
        }
    }
}

impl MessageKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Moved, Self::Cancelled, Self::Kept];

    /// The word in the row and on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Moved => "moved",
            Self::Cancelled => "cancelled",
            Self::Kept => "kept",
        }
    }
}

impl MessageState {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Held, Self::Released, Self::Printed, Self::Withdrawn];

    /// The word in the row and on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Released => "released",
            Self::Printed => "printed",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl MessageTexts {
    /// The text of a kind.
    #[must_use]
    pub const fn of(&self, kind: MessageKind) -> &BothLanguages {
        match kind {
            MessageKind::Moved => &self.moved,
            MessageKind::Cancelled => &self.cancelled,
            MessageKind::Kept => &self.kept,
        }
    }

    /// The first text that says nothing or too much, by its name on the wire.
    #[must_use]
    pub fn fault(&self) -> Option<&'static str> {
        let all = [("texts.moved", &self.moved), ("texts.cancelled", &self.cancelled), ("texts.kept", &self.kept)];
        let fits = |text: &str| !text.trim().is_empty() && text.chars().count() <= MESSAGE_CHARS;
        all.into_iter().find(|(_, text)| !(fits(&text.it) && fits(&text.en))).map(|(name, _)| name)
    }
}

/// All that is wrong with a draft at a court.
#[must_use]
pub fn faults(court: &Structure, draft: &Draft, now: Millis) -> Vec<DraftFault> {
    let zone = court.sites.first().map(|site| site.zone).unwrap_or_default();
    let mut faults = draft.faults(civil(zone, now).date());
    let is_there = match draft.wanted.as_ref().map(|wanted| wanted.level) {
        None | Some(Level::Court) => true,
        Some(Level::Site(id)) => court.sites.iter().any(|site| site.id == id && !site.archived),
        Some(Level::Office(id)) => court.offices.iter().any(|office| office.id == id && !office.archived),
    };
    if !is_there {
        faults.push(DraftFault::NoSuchPlace);
    }
    if draft.replaces.is_some() && !court.schedules.iter().any(|office| draft.replaced_in(office).is_some()) {
        faults.push(DraftFault::NoSuch);
    }
    faults
}

/// The court with a draft in its schedules, and the offices that it reaches.
#[must_use]
pub fn applied(court: &Structure, draft: &Draft, id: ExceptionId, now: Millis) -> (Structure, Vec<OfficeId>) {
    let mut next = court.clone();
    let mut reached = Vec::new();
    for schedule in next.schedules.iter_mut().filter(|schedule| draft.reaches(schedule)) {
        *schedule = draft.applied(schedule, id, now);
        reached.push(schedule.office);
    }
    (next, reached)
}

/// The exceptions that a draft takes the place of, where they stand.
#[must_use]
pub fn replaced(court: &Structure, draft: &Draft) -> Vec<Replaced> {
    let of = |schedule: &OfficeSchedule| {
        let place = schedule.exceptions.iter().position(|exception| Some(exception.id) == draft.replaces)?;
        Some(Replaced { office: schedule.office, place, exception: schedule.exceptions[place].clone() })
    };
    court.schedules.iter().filter_map(of).collect()
}

/// The court with an exception taken out again, and those back that it took the place of. `None` when it is not as the
/// draft made it.
#[must_use]
pub fn taken_back(
    court: &Structure,
    draft: &Draft,
    id: ExceptionId,
    at: Millis,
    replaced: &[Replaced],
) -> Option<Structure> {
    let mut next = court.clone();
    let mut found = draft.wanted.is_none();
    for schedule in &mut next.schedules {
        let was = replaced.iter().find(|was| was.office == schedule.office);
        let here = schedule.exceptions.iter().position(|exception| exception.id == id);
        if let Some(here) = here {
            let said = draft.applied(&OfficeSchedule { exceptions: Vec::new(), ..schedule.clone() }, id, at);
            if said.exceptions.first() != schedule.exceptions.get(here) {
                return None;
            }
            found = true;
        }
        match (here, was) {
            (Some(here), Some(was)) => schedule.exceptions[here] = was.exception.clone(),
            (Some(here), None) => drop(schedule.exceptions.remove(here)),
            (None, Some(was)) => {
                let place = was.place.min(schedule.exceptions.len());
                schedule.exceptions.insert(place, was.exception.clone());
            }
            (None, None) => {}
        }
    }
    found.then_some(next)
}

/// What a plan has seen: the draft, the schedules that it reaches, and the bookings that it hits.
#[must_use]
pub fn seen<'a>(
    draft: &Draft,
    schedules: impl Iterator<Item = &'a OfficeSchedule>,
    hits: impl Iterator<Item = &'a Held>,
) -> String {
    let schedules: Vec<String> = schedules.map(version_of).collect();
    let hits: Vec<String> = hits.map(|held| version_of(&held.booking)).collect();
    version_of(&(draft, schedules, hits))
}

/// The exceptions of a court, each once, by number.
#[must_use]
pub fn exceptions(court: &Structure) -> Vec<ScheduleException> {
    let mut all: Vec<_> = court.schedules.iter().flat_map(|schedule| schedule.exceptions.iter().cloned()).collect();
    all.sort_by_key(|exception| exception.id);
    all.dedup_by_key(|exception| exception.id);
    all
}
