// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! From modules to pixels: (0, 0) is the outer corner of the finder at the top left.

/// A finder's own frame: modules from its centre to pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Affine {
    pub(crate) x: f32,
    pub(crate) y: f32,
    /// Pixels to the right and down for a module to the right.
    pub(crate) right: [f32; 2],
    /// Pixels to the right and down for a module down.
    pub(crate) down: [f32; 2],
}

impl Affine {
    #[inline]
    pub(crate) fn map(&self, u: f32, v: f32) -> [f32; 2] {
        [self.x + u * self.right[0] + v * self.down[0], self.y + u * self.right[1] + v * self.down[1]]
    }

    /// Pixels that a module covers.
    pub(crate) fn area(&self) -> f32 {
        self.right[0] * self.down[1] - self.right[1] * self.down[0]
    }

    /// Side of a module in pixels.
    pub(crate) fn module(&self) -> f32 {
        self.area().abs().sqrt()
    }

    /// A quarter turn: what was down is to the right.
    pub(crate) fn turned(&self) -> Affine {
        Affine { right: self.down, down: [-self.right[0], -self.right[1]], ..*self }
    }
}

/// A plane seen in perspective.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Plane {
    x: [f32; 3],
    y: [f32; 3],
    depth: [f32; 3],
}

/// A point in modules, where it is in pixels, and how much to trust that.
pub(crate) type Match = ([f32; 2], [f32; 2], f32);

impl Plane {
    #[inline]
    pub(crate) fn map(&self, u: f32, v: f32) -> [f32; 2] {
        let along = |row: &[f32; 3]| row[0] * u + row[1] * v + row[2];
        let depth = 1.0 / along(&self.depth);
        [along(&self.x) * depth, along(&self.y) * depth]
    }

    /// The frame at a point: how pixels change with modules there.
    pub(crate) fn affine_at(&self, u: f32, v: f32) -> Affine {
        let depth = 1.0 / (self.depth[0] * u + self.depth[1] * v + self.depth[2]);
        let [x, y] = self.map(u, v);
        let slope = |row: &[f32; 3], value: f32, axis: usize| (row[axis] - value * self.depth[axis]) * depth;
        Affine {
            x,
            y,
            right: [slope(&self.x, x, 0), slope(&self.y, y, 0)],
            down: [slope(&self.x, x, 1), slope(&self.y, y, 1)],
        }
    }

    /// Corners of a symbol of `side` modules, clockwise from its top left.
    pub(crate) fn corners(&self, side: usize) -> [[f32; 2]; 4] {
        let side = side as f32;
        [self.map(0.0, 0.0), self.map(side, 0.0), self.map(side, side), self.map(0.0, side)]
    }

