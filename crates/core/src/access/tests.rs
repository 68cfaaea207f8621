// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use std::{fmt::Write, path::PathBuf};

use super::*;
use crate::ids::OfficeId;

/// Every cell, written by hand: no function of the table makes it.
const PUBLISHED: [&str; 20] = [
    // right            steward supervisor clerk manager administrator
    "door               yes     yes        no    no      yes",
    "details            yes     yes        no    no      yes",
    "override.too_early granted yes        no    no      yes",
    "override.too_late  granted yes        no    no      yes",
    "override           no      yes        no    no      yes",
    "annul              no      yes        no    no      yes",
    "search             no      yes        no    no      yes",
    "conflicts          no      yes        no    no      yes",
    "clock              no      yes        no    no      yes",
    "paper_mode         no      yes        no    no      yes",
    "print_folder       no      yes        no    no      yes",
    "training           no      yes        no    no      yes",
    "leave              no      yes        no    no      yes",
    "import             no      no         no    no      yes",
    "account            no      yes        yes   yes     yes",
    "see                no      yes        own   own     yes",
    "office             no      no         no    own     yes",
    "history            no      no         no    own     yes",
    "court              no      no         no    no      yes",
    "people             no      no         no    no      yes",
];

#[test]
fn the_table_of_rights_is_as_published_cell_by_cell() {
    for (right, line) in Right::ALL.into_iter().zip(PUBLISHED) {
        let words: Vec<_> = line.split_whitespace().collect();
        assert_eq!(words[0], right.name());
        for (role, expected) in Role::ALL.into_iter().zip(&words[1..]) {
            assert_eq!(cell(role, right).name(), *expected, "{} of a {}", right.name(), role.name());
        }
    }
}

#[test]
fn a_cell_says_what_is_allowed_for_the_court_and_at_an_office() {
    let (own, other) = (OfficeId(1), OfficeId(2));
    for right in Right::ALL {
        for role in Role::ALL {
            let court = allows(role, right, Grants::default());
            let at = |office| allows_at(role, right, Grants::default(), &[own], office);
            let expected = match cell(role, right) {
                Cell::Yes => (true, true, true),
                Cell::Own => (false, true, false),
                // Nothing is granted unless the court says so.
                Cell::No | Cell::Granted => (false, false, false),
            };
            assert_eq!((court, at(own), at(other)), expected, "{} of a {}", right.name(), role.name());
        }
    }
}

#[test]
fn only_who_works_for_offices_has_a_right_that_depends_on_them() {
    for right in Right::ALL {
        for role in Role::ALL {
            assert!(cell(role, right) != Cell::Own || role.has_offices(), "{} of a {}", right.name(), role.name());
        }
    }
}

#[test]
fn a_court_may_let_stewards_overrule_early_and_late_but_nothing_else() {
    let all = Grants { steward_too_early: true, steward_too_late: true };
    let given: Vec<_> = Right::ALL.into_iter().filter(|r| allows(Role::Steward, *r, all)).collect();
    assert_eq!(given, [Right::Door, Right::Details, Right::OverrideTooEarly, Right::OverrideTooLate]);
}

#[test]
fn a_pin_is_for_the_door_and_a_password_for_the_office() {
    let who = |has: fn(Role) -> bool| Role::ALL.into_iter().filter(|r| has(*r)).collect::<Vec<_>>();
    assert_eq!(who(Role::has_pin), [Role::Steward, Role::Supervisor, Role::Administrator]);
    assert_eq!(who(Role::has_password), [Role::Supervisor, Role::Clerk, Role::Manager, Role::Administrator]);
    // Never by a PIN: six digits fall in hours.
    assert_eq!(who(Role::opens_names_by_password), [Role::Clerk, Role::Manager, Role::Administrator]);
    assert_eq!(who(Role::opens_names_by_passphrase), [Role::Supervisor, Role::Manager, Role::Administrator]);
}

#[test]
fn five_wrong_pins_slow_the_sixth_try_and_the_wait_doubles() {
    let waits: Vec<_> = [0, 4, 5, 6, 7, 10, 11, 4_000_000].map(pin_wait_seconds).to_vec();
    assert_eq!(waits, [0, 0, 30, 60, 120, 900, 900, 900]);
}

#[test]
fn twenty_wrong_passwords_of_whomever_slow_the_next_and_time_forgives_one_by_one() {
    let start = crate::time::Millis(1_000_000);
    let mut guesses = Guesses::default();
    for _ in 0..SPRAY_TRIES {
        assert_eq!(guesses.wait_seconds(start), 0);
        guesses.wrong(start);
    }
    assert_eq!(guesses.wait_seconds(start), SPRAY_SECONDS);
    assert_eq!(guesses.wait_seconds(start.plus_seconds(29)), 1);
    assert_eq!(guesses.wait_seconds(start.plus_seconds(30)), 0);
    guesses.wrong(start.plus_seconds(30));
    assert_eq!(guesses.wait_seconds(start.plus_seconds(30)), SPRAY_SECONDS);
    guesses.right(start.plus_seconds(30));
    assert_eq!(guesses.wait_seconds(start.plus_seconds(30)), 0, "the right one was none");
    guesses.wrong(start.plus_seconds(30));
    // A clock that was set back by a day helps nobody.
    assert_eq!(guesses.wait_seconds(start.plus_seconds(-86_400)), SPRAY_SECONDS);
    assert_eq!(guesses.wait_seconds(start.plus_seconds(3600)), 0);
}

fn markdown() -> String {
    let mut text = "| right | what it allows |".to_owned();
    for role in Role::ALL {
        let _ = write!(text, " {} |", role.name());
    }
    text += "\n| --- | --- |";
    text += &" --- |".repeat(Role::ALL.len());
    for right in Right::ALL {
        let _ = write!(text, "\n| `{}` | {} |", right.name(), right.about());
        for role in Role::ALL {
            let mark = match cell(role, right) {
                Cell::No => "–",
                Cell::Yes => "yes",
                Cell::Own => "own offices",
                Cell::Granted => "as granted",
            };
            let _ = write!(text, " {mark} |");
        }
    }
    text
}

/// `VARCO_WRITE_PAGES=1` writes the table again.
#[test]
fn the_published_page_of_rights_is_what_the_code_does() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/rights.md");
    let found = std::fs::read_to_string(&path).expect("docs/rights.md");
    let from = found.find("<!-- table: ").expect("its beginning");
    let from = from + found[from..].find("-->").expect("the end of the comment") + "-->".len();
    let to = found.find("<!-- end of table -->").expect("its end");
    let mut written = found.clone();
    written.replace_range(from..to, &format!("\n\n{}\n\n", markdown()));
    if std::env::var_os("VARCO_WRITE_PAGES").is_some() {
        std::fs::write(&path, &written).expect("docs/rights.md");
    } else {
        assert!(found == written, "docs/rights.md is stale: VARCO_WRITE_PAGES=1 cargo test -p varco-core rights");
    }
}
