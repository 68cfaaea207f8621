// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { expect, it } from 'vitest';
import { withTyped } from './code.ts';

it.each([
  ['', 'k', 'K', false],
  ['K7M4', 'px2r', 'K7M4PX2R', false],
  ['K7M4', ' px-2r', 'K7M4PX2R', false],
  ['K7M4PX2R', 'A', 'K7M4PX2R', false],
  ['K7', 'O', 'K7', true],
  ['K7', 'a0b', 'K7AB', true],
  ['K7', 'è', 'K7', true],
] as const)('%s and then "%s" is %s', (before, text, code, strange) => {
  expect(withTyped(before, text)).toEqual({ code, strange });
});
