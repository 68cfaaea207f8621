// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

/** Digits of a PIN, at least and at most. */
export const pin_min = 6;
export const pin_max = 32;

/** Typed so fast that it could be a scanner, but nothing else than digits: a PIN from practised fingers. */
export const all_digits = /^[0-9]{1,32}$/;

/** Digits among what was typed, as far as they fit. */
export function withDigits(pin: string, text: string): string {
  return (pin + text.replace(/[^0-9]/g, '')).slice(0, pin_max);
}
