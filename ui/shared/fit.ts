// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import type { Attachment } from 'svelte/attachments';

const smallest = 0.5;
const step = 0.04;

/**
 * Makes the type of an element smaller, step by step, until its content fits its box. A safety net for long names: what is
 * written as the rules ask keeps its full size. The element sizes its type with `calc(… * var(--fit, 1))`.
 * `text` is what the size depends on.
 */
export function fit(text: unknown): Attachment<HTMLElement> {
  return (element) => {
    void text;
    const settle = () => {
      let scale = 1;
      element.style.setProperty('--fit', '1');
      // With tight lines the box of a glyph is taller than its line; only a whole line too many counts.
      const slack = Number.parseFloat(getComputedStyle(element).fontSize) * 0.4;
      const overflows = () => element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + slack;
      while (scale > smallest && overflows()) {
        scale -= step;
        element.style.setProperty('--fit', scale.toFixed(2));
      }
    };
    settle();
    const watcher = new ResizeObserver(settle);
    watcher.observe(element);
    let gone = false;
    void document.fonts.ready.then(() => {
      if (!gone) settle();
    });
    return () => {
      gone = true;
      watcher.disconnect();
    };
  };
}
