// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The append-only journal. Each row carries the SHA-256 of the row before and of itself.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};
use sha2::{Digest, Sha256};
use varco_core::{
    gate::{Event, ScanFact, Stamp},
    ids::StationId,
    time::{Millis, Zone, civil},
};
use varco_store::{Damage, JournalRow, StoreError};

use crate::{fault::strange, sql::Sql};

/// A SHA-256.
pub(crate) type Hash = [u8; 32];

/// Where the journal of this folder stands.
#[derive(Debug, Clone, Default)]
pub(crate) struct Head {
    pub(crate) row: i64,
    pub(crate) hash: Hash,
    /// The highest hybrid logical clock seen.
    pub(crate) hlc: u64,
    /// The last number of this station.
    pub(crate) seq: u64,
    /// The last civil day that has rows.
    pub(crate) day: Option<NaiveDate>,
    /// The machine's time of the last row.
    pub(crate) at: Option<Millis>,
}

/// A row as it is stored.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stored {
    pub(crate) row: i64,
    pub(crate) hlc: i64,
    pub(crate) origin: u32,
    pub(crate) seq: i64,
    pub(crate) day: String,
    pub(crate) at: i64,
    pub(crate) kind: String,
    pub(crate) body: String,
    pub(crate) gesture: Option<[u8; 16]>,
    pub(crate) digest: Option<Hash>,
    pub(crate) answer: Option<String>,
    pub(crate) proof: Option<Hash>,
    pub(crate) hash: Hash,
}

pub(crate) const COLUMNS: &str = "row, hlc, origin, seq, day, at, kind, body, gesture, digest, answer, proof, hash";

impl Stored {
    pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            row: row.get(0)?,
            hlc: row.get(1)?,
            origin: row.get(2)?,
            seq: row.get(3)?,
            day: row.get(4)?,
            at: row.get(5)?,
            kind: row.get(6)?,
            body: row.get(7)?,
            gesture: row.get(8)?,
            digest: row.get(9)?,
            answer: row.get(10)?,
            proof: row.get(11)?,
            hash: row.get(12)?,
        })
    }

    /// The hash that the row must have after `before`. Every column counts; lengths keep neighbours apart.
    pub(crate) fn hash_after(&self, before: &Hash) -> Hash {
        let mut hash = Sha256::new();
        hash.update(before);
        for number in [self.row, self.hlc, i64::from(self.origin), self.seq, self.at] {
            hash.update(number.to_be_bytes());
        }
        let optional = [
            self.gesture.as_ref().map(|b| b.as_slice()),
            self.digest.as_ref().map(|b| b.as_slice()),
            self.answer.as_ref().map(|t| t.as_bytes()),
            self.proof.as_ref().map(|b| b.as_slice()),
        ];
        let texts = [self.day.as_bytes(), self.kind.as_bytes(), self.body.as_bytes()];
        for column in texts.into_iter().map(Some).chain(optional) {
            hash.update(column.map_or(u64::MAX, |c| c.len() as u64).to_be_bytes());
            hash.update(column.unwrap_or_default());
        }
        hash.finalize().into()
    }

    pub(crate) fn stamp(&self) -> Stamp {
        Stamp { hlc: self.hlc.cast_unsigned(), origin: StationId(self.origin), seq: self.seq.cast_unsigned() }
    }

    pub(crate) fn event(&self) -> Result<Event, StoreError> {
        read_event(&self.kind, &self.body).ok_or(StoreError::Damaged(Damage::Chain { seq: self.row }))
    }

    pub(crate) fn date(&self) -> Option<NaiveDate> {
        self.day.parse().ok()
    }

    pub(crate) fn public(&self) -> Result<JournalRow, StoreError> {
        Ok(JournalRow { row: self.row, stamp: self.stamp(), hash: hex(&self.hash), event: self.event()? })
    }
}

/// A scan is stored without the tag of its kind, which stands in a column of its own: by far the most rows are scans.
pub(crate) fn write_event(event: &Event) -> Result<(&'static str, String), StoreError> {
    let body = match event {
        Event::Scan(fact) => serde_json::to_string(fact),
        other => serde_json::to_string(other),
    };
    Ok((kind(event), body.map_err(|e| StoreError::Engine(e.to_string()))?))
}

