// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Where things stand on the list of a day. It must work by torchlight, with a pen, on a loose sheet: every page names
//! its gate, its day and when it was printed.

use krilla::tagging::{ArtifactType, Node, TableHeaderScope, Tag, TagGroup};

use crate::PaperError;
use crate::day_list::{Content, Mark, Row};
use crate::fonts::{self, Hand};
use crate::ruled::{Ink, Pen, Ruled, heading, middle, paragraph};

// All in millimetres, type sizes in points.
const LEFT: f32 = 12.0;
const WIDTH: f32 = 186.0;
const TOP: f32 = 21.0;
const BOTTOM: f32 = 281.0;
const HAIR: f32 = 0.2;
const HEAVY: f32 = 0.6;
const BOX: f32 = 4.6;
const BODY: f32 = 10.5;
const HEAD_HEIGHT: f32 = 6.4;
/// High enough for a pen, and for two lines of small print.
const ROW_HEIGHT: f32 = 6.4;
/// High enough for a code written by hand.
const BLANK_HEIGHT: f32 = 8.0;
/// Left edges of the columns: time, window, code, persons, office, tick, how many, when; and the right edge.
const COLUMNS: [f32; 9] = [12.0, 24.5, 48.5, 73.0, 88.0, 151.0, 163.0, 181.0, 198.0];
const INSET: f32 = 1.3;

/// One thing on a page. What it holds is read from top to bottom.
enum Item<'a> {
    Band(&'a Mark),
    Heading { level: u16, size: f32, text: &'a str },
    Lines { hand: Hand, size: f32, lines: Vec<String> },
    Head,
    Row(&'a Row),
    Blank,
    TableEnd,
    Gap(f32),
}

impl Item<'_> {
    fn height(&self) -> f32 {
        match self {
            Self::Band(_) => 14.0,
            Self::Heading { size, .. } => size * 0.45,
            Self::Lines { size, lines, .. } => size * 0.46 * lines.len() as f32,
            Self::Head => HEAD_HEIGHT,
            Self::Row(_) => ROW_HEIGHT,
            Self::Blank => BLANK_HEIGHT,
            Self::TableEnd => 0.0,
            Self::Gap(height) => *height,
        }
    }

    fn lines(hand: Hand, size: f32, text: &str) -> Self {
        Self::Lines { hand, size, lines: fonts::wrapped(hand, text, WIDTH * 72.0 / 25.4 / size) }
    }
}

/// An item with its height from the top of its page, in millimetres.
struct Placed<'a> {
    top: f32,
    item: Item<'a>,
}

/// The list as PDF/UA-1.
///
/// # Errors
/// [`PaperError::Typesetter`].
pub fn draw(content: &Content) -> Result<Vec<u8>, PaperError> {
    let pages = paged(items(content));
    let mut sheet = Ruled::new(&content.document, content.lang)?;
    let mut reading = Reading::default();
    for (index, items) in pages.iter().enumerate() {
        let number = content.page.replace(crate::words::PAGE, &(index + 1).to_string());
        let number = number.replace(crate::words::PAGES, &pages.len().to_string());
        sheet.page(|pen| {
            every_page(pen, content, &number);
            for Placed { top, item } in items {
                reading.draw(pen, content, *top, item);
            }
            rules_and_boxes(pen, items);
        });
        for Placed { top, item } in items {
            match item {
                Item::Heading { text, .. } => sheet.entry(text, index, *top),
                Item::Row(Row { hour: Some(hour), .. }) => sheet.entry(hour, index, *top),
                _ => {}
            }
        }
    }
    reading.parts.into_iter().for_each(|part| sheet.part(part));
    sheet.finish()
}

