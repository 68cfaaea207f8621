// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What one frame shows of a code that could not be read, in numbers simple enough to be believed.

use crate::marks::{Mark, find_marks};
use crate::picture::Gray8;
use crate::reading::{CodeKind, Corner, Corners, Reading};

/// Measurements of one frame in which something like a QR code is seen but not read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Evidence {
    /// How many of its three corner marks stand free; 3 if the decoder located the whole code.
    pub marks: usize,
    /// Side of one module in pixels, for a code of a receipt's size.
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

/// Distances of two marks of one code, in modules: neighbours in version 2 to corners across in version 12.
const MARKS_APART: std::ops::Range<f32> = 16.0..85.0;

/// More than this without any pattern is no code.
const EVEN_MAX: f32 = 0.5;

/// What the frame shows; nothing if there is no sign of a QR code.
pub(crate) fn evidence(picture: &Gray8, reading: &Reading) -> Option<Evidence> {
    let marks = of_one_code(&find_marks(picture));
    let module = marks.iter().map(|mark| mark.module).fold(0.0, f32::max);
    let (outline, module, marks) = match (marks.as_slice(), located(reading)) {
        ([a, b, c], _) => (Outline::of_marks([a, b, c], module), module, 3),
        // Single nested squares are everywhere in print; two of one size at the right distance are a code.
        ([a, b], _) => (Outline::between(a, b, 3.5 * module), module, 2),
        (_, Some(corners)) => {
            let outline = Outline(corners.map(|corner| (corner.x as f32, corner.y as f32)));
            (outline, side_of(&corners) / RECEIPT_MODULES, 3)
        }
        (_, None) => return None,
    };
    let blocks = Blocks::of(picture, &outline, (4.0 * module).clamp(6.0, 200.0) as usize);
    let light = blocks.lightest_tenth()?;
    // Of a code seen at an angle by two marks only, most of what lies between them is paper.
    let (washed_out, blank) = if marks == 2 { (0.0, 0.0) } else { blocks.even_shares(light) };
    (washed_out + blank < EVEN_MAX).then_some(Evidence { marks, module, light, washed_out, blank })
}

/// The largest located code that is about square: smaller ones are often guesses within it.
fn located(reading: &Reading) -> Option<Corners> {
    let square = |corners: &Corners| {
        let sides: Vec<f32> = sides_of(corners).collect();
        let shortest = sides.iter().copied().fold(f32::MAX, f32::min);
        sides.iter().all(|side| *side < 1.7 * shortest)
    };
    let codes = reading.unreadable.iter().filter(|code| code.kind == CodeKind::Qr).map(|code| code.corners);
    codes.filter(square).max_by(|a, b| side_of(a).total_cmp(&side_of(b)))
}

/// Up to three marks that agree in size and stand at such distances as the marks of one code do.
fn of_one_code(marks: &[Mark]) -> Vec<Mark> {
    let belong = |one: &Mark, other: &Mark| {
        let module = (one.module + other.module) / 2.0;
        let apart = (one.x - other.x).hypot(one.y - other.y) / module;
        (one.module - other.module).abs() < 0.3 * module && MARKS_APART.contains(&apart)
    };
    let family = |one: &Mark| {
        let mut family = vec![*one];
        for other in marks {
            let fits = family.iter().all(|member| belong(member, other));
            if fits && (family.len() < 2 || family.len() == 2 && are_corners(&family[0], &family[1], other)) {
                family.push(*other);
            }
        }
        family
    };
    let size = |family: &Vec<Mark>| (family.len(), (family[0].module * 16.0) as u32);
    marks.iter().map(family).max_by_key(size).unwrap_or_default()
}

/// Whether three marks stand about at a right angle with legs of about one length, as far as a slanting view allows.
fn are_corners(a: &Mark, b: &Mark, c: &Mark) -> bool {
    let apart = |one: &Mark, other: &Mark| (one.x - other.x).hypot(one.y - other.y);
    let mut sides = [apart(a, b), apart(b, c), apart(c, a)];
    sides.sort_unstable_by(f32::total_cmp);
    let [short, leg, long] = sides;
    let cosine = (short * short + leg * leg - long * long) / (2.0 * short * leg);
    leg < 1.35 * short && cosine.abs() < 0.4
}

fn sides_of(corners: &Corners) -> impl Iterator<Item = f32> {
    let length = |from: Corner, to: Corner| (to.x as f32 - from.x as f32).hypot(to.y as f32 - from.y as f32);
    (0..4).map(move |at| length(corners[at], corners[(at + 1) % 4]))
}

