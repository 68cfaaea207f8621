// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Real offices' rules against the schedule. The files are in `tests/rulebooks/`.

#![expect(clippy::unwrap_used, reason = "the times of a rulebook exist, or its test fails")]

mod rulebook;

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use rulebook::{Answer, Arrival, Asked, CIVIL, Case, Day, Door, Judged, Reception, Rulebook, Sum};
use varco_core::schedule::{Audience, OfficeSchedule, Pool, Used, Why, next_free, slots, validate, why};
use varco_core::time::{Cell, resolve};

#[test]
fn every_rulebook_is_a_schedule_that_may_be_saved() {
    for book in rulebook::all() {
        assert!(!book.source.is_empty() && !book.chosen.is_empty(), "{} says where it comes from", book.id);
        for office in &book.offices {
            assert_eq!(validate(&book.schedule(&office.id)), [], "{} {}", book.id, office.id);
        }
    }
}

#[test]
fn every_scenario_of_a_rulebook_holds() {
    let mut wrong = Vec::new();
    for book in rulebook::all() {
        for scenario in &book.scenarios {
            let found = match &scenario.case {
                Case::Arrival { given, expect } => arrival(&book.schedule(&given.office), given, expect),
                Case::Booking { given, expect } => booking(&book.schedule(&given.office), given, expect),
                Case::Day { given, expect } => day(&book.schedule(&given.office), given, expect),
                Case::WorkingDay { given, expect } => {
                    let counts = book.holidays().working_day_from(given.sent, given.saturdays);
                    same("counts from", &counts, &expect.counts_from)
                }
                Case::Door { given, expect } => door(&book, given, expect),
            };
            wrong.extend(found.err().map(|fault| format!("{}: {fault}", scenario.title(&book))));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn no_scenario_of_a_source_is_forgotten() {
    for book in rulebook::all() {
        let expressed = book.scenarios.iter().filter_map(|scenario| scenario.n);
        let told: BTreeSet<u32> = expressed.chain(book.not_yet.iter().map(|gap| gap.n)).collect();
        assert_eq!(told, (1..=book.source_scenarios).collect(), "{}", book.id);
        for scenario in &book.scenarios {
            let from_source = scenario.words.is_some() && scenario.answer.is_some() && scenario.basis.is_some();
            assert_eq!(from_source, scenario.n.is_some(), "{}", scenario.title(&book));
        }
    }
}

#[test]
fn the_page_lists_what_cannot_be_expressed_yet() {
    let page = std::fs::read_to_string(rulebook::folder().join("README.md")).unwrap();
    let listed: BTreeSet<String> = page
        .split("## What cannot be expressed yet")
        .nth(1)
        .unwrap()
        .lines()
        .filter(|line| line.contains(" → "))
        .map(str::to_owned)
        .collect();
    let mut written = BTreeSet::new();
    let (mut all, mut in_part) = (0, 0);
    for book in rulebook::all() {
        all += book.source_scenarios;
        for gap in &book.not_yet {
            let part = if book.scenarios.iter().any(|scenario| scenario.n == Some(gap.n)) { " (part)" } else { "" };
            in_part += u32::from(!part.is_empty());
            written
                .insert(format!("| {} {}{part} | {} → {} | {} |", book.id, gap.n, gap.words, gap.answer, gap.reason));
        }
    }
    assert_eq!(listed, written);
    let waiting = u32::try_from(written.len()).unwrap();
    let whole = all - waiting;
    let sum = format!("Of {all} scenarios {whole} are expressed whole and {in_part} in part. These {waiting} wait");
    assert!(page.contains(&sum), "{sum}");
}

type Checked = Result<(), String>;

fn same<T: PartialEq + std::fmt::Debug>(what: &str, found: &T, expected: &T) -> Checked {
    if found == expected { Ok(()) } else { Err(format!("{what}: found {found:?}, expected {expected:?}")) }
}

/// Somebody comes without a booking: only a band for walk-ins receives them.
fn arrival(office: &OfficeSchedule, given: &Arrival, expect: &Reception) -> Checked {
    let full_before = given.full_until.map(|until| Cell::of(resolve(office.zone, until).unwrap()));
    let used = |cell: Cell, _: Pool| match full_before {
        Some(end) if cell < end => Used { bookings: u32::MAX, persons: u32::MAX },
        _ => Used::default(),
    };
    let answer = why(office, given.at.date(), given.at.time(), Audience::WalkIn, used);
    same("admitted", &matches!(answer, Why::Free { .. }), &expect.admitted)?;
    if let Some(code) = &expect.why {
        same("why", &answer.code(), &code.as_str())?;
    }
    if let Some(open_for) = &expect.open_for {
        same("open for", &others(&answer), open_for)?;
    }
    let back = next_free(office, Audience::WalkIn, resolve(office.zone, given.at).unwrap(), used);
    let back = back.map_or("never".to_owned(), |slot| slot.date.and_time(slot.hours.from).format(CIVIL).to_string());
    expect.come_back_at.as_ref().map_or(Ok(()), |expected| same("come back at", &back, expected))
}

fn booking(office: &OfficeSchedule, given: &Asked, expect: &Answer) -> Checked {
    let taken = |pool: Pool| given.taken.get(pool.0.code()).copied().unwrap_or(0);
    for pool in given.taken.keys() {
        Audience::from_code(pool).ok_or(format!("there is no share called {pool}"))?;
    }
    let used = |_: Cell, pool: Pool| Used { bookings: taken(pool), persons: taken(pool) };
    let answer = why(office, given.at.date(), given.at.time(), given.audience, used);
    same("why", &answer.code(), &expect.why.as_str())?;
    if expect.pool.is_some() {
        same("share", &answer.slot().map(|slot| slot.pool.0), &expect.pool)?;
    }
    if let Some(open_for) = &expect.open_for {
        same("open for", &others(&answer), open_for)?;
    }
    match (&expect.open_on, answer) {
        (Some(expected), Why::NotThatWeekday { open_on }) => same("open on", &open_on, expected),
        (Some(_), other) => Err(format!("no weekdays in {other:?}")),
        (None, _) => Ok(()),
    }
}

fn others(answer: &Why) -> Vec<Audience> {
    match answer {
        Why::NotForThisAudience { open_for } => open_for.clone(),
        _ => Vec::new(),
    }
}

fn day(office: &OfficeSchedule, given: &Day, expect: &Sum) -> Checked {
    let found = slots(office, given.date, given.audience);
    same("slots", &found.len(), &expect.slots)?;
    if let Some(expected) = expect.places {
        same("places", &found.iter().map(|slot| u32::from(slot.desks)).sum::<u32>(), &expected)?;
    }
    if expect.first_start.is_some() {
        same("first start", &found.first().map(|slot| slot.hours.from), &expect.first_start)?;
    }
    if expect.last_end.is_some() {
        same("last end", &found.last().map(|slot| slot.hours.to), &expect.last_end)?;
    }
    Ok(())
}

/// What a door decides is tested with the verdict. Here: the booking that it speaks of can exist, and the form holds.
fn door(book: &Rulebook, given: &Door, expect: &Judged) -> Checked {
    let office = book.schedule(&given.office);
    let is_start = |at: NaiveDateTime| {
        Audience::EVERY
            .iter()
            .any(|audience| why(&office, at.date(), at.time(), *audience, |_, _| Used::default()).slot().is_some())
    };
    if let Some(booked) = given.booked.filter(|booked| !is_start(*booked)) {
        return Err(format!("nobody can have booked {booked}"));
    }
    same("a receipt, or an entry without booking", &given.booked.is_none(), &given.gesture.is_some())?;
    same("a reason of its own", &given.gesture.is_some(), &given.reason.is_some())?;
    same("a time to come back", &(expect.verdict == "too_early"), &expect.come_back_at.is_some())?;
    if given.left > given.inside {
        return Err("more left than were inside".into());
    }
    Ok(())
}
