// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Sheets as other programs see them: poppler reads the text and draws the pages.

#![cfg(feature = "typst")]
#![expect(clippy::expect_used, clippy::panic, reason = "in a test a broken tool is a failure")]

mod day_list;
mod letter;
mod poppler;
mod receipt;
