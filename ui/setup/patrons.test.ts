// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { describe, expect, test } from 'vitest';
import { daysIn } from './answers.ts';
import { patrons, townIn } from './patrons.ts';

describe('the towns', () => {
  test('each have a day that exists', () => {
    for (const { town, day } of patrons) {
      const [month = 0, date = 0] = day.split('-').map(Number);
      expect(day, town).toMatch(/^\d\d-\d\d$/);
      expect(date, town).toBeGreaterThan(0);
      expect(date, town).toBeLessThanOrEqual(daysIn(month));
    }
  });

  test('stand once each, in the order of the alphabet', () => {
    const towns = patrons.map(({ town }) => town);
    expect(new Set(towns).size).toBe(towns.length);
    expect(towns).toEqual([...towns].sort((a, b) => a.localeCompare(b, 'it')));
  });

  test('are found in the name of a court', () => {
    expect(townIn('Tribunale di Pistoia')).toMatchObject({ day: '07-25', saint: 'San Jacopo' });
    expect(townIn("Tribunale de L'Aquila")?.town).toBe('L’Aquila');
    expect(townIn('Giudice di Pace di Reggio Calabria')?.town).toBe('Reggio Calabria');
    expect(townIn('Tribunale di Valserena')).toBeNull();
  });

  test('are not found inside other words', () => {
    expect(townIn('Via Comotti')).toBeNull();
  });
});
