// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! `verify`, `backup`, `restore`.

use varco_core::time::civil;
use varco_station::{backups, machine_now};

use crate::{
    cli::{BackupArgs, DataArgs, RestoreArgs},
    data::Data,
    out::{Failure, Out},
};

/// Looks at everything.
pub(crate) fn verify(out: &Out, args: &DataArgs) -> Result<(), Failure> {
    let data = Data::open(&args.data, None)?;
    let report = data.store.verify()?;
    out.row(&report, || {
        let mut text = String::new();
        for f in &report.findings {
            let state = if f.ok { "ok" } else { "NO" };
            text += &format!("{state:<3} {:<13} {:>8} {}\n", f.what, f.rows, f.detail.clone().unwrap_or_default());
        }
        text + &format!("testa del giornale: {}", report.head)
    })?;
    if report.is_sound() { Ok(()) } else { Err(Failure::Refused("i dati non sono integri".to_owned())) }
}

/// Copies the data while it is in use.
pub(crate) fn backup(out: &Out, args: &BackupArgs) -> Result<(), Failure> {
    let data = Data::open(&args.data, None)?;
    let to = match &args.to {
        Some(to) => to.clone(),
        None => {
            let folder = backups(&args.data);
            std::fs::create_dir_all(&folder)?;
            folder.join(format!("{}.varco", civil(data.zone, machine_now()).format("%Y-%m-%d-%H%M%S")))
        }
    };
    let report = data.store.backup(&to, &mut |_| {})?;
    out.row(&report, || {
        format!("{}: {} byte, {} righe, testa {}", to.display(), report.bytes, report.rows, report.head)
    })
}

/// Puts a copy in the place of a data folder.
pub(crate) fn restore_copy(out: &Out, args: &RestoreArgs) -> Result<(), Failure> {
    varco_store_sqlite::restore(&args.from, &args.data)?;
    let data = Data::open(&args.data, None)?;
    let report = data.store.verify()?;
    out.row(&report, || format!("ripristinato; testa del giornale {}", report.head))?;
    if report.is_sound() { Ok(()) } else { Err(Failure::Refused("la copia non è integra".to_owned())) }
}
