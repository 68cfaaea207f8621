// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use ed25519_dalek::SigningKey;
use proptest::prelude::*;

use super::*;
use crate::{
    ids::{BookingId, OfficeId, SiteId},
    time::Millis,
};

fn claims() -> Claims {
    Claims {
        issued_at: 1_789_460_000,
        booking: BookingId::new(0x0123_4567_89ab),
        site: SiteId(4711),
        office: OfficeId(200),
        party: 3,
        start: Millis(1_789_630_800_000),
    }
}

fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

fn text() -> String {
    sign(&claims(), KeyId(0x0102), &key(1), &[9; 32]).unwrap().0
}

fn shown_class(input: &[u8]) -> Option<ForeignClass> {
    match read(input) {
        Shown::Foreign(foreign) => Some(foreign.class),
        _ => None,
    }
}

#[test]
fn a_receipt_has_177_alphanumeric_characters_whatever_it_says() {
    for (site, office, party) in [(1, 1, 1), (65_535, 255, 255)] {
        let claims = Claims { site: SiteId(site), office: OfficeId(office), party, ..claims() };
        let (text, _) = sign(&claims, KeyId(u16::MAX), &key(1), &[7; 32]).unwrap();
        assert_eq!(text.len(), RECEIPT_TEXT_LEN);
        assert!(text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()), "{text}");
    }
}

#[test]
fn what_was_signed_is_read_and_verified() {
    let Shown::Receipt(receipt) = read(text().as_bytes()) else { panic!("not read") };
    assert_eq!(receipt.claims, claims());
    assert_eq!(receipt.kid, KeyId(0x0102));
    // Asked in any order and again, the answer is that of the key that is asked about.
    for _ in 0..2 {
        assert!(receipt.verify(&key(1).verifying_key()));
        assert!(!receipt.verify(&key(2).verifying_key()));
    }
}

#[test]
fn a_scanner_may_add_white_space_and_change_case() {
    let typed = format!("  {}\r\n", text().to_ascii_lowercase());
    assert!(matches!(read(typed.as_bytes()), Shown::Receipt(_)));
}

#[test]
fn the_same_claims_signed_again_give_another_signature() {
    // Else whoever holds the signing key of a stolen folder could compute the key of a sealed name.
    let (_, one) = sign(&claims(), KeyId(1), &key(1), &[1; 32]).unwrap();
    let (_, two) = sign(&claims(), KeyId(1), &key(1), &[2; 32]).unwrap();
    assert!(one.verify(&key(1).verifying_key()) && two.verify(&key(1).verifying_key()));
    assert_ne!(name_key(&one), name_key(&two));
}

#[test]
fn any_misread_character_and_any_swap_of_neighbours_is_damaged() {
    let text = text();
    for at in 3..text.len() {
        for wrong in "AQZ27".chars() {
            let mut chars: Vec<char> = text.chars().collect();
            if chars[at] == wrong {
                continue;
            }
            chars[at] = wrong;
            let wrong: String = chars.into_iter().collect();
            assert_eq!(read(wrong.as_bytes()), Shown::Damaged, "{wrong}");
        }
        let mut chars: Vec<char> = text.chars().collect();
        if at > 3 && chars[at] != chars[at - 1] {
            chars.swap(at, at - 1);
            let wrong: String = chars.into_iter().collect();
            assert_eq!(read(wrong.as_bytes()), Shown::Damaged, "{wrong}");
        }
    }
}

#[test]
fn a_short_code_finds_every_wrong_character_and_every_swap() {
    let code = ShortCode::from_bits(123_456_789_012);
    let text = code.as_str().to_owned();
    assert_eq!(text.parse::<ShortCode>(), Ok(code));
    for at in 0..8 {
        for c in SHORT_CODE_ALPHABET {
            let mut bytes = text.clone().into_bytes();
            if bytes[at] == *c {
                continue;
            }
            bytes[at] = *c;
            let wrong = String::from_utf8(bytes).unwrap();
            assert_eq!(wrong.parse::<ShortCode>(), Err(ShortCodeError::Check), "{wrong}");
        }
        if at > 0 {
            let mut bytes = text.clone().into_bytes();
            if bytes[at] == bytes[at - 1] {
                continue;
            }
            bytes.swap(at, at - 1);
            let wrong = String::from_utf8(bytes).unwrap();
            assert_eq!(wrong.parse::<ShortCode>(), Err(ShortCodeError::Check), "{wrong}");
        }
    }
}

