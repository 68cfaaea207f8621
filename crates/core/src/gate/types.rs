// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Facts of a door. They hold no personal data: ids, numbers, times, and reasons from closed lists.

use serde::{Deserialize, Serialize};

use crate::{
    ids::{BookingId, GateId, GestureKey, OfficeId, PersonId, SiteId, StationId},
    receipt::{Foreign, KeyId},
    time::Millis,
    verdict::{Code, Marks, Visitor},
};

/// What a station does with a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gesture {
    /// Let in at a gate.
    Enter,
    /// Say "I am here" in the lobby.
    Arrive,
    /// Leave the building.
    Exit,
}

/// Where somebody stands with a receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Station {
    /// Which installed app.
    pub id: StationId,
    /// Its gate.
    pub gate: GateId,
    /// The building of the gate.
    pub site: SiteId,
    /// What it does.
    pub gesture: Gesture,
    /// No manned gate stands before this lobby: arriving is entering.
    pub arrive_enters: bool,
}

/// Orders facts of all stations: hybrid logical clock (milliseconds shifted left by 16, plus a counter), then who wrote
/// it, then its number there (Kulkarni et al., "Logical Physical Clocks", 2014).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Stamp {
    /// Hybrid logical clock.
    pub hlc: u64,
    /// Who wrote it.
    pub origin: StationId,
    /// Its number at the origin, from 1 without gaps.
    pub seq: u64,
}

/// How the input came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Via {
    /// A frame of the camera.
    Camera,
    /// A scanner that types.
    Wedge,
    /// A scanner on a serial line.
    Serial,
    /// A hand.
    Typed,
    /// A file or line given to the headless program.
    File,
    /// Chosen in the search of a supervisor.
    Search,
}

/// All that is kept of an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InputKind {
    /// One of our receipts.
    Receipt {
        /// Whose.
        booking: BookingId,
        /// Signed by.
        kid: KeyId,
        /// Issue time, seconds.
        issued_at: u32,
        /// SHA-256 of the token, first 16 bytes as a number.
        #[serde(with = "digits")]
        digest: u128,
    },
    /// A short code; the booking it names, if any.
    Code(Option<BookingId>),
    /// Looked like ours.
    Damaged,
    /// Other people's code.
    Foreign(Foreign),
}

/// One gesture at one station, kept whatever the verdict.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScanFact {
    /// The gesture.
    pub scan: GestureKey,
    /// At which gate.
    pub gate: GateId,
    /// In which building.
    pub site: SiteId,
    /// What the station does.
    pub gesture: Gesture,
    /// The time judged by.
    pub at: Millis,
    /// How it came.
    pub via: Via,
    /// What it was.
    pub input: InputKind,
    /// The verdict.
    pub verdict: Code,
    /// Whose visit, as it was known then.
    pub visitor: Option<Visitor>,
    /// What was said beside it.
    pub marks: Marks,
    /// Persons let in.
    pub enters: u8,
    /// Persons let out.
    pub leaves: u8,
    /// Persons of the party who were inside before.
    pub inside_before: u8,
    /// When those let in count as gone without an exit scan.
    pub out_at: Millis,
    /// Who was signed in.
    pub by: Option<PersonId>,
}

/// Why somebody enters without a booking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each reason says itself")]
pub enum UnbookedReason {
    Hearing,
    Lawyer,
    Witness,
    Staff,
    Supplier,
    Other,
    /// Against what is left of an office's walk-in pool.
    WalkIn,
}

/// Why a verdict was overruled or an entry annulled: a closed list, so that the journal holds no personal data. Nothing
/// is written beside it: see decision 0002.
pub const OVERRIDE_REASONS: [&str; 9] = [
    "deadline_today",
    "office_agreed",
    "re_entry",
    "assistance",
    "delay_of_ours",
    "lost_receipt",
    "wrong_person",
    "turned_back",
    "other",
];

/// How much the clock of a gate is trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ClockState {
    /// Added to the machine's time, milliseconds; stated by a supervisor.
    pub offset: i64,
    /// Until when the stated time counts.
    pub offset_until: Option<Millis>,
    /// How far the clock is known to be slow, milliseconds.
    pub slow_by: Option<i64>,
}

