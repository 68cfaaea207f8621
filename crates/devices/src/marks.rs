// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The nested squares in three corners of a QR code, found by themselves: they tell that a code is held up although it cannot be read.

use crate::picture::Gray8;

/// Rows between two that are looked at.
const ROW_STEP: usize = 4;

/// Smallest module that can be told from noise, in pixels; a code of smaller ones is not read by anything.
const MODULE_MIN: f32 = 1.7;

/// Most marks of one picture; print has some shapes that resemble them.
const MARKS_MAX: usize = 24;

/// A nested square: dark, light, dark in the proportions 1:1:3:1:1 across and down, or the same with light and dark exchanged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Mark {
    /// Its middle, in pixels.
    pub x: f32,
    pub y: f32,
    /// Side of one module, in pixels.
    pub module: f32,
}

/// The marks of a picture.
pub(crate) fn find_marks(picture: &Gray8) -> Vec<Mark> {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let pixels = picture.pixels();
    // More than a mark of the largest codes, less than the shade of a lamp.
    let row_half = (width / 16).max(40);
    let mut found: Vec<(Mark, usize)> = Vec::new();
    let mut row_dark = Vec::new();
    let mut column = Vec::new();
    let mut column_dark = Vec::new();
    for y in (ROW_STEP / 2..height).step_by(ROW_STEP) {
        darker_than_around(&pixels[y * width..(y + 1) * width], row_half, &mut row_dark);
        for across in nested(&row_dark) {
            let x = across.middle as usize;
            // Down the column through its middle, as far as a mark of this size can reach.
            let reach = (across.module * 12.0) as usize + 1;
            let (top, bottom) = (y.saturating_sub(reach), (y + reach).min(height));
            column.clear();
            column.extend((top..bottom).map(|y| pixels[y * width + x]));
            darker_than_around(&column, (across.module * 5.0) as usize + 1, &mut column_dark);
            let here = (y - top) as f32;
            let down = nested(&column_dark)
                .find(|down| (down.middle - here).abs() <= 1.6 * down.module && alike(down.module, across.module));
            let Some(down) = down else { continue };
            let mark =
                Mark { x: across.middle, y: top as f32 + down.middle, module: (across.module * down.module).sqrt() };
            if !is_nested_square(picture, &mark, across.module / mark.module) {
                continue;
            }
            match found.iter_mut().find(|(known, _)| known.is_at(&mark)) {
                Some((known, seen)) => {
                    *known = mark;
                    *seen += 1;
                }
                None => {
                    if found.len() < 4 * MARKS_MAX {
                        found.push((mark, 1));
                    }
                }
            }
        }
    }
    // A true core is three modules high: larger ones must be met by more than one row.
    found.retain(|(mark, seen)| *seen as f32 >= (1.2 * mark.module / ROW_STEP as f32).min(3.0));
    found.truncate(MARKS_MAX);
    found.into_iter().map(|(mark, _)| mark).collect()
}

impl Mark {
    fn is_at(&self, other: &Mark) -> bool {
        let near = 3.0 * self.module.max(other.module);
        (self.x - other.x).abs() < near && (self.y - other.y).abs() < near
    }
}

/// Whether what was met across and down is a square in a square all around, at some angle. `stretch` is its width by its height, rooted.
///
/// Data modules resemble a mark along two lines now and then, and so does noise, small and faint.
fn is_nested_square(picture: &Gray8, mark: &Mark, stretch: f32) -> bool {
    let patch = usize::from(mark.module >= 3.0);
    // The mean of a small patch, since a dim picture is a noisy one.
    let light_at = |x: f32, y: f32| {
        let (x, y) = (x.max(0.0) as usize, y.max(0.0) as usize);
        let rows = (y.saturating_sub(patch)..=y + patch).map(|y| picture.row(y as u32));
        let pixels = rows.filter_map(|row| row.get(x.saturating_sub(patch)..=x + patch)).flatten();
        let (sum, count) = pixels.fold((0u32, 0u32), |(sum, count), light| (sum + u32::from(*light), count + 1));
        if count == 0 { 128.0 } else { sum as f32 / count as f32 }
    };
    let contrast_min = match mark.module {
        ..3.0 => 60.0,
        3.0..4.0 => 20.0,
        _ => 12.0,
    };
    [-36f32, -18.0, 0.0, 18.0, 36.0].iter().any(|degrees| {
        let (sine, cosine) = degrees.to_radians().sin_cos();
        // A line across a turned square is longer than its side.
        let side = mark.module * cosine;
        let ring = |from_middle: f32| {
            RING.map(|(u, v)| {
                let (u, v) = (u * from_middle * side, v * from_middle * side);
                light_at(mark.x + (u * cosine - v * sine) * stretch, mark.y + (u * sine + v * cosine) / stretch)
            })
        };
        let (core, gap, frame) = (ring(1.0), ring(2.0), ring(3.0));
        let mean = |ring: &[f32; 8]| ring.iter().sum::<f32>() / 8.0;
        let (inside, outside) = (mean(&core), mean(&gap));
        let middle = (inside + outside) / 2.0;
        let like_inside = |light: &&f32| (**light > middle) == (inside > middle);
        let right = core.iter().filter(like_inside).count()
            + frame.iter().filter(like_inside).count()
            + gap.iter().filter(|light| !like_inside(light)).count();
        (inside - outside).abs() >= contrast_min && right >= RIGHT_MIN
    })
}

