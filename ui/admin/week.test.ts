// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { describe, expect, it } from 'vitest';
import type { RuleFields } from '../api/index.ts';
import { act, freeHour, leftOver, minuteAt, minutesOf, nextMonday, opened, placeOf, placesOf, rulesOf, showsOn, sideBySide, spanOf, timeOf, weekdayOf, type Action, type Draft } from './week.ts';

const rule = (more: Partial<RuleFields> = {}): RuleFields => ({
  id: 1, weekday: 1, from: '08:30', to: '11:30', slot_minutes: 20, desks: 2, persons: 2, audience: 'all', repeats: { kind: 'every_week' }, valid_from: '2020-01-01', valid_until: null, ...more,
});
const hours = (draft: Draft) => rulesOf(draft).map(({ weekday, from, to }) => `${weekday} ${from}-${to}`);
const after = (...actions: Action[]) => actions.reduce(act, opened([rule()]));

describe('times and places', () => {
  const span = { from: 8 * 60, to: 16 * 60 };
  it('are each other’s way back, on the grid of a quarter of an hour', () => {
    expect(timeOf(minutesOf('8:05'))).toBe('08:05');
    expect(minutesOf('25')).toBeNaN();
    for (let minute = span.from; minute <= span.to; minute += 15) expect(minuteAt(placeOf(minute, span), span)).toBe(minute);
    expect(minuteAt(-3, span)).toBe(span.from);
    expect(minuteAt(9, span)).toBe(span.to);
  });
  it('show every band and the doors', () => {
    expect(spanOf([], null, null)).toEqual(span);
    expect(spanOf([{ key: 0, rule: rule({ from: '07:20', to: '19:05' }) }], '07:00', '13:00')).toEqual({ from: 7 * 60, to: 20 * 60 });
    expect(spanOf([{ key: 0, rule: rule({ from: 'x' }) }], null, null)).toEqual(span);
  });
  it('are counted as places', () => {
    expect(placesOf(rule())).toBe(18);
    expect(placesOf(rule({ slot_minutes: 0 }))).toBe(0);
    expect(leftOver(rule({ slot_minutes: 25 }))).toBe(5);
    expect(leftOver(rule({ slot_minutes: 25, audience: 'walk_in' }))).toBe(0);
  });
});

