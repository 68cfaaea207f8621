// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { expect, it } from 'vitest';
import { minutesAndSeconds, remaining, type Remaining } from './time.ts';

const table: [string, number, Remaining][] = [
  ['22:49 is 23 minutes', 22 * 60 + 49, { unit: 'minutes', minutes: 23 }],
  ['one minute', 60, { unit: 'minutes', minutes: 1 }],
  ['59 seconds', 59, { unit: 'seconds', seconds: 59 }],
  ['the last half second', 0.5, { unit: 'seconds', seconds: 1 }],
  ['nothing left', 0, { unit: 'over' }],
  ['past', -5, { unit: 'over' }],
  ['59:01 is an hour', 59 * 60 + 1, { unit: 'hours', hours: 1, minutes: 0 }],
  ['2 hours 5', 2 * 3600 + 5 * 60, { unit: 'hours', hours: 2, minutes: 5 }],
];
it.each(table)('%s', (_, seconds, expected) => expect(remaining(seconds * 1000, 0)).toEqual(expected));

it('a watched span is minutes and seconds', () => {
  expect(minutesAndSeconds(272_000)).toBe('4:32');
  expect(minutesAndSeconds(9_100)).toBe('0:10');
  expect(minutesAndSeconds(-1)).toBe('0:00');
});
