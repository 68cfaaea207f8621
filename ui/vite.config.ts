// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One page per mode; a mode is built as soon as its folder holds an index.html. */
const pages = Object.fromEntries(
  ['entrance', 'lobby', 'admin', 'setup']
    .map((mode) => [mode, here(`./${mode}/index.html`)] as const)
    .filter(([, file]) => existsSync(file)),
);

export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [svelte(), nothingFromOutside()],
  resolve: { alias: { '@words': here('../crates/words/ftl') } },
  server: { fs: { allow: [here('..')] } },
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    // The pages are served with `default-src 'self'`: nothing may become a data: address or an inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome120', 'safari17'],
    rollupOptions: { input: pages },
  },
  test: { include: ['**/*.test.ts'], exclude: ['node_modules/**', 'dist/**'], environment: 'node' },
});

/** Fails the build when a page would ask another host for something or carry code that the content policy forbids. */
function nothingFromOutside(): Plugin {
  return {
    name: 'nothing-from-outside',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const [name, part] of Object.entries(bundle)) {
        const text = part.type === 'chunk' ? part.code : typeof part.source === 'string' ? part.source : '';
        if (name.endsWith('.html') && /<script(?![^>]*\bsrc=)|\son[a-z]+=|\sstyle=|javascript:/i.test(text)) {
          this.error(`${name} holds inline code; the content policy would block it`);
        }
        for (const [address] of text.matchAll(/\b(?:src|href)=["'](?:https?:)?\/\/[^"']+|url\(["']?(?:https?:)?\/\/[^)]+/g)) {
          this.error(`${name} asks another host: ${address}`);
        }
      }
    },
  };
}
