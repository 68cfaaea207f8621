// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { describe, expect, it } from 'vitest';
import type { Sound } from '../api/types.ts';
import { chime } from './chimes.ts';

const all: Sound[] = ['enter', 'enter_marked', 'wait', 'refuse', 'check', 'neutral', 'alarm'];
const tune = (sound: Sound) => chime(sound, false).notes.map((note) => `${note.hz}@${note.from_ms}+${note.length_ms}`).join(' ');

describe('each class has a chime of its own', () => {
  const table: [Sound, string][] = [
    ['enter', '784@0+80 1047@100+140'],
    ['enter_marked', '784@0+80 1047@100+90 1047@250+140'],
    ['wait', '659@0+110 659@200+110'],
    ['refuse', '659@0+120 440@140+240'],
    ['check', '523@0+80 784@95+80 659@190+120'],
    ['neutral', '523@0+180'],
    ['alarm', '880@0+150 659@150+150 880@300+150 659@450+150 880@600+150 659@750+150'],
  ];
  it.each(table)('%s', (sound, expected) => expect(tune(sound)).toBe(expected));

  it('no two sound the same', () => expect(new Set(all.map(tune)).size).toBe(all.length));
});

describe('loudness', () => {
  const db = (sound: Sound) => Math.round(20 * Math.log10(chime(sound, false).gain / chime('enter', false).gain));
  it('a refusal is 3 dB above an entry, no more', () => expect(db('refuse')).toBe(3));
  it('blocked is 4 dB below', () => expect(db('neutral')).toBe(-4));
  it('nothing is driven beyond full scale', () => all.forEach((sound) => expect(chime(sound, true).gain).toBeLessThanOrEqual(1)));
});

it('paper mode adds one low tone after each', () => {
  for (const sound of all) {
    const plain = chime(sound, false).notes;
    const marked = chime(sound, true).notes;
    expect(marked.slice(0, -1)).toEqual(plain);
    expect(marked.at(-1)).toMatchObject({ hz: 220, length_ms: 60 });
  }
});
