// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

/** How long a kiosk may be left alone, in seconds: until it wipes itself, and how long before it says so. */
export interface Patience { idle_seconds: number; warn_seconds: number }

export const usual_patience: Patience = { idle_seconds: 60, warn_seconds: 20 };

/** What the kiosk does about somebody who may have gone. */
export type Presence =
  /** Nobody's traces are on the screen, or somebody was here just now. */
  | { is: 'here' }
  /** It asks whether somebody is still here. */
  | { is: 'asked'; seconds: number }
  /** Time to wipe. */
  | { is: 'gone' };

/** Counts the time since somebody was last noticed. Pure: the time comes with each call, ms of a clock that only goes forward. */
export class Idle {
  #since: number;
  readonly #patience: () => Patience;

  constructor(now: number, patience: () => Patience = () => usual_patience) {
    this.#since = now;
    this.#patience = patience;
  }

  /** Somebody touched, typed, or held a receipt. */
  noticed(now: number): void {
    this.#since = Math.max(this.#since, now);
  }

  /** `traces`: the screen holds something of a person, be it only another language. */
  at(now: number, traces: boolean): Presence {
    if (!traces) return { is: 'here' };
    const { idle_seconds, warn_seconds } = this.#patience();
    const left_ms = idle_seconds * 1000 - (now - this.#since);
    if (left_ms <= 0) return { is: 'gone' };
    if (left_ms > Math.min(warn_seconds, idle_seconds) * 1000) return { is: 'here' };
    return { is: 'asked', seconds: Math.ceil(left_ms / 1000) };
  }
}

/** Patience from what the station was told; nobody gets less than 30 seconds, and at least 20 of them are announced. */
export function patienceOf(idle_seconds: number | undefined): Patience {
  if (idle_seconds === undefined || !Number.isFinite(idle_seconds)) return usual_patience;
  return { idle_seconds: Math.max(30, idle_seconds), warn_seconds: usual_patience.warn_seconds };
}
