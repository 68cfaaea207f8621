// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import type { Me, Refused } from '../api/index.ts';

/** What is on the screen of the office. */
export type Screen =
  | { at: 'opening' }
  /** Nothing answered. */
  | { at: 'unavailable'; refused: Refused }
  | { at: 'sign-in' }
  /** The way back by the recovery code. */
  | { at: 'recover' }
  /** Somebody else made the password: nothing else before it is changed. */
  | { at: 'password'; me: Me }
  /** Signed in. Locked, the page stays underneath as it was. */
  | { at: 'in'; me: Me; locked: boolean; sheet: 'none' | 'password' };

/** Where somebody stands who has just signed in. Who comes back to a locked screen finds the page as it was. */
export function entered(before: Screen, me: Me): Screen {
  if (me.must_change) return { at: 'password', me };
  const sheet = before.at === 'in' && before.me.id === me.id ? before.sheet : 'none';
  return { at: 'in', me, locked: false, sheet };
}

/** When the screen locks, ms of the page's clock. */
export const lockAt = (seconds_until_lock: number, now_ms: number): number => now_ms + seconds_until_lock * 1000;

/** The server is told that somebody is here at most so often. */
export const here_every_ms = 60_000;
