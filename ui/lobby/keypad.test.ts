// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { describe, expect, test } from 'vitest';
import { neighbour, pad, type Cell, type Direction } from './keypad.ts';

const name = (cell: Cell | undefined) => (cell === undefined ? '' : cell.key.is === 'char' ? cell.key.char : cell.key.is);
const goes = (columns: 9 | 12, from: string, direction: Direction) => {
  const cells = pad(columns);
  return name(cells[neighbour(cells, cells.findIndex((cell) => name(cell) === from), direction)]);
};

describe('the pad of a short code', () => {
  test.each([9, 12] as const)('in %i columns holds the 31 characters once and no other', (columns) => {
    const chars = pad(columns).flatMap(({ key }) => (key.is === 'char' ? [key.char] : []));
    expect([...chars].sort().join('')).toBe('23456789ABCDEFGHJKMNPQRSTUVWXYZ');
    expect(chars.join('')).not.toMatch(/[01ILO]/);
  });

  test('keeps to four rows on an upright screen and to three on a lying one', () => {
    expect(Math.max(...pad(9).map((cell) => cell.row))).toBe(3);
    expect(Math.max(...pad(12).map((cell) => cell.row))).toBe(2);
  });

  test.each([9, 12] as const)('in %i columns fills its last row to the end', (columns) => {
    const last = pad(columns).at(-1);
    expect((last?.column ?? 0) + (last?.span ?? 0)).toBe(columns);
  });
});

describe('the arrows', () => {
  test('go to what stands beside, above and below', () => {
    expect(goes(9, '2', 'ArrowDown')).toBe('A');
    expect(goes(9, 'A', 'ArrowUp')).toBe('2');
    expect(goes(9, '9', 'ArrowRight')).toBe('back');
    expect(goes(9, 'A', 'ArrowLeft')).toBe('back');
    expect(goes(12, '2', 'ArrowDown')).toBe('E');
  });

  test('hold at the edges', () => {
    expect(goes(9, '2', 'ArrowUp')).toBe('2');
    expect(goes(9, '2', 'ArrowLeft')).toBe('2');
    expect(goes(9, 'clear', 'ArrowRight')).toBe('clear');
    expect(goes(9, 'V', 'ArrowDown')).toBe('V');
  });

  test('reach a wide key from every column above it', () => {
    expect(goes(9, 'R', 'ArrowDown')).toBe('clear');
    expect(goes(9, 'U', 'ArrowDown')).toBe('clear');
    expect(goes(9, 'clear', 'ArrowUp')).toBe('R');
  });

  test('go to the ends of a row', () => {
    expect(goes(9, 'F', 'Home')).toBe('A');
    expect(goes(9, 'F', 'End')).toBe('J');
  });

  test('never leave the pad, from any key in any direction', () => {
    for (const columns of [9, 12] as const) {
      const cells = pad(columns);
      for (const index of cells.keys()) {
        for (const direction of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] as const) {
          expect(cells[neighbour(cells, index, direction)]).toBeDefined();
        }
      }
    }
  });
});
