// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Tables that a clerk can read. `written` turns their lines into a schedule and answers into lines.

mod answers;
mod clocks;
mod closure;
mod figures;
mod holidays;
mod house;
mod opening;
mod precedence;
mod properties;
mod publish;
mod validation;
mod written;
