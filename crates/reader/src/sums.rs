// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Sums over rectangles in four look-ups each (Crow 1984, "summed-area tables"): of grey and of grey squared.
//!
//! Both wrap at 32 bits; differences are right as long as the rectangle itself stays below 2³², which 256 × 256 pixels do.

use crate::frame::Frame;

/// Longest side of a rectangle whose sum of squares fits.
pub(crate) const SIDE_MAX: usize = 256;

#[derive(Default)]
pub(crate) struct Sums {
    /// Of all pixels above and to the left; one more row and column than the picture.
    pub(crate) grey: Vec<u32>,
    pub(crate) square: Vec<u32>,
    pub(crate) width: usize,
    pub(crate) height: usize,
}

impl Sums {
    /// Entries from one row to the next.
    pub(crate) fn stride(&self) -> usize {
        self.width + 1
    }

    pub(crate) fn fill(&mut self, frame: Frame) {
        (self.width, self.height) = (frame.width(), frame.height());
        let stride = self.stride();
        for sums in [&mut self.grey, &mut self.square] {
            sums.resize(stride * (self.height + 1), 0);
            sums[..stride].fill(0);
        }
        for (y, row) in frame.pixels().chunks_exact(self.width).enumerate() {
            let (above, below) = self.grey[y * stride..(y + 2) * stride].split_at_mut(stride);
            let (above_square, below_square) = self.square[y * stride..(y + 2) * stride].split_at_mut(stride);
            let (mut sum, mut sum_square) = (0_u32, 0_u32);
            below[0] = 0;
            below_square[0] = 0;
            for (x, grey) in row.iter().enumerate() {
                let grey = u32::from(*grey);
                sum += grey;
                sum_square = sum_square.wrapping_add(grey * grey);
                below[x + 1] = above[x + 1].wrapping_add(sum);
                below_square[x + 1] = above_square[x + 1].wrapping_add(sum_square);
            }
        }
    }

    fn over(table: &[u32], stride: usize, [left, top, right, bottom]: [usize; 4]) -> u32 {
        let (above, below) = (top * stride, bottom * stride);
        table[below + right]
            .wrapping_sub(table[below + left])
            .wrapping_sub(table[above + right].wrapping_sub(table[above + left]))
    }

    /// Left, top, right and bottom (the last two not in it) of a square with `reach` pixels on each side of its centre,
    /// as far as it is in the picture.
    #[inline]
    pub(crate) fn square_around(&self, x: usize, y: usize, reach: usize) -> [usize; 4] {
        [
            x.saturating_sub(reach),
            y.saturating_sub(reach),
            (x + reach + 1).min(self.width),
            (y + reach + 1).min(self.height),
        ]
    }

    /// Sum of grey and number of pixels.
    #[inline]
    pub(crate) fn grey_in(&self, square: [usize; 4]) -> (f32, f32) {
        let area = (square[2] - square[0]) * (square[3] - square[1]);
        (Sums::over(&self.grey, self.stride(), square) as f32, area as f32)
    }

    /// Mean and variance of grey.
    #[inline]
    pub(crate) fn spread_in(&self, square: [usize; 4]) -> (f32, f32) {
        let (sum, area) = self.grey_in(square);
        let mean = sum / area.max(1.0);
        let squares = Sums::over(&self.square, self.stride(), square) as f32 / area.max(1.0);
        (mean, (squares - mean * mean).max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_right_even_where_they_wrap() {
        // White squares add up past 2³² after 66,052 pixels.
        let pixels = vec![255; 400 * 300];
        let mut sums = Sums::default();
        sums.fill(Frame::new(&pixels, 400, 300).expect("whole"));
        let square = sums.square_around(390, 290, 128);
        assert_eq!(sums.grey_in(square), (255.0 * 138.0 * 138.0, 138.0 * 138.0));
        let (mean, variance) = sums.spread_in(sums.square_around(200, 150, 127));
        assert!((mean - 255.0).abs() < 0.01 && variance < 0.1, "mean {mean}, variance {variance}");
    }
}
