// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { closures } from '../api/closures.ts';
import { court } from '../api/court.ts';
import type { ClosurePlan, ClosuresView, ClosureTexts, Refused } from '../api/index.ts';
import { newKey } from '../shared/gesture.ts';
import { blank, countOf, decideAll, decideOne, decisionsOf, draftOf, isComplete, proposed, type Decided, type Do, type Form } from './closure.ts';
import { asRefused, type Office } from './office.svelte.ts';

/** So long the hand rests before it is asked again what would be hit, ms. */
const rest_ms = 350;
/** So often the list is read again while messages wait, ms. */
const every_ms = 10_000;

/** So long a file that was made is kept for whoever saves it, ms. */
const kept_ms = 60_000;

/** Where a departure from the hours may be made. */
export interface Where { value: string; name: string }

/** Departures from the hours: those there are, and the one that is being drawn up. Nothing changes before it is saved. */
export class Closures {
  list = $state.raw<ClosuresView | null>(null);
  where = $state.raw<Where[]>([]);
  form = $state.raw<Form | null>(null);
  plan = $state.raw<ClosurePlan | null>(null);
  decided = $state.raw<Decided>(new Map());
  texts = $state.raw<ClosureTexts | null>(null);
  /** The plan is of what stands in the fields now. */
  fresh = $state(false);
  working = $state(false);
  planning = $state(false);
  refused = $state.raw<Refused | null>(null);
  /** What was done last, to which one. */
  done = $state.raw<{ said: 'saved' | 'taken-back' | 'released'; id: number } | null>(null);
  #key = newKey();
  /** The texts are somebody's own now: they stay. */
  #written = false;
  #timer = 0;
  #asked = 0;
  readonly #office: Office;

  constructor(office: Office) {
    this.#office = office;
  }

  get messages(): number {
    return countOf(this.decided, 'move') + countOf(this.decided, 'cancel') + (this.texts?.kept ? countOf(this.decided, 'keep') : 0);
  }

  async open(): Promise<void> {
    await this.#work(async () => {
      const seen = await this.#office.ask(() => court.structure());
      const offices = seen.offices.filter(({ archived }) => !archived).map(({ id, is }) => ({ value: `office-${id}`, name: is.name }));
      const sites = seen.sites.filter(({ archived }) => !archived).map(({ id, is }) => ({ value: `site-${id}`, name: is.name }));
      this.list = await this.#office.ask(() => closures.all());
      this.where = this.list.may_court ? [...offices, ...sites, { value: 'court', name: seen.court.is.name }] : offices;
    });
  }
  async #read(): Promise<void> {
    this.list = await this.#office.ask(() => closures.all());
  }
  /** Watches the messages that wait; returns how to stop. */
  watch(): () => void {
    const timer = window.setInterval(() => {
      if ((this.list?.closures ?? []).some(({ held }) => held > 0)) void this.#work(() => this.#read(), false);
    }, every_ms);
    return () => {
      window.clearInterval(timer);
      window.clearTimeout(this.#timer);
    };
  }

  begin(date: string): void {
    const first = this.where[0];
    if (!first) return;
    this.#forget();
    this.form = blank(first.value, date);
  }
  change(form: Form): void {
    this.form = form;
    this.fresh = false;
    this.done = null;
    window.clearTimeout(this.#timer);
    if (isComplete(form)) this.#timer = window.setTimeout(() => void this.ask(), rest_ms);
    else this.plan = null;
  }
  leave(): void {
    this.#forget();
    this.form = null;
  }
  #forget(): void {
    window.clearTimeout(this.#timer);
    [this.plan, this.texts, this.refused, this.done, this.fresh] = [null, null, null, null, false];
    this.decided = new Map();
    this.#key = newKey();
    this.#written = false;
  }

  /** What would be hit. What was decided by hand stays, as long as it is of the same bookings. */
  async ask(): Promise<void> {
    const form = this.form;
    if (!form) return;
    const turn = (this.#asked += 1);
    this.planning = true;
    await this.#work(async () => {
      const plan = await this.#office.ask(() => closures.plan(draftOf(form)));
      if (turn !== this.#asked || form !== this.form) return;
      const same = plan.hits.length === this.plan?.hits.length && plan.hits.every(({ booking }, n) => booking === this.plan?.hits[n]?.booking);
      this.plan = plan;
      if (!same) this.decided = proposed(plan.hits);
      if (!this.#written) this.texts = plan.texts;
      this.fresh = true;
    }, false);
    if (turn === this.#asked) this.planning = false;
  }

  decide(booking: string, what: Do, start?: string): void {
    this.decided = decideOne(this.decided, booking, what, start);
  }
  decideAll(what: Do | 'proposed'): void {
    const hits = this.plan?.hits ?? [];
    this.decided = what === 'proposed' ? proposed(hits) : decideAll(hits, this.decided, what);
  }
  write(texts: ClosureTexts): void {
    this.#written = true;
    this.texts = texts;
  }

  save(): Promise<void> {
    return this.#work(async () => {
      const [form, plan, texts] = [this.form, this.plan, this.texts];
      if (!form || !plan || !texts || !this.fresh) return;
      const saved = await this.#office.ask(() => closures.close(this.#key, draftOf(form), plan.seen, decisionsOf(this.decided), texts));
      this.leave();
      this.done = { said: 'saved', id: saved.id };
      await this.#read();
    });
  }
  undo(id: number): Promise<void> {
    return this.#work(async () => {
      await this.#office.ask(() => closures.undo(id, newKey()));
      this.done = { said: 'taken-back', id };
      await this.#read();
    });
  }
  release(id: number): Promise<void> {
    return this.#work(async () => {
      await this.#office.ask(() => closures.release(id, newKey()));
      this.done = { said: 'released', id };
      await this.#read();
    });
  }
  /** The letters as a file that the browser keeps or prints. */
  letters(id: number, name: string): Promise<void> {
    return this.#work(async () => {
      const file: Blob = await this.#office.ask(() => closures.letters(id));
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = name;
      link.click();
      // The browser still reads it when the click is over.
      window.setTimeout(() => URL.revokeObjectURL(link.href), kept_ms);
      await this.#read();
    });
  }
  phones(id: number) {
    return this.#office.ask(() => closures.phones(id));
  }

  async #work(work: () => Promise<void>, shown = true): Promise<void> {
    if (shown) this.working = true;
    try {
      await work();
      this.refused = null;
    } catch (error) {
      this.refused = asRefused(error);
    }
    if (shown) this.working = false;
  }
}
