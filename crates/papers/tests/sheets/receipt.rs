// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use chrono::{NaiveDate, NaiveTime};
use varco_papers::{PIXELS_PER_INCH, PaperError, QrError, ReceiptPaper, Sheet, qr_matrix, receipt_pdf, receipt_png};
use varco_words::Lang;

use crate::poppler::Pdf;

const EVERY: [(Sheet, Lang); 4] =
    [(Sheet::A4, Lang::It), (Sheet::A4, Lang::En), (Sheet::A6, Lang::It), (Sheet::A6, Lang::En)];

fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).expect("a time")
}

fn token() -> String {
    format!(
        "VR1{}",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".chars().cycle().skip(5).step_by(7).take(174).collect::<String>()
    )
}

fn receipt() -> ReceiptPaper {
    let day = |day| NaiveDate::from_ymd_opt(2026, 9, day).expect("a date");
    ReceiptPaper {
        court: "Tribunale di Valserena".into(),
        site: "Palazzo di Giustizia".into(),
        address: "piazza del Popolo 1".into(),
        step_free: Some((
            "via Roma 3, campanello a 90 cm da terra".into(),
            "via Roma 3, bell 90 cm above the ground".into(),
        )),
        office: "Volontaria giurisdizione".into(),
        floor: Some("1".into()),
        room: Some("118".into()),
        service: "Rinuncia all’eredità".into(),
        service_minutes: 30,
        persons: 2,
        start: day(17).and_time(time(9, 20)),
        opens: time(9, 5),
        last_entry: time(10, 5),
        bring: vec![
            "documento d’identità e codice fiscale".into(),
            "certificato di morte, in carta semplice".into(),
            "1 marca da bollo da € 16,00".into(),
        ],
        directions: Some("L’ascensore è a destra dopo i controlli.".into()),
        phone: Some("0573 000 000 · lun–ven 8:30–12:30".into()),
        web: Some("tribunale-valserena.example/p".into()),
        issued: day(15).and_time(time(10, 12)),
        token: token(),
        short_code: "K7M4 PX2R".into(),
        training: false,
        reprint: false,
    }
}

fn bare() -> ReceiptPaper {
    let full = receipt();
    ReceiptPaper {
        step_free: None,
        floor: None,
        room: None,
        bring: Vec::new(),
        directions: None,
        phone: None,
        web: None,
        ..full
    }
}

fn text_of(receipt: &ReceiptPaper, sheet: Sheet, lang: Lang) -> String {
    Pdf::new(&receipt_pdf(receipt, sheet, lang).expect("a receipt")).text()
}

#[test]
fn every_kind_of_receipt_is_one_page_of_pdf_ua_with_its_fonts_inside() {
    for (sheet, lang) in EVERY {
        for (training, reprint) in [(false, false), (true, false), (false, true), (true, true)] {
            for receipt in [receipt(), bare()] {
                let receipt = ReceiptPaper { training, reprint, ..receipt };
                let bytes = receipt_pdf(&receipt, sheet, lang).expect("the exporter accepts it as PDF/UA-1");
                assert!(bytes.windows(14).any(|w| w == b"<pdfuaid:part>"), "it does not say that it is PDF/UA");
                let pdf = Pdf::new(&bytes);
                assert_eq!(pdf.pages().len(), 1, "{sheet:?} {lang:?}, training {training}, reprint {reprint}");
                let fonts = pdf.fonts();
                assert!(!fonts.is_empty() && fonts.iter().all(|(_, embedded)| *embedded), "{fonts:?}");
                let info = pdf.info();
                assert!(info.contains("Tagged:          yes") && !info.contains("Author"), "{info}");
            }
        }
    }
}

#[test]
fn a_receipt_says_when_where_with_what_and_how_to_move_it() {
    let text = text_of(&receipt(), Sheet::A4, Lang::It);
    for part in [
        "giovedì 17 settembre 2026",
        "ore 9:20",
        "nove e venti del mattino, per 2 persone",
        "K7M4 PX2R",
        "9:05 si apre 9:20 la Sua visita 10:05 ultimo ingresso",
        "Prima delle 9:05",
        "Dopo le 10:05",
        "Volontaria giurisdizione",
        "piano 1, stanza 118",
        "Ingresso senza gradini: via Roma 3, campanello a 90 cm da terra.",
        "documento d’identità e codice fiscale",
        "Rinuncia all’eredità, 30 minuti.",
        "tribunale-valserena.example/p",
        "Thursday 17 September 2026, 9:20. Enter between 9:05 and 10:05",
        "0573 000 000",
    ] {
        assert!(text.contains(part), "“{part}” is missing in: {text}");
    }
    assert!(!text.contains("VR1"), "the token is for machines only");
    assert!(!text.contains("paper-"), "a sentence has no words: {text}");
}

