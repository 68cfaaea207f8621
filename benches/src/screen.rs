// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The app as somebody before it sees it: pixels of the screen. Xvfb writes them into a file (`-fbdir`), in the form
//! that `xwd` has: numbers of 32 bits, the highest byte first.

use std::{
    collections::HashMap,
    fs::{self, File},
    io::{BufRead, BufReader, Read, Seek, SeekFrom},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::{
    measure::{Outcome, Row, Times, say},
    process,
    programs::{Court, program},
};

/// Starts that are timed.
const STARTS: usize = 5;
/// A start is watched for so long; what is there at the end is what the others are held against.
const WATCHED: Duration = Duration::from_secs(5);
/// Between two looks.
const LOOK_EVERY: Duration = Duration::from_millis(8);
/// Every so many lines of the screen are looked at.
const LINES: usize = 6;
/// The screen is ready with so much of its last picture: a clock on it goes on.
const SHARE: f64 = 0.98;

struct Screen {
    file: File,
    begin: u64,
    width: usize,
    height: usize,
    line_bytes: u64,
}

type Picture = Vec<u32>;

impl Screen {
    fn open() -> Outcome<Self> {
        let path = std::env::var_os("VARCO_SCREEN").ok_or("VARCO_SCREEN is not set: call `cargo xtask figures`")?;
        let mut file = File::open(path)?;
        let mut head = [0_u8; 100];
        file.read_exact(&mut head)?;
        let number = |n: usize| u32::from_be_bytes([head[n * 4], head[n * 4 + 1], head[n * 4 + 2], head[n * 4 + 3]]);
        if number(11) != 32 {
            return Err("the screen has not 32 bits a pixel".into());
        }
        let begin = u64::from(number(0)) + 12 * u64::from(number(19));
        Ok(Self {
            file,
            begin,
            width: usize::try_from(number(4))?,
            height: usize::try_from(number(5))?,
            line_bytes: u64::from(number(12)),
        })
    }

    fn look(&mut self) -> Outcome<Picture> {
        let mut line = vec![0_u8; self.width * 4];
        let mut picture = Vec::with_capacity(self.width * self.height / LINES);
        for y in (0..self.height).step_by(LINES) {
            self.file.seek(SeekFrom::Start(self.begin + y as u64 * self.line_bytes))?;
            self.file.read_exact(&mut line)?;
            picture.extend(line.chunks_exact(4).map(|p| u32::from_le_bytes([p[0], p[1], p[2], 0])));
        }
        Ok(picture)
    }
}

/// From the start of the app until its first screen, the staff's sign-in, is drawn.
pub fn start(court: &Court) -> Outcome<Vec<Row>> {
    let mut times = Times::default();
    for _ in 0..STARTS {
        times.push(one_start(&court.data)?);
    }
    Ok(vec![Row::bound(
        "start of the app until its first screen is drawn, day of 10,000 bookings",
        "≤ 1.5 s",
        format!("p50 **{}**, highest of {STARTS} {}", say(times.p50()), say(times.at(1.0))),
        times.p50() <= Duration::from_millis(1500),
    )])
}

fn app(data: &Path) -> Outcome<Command> {
    let mut app = Command::new(program("varco")?);
    app.args(["--mode", "entrance", "--at", "2026-09-15T10:02", "--data"]).arg(data).stdout(Stdio::null());
    Ok(app)
}

fn one_start(data: &Path) -> Outcome<Duration> {
    let mut screen = Screen::open()?;
    let mut seen = vec![(Duration::ZERO, screen.look()?)];
    let begin = Instant::now();
    let mut child = app(data)?.spawn()?;
    while begin.elapsed() < WATCHED {
        let picture = screen.look()?;
        let at = begin.elapsed();
        if seen.last().is_none_or(|(_, last)| *last != picture) {
            seen.push((at, picture));
        }
        thread::sleep(LOOK_EVERY);
    }
    child.kill()?;
    child.wait()?;
    // Its processes draw no more; the next start begins with an empty screen.
    while seen.first().is_some_and(|(_, first)| screen.look().is_ok_and(|now| now != *first))
        && begin.elapsed() < 2 * WATCHED
    {
        thread::sleep(LOOK_EVERY);
    }
    let (before, last) = (seen.first().ok_or("nothing seen")?.1.clone(), seen.last().ok_or("nothing seen")?.1.clone());
    if let Some(folder) = data.parent() {
        write_picture(&folder.join("screen.ppm"), &last, screen.width)?;
    }
    let ground = most_common(&last);
    let ink: Vec<usize> = (0..last.len()).filter(|n| last[*n] != ground && last[*n] != before[*n]).collect();
    if ink.len() * 200 < last.len() {
        return Err(format!("the app has drawn nothing to be seen ({} points)", ink.len()).into());
    }
    let is_drawn = |picture: &Picture| {
        let same = ink.iter().filter(|n| picture[**n] == last[**n]).count();
        same as f64 >= SHARE * ink.len() as f64
    };
    let found = seen.iter().find(|(_, picture)| is_drawn(picture)).map(|(at, _)| *at);
    found.ok_or_else(|| "the screen never came to rest".into())
}

fn most_common(picture: &[u32]) -> u32 {
    let mut counts: HashMap<u32, usize> = HashMap::new();
    for pixel in picture {
        *counts.entry(*pixel).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map_or(0, |(pixel, _)| pixel)
}

/// What was seen last, for whoever doubts it.
fn write_picture(path: &Path, picture: &[u32], width: usize) -> Outcome<()> {
    let mut bytes = format!("P6\n{width} {}\n255\n", picture.len() / width.max(1)).into_bytes();
    bytes.extend(picture.iter().flat_map(|p| [(p >> 16) as u8, (p >> 8) as u8, *p as u8]));
    Ok(fs::write(path, bytes)?)
}

/// The app with a camera running and a verdict on its screen: memory of its processes together.
pub fn memory(court: &Court, picture: &Path) -> Outcome<Vec<Row>> {
    let png = picture.with_extension("png");
    let made = Command::new("ffmpeg").args(["-y", "-loglevel", "error", "-i"]).arg(picture).arg(&png).status()?;
    if !made.success() {
        return Err("ffmpeg did not write the picture".into());
    }
    let varco = program("varco")?;
    let script: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/journeys/window.mjs");
    let mut node = Command::new("node");
    node.arg(script).env("VARCO_APP", &varco).env("VARCO_DATA", &court.data).env("VARCO_AT", "2026-09-15T10:02:00");
    node.env("VARCO_PICTURE", &png).env("VARCO_PERSON", "Laura B.").env("VARCO_PIN", "111111").env("VARCO_STAY", "1");
    let mut child = node.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let measured = (|| {
        let mut line = String::new();
        BufReader::new(child.stdout.take().ok_or("no output")?).read_line(&mut line)?;
        let seen: serde_json::Value = serde_json::from_str(&line).map_err(|_| format!("no verdict: {line}"))?;
        let app = process::running(&varco)?.ok_or("the app is not running")?;
        // Ten seconds more of frames, so that nothing is measured that only the start takes or not yet.
        let mut most = (0, Vec::new());
        for _ in 0..20 {
            thread::sleep(Duration::from_millis(500));
            most = most.max(process::tree_kib(app)?);
        }
        Ok::<_, Box<dyn std::error::Error + Send + Sync>>((seen["verdict"].to_string(), most))
    })();
    drop(child.stdin.take());
    child.wait()?;
    let (verdict, (kib, processes)) = measured?;
    let mega = kib as f64 * 1024.0 / 1e6;
    Ok(vec![Row::bound(
        "memory (proportional) of the app's processes with the camera running",
        "≤ 400 MB",
        format!("**{mega:.0} MB** ({}; verdict on the screen: {})", processes.join(", "), verdict.trim_matches('"')),
        mega <= 400.0,
    )])
}
