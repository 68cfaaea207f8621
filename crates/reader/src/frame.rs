// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A grey picture, borrowed; and the same made smaller when it has more pixels than a time limit allows.

const FIXED_BITS: u32 = 12;
/// Parts of a pixel in [`Frame::fixed_at`].
pub(crate) const FIXED: i32 = 1 << FIXED_BITS;

/// A grey picture, row by row from the top, one byte a pixel, 0 black.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    pixels: &'a [u8],
    width: usize,
    height: usize,
}

impl<'a> Frame<'a> {
    /// `None` unless there are width times height pixels, and at least one.
    pub fn new(pixels: &'a [u8], width: usize, height: usize) -> Option<Frame<'a>> {
        let fits = width > 0 && height > 0 && width.checked_mul(height) == Some(pixels.len());
        fits.then_some(Frame { pixels, width, height })
    }

    /// Pixels in a row.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Rows.
    pub fn height(&self) -> usize {
        self.height
    }

    /// All pixels.
    pub fn pixels(&self) -> &'a [u8] {
        self.pixels
    }

    /// Grey between pixels, by the four around it; pixel centres are whole numbers. Outside the picture, its rim.
    #[inline]
    pub(crate) fn at(&self, x: f32, y: f32) -> f32 {
        let x = x.clamp(0.0, (self.width - 1) as f32);
        let y = y.clamp(0.0, (self.height - 1) as f32);
        let (left, top) =
            ((x as i32 as usize).min(self.width.saturating_sub(2)), (y as usize).min(self.height.saturating_sub(2)));
        let (right, down) = (x - left as f32, y - top as f32);
        let start = top * self.width + left;
        match (self.pixels.get(start..start + 2), self.pixels.get(start + self.width..start + self.width + 2)) {
            (Some(&[a, b]), Some(&[c, d])) => {
                let [a, b, c, d] = [a, b, c, d].map(f32::from);
                let (upper, lower) = (a + (b - a) * right, c + (d - c) * right);
                upper + (lower - upper) * down
            }
            _ => f32::from(self.pixels[start]),
        }
    }

    /// The same for places inside the picture, in [`FIXED`]ths of a pixel, quicker; `None` outside or at the rim.
    #[inline]
    pub(crate) fn fixed_at(&self, x: i32, y: i32) -> Option<i32> {
        let start = (y >> FIXED_BITS) as usize * self.width + (x >> FIXED_BITS) as usize;
        let &[a, b] = self.pixels.get(start..start + 2)? else { return None };
        let &[c, d] = self.pixels.get(start + self.width..start + self.width + 2)? else { return None };
        let [a, b, c, d] = [a, b, c, d].map(i32::from);
        let (right, down) = (x & (FIXED - 1), y & (FIXED - 1));
        let (upper, lower) = ((a << FIXED_BITS) + (b - a) * right, (c << FIXED_BITS) + (d - c) * right);
        // Kept in 16ths of a grey.
        Some((upper + ((((lower - upper) >> 6) * down) >> 6)) >> 8)
    }

    /// The smallest whole number by which the picture must be divided to have at most `pixels_max` pixels.
    pub(crate) fn divisor(&self, pixels_max: usize) -> usize {
        (1..).find(|by| (self.width / by) * (self.height / by) <= pixels_max.max(1)).unwrap_or(1)
    }

    /// Made smaller by the mean of `by` times `by` pixels, into `into`.
    pub(crate) fn divided(&self, by: usize, into: &mut Vec<u8>) -> (usize, usize) {
        let (width, height) = (self.width / by, self.height / by);
        into.clear();
        into.resize(width * height, 0);
        if width == 0 || height == 0 {
            return (0, 0);
        }
        let area = (by * by) as u32;
        for (rows, row) in self.pixels.chunks_exact(self.width * by).zip(into.chunks_exact_mut(width)) {
            for (at, pixel) in row.iter_mut().enumerate() {
                let sum: u32 = rows
                    .chunks_exact(self.width)
                    .map(|row| row[at * by..(at + 1) * by].iter().map(|grey| u32::from(*grey)).sum::<u32>())
                    .sum();
                *pixel = ((sum + area / 2) / area) as u8;
            }
        }
        (width, height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_has_exactly_its_pixels() {
        assert!(Frame::new(&[0; 6], 3, 2).is_some());
        assert!(Frame::new(&[0; 6], 4, 2).is_none());
        assert!(Frame::new(&[], 0, 0).is_none());
        assert!(Frame::new(&[], usize::MAX, 2).is_none());
    }

    #[test]
    fn grey_between_pixels_is_between_their_greys_even_in_one_row() {
        let square = Frame::new(&[0, 100, 100, 200], 2, 2).expect("whole");
        assert_eq!(square.at(0.5, 0.5), 100.0);
        assert_eq!(square.at(-5.0, 9.0), 100.0);
        assert_eq!(Frame::new(&[7], 1, 1).expect("whole").at(3.0, f32::NAN), 7.0);
        assert_eq!(Frame::new(&[7, 9], 2, 1).expect("whole").at(0.4, 0.0), 7.0);
    }

    #[test]
    fn a_picture_divided_by_two_keeps_its_means() {
        let mut half = Vec::new();
        let size = Frame::new(&[10, 20, 7, 30, 40, 7], 3, 2).expect("whole").divided(2, &mut half);
        assert_eq!((size, half), ((1, 1), vec![25]));
    }
}
