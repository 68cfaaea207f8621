// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The symbol of a receipt: text to modules, modules to a picture. It knows no sheet and no typesetter, so whoever
//! only wants to read a receipt back pays for nothing else.

use std::fmt::Write as _;

use qrcode::bits::Bits;
use qrcode::{Color, EcLevel, QrCode, Version};

/// Modules along one side of every symbol of ours: QR version 7.
pub const QR_MODULES: usize = 45;
/// Light modules that must stay free on each side of the symbol (ISO/IEC 18004).
pub const QR_QUIET_MODULES: usize = 4;
/// The longest text that version 7, level M, holds as one alphanumeric segment, in characters.
pub const QR_TEXT_MAX: usize = 178;
/// The largest module that [`qr_gray`] draws, in pixels.
pub const QR_MODULE_PIXELS_MAX: u32 = 64;

/// Why a text did not become a symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum QrError {
    /// There is nothing to draw.
    #[error("the text of the code is empty")]
    Empty,
    /// The text does not fit into version 7, level M.
    #[error("the text of the code has {chars} characters, the symbol holds {QR_TEXT_MAX}")]
    TooLong {
        /// Length of the text in characters.
        chars: usize,
    },
    /// A character that a keyboard-wedge scanner would not type on every layout, or that the alphanumeric mode lacks.
    #[error("character {position} of the text of the code is not a capital letter, a digit or one of `$%*+-./: `")]
    NotAlphanumeric {
        /// Place of the first such character, counted from 1.
        position: usize,
    },
    /// A module of no pixels, or of more than [`QR_MODULE_PIXELS_MAX`].
    #[error("a module of {pixels} pixels cannot be drawn: 1 to {QR_MODULE_PIXELS_MAX}")]
    ModuleSize {
        /// The size that was asked for, in pixels.
        pixels: u32,
    },
    /// The encoder itself refused, which the checks before it should have made impossible.
    #[error("the encoder refused the text of the code")]
    Encoder,
}

/// The modules of one symbol, without its quiet zone.
#[derive(Clone, PartialEq, Eq)]
pub struct QrMatrix {
    dark: Vec<bool>,
}

impl std::fmt::Debug for QrMatrix {
    // The token opens the sealed names of a booking (D8), and the modules are the token: neither belongs in a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "QrMatrix({QR_MODULES}×{QR_MODULES})")
    }
}

impl QrMatrix {
    /// Modules along one side.
    #[must_use]
    pub fn width(&self) -> usize {
        QR_MODULES
    }

    /// Whether the module in this column and row is dark. Outside the symbol everything is light.
    #[must_use]
    pub fn is_dark(&self, column: usize, row: usize) -> bool {
        column < QR_MODULES && row < QR_MODULES && self.dark.get(row * QR_MODULES + column).copied().unwrap_or(false)
    }

    /// The rows from top to bottom, each from left to right; `true` is dark.
    pub fn rows(&self) -> impl Iterator<Item = &[bool]> {
        self.dark.chunks(QR_MODULES)
    }
}

/// The symbol of a receipt's text: one alphanumeric segment, version 7, level M.
///
/// The segment is pushed by hand, because the encoder's own choice of segments can end one version larger.
///
/// # Errors
/// [`QrError`] when the text is empty, longer than [`QR_TEXT_MAX`], or holds a character outside the mode.
pub fn qr_matrix(text: &str) -> Result<QrMatrix, QrError> {
    if text.is_empty() {
        return Err(QrError::Empty);
    }
    if let Some(index) = text.chars().position(|c| !is_alphanumeric_mode(c)) {
        return Err(QrError::NotAlphanumeric { position: index + 1 });
    }
    if text.len() > QR_TEXT_MAX {
        return Err(QrError::TooLong { chars: text.len() });
    }
    let code = encode(text).map_err(|_| QrError::Encoder)?;
    let dark: Vec<bool> = code.to_colors().into_iter().map(|color| color == Color::Dark).collect();
    if dark.len() == QR_MODULES * QR_MODULES { Ok(QrMatrix { dark }) } else { Err(QrError::Encoder) }
}

fn encode(text: &str) -> qrcode::QrResult<QrCode> {
    let mut bits = Bits::new(Version::Normal(7));
    bits.push_alphanumeric_data(text.as_bytes())?;
    bits.push_terminator(EcLevel::M)?;
    QrCode::with_bits(bits, EcLevel::M)
}

fn is_alphanumeric_mode(c: char) -> bool {
    c.is_ascii_uppercase() || c.is_ascii_digit() || " $%*+-./:".contains(c)
}

/// The symbol with its quiet zone as SVG, one unit a module, black on white.
///
/// All dark modules are one path, so that no viewer draws hairlines between neighbours.
///
/// # Errors
/// As [`qr_matrix`].
pub fn qr_svg(text: &str) -> Result<String, QrError> {
    let matrix = qr_matrix(text)?;
    let side = QR_MODULES + 2 * QR_QUIET_MODULES;
    let mut svg = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/><path fill="#000" d=""##
    );
    for (row, modules) in matrix.rows().enumerate() {
        for (column, length) in dark_runs(modules) {
            let (x, y) = (column + QR_QUIET_MODULES, row + QR_QUIET_MODULES);
            // Writing into a String cannot fail.
            let _ = write!(svg, "M{x} {y}h{length}v1h-{length}z");
        }
    }
    svg.push_str(r#""/></svg>"#);
    Ok(svg)
}

