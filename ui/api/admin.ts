// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { answer, client } from './call.ts';
import type { PersonEdit, PersonNew, SecretKind } from './types.ts';

const saved_under = 'varco.admin.session';

/** What shows who is signed in. It lives as long as this window, and goes to the office's calls only. */
let token = sessionStorage.getItem(saved_under);

export function keepToken(given: string | null): void {
  token = given;
  if (given === null) sessionStorage.removeItem(saved_under);
  else sessionStorage.setItem(saved_under, given);
}
export const hasToken = (): boolean => token !== null;

client.use({
  onRequest: ({ request, schemaPath }) => {
    if (token !== null && schemaPath.startsWith('/api/admin/')) request.headers.set('Authorization', `Bearer ${token}`);
  },
});

const of = (person: number) => ({ path: { person } });

/** Queries and commands of the office. */
export const admin = {
  station: () => answer(client.GET('/api/station')),
  signIn: (key: string, name: string, password: string) => answer(client.POST('/api/admin/sign-in', { body: { key, name, password } })),
  recover: (key: string, code: string, name: string, password: string) =>
    answer(client.POST('/api/admin/recover', { body: { key, code, name, password } })),
  signOut: (key: string) => answer(client.POST('/api/admin/sign-out', { body: { key } })),
  lock: (key: string) => answer(client.POST('/api/admin/lock', { body: { key } })),
  here: (key: string) => answer(client.POST('/api/admin/here', { body: { key } })),
  me: () => answer(client.GET('/api/admin/me')),
  password: (key: string, old: string, fresh: string) => answer(client.POST('/api/admin/password', { body: { key, old, new: fresh } })),
  rights: () => answer(client.GET('/api/admin/rights')),

  people: () => answer(client.GET('/api/admin/people')),
  addPerson: (body: PersonNew) => answer(client.POST('/api/admin/people', { body })),
  changePerson: (person: number, body: PersonEdit) => answer(client.PUT('/api/admin/people/{person}', { params: of(person), body })),
  archivePerson: (person: number, key: string, version: string) =>
    answer(client.POST('/api/admin/people/{person}/archive', { params: of(person), body: { key, version } })),
  restorePerson: (person: number, key: string, version: string) =>
    answer(client.POST('/api/admin/people/{person}/restore', { params: of(person), body: { key, version } })),
  giveSecret: (person: number, key: string, what: SecretKind) =>
    answer(client.POST('/api/admin/people/{person}/secret', { params: of(person), body: { key, what } })),
};
