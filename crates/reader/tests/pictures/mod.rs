// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Codes drawn as pictures, for tests.

#![allow(clippy::expect_used, reason = "a test that cannot draw its code has failed")]

use std::time::Duration;

use qrcode::{Color, EcLevel, QrCode, Version};
use varco_reader::{Frame, Limits, NotRead, Read};

pub struct Picture {
    pub pixels: Vec<u8>,
    pub width: usize,
    pub height: usize,
}

/// Upright, four modules of quiet zone, in the middle of a grey frame.
pub fn drawn(code: &QrCode, module: usize, inverted: bool) -> Picture {
    let side = code.width();
    let width = (side + 14) * module;
    let modules = code.to_colors();
    let pixel = |at: usize| {
        let [x, y] = [at % width, at / width].map(|at| (at / module) as isize - 7);
        let inside = |at: isize, rim: isize| at >= -rim && at < side as isize + rim;
        if !inside(x, 4) || !inside(y, 4) {
            return 128;
        }
        let ink = inside(x, 0) && inside(y, 0) && modules[y as usize * side + x as usize] == Color::Dark;
        if ink == inverted { 225 } else { 30 }
    };
    Picture { pixels: (0..width * width).map(pixel).collect(), width, height: width }
}

/// A quarter turn clockwise, as often as said.
pub fn turned(picture: Picture, times: usize) -> Picture {
    (0..times).fold(picture, |from, _| {
        let (width, height) = (from.height, from.width);
        let pixel = |at: usize| from.pixels[(from.height - 1 - at % width) * from.width + at / width];
        Picture { pixels: (0..width * height).map(pixel).collect(), width, height }
    })
}

pub fn read(picture: &Picture) -> Result<Read, NotRead> {
    let frame = Frame::new(&picture.pixels, picture.width, picture.height).expect("whole");
    let limits = Limits { time: Duration::MAX, ..Limits::default() };
    varco_reader::read(frame, &limits, &|| Duration::ZERO)
}

pub fn coded(text: &[u8], version: i16, level: EcLevel) -> QrCode {
    QrCode::with_version(text, Version::Normal(version), level).expect("fits")
}
