// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The receipt: one sheet that says when, where and with what, to the person and to the gate.

use chrono::{NaiveDateTime, NaiveTime};
use serde::Serialize;
use varco_words::{Lang, clock};

use crate::press::SetSheet;
use crate::words::{date, say, say_with, time_in_words};
use crate::{PaperError, field, press, qr, words};

/// The most things to bring that a receipt lists.
const BRING_MAX: usize = 24;

/// The size of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sheet {
    /// 210 × 297 mm; the symbol is 52 mm wide, clear of the folds in thirds, in half and lengthwise.
    A4,
    /// 105 × 148 mm; the symbol is 40 mm wide, clear of the folds in half and lengthwise.
    A6,
}

/// All that stands on a receipt. There is no place for a name or for what the person asks for.
///
/// Times are civil times of the site. Texts are one line of at most 600 characters each.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceiptPaper {
    /// The court, as its people call it.
    pub court: String,
    /// The building.
    pub site: String,
    /// Where the building's entrance is.
    pub address: String,
    /// Where one gets in without steps, if that is another door: in the sheet's language, and in the other.
    pub step_free: Option<(String, String)>,
    /// The office that is visited.
    pub office: String,
    /// Its floor: "1", "terra".
    pub floor: Option<String>,
    /// Its room.
    pub room: Option<String>,
    /// What is done there.
    pub service: String,
    /// How long it takes, in minutes.
    pub service_minutes: u32,
    /// How many persons the receipt admits.
    pub persons: u32,
    /// When the visit begins.
    pub start: NaiveDateTime,
    /// From when the gate admits: start less what the office allows people to be early.
    pub opens: NaiveTime,
    /// Until when the gate admits: end of the slot and what the office allows people to be late.
    pub last_entry: NaiveTime,
    /// What to bring, in this order, besides the receipt itself. At most 24 things.
    pub bring: Vec<String>,
    /// How to get from the entrance to the office.
    pub directions: Option<String>,
    /// Whom to call, with the hours if there are any.
    pub phone: Option<String>,
    /// Where on the web a booking is moved or cancelled.
    pub web: Option<String>,
    /// When the receipt was issued.
    pub issued: NaiveDateTime,
    /// The text of the symbol: the signed token.
    pub token: String,
    /// The short code as it is shown: "K7M4 PX2R".
    pub short_code: String,
    /// A practice receipt, which must never be taken for a real one.
    pub training: bool,
    /// The same token printed again.
    pub reprint: bool,
}

impl std::fmt::Debug for ReceiptPaper {
    // Token and short code let somebody in: they are no text for a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ReceiptPaper").field("office", &self.office).field("start", &self.start).finish_non_exhaustive()
    }
}

/// The receipt as PDF/UA-1. The same receipt gives the same bytes.
///
/// # Errors
/// [`PaperError::Code`] when the token is no text for our symbol; [`PaperError::Empty`] when court, site, address,
/// office, service or short code is blank; [`PaperError::TooLong`]; [`PaperError::Typesetter`].
pub fn receipt_pdf(receipt: &ReceiptPaper, sheet: Sheet, lang: Lang) -> Result<Vec<u8>, PaperError> {
    press::pdf(&set(receipt, sheet, lang)?)
}

/// The first page of the receipt as PNG: to hold to a camera, or to print from a window that opens no PDF.
///
/// # Errors
/// As [`receipt_pdf`], and [`PaperError::Resolution`] outside [`crate::PIXELS_PER_INCH`].
pub fn receipt_png(
    receipt: &ReceiptPaper,
    sheet: Sheet,
    lang: Lang,
    pixels_per_inch: u32,
) -> Result<Vec<u8>, PaperError> {
    press::png(&set(receipt, sheet, lang)?, pixels_per_inch)
}

fn set(receipt: &ReceiptPaper, sheet: Sheet, lang: Lang) -> Result<SetSheet, PaperError> {
    let svg = qr::qr_svg(&receipt.token)?;
    let mut content = content(receipt, sheet, lang)?;
    let whole = press::set("receipt.typ", &content, Some(&svg))?;
    if whole.pages() == 1 {
        return Ok(whole);
    }
    // A second sheet gets lost: smaller print comes first, as long as it can be read.
    let smaller: &[f64] = match sheet {
        Sheet::A4 => &[0.92, 0.84],
        Sheet::A6 => &[0.94],
    };
    for scale in smaller {
        content.scale = *scale;
        let set = press::set("receipt.typ", &content, Some(&svg))?;
        if set.pages() == 1 {
            return Ok(set);
        }
    }
    content.runs_over = true;
    content.scale = 1.0;
    press::set("receipt.typ", &content, Some(&svg))
}

