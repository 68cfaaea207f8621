// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import type { Mark, Verdict, VerdictClass } from '../api/types.ts';
import type { Glyph } from '../shared/glyphs.ts';

/** How a verdict is drawn. The class gives ground and shape, the verdict its glyph; the badge says how, never what. */
export interface Look { glyph: Glyph; badge?: Glyph; next: Glyph }

export const looks: Record<Verdict, Look> = {
  not_a_receipt: { glyph: 'question-lg', next: 'qr-code-scan' },
  damaged: { glyph: 'qr-code-scan', next: 'arrow-repeat' },
  not_ours: { glyph: 'bank', next: 'signpost-split-fill' },
  key_unknown: { glyph: 'key-fill', next: 'telephone-fill' },
  bad_signature: { glyph: 'exclamation-lg', next: 'telephone-fill' },
  unknown_booking: { glyph: 'search', next: 'arrow-repeat' },
  blocked: { glyph: 'three-dots', next: 'person-raised-hand' },
  cancelled: { glyph: 'x-lg', next: 'calendar-check-fill' },
  reissued: { glyph: 'arrow-repeat', next: 'clock-fill' },
  wrong_site: { glyph: 'geo-alt-fill', next: 'signpost-split-fill' },
  wrong_day: { glyph: 'calendar3', next: 'calendar-check-fill' },
  office_closed: { glyph: 'door-closed-fill', next: 'arrow-right-circle-fill' },
  already_inside: { glyph: 'box-arrow-in-right', next: 'chat-left-text-fill' },
  already_served: { glyph: 'check2-all', next: 'calendar-plus-fill' },
  party_partial: { glyph: 'check-lg', badge: 'people-fill', next: 'arrow-up-right-circle-fill' },
  too_early: { glyph: 'hourglass-top', next: 'clock-fill' },
  too_late: { glyph: 'alarm-fill', next: 'clock-fill' },
  site_full: { glyph: 'person-fill-slash', next: 'person-standing' },
  check_id: { glyph: 'person-vcard-fill', next: 'person-vcard-fill' },
  admit_note: { glyph: 'check-lg', badge: 'universal-access', next: 'arrow-up-right-circle-fill' },
  admit: { glyph: 'check-lg', next: 'arrow-up-right-circle-fill' },
  exit: { glyph: 'box-arrow-right', next: 'door-open-fill' },
};

export const markGlyphs: Record<Mark, Glyph> = {
  by_signature: 'patch-check-fill',
  moved: 'calendar-event-fill',
  already_read: 'arrow-repeat',
  clock_unsafe: 'exclamation-triangle-fill',
  override: 'unlock-fill',
  annulled: 'arrow-counterclockwise',
  look: 'eye-fill',
  not_recorded: 'exclamation-triangle-fill',
  re_entry: 'box-arrow-in-right',
  late_entry: 'pencil-fill',
  id_confirmed: 'person-vcard-fill',
  id_refused: 'x-lg',
  training: 'mortarboard-fill',
};

/** The outline of a class in a box of 200 by 200, its stroke, and the square in which its glyph stands. */
export interface Shape { outline: string; stroke: number; glyph: { x: number; y: number; size: number } }

export const shapes: Record<VerdictClass, Shape> = {
  enter: { outline: 'M100 6a94 94 0 1 1 0 188a94 94 0 1 1 0-188Z', stroke: 6, glyph: { x: 42, y: 42, size: 116 } },
  wait: { outline: 'M100 8 196 182H4Z', stroke: 14, glyph: { x: 62, y: 90, size: 76 } },
  refuse: { outline: 'M63 8h74l55 55v74l-55 55H63L8 137V63Z', stroke: 6, glyph: { x: 40, y: 40, size: 120 } },
  check: {
    outline: 'M18 34h164a14 14 0 0 1 14 14v104a14 14 0 0 1-14 14H18A14 14 0 0 1 4 152V48A14 14 0 0 1 18 34Z',
    stroke: 6, glyph: { x: 44, y: 44, size: 112 },
  },
  neutral: {
    outline: 'M26 26h148a18 18 0 0 1 18 18v84a18 18 0 0 1-18 18h-62l-42 40v-40H26A18 18 0 0 1 8 128V44a18 18 0 0 1 18-18Z',
    stroke: 6, glyph: { x: 42, y: 28, size: 116 },
  },
};

/** A tick fills its circle. */
export const tick = { x: 16, y: 20, size: 168 };

/** Size class of a verdict word: the three sizes are read at two metres in half a second. */
export function wordSize(word: string): 1 | 2 | 3 {
  return word.length <= 7 ? 1 : word.length <= 10 ? 2 : 3;
}
