// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import type { DayHours, Repeats, RuleFields } from '../api/index.ts';

// The week as it is drawn: times and places on the screen, and what a gesture makes of the bands. Nothing here knows a
// page; every step gives new bands and leaves the old ones as they were, so that one step back is the list before.

/** A rule on the screen. The key stays the same while it is moved and changed. */
export interface Band { key: number; rule: RuleFields }
export type Step = 'add' | 'move' | 'stretch' | 'change' | 'split' | 'copy' | 'remove';
/** Bands, which of them is chosen, and the lists before, newest last. */
export interface Draft { bands: readonly Band[]; chosen: number | null; past: readonly { bands: readonly Band[]; chosen: number | null; step: Step }[] }

export type Action =
  | { do: 'choose'; key: number | null }
  | { do: 'add'; weekday: number; from: number; to: number }
  | { do: 'move'; key: number; days: number; minutes: number }
  | { do: 'stretch'; key: number; edge: 'from' | 'to'; minutes: number }
  | { do: 'change'; key: number; rule: Partial<RuleFields> }
  | { do: 'split'; key: number }
  | { do: 'copy'; key: number; weekdays: readonly number[] }
  | { do: 'remove'; key: number }
  | { do: 'undo' };

export const audiences = ['all', 'citizens', 'professionals', 'agencies', 'staff', 'walk_in'] as const;
export type Audience = (typeof audiences)[number];
/** What a day is cut by when it is drawn, minutes. */
export const snap = 15;
/** The shortest band that a gesture makes, minutes. */
const shortest = 15;
const day_end = 24 * 60 - 5;
/** How far back one may go. */
const steps_kept = 100;

export const minutesOf = (time: string): number => {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(time.trim()) ?? [];
  return hours === undefined ? Number.NaN : Number(hours) * 60 + Number(minutes);
};
export const timeOf = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
/** As people write it: 8:30. */
export const shown = (time: string): string => time.replace(/^0(?=\d:)/, '');
const snapped = (minutes: number, by = snap): number => Math.round(minutes / by) * by;
const within = (minutes: number, least: number, most: number): number => Math.min(Math.max(minutes, least), most);

/** The stretch of a day that the screen shows, minutes. */
export interface Span { from: number; to: number }
export function spanOf(bands: readonly Band[], opens: string | null, closes: string | null): Span {
  const froms = bands.map(({ rule }) => minutesOf(rule.from)).concat(opens === null ? [] : [minutesOf(opens)]).filter(Number.isFinite);
  const tos = bands.map(({ rule }) => minutesOf(rule.to)).concat(closes === null ? [] : [minutesOf(closes)]).filter(Number.isFinite);
  const from = Math.floor(Math.min(8 * 60, ...froms) / 60) * 60;
  const to = Math.ceil(Math.max(16 * 60, ...tos) / 60) * 60;
  return { from, to: Math.min(to, 24 * 60) };
}
/** Where a time stands on the screen, 0 at the top and 1 at the bottom, and back. */
export const placeOf = (minutes: number, span: Span): number => (minutes - span.from) / (span.to - span.from);
export const minuteAt = (place: number, span: Span, by = snap): number =>
  within(snapped(span.from + place * (span.to - span.from), by), span.from, Math.min(span.to, day_end));

/** Bookings that fit into a band. */
export function placesOf(rule: Pick<RuleFields, 'from' | 'to' | 'slot_minutes' | 'desks'>): number {
  const minutes = minutesOf(rule.to) - minutesOf(rule.from);
  return minutes > 0 && rule.slot_minutes > 0 ? Math.floor(minutes / rule.slot_minutes) * rule.desks : 0;
}
/** What is left over at the end, minutes. */
export function leftOver(rule: Pick<RuleFields, 'from' | 'to' | 'slot_minutes' | 'audience'>): number {
  const minutes = minutesOf(rule.to) - minutesOf(rule.from);
  return rule.audience === 'walk_in' || !(minutes > 0) || rule.slot_minutes <= 0 ? 0 : minutes % rule.slot_minutes;
}

