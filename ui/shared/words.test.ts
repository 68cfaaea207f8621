// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';

const ui = fileURLToPath(new URL('..', import.meta.url));
const ftl = fileURLToPath(new URL('../../crates/words/ftl', import.meta.url));
/** The Fluent files that pages read; a key begins with the name of its file. */
const files = ['shared', 'entrance', 'lobby', 'admin', 'hours', 'structure', 'history', 'setup'].filter((file) => readdirSync(join(ftl, 'it')).includes(`${file}.ftl`));

function messages(lang: string, file: string): Map<string, Set<string>> {
  const source = readFileSync(join(ftl, lang, `${file}.ftl`), 'utf8');
  const found = new Map<string, Set<string>>();
  for (const message of new FluentResource(source).body) found.set(message.id, variables(message.value));
  // A line that begins a message but is not in the result was not understood by the parser.
  for (const [, id] of source.matchAll(/^([a-z][a-z0-9-]*) *=/gm)) {
    if (id !== undefined && !found.has(id)) throw new Error(`${lang}/${file}.ftl: ${id} cannot be read`);
  }
  return found;
}

function variables(node: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const part of node) variables(part, found);
  else if (typeof node === 'object' && node !== null) {
    if ('type' in node && node.type === 'var' && 'name' in node) found.add(String(node.name));
    for (const part of Object.values(node)) variables(part, found);
  }
  return found;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'dist', 'dev'].includes(entry.name) ? [] : sources(path);
    return /\.(ts|svelte)$/.test(entry.name) && !entry.name.endsWith('.test.ts') ? [path] : [];
  });
}

describe.each(files)('%s.ftl', (file) => {
  const it_words = messages('it', file);
  const en_words = messages('en', file);

  it('has the same keys in both languages', () => {
    expect([...en_words.keys()].sort()).toEqual([...it_words.keys()].sort());
  });

  it('has the same variables in both languages', () => {
    for (const [id, names] of it_words) expect([...(en_words.get(id) ?? [])].sort(), id).toEqual([...names].sort());
  });

  it('keys begin with the name of the file', () => {
    for (const id of it_words.keys()) expect(id.startsWith(`${file}-`), id).toBe(true);
  });
});

describe('the code', () => {
  const known = new Set(files.flatMap((file) => [...messages('it', file).keys()]));
  const used = new Map<string, string>();
  for (const path of sources(ui)) {
    for (const [, id] of readFileSync(path, 'utf8').matchAll(/(?<!=)['"`]((?:shared|entrance|lobby|admin|hours|structure|history|setup)-[a-z0-9-]+)['"`]/g)) {
      if (id !== undefined) used.set(id, basename(path));
    }
  }

  it('asks for no word that is missing', () => {
    for (const [id, path] of used) expect(known.has(id), `${id} in ${path}`).toBe(true);
  });

  it('gives each word what it speaks of', () => {
    const wanted = new Map(files.flatMap((file) => [...messages('it', file)]));
    for (const path of sources(ui)) {
      for (const [call, id, args = ''] of readFileSync(path, 'utf8').matchAll(/\bt\('([a-z0-9-]+)'(, \{[^}]*\})?\)/g)) {
        for (const name of wanted.get(id ?? '') ?? []) {
          expect(new RegExp(`\\b${name}\\b`).test(args), `${call} in ${basename(path)} leaves out ${name}`).toBe(true);
        }
      }
    }
  });

  it.each(['entrance', 'admin', 'hours', 'structure', 'history'])('leaves no word of %s unused', (file) => {
    // What each right allows is said by Rust, with the table.
    const own = [...known].filter((id) => id.startsWith(`${file}-`) && !id.startsWith('admin-right-'));
    expect(own.filter((id) => !used.has(id))).toEqual([]);
  });
});
