// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { admin } from '../api/admin.ts';
import type { GivenSecret, OfficeName, PersonRow, Refused, Role, SecretKind } from '../api/index.ts';
import { newKey } from '../shared/gesture.ts';
import { asRefused, type Office } from './office.svelte.ts';
import { withOffices } from './words.ts';

/** What can be typed about somebody. */
export interface Draft { name: string; role: Role; offices: number[] }
export const blank: Draft = { name: '', role: 'manager', offices: [] };
export const draftOf = ({ name, role, offices }: PersonRow): Draft => ({ name, role, offices: [...offices] });

/** What was done last, said beside the person, with the way back. */
export interface Done { person: number; text: string; undo: (() => Promise<unknown>) | null }

/** The staff, what is being changed of it, and what was done last. */
export class People {
  people = $state.raw<PersonRow[] | null>(null);
  offices = $state.raw<OfficeName[]>([]);
  /** Who is open to be changed; 0 for somebody new. */
  open = $state<number | null>(null);
  done = $state.raw<Done | null>(null);
  /** What was not done, and with whom; 0 for somebody new, -1 for the whole page. */
  refused = $state.raw<{ person: number; refused: Refused } | null>(null);
  given = $state.raw<{ person: number; name: string; secrets: GivenSecret[] } | null>(null);
  working = $state(false);
  readonly #office: Office;

  constructor(office: Office) {
    this.#office = office;
  }

  async load(): Promise<void> {
    try {
      const { people, offices } = await this.#office.ask(() => admin.people());
      [this.people, this.offices] = [people, offices];
      if (this.refused?.person === -1) this.refused = null;
    } catch (error) {
      this.refused = { person: -1, refused: asRefused(error) };
    }
  }

  edit(person: number | null): void {
    [this.open, this.refused] = [person, null];
    if (person !== null) this.done = null;
  }

  officesOf(person: PersonRow): string[] {
    return person.offices.map((id) => this.offices.find((office) => office.id === id)?.name ?? String(id));
  }

  add(draft: Draft, said: string): Promise<void> {
    return this.#work(0, async () => {
      const { person, secrets } = await this.#office.ask(() => admin.addPerson({ key: newKey(), ...wire(draft) }));
      this.open = null;
      this.given = { person: person.id, name: person.name, secrets };
      this.done = { person: person.id, text: said, undo: null };
    });
  }

  save(before: PersonRow, draft: Draft, said: string): Promise<void> {
    return this.#work(before.id, async () => {
      const after = await this.#change(before, draft);
      this.open = null;
      if (before.me) await this.#office.again();
      const undo = after.version === before.version ? null : () => this.#change(after, draftOf(before));
      this.done = { person: before.id, text: said, undo };
    });
  }

  archive(person: PersonRow, said: string): Promise<void> {
    return this.#work(person.id, async () => {
      const after = await this.#office.ask(() => admin.archivePerson(person.id, newKey(), person.version));
      this.open = null;
      this.done = { person: person.id, text: said, undo: () => this.#restore(after) };
    });
  }

  restore(person: PersonRow, said: string): Promise<void> {
    return this.#work(person.id, async () => {
      await this.#restore(person);
      this.done = { person: person.id, text: said, undo: null };
    });
  }

  undo(said: string): Promise<void> {
    const done = this.done;
    if (!done?.undo) return Promise.resolve();
    return this.#work(done.person, async () => {
      await done.undo?.();
      await this.#office.again();
      this.done = { person: done.person, text: said, undo: null };
    });
  }

  give(person: PersonRow, what: SecretKind): Promise<void> {
    return this.#work(person.id, async () => {
      const secret = await this.#office.ask(() => admin.giveSecret(person.id, newKey(), what));
      this.given = { person: person.id, name: person.name, secrets: [secret] };
    });
  }

  #change(before: PersonRow, draft: Draft): Promise<PersonRow> {
    return this.#office.ask(() => admin.changePerson(before.id, { key: newKey(), version: before.version, ...wire(draft) }));
  }
  #restore(person: PersonRow): Promise<PersonRow> {
    return this.#office.ask(() => admin.restorePerson(person.id, newKey(), person.version));
  }

  async #work(person: number, work: () => Promise<void>): Promise<void> {
    if (this.working) return;
    [this.working, this.refused] = [true, null];
    try {
      await work();
    } catch (error) {
      this.refused = { person, refused: asRefused(error) };
    }
    await this.load();
    this.working = false;
  }
}

const wire = ({ name, role, offices }: Draft) => ({ name, role, offices: withOffices(role) ? offices : [] });
