// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Undoes blur without knowing it: a linear filter over 7 × 7 half modules that learns from the modules that are known.
//!
//! Ridge least squares for w in y = w · x, where x holds the 49 lattice values around a module, each brought to ±1 by the
//! module's own threshold and contrast, and a constant. Pass 1 learns from known modules alone; passes 2 to 4 from all
//! modules with the decisions so far, weighted by clamp(1.5 |y| - 0.3, 0, 1) and relative contrast. Known modules that
//! contradict strongly are likely covered and weigh 0.3. The filter is pulled towards "the centre alone".
//! Source: decision-directed adaptive equalisation, R. Lucky, Bell System Technical Journal 45 (1966), in two dimensions.

use crate::lattice::Lattice;
use crate::soft::Soft;
use crate::symbol::{SIDE_MAX, Symbol};

const REACH: usize = 3;
const TAPS: usize = (2 * REACH + 1) * (2 * REACH + 1) + 1;
/// Taps up to a whole number of lanes; the rest is zero.
const LANES: usize = 56;
const CENTRE: usize = (TAPS - 1) / 2;
const PASSES: usize = 4;
/// Pull towards the centre tap as a share of all weights: first pass, later passes.
const RIDGE: [f32; 2] = [0.02, 0.005];
const COVERED: f32 = 0.3;

pub(crate) struct Equaliser {
    /// `LANES` values a module.
    inputs: Vec<f32>,
    normal: Box<[[f32; LANES]; TAPS]>,
}

impl Default for Equaliser {
    fn default() -> Equaliser {
        Equaliser { inputs: vec![0.0; SIDE_MAX * SIDE_MAX * LANES], normal: Box::new([[0.0; LANES]; TAPS]) }
    }
}

impl Equaliser {
    /// Replaces the soft bits by equalised ones.
    pub(crate) fn run(&mut self, lattice: &Lattice, symbol: &Symbol, soft: &mut Soft, dark: bool) {
        self.gather(lattice, soft, dark);
        for pass in 0..PASSES {
            let Some(taps) = self.learnt(symbol, soft, pass) else { break };
            for (clear, input) in
                soft.clear.iter_mut().zip(self.inputs.chunks_exact(LANES)).take(symbol.side * symbol.side)
            {
                *clear = dot(&taps, input).clamp(-2.0, 2.0);
            }
        }
        soft.trust(symbol);
    }

    fn gather(&mut self, lattice: &Lattice, soft: &Soft, dark: bool) {
        let side = soft.side;
        let sign = if dark { 2.0 } else { -2.0 };
        for (at, input) in self.inputs.chunks_exact_mut(LANES).enumerate().take(side * side) {
            let (threshold, scale) = (soft.threshold[at], sign / soft.contrast[at]);
            let corner = lattice.centre(at % side, at / side) - REACH * lattice.points - REACH;
            for (row, into) in input[..TAPS - 1].chunks_exact_mut(2 * REACH + 1).enumerate() {
                let grey = &lattice.grey[corner + row * lattice.points..][..2 * REACH + 1];
                for (into, grey) in into.iter_mut().zip(grey) {
                    *into = ((threshold - grey) * scale).clamp(-3.0, 3.0);
                }
            }
            input[TAPS - 1] = 1.0;
            input[TAPS..].fill(0.0);
        }
    }

    /// The filter that fits best, given the decisions so far.
    fn learnt(&mut self, symbol: &Symbol, soft: &Soft, pass: usize) -> Option<[f32; LANES]> {
        self.normal.iter_mut().for_each(|row| row.fill(0.0));
        let mut right = [0.0_f32; LANES];
        let mut total = 0.0;
        // Four modules at a time, so that each sum is fetched and stored once for four.
        let mut group = [(0_usize, 0.0_f32); 4];
        let mut filled = 0;
        for at in 0..symbol.side * symbol.side {
            let known = f32::from(symbol.known[at]);
            let clear = soft.clear[at];
            let (target, weight) = if known != 0.0 {
                let covered = pass > 0 && known * clear < -0.5;
                (known, if covered { COVERED } else { 1.0 })
            } else if pass > 0 {
                (clear.signum(), (1.5 * clear.abs() - 0.3).clamp(0.0, 1.0))
            } else {
                continue;
            };
            let weight = weight * soft.lit[at];
            if weight < 0.01 {
                continue;
            }
            total += weight;
            let input = &self.inputs[at * LANES..][..LANES];
            right.iter_mut().zip(input).for_each(|(sum, value)| *sum += weight * target * value);
            group[filled] = (at, weight);
            filled += 1;
            if filled == 4 {
                add(&mut self.normal, &self.inputs, &group);
                filled = 0;
            }
        }
        group[filled..].fill((0, 0.0));
        add(&mut self.normal, &self.inputs, &group);
        let ridge = RIDGE[pass.min(1)] * total;
        for tap in 0..TAPS {
            self.normal[tap][tap] += ridge + 1e-3;
        }
        right[CENTRE] += ridge;
        solve(&mut self.normal, right)
    }
}

