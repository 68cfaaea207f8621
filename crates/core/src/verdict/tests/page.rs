// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! `docs/verdicts.md` says what the code does.

use std::{fmt::Write, path::PathBuf};

use super::pairs::{Meeting, meeting, pairs};
use crate::verdict::{Code, table};

fn page() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/verdicts.md")
}

/// Those that cannot meet, by reason.
fn impossible() -> String {
    let mut reasons: Vec<(&str, Vec<(Code, Code)>)> = Vec::new();
    let (mut meet, mut never) = (0, 0);
    for (first, second) in pairs() {
        match meeting(first, second) {
            Meeting::Scene(_) => meet += 1,
            Meeting::Impossible(reason) => {
                never += 1;
                match reasons.iter_mut().find(|(known, _)| *known == reason) {
                    Some((_, list)) => list.push((first, second)),
                    None => reasons.push((reason, vec![(first, second)])),
                }
            }
        }
    }
    let mut text = format!(
        "Of {} pairs of verdicts {meet} can hold at once. For each the tests play a scene, and the earlier row decides; \
         of *already_inside* and *already_served*, which share row 12, the second does. These {never} cannot meet:\n",
        meet + never
    );
    for (reason, mut list) in reasons {
        let _ = write!(text, "\n- {reason}:");
        // All with the same second one are told from its side.
        if list.len() > 1 && list.iter().all(|(_, second)| *second == list[0].1) {
            list.iter_mut().for_each(|pair| *pair = (pair.1, pair.0));
        }
        let mut last = None;
        for (first, second) in list {
            let with = if last == Some(first) { String::new() } else { format!(" `{}` with", first.name()) };
            let comma = if last.is_some() && last == Some(first) {
                ","
            } else if last.is_some() {
                ";"
            } else {
                ""
            };
            let _ = write!(text, "{comma}{with} `{}`", second.name());
            last = Some(first);
        }
    }
    text + "\n"
}

#[test]
fn the_published_page_is_what_the_code_does() {
    let path = page();
    let found = std::fs::read_to_string(&path).expect("docs/verdicts.md");
    let mut written = found.clone();
    for (name, text) in [("table", table::markdown()), ("marks", table::marks()), ("pairs", impossible())] {
        let from = written.find(&format!("<!-- {name}: ")).expect("its beginning");
        let from = from + written[from..].find("-->").expect("the end of the comment") + "-->".len();
        let to = written.find(&format!("<!-- end of {name} -->")).expect("its end");
        written.replace_range(from..to, &format!("\n\n{text}\n"));
    }
    if std::env::var_os("VARCO_WRITE_PAGES").is_some() {
        std::fs::write(&path, &written).expect("docs/verdicts.md");
    } else {
        assert!(found == written, "docs/verdicts.md is stale: VARCO_WRITE_PAGES=1 cargo test -p varco-core page");
    }
}
