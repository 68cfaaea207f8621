// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { describe, expect, test } from 'vitest';
import { Refused, type Lobby, type LobbyView, type Verdict } from '../api/index.ts';
import { verdicts } from '../api/verdicts.ts';
import {
  atRest, back, completeCode, condition, drawn, erased, hasTraces, mayWriteCode, officesOn, reads, received, repeatsPlace, settled, shown, typed, welcome,
  type Condition, type Screen,
} from './screen.ts';

const told: Lobby = {
  open: true, closed_text: '', opens_text: '', out_of_order: null, court: 'Tribunale', site: 'Palazzo', offices: [], training: false,
  now: 0, time: '9:05', idle_seconds: 60,
};
const view = (verdict: Verdict, more: Partial<LobbyView> = {}): LobbyView => ({
  scan: '1', class: 'enter', verdict, word: 'Prego', title: 'Prego, piano 2', office: 'Ufficio NEP', floor: '2', room: '214',
  steps: [], next_step: '', sound: 'enter', directions: null, spoken: '', ...more,
});
const result = (verdict: Verdict): Screen => ({ at: 'result', view: view(verdict), said: 'it' });
const failed: Screen = { at: 'failed', refused: new Refused('x', '', '', 500), again: () => undefined };
const every: Screen[] = [
  { at: 'starting' }, { at: 'closed' }, { at: 'out_of_order', text: null }, welcome, { at: 'code', code: 'K7', strange: false },
  { at: 'asking', from: welcome }, { at: 'dark', view: view('admit'), said: 'it' }, result('admit'), failed, { at: 'offices', page: 0 },
  { at: 'no_booking' }, { at: 'help', called: 'no', from: welcome },
];
const open: Condition = { is: 'open' };
const closed: Condition = { is: 'closed' };
const broken: Condition = { is: 'out_of_order', text: 'Disco pieno' };

describe('the condition of the lobby', () => {
  test('follows what the station says', () => {
    expect(condition(told, null, 0)).toEqual(open);
    expect(condition({ ...told, open: false }, null, 0)).toEqual(closed);
    expect(condition({ ...told, out_of_order: 'Disco pieno' }, null, 0)).toEqual(broken);
  });

  test('is broken rather than closed: what cannot be recorded is said first', () => {
    expect(condition({ ...told, open: false, out_of_order: 'Disco pieno' }, null, 0)).toEqual(broken);
  });

  test('is out of order when nothing answers for five seconds, and not before', () => {
    expect(condition(told, 1000, 5999)).toEqual(open);
    expect(condition(told, 1000, 6000)).toEqual({ is: 'out_of_order', text: null });
    expect(condition(null, 1000, 1001)).toEqual({ is: 'starting' });
    expect(condition(null, 1000, 6000)).toEqual({ is: 'out_of_order', text: null });
  });
});

describe('a change of the station', () => {
  test('is shown at once where nobody is', () => {
    expect(settled(welcome, closed)).toEqual({ at: 'closed' });
    expect(settled({ at: 'closed' }, open)).toEqual(welcome);
    expect(settled(welcome, broken)).toEqual({ at: 'out_of_order', text: 'Disco pieno' });
    expect(settled({ at: 'out_of_order', text: 'Disco pieno' }, open)).toEqual(welcome);
  });

  test('at closing time lets everybody finish', () => {
    for (const screen of every.filter(hasTraces)) expect(settled(screen, closed)).toBe(screen);
  });

  test('takes away a page that could only fail, and leaves an answer that is on disk', () => {
    expect(settled({ at: 'code', code: 'K7', strange: false }, broken).at).toBe('out_of_order');
    expect(settled(failed, broken).at).toBe('out_of_order');
    const answer = result('admit');
    expect(settled(answer, broken)).toBe(answer);
  });

  test('draws nothing again when nothing changed', () => {
    const screen: Screen = { at: 'out_of_order', text: 'Disco pieno' };
    expect(settled(screen, broken)).toBe(screen);
    expect(settled(welcome, open)).toBe(welcome);
  });
});

