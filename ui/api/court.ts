// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { answer, client } from './call.ts';
import type { RuleFields, StructureView } from './types.ts';

export type Kind = 'sites' | 'gates' | 'offices' | 'services';
/** A thing of the court as it is shown: its number, its version, and the fields that are edited. */
export type Row<K extends Kind> = StructureView[K][number];
export type Fields<K extends Kind> = Row<K>['is'];

const of = (id: number) => ({ path: { id } });

const adds = {
  sites: (key: string, is: Fields<'sites'>) => client.POST('/api/admin/sites', { body: { key, is } }),
  gates: (key: string, is: Fields<'gates'>) => client.POST('/api/admin/gates', { body: { key, is } }),
  offices: (key: string, is: Fields<'offices'>) => client.POST('/api/admin/offices', { body: { key, is } }),
  services: (key: string, is: Fields<'services'>) => client.POST('/api/admin/services', { body: { key, is } }),
};
const changes = {
  sites: (id: number, body: { key: string; version: string; is: Fields<'sites'> }) => client.PUT('/api/admin/sites/{id}', { params: of(id), body }),
  gates: (id: number, body: { key: string; version: string; is: Fields<'gates'> }) => client.PUT('/api/admin/gates/{id}', { params: of(id), body }),
  offices: (id: number, body: { key: string; version: string; is: Fields<'offices'> }) => client.PUT('/api/admin/offices/{id}', { params: of(id), body }),
  services: (id: number, body: { key: string; version: string; is: Fields<'services'> }) => client.PUT('/api/admin/services/{id}', { params: of(id), body }),
};
const archives = {
  sites: (id: number, body: { key: string; version: string }) => client.POST('/api/admin/sites/{id}/archive', { params: of(id), body }),
  gates: (id: number, body: { key: string; version: string }) => client.POST('/api/admin/gates/{id}/archive', { params: of(id), body }),
  offices: (id: number, body: { key: string; version: string }) => client.POST('/api/admin/offices/{id}/archive', { params: of(id), body }),
  services: (id: number, body: { key: string; version: string }) => client.POST('/api/admin/services/{id}/archive', { params: of(id), body }),
};
const restores = {
  sites: (id: number, body: { key: string; version: string }) => client.POST('/api/admin/sites/{id}/restore', { params: of(id), body }),
  gates: (id: number, body: { key: string; version: string }) => client.POST('/api/admin/gates/{id}/restore', { params: of(id), body }),
  offices: (id: number, body: { key: string; version: string }) => client.POST('/api/admin/offices/{id}/restore', { params: of(id), body }),
  services: (id: number, body: { key: string; version: string }) => client.POST('/api/admin/services/{id}/restore', { params: of(id), body }),
};

/** How a court is set up: its things, the hours of its offices, and what was changed. */
export const court = {
  structure: () => answer(client.GET('/api/admin/structure')),
  changeCourt: (key: string, version: string, is: StructureView['court']['is']) => answer(client.PUT('/api/admin/court', { body: { key, version, is } })),
  changeGrants: (key: string, version: string, is: StructureView['grants']['is']) => answer(client.PUT('/api/admin/grants', { body: { key, version, is } })),
  add: <K extends Kind>(kind: K, key: string, is: Fields<K>) => answer((adds[kind] as (key: string, is: Fields<K>) => ReturnType<typeof adds.sites>)(key, is)),
  change: <K extends Kind>(kind: K, id: number, key: string, version: string, is: Fields<K>) =>
    answer((changes[kind] as (id: number, body: { key: string; version: string; is: Fields<K> }) => ReturnType<typeof changes.sites>)(id, { key, version, is })),
  archive: (kind: Kind, id: number, key: string, version: string) => answer(archives[kind](id, { key, version })),
  restore: (kind: Kind, id: number, key: string, version: string) => answer(restores[kind](id, { key, version })),

  hours: (office: number, date?: string) =>
    answer(client.GET('/api/admin/offices/{id}/hours', { params: { ...of(office), query: date === undefined ? {} : { date } } })),
  checkHours: (office: number, version: string, rules: RuleFields[], from: string, date: string) =>
    answer(client.POST('/api/admin/offices/{id}/hours/check', { params: of(office), body: { version, rules, from, date } })),
  publishHours: (office: number, key: string, version: string, from: string, rules: RuleFields[]) =>
    answer(client.POST('/api/admin/offices/{id}/hours/publish', { params: of(office), body: { key, version, from, rules } })),
  extendHours: (office: number, key: string, version: string, rules: number[], until: string | null) =>
    answer(client.POST('/api/admin/offices/{id}/hours/extend', { params: of(office), body: { key, version, rules, until } })),
  why: (office: number, date: string, time: string, audience: string) =>
    answer(client.GET('/api/admin/offices/{id}/why', { params: { ...of(office), query: { date, time, audience } } })),

  history: (kind?: string, before?: number) =>
    answer(client.GET('/api/admin/history', { params: { query: { ...(kind === undefined ? {} : { kind }), ...(before === undefined ? {} : { before }) } } })),
  undo: (key: string, change: number) => answer(client.POST('/api/admin/history/{id}/undo', { params: of(change), body: { key } })),
};