#[test]
fn the_english_receipt_has_an_italian_line_for_whoever_stands_at_the_door() {
    for sheet in [Sheet::A4, Sheet::A6] {
        let text = text_of(&receipt(), sheet, Lang::En);
        for part in [
            "Thursday 17 September 2026",
            "nine twenty in the morning",
            "for 2 persons",
            "9:05 doors open 9:20 your visit 10:05 last entry",
            "K7M4 PX2R",
        ] {
            assert!(text.contains(part), "“{part}” is missing in: {text}");
        }
        assert!(text.contains("Giovedì 17 settembre 2026, ore 9:20. Si entra dalle 9:05 alle 10:05"), "{text}");
        assert!(!text.contains("paper-"), "a sentence has no words: {text}");
    }
}

#[test]
fn a_practice_receipt_says_so_in_both_languages_more_than_once_and_a_real_one_never() {
    for (sheet, lang) in EVERY {
        let real = text_of(&receipt(), sheet, lang);
        assert!(!real.contains("ESERCITAZIONE") && !real.contains("TRAINING") && !real.contains("RISTAMPA"));
        let practice = text_of(&ReceiptPaper { training: true, ..receipt() }, sheet, lang);
        assert!(practice.matches("ESERCITAZIONE").count() >= 2, "{practice}");
        assert!(practice.matches("TRAINING").count() >= 2, "{practice}");
        assert!(practice.contains("non vale per entrare") && practice.contains("not valid for entry"));
    }
}

#[test]
fn a_reprint_is_marked_and_says_that_it_is_used_once() {
    for sheet in [Sheet::A4, Sheet::A6] {
        let again = ReceiptPaper { reprint: true, ..receipt() };
        let text = text_of(&again, sheet, Lang::It);
        assert!(text.contains("RISTAMPA") && text.contains("una volta sola"), "{text}");
        assert!(text_of(&again, sheet, Lang::En).contains("REPRINT"));
    }
}

#[test]
fn the_symbol_on_paper_is_the_matrix_at_its_size_with_its_quiet_zone_and_clear_of_the_folds() {
    // From the left, from the top, width, all in millimetres; then the folds across and along.
    let a4 = (137.0, 18.0, 52.0, [99.0, 148.5, 198.0].as_slice(), 105.0);
    let a6 = (59.0, 6.0, 40.0, [74.0].as_slice(), 52.5);
    let matrix = qr_matrix(&token()).expect("a symbol");
    for (sheet, (left, top, width, folds_across, fold_along)) in [(Sheet::A4, a4), (Sheet::A6, a6)] {
        for (training, reprint) in [(false, false), (true, true)] {
            let receipt = ReceiptPaper { training, reprint, ..receipt() };
            let page = Pdf::new(&receipt_pdf(&receipt, sheet, Lang::It).expect("a receipt")).draw();
            let module = width / 45.0;
            for row in -4..49_i32 {
                for column in -4..49_i32 {
                    let inside = row >= 0 && column >= 0 && matrix.is_dark(column as usize, row as usize);
                    let (x, y) = (left + (f64::from(column) + 0.5) * module, top + (f64::from(row) + 0.5) * module);
                    assert_eq!(page.is_black(x, y), inside, "{sheet:?}: module {column},{row} is wrong");
                }
            }
            let quiet = 4.0 * module;
            assert!(folds_across.iter().all(|fold| *fold < top - quiet || *fold > top + width + quiet));
            assert!(fold_along < left - quiet + 0.1, "the fold lengthwise runs through the symbol");
        }
    }
}

#[test]
fn the_sheet_is_pure_black_and_white() {
    for (sheet, lang) in EVERY {
        for training in [false, true] {
            let receipt = ReceiptPaper { training, ..receipt() };
            let page = Pdf::new(&receipt_pdf(&receipt, sheet, lang).expect("a receipt")).draw();
            assert!(page.gray.iter().all(|pixel| *pixel == 0 || *pixel == 255), "{sheet:?} has a grey");
        }
    }
}

#[test]
fn a_receipt_that_runs_over_keeps_its_symbol_and_numbers_its_pages() {
    let long = ReceiptPaper {
        bring: (1..=24).map(|n| format!("allegato numero {n} in due copie, con la traduzione giurata")).collect(),
        directions: Some("Dopo i controlli prendere il corridoio a sinistra. ".repeat(11)),
        ..receipt()
    };
    for sheet in [Sheet::A4, Sheet::A6] {
        let pdf = Pdf::new(&receipt_pdf(&long, sheet, Lang::It).expect("a receipt"));
        let pages = pdf.pages();
        assert!(pages.len() > 1, "{sheet:?}: the test needs a longer receipt");
        for (index, page) in pages.iter().enumerate() {
            assert!(page.contains(&format!("pagina {} di {}", index + 1, pages.len())), "{page}");
            assert!(page.contains("K7M4 PX2R"), "page {} cannot be told from another receipt’s", index + 1);
        }
        assert!(pdf.text().contains("allegato numero 24"));
    }
}

