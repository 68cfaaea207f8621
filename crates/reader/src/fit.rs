// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A finder's place, turn, size and slant, found softly: the affine frame in which the picture correlates best with the
//! finder pattern.
//!
//! The pattern is known at 12 × 12 points over 9 × 9 modules, its edges softened by ±0.3 module. What is maximised is the
//! normalised cross-correlation with grey, which ignores brightness and contrast. Six numbers are moved in turn by a step
//! that halves from 0.5 to 0.06 module. Nothing is thresholded: blur, noise and missing toner lower the value but leave
//! the place of the maximum.

use crate::boxes::Candidate;
use crate::clock::Watch;
use crate::frame::{FIXED, Frame};
use crate::plane::Affine;

const POINTS: usize = 12;
const REACH: f32 = 4.5;
/// Half of the width over which an edge is softened, in modules.
const SOFT: f32 = 0.3;
/// Correlation below which a fit is given up before each step, and below which it is dropped after the last.
const HOPELESS: [f32; 4] = [0.1, 0.15, 0.3, 0.45];
const GOOD: f32 = 0.55;
/// Correlation from which on a finder is certain.
const KNOWN: f32 = 0.9;
/// Kept from one picture.
pub(crate) const FINDERS_MAX: usize = 14;

/// A fitted finder.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Finder {
    pub(crate) place: Affine,
    pub(crate) dark: bool,
    /// Correlation with the pattern, at most 1.
    pub(crate) score: f32,
}

/// The finder pattern with mean 0 and length 1.
pub(crate) struct Template([f32; POINTS * POINTS]);

impl Template {
    pub(crate) fn new() -> Template {
        // From the centre outwards: dark to 1.5, light to 2.5, dark to 3.5, light beyond.
        let ink = |distance: f32| if distance < 1.5 || (2.5..3.5).contains(&distance) { 1.0 } else { 0.0 };
        let point = |at: usize| (at as f32 + 0.5) * (2.0 * REACH / POINTS as f32) - REACH;
        let softened = |at: usize| {
            let (u, v) = (point(at % POINTS), point(at / POINTS));
            let offsets = [-0.75, -0.25, 0.25, 0.75].map(|part| part * SOFT);
            let sum: f32 =
                offsets.iter().flat_map(|du| offsets.map(|dv| ink((u + du).abs().max((v + dv).abs())))).sum();
            sum / 16.0
        };
        let mut values: [f32; POINTS * POINTS] = std::array::from_fn(softened);
        let mean = values.iter().sum::<f32>() / values.len() as f32;
        values.iter_mut().for_each(|value| *value -= mean);
        let length = values.iter().map(|value| value * value).sum::<f32>().sqrt();
        values.iter_mut().for_each(|value| *value /= length);
        Template(values)
    }

    /// Correlation, positive for dark on light; 0 for a place that is not wholly in the picture.
    fn correlation(&self, frame: Frame, place: &Affine) -> f32 {
        let step = 2.0 * REACH / POINTS as f32;
        let rim = REACH - step / 2.0;
        let inside = [(-rim, -rim), (rim, -rim), (rim, rim), (-rim, rim)].iter().all(|(u, v)| {
            let [x, y] = place.map(*u, *v);
            x >= 1.0 && y >= 1.0 && x < frame.width() as f32 - 2.0 && y < frame.height() as f32 - 2.0
        });
        if !inside {
            return 0.0;
        }
        let fixed = |axis: [f32; 2], times: f32| axis.map(|pixels| (pixels * times * FIXED as f32) as i32);
        let (right, down) = (fixed(place.right, step), fixed(place.down, step));
        let mut row = fixed(place.map(-rim, -rim), 1.0);
        let (mut dot, mut sum, mut squares) = (0.0, 0, 0.0);
        for weights in self.0.chunks_exact(POINTS) {
            let [mut x, mut y] = row;
            for weight in weights {
                let grey = frame.fixed_at(x, y).unwrap_or(0);
                sum += grey;
                let grey = grey as f32;
                dot += weight * grey;
                squares += grey * grey;
                x = x.wrapping_add(right[0]);
                y = y.wrapping_add(right[1]);
            }
            row = [row[0].wrapping_add(down[0]), row[1].wrapping_add(down[1])];
        }
        let sum = sum as f32;
        let spread = squares - sum * sum / (POINTS * POINTS) as f32;
        if spread > 256.0 { -dot / spread.sqrt() } else { 0.0 }
    }

