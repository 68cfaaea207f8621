// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Sheets of paper: the receipt that a person holds to the gate, the day's list for when nothing else works, and letters
//! about an appointment that was changed.
//!
//! Plain data in, bytes out: it knows no printer, no store, no clock and no network. Every sheet is PDF/UA-1 with its
//! fonts inside; the same data give the same bytes. Pure black on white, because grey is lost on a photocopy.
//!
//! No sheet but the letter to its own person has a field for a name, and none for what a person asks for: what is not in
//! the data cannot be printed.
//!
//! Without the feature `typst` only the QR symbol is left (module [`qr`]).

#[cfg(feature = "typst")]
mod day_list;
#[cfg(feature = "typst")]
mod day_list_sheet;
#[cfg(feature = "typst")]
mod field;
#[cfg(feature = "typst")]
mod fonts;
#[cfg(feature = "typst")]
mod letter;
#[cfg(feature = "typst")]
mod press;
pub mod qr;
#[cfg(feature = "typst")]
mod receipt;
#[cfg(feature = "typst")]
mod ruled;
#[cfg(feature = "typst")]
mod words;

#[cfg(feature = "typst")]
pub use day_list::{DAY_ROWS_MAX, DayListPaper, DayRow, day_list_pdf};
#[cfg(feature = "typst")]
pub use letter::{LETTERS_MAX, LetterPaper, LetterReceipt, letters_pdf};
#[cfg(feature = "typst")]
pub use press::PIXELS_PER_INCH;
pub use qr::{QrError, QrMatrix, qr_gray, qr_matrix, qr_svg};
#[cfg(feature = "typst")]
pub use receipt::{ReceiptPaper, Sheet, receipt_pdf, receipt_png};

/// Why a sheet was not made. It names the field and never repeats its content.
#[cfg(feature = "typst")]
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// The receipt's text cannot be drawn as our symbol.
    #[error("the receipt's code cannot be drawn: {0}")]
    Code(#[from] QrError),
    /// A field without which the sheet would be useless is blank.
    #[error("{field} is empty")]
    Empty {
        /// Name of the field.
        field: &'static str,
    },
    /// A field is longer than a sheet can hold.
    #[error("{field} has {length}, a sheet takes {length_max}")]
    TooLong {
        /// Name of the field.
        field: &'static str,
        /// Its length: characters of a text, entries of a list.
        length: usize,
        /// The most that is taken.
        length_max: usize,
    },
    /// A picture coarser or finer than [`PIXELS_PER_INCH`].
    #[error("{pixels_per_inch} pixels per inch is outside {} to {}", PIXELS_PER_INCH.start(), PIXELS_PER_INCH.end())]
    Resolution {
        /// What was asked for, in pixels per inch.
        pixels_per_inch: u32,
    },
    /// The typesetter refused the sheet, or the sheet would not have been PDF/UA-1.
    #[error("the sheet could not be set: {detail}")]
    Typesetter {
        /// The typesetter's own words, for the log.
        detail: String,
    },
}
