// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

/** One key going down: where it is, what the layout made of it, when (ms, monotonic). */
export interface Stroke { code: string; key: string; shift: boolean; at: number }

/** What the keys turned out to be. */
export type Reading =
  /** A keyboard-wedge scanner: its whole text, without the closing key. */
  | { kind: 'burst'; text: string }
  /** A person: the characters as the layout gives them. */
  | { kind: 'typed'; text: string }
  /** A person pressed Enter or Tab. */
  | { kind: 'end'; key: 'Enter' | 'Tab' }
  /** What was typed so far is the beginning of a receipt, not of a short code. */
  | { kind: 'begun' };

/** A scanner types at least this many characters … */
export const burst_chars_min = 6;
/** … with a median gap below this, in ms … */
export const burst_gap_ms = 35;
/** … and is done after this silence, in ms, when it sends no Enter. */
export const silence_ms = 80;
/** With these every receipt begins; no short code does, because codes have no 1. */
const receipt_start = 'VR1';
/** A whole receipt has this many characters. Until they are there, a short silence is a hiccup of a busy machine … */
export const whole_chars = 177;
/** … unless it lasts this long, in ms. */
export const hiccup_ms = 400;
/** A receipt that comes slowly (Bluetooth, a busy machine) is done after this silence, in ms … */
export const slow_silence_ms = 600;
/** … and has at least this many characters. */
export const slow_chars_min = 12;
/** An Enter this soon after a burst, in ms, still belongs to the scanner. */
export const late_end_ms = 500;

/**
 * Tells a keyboard-wedge scanner from a typing person by its rhythm. Keys are held back until the rhythm is known, at most
 * `silence_ms`, which a person does not notice. A text that begins like a receipt is one at any speed. Pure: time comes with
 * the keys, `silence` is called by whoever owns a timer, `wait_ms` after the last key.
 */
export class Rhythm {
  #held: Stroke[] = [];
  #typing = false;
  #last = Number.NEGATIVE_INFINITY;
  #burst_at = Number.NEGATIVE_INFINITY;
  /** The first keys after a longer pause. */
  #first: Stroke[] = [];
  /** The first keys after a short one: somebody typed, and then a scanner. */
  #fresh: Stroke[] = [];
  #receipt: Stroke[] | null = null;

  /** True while held keys may still turn out to be a scanner. */
  get holding(): boolean {
    return this.#held.length > 0 || this.#receipt !== null;
  }

