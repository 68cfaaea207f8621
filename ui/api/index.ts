// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { answer, client } from './call.ts';
import { framed } from './frame.ts';
import type { DayFilter, FrameAsked, LateEntry, Reason, ScanBody } from './types.ts';

export { Refused, speak } from './call.ts';
export { listen, type Heard } from './events.ts';
export type * from './types.ts';

/** A PIN given beside the command, by a person with the right, when the one who is signed in lacks it. */
export interface Vouch { pin?: string; person?: number }

const scan = (id: string) => ({ path: { scan: id } });

/** Every query and command of the entrance. No address of the API stands outside this folder. */
export const api = {
  station: () => answer(client.GET('/api/station')),
  ready: () => answer(client.GET('/api/ready')),

  scan: (body: ScanBody) => answer(client.POST('/api/scan', { body })),
  frame: (grey: Uint8Array<ArrayBuffer>, ask: FrameAsked) => answer(client.POST('/api/scan/frame', framed(grey, ask))),
  persons: (id: string, key: string, persons: number) =>
    answer(client.POST('/api/scan/{scan}/persons', { params: scan(id), body: { key, persons } })),
  confirm: (id: string, key: string) => answer(client.POST('/api/scan/{scan}/confirm', { params: scan(id), body: { key } })),
  refuse: (id: string, key: string) => answer(client.POST('/api/scan/{scan}/refuse', { params: scan(id), body: { key } })),
  override: (id: string, key: string, reason: string, vouch: Vouch) =>
    answer(client.POST('/api/scan/{scan}/override', { params: scan(id), body: { key, reason, ...vouch } })),
  annul: (id: string, key: string, reason: string, vouch: Vouch) =>
    answer(client.POST('/api/scan/{scan}/annul', { params: scan(id), body: { key, reason, ...vouch } })),
  details: (id: string, key: string) => answer(client.POST('/api/scan/{scan}/details', { params: scan(id), body: { key } })),
  nextPlace: (id: string, key: string) => answer(client.POST('/api/scan/{scan}/next-place', { params: scan(id), body: { key } })),

  enterUnbooked: (key: string, reason: Reason, persons: number, office?: number) =>
    answer(client.POST('/api/entries', { body: { key, reason, persons, ...(office === undefined ? {} : { office }) } })),
  annulUnbooked: (entry: string, key: string) =>
    answer(client.POST('/api/entries/{entry}/annul', { params: { path: { entry } }, body: { key } })),
  exit: (key: string, persons: number) => answer(client.POST('/api/exits', { body: { key, persons } })),

  signIn: (key: string, person: number, pin: string) => answer(client.POST('/api/sign-in', { body: { key, person, pin } })),
  signOut: (key: string) => answer(client.POST('/api/sign-out', { body: { key } })),

  day: (filter: DayFilter, office?: number) =>
    answer(client.GET('/api/day', { params: { query: { filter, ...(office === undefined ? {} : { office }) } } })),
  printFolder: () => answer(client.GET('/api/day/print-folder')),
  setPrintFolder: (key: string, folder: string | null) => answer(client.POST('/api/day/print-folder', { body: { key, folder } })),

  unlockSearch: (key: string, passphrase: string) => answer(client.POST('/api/search/unlock', { body: { key, passphrase } })),
  search: (key: string, text: string) => answer(client.POST('/api/search', { body: { key, text } })),
  useFound: (booking: string, key: string) =>
    answer(client.POST('/api/search/{booking}/use', { params: { path: { booking } }, body: { key } })),

  conflicts: () => answer(client.GET('/api/conflicts')),
  takeConflict: (id: string, key: string) =>
    answer(client.POST('/api/conflicts/{id}/take', { params: { path: { id } }, body: { key } })),
  stateClock: (key: string, time: string) => answer(client.POST('/api/clock', { body: { key, time } })),
  paperMode: (key: string, on: boolean) => answer(client.POST('/api/paper-mode', { body: { key, on } })),
  lateEntries: (key: string, rows: LateEntry[]) => answer(client.POST('/api/paper/late-entries', { body: { key, rows } })),
  training: (key: string, on: boolean) => answer(client.POST('/api/training', { body: { key, on } })),
  leave: (key: string, vouch: Vouch) => answer(client.POST('/api/leave', { body: { key, ...vouch } })),
};