fn read_event(kind: &str, body: &str) -> Option<Event> {
    if kind == "scan" {
        return serde_json::from_str::<ScanFact>(body).ok().map(Event::Scan);
    }
    serde_json::from_str(body).ok()
}

fn kind(event: &Event) -> &'static str {
    match event {
        Event::Scan(_) => "scan",
        Event::Persons { .. } => "persons",
        Event::IdConfirmed { .. } => "id_confirmed",
        Event::IdRefused { .. } => "id_refused",
        Event::Overridden { .. } => "overridden",
        Event::Annulled { .. } => "annulled",
        Event::Unbooked { .. } => "unbooked",
        Event::Left { .. } => "left",
        Event::Served { .. } => "served",
        Event::Called { .. } => "called",
        Event::ClockStated { .. } => "clock_stated",
        Event::PaperMode { .. } => "paper_mode",
        Event::Opened { .. } => "opened",
        Event::ConflictTaken { .. } => "conflict_taken",
        Event::SignIn { .. } => "sign_in",
        Event::Booking { .. } => "booking",
        Event::Structure { .. } => "structure",
    }
}

/// When a fact happened; none for a correction, which belongs to the gesture that makes it.
pub(crate) fn happened(event: &Event) -> Option<Millis> {
    match event {
        Event::Scan(fact) => Some(fact.at),
        Event::Persons { .. } => None,
        Event::IdConfirmed { at, .. }
        | Event::IdRefused { at, .. }
        | Event::Overridden { at, .. }
        | Event::Annulled { at, .. }
        | Event::Unbooked { at, .. }
        | Event::Left { at, .. }
        | Event::Served { at, .. }
        | Event::Called { at, .. }
        | Event::PaperMode { at, .. }
        | Event::Opened { at, .. }
        | Event::ConflictTaken { at, .. }
        | Event::SignIn { at, .. }
        | Event::Booking { at, .. }
        | Event::Structure { at, .. } => Some(*at),
        Event::ClockStated { stated, .. } => Some(*stated),
    }
}

/// What stands beside the event of a gesture's first row.
#[derive(Debug, Clone, Default)]
pub(crate) struct Beside {
    pub(crate) gesture: Option<[u8; 16]>,
    pub(crate) digest: Option<Hash>,
    pub(crate) answer: Option<String>,
    pub(crate) proof: Option<Hash>,
}

/// When, where and by whom a row is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Moment {
    /// Judged by.
    pub(crate) now: Millis,
    /// What the machine's clock says.
    pub(crate) machine: Millis,
    /// Whose civil days.
    pub(crate) zone: Zone,
    /// The station.
    pub(crate) origin: StationId,
}

/// Appends a row and moves the head.
pub(crate) fn append(
    db: &Connection,
    head: &mut Head,
    event: &Event,
    beside: Beside,
    moment: Moment,
) -> Result<(NaiveDate, Stamp), StoreError> {
    let date = civil(moment.zone, happened(event).unwrap_or(moment.now)).date();
    let (kind, body) = write_event(event)?;
    let clock = u64::try_from(moment.machine.0).unwrap_or_default() << 16;
    let mut stored = Stored {
        row: head.row + 1,
        hlc: clock.max(head.hlc + 1).cast_signed(),
        origin: moment.origin.0,
        seq: (head.seq + 1).cast_signed(),
        day: date.to_string(),
        at: moment.machine.0,
        kind: kind.to_owned(),
        body,
        gesture: beside.gesture,
        digest: beside.digest,
        answer: beside.answer,
        proof: beside.proof,
        hash: [0; 32],
    };
    stored.hash = stored.hash_after(&head.hash);
    let s = &stored;
    db.run(
        "INSERT INTO journal (row, hlc, origin, seq, day, at, kind, body, gesture, digest, answer, proof, hash) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        params![
            s.row, s.hlc, s.origin, s.seq, s.day, s.at, s.kind, s.body, s.gesture, s.digest, s.answer, s.proof, s.hash
        ],
    )?;
    if head.day != Some(date) {
        db.run(
            "INSERT INTO journal_day (day, first_row) VALUES ($1, $2) ON CONFLICT (day) DO NOTHING",
            params![s.day, s.row],
        )?;
    }
    if head.seq == 0 {
        db.run("INSERT INTO journal_origin (origin, first_row) VALUES ($1, $2)", params![s.origin, s.row])?;
    }
    let stamp = s.stamp();
    *head =
        Head { row: s.row, hash: s.hash, hlc: stamp.hlc, seq: stamp.seq, day: Some(date), at: Some(moment.machine) };
    Ok((date, stamp))
}

