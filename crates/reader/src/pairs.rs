// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Which two or three finders make a code, of which version, and the plane that this implies.
//!
//! Two finders suffice: their frames give place, turn, size and, by their difference, perspective. So a code with one
//! covered finder is still found. Every ordered pair of equal polarity is tried as top left and top right, as top left and
//! bottom left, and as top right and bottom left.

use crate::fit::Finder;
use crate::plane::{Affine, Match, Plane};
use crate::symbol::VERSION_MAX;

/// Kept of one picture, best first.
pub(crate) const GUESSES_MAX: usize = 120;
/// Distance between finders over what a version asks for.
const DISTANCE: std::ops::RangeInclusive<f32> = 0.72..=1.35;
/// How far a third finder may be from where two say it is, as a share of their distance.
const THIRD_OFF: f32 = 0.35;
/// Trust in a finder's corners and in its centre.
const CORNER: f32 = 0.4;
const CENTRE: f32 = 3.0;
/// Pull towards a plane without perspective, with two finders and with three.
const RIDGE: [f64; 2] = [0.3, 0.003];

/// A guessed grid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Guess {
    pub(crate) plane: Plane,
    pub(crate) version: usize,
    pub(crate) dark: bool,
    /// Pixels to a module.
    pub(crate) module: f32,
    /// Finders that it rests on: 2 or 3.
    pub(crate) finders: u8,
    pub(crate) score: f32,
}

/// Corners of a symbol that have a finder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Corner {
    TopLeft,
    TopRight,
    BottomLeft,
}

impl Corner {
    /// Centre of the finder in modules.
    fn centre(self, side: usize) -> [f32; 2] {
        let far = side as f32 - 3.5;
        match self {
            Corner::TopLeft => [3.5, 3.5],
            Corner::TopRight => [far, 3.5],
            Corner::BottomLeft => [3.5, far],
        }
    }
}

/// All guesses that the finders allow, best first. `two` is whether two finders are enough.
pub(crate) fn guess(finders: &[Finder], two: bool, guesses: &mut Vec<Guess>) {
    guesses.clear();
    for (at, first) in finders.iter().enumerate() {
        for (other, second) in finders.iter().enumerate() {
            let (small, large) =
                (first.place.area().min(second.place.area()), first.place.area().max(second.place.area()));
            // An area four times as large is a size twice as large.
            if at == other || first.dark != second.dark || large > 4.0 * small {
                continue;
            }
            let mut place = first.place;
            for _ in 0..4 {
                place = place.turned();
                let second_place = turned_like(&place, second.place);
                pair(finders, [at, other], [place, second_place], two, guesses);
            }
        }
        // The best finders come first, so what is cut off rests on the worst.
        if guesses.len() > 16 * GUESSES_MAX {
            break;
        }
    }
    guesses.sort_unstable_by(|a, b| b.score.total_cmp(&a.score));
    guesses.truncate(GUESSES_MAX);
}

fn pair(finders: &[Finder], ids: [usize; 2], places: [Affine; 2], two: bool, guesses: &mut Vec<Guess>) {
    let [a, b] = places;
    let mean = |p: [f32; 2], q: [f32; 2]| [(p[0] + q[0]) / 2.0, (p[1] + q[1]) / 2.0];
    let between = Affine { x: a.x, y: a.y, right: mean(a.right, b.right), down: mean(a.down, b.down) };
    let Some([u, v]) = in_modules(&between, [b.x, b.y]) else { return };
    // Distance between finders along one side, in modules.
    let (roles, distance) = if u > 0.0 && v.abs() < 0.3 * u {
        ([Corner::TopLeft, Corner::TopRight], u)
    } else if v > 0.0 && u.abs() < 0.3 * v {
        ([Corner::TopLeft, Corner::BottomLeft], v)
    } else if u < 0.0 && v > 0.0 && (0.6..1.67).contains(&(-u / v)) {
        ([Corner::TopRight, Corner::BottomLeft], (v - u) / 2.0)
    } else {
        return;
    };
    for version in 1..=VERSION_MAX {
        let side = 17 + 4 * version;
        let ratio = distance / (side as f32 - 7.0);
        if !DISTANCE.contains(&ratio) {
            continue;
        }
        let mut matches = Vec::with_capacity(15);
        add(&mut matches, roles[0], side, &a);
        add(&mut matches, roles[1], side, &b);
        let Some(plane) = Plane::fitted(&matches, RIDGE[0]) else { continue };
        let scores = finders[ids[0]].score + finders[ids[1]].score;
        // What differs much from the distance that a version asks for is the less likely one.
        let likely = scores - 0.5 * (ratio - 1.0).abs();
        let module = between.module();
        let dark = finders[ids[0]].dark;
        if two {
            guesses.push(Guess { plane, version, dark, module, finders: 2, score: likely });
        }
        let third = missing(roles);
        let expected = third.centre(side);
        let [x, y] = plane.map(expected[0], expected[1]);
        let reach = THIRD_OFF * (a.x - b.x).hypot(a.y - b.y);
        for (at, finder) in finders.iter().enumerate() {
            let place = finder.place;
            let (area, usual) = (place.area(), between.area().abs());
            let wrong = ids.contains(&at) || finder.dark != dark || area > 4.0 * usual || usual > 4.0 * area;
            // Each three of finders is met six times; once is enough.
            if wrong
                || roles[0] != Corner::TopLeft
                || roles[1] != Corner::TopRight
                || (place.x - x).hypot(place.y - y) > reach
            {
                continue;
            }
            let mut matches = matches.clone();
            add(&mut matches, third, side, &turned_like(&between, place));
            if let Some(plane) = Plane::fitted(&matches, RIDGE[1]) {
                let score = likely + finder.score;
                guesses.push(Guess { plane, version, dark, module, finders: 3, score });
            }
        }
    }
}

