// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A kiosk speaks to nobody else, the project knows no single machine, and only `ui/api` knows where the server listens.

use super::{File, Findings};
use crate::run::Failure;

/// Addresses that are names (of a format or a schema), or that are this machine.
const NAMES: &[&str] = &["www.w3.org", "localhost", "127.0.0.1", "[::1]", "schema.tauri.app"];

/// Beginnings of folders that exist on one machine only. In pieces, so that this file does not name them itself.
const MACHINES: &[(&str, &str)] =
    &[("/wor", "k/"), ("/far", "m/"), ("/roo", "t/"), ("/tmp/bash", "_jobs"), ("C:\\Use", "rs\\")];

pub fn check(files: &[File]) -> Result<Findings, Failure> {
    let mut findings = Findings::new();
    for file in files {
        let in_app = (file.path.starts_with("ui/") && !is_test(file)) || file.path == "tauri.conf.json";
        let lock = file.path.ends_with("package-lock.json");
        for (number, line) in file.text.iter().flat_map(|text| text.lines()).enumerate() {
            let mut find = |sentence: String| findings.push(format!("{}:{}: {sentence}", file.path, number + 1));
            if let Some((a, b)) = MACHINES.iter().find(|(a, b)| names_folder(line, &format!("{a}{b}"))) {
                find(format!("names `{a}{b}`, a folder of one machine"));
            }
            if in_app && !lock && !is_document(file) {
                for host in hosts(line).filter(|host| !NAMES.contains(host)) {
                    find(format!("names the host `{host}`: no screen may ask another machine for anything"));
                }
            }
            if file.path.starts_with("ui/") && !may_name_endpoints(file) && names_endpoint(line) {
                find("names an endpoint: only ui/api knows them".to_owned());
            }
        }
    }
    Ok(findings)
}

fn names_folder(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        // `…/name/` in the middle of a longer path is some other folder.
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || "./_-}".contains(c))
    })
}

fn hosts(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("://").filter_map(|(at, _)| {
        let scheme = &line[..at];
        if !(scheme.ends_with("http") || scheme.ends_with("https") || scheme.ends_with("wss") || scheme.ends_with("ws"))
        {
            return None;
        }
        let rest = &line[at + 3..];
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || ".-[]:".contains(c))).unwrap_or(rest.len());
        let host = rest[..end].split_once(':').map_or(&rest[..end], |(host, _)| host);
        (!host.is_empty()).then_some(host)
    })
}

fn is_document(file: &File) -> bool {
    file.ending() == "md"
}

/// Tests show foreign codes to the page, and `ui/dev` looks at it without a core; neither is built into the app.
fn is_test(file: &File) -> bool {
    file.path.contains(".test.") || file.path.starts_with("ui/dev/")
}

fn may_name_endpoints(file: &File) -> bool {
    let is_code = matches!(file.ending(), "ts" | "js" | "svelte");
    !is_code || is_test(file) || file.path.starts_with("ui/api/") || file.path.contains("config.")
}

fn names_endpoint(line: &str) -> bool {
    let code = line.trim_start();
    let comment = code.starts_with("//") || code.starts_with('*') || code.starts_with("<!--");
    !comment
        && (["'", "\"", "`"].iter().any(|quote| line.contains(&format!("{quote}/api/"))) || line.contains("invoke("))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_read_without_their_port() {
        let found: Vec<_> = hosts("x https://fonts.example.org/a http://localhost:5173 varco://localhost/").collect();
        assert_eq!(found, ["fonts.example.org", "localhost"]);
    }

    #[test]
    fn only_a_folder_at_the_root_is_a_machine() {
        let folder = ["/wor", "k/"].concat();
        assert!(names_folder(&format!("see {folder}main"), &folder));
        assert!(!names_folder(&format!("src{folder}main"), &folder));
    }

    #[test]
    fn an_endpoint_in_a_comment_is_only_talk() {
        assert!(names_endpoint("await fetch('/api/scan')"));
        assert!(!names_endpoint("// answers like '/api/scan'"));
    }
}
