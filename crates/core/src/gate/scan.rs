// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! One scan with what became of it.

use std::collections::BTreeMap;

use super::{
    presence::{Flow, Step, minute},
    types::{Gesture, ScanFact, Stamp},
};
use crate::{
    time::Millis,
    verdict::{Code, Mark},
};

/// A scan with what became of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ScanState {
    /// What was shown and answered; none while only a later fact about it is known here.
    pub fact: Option<ScanFact>,
    pub(super) stamp: Option<Stamp>,
    pub(super) corrections: BTreeMap<Stamp, u8>,
    pub(super) confirmed: BTreeMap<Stamp, (Millis, u8)>,
    pub(super) refused: bool,
    pub(super) overridden: BTreeMap<Stamp, Overridden>,
    pub(super) annulled: Option<Millis>,
}

/// Let in against the verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Overridden {
    pub(super) at: Millis,
    pub(super) enters: u8,
    pub(super) out_at: Millis,
}

impl ScanState {
    /// Persons that it was granted to let in, before any correction: by the scan, by comparing the document or by
    /// somebody with the right.
    #[must_use]
    pub fn granted(&self) -> u8 {
        let scanned = self.fact.as_ref().map(|f| f.enters).filter(|n| *n > 0);
        scanned
            .or_else(|| self.confirmed.values().next().map(|c| c.1))
            .or_else(|| self.overridden.values().next().map(|o| o.enters))
            .unwrap_or(0)
    }

    /// Persons that it let in after all corrections.
    #[must_use]
    pub fn entered(&self) -> u8 {
        match self.granted() {
            n if n > 0 && self.annulled.is_none() => self.corrected(n),
            _ => 0,
        }
    }

    /// Persons that it let out after all corrections.
    #[must_use]
    pub fn left(&self) -> u8 {
        match self.fact.as_ref().map_or(0, |f| f.leaves) {
            n if n > 0 && self.annulled.is_none() => self.corrected(n),
            _ => 0,
        }
    }

    fn corrected(&self, n: u8) -> u8 {
        self.corrections.values().next_back().copied().unwrap_or(n)
    }

    /// When those let in entered.
    #[must_use]
    pub fn entered_at(&self) -> Option<Millis> {
        let fact = self.fact.as_ref()?;
        if fact.enters > 0 {
            return Some(fact.at);
        }
        self.confirmed.values().next().map(|c| c.0).or_else(|| self.overridden.values().next().map(|o| o.at))
    }

    /// True when it was overruled.
    #[must_use]
    pub fn is_overridden(&self) -> bool {
        !self.overridden.is_empty()
    }

    /// True when it was taken back.
    #[must_use]
    pub const fn is_annulled(&self) -> bool {
        self.annulled.is_some()
    }

    /// True when the document was compared, with whatever result.
    #[must_use]
    pub fn is_document_done(&self) -> bool {
        self.refused || !self.confirmed.is_empty()
    }

    /// True while somebody may compare the document.
    pub(super) fn waits_for_document(&self) -> bool {
        let wanted = self.fact.as_ref().is_some_and(|f| f.verdict == Code::CheckId && !f.marks.contains(&Mark::Look));
        wanted && !self.is_document_done() && !self.is_overridden() && !self.is_annulled()
    }

    /// Its entry and its exit, if it made one and it is known whose.
    pub(super) fn steps(&self) -> impl Iterator<Item = Step> {
        [self.exit(), self.entry()].into_iter().flatten()
    }

    /// Persons let in with a receipt that is not known here, overruled.
    pub(super) fn anonymous(&self) -> Option<Flow> {
        let fact = self.fact.as_ref().filter(|f| f.visitor.is_none())?;
        let (stamp, forced) = self.overridden.iter().next()?;
        let minute = minute(forced.out_at);
        Some(Flow { at: forced.at, stamp: *stamp, site: fact.site, minute, persons: i64::from(self.entered()) })
    }

    fn step(&self) -> Option<Step> {
        let (fact, stamp) = (self.fact.as_ref()?, self.stamp?);
        let visitor = fact.visitor?;
        Some(Step {
            at: fact.at,
            stamp,
            scan: fact.scan,
            gate: fact.gate,
            site: fact.site,
            office: visitor.office,
            gesture: fact.gesture,
            persons: 0,
            party: visitor.persons,
            out_at: fact.out_at,
            overruled: false,
            came_back: fact.marks.contains(&Mark::ReEntry),
        })
    }

    fn exit(&self) -> Option<Step> {
        let persons = self.left();
        self.step().filter(|_| persons > 0).map(|step| Step { persons, gesture: Gesture::Exit, ..step })
    }

    fn entry(&self) -> Option<Step> {
        let persons = self.entered();
        let step = self.step().filter(|_| persons > 0)?;
        let gesture = if step.gesture == Gesture::Exit { Gesture::Enter } else { step.gesture };
        let step = Step { persons, gesture, ..step };
        if self.fact.as_ref().is_some_and(|f| f.enters > 0) {
            return Some(step);
        }
        // What happened later than the scan is ordered by its own fact; of several, one wins: the first.
        if let Some((stamp, (at, _))) = self.confirmed.iter().next() {
            return Some(Step { at: *at, stamp: *stamp, ..step });
        }
        let (stamp, forced) = self.overridden.iter().next()?;
        Some(Step { at: forced.at, stamp: *stamp, out_at: forced.out_at, overruled: true, ..step })
    }
}
