// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A ruled sheet drawn line by line: text, lines and boxes at a place in millimetres, and the tree of what they mean.
//! The typesetter would lay out a list of ten thousand rows too, in seconds and with most of a gigabyte; a list that
//! is printed every five minutes beside a running gate may cost neither.

use std::num::NonZeroU16;

use krilla::color::luma;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, Tag, TagGroup, TagTree};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};

use crate::PaperError;
use crate::fonts::{self, Hand};

/// Points in a millimetre.
const MM: f32 = 72.0 / 25.4;
/// Height of a capital as a fraction of the size (Titillium Web 0.69, Roboto Mono 0.71).
const CAPITAL: f32 = 0.69;

/// A piece of text in one font: words that belong together may change it.
#[derive(Debug, Clone, PartialEq)]
pub struct Ink {
    /// The font.
    pub hand: Hand,
    /// Its size in points.
    pub size: f32,
    /// What is written.
    pub text: String,
    /// White, on a black ground.
    pub white: bool,
}

impl Ink {
    /// Black text.
    pub fn new(hand: Hand, size: f32, text: impl Into<String>) -> Self {
        Self { hand, size, text: text.into(), white: false }
    }

    /// How wide it is, in millimetres.
    pub fn width(&self) -> f32 {
        fonts::width(self.hand, &self.text) * self.size / MM
    }
}

/// The baseline, in millimetres from the top, that puts capitals of this size into the middle between two heights.
pub fn middle(top: f32, height: f32, size: f32) -> f32 {
    top + (height + CAPITAL * size / MM) / 2.0
}

/// The document under the pen.
pub struct Ruled {
    document: Document,
    fonts: Vec<Font>,
    tree: TagTree,
    outline: Outline,
}

impl Ruled {
    /// A document of PDF/UA-1 with a title, in a language.
    ///
    /// # Errors
    /// [`PaperError::Typesetter`] when the embedded fonts cannot be read.
    pub fn new(title: &str, lang: &str) -> Result<Self, PaperError> {
        let configuration = ConfigurationBuilder::new()
            .with_accessibility_validator(Accessibility::UA1)
            .finish()
            .map_err(|error| PaperError::Typesetter { detail: format!("{error:?}") })?;
        let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
        let metadata = Metadata::new().title(title.into()).language(lang.into()).creator("Varco".into());
        document.set_metadata(metadata);
        let fonts: Vec<Font> = fonts::FILES.iter().filter_map(|file| Font::new((*file).into(), 0)).collect();
        if fonts.len() < fonts::FILES.len() {
            return Err(PaperError::Typesetter { detail: "an embedded font cannot be read".into() });
        }
        Ok(Self { document, fonts, tree: TagTree::new().with_lang(Some(lang.into())), outline: Outline::new() })
    }

    /// Draws an upright page of A4.
    pub fn page(&mut self, draw: impl FnOnce(&mut Pen<'_, '_>)) {
        // The size is a constant that krilla accepts.
        let Some(settings) = PageSettings::from_wh(210.0 * MM, 297.0 * MM) else { return };
        let mut page = self.document.start_page_with(settings);
        draw(&mut Pen { surface: page.surface(), fonts: &self.fonts });
        page.finish();
    }

    /// Says what was drawn: the next part in the order of reading.
    pub fn part(&mut self, part: TagGroup) {
        self.tree.push(part);
    }

    /// An entry of the table of contents beside the pages: page counted from 0, height in millimetres.
    pub fn entry(&mut self, text: &str, page: usize, top: f32) {
        let place = XyzDestination::new(page, Point::from_xy(0.0, top * MM));
        self.outline.push_child(OutlineNode::new(text.into(), place));
    }

    /// The bytes.
    ///
    /// # Errors
    /// [`PaperError::Typesetter`] when the document breaks a rule of PDF/UA-1.
    pub fn finish(mut self) -> Result<Vec<u8>, PaperError> {
        self.document.set_outline(self.outline);
        self.document.set_tag_tree(self.tree);
        self.document.finish().map_err(|error| {
            let detail = match error {
                // The other kinds would bring a whole font or file along.
                KrillaError::Validation(errors) => format!("{errors:?}"),
                KrillaError::Font(_, why) => why,
                _ => "the document could not be written".into(),
            };
            PaperError::Typesetter { detail }
        })
    }
}

/// What draws on one page. Places are in millimetres from the left and from the top.
pub struct Pen<'a, 'b> {
    surface: Surface<'a>,
    fonts: &'b [Font],
}

impl Pen<'_, '_> {
    /// Writes text that is read out, from `x` on, standing on `baseline`. Pass the mark to [`part`] or lose the text.
    #[must_use]
    pub fn write(&mut self, x: f32, baseline: f32, inks: &[Ink]) -> Node {
        let mark: Identifier = self.surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        self.inks(x, baseline, inks);
        self.surface.end_tagged();
        mark.into()
    }

