// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! From soft bits to text: codewords, the worst of them erased, mended block by block, and read.
//!
//! Generalised minimum distance (Forney 1966): a codeword is as doubtful as the sum of exp(-4 |y|) over its bits. For f =
//! 0, 1, 2, … the f most doubtful are erased; of the words that come out, the nearest one is kept (least sum of |y| over
//! bits that it changes).
//!
//! Erasing much makes any noise "mendable". So each block never has more than check - 4 erasures, and all blocks together
//! must leave enough unspent: with e errors among n bytes, f erased, c check bytes, noise is mended to some word with a
//! chance of about (n-f over e) 255ᵉ / 256ᶜ⁻ᶠ. The product over all blocks must be at most 2^-[`NOISE_BITS_MIN`].

use crate::format::{Format, masked};
use crate::reed_solomon::{BLOCK_MAX, mend};
use crate::segments;
use crate::symbol::{SIDE_MAX, Symbol};

/// Bits by which a mended symbol must be unlikely to be noise.
pub(crate) const NOISE_BITS_MIN: f32 = 28.0;
/// The same if what follows the text is not filled as the standard says.
const NOISE_BITS_BADLY_FILLED: f32 = 60.0;
/// Check bytes that are never used up by erasures.
const MARGIN: usize = 4;
/// Enough check bytes left over to look no further.
const AMPLE: usize = 6;
const CODEWORDS_MAX: usize = 346;

/// A symbol's text and what it took.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mended {
    pub(crate) text: Vec<u8>,
    /// Least share of check bytes left unspent in a block.
    pub(crate) spare: f32,
    /// Whether a block had to be mended with erasures.
    pub(crate) erased: bool,
}

#[derive(Clone, Copy)]
struct Block {
    bytes: [u8; BLOCK_MAX],
    /// Sum of |y| over changed bits.
    distance: f32,
    errors: usize,
    erasures: usize,
}

/// `None` if a block cannot be mended or the result is no text.
pub(crate) fn read(bits: &[f32], symbol: &Symbol, format: Format, erasing: bool) -> Option<Mended> {
    let mut soft = [0.0_f32; CODEWORDS_MAX * 8];
    for (into, place) in soft.iter_mut().zip(&symbol.data) {
        let place = usize::from(*place);
        let turned = masked(format.mask, place % symbol.side, place / symbol.side);
        *into = if turned { -bits[place] } else { bits[place] };
    }
    let blocks = symbol.blocks(format.level);
    let (mut spare, mut noise_bits, mut erased) = (1.0_f32, 0.0, false);
    // Data of a symbol of at most 57 modules a side fits well within this.
    let mut data = Vec::with_capacity(SIDE_MAX * SIDE_MAX / 8);
    for number in 0..blocks.count {
        let own_data = blocks.data + usize::from(number >= blocks.count - blocks.longer);
        let length = own_data + blocks.check;
        let codeword = |at: usize| {
            let in_turn = if at < blocks.data {
                at * blocks.count + number
            } else if at < own_data {
                blocks.data * blocks.count + number - (blocks.count - blocks.longer)
            } else {
                blocks.data * blocks.count + blocks.longer + (at - own_data) * blocks.count + number
            };
            let start = in_turn * 8;
            std::array::from_fn::<f32, 8, _>(|bit| soft.get(start + bit).copied().unwrap_or(0.0))
        };
        let block = nearest(length, blocks.check, erasing, codeword)?;
        let spent = 2 * block.errors + block.erasures;
        spare = spare.min(1.0 - spent as f32 / blocks.check as f32);
        noise_bits += unlikeliness(length, blocks.check, block.errors, block.erasures);
        erased |= block.erasures > 0;
        data.extend_from_slice(&block.bytes[..own_data]);
    }
    if noise_bits < NOISE_BITS_MIN {
        return None;
    }
    let text = segments::text(&data, symbol.version)?;
    (text.well_filled || noise_bits >= NOISE_BITS_BADLY_FILLED).then_some(Mended { text: text.bytes, spare, erased })
}

