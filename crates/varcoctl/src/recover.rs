// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! `recover`: the way back in when password and passphrase are lost. Secrets are read from the input, a line each, never
//! from the command line, which other programs can see.

use std::io::BufRead;

use serde::Serialize;
use varco_api::wire::SetupPerson;
use varco_core::access::Role;
use varco_store::Recovered;
use varco_words::text;

use crate::{
    cli::RecoverArgs,
    data::Data,
    out::{Failure, Out},
};

#[derive(Serialize)]
struct Row {
    person: u32,
}

/// Spends the recovery code.
pub(crate) fn recover(out: &Out, args: &RecoverArgs) -> Result<(), Failure> {
    let data = Data::open(&args.data, None)?;
    let mut lines = std::io::stdin().lock().lines();
    let mut ask = |key: &str| {
        eprintln!("{}", text(out.lang, key, &[]));
        lines.next().transpose().map(|line| line.unwrap_or_default().trim().to_owned())
    };
    let code = ask("recover-code")?;
    let who = SetupPerson {
        name: args.name.clone(),
        pin: ask("recover-pin")?,
        password: Some(ask("recover-password")?),
        passphrase: Some(ask("recover-passphrase")?).filter(|p| !p.is_empty()),
    };
    let new = varco_api::person(&who, Role::Administrator)
        .map_err(|fault| Failure::Refused(fault.problem(out.lang).message))?;
    match data.store.recover(&varco_api::recovery_text(&code), new, data.now)? {
        Recovered::Done(person) => {
            let row = Row { person: person.0 };
            out.row(&row, || text(out.lang, "recover-done", &[("name", args.name.as_str().into())]))?;
            Ok(())
        }
        Recovered::Wrong { tries_left } => {
            Err(Failure::Refused(text(out.lang, "recover-wrong", &[("n", tries_left.into())])))
        }
        Recovered::Wait { seconds } => {
            Err(Failure::Refused(text(out.lang, "error-slowed-next", &[("n", seconds.into())])))
        }
        Recovered::NameTaken => Err(Failure::Refused(text(out.lang, "error-name_taken", &[]))),
        Recovered::Spent => Err(Failure::Refused(text(out.lang, "recover-spent", &[]))),
    }
}
