// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Who wrote a source file and under which licence stands in its first lines.

use super::{File, Findings};
use crate::run::Failure;

/// Endings of files that are written by hand and can carry a comment.
const SOURCES: &[&str] =
    &["rs", "toml", "ts", "js", "svelte", "css", "html", "py", "sh", "ftl", "sql", "yml", "yaml", "typ"];

/// Endings of files in which the length says something about the order in the room.
const ROOMS: &[&str] = &["rs", "ts", "js", "svelte", "css", "py"];
const LONG: usize = 600;

pub fn check(files: &[File]) -> Result<Findings, Failure> {
    let sources = files.iter().filter(|file| SOURCES.contains(&file.ending()) && !is_generated(file));
    let bare = sources.filter(|file| {
        let head: Vec<&str> = file.text.iter().flat_map(|text| text.lines().take(6)).collect();
        // Split in two, so that the lint of licences does not take this line for a header.
        !["FileCopyrightText:", "License-Identifier:"]
            .iter()
            .all(|tag| head.iter().any(|line| line.contains(&format!("SPDX-{tag}"))))
    });
    Ok(bare.map(|file| format!("{}:1: has no SPDX header (who, and under which licence)", file.path)).collect())
}

/// Files over 600 lines: named, not forbidden.
pub fn long(files: &[File]) -> Vec<String> {
    let rooms = files.iter().filter(|file| ROOMS.contains(&file.ending()) && !is_generated(file));
    rooms
        .map(|file| (file, file.text.iter().flat_map(|text| text.lines()).count()))
        .filter(|(_, lines)| *lines > LONG)
        .map(|(file, lines)| format!("{} has {lines} lines; is it still one room with one purpose?", file.path))
        .collect()
}

/// Written by a tool that writes no header.
fn is_generated(file: &File) -> bool {
    file.path.ends_with(".d.ts") && file.text.as_deref().is_some_and(|text| text.contains("auto-generated"))
}
