// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A sheet that is folded or curled: how far each place of a guessed grid is off, grown from the finders outwards.
//!
//! Nodes every second module hold a displacement in modules; between them it is bilinear. A node at displacement d has the
//! value Σ (known modules 1.5 t z, others |z|) over the 5 × 5 modules around it, divided by the sum of weights: at the
//! middle of a module the picture is clearly dark or light, between two it is neither. Growing begins at the finders and
//! goes on at the surest node next to a settled one. Its prediction is the mean over settled neighbours of d + 0.6 (d - d
//! one further out); around it ±0.6 module is searched, with a penalty of 0.15 for the square of the distance. Two sweeps
//! then bring neighbours together.
//! Source: seeded region growing (Adams and Bischof 1994), used on a displacement instead of a colour.

use crate::clock::Watch;
use crate::normal::View;
use crate::plane::{Affine, Plane};
use crate::symbol::{SIDE_MAX, Symbol};

/// Modules between nodes.
const SPACING: usize = 2;
/// Nodes on a side of the largest symbol.
const NODES_MAX: usize = SIDE_MAX / SPACING + 2;
const KNOWN_WEIGHT: f32 = 1.5;
const SEARCH: f32 = 0.6;
const PENALTY: f32 = 0.15;
/// How far the change between two settled nodes is taken on to the next.
const CARRY: f32 = 0.6;
/// Value below which a node says little, and how much of its prediction is then kept.
const WEAK: f32 = 0.35;
const WEAK_KEEPS: f32 = 0.8;
/// Added to a place in the queue for each settled neighbour.
const NEIGHBOUR: f32 = 0.06;
const SWEEPS: [f32; 2] = [0.3, 0.15];
/// Nodes between two looks at the clock.
const CLOCK_EVERY: usize = 16;

#[derive(Clone, Copy)]
struct Node {
    shift: [f32; 2],
    value: f32,
    settled: bool,
    /// Has a settled neighbour and waits.
    queued: bool,
}

const EMPTY: Node = Node { shift: [0.0; 2], value: 0.0, settled: false, queued: false };

/// Displacements over one guessed grid.
pub(crate) struct Warp {
    nodes: Vec<Node>,
    /// Unsettled nodes next to settled ones.
    queue: Vec<usize>,
    /// Nodes on a side.
    count: usize,
    side: usize,
}

impl Default for Warp {
    fn default() -> Warp {
        Warp {
            nodes: vec![EMPTY; NODES_MAX * NODES_MAX],
            queue: Vec::with_capacity(NODES_MAX * NODES_MAX),
            count: 0,
            side: 0,
        }
    }
}

impl Warp {
    /// Finds the displacements for `symbol` on `plane`; false if time was up before.
    pub(crate) fn grow(&mut self, view: &View, plane: &Plane, symbol: &Symbol, watch: &Watch) -> bool {
        self.side = symbol.side;
        self.count = symbol.side / SPACING + 1;
        self.nodes[..self.count * self.count].fill(EMPTY);
        self.queue.clear();
        self.seed(view, plane, symbol);
        let mut settled = 0;
        while let Some((at, shift)) = self.surest(view, plane, symbol) {
            settled += 1;
            if settled % CLOCK_EVERY == 0 && watch.is_over() {
                return false;
            }
            let (found, value) = self.search(view, plane, symbol, at, shift, SEARCH, 2, 3);
            let keep = if value < WEAK { WEAK_KEEPS } else { 0.0 };
            let shift = [0, 1].map(|axis| found[axis] + keep * (shift[axis] - found[axis]));
            self.settle(at, shift, value);
        }
        for reach in SWEEPS {
            for at in 0..self.count * self.count {
                let Some(mean) = self.around(at) else { continue };
                let (shift, value) = self.search(view, plane, symbol, at, mean, reach, 1, 2);
                self.settle(at, shift, value);
            }
        }
        true
    }

    /// Displacement at a point in modules.
    pub(crate) fn shift_at(&self, u: f32, v: f32) -> [f32; 2] {
        let last = (self.count - 1) as f32;
        let at = |modules: f32| ((modules - 0.5) / SPACING as f32).clamp(0.0, last - 1e-3);
        let (x, y) = (at(u), at(v));
        let (left, top) = (x as usize, y as usize);
        let (right, down) = (x - left as f32, y - top as f32);
        let node = |x: usize, y: usize| self.nodes[y * self.count + x].shift;
        let [a, b, c, d] = [node(left, top), node(left + 1, top), node(left, top + 1), node(left + 1, top + 1)];
        [0, 1].map(|axis| {
            let (upper, lower) = (a[axis] + (b[axis] - a[axis]) * right, c[axis] + (d[axis] - c[axis]) * right);
            upper + (lower - upper) * down
        })
    }

