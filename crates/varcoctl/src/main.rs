// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Varco without a screen. Each verb prints for people, and with `--json` one JSON object a line.
//! Exit status: 0 done, 1 refused or found wrong, 2 usage.

mod cli;
mod closure;
mod data;
mod decode;
mod demo;
mod exchange;
mod keys;
mod out;
mod recover;
mod safe;
mod scan;
mod serve;
mod slots;
mod what_if;

use std::process::ExitCode;

use clap::Parser;

use cli::{Call, Verb};
use out::Failure;

fn main() -> ExitCode {
    varco_devices::run_worker_if_asked();
    let call = Call::parse();
    let filter = tracing_subscriber::EnvFilter::try_from_env("VARCO_LOG").unwrap_or_else(|_| "warn".into());
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let out = out::Out::new(call.json, varco_words::Lang::of(&call.lang));
    let done = match call.verb {
        Verb::Demo(args) => demo::demo(&out, &args),
        Verb::Scan(args) => scan::scan(&out, &args),
        Verb::Decode(args) => decode::decode(&out, &args),
        Verb::Slots(args) => slots::slots(&out, &args),
        Verb::WhatIf(args) => what_if::what_if(&out, &args),
        Verb::Verify(args) => safe::verify(&out, &args),
        Verb::Backup(args) => safe::backup(&out, &args),
        Verb::Restore(args) => safe::restore_copy(&out, &args),
        Verb::Import(args) => exchange::import_file(&out, &args),
        Verb::Export(args) => exchange::export(&out, &args),
        Verb::Keys(args) => keys::keys(&out, &args),
        Verb::Recover(args) => recover::recover(&out, &args),
        Verb::Closure(verb) => closure::closure(&out, &verb),
        Verb::Serve(args) => serve::serve(&out, &args),
        Verb::Openapi => {
            println!("{}", varco_api::openapi());
            Ok(())
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Refused(text)) => {
            if !text.is_empty() {
                eprintln!("varcoctl: {text}");
            }
            ExitCode::from(1)
        }
        Err(Failure::Usage(text)) => {
            eprintln!("varcoctl: {text}");
            ExitCode::from(2)
        }
    }
}
