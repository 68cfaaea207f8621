// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { describe, expect, test } from 'vitest';
import { silent, SystemVoice, voiceOf, type Speech } from './voice.ts';

interface Said { text: string; voice: SpeechSynthesisVoice | null; lang: string; onend: (() => void) | null }

function system(voices: { lang: string; localService: boolean }[]) {
  const said: Said[] = [];
  let cancelled = 0;
  class Utterance {
    voice = null;
    lang = '';
    rate = 1;
    onend: (() => void) | null = null;
    readonly text: string;
    constructor(text: string) {
      this.text = text;
    }
  }
  const speech = {
    speechSynthesis: {
      getVoices: () => voices,
      speak: (utterance: Said) => void said.push(utterance),
      cancel: () => void (cancelled += 1),
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    },
    SpeechSynthesisUtterance: Utterance,
  } as unknown as Speech;
  return { voice: new SystemVoice(speech), said, cancels: () => cancelled };
}

describe('the voice', () => {
  test('speaks with a local voice of the language', () => {
    const { voice, said } = system([{ lang: 'en-GB', localService: true }, { lang: 'it-IT', localService: true }]);
    voice.say('Prego', 'it');
    expect(said).toMatchObject([{ text: 'Prego', lang: 'it-IT' }]);
    expect(voice.speaking).toBe(true);
  });

  test('never uses a voice that would send the text elsewhere', () => {
    const { voice, said } = system([{ lang: 'it-IT', localService: false }]);
    expect(voice.speaks('it')).toBe(false);
    voice.say('Prego', 'it');
    expect(said).toEqual([]);
  });

  test('falls silent for what comes next, and when it is told to', () => {
    const { voice, said, cancels } = system([{ lang: 'it-IT', localService: true }]);
    voice.say('Prego', 'it');
    voice.say('Grazie', 'it');
    expect(cancels()).toBe(2);
    expect(said).toHaveLength(2);
    voice.hush();
    expect(voice.speaking).toBe(false);
  });

  test('tells when it is done', () => {
    const { voice, said } = system([{ lang: 'it-IT', localService: true }]);
    let changes = 0;
    const stop = voice.onChange(() => (changes += 1));
    voice.say('Prego', 'it');
    said[0]?.onend?.();
    expect([voice.speaking, changes]).toEqual([false, 2]);
    stop();
    voice.say('Prego', 'it');
    expect(changes).toBe(2);
  });

  test('is silent where the system has none', () => {
    expect(voiceOf({})).toBe(silent);
    expect(silent.speaks('it')).toBe(false);
  });
});
