// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The rows that an edit changes, and how they are put back.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use super::{EditRefusal, Kind, Touched, check};
use crate::{Structure, version_of};

/// Things by name, `office/3`, as JSON. What was not there is missing.
pub type Rows = Map<String, Value>;

/// All things of a court that are edited, in the order of their rows: the kind, and for each its number and its JSON as
/// it is stored.
#[must_use]
pub fn lists(court: &Structure) -> Vec<(Kind, Vec<(u32, String)>)> {
    vec![
        (Kind::Court, vec![(0, json(&court.court))]),
        (Kind::Grants, vec![(0, json(&court.grants))]),
        (Kind::Site, court.sites.iter().map(|x| (x.id.0, json(x))).collect()),
        (Kind::Gate, court.gates.iter().map(|x| (x.id.0, json(x))).collect()),
        (Kind::Office, court.offices.iter().map(|x| (x.id.0, json(x))).collect()),
        (Kind::Service, court.services.iter().map(|x| (x.id.0, json(x))).collect()),
        (Kind::Schedule, court.schedules.iter().map(|x| (x.office.0, json(x))).collect()),
    ]
}

/// What is plain data is written into memory without a fault.
fn json(thing: &impl Serialize) -> String {
    serde_json::to_string(thing).unwrap_or_default()
}

fn named(court: &Structure) -> BTreeMap<String, String> {
    let lists = lists(court).into_iter();
    lists.flat_map(|(kind, list)| list.into_iter().map(move |(id, body)| (name(kind, id), body))).collect()
}

fn name(kind: Kind, id: u32) -> String {
    format!("{}/{id}", kind.name())
}

/// What differs between two courts: the rows of the one, and those of the other.
#[must_use]
pub fn difference(before: &Structure, after: &Structure) -> (Rows, Rows) {
    let (before, after) = (named(before), named(after));
    let only = |one: &BTreeMap<String, String>, other: &BTreeMap<String, String>| {
        let differ = one.iter().filter(|(key, body)| other.get(*key) != Some(*body));
        differ.map(|(key, body)| (key.clone(), serde_json::from_str(body).unwrap_or_default())).collect()
    };
    (only(&before, &after), only(&after, &before))
}

/// Puts the rows before an edit back, when those after it are still as it left them.
///
/// # Errors
/// [`EditRefusal::Stale`] when something has changed since, [`EditRefusal::InUse`] when something refers to what would
/// go, [`EditRefusal::Unknown`] when the rows are none of a court.
pub fn restore(court: &Structure, before: &Rows, after: &Rows) -> Result<(Structure, Vec<Touched>), EditRefusal> {
    let mut next = court.clone();
    let mut touched = Vec::new();
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    for key in keys {
        let (kind, id) = key.split_once('/').ok_or(EditRefusal::Unknown)?;
        let kind = Kind::ALL.into_iter().find(|k| k.name() == kind).ok_or(EditRefusal::Unknown)?;
        let id: u32 = id.parse().map_err(|_| EditRefusal::Unknown)?;
        let put = Put { kind, id, before: before.get(key), after: after.get(key) };
        let version = match kind {
            Kind::Court => put.single(&mut next.court)?,
            Kind::Grants => put.single(&mut next.grants)?,
            Kind::Site => put.back(&mut next.sites, |x| x.id.0)?,
            Kind::Gate => put.back(&mut next.gates, |x| x.id.0)?,
            Kind::Office => put.back(&mut next.offices, |x| x.id.0)?,
            Kind::Service => put.back(&mut next.services, |x| x.id.0)?,
            Kind::Schedule => put.back(&mut next.schedules, |x| x.office.0)?,
        };
        touched.push(Touched { kind, id, version });
    }
    check::whole(court, &next)?;
    Ok((next, touched))
}

struct Put<'a> {
    kind: Kind,
    id: u32,
    before: Option<&'a Value>,
    after: Option<&'a Value>,
}

impl Put<'_> {
    fn read<T: DeserializeOwned>(body: Option<&Value>) -> Result<Option<T>, EditRefusal> {
        body.map(|body| T::deserialize(body).map_err(|_| EditRefusal::Unknown)).transpose()
    }

    fn single<T: DeserializeOwned + PartialEq + Serialize>(
        &self,
        thing: &mut T,
    ) -> Result<Option<String>, EditRefusal> {
        if Self::read(self.after)?.as_ref() != Some(thing) {
            return Err(EditRefusal::stale(self.kind, self.id));
        }
        *thing = Self::read(self.before)?.ok_or(EditRefusal::Unknown)?;
        Ok(Some(version_of(thing)))
    }

    fn back<T: DeserializeOwned + PartialEq + Serialize>(
        &self,
        list: &mut Vec<T>,
        id: impl Fn(&T) -> u32,
    ) -> Result<Option<String>, EditRefusal> {
        let place = list.iter().position(|x| id(x) == self.id);
        let (before, after): (Option<T>, Option<T>) = (Self::read(self.before)?, Self::read(self.after)?);
        if place.and_then(|n| list.get(n)) != after.as_ref() {
            return Err(EditRefusal::stale(self.kind, self.id));
        }
        let version = before.as_ref().map(version_of);
        match (place, before) {
            (Some(n), Some(before)) => list[n] = before,
            (Some(n), None) => drop(list.remove(n)),
            (None, Some(before)) => list.push(before),
            (None, None) => {}
        }
        Ok(version)
    }
}
