// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Codes drawn as pictures whose truth is known, for the tests of this crate.

use std::time::Duration;

use qrcode::{Color, EcLevel, QrCode, Version};

use crate::clock::Watch;
use crate::frame::Frame;

/// A time limit that never ends.
pub(crate) fn never() -> Watch<'static> {
    Watch::start(&|| Duration::ZERO, Duration::MAX)
}

/// How a code is to be drawn.
pub(crate) struct Drawing<'a> {
    pub(crate) text: &'a str,
    pub(crate) version: usize,
    pub(crate) level: EcLevel,
    /// Pixels to a module.
    pub(crate) module: f32,
    /// Degrees clockwise.
    pub(crate) turn: f32,
    /// Dark on light.
    pub(crate) dark: bool,
    /// Modules around the code.
    pub(crate) margin: f32,
}

impl Drawing<'_> {
    pub(crate) fn of(text: &str) -> Drawing<'_> {
        Drawing { text, version: 3, level: EcLevel::M, module: 4.0, turn: 0.0, dark: true, margin: 5.0 }
    }

    pub(crate) fn draw(&self) -> Drawn {
        let code = QrCode::with_version(self.text, Version::Normal(self.version as i16), self.level).expect("fits");
        let side = code.width();
        let modules: Vec<bool> = code.to_colors().iter().map(|color| *color == Color::Dark).collect();
        let (sine, cosine) = self.turn.to_radians().sin_cos();
        let half = side as f32 / 2.0;
        let width = ((side as f32 * (sine.abs() + cosine.abs()) + 2.0 * self.margin) * self.module).ceil() as usize;
        let centre = (width as f32 - 1.0) / 2.0;
        let (right, down) = ([cosine * self.module, sine * self.module], [-sine * self.module, cosine * self.module]);
        let mut drawn = Drawn {
            pixels: vec![0; width * width],
            width,
            side,
            version: self.version,
            modules,
            origin: [centre - half * (right[0] + down[0]), centre - half * (right[1] + down[1])],
            right,
            down,
        };
        for at in 0..width * width {
            // The mean of 3 × 3 points in each pixel, so that edges are where they belong.
            let ink = (0..9).filter(|part| {
                let x = (at % width) as f32 + (part % 3) as f32 / 3.0 - 1.0 / 3.0 - centre;
                let y = (at / width) as f32 + (part / 3) as f32 / 3.0 - 1.0 / 3.0 - centre;
                let u = (x * cosine + y * sine) / self.module + half;
                let v = (y * cosine - x * sine) / self.module + half;
                let inside = u >= 0.0 && v >= 0.0 && u < side as f32 && v < side as f32;
                inside && drawn.modules[v as usize * side + u as usize]
            });
            let share = ink.count() as f32 / 9.0;
            let share = if self.dark { share } else { 1.0 - share };
            drawn.pixels[at] = (210.0 - 170.0 * share) as u8;
        }
        drawn
    }
}

/// A drawn code.
pub(crate) struct Drawn {
    pub(crate) pixels: Vec<u8>,
    /// Of the square picture.
    pub(crate) width: usize,
    pub(crate) side: usize,
    pub(crate) version: usize,
    /// Row by row, true for ink.
    pub(crate) modules: Vec<bool>,
    origin: [f32; 2],
    right: [f32; 2],
    down: [f32; 2],
}

impl Drawn {
    pub(crate) fn frame(&self) -> Frame<'_> {
        Frame::new(&self.pixels, self.width, self.width).expect("whole")
    }

    pub(crate) fn pixel(&self, u: f32, v: f32) -> [f32; 2] {
        [0, 1].map(|axis| self.origin[axis] + u * self.right[axis] + v * self.down[axis])
    }

    /// Clockwise from the top left.
    pub(crate) fn corners(&self) -> [[f32; 2]; 4] {
        let side = self.side as f32;
        [self.pixel(0.0, 0.0), self.pixel(side, 0.0), self.pixel(side, side), self.pixel(0.0, side)]
    }

    /// Centres at the top left, top right and bottom left.
    pub(crate) fn finders(&self) -> [[f32; 2]; 3] {
        let far = self.side as f32 - 3.5;
        [self.pixel(3.5, 3.5), self.pixel(far, 3.5), self.pixel(3.5, far)]
    }

    /// The mean of 2 `reach` + 1 pixels, along rows and along columns.
    pub(crate) fn blur(&mut self, reach: usize) {
        for stride in [1, self.width] {
            let before = self.pixels.clone();
            for (at, pixel) in self.pixels.iter_mut().enumerate() {
                let place = if stride == 1 { at % self.width } else { at / self.width };
                let (from, to) = (place.saturating_sub(reach), (place + reach + 1).min(self.width));
                let start = at - place * stride;
                let sum: usize = (from..to).map(|part| usize::from(before[start + part * stride])).sum();
                *pixel = (sum / (to - from)) as u8;
            }
        }
    }

    /// Paints a rectangle, given in modules, in one grey.
    pub(crate) fn cover(&mut self, [left, top, right, bottom]: [f32; 4], grey: u8) {
        let [a, b] = [self.pixel(left, top), self.pixel(right, bottom)];
        for y in a[1].max(0.0) as usize..(b[1].max(0.0) as usize).min(self.width) {
            for x in a[0].max(0.0) as usize..(b[0].max(0.0) as usize).min(self.width) {
                self.pixels[y * self.width + x] = grey;
            }
        }
    }
}
