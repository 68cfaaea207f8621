// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { call } from './call.ts';
import { api } from './index.ts';
import type { WireCourt } from '../setup/answers.ts';

export interface Template { id: string; name: string; about: string; offices: { name: string; services: number; hours: string }[] }
export interface Backup { name: string; at: string | number }
/** Why the data cannot be opened. `newer`: a newer Varco wrote them; `read_only`, `full`: the disk does not take what must be written. */
export interface Damage { kind: 'damaged' | 'newer' | 'read_only' | 'full'; text: string; next_step: string; backups: Backup[] }
export interface Told { needed: boolean; templates: Template[]; damaged: Damage | null }

/** Calls of the first start. */
export const calls = {
  told: () => call<Told>('/api/setup'),
  found: (court: WireCourt) => call<{ recovery_code: string }>('/api/setup', { json: court }),
  demo: (key: string) => api.setUpDemo(key),
  /** Puts a copy in the place of the data that cannot be opened. */
  restore: (key: string, backup: string) => call<object>('/api/setup/restore', { json: { key, backup } }),
};
