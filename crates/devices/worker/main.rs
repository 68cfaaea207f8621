// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The smallest binary that can be a decoder's child: started without the worker's argument it does nothing.

fn main() {
    varco_devices::run_worker_if_asked();
}
