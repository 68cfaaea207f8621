// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { listen, Refused, speak } from '../api/index.ts';
import type { Lang, Lobby, LobbyView, ScanSource, Station } from '../api/index.ts';
import { Camera, type Frame } from '../parts/camera.svelte.ts';
import { speaker } from '../parts/sound.svelte.ts';
import { newKey } from '../shared/gesture.ts';
import { words } from '../shared/words.svelte.ts';
import { calls } from '../api/lobby.ts';
import { Idle, patienceOf, type Presence } from './idle.ts';
import {
  atRest, back, completeCode, condition, erased, hasTraces, reads, received, settled, shown, typed,
  type Condition, type Screen,
} from './screen.ts';
import type { Voice } from './voice.ts';

const cut_ms = 80;
const poll_ms = 10_000;
const poll_silent_ms = 2000;
const tick_ms = 250;
const hint_ms = 2500;

/** The kiosk: what the lobby knows, what is on the screen, and every gesture of whoever stands before it. */
export class Kiosk {
  station = $state.raw<Station | null>(null);
  told = $state.raw<Lobby | null>(null);
  screen = $state.raw<Screen>({ at: 'starting' });
  presence = $state.raw<Presence>({ is: 'here' });
  high_contrast = $state(false);
  large_text = $state(false);
  /** What would help the camera. */
  hint = $state<string | null>(null);
  /** The camera runs, but nothing reads its pictures. */
  decoder_down = $state(false);
  /** Counts the persons: an answer that comes after its person was wiped away is dropped. */
  turn = $state(0);
  /** Nothing answers since then, ms of the page's own clock. */
  #silent_since = $state<number | null>(null);
  #now = $state(performance.now());

  readonly camera = new Camera();
  readonly voice: Voice;
  readonly condition: Condition = $derived(condition(this.told, this.#silent_since, this.#now));
  readonly #idle = new Idle(performance.now(), () => patienceOf(this.told?.idle_seconds));
  #stop_listening: (() => void) | null = null;
  /** The gesture behind the result on the screen, so that it can be told again in another language. */
  #asked: { scan: string; key: string; text: string; source: ScanSource } | null = null;
  #ticking = 0;
  #poll = 0;
  #cut = 0;
  #hint = 0;

  constructor(voice: Voice) {
    this.voice = voice;
  }

  begin(): void {
    speak(words.lang);
    this.#stop_listening = listen((event) => {
      if (event.what === 'ready') void this.refresh();
      // A serial scanner of this kiosk; in the lobby its readings are told as the lobby shows them.
      if (event.what === 'verdict' && 'steps' in event.verdict) this.receive(event.verdict as unknown as LobbyView, words.lang);
    });
    this.#ticking = window.setInterval(() => this.#tick(), tick_ms);
    void this.#keepAsking();
  }

  end(): void {
    this.#stop_listening?.();
    window.clearInterval(this.#ticking);
    window.clearTimeout(this.#poll);
    this.camera.stop();
    this.voice.hush();
  }

  /** The language of the station, to which the kiosk returns. */
  get home(): Lang {
    return this.station?.lang ?? 'it';
  }

  get answers(): boolean {
    return this.#silent_since === null;
  }

  /** Somebody may hold a receipt here. */
  get watching(): boolean {
    return this.condition.is === 'open' || hasTraces(this.screen);
  }

  /** The screen holds something that the next person must not find. */
  get traces(): boolean {
    return hasTraces(this.screen) || words.lang !== this.home || this.high_contrast || this.large_text;
  }

  // ---- what the lobby knows ----

  async #keepAsking(): Promise<void> {
    await this.refresh();
    this.#poll = window.setTimeout(() => void this.#keepAsking(), this.answers ? poll_ms : poll_silent_ms);
  }

  async refresh(): Promise<void> {
    try {
      if (this.station === null || !this.answers) {
        const station = await calls.station();
        const first = this.station === null;
        this.station = station;
        if (first && station.lang !== words.lang) this.#speakIn(station.lang);
      }
      const lang = words.lang;
      const told = await calls.told();
      this.#silent_since = null;
      if (lang !== words.lang) return void this.refresh(); // the language changed meanwhile
      this.told = told;
    } catch (error) {
      this.#unanswered(error);
    }
    this.#settle();
  }

  #unanswered(error: unknown): void {
    this.#silent_since ??= performance.now();
    if (!(error instanceof Refused)) console.error(error);
  }

