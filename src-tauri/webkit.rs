// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What WebKitGTK must be told; the other systems' webviews need nothing.

use tauri::{Runtime, WebviewWindow};

/// WebKitGTK leaves cameras out unless it is told. Pages are drawn without the graphics card: a door draws little, and
/// the card's buffers would cost more than a third of the app's memory.
#[cfg(target_os = "linux")]
pub fn settle<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};
    window.with_webview(|webview| {
        if let Some(settings) = webview.inner().settings() {
            settings.set_enable_media_stream(true);
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}

/// Nothing to be told.
#[cfg(not(target_os = "linux"))]
pub fn settle<R: Runtime>(_window: &WebviewWindow<R>) -> tauri::Result<()> {
    Ok(())
}