/// What the template reads: finished sentences, no decision left but where they stand.
#[derive(Serialize)]
struct Content {
    lang: &'static str,
    sheet: &'static str,
    /// Of the text that may run over; what is read at the gate keeps its size.
    scale: f64,
    /// It takes more than one page, each of which then needs a foot with code and number.
    runs_over: bool,
    document: String,
    title: String,
    court: String,
    place: String,
    date: String,
    clock: String,
    words: String,
    persons: String,
    qr_alt: String,
    code: String,
    window: [Moment; 3],
    rule: String,
    where_to: WhereTo,
    bring_title: String,
    bring: Vec<String>,
    service: String,
    move_it: Option<String>,
    second: Second,
    privacy: String,
    contact: Option<String>,
    training: Option<Mark>,
    reprint: Option<Mark>,
    page: String,
}

/// A time on the line of entry.
#[derive(Serialize)]
struct Moment {
    time: String,
    label: String,
}

#[derive(Serialize)]
struct WhereTo {
    title: String,
    office: String,
    room: Option<String>,
    ways: Vec<String>,
}

/// The receipt in the other language, in one breath.
#[derive(Serialize)]
struct Second {
    lang: &'static str,
    title: String,
    text: String,
}

/// A word nobody may overlook, and what it means. The word is set in capitals by the template.
#[derive(Serialize)]
struct Mark {
    word: String,
    note: String,
}

fn content(receipt: &ReceiptPaper, sheet: Sheet, lang: Lang) -> Result<Content, PaperError> {
    let site = field::required("site", &receipt.site)?;
    let address = field::required("address", &receipt.address)?;
    let step_free = |pick: fn(&(String, String)) -> &String| {
        field::optional("step_free", receipt.step_free.as_ref().map(|pair| pick(pair).as_str()))
    };
    let (step_free, other_step_free) = (step_free(|pair| &pair.0)?, step_free(|pair| &pair.1)?);
    let code = field::required("short_code", &receipt.short_code)?;
    let phone = field::optional("phone", receipt.phone.as_deref())?;
    let web = field::optional("web", receipt.web.as_deref())?;
    let floor = field::optional("floor", receipt.floor.as_deref())?;
    let room = field::optional("room", receipt.room.as_deref())?;
    let service = field::required("service", &receipt.service)?;

    let day = date(lang, receipt.start.date());
    let start = clock(receipt.start.time());
    let (opens, last) = (clock(receipt.opens), clock(receipt.last_entry));
    let moment = |time: &str, key| Moment { time: time.to_owned(), label: say(lang, key) };

    Ok(Content {
        lang: lang.code(),
        sheet: match sheet {
            Sheet::A4 => "a4",
            Sheet::A6 => "a6",
        },
        scale: 1.0,
        runs_over: false,
        document: say_with(lang, "paper-receipt-document", &[("code", &code), ("date", &day), ("time", &start)]),
        title: say(lang, "paper-receipt-title"),
        court: field::required("court", &receipt.court)?,
        place: if site == address { site } else { format!("{site}, {address}") },
        clock: say_with(lang, "paper-receipt-clock", &[("time", &start)]),
        words: time_in_words(lang, receipt.start.time()),
        persons: words::say_numbers(lang, "paper-receipt-persons", &[("persons", receipt.persons)]),
        qr_alt: say_with(lang, "paper-receipt-qr", &[("code", &code)]),
        window: [
            moment(&opens, "paper-receipt-opens"),
            moment(&start, "paper-receipt-visit"),
            moment(&last, "paper-receipt-last"),
        ],
        rule: say_with(lang, "paper-receipt-rule", &[("opens", &opens), ("last", &last)]),
        where_to: WhereTo {
            title: say(lang, "paper-receipt-where"),
            office: field::required("office", &receipt.office)?,
            room: floor_and_room(lang, floor.as_deref(), room.as_deref()),
            ways: ways(receipt, lang, &address, step_free.as_deref())?,
        },
        bring_title: say(lang, "paper-receipt-bring"),
        bring: bring(receipt, lang)?,
        service: service_and_issue(receipt, lang, &service),
        move_it: match (&web, &phone) {
            (Some(web), _) => Some(say_with(lang, "paper-receipt-move-web", &[("web", &field::strong(web))])),
            (None, Some(phone)) => {
                Some(say_with(lang, "paper-receipt-move-phone", &[("phone", &field::strong(phone))]))
            }
            (None, None) => None,
        },
        second: second(receipt, lang.other(), &address, [&floor, &room, &other_step_free].map(Option::as_deref)),
        privacy: say(lang, "paper-receipt-privacy"),
        contact: phone,
        training: receipt.training.then(|| training(lang)),
        reprint: receipt
            .reprint
            .then(|| Mark { word: say(lang, "paper-reprint"), note: say(lang, "paper-reprint-note") }),
        page: words::page(lang),
        date: day,
        code,
    })
}

