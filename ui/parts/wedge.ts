// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { Rhythm, type Reading } from './rhythm.ts';

/** What a page does with its keys. */
export interface Keys {
  /** A scanner typed this. */
  burst(text: string): void;
  /** A person typed this while no field had the focus. */
  typed(text: string): void;
  /** What was typed just now is the beginning of a receipt: it does not stay where it was put. */
  begun?: () => void;
  /** A person pressed Enter or Tab outside a field; true when the page took it. */
  end(key: 'Enter' | 'Tab'): boolean;
}

type Field = HTMLInputElement | HTMLTextAreaElement;
interface Before { field: Field; value: string; from: number | null; to: number | null }

/**
 * Listens to every key of the window before anything else does. A scanner's text never stays in a field that happens to have
 * the focus: the field gets back what it held before. Returns how to stop.
 */
export function watchKeys(window: Window, keys: Keys): () => void {
  const rhythm = new Rhythm();
  let before: Before | null = null;
  let timer = 0;
  let due = 0;

  const hand = (readings: Reading[], event?: KeyboardEvent) => {
    for (const reading of readings) {
      switch (reading.kind) {
        case 'burst':
          giveBack();
          keys.burst(reading.text);
          break;
        case 'typed':
          if (before === null) keys.typed(reading.text);
          before = null;
          break;
        case 'begun':
          keys.begun?.();
          break;
        case 'end':
          if (event && fieldOf(event.target) === null && keys.end(reading.key)) event.preventDefault();
          break;
      }
    }
  };

  const giveBack = () => {
    if (before === null) return;
    const { field, value, from, to } = before;
    before = null;
    field.value = value;
    if (from !== null && to !== null) {
      try {
        field.setSelectionRange(from, to);
      } catch {
        // some kinds of field have no selection
      }
    }
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };

  const arm = (wait_ms: number) => {
    window.clearTimeout(timer);
    due = performance.now() + wait_ms;
    timer = window.setTimeout(() => {
      // A busy page runs the timer late, before the keys that wait behind it: give them one more moment.
      if (performance.now() - due > 15) arm(30);
      else hand(rhythm.silence());
    }, wait_ms);
  };

  const down = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.repeat) return;
    if (event.altKey && !event.getModifierState('AltGraph')) return;
    const ends = event.key === 'Enter' || event.key === 'Tab';
    if (event.key.length !== 1 && !ends) {
      // A named key comes after what was typed before it: nothing stays held back.
      if (rhythm.holding && !rhythm.racing && /^(F\d+|Escape|Backspace|Delete|Arrow\w+)$/.test(event.key)) hand(rhythm.silence());
      return;
    }
    if (event.key === ' ' && !rhythm.holding) {
      // A space that begins nothing belongs to the page: it presses the focused button.
      if (fieldOf(event.target) === null) return;
    }
    const field = fieldOf(event.target);
    if (!rhythm.holding && !ends) {
      before = field && { field, value: field.value, from: field.selectionStart, to: field.selectionEnd };
    }
    const stroke = { code: event.code, key: event.key, shift: event.shiftKey, at: event.timeStamp };
    const { readings, swallow } = rhythm.feed(stroke, field !== null);
    hand(readings, event);
    if (swallow) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    // A reading may have ended while this key began the next one.
    if (rhythm.holding && before === null && field) {
      before = { field, value: field.value, from: field.selectionStart, to: field.selectionEnd };
    }
    if (rhythm.holding) arm(rhythm.wait_ms);
    else window.clearTimeout(timer);
  };

  window.addEventListener('keydown', down, { capture: true });
  return () => {
    window.clearTimeout(timer);
    window.removeEventListener('keydown', down, { capture: true });
  };
}

function fieldOf(target: EventTarget | null): Field | null {
  if (target instanceof HTMLTextAreaElement) return target;
  if (target instanceof HTMLInputElement && /^(text|search|password|tel|number|url|email)$/.test(target.type)) return target;
  return null;
}
