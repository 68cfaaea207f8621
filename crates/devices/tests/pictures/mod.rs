// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Pictures made for tests, and what a test does to a process.

#![allow(dead_code, reason = "each test file uses a part")]
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::Duration;

use qrcode::{EcLevel, QrCode, Version};
use varco_devices::{Decoder, Gray8, WorkerProgram};

/// A decoder for pictures that are no test of its deadline, however busy the machine is.
pub fn patient_decoder() -> Decoder {
    let program = WorkerProgram::at(env!("CARGO_BIN_EXE_varco-decode-worker"));
    Decoder::start_with_deadline(program, Duration::from_secs(20)).unwrap()
}

/// A QR code in the middle of white paper, level M, 6 pixels a module.
pub fn qr(text: &[u8]) -> Gray8 {
    drawn(&QrCode::with_error_correction_level(text, EcLevel::M).unwrap(), 6)
}

/// A QR code of the given version, level L, 4 pixels a module.
pub fn qr_of_version(version: i16, text: &[u8]) -> Gray8 {
    drawn(&QrCode::with_version(text, Version::Normal(version), EcLevel::L).unwrap(), 4)
}

/// A QR code with a module of the given size in pixels.
pub fn qr_with_module(text: &[u8], module: u32) -> Gray8 {
    drawn(&QrCode::with_error_correction_level(text, EcLevel::M).unwrap(), module)
}

fn drawn(code: &QrCode, module: u32) -> Gray8 {
    let side = code.width() as u32;
    let colors = code.to_colors();
    let whole = (side + 8) * module;
    let dark = |x: u32, y: u32| {
        let (x, y) = ((x / module).wrapping_sub(4), (y / module).wrapping_sub(4));
        x < side && y < side && colors[(y * side + x) as usize] == qrcode::Color::Dark
    };
    let pixels = (0..whole * whole).map(|at| if dark(at % whole, at / whole) { 20 } else { 235 }).collect();
    Gray8::new(whole, whole, pixels).unwrap()
}

/// One grey all over.
pub fn grey(width: u32, height: u32, light: u8) -> Gray8 {
    Gray8::new(width, height, vec![light; width as usize * height as usize]).unwrap()
}

/// Light and dark exchanged.
pub fn inverted(picture: Gray8) -> Gray8 {
    mapped(picture, |light| 255 - light)
}

/// Each grey replaced.
pub fn mapped(picture: Gray8, change: impl Fn(u8) -> u8) -> Gray8 {
    let (width, height) = (picture.width(), picture.height());
    Gray8::new(width, height, picture.pixels().iter().map(|light| change(*light)).collect()).unwrap()
}

/// A rectangle of one grey, its corners as shares of the picture's sides.
pub fn fill(picture: &mut Gray8, from: (f64, f64), to: (f64, f64), light: u8) {
    let (width, height) = (picture.width(), picture.height());
    let place = |share: f64, side: u32| (share * f64::from(side)) as usize;
    let mut pixels = picture.pixels().to_vec();
    for y in place(from.1, height)..place(to.1, height) {
        let row = y * width as usize;
        pixels[row + place(from.0, width)..row + place(to.0, width)].fill(light);
    }
    *picture = Gray8::new(width, height, pixels).unwrap();
}

/// Two pictures side by side.
pub fn beside(left: &Gray8, right: &Gray8) -> Gray8 {
    let height = left.height().max(right.height());
    let row = |picture: &Gray8, y: u32| {
        let row = picture.row(y);
        if row.is_empty() { vec![255; picture.width() as usize] } else { row.to_vec() }
    };
    let pixels = (0..height).flat_map(|y| [row(left, y), row(right, y)].concat()).collect();
    Gray8::new(left.width() + right.width(), height, pixels).unwrap()
}

/// Sends a signal by its name.
pub fn signal(process_id: u32, name: &str) {
    let sent = Command::new("kill").args([format!("-{name}"), process_id.to_string()]).status().unwrap();
    assert!(sent.success(), "the process to send {name} to is gone");
}

/// Whether a process of this number is there and not only waiting to be counted.
pub fn is_alive(process_id: u32) -> bool {
    Command::new("kill").args(["-0", &process_id.to_string()]).stderr(Stdio::null()).status().unwrap().success()
}

/// The exit status of a worker that hears only this and is then left.
pub fn worker_fed(program: &str, said: &[u8]) -> Option<i32> {
    let mut worker = Command::new(program)
        .arg("decode-worker")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    worker.stdin.take().unwrap().write_all(said).unwrap();
    worker.wait().unwrap().code()
}
