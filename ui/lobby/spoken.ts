// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { t, words, type Lang } from '../shared/words.svelte.ts';
import type { Lobby } from '../api/index.ts';
import { drawn, type Screen } from './screen.ts';

/** What a voice says of a page, and in which language it is written. */
export function spoken(screen: Screen, told: Lobby | null): { text: string; lang: Lang } {
  const page = drawn(screen);
  const here = (text: string) => ({ text, lang: words.lang });
  switch (page.at) {
    case 'starting':
    case 'dark':
      return here('');
    case 'welcome':
      return here(t('lobby-spoken-welcome'));
    case 'code':
      return here([t('lobby-code-title'), t('lobby-code-where'), page.code === '' ? '' : t('lobby-code-so-far', { code: [...page.code].join(', ') })].join('. '));
    case 'result':
      return { text: page.view.spoken, lang: page.said };
    case 'failed':
      return here(`${page.refused.message || t('lobby-failed')}. ${page.refused.next_step || t('lobby-failed-next')}`);
    case 'offices':
      return here((told?.offices ?? []).map((office) =>
        [office.name, office.floor === null ? '' : t('lobby-floor', { floor: office.floor }), office.room === null ? '' : t('lobby-room', { room: office.room }),
          office.open_until === null ? t('lobby-office-closed') : t('lobby-office-open', { time: office.open_until })].filter((part) => part !== '').join(', ')).join('. '));
    case 'no_booking':
      return here(['hearing', 'counter', 'next-time'].map((line) => `${t(`lobby-no-booking-${line}`)} ${t(`lobby-no-booking-${line}-text`)}`).join(' '));
    case 'help':
      return here(helpWords(page.called).join('. '));
    case 'closed':
      return here(`${told?.closed_text || t('lobby-closed')}. ${told?.opens_text ?? ''}`);
    case 'staff':
      return here(t(page.left ? 'lobby-staff-closed' : 'lobby-staff-title'));
    case 'out_of_order':
      return here(`${t('lobby-out-of-order')}. ${page.text ?? t('lobby-out-of-order-next')}`);
  }
}

/** Title and sentences of the page on which somebody waits for a person. */
export function helpWords(called: 'waiting' | 'yes' | 'no'): string[] {
  switch (called) {
    case 'waiting':
      return [t('lobby-one-moment')];
    case 'yes':
      return [t('lobby-called'), t('lobby-called-next')];
    case 'no':
      return [t('lobby-not-called'), t('lobby-not-called-next')];
  }
}