  #settle(): void {
    this.#now = performance.now();
    this.screen = settled(this.screen, this.condition);
  }

  #tick(): void {
    this.#settle();
    const presence = this.#idle.at(performance.now(), this.traces);
    if (presence.is === 'gone') this.wipe();
    else if (presence.is !== this.presence.is || presence.is === 'asked') this.presence = presence;
  }

  // ---- somebody is here ----

  /** Somebody touched or typed. */
  noticed(): void {
    this.#idle.noticed(performance.now());
    if (this.presence.is !== 'here') this.presence = { is: 'here' };
    if (speaker.blocked) void speaker.wake();
  }

  /** Everything of the last person goes: page, code, hint, language, contrast, size, voice, focus. */
  wipe(): void {
    this.turn += 1;
    window.clearTimeout(this.#cut);
    this.#asked = null;
    this.#forgetHint();
    this.voice.hush();
    speaker.hush();
    this.presence = { is: 'here' };
    this.high_contrast = false;
    this.large_text = false;
    this.screen = atRest(this.condition);
    if (words.lang !== this.home) this.#speakIn(this.home);
    window.getSelection()?.removeAllRanges();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    void this.refresh();
  }

  // ---- readings ----

  receive(view: LobbyView, said: Lang): void {
    this.noticed();
    this.#forgetHint();
    this.#asked = null;
    this.voice.hush();
    window.clearTimeout(this.#cut);
    const result = shown(view);
    this.screen = received(this.screen.at === 'asking' ? this.screen.from : this.screen, result, said);
    if (this.screen.at === 'dark') {
      this.#cut = window.setTimeout(() => {
        this.screen = { at: 'result', view: result, said };
        speaker.play(result.sound);
      }, cut_ms);
    } else speaker.play(result.sound);
  }

  /** A text was scanned or a code was written. */
  judge(text: string, source: ScanSource): void {
    if (!reads(this.screen)) return;
    const key = newKey();
    const turn = this.turn;
    const from = this.screen;
    const ask = async () => {
      this.noticed();
      this.screen = { at: 'asking', from };
      const lang = words.lang;
      try {
        const view = await calls.arrive(key, text, source);
        if (turn === this.turn) {
          this.receive(view, lang);
          this.#asked = { scan: view.scan, key, text, source };
        }
      } catch (error) {
        if (turn === this.turn) this.#failed(error, () => void ask());
      }
    };
    void ask();
  }

  #failed(error: unknown, again: () => void): void {
    const refused = error instanceof Refused ? error : new Refused('unexpected', String(error), '', 0);
    if (refused.status === 0) this.#unanswered(error);
    this.screen = { at: 'failed', refused, again };
    void this.refresh();
  }

  /** One picture of the camera. */
  async look(frame: Frame): Promise<void> {
    const lang = words.lang;
    try {
      const seen = await calls.frame(frame.grey, {
        key: newKey(), width: frame.width, height: frame.height, rotation: this.station?.camera.rotation ?? 0,
      });
      this.decoder_down = seen.seen === 'decoder_down';
      if (seen.seen === 'verdict') this.receive(seen.verdict, lang);
      if (seen.seen === 'hint') this.#helpWith(seen.text);
      if (seen.seen === 'decoder_down') await pause(500);
    } catch (error) {
      if (error instanceof Refused && error.status === 0) this.#unanswered(error);
      await pause(500);
    }
  }

  #helpWith(text: string): void {
    this.hint = text;
    window.clearTimeout(this.#hint);
    this.#hint = window.setTimeout(() => this.#forgetHint(), hint_ms);
  }

  #forgetHint(): void {
    window.clearTimeout(this.#hint);
    this.hint = null;
  }

  // ---- gestures ----

  open(screen: Screen): void {
    this.voice.hush();
    this.screen = screen;
  }

  goBack(): void {
    this.open(back(this.screen, this.condition));
  }

  write(text: string): void {
    this.screen = typed(this.screen, text);
  }

  erase(all: boolean): void {
    this.screen = erased(this.screen, all);
  }

  sendCode(): void {
    const code = completeCode(this.screen);
    if (code !== null) this.judge(code, 'typed');
  }

  /** Asks the staff to come. What could not be sent is said, never hidden. */
  async callPerson(): Promise<void> {
    const from = this.screen.at === 'help' ? this.screen.from : this.screen;
    if (from.at === 'asking' || from.at === 'dark') return;
    const turn = this.turn;
    this.open({ at: 'help', called: 'waiting', from });
    let called: 'yes' | 'no' = 'yes';
    try {
      await calls.person(newKey());
    } catch {
      called = 'no';
    }
    if (turn === this.turn && this.screen.at === 'help') this.screen = { ...this.screen, called };
  }

  changeLanguage(): void {
    this.voice.hush();
    this.#speakIn(words.lang === 'it' ? 'en' : 'it');
    void this.refresh();
    void this.#sayAgain();
  }

  #speakIn(lang: Lang): void {
    words.lang = lang;
    speak(lang);
  }

  /** The result on the screen once more, in the language that is spoken now; where that fails the old words stay, marked as such. */
  async #sayAgain(): Promise<void> {
    const result = this.screen.at === 'help' ? this.screen.from : this.screen;
    if (result.at !== 'result' || result.said === words.lang) return;
    const said = words.lang;
    try {
      // The same gesture with the same key records nothing new; what the camera saw is asked for by its scan.
      const asked = this.#asked?.scan === result.view.scan ? this.#asked : null;
      const view = shown(await (asked ? calls.arrive(asked.key, asked.text, asked.source) : calls.again(result.view.scan)));
      const renewed: Screen = { at: 'result', view, said };
      if (words.lang !== said) return;
      if (this.screen === result) this.screen = renewed;
      else if (this.screen.at === 'help' && this.screen.from === result) this.screen = { ...this.screen, from: renewed };
    } catch {
      // The words stay in the language in which they were said; the page marks it for screen readers and voices.
    }
  }

  listen(text: string, lang: Lang): void {
    if (this.voice.speaking) this.voice.hush();
    else this.voice.say(text, lang);
  }
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