  /** How long a silence ends what is held, in ms. */
  get wait_ms(): number {
    if (this.#receipt === null) return silence_ms;
    if (median(gaps(this.#receipt)) >= burst_gap_ms) return slow_silence_ms;
    return this.#receipt.length < whole_chars ? hiccup_ms : silence_ms;
  }

  /** True when the held keys already come faster than a person types. */
  get racing(): boolean {
    return this.#held.length >= 4 && median(gaps(this.#held)) < burst_gap_ms;
  }

  /**
   * Takes a key; tells what became certain and whether this key must not reach the page. `in_field`: it goes to a field of
   * the page, where a person may write anything; there only the rhythm counts.
   */
  feed(stroke: Stroke, in_field = false): { readings: Reading[]; swallow: boolean } {
    const readings: Reading[] = [];
    const pause = stroke.at - this.#last;
    if (pause >= this.wait_ms) {
      readings.push(...this.#settle());
      this.#typing = false;
    }
    if (pause >= slow_silence_ms) this.#first = [];
    if (pause >= silence_ms) this.#fresh = [];
    this.#last = stroke.at;

    const end = endKey(stroke);
    if (end !== null) {
      this.#first = [];
      this.#fresh = [];
      if (isBurst(this.#held) || isReceipt(this.#receipt)) {
        readings.push(...this.#settle());
        return { readings, swallow: true };
      }
      if (this.#held.length === 0 && stroke.at - this.#burst_at < late_end_ms) {
        this.#burst_at = Number.NEGATIVE_INFINITY;
        return { readings, swallow: true };
      }
      readings.push(...this.#settle(), { kind: 'end', key: end });
      return { readings, swallow: false };
    }

    if (this.#receipt) {
      this.#receipt.push(stroke);
      return { readings, swallow: true };
    }
    for (const keys of [this.#first, this.#fresh]) if (keys.length < receipt_start.length) keys.push(stroke);
    const start = [this.#first, this.#fresh].find((keys) => keys.at(-1) === stroke && scannedText(keys) === receipt_start);
    if (start && !in_field) {
      this.#receipt = [...start];
      this.#held = [];
      readings.push({ kind: 'begun' });
      return { readings, swallow: true };
    }

    this.#held.push(stroke);
    if (this.#typing || (this.#held.length >= 3 && median(gaps(this.#held)) >= burst_gap_ms)) {
      this.#typing = true;
      readings.push({ kind: 'typed', text: this.#held.map((held) => held.key).join('') });
      this.#held = [];
    }
    return { readings, swallow: this.racing };
  }

  /** No key came for `silence_ms`. */
  silence(): Reading[] {
    this.#typing = false;
    return this.#settle();
  }

  #settle(): Reading[] {
    const held = this.#receipt ?? this.#held;
    const receipt = isReceipt(this.#receipt);
    this.#held = [];
    this.#receipt = null;
    if (held.length === 0) return [];
    if (receipt || isBurst(held)) {
      this.#burst_at = held.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
      return [{ kind: 'burst', text: scannedText(held) }];
    }
    return [{ kind: 'typed', text: held.map((stroke) => stroke.key).join('') }];
  }
}

function endKey(stroke: Stroke): 'Enter' | 'Tab' | null {
  return stroke.key === 'Enter' ? 'Enter' : stroke.key === 'Tab' ? 'Tab' : null;
}

function isBurst(strokes: readonly Stroke[]): boolean {
  return strokes.length >= burst_chars_min && median(gaps(strokes)) < burst_gap_ms;
}

function isReceipt(strokes: readonly Stroke[] | null): boolean {
  return strokes !== null && (strokes.length >= slow_chars_min || isBurst(strokes));
}

function gaps(strokes: readonly Stroke[]): number[] {
  return strokes.slice(1).map((stroke, index) => stroke.at - (strokes[index]?.at ?? stroke.at));
}

function median(values: readonly number[]): number {
  if (values.length === 0) return Number.POSITIVE_INFINITY;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.POSITIVE_INFINITY;
}

/** What the keys of a US keyboard print where they lie; most scanners are set to it and nobody changes them. */
const us: Record<string, [plain: string, shifted: string]> = {
  Backquote: ['`', '~'], Minus: ['-', '_'], Equal: ['=', '+'], BracketLeft: ['[', '{'], BracketRight: [']', '}'],
  Backslash: ['\\', '|'], Semicolon: [';', ':'], Quote: ["'", '"'], Comma: [',', '<'], Period: ['.', '>'], Slash: ['/', '?'],
  Digit1: ['1', '!'], Digit2: ['2', '@'], Digit3: ['3', '#'], Digit4: ['4', '$'], Digit5: ['5', '%'],
  Digit6: ['6', '^'], Digit7: ['7', '&'], Digit8: ['8', '*'], Digit9: ['9', '('], Digit0: ['0', ')'],
};

/**
 * The text that a scanner meant. Letters and digits are taken from the place of the key, so that the layout and Caps Lock do
 * not matter. Signs are taken from the layout when every key gave plain ASCII, else from the US keyboard.
 */
export function scannedText(strokes: readonly Stroke[]): string {
  const layout_is_ascii = strokes.every((stroke) => /^[\x20-\x7e]$/.test(stroke.key));
  const text = strokes.map((stroke) => character(stroke, layout_is_ascii)).join('');
  return /^vr1/i.test(text) ? text.toUpperCase() : text;
}

function character(stroke: Stroke, layout_is_ascii: boolean): string {
  const letter = /^Key([A-Z])$/.exec(stroke.code)?.[1];
  if (letter !== undefined) return stroke.key.toUpperCase() === letter ? stroke.key : letter;
  const numpad = /^Numpad([0-9])$/.exec(stroke.code)?.[1];
  if (numpad !== undefined) return numpad;
  const digit = /^Digit([0-9])$/.exec(stroke.code)?.[1];
  if (digit !== undefined && (!stroke.shift || /^[0-9]$/.test(stroke.key))) return digit;
  if (layout_is_ascii) return stroke.key;
  const printed = us[stroke.code];
  return printed ? (stroke.shift ? printed[1] : printed[0]) : stroke.key;
}
