// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The desktop app: joins the parts, opens the window of its mode.

mod camera;
mod cli;
mod compose;
mod kiosk;
mod scheme;
mod webkit;

use std::{process::ExitCode, sync::Arc};

use axum::http::request::Parts;
use clap::Parser;
use tokio::sync::Notify;

/// Runs the app until a supervisor leaves it. The exit status is 0 then, 1 when it could not start.
pub fn run() -> ExitCode {
    varco_devices::run_worker_if_asked();
    let call = cli::Call::parse();
    let filter = tracing_subscriber::EnvFilter::try_from_env("VARCO_LOG").unwrap_or_else(|_| "warn".into());
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    match start(call) {
        Ok(code) => ExitCode::from(u8::try_from(code).unwrap_or(1)),
        Err(error) => {
            eprintln!("varco: {error}");
            ExitCode::FAILURE
        }
    }
}

fn start(call: cli::Call) -> Result<i32, Box<dyn std::error::Error>> {
    let leave = Arc::new(Notify::new());
    let parts = compose::compose(&call, Arc::clone(&leave))?;
    // One window, one station: who is signed in is kept by the station, never said by the page.
    let stamp: scheme::Stamp = Arc::new(|_: &str, _: &mut Parts| {});
    let exit = kiosk::Exit::new(&call);
    let at_setup = exit.clone();
    let app = tauri::Builder::default()
        .register_asynchronous_uri_scheme_protocol(scheme::NAME, scheme::answer(parts.router, stamp))
        .on_permission_request(camera::permit)
        .setup(move |app| {
            at_setup.on(leave, app.handle().clone());
            let title = if call.mode == Some(cli::Mode::Admin) {
                varco_words::text(call.lang.map(cli::Lang::words).unwrap_or_default(), "admin-title", &[])
            } else {
                "Varco".to_owned()
            };
            kiosk::open(app, &call, parts.mode, &title)?;
            Ok(())
        })
        .build(tauri::generate_context!())?;
    Ok(app.run_return(move |_, event| exit.guard(event)))
}
