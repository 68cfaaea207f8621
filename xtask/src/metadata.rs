// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What Cargo knows about the workspace, so that no list of crates is kept twice.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;

use crate::run::{self, Failure};

/// The members of the workspace and where they are built.
pub struct Workspace {
    pub members: BTreeMap<String, Member>,
    pub target: PathBuf,
}

/// One crate of ours.
pub struct Member {
    /// Names of the crates that it needs to run or to be built: (name, only for its tests).
    pub needs: Vec<(String, bool)>,
    /// Its folder, from the top one, with `/`; empty for the app, which is the top one.
    pub folder: String,
}

impl Workspace {
    /// Asks Cargo; does not touch the network.
    pub fn read() -> Result<Self, Failure> {
        let all = json(run::cargo().args(["metadata", "--format-version", "1", "--no-deps"]))?;
        let root = text(&all, "workspace_root");
        let members = list(&all, "packages")
            .map(|package| {
                let needs = list(package, "dependencies")
                    .map(|d| (text(d, "name").to_owned(), d["kind"].as_str() == Some("dev")))
                    .collect();
                let manifest = text(package, "manifest_path").strip_prefix(root).unwrap_or_default().replace('\\', "/");
                let folder = manifest.trim_start_matches('/').trim_end_matches("Cargo.toml").trim_end_matches('/');
                (text(package, "name").to_owned(), Member { needs, folder: folder.to_owned() })
            })
            .collect();
        Ok(Self { members, target: PathBuf::from(text(&all, "target_directory")) })
    }

    /// Whether the workspace has a crate of this name.
    pub fn has(&self, name: &str) -> bool {
        self.members.contains_key(name)
    }
}

/// A crate that we use and did not write.
pub struct Foreign {
    pub name: String,
    pub version: String,
    /// An SPDX expression; empty when the crate names only a file.
    pub licence: String,
    /// Where it was taken from; nothing for our own.
    pub source: Option<String>,
}

/// Every crate in the lock file, for all systems.
pub fn everything() -> Result<Vec<Foreign>, Failure> {
    let all = json(run::cargo().args(["metadata", "--format-version", "1", "--locked"]))?;
    Ok(list(&all, "packages")
        .map(|package| Foreign {
            name: text(package, "name").to_owned(),
            version: text(package, "version").to_owned(),
            licence: text(package, "license").to_owned(),
            source: package["source"].as_str().map(str::to_owned),
        })
        .collect())
}

fn json(command: &mut std::process::Command) -> Result<Value, Failure> {
    serde_json::from_str(&run::ask(command)?)
        .map_err(|e| Failure::new(format!("`cargo metadata` printed something unexpected: {e}.")))
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value[key].as_array().into_iter().flatten()
}
