// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { expect, test } from 'vitest';
import { clockAt } from './clock.ts';

const told = Date.UTC(2026, 8, 15, 8, 2, 40);

test('the clock counts on by the minute', () => {
  expect(clockAt('10:02', told, told)).toBe('10:02');
  expect(clockAt('10:02', told, told + 19_000)).toBe('10:02');
  expect(clockAt('10:02', told, told + 20_000)).toBe('10:03');
});

test('the clock goes over midnight', () => {
  expect(clockAt('23:59', told, told + 60_000)).toBe('0:00');
});

test('what is no time is shown as it was told', () => {
  expect(clockAt('mezzogiorno', told, told)).toBe('mezzogiorno');
});
