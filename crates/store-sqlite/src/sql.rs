// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! One dialect for both engines: `$1`, `$2` … name parameters by number.
//!
//! SQLite takes `$2` for a name and numbers names by their first appearance, so that `WHERE v = $2 AND id = $1` binds
//! wrongly without an error. Every statement therefore goes through [`numbered`].

use rusqlite::{CachedStatement, Connection, Params, Row};
use varco_store::StoreError;

use crate::fault::fault;

/// `$1` … becomes `?1` …; text in quotes stays.
pub(crate) fn numbered(sql: &str) -> String {
    let mut quoted = false;
    let mut out = String::with_capacity(sql.len());
    for c in sql.chars() {
        quoted ^= c == '\'';
        out.push(if c == '$' && !quoted { '?' } else { c });
    }
    out
}

/// Statements in the common dialect, prepared once for each connection.
pub(crate) trait Sql {
    fn prepared(&self, sql: &str) -> Result<CachedStatement<'_>, StoreError>;

    /// Runs it; the number of rows changed.
    fn run(&self, sql: &str, params: impl Params) -> Result<usize, StoreError> {
        self.prepared(sql)?.execute(params).map_err(fault)
    }

    /// All rows.
    fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.prepared(sql)?;
        let rows = statement.query_map(params, read).map_err(fault)?;
        rows.collect::<Result<_, _>>().map_err(fault)
    }

    /// The first row, if there is one.
    fn first<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreError> {
        let mut statement = self.prepared(sql)?;
        let mut rows = statement.query(params).map_err(fault)?;
        rows.next().map_err(fault)?.map(read).transpose().map_err(fault)
    }
}

impl Sql for Connection {
    fn prepared(&self, sql: &str) -> Result<CachedStatement<'_>, StoreError> {
        self.prepare_cached(&numbered(sql)).map_err(fault)
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::params;

    use super::*;

    #[test]
    fn the_second_parameter_written_before_the_first_is_bound_to_its_own_number() {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch("CREATE TABLE t (id INTEGER, v TEXT); INSERT INTO t VALUES (1, 'one'), (2, '$2');").unwrap();
        let read = |row: &Row<'_>| row.get::<_, i64>(0);
        let sql = "SELECT id FROM t WHERE v = $2 AND id = $1";
        assert_eq!(db.first(sql, params![1, "one"], read).unwrap(), Some(1));
        // As SQLite reads it by itself: the first name seen, `$2`, gets the first value.
        let wrong: Result<i64, _> = db.query_row(sql, params![1, "one"], read);
        assert!(wrong.is_err());
    }

    #[test]
    fn a_dollar_in_quotes_stays() {
        assert_eq!(numbered("SELECT '$1', $1, 'it''s $2', $2"), "SELECT '$1', ?1, 'it''s $2', ?2");
    }
}
