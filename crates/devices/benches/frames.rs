// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! How many frames are read, how many falsely, and how long it takes: the child process against the bare zxing-cpp in this
//! process, alternating on each frame of one run.
//!
//! `cargo bench -p varco-devices --features in-process --bench frames -- FOLDER…`, each FOLDER with a `manifest.tsv` of
//! lines `id, set, file, expected text in hex or -, notes` separated by tabs. Without a folder nothing is measured.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use varco_devices::{
    CodeReader, Decoder, FrameSession, Gray8, InProcess, Look, Reading, Sight, WorkerProgram, load_picture,
};
use zxingcpp::{BarcodeFormat, BarcodeReader, ImageFormat, ImageView};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

struct Frame {
    set: String,
    file: PathBuf,
    expected: Option<Vec<u8>>,
    /// Name of its sequence and its place in it, from 0.
    sequence: Option<(String, usize)>,
}

#[derive(Default)]
struct Figures {
    read: usize,
    with_code: usize,
    false_reads: usize,
    times: Vec<Duration>,
    /// Frames with a code and read ones, by scenario.
    scenarios: BTreeMap<String, (usize, usize)>,
    /// In which frame of its sequence each code was read first, if in any; and the longest sequence.
    sequences: BTreeMap<String, Option<usize>>,
    longest: usize,
}

impl Figures {
    fn count(&mut self, frame: &Frame, texts: &[Vec<u8>], took: Duration) {
        self.times.push(took);
        let hit = frame.expected.as_ref().is_some_and(|expected| texts.contains(expected));
        self.false_reads += texts.iter().filter(|text| Some(*text) != frame.expected.as_ref()).count();
        if let Some((sequence, at)) = &frame.sequence {
            self.longest = self.longest.max(at + 1);
            let first = self.sequences.entry(sequence.clone()).or_default();
            if hit {
                *first = Some(first.map_or(*at, |first| first.min(*at)));
            }
        }
        if frame.expected.is_some() {
            self.with_code += 1;
            self.read += usize::from(hit);
            let entry = self.scenarios.entry(scenario(&frame.set).to_owned()).or_default();
            *entry = (entry.0 + 1, entry.1 + usize::from(hit));
        }
    }

    fn print(&mut self, name: &str) {
        self.times.sort_unstable();
        let at = |share: f64| {
            let index = (self.times.len() as f64 * share) as usize;
            self.times.get(index.min(self.times.len().saturating_sub(1))).map_or(0.0, Duration::as_secs_f64) * 1e3
        };
        println!(
            "{name:24} read {:4} of {:4} ({:5.2} %)  false {}  p50 {:6.2} ms  p95 {:6.2}  p99 {:6.2}  max {:6.2}",
            self.read,
            self.with_code,
            100.0 * self.read as f64 / self.with_code.max(1) as f64,
            self.false_reads,
            at(0.5),
            at(0.95),
            at(0.99),
            at(1.0),
        );
        let within = |frames: usize| {
            let read = self.sequences.values().flatten().filter(|first| **first < frames).count();
            format!("{:.1} %", 100.0 * read as f64 / self.sequences.len().max(1) as f64)
        };
        if !self.sequences.is_empty() {
            let shares: Vec<String> = (1..=self.longest).map(within).collect();
            println!("    of {} sequences, read within 1, 2, … frames: {}", self.sequences.len(), shares.join(", "));
        }
    }
}

/// The crate at its best, as someone would use it who needs the text only.
fn bare() -> BarcodeReader {
    zxingcpp::read()
        .formats(BarcodeFormat::QRCode)
        .try_harder(true)
        .try_rotate(true)
        .try_invert(true)
        .try_downscale(true)
}

fn bare_texts(reader: &BarcodeReader, picture: &Gray8) -> Result<Vec<Vec<u8>>> {
    let view = ImageView::from_slice(picture.pixels(), picture.width(), picture.height(), ImageFormat::Lum)?;
    Ok(reader.from(view)?.iter().map(zxingcpp::Barcode::bytes).collect())
}

fn texts(reading: Reading) -> Vec<Vec<u8>> {
    reading.decoded.into_iter().map(|code| code.text).collect()
}