    /// Nodes at finders that are where the grid says, within a module.
    fn seed(&mut self, view: &View, plane: &Plane, symbol: &Symbol) {
        let far = symbol.side as f32 - 3.5;
        for centre in [[3.5, 3.5], [far, 3.5], [3.5, far]] {
            for at in 0..self.count * self.count {
                let [u, v] = self.place(at);
                if (u - centre[0]).abs() > 1.5 || (v - centre[1]).abs() > 1.5 {
                    continue;
                }
                let (shift, value) = self.search(view, plane, symbol, at, [0.0; 2], SEARCH, 2, 3);
                if value > 0.5 {
                    self.settle(at, shift, value);
                }
            }
        }
        // With every finder covered, the middle of the grid must do.
        if self.nodes[..self.count * self.count].iter().all(|node| !node.settled) {
            let middle = self.count / 2 * self.count + self.count / 2;
            self.settle(middle, [0.0; 2], 0.0);
        }
    }

    fn settle(&mut self, at: usize, shift: [f32; 2], value: f32) {
        self.nodes[at] = Node { shift, value, settled: true, queued: true };
        for (next, _) in self.neighbours(at) {
            let node = &mut self.nodes[next];
            if !node.queued {
                node.queued = true;
                self.queue.push(next);
            }
        }
    }

    /// Centre of a node's module.
    fn place(&self, at: usize) -> [f32; 2] {
        [at % self.count, at / self.count].map(|node| (node * SPACING) as f32 + 0.5)
    }

    fn neighbours(&self, at: usize) -> impl Iterator<Item = (usize, Option<usize>)> + use<> {
        let (x, y, count) = ((at % self.count) as isize, (at / self.count) as isize, self.count as isize);
        let node =
            move |x: isize, y: isize| (x >= 0 && y >= 0 && x < count && y < count).then_some((y * count + x) as usize);
        [(1, 0), (-1, 0), (0, 1), (0, -1)]
            .into_iter()
            .filter_map(move |(dx, dy)| Some((node(x + dx, y + dy)?, node(x + 2 * dx, y + 2 * dy))))
    }

    /// The unsettled node with the best value where its settled neighbours predict it, and that prediction.
    fn surest(&mut self, view: &View, plane: &Plane, symbol: &Symbol) -> Option<(usize, [f32; 2])> {
        let mut best: Option<(f32, usize, [f32; 2])> = None;
        let nodes = &self.nodes;
        self.queue.retain(|at| !nodes[*at].settled);
        for waiting in 0..self.queue.len() {
            let at = self.queue[waiting];
            let (mut sum, mut settled) = ([0.0; 2], 0.0);
            for (next, beyond) in self.neighbours(at) {
                if !self.nodes[next].settled {
                    continue;
                }
                let shift = self.nodes[next].shift;
                let before = beyond.map(|beyond| self.nodes[beyond]).filter(|node| node.settled);
                let carried =
                    before.map_or([0.0; 2], |node| [0, 1].map(|axis| CARRY * (shift[axis] - node.shift[axis])));
                sum = [0, 1].map(|axis| sum[axis] + shift[axis] + carried[axis]);
                settled += 1.0;
            }
            if settled == 0.0 {
                continue;
            }
            let prediction = sum.map(|sum| sum / settled);
            // Kept while the neighbours stay as they are: `value` of an unsettled node is its place in the queue.
            let known = &mut self.nodes[at];
            if known.shift != prediction || known.value == 0.0 {
                known.shift = prediction;
                let [u, v] = [at % self.count, at / self.count].map(|node| (node * SPACING) as f32 + 0.5);
                let value = value(view, &plane.affine_at(u, v), symbol, [u, v], prediction);
                self.nodes[at].value = value + NEIGHBOUR * settled;
            }
            let rank = self.nodes[at].value;
            if best.is_none_or(|(best, ..)| rank > best) {
                best = Some((rank, at, prediction));
            }
        }
        best.map(|(_, at, prediction)| (at, prediction))
    }