/// A fact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// Somebody showed something.
    Scan(ScanFact),
    /// The number that a scan let in was corrected.
    Persons {
        /// The scan.
        scan: GestureKey,
        /// So many entered.
        persons: u8,
        /// By whom.
        by: Option<PersonId>,
    },
    /// The document was compared and fits: they enter.
    IdConfirmed {
        /// The scan with verdict `check_id`.
        scan: GestureKey,
        /// When.
        at: Millis,
        /// Persons let in.
        enters: u8,
        /// By whom.
        by: Option<PersonId>,
    },
    /// The document does not fit.
    IdRefused {
        /// The scan.
        scan: GestureKey,
        /// When.
        at: Millis,
        /// By whom.
        by: Option<PersonId>,
    },
    /// Let in against the verdict.
    Overridden {
        /// The scan.
        scan: GestureKey,
        /// When.
        at: Millis,
        /// Persons let in.
        enters: u8,
        /// One of [`OVERRIDE_REASONS`].
        reason: String,
        /// By whom.
        by: PersonId,
        /// The office manager is told.
        reported: bool,
        /// When they count as gone.
        out_at: Millis,
    },
    /// An entry was taken back.
    Annulled {
        /// The scan or entry without booking.
        scan: GestureKey,
        /// When.
        at: Millis,
        /// One of [`OVERRIDE_REASONS`].
        reason: String,
        /// By whom; none for an entry without booking taken back at once by the station.
        by: Option<PersonId>,
    },
    /// Somebody entered without a booking.
    Unbooked {
        /// The gesture.
        entry: GestureKey,
        /// At which gate.
        gate: GateId,
        /// In which building.
        site: SiteId,
        /// When.
        at: Millis,
        /// Why.
        reason: UnbookedReason,
        /// How many.
        persons: u8,
        /// Against whose walk-in places.
        office: Option<OfficeId>,
        /// When they count as gone.
        out_at: Millis,
        /// Who was signed in.
        by: Option<PersonId>,
    },
    /// Persons left without a receipt.
    Left {
        /// The gesture.
        key: GestureKey,
        /// In which building.
        site: SiteId,
        /// When.
        at: Millis,
        /// How many.
        persons: u8,
    },
    /// The visit is over.
    Served {
        /// The booking.
        booking: BookingId,
        /// When.
        at: Millis,
    },
    /// Somebody in the lobby asks for the staff.
    Called {
        /// The gesture.
        call: GestureKey,
        /// At which kiosk's gate.
        gate: GateId,
        /// When.
        at: Millis,
    },
    /// A supervisor stated the right time.
    ClockStated {
        /// For which gate.
        gate: GateId,
        /// What the machine said.
        machine: Millis,
        /// What the supervisor said.
        stated: Millis,
        /// Counts until then.
        until: Millis,
        /// By whom.
        by: PersonId,
    },
    /// A supervisor switched paper mode.
    PaperMode {
        /// On or off.
        on: bool,
        /// When.
        at: Millis,
        /// By whom.
        by: PersonId,
    },
    /// Names or notes were opened, or people searched for.
    Opened {
        /// What was opened.
        what: Opened,
        /// When.
        at: Millis,
        /// By whom.
        by: Option<PersonId>,
        /// Of which booking.
        booking: Option<BookingId>,
    },
    /// A conflict was taken up by a person.
    ConflictTaken {
        /// What kind.
        of: ConflictKind,
        /// The scan that raised it.
        scan: GestureKey,
        /// When.
        at: Millis,
        /// By whom.
        by: PersonId,
    },
    /// Somebody signed in, out, or failed to.
    SignIn {
        /// Who.
        person: PersonId,
        /// When.
        at: Millis,
        /// Whether it went well.
        ok: bool,
    },
    /// A booking changed: whoever reads this reads its row again.
    Booking {
        /// Which one.
        booking: BookingId,
        /// When.
        at: Millis,
    },
    /// Offices, rules, keys, people or stations changed: whoever reads this reads them again.
    Structure {
        /// When.
        at: Millis,
    },
}

/// Something that a person must look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConflictKind {
    /// Two entries for the places of one.
    DoubleAdmission,
    /// Let in by signature, and the booking turned out cancelled.
    CancelledButAdmitted,
    /// A signature that does not fit: somebody may have forged a receipt.
    BadSignature,
    /// Overruled in a way that the office manager is told.
    Reported,
    /// Somebody in the lobby asks for the staff.
    Called,
}

/// What was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Opened {
    /// The names, note or reason of one booking.
    Details,
    /// All names of the day, for searching.
    Names,
    /// One search.
    Search,
}

/// A number of 128 bits as hexadecimal text: JSON's numbers, and serde's tagged enums, end before.
mod digits {
    use std::borrow::Cow;

    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(number: &u128, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&format_args!("{number:032x}"))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<u128, D::Error> {
        let text = Cow::<str>::deserialize(from)?;
        u128::from_str_radix(&text, 16).map_err(|_| D::Error::custom("not a number of 128 bits"))
    }
}