    /// The best frame near a candidate; without `soft`, the best of a few.
    pub(crate) fn fit(&self, frame: Frame, candidate: &Candidate, soft: bool) -> Option<Finder> {
        let sign = if candidate.dark { 1.0 } else { -1.0 };
        let value = |place: &Affine| self.correlation(frame, place) * sign;
        let start = |turn: f32, scale: f32| {
            let (sine, cosine) = turn.to_radians().sin_cos();
            let scale = if candidate.from_runs { scale * sine.max(cosine) } else { scale };
            let (wide, high) = (candidate.wide * scale, candidate.high * scale);
            let (right, down) = ([cosine * wide, sine * high], [-sine * wide, cosine * high]);
            Affine { x: candidate.x, y: candidate.y, right, down }
        };
        let starts = [0.0, 22.5, 45.0, 67.5].into_iter().flat_map(|turn| [0.93, 1.1].map(|scale| start(turn, scale)));
        let (mut best, mut place) = starts.map(|place| (value(&place), place)).max_by(|a, b| a.0.total_cmp(&b.0))?;
        for (round, hopeless) in HOPELESS.into_iter().enumerate().take(if soft { 4 } else { 0 }) {
            if best < hopeless {
                return None;
            }
            let step = 0.5_f32.powi(round as i32 + 1) * place.module();
            for number in 0..6 {
                for sign in [step, -step] {
                    let moved = moved(&place, number, sign);
                    let after = value(&moved);
                    if after > best {
                        (best, place) = (after, moved);
                        break;
                    }
                }
            }
        }
        let (right, down) = (place.right[0].hypot(place.right[1]), place.down[0].hypot(place.down[1]));
        let upright = place.area() > 0.35 * right * down && right < 3.0 * down && down < 3.0 * right;
        (best >= GOOD && upright).then_some(Finder { place, dark: candidate.dark, score: best })
    }

    /// The best finders of all candidates, best first, into `finders`.
    pub(crate) fn fit_all(
        &self,
        frame: Frame,
        candidates: &[Candidate],
        soft: bool,
        watch: &Watch,
        finders: &mut Vec<Finder>,
    ) {
        for candidate in candidates {
            if watch.is_over() {
                break;
            }
            // What another source has found well is not fitted again.
            let known = |finder: &Finder| {
                let module = finder.place.module();
                finder.dark == candidate.dark
                    && finder.score > KNOWN
                    && (finder.place.x - candidate.x).hypot(finder.place.y - candidate.y) < 2.0 * module
                    && (0.5..2.0).contains(&(candidate.wide / module))
            };
            if finders.iter().any(known) {
                continue;
            }
            if let Some(finder) = self.fit(frame, candidate, soft) {
                let same = |other: &Finder| {
                    let distance = (other.place.x - finder.place.x).hypot(other.place.y - finder.place.y);
                    other.dark == finder.dark && distance < 2.5 * other.place.module().max(finder.place.module())
                };
                match finders.iter_mut().find(|other| same(other)) {
                    Some(other) if other.score < finder.score => *other = finder,
                    Some(_) => {}
                    None => finders.push(finder),
                }
            }
        }
        finders.sort_unstable_by(|a, b| b.score.total_cmp(&a.score));
        finders.truncate(FINDERS_MAX);
    }
}

/// One of the six numbers changed so that the rim of the finder moves by about `step` pixels.
fn moved(place: &Affine, number: usize, step: f32) -> Affine {
    let mut moved = *place;
    let slant = step / 4.0;
    match number {
        0 => moved.x += step,
        1 => moved.y += step,
        2 => moved.right[0] += slant,
        3 => moved.right[1] += slant,
        4 => moved.down[0] += slant,
        _ => moved.down[1] += slant,
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Drawing, never};

    #[test]
    fn a_turned_finder_is_placed_within_a_tenth_of_a_module() {
        let drawn = Drawing { module: 6.3, turn: 17.0, ..Drawing::of("VARCO") }.draw();
        for finder in drawn.finders() {
            let candidate = Candidate {
                x: finder[0] + 2.5,
                y: finder[1] - 2.0,
                wide: 5.8,
                high: 5.8,
                from_runs: false,
                dark: true,
                score: 1.0,
            };
            let mut found = Vec::new();
            Template::new().fit_all(drawn.frame(), &[candidate], true, &never(), &mut found);
            let place = found.first().expect("fitted").place;
            let miss = (place.x - finder[0]).hypot(place.y - finder[1]);
            assert!(miss < 0.63, "{miss} pixels from the finder at {finder:?}");
            assert!((place.module() - 6.3).abs() < 0.25, "module of {} pixels", place.module());
        }
    }
}
