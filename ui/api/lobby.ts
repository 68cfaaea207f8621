// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { answer, client } from './call.ts';
import { framed } from './frame.ts';
import type { FrameAsked, ScanSource } from './types.ts';

/** Every call of the lobby. */
export const calls = {
  station: () => answer(client.GET('/api/station')),
  told: () => answer(client.GET('/api/lobby')),
  arrive: (key: string, text: string, source: ScanSource) => answer(client.POST('/api/lobby/arrive', { body: { key, text, source } })),
  frame: (grey: Uint8Array<ArrayBuffer>, ask: FrameAsked) => answer(client.POST('/api/lobby/frame', framed(grey, ask))),
  /** The same result once more, in the language that is spoken now; it records nothing. */
  again: (scan: string) => answer(client.GET('/api/lobby/scan/{scan}', { params: { path: { scan } } })),
  /** Tells the staff that somebody at this kiosk asks for them. */
  person: (key: string) => answer(client.POST('/api/lobby/call', { body: { key } })),
};
