// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import type { Backup, Damage, Refused, Setup } from '../api/index.ts';
import { stepBefore, type Step } from './answers.ts';

/** What is being done while the page waits. */
export type Work = 'court' | 'demo' | 'restore';

/** What is on the screen at the first start, or when the data cannot be opened. */
export type Screen =
  | { at: 'opening' }
  /** Nothing answered, or what answered could not say what it needs. */
  | { at: 'unavailable'; refused: Refused }
  | { at: 'damaged'; damage: Damage; chosen: string | null; refused: Refused | null }
  /** The last question before a copy takes the place of the data. */
  | { at: 'sure'; damage: Damage; backup: Backup }
  | { at: 'restored'; backup: Backup }
  | { at: 'asking'; step: Step; refused: Refused | null }
  | { at: 'working'; work: Work }
  /** Shown once, until it is written down. */
  | { at: 'code'; code: string }
  /** A court stands; nothing is asked again. */
  | { at: 'ready' };

/** Where the station's answer leads. What was asked already goes on where it was. */
export function opened(told: Setup, step: Step): Screen {
  if (told.damaged !== null) return { at: 'damaged', damage: told.damaged, chosen: null, refused: null };
  return told.needed ? { at: 'asking', step, refused: null } : { at: 'ready' };
}

/** The page before; the first page, and pages whose work is done, have none. */
export function back(screen: Screen): Screen {
  if (screen.at === 'asking') return { at: 'asking', step: stepBefore(screen.step), refused: null };
  return screen.at === 'sure' ? { at: 'damaged', damage: screen.damage, chosen: screen.backup.name, refused: null } : screen;
}

/** Where somebody stands after a work was refused: where it was asked for, with the answers kept. */
export function refusedAt(work: Work, before: Screen, refused: Refused): Screen {
  switch (work) {
    case 'court':
      return { at: 'asking', step: 'summary', refused };
    case 'demo':
      return { at: 'asking', step: 'kind', refused };
    case 'restore':
      return before.at === 'sure' ? { at: 'damaged', damage: before.damage, chosen: before.backup.name, refused } : before;
  }
}
