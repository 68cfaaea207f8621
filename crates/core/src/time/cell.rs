// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use serde::{Deserialize, Serialize};

use super::Millis;

/// Length of a cell in minutes.
pub const CELL_MINUTES: u16 = 5;

const CELL_MS: i64 = CELL_MINUTES as i64 * 60_000;

/// Five minutes in which use is counted: seconds since 1970-01-01T00:00:00Z divided by 300.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cell(pub u32);

impl Cell {
    /// The cell that holds an instant. Before 1970 it is the first cell, after the year 42800 the last.
    #[must_use]
    pub fn of(at: Millis) -> Self {
        Self(u32::try_from(at.0.div_euclid(CELL_MS).max(0)).unwrap_or(u32::MAX))
    }

    /// The cell after it.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// The first instant of the cell.
    #[must_use]
    pub fn start(self) -> Millis {
        Millis(i64::from(self.0) * CELL_MS)
    }

    /// The first instant after the cell.
    #[must_use]
    pub fn end(self) -> Millis {
        self.start().plus_ms(CELL_MS)
    }
}

/// All cells that a stay from `start` up to, and without, `end` touches, in order; none when `end` is not after `start`.
pub fn cells(start: Millis, end: Millis) -> impl DoubleEndedIterator<Item = Cell> + Clone {
    let range = if end > start { Cell::of(start).0..Cell::of(end.plus_ms(-1)).0.saturating_add(1) } else { 0..0 };
    range.map(Cell)
}
