// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! `demo`: a court with a full day, and receipts to hold to a camera.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

use chrono::{Days, NaiveDate, NaiveTime};
use serde::Serialize;
use varco_api::{FrameReader, prove, receipt_paper};
use varco_core::{
    ids::StationId,
    schedule::{self, Audience},
    time::{Zone, civil, resolve_forward},
};
use varco_demo::{DEMO_PASSPHRASE, DEMO_PINS, DemoReceipt, demo_people, demo_structure, fill, fill_ahead};
use varco_papers::{Sheet, receipt_pdf, receipt_png};
use varco_station::{Camera, machine_now};
use varco_store::{Live, Store};
use varco_store_sqlite::{Options, open};

use crate::{
    cli::DemoArgs,
    out::{Failure, Out},
};

/// Above so many bookings the demo court grows.
const SMALL: usize = 250;
/// Then, so many for each time its desks: some visits take two slots, and they are not spread evenly.
const BOOKINGS_A_SCALE: usize = 50;
/// Pixels per inch of the pictures: a 52 mm square is 614 pixels wide.
const PIXELS_PER_INCH: u32 = 300;

#[derive(Serialize)]
struct Row<'a> {
    kind: &'a str,
    code: String,
    text: &'a str,
    booking: String,
    office: u32,
    start: String,
    persons: u8,
    pdf: Option<PathBuf>,
    png: Option<PathBuf>,
}

/// Makes the demo.
pub(crate) fn demo(out: &Out, args: &DemoArgs) -> Result<(), Failure> {
    let zone = Zone::default();
    let scale = if args.bookings <= SMALL { 1 } else { args.bookings.div_ceil(BOOKINGS_A_SCALE) };
    let scale = u16::try_from(scale).map_err(|_| Failure::Usage("--bookings".to_owned()))?;
    let structure = demo_structure(scale);
    let works =
        |date: NaiveDate| structure.schedules.iter().any(|plan| !schedule::slots(plan, date, Audience::All).is_empty());
    let today = civil(zone, machine_now()).date();
    let date = args.date.or_else(|| (0..30).map(|n| today + Days::new(n)).find(|d| works(*d))).unwrap_or(today);
    // Everything was booked the day before: no receipt comes from the future of a pretended clock.
    let before = date.pred_opt().unwrap_or(date).and_time(NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default());
    let now = resolve_forward(zone, before);
    let mut seed = [0_u8; 32];
    seed[..8].copy_from_slice(&args.seed.to_be_bytes());
    let options = Options { seed: Some(seed), check_in_background: false, ..Options::default() };
    std::fs::create_dir_all(&args.data)?;
    let store = open(&args.data, StationId(1), options)?;
    store.install(structure, demo_people(), None, now)?;
    store.turn_to(date)?;
    let receipts = fill(&store, date, args.bookings, args.seed, now, &mut |p| {
        if p.done % 1000 == 0 && p.done > 0 {
            out.note(&format!("{} / {}", p.done, p.of));
        }
    })?;
    fill_ahead(&store, date, args.days.saturating_sub(1), args.bookings, args.seed, now)?;
    let mut live = None;
    store.look(&mut |seen| live = Some(Live::clone(seen)));
    let live = live.ok_or(varco_store::StoreError::Empty)?;
    let folder = args.data.join("receipts");
    std::fs::create_dir_all(&folder)?;
    let camera = Camera::start()?;
    let chosen = choose(&receipts, args.receipts);
    for (n, receipt) in receipts.iter().enumerate() {
        let files = if chosen.contains(&n) { Some(write(&live, &camera, receipt, &folder, out)?) } else { None };
        let start = civil(zone, receipt.booking.start);
        let code = receipt.booking.issues.first().map(|i| i.code.spaced()).unwrap_or_default();
        if out.json || files.is_some() {
            let (pdf, png) = files.unzip();
            let shown = pdf.as_ref().map(|p| p.display().to_string()).unwrap_or_default();
            let row = Row {
                kind: receipt.kind.name(),
                code: code.clone(),
                text: &receipt.text,
                booking: receipt.booking.id.to_string(),
                office: receipt.booking.office.0,
                start: start.format("%Y-%m-%dT%H:%M").to_string(),
                persons: receipt.booking.persons,
                pdf,
                png,
            };
            out.row(&row, || format!("{:<13} {} {code} {shown}", receipt.kind.name(), start.format("%d/%m %H:%M")))?;
        }
    }
    out.note(&format!("\n{} prenotazioni per il {date}. PIN:", receipts.len()));
    for (name, _, pin) in DEMO_PINS {
        out.note(&format!("  {name:<10} {pin}"));
    }
    out.note(&format!("  nomi: {DEMO_PASSPHRASE}\n  ricevute: {}", folder.display()));
    Ok(())
}

/// At least one of each kind, then the others in order.
fn choose(receipts: &[DemoReceipt], wanted: usize) -> HashSet<usize> {
    let mut kinds = HashSet::new();
    let mut chosen: HashSet<usize> =
        receipts.iter().enumerate().filter(|(_, r)| kinds.insert(r.kind)).map(|(n, _)| n).collect();
    for n in 0..receipts.len() {
        if chosen.len() >= wanted {
            break;
        }
        chosen.insert(n);
    }
    chosen
}

fn write(
    live: &Live,
    camera: &dyn FrameReader,
    receipt: &DemoReceipt,
    folder: &Path,
    out: &Out,
) -> Result<(PathBuf, PathBuf), Failure> {
    prove(camera, &receipt.text)?;
    let booking = &receipt.booking;
    let issued = varco_core::time::Millis(booking.issues.first().map_or(0, |i| i64::from(i.issued_at) * 1000));
    let paper = receipt_paper(live, booking, &receipt.text, issued, out.lang);
    let zone = live.structure.sites.first().map(|s| s.zone).unwrap_or_default();
    let time = civil(zone, booking.start).format("%H%M");
    let code = booking.issues.first().map(|i| i.code.to_string()).unwrap_or_default();
    let name = format!("{}-{time}-{code}", receipt.kind.name());
    let (pdf, png) = (folder.join(format!("{name}.pdf")), folder.join(format!("{name}.png")));
    let paper_fault = |_| Failure::from(varco_api::Fault::Paper);
    std::fs::write(&pdf, receipt_pdf(&paper, Sheet::A4, out.lang).map_err(paper_fault)?)?;
    std::fs::write(&png, receipt_png(&paper, Sheet::A4, out.lang, PIXELS_PER_INCH).map_err(paper_fault)?)?;
    Ok((pdf, png))
}
