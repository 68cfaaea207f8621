// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A full disk and one that may not be written: real ones, mounted in a namespace of their own that goes with the
//! process.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says where")]

use std::{path::Path, process::Command};

use varco_core::ids::StationId;
use varco_faults::busy_court;
use varco_store_sqlite::{Options, open};

/// Runs the helper after a mount. Without the right to mount a user namespace gives it. Where the root is no mount of its
/// own (chroot), what is mounted cannot be made private, and need not be: the namespace goes with the process.
fn held(mount: &str, verb: &str, folder: &Path) {
    let shell = format!("{mount} && exec \"$1\" \"$2\" \"$3\"");
    let helper = env!("CARGO_BIN_EXE_varco-gates");
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").unwrap();
    let root_is_mounted = mounts.lines().any(|line| line.split(' ').nth(4) == Some("/"));
    let propagation: &[&str] = if root_is_mounted { &[] } else { &["--propagation", "unchanged"] };
    let attempt = |right: &[&str]| {
        let folder = folder.to_str().unwrap();
        let told = ["--mount", "sh", "-c", &shell, "sh", helper, verb, folder];
        Command::new("unshare").args(propagation).args(right).args(told).output().unwrap()
    };
    let mut done = attempt(&[]);
    if !done.status.success() && String::from_utf8_lossy(&done.stderr).contains("unshare") {
        done = attempt(&["--user", "--map-root-user"]);
    }
    assert!(
        done.status.success() && done.stdout.ends_with(b"held\n"),
        "{}{}",
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr)
    );
}

#[test]
fn on_a_full_disk_the_reserve_carries_on_then_the_door_is_told_and_nothing_acknowledged_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    held("mount -t tmpfs -o size=6m tmpfs \"$3\"", "full", folder.path());
}

#[test]
fn a_folder_that_may_not_be_written_is_said_to_be_read_only() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path(), StationId(1), Options::small()).unwrap();
    let _ = busy_court(&store, 8);
    drop(store);
    let mount = "mount --bind \"$3\" \"$3\" && mount -o remount,bind,ro \"$3\"";
    held(mount, "read-only", folder.path());
}
