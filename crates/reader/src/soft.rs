// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Soft bits without an equaliser: how dark each module is against its own surroundings, and how far to trust that.
//!
//! In 9 × 9 modules around each module, dark and light level are found by two means, four rounds, known modules fixed to
//! their class. With the threshold half-way and the contrast their difference, y = 2 (threshold - grey) / contrast, so
//! that ±1 is a clear module. Trust is min(1, contrast / half the upper quartile of contrasts) × √(0.15 / misfit), the
//! second factor within 0.3 and 1.5, misfit being the mean of (y - decision)² in 5 × 5 modules. Glare and skin over a code
//! lose contrast or fit and so become doubtful by themselves.

use crate::lattice::Lattice;
use crate::symbol::{SIDE_MAX, Symbol};

const MODULES_MAX: usize = SIDE_MAX * SIDE_MAX;
/// Modules to each side in which levels are found, and in which misfit is measured.
const LEVEL_REACH: usize = 4;
const MISFIT_REACH: usize = 2;
const ROUNDS: usize = 4;
/// Least contrast, as a share of the upper quartile.
const CONTRAST_FLOOR: f32 = 0.12;
const MISFIT_USUAL: f32 = 0.15;

/// Bits of one symbol, one value a module, positive for dark.
pub(crate) struct Soft {
    pub(crate) side: usize,
    pub(crate) threshold: Vec<f32>,
    pub(crate) contrast: Vec<f32>,
    /// min(1, contrast / half the upper quartile).
    pub(crate) lit: Vec<f32>,
    /// ±1 for a clear module, before trust.
    pub(crate) clear: Vec<f32>,
    /// `clear` times trust.
    pub(crate) bits: Vec<f32>,
    sums: [Vec<f32>; 4],
}

impl Default for Soft {
    fn default() -> Soft {
        let modules = || vec![0.0; MODULES_MAX];
        let sums = std::array::from_fn(|_| vec![0.0; (SIDE_MAX + 1) * (SIDE_MAX + 1)]);
        Soft {
            side: 0,
            threshold: modules(),
            contrast: modules(),
            lit: modules(),
            clear: modules(),
            bits: modules(),
            sums,
        }
    }
}

impl Soft {
    /// Finds levels and soft bits; `dark` is whether the symbol is dark on light.
    pub(crate) fn find(&mut self, lattice: &Lattice, symbol: &Symbol, dark: bool) {
        self.side = symbol.side;
        let sign = if dark { 1.0 } else { -1.0 };
        self.levels(lattice, symbol, sign);
        for y in 0..self.side {
            for x in 0..self.side {
                let at = y * self.side + x;
                let grey = lattice.grey[lattice.centre(x, y)];
                self.clear[at] = (2.0 * sign * (self.threshold[at] - grey) / self.contrast[at]).clamp(-2.0, 2.0);
            }
        }
        self.trust(symbol);
    }

    /// Dark and light level around each module, and from them threshold, contrast and `lit`.
    fn levels(&mut self, lattice: &Lattice, symbol: &Symbol, sign: f32) {
        let side = self.side;
        let count = side * side;
        let mean = {
            add_up(&mut self.sums[0], side, |x, y| lattice.grey[lattice.centre(x, y)]);
            around(&self.sums[0], side, side / 2, side / 2, side) / count as f32
        };
        for y in 0..side {
            for x in 0..side {
                let (sum, area) = (around(&self.sums[0], side, x, y, LEVEL_REACH), area(side, x, y, LEVEL_REACH));
                self.threshold[y * side + x] = sum / area;
            }
        }
        for _ in 0..ROUNDS {
            // What is darker in the picture, whichever of the two it means.
            let is_low = |x: usize, y: usize| {
                let at = y * side + x;
                match symbol.known[at] {
                    0 => lattice.grey[lattice.centre(x, y)] < self.threshold[at],
                    module => (f32::from(module) * sign) > 0.0,
                }
            };
            let grey = |x: usize, y: usize| lattice.grey[lattice.centre(x, y)];
            let [low_sum, low_count, high_sum, high_count] = &mut self.sums;
            add_up(low_sum, side, |x, y| if is_low(x, y) { grey(x, y) } else { 0.0 });
            add_up(low_count, side, |x, y| if is_low(x, y) { 1.0 } else { 0.0 });
            add_up(high_sum, side, |x, y| if is_low(x, y) { 0.0 } else { grey(x, y) });
            add_up(high_count, side, |x, y| if is_low(x, y) { 0.0 } else { 1.0 });
            for y in 0..side {
                for x in 0..side {
                    let level = |sum: &[f32], count: &[f32]| {
                        let members = around(count, side, x, y, LEVEL_REACH);
                        if members > 0.5 { around(sum, side, x, y, LEVEL_REACH) / members } else { mean }
                    };
                    let (low, high) = (level(&self.sums[0], &self.sums[1]), level(&self.sums[2], &self.sums[3]));
                    self.threshold[y * side + x] = (low + high) / 2.0;
                    self.contrast[y * side + x] = high - low;
                }
            }
        }
        self.lit[..count].copy_from_slice(&self.contrast[..count]);
        let place = count * 3 / 4;
        let (_, upper, _) = self.lit[..count].select_nth_unstable_by(place, f32::total_cmp);
        let upper = upper.max(1.0);
        for (lit, contrast) in self.lit.iter_mut().zip(&mut self.contrast).take(count) {
            *lit = (*contrast / (0.5 * upper)).clamp(0.0, 1.0);
            *contrast = contrast.max(CONTRAST_FLOOR * upper);
        }
    }

