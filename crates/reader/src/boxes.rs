// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Finder candidates from nested squares: mean grey of the core, the light ring, the dark ring and the quiet ring.
//!
//! For a module of m pixels the squares have sides 3 m, 5 m, 7 m and 9 m. With d1 = light ring - core, d2 = light ring -
//! dark ring, d3 = quiet ring - dark ring (all negated for codes that are light on dark) and the deviation s of grey in the
//! largest square, a place scores min(d1, 2 d2, max(2 d3, d2 / 2)) / s + 0.2 d1 / s. Means over squares survive noise,
//! blur and streaks that break runs of black and white; what they cannot see is a finder that is squeezed or far from
//! upright, which `runs` can.

use crate::clock::Watch;
use crate::frame::Frame;
use crate::sums::Sums;

/// A place where a finder may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Candidate {
    pub(crate) x: f32,
    pub(crate) y: f32,
    /// Pixels to a module along rows and along columns.
    pub(crate) wide: f32,
    pub(crate) high: f32,
    /// The sizes are those of runs, which are longer through a turned finder.
    pub(crate) from_runs: bool,
    /// Dark on light; otherwise light on dark.
    pub(crate) dark: bool,
    pub(crate) score: f32,
}

/// Sizes of modules in pixels, each a quarter larger than the one before.
const MODULES: [f32; 12] = [2.3, 2.9, 3.7, 4.6, 5.8, 7.3, 9.2, 11.6, 14.5, 18.2, 22.8, 28.0];
/// How many of them are small: looked for apart, because they are many and cost most.
const SMALL: usize = 3;
/// Grey by which core and light ring must differ.
const CONTRAST_MIN: f32 = 5.0;
/// A perfect finder scores about 2.4.
const SCORE_MIN: f32 = 0.5;
/// Least difference between dark and light ring, as a share of that between core and light ring.
const DARK_RING_MIN: f32 = 0.1;
const PER_MODULE_MAX: usize = 30;
/// Looked at in one picture.
pub(crate) const CANDIDATES_MAX: usize = 60;

/// Working memory, as large as the picture asks for and then kept.
#[derive(Default)]
pub(crate) struct Boxes {
    core_rows: Vec<u32>,
    light_rows: Vec<u32>,
    contrast: Vec<f32>,
    cells: Vec<Option<Candidate>>,
    best: Vec<Candidate>,
}

impl Boxes {
    /// The best candidates with large or with small modules, best first, into `found`.
    pub(crate) fn find(&mut self, frame: Frame, sums: &Sums, large: bool, watch: &Watch, found: &mut Vec<Candidate>) {
        found.clear();
        for &module in if large { &MODULES[SMALL..] } else { &MODULES[..SMALL] } {
            if watch.is_over() {
                break;
            }
            self.find_size(frame, sums, module);
            let spacing = 3.5 * module;
            let start = found.len();
            for candidate in &self.best {
                if found.len() - start == PER_MODULE_MAX {
                    break;
                }
                let apart = |other: &Candidate| {
                    (other.x - candidate.x).abs() > spacing || (other.y - candidate.y).abs() > spacing
                };
                if found[start..].iter().all(apart) {
                    found.push(*candidate);
                }
            }
        }
        found.sort_unstable_by(|a, b| b.score.total_cmp(&a.score));
        found.truncate(CANDIDATES_MAX);
    }

    /// All of one size, best first, into `self.best`.
    fn find_size(&mut self, frame: Frame, sums: &Sums, module: f32) {
        self.best.clear();
        let (width, height) = (frame.width(), frame.height());
        let reach = [1.5, 2.5, 3.5, 4.5].map(|modules: f32| (modules * module - 0.5).round().max(1.0) as usize);
        let margin = reach[2];
        if width <= 2 * margin || height <= 2 * margin {
            return;
        }
        let cell = 2.5 * module;
        let cells_wide = (width as f32 / cell) as usize + 1;
        self.cells.clear();
        self.cells.resize(cells_wide * ((height as f32 / cell) as usize + 1), None);
        let step = ((0.6 * module) as usize).max(2);
        let side = |reach: usize| (2 * reach + 1) as f32;
        let core = side(reach[0]) * side(reach[0]);
        let light = side(reach[1]) * side(reach[1]) - core;
        for y in (margin..height - margin).step_by(step) {
            self.contrast_of_row(sums, y, reach, 1.0 / core, 1.0 / light);
            let row = &self.contrast[..width];
            for x in (margin..width - margin).step_by(step) {
                let contrast = row[x];
                if contrast.abs() < CONTRAST_MIN {
                    continue;
                }
                let square =
                    |rows: &[u32], reach: usize| rows[x + reach + 1].wrapping_sub(rows[x - reach]) as i32 as f32;
                let (core, light) = (square(&self.core_rows, reach[0]), square(&self.light_rows, reach[1]));
                if let Some(score) = score(sums, x, y, reach, core, light, contrast) {
                    let place = (y as f32 / cell) as usize * cells_wide + (x as f32 / cell) as usize;
                    let best = &mut self.cells[place];
                    if best.is_none_or(|best| best.score < score) {
                        let (x, y) = (x as f32, y as f32);
                        *best = Some(Candidate {
                            x,
                            y,
                            wide: module,
                            high: module,
                            from_runs: false,
                            dark: contrast > 0.0,
                            score,
                        });
                    }
                }
            }
        }
        self.best.extend(self.cells.iter().flatten());
        let better = |a: &Candidate, b: &Candidate| b.score.total_cmp(&a.score);
        let keep = 8 * PER_MODULE_MAX;
        if self.best.len() > keep {
            self.best.select_nth_unstable_by(keep, better);
            self.best.truncate(keep);
        }
        self.best.sort_unstable_by(better);
    }

