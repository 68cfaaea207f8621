// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Black and white by the light around each pixel: what helps where zxing-cpp's own threshold, made of blocks of 8 pixels, does not
//! (streaks of a worn printer, noise, dim screens, the edge of a reflection).

use crate::picture::Gray8;

/// Largest half side of a square: products of two squares' sums then fit in 32 bits.
const HALF_MAX: usize = 31;

/// Black (0) where the square of `fine` pixels to each side is darker on average than the square of `coarse` pixels to each side,
/// white (255) elsewhere. Squares are cut at the edges of the picture; neither number may be more than 31.
pub(crate) fn thresholded(picture: &Gray8, fine: usize, coarse: usize) -> Gray8 {
    let mut near = Squares::new(picture, fine);
    let mut around = Squares::new(picture, coarse);
    let mut pixels = vec![0; picture.pixels().len()];
    for row in pixels.chunks_exact_mut(picture.width() as usize) {
        near.next_row();
        around.next_row();
        let (near_rows, around_rows) = (near.rows, around.rows);
        let near = near.sums.iter().zip(&near.widths);
        let around = around.sums.iter().zip(&around.widths);
        for ((pixel, (near_sum, near_width)), (around_sum, around_width)) in row.iter_mut().zip(near).zip(around) {
            // Means compared without dividing.
            let darker = near_sum * around_width * around_rows < around_sum * near_width * near_rows;
            *pixel = if darker { 0 } else { 255 };
        }
    }
    picture.with_pixels(pixels)
}

/// Half as wide and high, each pixel the mean of four; nothing if a side is a single pixel.
pub(crate) fn halved(picture: &Gray8) -> Option<Gray8> {
    let width = picture.width() as usize;
    let pairs = picture.pixels().chunks_exact(2 * width);
    let pixels = pairs.flat_map(|rows| {
        let (upper, lower) = rows.split_at(width);
        upper.chunks_exact(2).zip(lower.chunks_exact(2)).map(|(upper, lower)| {
            let sum: u16 = [upper[0], upper[1], lower[0], lower[1]].map(u16::from).iter().sum();
            ((sum + 2) / 4) as u8 // a mean of bytes
        })
    });
    Gray8::new(picture.width() / 2, picture.height() / 2, pixels.collect()).ok()
}

/// Sums over the square around each pixel of one row, row by row.
struct Squares<'a> {
    picture: &'a Gray8,
    half: usize,
    /// Of the row that comes next.
    y: usize,
    /// For each column, the sum over the rows of the square.
    columns: Vec<u32>,
    /// The sum of all columns to the left.
    left: Vec<u32>,
    /// For each pixel, the sum over its square and the square's width; and the number of rows.
    sums: Vec<u32>,
    widths: Vec<u32>,
    rows: u32,
}

impl<'a> Squares<'a> {
    fn new(picture: &'a Gray8, half: usize) -> Squares<'a> {
        let half = half.min(HALF_MAX);
        let width = picture.width() as usize;
        let columns_of = |x: usize| (width.min(x + half + 1) - x.saturating_sub(half)) as u32;
        let mut squares = Squares {
            picture,
            half,
            y: 0,
            columns: vec![0; width],
            left: vec![0; width + 1],
            sums: vec![0; width],
            widths: (0..width).map(columns_of).collect(),
            rows: 0,
        };
        (0..half).for_each(|y| squares.enter(y));
        squares
    }

    fn enter(&mut self, y: usize) {
        let row = self.picture.row(y as u32);
        if !row.is_empty() {
            self.rows += 1;
        }
        for (column, light) in self.columns.iter_mut().zip(row) {
            *column += u32::from(*light);
        }
    }

    fn leave(&mut self, y: usize) {
        self.rows -= 1;
        for (column, light) in self.columns.iter_mut().zip(self.picture.row(y as u32)) {
            *column -= u32::from(*light);
        }
    }

    fn next_row(&mut self) {
        self.enter(self.y + self.half);
        if self.y > self.half {
            self.leave(self.y - self.half - 1);
        }
        self.y += 1;
        let mut sum = 0;
        for (left, column) in self.left[1..].iter_mut().zip(&self.columns) {
            sum += column;
            *left = sum;
        }
        let (width, half) = (self.columns.len(), self.half);
        // Where the square is whole its two ends run along side by side, which the compiler makes fast; the edges are few.
        let whole = half.min(width)..width.saturating_sub(half).max(half.min(width));
        for x in (0..whole.start).chain(whole.end..width) {
            self.sums[x] = self.left[width.min(x + half + 1)] - self.left[x.saturating_sub(half)];
        }
        let ends = self.left.get(2 * half + 1..).unwrap_or(&[]);
        for ((sum, end), start) in self.sums[whole].iter_mut().zip(ends).zip(&self.left) {
            *sum = end - start;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The same, slowly.
    fn by_definition(picture: &Gray8, fine: usize, coarse: usize) -> Vec<u8> {
        let (width, height) = (picture.width() as usize, picture.height() as usize);
        let sum_and_count = |x: usize, y: usize, half: usize| {
            let mut sum_and_count = (0u64, 0u64);
            for y in y.saturating_sub(half)..height.min(y + half + 1) {
                for x in x.saturating_sub(half)..width.min(x + half + 1) {
                    sum_and_count.0 += u64::from(picture.row(y as u32)[x]);
                    sum_and_count.1 += 1;
                }
            }
            sum_and_count
        };
        let pixel = |at: usize| {
            let (near, near_count) = sum_and_count(at % width, at / width, fine);
            let (around, around_count) = sum_and_count(at % width, at / width, coarse);
            if near * around_count < around * near_count { 0 } else { 255 }
        };
        (0..width * height).map(pixel).collect()
    }

    proptest! {
        #[test]
        fn each_pixel_is_compared_with_what_is_around_it(
            width in 1u32..50, height in 1u32..50, fine in 0usize..4, coarse in 4usize..32, seed in any::<u32>(),
        ) {
            let mut state = seed;
            let pixels = (0..width * height).map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 24) as u8
            });
            let picture = Gray8::new(width, height, pixels.collect()).unwrap();
            let made = thresholded(&picture, fine, coarse);
            prop_assert_eq!(made.pixels(), by_definition(&picture, fine, coarse));
        }
    }

    #[test]
    fn an_even_picture_is_white_at_the_bounds_of_light_and_size() {
        let white = Gray8::new(100, 70, vec![255; 7000]).unwrap();
        assert_eq!(thresholded(&white, 31, 31), white);
        let black = Gray8::new(1, 1, vec![0]).unwrap();
        assert_eq!(thresholded(&black, 1, 99).pixels(), [255]);
    }

    #[test]
    fn halving_takes_the_mean_of_four_and_drops_an_odd_edge() {
        let picture = Gray8::new(5, 3, vec![0, 10, 20, 30, 9, 20, 30, 40, 51, 9, 9, 9, 9, 9, 9]).unwrap();
        assert_eq!(halved(&picture), Gray8::new(2, 1, vec![15, 35]).ok());
        assert_eq!(halved(&Gray8::new(9, 1, vec![0; 9]).unwrap()), None);
    }
}
