// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import type { VerdictView } from './types.ts';

/** What the station tells by itself. */
export type Heard =
  | { what: 'ready' }
  | { what: 'verdict'; verdict: VerdictView }
  | { what: 'alarm' }
  | { what: 'connected'; yes: boolean };

/** Follows the station's events; the browser reconnects by itself. Returns how to stop. */
export function listen(heard: (event: Heard) => void): () => void {
  const source = new EventSource('/api/events');
  source.addEventListener('open', () => heard({ what: 'connected', yes: true }));
  source.addEventListener('error', () => heard({ what: 'connected', yes: false }));
  source.addEventListener('ready', () => heard({ what: 'ready' }));
  source.addEventListener('alarm', () => heard({ what: 'alarm' }));
  // The serial scanner read something. The entrance finds its verdict in the answer of `ready`; a station that sends it along
  // is heard too.
  source.addEventListener('verdict', (event) => {
    const verdict = parsed(event.data);
    heard(verdict ? { what: 'verdict', verdict } : { what: 'ready' });
  });
  return () => source.close();
}

function parsed(data: unknown): VerdictView | null {
  try {
    const value: unknown = JSON.parse(String(data));
    return typeof value === 'object' && value !== null && 'scan' in value ? (value as VerdictView) : null;
  } catch {
    return null;
  }
}
