// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { api, listen, Refused } from '../api/index.ts';
import type { Ready, Station, VerdictView } from '../api/index.ts';
import { now } from '../shared/now.svelte.ts';

const poll_ms = 10_000;
const poll_unheard_ms = 2000;
/** A silence shorter than this, ms, is a hiccup that nobody has to know of. */
const silence_ms = 5000;

/** What follows from what the station tells. */
export interface Follows {
  /** The station was asked what it is. */
  station: (station: Station) => void;
  /** The serial scanner brought a verdict. */
  verdict: (verdict: VerdictView) => void;
  /** Something that must be heard. */
  alarm: () => void;
}

/** What the station knows, as it was last told, and since when it has not answered. */
export class Known {
  station = $state.raw<Station | null>(null);
  ready = $state.raw<Ready | null>(null);
  /** No answer since this moment, ms of the station's clock; null while it answers, and for the first seconds of a silence. */
  unreachable_since = $state<number | null>(null);

  readonly #follows: Follows;
  /** Since when it is silent: on the station's clock, and on one that only goes forward. */
  #silent: { since: number; from: number } | null = null;
  #heard = false;
  #stop_listening: (() => void) | null = null;
  #poll = 0;
  #watch = 0;
  #refreshing: Promise<void> | null = null;
  #stale = false;

  constructor(follows: Follows) {
    this.#follows = follows;
  }

  async begin(): Promise<void> {
    this.#stop_listening = listen((event) => {
      switch (event.what) {
        case 'ready':
          void this.refresh();
          break;
        case 'verdict':
          this.#follows.verdict(event.verdict);
          break;
        case 'alarm':
          this.#follows.alarm();
          void this.refresh();
          break;
        case 'connected':
          this.#heard = event.yes;
          break;
      }
    });
    this.#watch = window.setInterval(() => this.#lookAtSilence(), 500);
    await this.reload();
    this.#pollAgain();
  }

  end(): void {
    this.#stop_listening?.();
    window.clearTimeout(this.#poll);
    window.clearInterval(this.#watch);
  }

  async reload(): Promise<void> {
    try {
      await this.#askStation();
    } catch (error) {
      this.silent(error);
    }
    await this.refresh();
  }

  /** Asks once more what the station knows; many wishes at once become one question. */
  refresh(): Promise<void> {
    if (this.#refreshing) this.#stale = true;
    this.#refreshing ??= this.#ask().finally(() => {
      this.#refreshing = null;
      if (this.#stale) {
        this.#stale = false;
        void this.refresh();
      }
    });
    return this.#refreshing;
  }

  async #ask(): Promise<void> {
    try {
      // Nobody is signed in: nothing of the day is told, but the door still shows whether the station answers.
      if (this.station && this.station.person === null && (await this.#askStation()).person === null) return;
      const ready = await api.ready();
      now.tell(ready.now);
      this.ready = ready;
      if (ready.pushed) this.#follows.verdict(ready.pushed);
      const was_silent = this.#silent !== null;
      this.#answered();
      if (!this.station || was_silent) await this.#askStation();
    } catch (error) {
      this.silent(error);
    }
  }

  async #askStation(): Promise<Station> {
    const station = this.know(await api.station());
    this.#answered();
    this.#follows.station(station);
    return station;
  }

  /** What the station said of itself. */
  know(station: Station): Station {
    now.live_in(station.zone);
    now.tell(station.now);
    return (this.station = station);
  }

  /** The station may have locked itself. */
  async whoIsThere(): Promise<void> {
    await this.#askStation().catch(() => undefined);
  }

  /** A question was not answered as it should. */
  silent(error: unknown): void {
    if (error instanceof Refused && error.code === 'not_allowed') void this.whoIsThere();
    else if (error instanceof Refused && error.code === 'no_court') location.replace('/setup/');
    else this.#silent ??= { since: now.ms, from: performance.now() };
  }

  #answered(): void {
    this.#silent = null;
    this.unreachable_since = null;
  }

  #lookAtSilence(): void {
    if (this.#silent && performance.now() - this.#silent.from >= silence_ms) this.unreachable_since = this.#silent.since;
  }

  #pollAgain(): void {
    this.#poll = window.setTimeout(async () => {
      await this.refresh();
      this.#pollAgain();
    }, this.#heard && this.#silent === null ? poll_ms : poll_unheard_ms);
  }
}
