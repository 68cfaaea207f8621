// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { call } from './call.ts';
import type { Lobby, LobbyView } from './index.ts';

/** What the lobby knows; the last three are told by stations that know them. */
export interface LobbyTold extends Omit<Lobby, 'closed_text' | 'opens_text'> {
  closed_text: string | null;
  opens_text: string | null;
  training: boolean;
  /** UTC epoch milliseconds, and the same moment as the site's clocks show it: `10:02`. */
  now?: number;
  time?: string;
  /** How long the kiosk waits before it wipes itself. */
  idle_seconds?: number;
}

/** Calls that only the lobby makes. */
export const calls = {
  told: () => call<LobbyTold>('/api/lobby'),
  /** The same result once more, in the language that is spoken now; it records nothing. */
  again: (scan: string) => call<LobbyView>(`/api/lobby/scan/${encodeURIComponent(scan)}`),
  /** Tells the staff that somebody at this kiosk asks for them. */
  person: (key: string) => call<object>('/api/lobby/call', { json: { key } }),
};
