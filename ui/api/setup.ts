// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { answer, client } from './call.ts';
import type { SetupBody } from './types.ts';

/** Calls of the first start. */
export const calls = {
  /** What the station is for, once there is a court. */
  mode: async () => (await answer(client.GET('/api/station'))).mode,
  told: () => answer(client.GET('/api/setup')),
  found: (body: SetupBody) => answer(client.POST('/api/setup', { body })),
  demo: (key: string) => answer(client.POST('/api/setup/demo', { body: { key } })),
  /** Puts a copy in the place of the data that cannot be opened. */
  restore: (key: string, backup: string) => answer(client.POST('/api/setup/restore', { body: { key, backup } })),
};
