// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Level and mask, from the 15 bits that stand twice in each code: the one of the 32 words that agrees best.

use crate::symbol::{Level, Symbol, remainder};

/// Least agreement, from -1 to 1.
const AGREEMENT_MIN: f32 = 0.25;

/// How a symbol was made, and how well its format bits agree with that.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Format {
    pub(crate) level: Level,
    pub(crate) mask: u8,
    pub(crate) agreement: f32,
}

/// From soft bits, positive for dark.
pub(crate) fn read(bits: &[f32], symbol: &Symbol) -> Option<Format> {
    let soft: [f32; 15] = std::array::from_fn(|bit| {
        symbol.format.iter().map(|places| bits[usize::from(places[bit])].clamp(-1.5, 1.5)).sum()
    });
    let strength: f32 =
        symbol.format.iter().flatten().map(|place| bits[usize::from(*place)].clamp(-1.5, 1.5).abs()).sum();
    let agreement = |word: u32| {
        let sum: f32 =
            soft.iter().enumerate().map(|(bit, soft)| if word >> bit & 1 == 1 { *soft } else { -soft }).sum();
        sum / strength.max(1e-3)
    };
    let best = (0..32_u32)
        .map(|value| (value, agreement(remainder(value, 10, 0x537) ^ 0x5412)))
        .max_by(|a, b| a.1.total_cmp(&b.1))?;
    let level = [Level::M, Level::L, Level::H, Level::Q][best.0 as usize >> 3];
    (best.1 > AGREEMENT_MIN).then_some(Format { level, mask: best.0 as u8 & 7, agreement: best.1 })
}

/// Whether the mask turns this module round.
#[inline]
pub(crate) fn masked(mask: u8, x: usize, y: usize) -> bool {
    match mask {
        0 => (x + y).is_multiple_of(2),
        1 => y.is_multiple_of(2),
        2 => x.is_multiple_of(3),
        3 => (x + y).is_multiple_of(3),
        4 => (x / 3 + y / 2).is_multiple_of(2),
        5 => x * y % 2 + x * y % 3 == 0,
        6 => (x * y % 2 + x * y % 3).is_multiple_of(2),
        _ => ((x + y) % 2 + x * y % 3).is_multiple_of(2),
    }
}
