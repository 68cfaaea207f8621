// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { court, type Fields, type Kind } from '../api/court.ts';
import type { EditDone, Refused, StructureView } from '../api/index.ts';
import { newKey } from '../shared/gesture.ts';
import { asRefused, type Office } from './office.svelte.ts';
import type { AnyKind } from './things.ts';

/** A thing that is open: which kind, its number, or 0 for a new one; where a new one goes. */
export interface Open { kind: AnyKind; id: number; at: number }

/** Court, sites, gates, offices and services: seen, edited in place, archived, and the last change taken back. */
export class Structure {
  seen = $state.raw<StructureView | null>(null);
  open = $state.raw<Open | null>(null);
  refused = $state.raw<Refused | null>(null);
  /** What was done last, where, and the change that takes it back. */
  done = $state.raw<{ kind: AnyKind; id: number; text: string; change: number | null } | null>(null);
  working = $state(false);
  readonly #office: Office;

  constructor(office: Office) {
    this.#office = office;
  }

  load(): Promise<void> {
    return this.#work(async () => void (this.seen = await this.#office.ask(() => court.structure())));
  }

  edit(open: Open | null): void {
    [this.open, this.refused] = [open, null];
    if (open) this.done = null;
  }

  save(open: Open, version: string | null, is: unknown, said: string, same: string): Promise<void> {
    return this.#change(open.kind, said, same, () => {
      const key = newKey();
      if (open.kind === 'court') return court.changeCourt(key, version ?? '', is as StructureView['court']['is']);
      if (open.kind === 'grants') return court.changeGrants(key, version ?? '', is as StructureView['grants']['is']);
      return version === null ? court.add(open.kind, key, is as Fields<Kind>) : court.change(open.kind, open.id, key, version, is as Fields<Kind>);
    });
  }
  archive(kind: Kind, id: number, version: string, said: string): Promise<void> {
    return this.#change(kind, said, said, () => court.archive(kind, id, newKey(), version));
  }
  restore(kind: Kind, id: number, version: string, said: string): Promise<void> {
    return this.#change(kind, said, said, () => court.restore(kind, id, newKey(), version));
  }
  undo(said: string): Promise<void> {
    const done = this.done;
    if (done?.change == null) return Promise.resolve();
    const change = done.change;
    return this.#change(done.kind, said, said, () => court.undo(newKey(), change), done.id);
  }

  #change(kind: AnyKind, said: string, same: string, work: () => Promise<EditDone>, of?: number): Promise<void> {
    return this.#work(async () => {
      const done = await this.#office.ask(work);
      this.open = null;
      this.seen = await this.#office.ask(() => court.structure());
      const change = of === undefined ? (done.change ?? null) : null;
      this.done = { kind, id: of ?? done.id, text: done.change == null ? same : said, change };
    });
  }

  async #work(work: () => Promise<void>): Promise<void> {
    if (this.working) return;
    [this.working, this.refused] = [true, null];
    try {
      await work();
    } catch (error) {
      this.refused = asRefused(error);
    }
    this.working = false;
  }
}
