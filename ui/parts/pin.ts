// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

/** Digits of a PIN: at least, usually, at most. */
export const pin_min = 4;
export const pin_usual = 6;
export const pin_max = 8;

/** Digits among what was typed, as far as they fit. */
export function withDigits(pin: string, text: string): string {
  return (pin + text.replace(/[^0-9]/g, '')).slice(0, pin_max);
}
