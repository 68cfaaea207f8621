// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! How the things of a court are changed: one by one, each with the version that was seen, all of an edit or nothing.
//!
//! [`apply`] decides what the court becomes and touches nothing; an engine writes the rows that differ, a row of history
//! and the fact, in one transaction. What an edit changed is kept as the rows before and after, so that [`restore`] can
//! take it back as long as nothing has changed since.

mod apply;
mod check;
mod rows;

use serde::{Deserialize, Serialize};
use varco_core::{
    access::Grants,
    booking::{Court, Gate, Office, Service, Site},
    ids::{OfficeId, PersonId},
    schedule::{OfficeSchedule, ScheduleFault},
    time::Millis,
};

pub use apply::apply;
pub use rows::{Rows, difference, lists, restore};

use crate::version_of;

/// A kind of thing that is edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is named after its thing")]
pub enum Kind {
    Court,
    Site,
    Gate,
    Office,
    Service,
    Schedule,
    Grants,
}

/// One thing of a court, as somebody wants it. The number of a new one is given by the store.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "thing")]
#[expect(missing_docs, reason = "each is named after its thing")]
pub enum Thing {
    Court(Court),
    Site(Site),
    Gate(Gate),
    Office(Office),
    Service(Service),
    /// Of an office that is there: it gets one with no hours when it is made.
    Schedule(OfficeSchedule),
    Grants(Grants),
}

/// A change of one thing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// As it is to be.
    pub thing: Thing,
    /// The version that was seen; none for a new one.
    pub seen: Option<String>,
}

/// What an edit did.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Edited {
    /// Each thing in the order of the edits, as it stands now.
    pub things: Vec<Touched>,
    /// The changes in the history, oldest first; none of a thing that was wanted as it is.
    pub changes: Vec<i64>,
}

/// A thing that was edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touched {
    /// What it is.
    pub kind: Kind,
    /// Its number; 0 for the court and what it grants.
    pub id: u32,
    /// Its version now; none when it is gone.
    pub version: Option<String>,
}

/// Why an edit is not made. Nothing of it is, then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditRefusal {
    /// Somebody else has changed it since.
    Stale {
        /// What it is.
        kind: Kind,
        /// Its number.
        id: u32,
        /// By whom, where it is known.
        by: Option<PersonId>,
        /// When.
        at: Option<Millis>,
    },
    /// No such thing, or no such change.
    Unknown,
    /// A field cannot be like that.
    Invalid {
        /// Its name, as on the wire.
        field: &'static str,
        /// Why.
        why: Unfit,
    },
    /// Something refers to it.
    InUse {
        /// What.
        by: Use,
    },
    /// An edit of nothing.
    Empty,
    /// There are no more numbers for such things.
    TooMany,
    /// Hours that cannot be, with the schedule that names them.
    Hours(Vec<ScheduleFault>, Box<OfficeSchedule>),
}

/// Why a field cannot be like that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// It must hold something.
    Missing,
    /// It is too long.
    TooLong {
        /// Characters, at most.
        most: u32,
    },
    /// A number out of range.
    Range {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// It is not written as such a thing is.
    Malformed,
    /// It names what is not there.
    Unknown,
    /// Another one is called so.
    NameTaken,
    /// The end is not after the beginning.
    Reversed,
    /// A date that has gone by.
    Past,
}

impl Unfit {
    /// The word for machines.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooLong { .. } => "too_long",
            Self::Range { .. } => "range",
            Self::Malformed => "malformed",
            Self::Unknown => "unknown",
            Self::NameTaken => "name_taken",
            Self::Reversed => "reversed",
            Self::Past => "past",
        }
    }
}

/// What may refer to a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Gates of a site.
    Gates,
    /// Offices of a site that are in use.
    Offices,
    /// Services of an office.
    Services,
    /// Bookings.
    Bookings,
    /// People of the staff.
    People,
    /// Stations at a gate or site.
    Stations,
    /// The site of an office or gate is archived.
    Site,
}

impl Use {
    /// The word for machines.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Gates => "gates",
            Self::Offices => "offices",
            Self::Services => "services",
            Self::Bookings => "bookings",
            Self::People => "people",
            Self::Stations => "stations",
            Self::Site => "site",
        }
    }
}

/// What the engine knows and the court's setup does not say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Booked {
    /// Offices that have bookings to come.
    pub ahead: std::collections::BTreeSet<OfficeId>,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Court, Self::Site, Self::Gate, Self::Office, Self::Service, Self::Schedule, Self::Grants];

    /// The name of its rows and on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Court => "court",
            Self::Site => "site",
            Self::Gate => "gate",
            Self::Office => "office",
            Self::Service => "service",
            Self::Schedule => "schedule",
            Self::Grants => "grants",
        }
    }
}

impl Thing {
    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Court(_) => Kind::Court,
            Self::Site(_) => Kind::Site,
            Self::Gate(_) => Kind::Gate,
            Self::Office(_) => Kind::Office,
            Self::Service(_) => Kind::Service,
            Self::Schedule(_) => Kind::Schedule,
            Self::Grants(_) => Kind::Grants,
        }
    }

    /// Its number; 0 for the court and what it grants, the office's for a schedule.
    #[must_use]
    pub const fn id(&self) -> u32 {
        match self {
            Self::Court(_) | Self::Grants(_) => 0,
            Self::Site(site) => site.id.0,
            Self::Gate(gate) => gate.id.0,
            Self::Office(office) => office.id.0,
            Self::Service(service) => service.id.0,
            Self::Schedule(schedule) => schedule.office.0,
        }
    }

    /// Its version.
    #[must_use]
    pub fn version(&self) -> String {
        match self {
            Self::Court(thing) => version_of(thing),
            Self::Site(thing) => version_of(thing),
            Self::Gate(thing) => version_of(thing),
            Self::Office(thing) => version_of(thing),
            Self::Service(thing) => version_of(thing),
            Self::Schedule(thing) => version_of(thing),
            Self::Grants(thing) => version_of(thing),
        }
    }
}

impl EditRefusal {
    pub(crate) const fn invalid(field: &'static str, why: Unfit) -> Self {
        Self::Invalid { field, why }
    }

    pub(crate) const fn stale(kind: Kind, id: u32) -> Self {
        Self::Stale { kind, id, by: None, at: None }
    }
}
