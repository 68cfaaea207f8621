// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What a verb prints, and how it fails.

use std::io::Write;

use serde::Serialize;
use varco_api::Fault;
use varco_store::StoreError;
use varco_words::Lang;

/// How a verb fails.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Refused or found wrong: exit status 1. Nothing more is printed when the text is empty.
    Refused(String),
    /// Called wrongly: exit status 2.
    Usage(String),
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::from(Fault::Store(error))
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        let problem = fault.problem(Lang::It);
        Self::Refused(format!("{} {}", problem.message, problem.next_step))
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Refused(error.to_string())
    }
}

/// Where a verb prints to.
pub(crate) struct Out {
    pub(crate) json: bool,
    pub(crate) lang: Lang,
}

impl Out {
    pub(crate) const fn new(json: bool, lang: Lang) -> Self {
        Self { json, lang }
    }

    /// One object: as JSON, or in words. Written at once, so that whoever reads gets each answer as it is found.
    pub(crate) fn row(&self, object: &impl Serialize, words: impl FnOnce() -> String) -> Result<(), Failure> {
        let line = if self.json {
            serde_json::to_string(object).map_err(|e| Failure::Refused(e.to_string()))?
        } else {
            words()
        };
        let mut out = std::io::stdout().lock();
        writeln!(out, "{line}")?;
        out.flush()?;
        Ok(())
    }

    /// Something said beside the answer.
    pub(crate) fn note(&self, words: &str) {
        if !self.json {
            eprintln!("{words}");
        }
    }
}