    /// The mean of the neighbours, the surer ones counting more.
    fn around(&self, at: usize) -> Option<[f32; 2]> {
        let (mut sum, mut weight) = ([0.0; 2], 0.0);
        for node in self.neighbours(at).map(|(next, _)| self.nodes[next]).filter(|node| node.settled) {
            let sure = node.value.max(0.02);
            sum = [0, 1].map(|axis| sum[axis] + sure * node.shift[axis]);
            weight += sure;
        }
        (weight > 0.0).then(|| sum.map(|sum| sum / weight))
    }

    /// The best displacement within `reach` of `from`: `steps` to each side, then one around the best at half the distance.
    #[expect(clippy::too_many_arguments, reason = "the picture, the grid, the node, and where and how finely to look")]
    fn search(
        &self,
        view: &View,
        plane: &Plane,
        symbol: &Symbol,
        at: usize,
        from: [f32; 2],
        reach: f32,
        mut steps: i32,
        rounds: usize,
    ) -> ([f32; 2], f32) {
        let place = self.place(at);
        let frame = plane.affine_at(place[0], place[1]);
        let mut best = (f32::NEG_INFINITY, from, 0.0);
        let (mut centre, mut step) = (from, reach / steps as f32);
        for _ in 0..rounds {
            for row in -steps..=steps {
                for column in -steps..=steps {
                    let shift = [centre[0] + column as f32 * step, centre[1] + row as f32 * step];
                    let value = value(view, &frame, symbol, place, shift);
                    let off = (shift[0] - from[0]).powi(2) + (shift[1] - from[1]).powi(2);
                    if value - PENALTY * off > best.0 {
                        best = (value - PENALTY * off, shift, value);
                    }
                }
            }
            (centre, step, steps) = (best.1, step / 2.0, 1);
        }
        (best.1, best.2)
    }
}

/// How clearly the 5 × 5 modules around a node are dark or light, known ones as they should be.
fn value(view: &View, frame: &Affine, symbol: &Symbol, place: [f32; 2], shift: [f32; 2]) -> f32 {
    let (mut sum, mut weights) = (0.0, 0.0_f32);
    let [column, row] = place.map(|at| at as isize);
    for dy in -2..=2 {
        for dx in -2..=2 {
            let (x, y) = (column + dx, row + dy);
            if x < 0 || y < 0 || x >= symbol.side as isize || y >= symbol.side as isize {
                continue;
            }
            let [px, py] = frame.map(dx as f32 + shift[0], dy as f32 + shift[1]);
            let z = view.near(px, py);
            match symbol.known[y as usize * symbol.side + x as usize] {
                0 => {
                    sum += z.abs();
                    weights += 1.0;
                }
                module => {
                    sum += KNOWN_WEIGHT * f32::from(module) * z;
                    weights += KNOWN_WEIGHT;
                }
            }
        }
    }
    sum / weights.max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normal::Normal;
    use crate::sums::Sums;
    use crate::testing::Drawing;

    /// Bent round a cylinder: columns move by up to 1.5 modules in the middle, which no plane explains.
    #[test]
    fn a_curled_sheet_is_followed_module_by_module() {
        let mut drawn = Drawing { module: 6.0, version: 5, margin: 8.0, ..Drawing::of("VARCO") }.draw();
        let flat = drawn.pixels.clone();
        let width = drawn.width;
        let bend = |x: f32| 9.0 * (std::f32::consts::PI * x / width as f32).sin();
        for at in 0..width * width {
            let from = ((at % width) as f32 + bend((at % width) as f32)).round() as usize;
            drawn.pixels[at] = flat[at / width * width + from.min(width - 1)];
        }
        let symbol = Symbol::new(5);
        let plane = Plane::through(&drawn.corners(), symbol.side).expect("seen from the front");
        let (mut sums, mut normal, mut warp) = (Sums::default(), Normal::default(), Warp::default());
        sums.fill(drawn.frame());
        normal.start(drawn.frame());
        let view = normal.under(drawn.frame(), &sums, &plane, symbol.side, 6.0, true);
        assert!(warp.grow(&view, &plane, &symbol, &crate::testing::never()));
        let wrong = |warped: bool| {
            let off = |at: &usize| {
                let [u, v] = [at % symbol.side, at / symbol.side].map(|at| at as f32 + 0.5);
                let [du, dv] = if warped { warp.shift_at(u, v) } else { [0.0; 2] };
                let [x, y] = plane.map(u + du, v + dv);
                drawn.modules[*at] != (view.at(x, y) > 0.0)
            };
            (0..symbol.side * symbol.side).filter(off).count()
        };
        assert!(wrong(false) > 200 && wrong(true) < 30, "{} modules were wrong, now {}", wrong(false), wrong(true));
    }
}
