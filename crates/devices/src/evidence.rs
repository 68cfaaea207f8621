// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What one frame shows of a code that could not be read, in numbers simple enough to be believed.

use crate::marks::{Mark, find_marks};
use crate::picture::Gray8;
use crate::reading::{CodeKind, Corner, Reading};

/// Measurements of one frame in which something like a QR code is seen but not read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Evidence {
    /// The decoder located the whole code.
    pub located: bool,
    /// How many of its three corner marks stand free, as far as is known.
    pub marks: usize,
    /// Side of one module in pixels; of the whole code if located.
    pub module: f32,
    /// The lightest tenth of the code begins here (0 to 255).
    pub light: u8,
    /// Share of the code that is white all over, as under a reflection.
    pub washed_out: f32,
    /// Share of the code that is even but not white, as under a finger.
    pub blank: f32,
}

/// Modules of a receipt's code from side to side: version 6 or 7.
const RECEIPT_MODULES: f32 = 43.0;

/// What the frame shows; nothing if there is no sign of a QR code.
pub(crate) fn evidence(picture: &Gray8, reading: &Reading) -> Option<Evidence> {
    let quad = reading.unreadable.iter().find(|code| code.kind == CodeKind::Qr).map(|code| code.corners);
    let marks = of_one_size(find_marks(picture));
    let (region, module) = match quad {
        Some(corners) => {
            let region = Region::around(corners.iter().map(|corner| (corner.x as f32, corner.y as f32)), 0.0)?;
            (region, side_of(&corners) / RECEIPT_MODULES)
        }
        None => {
            let module = marks.iter().map(|mark| mark.module).fold(0.0, f32::max);
            // Single nested squares are everywhere in print; two of one size are a code.
            if marks.len() < 2 {
                return None;
            }
            (Region::around(marks.iter().map(|mark| (mark.x, mark.y)), 3.5 * module)?, module)
        }
    };
    let region = region.within(picture)?;
    let (washed_out, blank) = even_blocks(picture, &region, module);
    Some(Evidence {
        located: quad.is_some(),
        marks: marks.len(),
        module,
        light: lightest_tenth(picture, &region),
        washed_out,
        blank,
    })
}

/// The marks that agree best in size: those of one code.
fn of_one_size(marks: Vec<Mark>) -> Vec<Mark> {
    let alike = |one: &Mark| {
        let fits = |other: &&Mark| other.module < 1.4 * one.module && one.module < 1.4 * other.module;
        marks.iter().filter(fits).copied().collect::<Vec<_>>()
    };
    marks.iter().map(alike).max_by_key(Vec::len).unwrap_or_default()
}

fn side_of(corners: &[Corner; 4]) -> f32 {
    let length = |from: Corner, to: Corner| ((to.x - from.x) as f32).hypot((to.y - from.y) as f32);
    (0..4).map(|at| length(corners[at], corners[(at + 1) % 4])).sum::<f32>() / 4.0
}

/// An upright rectangle in pixels, right and bottom outside.
#[derive(Debug, Clone, Copy)]
struct Region {
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

struct Pixels {
    columns: std::ops::Range<usize>,
    rows: std::ops::Range<u32>,
}

impl Region {
    fn around(points: impl Iterator<Item = (f32, f32)>, margin: f32) -> Option<Region> {
        points.map(|(x, y)| Region { left: x, top: y, right: x, bottom: y }).reduce(Region::joined).map(|all| Region {
            left: all.left - margin,
            top: all.top - margin,
            right: all.right + margin,
            bottom: all.bottom + margin,
        })
    }

    fn joined(self, other: Region) -> Region {
        Region {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// The part that lies in the picture; nothing if none does. (A float becomes an integer within its bounds.)
    fn within(self, picture: &Gray8) -> Option<Pixels> {
        let columns = self.left.max(0.0) as usize..(self.right as usize).min(picture.width() as usize);
        let rows = self.top.max(0.0) as u32..(self.bottom as u32).min(picture.height());
        (!columns.is_empty() && !rows.is_empty()).then_some(Pixels { columns, rows })
    }
}

fn lightest_tenth(picture: &Gray8, region: &Pixels) -> u8 {
    let mut counts = [0usize; 256];
    for y in region.rows.clone() {
        for light in picture.row(y).get(region.columns.clone()).unwrap_or(&[]) {
            counts[usize::from(*light)] += 1;
        }
    }
    let mut left = counts.iter().sum::<usize>() / 10;
    let reached = counts.iter().enumerate().rev().find(|(_, count)| {
        let found = **count > left;
        left = left.saturating_sub(**count);
        found
    });
    reached.map_or(0, |(light, _)| light as u8) // an index of 256
}

/// Shares of blocks of four modules that hold no pattern: the white ones, the others. In a code that is seen well hardly any block is so.
fn even_blocks(picture: &Gray8, region: &Pixels, module: f32) -> (f32, f32) {
    let side = (4.0 * module).clamp(6.0, 200.0) as usize;
    let (mut all, mut white, mut other) = (0u32, 0u32, 0u32);
    for top in region.rows.clone().step_by(side) {
        for left in region.columns.clone().step_by(side) {
            if left + side > region.columns.end || top as usize + side > region.rows.end as usize {
                continue;
            }
            let (mut darkest, mut lightest) = (u8::MAX, u8::MIN);
            for y in top..top + side as u32 {
                for light in picture.row(y).get(left..left + side).unwrap_or(&[]) {
                    darkest = darkest.min(*light);
                    lightest = lightest.max(*light);
                }
            }
            all += 1;
            if darkest >= 225 {
                white += 1;
            } else if lightest - darkest < 40 {
                other += 1;
            }
        }
    }
    let share = |count: u32| count as f32 / all.max(1) as f32;
    (share(white), share(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lightest_tenth_begins_where_a_tenth_is_lighter() {
        let picture = Gray8::new(100, 1, (0..100).collect()).unwrap();
        let all = Pixels { columns: 0..100, rows: 0..1 };
        assert_eq!(lightest_tenth(&picture, &all), 89);
        assert_eq!(lightest_tenth(&picture, &Pixels { columns: 0..1, rows: 0..1 }), 0);
    }

    #[test]
    fn a_region_outside_the_picture_is_none() {
        let picture = Gray8::new(10, 10, vec![0; 100]).unwrap();
        let at = |x: f32, y: f32| Region::around([(x, y), (x + 3.0, y + 3.0)].into_iter(), 0.0).unwrap();
        assert!(at(-9.0, 2.0).within(&picture).is_none());
        assert!(at(2.0, 11.0).within(&picture).is_none());
        assert!(at(f32::NAN, 2.0).within(&picture).is_none());
        assert!(at(8.0, 8.0).within(&picture).is_some_and(|part| part.columns == (8..10) && part.rows == (8..10)));
    }
}
