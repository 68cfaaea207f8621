// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! `cargo xtask tidy`: rules of the house that no compiler knows.

mod arrows;
mod documents;
mod headers;
mod hosts;
mod licences;

use std::path::PathBuf;

use crate::run::{self, Failure, Outcome};

/// A file of the project that Git knows, or would take.
pub struct File {
    /// From the top folder, with `/`.
    pub path: String,
    /// Nothing for pictures and other files that are not UTF-8.
    pub text: Option<String>,
}

impl File {
    /// What comes after the last dot.
    pub fn ending(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(_, ending)| ending)
    }
}

/// What is wrong, and where: `path:line: sentence`.
pub type Findings = Vec<String>;

/// The verb itself.
pub fn run(words: &[String]) -> Outcome {
    if !words.is_empty() {
        return Err(Failure::usage("cargo xtask tidy"));
    }
    let files = files()?;
    let mut findings = Findings::new();
    type Check = fn(&[File]) -> Result<Findings, Failure>;
    let checks: [(&str, Check); 5] = [
        ("arrows between crates", arrows::check),
        ("paths in documents", documents::check),
        ("headers", headers::check),
        ("hosts, machines and endpoints", hosts::check),
        ("licences of what is not ours", licences::check),
    ];
    for (name, check) in checks {
        let found = check(&files)?;
        run::say(format_args!(
            "{name}: {}",
            if found.is_empty() { "in order".into() } else { format!("{} to mend", found.len()) }
        ));
        findings.extend(found);
    }
    for long in headers::long(&files) {
        run::say(format_args!("long: {long}"));
    }
    if findings.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("{}\n{} things to tidy.", findings.join("\n"), findings.len())))
}

fn files() -> Result<Vec<File>, Failure> {
    let list = run::ask(run::command("git").args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]))?;
    let mut paths: Vec<&str> = list.split('\0').filter(|path| !path.is_empty()).collect();
    paths.sort_unstable();
    paths.dedup();
    let read = |path: &str| {
        // A file that was just deleted is still in the list; it has nothing to say.
        let bytes = std::fs::read(run::root().join(PathBuf::from(path))).ok()?;
        Some(File { path: path.to_owned(), text: String::from_utf8(bytes).ok() })
    };
    Ok(paths.into_iter().filter_map(read).collect())
}
