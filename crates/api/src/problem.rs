// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! From what went wrong to what a person reads: one total table.

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use varco_core::{access::Right, gate::Refused};
use varco_store::{
    BookRefusal, StoreError,
    edit::{Unfit, Use},
};
use varco_words::{Lang, Value, text};

use crate::wire::Problem;

/// What went wrong.
#[derive(Debug, Clone)]
pub enum Fault {
    /// The request makes no sense; which part.
    Bad(&'static str),
    /// Nobody is signed in, or without the right.
    NotAllowed(Right),
    /// The gesture was refused.
    Refused(Refused),
    /// The booking was refused.
    Book(BookRefusal),
    /// The disk does not do its part.
    Store(StoreError),
    /// There is no court yet, or its data cannot be opened.
    NoCourt,
    /// The PIN is wrong.
    WrongPin {
        /// Before the next has to wait.
        tries_left: u32,
    },
    /// Too many wrong PINs or passphrases.
    Slowed {
        /// Seconds.
        wait_seconds: u32,
    },
    /// The passphrase is wrong.
    WrongPassphrase {
        /// Before the next has to wait.
        tries_left: u32,
    },
    /// The names are locked.
    Locked,
    /// Fewer than three letters.
    TooShort,
    /// No such thing.
    NotFound,
    /// The paper could not be made.
    Paper,
    /// Nobody is signed in, or not any more.
    SignedOut,
    /// Signed in, but the screen is locked.
    ScreenLocked,
    /// Signed in, without the right.
    NoRight(Right),
    /// The password that somebody else made must be changed first.
    MustChange,
    /// Name or password is wrong.
    WrongPassword {
        /// Before the next has to wait.
        tries_left: u32,
    },
    /// The recovery code is wrong.
    WrongCode {
        /// Before the next has to wait.
        tries_left: u32,
    },
    /// There is no recovery code, or none any more.
    CodeSpent,
    /// Somebody else was quicker; nothing was overwritten.
    Stale {
        /// Who; empty when it is not known.
        by: String,
        /// When, in words.
        at: String,
    },
    /// What was typed cannot stay: the code that says which and why, `entry_…`.
    Entry(&'static str),
    /// The disk did not take a change at the office's pages.
    NotSaved(StoreError),
    /// Somebody who works here is called like that.
    NameTaken,
    /// Without this person nobody could administer the court.
    LastAdministrator,
    /// A field of a thing of the court cannot be like that.
    Field {
        /// Its name on the wire.
        field: &'static str,
        /// Why.
        why: Unfit,
    },
    /// Something refers to it.
    InUse(Use),
    /// There are no more numbers for such things.
    TooMany,
    /// Hours that cannot be published: what is wrong, in words.
    Hours(Vec<String>),
    /// A closure that cannot be saved: the field and what is wrong with it, in words.
    Closure(Vec<(&'static str, String)>),
    /// Something was booked or changed since a closure was planned.
    ClosureStale {
        /// Bookings that came.
        new: usize,
        /// Bookings that went.
        gone: usize,
    },
    /// A place that was chosen for a booking is not free any more; the code of the booking.
    PlaceGone(String),
    /// Messages have left already.
    LeftAlready,
    /// So many bookings were changed since; none when it was something else.
    ChangedSince(usize),
    /// What is asked needs the names, which are locked.
    NamesLocked,
}

impl Fault {
    const fn code(&self) -> &'static str {
        match self {
            Self::Bad(_) => "bad_request",
            Self::NotAllowed(_) | Self::Refused(Refused::NotAllowed(_)) => "not_allowed",
            Self::Refused(Refused::NoSuchScan) | Self::NotFound => "not_found",
            Self::Refused(Refused::NotTheLatest) => "not_the_latest",
            Self::Refused(Refused::NoEntry) => "no_entry",
            Self::Refused(Refused::NotOverrulable) => "not_overrulable",
            Self::Refused(Refused::AlreadyDone) => "already_done",
            Self::Refused(Refused::Lapsed) => "lapsed",
            Self::Refused(Refused::Number(_)) => "number",
            Self::Refused(Refused::Reason) => "reason",
            Self::Refused(Refused::NoPlace) => "no_place",
            Self::Refused(Refused::ClockTooFar) => "clock_too_far",
            Self::Book(_) => "no_booking",
            Self::Store(StoreError::KeyReused) => "key_reused",
            Self::Store(StoreError::Full) => "disk_full",
            Self::Store(StoreError::ReadOnly) => "disk_read_only",
            Self::Store(StoreError::Busy) => "busy",
            Self::Store(StoreError::Damaged(_)) => "database_damaged",
            Self::Store(StoreError::Newer { .. }) => "database_newer",
            Self::Store(StoreError::Empty) | Self::NoCourt => "no_court",
            Self::Store(StoreError::Engine(_)) => "disk_failed",
            Self::WrongPin { .. } => "wrong_pin",
            Self::Slowed { .. } => "slowed",
            Self::WrongPassphrase { .. } => "wrong_passphrase",
            Self::Locked => "locked",
            Self::TooShort => "too_short",
            Self::Paper => "paper",
            Self::SignedOut => "signed_out",
            Self::ScreenLocked => "screen_locked",
            Self::NoRight(_) => "no_right",
            Self::MustChange => "must_change",
            Self::WrongPassword { .. } => "wrong_password",
            Self::WrongCode { .. } => "wrong_code",
            Self::CodeSpent => "code_spent",
            Self::Stale { .. } => "stale",
            Self::Entry(code) => code,
            Self::NotSaved(_) => "not_saved",
            Self::NameTaken => "name_taken",
            Self::LastAdministrator => "last_administrator",
            Self::Field { .. } => "field",
            Self::InUse(_) => "in_use",
            Self::TooMany => "too_many",
            Self::Hours(_) => "hours",
            Self::Closure(_) => "closure",
            Self::ClosureStale { .. } => "stale",
            Self::PlaceGone(_) => "place_gone",
            Self::LeftAlready => "left_already",
            Self::ChangedSince(_) => "changed_since",
            Self::NamesLocked => "names_locked",
        }
    }

    const fn status(&self) -> StatusCode {
        match self {
            Self::Bad(_)
            | Self::TooShort
            | Self::Field { .. }
            | Self::Hours(_)
            | Self::Closure(_)
            | Self::Entry(_)
            | Self::Refused(Refused::Number(_) | Refused::Reason) => StatusCode::BAD_REQUEST,
            Self::SignedOut | Self::ScreenLocked => StatusCode::UNAUTHORIZED,
            Self::NotAllowed(_)
            | Self::Refused(Refused::NotAllowed(_))
            | Self::WrongPin { .. }
            | Self::WrongPassphrase { .. }
            | Self::NoRight(_)
            | Self::MustChange
            | Self::WrongPassword { .. }
            | Self::WrongCode { .. }
            | Self::CodeSpent
            | Self::NamesLocked
            | Self::Locked => StatusCode::FORBIDDEN,
            Self::Slowed { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Refused(Refused::NoSuchScan) | Self::NotFound | Self::NoCourt | Self::Store(StoreError::Empty) => {
                StatusCode::NOT_FOUND
            }
            Self::Refused(_)
            | Self::Book(_)
            | Self::Stale { .. }
            | Self::NameTaken
            | Self::LastAdministrator
            | Self::InUse(_)
            | Self::TooMany
            | Self::ClosureStale { .. }
            | Self::PlaceGone(_)
            | Self::LeftAlready
            | Self::ChangedSince(_)
            | Self::Store(StoreError::KeyReused) => StatusCode::CONFLICT,
            Self::Store(_) | Self::NotSaved(_) | Self::Paper => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// The same in words.
    #[must_use]
    pub fn problem(&self, lang: Lang) -> Problem {
        let code = self.code();
        let (highest, tries_left, wait_seconds) = match self {
            Self::Refused(Refused::Number(n)) => (Some(u32::from(*n)), None, None),
            Self::WrongPin { tries_left }
            | Self::WrongPassphrase { tries_left }
            | Self::WrongPassword { tries_left }
            | Self::WrongCode { tries_left } => (None, Some(*tries_left), None),
            Self::Slowed { wait_seconds } => (None, None, Some(*wait_seconds)),
            _ => (None, None, None),
        };
        let part = if let Self::Bad(part) = self { part } else { "" };
        let n = highest.or(tries_left).or(wait_seconds).unwrap_or_default();
        let (by, at) = if let Self::Stale { by, at } = self { (by.as_str(), at.as_str()) } else { ("", "") };
        let known = if by.is_empty() { "no" } else { "yes" };
        let mut args = vec![("n", Value::from(n)), ("part", Value::from(part))];
        args.extend([("by", Value::from(by)), ("at", Value::from(at)), ("known", Value::from(known))]);
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let words = match self {
            Self::ClosureStale { new: 0, gone: 0 } => "closure_other",
            Self::ClosureStale { new, gone } => {
                args.extend([("new", number(*new).into()), ("gone", number(*gone).into())]);
                "closure_stale"
            }
            Self::ChangedSince(bookings) => {
                args[0].1 = number(*bookings).into();
                code
            }
            Self::PlaceGone(booking) => {
                args.push(("code", booking.as_str().into()));
                code
            }
            _ => code,
        };
        let mut message = text(lang, &format!("error-{words}"), &args);
        let mut field = None;
        match self {
            Self::Field { field: of, why } => {
                let (least, most) = match *why {
                    Unfit::TooLong { most } => (0, most),
                    Unfit::Range { least, most } => (least, most),
                    _ => (0, 0),
                };
                let name = text(lang, &format!("field-{of}"), &[]);
                let args = [("field", name.into()), ("least", least.into()), ("most", most.into())];
                message = text(lang, &format!("error-field-{}", why.code()), &args);
                field = Some((*of).to_owned());
            }
            Self::InUse(by) => message = text(lang, &format!("error-in_use-{}", by.code()), &[]),
            Self::Hours(faults) if !faults.is_empty() => message = faults.join("; "),
            Self::Closure(faults) if !faults.is_empty() => {
                field = faults.first().map(|(field, _)| (*field).to_owned());
                message = faults.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" ");
            }
            _ => {}
        }
        Problem {
            message,
            next_step: text(lang, &format!("error-{words}-next"), &args),
            field,
            code: code.to_owned(),
            tries_left,
            wait_seconds,
            highest,
        }
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<Refused> for Fault {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}

/// A fault on its way to a person, in their language.
#[derive(Debug)]
pub struct Answer(pub Fault, pub Lang);

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        if let Fault::Store(error) | Fault::NotSaved(error) = &self.0 {
            tracing::warn!(%error, "a gesture could not be written");
        }
        (self.0.status(), Json(self.0.problem(self.1))).into_response()
    }
}