#[test]
fn a_court_with_a_long_name_pushes_nothing_into_the_symbol() {
    let long = ReceiptPaper {
        court: "Tribunale ordinario di Barcellona Pozzo di Gotto, sezione distaccata di Lipari".into(),
        site: "Palazzo di Giustizia intitolato a Giovanni Falcone e Paolo Borsellino".into(),
        address: "via Vittorio Emanuele Orlando 123, 98051 Barcellona Pozzo di Gotto (Messina)".into(),
        reprint: true,
        training: true,
        ..receipt()
    };
    let matrix = qr_matrix(&token()).expect("a symbol");
    let page = Pdf::new(&receipt_pdf(&long, Sheet::A6, Lang::It).expect("a receipt")).draw();
    for row in -4..49_i32 {
        for column in -4..49_i32 {
            let inside = row >= 0 && column >= 0 && matrix.is_dark(column as usize, row as usize);
            let (x, y) = (59.0 + (f64::from(column) + 0.5) * 40.0 / 45.0, 6.0 + (f64::from(row) + 0.5) * 40.0 / 45.0);
            assert_eq!(page.is_black(x, y), inside, "module {column},{row}");
        }
    }
}

#[test]
fn what_looks_like_markup_is_printed_and_not_obeyed() {
    let odd = ReceiptPaper {
        office: "#panic(\"x\") *uno* _due_ $x$ `c` @ref <b> \\ // [z]".into(),
        directions: Some("= Titolo + punto https://example.org/a".into()),
        ..receipt()
    };
    // Two slashes are set a little apart, which poppler takes for a space.
    let text = text_of(&odd, Sheet::A4, Lang::It).replace(' ', "");
    assert!(text.contains("#panic(\"x\")*uno*_due_$x$`c`@ref<b>\\//[z]"), "{text}");
    assert!(text.contains("=Titolo+puntohttps://example.org/a"), "{text}");
}

#[test]
fn what_no_font_has_does_not_stop_a_receipt() {
    let odd = ReceiptPaper { office: "Ufficio 🏛\u{202E} 字 Ђ".into(), ..receipt() };
    let text = text_of(&odd, Sheet::A6, Lang::It);
    assert!(text.contains("Ufficio ? ? Ђ"), "{text}");
}

#[test]
fn a_receipt_that_would_be_useless_is_refused_by_the_name_of_the_field() {
    let refuse = |receipt: ReceiptPaper| receipt_pdf(&receipt, Sheet::A4, Lang::It).expect_err("refused");
    assert_eq!(
        refuse(ReceiptPaper { token: "vr1".into(), ..receipt() }),
        PaperError::Code(QrError::NotAlphanumeric { position: 1 })
    );
    assert_eq!(
        refuse(ReceiptPaper { token: "A".repeat(179), ..receipt() }),
        PaperError::Code(QrError::TooLong { chars: 179 })
    );
    assert_eq!(refuse(ReceiptPaper { court: " ".into(), ..receipt() }), PaperError::Empty { field: "court" });
    assert_eq!(
        refuse(ReceiptPaper { short_code: String::new(), ..receipt() }),
        PaperError::Empty { field: "short_code" }
    );
    let too_many = PaperError::TooLong { field: "bring", length: 25, length_max: 24 };
    assert_eq!(refuse(ReceiptPaper { bring: vec!["a".into(); 25], ..receipt() }), too_many);
}

#[test]
fn the_same_receipt_is_the_same_bytes() {
    for (sheet, lang) in EVERY {
        let [first, second] = [(), ()].map(|()| receipt_pdf(&receipt(), sheet, lang).expect("a receipt"));
        assert!(first == second, "{sheet:?} {lang:?}");
    }
}

#[test]
fn a_picture_has_the_size_of_the_sheet() {
    for (sheet, width, height) in [(Sheet::A4, 1240_u32, 1754_u32), (Sheet::A6, 620, 874)] {
        let png = receipt_png(&receipt(), sheet, Lang::It, 150).expect("a picture");
        assert_eq!(&png[1..4], b"PNG");
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
        assert!(number(16).abs_diff(width) <= 1 && number(20).abs_diff(height) <= 1, "{}×{}", number(16), number(20));
    }
    for pixels_per_inch in [0, PIXELS_PER_INCH.end() + 1] {
        let refused = receipt_png(&receipt(), Sheet::A4, Lang::It, pixels_per_inch);
        assert_eq!(refused, Err(PaperError::Resolution { pixels_per_inch }));
    }
}

#[test]
fn a_receipt_has_no_field_for_a_name_or_a_request() {
    // Whoever adds a field must come here and say why paper needs it.
    let ReceiptPaper {
        court: _,
        site: _,
        address: _,
        step_free: _,
        office: _,
        floor: _,
        room: _,
        service: _,
        service_minutes: _,
        persons: _,
        start: _,
        opens: _,
        last_entry: _,
        bring: _,
        directions: _,
        phone: _,
        web: _,
        issued: _,
        token: _,
        short_code: _,
        training: _,
        reprint: _,
    } = receipt();
    assert!(!format!("{:?}", receipt()).contains("VR1"), "the token would be in a log");
}
