// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Names of rows. Each is a newtype, so that an office can never be taken for a gate.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident($inner:ty)),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub $inner);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

id! {
    /// The organisation; every row belongs to one court.
    CourtId(u32),
    /// A building. Numbered across courts, 1–65535, because a receipt names it in two bytes.
    SiteId(u32),
    /// An entrance of a site.
    GateId(u32),
    /// What people book at. Numbered within a court, 1–255, because a receipt names it in one byte.
    OfficeId(u32),
    /// What is done at an office.
    ServiceId(u32),
    /// One opening rule.
    RuleId(u32),
    /// One closure or extraordinary opening.
    ExceptionId(u32),
    /// Somebody of the staff who signs in.
    PersonId(u32),
    /// One installed app.
    StationId(u32),
}

/// A booking, 48 random bits: unique within a court, carried by the receipt, safe in a JSON number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BookingId(u64);

impl BookingId {
    /// Takes the low 48 bits.
    #[must_use]
    pub const fn new(bits: u64) -> Self {
        Self(bits & 0xffff_ffff_ffff)
    }

    /// The number, below 2^48.
    #[must_use]
    pub const fn get(self) -> u64 {
        self.0
    }

    /// Six bytes, big endian, as the receipt carries them.
    #[must_use]
    pub fn bytes(self) -> [u8; 6] {
        let b = self.0.to_be_bytes();
        [b[2], b[3], b[4], b[5], b[6], b[7]]
    }

    /// The reverse of [`BookingId::bytes`].
    #[must_use]
    pub fn from_bytes(b: [u8; 6]) -> Self {
        Self(u64::from_be_bytes([0, 0, b[0], b[1], b[2], b[3], b[4], b[5]]))
    }
}

impl fmt::Display for BookingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012x}", self.0)
    }
}

impl From<BookingId> for String {
    fn from(id: BookingId) -> Self {
        id.to_string()
    }
}

impl TryFrom<String> for BookingId {
    type Error = std::num::ParseIntError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        u64::from_str_radix(&text, 16).map(Self::new)
    }
}

impl std::str::FromStr for BookingId {
    type Err = std::num::ParseIntError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        u64::from_str_radix(text, 16).map(Self::new)
    }
}

/// One gesture at one station, made once by whoever asks: a retry carries the same key. Kept as 128 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct GestureKey(pub u128);

impl fmt::Display for GestureKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl From<GestureKey> for String {
    fn from(key: GestureKey) -> Self {
        key.to_string()
    }
}

impl std::str::FromStr for GestureKey {
    type Err = &'static str;

    /// Accepts 32 hexadecimal digits, with or without the hyphens of a UUID (RFC 9562).
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let hex: String = text.chars().filter(|c| *c != '-').collect();
        if hex.len() != 32 {
            return Err("a key is 32 hexadecimal digits");
        }
        u128::from_str_radix(&hex, 16).map(Self).map_err(|_| "a key is 32 hexadecimal digits")
    }
}

impl TryFrom<String> for GestureKey {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}
