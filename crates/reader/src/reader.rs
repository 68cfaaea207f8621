// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The steps in their order, cheapest first, as long as there is time.

use crate::boxes::{Boxes, Candidate};
use crate::clock::{Clock, Watch};
use crate::equaliser::Equaliser;
use crate::fit::{Finder, Template};
use crate::format;
use crate::frame::Frame;
use crate::lattice::Lattice;
use crate::limits::{Limits, Steps};
use crate::normal::Normal;
use crate::outcome::{NotRead, Read, Step, Why};
use crate::pairs::{Guess, guess};
use crate::rank::{agreement, refined};
use crate::runs::Runs;
use crate::session::Evidence;
use crate::soft::Soft;
use crate::sums::Sums;
use crate::symbol::{Symbol, VERSION_MAX};
use crate::warp::Warp;
use crate::words;

/// Guesses that are sampled of each source and number of finders, and those that are equalised and warped in the end.
const SAMPLED: usize = 4;
const HARDER: usize = 3;
/// Agreement from which on a guess is equalised and from which on it is warped before other guesses are sought.
const LIKELY: f32 = 0.35;
const SURE: f32 = 0.5;
/// Agreement below which a guess is no code.
const AGREEMENT_MIN: f32 = 0.2;
/// Three finders are worth this much agreement more than two.
const THREE_FINDERS: f32 = 0.08;
/// Pixels on a side below which there is no code: version 1 with two pixels a module.
const SIDE_MIN: usize = 24;

/// Reads pictures, one after the other, with memory that it keeps.
pub struct Reader {
    symbols: [Symbol; VERSION_MAX],
    template: Template,
    smaller: Vec<u8>,
    sums: Sums,
    runs: Runs,
    boxes: Boxes,
    candidates: Vec<Candidate>,
    finders: Vec<Finder>,
    guesses: Vec<Guess>,
    normal: Normal,
    lattice: Lattice,
    soft: Soft,
    equaliser: Equaliser,
    warp: Warp,
    evidence: Evidence,
}

impl Default for Reader {
    fn default() -> Reader {
        Reader::new()
    }
}

impl Reader {
    /// Memory for pictures is taken with the first one.
    pub fn new() -> Reader {
        Reader {
            symbols: std::array::from_fn(|at| Symbol::new(at + 1)),
            template: Template::new(),
            smaller: Vec::new(),
            sums: Sums::default(),
            runs: Runs::default(),
            boxes: Boxes::default(),
            candidates: Vec::new(),
            finders: Vec::new(),
            guesses: Vec::new(),
            normal: Normal::default(),
            lattice: Lattice::default(),
            soft: Soft::default(),
            equaliser: Equaliser::default(),
            warp: Warp::default(),
            evidence: Evidence::none(),
        }
    }

    /// The best grid of the last picture whose bits could not be mended.
    pub(crate) fn evidence(&self) -> &Evidence {
        &self.evidence
    }

    pub(crate) fn symbol(&self, version: usize) -> &Symbol {
        &self.symbols[version.clamp(1, VERSION_MAX) - 1]
    }

    /// Reads the one code that is in a picture, or one of several.
    pub fn read(&mut self, frame: Frame, limits: &Limits, clock: Clock) -> Result<Read, NotRead> {
        let watch = Watch::start(clock, limits.time);
        let by = frame.divisor(limits.pixels_max);
        if by == 1 {
            return self.read_sized(frame, limits, &watch);
        }
        let mut smaller = std::mem::take(&mut self.smaller);
        let (width, height) = frame.divided(by, &mut smaller);
        let outcome = match Frame::new(&smaller, width, height) {
            Some(frame) => self.read_sized(frame, limits, &watch),
            None => Err(NotRead { why: Why::NoFinder, finders: 0, spent: watch.spent() }),
        };
        self.smaller = smaller;
        // Centres of pixels are whole numbers, so the first of a group is not its centre.
        let larger = |at: f32| at * by as f32 + (by as f32 - 1.0) / 2.0;
        outcome.map(|read| Read { corners: read.corners.map(|corner| corner.map(larger)), ..read })
    }

    fn read_sized(&mut self, frame: Frame, limits: &Limits, watch: &Watch) -> Result<Read, NotRead> {
        let mut why = Why::NoFinder;
        self.finders.clear();
        self.evidence.quality = 0.0;
        if frame.width().min(frame.height()) >= SIDE_MIN {
            match self.look(frame, limits.steps, watch) {
                Ok(read) => return Ok(Read { spent: watch.spent(), ..read }),
                Err(reached) => why = reached,
            }
        }
        Err(NotRead { why, finders: self.finders.len().min(255) as u8, spent: watch.spent() })
    }