/// All that stands on the list, in order, without places.
fn items(content: &Content) -> Vec<Item<'_>> {
    let mut items = Vec::with_capacity(content.rows.len() + content.blank_lines + 16);
    if let Some(mark) = &content.training {
        items.extend([Item::Band(mark), Item::Gap(2.0)]);
    }
    items.extend([
        Item::Heading { level: 1, size: 19.0, text: &content.title },
        Item::lines(Hand::SemiBold, 14.0, &content.date),
        Item::lines(Hand::Regular, BODY, &content.count),
        Item::Gap(1.0),
        Item::lines(Hand::Regular, BODY, &content.how),
        Item::Gap(2.0),
    ]);
    if let Some(empty) = &content.empty {
        items.push(Item::lines(Hand::SemiBold, BODY, empty));
    } else {
        items.push(Item::Head);
        items.extend(content.rows.iter().map(Item::Row));
        items.push(Item::TableEnd);
    }
    if content.blank_lines > 0 {
        items.extend([
            Item::Gap(5.0),
            Item::Heading { level: 2, size: 13.0, text: &content.blank_title },
            Item::lines(Hand::Regular, BODY, &content.blank_how),
            Item::Gap(1.0),
            Item::Head,
        ]);
        items.extend((0..content.blank_lines).map(|_| Item::Blank));
        items.push(Item::TableEnd);
    }
    items
}

/// The items page by page. A table goes on under its head; a heading takes the first lines below it along.
fn paged(items: Vec<Item<'_>>) -> Vec<Vec<Placed<'_>>> {
    let mut pages = vec![Vec::new()];
    let mut top = TOP;
    for item in items {
        let needed = match item {
            Item::Heading { .. } => 45.0,
            Item::Head => HEAD_HEIGHT + BLANK_HEIGHT,
            _ => item.height(),
        };
        if top + needed > BOTTOM {
            pages.push(Vec::new());
            top = TOP;
            if matches!(item, Item::Gap(_)) {
                continue;
            }
            if matches!(item, Item::Row(_) | Item::Blank) {
                place(&mut pages, &mut top, Item::Head);
            }
        }
        place(&mut pages, &mut top, item);
    }
    pages
}

fn place<'a>(pages: &mut [Vec<Placed<'a>>], top: &mut f32, item: Item<'a>) {
    let height = item.height();
    if let Some(page) = pages.last_mut() {
        page.push(Placed { top: *top, item });
    }
    *top += height;
}

/// Head and foot of each page.
fn every_page(pen: &mut Pen<'_, '_>, content: &Content, number: &str) {
    let right = |ink: &Ink| LEFT + WIDTH - ink.width();
    pen.repeated(ArtifactType::Header, |pen| {
        let date = Ink::new(Hand::Bold, 9.5, &content.date);
        let printed = Ink::new(Hand::Regular, 9.5, &content.printed);
        let room = |beside: &Ink| (WIDTH - beside.width() - 6.0) * 72.0 / 25.4 / 9.5;
        let gate = fonts::cut(Hand::Bold, &content.gate, room(&date));
        let court = fonts::cut(Hand::Regular, &content.court, room(&printed));
        pen.inks(LEFT, 11.5, &[Ink::new(Hand::Bold, 9.5, gate)]);
        pen.inks(LEFT, 15.7, &[Ink::new(Hand::Regular, 9.5, court)]);
        pen.inks(right(&date), 11.5, &[date]);
        pen.inks(right(&printed), 15.7, &[printed]);
        pen.lines(0.4, &[(LEFT, 17.8, WIDTH)]);
    });
    pen.repeated(ArtifactType::Footer, |pen| {
        pen.inks(LEFT, 288.0, &[Ink::new(Hand::Regular, 9.0, &content.head)]);
        let number = Ink::new(Hand::Regular, 9.0, number);
        pen.inks(right(&number), 288.0, &[number]);
        if let Some(mark) = &content.training {
            let word = Ink { white: true, ..Ink::new(Hand::Bold, 11.0, mark.word.to_uppercase()) };
            let width = word.width();
            pen.ground(105.0 - width / 2.0 - 2.0, 284.0, width + 4.0, 5.6);
            pen.inks(105.0 - width / 2.0, middle(284.0, 5.6, 11.0), &[word]);
        }
    });
}

