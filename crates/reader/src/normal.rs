// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The picture without light and contrast: z = (mean around - mean here) / √(variance around + 16), within ±1.4.
//!
//! "Around" is a square that reaches four modules to each side, "here" one that reaches a third of a module, so that z is
//! highest in the middle of a module even where edges are sharp. Geometry is judged on z only, which takes away gradients
//! of glare, shadows and faint toner. z is computed in tiles, only where a guess needs it, for a few sizes of modules.

use crate::frame::Frame;
use crate::plane::Plane;
use crate::sums::{SIDE_MAX, Sums};

const TILE: usize = 32;
/// Modules in pixels for which z is kept; each serves sizes up to a quarter off.
const MODULES: [f32; 6] = [2.6, 4.1, 6.6, 10.5, 17.0, 27.0];
/// Added to the variance: noise alone must not look like print.
const NOISE_VARIANCE: f32 = 16.0;
const CLIP: f32 = 1.4;
/// Steps of the stored value for a z of 1.
const SCALE: f32 = 90.0;

#[derive(Default)]
struct Layer {
    values: Vec<i8>,
    done: Vec<bool>,
}

/// z of one picture; memory grows with the picture and is kept.
#[derive(Default)]
pub(crate) struct Normal {
    layers: [Layer; MODULES.len()],
    width: usize,
    height: usize,
}

/// z for one size of module.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    values: &'a [i8],
    width: usize,
    height: usize,
    sign: f32,
}

impl Normal {
    /// Forgets the picture before.
    pub(crate) fn start(&mut self, frame: Frame) {
        (self.width, self.height) = (frame.width(), frame.height());
        for layer in &mut self.layers {
            layer.done.clear();
        }
    }

    /// z under a symbol and three modules around it. `dark` turns the sign so that what should be dark is positive.
    pub(crate) fn under(
        &mut self,
        frame: Frame,
        sums: &Sums,
        plane: &Plane,
        side: usize,
        module: f32,
        dark: bool,
    ) -> View<'_> {
        let far = |a: f32, b: f32| a.max(b) / a.min(b);
        let class = (0..MODULES.len())
            .min_by(|a, b| far(MODULES[*a], module).total_cmp(&far(MODULES[*b], module)))
            .unwrap_or(0);
        let layer = &mut self.layers[class];
        let (wide, high) = (self.width.div_ceil(TILE), self.height.div_ceil(TILE));
        if layer.done.is_empty() {
            layer.done.resize(wide * high, false);
            layer.values.resize(self.width * self.height, 0);
        }
        let corners = plane.corners(side);
        let rim = 3.0 * module;
        let tiles = |axis: usize, count: usize| {
            let low = corners.iter().map(|corner| corner[axis]).fold(f32::INFINITY, f32::min) - rim;
            let high = corners.iter().map(|corner| corner[axis]).fold(f32::NEG_INFINITY, f32::max) + rim;
            let tile = |at: f32| ((at.max(0.0) as usize) / TILE).min(count - 1);
            tile(low)..=tile(high)
        };
        for row in tiles(1, high) {
            for column in tiles(0, wide) {
                let done = &mut layer.done[row * wide + column];
                if !*done {
                    *done = true;
                    fill(&mut layer.values, frame, sums, [column * TILE, row * TILE], MODULES[class]);
                }
            }
        }
        View { values: &layer.values, width: self.width, height: self.height, sign: if dark { 1.0 } else { -1.0 } }
    }
}