describe('a gesture', () => {
  it('draws a band like the others, upwards or downwards, and never shorter than a quarter of an hour', () => {
    expect(hours(after({ do: 'add', weekday: 2, from: 600, to: 540 }))).toEqual(['1 08:30-11:30', '2 09:00-10:00']);
    expect(hours(after({ do: 'add', weekday: 2, from: 600, to: 600 }))[1]).toBe('2 10:00-10:15');
    const drawn = after({ do: 'add', weekday: 2, from: 540, to: 600 });
    expect(rulesOf(drawn)[1]).toMatchObject({ id: null, desks: 2, slot_minutes: 20 });
    expect(drawn.chosen).toBe(1);
  });
  it('moves a band within the day and the week', () => {
    expect(hours(after({ do: 'move', key: 0, days: 1, minutes: -15 }))).toEqual(['2 08:15-11:15']);
    expect(hours(after({ do: 'move', key: 0, days: -1, minutes: -900 }))).toEqual(['1 00:00-03:00']);
    expect(hours(after({ do: 'move', key: 0, days: 9, minutes: 0 }))).toEqual(['7 08:30-11:30']);
  });
  it('stretches either end, and no end passes the other', () => {
    expect(hours(after({ do: 'stretch', key: 0, edge: 'to', minutes: 30 }))).toEqual(['1 08:30-12:00']);
    expect(hours(after({ do: 'stretch', key: 0, edge: 'from', minutes: 900 }))).toEqual(['1 11:15-11:30']);
  });
  it('splits a band between two visits; the first half stays the rule that it was', () => {
    const split = after({ do: 'split', key: 0 });
    expect(hours(split)).toEqual(['1 08:30-09:50', '1 09:50-11:30']);
    expect(rulesOf(split).map(({ id }) => id)).toEqual([1, null]);
    expect(act(opened([rule({ to: '09:00' })]), { do: 'split', key: 0 }).past).toEqual([]);
  });
  it('copies to the days that have no such band yet', () => {
    const copied = after({ do: 'add', weekday: 3, from: 600, to: 660 }, { do: 'copy', key: 0, weekdays: [1, 2, 3, 4, 5] });
    expect(hours(copied)).toEqual(['1 08:30-11:30', '3 10:00-11:00', '2 08:30-11:30', '4 08:30-11:30', '5 08:30-11:30']);
    expect(new Set(copied.bands.map(({ key }) => key)).size).toBe(5);
  });
  it('is taken back step by step, and what changes nothing is no step', () => {
    const done = after({ do: 'add', weekday: 2, from: 540, to: 600 }, { do: 'remove', key: 0 }, { do: 'change', key: 1, rule: { desks: 2 } }, { do: 'move', key: 1, days: 0, minutes: 0 });
    expect(done.past.map(({ step }) => step)).toEqual(['add', 'remove']);
    const undo: Action = { do: 'undo' };
    expect(hours(act(done, undo))).toEqual(['1 08:30-11:30', '2 09:00-10:00']);
    expect(act(act(act(done, undo), undo), undo)).toMatchObject({ past: [], chosen: null });
    expect(rulesOf(act(act(done, undo), undo))).toEqual([rule()]);
  });
  it('never gives two bands one key, also after steps back', () => {
    let draft = after({ do: 'add', weekday: 2, from: 540, to: 600 }, { do: 'remove', key: 1 });
    draft = act(draft, { do: 'add', weekday: 4, from: 540, to: 600 });
    expect(draft.bands.map(({ key }) => key)).toEqual([0, 2]);
  });
});

describe('a day', () => {
  it('shows the rules that hold on it, and before the edit holds what it will hold then', () => {
    expect(weekdayOf('2026-09-20')).toBe(7);
    expect(nextMonday('2026-09-15')).toBe('2026-09-21');
    const [monday, from] = ['2026-09-14', '2026-09-21'];
    expect(showsOn(rule(), monday, from)).toBe(true);
    expect(showsOn(rule({ weekday: 2 }), monday, from)).toBe(false);
    expect(showsOn(rule({ valid_until: '2026-09-20' }), monday, from)).toBe(false);
    expect(showsOn(rule({ valid_from: '2026-09-21' }), monday, from)).toBe(true);
    expect(showsOn(rule({ repeats: { kind: 'every_nth_week', n: 2, anchor: '2026-09-16' } }), monday, monday)).toBe(true);
    expect(showsOn(rule({ repeats: { kind: 'every_nth_week', n: 2, anchor: '2026-09-16' } }), '2026-09-21', monday)).toBe(false);
    expect(showsOn(rule({ repeats: { kind: 'nth_of_month', nth: 'second' } }), monday, monday)).toBe(true);
    expect(showsOn(rule({ repeats: { kind: 'nth_of_month', nth: 'last' } }), '2026-09-28', monday)).toBe(true);
  });
  it('puts bands side by side where they overlap', () => {
    const { bands } = opened([rule(), rule({ from: '11:00', to: '12:00' }), rule({ from: '12:00', to: '13:00' })]);
    expect([...sideBySide(bands).entries()]).toEqual([[0, { column: 0, of: 2 }], [1, { column: 1, of: 2 }], [2, { column: 0, of: 1 }]]);
  });
  it('has a free hour for a band that is made by the keyboard', () => {
    const { bands } = opened([rule({ from: '08:00', to: '11:30' })]);
    expect(freeHour(bands, 1, { from: 480, to: 960 })).toEqual({ from: 690, to: 750 });
    expect(freeHour(bands, 2, { from: 480, to: 960 })).toEqual({ from: 480, to: 540 });
  });
});
