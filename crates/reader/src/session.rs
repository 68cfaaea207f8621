// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What one frame is not clear enough for, several may be: their soft bits are added up.
//!
//! Bits are indexed by module, so frames need not lie over each other; what must agree is version, polarity and mask. A
//! frame's best grid counts if its known modules and format agree well, and counts by the square of that.

use std::time::Duration;

use crate::clock::Clock;
use crate::format::Format;
use crate::frame::Frame;
use crate::limits::Limits;
use crate::outcome::{NotRead, Read, Step};
use crate::reader::Reader;
use crate::symbol::SIDE_MAX;
use crate::words;

/// Least agreement of known modules plus 0.3 times that of the format bits.
const QUALITY_MIN: f32 = 0.75;
/// Codes that are remembered at once.
const CODES_MAX: usize = 4;
/// After this a frame is forgotten: another person stands there.
const FORGOTTEN_AFTER: Duration = Duration::from_secs(2);

/// A grid whose bits could not be mended.
pub(crate) struct Evidence {
    pub(crate) version: usize,
    pub(crate) dark: bool,
    pub(crate) format: Format,
    pub(crate) quality: f32,
    pub(crate) corners: [[f32; 2]; 4],
    pub(crate) bits: Vec<f32>,
}

impl Evidence {
    /// Room for the largest symbol, with nothing in it.
    pub(crate) fn none() -> Evidence {
        let format = Format { level: crate::Level::L, mask: 0, agreement: 0.0 };
        let bits = vec![0.0; SIDE_MAX * SIDE_MAX];
        Evidence { version: 0, dark: true, format, quality: 0.0, corners: [[0.0; 2]; 4], bits }
    }
}

struct Kept {
    sum: Evidence,
    frames: u32,
    first: Duration,
}

/// Reads the frames of one camera.
pub struct Session {
    reader: Reader,
    kept: Vec<Kept>,
}

impl Default for Session {
    fn default() -> Session {
        Session::new()
    }
}

impl Session {
    /// Remembers nothing yet.
    pub fn new() -> Session {
        Session { reader: Reader::new(), kept: Vec::with_capacity(CODES_MAX) }
    }

    /// Reads the next frame, with the help of those of the last two seconds by the caller's clock.
    pub fn next(&mut self, frame: Frame, limits: &Limits, clock: Clock) -> Result<Read, NotRead> {
        let start = clock();
        self.kept.retain(|kept| start.saturating_sub(kept.first) <= FORGOTTEN_AFTER);
        let outcome = self.reader.read(frame, limits, clock);
        let outcome = match outcome {
            Err(not_read) => self
                .together(limits, start)
                .map(|read| Read { spent: clock().saturating_sub(start), ..read })
                .ok_or(not_read),
            read => read,
        };
        if outcome.is_ok() {
            self.kept.clear();
        }
        outcome
    }

    /// Adds what the reader saw to what is kept of the same code, and reads the sum.
    fn together(&mut self, limits: &Limits, now: Duration) -> Option<Read> {
        let seen = self.reader.evidence();
        if seen.quality < QUALITY_MIN {
            return None;
        }
        let same = |kept: &Kept| {
            kept.sum.version == seen.version && kept.sum.dark == seen.dark && kept.sum.format.mask == seen.format.mask
        };
        let at = match self.kept.iter().position(same) {
            Some(at) => at,
            None => {
                if self.kept.len() == CODES_MAX {
                    self.kept.remove(0);
                }
                self.kept.push(Kept { sum: Evidence::none(), frames: 0, first: now });
                self.kept.len() - 1
            }
        };
        let kept = &mut self.kept[at];
        let weight = seen.quality * seen.quality;
        for (sum, bit) in kept.sum.bits.iter_mut().zip(&seen.bits) {
            *sum += weight * bit;
        }
        kept.frames += 1;
        let sum = &mut kept.sum;
        (sum.version, sum.dark, sum.format, sum.corners) = (seen.version, seen.dark, seen.format, seen.corners);
        if kept.frames < 2 {
            return None;
        }
        let symbol = self.reader.symbol(sum.version);
        let format = crate::format::read(&sum.bits, symbol)?;
        let mended = words::read(&sum.bits, symbol, format, limits.steps.erasures)?;
        Some(Read {
            text: mended.text,
            corners: sum.corners,
            version: sum.version as u8,
            level: format.level,
            inverted: !sum.dark,
            confidence: mended.spare,
            step: Step::Frames,
            spent: Duration::ZERO,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outcome::Why;
    use crate::testing::Drawing;

    /// Each frame has glare over another third of the code: none can be read, together they can.
    #[test]
    fn frames_with_glare_in_different_places_are_read_together_within_two_seconds() {
        let pause = |pause: Duration| {
            let (mut session, mut outcomes) = (Session::new(), Vec::new());
            for (at, patch) in
                [[9.0, 9.0, 29.0, 15.0], [9.0, 15.0, 29.0, 21.0], [0.0, 8.6, 9.0, 20.4]].iter().enumerate()
            {
                let mut drawn = Drawing { module: 6.0, level: qrcode::EcLevel::L, ..Drawing::of("VARCO") }.draw();
                drawn.cover(*patch, 125);
                let now = pause * at as u32;
                outcomes.push(session.next(drawn.frame(), &Limits::default(), &|| now));
            }
            outcomes
        };
        let outcomes = pause(Duration::from_millis(100));
        assert_eq!(outcomes[0].as_ref().map_err(|not_read| not_read.why), Err(Why::TooDamaged));
        let read = outcomes[1].as_ref().or(outcomes[2].as_ref()).expect("read together");
        assert_eq!((read.text.as_slice(), read.step), (&b"VARCO"[..], Step::Frames));
        assert!(pause(Duration::from_secs(3)).iter().all(|outcome| outcome.is_err()), "frames were not forgotten");
    }
}
