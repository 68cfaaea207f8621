// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use serde::{Deserialize, Serialize};

/// For whom a band is kept, and as whom somebody asks for a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Anyone who books.
    All,
    /// Private persons.
    Citizens,
    /// Lawyers, experts, notaries.
    Professionals,
    /// Agencies of services that come for others.
    Agencies,
    /// Kept back: only the staff of the office books here, for whom it sees fit.
    Staff,
    /// Who comes without a booking.
    WalkIn,
}

/// The share of an audience in the places of an office. A band for [`Audience::All`] is a share of its own, which any
/// audience that books may use after its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pool(pub Audience);

impl Audience {
    /// Every audience, in the order of their codes.
    pub const EVERY: [Self; 6] =
        [Self::All, Self::Citizens, Self::Professionals, Self::Agencies, Self::Staff, Self::WalkIn];

    /// The pools that this audience may use, the one to be used up first before the others.
    #[must_use]
    pub const fn pools(self) -> &'static [Pool] {
        match self {
            Self::All => &[Pool(Self::All)],
            Self::Citizens => &[Pool(Self::Citizens), Pool(Self::All)],
            Self::Professionals => &[Pool(Self::Professionals), Pool(Self::All)],
            Self::Agencies => &[Pool(Self::Agencies), Pool(Self::All)],
            Self::Staff => &[Pool(Self::Staff), Pool(Self::All)],
            Self::WalkIn => &[Pool(Self::WalkIn)],
        }
    }

    /// Whether this audience comes by booking.
    #[must_use]
    pub const fn books(self) -> bool {
        !matches!(self, Self::WalkIn)
    }

    /// The word for machines, as it is written on the wire.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Citizens => "citizens",
            Self::Professionals => "professionals",
            Self::Agencies => "agencies",
            Self::Staff => "staff",
            Self::WalkIn => "walk_in",
        }
    }

    /// The audience of a word for machines; `None` when there is none of that name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::EVERY.into_iter().find(|audience| audience.code() == code)
    }
}

impl Pool {
    /// Whether somebody who asks as `audience` may use this pool.
    #[must_use]
    pub fn serves(self, audience: Audience) -> bool {
        audience.pools().contains(&self)
    }
}