fn side_of(corners: &Corners) -> f32 {
    sides_of(corners).sum::<f32>() / 4.0
}

/// The four corners of a code in pixels, in turn around it.
#[derive(Debug, Clone, Copy)]
struct Outline([(f32, f32); 4]);

impl Outline {
    /// From the middles of its three marks; the fourth corner is where a square would have it.
    fn of_marks(marks: [&Mark; 3], module: f32) -> Outline {
        let [a, b, c] = marks.map(|mark| (mark.x, mark.y));
        let apart = |one: (f32, f32), other: (f32, f32)| (one.0 - other.0).hypot(one.1 - other.1);
        // The longest side lies opposite the right angle.
        let (right, one, other) = [(a, b, c), (b, c, a), (c, a, b)]
            .into_iter()
            .max_by(|left, right| apart(left.1, left.2).total_cmp(&apart(right.1, right.2)))
            .unwrap_or((a, b, c));
        let fourth = (one.0 + other.0 - right.0, one.1 + other.1 - right.1);
        let middle = ((one.0 + other.0) / 2.0, (one.1 + other.1) / 2.0);
        let half = apart(one, other) / 2.0;
        // From the middles of the marks to the corners of the code: three and a half modules along both sides.
        let grown = 1.0 + 3.5 * std::f32::consts::SQRT_2 * module / half.max(1.0);
        Outline(
            [right, one, fourth, other]
                .map(|corner| (middle.0 + grown * (corner.0 - middle.0), middle.1 + grown * (corner.1 - middle.1))),
        )
    }

    /// The upright rectangle around two marks.
    fn between(a: &Mark, b: &Mark, margin: f32) -> Outline {
        let (left, right) = (a.x.min(b.x) - margin, a.x.max(b.x) + margin);
        let (top, bottom) = (a.y.min(b.y) - margin, a.y.max(b.y) + margin);
        Outline([(left, top), (right, top), (right, bottom), (left, bottom)])
    }

    /// Whether a point lies on the same side of all four sides.
    fn holds(&self, x: f32, y: f32) -> bool {
        let turns = (0..4).map(|at| {
            let ((ax, ay), (bx, by)) = (self.0[at], self.0[(at + 1) % 4]);
            (bx - ax) * (y - ay) - (by - ay) * (x - ax)
        });
        let (mut left, mut right) = (false, false);
        turns.for_each(|turn| {
            left |= turn < 0.0;
            right |= turn > 0.0;
        });
        !(left && right)
    }
}

/// The blocks of a few modules that make up a code.
struct Blocks {
    /// The darkest and the lightest pixel of each.
    ranges: Vec<(u8, u8)>,
    /// How many pixels there are of each grey.
    counts: [u32; 256],
}

impl Blocks {
    fn of(picture: &Gray8, outline: &Outline, side: usize) -> Blocks {
        let from = |least: f32| least.max(0.0) as usize;
        let xs = outline.0.map(|corner| corner.0);
        let ys = outline.0.map(|corner| corner.1);
        let least = |values: [f32; 4]| values.into_iter().fold(f32::MAX, f32::min);
        let most = |values: [f32; 4]| values.into_iter().fold(f32::MIN, f32::max);
        // A float becomes an integer within its bounds, so corners far outside do no harm.
        let right = from(most(xs)).min(picture.width() as usize);
        let bottom = from(most(ys)).min(picture.height() as usize);
        let mut blocks = Blocks { ranges: Vec::new(), counts: [0; 256] };
        for top in (from(least(ys))..bottom.saturating_sub(side)).step_by(side) {
            for left in (from(least(xs))..right.saturating_sub(side)).step_by(side) {
                if !outline.holds((left + side / 2) as f32, (top + side / 2) as f32) {
                    continue;
                }
                let (mut darkest, mut lightest) = (u8::MAX, u8::MIN);
                for y in top..top + side {
                    for light in picture.row(y as u32).get(left..left + side).unwrap_or(&[]) {
                        darkest = darkest.min(*light);
                        lightest = lightest.max(*light);
                        blocks.counts[usize::from(*light)] += 1;
                    }
                }
                blocks.ranges.push((darkest, lightest));
            }
        }
        blocks
    }