/// Start and length of each run of dark modules in a row.
fn dark_runs(modules: &[bool]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (column, _) in modules.iter().enumerate().filter(|(_, dark)| **dark) {
        match runs.last_mut() {
            Some((start, length)) if *start + *length == column => *length += 1,
            _ => runs.push((column, 1)),
        }
    }
    runs
}

/// The symbol with its quiet zone as grey bytes, row by row, with width and height in pixels: as it is printed, or
/// `inverted` as a telephone in dark mode shows it (light modules on black).
///
/// # Errors
/// As [`qr_matrix`], and [`QrError::ModuleSize`] when `module_pixels` is 0 or above [`QR_MODULE_PIXELS_MAX`].
pub fn qr_gray(text: &str, module_pixels: u32, inverted: bool) -> Result<(u32, u32, Vec<u8>), QrError> {
    if module_pixels == 0 || module_pixels > QR_MODULE_PIXELS_MAX {
        return Err(QrError::ModuleSize { pixels: module_pixels });
    }
    let matrix = qr_matrix(text)?;
    let step = module_pixels as usize;
    let side = (QR_MODULES + 2 * QR_QUIET_MODULES) * step;
    let (dark, light) = if inverted { (255, 0) } else { (0, 255) };
    let mut gray = vec![light; side * side];
    for (y, line) in gray.chunks_mut(side).enumerate() {
        let Some(row) = (y / step).checked_sub(QR_QUIET_MODULES) else { continue };
        for (x, pixel) in line.iter_mut().enumerate() {
            if (x / step).checked_sub(QR_QUIET_MODULES).is_some_and(|column| matrix.is_dark(column, row)) {
                *pixel = dark;
            }
        }
    }
    let side = module_pixels * (QR_MODULES + 2 * QR_QUIET_MODULES) as u32;
    Ok((side, side, gray))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(chars: usize) -> String {
        "VR1ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".chars().cycle().take(chars).collect()
    }

    #[test]
    fn a_text_of_177_or_178_characters_stays_in_version_7() {
        for chars in [1, 177, 178] {
            let matrix = qr_matrix(&token(chars)).expect("fits");
            assert_eq!((matrix.width(), matrix.rows().count()), (45, 45), "{chars} characters grew the symbol");
        }
    }

    #[test]
    fn what_does_not_fit_or_cannot_be_typed_is_refused_by_name() {
        assert_eq!(qr_matrix(""), Err(QrError::Empty));
        assert_eq!(qr_matrix(&token(179)), Err(QrError::TooLong { chars: 179 }));
        assert_eq!(qr_matrix("VR1a"), Err(QrError::NotAlphanumeric { position: 4 }));
        assert_eq!(qr_matrix("VÈ1"), Err(QrError::NotAlphanumeric { position: 2 }));
        assert_eq!(qr_matrix("VR1\n"), Err(QrError::NotAlphanumeric { position: 4 }));
        assert_eq!(qr_gray("VR1", 0, false), Err(QrError::ModuleSize { pixels: 0 }));
        assert_eq!(qr_gray("VR1", 65, false), Err(QrError::ModuleSize { pixels: 65 }));
    }

    #[test]
    fn the_three_finders_are_where_a_reader_looks_for_them() {
        let matrix = qr_matrix(&token(177)).expect("fits");
        for (column, row) in [(0, 0), (38, 0), (0, 38)] {
            for step in 0..7 {
                assert!(matrix.is_dark(column + step, row) && matrix.is_dark(column, row + step));
            }
            assert!(!matrix.is_dark(column + 1, row + 1) && matrix.is_dark(column + 3, row + 3));
        }
        assert!(!matrix.is_dark(45, 0) && !matrix.is_dark(0, 45), "outside the symbol all is light");
    }

    #[test]
    fn the_grey_picture_holds_the_matrix_and_the_dark_phone_its_negative() {
        let text = token(177);
        let matrix = qr_matrix(&text).expect("fits");
        let (width, height, print) = qr_gray(&text, 3, false).expect("drawn");
        let (_, _, phone) = qr_gray(&text, 3, true).expect("drawn");
        assert_eq!((width, height, print.len()), (159, 159, 159 * 159));
        assert!(print.iter().zip(&phone).all(|(a, b)| u32::from(*a) + u32::from(*b) == 255));
        for y in 0..53_usize {
            for x in 0..53_usize {
                let inside = x >= 4 && y >= 4 && matrix.is_dark(x - 4, y - 4);
                assert_eq!(print[(y * 3 + 1) * 159 + x * 3 + 1] == 0, inside, "module {x},{y}");
            }
        }
    }

    #[test]
    fn the_svg_paints_as_many_modules_as_the_matrix_has() {
        let text = token(177);
        let svg = qr_svg(&text).expect("drawn");
        let painted: usize = svg
            .split("#000")
            .nth(1)
            .expect("a path")
            .split('h')
            .skip(1)
            .filter_map(|part| part.split('v').next()?.parse::<usize>().ok())
            .sum();
        let dark = qr_matrix(&text).expect("fits").rows().flatten().filter(|dark| **dark).count();
        assert_eq!(painted, dark);
        assert!(svg.contains(r#"viewBox="0 0 53 53""#), "the quiet zone is part of the picture");
    }

    #[test]
    fn a_matrix_in_a_log_tells_nothing() {
        assert_eq!(format!("{:?}", qr_matrix(&token(177)).expect("fits")), "QrMatrix(45×45)");
    }
}
