// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! `import` and `export`.

use serde::Serialize;
use varco_core::ids::GestureKey;
use varco_station::RandomKeys;

use crate::{
    cli::{DataArgs, ImportArgs},
    data::Data,
    out::{Failure, Out},
};

/// Rows of the journal read at once.
const PAGE: usize = 1000;

/// Takes a day's appointments from a file.
pub(crate) fn import_file(out: &Out, args: &ImportArgs) -> Result<(), Failure> {
    let data = Data::open(&args.data, None)?;
    let bytes = std::fs::read(&args.file)?;
    let text = String::from_utf8(bytes).map_err(|_| Failure::Refused("il file non è in UTF-8".to_owned()))?;
    let by_name = args.file.extension().and_then(|e| e.to_str()).unwrap_or("csv").to_ascii_lowercase();
    let format = args.format.clone().unwrap_or(by_name);
    let mut key = || GestureKey(RandomKeys::key());
    let store = data.store.as_ref();
    let view = varco_api::import(store, &text, &format, args.dry_run, data.now, &mut key, out.lang)?;
    let bad = view.rows.iter().filter(|r| !r.ok).count();
    for row in &view.rows {
        if out.json || !row.ok || !args.dry_run {
            out.row(row, || format!("{:>5} {} {}", row.line, if row.ok { "ok" } else { "NO" }, row.text))?;
        }
    }
    out.note(&format!("{} accettate, {bad} con errori", view.accepted));
    if bad == 0 { Ok(()) } else { Err(Failure::Refused(String::new())) }
}

#[derive(Serialize)]
struct JournalLine<'a> {
    row: i64,
    hash: &'a str,
    stamp: varco_core::gate::Stamp,
    event: &'a varco_core::gate::Event,
}

/// Writes the structure, then the journal, one JSON object a line whether or not `--json` is given.
pub(crate) fn export(out: &Out, args: &DataArgs) -> Result<(), Failure> {
    let data = Data::open(&args.data, None)?;
    let lines = Out::new(true, out.lang);
    lines.row(&data.live()?.structure, String::new)?;
    let mut after = 0;
    loop {
        let rows = data.store.journal(after, PAGE)?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = last.row;
        for row in &rows {
            lines.row(
                &JournalLine { row: row.row, hash: &row.hash, stamp: row.stamp, event: &row.event },
                String::new,
            )?;
        }
    }
}
