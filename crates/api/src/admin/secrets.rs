// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Secrets that are made for somebody, and what a password that somebody chooses must be.

use sha2::{Digest, Sha256};
use varco_core::{access::PASSWORD_CHARS_MIN, receipt::ShortCode};
use varco_store::Secret;

use crate::{App, problem::Fault};

/// A password or passphrase to be read out, typed once and changed: 16 characters, 69 bits of randomness and more.
pub(crate) fn password(app: &App) -> String {
    let hash: [u8; 32] = Sha256::digest(app.ports.keys.next().to_be_bytes()).into();
    let mut groups = Vec::new();
    for part in hash.chunks_exact(8).take(2) {
        let mut bits = [0_u8; 8];
        bits.copy_from_slice(part);
        let code = ShortCode::from_bits(u64::from_be_bytes(bits)).as_str().to_lowercase();
        groups.extend(code.as_bytes().chunks(4).map(|four| String::from_utf8_lossy(four).into_owned()));
    }
    groups.join("-")
}

/// A PIN of six digits that is no row of digits and no single one.
pub(crate) fn pin(app: &App) -> String {
    let mut bits = app.ports.keys.next();
    loop {
        let hash: [u8; 32] = Sha256::digest(bits.to_be_bytes()).into();
        let mut number = [0_u8; 8];
        number.copy_from_slice(&hash[..8]);
        let pin = format!("{:06}", u64::from_be_bytes(number) % 1_000_000);
        if !is_weak_pin(&pin) {
            return pin;
        }
        bits = bits.wrapping_add(1);
    }
}

fn is_weak_pin(pin: &str) -> bool {
    let digits = pin.as_bytes();
    let step = |n: i16| digits.windows(2).all(|w| i16::from(w[1]) - i16::from(w[0]) == n);
    step(0) || step(1) || step(-1) || digits[..3] == digits[3..]
}

/// A password that somebody chooses for themselves.
pub(crate) fn chosen(text: &str) -> Result<Secret, Fault> {
    let length = text.chars().count();
    if length < PASSWORD_CHARS_MIN || text.len() > 256 {
        return Err(Fault::Entry("entry_password"));
    }
    Ok(Secret(text.to_owned()))
}

/// What somebody typed as a password: nothing longer than any that can be chosen is looked at.
pub(crate) fn typed(text: &str) -> Secret {
    Secret(text.chars().take(256).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_that_everybody_tries_first_is_weak() {
        for weak in ["000000", "123456", "987654", "345678", "123123"] {
            assert!(is_weak_pin(weak), "{weak}");
        }
        assert!(!is_weak_pin("482915"));
    }

    #[test]
    fn a_password_is_counted_in_letters_and_not_in_bytes() {
        assert!(chosen("àèìòùàèìòù1").is_err());
        assert!(chosen("àèìòùàèìòù12").is_ok());
        assert!(chosen(&"a".repeat(257)).is_err());
    }
}
