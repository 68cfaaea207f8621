// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { call } from './call.ts';
import type {
  Conflict, Day, DayFilter, Details, Found, FrameAsked, ImportResult, LateEntry, LateEntryResult, Lobby, LobbyView, NextPlace,
  PrintFolder, Reason, Ready, ScanBody, ScanSource, Seen, Setup, SetupBody, Station, Unbooked, VerdictView,
} from './types.ts';

export { Refused, speak } from './call.ts';
export { listen, type Heard } from './events.ts';
export type * from './types.ts';
export { verdicts } from './types.ts';

/** A PIN given beside the command, by a person with the right, when the one who is signed in lacks it. */
export interface Vouch { pin?: string; person?: number }

/** A frame that is not answered by then is given up; the next one is fresher anyway. */
const frame_patience_ms = 4000;

const scan = (id: string) => `/api/scan/${encodeURIComponent(id)}`;
const framed = <View>(path: string, grey: Uint8Array<ArrayBuffer>, ask: FrameAsked) =>
  call<Seen<View>>(path, {
    bytes: grey,
    signal: AbortSignal.timeout(frame_patience_ms),
    query: {
      key: ask.key, w: ask.width, h: ask.height, rotation: ask.rotation, look: ask.look ?? false,
      gesture: ask.exit ? 'exit' : undefined,
    },
  });

/** Every query and command of the station pages. No address of the API stands anywhere else. */
export const api = {
  station: () => call<Station>('/api/station'),
  ready: () => call<Ready>('/api/ready'),

  scan: (body: ScanBody) => call<VerdictView>('/api/scan', { json: body }),
  frame: (grey: Uint8Array<ArrayBuffer>, ask: FrameAsked) => framed<VerdictView>('/api/scan/frame', grey, ask),
  persons: (id: string, key: string, persons: number) => call<VerdictView>(`${scan(id)}/persons`, { json: { key, persons } }),
  confirm: (id: string, key: string) => call<VerdictView>(`${scan(id)}/confirm`, { json: { key } }),
  refuse: (id: string, key: string) => call<VerdictView>(`${scan(id)}/refuse`, { json: { key } }),
  override: (id: string, key: string, reason: string, vouch: Vouch) =>
    call<VerdictView>(`${scan(id)}/override`, { json: { key, reason, ...vouch } }),
  annul: (id: string, key: string, reason: string, vouch: Vouch) =>
    call<VerdictView>(`${scan(id)}/annul`, { json: { key, reason, ...vouch } }),
  details: (id: string, key: string) => call<Details>(`${scan(id)}/details`, { json: { key } }),
  nextPlace: (id: string, key: string) => call<NextPlace>(`${scan(id)}/next-place`, { json: { key } }),

  enterUnbooked: (key: string, reason: Reason, persons: number, office?: number) =>
    call<Unbooked>('/api/entries', { json: { key, reason, persons, ...(office === undefined ? {} : { office }) } }),
  annulUnbooked: (entry: string, key: string) => call<object>(`/api/entries/${encodeURIComponent(entry)}/annul`, { json: { key } }),
  exit: (key: string, persons: number) => call<object>('/api/exits', { json: { key, persons } }),

  signIn: (key: string, person: number, pin: string) => call<Station>('/api/sign-in', { json: { key, person, pin } }),
  signOut: (key: string) => call<object>('/api/sign-out', { json: { key } }),

  day: (filter: DayFilter, office?: number) => call<Day>('/api/day', { query: { filter, office } }),
  dayPdf: '/api/day.pdf',
  printFolder: () => call<PrintFolder>('/api/day/print-folder'),
  setPrintFolder: (key: string, folder: string | null) => call<PrintFolder>('/api/day/print-folder', { json: { key, folder } }),

  unlockSearch: (key: string, passphrase: string) => call<{ until: number }>('/api/search/unlock', { json: { key, passphrase } }),
  search: (key: string, text: string) => call<Found>('/api/search', { json: { key, text } }),
  useFound: (booking: string, key: string) =>
    call<VerdictView>(`/api/search/${encodeURIComponent(booking)}/use`, { json: { key } }),

  conflicts: () => call<{ rows: Conflict[] }>('/api/conflicts'),
  takeConflict: (id: string, key: string) =>
    call<object>(`/api/conflicts/${encodeURIComponent(id)}/take`, { json: { key } }),
  stateClock: (key: string, time: string) => call<object>('/api/clock', { json: { key, time } }),
  paperMode: (key: string, on: boolean) => call<object>('/api/paper-mode', { json: { key, on } }),
  lateEntries: (key: string, rows: LateEntry[]) =>
    call<{ rows: LateEntryResult[] }>('/api/paper/late-entries', { json: { key, rows } }),
  training: (key: string, on: boolean) => call<object>('/api/training', { json: { key, on } }),
  leave: (key: string, vouch: Vouch) => call<object>('/api/leave', { json: { key, ...vouch } }),

  lobby: () => call<Lobby>('/api/lobby'),
  arrive: (key: string, text: string, source: ScanSource) => call<LobbyView>('/api/lobby/arrive', { json: { key, text, source } }),
  lobbyFrame: (grey: Uint8Array<ArrayBuffer>, ask: FrameAsked) => framed<LobbyView>('/api/lobby/frame', grey, ask),

  setup: () => call<Setup>('/api/setup'),
  setUp: (body: SetupBody) => call<{ recovery_code: string }>('/api/setup', { json: body }),
  setUpDemo: (key: string) => call<object>('/api/setup/demo', { json: { key } }),
  importDay: (text: string, format: 'csv' | 'json', dry_run: boolean) =>
    call<ImportResult>('/api/import', { text, query: { dry_run, format } }),
};
