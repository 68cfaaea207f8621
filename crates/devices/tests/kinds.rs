// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Codes that are not receipts: they are told apart by their kind, and a receipt always comes first.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod pictures;

use pictures::{beside, patient_decoder, qr};
use varco_devices::{CodeKind, CodeReader, Gray8, Look};
use zxingcpp::BarcodeFormat;

/// A code of another kind, as on a card held to the camera.
fn foreign(format: BarcodeFormat, text: &str) -> Gray8 {
    let image = zxingcpp::create(format).from_str(text).unwrap();
    let image = image.to_image_with(&zxingcpp::write().scale(4).add_quiet_zones(true)).unwrap();
    Gray8::new(image.width().try_into().unwrap(), image.height().try_into().unwrap(), image.data()).unwrap()
}

#[test]
fn what_people_bring_besides_receipts_is_told_apart() {
    let decoder = patient_decoder();
    for (format, text, kind) in [
        (BarcodeFormat::Code39, "RSSMRA80A01G713X", CodeKind::Code39),
        (BarcodeFormat::Code128, "00193077600012345675", CodeKind::Code128),
        (BarcodeFormat::EAN13, "8001234567897", CodeKind::Ean),
        (BarcodeFormat::DataMatrix, "codfase=NBPA;18", CodeKind::DataMatrix),
        (BarcodeFormat::Aztec, "M1ROSSI/MARIO EABC123 FCOPSA", CodeKind::Aztec),
        (BarcodeFormat::PDF417, "M1ROSSI/MARIO EABC123 FCOPSA", CodeKind::Pdf417),
    ] {
        let picture = foreign(format, text);
        for look in [Look::Anything, Look::Everywhere] {
            let reading = decoder.read(&picture, look).unwrap();
            let seen: Vec<_> = reading.decoded.iter().map(|code| (code.kind, code.text.as_slice())).collect();
            assert_eq!(seen, [(kind, text.as_bytes())], "{look:?}");
        }
        let reading = decoder.read(&picture, Look::Receipts).unwrap();
        assert_eq!(reading.decoded, [], "{kind:?} is no receipt");
    }
}

#[test]
fn beside_a_receipt_other_codes_are_not_looked_for() {
    let both = beside(&qr(b"VR1RECEIPT"), &foreign(BarcodeFormat::Code128, "PARCEL"));
    let reading = patient_decoder().read(&both, Look::Anything).unwrap();
    let kinds: Vec<CodeKind> = reading.decoded.iter().map(|code| code.kind).collect();
    assert_eq!(kinds, [CodeKind::Qr]);
}
