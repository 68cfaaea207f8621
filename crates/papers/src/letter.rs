// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Letters: a sheet for each person, in Italian and English, with the new receipt of whoever was given another time.
//!
//! The only sheet with a name on it: it goes to the person whose name it is.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::Serialize;
use varco_words::{Lang, clock};

use crate::words::{date, date_without_weekday, say, say_with};
use crate::{PaperError, field, press, qr, words};

/// Letters of one file, at most.
pub const LETTERS_MAX: usize = 2_000;
/// Characters of a text, at most.
const TEXT_MAX: usize = 4_000;

/// A letter to one person.
#[derive(Clone, PartialEq, Eq)]
pub struct LetterPaper {
    /// The court, as its people call it.
    pub court: String,
    /// The building.
    pub site: String,
    /// Where it is.
    pub address: String,
    /// Whom to call.
    pub phone: Option<String>,
    /// When it was written.
    pub written: NaiveDate,
    /// What it says in Italian, with the name; a blank line begins a new paragraph.
    pub it: String,
    /// The same in English.
    pub en: String,
    /// The new receipt.
    pub receipt: Option<LetterReceipt>,
    /// A practice letter, which must never be taken for a real one.
    pub training: bool,
}

/// The receipt of a letter, civil times of the site.
#[derive(Clone, PartialEq, Eq)]
pub struct LetterReceipt {
    /// The text of the symbol: the signed token.
    pub token: String,
    /// The short code as it is shown.
    pub short_code: String,
    /// The office that is visited.
    pub office: String,
    /// Its floor.
    pub floor: Option<String>,
    /// Its room.
    pub room: Option<String>,
    /// When the visit begins.
    pub start: NaiveDateTime,
    /// From when the gate admits.
    pub opens: NaiveTime,
    /// Until when the gate admits.
    pub last_entry: NaiveTime,
    /// How many persons it admits.
    pub persons: u32,
}

impl std::fmt::Debug for LetterPaper {
    // A letter names somebody, and its receipt lets somebody in: neither is for a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LetterPaper").field("written", &self.written).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for LetterReceipt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LetterReceipt").field("start", &self.start).finish_non_exhaustive()
    }
}

/// Letters as one PDF/UA-1, a sheet each. The same letters give the same bytes.
///
/// # Errors
/// [`PaperError::Empty`] when there is no letter, or court or text of one is blank; [`PaperError::TooLong`];
/// [`PaperError::Code`]; [`PaperError::Typesetter`].
pub fn letters_pdf(letters: &[LetterPaper]) -> Result<Vec<u8>, PaperError> {
    if letters.is_empty() {
        return Err(PaperError::Empty { field: "letters" });
    }
    if letters.len() > LETTERS_MAX {
        return Err(PaperError::TooLong { field: "letters", length: letters.len(), length_max: LETTERS_MAX });
    }
    let mut files = Vec::new();
    let mut content = Content {
        document: say(Lang::It, "letter-title"),
        english: say(Lang::En, "letter-english"),
        size: SIZES[0],
        letters: Vec::with_capacity(letters.len()),
    };
    for letter in letters {
        content.letters.push(sheet(letter, &mut files)?);
    }
    // A long text is set smaller before it needs a second sheet.
    let mut set = press::set_with("letter.typ", &content, &files)?;
    for size in &SIZES[1..] {
        if set.pages() == letters.len() {
            break;
        }
        content.size = *size;
        set = press::set_with("letter.typ", &content, &files)?;
    }
    press::pdf(&set)
}

/// Sizes of the text in points, the first that fits.
const SIZES: [f64; 4] = [11.5, 10.5, 9.5, 8.5];

#[derive(Serialize)]
struct Content {
    document: String,
    english: String,
    size: f64,
    letters: Vec<Letter>,
}

#[derive(Serialize)]
struct Letter {
    court: String,
    place: String,
    title: String,
    issued: String,
    it: Vec<String>,
    en: Vec<String>,
    receipt: Option<Receipt>,
    contact: Option<String>,
    training: Option<Mark>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Receipt {
    title: String,
    title_en: String,
    date: String,
    time: String,
    date_en: String,
    lines: Vec<String>,
    /// Number of its symbol among the files.
    symbol: usize,
    qr_alt: String,
    code: String,
}

#[derive(Serialize)]
struct Mark {
    word: String,
    note: String,
}

fn sheet(letter: &LetterPaper, files: &mut Vec<(String, String)>) -> Result<Letter, PaperError> {
    let both = |key| [Lang::It, Lang::En].map(|lang| say(lang, key));
    let (site, address) = (field::required("site", &letter.site)?, field::required("address", &letter.address)?);
    Ok(Letter {
        court: field::required("court", &letter.court)?,
        place: if site == address { site } else { format!("{site}, {address}") },
        title: say(Lang::It, "letter-title"),
        issued: date_without_weekday(Lang::It, letter.written),
        it: paragraphs("it", &letter.it)?,
        en: paragraphs("en", &letter.en)?,
        receipt: letter.receipt.as_ref().map(|paper| receipt(paper, files)).transpose()?,
        contact: field::optional("phone", letter.phone.as_deref())?,
        training: letter
            .training
            .then(|| Mark {
                word: both("paper-training").join(" · "), note: both("paper-training-receipt").join(" ")
            }),
    })
}

fn receipt(paper: &LetterReceipt, files: &mut Vec<(String, String)>) -> Result<Receipt, PaperError> {
    let symbol = files.len();
    files.push((format!("qr-{symbol}.svg"), qr::qr_svg(&paper.token)?));
    let (office, code) = (field::required("office", &paper.office)?, field::required("short_code", &paper.short_code)?);
    let floor = field::optional("floor", paper.floor.as_deref())?;
    let room = field::optional("room", paper.room.as_deref())?;
    let (opens, last) = (clock(paper.opens), clock(paper.last_entry));
    let mut lines = vec![field::strong(&office)];
    for lang in [Lang::It, Lang::En] {
        let place = crate::receipt::floor_and_room(lang, floor.as_deref(), room.as_deref());
        let window = say_with(lang, "letter-window", &[("opens", &opens), ("last", &last)]);
        let persons = words::say_numbers(lang, "paper-receipt-persons", &[("persons", paper.persons)]);
        let parts = place.into_iter().chain([window, persons]);
        lines.push(parts.collect::<Vec<_>>().join(" · "));
    }
    let start = clock(paper.start.time());
    Ok(Receipt {
        title: say(Lang::It, "letter-receipt"),
        title_en: say(Lang::En, "letter-receipt"),
        date: date(Lang::It, paper.start.date()),
        date_en: format!("{}, {start}", date(Lang::En, paper.start.date())),
        time: start,
        lines,
        symbol,
        qr_alt: say_with(Lang::It, "paper-receipt-qr", &[("code", &code)]),
        code,
    })
}

/// The text by its paragraphs.
fn paragraphs(name: &'static str, text: &str) -> Result<Vec<String>, PaperError> {
    let mut all = Vec::new();
    for line in text.lines() {
        let line = field::long(name, line, TEXT_MAX)?;
        if !line.is_empty() {
            all.push(line);
        }
    }
    if all.is_empty() { Err(PaperError::Empty { field: name }) } else { Ok(all) }
}
