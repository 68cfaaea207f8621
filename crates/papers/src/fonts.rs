// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The fonts that travel with the program: a sheet must not look different because a machine lacks one.

use std::sync::LazyLock;

use ttf_parser::Face;

/// The font files, in the order of [`Hand`].
pub const FILES: [&[u8]; 4] = [
    include_bytes!("../assets/fonts/TitilliumWeb_400Regular.ttf"),
    include_bytes!("../assets/fonts/TitilliumWeb_600SemiBold.ttf"),
    include_bytes!("../assets/fonts/TitilliumWeb_700Bold.ttf"),
    include_bytes!("../assets/fonts/RobotoMono_500Medium.ttf"),
];

/// One of the embedded fonts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    /// Titillium Web.
    Regular,
    /// Titillium Web, half bold.
    SemiBold,
    /// Titillium Web, bold.
    Bold,
    /// Roboto Mono, for codes; it also steps in where Titillium Web has no letter (Greek, Cyrillic).
    Mono,
}

static FACES: LazyLock<Vec<Face<'static>>> =
    LazyLock::new(|| FILES.iter().filter_map(|file| Face::parse(file, 0).ok()).collect());

/// One character as a font draws it.
#[derive(Debug, Clone, Copy)]
pub struct Letter {
    /// The font that has it.
    pub hand: Hand,
    /// The number of the glyph in that font.
    pub glyph: u16,
    /// How far it moves on, as a fraction of the size.
    pub advance: f32,
}

/// The character in this font, or in the one that steps in; nothing if neither has it.
pub fn letter(hand: Hand, c: char) -> Option<Letter> {
    [hand, Hand::Mono].into_iter().find_map(|hand| {
        let face = FACES.get(hand as usize)?;
        let glyph = face.glyph_index(c)?;
        let advance = f32::from(face.glyph_hor_advance(glyph)?) / f32::from(face.units_per_em());
        Some(Letter { hand, glyph: glyph.0, advance })
    })
}

/// Whether the character can be printed at all.
pub fn can_print(c: char) -> bool {
    letter(Hand::Regular, c).is_some()
}

/// How wide a text is, as a fraction of its size.
pub fn width(hand: Hand, text: &str) -> f32 {
    text.chars().filter_map(|c| letter(hand, c)).map(|letter| letter.advance).sum()
}

/// The text in lines of at most `width_max`, as a fraction of its size, broken between words.
pub fn wrapped(hand: Hand, text: &str, width_max: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(hand, line) + width(hand, " ") + width(hand, word) <= width_max => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The text cut to `width_max` with an ellipsis where something is missing.
pub fn cut(hand: Hand, text: &str, width_max: f32) -> String {
    if width(hand, text) <= width_max {
        return text.to_owned();
    }
    let mut left = width_max - width(hand, "…");
    let kept: String = text
        .chars()
        .take_while(|c| {
            left -= letter(hand, *c).map_or(0.0, |letter| letter.advance);
            left >= 0.0
        })
        .collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_four_fonts_are_there() {
        for hand in [Hand::Regular, Hand::SemiBold, Hand::Bold, Hand::Mono] {
            assert_eq!(letter(hand, 'è').expect("a letter").hand, hand);
        }
        assert_eq!(letter(Hand::Bold, 'Ђ').expect("a letter").hand, Hand::Mono);
        assert!(!can_print('字') && !can_print('🏛'));
    }

    #[test]
    fn lines_are_as_long_as_they_may_be_and_no_longer() {
        let text = "Chi entra: segnare la casella, scrivere quante persone e a che ora.";
        let lines = wrapped(Hand::Regular, text, 12.0);
        assert!(lines.len() > 1 && lines.iter().all(|line| width(Hand::Regular, line) <= 12.0), "{lines:?}");
        assert_eq!(lines.join(" "), text);
    }

    #[test]
    fn what_is_cut_says_so() {
        assert_eq!(cut(Hand::Regular, "Ufficio NEP", 20.0), "Ufficio NEP");
        let short = cut(Hand::Regular, "Ufficio esecuzioni immobiliari", 8.0);
        assert!(short.starts_with("Ufficio") && short.ends_with('…') && width(Hand::Regular, &short) <= 8.0, "{short}");
    }
}