    /// Share of known modules that are as they should be, less those that are not.
    pub(crate) fn agreement(&self, symbol: &Symbol) -> f32 {
        let known = || symbol.known.iter().zip(&self.clear).filter(|(known, _)| **known != 0);
        let sum: f32 = known().map(|(known, clear)| f32::from(*known) * clear.clamp(-1.0, 1.0)).sum();
        sum / known().count().max(1) as f32
    }

    /// `bits` from `clear`, as far as each is to be trusted.
    pub(crate) fn trust(&mut self, symbol: &Symbol) {
        let side = self.side;
        let clear = &self.clear;
        add_up(&mut self.sums[0], side, |x, y| {
            let at = y * side + x;
            let decision = if symbol.known[at] == 0 { clear[at].signum() } else { f32::from(symbol.known[at]) };
            (clear[at] - decision) * (clear[at] - decision)
        });
        for y in 0..side {
            for x in 0..side {
                let at = y * side + x;
                let misfit = around(&self.sums[0], side, x, y, MISFIT_REACH) / area(side, x, y, MISFIT_REACH);
                let fit = (MISFIT_USUAL / misfit.max(1e-3)).sqrt().clamp(0.3, 1.5);
                self.bits[at] = self.clear[at] * self.lit[at] * fit;
            }
        }
    }
}

/// Sums of `value` over all modules above and to the left.
fn add_up(sums: &mut [f32], side: usize, value: impl Fn(usize, usize) -> f32) {
    let stride = side + 1;
    sums[..stride].fill(0.0);
    for y in 0..side {
        let mut row = 0.0;
        sums[(y + 1) * stride] = 0.0;
        for x in 0..side {
            row += value(x, y);
            sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
        }
    }
}

fn bounds(side: usize, x: usize, y: usize, reach: usize) -> [usize; 4] {
    [x.saturating_sub(reach), y.saturating_sub(reach), (x + reach + 1).min(side), (y + reach + 1).min(side)]
}

fn around(sums: &[f32], side: usize, x: usize, y: usize, reach: usize) -> f32 {
    let stride = side + 1;
    let [left, top, right, bottom] = bounds(side, x, y, reach);
    sums[bottom * stride + right] - sums[bottom * stride + left] - sums[top * stride + right]
        + sums[top * stride + left]
}

fn area(side: usize, x: usize, y: usize, reach: usize) -> f32 {
    let [left, top, right, bottom] = bounds(side, x, y, reach);
    ((right - left) * (bottom - top)) as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plane::Plane;
    use crate::testing::Drawing;

    #[test]
    fn modules_of_a_clean_code_are_clear_under_a_gradient_of_light() {
        for dark in [true, false] {
            let mut drawn = Drawing { module: 5.0, dark, ..Drawing::of("VARCO") }.draw();
            let width = drawn.width;
            for (at, pixel) in drawn.pixels.iter_mut().enumerate() {
                let light = 0.2 + 0.8 * (at % width) as f32 / width as f32;
                *pixel = (f32::from(*pixel) * light) as u8;
            }
            let symbol = Symbol::new(drawn.version);
            let plane = Plane::through(&drawn.corners(), drawn.side).expect("seen from the front");
            let (mut lattice, mut soft) = (Lattice::default(), Soft::default());
            lattice.sample_plane(drawn.frame(), drawn.side, &plane);
            soft.find(&lattice, &symbol, dark);
            for (at, ink) in drawn.modules.iter().enumerate() {
                assert_eq!(soft.bits[at] > 0.0, *ink, "module {at}");
            }
        }
    }
}
