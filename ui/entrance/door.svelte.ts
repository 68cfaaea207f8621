// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { untrack } from 'svelte';
import { api, Refused, speak } from '../api/index.ts';
import type { Reason, Ready, Right, ScanSource, Station, VerdictView, Vouch } from '../api/index.ts';
import { Camera, type Frame } from '../parts/camera.svelte.ts';
import { speaker } from '../parts/sound.svelte.ts';
import { newKey } from '../shared/gesture.ts';
import { words, type Lang } from '../shared/words.svelte.ts';
import { Known } from './known.svelte.ts';
import { preferences } from './preferences.svelte.ts';
import { corrected, received, verdictOf, type Fault, type Over, type Page, type Purpose } from './screen.ts';

const cut_ms = 80;
const alarm_every_ms = 10_000;
const hint_ms = 2500;

/** The door: what the station knows, what is on the screen, and every gesture of the staff. */
export class Door {
  page = $state.raw<Page>({ at: 'ready' });
  over = $state.raw<Over>({ step: 'nothing' });
  purpose = $state<Purpose>('enter');
  fault = $state.raw<Fault | null>(null);
  /** A command is under way; taps in the meantime are not taken. */
  working = $state(false);
  /** What would help the camera. */
  hint = $state<string | null>(null);
  decoder_down = $state<string | null>(null);
  /** Seconds until the verdict clears itself. */
  clears_in = $state<number | null>(null);
  /** What was typed of a short code. */
  code = $state('');

  readonly camera = new Camera();
  readonly known = new Known({
    station: (station) => this.#told(station),
    verdict: (verdict) => this.receive(verdict),
    alarm: () => (this.#alarmed_at = Number.NEGATIVE_INFINITY),
  });
  #seconds = 0;
  #clearing = 0;
  #cut = 0;
  #hint = 0;
  #active_at = performance.now();
  #alarmed_at = Number.NEGATIVE_INFINITY;
  #scans: Promise<void> = Promise.resolve();

  async begin(): Promise<void> {
    speak(words.lang);
    this.camera.start();
    this.#seconds = window.setInterval(() => this.#everySecond(), 1000);
    await this.known.begin();
  }

  end(): void {
    this.known.end();
    window.clearInterval(this.#seconds);
    this.camera.stop();
  }

  get supervisor(): boolean {
    const role = this.station?.person?.role;
    return role === 'supervisor' || role === 'administrator';
  }

  may(right: Right): boolean {
    return this.supervisor || (this.station?.rights.includes(right) ?? false);
  }

  /** Somebody is at the door and the page is not being set up: readings are judged. */
  get judging(): boolean {
    return this.station?.person != null && !['scanner', 'camera', 'leave', 'left', 'sign-in'].includes(this.page.at);
  }

  get lang(): Lang {
    return words.lang;
  }

  // ---- what the station knows ----

  get station(): Station | null {
    return this.known.station;
  }

  get ready(): Ready | null {
    return this.known.ready;
  }

  get unreachable_since(): number | null {
    return this.known.unreachable_since;
  }

  reload(): Promise<void> {
    return this.known.reload();
  }

  refresh(): Promise<void> {
    return this.known.refresh();
  }

  #told(station: Station): void {
    if (station.mode === 'setup' || station.mode === 'admin') location.replace(`/${station.mode}/`);
    if (!preferences.lang && station.lang !== words.lang) {
      words.lang = station.lang;
      speak(words.lang);
    }
    this.#askWho();
  }

  #askWho(): void {
    if (this.station && this.station.person === null && this.page.at !== 'sign-in' && this.page.at !== 'left') {
      this.page = { at: 'sign-in', who: 'anyone', then: { at: 'ready' } };
    }
  }

  #everySecond(): void {
    if (this.supervisor && (this.ready?.alarms ?? 0) > 0 && performance.now() - this.#alarmed_at >= alarm_every_ms) {
      this.#alarmed_at = performance.now();
      speaker.play('alarm', false);
    }
    if (this.over.step === 'details' && performance.now() >= this.over.until) this.over = { step: 'verdict', verdict: this.over.verdict };
    const lock_ms = (this.station?.lock_minutes ?? 0) * 60_000;
    if (lock_ms > 0 && this.station?.person && performance.now() - this.#active_at >= lock_ms) void this.signOut();
  }