export const addDays = (date: string, days: number): string => {
  const at = new Date(`${date}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
};
/** 1 Monday to 7 Sunday. */
export const weekdayOf = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
const daysBetween = (one: string, other: string): number => Math.round((Date.parse(`${other}T12:00:00Z`) - Date.parse(`${one}T12:00:00Z`)) / 86_400_000);
const mondayOf = (date: string): string => addDays(date, 1 - weekdayOf(date));
/** The Monday after a date: when an edit holds, if nobody says otherwise. */
export const nextMonday = (date: string): string => addDays(mondayOf(date), 7);

function repeatsOn(repeats: Repeats, date: string): boolean {
  if (repeats.kind === 'every_week') return true;
  if (repeats.kind === 'every_nth_week') {
    const weeks = daysBetween(mondayOf(repeats.anchor), mondayOf(date)) / 7;
    return ((weeks % repeats.n) + repeats.n) % repeats.n === 0;
  }
  const day = Number(date.slice(8));
  if (repeats.nth === 'last') return addDays(date, 7).slice(0, 7) !== date.slice(0, 7);
  return ['first', 'second', 'third', 'fourth', 'fifth'].indexOf(repeats.nth) === Math.floor((day - 1) / 7);
}

/** Whether a rule is drawn on a date. Before the edit holds, a day shows what it will hold then. */
export function showsOn(rule: RuleFields, date: string, from: string): boolean {
  if (rule.weekday !== weekdayOf(date)) return false;
  const at = date >= from ? date : addDays(date, Math.ceil(daysBetween(date, from) / 7) * 7);
  const holds = (rule.valid_from ?? at) <= at && (rule.valid_until ?? at) >= at;
  return holds && repeatsOn(rule.repeats, date);
}

/** Bands side by side where they overlap: for each its column, and of how many. */
export function sideBySide(bands: readonly Band[]): Map<number, { column: number; of: number }> {
  const sorted = [...bands].sort((a, b) => minutesOf(a.rule.from) - minutesOf(b.rule.from) || a.key - b.key);
  const placed = new Map<number, { column: number; of: number }>();
  let group: { key: number; column: number; to: number }[] = [];
  const close = () => {
    const of = Math.max(0, ...group.map((each) => each.column)) + 1;
    for (const each of group) placed.set(each.key, { column: each.column, of });
    group = [];
  };
  for (const { key, rule } of sorted) {
    const [from, to] = [minutesOf(rule.from), minutesOf(rule.to)];
    if (group.every((each) => each.to <= from)) close();
    const taken = new Set(group.filter((each) => each.to > from).map((each) => each.column));
    let column = 0;
    while (taken.has(column)) column += 1;
    group.push({ key, column, to });
  }
  close();
  return placed;
}

export function opened(rules: readonly RuleFields[]): Draft {
  return { bands: rules.map((rule, key) => ({ key, rule })), chosen: null, past: [] };
}
export const rulesOf = (draft: Draft): RuleFields[] => draft.bands.map(({ rule }) => rule);
export const chosenOf = (draft: Draft): Band | null => draft.bands.find(({ key }) => key === draft.chosen) ?? null;

/** What a new band is like: the one that was chosen, else the first of the office. */
function likeOf(draft: Draft): RuleFields {
  const like = chosenOf(draft) ?? draft.bands[0];
  const plain = { slot_minutes: 15, desks: 1, persons: 1, audience: 'all', valid_until: null };
  const { slot_minutes, desks, persons, audience, valid_until } = like?.rule ?? plain;
  return { id: null, weekday: 1, from: '08:30', to: '09:30', slot_minutes, desks, persons, audience, repeats: { kind: 'every_week' }, valid_from: null, valid_until };
}

function step(draft: Draft, step: Step, bands: readonly Band[], chosen = draft.chosen): Draft {
  return { bands, chosen, past: [...draft.past, { bands: draft.bands, chosen: draft.chosen, step }].slice(-steps_kept) };
}
const nextKey = (draft: Draft): number => Math.max(-1, ...draft.bands.map(({ key }) => key), ...draft.past.flatMap(({ bands }) => bands.map(({ key }) => key))) + 1;
const changed = (draft: Draft, key: number, rule: Partial<RuleFields>) => draft.bands.map((band) => (band.key === key ? { key, rule: { ...band.rule, ...rule } } : band));

/** What a gesture makes of a draft. What would change nothing is no step. */
export function act(draft: Draft, action: Action): Draft {
  const band = 'key' in action ? draft.bands.find(({ key }) => key === action.key) : undefined;
  switch (action.do) {
    case 'choose':
      return { ...draft, chosen: action.key };
    case 'undo': {
      const last = draft.past.at(-1);
      if (!last) return draft;
      // What was being worked on stays chosen; where it is gone, what was chosen then.
      const chosen = last.bands.some(({ key }) => key === draft.chosen) ? draft.chosen : last.chosen;
      return { bands: last.bands, chosen, past: draft.past.slice(0, -1) };
    }
    case 'add': {
      const from = within(Math.min(action.from, action.to), 0, day_end - shortest);
      const to = within(Math.max(action.from, action.to), from + shortest, day_end);
      const key = nextKey(draft);
      const like = likeOf(draft);
      const slot_minutes = Math.min(like.slot_minutes, to - from);
      return step(draft, 'add', [...draft.bands, { key, rule: { ...like, weekday: action.weekday, from: timeOf(from), to: timeOf(to), slot_minutes } }], key);
    }
    case 'move': {
      if (!band) return draft;
      const [from, to] = [minutesOf(band.rule.from), minutesOf(band.rule.to)];
      const minutes = within(action.minutes, -from, day_end - to);
      const weekday = within(band.rule.weekday + action.days, 1, 7);
      if (!Number.isFinite(from + to) || (minutes === 0 && weekday === band.rule.weekday)) return draft;
      return step(draft, 'move', changed(draft, band.key, { weekday, from: timeOf(from + minutes), to: timeOf(to + minutes) }), band.key);
    }
    case 'stretch': {
      if (!band) return draft;
      const [from, to] = [minutesOf(band.rule.from), minutesOf(band.rule.to)];
      const edge = action.edge === 'from' ? within(from + action.minutes, 0, to - shortest) : within(to + action.minutes, from + shortest, day_end);
      if (!Number.isFinite(edge) || timeOf(edge) === band.rule[action.edge]) return draft;
      return step(draft, 'stretch', changed(draft, band.key, { [action.edge]: timeOf(edge) }), band.key);
    }
    case 'change': {
      if (!band) return draft;
      const differs = Object.entries(action.rule).some(([name, value]) => JSON.stringify(band.rule[name as keyof RuleFields]) !== JSON.stringify(value));
      return differs ? step(draft, 'change', changed(draft, band.key, action.rule)) : draft;
    }
    case 'split': {
      if (!band) return draft;
      const [from, to] = [minutesOf(band.rule.from), minutesOf(band.rule.to)];
      const slots = Math.floor((to - from) / band.rule.slot_minutes);
      if (!(slots >= 2)) return draft;
      const middle = timeOf(from + Math.floor(slots / 2) * band.rule.slot_minutes);
      const second = { key: nextKey(draft), rule: { ...band.rule, id: null, from: middle } };
      return step(draft, 'split', [...changed(draft, band.key, { to: middle }), second], second.key);
    }
    case 'copy': {
      if (!band) return draft;
      let key = nextKey(draft);
      // A day that has such a band already keeps it.
      const same = (rule: RuleFields, weekday: number) => rule.weekday === weekday && rule.audience === band.rule.audience && minutesOf(rule.from) < minutesOf(band.rule.to) && minutesOf(band.rule.from) < minutesOf(rule.to);
      const days = action.weekdays.filter((weekday) => weekday !== band.rule.weekday && !draft.bands.some(({ rule }) => same(rule, weekday)));
      if (days.length === 0) return draft;
      return step(draft, 'copy', [...draft.bands, ...days.map((weekday) => ({ key: key++, rule: { ...band.rule, id: null, weekday } }))]);
    }
    case 'remove':
      return band ? step(draft, 'remove', draft.bands.filter(({ key }) => key !== band.key), null) : draft;
  }
}

/** The first stretch of an hour in which a day is free, for a band that is made by the keyboard. */
export function freeHour(bands: readonly Band[], weekday: number, span: Span): Span {
  const busy = bands.filter(({ rule }) => rule.weekday === weekday).map(({ rule }) => ({ from: minutesOf(rule.from), to: minutesOf(rule.to) }));
  for (let from = span.from; from + 60 <= span.to; from += snap) {
    if (busy.every((each) => each.to <= from || each.from >= from + 60)) return { from, to: from + 60 };
  }
  return { from: span.from, to: span.from + 60 };
}

/** What stays the same is not told. */
export const placesOfWeek = (days: readonly DayHours[]): number => days.reduce((sum, day) => sum + day.places, 0);
export const peakOf = (days: readonly DayHours[]): number => Math.max(0, ...days.flatMap((day) => day.arrivals.map(({ persons }) => persons)));
