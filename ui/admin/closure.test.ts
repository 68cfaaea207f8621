// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { describe, expect, it } from 'vitest';
import type { ClosureHit } from '../api/index.ts';
import { blank, canMove, countOf, deadlinesFirst, decideAll, decideOne, decisionsOf, draftOf, isComplete, isLate, proposed, summer } from './closure.ts';

const hit = (booking: string, proposal: ClosureHit['proposal'], choices: string[] = []): ClosureHit => ({
  booking, code: booking, names: null, persons: 1, office: 2, office_name: 'NEP', service: 3, service_name: 'Notifica', start: '2026-11-27T09:00',
  end: '2026-11-27T09:20', due_by: null, assistance: false, proposal, choices,
});
const hits = [
  hit('a', { do: 'move', start: '2026-11-30T09:00', why: null }, ['2026-11-30T09:20']),
  hit('b', { do: 'cancel', start: null, why: 'nothing is free' }),
  hit('c', { do: 'move', start: '2026-11-30T09:40', why: null }),
];

describe('the fields become a draft', () => {
  it('of one day at one office', () => {
    const draft = draftOf({ ...blank('office-2', '2026-11-27'), reason_it: ' Assemblea ' });
    expect(draft).toEqual({
      replaces: null, level: { of: 'office', id: 2 }, dates: { kind: 'day', date: '2026-11-27' }, hours: null,
      effect: { kind: 'closed', reason_it: 'Assemblea', reason_en: 'Assemblea', what_to_do_it: null, what_to_do_en: null },
    });
  });
  it('of some hours of several days at a site', () => {
    const draft = draftOf({ ...blank('site-101', '2026-11-27'), when: 'range', until: '2026-11-28', whole_day: false, begins: '10:00', ends: '11:30' });
    expect(draft.level).toEqual({ of: 'site', id: 101 });
    expect(draft.dates).toEqual({ kind: 'range', from: '2026-11-27', to: '2026-11-28' });
    expect(draft.hours).toEqual({ from: '10:00', to: '11:30' });
  });
  it('of an opening, whose hours are its own', () => {
    const draft = draftOf({ ...blank('court', '2026-11-28'), what: 'opened', whole_day: false });
    expect(draft.level).toEqual({ of: 'court' });
    expect(draft.hours).toBeNull();
    expect(draft.effect).toMatchObject({ kind: 'opened', from: '09:00', to: '12:00', audience: 'all' });
  });
  it('of the summer suspension, in August of every year', () => {
    const form = summer(blank('court', '2026-11-27'), { it: 'Sospensione', en: 'Suspension' });
    expect(draftOf(form).dates).toEqual({ kind: 'every_year', from: '08-01', to: '08-31' });
    expect(isComplete(form)).toBe(true);
  });
  it('only when it says why it is closed', () => {
    expect(isComplete(blank('court', '2026-11-27'))).toBe(false);
    expect(isComplete({ ...blank('court', '2026-11-27'), what: 'capacity' })).toBe(true);
    expect(isComplete({ ...blank('court', ''), reason_it: 'Assemblea' })).toBe(false);
  });
});

describe('what becomes of each booking', () => {
  it('is first what is proposed', () => {
    expect(decisionsOf(proposed(hits))).toEqual([
      { booking: 'a', do: 'move', start: '2026-11-30T09:00' }, { booking: 'b', do: 'cancel' }, { booking: 'c', do: 'move', start: '2026-11-30T09:40' },
    ]);
  });
  it('is changed one by one, and the time that was chosen stays', () => {
    const later = decideOne(proposed(hits), 'a', 'move', '2026-11-30T09:20');
    const back = decideOne(decideOne(later, 'a', 'keep'), 'a', 'move');
    expect(decisionsOf(back)[0]).toEqual({ booking: 'a', do: 'move', start: '2026-11-30T09:20' });
  });
  it('is the same for all, but nobody is moved to where nothing is free', () => {
    expect(countOf(decideAll(hits, proposed(hits), 'keep'), 'keep')).toBe(3);
    const moved = decideAll(hits, decideAll(hits, proposed(hits), 'cancel'), 'move');
    expect([countOf(moved, 'move'), countOf(moved, 'cancel')]).toEqual([2, 1]);
    expect(hits.map(canMove)).toEqual([true, false, true]);
  });
  it('is late after its deadline, and not on that day', () => {
    expect([isLate('2026-11-30', '2026-11-30T12:00'), isLate('2026-11-30', '2026-12-01T08:00'), isLate(null, '2026-12-01T08:00')]).toEqual([false, true, false]);
  });
  it('is listed with deadlines first, then as the day goes', () => {
    const [a, b, c] = hits.map((each, n) => ({ ...each, start: `2026-11-27T0${9 - n}:00`, due_by: n === 1 ? '2026-11-28' : null }));
    expect(a && b && c && deadlinesFirst([a, b, c]).map(({ booking }) => booking)).toEqual(['b', 'c', 'a']);
  });
});
