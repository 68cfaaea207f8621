// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Sign-ins by a name that nobody has. They are counted, slowed and answered as those of somebody, so that no answer says
//! who works here. What was typed is kept nowhere: it may be a password in the wrong field.

use std::{
    collections::HashMap,
    hash::{BuildHasher, RandomState},
    sync::{Mutex, PoisonError},
};

use varco_core::{access::pin_wait_seconds, time::Millis};
use varco_store::same_name;

use crate::guess::{Barred, wait_left};

/// Names that are remembered at once; then those that need not wait are forgotten.
const MOST: usize = 10_000;

#[derive(Debug, Default, Clone, Copy)]
struct Tried {
    wrong: u32,
    wait_until: Option<i64>,
}

/// Tries by names that nobody has, by a keyed hash that dies with the process.
#[derive(Debug, Default)]
pub(crate) struct Strangers {
    key: RandomState,
    tried: Mutex<HashMap<u64, Tried>>,
}

impl Strangers {
    /// Counts a try, as a row of a person does. Gives how many were wrong.
    pub(crate) fn count(&self, name: &str, now: Millis) -> Result<u32, Barred> {
        let mut all = self.tried.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= MOST {
            all.retain(|_, t| t.wait_until.is_some_and(|until| until > now.0));
        }
        let tried = all.entry(self.key.hash_one(same_name(name))).or_default();
        if let Some(seconds) = wait_left(tried.wait_until, now) {
            return Err(Barred::Wait { seconds });
        }
        tried.wrong = tried.wrong.saturating_add(1);
        tried.wait_until = match pin_wait_seconds(tried.wrong) {
            0 => None,
            seconds => Some(now.plus_seconds(i64::from(seconds)).0),
        };
        Ok(tried.wrong)
    }
}
