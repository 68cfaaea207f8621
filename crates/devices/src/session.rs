// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Frames one after the other: what to look for next, whether a text is a new one, and what to advise when a code is seen but not read.

use std::time::Duration;

use crate::evidence::{Evidence, evidence};
use crate::picture::Gray8;
use crate::reading::{Decoded, Look, Reading};

/// Seen for this long and not read, a code gets a hint.
const HINT_AFTER: Duration = Duration::from_millis(1200);

/// A code out of sight for this long has been taken away: the next one is given its own time.
const GONE_AFTER: Duration = Duration::from_millis(600);

/// At least so many frames speak before a hint is given.
const FRAMES_MIN: u32 = 4;

/// Every so many frames without a text, other kinds of code are looked for too.
const ANYTHING_EVERY: u32 = 4;

/// What helps to get a code read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hint {
    /// Hold the paper flat.
    Flatten,
    /// Tilt it: a lamp or window is reflected.
    Tilt,
    /// Something covers a part of the code.
    Uncover,
    /// Hold it closer.
    Closer,
    /// Make the screen brighter, or hold it into the light.
    Brighter,
}

/// What a frame means after those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// No code and no sign of one.
    Nothing,
    /// A code was read. `fresh` if the frame that was read last had no code with the same text.
    Read {
        /// Whether it is another text than before.
        fresh: bool,
    },
    /// There is a code that cannot be read yet.
    Trying,
    /// There is a code that could not be read for more than a second; this should help.
    Advise(Hint),
}

/// The frames of one camera. Times are the caller's, counted from any start, never backwards.
#[derive(Debug, Default)]
pub struct FrameSession {
    last_read: Vec<Decoded>,
    misses: u32,
    struggle: Option<Struggle>,
}

#[derive(Debug)]
struct Struggle {
    since: Duration,
    last_seen: Duration,
    votes: Vec<(Hint, u32)>,
}

impl FrameSession {
    /// Before the first frame.
    pub fn new() -> FrameSession {
        FrameSession::default()
    }

    /// What to look for in the next frame.
    pub fn look(&self) -> Look {
        if self.misses % ANYTHING_EVERY == ANYTHING_EVERY - 1 { Look::Anything } else { Look::Receipts }
    }

    /// The codes of the last frame that had any.
    pub fn last_read(&self) -> &[Decoded] {
        &self.last_read
    }

    /// Takes one frame at time `at` and what the decoder saw in it.
    pub fn step(&mut self, at: Duration, picture: &Gray8, reading: Reading) -> Sight {
        if !reading.decoded.is_empty() {
            self.misses = 0;
            self.struggle = None;
            let known = |code: &Decoded| self.last_read.iter().any(|last| last.text == code.text);
            let fresh = !reading.decoded.iter().all(known);
            self.last_read = reading.decoded;
            return Sight::Read { fresh };
        }
        self.misses = self.misses.wrapping_add(1);
        if let Some(seen) = evidence(picture, &reading) {
            self.struggle_on(at, &seen)
        } else if self.struggle.as_ref().is_some_and(|struggle| at.saturating_sub(struggle.last_seen) < GONE_AFTER) {
            // One blurred frame among others does not make the code go away.
            self.struggle.as_ref().map_or(Sight::Nothing, |struggle| struggle.sight(at))
        } else {
            self.struggle = None;
            Sight::Nothing
        }
    }

    fn struggle_on(&mut self, at: Duration, seen: &Evidence) -> Sight {
        let struggle = self.struggle.get_or_insert(Struggle { since: at, last_seen: at, votes: Vec::new() });
        struggle.last_seen = at;
        let hint = hint_for(seen);
        match struggle.votes.iter_mut().find(|(voted, _)| *voted == hint) {
            Some((_, votes)) => *votes += 1,
            None => struggle.votes.push((hint, 1)),
        }
        struggle.sight(at)
    }
}

impl Struggle {
    fn sight(&self, at: Duration) -> Sight {
        let frames: u32 = self.votes.iter().map(|(_, votes)| votes).sum();
        let most = self.votes.iter().max_by_key(|(_, votes)| *votes);
        match most {
            Some((hint, _)) if frames >= FRAMES_MIN && at.saturating_sub(self.since) >= HINT_AFTER => {
                Sight::Advise(*hint)
            }
            _ => Sight::Trying,
        }
    }
}

/// The plainest reason first: what is too dark or too small cannot be judged further.
fn hint_for(seen: &Evidence) -> Hint {
    if seen.light < 80 {
        Hint::Brighter
    } else if seen.module < 2.2 {
        Hint::Closer
    } else if seen.washed_out > 0.04 && seen.washed_out >= seen.blank || seen.marks == 2 && seen.light >= 250 {
        Hint::Tilt
    } else if seen.blank > 0.04 || seen.marks == 2 {
        Hint::Uncover
    } else {
        Hint::Flatten
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: Evidence = Evidence { marks: 3, module: 5.0, light: 200, washed_out: 0.0, blank: 0.0 };

    #[test]
    fn each_fault_has_its_hint_and_the_plainest_comes_first() {
        for (seen, hint) in [
            (GOOD, Hint::Flatten),
            (Evidence { light: 60, ..GOOD }, Hint::Brighter),
            (Evidence { module: 1.5, ..GOOD }, Hint::Closer),
            (Evidence { washed_out: 0.1, ..GOOD }, Hint::Tilt),
            (Evidence { blank: 0.1, ..GOOD }, Hint::Uncover),
            (Evidence { marks: 2, ..GOOD }, Hint::Uncover),
            (Evidence { marks: 2, light: 255, ..GOOD }, Hint::Tilt),
            (Evidence { light: 60, module: 1.5, blank: 0.5, ..GOOD }, Hint::Brighter),
            (Evidence { module: 1.5, blank: 0.5, ..GOOD }, Hint::Closer),
        ] {
            assert_eq!(hint_for(&seen), hint, "{seen:?}");
        }
    }

    #[test]
    fn every_fourth_frame_without_a_text_is_searched_for_other_kinds() {
        let mut session = FrameSession::new();
        let empty = Gray8::new(1, 1, vec![0]).unwrap();
        let looks: Vec<Look> = (0..8)
            .map(|frame| {
                let look = session.look();
                session.step(Duration::from_millis(33 * frame), &empty, Reading::default());
                look
            })
            .collect();
        let anything: Vec<usize> = (0..8).filter(|at| looks[*at] == Look::Anything).collect();
        assert_eq!(anything, [3, 7]);
    }
}
