// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

/** How long something still lasts, in the units people say. Whole minutes are rounded up; seconds only in the last minute. */
export type Remaining =
  | { unit: 'over' }
  | { unit: 'seconds'; seconds: number }
  | { unit: 'minutes'; minutes: number }
  | { unit: 'hours'; hours: number; minutes: number };

export function remaining(until_ms: number, now_ms: number): Remaining {
  const seconds = Math.ceil((until_ms - now_ms) / 1000);
  if (seconds <= 0) return { unit: 'over' };
  if (seconds < 60) return { unit: 'seconds', seconds };
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return { unit: 'minutes', minutes };
  return { unit: 'hours', hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

/** Minutes and seconds of a short span that a person watches: `4:32`. */
export function minutesAndSeconds(span_ms: number): string {
  const seconds = Math.max(0, Math.ceil(span_ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
