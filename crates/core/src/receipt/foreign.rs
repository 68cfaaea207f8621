// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Other people's codes: what they look like, so that the screen can say it. Their content is never kept.

use serde::{Deserialize, Serialize};

/// What a foreign code looks like, from its first characters only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ForeignClass {
    /// Nothing but white space.
    Empty,
    /// A web address.
    WebLink,
    /// A fiscal code, as on the bar code of a health card (tessera sanitaria) or typed.
    HealthCard,
    /// An EU Digital COVID Certificate: `HC1:` (eHealth Network, vol. 1, 2021).
    GreenPass,
    /// A pagoPA payment notice: `PAGOPA|` (pagoPA, SANP, QR code of the notice).
    PaymentNotice,
    /// A boarding pass: `M1` and 60 characters or more (IATA Resolution 792).
    BoardingPass,
    /// A contact: `BEGIN:VCARD` or `MECARD:`.
    Contact,
    /// Access to a wireless network: `WIFI:`.
    Wireless,
    /// A message, number or place: `mailto:`, `tel:`, `SMSTO:`, `geo:`.
    Message,
    /// Digits only, as product bar codes are.
    Number,
    /// A receipt of another version of this system.
    OtherVersion,
    /// Some other text.
    Text,
    /// Bytes that are no text.
    Binary,
}

/// All that is kept of a foreign code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Foreign {
    /// What it looks like.
    pub class: ForeignClass,
    /// Bytes.
    pub length: u32,
}

pub(super) fn classify(input: &[u8]) -> Foreign {
    Foreign { class: class(input), length: u32::try_from(input.len()).unwrap_or(u32::MAX) }
}

fn class(input: &[u8]) -> ForeignClass {
    let head = &input[..input.len().min(super::MAX_TEXT_BYTES)];
    let text = match std::str::from_utf8(head) {
        Ok(text) => text,
        // Cutting a long text may split its last character.
        Err(e) if e.error_len().is_none() && input.len() > head.len() => {
            std::str::from_utf8(&head[..e.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return ForeignClass::Binary,
    };
    let text = text.trim();
    if text.is_empty() {
        return ForeignClass::Empty;
    }
    if text.chars().any(|c| c.is_control() && !c.is_whitespace()) {
        return ForeignClass::Binary;
    }
    let begins = |prefix: &str| text.get(..prefix.len()).is_some_and(|t| t.eq_ignore_ascii_case(prefix));
    if ["http://", "https://", "www."].iter().any(|p| begins(p)) {
        ForeignClass::WebLink
    } else if begins("HC1:") {
        ForeignClass::GreenPass
    } else if begins("PAGOPA|") {
        ForeignClass::PaymentNotice
    } else if begins("BEGIN:VCARD") || begins("MECARD:") {
        ForeignClass::Contact
    } else if begins("WIFI:") {
        ForeignClass::Wireless
    } else if ["mailto:", "MATMSG:", "tel:", "SMSTO:", "sms:", "geo:"].iter().any(|p| begins(p)) {
        ForeignClass::Message
    } else if is_fiscal_code(text) {
        ForeignClass::HealthCard
    } else if begins("M1") && text.len() >= 58 && text.as_bytes().get(2).is_some_and(u8::is_ascii_alphabetic) {
        ForeignClass::BoardingPass
    } else if text.bytes().all(|b| b.is_ascii_digit()) {
        ForeignClass::Number
    } else if is_other_version(text) {
        ForeignClass::OtherVersion
    } else {
        ForeignClass::Text
    }
}

/// The shape of a fiscal code (D.M. 23 December 1976), omocodia included; the check character is not needed here.
fn is_fiscal_code(text: &str) -> bool {
    let digit = |b: u8| b.is_ascii_digit() || b"LMNPQRSTUV".contains(&b);
    let upper = text.to_ascii_uppercase();
    let b = upper.as_bytes();
    b.len() == 16
        && b[..6].iter().all(u8::is_ascii_uppercase)
        && [6, 7, 9, 10, 12, 13, 14].iter().all(|i| digit(b[*i]))
        && b"ABCDEHLMPRST".contains(&b[8])
        && b[11].is_ascii_uppercase()
        && b[15].is_ascii_uppercase()
}

fn is_other_version(text: &str) -> bool {
    let b = text.as_bytes();
    b.len() > 64 && b[..2].eq_ignore_ascii_case(b"VR") && b[2].is_ascii_digit()
}
