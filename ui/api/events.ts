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
  source.addEventListener('verdict', (event) => {
    try {
      heard({ what: 'verdict', verdict: JSON.parse(event.data as string) as VerdictView });
    } catch {
      heard({ what: 'ready' }); // an event that cannot be read still means that something changed
    }
  });
  return () => source.close();
}
