// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What somebody typed into a form, made fit for paper.

use crate::{PaperError, fonts};

/// The longest text that a field may hold, in characters.
const CHARS_MAX: usize = 600;
/// A value between these two is set strong by the templates. They never come from outside: [`text`] drops them.
const STRONG_BEGIN: char = '\u{E000}';
const STRONG_END: char = '\u{E001}';

/// A text on one line, without what no font of ours can print.
///
/// # Errors
/// [`PaperError::TooLong`] above 600 characters.
pub fn text(field: &'static str, value: &str) -> Result<String, PaperError> {
    long(field, value, CHARS_MAX)
}

/// The same for a text that may be longer.
///
/// # Errors
/// [`PaperError::TooLong`] above so many characters.
pub fn long(field: &'static str, value: &str, length_max: usize) -> Result<String, PaperError> {
    let length = value.chars().count();
    if length > length_max {
        return Err(PaperError::TooLong { field, length, length_max });
    }
    let printable = value.chars().filter_map(|c| match c {
        c if c.is_whitespace() => Some(' '),
        // Marks of direction and joining, and the private area with our own two signs.
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' => None,
        c if c.is_control() || ('\u{E000}'..='\u{F8FF}').contains(&c) => None,
        c if fonts::can_print(c) => Some(c),
        _ => Some('?'),
    });
    let printable: String = printable.collect();
    Ok(printable.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// As [`text`], for a field that must say something.
///
/// # Errors
/// Also [`PaperError::Empty`].
pub fn required(field: &'static str, value: &str) -> Result<String, PaperError> {
    let value = text(field, value)?;
    if value.is_empty() { Err(PaperError::Empty { field }) } else { Ok(value) }
}

/// As [`text`], for a field that may be missing: blank is missing.
///
/// # Errors
/// As [`text`].
pub fn optional(field: &'static str, value: Option<&str>) -> Result<Option<String>, PaperError> {
    Ok(text(field, value.unwrap_or_default())?).map(|value| Some(value).filter(|value| !value.is_empty()))
}

/// The value as the templates set it strong.
pub fn strong(value: &str) -> String {
    format!("{STRONG_BEGIN}{value}{STRONG_END}")
}

/// Without the full stop that a sentence around it brings along.
pub fn unstopped(value: &str) -> &str {
    value.trim_end_matches(['.', ' '])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_font_has_becomes_a_question_mark_and_the_rest_stays() {
        assert_eq!(text("office", "Città\tdell’Aquila\n€ 16,00 – è").expect("fits"), "Città dell’Aquila € 16,00 – è");
        assert_eq!(text("office", "Ufficio 🏛 字").expect("fits"), "Ufficio ? ?");
    }

    #[test]
    fn nobody_can_bring_our_own_signs_or_turn_the_line_round() {
        assert_eq!(text("office", "a\u{E000}b\u{E001}c\u{202E}d\u{0007}").expect("fits"), "abcd");
    }

    #[test]
    fn blank_is_missing_and_too_long_is_refused_by_name() {
        assert_eq!(optional("room", Some(" \u{200B} ")), Ok(None));
        assert_eq!(required("court", "  "), Err(PaperError::Empty { field: "court" }));
        let long = "x".repeat(601);
        let refusal = PaperError::TooLong { field: "directions", length: 601, length_max: 600 };
        assert_eq!(text("directions", &long), Err(refusal));
    }
}
