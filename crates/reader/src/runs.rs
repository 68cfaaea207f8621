// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Finder candidates from runs of dark and light: 1 : 1 : 3 : 1 : 1 along a row, and the same down the column through its
//! middle. Any straight line through the middle of a finder shows this ratio, however it is turned or squeezed.
//!
//! Dark is what is darker over 3 × 3 pixels than over 49 × 49 around, of which there is one for each 8 × 4 pixels. Every second row is searched; runs may be off by 65 %
//! of a module, the middle one by 1.1 modules. Quick, and right for most codes; blur and noise break the runs, and then
//! `boxes` sees more.

use crate::boxes::Candidate;
use crate::frame::Frame;
use crate::sums::Sums;

const POINT: usize = 1;
const AROUND: usize = 24;
/// Neighbouring pixels that are held against the same surroundings.
const SHARED: usize = 8;
const SHARED_ROWS: usize = 4;
const ROW_STEP: usize = 2;
/// Off by this much of a module: an outer run, the middle run.
const OUTER_OFF: f32 = 0.65;
const MIDDLE_OFF: f32 = 1.1;
/// Shortest pattern, in pixels.
const LENGTH_MIN: f32 = 10.0;
pub(crate) const CANDIDATES_MAX: usize = 30;
/// Patterns that are remembered before they are ranked.
const SEEN_MAX: usize = 400;

/// A place with all rows that went through it.
#[derive(Clone, Copy)]
struct Seen {
    x: f32,
    y: f32,
    wide: f32,
    high: f32,
    dark: bool,
    rows: f32,
}

/// Working memory.
#[derive(Default)]
pub(crate) struct Runs {
    /// All pixels, true for dark.
    dark: Vec<bool>,
    /// Grey of the surroundings, times the pixels of a point.
    levels: Vec<i32>,
    seen: Vec<Seen>,
}

impl Runs {
    /// The best candidates, best first, into `found`.
    pub(crate) fn find(&mut self, frame: Frame, sums: &Sums, found: &mut Vec<Candidate>) {
        found.clear();
        self.seen.clear();
        let (width, height) = (frame.width(), frame.height());
        self.dark.resize(width * height, false);
        for (y, row) in self.dark.chunks_exact_mut(width).enumerate() {
            if y % SHARED_ROWS == 0 {
                find_levels(&mut self.levels, sums, y);
            }
            fill_row(row, sums, &self.levels, y);
        }
        for y in (POINT..height.saturating_sub(POINT)).step_by(ROW_STEP) {
            self.search_row(frame.width(), y);
        }
        // A finder that many rows go through, compared with its size, is the likelier one.
        let share =
            |seen: &Seen| (seen.rows * ROW_STEP as f32 / (3.0 * seen.high)).min(1.0) + 0.02 * seen.rows.min(20.0);
        self.seen.sort_unstable_by(|a, b| share(b).total_cmp(&share(a)));
        found.extend(self.seen.iter().take(CANDIDATES_MAX).map(|seen| Candidate {
            x: seen.x,
            y: seen.y,
            wide: seen.wide,
            high: seen.high,
            from_runs: true,
            dark: seen.dark,
            score: share(seen),
        }));
    }

    fn search_row(&mut self, width: usize, y: usize) {
        // Where the last six runs began, the newest last.
        let mut starts = [0_usize; 6];
        let mut at = 0;
        while at < width {
            let row = &self.dark[y * width..][..width];
            let dark = row[at];
            let run = row[at..].iter().position(|pixel| *pixel != dark).unwrap_or(width - at);
            starts.rotate_left(1);
            starts[5] = at;
            at += run;
            // Between the six borders are five runs; the first has the other colour than the run that begins here.
            if let Some((middle, module)) = ratio(&starts) {
                self.check_column(width, middle, y, module, !dark);
            }
        }
    }

