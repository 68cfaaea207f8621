// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { answer, client } from './call.ts';
import type { ClosureDecision, ClosureDraft, ClosureTexts } from './types.ts';

const of = (id: number) => ({ path: { id } });

/** Departures from the hours: seen, planned before anything changes, made, and taken back until their messages have left. */
export const closures = {
  all: () => answer(client.GET('/api/admin/closures')),
  plan: (draft: ClosureDraft) => answer(client.POST('/api/admin/closures/plan', { body: { draft } })),
  close: (key: string, draft: ClosureDraft, seen: string, decisions: ClosureDecision[], texts: ClosureTexts) =>
    answer(client.POST('/api/admin/closures', { body: { key, draft, seen, decisions, texts } })),
  undo: (id: number, key: string) => answer(client.POST('/api/admin/closures/{id}/undo', { params: of(id), body: { key } })),
  release: (id: number, key: string) => answer(client.POST('/api/admin/closures/{id}/release', { params: of(id), body: { key } })),
  letters: (id: number) => answer(client.GET('/api/admin/closures/{id}/letters', { params: of(id), parseAs: 'blob' })),
  phones: (id: number) => answer(client.GET('/api/admin/closures/{id}/phones', { params: of(id) })),
};
