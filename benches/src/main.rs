// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Prints the figures of `docs/figures.md`. `cargo xtask figures` builds what is measured, runs this and writes them there.
//!
//! `varco-figures [--folder DIR] [ROW]…`: the folder is where data are written, so its disk is what is measured; the
//! rows are all of [`ROWS`] unless some are named.

mod closure;
mod day;
mod decide;
mod durable;
mod frames;
mod gates;
mod machine;
mod measure;
mod pictures;
mod process;
mod programs;
mod screen;
mod slow_disk;
mod whole;

use std::{
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use day::Day;
use measure::{Outcome, Row};
use programs::Court;

/// What can be measured, in the order of the table.
const ROWS: [&str; 10] =
    ["decide", "durable", "gates", "closure", "frames", "second", "whole", "headless", "start", "memory"];

/// How this program was called, and since when it runs.
struct Run {
    /// Where data and frames are written.
    folder: PathBuf,
    wanted: Vec<String>,
    started: Instant,
}

impl Run {
    fn from_words() -> Outcome<Self> {
        let mut run = Self { folder: PathBuf::from("out/figures"), wanted: Vec::new(), started: Instant::now() };
        let mut words = std::env::args().skip(1);
        while let Some(word) = words.next() {
            match word.as_str() {
                "--folder" => run.folder = words.next().ok_or("--folder DIR")?.into(),
                row if ROWS.contains(&row) => run.wanted.push(word),
                other => return Err(format!("there is no row `{other}`: {}", ROWS.join(", ")).into()),
            }
        }
        Ok(run)
    }

    fn wants(&self, rows: &[&str]) -> bool {
        self.wanted.is_empty() || self.wanted.iter().any(|wanted| rows.contains(&wanted.as_str()))
    }

    fn note(&self, what: &str) {
        eprintln!("[{:6.1} s] {what}", self.started.elapsed().as_secs_f64());
    }

    /// Prints a row if it is wanted. What cannot be measured here is said in its place, and the others go on.
    fn measure(&self, row: &str, work: impl FnOnce() -> Outcome<Vec<Row>>) {
        if self.wants(&[row]) {
            self.note(row);
            match work() {
                Ok(rows) => rows.iter().for_each(|row| println!("{}", row.line())),
                Err(error) => println!("| {row} | – | not measured: {error} | – |"),
            }
        }
    }
}

fn main() -> Outcome<()> {
    varco_devices::run_worker_if_asked();
    let run = Run::from_words()?;
    fs::create_dir_all(&run.folder)?;
    let scratch = tempfile::tempdir_in(&run.folder)?;
    println!("{}\n\n| what | bound | figure | |\n| --- | --- | --- | --- |", machine::line(&run.folder));
    if run.wants(&["decide", "durable", "gates"]) {
        run.note("a day is made");
        let day = Day::make(&scratch.path().join("data"))?;
        run.measure("decide", || decide::rows(&day));
        run.measure("durable", || durable::rows(&day, scratch.path()));
        run.measure("gates", || gates::rows(day));
    }
    run.measure("closure", || closure::rows(scratch.path()));
    if run.wants(&["second"]) {
        run.measure("second", || frames::second(&run.folder));
    }
    if run.wants(&ROWS[4..].iter().copied().filter(|row| *row != "second").collect::<Vec<_>>()) {
        run.note("a demo court is made");
        let done = Court::make(scratch.path()).and_then(|court| on_court(&run, &court, scratch.path()));
        if let Err(error) = done {
            println!("| programs and frames | – | not measured: {error} | – |");
        }
    }
    run.note("done");
    Ok(())
}

fn on_court(run: &Run, court: &Court, scratch: &Path) -> Outcome<()> {
    run.measure("headless", || programs::headless(court));
    run.measure("start", || screen::start(court));
    if run.wants(&["frames", "whole", "memory"]) {
        run.note("the printed receipts are put before the camera");
        let frames = pictures::receipts(scratch, &court.receipts)?;
        run.measure("frames", || frames::rows(&run.folder, &frames));
        run.measure("whole", || whole::rows(court, &frames));
        let picture = frames.first().ok_or("no receipt was printed")?;
        run.measure("memory", || screen::memory(court, &programs::picture(scratch, picture)?));
    }
    Ok(())
}
