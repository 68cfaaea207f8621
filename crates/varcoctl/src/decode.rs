// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! `decode`: codes from pictures, without a court.

use std::time::Instant;

use serde::Serialize;
use varco_devices::{CodeReader, Decoder, Look, WorkerProgram, load_picture};

use crate::{
    cli::DecodeArgs,
    out::{Failure, Out},
};

#[derive(Serialize)]
struct Row {
    file: String,
    texts: Vec<String>,
    us: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

/// Reads each file; a file that is no picture is named, and the others are read.
pub(crate) fn decode(out: &Out, args: &DecodeArgs) -> Result<(), Failure> {
    let decoder = Decoder::start(WorkerProgram::this_binary()?)?;
    let mut bad = false;
    for file in &args.files {
        let name = file.display().to_string();
        let began = Instant::now();
        let read = std::fs::read(file).map_err(|e| e.to_string());
        let picture = read.and_then(|bytes| load_picture(&bytes).map_err(|e| e.to_string()));
        let codes = picture.and_then(|picture| {
            let receipts = decoder.read(&picture, Look::Receipts).map_err(|e| e.to_string())?;
            if !receipts.decoded.is_empty() {
                return Ok(receipts.decoded);
            }
            decoder.read(&picture, Look::Anything).map(|r| r.decoded).map_err(|e| e.to_string())
        });
        let us = u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX);
        let (texts, error) = match codes {
            Ok(codes) => (codes.iter().map(|c| String::from_utf8_lossy(&c.text).into_owned()).collect(), None),
            Err(error) => (Vec::new(), Some(error)),
        };
        bad |= error.is_some();
        let row = Row { file: name, texts, us, error };
        out.row(&row, || match &row.error {
            Some(error) => format!("{}: {error}", row.file),
            None => format!("{}: {}", row.file, row.texts.join(" ")),
        })?;
    }
    if bad { Err(Failure::Refused(String::new())) } else { Ok(()) }
}
