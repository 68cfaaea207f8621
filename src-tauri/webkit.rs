// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What WebKitGTK must be told; the other systems' webviews need nothing.

use tauri::{Runtime, WebviewWindow};

/// WebKitGTK leaves cameras out unless it is told.
#[cfg(target_os = "linux")]
pub fn settle<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    use webkit2gtk::{SettingsExt, WebViewExt};
    window.with_webview(|webview| {
        if let Some(settings) = webview.inner().settings() {
            settings.set_enable_media_stream(true);
        }
    })
}

/// Nothing to be told.
#[cfg(not(target_os = "linux"))]
pub fn settle<R: Runtime>(_window: &WebviewWindow<R>) -> tauri::Result<()> {
    Ok(())
}
