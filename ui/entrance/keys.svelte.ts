// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { getContext, setContext } from 'svelte';

/** What a screen does with keys. Each answers true when it took the key. */
export interface Handler {
  /** A named key: `F1` … `F12`, `Escape`, `Backspace`. */
  press?: (key: string) => boolean;
  /** A person typed this outside a field. */
  typed?: (text: string) => boolean;
  /** A person pressed Enter outside a field. */
  enter?: () => boolean;
  /** A scanner typed this. */
  burst?: (text: string) => boolean;
}

/** The handlers of the two layers: the page, and what is laid over it. */
export class KeyRing {
  page: Handler = {};
  over: Handler = {};
}

const ring = Symbol('keys');

export function provideKeys(): KeyRing {
  return setContext(ring, new KeyRing());
}

/** Gives a screen the keys while it is drawn. */
export function useKeys(layer: 'page' | 'over', handler: () => Handler): void {
  const keys = getContext<KeyRing>(ring);
  $effect.pre(() => {
    const mine = handler();
    keys[layer] = mine;
    return () => {
      if (keys[layer] === mine) keys[layer] = {};
    };
  });
}
