// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

/** Characters of a short code, as printed: no 0 and O, no 1, I and L. */
export const code_alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const code_length = 8;

/** What a code field holds after a person typed `text`; `strange` when a character that no code has was left out. */
export function withTyped(code: string, text: string): { code: string; strange: boolean } {
  let strange = false;
  let next = code;
  for (const char of text.toUpperCase()) {
    if (/[\s-]/.test(char)) continue; // codes are printed in two groups
    if (!code_alphabet.includes(char)) strange = true;
    else if (next.length < code_length) next += char;
  }
  return { code: next, strange };
}
