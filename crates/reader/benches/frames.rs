// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! How many frames are read, how many falsely, and how long it takes: this reader, zxing-cpp, and both, on the same frames
//! in one run, with what each step adds.
//!
//! `cargo bench -p varco-reader --bench frames -- [--limit MS] [--ablation] [--quick] FOLDER…`, each FOLDER made by
//! `tests/frames/qr_frames.py`. `--limit 0` is no limit, `--ablation` leaves out one step after the other, `--quick` leaves
//! out zxing-cpp. Times are those of the processor, because other
//! programs of the machine are not what is measured; the limit counts the same time.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use varco_reader::{Frame, Limits, Reader, Session, Step, Steps};
use zxingcpp::{BarcodeFormat, BarcodeReader, ImageFormat, ImageView};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

struct Shown {
    name: String,
    scenario: String,
    file: PathBuf,
    expected: Option<Vec<u8>>,
    /// Its sequence, if it is one of several frames of the same hand.
    sequence: Option<String>,
    /// Whether the generator's ceiling reads it, with an equaliser that knows the true bits.
    ceiling: bool,
}

struct Picture {
    pixels: Vec<u8>,
    width: usize,
    height: usize,
}

#[derive(Default)]
struct Figures {
    with_code: usize,
    read: usize,
    wrong: Vec<String>,
    scenarios: BTreeMap<String, usize>,
    steps: BTreeMap<Step, usize>,
    times_read: Vec<Duration>,
    times_missed: Vec<Duration>,
    times_empty: Vec<Duration>,
}

impl Figures {
    fn count(&mut self, shown: &Shown, text: Option<&[u8]>, took: Duration) -> bool {
        let hit = text.is_some() && text == shown.expected.as_deref();
        if text.is_some() && !hit {
            self.wrong.push(shown.name.clone());
        }
        match (&shown.expected, hit) {
            (None, _) => self.times_empty.push(took),
            (Some(_), true) => self.times_read.push(took),
            (Some(_), false) => self.times_missed.push(took),
        }
        self.with_code += usize::from(shown.expected.is_some());
        self.read += usize::from(hit);
        *self.scenarios.entry(shown.scenario.clone()).or_default() += usize::from(hit);
        hit
    }

    fn share(&self) -> f64 {
        100.0 * self.read as f64 / self.with_code.max(1) as f64
    }

    fn print(&mut self, name: &str) {
        println!("{name:28} {:4} of {:4} = {:5.1} %, wrong {:?}", self.read, self.with_code, self.share(), self.wrong);
        let times =
            [("read", &mut self.times_read), ("missed", &mut self.times_missed), ("no code", &mut self.times_empty)];
        for (name, times) in times {
            times.sort_unstable();
            let at = |share: f64| {
                let index = (times.len() as f64 * share) as usize;
                times.get(index.min(times.len().saturating_sub(1))).map_or(0.0, |time| time.as_secs_f64() * 1e3)
            };
            let (p50, p95, p99, p100) = (at(0.5), at(0.95), at(0.99), at(1.0));
            println!("    {name:8} p50 {p50:6.2} ms  p95 {p95:6.2}  p99 {p99:6.2}  p100 {p100:6.2}");
        }
    }
}

/// What this thread has used of a processor: on a busy machine the wall clock would count other programs.
fn now() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), time.tv_nsec as u32)
}

fn zxing() -> BarcodeReader {
    zxingcpp::read()
        .formats(BarcodeFormat::QRCode)
        .try_harder(true)
        .try_rotate(true)
        .try_invert(true)
        .try_downscale(true)
}

fn load(file: &Path) -> Result<Picture> {
    let image = image::open(file)?.into_luma8();
    let (width, height) = (image.width() as usize, image.height() as usize);
    Ok(Picture { pixels: image.into_raw(), width, height })
}

fn manifest(folder: &Path) -> Result<Vec<Shown>> {
    let mut all = Vec::new();
    for line in std::fs::read_to_string(folder.join("manifest.tsv"))?.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [name, set, file, hex, notes] = fields[..] else {
            return Err(format!("not a manifest line: {line}").into());
        };
        let expected = if hex == "-" { None } else { Some(unhex(hex).ok_or("expected text is not hex")?) };
        let scenario = set.rsplit_once('-').map_or(set, |(name, _)| name).to_owned();
        let ceiling = notes.split(';').any(|note| note == "oracleq=1");
        let sequence = notes.split(';').find_map(|note| note.strip_prefix("seq="));
        let sequence = sequence.and_then(|name| name.rsplit_once('-')).map(|(name, _)| name.to_owned());
        all.push(Shown { name: name.to_owned(), scenario, file: folder.join(file), expected, sequence, ceiling });
    }
    Ok(all)
}

fn unhex(hex: &str) -> Option<Vec<u8>> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok()).collect()
}

/// Done once: with a time limit, a second run would read more than a camera's frame ever lets the first.
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = now();
    let done = work();
    (done, now() - start)
}

/// Everything, and everything but one step.
fn ablations() -> Vec<(&'static str, Steps)> {
    let all = Steps::ALL;
    vec![
        ("without soft fit", Steps { soft_fit: false, ..all }),
        ("without two finders", Steps { two_finders: false, ..all }),
        ("without equaliser", Steps { equaliser: false, ..all }),
        ("without erasures", Steps { erasures: false, ..all }),
        ("without warp", Steps { warp: false, ..all }),
        ("without runs", Steps { runs: false, ..all }),
        ("without boxes", Steps { boxes: false, ..all }),
    ]
}

/// Which frame of each sequence is the first that is read, by a session and by zxing-cpp.
#[derive(Default)]
struct Sequences {
    session: Session,
    current: Option<String>,
    at: usize,
    longest: usize,
    /// First frames that were read, from 1; 0 for none.
    firsts: Vec<[usize; 2]>,
    together: usize,
    wrong: usize,
}

