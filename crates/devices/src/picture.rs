// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Grey pictures in memory: made from camera frames or from picture files, bounded in size.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

/// Longest side of a picture, in pixels.
pub const SIDE_MAX: u32 = 8192;

/// Most memory that decoding one picture file may take, in bytes: the largest picture in RGBA, and some room.
const DECODE_BYTES_MAX: u64 = 288 << 20;

/// A grey picture, row by row from the top left, one byte a pixel (0 black, 255 white).
#[derive(Clone, PartialEq, Eq)]
pub struct Gray8 {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

// A picture of a person's paper or phone is not for logs.
impl std::fmt::Debug for Gray8 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Gray8({} x {})", self.width, self.height)
    }
}

/// Why something is not a picture that we read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// Neither PGM (P2, P5), PNG nor JPEG, judged by the first bytes.
    #[error("not a PGM, PNG or JPEG picture")]
    UnknownKind,
    /// A side is zero or longer than [`SIDE_MAX`].
    #[error("a picture of {width} x {height} pixels; each side must have 1 to {SIDE_MAX}")]
    BadSize {
        /// Claimed width in pixels.
        width: u32,
        /// Claimed height in pixels.
        height: u32,
    },
    /// Decoding would take more memory than we give to one picture.
    #[error("the picture would take too much memory to decode")]
    TooMuchMemory,
    /// The number of pixels is not width times height.
    #[error("{found} pixels where {expected} were announced")]
    PixelsMissing {
        /// Width times height.
        expected: usize,
        /// Pixels that are there.
        found: usize,
    },
    /// The file is cut or broken.
    #[error("the picture is broken: {0}")]
    Broken(String),
}

/// A turn clockwise, for a camera that is mounted on its side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rotation {
    /// As it is.
    #[default]
    None,
    /// A quarter turn clockwise.
    Quarter,
    /// Upside down.
    Half,
    /// A quarter turn counter-clockwise.
    ThreeQuarters,
}

impl Rotation {
    /// The turn of 0, 90, 180 or 270 degrees clockwise; nothing for any other number.
    pub fn from_degrees(degrees: u32) -> Option<Rotation> {
        match degrees {
            0 => Some(Rotation::None),
            90 => Some(Rotation::Quarter),
            180 => Some(Rotation::Half),
            270 => Some(Rotation::ThreeQuarters),
            _ => None,
        }
    }
}

impl Gray8 {
    /// A picture from its pixels; refused if a side is out of bounds or the number of pixels does not fit.
    pub fn new(width: u32, height: u32, pixels: Vec<u8>) -> Result<Gray8, PictureError> {
        let expected = checked_area(width, height)?;
        if pixels.len() != expected {
            return Err(PictureError::PixelsMissing { expected, found: pixels.len() });
        }
        Ok(Gray8 { width, height, pixels })
    }

    /// Width in pixels, 1 to [`SIDE_MAX`].
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Height in pixels, 1 to [`SIDE_MAX`].
    pub fn height(&self) -> u32 {
        self.height
    }

    /// The pixels, row by row.
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// A picture of the same size from pixels that were made from this one's; cut or filled with black if they are not as many.
    pub(crate) fn with_pixels(&self, mut pixels: Vec<u8>) -> Gray8 {
        pixels.resize(self.pixels.len(), 0);
        Gray8 { width: self.width, height: self.height, pixels }
    }

    /// Gives the pixels back, to fill them again.
    pub fn into_pixels(self) -> Vec<u8> {
        self.pixels
    }

    /// One row of pixels; empty below the picture.
    pub fn row(&self, y: u32) -> &[u8] {
        let width = self.width as usize;
        self.pixels.chunks_exact(width).nth(y as usize).unwrap_or(&[])
    }

    /// The picture turned clockwise.
    #[must_use]
    pub fn rotated(self, rotation: Rotation) -> Gray8 {
        let (width, height) = (self.width as usize, self.height as usize);
        let pixels = &self.pixels;
        match rotation {
            Rotation::None => self,
            Rotation::Half => {
                let mut pixels = self.pixels;
                pixels.reverse();
                Gray8 { pixels, ..self }
            }
            Rotation::Quarter => Gray8 {
                width: self.height,
                height: self.width,
                pixels: (0..width).flat_map(|x| (0..height).rev().map(move |y| pixels[y * width + x])).collect(),
            },
            Rotation::ThreeQuarters => Gray8 {
                width: self.height,
                height: self.width,
                pixels: (0..width).rev().flat_map(|x| (0..height).map(move |y| pixels[y * width + x])).collect(),
            },
        }
    }
}

/// Width times height, if both sides are in bounds.
pub(crate) fn checked_area(width: u32, height: u32) -> Result<usize, PictureError> {
    let side = 1..=SIDE_MAX;
    if side.contains(&width) && side.contains(&height) {
        // At most 2^26, so it fits in every usize that we build for.
        Ok(width as usize * height as usize)
    } else {
        Err(PictureError::BadSize { width, height })
    }
}

/// A picture file (PGM P2 or P5, PNG, JPEG) as grey. Colour is weighted as the eye does; what is transparent is seen on white paper.
///
/// The size in the header is checked before anything of that size is allocated.
pub fn load_picture(bytes: &[u8]) -> Result<Gray8, PictureError> {
    let format = kind_of(bytes).ok_or(PictureError::UnknownKind)?;
    let mut limits = Limits::no_limits();
    limits.max_image_width = Some(SIDE_MAX);
    limits.max_image_height = Some(SIDE_MAX);
    limits.max_alloc = Some(DECODE_BYTES_MAX);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(|error| explain(&error))?;
    let (width, height) = decoder.dimensions();
    checked_area(width, height)?;
    if decoder.total_bytes() > DECODE_BYTES_MAX {
        return Err(PictureError::TooMuchMemory);
    }
    let picture = DynamicImage::from_decoder(decoder).map_err(|error| explain(&error))?;
    Gray8::new(width, height, to_grey(picture))
}

fn kind_of(bytes: &[u8]) -> Option<ImageFormat> {
    if bytes.starts_with(b"P5") || bytes.starts_with(b"P2") {
        Some(ImageFormat::Pnm)
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some(ImageFormat::Png)
    } else if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        Some(ImageFormat::Jpeg)
    } else {
        None
    }
}

fn to_grey(picture: DynamicImage) -> Vec<u8> {
    if !picture.color().has_alpha() {
        return picture.into_luma8().into_raw();
    }
    // Codes are often saved as black modules on nothing: without the paper they would be black on black.
    let on_white = |[light, opacity]: [u8; 2]| {
        let (light, opacity) = (u32::from(light), u32::from(opacity));
        // At most 255, since both weights sum to 255.
        ((light * opacity + 255 * (255 - opacity) + 127) / 255) as u8
    };
    picture.into_luma_alpha8().pixels().map(|pixel| on_white(pixel.0)).collect()
}

fn explain(error: &image::ImageError) -> PictureError {
    match error {
        image::ImageError::Limits(limit) => match limit.kind() {
            image::error::LimitErrorKind::DimensionError => {
                PictureError::Broken(format!("a side is longer than {SIDE_MAX} pixels"))
            }
            _ => PictureError::TooMuchMemory,
        },
        other => PictureError::Broken(other.to_string()),
    }
}

#[cfg(test)]
mod tests;
