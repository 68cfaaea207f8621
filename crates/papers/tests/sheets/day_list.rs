// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use chrono::{NaiveDate, NaiveTime};
use varco_papers::{DAY_ROWS_MAX, DayListPaper, DayRow, PaperError, day_list_pdf};
use varco_words::Lang;

use crate::poppler::Pdf;

const OFFICES: [&str; 3] = ["Volontaria giurisdizione", "Ufficio NEP", "Giudice di Pace – cancelleria civile"];

fn time(minute_of_day: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(minute_of_day / 60, minute_of_day % 60, 0).expect("a time")
}

/// A code that no other row has.
fn code(index: usize) -> String {
    let letters: Vec<char> = "ABCDEFGHJKMNPQRSTUVWXYZ23456789".chars().collect();
    let code: String = (0..4).map(|place| letters[index / 31_usize.pow(place) % 31]).collect();
    format!("{code} X2RK")
}

fn row(index: usize) -> DayRow {
    let minute = 8 * 60 + (index as u32 * 7 % 72) * 5;
    DayRow {
        time: time(minute),
        opens: time(minute - 15),
        last_entry: time(minute + 45),
        code: code(index),
        persons: 1 + index as u32 % 3,
        entered: 0,
        office: OFFICES[index % 3].into(),
        check_id: index.is_multiple_of(50),
    }
}

fn list(rows: usize) -> DayListPaper {
    let day = NaiveDate::from_ymd_opt(2026, 9, 17).expect("a date");
    DayListPaper {
        court: "Tribunale di Valserena".into(),
        site: "Palazzo di Giustizia".into(),
        gate: "Ingresso principale".into(),
        day,
        printed: day.and_time(time(7 * 60 + 45)),
        journal_head: "3f9a27c1b004e85d9c1e22aa7f".into(),
        rows: (0..rows).map(row).collect(),
        blank_lines: 12,
        training: false,
    }
}

#[test]
fn a_list_of_a_thousand_has_each_code_once_in_order_of_time_with_its_header_on_every_page() {
    let list = list(1000);
    let pdf = Pdf::new(&day_list_pdf(&list, Lang::It).expect("a list"));
    let pages = pdf.pages();
    assert!(pages.len() > 10, "{} pages", pages.len());
    let text = pages.join("\n");
    for row in &list.rows {
        assert_eq!(text.matches(&row.code).count(), 1, "{}", row.code);
    }
    for (index, page) in pages.iter().enumerate() {
        for part in [
            "Palazzo di Giustizia, Ingresso principale",
            "giovedì 17 settembre 2026",
            "Stampato giovedì 17 settembre 2026 alle 7:45",
            "3f9a 27c1 b004 e85d",
            "Codice",
            &format!("pagina {} di {}", index + 1, pages.len()),
        ] {
            assert!(page.contains(part), "page {} lacks “{part}”:\n{page}", index + 1);
        }
    }
    assert!(!text.contains("9c1e"), "only the beginning of the journal's head is printed");
    let times: Vec<u32> = text
        .lines()
        .filter(|line| line.contains(" X2RK"))
        .filter_map(|line| {
            let (hour, minute) = line.split_whitespace().next()?.split_once(':')?;
            Some(hour.parse::<u32>().ok()? * 60 + minute.parse::<u32>().ok()?)
        })
        .collect();
    assert_eq!(times.len(), 1000);
    assert!(times.is_sorted(), "the list is not in order of time");
}

#[test]
fn a_list_of_ten_thousand_is_whole() {
    let pages = Pdf::new(&day_list_pdf(&list(10_000), Lang::It).expect("a list")).pages();
    let rows: usize = pages.iter().map(|page| page.matches(" X2RK").count()).sum();
    assert_eq!(rows, 10_000);
    assert!(pages.iter().all(|page| page.contains("Codice")), "a page lacks the names of the columns");
}

