// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The window: the whole screen, without a way out that staff did not open; at a desk a window like any other.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager, RunEvent, Runtime, Url, WebviewUrl, WebviewWindowBuilder, WindowEvent};
use tokio::sync::Notify;

use crate::cli::{Call, Mode};
use crate::{scheme, webkit};

/// A long press or a right click opens nothing.
const NO_MENU: &str = "addEventListener('contextmenu', event => event.preventDefault());";

/// Whether the window may go.
#[derive(Debug, Clone)]
pub struct Exit {
    allowed: Arc<AtomicBool>,
}

impl Exit {
    /// A kiosk stays until somebody with the right to it leaves; a window of a desk, or one that was opened to be tried, closes like any other.
    pub fn new(call: &Call) -> Self {
        Self { allowed: Arc::new(AtomicBool::new(!call.is_kiosk())) }
    }

    /// Ends the app once `leave` is told, that is once the core has found that the person may.
    pub fn on<R: Runtime>(&self, leave: Arc<Notify>, app: AppHandle<R>) {
        let allowed = Arc::clone(&self.allowed);
        tauri::async_runtime::spawn(async move {
            leave.notified().await;
            allowed.store(true, Ordering::SeqCst);
            app.exit(0);
        });
    }

    /// Keeps the window and the app, unless they may go.
    pub fn guard(&self, event: RunEvent) {
        if self.allowed.load(Ordering::SeqCst) {
            return;
        }
        match event {
            RunEvent::WindowEvent { event: WindowEvent::CloseRequested { api, .. }, .. } => api.prevent_close(),
            RunEvent::ExitRequested { api, code: None, .. } => api.prevent_exit(),
            _ => {}
        }
    }
}

/// Opens the window of a mode.
pub fn open<R: Runtime, M: Manager<R>>(app: &M, call: &Call, mode: Mode, title: &str) -> tauri::Result<()> {
    let kiosk = call.is_kiosk();
    let (width, height) = if call.mode == Some(Mode::Admin) { (1600.0, 1000.0) } else { (1280.0, 800.0) };
    let url: Url = scheme::page(mode)?;
    let window = WebviewWindowBuilder::new(app, mode.to_string(), WebviewUrl::CustomProtocol(url))
        .title(title)
        .inner_size(width, height)
        .min_inner_size(1024.0, 700.0)
        .fullscreen(kiosk)
        .always_on_top(kiosk)
        .decorations(!kiosk)
        .closable(!kiosk)
        .minimizable(!kiosk)
        .resizable(!kiosk)
        .devtools(cfg!(debug_assertions) && call.windowed)
        .zoom_hotkeys_enabled(!kiosk)
        .initialization_script(NO_MENU)
        .on_navigation(scheme::is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    webkit::settle(&window)?;
    if kiosk {
        window.set_focus()?;
    }
    Ok(())
}
