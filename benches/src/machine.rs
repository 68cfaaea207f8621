// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! On what it was measured, and when.

use std::{fs, path::Path, process::Command};

use chrono::DateTime;

/// One line: processor, memory, the disk below a folder, system, day.
pub fn line(folder: &Path) -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{cores} cores of {}, {}; {}; {}; {}.", processor(), memory(), disk(folder), system(), today())
}

fn first_of(file: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let value = text.lines().find(|line| line.starts_with(name))?.split_once(':')?.1.trim();
    Some(value.to_owned())
}

fn processor() -> String {
    let hertz = first_of("/proc/cpuinfo", "cpu MHz").and_then(|mhz| mhz.parse::<f64>().ok());
    let name = first_of("/proc/cpuinfo", "model name").unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    hertz.map_or_else(|| name.clone(), |mhz| format!("{name} at {:.2} GHz", mhz / 1e3))
}

fn memory() -> String {
    let kib = first_of("/proc/meminfo", "MemTotal").and_then(|text| text.split(' ').next()?.parse::<f64>().ok());
    kib.map_or_else(|| "memory unknown".to_owned(), |kib| format!("{:.0} GiB", kib / (1024.0 * 1024.0)))
}

/// The file system and the device below a folder, as `findmnt` tells them.
fn disk(folder: &Path) -> String {
    let said = Command::new("findmnt").args(["-no", "FSTYPE,SOURCE", "--target"]).arg(folder).output();
    let said =
        said.ok().filter(|out| out.status.success()).map(|out| String::from_utf8_lossy(&out.stdout).into_owned());
    said.map_or_else(|| "disk unknown".to_owned(), |text| text.split_whitespace().collect::<Vec<_>>().join(" on "))
}

fn system() -> String {
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    format!("{} {}", std::env::consts::OS, kernel.trim()).trim_end().to_owned()
}

fn today() -> String {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let seconds = i64::try_from(since.as_secs()).unwrap_or_default();
    DateTime::from_timestamp(seconds, 0).map(|at| at.date_naive().to_string()).unwrap_or_default()
}