    /// Light ring minus core for a whole row at once, so that the machine does several places in one step.
    fn contrast_of_row(&mut self, sums: &Sums, y: usize, reach: [usize; 4], per_core: f32, per_light: f32) {
        let stride = sums.stride();
        for (rows, reach) in [(&mut self.core_rows, reach[0]), (&mut self.light_rows, reach[1])] {
            rows.resize(stride, 0);
            let above = &sums.grey[(y - reach) * stride..][..stride];
            let below = &sums.grey[(y + reach + 1) * stride..][..stride];
            for ((sum, above), below) in rows.iter_mut().zip(above).zip(below) {
                *sum = below.wrapping_sub(*above);
            }
        }
        let (near, far) = (reach[0], reach[1]);
        self.contrast.resize(sums.width, 0.0);
        let count = sums.width - 2 * far;
        let core_left = &self.core_rows[far - near..][..count];
        let core_right = &self.core_rows[far + near + 1..][..count];
        let light_left = &self.light_rows[..count];
        let light_right = &self.light_rows[2 * far + 1..][..count];
        let into = &mut self.contrast[far..][..count];
        for at in 0..count {
            let core = core_right[at].wrapping_sub(core_left[at]) as i32;
            let light = light_right[at].wrapping_sub(light_left[at]) as i32 - core;
            into[at] = light as f32 * per_light - core as f32 * per_core;
        }
    }
}

/// `core` and `light` are the sums of grey in the two inner squares.
fn score(sums: &Sums, x: usize, y: usize, reach: [usize; 4], core: f32, light: f32, contrast: f32) -> Option<f32> {
    let area = |reach: usize| ((2 * reach + 1) * (2 * reach + 1)) as f32;
    let (dark, _) = sums.grey_in(sums.square_around(x, y, reach[2]));
    let sign = contrast.signum();
    let light_mean = (light - core) / (area(reach[1]) - area(reach[0]));
    let dark_mean = (dark - light) / (area(reach[2]) - area(reach[1]));
    let d1 = contrast * sign;
    let d2 = (light_mean - dark_mean) * sign;
    if d2 < DARK_RING_MIN * d1 {
        return None;
    }
    let around = sums.square_around(x, y, reach[3]);
    let (quiet, whole) = sums.grey_in(around);
    let d3 = ((quiet - dark) / (whole - area(reach[2])).max(1.0) - dark_mean) * sign;
    let (_, variance) = sums.spread_in(around);
    let deviation = variance.sqrt().max(1.0);
    let score = (d1.min(2.0 * d2).min((2.0 * d3).max(0.5 * d2)) + 0.2 * d1) / deviation;
    (score > SCORE_MIN).then_some(score)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Drawing, never};

    #[test]
    fn the_three_finders_of_a_code_are_the_best_candidates() {
        for dark in [true, false] {
            let drawn = Drawing { module: 5.0, dark, ..Drawing::of("VARCO") }.draw();
            let (mut sums, mut found) = (Sums::default(), Vec::new());
            sums.fill(drawn.frame());
            Boxes::default().find(drawn.frame(), &sums, true, &never(), &mut found);
            for finder in drawn.finders() {
                let near = found.iter().position(|candidate| {
                    (candidate.x - finder[0]).abs() < 4.0 && (candidate.y - finder[1]).abs() < 4.0
                });
                assert!(near.is_some_and(|rank| rank < 9), "finder at {finder:?} is candidate {near:?}");
            }
            assert!(found[0].dark == dark);
        }
    }
}
