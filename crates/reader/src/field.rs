// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The field of 256 elements that QR codes count in: polynomials over two values, modulo x⁸ + x⁴ + x³ + x² + 1.

const MODULUS: u16 = 0x11d;

/// Powers of 2, written twice so that a sum of two exponents needs no modulo.
const POWERS: [u8; 512] = powers();
/// Exponent of each element but 0.
const LOGS: [u8; 256] = logs();

const fn powers() -> [u8; 512] {
    let mut table = [0; 512];
    let mut value = 1_u16;
    let mut at = 0;
    while at < 510 {
        table[at] = value as u8;
        value <<= 1;
        if value & 0x100 != 0 {
            value ^= MODULUS;
        }
        at += 1;
    }
    table
}

const fn logs() -> [u8; 256] {
    let mut table = [0; 256];
    let mut at = 0;
    while at < 255 {
        table[POWERS[at] as usize] = at as u8;
        at += 1;
    }
    table
}

/// Product of two elements.
#[inline]
pub(crate) fn times(a: u8, b: u8) -> u8 {
    if a == 0 || b == 0 { 0 } else { POWERS[usize::from(LOGS[usize::from(a)]) + usize::from(LOGS[usize::from(b)])] }
}

/// `a` over `b`; 0 where `b` is 0, which callers exclude.
#[inline]
pub(crate) fn over(a: u8, b: u8) -> u8 {
    if a == 0 || b == 0 {
        0
    } else {
        POWERS[usize::from(LOGS[usize::from(a)]) + 255 - usize::from(LOGS[usize::from(b)])]
    }
}

/// 2 to the power of `exponent`.
#[inline]
pub(crate) fn power(exponent: usize) -> u8 {
    POWERS[exponent % 255]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dividing_undoes_multiplying() {
        for a in 0..=255 {
            for b in 1..=255 {
                assert_eq!(over(times(a, b), b), a, "{a} times {b} over {b}");
            }
        }
    }
}
