// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { onMount } from 'svelte';
import type { Refused } from '../api/index.ts';

/** A form that waits: for its answer, and after too many wrong tries. Made while a component is being made. */
export class Patience {
  #working = $state(false);
  #until = $state(0);
  #now = $state(performance.now());

  constructor() {
    onMount(() => {
      const timer = setInterval(() => (this.#now = performance.now()), 250);
      return () => clearInterval(timer);
    });
  }

  /** Seconds until the next try. */
  get seconds(): number {
    return Math.max(0, Math.ceil((this.#until - this.#now) / 1000));
  }
  get busy(): boolean {
    return this.#working || this.seconds > 0;
  }

  /** One try. */
  async over(work: () => Promise<Refused | null>): Promise<Refused | null> {
    this.#working = true;
    const refused = await work();
    this.#working = false;
    const wait = refused?.fact('wait_seconds') ?? 0;
    this.#now = performance.now();
    this.#until = this.#now + wait * 1000;
    return refused;
  }
}
