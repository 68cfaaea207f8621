// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

/** The station's time, as Rust tells it; the page's own clock only counts on from there. Ticks once a second. */
class Now {
  /** UTC epoch milliseconds. */
  ms = $state(Date.now());
  #told: { ms: number; at: number } | null = null;
  #clock = new Intl.DateTimeFormat('it', { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });

  constructor() {
    setInterval(() => this.#tick(), 250);
  }

  /** Rust said that it is `ms` now. */
  tell(ms: number): void {
    this.#told = { ms, at: performance.now() };
    this.#tick(true);
  }

  /** The civil times of the site are those of this IANA zone. */
  live_in(zone: string): void {
    this.#clock = new Intl.DateTimeFormat('it', { hour: 'numeric', minute: '2-digit', hourCycle: 'h23', timeZone: zone });
  }

  /** An instant as the site's clock on the wall shows it: `9:05`. */
  clock(ms: number): string {
    return this.#clock.format(ms);
  }

  #tick(at_once = false): void {
    const now = this.#told ? this.#told.ms + (performance.now() - this.#told.at) : Date.now();
    if (at_once || Math.floor(now / 1000) !== Math.floor(this.ms / 1000)) this.ms = now;
  }
}

export const now = new Now();
