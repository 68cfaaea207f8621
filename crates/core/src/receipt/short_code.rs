// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The code under the square, for typing: eight characters, the last a check.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The 31 characters of a short code: digits and capitals without 0/O, 1/I/L, which a hand or an eye confuses.
pub const SHORT_CODE_ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";

const MODULUS: u64 = 31;
const DATA: usize = 7;

/// Eight characters. The check is the weighted sum (weights 1–7) modulo 31; 31 is prime, so every single wrong
/// character and every swap of two different ones is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ShortCode([u8; 8]);

/// Why a typed code is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ShortCodeError {
    /// Not eight characters of the alphabet.
    #[error("a code has eight characters, without 0, O, 1, I and L")]
    Form,
    /// The last character does not fit the others.
    #[error("a character is mistyped")]
    Check,
}

impl ShortCode {
    /// Makes a code from random bits; 31^7 = 27.5 billion different ones.
    #[must_use]
    pub fn from_bits(bits: u64) -> Self {
        let mut rest = bits % MODULUS.pow(7);
        let mut code = [0_u8; 8];
        let mut sum = 0_u64;
        for (place, byte) in code.iter_mut().take(DATA).enumerate() {
            let digit = rest % MODULUS;
            rest /= MODULUS;
            sum += digit * (place as u64 + 1);
            *byte = SHORT_CODE_ALPHABET[digit as usize];
        }
        code[DATA] = SHORT_CODE_ALPHABET[(sum % MODULUS) as usize];
        Self(code)
    }

    /// The eight characters without the space in the middle.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// As printed: `K7M4 PX2R`.
    #[must_use]
    pub fn spaced(&self) -> String {
        let (left, right) = self.as_str().split_at(4);
        format!("{left} {right}")
    }
}

impl std::str::FromStr for ShortCode {
    type Err = ShortCodeError;

    /// Forgives case, spaces and hyphens.
    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        let mut code = [0_u8; 8];
        let mut n = 0;
        let mut sum = 0_u64;
        let mut check = 0_u64;
        for c in typed.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            let upper = u8::try_from(c.to_ascii_uppercase()).map_err(|_| ShortCodeError::Form)?;
            let digit = SHORT_CODE_ALPHABET.iter().position(|a| *a == upper).ok_or(ShortCodeError::Form)? as u64;
            if n < DATA {
                sum += digit * (n as u64 + 1);
            } else {
                check = digit;
            }
            *code.get_mut(n).ok_or(ShortCodeError::Form)? = upper;
            n += 1;
        }
        if n != code.len() {
            return Err(ShortCodeError::Form);
        }
        if sum % MODULUS != check {
            return Err(ShortCodeError::Check);
        }
        Ok(Self(code))
    }
}

impl TryFrom<String> for ShortCode {
    type Error = ShortCodeError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<ShortCode> for String {
    fn from(code: ShortCode) -> Self {
        code.as_str().to_owned()
    }
}

impl fmt::Display for ShortCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