    /// The plane through four corners, clockwise from the top left (Heckbert 1989, "Fundamentals of texture mapping", 2.2).
    /// `None` if three are in a line or the square is not seen from its front.
    pub(crate) fn through(corners: &[[f32; 2]; 4], side: usize) -> Option<Plane> {
        let [a, b, c, d] = corners.map(|corner| corner.map(f64::from));
        let cross =
            |p: [f64; 2], q: [f64; 2], r: [f64; 2]| (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
        if [cross(a, b, c), cross(b, c, d), cross(c, d, a), cross(d, a, b)]
            .iter()
            .any(|turn| turn.is_nan() || *turn < 1.0)
        {
            return None;
        }
        let (e, f) = ([b[0] - c[0], b[1] - c[1]], [d[0] - c[0], d[1] - c[1]]);
        let g = [a[0] - b[0] + c[0] - d[0], a[1] - b[1] + c[1] - d[1]];
        let determinant = e[0] * f[1] - e[1] * f[0];
        let (p, q) = ((g[0] * f[1] - g[1] * f[0]) / determinant, (e[0] * g[1] - e[1] * g[0]) / determinant);
        let side = side as f64;
        let row = |axis: usize| {
            let right = (b[axis] - a[axis] + p * b[axis]) / side;
            let down = (d[axis] - a[axis] + q * d[axis]) / side;
            [right as f32, down as f32, a[axis] as f32]
        };
        Some(Plane { x: row(0), y: row(1), depth: [(p / side) as f32, (q / side) as f32, 1.0] })
    }

    /// The plane that fits weighted matches best by least squares. `ridge` pulls it towards one without perspective.
    pub(crate) fn fitted(matches: &[Match], ridge: f64) -> Option<Plane> {
        // Both sides are brought to about ±1 so that the ridge means the same for every size.
        let weight: f64 = matches.iter().map(|(_, _, weight)| f64::from(*weight)).sum();
        let mean = |value: &dyn Fn(&Match) -> f32| {
            matches.iter().map(|found| f64::from(value(found)) * f64::from(found.2)).sum::<f64>() / weight
        };
        let (u, v) = (mean(&|found| found.0[0]), mean(&|found| found.0[1]));
        let (x, y) = (mean(&|found| found.1[0]), mean(&|found| found.1[1]));
        let spread = |value: &dyn Fn(&Match) -> f64| {
            let squares: f64 = matches.iter().map(|found| value(found) * f64::from(found.2)).sum();
            (squares / weight).sqrt().max(1e-6)
        };
        let module_scale = spread(&|found| (f64::from(found.0[0]) - u).powi(2) + (f64::from(found.0[1]) - v).powi(2));
        let pixel_scale = spread(&|found| (f64::from(found.1[0]) - x).powi(2) + (f64::from(found.1[1]) - y).powi(2));
        let mut normal = [[0.0_f64; 9]; 8];
        for (module, pixel, weight) in matches {
            let (s, t) = ((f64::from(module[0]) - u) / module_scale, (f64::from(module[1]) - v) / module_scale);
            for (axis, origin) in [x, y].into_iter().enumerate() {
                let value = (f64::from(pixel[axis]) - origin) / pixel_scale;
                let mut row = [0.0; 9];
                row[3 * axis..3 * axis + 3].copy_from_slice(&[s, t, 1.0]);
                row[6] = -value * s;
                row[7] = -value * t;
                row[8] = value;
                for at in 0..8 {
                    for (sum, term) in normal[at].iter_mut().zip(&row) {
                        *sum += f64::from(*weight) * row[at] * term;
                    }
                }
            }
        }
        normal[6][6] += ridge;
        normal[7][7] += ridge;
        let h = solved(normal)?;
        // Undo the scaling: M = pixels · H · modules.
        let undo = |row: [f64; 3]| {
            let (right, down) = (row[0] / module_scale, row[1] / module_scale);
            [right, down, row[2] - right * u - down * v]
        };
        let depth = undo([h[6], h[7], 1.0]);
        let to_pixels = |row: [f64; 3], origin: f64| {
            let row = undo(row);
            std::array::from_fn(|at| (row[at] * pixel_scale + depth[at] * origin) / depth[2])
        };
        let plane: [[f64; 3]; 3] =
            [to_pixels([h[0], h[1], h[2]], x), to_pixels([h[3], h[4], h[5]], y), depth.map(|term| term / depth[2])];
        let [x, y, depth] = plane.map(|row| row.map(|term| term as f32));
        [x, y, depth].iter().flatten().all(|term| term.is_finite()).then_some(Plane { x, y, depth })
    }
}

/// Gauss with the largest pivot; the last column is the right side.
fn solved(mut rows: [[f64; 9]; 8]) -> Option<[f64; 8]> {
    for at in 0..8 {
        let pivot = (at..8).max_by(|a, b| rows[*a][at].abs().total_cmp(&rows[*b][at].abs()))?;
        rows.swap(at, pivot);
        if rows[at][at].abs() < 1e-9 {
            return None;
        }
        let lead = rows[at];
        for (below, row) in rows.iter_mut().enumerate() {
            let factor = row[at] / lead[at];
            if below != at && factor != 0.0 {
                row.iter_mut().zip(&lead).for_each(|(term, lead)| *term -= factor * lead);
            }
        }
    }
    Some(std::array::from_fn(|at| rows[at][8] / rows[at][at]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CORNERS: [[f32; 2]; 4] = [[100.0, 80.0], [300.0, 120.0], [280.0, 330.0], [90.0, 260.0]];

    fn near(a: [f32; 2], b: [f32; 2]) -> bool {
        (a[0] - b[0]).abs() < 0.01 && (a[1] - b[1]).abs() < 0.01
    }

    #[test]
    fn a_plane_goes_through_its_corners() {
        let plane = Plane::through(&CORNERS, 45).expect("seen from the front");
        assert!(plane.corners(45).iter().zip(CORNERS).all(|(a, b)| near(*a, b)));
        let mirrored = [CORNERS[1], CORNERS[0], CORNERS[3], CORNERS[2]];
        assert_eq!(Plane::through(&mirrored, 45), None);
    }

    #[test]
    fn a_fitted_plane_is_the_one_that_the_matches_come_from() {
        let plane = Plane::through(&CORNERS, 45).expect("seen from the front");
        let points = [[3.5, 3.5], [41.5, 3.5], [3.5, 41.5], [38.0, 38.0], [20.0, 9.0]];
        let matches: Vec<Match> = points.iter().map(|[u, v]| ([*u, *v], plane.map(*u, *v), 1.0)).collect();
        let fitted = Plane::fitted(&matches, 0.0).expect("enough points");
        assert!(fitted.corners(45).iter().zip(CORNERS).all(|(a, b)| near(*a, b)), "{:?}", fitted.corners(45));
        let local = fitted.affine_at(20.0, 20.0);
        assert!((local.map(0.01, 0.0)[0] - fitted.map(20.01, 20.0)[0]).abs() < 1e-3);
    }

    #[test]
    fn points_in_a_line_give_no_plane() {
        let matches: Vec<Match> = (0..6).map(|at| ([at as f32, 0.0], [at as f32, at as f32], 1.0)).collect();
        assert_eq!(Plane::fitted(&matches, 0.0), None);
    }
}
