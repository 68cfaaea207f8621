// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The day's list, on screen and on paper. No names.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use axum::{
    Json,
    extract::{Query, State},
    http::header,
    response::{IntoResponse, Response},
};
use varco_core::{
    access::Right,
    booking::{Booking, Status},
    time::{Millis, Zone, civil},
};
use varco_papers::{DayListPaper, DayRow as PaperRow, day_list_pdf};
use varco_store::Live;
use varco_words::{Lang, clock};

use super::{Tongue, blocking};
use crate::{
    App,
    app::lock,
    problem::{Answer, Fault},
    wire::{DayMark, DayQuery, DayRow, DayStatus, DayView, FolderRequest, FolderView},
};

/// Free lines at the end of the sheet.
const BLANK_LINES: usize = 20;
/// The list goes to the chosen folder so often, milliseconds.
const EVERY_MS: i64 = 5 * 60_000;

/// The day's list.
#[utoipa::path(get, path = "/api/day", params(DayQuery), responses((status = 200, body = DayView)))]
pub(super) async fn day(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Query(query): Query<DayQuery>,
) -> Result<Json<DayView>, Answer> {
    blocking(lang, move || {
        app.need(Right::Door)?;
        let (now, _) = app.time()?;
        app.with(|live| {
            let station = app.station(live, false);
            let zone = live.day.sites.get(&station.site).map(|s| s.zone).unwrap_or_default();
            let today = civil(zone, now).date();
            let wanted = query.filter.as_deref().unwrap_or("all");
            let mut bookings: Vec<&Booking> = live
                .day
                .bookings
                .values()
                .filter(|b| civil(zone, b.start).date() == today)
                .filter(|b| live.day.offices.get(&b.office).is_some_and(|o| o.site == station.site))
                .filter(|b| query.office.is_none_or(|o| b.office.0 == o))
                .collect();
            bookings.sort_by_key(|b| (b.start, b.office, b.id));
            let rows = bookings.into_iter().map(|b| row(live, zone, now, b));
            DayView {
                head: live.head.chars().take(12).collect(),
                printed_at: clock(civil(zone, now).time()),
                rows: rows.filter(|r| wanted == "all" || r.status.name() == wanted).collect(),
            }
        })
    })
    .await
}

pub(super) fn status(live: &Live, now: Millis, booking: &Booking) -> DayStatus {
    let presence = live.gate.presence(booking.id);
    let (_, late) = live.day.window(booking.office, Some(booking.service));
    if booking.status != Status::Booked {
        DayStatus::Cancelled
    } else if presence.inside > 0 {
        DayStatus::Inside
    } else if presence.used > 0 {
        DayStatus::Left
    } else if now > booking.end + i64::from(late) * 60_000 {
        DayStatus::Late
    } else {
        DayStatus::Expected
    }
}

fn row(live: &Live, zone: Zone, now: Millis, booking: &Booking) -> DayRow {
    let mut marks = Vec::new();
    for (set, mark) in [
        (booking.assistance, DayMark::Assistance),
        (booking.check_id, DayMark::CheckId),
        (booking.block.is_some(), DayMark::Blocked),
    ] {
        if set {
            marks.push(mark);
        }
    }
    DayRow {
        time: clock(civil(zone, booking.start).time()),
        code: booking.latest_issue().map(|i| i.code.spaced()).unwrap_or_default(),
        office: live.day.offices.get(&booking.office).map(|o| o.name.clone()).unwrap_or_default(),
        persons: booking.persons.into(),
        inside: live.gate.presence(booking.id).inside.into(),
        status: status(live, now, booking),
        marks,
    }
}

/// The day's list as PDF.
#[utoipa::path(get, path = "/api/day.pdf", responses((status = 200, content_type = "application/pdf", body = Vec<u8>)))]
pub(super) async fn day_pdf(State(app): State<Arc<App>>, Tongue(lang): Tongue) -> Result<Response, Answer> {
    let Json(pdf) = blocking(lang, move || {
        app.need(Right::Door)?;
        pdf(&app, lang)
    })
    .await?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"varco-lista.pdf\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, pdf).into_response())
}

