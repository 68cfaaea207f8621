// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A picture file.

use varco_devices::{SIDE_MAX, load_picture};

/// Any file is a picture of a bounded size, or is refused.
///
/// # Panics
/// When a picture is larger than allowed, or its pixels are not as many as its sides say.
pub fn picture(input: &[u8]) {
    if let Ok(picture) = load_picture(input) {
        let (width, height) = (picture.width(), picture.height());
        assert!(width <= SIDE_MAX && height <= SIDE_MAX, "{width} x {height}");
        assert_eq!(picture.pixels().len(), width as usize * height as usize);
    }
}
