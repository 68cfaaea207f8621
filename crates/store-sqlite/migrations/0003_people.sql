-- SPDX-FileCopyrightText: 2026 The Varco authors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Offices as a JSON list of numbers. Whoever is archived keeps the name beside what they have done. The generation grows
-- whenever those who are signed in have to sign in anew. An empty PIN is none: no secret fits it.

ALTER TABLE person ADD COLUMN offices TEXT NOT NULL DEFAULT '[]';
ALTER TABLE person ADD COLUMN archived_at INTEGER;
ALTER TABLE person ADD COLUMN must_change INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN generation INTEGER NOT NULL DEFAULT 0;

-- What was changed of that which people set up. Each row commits to the one before; the newest digest is part of the
-- journal's commitment to the court. A row that must be forgotten loses salt, before and after, and keeps its digest.
CREATE TABLE change (
  court  INTEGER NOT NULL,
  id     INTEGER NOT NULL,
  at     INTEGER NOT NULL,
  person INTEGER,
  kind   TEXT NOT NULL,
  thing  TEXT NOT NULL,
  before TEXT,
  after  TEXT,
  salt   BLOB,
  digest BLOB NOT NULL,
  PRIMARY KEY (court, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_thing ON change (court, kind, thing, id);