#[test]
fn a_code_is_typed_with_spaces_hyphens_and_small_letters() {
    let code = ShortCode::from_bits(42);
    assert_eq!(code.spaced().to_lowercase().parse(), Ok(code));
    assert_eq!(read(code.spaced().replace(' ', "-").as_bytes()), Shown::Code(code));
    assert_eq!("K7M4PX2".parse::<ShortCode>(), Err(ShortCodeError::Form));
    assert_eq!("K7M4PX2RR".parse::<ShortCode>(), Err(ShortCodeError::Form));
    assert_eq!("K7M4PX0R".parse::<ShortCode>(), Err(ShortCodeError::Form));
}

#[test]
fn each_foreign_code_is_told_what_it_is() {
    let boarding = "M1ROSSI/MARIO         EABC123 FCOLINAZ 2013 259Y012A0025 100";
    let table: &[(&[u8], ForeignClass)] = &[
        (b"", ForeignClass::Empty),
        (b" \r\n", ForeignClass::Empty),
        (b"https://www.tribunale.example/p", ForeignClass::WebLink),
        (b"WWW.EXAMPLE.IT", ForeignClass::WebLink),
        (b"RSSMRA80A01Z999X", ForeignClass::HealthCard),
        (b"HC1:6BF+70790T9WJWG.FKY*4GO0", ForeignClass::GreenPass),
        (b"PAGOPA|002|301000000000000000|77777777777|1600", ForeignClass::PaymentNotice),
        (boarding.as_bytes(), ForeignClass::BoardingPass),
        (b"BEGIN:VCARD\nN:Rossi\nEND:VCARD", ForeignClass::Contact),
        (b"WIFI:S:ospiti;T:WPA;P:x;;", ForeignClass::Wireless),
        (b"mailto:a@example.it", ForeignClass::Message),
        (b"8001234567890", ForeignClass::Number),
        ("\u{1f600}\u{1f600}\u{1f600}".as_bytes(), ForeignClass::Text),
        (b"\xff\xfe\x00", ForeignClass::Binary),
        (b"ciao", ForeignClass::Text),
    ];
    for (input, class) in table {
        assert_eq!(shown_class(input), Some(*class), "{}", String::from_utf8_lossy(input));
    }
    let long = "A".repeat(4296);
    assert_eq!(read(long.as_bytes()), Shown::Foreign(Foreign { class: ForeignClass::Text, length: 4296 }));
    let longer = "x".repeat(1 << 20);
    assert_eq!(shown_class(longer.as_bytes()), Some(ForeignClass::Text));
}

#[test]
fn a_key_signs_only_after_the_gates_have_had_a_week_to_learn_it() {
    let mut ring = KeyRing::default();
    let key = |kid, from| IssuerKey {
        kid: KeyId(kid),
        public: key(kid as u8).verifying_key(),
        made_at: Millis(0),
        signs_from: Millis(from),
        revoked_at: None,
    };
    ring.learn(key(1, 0));
    ring.learn(key(2, 1000));
    assert_eq!(ring.signing(Millis(999)).map(|k| k.kid), Some(KeyId(1)));
    assert_eq!(ring.signing(Millis(1000)).map(|k| k.kid), Some(KeyId(2)));
    ring.learn(IssuerKey { revoked_at: Some(Millis(2000)), ..key(2, 1000) });
    assert_eq!(ring.signing(Millis(3000)).map(|k| k.kid), Some(KeyId(1)));
    assert!(ring.trusted(KeyId(2)).is_none() && ring.trusted(KeyId(1)).is_some());
}

proptest! {
    #[test]
    fn reading_anything_never_panics_and_never_gives_a_receipt(input in proptest::collection::vec(any::<u8>(), 0..600)) {
        prop_assert!(!matches!(read(&input), Shown::Receipt(_)));
    }

    #[test]
    fn a_token_with_flipped_bytes_is_never_verified(at in 0_usize..106, flip in 1_u8..=255) {
        let token = from_text(&text()).unwrap();
        let mut wrong = token.clone();
        wrong[at] ^= flip;
        if let Ok(receipt) = Receipt::from_bytes(&wrong) {
            prop_assert!(!receipt.verify(&key(1).verifying_key()));
        }
    }

    #[test]
    fn claims_survive_the_way_through_text(
        issued_at in 0x1_0000_u32.., booking in any::<u64>(), site in 0_u32..65_536, office in 0_u32..256,
        party in 1_u8.., minutes in 0_i64..(1 << 24)
    ) {
        let claims = Claims {
            issued_at,
            booking: BookingId::new(booking),
            site: SiteId(site),
            office: OfficeId(office),
            party,
            start: Millis(1_577_836_800_000 + minutes * 60_000),
        };
        let (text, _) = sign(&claims, KeyId(7), &key(3), &[5; 32]).unwrap();
        prop_assert_eq!(Receipt::from_text(&text).unwrap().claims, claims);
    }
}