#[test]
fn every_kind_of_list_is_pdf_ua_with_its_fonts_inside() {
    for lang in [Lang::It, Lang::En] {
        for (rows, training) in [(0, false), (1, true), (60, false), (60, true)] {
            let list = DayListPaper { training, ..list(rows) };
            let bytes = day_list_pdf(&list, lang).expect("the exporter accepts it as PDF/UA-1");
            assert!(bytes.windows(14).any(|w| w == b"<pdfuaid:part>"));
            let pdf = Pdf::new(&bytes);
            assert!(pdf.fonts().iter().all(|(_, embedded)| *embedded));
            let text = pdf.text();
            assert!(!text.contains("paper-"), "a sentence has no words: {text}");
            let word = if lang == Lang::It { "ESERCITAZIONE" } else { "TRAINING" };
            assert_eq!(text.contains(word), training);
        }
    }
}

#[test]
fn who_is_in_already_stands_on_the_list_ticked_when_the_party_is_whole() {
    let mut list = list(2);
    list.rows[0] = DayRow { persons: 3, entered: 1, ..row(0) };
    list.rows[1] = DayRow { persons: 2, entered: 2, ..row(1) };
    let text = Pdf::new(&day_list_pdf(&list, Lang::It).expect("a list")).text();
    assert!(text.contains("2 prenotazioni, 5 persone · già entrate alla stampa: 3"), "{text}");
    assert!(text.contains("1 di 3") && text.contains("2 di 2"), "{text}");
    assert_eq!(text.matches('×').count(), 1, "only the whole party is ticked: {text}");
    assert!(text.contains("Volontaria giurisdizione · documento"), "the document is compared on paper too: {text}");
}

#[test]
fn an_office_with_a_long_name_keeps_its_row_and_its_neighbours() {
    let mut list = list(3);
    list.rows[1].office =
        "UFFICIO ESECUZIONI IMMOBILIARI, FALLIMENTARI E PROCEDURE CONCORSUALI – SECONDA SEZIONE".into();
    list.rows[1].check_id = true;
    let pages = Pdf::new(&day_list_pdf(&list, Lang::It).expect("a list")).pages();
    assert_eq!(pages.len(), 1);
    for part in ["UFFICIO ESECUZIONI", "…", "documento", &code(0), &code(1), &code(2)] {
        assert!(pages[0].contains(part), "“{part}” is missing in {}", pages[0]);
    }
}

#[test]
fn a_day_without_bookings_still_gives_a_sheet_to_write_on() {
    let text = Pdf::new(&day_list_pdf(&list(0), Lang::It).expect("a list")).text();
    assert!(text.contains("Nessuna prenotazione per questo giorno.") && text.contains("Righe libere"), "{text}");
}

#[test]
fn the_same_list_is_the_same_bytes_in_whatever_order_its_rows_come() {
    let one = list(80);
    let mut other = one.clone();
    other.rows.reverse();
    assert!(day_list_pdf(&one, Lang::It).expect("a list") == day_list_pdf(&other, Lang::It).expect("a list"));
}

#[test]
fn too_many_rows_and_rows_without_a_code_are_refused_by_name() {
    let refuse = |list: DayListPaper| day_list_pdf(&list, Lang::It).expect_err("refused");
    let rows = vec![row(0); DAY_ROWS_MAX + 1];
    let too_many = PaperError::TooLong { field: "rows", length: DAY_ROWS_MAX + 1, length_max: DAY_ROWS_MAX };
    assert_eq!(refuse(DayListPaper { rows, ..list(0) }), too_many);
    let blank = DayRow { code: " ".into(), ..row(0) };
    assert_eq!(refuse(DayListPaper { rows: vec![blank], ..list(0) }), PaperError::Empty { field: "code" });
    assert_eq!(refuse(DayListPaper { gate: String::new(), ..list(0) }), PaperError::Empty { field: "gate" });
}

#[test]
fn a_list_has_no_field_for_a_name() {
    // Whoever adds a field must come here and say why paper needs it.
    let DayListPaper {
        court: _,
        site: _,
        gate: _,
        day: _,
        printed: _,
        journal_head: _,
        rows,
        blank_lines: _,
        training: _,
    } = list(1);
    for row in rows {
        let DayRow { time: _, opens: _, last_entry: _, code: _, persons: _, entered: _, office: _, check_id: _ } = row;
    }
}
