// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

/** The languages people are spoken to in; Italian first. */
export type Lang = 'it' | 'en';
export const languages: readonly Lang[] = ['it', 'en'];

const locale: Record<Lang, string> = { it: 'it-IT', en: 'en-GB' };

/**
 * Every sentence of a page, from the same Fluent files as Rust. A page adds its files once, before it draws:
 * `words.add('it', shared, entrance)`. Reading `t(…)` in a template follows the language.
 */
class Words {
  lang = $state<Lang>('it');
  readonly #bundles: Record<Lang, FluentBundle> = {
    it: new FluentBundle(locale.it, { useIsolating: false }),
    en: new FluentBundle(locale.en, { useIsolating: false }),
  };

  add(lang: Lang, ...sources: string[]): void {
    for (const source of sources) {
      const errors = this.#bundles[lang].addResource(new FluentResource(source));
      for (const error of errors) console.error(`words, ${lang}: ${error.message}`);
    }
  }

  say(lang: Lang, id: string, args?: Record<string, FluentVariable>): string {
    const bundle = this.#bundles[lang];
    const message = bundle.getMessage(id);
    if (!message?.value) return id; // a test proves that no page asks for a word that is not there
    return bundle.formatPattern(message.value, args ?? null, []);
  }
}

export const words = new Words();

/** The sentence `id` in the language of the page. */
export const t = (id: string, args?: Record<string, FluentVariable>): string => words.say(words.lang, id, args);