fn load(folder: &Path) -> Result<Vec<Frame>> {
    let mut frames = Vec::new();
    for line in std::fs::read_to_string(folder.join("manifest.tsv"))?.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [_, set, file, hex, notes] = fields[..] else { return Err(format!("not a manifest line: {line}").into()) };
        let expected = if hex == "-" { None } else { Some(unhex(hex).ok_or("expected text is not hex")?) };
        let note = |name: &str| notes.split(';').find_map(|note| note.strip_prefix(name)?.strip_prefix('='));
        // `seq=scenario-severity-index-frame;k=frame`
        let sequence = match (note("seq").and_then(|name| name.rsplit_once('-')), note("k")) {
            (Some((name, _)), Some(at)) => Some((name.to_owned(), at.parse()?)),
            _ => None,
        };
        frames.push(Frame { set: set.to_owned(), file: folder.join(file), expected, sequence });
    }
    Ok(frames)
}

fn unhex(hex: &str) -> Option<Vec<u8>> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok()).collect()
}

/// Done three times, the shortest time taken: what else the machine does is not what is measured.
fn timed<T>(mut work: impl FnMut() -> T) -> (T, Duration) {
    let mut once = || {
        let start = Instant::now();
        let done = work();
        (done, start.elapsed())
    };
    let first = once();
    (0..2).map(|_| once()).fold(first, |best, next| if next.1 < best.1 { next } else { best })
}

/// The set's name without its severity.
fn scenario(set: &str) -> &str {
    set.rsplit_once('-').map_or(set, |(name, _)| name)
}

/// What would be advised if the camera went on showing this frame.
fn hint_for(picture: &Gray8, seen: &Reading) -> String {
    let mut session = FrameSession::new();
    let sights = (0..5).map(|at| session.step(Duration::from_millis(400 * at), picture, seen.clone()));
    match sights.last() {
        Some(Sight::Advise(hint)) => format!("{hint:?}"),
        _ => "no hint".to_owned(),
    }
}

fn main() -> Result<()> {
    let folders: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    // The deadline is not what is measured: on a busy machine it would turn slow frames into lost ones.
    let program = WorkerProgram::at(env!("CARGO_BIN_EXE_varco-decode-worker"));
    let child = Decoder::start_with_deadline(program, Duration::from_secs(20))?;
    let bare = bare();
    for folder in &folders {
        println!("{folder}");
        let mut hints: BTreeMap<(String, String), usize> = BTreeMap::new();
        let mut all = [const { None }; 5].map(|_: Option<()>| Figures::default());
        for frame in load(Path::new(folder))? {
            let picture = &load_picture(&std::fs::read(&frame.file)?)?;
            let [by_bare, by_child, here, anything, everywhere] = &mut all;
            let (seen, took) = timed(|| bare_texts(&bare, picture));
            by_bare.count(&frame, &seen?, took);
            let (seen, took) = timed(|| child.read(picture, Look::Receipts));
            let seen = seen?;
            if seen.decoded.is_empty() {
                *hints.entry((scenario(&frame.set).to_owned(), hint_for(picture, &seen))).or_default() += 1;
            }
            by_child.count(&frame, &texts(seen), took);
            let (seen, took) = timed(|| InProcess.read(picture, Look::Receipts));
            here.count(&frame, &texts(seen?), took);
            let (seen, took) = timed(|| child.read(picture, Look::Anything));
            anything.count(&frame, &texts(seen?), took);
            let (seen, took) = timed(|| child.read(picture, Look::Everywhere));
            everywhere.count(&frame, &texts(seen?), took);
        }
        let names = ["zxing-cpp, bare", "child, receipts", "here, receipts", "child, anything", "child, everywhere"];
        for (figures, name) in all.iter_mut().zip(names) {
            figures.print(name);
        }
        let [by_bare, by_child, ..] = &all;
        for (scenario, (count, read)) in &by_bare.scenarios {
            let ours = by_child.scenarios.get(scenario).map_or(0, |(_, read)| *read);
            println!("    {scenario:16} of {count:3}: bare {read:3}, child {ours:3}");
        }
        println!("  hints on frames that were not read:");
        for ((scenario, hint), count) in &hints {
            println!("    {scenario:16} {hint:10} {count:3}");
        }
    }
    Ok(())
}
