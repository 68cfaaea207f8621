// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FluentResource } from '@fluent/bundle';
import { describe, expect, test } from 'vitest';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const keys = (lang: string, file: string) =>
  new FluentResource(readFileSync(here(`../../crates/words/ftl/${lang}/${file}.ftl`), 'utf8')).body.map((message) => message.id);

/** Keys that a page asks for, and the beginnings of those that it puts together. */
function asked(folder: string): { whole: Set<string>; begun: Set<string> } {
  const whole = new Set<string>();
  const begun = new Set<string>();
  for (const file of readdirSync(here(folder)).filter((name) => /\.(svelte|ts)$/.test(name) && !name.endsWith('.test.ts'))) {
    const source = readFileSync(here(`${folder}/${file}`), 'utf8');
    for (const [, key = ''] of source.matchAll(/['"`]((?:lobby|setup|shared)-[a-z0-9-]*)/g)) (key.endsWith('-') ? begun : whole).add(key);
  }
  return { whole, begun };
}

describe.each(['lobby', 'setup'])('the words of %s', (mode) => {
  const { whole, begun } = asked(mode === 'lobby' ? '.' : '../setup');

  test.each(['it', 'en'])('are all there in %s', (lang) => {
    const known = new Set([...keys(lang, mode), ...keys(lang, 'shared')]);
    expect([...whole].filter((key) => !known.has(key))).toEqual([]);
    for (const beginning of begun) expect([...known].some((key) => key.startsWith(beginning)), beginning).toBe(true);
  });

  test('are all used', () => {
    const used = (key: string) =>
      whole.has(key) || [...whole, ...begun].some((beginning) => key.startsWith(beginning.endsWith('-') ? beginning : `${beginning}-`));
    expect(keys('it', mode).filter((key) => !used(key))).toEqual([]);
  });

  test('are the same in both languages', () => {
    expect(keys('en', mode)).toEqual(keys('it', mode));
  });
});
