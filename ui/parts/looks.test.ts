// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { expect, it } from 'vitest';
import { verdicts } from '../api/verdicts.ts';
import { looks, wordSize } from './looks.ts';

it('every verdict has a look', () => {
  for (const verdict of verdicts) expect(looks[verdict], verdict).toBeDefined();
});

it('no two verdicts share a glyph, except the greens, which share the tick', () => {
  const seen = new Map<string, string>();
  for (const verdict of verdicts) {
    const { glyph } = looks[verdict];
    if (glyph === 'check-lg') continue;
    expect(seen.get(glyph), `${verdict} looks like ${seen.get(glyph)}`).toBeUndefined();
    seen.set(glyph, verdict);
  }
});

it.each([
  ['Avanti', 1], ['Pieno', 1], ['Incerta', 1], ['Già dentro', 2], ['Documento', 2], ['Illeggibile', 3], ['Altro giorno', 3],
] as const)('the word %s has size %i', (word, size) => expect(wordSize(word)).toBe(size));