describe('going back', () => {
  test('from help returns to where the person was', () => {
    const answer = result('too_early');
    expect(back({ at: 'help', called: 'yes', from: answer }, open)).toBe(answer);
  });

  test('from anywhere else returns to the first page', () => {
    for (const screen of every.filter((each) => each.at !== 'help')) expect(back(screen, open)).toEqual(welcome);
    expect(back(result('admit'), closed)).toEqual(atRest(closed));
  });
});

describe('a receipt', () => {
  test('is judged on every page on which a person may stand, and on none that is closed or broken', () => {
    expect(every.filter((screen) => !reads(screen)).map((screen) => screen.at)).toEqual(['starting', 'closed', 'out_of_order', 'asking', 'dark']);
  });

  test('after another one is shown through the dark', () => {
    expect(received(welcome, view('admit'), 'it').at).toBe('result');
    expect(received(result('admit'), view('admit'), 'it').at).toBe('dark');
  });
});

test('while a code is judged its page stays on the screen', () => {
  const code: Screen = { at: 'code', code: 'K7M2P9QX', strange: false };
  expect(drawn({ at: 'asking', from: code })).toBe(code);
  for (const screen of every.filter((each) => each.at !== 'asking')) expect(drawn(screen)).toBe(screen);
});

describe('a code', () => {
  test('may be typed from the welcome page on', () => {
    expect(typed(welcome, 'k')).toEqual({ at: 'code', code: 'K', strange: false });
    expect(typed(welcome, '0')).toBe(welcome);
    expect(typed({ at: 'code', code: 'K', strange: false }, 'o')).toEqual({ at: 'code', code: 'K', strange: true });
  });

  test('is sent when it is whole', () => {
    let screen: Screen = welcome;
    for (const char of 'k7m2-p9qx') screen = typed(screen, char);
    expect(completeCode(screen)).toBe('K7M2P9QX');
    expect(completeCode(erased(screen, false))).toBeNull();
    expect(erased(screen, true)).toEqual({ at: 'code', code: '', strange: false });
  });

  test('typed over a result changes nothing', () => {
    const answer = result('admit');
    expect(typed(answer, 'K')).toBe(answer);
  });
});

describe('what is for the staff only', () => {
  test('looks and sounds the same, whatever it is', () => {
    const looks = (['blocked', 'bad_signature', 'not_ours', 'key_unknown'] as const).map((verdict) =>
      shown(view(verdict, { class: 'refuse', sound: 'refuse' })),
    );
    for (const look of looks) expect(look).toEqual(looks[0]);
    expect(looks[0]).toMatchObject({ verdict: 'blocked', class: 'neutral', sound: 'neutral', office: null, room: null });
  });
});

test('a next step that only repeats floor and room is known', () => {
  expect(repeatsPlace(view('admit', { next_step: 'Piano 2, stanza 214' }))).toBe(true);
  expect(repeatsPlace(view('admit', { next_step: 'La chiamano alle 10:00' }))).toBe(false);
  expect(repeatsPlace(view('admit', { floor: null, room: null, next_step: 'Ufficio NEP' }))).toBe(false);
  expect(repeatsPlace(view('too_early', { class: 'wait', next_step: 'Piano 2, stanza 214' }))).toBe(false);
});

test('a code helps only where the symbol could not be used', () => {
  expect(verdicts.filter(mayWriteCode)).toEqual(['not_a_receipt', 'damaged', 'unknown_booking']);
});

test('many offices come in pages that all hold something', () => {
  const offices = Array.from({ length: 7 }, (_, index) => index);
  expect(officesOn(offices, 0, 5)).toEqual({ rows: [0, 1, 2, 3, 4], pages: 2, page: 0 });
  expect(officesOn(offices, 1, 5)).toEqual({ rows: [5, 6], pages: 2, page: 1 });
  expect(officesOn(offices, 9, 5).page).toBe(1);
  expect(officesOn([], 3, 5)).toEqual({ rows: [], pages: 1, page: 0 });
});