fn pdf(app: &App, lang: Lang) -> Result<Vec<u8>, Fault> {
    let (now, _) = app.time()?;
    let paper = app.with(|live| {
        let station = app.station(live, false);
        let site = live.day.sites.get(&station.site);
        let zone = site.map(|s| s.zone).unwrap_or_default();
        let today = civil(zone, now).date();
        let mut bookings: Vec<&Booking> = live
            .day
            .bookings
            .values()
            .filter(|b| b.status == Status::Booked && civil(zone, b.start).date() == today)
            .filter(|b| live.day.offices.get(&b.office).is_some_and(|o| o.site == station.site))
            .collect();
        bookings.sort_by_key(|b| (b.start, b.office, b.id));
        let rows = bookings.into_iter().map(|b| {
            let (early, late) = live.day.window(b.office, Some(b.service));
            PaperRow {
                time: civil(zone, b.start).time(),
                opens: civil(zone, b.start.minus_minutes(early.into())).time(),
                last_entry: civil(zone, b.end.plus_minutes(late.into())).time(),
                code: b.latest_issue().map(|i| i.code.spaced()).unwrap_or_default(),
                persons: b.persons.into(),
                entered: live.gate.presence(b.id).used.into(),
                office: live.day.offices.get(&b.office).map(|o| o.name.clone()).unwrap_or_default(),
                check_id: b.check_id,
            }
        });
        DayListPaper {
            court: live.day.court.name.clone(),
            site: site.map(|s| s.name.clone()).unwrap_or_default(),
            gate: live.day.gates.get(&station.gate).map(|g| g.name.clone()).unwrap_or_default(),
            day: today,
            printed: civil(zone, now),
            journal_head: live.head.clone(),
            rows: rows.collect(),
            blank_lines: BLANK_LINES,
            training: app.is_training(),
        }
    })?;
    day_list_pdf(&paper, lang).map_err(|_| Fault::Paper)
}

/// Where the list goes every five minutes.
#[utoipa::path(get, path = "/api/day/print-folder", responses((status = 200, body = FolderView)))]
pub(super) async fn folder(State(app): State<Arc<App>>, Tongue(lang): Tongue) -> Result<Json<FolderView>, Answer> {
    blocking(lang, move || {
        app.need(Right::Door)?;
        folder_view(&app)
    })
    .await
}

/// Chooses the folder and writes the first list at once.
#[utoipa::path(post, path = "/api/day/print-folder", request_body = FolderRequest,
    responses((status = 200, body = FolderView)))]
pub(super) async fn choose_folder(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Json(request): Json<FolderRequest>,
) -> Result<Json<FolderView>, Answer> {
    blocking(lang, move || {
        app.need(Right::PrintFolder)?;
        let folder = request.folder.map(|f| PathBuf::from(f.trim())).filter(|f| !f.as_os_str().is_empty());
        if folder.as_ref().is_some_and(|f| !f.is_absolute() || !f.is_dir()) {
            return Err(Fault::Bad("folder"));
        }
        {
            let mut printing = lock(&app.printing);
            printing.folder = folder;
            printing.last = None;
            printing.error = None;
        }
        write_if_due(&app);
        folder_view(&app)
    })
    .await
}

fn folder_view(app: &App) -> Result<FolderView, Fault> {
    let zone = app.with(|live| {
        let station = app.station(live, false);
        live.day.sites.get(&station.site).map(|s| s.zone).unwrap_or_default()
    })?;
    let printing = lock(&app.printing);
    Ok(FolderView {
        folder: printing.folder.as_ref().map(|f| f.display().to_string()),
        last_written: printing.last.map(|at| clock(civil(zone, at).time())),
        error: printing.error.clone(),
    })
}

/// Writes the list when five minutes have passed: beside its name first, then renamed, so that a pulled stick never holds
/// half a list.
pub(super) fn write_if_due(app: &App) {
    let (folder, last) = {
        let printing = lock(&app.printing);
        (printing.folder.clone(), printing.last)
    };
    let now = app.ports.clock.now();
    let Some(folder) = folder.filter(|_| last.is_none_or(|at| now.0 - at.0 >= EVERY_MS)) else { return };
    let lang = app.settings().lang;
    let result = pdf(app, lang)
        .map_err(|f| f.problem(lang).message)
        .and_then(|pdf| write_then_rename(&folder, &pdf).map_err(|e| e.kind().to_string()));
    let mut printing = lock(&app.printing);
    match result {
        Ok(()) => {
            printing.last = Some(now);
            printing.error = None;
        }
        Err(error) => {
            tracing::warn!(error, "the day's list could not be written");
            printing.error = Some(error);
        }
    }
}

fn write_then_rename(folder: &Path, pdf: &[u8]) -> std::io::Result<()> {
    let half = folder.join("varco-lista.pdf.in-scrittura");
    {
        let mut file = std::fs::File::create(&half)?;
        std::io::Write::write_all(&mut file, pdf)?;
        file.sync_all()?;
    }
    std::fs::rename(&half, folder.join("varco-lista.pdf"))
}
