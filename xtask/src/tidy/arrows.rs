// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Which crate may use which: the table in ARCHITECTURE.md is the rule, Cargo knows what is so.

use std::collections::{BTreeMap, BTreeSet};

use super::{File, Findings};
use crate::metadata::Workspace;
use crate::run::Failure;

const DOCUMENT: &str = "ARCHITECTURE.md";
const HEADING: &str = "## Arrows";

/// What people write for "each of them" and "none".
const ALL: &str = "all";
const NOTHING: &str = "nothing";

pub fn check(files: &[File]) -> Result<Findings, Failure> {
    let Some(document) = files.iter().find(|file| file.path == DOCUMENT).and_then(|file| file.text.as_deref()) else {
        return Ok(vec![format!("{DOCUMENT}:1: is not there; its table of arrows is the rule")]);
    };
    let workspace = Workspace::read()?;
    let may = table(document);
    let mut findings = Findings::new();
    for (name, member) in &workspace.members {
        if member.folder.starts_with("tests/") || matches!(member.folder.as_str(), "benches" | "xtask") {
            continue;
        }
        let Some(allowed) = may.get(name) else {
            findings.push(format!("{DOCUMENT}:1: the table of arrows has no line for `{name}`"));
            continue;
        };
        for (need, only_tests) in &member.needs {
            // Tests may reach wherever they have to; what ships may not.
            if *only_tests || !workspace.has(need) || allowed.contains(need.as_str()) || allowed.contains(ALL) {
                continue;
            }
            findings
                .push(format!("{}/Cargo.toml:1: `{name}` may not use `{need}` ({DOCUMENT}, arrows)", member.folder));
        }
    }
    for name in may.keys().filter(|name| !workspace.has(name)) {
        findings.push(format!("{DOCUMENT}:1: the table of arrows has `{name}`, which is no crate of ours"));
    }
    Ok(findings)
}

/// Rows `` | `crate` | `other`, `another` | … | `` under the heading.
fn table(document: &str) -> BTreeMap<String, BTreeSet<&str>> {
    let section = document.split(HEADING).nth(1).unwrap_or_default();
    let section = section.split("\n## ").next().unwrap_or_default();
    let names = |cell| -> BTreeSet<&str> {
        let words = quoted(cell);
        if words.is_empty() { [if str::contains(cell, ALL) { ALL } else { NOTHING }].into() } else { words }
    };
    let rows = section.lines().filter_map(|line| line.strip_prefix('|')).filter_map(|row| {
        let mut cells = row.split('|');
        let (name, others) = (cells.next()?, cells.next()?);
        Some((quoted(name).into_iter().next()?.to_owned(), names(others)))
    });
    rows.collect()
}

fn quoted(cell: &str) -> BTreeSet<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_ends_with_its_section() {
        let may = table(
            "## Arrows\n\n| crate | may use |\n|---|---|\n| `a` | `b`, `c` |\n| `b` | nothing |\n| `d` | all |\n\n## Next\n| `x` | `a` |\n",
        );
        assert_eq!(may["a"], BTreeSet::from(["b", "c"]));
        assert_eq!(may["b"], BTreeSet::from([NOTHING]));
        assert_eq!(may["d"], BTreeSet::from([ALL]));
        assert!(!may.contains_key("x"));
    }
}
