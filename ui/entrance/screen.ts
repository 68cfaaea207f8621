// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import type { Details, NextPlace, Refused, VerdictView } from '../api/index.ts';

/** What the next reading is for. A look and an exit count for one reading, then the door is an entrance again. */
export type Purpose = 'enter' | 'look' | 'exit';

/** What lies on the table: the ready screen or one of the pages behind it. */
export type Page =
  | { at: 'ready' }
  | { at: 'sign-in'; who: 'anyone' | 'supervisor'; then: Page }
  | { at: 'search' }
  | { at: 'menu' }
  | { at: 'day' }
  | { at: 'conflicts' }
  | { at: 'late-entries' }
  | { at: 'clock' }
  | { at: 'paper' }
  | { at: 'training' }
  | { at: 'folder' }
  | { at: 'scanner' }
  | { at: 'camera' }
  | { at: 'measure' }
  | { at: 'leave' }
  | { at: 'left' };

export type PageName = Page['at'];

/** What is laid over the page. A reading may come at any moment and replaces whatever is here. */
export type Over =
  | { step: 'nothing' }
  /** 80 ms between two verdicts: a second "Avanti" must look like a second one. */
  | { step: 'dark'; next: VerdictView }
  | { step: 'verdict'; verdict: VerdictView }
  | { step: 'authorise'; verdict: VerdictView; act: 'override' | 'annul' }
  | { step: 'details'; verdict: VerdictView; details: Details; until: number }
  | { step: 'next-place'; verdict: VerdictView; place: NextPlace };

/** Something that was not done, and how to try it again with the same gesture. */
export interface Fault { refused: Refused; retry: (() => void) | null }

/** The verdict that the present step is about. */
export function verdictOf(over: Over): VerdictView | null {
  switch (over.step) {
    case 'nothing':
      return null;
    case 'dark':
      return over.next;
    case 'verdict':
    case 'authorise':
    case 'details':
    case 'next-place':
      return over.verdict;
  }
}

/** What a new reading does to what is on the screen: dark first when a verdict is still there. */
export function received(over: Over, next: VerdictView): Over {
  return over.step === 'nothing' ? { step: 'verdict', verdict: next } : { step: 'dark', next };
}

/** The same reading told again after a correction: it takes the place of the old words without dark and without sound. */
export function corrected(over: Over, verdict: VerdictView): Over {
  return verdictOf(over)?.scan === verdict.scan || over.step === 'nothing' ? { step: 'verdict', verdict } : over;
}