fn service_and_issue(receipt: &ReceiptPaper, lang: Lang, service: &str) -> String {
    let (service, time) = (field::strong(service), clock(receipt.issued.time()));
    let day = words::date_without_weekday(lang, receipt.issued.date());
    let values = [
        ("service", service.as_str().into()),
        ("minutes", receipt.service_minutes.into()),
        ("date", day.as_str().into()),
        ("time", time.as_str().into()),
    ];
    varco_words::text(lang, "paper-receipt-service", &values)
}

pub(crate) fn floor_and_room(lang: Lang, floor: Option<&str>, room: Option<&str>) -> Option<String> {
    match (floor, room) {
        (Some(floor), Some(room)) => {
            Some(say_with(lang, "paper-receipt-floor-room", &[("floor", floor), ("room", room)]))
        }
        (Some(floor), None) => Some(say_with(lang, "paper-receipt-floor", &[("floor", floor)])),
        (None, Some(room)) => Some(say_with(lang, "paper-receipt-room", &[("room", room)])),
        (None, None) => None,
    }
}

fn ways(receipt: &ReceiptPaper, lang: Lang, address: &str, step_free: Option<&str>) -> Result<Vec<String>, PaperError> {
    let door = if step_free.is_some() { "paper-receipt-entrance-main" } else { "paper-receipt-entrance" };
    let mut ways = vec![say_with(lang, door, &[("address", field::unstopped(address))])];
    ways.extend(
        step_free
            .map(|door| say_with(lang, "paper-receipt-entrance-step-free", &[("address", field::unstopped(door))])),
    );
    ways.extend(field::optional("directions", receipt.directions.as_deref())?);
    Ok(ways)
}

fn bring(receipt: &ReceiptPaper, lang: Lang) -> Result<Vec<String>, PaperError> {
    if receipt.bring.len() > BRING_MAX {
        let length = receipt.bring.len();
        return Err(PaperError::TooLong { field: "bring", length, length_max: BRING_MAX });
    }
    let mut things = vec![say(lang, "paper-receipt-bring-receipt")];
    for thing in &receipt.bring {
        things.extend(field::optional("bring", Some(thing))?);
    }
    Ok(things)
}

fn second(receipt: &ReceiptPaper, lang: Lang, address: &str, [floor, room, step_free]: [Option<&str>; 3]) -> Second {
    let day = capitalised(&date(lang, receipt.start.date()));
    let start = clock(receipt.start.time());
    let (opens, last) = (clock(receipt.opens), clock(receipt.last_entry));
    let window = say_with(lang, "paper-receipt-summary-window", &[("opens", &opens), ("last", &last)]);
    let window = field::strong(&window);
    let address = field::unstopped(address);
    let values = [("date", day.as_str()), ("time", &start), ("window", &window), ("address", address)];
    let mut sentences = match floor_and_room(lang, floor, room) {
        Some(place) => {
            let values: Vec<_> = values.into_iter().chain([("place", place.as_str())]).collect();
            vec![say_with(lang, "paper-receipt-summary-place", &values)]
        }
        None => vec![say_with(lang, "paper-receipt-summary", &values)],
    };
    sentences.extend(
        step_free.map(|door| say_with(lang, "paper-receipt-summary-step-free", &[("address", field::unstopped(door))])),
    );
    Second { lang: lang.code(), title: say(lang, "paper-language"), text: sentences.join(" ") }
}

/// In both languages: whoever cannot read one of them must not queue for nothing.
fn training(lang: Lang) -> Mark {
    let both = [lang, lang.other()];
    Mark {
        word: both.map(|lang| say(lang, "paper-training")).join(" · "),
        note: both.map(|lang| say(lang, "paper-training-receipt")).join(" "),
    }
}

/// The sentence begins with the weekday, which Italian writes small.
fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
