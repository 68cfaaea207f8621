// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The typesetter and all it may see: the templates, the fonts and the files of one sheet. There is no package
//! resolver, no folder, no network and no clock behind it, so a sheet can only be what its data say.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Serialize;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::{LazyHash, Scalar};
use typst::{Library, LibraryExt, World, comemo};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;

use crate::{PaperError, fonts};

/// The resolutions that [`png`] draws, in pixels per inch.
pub const PIXELS_PER_INCH: std::ops::RangeInclusive<u32> = 36..=600;

const TEMPLATES: [(&str, &str); 3] = [
    ("common.typ", include_str!("../assets/common.typ")),
    ("receipt.typ", include_str!("../assets/receipt.typ")),
    ("letter.typ", include_str!("../assets/letter.typ")),
];

/// What is the same for every sheet: made once in a process.
struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    templates: Vec<Source>,
}

static PRESS: LazyLock<Press> = LazyLock::new(|| {
    let fonts: Vec<Font> = fonts::FILES.iter().flat_map(|data| Font::iter(Bytes::new(*data))).collect();
    let templates = TEMPLATES.iter().filter_map(|(name, text)| Some(Source::new(file_id(name)?, (*text).into())));
    Press {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        templates: templates.collect(),
        fonts,
    }
});

fn file_id(name: &str) -> Option<FileId> {
    Some(FileId::new(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?)))
}

/// One sheet in the press: a template and the files that it reads.
struct Job {
    main: FileId,
    files: BTreeMap<String, Bytes>,
}

impl World for Job {
    fn library(&self) -> &LazyHash<Library> {
        &PRESS.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &PRESS.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        PRESS.templates.iter().find(|source| source.id() == id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let name = id.get().vpath().get_without_slash();
        self.files.get(name).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        PRESS.fonts.get(index).cloned()
    }

    // A sheet that knew the day would not be the same bytes tomorrow: dates are part of its data.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// A sheet that is laid out, not yet in a format.
pub struct SetSheet(PagedDocument);

impl SetSheet {
    /// How many pages it takes.
    pub fn pages(&self) -> usize {
        self.0.pages().len()
    }
}

/// Lays out the template `name` with `data` as `data.json`, and the drawing of a code as `qr.svg` where there is one.
///
/// # Errors
/// [`PaperError::Typesetter`] when the template cannot be set with these data.
pub fn set(name: &str, data: &impl Serialize, qr_svg: Option<&str>) -> Result<SetSheet, PaperError> {
    let drawn: Vec<_> = qr_svg.map(|svg| ("qr.svg".to_owned(), svg.to_owned())).into_iter().collect();
    set_with(name, data, &drawn)
}

/// The same with several drawings, each under its name.
///
/// # Errors
/// As [`set`].
pub fn set_with(name: &str, data: &impl Serialize, drawn: &[(String, String)]) -> Result<SetSheet, PaperError> {
    let json = serde_json::to_vec(data).map_err(|error| PaperError::Typesetter { detail: error.to_string() })?;
    let mut files = BTreeMap::from([("data.json".to_owned(), Bytes::new(json))]);
    files.extend(drawn.iter().map(|(name, svg)| (name.clone(), Bytes::from_string(svg.clone()))));
    let main = file_id(name).ok_or_else(|| PaperError::Typesetter { detail: format!("no template {name}") })?;
    let compiled = typst::compile::<PagedDocument>(&Job { main, files }).output;
    // What was remembered of one sheet hardly helps the next, and a server prints for months.
    comemo::evict(2);
    compiled.map(SetSheet).map_err(|errors| typesetter(&errors))
}

/// The sheet as PDF/UA-1: the exporter refuses what does not conform.
///
/// # Errors
/// [`PaperError::Typesetter`] when the sheet breaks a rule of the standard.
pub fn pdf(sheet: &SetSheet) -> Result<Vec<u8>, PaperError> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|error| PaperError::Typesetter { detail: error.message().to_string() })?;
    let options = PdfOptions { creator: Smart::Custom(Some("Varco".into())), standards, ..PdfOptions::default() };
    typst_pdf::pdf(&sheet.0, &options).map_err(|errors| typesetter(&errors))
}

/// The first page as PNG.
///
/// # Errors
/// [`PaperError::Resolution`] outside [`PIXELS_PER_INCH`], [`PaperError::Typesetter`] when there is no page to draw.
pub fn png(sheet: &SetSheet, pixels_per_inch: u32) -> Result<Vec<u8>, PaperError> {
    if !PIXELS_PER_INCH.contains(&pixels_per_inch) {
        return Err(PaperError::Resolution { pixels_per_inch });
    }
    let page = sheet.0.pages().first().ok_or_else(|| PaperError::Typesetter { detail: "no page".into() })?;
    let pixel_per_pt = Scalar::new(f64::from(pixels_per_inch) / 72.0);
    let picture = typst_render::render(page, &RenderOptions { pixel_per_pt, render_bleed: false });
    picture.encode_png().map_err(|error| PaperError::Typesetter { detail: error.to_string() })
}

fn typesetter(errors: &[SourceDiagnostic]) -> PaperError {
    let sentences: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    PaperError::Typesetter { detail: sentences.join("; ") }
}