/// Where the journal stands on disk, for a station.
pub(crate) fn head(db: &Connection, origin: StationId) -> Result<Head, StoreError> {
    let last = db.first("SELECT row, hash, hlc, day, at FROM journal ORDER BY row DESC LIMIT 1", [], |r| {
        Ok((r.get(0)?, r.get(1)?, r.get::<_, i64>(2)?, r.get::<_, String>(3)?, r.get(4)?))
    })?;
    let Some((row, hash, hlc, day, at)) = last else { return Ok(Head::default()) };
    // The clock only grows along the journal of one folder, so the last row holds the highest.
    let known = db.first("SELECT 1 FROM journal_origin WHERE origin = $1", [origin.0], |_| Ok(()))?;
    let seq = match known {
        None => 0,
        Some(()) => db
            .first("SELECT seq FROM journal WHERE origin = $1 ORDER BY row DESC LIMIT 1", [origin.0], |r| r.get(0))?
            .ok_or_else(|| strange("a station is noted that wrote nothing"))?,
    };
    let seq = i64::cast_unsigned(seq);
    Ok(Head { row, hash, hlc: hlc.cast_unsigned(), seq, day: day.parse().ok(), at: Some(Millis(at)) })
}

/// Rows after the head, in order, each checked against the chain; the head follows. `see` gets each.
pub(crate) fn follow(
    db: &Connection,
    head: &mut Head,
    origin: StationId,
    mut see: impl FnMut(&Stored) -> Result<(), StoreError>,
) -> Result<u64, StoreError> {
    let mut statement = db.prepared(&format!("SELECT {COLUMNS} FROM journal WHERE row > $1 ORDER BY row"))?;
    let mut rows = statement.query([head.row]).map_err(crate::fault::fault)?;
    let mut seen = 0;
    while let Some(row) = rows.next().map_err(crate::fault::fault)? {
        let stored = Stored::read(row).map_err(crate::fault::fault)?;
        if stored.row != head.row + 1 || stored.hash != stored.hash_after(&head.hash) {
            return Err(StoreError::Damaged(Damage::Chain { seq: stored.row }));
        }
        see(&stored)?;
        head.row = stored.row;
        head.hash = stored.hash;
        head.hlc = head.hlc.max(stored.hlc.cast_unsigned());
        head.day = stored.date();
        head.at = Some(Millis(stored.at));
        if stored.origin == origin.0 {
            head.seq = stored.seq.cast_unsigned();
        }
        seen += 1;
    }
    Ok(seen)
}

/// The head just before the first row of a civil day; `None` when the day has none.
pub(crate) fn before_day(db: &Connection, date: NaiveDate) -> Result<Option<Head>, StoreError> {
    let first =
        db.first("SELECT first_row FROM journal_day WHERE day = $1", [date.to_string()], |r| r.get::<_, i64>(0))?;
    first.map(|first| before_row(db, first)).transpose()
}

/// The head just before a row.
pub(crate) fn before_row(db: &Connection, row: i64) -> Result<Head, StoreError> {
    if row <= 1 {
        return Ok(Head::default());
    }
    let hash = db
        .first("SELECT hash FROM journal WHERE row = $1", [row - 1], |r| r.get(0))?
        .ok_or(StoreError::Damaged(Damage::Chain { seq: row - 1 }))?;
    Ok(Head { row: row - 1, hash, ..Head::default() })
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}
