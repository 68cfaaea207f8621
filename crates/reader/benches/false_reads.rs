// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! How often something is read that is not there.
//!
//! `cargo bench -p varco-reader --bench false_reads -- [--count N] [--seed S] [FOLDER…]` draws N codes of other makers and
//! N symbols whose known modules are right and whose data are noise, turned, blurred, stained and noisy, and shows each
//! frame of each FOLDER (see `frames`) mirrored: a code that no reader of QR codes may read, since this one does not read
//! mirrored ones. No time limit, so that everything is tried.

use std::path::Path;
use std::time::Duration;

use qrcode::{Color, EcLevel, QrCode, Version};
use varco_reader::{Frame, Limits, Reader};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

const WIDTH: usize = 420;
const LEVELS: [EcLevel; 4] = [EcLevel::L, EcLevel::M, EcLevel::Q, EcLevel::H];

/// Marsaglia's xorshift: the same picture for the same seed on every machine.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() >> 33) as usize % end
    }

    fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * (self.next() >> 40) as f32 / (1_u64 << 24) as f32
    }
}

/// A symbol on grey, as badly as chance has it.
fn draw(modules: &[bool], side: usize, chance: &mut Chance) -> Vec<u8> {
    let module = chance.between(2.2, 340.0 / (side as f32 + 8.0)).max(2.2);
    let (sine, cosine) = chance.between(0.0, std::f32::consts::TAU).sin_cos();
    let (right, slant) = (chance.between(0.8, 1.25), chance.between(-0.15, 0.15));
    let (paper, ink) = (chance.between(90.0, 250.0), chance.between(5.0, 80.0));
    let (noise, blur) = (chance.between(0.0, 40.0), (chance.between(0.0, 0.8) * module) as usize);
    let centre = WIDTH as f32 / 2.0;
    let stains: Vec<[f32; 4]> = (0..chance.below(4))
        .map(|_| {
            let [x, y] = [0; 2].map(|_| chance.between(0.0, WIDTH as f32));
            [x, y, chance.between(4.0, 50.0), chance.between(0.0, 255.0)]
        })
        .collect();
    let mut picture: Vec<f32> = (0..WIDTH * WIDTH)
        .map(|at| {
            let (x, y) = ((at % WIDTH) as f32, (at / WIDTH) as f32);
            if let Some(stain) = stains.iter().find(|[sx, sy, radius, _]| (x - sx).hypot(y - sy) < *radius) {
                return stain[3];
            }
            let (x, y) = (x - centre, y - centre);
            let u = (x * cosine + y * sine) / (module * right) + side as f32 / 2.0;
            let v = (y * cosine - x * sine) / module + slant * (u - side as f32 / 2.0) + side as f32 / 2.0;
            let inside = u >= 0.0 && v >= 0.0 && u < side as f32 && v < side as f32;
            if inside && modules[v as usize * side + u as usize] { ink } else { paper }
        })
        .collect();
    for stride in [1, WIDTH] {
        let before = picture.clone();
        for (at, value) in picture.iter_mut().enumerate() {
            let place = if stride == 1 { at % WIDTH } else { at / WIDTH };
            let (from, to) = (place.saturating_sub(blur / 2), (place + blur / 2 + 1).min(WIDTH));
            let start = at - place * stride;
            *value = (from..to).map(|part| before[start + part * stride]).sum::<f32>() / (to - from) as f32;
        }
    }
    picture.iter().map(|grey| (grey + chance.between(-noise, noise)).clamp(0.0, 255.0) as u8).collect()
}

fn main() -> Result<()> {
    let (mut count, mut seed, mut folders) = (500, 41_u64, Vec::new());
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--count" => count = arguments.next().ok_or("--count needs a number")?.parse()?,
            "--seed" => seed = arguments.next().ok_or("--seed needs a number")?.parse()?,
            // Cargo's own.
            "--bench" => {}
            folder => folders.push(folder.to_owned()),
        }
    }
    let mut chance = Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let limits = Limits { time: Duration::MAX, ..Limits::default() };
    let mut reader = Reader::new();
    let clock = || Duration::ZERO;

    let (mut read, mut wrong) = (0, 0);
    for _ in 0..count {
        let version = 1 + chance.below(10) as i16;
        let length = 1 + chance.below(14);
        let text: Vec<u8> = match chance.below(3) {
            0 => (0..length).map(|_| b'0' + chance.below(10) as u8).collect(),
            1 => (0..length / 2 + 1).map(|_| b'A' + chance.below(26) as u8).collect(),
            _ => (0..length / 3 + 1).map(|_| chance.below(256) as u8).collect(),
        };
        let code = QrCode::with_version(&text, Version::Normal(version), LEVELS[chance.below(4)])?;
        let modules: Vec<bool> = code.to_colors().iter().map(|color| *color == Color::Dark).collect();
        let picture = draw(&modules, code.width(), &mut chance);
        let frame = Frame::new(&picture, WIDTH, WIDTH).ok_or("no pixels")?;
        if let Ok(found) = reader.read(frame, &limits, &clock) {
            read += 1;
            if found.text != text {
                wrong += 1;
                println!("wrong: version {version}, {:?}, confidence {}", found.step, found.confidence);
            }
        }
    }
    println!("codes of others, seed {seed}: {read} of {count} read, {wrong} of them wrong");

    let mut wrong = 0;
    for _ in 0..count {
        let version = 1 + chance.below(10) as i16;
        let codes = [&b"1"[..], b"A", b"\xff"].map(|text| {
            LEVELS.map(|level| QrCode::with_version(text, Version::Normal(version), level).map(|code| code.to_colors()))
        });
        let codes: std::result::Result<Vec<Vec<Color>>, _> = codes.into_iter().flatten().collect();
        let codes = codes?;
        // What all twelve have in common is taken for known; everything else becomes noise.
        let modules: Vec<bool> = (0..codes[0].len())
            .map(|at| match codes.iter().all(|code| code[at] == codes[0][at]) {
                true => codes[0][at] == Color::Dark,
                false => chance.below(2) == 0,
            })
            .collect();
        let picture = draw(&modules, 17 + 4 * version as usize, &mut chance);
        let frame = Frame::new(&picture, WIDTH, WIDTH).ok_or("no pixels")?;
        if let Ok(found) = reader.read(frame, &limits, &clock) {
            wrong += 1;
            println!("wrong: version {version}, {:?}, confidence {}", found.step, found.confidence);
        }
    }
    println!("symbols of noise, seed {seed}: {wrong} of {count} read");

    for folder in folders {
        let (mut shown, mut wrong) = (0, 0);
        for line in std::fs::read_to_string(Path::new(&folder).join("manifest.tsv"))?.lines() {
            let file = line.split('\t').nth(2).ok_or("not a manifest line")?;
            let image = image::open(Path::new(&folder).join(file))?.into_luma8();
            let (width, height) = (image.width() as usize, image.height() as usize);
            let mut pixels = image.into_raw();
            pixels.chunks_exact_mut(width).for_each(<[u8]>::reverse);
            let frame = Frame::new(&pixels, width, height).ok_or("no pixels")?;
            shown += 1;
            if let Ok(found) = reader.read(frame, &limits, &clock) {
                wrong += 1;
                println!("wrong: {file}, {:?}, confidence {}", found.step, found.confidence);
            }
        }
        println!("{folder}, mirrored: {wrong} of {shown} read");
    }
    Ok(())
}
