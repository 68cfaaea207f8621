// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The project's own commands. `cargo xtask` without a verb lists them.

mod demo;
mod display;
mod figures;
mod metadata;
mod packages;
mod run;
mod setup;
mod steps;
mod test;
mod tidy;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask VERB

  demo  [--release] [--data DIR]    set up, build, write a demo court, open the kiosk on it
  test  [--long] [--only STEP]...   set up and check everything; --only may be given several times
  tidy                              arrows between crates, paths in documents, headers, licences, hosts
  figures [ROW]...                  measure a release build and write docs/figures.md; with rows only show them
  setup [--for demo|test]           only install what the other verbs need

Steps of `test`, in order:
";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let verb = words.next().unwrap_or_default();
    let rest: Vec<String> = words.collect();
    let outcome = match verb.as_str() {
        "demo" => demo::run(&rest),
        "test" => test::run(&rest),
        "tidy" => tidy::run(&rest),
        "figures" => figures::run(&rest),
        "setup" => setup::run(&rest),
        "" | "help" | "-h" | "--help" => {
            print!("{HELP}");
            println!("  {}", test::names().join(", "));
            return ExitCode::SUCCESS;
        }
        other => Err(run::Failure::usage(format!("There is no verb `{other}`. `cargo xtask` lists them."))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if !failure.to_string().is_empty() {
                eprintln!("{failure}");
            }
            ExitCode::from(failure.status)
        }
    }
}
