// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Closed sets of names. What the core names is listed from the core, so that the description of the API cannot drift
//! from it; what only the screens need is an enum of its own here.

use serde::{Deserialize, Serialize};
use utoipa::{
    ToSchema,
    openapi::schema::{Array, ArrayBuilder, Object, ObjectBuilder, SchemaType, Type},
};
use varco_core::{
    access::{Cell, Right, Role},
    gate::{ConflictKind, UnbookedReason},
    verdict::{Class, Code, Mark, Sound},
};
use varco_words::Lang;

use crate::ports::HintKind;

/// An enum whose variants have a name on the wire.
macro_rules! named {
    ($($(#[$about:meta])* $set:ident { $($(#[$doc:meta])* $variant:ident = $name:literal,)+ })+) => {$(
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $set { $($(#[$doc])* $variant,)+ }

        impl $set {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The name on the wire.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }
    )+};
}

named! {
    /// What a station shows.
    StationMode {
        /// Staff at the door.
        Entrance = "entrance",
        /// Anyone, alone.
        Lobby = "lobby",
        /// Managers and clerks at their desks.
        Admin = "admin",
        /// There is no court yet, or its data cannot be opened.
        Setup = "setup",
    }
    /// What a receipt that is shown means at a station.
    StationGesture {
        /// Somebody enters.
        Enter = "enter",
        /// Somebody says that they are here.
        Arrive = "arrive",
        /// Somebody leaves.
        Exit = "exit",
    }
    /// A thing of the strip.
    StripWhat {
        /// The camera; the page knows how it is.
        Camera = "camera",
        /// The serial scanner.
        Scanner = "scanner",
        /// The data folder.
        Disk = "disk",
        /// The machine's clock.
        Clock = "clock",
        /// What the check of the whole file found.
        Database = "database",
        /// How old the gate's knowledge is.
        Knowledge = "knowledge",
    }
    /// How a thing of the strip is.
    StripState {
        /// Works.
        Ok = "ok",
        /// Works, but look at it.
        Warn = "warn",
        /// Does not work.
        Bad = "bad",
        /// Is not there, or is not known yet.
        None = "none",
    }
    /// What everybody at a station has to know.
    BannerKind {
        /// Something proves the clock wrong.
        ClockUnsafe = "clock_unsafe",
        /// The disk is full, its reserve is in use.
        DiskReserve = "disk_reserve",
        /// The disk does not write.
        DiskFailed = "disk_failed",
        /// Verdicts are kept in memory.
        PaperMode = "paper_mode",
        /// Practice.
        Training = "training",
        /// The check of the whole file found something.
        DatabaseDamaged = "database_damaged",
        /// Somebody in the lobby asks for the staff.
        Called = "called",
    }
    /// What somebody signs in by, or opens the names with.
    SecretKind {
        /// Six digits, at the door.
        Pin = "pin",
        /// At the office's pages.
        Password = "password",
        /// Opens the names for a search.
        Passphrase = "passphrase",
    }
    /// How far a booking of the day is.
    DayStatus {
        /// Not here yet.
        Expected = "expected",
        /// Inside.
        Inside = "inside",
        /// Was inside.
        Left = "left",
        /// Did not come in time.
        Late = "late",
        /// Cancelled.
        Cancelled = "cancelled",
    }
    /// What the staff looks out for.
    DayMark {
        /// Assistance is wanted.
        Assistance = "assistance",
        /// The document is compared.
        CheckId = "check_id",
        /// Security block.
        Blocked = "blocked",
    }
    /// Why the data cannot be opened.
    DamagedKind {
        /// A file is damaged.
        Damaged = "damaged",
        /// A newer Varco wrote them.
        Newer = "newer",
        /// The disk does not take what must be written.
        ReadOnly = "read_only",
        /// The disk is full.
        Full = "full",
    }
}

fn one_of<const N: usize>(names: [&'static str; N]) -> Object {
    ObjectBuilder::new().schema_type(SchemaType::Type(Type::String)).enum_values(Some(names)).build()
}

fn many_of(names: Object) -> Array {
    ArrayBuilder::new().items(names).build()
}

/// Every verdict of the table, and the exit.
pub(crate) fn verdicts() -> Object {
    let mut names = Vec::from(Code::ALL.map(Code::name));
    names.push(Code::Exit.name());
    ObjectBuilder::new().schema_type(SchemaType::Type(Type::String)).enum_values(Some(names)).build()
}

pub(crate) fn classes() -> Object {
    one_of(Class::ALL.map(Class::name))
}

pub(crate) fn sounds() -> Object {
    one_of(Sound::ALL.map(Sound::name))
}

/// The mark that is no part of a decision: practice.
pub(crate) const TRAINING: &str = "training";

pub(crate) fn marks() -> Array {
    let mut names = Vec::from(Mark::ALL.map(Mark::name));
    names.push(TRAINING);
    let one = ObjectBuilder::new().schema_type(SchemaType::Type(Type::String)).enum_values(Some(names));
    many_of(one.build())
}

pub(crate) fn roles() -> Object {
    one_of(Role::ALL.map(Role::name))
}

pub(crate) fn many_roles() -> Array {
    many_of(roles())
}

/// What stands in the table of rights.
pub(crate) fn cells() -> Array {
    many_of(one_of([Cell::No, Cell::Yes, Cell::Own, Cell::Granted].map(Cell::name)))
}

pub(crate) fn right() -> Object {
    one_of(Right::ALL.map(Right::name))
}

pub(crate) fn rights() -> Array {
    many_of(right())
}

pub(crate) fn entry_reasons() -> Object {
    one_of(UnbookedReason::ALL.map(UnbookedReason::name))
}

pub(crate) fn conflicts() -> Object {
    one_of(ConflictKind::ALL.map(ConflictKind::name))
}

pub(crate) fn langs() -> Object {
    one_of(Lang::ALL.map(Lang::code))
}

pub(crate) fn hints() -> Object {
    one_of(HintKind::ALL.map(HintKind::name))
}

/// How a receipt's text came, where a page sends it as text.
pub(crate) fn sources() -> Object {
    one_of(["wedge", "typed", "serial", "camera"])
}

/// The one gesture that a page may ask for instead of the station's own.
pub(crate) fn exit_only() -> Object {
    one_of(["exit"])
}

/// Rows of the day's list.
pub(crate) fn day_filters() -> Object {
    one_of(["all", "expected", "inside", "late", "left"])
}

/// Formats that can be imported.
pub(crate) fn import_formats() -> Object {
    one_of(["csv", "json"])
}

/// Quarter turns, degrees clockwise.
pub(crate) fn quarter_turns() -> Object {
    ObjectBuilder::new().schema_type(SchemaType::Type(Type::Integer)).enum_values(Some([0, 90, 180, 270])).build()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of sentences are made from the same word that goes over the wire.
    #[test]
    fn what_is_named_goes_over_the_wire_by_its_name() {
        fn check<T: Serialize + Copy>(all: &[T], name: fn(T) -> &'static str) {
            for one in all {
                assert_eq!(serde_json::to_value(one).expect("a word"), name(*one));
            }
        }
        check(StationMode::ALL, StationMode::name);
        check(StationGesture::ALL, StationGesture::name);
        check(StripWhat::ALL, StripWhat::name);
        check(StripState::ALL, StripState::name);
        check(BannerKind::ALL, BannerKind::name);
        check(DayStatus::ALL, DayStatus::name);
        check(DayMark::ALL, DayMark::name);
        check(DamagedKind::ALL, DamagedKind::name);
        check(SecretKind::ALL, SecretKind::name);
    }
}
