// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ui = fileURLToPath(new URL('..', import.meta.url));
const components = ['entrance', 'lobby', 'admin', 'setup', 'parts', 'shared'].flatMap((folder) => {
  try {
    return readdirSync(join(ui, folder)).filter((name) => name.endsWith('.svelte')).map((name) => join(ui, folder, name));
  } catch {
    return [];
  }
});

describe('a component names roles and millimetres', () => {
  it.each(components)('%s', (path) => {
    const style = /<style>([\s\S]*)<\/style>/.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
    expect(style.match(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/gi) ?? [], 'colours').toEqual([]);
    expect(style.match(/\b\d+px\b/g) ?? [], 'pixels').toEqual([]);
  });
});

describe('contrast of ink on its own ground', () => {
  const tokens = readFileSync(join(ui, 'theme/tokens.css'), 'utf8');
  const colour = (name: string) => {
    const hex = new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(tokens)?.[1];
    if (!hex) throw new Error(`no colour ${name}`);
    return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  };
  const light = (name: string) => {
    const [r = 0, g = 0, b = 0] = colour(name).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string) => {
    const [low = 0, high = 0] = [light(a), light(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const pairs: [ink: string, ground: string, least: number][] = [
    ['verdict-enter-ink', 'verdict-enter', 7], ['verdict-wait-ink', 'verdict-wait', 7], ['verdict-refuse-ink', 'verdict-refuse', 7],
    ['verdict-check-ink', 'verdict-check', 7], ['verdict-neutral-ink', 'verdict-neutral', 7],
    ['ink', 'surface', 7], ['ink', 'ground', 7], ['ink', 'chosen', 7], ['ink', 'key', 7], ['ink-soft', 'surface', 4.5], ['ink-soft', 'ground', 4.5],
    ['ink-soft', 'surface-dim', 4.5], ['brand-ink', 'brand', 4.5], ['brand-deep-ink', 'brand-deep', 7], ['warn-ground-ink', 'warn-ground', 4.5],
    ['alert-ink', 'alert', 7], ['brand-ink', 'public', 4.5], ['public', 'surface', 4.5], ['public', 'chosen', 4.5], ['ink', 'ok-ground', 7], ['ink', 'bad-ground', 7], ['ink', 'warn-ground', 7], ['off-ink', 'off', 4.5], ['camera-ink', 'camera-foot', 7], ['alert', 'camera-foot', 4.5], ['eye-ink', 'eye', 7],
    ['ok', 'surface', 4.5], ['warn', 'surface', 4.5], ['bad', 'surface', 4.5], ['line', 'surface', 3], ['line', 'ground', 3], ['brand-deep-line', 'brand-deep', 3],
  ];
  it.each(pairs)('%s on %s is at least %d', (ink, ground, least) => expect(contrast(ink, ground)).toBeGreaterThanOrEqual(least));
});
