// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import type { Lang } from '../shared/words.svelte.ts';

/**
 * Speaks on request. The seam for every way to do it: a voice of the system today, recorded clips one day. A kiosk without a voice
 * shows no button that does nothing.
 */
export interface Voice {
  /** Whether it can speak this language now. */
  speaks(lang: Lang): boolean;
  /** Says `text`, instead of what it is saying. */
  say(text: string, lang: Lang): void;
  /** Falls silent at once. */
  hush(): void;
  /** Calls back when a voice came or went, or when it began or ended to speak; returns how to stop. */
  onChange(changed: () => void): () => void;
  readonly speaking: boolean;
}

/** The part of `window` that the system's voice needs. */
export interface Speech {
  speechSynthesis: Pick<SpeechSynthesis, 'getVoices' | 'speak' | 'cancel' | 'addEventListener' | 'removeEventListener'>;
  SpeechSynthesisUtterance: new (text: string) => SpeechSynthesisUtterance;
}

/** A voice of the operating system. Only local ones: nothing that stands on this screen is sent to another machine. */
export class SystemVoice implements Voice {
  speaking = false;
  readonly #speech: Speech;
  readonly #listeners = new Set<() => void>();

  constructor(speech: Speech) {
    this.#speech = speech;
  }

  #voice(lang: Lang): SpeechSynthesisVoice | undefined {
    return this.#speech.speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(lang));
  }

  speaks(lang: Lang): boolean {
    return this.#voice(lang) !== undefined;
  }

  say(text: string, lang: Lang): void {
    this.hush();
    const voice = this.#voice(lang);
    if (!voice || text.trim() === '') return;
    const utterance = new this.#speech.SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.9; // halls echo
    const over = () => this.#set(false);
    utterance.onend = over;
    utterance.onerror = over;
    this.#set(true);
    this.#speech.speechSynthesis.speak(utterance);
  }

  hush(): void {
    this.#speech.speechSynthesis.cancel();
    this.#set(false);
  }

  onChange(changed: () => void): () => void {
    this.#listeners.add(changed);
    this.#speech.speechSynthesis.addEventListener('voiceschanged', changed);
    return () => {
      this.#listeners.delete(changed);
      this.#speech.speechSynthesis.removeEventListener('voiceschanged', changed);
    };
  }

  #set(speaking: boolean): void {
    if (this.speaking === speaking) return;
    this.speaking = speaking;
    for (const changed of this.#listeners) changed();
  }
}

/** Where no voice is installed. */
export const silent: Voice = {
  speaking: false,
  speaks: () => false,
  say: () => undefined,
  hush: () => undefined,
  onChange: () => () => undefined,
};

/** The voice of this machine. */
export function voiceOf(window: Partial<Speech>): Voice {
  const { speechSynthesis, SpeechSynthesisUtterance } = window;
  return speechSynthesis && SpeechSynthesisUtterance ? new SystemVoice({ speechSynthesis, SpeechSynthesisUtterance }) : silent;
}