    fn check_column(&mut self, width: usize, middle: f32, y: usize, module: f32, dark: bool) {
        let x = (middle.round().max(0.0) as usize).min(width - 1);
        let height = self.dark.len() / width;
        let limit = (14.0 * module) as usize + 4;
        let colour = |y: usize| self.dark[y * width + x] == dark;
        if !colour(y) {
            return;
        }
        // Lengths from this row outwards: the rest of the core, the light ring, the dark ring.
        let walk = |down: bool| -> Option<[usize; 3]> {
            let mut lengths = [0; 3];
            let mut here = y;
            for (part, length) in lengths.iter_mut().enumerate() {
                let wanted = part != 1;
                loop {
                    let next = if down { here + 1 } else { here.wrapping_sub(1) };
                    if next >= height {
                        return (part == 2).then_some(lengths);
                    }
                    if colour(next) != wanted {
                        break;
                    }
                    here = next;
                    *length += 1;
                    if *length > limit {
                        return None;
                    }
                }
                // The pixel of the next colour is the first of its run.
                if part < 2 {
                    here = if down { here + 1 } else { here - 1 };
                }
            }
            lengths[1] += 1;
            lengths[2] += 1;
            Some(lengths)
        };
        let (Some(up), Some(down)) = (walk(false), walk(true)) else { return };
        let core = (up[0] + down[0] + 1) as f32;
        let high = (core + (up[1] + up[2] + down[1] + down[2]) as f32) / 7.0;
        let outer = [up[1], up[2], down[1], down[2]].iter().all(|run| (*run as f32 - high).abs() <= OUTER_OFF * high);
        if !outer || (core - 3.0 * high).abs() > MIDDLE_OFF * high || high > 4.0 * module || module > 4.0 * high {
            return;
        }
        let centre = y as f32 + (down[0] as f32 - up[0] as f32) / 2.0;
        let same = |seen: &&mut Seen| {
            seen.dark == dark && (seen.x - middle).abs() < 1.5 * module && (seen.y - centre).abs() < 1.5 * high
        };
        let room = self.seen.len() < SEEN_MAX;
        match self.seen.iter_mut().find(same) {
            Some(seen) => {
                let mix = |old: &mut f32, new: f32| *old += (new - *old) / (seen.rows + 1.0);
                mix(&mut seen.x, middle);
                mix(&mut seen.y, centre);
                mix(&mut seen.wide, module);
                mix(&mut seen.high, high);
                seen.rows += 1.0;
            }
            None if room => {
                self.seen.push(Seen { x: middle, y: centre, wide: module, high, dark, rows: 1.0 });
            }
            None => {}
        }
    }
}

fn find_levels(levels: &mut Vec<i32>, sums: &Sums, y: usize) {
    let y = (y + SHARED_ROWS / 2).min(sums.height - 1);
    let pixels = ((2 * POINT + 1) * (2 * POINT + 1)) as f32;
    levels.clear();
    levels.extend((0..sums.width).step_by(SHARED).map(|start| {
        let middle = (start + SHARED / 2).min(sums.width - 1);
        let (around, area) = sums.grey_in(sums.square_around(middle, y, AROUND));
        (around * pixels / area) as i32
    }));
}

fn fill_row(row: &mut [bool], sums: &Sums, levels: &[i32], y: usize) {
    let width = row.len();
    if width <= 2 * AROUND || y < POINT || y + POINT >= sums.height {
        for (x, dark) in row.iter_mut().enumerate() {
            *dark = is_dark(sums, x, y);
        }
        return;
    }
    let stride = sums.stride();
    let count = width - 2 * POINT;
    let wide = 2 * POINT + 1;
    let line = |row: usize, start: usize| &sums.grey[row * stride + start..][..count];
    let [a, b, c, d] = [line(y - POINT, 0), line(y - POINT, wide), line(y + POINT + 1, 0), line(y + POINT + 1, wide)];
    for (level, start) in levels.iter().zip((0..count).step_by(SHARED)) {
        let end = (start + SHARED).min(count);
        let corners = a[start..end].iter().zip(&b[start..end]).zip(&c[start..end]).zip(&d[start..end]);
        for (dark, (((a, b), c), d)) in row[start + POINT..end + POINT].iter_mut().zip(corners) {
            *dark = (d.wrapping_sub(*c).wrapping_sub(b.wrapping_sub(*a)) as i32) < *level;
        }
    }
    for x in [0, width - 1] {
        row[x] = is_dark(sums, x, y);
    }
}

#[inline]
fn is_dark(sums: &Sums, x: usize, y: usize) -> bool {
    let (point, own) = sums.grey_in(sums.square_around(x, y, POINT));
    let (around, area) = sums.grey_in(sums.square_around(x, y, AROUND));
    point * area < around * own
}

/// Middle and module of five runs between six borders, if they are 1 : 1 : 3 : 1 : 1.
fn ratio(starts: &[usize; 6]) -> Option<(f32, f32)> {
    let length = (starts[5] - starts[0]) as f32;
    if length < LENGTH_MIN {
        return None;
    }
    let module = length / 7.0;
    let run = |at: usize| (starts[at + 1] - starts[at]) as f32;
    let outer = [0, 1, 3, 4].iter().all(|at| (run(*at) - module).abs() <= OUTER_OFF * module);
    (outer && (run(2) - 3.0 * module).abs() <= MIDDLE_OFF * module)
        .then(|| ((starts[2] + starts[3]) as f32 / 2.0 - 0.5, module))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Drawing;

    #[test]
    fn finders_are_candidates_however_they_are_turned() {
        for (turn, dark) in [(0.0, true), (20.0, false), (45.0, true), (70.0, true)] {
            let drawn = Drawing { module: 5.0, turn, dark, ..Drawing::of("VARCO") }.draw();
            let (mut sums, mut found) = (Sums::default(), Vec::new());
            sums.fill(drawn.frame());
            Runs::default().find(drawn.frame(), &sums, &mut found);
            for finder in drawn.finders() {
                let near = |candidate: &Candidate| {
                    candidate.dark == dark && (candidate.x - finder[0]).hypot(candidate.y - finder[1]) < 3.0
                };
                assert!(found.iter().any(near), "turned by {turn}, finder at {finder:?}: {found:?}");
            }
        }
    }
}
