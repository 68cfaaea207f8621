// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { Refused, speak, type Backup, type Lang, type Setup } from '../api/index.ts';
import { newKey } from '../shared/gesture.ts';
import { t, words } from '../shared/words.svelte.ts';
import { blank, faults, firstOpen, stepAfter, wire, withoutSecrets, type Answers, type Faults, type Step } from './answers.ts';
import { calls } from '../api/setup.ts';
import { townIn } from './patrons.ts';
import { back, opened, refusedAt, type Screen, type Work } from './screen.ts';

const saved_under = 'varco.setup';

/** The founding of a court: what was answered, what is on the screen, and the gestures that lead on. */
export class Founding {
  answers: Answers = $state(blank(words.lang, ''));
  screen = $state.raw<Screen>({ at: 'opening' });
  told = $state.raw<Setup | null>(null);
  /** What keeps the present question from being left; shown only after somebody tried to. */
  faults = $state.raw<Faults>({});
  /** Tries to go on with an answer that cannot stay; the page shows the first of them. */
  tries = $state(0);
  /** The summary was reached once: a corrected answer leads back there. */
  #seen_summary = false;
  #key = newKey();
  #sent = '';

  constructor() {
    this.#recall();
    if (this.answers.gate === '') this.answers.gate = t('setup-gate-usual');
  }

  async open(): Promise<void> {
    speak(words.lang);
    try {
      this.told = await calls.told();
      this.screen = opened(this.told, this.screen.at === 'asking' ? this.screen.step : 'language');
    } catch (error) {
      this.screen = { at: 'unavailable', refused: asRefused(error) };
    }
  }

  speakIn(lang: Lang): void {
    const usual = t('setup-gate-usual');
    words.lang = lang;
    this.answers.lang = lang;
    if (this.answers.gate === usual) this.answers.gate = t('setup-gate-usual');
    speak(lang);
    void this.#tellAgain();
  }

  /** Templates and damage in the language that is spoken now. */
  async #tellAgain(): Promise<void> {
    try {
      this.told = await calls.told();
      if (this.screen.at === 'damaged' && this.told.damaged) this.screen = { ...this.screen, damage: this.told.damaged };
    } catch {
      // The old words stay; the next question asks again.
    }
  }

  goTo(step: Step): void {
    this.faults = {};
    this.#keep();
    if (step === 'summary') this.#seen_summary = true;
    if (step === 'saint' && this.answers.saint === null) {
      const patron = townIn(this.answers.court);
      if (patron) this.answers.saint = { by: 'town', town: patron.town, day: patron.day };
    }
    this.screen = { at: 'asking', step, refused: null };
  }

  /** On to the next question, if this answer can stay. */
  next(): void {
    if (this.screen.at !== 'asking') return;
    const { step } = this.screen;
    this.faults = faults(step, this.answers);
    if (Object.keys(this.faults).length > 0) {
      this.tries += 1;
      return;
    }
    if (step === 'kind' && this.answers.kind === 'demo') void this.#work('demo');
    else if (step === 'summary') this.#found();
    else this.goTo(this.#seen_summary && step !== 'language' && step !== 'kind' ? 'summary' : stepAfter(step));
  }

  /** After a fault was shown, it goes away as soon as it is mended. */
  mended(): void {
    if (this.screen.at === 'asking' && Object.keys(this.faults).length > 0) {
      const still = faults(this.screen.step, this.answers);
      this.faults = Object.fromEntries(Object.entries(this.faults).filter(([field]) => field in still)) as Faults;
    }
  }

  goBack(): void {
    this.faults = {};
    this.screen = back(this.screen);
  }

  #found(): void {
    const open = firstOpen(this.answers);
    if (open !== null) {
      this.goTo(open);
      this.next();
      return;
    }
    void this.#work('court');
  }

  async #work(work: Work, backup?: Backup): Promise<void> {
    const before = this.screen;
    this.screen = { at: 'working', work };
    try {
      switch (work) {
        case 'court': {
          const { recovery_code } = await calls.found(wire(this.answers, this.#keyFor(JSON.stringify(this.answers))));
          this.screen = { at: 'code', code: recovery_code };
          this.#forget();
          break;
        }
        case 'demo':
          await calls.demo(this.#keyFor('demo'));
          this.#forget();
          this.screen = { at: 'ready' };
          break;
        case 'restore':
          if (backup) {
            await calls.restore(this.#keyFor(backup.name), backup.name);
            this.screen = { at: 'restored', backup };
          }
          break;
      }
    } catch (error) {
      this.screen = refusedAt(work, before, asRefused(error));
    }
  }

  /** A retry of the same wish carries the same key; a changed one is another gesture. */
  #keyFor(wish: string): string {
    if (wish !== this.#sent) {
      this.#sent = wish;
      this.#key = newKey();
    }
    return this.#key;
  }

  choose(name: string): void {
    if (this.screen.at === 'damaged') this.screen = { ...this.screen, chosen: name, refused: null };
  }

  askRestore(): void {
    const screen = this.screen;
    if (screen.at !== 'damaged') return;
    const backup = screen.damage.backups.find(({ name }) => name === screen.chosen);
    if (backup) this.screen = { at: 'sure', damage: screen.damage, backup };
    else this.tries += 1;
  }

  restore(): void {
    if (this.screen.at === 'sure') void this.#work('restore', this.screen.backup);
  }

  /** The code is written down, or nothing is left to do: on to what this station is for. */
  async enter(): Promise<void> {
    this.screen = { at: 'ready' };
    const mode = await calls.mode().catch(() => 'entrance' as const);
    window.location.replace(`/${mode}/`);
  }

  // ---- between two openings of the page; secrets are never kept ----

  #keep(): void {
    sessionStorage.setItem(saved_under, JSON.stringify(withoutSecrets($state.snapshot(this.answers) as Answers)));
  }

  #recall(): void {
    try {
      const saved = JSON.parse(sessionStorage.getItem(saved_under) ?? 'null') as Partial<Answers> | null;
      if (saved === null || typeof saved !== 'object') return;
      this.answers = { ...this.answers, ...saved };
      if (this.answers.lang === 'it' || this.answers.lang === 'en') words.lang = this.answers.lang;
    } catch {
      sessionStorage.removeItem(saved_under); // of an older page
    }
  }

  #forget(): void {
    sessionStorage.removeItem(saved_under);
    this.answers = blank(words.lang, t('setup-gate-usual'));
  }
}

function asRefused(error: unknown): Refused {
  return error instanceof Refused ? error : new Refused('unexpected', String(error), '', 0);
}
