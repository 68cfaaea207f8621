// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { describe, expect, it } from 'vitest';
import type { VerdictView } from '../api/index.ts';
import { corrected, received, verdictOf, type Over } from './screen.ts';

const reading = (scan: string) => ({ scan }) as VerdictView;
const first = reading('first');
const second = reading('second');
const place = { code: '', time: '', text: '', receipt_png: '' };
const details = { names: [], note: null, blocked_reason: null, closed_text: null, closes_in_seconds: 10 };

describe('a reading replaces whatever is on the screen', () => {
  const table: [string, Over, Over][] = [
    ['nothing: at once', { step: 'nothing' }, { step: 'verdict', verdict: second }],
    ['a verdict: dark first', { step: 'verdict', verdict: first }, { step: 'dark', next: second }],
    ['the dark before another', { step: 'dark', next: first }, { step: 'dark', next: second }],
    ['an authorisation', { step: 'authorise', verdict: first, act: 'override' }, { step: 'dark', next: second }],
    ['details', { step: 'details', verdict: first, details, until: 0 }, { step: 'dark', next: second }],
    ['a proposed place', { step: 'next-place', verdict: first, place }, { step: 'dark', next: second }],
  ];
  it.each(table)('%s', (_, before, after) => {
    expect(received(before, second)).toEqual(after);
    expect(verdictOf(received(before, second))).toBe(second);
  });
});

describe('a correction', () => {
  const again = { ...first, persons: 1 } as VerdictView;
  it('takes the place of its own verdict without dark', () => {
    expect(corrected({ step: 'verdict', verdict: first }, again)).toEqual({ step: 'verdict', verdict: again });
  });
  it('that comes late never covers the next receipt', () => {
    const over: Over = { step: 'verdict', verdict: second };
    expect(corrected(over, again)).toBe(over);
  });
});
