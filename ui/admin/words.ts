// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import type { RightsTable, Role, SecretKind } from '../api/index.ts';

// From what the wire calls something to the key of its words.

export const roles: readonly Role[] = ['steward', 'supervisor', 'clerk', 'manager', 'administrator'];
export const roleWords: Record<Role, string> = {
  steward: 'admin-role-steward', supervisor: 'admin-role-supervisor', clerk: 'admin-role-clerk', manager: 'admin-role-manager',
  administrator: 'admin-role-administrator',
};
export const roleTexts: Record<Role, string> = {
  steward: 'admin-role-steward-text', supervisor: 'admin-role-supervisor-text', clerk: 'admin-role-clerk-text',
  manager: 'admin-role-manager-text', administrator: 'admin-role-administrator-text',
};
/** Roles that work for a list of offices. */
export const withOffices = (role: Role): boolean => role === 'clerk' || role === 'manager';
/** What each role may be given; the API refuses the rest. */
export const secretsOf: Record<Role, readonly SecretKind[]> = {
  steward: ['pin'], supervisor: ['pin', 'password', 'passphrase'], clerk: ['password'], manager: ['password', 'passphrase'],
  administrator: ['pin', 'password', 'passphrase'],
};
export const secretWords: Record<SecretKind, string> = {
  pin: 'admin-secret-pin', password: 'admin-secret-password', passphrase: 'admin-secret-passphrase',
};
export const newSecretWords: Record<SecretKind, string> = {
  pin: 'admin-secret-new-pin', password: 'admin-secret-new-password', passphrase: 'admin-secret-new-passphrase',
};
export const cellWords: Record<RightsTable['rows'][number]['cells'][number], string> = {
  yes: 'admin-cell-yes', no: 'admin-cell-no', own: 'admin-cell-own', granted: 'admin-cell-granted',
};
