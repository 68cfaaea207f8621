// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { expect, test } from 'vitest';
import { greyRow } from './grey.ts';

test('a row of pixels becomes its luminance, wherever the colours lie and whatever stands before it', () => {
  const out = new Uint8Array(6);
  greyRow(Uint8Array.of(9, 9, 255, 0, 0, 0, 0, 255, 0, 0, 255, 255, 255, 0), 2, [0, 1, 2], out, 1, 3);
  expect([...out]).toEqual([0, 76, 149, 255, 0, 0]);
  greyRow(Uint8Array.of(0, 0, 255, 0), 0, [2, 1, 0], out, 5, 1);
  expect(out[5]).toBe(76);
});
