// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! zxing-cpp with the settings that read best. It is C++: run it in a child process (see `worker`).

use zxingcpp::{Barcode, BarcodeError, BarcodeFormat, BarcodeReader, Binarizer, ImageFormat, ImageView, PointI};

use crate::picture::Gray8;
use crate::reading::{CODES_MAX, CodeKind, Corner, Corners, Decoded, Look, Reading, TEXT_BYTES_MAX, Unreadable};
use crate::threshold::{halved, thresholded};

// Kinds besides QR that people hold to a camera. Codabar and ITF are left out: their checks are so weak that print is read as a code.
const OTHER_MATRIX: [BarcodeFormat; 3] = [BarcodeFormat::Aztec, BarcodeFormat::DataMatrix, BarcodeFormat::PDF417];
const OTHER_LINEAR: [BarcodeFormat; 3] = [BarcodeFormat::Code39, BarcodeFormat::Code128, BarcodeFormat::EANUPC];

/// zxing-cpp refused the picture; it has no such answer for a picture in bounds.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("zxing-cpp: {0}")]
pub(crate) struct Refused(String);

/// The settings, made once.
pub(crate) struct Zxing {
    /// The picture as it is.
    receipts: BarcodeReader,
    /// What is black and white already.
    black_and_white: BarcodeReader,
    /// Black and white by one threshold for the whole picture.
    one_threshold: BarcodeReader,
    /// Other kinds, held to the middle of the picture: quick enough for a frame of a camera.
    others: [BarcodeReader; 2],
    /// Other kinds, wherever they are: for a picture that there is time for.
    others_anywhere: BarcodeReader,
}

/// Pixels to each side that make up a point, and its surroundings, when [`Zxing::look_again`] makes black and white.
const POINT: usize = 1;
const SURROUNDINGS: usize = 12;

impl Zxing {
    pub(crate) fn new() -> Zxing {
        let receipts = || {
            zxingcpp::read()
                .formats(BarcodeFormat::QRCode)
                .try_harder(true)
                .try_rotate(true)
                .try_downscale(true)
                // Without it the codes of phones in dark mode are not read at all.
                .try_invert(true)
        };
        let others = || {
            // Kinds other than QR hardly ever are light on dark, and trying costs as much again.
            zxingcpp::read().try_rotate(true).try_downscale(true).try_invert(false).try_harder(false)
        };
        Zxing {
            receipts: receipts().return_errors(true),
            black_and_white: receipts().binarizer(Binarizer::FixedThreshold),
            one_threshold: receipts().binarizer(Binarizer::GlobalHistogram),
            others: [others().formats(OTHER_MATRIX), others().formats(OTHER_LINEAR)],
            others_anywhere: others().formats([OTHER_MATRIX, OTHER_LINEAR].concat()).try_harder(true),
        }
    }

    pub(crate) fn read(&self, picture: &Gray8, look: Look) -> Result<Reading, Refused> {
        let mut reading = Reading::default();
        self.receipts.look_at(picture, 1, &mut reading)?;
        // A frame searched for other kinds has no time left for this; the frames around it have.
        if reading.decoded.is_empty() && look != Look::Anything {
            self.look_again(picture, &mut reading)?;
        }
        if reading.decoded.is_empty() {
            let others = match look {
                Look::Receipts => &[],
                Look::Anything => &self.others[..],
                Look::Everywhere => std::slice::from_ref(&self.others_anywhere),
            };
            for reader in others {
                reader.look_at(picture, 1, &mut reading)?;
            }
        }
        Ok(reading)
    }

    /// What zxing-cpp misses in the picture as it is, it often reads in one of these, the quickest first.
    fn look_again(&self, picture: &Gray8, reading: &mut Reading) -> Result<(), Refused> {
        if let Some(half) = halved(picture) {
            self.one_threshold.look_at(&half, 2, reading)?;
            if reading.decoded.is_empty() {
                self.black_and_white.look_at(&thresholded(&half, POINT, SURROUNDINGS), 2, reading)?;
            }
        }
        if reading.decoded.is_empty() {
            self.black_and_white.look_at(&thresholded(picture, POINT, SURROUNDINGS), 1, reading)?;
        }
        Ok(())
    }
}

trait LookAt {
    /// `scale` is by how much the picture has been made smaller.
    fn look_at(&self, picture: &Gray8, scale: i32, into: &mut Reading) -> Result<(), Refused>;
}

impl LookAt for BarcodeReader {
    fn look_at(&self, picture: &Gray8, scale: i32, into: &mut Reading) -> Result<(), Refused> {
        let refused = |error: zxingcpp::Error| Refused(error.to_string());
        let view = ImageView::from_slice(picture.pixels(), picture.width(), picture.height(), ImageFormat::Lum)
            .map_err(refused)?;
        for code in self.from(view).map_err(refused)? {
            let (kind, corners) = (kind_of(code.symbology()), corners_of(&code, scale));
            if matches!(code.error(), BarcodeError::None()) {
                let mut text = code.bytes();
                let cut = text.len() > TEXT_BYTES_MAX;
                text.truncate(TEXT_BYTES_MAX);
                into.decoded.push(Decoded { text, cut, kind, corners });
            } else {
                into.unreadable.push(Unreadable { kind, corners });
            }
        }
        into.decoded.truncate(CODES_MAX);
        into.unreadable.truncate(CODES_MAX);
        Ok(())
    }
}

// The symbology, never the format: the crate turns a format that its enum lacks (Code 39 Standard) into undefined behaviour.
fn kind_of(symbology: BarcodeFormat) -> CodeKind {
    match symbology {
        BarcodeFormat::QRCode => CodeKind::Qr,
        BarcodeFormat::Aztec => CodeKind::Aztec,
        BarcodeFormat::DataMatrix => CodeKind::DataMatrix,
        BarcodeFormat::PDF417 => CodeKind::Pdf417,
        BarcodeFormat::Code39 => CodeKind::Code39,
        BarcodeFormat::Code128 => CodeKind::Code128,
        BarcodeFormat::EANUPC => CodeKind::Ean,
        _ => CodeKind::Other,
    }
}

fn corners_of(code: &Barcode, scale: i32) -> Corners {
    let place = code.position();
    let corner = |point: PointI| Corner { x: point.x.saturating_mul(scale), y: point.y.saturating_mul(scale) };
    [place.top_left, place.top_right, place.bottom_right, place.bottom_left].map(corner)
}
