// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Where a code ends in a stream of bytes: at a carriage return, a line feed, or a silence.

use crate::reading::TEXT_BYTES_MAX;

/// One code as a scanner sent it, without its line end.
#[derive(Clone, PartialEq, Eq)]
pub struct ScannedCode {
    /// Its bytes, not always UTF-8, 1 to [`TEXT_BYTES_MAX`].
    pub text: Vec<u8>,
    /// Whether it was longer and has been cut.
    pub cut: bool,
}

// A text may name a person: logs get its length only.
impl std::fmt::Debug for ScannedCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ScannedCode({} bytes{})", self.text.len(), if self.cut { ", cut" } else { "" })
    }
}

/// Bytes of a code that has not ended yet.
#[derive(Default)]
pub(super) struct Framer {
    text: Vec<u8>,
    cut: bool,
}

impl Framer {
    /// Whether no code has begun.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Takes bytes as they come, in whatever pieces.
    pub(super) fn push(&mut self, bytes: &[u8], deliver: &mut dyn FnMut(ScannedCode)) {
        for byte in bytes {
            match byte {
                b'\r' | b'\n' => self.end(deliver),
                _ if self.text.len() == TEXT_BYTES_MAX => self.cut = true,
                byte => self.text.push(*byte),
            }
        }
    }

    /// The code has ended; between two line ends there is none.
    pub(super) fn end(&mut self, deliver: &mut dyn FnMut(ScannedCode)) {
        if !self.text.is_empty() {
            let code = std::mem::take(self);
            deliver(ScannedCode { text: code.text, cut: code.cut });
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn framed(pieces: &[&[u8]]) -> Vec<ScannedCode> {
        let mut codes = Vec::new();
        let mut framer = Framer::default();
        for piece in pieces {
            framer.push(piece, &mut |code| codes.push(code));
        }
        framer.end(&mut |code| codes.push(code));
        codes
    }

    fn whole(text: &[u8]) -> ScannedCode {
        ScannedCode { text: text.to_vec(), cut: false }
    }

    #[test]
    fn each_usual_line_end_ends_one_code() {
        for line_end in ["\r", "\n", "\r\n", "\n\r", "\r\r\n"] {
            let sent = format!("VR1A{line_end}VR1B{line_end}");
            assert_eq!(framed(&[sent.as_bytes()]), [whole(b"VR1A"), whole(b"VR1B")], "{line_end:?}");
        }
    }

    #[test]
    fn a_silence_ends_a_code_without_a_line_end() {
        assert_eq!(framed(&[b"VR1", b"A"]), [whole(b"VR1A")]);
    }

    #[test]
    fn a_code_that_is_too_long_is_cut_once_and_the_next_one_is_whole() {
        let long = vec![b'X'; TEXT_BYTES_MAX * 3];
        let codes = framed(&[&long, b"\rVR1A\r"]);
        assert_eq!(codes, [ScannedCode { text: vec![b'X'; TEXT_BYTES_MAX], cut: true }, whole(b"VR1A")]);
    }

    #[test]
    fn a_code_of_exactly_the_bound_is_not_cut() {
        assert_eq!(framed(&[&[b'X'; TEXT_BYTES_MAX], b"\n"]), [whole(&[b'X'; TEXT_BYTES_MAX])]);
    }

    proptest! {
        #[test]
        fn however_the_bytes_are_cut_into_pieces_the_codes_are_the_same(
            bytes in proptest::collection::vec(proptest::sample::select(b"AB\r\n\0\xff".to_vec()), 0..60),
            size in 1usize..9,
        ) {
            let pieces: Vec<&[u8]> = bytes.chunks(size).collect();
            let codes = framed(&pieces);
            prop_assert!(codes.iter().all(|code| !code.text.is_empty() && !code.text.contains(&b'\r')));
            prop_assert_eq!(codes, framed(&[&bytes]));
        }
    }
}
