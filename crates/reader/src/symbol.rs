// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What a code of versions 1 to 10 looks like before anything is known of its text (ISO/IEC 18004, clauses 6 and 7).
//!
//! About a fifth of its modules are the same in every code of a version. They are what the later steps hold on to: they
//! rank a guessed grid, teach the equaliser, and lead the warp.

/// Highest version that is read.
pub(crate) const VERSION_MAX: usize = 10;
/// Modules on a side of the largest symbol.
pub(crate) const SIDE_MAX: usize = 17 + 4 * VERSION_MAX;

const CODEWORDS: [usize; VERSION_MAX] = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346];
/// Rows and columns of alignment patterns.
const ALIGNMENT: [&[usize]; VERSION_MAX] =
    [&[], &[6, 18], &[6, 22], &[6, 26], &[6, 30], &[6, 34], &[6, 22, 38], &[6, 24, 42], &[6, 26, 46], &[6, 28, 50]];
/// Check bytes in a block and number of blocks, for levels L, M, Q, H.
const BLOCKS: [[(usize, usize); 4]; VERSION_MAX] = [
    [(7, 1), (10, 1), (13, 1), (17, 1)],
    [(10, 1), (16, 1), (22, 1), (28, 1)],
    [(15, 1), (26, 1), (18, 2), (22, 2)],
    [(20, 1), (18, 2), (26, 2), (16, 4)],
    [(26, 1), (24, 2), (18, 4), (22, 4)],
    [(18, 2), (16, 4), (24, 4), (28, 4)],
    [(20, 2), (18, 4), (18, 6), (26, 5)],
    [(24, 2), (22, 4), (22, 6), (26, 6)],
    [(30, 2), (22, 5), (20, 8), (24, 8)],
    [(18, 4), (26, 5), (24, 8), (28, 8)],
];

/// How much a code has to spare, as its maker chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Level {
    /// About 7 % of a code may be wrong.
    L,
    /// About 15 %.
    M,
    /// About 25 %.
    Q,
    /// About 30 %.
    H,
}

/// How the bytes of a symbol are spread over blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Blocks {
    pub(crate) count: usize,
    /// Check bytes in each.
    pub(crate) check: usize,
    /// Data bytes of the shorter ones, which come first.
    pub(crate) data: usize,
    /// How many are one byte longer.
    pub(crate) longer: usize,
}

/// One version's known modules and the order of the others.
pub(crate) struct Symbol {
    pub(crate) version: usize,
    /// Modules on a side.
    pub(crate) side: usize,
    /// Row by row: 1 dark, -1 light, 0 not known.
    pub(crate) known: Vec<i8>,
    /// Modules that hold text or checks, in the order of their bits; places in `known`.
    pub(crate) data: Vec<u16>,
    /// Where the 15 bits of the format stand, twice, lowest bit first; places in `known`.
    pub(crate) format: [[u16; 15]; 2],
    /// Centres of known modules and of a ring of the quiet zone, in modules, with 1 for dark and -1 for light.
    pub(crate) marks: Vec<[f32; 3]>,
}

impl Symbol {
    pub(crate) fn new(version: usize) -> Symbol {
        let version = version.clamp(1, VERSION_MAX);
        let side = 17 + 4 * version;
        let mut known = vec![0; side * side];
        draw(&mut known, version, side);
        let format = format_places(side);
        let mut taken: Vec<bool> = known.iter().map(|module| *module != 0).collect();
        for place in format.iter().flatten() {
            taken[usize::from(*place)] = true;
        }
        let data = data_places(side, &taken, CODEWORDS[version - 1] * 8);
        let marks = marks(&known, side);
        Symbol { version, side, known, data, format, marks }
    }

    pub(crate) fn codewords(&self) -> usize {
        CODEWORDS[self.version - 1]
    }

    pub(crate) fn blocks(&self, level: Level) -> Blocks {
        let (check, count) = BLOCKS[self.version - 1][level as usize];
        let total = self.codewords();
        Blocks { count, check, data: total / count - check, longer: total % count }
    }
}

