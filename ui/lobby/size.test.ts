// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { expect, test } from 'vitest';
import { lobbyMillimetre } from './size.ts';

const kiosk = { width: 1080, height: 1920 };

test('an upright screen that nobody measured is taken for a 27 inch', () => {
  expect(lobbyMillimetre(kiosk, null)).toBeCloseTo(3.21, 2);
});

test('a measured 24 inch keeps real millimetres', () => {
  expect(lobbyMillimetre(kiosk, 3.614)).toBeCloseTo(3.614, 3);
});

test('a measured 32 inch keeps real millimetres, with more room', () => {
  expect(lobbyMillimetre(kiosk, 2.71)).toBe(2.71);
});

test('a measure that would push the pages off the screen is cut to what fits', () => {
  expect(lobbyMillimetre(kiosk, 9)).toBeCloseTo(3.614, 2);
});

test('a lying screen is drawn as a lying screen', () => {
  expect(lobbyMillimetre({ width: 1920, height: 1080 }, null)).toBeCloseTo(3.614, 2);
});
