// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use chrono::{NaiveDate, NaiveTime};
use varco_papers::{LetterPaper, LetterReceipt, PaperError, letters_pdf};

use crate::poppler::Pdf;

fn pages(pdf: &[u8]) -> Vec<String> {
    let text = |page: String| page.split_whitespace().collect::<Vec<_>>().join(" ");
    Pdf::new(pdf).pages().into_iter().map(text).collect()
}

fn letter(name: &str, moved: bool) -> LetterPaper {
    let day = NaiveDate::from_ymd_opt(2026, 11, 30).expect("a day");
    let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).expect("a time");
    LetterPaper {
        court: "Tribunale di Pistoia".into(),
        site: "Palazzo di giustizia".into(),
        address: "Piazza del Duomo 6, Pistoia".into(),
        phone: Some("0573 000000".into()),
        written: NaiveDate::from_ymd_opt(2026, 11, 25).expect("a day"),
        it: format!("Gentile {name}, il suo appuntamento è spostato.\n\nCordiali saluti"),
        en: format!("Dear {name}, your appointment is moved."),
        receipt: moved.then(|| LetterReceipt {
            token: "2DPM8+4K:1PK2ON63%S2-WQFA5-7U8JD2".into(),
            short_code: "K7M4 PX2R".into(),
            office: "Cancelleria civile".into(),
            floor: Some("2".into()),
            room: Some("214".into()),
            start: day.and_time(time(9, 15)),
            opens: time(9, 0),
            last_entry: time(9, 45),
            persons: 2,
        }),
        training: false,
    }
}

#[test]
fn each_person_gets_a_sheet_in_both_languages_and_who_was_moved_the_new_receipt() {
    let pdf = letters_pdf(&[letter("Anna Rossi", true), letter("Bruno Bini", false)]).expect("letters");
    let pages = pages(&pdf);
    assert_eq!(pages.len(), 2);
    for (page, name) in pages.iter().zip(["Anna Rossi", "Bruno Bini"]) {
        assert!(page.contains(&format!("Gentile {name}")) && page.contains(&format!("Dear {name}")), "{page}");
    }
    assert!(pages[0].contains("K7M4 PX2R") && pages[0].contains("lunedì 30 novembre 2026"), "{}", pages[0]);
    assert!(pages[0].contains("dalle 9:00 alle 9:45"), "{}", pages[0]);
    assert!(!pages[1].contains("K7M4") && !pages[1].contains("Anna"), "{}", pages[1]);
}

#[test]
fn a_long_text_stays_on_one_sheet_and_no_text_is_no_letter() {
    let long = LetterPaper { it: "Una frase che si ripete. ".repeat(60), ..letter("Anna Rossi", true) };
    assert_eq!(pages(&letters_pdf(&[long]).expect("a letter")).len(), 1);
    let silent = LetterPaper { en: " \n ".into(), ..letter("Anna Rossi", false) };
    assert_eq!(letters_pdf(&[silent]), Err(PaperError::Empty { field: "en" }));
    assert_eq!(letters_pdf(&[]), Err(PaperError::Empty { field: "letters" }));
}
