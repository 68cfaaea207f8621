// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Every path that a document names exists, so that no page describes a house that has moved.

use std::collections::BTreeSet;

use super::{File, Findings};
use crate::run::{self, Failure};

/// Made by a build or a run, so not always there.
const MADE: &[&str] = &["target", "out", "gen", "node_modules", "ui/dist", "ui/node_modules"];

pub fn check(files: &[File]) -> Result<Findings, Failure> {
    let top: BTreeSet<&str> = files.iter().filter_map(|file| file.path.split('/').next()).collect();
    let mut findings = Findings::new();
    for file in files.iter().filter(|file| file.ending() == "md") {
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut in_block = false;
        for (number, line) in file.text.iter().flat_map(|text| text.lines()).enumerate() {
            if line.trim_start().starts_with("```") {
                in_block = !in_block;
            }
            if in_block {
                continue;
            }
            let named = code(line).filter(|word| is_path(word, &top)).chain(links(line));
            for path in named.filter(|path| !exists(folder, path)) {
                findings.push(format!("{}:{}: names `{path}`, which does not exist", file.path, number + 1));
            }
        }
    }
    Ok(findings)
}

/// What stands between back-ticks.
fn code(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// The targets of links and pictures that are files of ours.
fn links(line: &str) -> impl Iterator<Item = &str> {
    line.split("](").skip(1).filter_map(|rest| rest.split(')').next()).filter_map(|target| {
        let path = target.split('#').next().unwrap_or_default();
        let ours = !path.is_empty() && !path.contains("://") && !path.starts_with("mailto:");
        ours.then_some(path)
    })
}

/// A path has a slash and begins with something that stands at the top.
fn is_path(word: &str, top: &BTreeSet<&str>) -> bool {
    let plain = word.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-/".contains(&b));
    plain && word.split_once('/').is_some_and(|(first, _)| top.contains(first))
}

fn exists(folder: &str, path: &str) -> bool {
    let made =
        MADE.iter().any(|made| path.strip_prefix(made).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')));
    made || run::root().join(path).exists() || run::root().join(folder).join(path).exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_and_a_command_are_not_paths() {
        let top = BTreeSet::from(["ui", "docs", "crates"]);
        assert!(is_path("ui/api", &top));
        assert!(is_path("crates/core/src/lib.rs", &top));
        assert!(!is_path("/api/scan", &top));
        assert!(!is_path("npm run build", &top));
        assert!(!is_path("crates/*", &top));
        assert!(!is_path("text/html", &top));
    }

    #[test]
    fn links_leave_out_other_hosts_and_anchors() {
        let found: Vec<_> =
            links("see [a](docs/a.md#part), [b](https://b.example/), ![c](c.png) and [d](#here)").collect();
        assert_eq!(found, ["docs/a.md", "c.png"]);
    }
}