/// Lines and boxes of a page, each kind in one stroke.
fn rules_and_boxes(pen: &mut Pen<'_, '_>, items: &[Placed<'_>]) {
    let (mut hair, mut heavy, mut boxes, mut uprights) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let across = |y: f32| (LEFT, y, WIDTH);
    for Placed { top, item } in items {
        match item {
            Item::Head => heavy.extend([across(*top), across(top + HEAD_HEIGHT)]),
            Item::Row(row) => {
                hair.push(across(top + ROW_HEIGHT));
                if row.hour.is_some() {
                    heavy.push(across(*top));
                }
                boxes.push((COLUMNS[5] + 3.7, top + (ROW_HEIGHT - BOX) / 2.0));
            }
            Item::Blank => {
                hair.push(across(top + BLANK_HEIGHT));
                boxes.push((COLUMNS[5] + 3.7, top + (BLANK_HEIGHT - BOX) / 2.0));
                uprights.extend(COLUMNS.iter().map(|x| (*x, *top, BLANK_HEIGHT)));
            }
            Item::TableEnd => heavy.push(across(*top)),
            Item::Band(_) | Item::Heading { .. } | Item::Lines { .. } | Item::Gap(_) => {}
        }
    }
    pen.repeated(ArtifactType::Layout, |pen| {
        pen.lines(HAIR, &hair);
        pen.lines(HEAVY, &heavy);
        pen.uprights(HAIR, &uprights);
        pen.boxes(0.4, BOX, &boxes);
    });
}

/// What has been written so far, in the order in which it is read out.
#[derive(Default)]
struct Reading {
    parts: Vec<TagGroup>,
    head: Option<TagGroup>,
    rows: Vec<Node>,
}

impl Reading {
    fn draw(&mut self, pen: &mut Pen<'_, '_>, content: &Content, top: f32, item: &Item<'_>) {
        match item {
            Item::Band(mark) => self.parts.push(band(pen, top, mark)),
            Item::Heading { level, size, text } => {
                let mark = pen.write(LEFT, middle(top, item.height(), *size), &[Ink::new(Hand::Bold, *size, *text)]);
                self.parts.push(heading(*level, text, mark));
            }
            Item::Lines { hand, size, lines } => {
                let marks = lines.iter().enumerate().map(|(index, line)| {
                    // The space at the end keeps the last word apart from the next line's first.
                    let ink = Ink::new(*hand, *size, format!("{line} "));
                    pen.write(LEFT, middle(top + size * 0.46 * index as f32, size * 0.46, *size), &[ink])
                });
                self.parts.push(paragraph(marks.collect()));
            }
            Item::Head => {
                let first = self.head.is_none();
                let cells = content.columns.iter().enumerate().map(|(column, name)| {
                    let ink = [Ink::new(Hand::Bold, 9.0, name)];
                    let (x, baseline) = (column_x(column, &ink), middle(top, HEAD_HEIGHT, 9.0));
                    if first {
                        let mark = pen.write(x, baseline, &ink);
                        Some(TagGroup::with_children(Tag::TH(TableHeaderScope::Column), vec![mark]))
                    } else {
                        pen.repeated(ArtifactType::PaginationOther, |pen| pen.inks(x, baseline, &ink));
                        None
                    }
                });
                let cells: Vec<Node> = cells.flatten().map(Node::from).collect();
                if first {
                    self.head = Some(TagGroup::with_children(Tag::TR, cells));
                }
            }
            Item::Row(row) => {
                let cells = row_inks(row).into_iter().enumerate().map(|(column, lines)| {
                    let step = ROW_HEIGHT / lines.len().max(1) as f32;
                    let marks = lines.iter().enumerate().map(|(index, inks)| {
                        let size = inks.first().map_or(BODY, |ink| ink.size);
                        let (x, line_top) = (column_x(column, inks), top + step * index as f32);
                        pen.write(x, middle(line_top, step, size), inks)
                    });
                    Node::from(TagGroup::with_children(Tag::TD, marks.collect()))
                });
                let cells = cells.collect();
                self.rows.push(TagGroup::with_children(Tag::TR, cells).into());
            }
            Item::Blank => {
                let cells = (0..content.columns.len()).map(|_| Node::from(TagGroup::new(Tag::TD))).collect();
                self.rows.push(TagGroup::with_children(Tag::TR, cells).into());
            }
            Item::TableEnd => {
                let head = self.head.take().map(|head| TagGroup::with_children(Tag::THead, vec![head.into()]).into());
                let body = TagGroup::with_children(Tag::TBody, std::mem::take(&mut self.rows)).into();
                self.parts.push(TagGroup::with_children(Tag::Table, head.into_iter().chain([body]).collect()));
            }
            Item::Gap(_) => {}
        }
    }
}

fn band(pen: &mut Pen<'_, '_>, top: f32, mark: &Mark) -> TagGroup {
    pen.repeated(ArtifactType::Layout, |pen| pen.ground(LEFT, top, WIDTH, 13.0));
    let white = |hand, size, text: String| [Ink { white: true, ..Ink::new(hand, size, text) }];
    let word = pen.write(LEFT + 4.0, top + 6.8, &white(Hand::Bold, 19.0, format!("{} ", mark.word.to_uppercase())));
    let note = pen.write(LEFT + 4.0, top + 11.2, &white(Hand::SemiBold, 11.0, mark.note.clone()));
    paragraph(vec![word, note])
}

/// Time at the right of its column, persons and tick in the middle, the rest at the left.
fn column_x(column: usize, inks: &[Ink]) -> f32 {
    let (left, right) = (COLUMNS[column], COLUMNS[column + 1]);
    let width: f32 = inks.iter().map(Ink::width).sum();
    match column {
        0 => right - INSET - width,
        3 | 5 => (left + right - width) / 2.0,
        _ => left + INSET,
    }
}

/// What stands in each cell of a row, line by line.
fn row_inks(row: &Row) -> [Vec<Vec<Ink>>; 8] {
    let line = |hand, size, text: &str| vec![vec![Ink::new(hand, size, text)]];
    let none = Vec::new;
    [
        line(Hand::Bold, BODY, &row.time),
        line(Hand::Regular, BODY, &row.window),
        line(Hand::Mono, 10.0, &row.code),
        line(Hand::Regular, BODY, &row.persons),
        office_inks(row),
        if row.done { line(Hand::Bold, 14.0, "×") } else { none() },
        if row.entered.is_empty() { none() } else { line(Hand::Regular, BODY, &row.entered) },
        none(),
    ]
}

/// The office on one line, or on two of small print; what does not fit there ends in an ellipsis, the mark never does.
fn office_inks(row: &Row) -> Vec<Vec<Ink>> {
    let room = COLUMNS[5] - COLUMNS[4] - 2.0 * INSET;
    let with_mark = |size: f32, text: &str| -> Vec<Ink> {
        let dot = if text.is_empty() { "" } else { " · " };
        let mark = row.mark.iter().map(|mark| Ink::new(Hand::Bold, size, format!("{dot}{mark}")));
        [Ink::new(Hand::Regular, size, text)].into_iter().chain(mark).collect()
    };
    for size in [9.5, 8.5] {
        let line = with_mark(size, &row.office);
        if line.iter().map(Ink::width).sum::<f32>() <= room {
            return vec![line];
        }
    }
    let size = 7.5;
    let em = |mm: f32| mm * 72.0 / 25.4 / size;
    let mut lines = fonts::wrapped(Hand::Regular, &row.office, em(room)).into_iter();
    let first = fonts::cut(Hand::Regular, &lines.next().unwrap_or_default(), em(room));
    let rest = lines.collect::<Vec<_>>().join(" ");
    let beside: f32 = with_mark(size, "…").iter().skip(1).map(Ink::width).sum();
    let rest = fonts::cut(Hand::Regular, &rest, em(room - beside));
    // The space keeps the last word apart from the next line's first when the sheet is read out.
    vec![vec![Ink::new(Hand::Regular, size, format!("{first} "))], with_mark(size, &rest)]
}
