// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { describe, expect, it } from 'vitest';
import { Rhythm, scannedText, type Reading, type Stroke } from './rhythm.ts';

const receipt = 'VR12GAEA4AHC5XQ7';
const whole = `VR1${'2GAEA4AHC5XQ7'.repeat(14)}`;

/** Keys as a scanner set to the US keyboard sends them, seen through a layout. */
type Layout = (code: string, shift: boolean) => string;
const usKeys: Record<string, [string, string]> = {
  Minus: ['-', '_'], Slash: ['/', '?'], Semicolon: [';', ':'], Period: ['.', '>'], Comma: [',', '<'], Equal: ['=', '+'],
};
const american: Layout = (code, shift) => {
  if (code.startsWith('Key')) return shift ? code.slice(3) : code.slice(3).toLowerCase();
  if (code.startsWith('Digit')) return shift ? ')!@#$%^&*('.charAt(Number(code.slice(5))) : code.slice(5);
  if (code === 'Space') return ' ';
  return usKeys[code]?.[shift ? 1 : 0] ?? '?';
};
const italian: Layout = (code, shift) => {
  const signs: Record<string, [string, string]> = {
    Minus: ["'", '?'], Slash: ['-', '_'], Semicolon: ['ò', 'ç'], Period: ['.', ':'], Comma: [',', ';'], Equal: ['ì', '^'],
  };
  if (code.startsWith('Digit') && shift) return '=!"£$%&/()'.charAt(Number(code.slice(5)));
  return signs[code]?.[shift ? 1 : 0] ?? american(code, shift);
};
const french: Layout = (code, shift) => {
  const moved: Record<string, string> = { KeyA: 'q', KeyQ: 'a', KeyZ: 'w', KeyW: 'z', KeyM: ',' };
  if (code.startsWith('Digit') && !shift) return 'à&é"\'(-è_ç'.charAt(Number(code.slice(5)));
  if (code.startsWith('Digit')) return code.slice(5);
  const letter = moved[code];
  return letter ? (shift ? letter.toUpperCase() : letter) : american(code, shift);
};
const capsLock = (layout: Layout): Layout => (code, shift) => layout(code, code.startsWith('Key') ? !shift : shift);

function place(char: string): { code: string; shift: boolean } {
  if (/[a-z]/.test(char)) return { code: `Key${char.toUpperCase()}`, shift: false };
  if (/[A-Z]/.test(char)) return { code: `Key${char}`, shift: true };
  if (/[0-9]/.test(char)) return { code: `Digit${char}`, shift: false };
  for (const [code, [plain, shifted]] of Object.entries(usKeys)) {
    if (plain === char) return { code, shift: false };
    if (shifted === char) return { code, shift: true };
  }
  return { code: 'Space', shift: false };
}

function scanner(text: string, gap_ms: number, layout: Layout = american, from = 1000): Stroke[] {
  return [...text].map((char, index) => {
    const { code, shift } = place(char);
    return { code, shift, key: layout(code, shift), at: from + index * gap_ms };
  });
}
const enter = (at: number): Stroke => ({ code: 'Enter', key: 'Enter', shift: false, at });
const tab = (at: number): Stroke => ({ code: 'Tab', key: 'Tab', shift: false, at });

/** Plays keys through a rhythm as a page with a timer would: silence is told when nothing follows for as long as the rhythm waits. */
function play(strokes: Stroke[]): { readings: Reading[]; swallowed: string[] } {
  const rhythm = new Rhythm();
  const readings: Reading[] = [];
  const swallowed: string[] = [];
  strokes.forEach((stroke, index) => {
    const fed = rhythm.feed(stroke);
    readings.push(...fed.readings);
    if (fed.swallow) swallowed.push(stroke.key);
    const next = strokes[index + 1];
    if (!next || next.at - stroke.at >= rhythm.wait_ms) readings.push(...rhythm.silence());
  });
  return { readings: joined(readings), swallowed };
}

function joined(readings: Reading[]): Reading[] {
  const out: Reading[] = [];
  for (const reading of readings) {
    const last = out.at(-1);
    // As a page does: what was typed of a receipt is taken back.
    if (reading.kind === 'begun') out.splice(last?.kind === 'typed' ? -1 : out.length);
    else if (reading.kind === 'typed' && last?.kind === 'typed') out[out.length - 1] = { kind: 'typed', text: last.text + reading.text };
    else out.push(reading);
  }
  return out;
}

const burst = (text: string): Reading => ({ kind: 'burst', text });
const typed = (text: string): Reading => ({ kind: 'typed', text });