fn draw(known: &mut [i8], version: usize, side: usize) {
    let mut set = |x: usize, y: usize, dark: bool| known[y * side + x] = if dark { 1 } else { -1 };
    for at in 0..side {
        set(at, 6, at % 2 == 0);
        set(6, at, at % 2 == 0);
    }
    let last = side - 7;
    for (left, top) in [(0, 0), (last, 0), (0, last)] {
        for y in top.saturating_sub(1)..(top + 8).min(side) {
            for x in left.saturating_sub(1)..(left + 8).min(side) {
                let from_centre = (left + 3).abs_diff(x).max((top + 3).abs_diff(y));
                set(x, y, from_centre != 2 && from_centre != 4);
            }
        }
    }
    let rows = ALIGNMENT[version - 1];
    let far = rows.last().copied().unwrap_or(0);
    for &middle_x in rows {
        for &middle_y in rows {
            if [(6, 6), (6, far), (far, 6)].contains(&(middle_x, middle_y)) {
                continue;
            }
            for y in middle_y - 2..=middle_y + 2 {
                for x in middle_x - 2..=middle_x + 2 {
                    set(x, y, middle_x.abs_diff(x).max(middle_y.abs_diff(y)) != 1);
                }
            }
        }
    }
    if version >= 7 {
        let bits = remainder(version as u32, 12, 0x1f25);
        for bit in 0..18 {
            let (far, near) = (side - 11 + bit % 3, bit / 3);
            let dark = bits >> bit & 1 == 1;
            set(far, near, dark);
            set(near, far, dark);
        }
    }
    set(8, side - 8, true);
}

/// `value` followed by `check` bits of its remainder by `divisor`.
pub(crate) fn remainder(value: u32, check: u32, divisor: u32) -> u32 {
    let rest = (0..check).fold(value, |rest, _| (rest << 1) ^ (((rest >> (check - 1)) & 1) * divisor));
    value << check | (rest & ((1 << check) - 1))
}

fn format_places(side: usize) -> [[u16; 15]; 2] {
    let place = |x: usize, y: usize| (y * side + x) as u16;
    let near = |bit: usize| match bit {
        0..=5 => place(8, bit),
        6 => place(8, 7),
        7 => place(8, 8),
        8 => place(7, 8),
        _ => place(14 - bit, 8),
    };
    let far = |bit: usize| if bit < 8 { place(side - 1 - bit, 8) } else { place(8, side - 15 + bit) };
    [std::array::from_fn(near), std::array::from_fn(far)]
}

/// Two columns at a time from the right, up and down in turn, round the column of the timing pattern.
fn data_places(side: usize, taken: &[bool], bits: usize) -> Vec<u16> {
    let mut places = Vec::with_capacity(bits + 7);
    let mut right = side - 1;
    let mut up = true;
    loop {
        for step in 0..side {
            let y = if up { side - 1 - step } else { step };
            for x in [right, right - 1] {
                if !taken[y * side + x] {
                    places.push((y * side + x) as u16);
                }
            }
        }
        up = !up;
        if right < 3 {
            break;
        }
        right -= 2;
        if right == 6 {
            right = 5;
        }
    }
    places.truncate(bits);
    places
}

fn marks(known: &[i8], side: usize) -> Vec<[f32; 3]> {
    let mut marks = Vec::with_capacity(side * side);
    for (place, module) in known.iter().enumerate().filter(|(_, module)| **module != 0) {
        marks.push([(place % side) as f32 + 0.5, (place / side) as f32 + 0.5, f32::from(*module)]);
    }
    for at in (0..side).step_by(2) {
        let (along, end) = (at as f32 + 0.5, side as f32);
        marks.extend([[along, -0.7, -1.0], [along, end + 0.7, -1.0], [-0.7, along, -1.0], [end + 0.7, along, -1.0]]);
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use qrcode::{EcLevel, QrCode, Version};

    #[test]
    fn known_modules_are_those_of_another_maker_of_codes() {
        for version in 1..=VERSION_MAX {
            let symbol = Symbol::new(version);
            let code = QrCode::with_version(b"VARCO", Version::Normal(version as i16), EcLevel::M).expect("fits");
            let colors = code.to_colors();
            for (place, known) in symbol.known.iter().enumerate().filter(|(_, known)| **known != 0) {
                let dark = colors[place] == qrcode::Color::Dark;
                assert_eq!(*known == 1, dark, "version {version}, module {place}");
            }
            assert_eq!(symbol.data.len(), symbol.codewords() * 8, "version {version}");
            let free = symbol.known.iter().filter(|known| **known == 0).count();
            let rest = free - 30 - symbol.data.len();
            assert!(rest < 8, "version {version} leaves {rest} modules unused");
        }
    }

    #[test]
    fn blocks_hold_every_byte_of_a_symbol() {
        for version in 1..=VERSION_MAX {
            let symbol = Symbol::new(version);
            for level in [Level::L, Level::M, Level::Q, Level::H] {
                let blocks = symbol.blocks(level);
                assert_eq!(blocks.count * (blocks.data + blocks.check) + blocks.longer, symbol.codewords());
            }
        }
    }
}