  /** Somebody is here: the lock waits. */
  touched(): void {
    this.#active_at = performance.now();
  }

  // ---- readings ----

  /** A verdict arrived. It replaces what is on the screen at once. */
  receive(verdict: VerdictView): void {
    this.touched();
    this.fault = null;
    this.hint = null;
    this.code = '';
    this.purpose = 'enter';
    this.#stopClearing();
    window.clearTimeout(this.#cut);
    this.over = received(this.over, verdict);
    if (this.over.step === 'dark') this.#cut = window.setTimeout(() => this.#show(verdict), cut_ms);
    else this.#show(verdict);
    void this.refresh();
  }

  #show(verdict: VerdictView): void {
    this.over = { step: 'verdict', verdict };
    speaker.play(verdict.sound, this.#unrecorded(verdict));
    this.#clearAfter(verdict);
  }

  #unrecorded(verdict: VerdictView): boolean {
    return !verdict.recorded && !verdict.marks.includes('look');
  }

  #clearAfter(verdict: VerdictView): void {
    this.#stopClearing();
    if (verdict.clears_in_seconds === null) return;
    this.clears_in = verdict.clears_in_seconds;
    this.#clearing = window.setInterval(() => {
      if (this.over.step !== 'verdict') return; // nothing goes away under a hand
      this.clears_in = (this.clears_in ?? 1) - 1;
      if (this.clears_in <= 0) this.clear();
    }, 1000);
  }

  #stopClearing(): void {
    window.clearInterval(this.#clearing);
    this.clears_in = null;
  }

  /** Back to the page below. */
  clear(): void {
    this.#stopClearing();
    window.clearTimeout(this.#cut);
    this.over = { step: 'nothing' };
    this.fault = null;
  }

  /** Leaves a dialog for its verdict. */
  backToVerdict(): void {
    const verdict = verdictOf(this.over);
    this.fault = null;
    this.over = verdict ? { step: 'verdict', verdict } : { step: 'nothing' };
  }

  /** A text was scanned or typed. */
  scan(text: string, source: ScanSource): void {
    if (!this.judging) return;
    this.touched();
    const purpose = this.purpose;
    const key = newKey();
    const ask = async () => {
      try {
        this.fault = null;
        this.receive(await api.scan({ key, source, text, look: purpose === 'look', ...(purpose === 'exit' ? { gesture: 'exit' } : {}) }));
      } catch (error) {
        this.#notDone(error, () => void ask());
      }
    };
    // One after the other, in the order they came: two receipts in a row both count.
    this.#scans = this.#scans.then(ask);
  }

  /** One picture of the camera. */
  async look(frame: Frame): Promise<void> {
    const purpose = this.purpose;
    try {
      const seen = await api.frame(frame.grey, {
        key: newKey(), width: frame.width, height: frame.height, rotation: preferences.rotation ?? this.station?.camera.rotation ?? 0,
        look: purpose === 'look', exit: purpose === 'exit',
      });
      this.decoder_down = null;
      switch (seen.seen) {
        case 'verdict':
          this.receive(seen.verdict);
          break;
        case 'hint':
          this.#helpWith(seen.text);
          break;
        case 'decoder_down':
          this.decoder_down = seen.text;
          await new Promise((done) => setTimeout(done, 500));
          break;
        case 'nothing':
        case 'same':
          break;
      }
    } catch (error) {
      this.known.silent(error);
      await new Promise((done) => setTimeout(done, 500));
    }
  }

  #helpWith(text: string): void {
    this.hint = text;
    window.clearTimeout(this.#hint);
    this.#hint = window.setTimeout(() => {
      this.hint = null;
    }, hint_ms);
  }

  // ---- gestures: each has one key, a retry sends the same ----

  #gesture(act: (key: string) => Promise<void>): void {
    if (untrack(() => this.working)) return;
    const key = newKey();
    const run = async () => {
      this.working = true;
      this.fault = null;
      try {
        await act(key);
      } catch (error) {
        this.#notDone(error, () => void run());
      } finally {
        this.working = false;
      }
    };
    this.touched();
    void run();
  }

  #notDone(error: unknown, again: () => void): void {
    const refused = error instanceof Refused ? error : new Refused('unexpected', String(error), '', 0);
    if (refused.code === 'not_allowed') void this.known.whoIsThere();
    this.fault = { refused, retry: refused.code === 'unreachable' ? again : null };
  }

  /** Runs a command of a page; its refusal is shown on that page. */
  command(act: (key: string) => Promise<void>): void {
    this.#gesture(act);
  }

  #correct(verdict: VerdictView): void {
    this.over = corrected(this.over, verdict);
    if (this.over.step === 'verdict') this.#clearAfter(this.over.verdict);
    void this.refresh();
  }

  setPersons(scan: string, persons: number): void {
    this.#gesture(async (key) => this.#correct(await api.persons(scan, key, persons)));
  }

  confirm(scan: string): void {
    this.#gesture(async (key) => this.receive(await api.confirm(scan, key)));
  }

  refuse(scan: string): void {
    this.#gesture(async (key) => this.receive(await api.refuse(scan, key)));
  }

  authorise(verdict: VerdictView): void {
    this.over = { step: 'authorise', verdict, act: 'override' };
  }

  askAnnul(verdict: VerdictView): void {
    this.over = { step: 'authorise', verdict, act: 'annul' };
  }

  override(verdict: VerdictView, act: 'override' | 'annul', reason: string, vouch: Vouch): void {
    this.#gesture(async (key) => {
      this.receive(act === 'override' ? await api.override(verdict.scan, key, reason, vouch) : await api.annul(verdict.scan, key, reason, vouch));
    });
  }

  showDetails(verdict: VerdictView): void {
    this.#gesture(async (key) => {
      const details = await api.details(verdict.scan, key);
      this.over = { step: 'details', verdict, details, until: performance.now() + details.closes_in_seconds * 1000 };
    });
  }

  takeNextPlace(verdict: VerdictView): void {
    this.#gesture(async (key) => {
      this.over = { step: 'next-place', verdict, place: await api.nextPlace(verdict.scan, key) };
    });
  }

  enterUnbooked(reason: Reason, persons: number, office?: number): void {
    this.#gesture(async (key) => {
      await api.enterUnbooked(key, reason, persons, office);
      await this.refresh();
    });
  }

  undoUnbooked(entry: string): void {
    this.#gesture(async (key) => {
      await api.annulUnbooked(entry, key);
      await this.refresh();
    });
  }

  exitWithoutReceipt(persons: number): void {
    this.#gesture(async (key) => {
      await api.exit(key, persons);
      this.purpose = 'enter';
      await this.refresh();
    });
  }

  /** Takes up what a banner tells. */
  takeUp(conflict: string): void {
    this.#gesture(async (key) => {
      await api.takeConflict(conflict, key);
      await this.refresh();
    });
  }

  useFound(booking: string): void {
    this.#gesture(async (key) => this.receive(await api.useFound(booking, key)));
  }

  signIn(person: number, pin: string, done: (refused: Refused | null) => void): void {
    this.#gesture(async (key) => {
      try {
        this.known.station = await api.signIn(key, person, pin);
        const then = this.page.at === 'sign-in' ? this.page.then : this.page;
        this.page = then;
        done(null);
        void this.refresh();
      } catch (error) {
        if (error instanceof Refused && error.code !== 'unreachable') done(error);
        else throw error;
      }
    });
  }

  async signOut(): Promise<void> {
    this.touched();
    try {
      await api.signOut(newKey());
    } catch {
      // the page locks in any case
    }
    this.clear();
    if (this.station) this.known.station = { ...this.station, person: null, rights: [] };
    this.page = { at: 'sign-in', who: 'anyone', then: { at: 'ready' } };
  }

  // ---- pages ----

  open(page: Page): void {
    this.fault = null;
    this.page = page;
  }

  home(): void {
    this.open({ at: 'ready' });
    this.#askWho();
  }

  /** Opens a page that needs a right, by way of a supervisor when the one who is signed in lacks it. */
  openWith(page: Page, right: Right | null): void {
    const allowed = right === null ? this.supervisor : this.may(right);
    this.open(allowed ? page : { at: 'sign-in', who: 'supervisor', then: page });
  }

  speakIn(lang: Lang): void {
    preferences.lang = lang;
    words.lang = lang;
    document.documentElement.lang = lang;
    speak(lang);
    void this.refresh();
  }

  aim(purpose: Purpose): void {
    this.purpose = this.purpose === purpose ? 'enter' : purpose;
  }
}