    /// Draws what stands on every page and is not read out again.
    pub fn repeated(&mut self, kind: ArtifactType, draw: impl FnOnce(&mut Self)) {
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
        draw(self);
        self.surface.end_tagged();
    }

    /// Text inside [`Self::repeated`].
    pub fn inks(&mut self, x: f32, baseline: f32, inks: &[Ink]) {
        let mut x = x * MM;
        for ink in inks {
            let color = if ink.white { luma::Color::white() } else { luma::Color::black() };
            self.surface.set_fill(Some(Fill { paint: color.into(), ..Fill::default() }));
            self.surface.set_stroke(None);
            for (hand, text, glyphs) in runs(ink) {
                let Some(font) = self.fonts.get(hand as usize) else { continue };
                let width: f32 = glyphs.iter().map(|glyph| glyph.x_advance).sum();
                let start = Point::from_xy(x, baseline * MM);
                self.surface.draw_glyphs(start, &glyphs, font.clone(), &text, ink.size, false);
                x += width * ink.size;
            }
        }
    }

    /// Lines across inside [`Self::repeated`]: each from the left, from the top, how long.
    pub fn lines(&mut self, thickness: f32, lines: &[(f32, f32, f32)]) {
        self.path(thickness, |path| {
            for (x, y, length) in lines {
                path.move_to(x * MM, y * MM);
                path.line_to((x + length) * MM, y * MM);
            }
        });
    }

    /// Upright lines inside [`Self::repeated`]: each from the left, from the top, how long.
    pub fn uprights(&mut self, thickness: f32, lines: &[(f32, f32, f32)]) {
        self.path(thickness, |path| {
            for (x, y, length) in lines {
                path.move_to(x * MM, y * MM);
                path.line_to(x * MM, (y + length) * MM);
            }
        });
    }

    /// Boxes to tick inside [`Self::repeated`]: each from the left, from the top.
    pub fn boxes(&mut self, thickness: f32, side: f32, boxes: &[(f32, f32)]) {
        self.path(thickness, |path| {
            for (x, y) in boxes {
                path.extend_with(x * MM, y * MM, side * MM, side * MM);
            }
        });
    }

    /// A black ground inside [`Self::repeated`].
    pub fn ground(&mut self, x: f32, y: f32, width: f32, height: f32) {
        let mut path = PathBuilder::new();
        path.extend_with(x * MM, y * MM, width * MM, height * MM);
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(Fill { paint: luma::Color::black().into(), ..Fill::default() }));
        path.finish().iter().for_each(|path| self.surface.draw_path(path));
    }

    fn path(&mut self, thickness: f32, draw: impl FnOnce(&mut PathBuilder)) {
        let mut path = PathBuilder::new();
        draw(&mut path);
        self.surface.set_fill(None);
        let paint = luma::Color::black().into();
        self.surface.set_stroke(Some(Stroke { paint, width: thickness * MM, ..Stroke::default() }));
        path.finish().iter().for_each(|path| self.surface.draw_path(path));
    }
}

/// A rectangle as part of a larger path.
trait Rectangles {
    fn extend_with(&mut self, x: f32, y: f32, width: f32, height: f32);
}

impl Rectangles for PathBuilder {
    fn extend_with(&mut self, x: f32, y: f32, width: f32, height: f32) {
        if let Some(rect) = Rect::from_xywh(x, y, width, height) {
            self.push_rect(rect);
        }
    }
}

/// The text in pieces of one font each.
fn runs(ink: &Ink) -> Vec<(Hand, String, Vec<KrillaGlyph>)> {
    let mut runs: Vec<(Hand, String, Vec<KrillaGlyph>)> = Vec::new();
    for c in ink.text.chars() {
        let Some(letter) = fonts::letter(ink.hand, c) else { continue };
        if runs.last().is_none_or(|(hand, _, _)| *hand != letter.hand) {
            runs.push((letter.hand, String::new(), Vec::new()));
        }
        if let Some((_, text, glyphs)) = runs.last_mut() {
            let range = text.len()..text.len() + c.len_utf8();
            text.push(c);
            let glyph = GlyphId::new(letter.glyph.into());
            glyphs.push(KrillaGlyph::new(glyph, letter.advance, 0.0, 0.0, 0.0, range, None));
        }
    }
    runs
}

/// A paragraph.
pub fn paragraph(marks: Vec<Node>) -> TagGroup {
    TagGroup::with_children(Tag::P, marks)
}

/// A heading of a level; the level 0 does not exist and becomes 1.
pub fn heading(level: u16, title: &str, mark: Node) -> TagGroup {
    let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
    TagGroup::with_children(Tag::Hn(level, Some(title.into())), vec![mark])
}