    fn look(&mut self, frame: Frame, steps: Steps, watch: &Watch) -> Result<Read, Why> {
        if watch.is_over() {
            return Err(Why::TimeUp);
        }
        self.sums.fill(frame);
        self.normal.start(frame);
        let mut known = Vec::with_capacity(4 * SAMPLED);
        for source in [Source::Runs, Source::LargeBoxes, Source::SmallBoxes] {
            match source {
                Source::Runs if steps.runs => self.runs.find(frame, &self.sums, &mut self.candidates),
                Source::LargeBoxes if steps.boxes => {
                    self.boxes.find(frame, &self.sums, true, watch, &mut self.candidates);
                }
                Source::SmallBoxes if steps.boxes => {
                    self.boxes.find(frame, &self.sums, false, watch, &mut self.candidates);
                }
                _ => continue,
            }
            self.template.fit_all(frame, &self.candidates, steps.soft_fit, watch, &mut self.finders);
            if watch.is_over() {
                return Err(Why::TimeUp);
            }
            // Three finders first: where there is a whole code, they lead to it at once.
            for two in [false, true].into_iter().take(1 + usize::from(steps.two_finders)) {
                guess(&self.finders, two, &mut self.guesses);
                if let Some(read) = self.try_guesses(frame, steps, watch, &mut known)? {
                    return Ok(read);
                }
            }
            // What surely is a code, though its bits are not clear, is worth more than a search elsewhere.
            let agreement = known.first().map_or(0.0, |best: &Known| best.guess.score);
            if agreement > LIKELY {
                let warp = steps.warp && agreement > SURE;
                if let Some(read) = self.try_harder(frame, Steps { warp, ..steps }, watch, &mut known[..1])? {
                    return Ok(read);
                }
            }
        }
        let count = known.len().min(HARDER);
        if let Some(read) = self.try_harder(frame, steps, watch, &mut known[..count])? {
            return Ok(read);
        }
        Err(match (self.finders.is_empty(), known.is_empty()) {
            (true, _) => Why::NoFinder,
            (_, true) => Why::NoGrid,
            _ => Why::TooDamaged,
        })
    }

    /// Reads the best of the guesses that are new, as they are, and adds them to `known`, which stays best first.
    fn try_guesses(
        &mut self,
        frame: Frame,
        steps: Steps,
        watch: &Watch,
        known: &mut Vec<Known>,
    ) -> Result<Option<Read>, Why> {
        for guess in &mut self.guesses {
            let symbol = &self.symbols[guess.version - 1];
            let view = self.normal.under(frame, &self.sums, &guess.plane, symbol.side, guess.module, guess.dark);
            guess.score = agreement(&view, &guess.plane, symbol) + bonus(guess);
        }
        self.guesses.retain(|guess| guess.score > AGREEMENT_MIN);
        self.guesses.sort_unstable_by(|a, b| b.score.total_cmp(&a.score));
        let mut tried = 0;
        for at in 0..self.guesses.len() {
            if watch.is_over() {
                return Err(Why::TimeUp);
            }
            if tried == SAMPLED {
                break;
            }
            let rough = self.guesses[at];
            let symbol = &self.symbols[rough.version - 1];
            if known.iter().any(|known| same(&known.rough, &rough, symbol) || same(&known.guess, &rough, symbol)) {
                continue;
            }
            let view = self.normal.under(frame, &self.sums, &rough.plane, symbol.side, rough.module, rough.dark);
            let (plane, score) = refined(&view, &rough.plane, symbol, rough.module);
            let guess = Guess { plane, score: score + bonus(&rough), ..rough };
            if known.iter().any(|known| same(&known.guess, &guess, symbol)) {
                continue;
            }
            tried += 1;
            known.push(Known { rough, guess, equalised: false, warped: false });
            self.lattice.sample_plane(frame, symbol.side, &guess.plane);
            if let Some(read) = self.bits(&guess, false, false, steps) {
                return Ok(Some(read));
            }
        }
        known.sort_unstable_by(|a, b| b.guess.score.total_cmp(&a.guess.score));
        Ok(None)
    }

    /// Equalises what has not been, and then follows folds.
    fn try_harder(
        &mut self,
        frame: Frame,
        steps: Steps,
        watch: &Watch,
        known: &mut [Known],
    ) -> Result<Option<Read>, Why> {
        for known in known.iter_mut().filter(|known| steps.equaliser && !known.equalised) {
            if watch.is_over() {
                return Err(Why::TimeUp);
            }
            known.equalised = true;
            self.lattice.sample_plane(frame, self.symbols[known.guess.version - 1].side, &known.guess.plane);
            if let Some(read) = self.bits(&known.guess, true, false, steps) {
                return Ok(Some(read));
            }
        }
        for known in known.iter_mut().filter(|known| steps.warp && !known.warped) {
            if watch.is_over() {
                return Err(Why::TimeUp);
            }
            known.warped = true;
            let guess = known.guess;
            let symbol = &self.symbols[guess.version - 1];
            let view = self.normal.under(frame, &self.sums, &guess.plane, symbol.side, guess.module, guess.dark);
            if !self.warp.grow(&view, &guess.plane, symbol, watch) {
                return Err(Why::TimeUp);
            }
            let warp = &self.warp;
            self.lattice.sample_warped(frame, symbol.side, &guess.plane, |u, v| warp.shift_at(u, v));
            for equalise in [false, true].into_iter().take(1 + usize::from(steps.equaliser)) {
                if watch.is_over() {
                    return Err(Why::TimeUp);
                }
                if let Some(read) = self.bits(&guess, equalise, true, steps) {
                    return Ok(Some(read));
                }
            }
        }
        Ok(None)
    }

