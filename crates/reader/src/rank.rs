// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! How well a guessed grid sits: the mean of t z over the modules that are known, t = 1 for dark and -1 for light; and its
//! four corners moved until it sits best. A covered finder lowers the value but does not break it, since z is clipped.

use crate::normal::View;
use crate::plane::Plane;
use crate::symbol::Symbol;

/// What a corner that has moved by a module must gain: where nothing is known, as at the bottom right of version 1, noise
/// would move it.
const INERTIA: f32 = 0.015;
/// Steps of a corner, in modules.
const STEPS: [f32; 3] = [0.5, 0.25, 0.12];

/// Mean agreement, at most 1.4.
pub(crate) fn agreement(view: &View, plane: &Plane, symbol: &Symbol) -> f32 {
    let sum: f32 = symbol
        .marks
        .iter()
        .map(|[u, v, t]| {
            let [x, y] = plane.map(*u, *v);
            t * view.at(x, y)
        })
        .sum();
    sum / symbol.marks.len() as f32
}

/// A plane that sits at least as well, and how well.
pub(crate) fn refined(view: &View, plane: &Plane, symbol: &Symbol, module: f32) -> (Plane, f32) {
    let start = plane.corners(symbol.side);
    let mut corners = start;
    let (mut best_plane, mut best) = (*plane, agreement(view, plane, symbol));
    let mut best_inert = best;
    let inertia = |corners: &[[f32; 2]; 4]| {
        let moved = corners.iter().flatten().zip(start.iter().flatten()).map(|(now, before)| (now - before).powi(2));
        INERTIA * moved.sum::<f32>() / (module * module)
    };
    for step in STEPS.map(|step| step * module) {
        for corner in 0..4 {
            for axis in 0..2 {
                for by in [step, -step] {
                    let mut moved = corners;
                    moved[corner][axis] += by;
                    let Some(plane) = Plane::through(&moved, symbol.side) else { continue };
                    let value = agreement(view, &plane, symbol);
                    let inert = value - inertia(&moved);
                    if inert > best_inert {
                        (best, best_inert, best_plane, corners) = (value, inert, plane, moved);
                        break;
                    }
                }
            }
        }
    }
    (best_plane, best)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normal::Normal;
    use crate::sums::Sums;
    use crate::testing::Drawing;

    #[test]
    fn a_grid_that_is_off_in_a_corner_is_brought_back() {
        let drawn = Drawing { module: 6.0, ..Drawing::of("VARCO") }.draw();
        let symbol = Symbol::new(drawn.version);
        let (mut sums, mut normal) = (Sums::default(), Normal::default());
        sums.fill(drawn.frame());
        normal.start(drawn.frame());
        let mut corners = drawn.corners();
        corners[2] = [corners[2][0] + 7.0, corners[2][1] - 6.0];
        let off = Plane::through(&corners, symbol.side).expect("seen from the front");
        let right = Plane::through(&drawn.corners(), symbol.side).expect("seen from the front");
        let view = normal.under(drawn.frame(), &sums, &off, symbol.side, 6.0, true);
        let (before, best) = (agreement(&view, &off, &symbol), agreement(&view, &right, &symbol));
        let (_, after) = refined(&view, &off, &symbol, 6.0);
        assert!(before < 0.93 * best && after > 0.97 * best, "{before} became {after}, the best is {best}");
    }
}
