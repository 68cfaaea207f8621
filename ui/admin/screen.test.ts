// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { describe, expect, test } from 'vitest';
import type { Me } from '../api/index.ts';
import { newPasswordFault } from './password.ts';
import { entered, lockAt, type Screen } from './screen.ts';

const me: Me = {
  id: 3, name: 'Carla M.', role: 'administrator', rights: ['account', 'people'], offices: [], court: 'Tribunale', demo: false, opens_names: true,
  must_change: false, seconds_until_lock: 900,
};

describe('whoever signs in', () => {
  test('is in, unlocked', () => {
    expect(entered({ at: 'sign-in' }, me)).toEqual({ at: 'in', me, locked: false, sheet: 'none' });
  });
  test('changes a password that somebody else made before anything else', () => {
    expect(entered({ at: 'sign-in' }, { ...me, must_change: true }).at).toBe('password');
  });
  test('finds a locked page as it was', () => {
    const locked: Screen = { at: 'in', me, locked: true, sheet: 'password' };
    expect(entered(locked, me)).toEqual({ ...locked, locked: false });
  });
  test('does not find the page of somebody else', () => {
    const locked: Screen = { at: 'in', me, locked: true, sheet: 'password' };
    expect(entered(locked, { ...me, id: 4 })).toMatchObject({ sheet: 'none' });
  });
  test('has as long as the server says', () => {
    expect(lockAt(900, 1000)).toBe(901_000);
  });
});

describe('a new password', () => {
  test.each([
    ['corta', 'corta', 'short'],
    ['undici caratt', 'undici caratte', 'differs'],
    ['quattro tazze', 'quattro tazze', null],
    // Letters are counted, not the units of a string.
    ['😀😀😀😀😀😀', '😀😀😀😀😀😀', 'short'],
  ] as const)('%s, %s', (password, again, fault) => expect(newPasswordFault(password, again)).toBe(fault));
});