fn fill(values: &mut [i8], frame: Frame, sums: &Sums, [left, top]: [usize; 2], module: f32) {
    let (width, height) = (frame.width(), frame.height());
    let reach = ((4.0 * module) as usize).min(SIDE_MAX / 2 - 1);
    let near = (module / 3.0) as usize;
    let right = (left + TILE).min(width);
    let count = right - left;
    for y in top..(top + TILE).min(height) {
        let into = &mut values[y * width..][left..right];
        let rows = |reach: usize| (y.saturating_sub(reach), (y + reach + 1).min(height));
        if left >= reach && right + reach < width {
            // Four corners of the square around the first place, from which all places of the row follow.
            let stride = sums.stride();
            let corners = |reach: usize| {
                let (above, below) = rows(reach);
                let [west, east] = [left - reach, left + reach + 1];
                [above * stride + west, above * stride + east, below * stride + west, below * stride + east]
            };
            let area = |reach: usize| {
                let (above, below) = rows(reach);
                1.0 / ((2 * reach + 1) * (below - above)) as f32
            };
            let (per_area, per_here) = (area(reach), area(near));
            let [a, b, c, d] = corners(reach).map(|start| &sums.grey[start..][..count]);
            let [e, f, g, h] = corners(reach).map(|start| &sums.square[start..][..count]);
            let [i, j, k, l] = corners(near).map(|start| &sums.grey[start..][..count]);
            for at in 0..count {
                let sum = d[at].wrapping_sub(c[at]).wrapping_sub(b[at].wrapping_sub(a[at])) as i32 as f32;
                let square = h[at].wrapping_sub(g[at]).wrapping_sub(f[at].wrapping_sub(e[at]));
                let here = l[at].wrapping_sub(k[at]).wrapping_sub(j[at].wrapping_sub(i[at])) as i32 as f32;
                // Halves, because the machine turns only signed numbers into fractions quickly.
                let square = (square >> 1) as i32 as f32 * 2.0;
                let mean = sum * per_area;
                into[at] = stored(mean, square * per_area - mean * mean, here * per_here);
            }
        } else {
            for (at, into) in into.iter_mut().enumerate() {
                let (mean, variance) = sums.spread_in(sums.square_around(left + at, y, reach));
                let (here, area) = sums.grey_in(sums.square_around(left + at, y, near));
                *into = stored(mean, variance, here / area);
            }
        }
    }
}

#[inline]
fn stored(mean: f32, variance: f32, here: f32) -> i8 {
    let z = (mean - here) / (variance.max(0.0) + NOISE_VARIANCE).sqrt();
    (z.clamp(-CLIP, CLIP) * SCALE) as i32 as i8
}

impl View<'_> {
    /// z of the nearest pixel, which is enough where a module has several; 0 outside the picture.
    #[inline]
    pub(crate) fn near(&self, x: f32, y: f32) -> f32 {
        let (x, y) = (x + 0.5, y + 0.5);
        if !(x >= 0.0 && y >= 0.0 && x < self.width as f32 && y < self.height as f32) {
            return 0.0;
        }
        let place = (y as i32 as usize) * self.width + x as i32 as usize;
        self.values.get(place).map_or(0.0, |value| f32::from(*value) * (self.sign / SCALE))
    }

    /// z between pixels; 0 outside the picture.
    #[inline]
    pub(crate) fn at(&self, x: f32, y: f32) -> f32 {
        if !(x >= 0.0 && y >= 0.0 && x < (self.width - 1) as f32 && y < (self.height - 1) as f32) {
            return 0.0;
        }
        let (left, top) = (x as i32 as usize, y as i32 as usize);
        let (right, down) = (x - left as i32 as f32, y - top as i32 as f32);
        let start = top * self.width + left;
        match (self.values.get(start..start + 2), self.values.get(start + self.width..start + self.width + 2)) {
            (Some(&[a, b]), Some(&[c, d])) => {
                let [a, b, c, d] = [a, b, c, d].map(f32::from);
                let (upper, lower) = (a + (b - a) * right, c + (d - c) * right);
                (upper + (lower - upper) * down) * (self.sign / SCALE)
            }
            _ => 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Drawing;

    #[test]
    fn ink_is_positive_and_paper_negative_at_the_rim_and_in_the_middle_for_both_polarities() {
        for dark in [true, false] {
            let drawn = Drawing { module: 4.0, dark, margin: 1.0, ..Drawing::of("VARCO") }.draw();
            let mut sums = Sums::default();
            sums.fill(drawn.frame());
            let plane = Plane::through(&drawn.corners(), drawn.side).expect("seen from the front");
            let mut normal = Normal::default();
            normal.start(drawn.frame());
            let view = normal.under(drawn.frame(), &sums, &plane, drawn.side, 4.0, dark);
            for y in 0..drawn.side {
                for x in 0..drawn.side {
                    let [px, py] = plane.map(x as f32 + 0.5, y as f32 + 0.5);
                    assert_eq!(view.at(px, py) > 0.0, drawn.modules[y * drawn.side + x], "module {x}, {y}");
                }
            }
        }
    }
}
