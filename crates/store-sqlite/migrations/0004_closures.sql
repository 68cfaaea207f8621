-- SPDX-FileCopyrightText: 2026 The Varco authors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The last day on which a visit is of use.
ALTER TABLE booking ADD COLUMN due_by TEXT;
CREATE INDEX booking_office ON booking (court, office, start_at);

-- Changes of exceptions that were made with what they do to bookings: a closure bears the number of its exception.
-- `texts` are the messages once, without names; `replaced` the exceptions that it took the place of.
CREATE TABLE closure (
  court      INTEGER NOT NULL,
  id         INTEGER NOT NULL,
  at         INTEGER NOT NULL,
  person     INTEGER,
  draft      TEXT NOT NULL,
  replaced   TEXT NOT NULL,
  texts      TEXT NOT NULL,
  held_until INTEGER NOT NULL,
  undone_at  INTEGER,
  PRIMARY KEY (court, id)
) STRICT, WITHOUT ROWID;

-- The outbox: one row for each booking that a closure hit, without a name or an address. `before` is the booking as it
-- was, `left_as` the version in which the closure left it: only what is still so can be taken back.
CREATE TABLE message (
  court       INTEGER NOT NULL,
  closure     INTEGER NOT NULL,
  booking     INTEGER NOT NULL,
  kind        TEXT NOT NULL,
  channel     TEXT NOT NULL,
  state       TEXT NOT NULL,
  released_at INTEGER,
  before      TEXT NOT NULL,
  left_as     TEXT NOT NULL,
  PRIMARY KEY (court, closure, booking),
  FOREIGN KEY (court, closure) REFERENCES closure (court, id),
  FOREIGN KEY (court, booking) REFERENCES booking (court, id)
) STRICT, WITHOUT ROWID;
