// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { code_alphabet } from '../parts/code.ts';

/** A key of the pad: one of the 31 characters of a short code, or one of the two that take away. */
export type Key = { is: 'char'; char: string } | { is: 'back' } | { is: 'clear' };
/** A key at its place; `span` in columns. */
export interface Cell { key: Key; row: number; column: number; span: number }
export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

const chars = [...code_alphabet].map((char): Key => ({ is: 'char', char }));
const digits = chars.slice(0, 8);
const letters = chars.slice(8);
const back: Key = { is: 'back' };

/** Upright screens: the digits and the backspace, then the letters, nine in a row. */
const upright: Key[] = [...digits, back, ...letters, { is: 'clear' }];
/** Lying screens: twelve in a row, so that three rows stay low enough to be reached from a wheelchair. */
const lying: Key[] = [...digits, ...letters, back, { is: 'clear' }];

/** The pad as it is drawn in `columns`; the last key takes what is left of its row. */
export function pad(columns: 9 | 12): Cell[] {
  const keys = columns === 9 ? upright : lying;
  return keys.map((key, index) => ({
    key,
    row: Math.floor(index / columns),
    column: index % columns,
    span: index === keys.length - 1 ? columns - (index % columns) : 1,
  }));
}

/** The key that an arrow goes to from the one at `from`; the edges hold. */
export function neighbour(cells: readonly Cell[], from: number, direction: Direction): number {
  const here = cells[from];
  if (!here) return 0;
  const in_row = (row: number) => cells.map((cell, index) => ({ cell, index })).filter(({ cell }) => cell.row === row);
  switch (direction) {
    case 'ArrowLeft':
      return Math.max(0, from - 1);
    case 'ArrowRight':
      return Math.min(cells.length - 1, from + 1);
    case 'Home':
      return in_row(here.row)[0]?.index ?? from;
    case 'End':
      return in_row(here.row).at(-1)?.index ?? from;
    case 'ArrowUp':
    case 'ArrowDown': {
      const row = in_row(here.row + (direction === 'ArrowUp' ? -1 : 1));
      return row.find(({ cell }) => here.column >= cell.column && here.column < cell.column + cell.span)?.index ?? from;
    }
  }
}
