// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Grey at every half module, from a module outside the symbol to a module beyond it: what the later steps see of a picture.
//!
//! Each value is the mean of four samples an eighth of a module around its point.

use crate::frame::Frame;
use crate::plane::{Affine, Plane};
use crate::symbol::SIDE_MAX;

/// Points on a side of the largest lattice.
pub(crate) const POINTS_MAX: usize = 2 * SIDE_MAX + 5;

pub(crate) struct Lattice {
    /// Points on a side: 2 side + 5.
    pub(crate) points: usize,
    pub(crate) grey: Vec<f32>,
}

impl Default for Lattice {
    fn default() -> Lattice {
        Lattice { points: 0, grey: vec![0.0; POINTS_MAX * POINTS_MAX] }
    }
}

impl Lattice {
    /// Samples where `place` says that modules are; it is asked for the frame at points in modules.
    fn sample(&mut self, frame: Frame, side: usize, mut place: impl FnMut(f32, f32) -> Affine) {
        self.points = 2 * side + 5;
        for row in 0..self.points {
            for column in 0..self.points {
                let [u, v] = [column, row].map(|at| at as f32 / 2.0 - 1.0);
                let here = place(u, v);
                let [right, down] = [here.right, here.down].map(|axis| axis.map(|pixels| pixels / 8.0));
                let sum: f32 = [(1.0, 1.0), (1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0)]
                    .iter()
                    .map(|(a, b)| frame.at(here.x + a * right[0] + b * down[0], here.y + a * right[1] + b * down[1]))
                    .sum();
                self.grey[row * self.points + column] = sum / 4.0;
            }
        }
    }

    pub(crate) fn sample_plane(&mut self, frame: Frame, side: usize, plane: &Plane) {
        self.sample(frame, side, |u, v| plane.affine_at(u, v));
    }

    /// `shift` says by how many modules the plane is off at a point.
    pub(crate) fn sample_warped(
        &mut self,
        frame: Frame,
        side: usize,
        plane: &Plane,
        shift: impl Fn(f32, f32) -> [f32; 2],
    ) {
        self.sample(frame, side, |u, v| {
            let [du, dv] = shift(u, v);
            plane.affine_at(u + du, v + dv)
        });
    }

    /// Place of the centre of a module.
    #[inline]
    pub(crate) fn centre(&self, x: usize, y: usize) -> usize {
        (2 * y + 3) * self.points + 2 * x + 3
    }
}
