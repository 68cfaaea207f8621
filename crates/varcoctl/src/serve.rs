// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! `serve`: the pages of one station for a paired browser.

use serde::Serialize;
use varco_api::Mode;
use varco_core::ids::GateId;
use varco_server::Pairing;
use varco_station::{RandomKeys, Wanted, machine_now};

use crate::{
    cli::ServeArgs,
    data,
    out::{Failure, Out},
};

#[derive(Serialize)]
struct Ready {
    address: String,
}

/// Serves until interrupted.
pub(crate) fn serve(out: &Out, args: &ServeArgs) -> Result<(), Failure> {
    let mode = match args.mode.as_str() {
        "entrance" => Mode::Entrance,
        "lobby" => Mode::Lobby,
        "admin" => Mode::Admin,
        other => return Err(Failure::Usage(format!("--mode: {other} non c'è (entrance, lobby, admin)"))),
    };
    let pretend_now = match &args.at {
        Some(at) => pretended(args, at)?,
        None => None,
    };
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let leave = stop.clone();
    let app = varco_station::open(Wanted {
        folder: args.data.clone(),
        mode,
        gate: args.gate.map(GateId),
        lang: out.lang,
        rotation: 0,
        serial: args.serial.clone(),
        pretend_now,
        leave: Box::new(move || {
            // Nobody waiting any more is as good.
            let _ = leave.send(true);
        }),
    })?;
    let key = args.pair.clone().unwrap_or_else(|| format!("{:032x}", RandomKeys::key()));
    let site = Pairing::new(&key).guard(varco_server::site(varco_api::router(app)));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let page = args.mode.clone();
    runtime.block_on(async move {
        let ready = |address: std::net::SocketAddr| {
            let address = format!("http://{address}/{page}/?pair={key}");
            // A closed pipe must not stop the server.
            let _ = out.row(&Ready { address: address.clone() }, || address.clone());
        };
        let mut stopped = stopped;
        let stop = async move {
            tokio::select! {
                _ = stopped.wait_for(|s| *s) => {}
                _ = tokio::signal::ctrl_c() => {}
            }
        };
        varco_server::serve(args.listen, site, ready, stop).await
    })?;
    Ok(())
}

/// The pretended time: only for data that say so. Data that cannot be opened say nothing: the page tells why.
fn pretended(args: &ServeArgs, at: &str) -> Result<Option<varco_core::time::Millis>, Failure> {
    let Ok(opened) = data::Data::open(&args.data, None) else { return Ok(None) };
    if !opened.with(|live| live.structure.pretend)? {
        return Err(Failure::Usage("--at vale solo su dati demo o di esercitazione".to_owned()));
    }
    data::time(at, opened.zone, machine_now()).map(Some)
}