impl Sequences {
    fn count(&mut self, shown: &Shown, frame: Frame, limits: &Limits, other: bool) {
        if self.current != shown.sequence {
            (self.current, self.session, self.at) = (shown.sequence.clone(), Session::new(), 0);
            self.firsts.push([0; 2]);
        }
        self.at += 1;
        self.longest = self.longest.max(self.at);
        let outcome = self.session.next(frame, limits, &now);
        let hit = outcome.as_ref().is_ok_and(|read| Some(&read.text) == shown.expected.as_ref());
        self.wrong += usize::from(outcome.is_ok() && !hit);
        for (first, hit) in self.firsts.last_mut().into_iter().flatten().zip([hit, other]) {
            if hit && *first == 0 {
                *first = self.at;
            }
        }
        self.together += usize::from(hit && outcome.is_ok_and(|read| read.step == Step::Frames));
    }

    fn print(&self) {
        for (name, which) in [("session", 0), ("zxing-cpp", 1)] {
            let share = |frames: usize| {
                let read = self.firsts.iter().filter(|first| (1..=frames).contains(&first[which])).count();
                format!("{:.1} %", 100.0 * read as f64 / self.firsts.len().max(1) as f64)
            };
            let shares: Vec<String> = (1..=self.longest).map(share).collect();
            println!("{name}: of {} sequences read within 1, 2, … frames: {}", self.firsts.len(), shares.join(", "));
        }
        println!("    by several frames together {}, wrong {}", self.together, self.wrong);
    }
}

fn main() -> Result<()> {
    let mut folders = Vec::new();
    let (mut limit, mut ablation, mut quick, mut misses) = (22, false, false, false);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--limit" => limit = arguments.next().ok_or("--limit needs milliseconds")?.parse()?,
            "--ablation" => ablation = true,
            "--quick" => quick = true,
            "--misses" => misses = true,
            // Cargo's own.
            "--bench" => {}
            folder => folders.push(folder.to_owned()),
        }
    }
    let time = if limit == 0 { Duration::MAX } else { Duration::from_millis(limit) };
    let limits = Limits { time, ..Limits::default() };
    let zxing = zxing();
    let mut reader = Reader::new();
    for folder in &folders {
        println!("{folder}, limit {limit} ms");
        let [mut own, mut other, mut both, mut ceiling] = std::array::from_fn(|_| Figures::default());
        let mut without: Vec<Figures> = ablations().iter().map(|_| Figures::default()).collect();
        let mut sequences = Sequences::default();
        let mut totals: BTreeMap<String, usize> = BTreeMap::new();
        for shown in manifest(Path::new(folder))? {
            let picture = load(&shown.file)?;
            let frame = Frame::new(&picture.pixels, picture.width, picture.height).ok_or("no pixels")?;
            *totals.entry(shown.scenario.clone()).or_default() += 1;
            let (outcome, took) = timed(|| reader.read(frame, &limits, &now));
            let text = outcome.as_ref().ok().map(|read| read.text.as_slice());
            let hit = own.count(&shown, text, took);
            if let (Ok(read), true) = (&outcome, hit) {
                *own.steps.entry(read.step).or_default() += 1;
            }
            if let (Err(miss), true, true) = (&outcome, misses, shown.expected.is_some()) {
                println!("    missed {} ({:?}, {} finders)", shown.name, miss.why, miss.finders);
            }
            ceiling.count(&shown, shown.expected.as_deref().filter(|_| shown.ceiling), Duration::ZERO);
            let mut other_hit = false;
            if !quick {
                let view = ImageView::from_slice(&picture.pixels, picture.width, picture.height, ImageFormat::Lum)?;
                let (codes, other_took) = timed(|| zxing.from(&view));
                let codes: Vec<Vec<u8>> = codes?.iter().map(zxingcpp::Barcode::bytes).collect();
                let first = codes.first().map(Vec::as_slice);
                other_hit = other.count(&shown, first, other_took);
                let added = if first.is_some() { Duration::ZERO } else { took };
                both.count(&shown, first.or(text), other_took + added);
            }
            if shown.sequence.is_some() {
                sequences.count(&shown, frame, &limits, other_hit);
            }
            if ablation {
                for ((_, steps), figures) in ablations().into_iter().zip(&mut without) {
                    let begun = now();
                    let outcome = reader.read(frame, &Limits { steps, ..limits }, &now);
                    figures.count(&shown, outcome.as_ref().ok().map(|read| read.text.as_slice()), now() - begun);
                }
            }
        }
        if !sequences.firsts.is_empty() {
            sequences.print();
        }
        own.print("own reader");
        println!("    by step {:?}", own.steps);
        if !quick {
            other.print("zxing-cpp");
            both.print("zxing-cpp, then own");
        }
        println!(
            "generator's ceiling          {:4} of {:4} = {:5.1} %",
            ceiling.read,
            ceiling.with_code,
            ceiling.share()
        );
        for ((name, _), figures) in ablations().into_iter().zip(&without).filter(|_| ablation) {
            println!("{name:28} {:4} = {:5.1} %, wrong {:?}", figures.read, figures.share(), figures.wrong);
        }
        for (scenario, total) in &totals {
            let of = |figures: &Figures| figures.scenarios.get(scenario).copied().unwrap_or(0);
            let (own, other, both, ceiling) = (of(&own), of(&other), of(&both), of(&ceiling));
            println!(
                "    {scenario:14} of {total:3}: own {own:3}  zxing-cpp {other:3}  both {both:3}  ceiling {ceiling:3}"
            );
        }
    }
    Ok(())
}