describe('a scanner is told from a person', () => {
  const ends = (gap: number) => 1000 + (receipt.length - 1) * gap;
  const table: [string, Stroke[], Reading[]][] = [
    ['scanner at 1 ms with Enter', [...scanner(receipt, 1), enter(ends(1) + 1)], [burst(receipt)]],
    ['scanner at 1 ms with Tab', [...scanner(receipt, 1), tab(ends(1) + 1)], [burst(receipt)]],
    ['scanner at 1 ms without a closing key', scanner(receipt, 1), [burst(receipt)]],
    ['scanner at 10 ms', [...scanner(receipt, 10), enter(ends(10) + 10)], [burst(receipt)]],
    ['slow scanner at 34 ms', scanner(receipt, 34), [burst(receipt)]],
    ['scanner whose Enter comes 200 ms late', [...scanner(receipt, 5), enter(ends(5) + 200)], [burst(receipt)]],
    ['six characters are enough', scanner('VR1ABC', 5), [burst('VR1ABC')]],
    ['five characters are a person', scanner('VR1AB', 5), [typed('VR1AB')]],
    ['a hiccup of 200 ms in a receipt', [...scanner('VR12GAEA', 3), ...scanner('4AHC5XQ7', 3, american, 1021 + 200)], [burst('VR12GAEA4AHC5XQ7')]],
    ['a whole receipt is done after 80 ms', [...scanner(whole, 3), ...scanner('K7M4', 120, american, 1000 + 3 * whole.length + 90)], [burst(whole), typed('K7M4')]],
    ['receipt at 60 ms, from a slow scanner or a busy machine', [...scanner(receipt, 60), enter(ends(60) + 60)], [burst(receipt)]],
    ['receipt at 150 ms without a closing key', scanner(receipt, 150), [burst(receipt)]],
    ['receipt at 60 ms in small letters', scanner(receipt.toLowerCase(), 60), [burst(receipt)]],
    ['person types the beginning of a receipt and stops', scanner('VR1', 120), [typed('VR1')]],
    ['person types a code after a pause', [...scanner('VR1', 120), ...scanner('K7M4PX2R', 120, american, 4000)], [typed('VR1K7M4PX2R')]],
    ['person at 120 ms', scanner('K7M4PX2R', 120), [typed('K7M4PX2R')]],
    ['quick person at 60 ms', scanner('K7M4PX2R', 60), [typed('K7M4PX2R')]],
    ['very quick person at 40 ms', scanner('K7M4PX2R', 40), [typed('K7M4PX2R')]],
    ['person presses Enter', [...scanner('K7M4PX2R', 120), enter(3000)], [typed('K7M4PX2R'), { kind: 'end', key: 'Enter' }]],
    ['person presses Enter alone', [enter(1000)], [{ kind: 'end', key: 'Enter' }]],
    ['person begins, the scanner goes on: what was typed is put away', [...scanner('K7', 120), ...scanner(receipt, 2, american, 1400)], [burst(receipt)]],
    ['person begins, the scanner goes on with a hiccup', [...scanner('K7', 120), ...scanner('VR12GAEA', 2, american, 1400), ...scanner('4AHC5XQ7', 2, american, 1614)], [burst(receipt)]],
    ['two scans, one after the other', [...scanner(receipt, 2), ...scanner('VR1ZZZZZ', 2, american, 2000)], [burst(receipt), burst('VR1ZZZZZ')]],
    ['two scans, the first closed by Enter, no pause', [...scanner(receipt, 2), enter(1032), ...scanner('VR1ZZZZZ', 2, american, 1034)], [burst(receipt), burst('VR1ZZZZZ')]],
    ['one hiccup of 70 ms in a burst', [...scanner('VR12GAEA', 3), ...scanner('4AHC5XQ7', 3, american, 1021 + 70)], [burst('VR12GAEA4AHC5XQ7')]],
  ];
  it.each(table)('%s', (_, strokes, expected) => {
    expect(play(strokes).readings).toEqual(expected);
  });

  it('says that a receipt began, so that its first letters do not stay in the code field', () => {
    const rhythm = new Rhythm();
    const told = scanner(receipt, 60).flatMap((stroke) => rhythm.feed(stroke).readings);
    expect(told.filter((reading) => reading.kind === 'begun')).toHaveLength(1);
  });

  it('a person who writes VR1 in a field writes VR1', () => {
    const rhythm = new Rhythm();
    const told = scanner('VR1 e altro ancora', 120).flatMap((stroke) => [...rhythm.feed(stroke, true).readings, ...rhythm.silence()]);
    expect(told.every((reading) => reading.kind === 'typed')).toBe(true);
  });

  it('the Enter of a scanner never reaches the page, the Enter of a person does', () => {
    expect(play([...scanner(receipt, 2), enter(1034)]).swallowed).toContain('Enter');
    expect(play([...scanner('K7M4', 120), enter(2000)]).swallowed).not.toContain('Enter');
    expect(play([...scanner(receipt, 2), enter(1030 + 400)]).swallowed).toContain('Enter');
    expect(play([...scanner(receipt, 2), enter(1030 + 900)]).swallowed).not.toContain('Enter');
  });
});

describe('what a scanner meant does not depend on the keyboard', () => {
  const table: [string, string, Layout][] = [
    ['American', receipt, american],
    ['Italian', receipt, italian],
    ['French', receipt, french],
    ['Italian with Caps Lock', receipt, capsLock(italian)],
    ['American, scanner types small letters', receipt.toLowerCase(), american],
    ['French with Caps Lock', receipt, capsLock(french)],
  ];
  it.each(table)('receipt on a keyboard that is %s', (_, text, layout) => {
    expect(scannedText(scanner(text, 2, layout))).toBe(receipt);
  });

  it('a web address is still a web address on an Italian keyboard', () => {
    expect(scannedText(scanner('https://example.org/a-b', 2, italian))).toBe('https://example.org/a-b');
  });

  it('a scanner set to Italian on an Italian keyboard keeps its signs', () => {
    const strokes: Stroke[] = [
      ...scanner('https', 2, italian),
      { code: 'Period', key: ':', shift: true, at: 1012 },
      { code: 'Digit7', key: '/', shift: true, at: 1014 },
      { code: 'Digit7', key: '/', shift: true, at: 1016 },
      ...scanner('pa', 2, italian, 1018),
    ];
    expect(scannedText(strokes)).toBe('https://pa');
  });

  it('digits of the numeric pad are digits', () => {
    const strokes: Stroke[] = [...'123456'].map((digit, index) => ({ code: `Numpad${digit}`, key: digit, shift: false, at: index }));
    expect(scannedText(strokes)).toBe('123456');
  });
});
