// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

/**
 * The site's clock, counted on from what Rust told: `time` is what it showed at `told_at`, ms. Zones differ by whole minutes, so
 * the minutes that went by can be added without knowing the zone; the next telling sets it right after a clock change.
 */
export function clockAt(time: string, told_at: number, now: number): string {
  const [hours, minutes] = time.split(':').map(Number);
  if (hours === undefined || minutes === undefined || !Number.isFinite(hours) || !Number.isFinite(minutes)) return time;
  const went_by = Math.floor(now / 60_000) - Math.floor(told_at / 60_000);
  const at = (((hours * 60 + minutes + went_by) % 1440) + 1440) % 1440;
  return `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
}
