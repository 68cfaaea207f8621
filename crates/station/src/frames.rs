// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Frames of the camera go to the decoder's process; what it says comes back as an answer to the door.

use std::{
    io,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use varco_api::{FrameAnswer, FrameReader, HintKind};
use varco_core::time::Millis;
use varco_devices::{CodeReader, Decoder, FrameSession, Gray8, Hint, Look, Rotation, Sight, WorkerProgram};

/// The camera of a station.
pub struct Camera {
    decoder: Decoder,
    session: Mutex<FrameSession>,
}

impl Camera {
    /// Starts the decoder's process: this program again.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn start() -> io::Result<Self> {
        Ok(Self { decoder: Decoder::start(WorkerProgram::this_binary()?)?, session: Mutex::default() })
    }
}

impl FrameReader for Camera {
    fn read(&self, width: u32, height: u32, rotation: u16, pixels: Vec<u8>, at: Millis) -> FrameAnswer {
        let Ok(picture) = Gray8::new(width, height, pixels) else { return FrameAnswer::Nothing };
        let picture = picture.rotated(Rotation::from_degrees(rotation.into()).unwrap_or_default());
        let look = self.session.lock().unwrap_or_else(PoisonError::into_inner).look();
        let Ok(reading) = self.decoder.read(&picture, look) else { return FrameAnswer::Down };
        let mut session = self.session.lock().unwrap_or_else(PoisonError::into_inner);
        let at = Duration::from_millis(u64::try_from(at.0).unwrap_or_default());
        match session.step(at, &picture, reading) {
            // Of several codes in one frame the receipt counts, wherever it is.
            Sight::Read { .. } => {
                let codes = session.last_read();
                let ours = codes.iter().find(|c| c.text.starts_with(b"VR1")).or_else(|| codes.first());
                ours.map_or(FrameAnswer::Nothing, |c| FrameAnswer::Text(c.text.clone()))
            }
            Sight::Advise(hint) => FrameAnswer::Hint(kind(hint)),
            Sight::Nothing | Sight::Trying => FrameAnswer::Nothing,
        }
    }

    fn prove(&self, width: u32, height: u32, pixels: Vec<u8>) -> Option<Vec<u8>> {
        let picture = Gray8::new(width, height, pixels).ok()?;
        let reading = self.decoder.read(&picture, Look::Receipts).ok()?;
        reading.decoded.into_iter().next().map(|c| c.text)
    }
}

const fn kind(hint: Hint) -> HintKind {
    match hint {
        Hint::Flatten => HintKind::Flatten,
        Hint::Tilt => HintKind::Tilt,
        Hint::Uncover => HintKind::Uncover,
        Hint::Closer => HintKind::Closer,
        Hint::Brighter => HintKind::Brighter,
    }
}