    /// The lattice's bits, mended and read.
    fn bits(&mut self, guess: &Guess, equalise: bool, warped: bool, steps: Steps) -> Option<Read> {
        let symbol = &self.symbols[guess.version - 1];
        self.soft.find(&self.lattice, symbol, guess.dark);
        if equalise {
            self.equaliser.run(&self.lattice, symbol, &mut self.soft, guess.dark);
        }
        let format = format::read(&self.soft.bits, symbol)?;
        let Some(mended) = words::read(&self.soft.bits, symbol, format, steps.erasures) else {
            let quality = self.soft.agreement(symbol) + 0.3 * format.agreement;
            if quality > self.evidence.quality {
                let kept = &mut self.evidence;
                (kept.version, kept.dark, kept.format) = (symbol.version, guess.dark, format);
                (kept.quality, kept.corners) = (quality, guess.plane.corners(symbol.side));
                kept.bits.copy_from_slice(&self.soft.bits);
            }
            return None;
        };
        let step = match (warped, equalise, mended.erased, guess.finders) {
            (true, ..) => Step::Warp,
            (_, true, ..) => Step::Equaliser,
            (_, _, true, _) => Step::Erasures,
            (_, _, _, 2) => Step::TwoFinders,
            _ => Step::Plain,
        };
        Some(Read {
            text: mended.text,
            corners: guess.plane.corners(symbol.side),
            version: symbol.version as u8,
            level: format.level,
            inverted: !guess.dark,
            confidence: mended.spare,
            step,
            spent: std::time::Duration::ZERO,
        })
    }
}

/// Where candidates come from.
#[derive(Clone, Copy)]
enum Source {
    Runs,
    LargeBoxes,
    SmallBoxes,
}

/// A guess that has been sampled.
struct Known {
    /// Before its corners were refined.
    rough: Guess,
    guess: Guess,
    equalised: bool,
    warped: bool,
}

fn bonus(guess: &Guess) -> f32 {
    if guess.finders == 3 { THREE_FINDERS } else { 0.0 }
}

/// The same version, polarity and, within half a module, place.
fn same(a: &Guess, b: &Guess, symbol: &Symbol) -> bool {
    a.version == b.version && a.dark == b.dark && {
        let near = |(p, q): ([f32; 2], [f32; 2])| (p[0] - q[0]).hypot(p[1] - q[1]) < 0.5 * a.module;
        a.plane.corners(symbol.side).into_iter().zip(b.plane.corners(symbol.side)).all(near)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::testing::{Drawing, Drawn};

    /// What is read with all steps, and whether anything is without the named one.
    fn read_with_and_without(drawn: &Drawn, without: Steps) -> (Read, bool) {
        let mut reader = Reader::new();
        let mut read = |steps: Steps| {
            let limits = Limits { time: Duration::MAX, steps, ..Limits::default() };
            reader.read(drawn.frame(), &limits, &|| Duration::ZERO)
        };
        (read(Steps::ALL).expect("read"), read(without).is_ok())
    }

    #[test]
    fn a_code_with_a_covered_corner_is_read_by_the_other_two_finders() {
        for corner in [[-3.0, -3.0, 7.5, 7.5], [21.5, -3.0, 32.0, 7.5], [-3.0, 21.5, 7.5, 32.0]] {
            let mut drawn = Drawing { module: 6.0, ..Drawing::of("VARCO") }.draw();
            drawn.cover(corner, 120);
            let (read, otherwise) = read_with_and_without(&drawn, Steps { two_finders: false, ..Steps::ALL });
            assert_eq!((read.text.as_slice(), read.step), (&b"VARCO"[..], Step::TwoFinders), "{corner:?} covered");
            assert!(!otherwise, "{corner:?} covered: three finders were found");
        }
    }

    #[test]
    fn a_code_out_of_focus_is_read_by_the_equaliser() {
        let mut drawn = Drawing { module: 6.0, ..Drawing::of("HTTPS://VARCO.EXAMPLE/AULA-4") }.draw();
        drawn.blur(4);
        drawn.blur(4);
        let (read, otherwise) = read_with_and_without(&drawn, Steps { equaliser: false, ..Steps::ALL });
        assert_eq!((read.text.as_slice(), read.step), (&b"HTTPS://VARCO.EXAMPLE/AULA-4"[..], Step::Equaliser));
        assert!(!otherwise, "it was read without the equaliser");
    }
}
