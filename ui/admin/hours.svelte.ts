// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { court } from '../api/court.ts';
import type { HoursChecked, HoursView, Refused } from '../api/index.ts';
import { newKey } from '../shared/gesture.ts';
import { asRefused, type Office } from './office.svelte.ts';
import { act, addDays, chosenOf, nextMonday, opened, rulesOf, type Action, type Draft } from './week.ts';

const office_under = 'varco.admin.office';
/** So long the hand rests before the figures are asked for again. */
const rest_ms = 250;

/** What was done last, with how it is taken back. */
export interface Done { said: 'published' | 'extended' | 'taken-back'; date: string; change: number | null }

/** The hours of one office: what holds, what is drawn over it, and what that would give. */
export class Hours {
  offices = $state.raw<{ id: number; name: string }[] | null>(null);
  view = $state.raw<HoursView | null>(null);
  draft = $state.raw<Draft>(opened([]));
  /** From when the drawing would hold. */
  from = $state('');
  checked = $state.raw<HoursChecked | null>(null);
  /** The drawing is looked at once more before it is published. */
  asking = $state(false);
  working = $state(false);
  refused = $state.raw<Refused | null>(null);
  done = $state.raw<Done | null>(null);
  /** The drawing that the figures are of; another has none yet. */
  #checked_of: unknown = null;
  #timer = 0;
  readonly #office: Office;

  constructor(office: Office) {
    this.#office = office;
  }

  get unsaved(): number {
    return this.draft.past.length;
  }
  get chosen() {
    return chosenOf(this.draft);
  }
  get fresh(): boolean {
    return this.#checked_of === this.draft.bands;
  }
  get refusing(): boolean {
    return (this.checked?.faults ?? []).some((fault) => fault.refuses);
  }

  async open(): Promise<void> {
    await this.#work(async () => {
      const seen = await this.#office.ask(() => court.structure());
      this.offices = seen.offices.filter((office) => !office.archived).map(({ id, is }) => ({ id, name: is.name }));
      const last = Number(sessionStorage.getItem(office_under));
      const first = this.offices.find(({ id }) => id === last) ?? this.offices[0];
      if (first) await this.#load(first.id);
    });
  }

  show(office: number): Promise<void> {
    sessionStorage.setItem(office_under, String(office));
    this.done = null;
    this.from = '';
    return this.#work(() => this.#load(office));
  }

  async #load(office: number, date = this.view?.monday): Promise<void> {
    this.view = await this.#office.ask(() => court.hours(office, date));
    this.draft = opened(this.view.rules);
    if (this.from < this.view.today) this.from = nextMonday(this.view.today);
    this.asking = false;
    this.checked = null;
    if (this.view.may_edit) await this.#check();
  }

  /** Another week, with the drawing as it is. */
  week(days: number): Promise<void> {
    return this.#work(async () => {
      const view = this.view;
      if (!view) return;
      const next = await this.#office.ask(() => court.hours(view.office, addDays(view.monday, days)));
      this.view = this.unsaved > 0 ? { ...next, version: view.version } : next;
      if (this.unsaved === 0) this.draft = opened(next.rules);
      if (view.may_edit) await this.#check();
    });
  }

  act(action: Action): void {
    const before = this.draft.bands;
    this.draft = act(this.draft, action);
    if (this.draft.bands === before) return;
    this.done = null;
    this.asking = false;
    this.soon();
  }

  /** The figures follow as soon as the hand rests. */
  soon(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#work(() => this.#check(), false), rest_ms);
  }

  async #check(): Promise<void> {
    const view = this.view;
    const bands = this.draft.bands;
    if (!view || this.from === '') return;
    const checked = await this.#office.ask(() => court.checkHours(view.office, view.version, rulesOf(this.draft), this.from, view.monday));
    if (bands !== this.draft.bands) return;
    this.checked = checked;
    this.#checked_of = bands;
    this.refused = null;
  }

  holdsFrom(date: string): void {
    this.from = date;
    this.asking = false;
    if (date !== '') this.soon();
  }

  ask(): Promise<void> {
    return this.#work(async () => {
      await this.#check();
      this.asking = true;
    });
  }

  publish(): Promise<void> {
    return this.#work(async () => {
      const view = this.view;
      if (!view) return;
      const from = this.from;
      const done = await this.#office.ask(() => court.publishHours(view.office, newKey(), view.version, from, rulesOf(this.draft)));
      await this.#load(view.office, from > addDays(view.monday, 6) ? from : view.monday);
      this.done = { said: 'published', date: from, change: done.change ?? null };
    });
  }

  extend(until: string): Promise<void> {
    return this.#work(async () => {
      const [view, band] = [this.view, this.chosen];
      if (!view || !band) return;
      const which = this.draft.bands.filter(({ rule }) => rule.valid_until === band.rule.valid_until);
      const ids = [...new Set(which.flatMap(({ rule }) => (rule.id == null ? [] : [rule.id])))];
      const done = await this.#office.ask(() => court.extendHours(view.office, newKey(), view.version, ids, until));
      await this.#load(view.office);
      this.done = { said: 'extended', date: until, change: done.change ?? null };
    });
  }

  undoDone(): Promise<void> {
    return this.#work(async () => {
      const [view, change] = [this.view, this.done?.change];
      if (!view || change == null) return;
      await this.#office.ask(() => court.undo(newKey(), change));
      await this.#load(view.office);
      this.done = { said: 'taken-back', date: '', change: null };
    });
  }

  /** As it is now, without what was drawn. */
  again(): Promise<void> {
    return this.#work(async () => {
      if (this.view) await this.#load(this.view.office);
      else await this.open();
    });
  }

  why(date: string, time: string, audience: string) {
    const view = this.view;
    return view ? this.#office.ask(() => court.why(view.office, date, time, audience)) : Promise.reject(new Error('no office'));
  }

  async #work(work: () => Promise<void>, shown = true): Promise<void> {
    if (shown) this.working = true;
    try {
      await work();
      if (shown) this.refused = null;
    } catch (error) {
      this.refused = asRefused(error);
    }
    if (shown) this.working = false;
  }
}
