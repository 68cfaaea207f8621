// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import type { BannerKind, DayFilter, DayMark, DayStatus, Reason, Role } from '../api/index.ts';
import type { Glyph } from '../shared/glyphs.ts';

// From what the wire calls something to the key of its words.

export const roleWords: Record<Role, string> = {
  steward: 'entrance-role-steward', supervisor: 'entrance-role-supervisor', clerk: 'entrance-role-clerk',
  manager: 'entrance-role-manager', administrator: 'entrance-role-administrator',
};

export const reasonWords: Record<Reason, string> = {
  hearing: 'entrance-reason-hearing', lawyer: 'entrance-reason-lawyer', witness: 'entrance-reason-witness',
  staff: 'entrance-reason-staff', supplier: 'entrance-reason-supplier', other: 'entrance-reason-other', walk_in: 'entrance-reason-walk-in',
};

/** The reasons of one tap, in the order of F1 to F6. */
export const reasonKeys: { key: string; reason: Exclude<Reason, 'walk_in'>; glyph: Glyph }[] = [
  { key: 'F1', reason: 'hearing', glyph: 'bank' },
  { key: 'F2', reason: 'lawyer', glyph: 'briefcase-fill' },
  { key: 'F3', reason: 'witness', glyph: 'chat-left-text-fill' },
  { key: 'F4', reason: 'staff', glyph: 'person-badge-fill' },
  { key: 'F5', reason: 'supplier', glyph: 'truck' },
  { key: 'F6', reason: 'other', glyph: 'three-dots' },
];

export const filterWords: Record<DayFilter, string> = {
  all: 'entrance-filter-all', expected: 'entrance-filter-expected', inside: 'entrance-filter-inside',
  late: 'entrance-filter-late', left: 'entrance-filter-left',
};

export const statusWords: Record<DayStatus, string> = {
  expected: 'entrance-status-expected', inside: 'entrance-status-inside', left: 'entrance-status-left',
  late: 'entrance-status-late', cancelled: 'entrance-status-cancelled',
};

export const statusGlyphs: Record<DayStatus, Glyph> = {
  expected: 'circle', inside: 'circle-fill', left: 'box-arrow-right', late: 'alarm-fill', cancelled: 'x-lg',
};

/** The two or three words of what is wrong with the station. */
export const bannerWords: Record<BannerKind, string> = {
  clock_unsafe: 'entrance-banner-clock-unsafe', disk_reserve: 'entrance-banner-disk-reserve', disk_failed: 'entrance-banner-disk-failed',
  paper_mode: 'entrance-banner-paper-mode', training: 'entrance-banner-training', database_damaged: 'entrance-banner-database-damaged',
  called: 'entrance-banner-called',
};

export const dayMarkWords: Record<DayMark, string> = {
  assistance: 'entrance-assistance', check_id: 'entrance-day-mark-check-id', blocked: 'entrance-day-mark-blocked',
};
