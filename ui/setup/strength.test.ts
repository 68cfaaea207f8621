// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { describe, expect, test } from 'vitest';
import { holds, pinFault, strength, type Strength } from './strength.ts';

const known = ['Tribunale di Valserena', 'Anna Bianchi'];
const table: [secret: string, is: Strength['is'], because?: string][] = [
  ['corta', 'short'],
  ['undici.car!', 'short'],
  ['aaaaaaaaaaaa', 'guessable', 'repeated'],
  ['abcabcabcabc', 'guessable', 'repeated'],
  ['Ab1!Ab1!Ab1!', 'guessable', 'repeated'],
  ['123456789012', 'guessable', 'sequence'],
  ['qwertyuiop12', 'guessable', 'sequence'],
  ['Tribunale2026', 'guessable', 'known'],
  ['Valserena2026', 'guessable', 'known'],
  ['AnnaBianchi12', 'guessable', 'known'],
  ['Valserena2026!!', 'guessable', 'known'],
  ['tramontovela', 'fair'],
  ['Tramonto7vela', 'good'],
  ['tramontovelierossi', 'good'],
  ['il gatto beve tè alle sei', 'strong'],
  ['quattro gatti neri sopra', 'strong'],
];

describe('a secret', () => {
  test.each(table)('“%s” is %s', (secret, is, because) => {
    const found = strength(secret, known);
    expect(found.is).toBe(is);
    if (because !== undefined) expect(found).toMatchObject({ because });
    expect(holds(found)).toBe(is !== 'short' && is !== 'guessable');
  });

  test('says how many characters are missing', () => {
    expect(strength('undici.car!')).toEqual({ is: 'short', missing: 1 });
    expect(strength('')).toEqual({ is: 'short', missing: 12 });
  });

  test('counts characters, not bytes', () => {
    expect(strength('èèàòùìéçñßøå').is).not.toBe('short');
  });
});

describe('a PIN', () => {
  test.each([
    ['12345', 'length'], ['1234567', 'length'], ['12345a', 'length'], ['', 'length'], ['777777', 'repeated'], ['121212', 'repeated'],
    ['472472', 'repeated'], ['123456', 'sequence'], ['654321', 'sequence'], ['890123', 'sequence'],
  ] as const)('%s cannot be used: %s', (pin, fault) => expect(pinFault(pin)).toBe(fault));

  test.each(['482915', '100001', '135792'])('%s can be used', (pin) => expect(pinFault(pin)).toBeNull());
});
