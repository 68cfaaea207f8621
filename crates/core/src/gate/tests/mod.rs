// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

mod apart;
mod documents;
mod fold;
mod held;
mod staff;
mod total;
mod unbooked;
