// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Frames of the simulated camera (`tests/frames`), made by Python once for each folder.

use std::{
    collections::BTreeMap,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::Value;
use varco_devices::{Gray8, load_picture};

use crate::measure::Outcome;

/// Seed of the frames. What was looked at while the reader was written had others.
pub const SEED: u32 = 21;

/// A frame, and the text of the code in it if there is one.
pub struct Frame {
    pub picture: Gray8,
    pub expected: Option<Vec<u8>>,
}

/// Frames of one receipt one after the other, as far as they were made.
pub type Sequences = BTreeMap<String, Vec<Frame>>;

fn generator(script: &str) -> Command {
    let python = std::env::var_os("VARCO_PYTHON").unwrap_or_else(|| OsString::from("python3"));
    let mut command = Command::new(python);
    command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/frames").join(script));
    // One thread a job: they are as many as there are processors already.
    command.env("OMP_NUM_THREADS", "1").env("OPENBLAS_NUM_THREADS", "1").stderr(Stdio::inherit());
    command
}

fn jobs() -> String {
    std::thread::available_parallelism().map_or(1, usize::from).to_string()
}

fn done(mut command: Command) -> Outcome<String> {
    let output = command.output()?;
    if !output.status.success() {
        return Err(format!("the frame generator failed: {command:?}").into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

fn frame(file: &Path, hex: &str) -> Outcome<Frame> {
    let expected = if hex == "-" { None } else { Some(unhex(hex).ok_or("the expected text is not hexadecimal")?) };
    Ok(Frame { picture: load_picture(&fs::read(file)?)?, expected })
}

fn unhex(hex: &str) -> Option<Vec<u8>> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok()).collect()
}

/// The hard mix: each of 19 faults in five severities, some clean frames, and some without a code.
pub fn hard_mix(folder: &Path) -> Outcome<Vec<Frame>> {
    let folder = folder.join(format!("mix-{SEED}"));
    let manifest = folder.join("manifest.tsv");
    if !manifest.exists() {
        let mut make = generator("qr_frames.py");
        make.args([
            "--seed",
            &SEED.to_string(),
            "--per",
            "2",
            "--clean",
            "20",
            "--neg",
            "40",
            "--jobs",
            &jobs(),
            "--out",
        ]);
        make.arg(&folder);
        done(make)?;
    }
    let lines = fs::read_to_string(manifest)?;
    let read = |line: &str| {
        let fields: Vec<&str> = line.split('\t').collect();
        let [_, _, file, hex, _] = fields[..] else { return Err(format!("not a line of frames: {line}").into()) };
        frame(&folder.join(file), hex)
    };
    lines.lines().map(read).collect()
}

/// Frames of each sequence that are made at first.
pub const FIRST_FRAMES: usize = 4;
/// Frames of a second.
const SECOND: usize = 30;

/// The first frames of sequences in a moving hand: each fault in three severities.
pub fn sequences(folder: &Path) -> Outcome<Sequences> {
    moving(folder, "", 0, FIRST_FRAMES)
}

/// The frames that follow in one sequence, up to a second.
pub fn rest_of_second(folder: &Path, name: &str) -> Outcome<Vec<Frame>> {
    Ok(moving(folder, name, FIRST_FRAMES, SECOND)?.remove(name).unwrap_or_default())
}

fn moving(folder: &Path, only: &str, from: usize, to: usize) -> Outcome<Sequences> {
    let folder = folder.join(format!("sequences-{SEED}"));
    fs::create_dir_all(&folder)?;
    let list = folder.join(format!("{only}-{from}-{to}.tsv"));
    if !list.exists() {
        let mut make = generator("sequence_frames.py");
        make.args(["--seed", &SEED.to_string(), "--frames", &format!("{from}:{to}"), "--severities", "1,3,5"]);
        make.args(["--jobs", &jobs(), "--only", only, "--out"]).arg(&folder);
        let made = done(make)?;
        fs::write(&list, made)?;
    }
    let mut found = Sequences::new();
    for line in fs::read_to_string(list)?.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [name, _, file, hex] = fields[..] else { return Err(format!("not a line of frames: {line}").into()) };
        found.entry(name.to_owned()).or_default().push(frame(&folder.join(file), hex)?);
    }
    Ok(found)
}

/// Printed receipts of a demo court, each before the camera once.
pub fn receipts(folder: &Path, printed: &[Value]) -> Outcome<Vec<Frame>> {
    let list = folder.join("receipts.jsonl");
    let lines: Vec<String> = printed.iter().map(Value::to_string).collect();
    fs::write(&list, lines.join("\n"))?;
    let out: PathBuf = folder.join("receipts");
    let mut make = generator("receipt_frames.py");
    make.args(["--seed", &SEED.to_string(), "--receipts"]).arg(&list).arg("--out").arg(&out);
    done(make)?;
    let made = fs::read_to_string(out.join("frames.jsonl"))?;
    let read = |line: &str| -> Outcome<Frame> {
        let row: Value = serde_json::from_str(line)?;
        let (file, text) = (row["file"].as_str().unwrap_or_default(), row["text"].as_str().unwrap_or_default());
        Ok(Frame { picture: load_picture(&fs::read(out.join(file))?)?, expected: Some(text.as_bytes().to_vec()) })
    };
    made.lines().map(read).collect()
}
