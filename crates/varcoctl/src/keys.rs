// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! `keys`: list, make, revoke.

use serde::Serialize;
use varco_core::{
    receipt::KeyId,
    time::{Millis, civil},
};

use crate::{
    cli::KeysArgs,
    data::Data,
    out::{Failure, Out},
};

#[derive(Serialize)]
struct Row {
    kid: String,
    made_at: Millis,
    signs_from: Millis,
    revoked_at: Option<Millis>,
    signs_now: bool,
}

/// Lists the keys after what was asked for.
pub(crate) fn keys(out: &Out, args: &KeysArgs) -> Result<(), Failure> {
    let data = Data::open(&args.data, None)?;
    if args.make {
        data.store.make_key(data.now)?;
    }
    if let Some(kid) = &args.revoke {
        let kid = u16::from_str_radix(kid, 16).map_err(|_| Failure::Usage("--revoke: quattro cifre".to_owned()))?;
        if !data.store.revoke_key(KeyId(kid), data.now)? {
            return Err(Failure::Refused("nessuna chiave con questo nome".to_owned()));
        }
    }
    let live = data.live()?;
    let signing = live.day.keys.signing(data.now).map(|k| k.kid);
    for key in live.day.keys.iter() {
        let row = Row {
            kid: key.kid.to_string(),
            made_at: key.made_at,
            signs_from: key.signs_from,
            revoked_at: key.revoked_at,
            signs_now: signing == Some(key.kid),
        };
        out.row(&row, || {
            let state = match (key.revoked_at, row.signs_now) {
                (Some(_), _) => "ritirata",
                (None, true) => "firma",
                (None, false) => "valida",
            };
            format!("{} {state}, dal {}", row.kid, civil(data.zone, key.signs_from).format("%d/%m/%Y"))
        })?;
    }
    Ok(())
}
