// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Every crate and every npm package that we use allows what EUPL-1.2 needs. The list is in deny.toml.

use serde_json::Value;

use super::{File, Findings};
use crate::metadata;
use crate::run::{Failure, root};

const LIST: &str = "deny.toml";
const CRATES: &str = "registry+https://github.com/rust-lang/crates.io-index";

pub fn check(files: &[File]) -> Result<Findings, Failure> {
    let Some(list) = files.iter().find(|file| file.path == LIST).and_then(|file| file.text.as_deref()) else {
        return Ok(vec![format!("{LIST}:1: is not there; it holds the licences that we can live with")]);
    };
    let allowed = allowed(list);
    let fits = |expression: &str| fits(expression, &allowed);
    let mut findings = Findings::new();
    if root().join("Cargo.lock").exists() {
        for package in metadata::everything()? {
            let Some(source) = &package.source else { continue };
            let name = format!("{} {}", package.name, package.version);
            if source != CRATES {
                findings.push(format!("Cargo.lock:1: {name} does not come from crates.io but from {source}"));
            }
            if !fits(&package.licence) && !is_exception(list, &package.name) {
                findings
                    .push(format!("{LIST}:1: {name} is under `{}`, which the list does not allow", package.licence));
            }
        }
    }
    for lock in files.iter().filter(|file| file.path.ends_with("package-lock.json")) {
        let text = lock.text.as_deref().unwrap_or_default();
        let all: Value = serde_json::from_str(text).map_err(|e| Failure::new(format!("{}: {e}", lock.path)))?;
        for (path, package) in all["packages"].as_object().into_iter().flatten().filter(|(path, _)| !path.is_empty()) {
            let licence = package["license"].as_str().unwrap_or_default();
            if !fits(licence) {
                findings.push(format!("{}:1: {path} is under `{licence}`, which {LIST} does not allow", lock.path));
            }
        }
    }
    Ok(findings)
}

/// The strings of `allow = [ … ]` in the section `[licenses]`.
fn allowed(list: &str) -> Vec<&str> {
    let section = list.split("[licenses]").nth(1).unwrap_or_default();
    let array = section.split("\nallow = [").nth(1).unwrap_or_default();
    let array = array.split("\n]").next().unwrap_or_default();
    array.lines().filter_map(|line| line.split('#').next()?.split('"').nth(1)).collect()
}

fn is_exception(list: &str, name: &str) -> bool {
    list.lines()
        .any(|line| line.contains("crate = ") && line.contains("allow = ") && line.contains(&format!("\"{name}\"")))
}

/// Whether one of the choices that an SPDX expression leaves is allowed. `/` is an old way to write OR.
fn fits(expression: &str, allowed: &[&str]) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    let fits = any(&words, &mut at, allowed);
    fits && at == words.len()
}

fn any(words: &[&str], at: &mut usize, allowed: &[&str]) -> bool {
    let mut fits = all(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        fits |= all(words, at, allowed);
    }
    fits
}

fn all(words: &[&str], at: &mut usize, allowed: &[&str]) -> bool {
    let mut fits = one(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        fits &= one(words, at, allowed);
    }
    fits
}

fn one(words: &[&str], at: &mut usize, allowed: &[&str]) -> bool {
    let Some(&word) = words.get(*at) else { return false };
    *at += 1;
    if word == "(" {
        let fits = any(words, at, allowed);
        let closed = words.get(*at) == Some(&")");
        *at += 1;
        return fits && closed;
    }
    if words.get(*at) == Some(&"WITH") {
        let exception = words.get(*at + 1).copied().unwrap_or_default();
        *at += 2;
        return allowed.contains(&format!("{word} WITH {exception}").as_str());
    }
    allowed.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALLOWED: &[&str] = &["MIT", "Apache-2.0", "Unicode-3.0", "Apache-2.0 WITH LLVM-exception"];

    #[test]
    fn one_allowed_choice_is_enough_but_all_parts_of_it_must_be() {
        assert!(fits("MIT OR GPL-3.0-only", ALLOWED));
        assert!(fits("MIT/Apache-2.0", ALLOWED));
        assert!(fits("(MIT OR Apache-2.0) AND Unicode-3.0", ALLOWED));
        assert!(fits("Apache-2.0 WITH LLVM-exception OR X11", ALLOWED));
        assert!(!fits("MIT AND GPL-3.0-only", ALLOWED));
        assert!(!fits("(MIT", ALLOWED));
        assert!(!fits("", ALLOWED));
    }

    #[test]
    fn the_list_is_read_without_its_reasons() {
        let list =
            "[licenses]\nversion = 2\nallow = [\n  \"MIT\", # the most common\n  # \"no\"\n  \"ISC\",\n]\n[bans]\n";
        assert_eq!(allowed(list), ["MIT", "ISC"]);
    }
}