/// Corners and middles of the sides of a square.
const RING: [(f32, f32); 8] =
    [(-1.0, -1.0), (0.0, -1.0), (1.0, -1.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (-1.0, 1.0), (-1.0, 0.0)];

/// Of 24 points, so many must be as in a mark: a fold or a streak may spoil some.
const RIGHT_MIN: usize = 21;

/// At most half as large again: a mark seen from the side is narrower than high.
fn alike(a: f32, b: f32) -> bool {
    a < 1.8 * b && b < 1.8 * a
}

/// Which pixels of a line are darker than the mean of `half` pixels to each side of them.
fn darker_than_around(line: &[u8], half: usize, dark: &mut Vec<bool>) {
    dark.clear();
    let mut sum: u32 = line.iter().take(half).map(|light| u32::from(*light)).sum();
    for (at, light) in line.iter().enumerate() {
        if let Some(entering) = line.get(at + half) {
            sum += u32::from(*entering);
        }
        if at > half {
            sum -= u32::from(line[at - half - 1]);
        }
        let count = (line.len().min(at + half + 1) - at.saturating_sub(half)) as u32;
        // Some greys of difference, so that the noise of an even surface makes no runs.
        dark.push(u32::from(*light) * count + 6 * count < sum);
    }
}

struct Across {
    middle: f32,
    module: f32,
}

/// Where five runs of a line stand in the proportions 1:1:3:1:1.
fn nested(dark: &[bool]) -> impl Iterator<Item = Across> {
    let mut ends = Vec::with_capacity(64);
    ends.push(0);
    ends.extend((1..dark.len()).filter(|at| dark[*at] != dark[*at - 1]));
    ends.push(dark.len());
    let fits = |ends: &[usize]| {
        let [start, a, b, c, d, end] = *ends else { return None };
        let runs = [a - start, b - a, c - b, d - c, end - d].map(|run| run as f32);
        let module = (end - start) as f32 / 7.0;
        let fits = module >= MODULE_MIN
            && (runs[2] - 3.0 * module).abs() <= 1.2 * module
            && [0, 1, 3, 4].iter().all(|at| (runs[*at] - module).abs() <= 0.65 * module);
        fits.then_some(Across { middle: (b + c) as f32 / 2.0, module })
    };
    ends.windows(6).filter_map(fits).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three marks as in a code of 25 modules of 4 pixels, at the place (40, 20).
    fn three_marks() -> Gray8 {
        let dark = |x: i32, y: i32| {
            let ring = |left: i32, top: i32| {
                let from_middle = (x - left - 3).abs().max((y - top - 3).abs());
                from_middle == 3 || from_middle <= 1
            };
            ring(0, 0) || ring(18, 0) || ring(0, 18)
        };
        let pixels = (0..300 * 200).map(|at: i32| {
            let (x, y) = ((at % 300 - 40).div_euclid(4), (at / 300 - 20).div_euclid(4));
            if dark(x, y) { 30 } else { 220 }
        });
        Gray8::new(300, 200, pixels.collect()).unwrap()
    }

    fn places(picture: &Gray8) -> Vec<(i32, i32, i32)> {
        let round = |value: f32| value.round() as i32;
        let mut marks: Vec<_> =
            find_marks(picture).iter().map(|mark| (round(mark.y), round(mark.x), round(mark.module))).collect();
        marks.sort_unstable();
        marks
    }

    #[test]
    fn the_three_marks_of_a_code_are_found_where_they_are() {
        assert_eq!(places(&three_marks()), [(34, 54, 4), (34, 126, 4), (106, 54, 4)]);
    }

    #[test]
    fn they_are_found_on_a_dark_screen_too() {
        let light_on_dark: Vec<u8> = three_marks().pixels().iter().map(|light| 255 - light).collect();
        assert_eq!(places(&Gray8::new(300, 200, light_on_dark).unwrap()).len(), 3);
    }

    #[test]
    fn an_even_picture_stripes_and_the_smallest_pictures_have_none() {
        for picture in [
            Gray8::new(64, 48, vec![77; 64 * 48]).unwrap(),
            Gray8::new(64, 48, (0..64 * 48).map(|at| if at / 4 % 2 == 0 { 10 } else { 240 }).collect()).unwrap(),
            Gray8::new(1, 1, vec![0]).unwrap(),
            Gray8::new(1, 500, (0..500).map(|at| (at % 7 * 30) as u8).collect()).unwrap(),
            Gray8::new(500, 1, (0..500).map(|at| (at % 7 * 30) as u8).collect()).unwrap(),
        ] {
            assert_eq!(find_marks(&picture), [], "{picture:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_picture_makes_it_panic(width in 1u32..70, height in 1u32..70, seed in proptest::prelude::any::<u64>()) {
            let mut state = seed | 1;
            let pixels = (0..width * height).map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                if state >> 63 == 1 { 255 } else { 0 }
            });
            let marks = find_marks(&Gray8::new(width, height, pixels.collect()).unwrap());
            proptest::prop_assert!(marks.len() <= MARKS_MAX);
        }
    }
}
