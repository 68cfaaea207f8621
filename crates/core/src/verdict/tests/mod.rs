// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

mod lobby;
mod page;
mod pairs;
mod parties;
mod receipts;
mod rows;
mod windows;