/// Adds weight × input × inputᵀ of four modules; only the upper half is kept.
fn add(normal: &mut [[f32; LANES]; TAPS], inputs: &[f32], group: &[(usize, f32); 4]) {
    let [a, b, c, d] = group.map(|(at, _)| &inputs[at * LANES..][..LANES]);
    let [wa, wb, wc, wd] = group.map(|(_, weight)| weight);
    for (tap, row) in normal.iter_mut().enumerate() {
        let (fa, fb, fc, fd) = (wa * a[tap], wb * b[tap], wc * c[tap], wd * d[tap]);
        let start = tap / 8 * 8;
        let (a, b, c, d) = (&a[start..LANES], &b[start..LANES], &c[start..LANES], &d[start..LANES]);
        for ((((sum, a), b), c), d) in row[start..].iter_mut().zip(a).zip(b).zip(c).zip(d) {
            *sum += fa * a + fb * b + fc * c + fd * d;
        }
    }
}

fn dot(taps: &[f32; LANES], input: &[f32]) -> f32 {
    let mut lanes = [0.0_f32; 8];
    for (taps, input) in taps.chunks_exact(8).zip(input.chunks_exact(8)) {
        for at in 0..8 {
            lanes[at] += taps[at] * input[at];
        }
    }
    lanes.iter().sum()
}

/// Cholesky: N = LLᵀ, in the lower half; the upper half is read.
fn solve(normal: &mut [[f32; LANES]; TAPS], mut right: [f32; LANES]) -> Option<[f32; LANES]> {
    for row in 0..TAPS {
        for column in 0..=row {
            let (upper, lower) = normal.split_at_mut(row);
            let own = &mut lower[0];
            let (start, other): (f32, &[f32]) =
                if column == row { (own[row], &own[..column]) } else { (upper[column][row], &upper[column][..column]) };
            let sum = start - own[..column].iter().zip(other).map(|(a, b)| a * b).sum::<f32>();
            if column == row {
                if sum.is_nan() || sum <= 1e-6 {
                    return None;
                }
                own[row] = sum.sqrt();
            } else {
                own[column] = sum / upper[column][column];
            }
        }
    }
    for row in 0..TAPS {
        let sum: f32 = normal[row][..row].iter().zip(&right).map(|(a, b)| a * b).sum();
        right[row] = (right[row] - sum) / normal[row][row];
    }
    for row in (0..TAPS).rev() {
        let sum: f32 = (row + 1..TAPS).map(|below| normal[below][row] * right[below]).sum();
        right[row] = (right[row] - sum) / normal[row][row];
    }
    right.iter().all(|tap| tap.is_finite()).then_some(right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plane::Plane;
    use crate::testing::Drawing;

    #[test]
    fn blur_that_hides_modules_is_undone() {
        let mut drawn = Drawing { module: 6.0, ..Drawing::of("HTTPS://VARCO.EXAMPLE/AULA-4") }.draw();
        drawn.blur(4);
        drawn.blur(4);
        let symbol = Symbol::new(drawn.version);
        let plane = Plane::through(&drawn.corners(), drawn.side).expect("seen from the front");
        let (mut lattice, mut soft) = (Lattice::default(), Soft::default());
        lattice.sample_plane(drawn.frame(), drawn.side, &plane);
        soft.find(&lattice, &symbol, true);
        let wrong =
            |soft: &Soft| drawn.modules.iter().zip(&soft.bits).filter(|(ink, bit)| **ink != (**bit > 0.0)).count();
        let before = wrong(&soft);
        Equaliser::default().run(&lattice, &symbol, &mut soft, true);
        let after = wrong(&soft);
        assert!(before > 20 && after * 4 < before, "{before} modules were wrong, now {after} are");
    }
}
