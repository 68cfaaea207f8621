// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Frame → text, against the bare zxing-cpp at its best settings on the same frames, each in turn.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use varco_devices::{CodeReader, Decoder, FrameSession, Gray8, WorkerProgram};
use zxingcpp::{BarcodeFormat, BarcodeReader, ImageFormat, ImageView};

use crate::{
    measure::{Outcome, Row, Times, say},
    pictures::{self, Frame},
};

/// Each frame is read so often, and each reading's time counts.
const ROUNDS: usize = 3;
/// Frames a second of the camera.
const RATE: f64 = 30.0;
/// A camera gives the next frame then.
const FRAME_TIME: Duration = Duration::from_millis(33);

/// A decoder of our own: this program again, as a child. The deadline is not what is measured.
pub fn decoder() -> Outcome<Decoder> {
    Ok(Decoder::start_with_deadline(WorkerProgram::this_binary()?, Duration::from_secs(20))?)
}

/// The crate as it reads most: rotation, inversion and smaller pictures tried, harder.
fn bare() -> BarcodeReader {
    let reader = zxingcpp::read().formats(BarcodeFormat::QRCode);
    reader.try_harder(true).try_rotate(true).try_invert(true).try_downscale(true)
}

fn bare_texts(reader: &BarcodeReader, picture: &Gray8) -> Outcome<Vec<Vec<u8>>> {
    let view = ImageView::from_slice(picture.pixels(), picture.width(), picture.height(), ImageFormat::Lum)?;
    Ok(reader.from(view)?.iter().map(zxingcpp::Barcode::bytes).collect())
}

#[derive(Default)]
struct Read {
    right: usize,
    wrong: usize,
    times: Times,
}

impl Read {
    fn count(&mut self, frame: &Frame, texts: &[Vec<u8>], first: bool) {
        if first {
            self.right += usize::from(frame.expected.as_ref().is_some_and(|text| texts.contains(text)));
            self.wrong += texts.iter().filter(|text| Some(*text) != frame.expected.as_ref()).count();
        }
    }
}

/// Frames of the hard mix, and of printed receipts.
pub fn rows(folder: &Path, receipts: &[Frame]) -> Outcome<Vec<Row>> {
    let mix = pictures::hard_mix(folder)?;
    Ok(vec![compare("hard mix", &mix)?, compare("printed receipts", receipts)?])
}

fn compare(name: &str, frames: &[Frame]) -> Outcome<Row> {
    let (child, bare) = (decoder()?, bare());
    let (mut ours, mut theirs) = (Read::default(), Read::default());
    let with_code = frames.iter().filter(|frame| frame.expected.is_some()).count();
    for round in 0..ROUNDS {
        for frame in frames {
            let texts = theirs.times.time(|| bare_texts(&bare, &frame.picture))?;
            theirs.count(frame, &texts, round == 0);
            let codes = ours.times.time(|| child.decode(&frame.picture))?;
            let texts: Vec<Vec<u8>> = codes.into_iter().map(|code| code.text).collect();
            ours.count(frame, &texts, round == 0);
        }
    }
    let share = |right: usize| 100.0 * right as f64 / with_code.max(1) as f64;
    let p99 = ours.times.p99();
    Ok(Row::bound(
        &format!("1280×720 frame → text, {name}: {with_code} with a code, {} without", frames.len() - with_code),
        "reads ≥ zxing-cpp on the same frames, none falsely; p99 ≤ 33 ms",
        format!(
            "**{:.1} %** (zxing-cpp {:.1} %), {} false; p99 **{}**, p50 {} (zxing-cpp {}, {})",
            share(ours.right),
            share(theirs.right),
            ours.wrong,
            say(p99),
            say(ours.times.p50()),
            say(theirs.times.p99()),
            say(theirs.times.p50())
        ),
        ours.right >= theirs.right && ours.wrong == 0 && p99 <= FRAME_TIME,
    ))
}

/// A second of frames of one receipt in a moving hand: what the door has read by its end, against zxing-cpp on four.
pub fn second(folder: &Path) -> Outcome<Vec<Row>> {
    let (child, bare) = (decoder()?, bare());
    let begun = pictures::sequences(folder)?;
    let (all, mut theirs, mut ours) = (begun.len(), 0, Times::default());
    for (name, mut frames) in begun {
        let mut read = false;
        for frame in &frames {
            let texts = bare_texts(&bare, &frame.picture)?;
            read |= frame.expected.as_ref().is_some_and(|text| texts.contains(text));
        }
        theirs += usize::from(read);
        // Most are read in the first frames; only for the others the rest of the second is made.
        let mut found = read_after(&child, &frames)?;
        if found.is_none() {
            frames.extend(pictures::rest_of_second(folder, &name)?);
            found = read_after(&child, &frames)?;
        }
        found.into_iter().for_each(|took| ours.push(took));
    }
    let share = |read: usize| 100.0 * read as f64 / all.max(1) as f64;
    Ok(vec![Row::bound(
        &format!("receipts read within 1 s of frames at 30 a second, {all} sequences of the hard mix"),
        &format!("above zxing-cpp on {} frames", pictures::FIRST_FRAMES),
        format!(
            "**{:.1} %** (zxing-cpp {:.1} %); half of them after {}",
            share(ours.len()),
            share(theirs),
            say(ours.p50())
        ),
        ours.len() > theirs,
    )])
}

/// Shows frames at the camera's rate, as the window does: a frame that comes while another is read is left out. How
/// long it took until the receipt was read, if it was within the second.
fn read_after(child: &Decoder, frames: &[Frame]) -> Outcome<Option<Duration>> {
    let mut session = FrameSession::new();
    let mut free = Duration::ZERO;
    for (number, frame) in frames.iter().enumerate() {
        let comes = Duration::from_secs_f64(number as f64 / RATE);
        if comes < free {
            continue;
        }
        let start = Instant::now();
        let reading = child.read(&frame.picture, session.look())?;
        free = comes + start.elapsed();
        let right = reading.decoded.iter().any(|code| Some(&code.text) == frame.expected.as_ref());
        if right {
            return Ok((free <= Duration::from_secs(1)).then_some(free));
        }
        session.step(comes, &frame.picture, reading);
    }
    Ok(None)
}
