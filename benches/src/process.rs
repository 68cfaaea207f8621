// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What Linux tells of a process and those that it has started.

use std::fs;

use crate::measure::Outcome;

fn kib(file: &str, name: &str) -> Outcome<u64> {
    let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let line = text.lines().find_map(|line| line.strip_prefix(name)).ok_or_else(|| format!("{file} has no {name}"))?;
    Ok(line.trim().trim_end_matches("kB").trim().parse()?)
}

/// The greatest resident memory of a process so far, in KiB.
pub fn peak_kib(process: u32) -> Outcome<u64> {
    kib(&format!("/proc/{process}/status"), "VmHWM:")
}

/// The proportional memory of a process and all below it, in KiB: a page that several share counts in parts. With the
/// names of the processes.
pub fn tree_kib(root: u32) -> Outcome<(u64, Vec<String>)> {
    let mut tree = vec![root];
    let all = parents()?;
    let mut at = 0;
    while let Some(parent) = tree.get(at).copied() {
        tree.extend(all.iter().filter(|(_, p, _)| *p == parent).map(|(child, ..)| *child));
        at += 1;
    }
    let (mut sum, mut names) = (0, Vec::new());
    for process in tree {
        // One that has just ended takes nothing.
        if let Ok(pss) = kib(&format!("/proc/{process}/smaps_rollup"), "Pss:") {
            sum += pss;
            names.extend(all.iter().find(|(p, ..)| *p == process).map(|(_, _, name)| name.clone()));
        }
    }
    Ok((sum, names))
}

/// The process whose program is this file, if there is one; of several the one that was started first.
pub fn running(program: &std::path::Path) -> Outcome<Option<u32>> {
    let program = program.canonicalize()?;
    let is_it = |process: &u32| fs::read_link(format!("/proc/{process}/exe")).is_ok_and(|exe| exe == program);
    Ok(parents()?.into_iter().map(|(process, ..)| process).filter(is_it).min())
}

/// (process, its parent, its name)
fn parents() -> Outcome<Vec<(u32, u32, String)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc")? {
        let Some(process) = entry?.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else { continue };
        // `pid (name) state parent …`; the name may hold anything.
        let Ok(stat) = fs::read_to_string(format!("/proc/{process}/stat")) else { continue };
        let Some((head, tail)) = stat.rsplit_once(')') else { continue };
        let name = head.split_once('(').map(|(_, name)| name.to_owned()).unwrap_or_default();
        if let Some(parent) = tail.split_whitespace().nth(1).and_then(|p| p.parse().ok()) {
            found.push((process, parent, name));
        }
    }
    Ok(found)
}
