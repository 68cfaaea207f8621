// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { admin, hasToken, keepToken } from '../api/admin.ts';
import { Refused, speak, type Lang, type Me, type Right, type Station } from '../api/index.ts';
import { newKey } from '../shared/gesture.ts';
import { languages, words } from '../shared/words.svelte.ts';
import { entered, here_every_ms, lockAt, type Screen } from './screen.ts';

const language_under = 'varco.admin.lang';
const first_of = (hash: string) => hash.replace(/^#\/?/, '').split('/')[0] ?? '';

/** Who is signed in, which page is open, and when the screen locks. */
export class Office {
  screen = $state.raw<Screen>({ at: 'opening' });
  /** The page that the address names. */
  page = $state(first_of(location.hash));
  /** How a court that does not exist may be tried. */
  practice = $state.raw<Station['practice']>(null);
  #lock_at = Number.POSITIVE_INFINITY;
  #told_here = 0;
  /** Calls that wait until the screen is unlocked. */
  #waiting: (() => void)[] = [];

  get me(): Me | null {
    return this.screen.at === 'in' || this.screen.at === 'password' ? this.screen.me : null;
  }
  get locked(): boolean {
    return this.screen.at === 'in' && this.screen.locked;
  }
  may(right: Right): boolean {
    return this.me?.rights.includes(right) ?? false;
  }

  async open(): Promise<void> {
    const saved = localStorage.getItem(language_under);
    try {
      const station = await admin.station();
      // The address of another mode's page, or no court yet.
      if (station.mode !== 'admin') return location.replace(`/${station.mode}/`);
      this.practice = station.practice;
      this.speakIn(languages.find((lang) => lang === saved) ?? station.lang, false);
      if (hasToken()) this.#told(await admin.me());
      else this.screen = { at: 'sign-in' };
    } catch (error) {
      const refused = asRefused(error);
      if (refused.status === 401) this.#signedOut();
      else if (refused.code === 'no_court') location.replace('/setup/');
      else this.screen = { at: 'unavailable', refused };
    }
  }

  /** Sentences that are on the screen already are asked for again by the pages, which follow `words.lang`. */
  speakIn(lang: Lang, keep = true): void {
    words.lang = lang;
    speak(lang);
    if (keep) localStorage.setItem(language_under, lang);
  }

  /** One call of a page. While the screen is locked it waits; a lock that comes in between loses nothing. */
  async ask<Told>(work: () => Promise<Told>): Promise<Told> {
    if (this.locked) await new Promise<void>((go) => this.#waiting.push(go));
    try {
      return await work();
    } catch (error) {
      const refused = asRefused(error);
      if (refused.code === 'screen_locked' && this.screen.at === 'in') {
        this.screen = { ...this.screen, locked: true };
        return this.ask(work);
      }
      if (refused.code === 'signed_out') this.#signedOut();
      if (refused.code === 'must_change') void this.open();
      throw refused;
    }
  }

  async signIn(name: string, password: string): Promise<Refused | null> {
    return this.#enter(() => admin.signIn(newKey(), name, password));
  }
  async recover(code: string, name: string, password: string): Promise<Refused | null> {
    return this.#enter(() => admin.recover(newKey(), code, name, password));
  }
  async changePassword(old: string, fresh: string): Promise<Refused | null> {
    return this.#enter(() => admin.password(newKey(), old, fresh));
  }

  async #enter(work: () => ReturnType<typeof admin.signIn>): Promise<Refused | null> {
    try {
      const { token, me } = await work();
      keepToken(token);
      this.#told(me);
      return null;
    } catch (error) {
      const refused = asRefused(error);
      if (refused.code === 'signed_out') this.#signedOut();
      return refused;
    }
  }

  #told(me: Me): void {
    this.#lock_at = lockAt(me.seconds_until_lock, performance.now());
    this.screen = entered(this.screen, me);
    if (this.screen.at === 'in') for (const go of this.#waiting.splice(0)) go();
  }

  lock(): void {
    if (this.screen.at !== 'in' || this.screen.locked) return;
    this.screen = { ...this.screen, locked: true };
    // The server locks by itself when it does not hear this.
    admin.lock(newKey()).catch(() => undefined);
  }

  signOut(): void {
    // The server forgets by itself what it does not hear.
    admin.signOut(newKey()).catch(() => undefined);
    this.#signedOut();
  }

  #signedOut(): void {
    keepToken(null);
    this.#waiting = [];
    this.screen = { at: 'sign-in' };
  }

  sheet(sheet: 'none' | 'password'): void {
    if (this.screen.at === 'in') this.screen = { ...this.screen, sheet };
  }
  lostPassword(yes: boolean): void {
    this.screen = { at: yes ? 'recover' : 'sign-in' };
  }

  /** Somebody touched the page. */
  touched(): void {
    const now = performance.now();
    if (this.screen.at !== 'in' || this.screen.locked || now - this.#told_here < here_every_ms) return;
    this.#told_here = now;
    // What fails here is said by the next call that a page makes.
    void this.ask(() => admin.here(newKey())).then((me) => this.#still(me), () => undefined);
  }
  /** Somebody may have changed who is signed in: name, offices. */
  async again(): Promise<void> {
    this.#still(await this.ask(() => admin.me()));
  }
  /** What was asked before the screen was locked does not open it. */
  #still(me: Me): void {
    if (!this.locked) this.#told(me);
  }
  everySecond(): void {
    if (performance.now() >= this.#lock_at) this.lock();
  }

  /** The address names another page. */
  went(): void {
    this.page = first_of(location.hash);
  }
}

export function asRefused(error: unknown): Refused {
  return error instanceof Refused ? error : new Refused('unexpected', String(error), '', 0);
}
