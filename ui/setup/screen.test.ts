// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { describe, expect, test } from 'vitest';
import { Refused } from '../api/index.ts';
import { back, opened, refusedAt, type Screen } from './screen.ts';

const damage = { kind: 'damaged' as const, text: 'Il file è rotto.', next_step: 'Scegliere una copia.', backups: [{ name: 'b1', at: 'lunedì 14 alle 18:00' }] };
const refused = new Refused('disk_full', 'Il disco è pieno.', 'Liberare spazio.', 507);
const sure: Screen = { at: 'sure', damage, backup: { name: 'b1', at: 'lunedì' } };

describe('the first start', () => {
  test('begins only where no court stands', () => {
    expect(opened({ needed: true, templates: [], damaged: null }, 'language')).toEqual({ at: 'asking', step: 'language', refused: null });
    expect(opened({ needed: false, templates: [], damaged: null }, 'gate')).toEqual({ at: 'ready' });
  });

  test('never offers a new court in the place of data that cannot be opened', () => {
    expect(opened({ needed: true, templates: [], damaged: damage }, 'language').at).toBe('damaged');
  });

  test('goes on where it was when the language changes', () => {
    expect(opened({ needed: true, templates: [], damaged: null }, 'gate')).toMatchObject({ step: 'gate' });
  });
});

describe('going back', () => {
  test('leads one question back, and never out of a code that was not written down', () => {
    expect(back({ at: 'asking', step: 'gate', refused })).toEqual({ at: 'asking', step: 'saint', refused: null });
    expect(back(sure)).toMatchObject({ at: 'damaged', chosen: 'b1' });
    const code: Screen = { at: 'code', code: 'K7M2' };
    expect(back(code)).toBe(code);
  });
});

describe('a refusal', () => {
  test('is told where the work was asked for', () => {
    expect(refusedAt('court', { at: 'opening' }, refused)).toEqual({ at: 'asking', step: 'summary', refused });
    expect(refusedAt('demo', { at: 'opening' }, refused)).toEqual({ at: 'asking', step: 'kind', refused });
    expect(refusedAt('restore', sure, refused)).toMatchObject({ at: 'damaged', chosen: 'b1', refused });
  });
});