fn missing(roles: [Corner; 2]) -> Corner {
    [Corner::TopLeft, Corner::TopRight, Corner::BottomLeft]
        .into_iter()
        .find(|corner| !roles.contains(corner))
        .unwrap_or(Corner::TopLeft)
}

fn add(matches: &mut Vec<Match>, corner: Corner, side: usize, place: &Affine) {
    let [u, v] = corner.centre(side);
    matches.push(([u, v], [place.x, place.y], CENTRE));
    for (du, dv) in [(-3.5, -3.5), (3.5, -3.5), (3.5, 3.5), (-3.5, 3.5)] {
        matches.push(([u + du, v + dv], place.map(du, dv), CORNER));
    }
}

/// `place` turned by quarters until its axes agree best with those of `like`: a finder looks the same four ways.
fn turned_like(like: &Affine, place: Affine) -> Affine {
    let agreement = |place: &Affine| {
        place.right[0] * like.right[0]
            + place.right[1] * like.right[1]
            + place.down[0] * like.down[0]
            + place.down[1] * like.down[1]
    };
    let mut best = place;
    let mut turned = place;
    for _ in 0..3 {
        turned = turned.turned();
        if agreement(&turned) > agreement(&best) {
            best = turned;
        }
    }
    best
}

fn in_modules(frame: &Affine, pixel: [f32; 2]) -> Option<[f32; 2]> {
    let area = frame.area();
    let (x, y) = (pixel[0] - frame.x, pixel[1] - frame.y);
    let modules = [(x * frame.down[1] - y * frame.down[0]) / area, (y * frame.right[0] - x * frame.right[1]) / area];
    (area > 1.0 && modules[0].is_finite() && modules[1].is_finite()).then_some(modules)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Drawing;

    /// Two of three finders, in any order, give the plane within a module.
    #[test]
    fn any_two_finders_give_the_grid() {
        let drawn = Drawing { module: 6.0, turn: 31.0, ..Drawing::of("VARCO") }.draw();
        let (sine, cosine) = 31_f32.to_radians().sin_cos();
        let finder = |at: [f32; 2]| Finder {
            place: Affine { x: at[0], y: at[1], right: [6.0 * cosine, 6.0 * sine], down: [-6.0 * sine, 6.0 * cosine] },
            dark: true,
            score: 0.9,
        };
        let all = drawn.finders().map(finder);
        for pair in [[0, 1], [1, 0], [0, 2], [2, 0], [1, 2], [2, 1]] {
            let mut guesses = Vec::new();
            guess(&pair.map(|at| all[at]), true, &mut guesses);
            let near = |guess: &Guess| {
                guess.version == drawn.version
                    && guess
                        .plane
                        .corners(drawn.side)
                        .iter()
                        .zip(drawn.corners())
                        .all(|(a, b)| (a[0] - b[0]).hypot(a[1] - b[1]) < 3.0)
            };
            assert!(guesses.iter().any(near), "finders {pair:?} do not give the grid");
        }
        let mut guesses = Vec::new();
        guess(&all, false, &mut guesses);
        assert!(guesses.iter().all(|guess| guess.finders == 3) && !guesses.is_empty());
    }
}
