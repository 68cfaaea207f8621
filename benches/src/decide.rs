// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Receipt text → verdict in memory, against one bare verification of an Ed25519 signature.

use std::hint::black_box;

use ed25519_dalek::{Signature, Signer, SigningKey, Verifier};
use rand::{RngExt, SeedableRng, rngs::StdRng, seq::SliceRandom};
use varco_core::{
    gate::{self, Act, Gesture, Scene, Via},
    ids::GestureKey,
    receipt::read,
    verdict::Code,
};

use crate::{
    day::{BOOKINGS, Day, SCANS, SEED, station},
    measure::{Outcome, Row, Times, ratio, say},
};

/// So many receipts are judged, and so many signatures verified, in turn.
const TIMES: usize = 20_000;

/// Bytes of a receipt that are signed, about.
const SIGNED_BYTES: usize = 80;

/// Half of the receipts are admitted, half are taken from the whole day.
pub fn rows(day: &Day) -> Outcome<Vec<Row>> {
    let mut random = StdRng::seed_from_u64(SEED + 2);
    let live = day.live()?;
    let signed = signed(&mut random);
    let due: Vec<&str> = day.admitted_now().map(|r| r.text.as_str()).collect();
    let any: Vec<&str> = day.receipts.iter().map(|r| r.text.as_str()).collect();
    let (mut bare, mut ours, mut admitted) = (Times::default(), Times::default(), 0_usize);
    let mut texts: Vec<&str> = (0..TIMES)
        .map(|n| if n % 2 == 0 { due[n / 2 % due.len()] } else { any[random.random_range(0..any.len())] })
        .collect();
    texts.shuffle(&mut random);
    let station = station(1, Gesture::Enter);
    for (n, text) in texts.into_iter().enumerate() {
        let (key, message, signature) = &signed[n % signed.len()];
        bare.time(|| black_box(key.verifying_key().verify(black_box(message), signature)))?;
        let scene = Scene {
            key: GestureKey(random.random()),
            station: &station,
            actor: None,
            grants: live.structure.grants,
            now: day.now,
            machine: day.now,
            clock_unsafe: false,
            not_recorded: false,
        };
        let acted = ours.time(|| {
            let act = Act::Scan { shown: read(black_box(text.as_bytes())), via: Via::Camera, look: false, late: None };
            black_box(gate::act(&act, &scene, &live.day, &live.gate))
        });
        let acted = acted.map_err(|refused| format!("{refused:?}"))?;
        admitted += usize::from(acted.decision.is_some_and(|d| d.verdict.code() == Code::Admit));
    }
    if admitted < TIMES / 3 {
        return Err(
            format!("only {admitted} of {TIMES} receipts were admitted: this is not the day it should be").into()
        );
    }
    let (p50, p99) = (ratio(ours.p50(), bare.p50()), ratio(ours.p99(), bare.p50()));
    Ok(vec![Row::bound(
        &format!(
            "receipt text → verdict in memory; {BOOKINGS} bookings, {SCANS} scans; {admitted} of {TIMES} admitted"
        ),
        "p99 ≤ 3 × one bare Ed25519 verification (its p50)",
        format!(
            "p99 **{p99:.2} ×** ({}), p50 {p50:.2} × ({}); bare p50 {}, p99 {}",
            say(ours.p99()),
            say(ours.p50()),
            say(bare.p50()),
            say(bare.p99())
        ),
        p99 <= 3.0,
    )])
}

/// Many, so that the processor does not learn one by heart.
fn signed(random: &mut StdRng) -> Vec<(SigningKey, Vec<u8>, Signature)> {
    let one = |_| {
        let key = SigningKey::from_bytes(&random.random());
        let message: Vec<u8> = (0..SIGNED_BYTES).map(|_| random.random()).collect();
        let signature = key.sign(&message);
        (key, message, signature)
    };
    (0..64).map(one).collect()
}
