// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The camera is the webview's. Our own pages may use it, and nothing else of the machine.

use tauri::webview::{PermissionKind, PermissionResponse};
use tauri::{Runtime, Webview};

use crate::scheme;

/// Answers what a page asks for: the camera and the names of the cameras, if the page is ours.
pub fn permit<R: Runtime>(webview: Webview<R>, kind: PermissionKind) -> PermissionResponse {
    let ours = webview.url().is_ok_and(|url| scheme::is_ours(&url));
    match kind {
        PermissionKind::Camera if ours => PermissionResponse::Allow,
        // WebKitGTK asks for the list of devices under a kind of its own, which arrives as `Other`.
        PermissionKind::Other if ours && cfg!(target_os = "linux") => PermissionResponse::Allow,
        _ => PermissionResponse::Deny,
    }
}
