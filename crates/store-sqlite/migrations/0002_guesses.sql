-- SPDX-FileCopyrightText: 2026 The Varco authors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Guesses of what opens names are slowed apart from guesses of a PIN: the right PIN must not forgive them.

ALTER TABLE person ADD COLUMN names_wrong INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN names_wait_until INTEGER;

-- The names key under the recovery code, until it is spent. It is nobody who signs in.
CREATE TABLE recovery (
  court      INTEGER NOT NULL PRIMARY KEY,
  locked     TEXT NOT NULL,
  wrong      INTEGER NOT NULL DEFAULT 0,
  wait_until INTEGER
) STRICT, WITHOUT ROWID;