    /// A tenth of the pixels are lighter; nothing if there is no block.
    fn lightest_tenth(&self) -> Option<u8> {
        let tenth = self.counts.iter().sum::<u32>() / 10;
        let mut lighter = 0;
        let reached = self.counts.iter().enumerate().rev().find(|(_, count)| {
            lighter += **count;
            lighter > tenth
        });
        reached.map(|(light, _)| light as u8) // an index below 256
    }

    /// Shares of blocks that hold no pattern: those as light as the lightest, the others. In a code that is seen well hardly any block is so.
    fn even_shares(&self, light: u8) -> (f32, f32) {
        let even = |block: &&(u8, u8)| u32::from(block.1 - block.0) * 5 < u32::from(light);
        let (white, other): (Vec<&(u8, u8)>, Vec<_>) =
            self.ranges.iter().filter(even).partition(|block| u32::from(block.0) * 10 >= u32::from(light) * 8);
        let share = |blocks: usize| blocks as f32 / self.ranges.len().max(1) as f32;
        (share(white.len()), share(other.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: Outline = Outline([(10.0, 10.0), (50.0, 10.0), (50.0, 50.0), (10.0, 50.0)]);

    #[test]
    fn an_outline_holds_its_middle_whichever_way_round_it_is_given() {
        let [a, b, c, d] = SQUARE.0;
        for outline in [SQUARE, Outline([d, c, b, a])] {
            assert!(outline.holds(30.0, 30.0));
            assert!(!outline.holds(60.0, 30.0));
            assert!(!outline.holds(30.0, 9.0));
        }
    }

    #[test]
    fn three_marks_in_any_order_give_the_corners_of_the_code() {
        let mark = |x, y| Mark { x, y, module: 2.0 };
        let (a, b, c) = (mark(17.0, 17.0), mark(43.0, 17.0), mark(17.0, 43.0));
        for marks in [[&a, &b, &c], [&c, &a, &b], [&b, &c, &a]] {
            let mut corners = Outline::of_marks(marks, 2.0).0.map(|(x, y)| (x.round() as i32, y.round() as i32));
            corners.sort_unstable();
            assert_eq!(corners, [(10, 10), (10, 50), (50, 10), (50, 50)]);
        }
    }

    #[test]
    fn a_nested_square_within_the_code_is_not_its_third_corner() {
        let mark = |x, y| Mark { x, y, module: 6.0 };
        let (left, right, below, within) = (mark(45.0, 45.0), mark(260.0, 45.0), mark(45.0, 260.0), mark(100.0, 80.0));
        let places = |marks: &[Mark]| {
            let mut places: Vec<_> = of_one_code(marks).iter().map(|mark| (mark.x as i32, mark.y as i32)).collect();
            places.sort_unstable();
            places
        };
        assert_eq!(places(&[left, within, right]), [(45, 45), (260, 45)]);
        assert_eq!(places(&[within, left, right, below]), [(45, 45), (45, 260), (260, 45)]);
        assert_eq!(of_one_code(&[left]), [left]);
        assert_eq!(of_one_code(&[]), []);
    }

    #[test]
    fn even_blocks_are_told_apart_by_their_light() {
        let mut ranges = vec![(20, 220); 90];
        ranges.extend([(230, 240); 4]);
        ranges.extend([(120, 140); 6]);
        let blocks = Blocks { ranges, counts: [0; 256] };
        assert_eq!(blocks.even_shares(220), (0.04, 0.06));
    }

    #[test]
    fn the_lightest_tenth_begins_where_a_tenth_is_lighter() {
        let picture = Gray8::new(100, 100, (0..10_000).map(|at| (at % 100) as u8).collect()).unwrap();
        let all = Outline([(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)]);
        assert_eq!(Blocks::of(&picture, &all, 10).lightest_tenth(), Some(80));
        assert_eq!(Blocks::of(&picture, &all, 200).lightest_tenth(), None);
    }

    #[test]
    fn an_outline_outside_the_picture_or_beyond_numbers_has_no_blocks() {
        let picture = Gray8::new(40, 40, vec![0; 1600]).unwrap();
        let moved = |by: f32| Outline(SQUARE.0.map(|(x, y)| (x + by, y + by)));
        for by in [-200.0, 200.0, 1e30, -1e30, f32::NAN, f32::INFINITY] {
            assert_eq!(Blocks::of(&picture, &moved(by), 6).ranges, [], "{by}");
        }
        assert!(!Blocks::of(&picture, &SQUARE, 6).ranges.is_empty());
    }
}
