// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

/** Fewest characters of a password or a passphrase. */
export const secret_min = 12;
/** Digits of a PIN. */
export const pin_length = 6;

/** How well a secret keeps, in words that a person can act on. */
export type Strength =
  | { is: 'short'; missing: number }
  /** Long enough, but among the first that somebody would try. */
  | { is: 'guessable'; because: 'repeated' | 'sequence' | 'known' }
  | { is: 'fair' }
  | { is: 'good' }
  | { is: 'strong' };

const keyboard_rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890', 'abcdefghijklmnopqrstuvwxyz'];
const often = ['password', 'passw0rd', 'segreto', 'segreta', 'benvenuto', 'amministratore', 'administrator', 'admin', 'tribunale', 'cancelleria', 'giustizia', 'welcome', 'letmein', 'varco'];

/** `known`: names that others know too, of the court, the building, the person. */
export function strength(secret: string, known: readonly string[] = []): Strength {
  const length = [...secret].length;
  if (length < secret_min) return { is: 'short', missing: secret_min - length };
  const plain = secret.toLowerCase();
  if (new Set(plain).size < 5 || /^(.{1,4})\1+.{0,3}$/u.test(plain)) return { is: 'guessable', because: 'repeated' };
  if (runs(plain) > length / 2) return { is: 'guessable', because: 'sequence' };
  if (isMostly(plain, [...often, ...known.flatMap(pieces)])) return { is: 'guessable', because: 'known' };
  const words = secret.trim().split(/[\s\-_.,]+/u).filter((word) => word.length > 2).length;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(secret)).length;
  if (length >= 20 || words >= 4) return { is: 'strong' };
  return length >= 15 || kinds >= 3 ? { is: 'good' } : { is: 'fair' };
}

/** Whether a secret may be used. */
export const holds = (strength: Strength): boolean => strength.is === 'fair' || strength.is === 'good' || strength.is === 'strong';

/** Characters that lie in a run of at least four along a row of keys or the alphabet, either way. */
function runs(text: string): number {
  let found = 0;
  for (let from = 0; from + 4 <= text.length; ) {
    let length = 4;
    while (from + length <= text.length && isRun(text.slice(from, from + length))) length += 1;
    length -= 1;
    if (length >= 4) {
      found += length;
      from += length;
    } else from += 1;
  }
  return found;
}

function isRun(piece: string): boolean {
  const back = [...piece].reverse().join('');
  return keyboard_rows.some((row) => row.includes(piece) || row.includes(back));
}

function pieces(name: string): string[] {
  return name.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((piece) => piece.length > 3);
}

/** What is left beside the words is too little to count. */
function isMostly(text: string, words: readonly string[]): boolean {
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), text);
  return rest !== text && rest.length < 8;
}

/** Why a PIN cannot be used, or null. */
export type PinFault = 'length' | 'repeated' | 'sequence';
export function pinFault(pin: string): PinFault | null {
  if (!new RegExp(`^[0-9]{${pin_length}}$`).test(pin)) return 'length';
  if (/^(\d{1,3})\1+$/.test(pin)) return 'repeated';
  const steps = new Set([...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10));
  const step = steps.size === 1 ? [...steps][0] : undefined;
  return step === 1 || step === 9 ? 'sequence' : null;
}
