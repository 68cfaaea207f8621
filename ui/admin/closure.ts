// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import type { ClosureDecision, ClosureDraft, ClosureHit, ClosureProposal } from '../api/index.ts';

export type Do = ClosureProposal['do'];
export const dos: readonly Do[] = ['keep', 'move', 'cancel'];
export type What = 'closed' | 'opened' | 'capacity';
export type When = 'day' | 'range' | 'every_year';

/** What somebody has filled in so far; all of it text, as it stands in the fields. */
export interface Form {
  /** The one that this takes the place of. */
  replaces: number | null;
  /** `office-2`, `site-101` or `court`. */
  where: string;
  what: What;
  when: When;
  from: string;
  until: string;
  whole_day: boolean;
  begins: string;
  ends: string;
  reason_it: string;
  reason_en: string;
  what_to_do_it: string;
  what_to_do_en: string;
  slot_minutes: number;
  desks: number;
  persons: number;
  /** Empty: all bands, for a change of places. */
  audience: string;
}

export const blank = (where: string, date: string): Form => ({
  replaces: null, where, what: 'closed', when: 'day', from: date, until: date, whole_day: true, begins: '09:00', ends: '12:00',
  reason_it: '', reason_en: '', what_to_do_it: '', what_to_do_en: '', slot_minutes: 15, desks: 1, persons: 1, audience: '',
});

/** Each year from 1 to 31 August: the courts' summer suspension (legge 7 ottobre 1969, n. 742, art. 1). */
export const summer = (form: Form, reason: { it: string; en: string }): Form => ({
  ...form, what: 'closed', when: 'every_year', from: `${form.from.slice(0, 4)}-08-01`, until: `${form.from.slice(0, 4)}-08-31`, whole_day: true,
  reason_it: reason.it, reason_en: reason.en,
});

/** Whether there is enough to ask what it would hit. */
export const isComplete = (form: Form): boolean =>
  form.from !== '' && (form.when === 'day' || form.until !== '') && (form.what !== 'closed' || form.reason_it.trim() !== '');

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The fields as the wire wants them. */
export function draftOf(form: Form): ClosureDraft {
  const [of, id] = form.where.split('-');
  const level: ClosureDraft['level'] = of === 'office' ? { of: 'office', id: Number(id) } : of === 'site' ? { of: 'site', id: Number(id) } : { of: 'court' };
  const dates: ClosureDraft['dates'] =
    form.when === 'day' ? { kind: 'day', date: form.from }
    : form.when === 'range' ? { kind: 'range', from: form.from, to: form.until }
    : { kind: 'every_year', from: form.from.slice(5), to: form.until.slice(5) };
  const hours = form.whole_day || form.what === 'opened' ? null : { from: form.begins, to: form.ends };
  return { replaces: form.replaces, level, dates, hours, effect: effectOf(form) };
}

function effectOf(form: Form): ClosureDraft['effect'] {
  switch (form.what) {
    case 'closed':
      // Whoever reads no Italian still gets a reason.
      return {
        kind: 'closed', reason_it: form.reason_it.trim(), reason_en: form.reason_en.trim() || form.reason_it.trim(),
        what_to_do_it: orNull(form.what_to_do_it), what_to_do_en: orNull(form.what_to_do_en) ?? orNull(form.what_to_do_it),
      };
    case 'opened':
      return { kind: 'opened', from: form.begins, to: form.ends, slot_minutes: form.slot_minutes, desks: form.desks, persons: form.persons, audience: form.audience || 'all' };
    case 'capacity':
      return { kind: 'capacity', desks: form.desks, persons: form.persons, audience: orNull(form.audience) };
  }
}

/** What becomes of one booking, by its number. */
export type Decided = ReadonlyMap<string, { do: Do; start: string | null }>;

export const proposed = (hits: readonly ClosureHit[]): Decided =>
  new Map(hits.map(({ booking, proposal, choices }) => [booking, { do: proposal.do, start: proposal.start ?? choices[0] ?? null }]));

/** Where nobody may be moved to, nobody can be. */
export const canMove = (hit: ClosureHit): boolean => hit.proposal.start != null || hit.choices.length > 0;

/** The same for all; whom nothing is free for stays as proposed. */
export const decideAll = (hits: readonly ClosureHit[], decided: Decided, what: Do): Decided =>
  new Map(hits.map((hit) => {
    const now = decided.get(hit.booking) ?? { do: hit.proposal.do, start: hit.proposal.start ?? null };
    return [hit.booking, what === 'move' && !canMove(hit) ? now : { ...now, do: what }];
  }));

export const decideOne = (decided: Decided, booking: string, what: Do, start?: string): Decided => {
  const now = decided.get(booking);
  return new Map(decided).set(booking, { do: what, start: start ?? now?.start ?? null });
};

export const countOf = (decided: Decided, what: Do): number => [...decided.values()].filter((each) => each.do === what).length;

export const decisionsOf = (decided: Decided): ClosureDecision[] =>
  [...decided].map(([booking, { do: what, start }]) => (what === 'move' && start !== null ? { booking, do: what, start } : { booking, do: what }));

/** A visit later than its deadline serves nobody. */
export const isLate = (due_by: string | null | undefined, start: string | null): boolean => due_by != null && start !== null && start.slice(0, 10) > due_by;

/** Who has a deadline first, by the deadline; all others in the order of the day. */
export const deadlinesFirst = (hits: readonly ClosureHit[]): ClosureHit[] =>
  [...hits].sort((a, b) => compare(a.due_by ?? '9999', b.due_by ?? '9999') || compare(a.start, b.start));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
