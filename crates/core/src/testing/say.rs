// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! An answer in the words of the tables.

use super::court::World;
use crate::{
    booking::By,
    gate::{Acted, Refused},
    verdict::{Decision, Mark, Verdict},
};

/// A decision as a table writes it: the verdict, what it says, and its marks in brackets.
pub(super) fn say(world: &World, decision: &Decision) -> String {
    let at = |t| world.civil(t);
    let gate = |g| world.day.gates.get(g).map_or("?", |g| g.name.as_str());
    let name = decision.verdict.code().name();
    let said = match &decision.verdict {
        Verdict::NotAReceipt(foreign) => format!(", {}", word(&foreign.class)),
        Verdict::NotOurs { site, court } => format!(", {}", court.clone().unwrap_or_else(|| format!("site {site}"))),
        Verdict::KeyUnknown { revoked, .. } => if *revoked { ", taken back" } else { "" }.into(),
        Verdict::Cancelled { at: when, by, replaced_by } => {
            let by = if *by == By::Office { "office" } else { "holder" };
            let instead = replaced_by.map(|start| format!(", instead {}", at(start))).unwrap_or_default();
            format!(", {} by {by}{instead}", at(*when))
        }
        Verdict::Reissued { issued_at } => format!(", {}", at(*issued_at)),
        Verdict::WrongSite { site } => {
            format!(", go to {}", world.day.sites.get(site).map_or("?", |s| s.address.as_str()))
        }
        Verdict::WrongDay { passed } => if *passed { ", has passed" } else { ", comes later" }.into(),
        Verdict::OfficeClosed { exception } => format!(", exception {exception}"),
        Verdict::AlreadyInside { at: when, gate: g } => format!(", {} at {}", at(*when), gate(g)),
        Verdict::AlreadyServed { at: when } => format!(", {}", at(*when)),
        Verdict::PartyPartial { enter, inside } => format!(" {enter}, {inside} inside"),
        Verdict::TooEarly { come_back_at } => format!(", come back at {}", at(*come_back_at)),
        Verdict::TooLate { until } => format!(", until {}", at(*until)),
        Verdict::SiteFull { inside, maximum } => format!(", {inside} of {maximum}"),
        Verdict::CheckId { enter } | Verdict::AdmitNote { enter } | Verdict::Admit { enter } => format!(" {enter}"),
        Verdict::Exit { leave } => format!(" {leave}"),
        Verdict::Damaged | Verdict::BadSignature | Verdict::UnknownBooking | Verdict::Blocked => String::new(),
    };
    let marks: Vec<String> = decision.marks.iter().map(|m| mark(world, decision, *m)).collect();
    let marks = if marks.is_empty() { String::new() } else { format!(" [{}]", marks.join(", ")) };
    format!("{name}{said}{marks}")
}

fn mark(world: &World, decision: &Decision, mark: Mark) -> String {
    match (mark, decision.first_read_at) {
        (Mark::AlreadyRead, Some(at)) => format!("already_read {}", world.civil(at)),
        _ => word(&mark),
    }
}

/// The word for machines.
fn word(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(serde_json::Value::Object(map)) => map
            .into_iter()
            .map(|(word, inner)| format!("{word} {}", inner.as_str().map_or_else(|| inner.to_string(), str::to_owned)))
            .collect(),
        other => panic!("no word for {other:?}"),
    }
}

/// What came of a gesture.
pub(super) fn outcome(world: &World, acted: &Result<Acted, Refused>) -> String {
    match acted {
        Ok(Acted { decision: Some(decision), .. }) => say(world, decision),
        Ok(Acted { decision: None, .. }) => "done".to_owned(),
        Err(refused) => format!("refused, {}", word(refused)),
    }
}
