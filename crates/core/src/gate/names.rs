// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Closed sets: their names on the wire, and who may act on them.

use super::types::{ConflictKind, UnbookedReason};
use crate::access::Right;

impl UnbookedReason {
    /// All of them, in the order of the ready screen.
    pub const ALL: [Self; 7] =
        [Self::Hearing, Self::Lawyer, Self::Witness, Self::Staff, Self::Supplier, Self::Other, Self::WalkIn];

    /// The name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hearing => "hearing",
            Self::Lawyer => "lawyer",
            Self::Witness => "witness",
            Self::Staff => "staff",
            Self::Supplier => "supplier",
            Self::Other => "other",
            Self::WalkIn => "walk_in",
        }
    }
}

impl ConflictKind {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::DoubleAdmission, Self::CancelledButAdmitted, Self::BadSignature, Self::Reported, Self::Called];

    /// The right that taking it up needs: whoever stands at the door goes to somebody who asks for help.
    #[must_use]
    pub const fn taken_by(self) -> Right {
        match self {
            Self::Called => Right::Door,
            Self::DoubleAdmission | Self::CancelledButAdmitted | Self::BadSignature | Self::Reported => {
                Right::Conflicts
            }
        }
    }

    /// The name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::DoubleAdmission => "double_admission",
            Self::CancelledButAdmitted => "cancelled_but_admitted",
            Self::BadSignature => "bad_signature",
            Self::Reported => "reported",
            Self::Called => "called",
        }
    }
}
