// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A frame of the camera. It is read in memory and forgotten.

use std::sync::Arc;

use axum::{
    Json,
    body::Bytes,
    extract::{Query, State},
};
use sha2::{Digest, Sha256};
use varco_core::gate::{Sight, Via};
use varco_words::text;

use super::{Input, Tongue, blocking, gesture, judge, scan::view};
use crate::{
    App,
    app::lock,
    ports::FrameAnswer,
    problem::{Answer, Fault},
    wire::{FrameQuery, FrameView, VerdictView},
};

/// The largest frame, pixels.
pub(crate) const FRAME_PIXELS_MAX: u32 = 4096 * 2304;

/// A grey frame, `w` × `h` bytes.
#[utoipa::path(post, path = "/api/scan/frame", params(FrameQuery),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, body = FrameView<VerdictView>)))]
pub(super) async fn frame(
    State(app): State<Arc<App>>,
    Tongue(lang): Tongue,
    Query(query): Query<FrameQuery>,
    body: Bytes,
) -> Result<Json<FrameView<VerdictView>>, Answer> {
    blocking(lang, move || {
        Ok(match look_at(&app, lang, &query, body)? {
            Seen::Other(view) => view,
            Seen::Text(input) => {
                let digest = digest(&input.text);
                let judged = judge(&app, input)?;
                lock(&app.held).judged(digest, judged.recent.scan, app.ports.clock.now());
                FrameView::Verdict { verdict: Box::new(view(&app, lang, &judged)?) }
            }
        })
    })
    .await
}

pub(crate) enum Seen<T> {
    Text(Input),
    Other(FrameView<T>),
}

/// Reads a frame; a text that is held already is no new gesture.
pub(crate) fn look_at<T>(
    app: &App,
    lang: varco_words::Lang,
    query: &FrameQuery,
    body: Bytes,
) -> Result<Seen<T>, Fault> {
    let pixels = query.w.checked_mul(query.h).filter(|n| *n > 0 && *n <= FRAME_PIXELS_MAX).ok_or(Fault::Bad("w"))?;
    if body.len() != pixels as usize {
        return Err(Fault::Bad("body"));
    }
    if !matches!(query.rotation, 0 | 90 | 180 | 270) {
        return Err(Fault::Bad("rotation"));
    }
    let key = gesture(&query.key)?;
    let at = app.ports.clock.now();
    Ok(match app.ports.frames.read(query.w, query.h, query.rotation, body.into(), at) {
        FrameAnswer::Nothing => Seen::Other(FrameView::Nothing),
        FrameAnswer::Down => Seen::Other(FrameView::DecoderDown { text: text(lang, "frame-decoder_down", &[]) }),
        FrameAnswer::Hint(hint) => Seen::Other(FrameView::Hint {
            hint: hint.name().to_owned(),
            text: text(lang, &format!("frame-hint-{}", hint.name()), &[]),
        }),
        FrameAnswer::Text(bytes) => {
            let sight = lock(&app.held).sees(digest(&bytes), at);
            match sight {
                Sight::Same(scan) => {
                    app.still_held(scan, at);
                    Seen::Other(FrameView::Same { scan: scan.to_string() })
                }
                Sight::New => {
                    let exit = query.gesture.as_deref() == Some("exit");
                    Seen::Text(Input { key, via: Via::Camera, text: bytes, look: query.look, exit })
                }
            }
        }
    })
}

pub(crate) fn digest(text: &[u8]) -> u128 {
    let hash: [u8; 32] = Sha256::digest(text).into();
    let mut first = [0_u8; 16];
    first.copy_from_slice(&hash[..16]);
    u128::from_be_bytes(first)
}
