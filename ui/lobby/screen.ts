// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import type { Lang, Lobby, LobbyView, Refused, Verdict } from '../api/index.ts';
import { code_length, withTyped } from '../parts/code.ts';

/** Whether the lobby can receive people at all. */
export type Condition =
  | { is: 'starting' }
  | { is: 'open' }
  | { is: 'closed' }
  /** `text`: what Rust says to do; null when nothing answers. */
  | { is: 'out_of_order'; text: string | null };

/** What a person sees. What cannot happen cannot be drawn. */
export type Screen =
  | { at: 'starting' }
  | { at: 'closed' }
  | { at: 'out_of_order'; text: string | null }
  | { at: 'welcome' }
  | { at: 'code'; code: string; strange: boolean }
  /** A code is being judged; the page that it came from stays on the screen. */
  | { at: 'asking'; from: Screen }
  /** 80 ms between two results: a second "Prego" must look like a second one. */
  | { at: 'dark'; view: LobbyView; said: Lang }
  /** `said`: the language of its sentences. */
  | { at: 'result'; view: LobbyView; said: Lang }
  /** The station could not judge; `again` sends the same gesture once more. */
  | { at: 'failed'; refused: Refused; again: () => void }
  | { at: 'offices'; page: number }
  | { at: 'no_booking' }
  /** Somebody was asked to come; `from` is where the person goes back to. */
  | { at: 'help'; called: 'waiting' | 'yes' | 'no'; from: Screen }
  /** Somebody of the staff closes the kiosk; `left`: it is closed. */
  | { at: 'staff'; left: boolean };

export const welcome: Screen = { at: 'welcome' };

/** No answer for this long, ms, means out of order. */
export const silence_max_ms = 5000;

/** `silent_since`: no answer since then, ms of the same clock as `now`; null while it answers. */
export function condition(told: Lobby | null, silent_since: number | null, now: number): Condition {
  if (silent_since !== null && now - silent_since >= silence_max_ms) return { is: 'out_of_order', text: null };
  if (told === null) return { is: 'starting' };
  if (told.out_of_order !== null) return { is: 'out_of_order', text: told.out_of_order };
  return told.open ? { is: 'open' } : { is: 'closed' };
}

/** The screen that nobody's gesture is behind. */
export function atRest(condition: Condition): Screen {
  switch (condition.is) {
    case 'starting':
      return { at: 'starting' };
    case 'closed':
      return { at: 'closed' };
    case 'out_of_order':
      return { at: 'out_of_order', text: condition.text };
    case 'open':
      return welcome;
  }
}

/**
 * What a change of the station does to the screen. Nobody is thrown out: closing time lets a person finish, and who has an answer
 * or waits for help keeps it. A page that could only fail gives way to the truth.
 */
export function settled(screen: Screen, condition: Condition): Screen {
  switch (screen.at) {
    case 'starting':
    case 'closed':
    case 'out_of_order':
    case 'welcome':
      return same(screen, atRest(condition));
    case 'code':
    case 'failed':
    case 'no_booking':
    case 'offices':
      return condition.is === 'out_of_order' ? atRest(condition) : screen;
    case 'asking':
    case 'dark':
    case 'result':
    case 'help':
    case 'staff':
      return screen;
  }
}

/** Keeps the old object when nothing changed, so that nothing is drawn or read out again. */
function same(old: Screen, next: Screen): Screen {
  const text = (screen: Screen) => (screen.at === 'out_of_order' ? screen.text : null);
  return old.at === next.at && text(old) === text(next) ? old : next;
}

/** The page before this one; who is at the first page stays there. */
export function back(screen: Screen, condition: Condition): Screen {
  return screen.at === 'help' ? settled(screen.from, condition) : atRest(condition);
}

/** Whether a receipt that is held to the camera or scanner is judged. */
export function reads(screen: Screen): boolean {
  switch (screen.at) {
    case 'welcome':
    case 'code':
    case 'result':
    case 'failed':
    case 'offices':
    case 'no_booking':
    case 'help':
      return true;
    case 'starting':
    case 'closed':
    case 'out_of_order':
    case 'asking':
    case 'dark':
    case 'staff':
      return false;
  }
}

/** The page that is drawn. */
export function drawn(screen: Screen): Exclude<Screen, { at: 'asking' }> {
  return screen.at === 'asking' ? drawn(screen.from) : screen;
}

/** Something that the next person must not find. */
export function hasTraces(screen: Screen): boolean {
  return !['starting', 'closed', 'out_of_order', 'welcome'].includes(screen.at);
}

/** A result arrived: dark first when another one is still there. */
export function received(screen: Screen, view: LobbyView, said: Lang): Screen {
  return screen.at === 'result' || screen.at === 'dark' ? { at: 'dark', view, said } : { at: 'result', view, said };
}

/** A person typed on a keyboard: from the welcome page it opens the page of the code. */
export function typed(screen: Screen, text: string): Screen {
  if (screen.at === 'welcome') {
    const next = withTyped('', text);
    return next.code === '' ? screen : { at: 'code', ...next };
  }
  return screen.at === 'code' ? { at: 'code', ...withTyped(screen.code, text) } : screen;
}

export function erased(screen: Screen, all: boolean): Screen {
  return screen.at === 'code' ? { at: 'code', code: all ? '' : screen.code.slice(0, -1), strange: false } : screen;
}

/** The code that can be sent, or null while characters are missing. */
export function completeCode(screen: Screen): string | null {
  return screen.at === 'code' && screen.code.length === code_length ? screen.code : null;
}

/** These all say the same and look the same: what is behind them is for the staff only. */
const staff_only: readonly Verdict[] = ['blocked', 'bad_signature', 'not_ours', 'key_unknown'];

/**
 * What may be shown of a result. The neutral ones get one look and one sound whatever the wire says, so that nobody beside the
 * person can tell them apart.
 */
export function shown(view: LobbyView): LobbyView {
  if (staff_only.includes(view.verdict) || view.class === 'neutral') {
    return { ...view, verdict: 'blocked', class: 'neutral', sound: 'neutral', office: null, floor: null, room: null };
  }
  return view;
}

/** Results after which writing the code helps. */
export function mayWriteCode(verdict: Verdict): boolean {
  return verdict === 'not_a_receipt' || verdict === 'damaged' || verdict === 'unknown_booking';
}

/** Floor and room stand in the head of the page already; a next step that only names them again says nothing. */
export function repeatsPlace(view: LobbyView): boolean {
  // A floor may be in other words: "terra" is the ground floor.
  const place = view.room ?? view.floor;
  return view.class === 'enter' && place !== null && view.next_step.includes(place);
}

/** Offices on one page of the list. */
export function officesOn<Office>(offices: readonly Office[], page: number, each: number): { rows: readonly Office[]; pages: number; page: number } {
  const pages = Math.max(1, Math.ceil(offices.length / each));
  const at = Math.min(Math.max(0, page), pages - 1);
  return { rows: offices.slice(at * each, (at + 1) * each), pages, page: at };
}