fn nearest(length: usize, check: usize, erasing: bool, codeword: impl Fn(usize) -> [f32; 8]) -> Option<Block> {
    let mut hard = [0_u8; BLOCK_MAX];
    let mut doubt = [(0.0_f32, 0_u8); BLOCK_MAX];
    for at in 0..length {
        let bits = codeword(at);
        hard[at] = bits.iter().fold(0, |byte, bit| byte << 1 | u8::from(*bit > 0.0));
        doubt[at] = (bits.iter().map(|bit| (-4.0 * bit.abs()).exp()).sum(), at as u8);
    }
    doubt[..length].sort_unstable_by(|a, b| b.0.total_cmp(&a.0));
    let mut order = [0_u8; BLOCK_MAX];
    order.iter_mut().zip(&doubt).for_each(|(place, (_, at))| *place = *at);

    let erasures_max = if erasing { check.saturating_sub(MARGIN) } else { 0 };
    let mut best: Option<Block> = None;
    for erasures in 0..=erasures_max {
        let mut bytes = hard;
        let Some(errors) = mend(&mut bytes[..length], check, &order[..erasures]) else { continue };
        let distance = (0..length)
            .filter(|at| bytes[*at] != hard[*at])
            .map(|at| {
                let changed = bytes[at] ^ hard[at];
                codeword(at)
                    .iter()
                    .enumerate()
                    .filter(|(bit, _)| changed >> (7 - bit) & 1 == 1)
                    .map(|(_, y)| y.abs())
                    .sum::<f32>()
            })
            .sum();
        if best.is_none_or(|best| distance < best.distance) {
            best = Some(Block { bytes, distance, errors, erasures });
        }
        if 2 * errors + erasures + AMPLE <= check {
            break;
        }
    }
    best
}

/// Bits by which it is unlikely that noise is mended with so few errors.
fn unlikeliness(length: usize, check: usize, errors: usize, erasures: usize) -> f32 {
    let free = length.saturating_sub(erasures);
    let choices: f32 = (0..errors).map(|at| (free.saturating_sub(at).max(1) as f32 / (at + 1) as f32).log2()).sum();
    8.0 * (check as f32 - erasures as f32 - errors as f32) - choices
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format;
    use crate::symbol::Level;
    use proptest::prelude::*;
    use qrcode::{Color, EcLevel, QrCode, Version};

    fn soft_bits(text: &[u8], version: usize, level: EcLevel) -> Vec<f32> {
        let code = QrCode::with_version(text, Version::Normal(version as i16), level).expect("fits");
        code.to_colors().iter().map(|color| if *color == Color::Dark { 1.0 } else { -1.0 }).collect()
    }

    #[test]
    fn every_version_and_level_is_read() {
        let levels = [(EcLevel::L, Level::L), (EcLevel::M, Level::M), (EcLevel::Q, Level::Q), (EcLevel::H, Level::H)];
        for version in 1..=10 {
            for (written, level) in levels {
                let symbol = Symbol::new(version);
                let bits = soft_bits(b"VARCO 1", version, written);
                let format = format::read(&bits, &symbol).expect("format");
                assert_eq!(format.level, level);
                let mended = read(&bits, &symbol, format, true).expect("text");
                assert_eq!(
                    (mended.text.as_slice(), mended.spare),
                    (&b"VARCO 1"[..], 1.0),
                    "version {version}, {level:?}"
                );
            }
        }
    }

    #[test]
    fn doubtful_bytes_count_half() {
        let (symbol, mut erased) = (Symbol::new(3), 0);
        let mut bits = soft_bits(b"VARCO", 3, EcLevel::M);
        // 18 of 70 codewords lost: more than the 13 that are mended when nothing says which they are.
        for place in symbol.data.chunks_exact(8).step_by(4).take(18).flatten() {
            bits[usize::from(*place)] *= if erased % 3 == 0 { -0.05 } else { 0.05 };
            erased += 1;
        }
        let format = format::read(&bits, &symbol).expect("format");
        assert_eq!(read(&bits, &symbol, format, false), None);
        assert_eq!(read(&bits, &symbol, format, true).expect("mended").text, b"VARCO");
    }

    proptest! {
        #[test]
        fn noise_is_never_a_text(bits in prop::collection::vec(-1.5_f32..1.5, SIDE_MAX * SIDE_MAX), version in 1_usize..=10) {
            let symbol = Symbol::new(version);
            if let Some(format) = format::read(&bits, &symbol) {
                prop_assert_eq!(read(&bits, &symbol, format, true), None);
            }
        }
    }
}
