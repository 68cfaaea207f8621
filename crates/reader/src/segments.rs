// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The bits of a mended symbol become text (ISO/IEC 18004, clause 7.4).

/// Longest text in bytes: digits in version 10, level L.
pub(crate) const TEXT_MAX: usize = 660;

const ALPHABET: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// A text and whether all that follows it is filled as the standard says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Text {
    pub(crate) bytes: Vec<u8>,
    pub(crate) well_filled: bool,
}

struct Bits<'a> {
    data: &'a [u8],
    at: usize,
}

impl Bits<'_> {
    fn left(&self) -> usize {
        self.data.len() * 8 - self.at
    }

    fn take(&mut self, count: usize) -> Option<usize> {
        if self.left() < count {
            return None;
        }
        let value = (self.at..self.at + count)
            .fold(0, |value, bit| value << 1 | usize::from(self.data[bit / 8] >> (7 - bit % 8) & 1));
        self.at += count;
        Some(value)
    }
}

/// `None` if the bits are not what a maker of codes writes.
pub(crate) fn text(data: &[u8], version: usize) -> Option<Text> {
    let mut bits = Bits { data, at: 0 };
    let mut bytes = Vec::with_capacity(TEXT_MAX);
    let wide = usize::from(version >= 10);
    while bits.left() >= 4 {
        match bits.take(4)? {
            0 => break,
            1 => numbers(&mut bits, [10, 12][wide], &mut bytes)?,
            2 => letters(&mut bits, [9, 11][wide], &mut bytes)?,
            4 => {
                for _ in 0..bits.take([8, 16][wide])? {
                    bytes.push(bits.take(8)? as u8);
                }
            }
            8 => kanji(&mut bits, [8, 10][wide], &mut bytes)?,
            // One of several codes: place and parity are skipped, its own text is given.
            3 => drop(bits.take(16)?),
            // FNC1 in first place; in second place with an application's number.
            5 => {}
            9 => drop(bits.take(8)?),
            7 => character_set(&mut bits)?,
            _ => return None,
        }
        if bytes.len() > TEXT_MAX {
            return None;
        }
    }
    (!bytes.is_empty()).then(|| Text { well_filled: well_filled(&mut bits), bytes })
}

fn numbers(bits: &mut Bits, count_bits: usize, into: &mut Vec<u8>) -> Option<()> {
    let mut count = bits.take(count_bits)?;
    while count > 0 {
        let digits = count.min(3);
        let value = bits.take([0, 4, 7, 10][digits])?;
        if value >= [1, 10, 100, 1000][digits] {
            return None;
        }
        for divisor in [100, 10, 1].into_iter().skip(3 - digits) {
            into.push(b'0' + (value / divisor % 10) as u8);
        }
        count -= digits;
    }
    Some(())
}

fn letters(bits: &mut Bits, count_bits: usize, into: &mut Vec<u8>) -> Option<()> {
    let count = bits.take(count_bits)?;
    for _ in 0..count / 2 {
        let pair = bits.take(11)?;
        into.push(*ALPHABET.get(pair / 45)?);
        into.push(ALPHABET[pair % 45]);
    }
    if count % 2 == 1 {
        into.push(*ALPHABET.get(bits.take(6)?)?);
    }
    Some(())
}

/// Kept as the two bytes of Shift JIS that were written.
fn kanji(bits: &mut Bits, count_bits: usize, into: &mut Vec<u8>) -> Option<()> {
    for _ in 0..bits.take(count_bits)? {
        let value = bits.take(13)?;
        let joined = ((value / 0xc0) << 8) | (value % 0xc0);
        let sign = joined + if joined < 0x1f00 { 0x8140 } else { 0xc140 };
        into.extend([(sign >> 8) as u8, sign as u8]);
    }
    Some(())
}

/// The number of a character set, in one to three bytes. The text is given in the bytes that were written.
fn character_set(bits: &mut Bits) -> Option<()> {
    let first = bits.take(8)?;
    let more = match first {
        0..0x80 => 0,
        0x80..0xc0 => 8,
        0xc0..0xe0 => 16,
        _ => return None,
    };
    bits.take(more).map(drop)
}

/// After the end come zeros up to a whole byte and then 0xEC and 0x11 in turn. Some makers put one zero byte before them.
fn well_filled(bits: &mut Bits) -> bool {
    let rest = bits.left() % 8;
    if bits.take(rest).is_some_and(|rest| rest != 0) {
        return false;
    }
    let mut fill = &bits.data[bits.at / 8..];
    if let [0, after @ ..] = fill {
        fill = after;
    }
    fill.iter().zip([0xec, 0x11].into_iter().cycle()).all(|(byte, expected)| *byte == expected)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use qrcode::bits::Bits as Written;
    use qrcode::{EcLevel, Version};

    fn written(version: i16, write: impl FnOnce(&mut Written)) -> Vec<u8> {
        let mut bits = Written::new(Version::Normal(version));
        write(&mut bits);
        bits.push_terminator(EcLevel::L).expect("fits");
        bits.into_bytes()
    }

    #[test]
    fn each_mode_is_read_back_in_small_and_large_versions() {
        for version in [1, 5, 9, 10] {
            let data = written(version, |bits| {
                bits.push_eci_designator(26).expect("fits");
                bits.push_numeric_data(b"00740").expect("fits");
                bits.push_alphanumeric_data(b"VR1").expect("fits");
                bits.push_byte_data("è".as_bytes()).expect("fits");
                bits.push_kanji_data(b"\x93\x5f").expect("fits");
            });
            let text = text(&data, version as usize).expect("read");
            assert_eq!(text.bytes, [b"00740VR1", "è".as_bytes(), b"\x93\x5f"].concat(), "version {version}");
            assert!(text.well_filled, "version {version}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_end_in_a_text_or_in_none(data in prop::collection::vec(any::<u8>(), 0..280), version in 1_usize..=10) {
            if let Some(text) = text(&data, version) {
                prop_assert!(text.bytes.len() <= TEXT_MAX);
            }
        }

        #[test]
        fn digits_are_read_back(digits in "[0-9]{1,40}") {
            let data = written(1, |bits| bits.push_numeric_data(digits.as_bytes()).expect("fits"));
            prop_assert_eq!(text(&data, 1).expect("read").bytes, digits.into_bytes());
        }
    }
}
