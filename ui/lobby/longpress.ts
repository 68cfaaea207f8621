// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

/** How long a finger or a key stays down, in ms, until it is meant. */
export const long_press_ms = 2000;

/** Something that happens only after a long press; the same for a finger and for a key. */
export class LongPress {
  #timer = 0;
  readonly #then: () => void;

  constructor(then: () => void) {
    this.#then = then;
  }

  down(): void {
    if (this.#timer === 0) this.#timer = window.setTimeout(this.#then, long_press_ms);
  }

  up(): void {
    window.clearTimeout(this.#timer);
    this.#timer = 0;
  }
}

/** Calls `then` when a finger stays on the element. */
export function longPress(then: () => void): (element: HTMLElement) => () => void {
  return (element) => {
    const press = new LongPress(then);
    const down = () => press.down();
    const up = () => press.up();
    element.addEventListener('pointerdown', down);
    for (const end of ['pointerup', 'pointercancel', 'pointerleave']) element.addEventListener(end, up);
    return () => {
      press.up();
      element.removeEventListener('pointerdown', down);
      for (const end of ['pointerup', 'pointercancel', 'pointerleave']) element.removeEventListener(end, up);
    };
  };
}
