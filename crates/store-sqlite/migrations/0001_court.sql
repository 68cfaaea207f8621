-- SPDX-FileCopyrightText: 2026 The Varco authors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Instants are milliseconds since 1970 (UTC), civil days are text, booleans 0 or 1. Every key begins with the court:
-- a booking never crosses courts. The journal and the plain columns hold no personal data.

CREATE TABLE meta (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE structure (
  court INTEGER NOT NULL,
  kind  TEXT NOT NULL,
  id    INTEGER NOT NULL,
  body  TEXT NOT NULL,
  PRIMARY KEY (court, kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE issuer_key (
  court      INTEGER NOT NULL,
  kid        INTEGER NOT NULL,
  public     BLOB NOT NULL,
  seed       BLOB NOT NULL,
  made_at    INTEGER NOT NULL,
  signs_from INTEGER NOT NULL,
  revoked_at INTEGER,
  PRIMARY KEY (court, kid)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  court      INTEGER NOT NULL,
  id         INTEGER NOT NULL,
  name       TEXT NOT NULL,
  role       TEXT NOT NULL,
  pin        TEXT NOT NULL,
  password   TEXT,
  wrong      INTEGER NOT NULL DEFAULT 0,
  wait_until INTEGER,
  PRIMARY KEY (court, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE names_lock (
  court  INTEGER NOT NULL,
  person INTEGER NOT NULL,
  way    TEXT NOT NULL,
  locked TEXT NOT NULL,
  PRIMARY KEY (court, person, way),
  FOREIGN KEY (court, person) REFERENCES person (court, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE booking (
  court         INTEGER NOT NULL,
  id            INTEGER NOT NULL,
  office        INTEGER NOT NULL,
  service       INTEGER NOT NULL,
  pool          TEXT NOT NULL,
  start_at      INTEGER NOT NULL,
  end_at        INTEGER NOT NULL,
  -- The first cell after those that the booking takes.
  cell_end      INTEGER NOT NULL,
  persons       INTEGER NOT NULL CHECK (persons BETWEEN 1 AND 255),
  cancelled_at  INTEGER,
  cancelled_by  TEXT,
  replaced_by   INTEGER,
  blocked_since INTEGER,
  check_id      INTEGER NOT NULL,
  assistance    INTEGER NOT NULL,
  decided_at    INTEGER NOT NULL,
  PRIMARY KEY (court, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX booking_start ON booking (court, start_at);

CREATE TABLE issue (
  court     INTEGER NOT NULL,
  booking   INTEGER NOT NULL,
  issued_at INTEGER NOT NULL,
  kid       INTEGER NOT NULL,
  code      TEXT NOT NULL,
  cause     TEXT NOT NULL,
  -- What is sealed to this address opens with the receipt.
  address   BLOB NOT NULL,
  PRIMARY KEY (court, booking, issued_at),
  FOREIGN KEY (court, booking) REFERENCES booking (court, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX issue_code ON issue (court, code);

CREATE TABLE use_cell (
  court         INTEGER NOT NULL,
  office        INTEGER NOT NULL,
  cell          INTEGER NOT NULL,
  pool          TEXT NOT NULL,
  bookings_used INTEGER NOT NULL CHECK (bookings_used >= 0),
  persons_used  INTEGER NOT NULL CHECK (persons_used >= 0),
  PRIMARY KEY (court, office, cell, pool)
) STRICT, WITHOUT ROWID;

CREATE TABLE sealed_detail (
  court   INTEGER NOT NULL,
  booking INTEGER NOT NULL,
  kind    TEXT NOT NULL,
  salt    BLOB NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (court, booking, kind),
  FOREIGN KEY (court, booking) REFERENCES booking (court, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sealed_wrap (
  court   INTEGER NOT NULL,
  booking INTEGER NOT NULL,
  kind    TEXT NOT NULL,
  address BLOB NOT NULL,
  wrap    BLOB NOT NULL,
  PRIMARY KEY (court, booking, kind, address),
  FOREIGN KEY (court, booking, kind) REFERENCES sealed_detail (court, booking, kind) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE forgotten (
  court   INTEGER NOT NULL,
  booking INTEGER NOT NULL,
  at      INTEGER NOT NULL,
  PRIMARY KEY (court, booking)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
  row     INTEGER NOT NULL PRIMARY KEY,
  -- Hybrid logical clock, who wrote it, its number there: together the stamp.
  hlc     INTEGER NOT NULL,
  origin  INTEGER NOT NULL,
  seq     INTEGER NOT NULL,
  -- The civil day of the fact, and the machine's time when it was written.
  day     TEXT NOT NULL,
  at      INTEGER NOT NULL,
  kind    TEXT NOT NULL,
  body    TEXT NOT NULL,
  -- The gesture's key, the digest of its body and what was answered: on the first row of a gesture only.
  gesture BLOB,
  digest  BLOB,
  answer  TEXT,
  -- Commitment to the rows that the fact speaks about.
  proof   BLOB,
  hash    BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX journal_gesture ON journal (gesture) WHERE gesture IS NOT NULL;

-- Where the rows of a civil day begin.
CREATE TABLE journal_day (
  day       TEXT NOT NULL PRIMARY KEY,
  first_row INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE journal_origin (
  origin    INTEGER NOT NULL PRIMARY KEY,
  first_row INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
