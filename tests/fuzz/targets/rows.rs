// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    varco_fuzz::rows(input);
});
