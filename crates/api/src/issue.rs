// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A receipt on paper, and the proof that it can be read before it counts as issued.

use varco_core::{
    booking::Booking,
    time::{Millis, civil},
};
use varco_papers::ReceiptPaper;
use varco_store::Live;
use varco_words::Lang;

use crate::{ports::FrameReader, problem::Fault};

/// What the sheet says, from the list.
#[must_use]
pub fn receipt_paper(live: &Live, booking: &Booking, token: &str, issued: Millis, lang: Lang) -> ReceiptPaper {
    let day = &live.day;
    let office = day.offices.get(&booking.office);
    let site = office.and_then(|o| day.sites.get(&o.site));
    let zone = site.map(|s| s.zone).unwrap_or_default();
    let service = day.services.get(&booking.service);
    let (early, late) = day.window(booking.office, Some(booking.service));
    let in_lang = |pair: &(String, String)| if lang == Lang::It { pair.0.clone() } else { pair.1.clone() };
    ReceiptPaper {
        court: day.court.name.clone(),
        site: site.map(|s| s.name.clone()).unwrap_or_default(),
        address: site.map(|s| s.address.clone()).unwrap_or_default(),
        step_free: site.and_then(|s| s.step_free.as_ref()).map(|pair| {
            let (it, en) = pair.clone();
            if lang == Lang::It { (it, en) } else { (en, it) }
        }),
        office: office.map(|o| o.name.clone()).unwrap_or_default(),
        floor: office.and_then(|o| o.floor.clone()),
        room: office.and_then(|o| o.room.clone()),
        service: service.map(|s| in_lang(&s.name)).unwrap_or_default(),
        service_minutes: service.map_or(0, |s| s.minutes),
        persons: booking.persons.into(),
        start: civil(zone, booking.start),
        opens: civil(zone, booking.start.minus_minutes(early.into())).time(),
        last_entry: civil(zone, booking.end.plus_minutes(late.into())).time(),
        bring: service.map(|s| s.bring.iter().map(in_lang).collect()).unwrap_or_default(),
        directions: office.and_then(|o| o.directions.as_ref()).map(in_lang),
        phone: day.court.phone.clone(),
        web: day.court.web.clone(),
        issued: civil(zone, issued),
        token: token.to_owned(),
        short_code: booking.latest_issue().map(|i| i.code.spaced()).unwrap_or_default(),
        training: live.structure.pretend,
        reprint: false,
    }
}

/// Pixels of a module in the pictures that prove a receipt.
const PROOF_PIXELS: u32 = 4;

/// Reads the square back as it will look, printed and on a dark phone.
///
/// # Errors
/// [`Fault::Paper`] when either is not read as written.
pub fn prove(frames: &dyn FrameReader, token: &str) -> Result<(), Fault> {
    for inverted in [false, true] {
        let (width, height, pixels) = varco_papers::qr_gray(token, PROOF_PIXELS, inverted).map_err(|_| Fault::Paper)?;
        if frames.prove(width, height, pixels).as_deref() != Some(token.as_bytes()) {
            return Err(Fault::Paper);
        }
    }
    Ok(())
}
