// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What Tauri wants to know before the app is compiled.

fn main() {
    tauri_build::build();
}
