// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Several decoders, so that a folder of pictures uses several cores.

use std::io;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::decoder::{Decoder, DecoderHealth};
use crate::picture::Gray8;
use crate::reading::{CodeReader, DecoderDown, Look, Reading};
use crate::worker::WorkerProgram;

/// Decoders of which each reads one picture at a time. A kiosk needs one.
pub struct DecoderPool {
    first: Decoder,
    others: Vec<Decoder>,
    turn: AtomicUsize,
}

impl DecoderPool {
    /// Starts `size` children in the background; fails only if the system gives no thread.
    pub fn start(program: &WorkerProgram, size: NonZeroUsize) -> io::Result<DecoderPool> {
        Ok(DecoderPool {
            first: Decoder::start(program.clone())?,
            others: (1..size.get()).map(|_| Decoder::start(program.clone())).collect::<io::Result<_>>()?,
            turn: AtomicUsize::new(0),
        })
    }

    /// Up only if each of them is; otherwise the state of the one that has failed most.
    pub fn health(&self) -> DecoderHealth {
        self.all().map(Decoder::health).fold(DecoderHealth::Up, |worst, next| match (worst, next) {
            (worst, DecoderHealth::Up) => worst,
            (DecoderHealth::Restarting { deaths: most, .. }, DecoderHealth::Restarting { deaths, .. })
                if deaths <= most =>
            {
                worst
            }
            (_, next) => next,
        })
    }

    fn all(&self) -> impl Iterator<Item = &Decoder> {
        std::iter::once(&self.first).chain(&self.others)
    }
}

impl CodeReader for DecoderPool {
    fn read(&self, picture: &Gray8, look: Look) -> Result<Reading, DecoderDown> {
        if let Some(answer) = self.all().find_map(|decoder| decoder.try_read(picture, look)) {
            return answer;
        }
        // All are busy: wait for one after the other in turn, so that no queue grows alone.
        let turn = self.turn.fetch_add(1, Ordering::Relaxed) % (self.others.len() + 1);
        self.all().nth(turn).unwrap_or(&self.first).read(picture, look)
    }
}
