// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { describe, expect, test } from 'vitest';
import { Idle, patienceOf, usual_patience } from './idle.ts';

const second = 1000;

describe('a kiosk that is left alone', () => {
  test('asks after forty seconds and wipes after sixty', () => {
    const idle = new Idle(0);
    expect(idle.at(39.9 * second, true)).toEqual({ is: 'here' });
    expect(idle.at(40 * second, true)).toEqual({ is: 'asked', seconds: 20 });
    expect(idle.at(59.2 * second, true)).toEqual({ is: 'asked', seconds: 1 });
    expect(idle.at(60 * second, true)).toEqual({ is: 'gone' });
  });

  test('never asks while the screen holds nothing of a person', () => {
    expect(new Idle(0).at(3600 * second, false)).toEqual({ is: 'here' });
  });

  test('gives the whole time again to who wants more, as often as wanted', () => {
    const idle = new Idle(0);
    for (let round = 1; round <= 12; round += 1) {
      const asked_at = round * 50 * second;
      expect(idle.at(asked_at, true).is).toBe('asked');
      idle.noticed(asked_at);
      expect(idle.at(asked_at + 39 * second, true)).toEqual({ is: 'here' });
    }
  });

  test('does not get younger by a clock that is told late', () => {
    const idle = new Idle(0);
    idle.noticed(30 * second);
    idle.noticed(10 * second);
    expect(idle.at(69.9 * second, true)).toEqual({ is: 'here' });
    expect(idle.at(80 * second, true)).toEqual({ is: 'asked', seconds: 10 });
  });

  test('is as patient as the court wants, but never under thirty seconds', () => {
    expect(patienceOf(undefined)).toEqual(usual_patience);
    expect(patienceOf(Number.NaN)).toEqual(usual_patience);
    expect(patienceOf(120)).toEqual({ idle_seconds: 120, warn_seconds: 20 });
    expect(patienceOf(5)).toEqual({ idle_seconds: 30, warn_seconds: 20 });
    expect(new Idle(0, () => patienceOf(120)).at(99 * second, true)).toEqual({ is: 'here' });
  });
});
