// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import type { Lang } from '../api/index.ts';

const locale: Record<Lang, string> = { it: 'it-IT', en: 'en-GB' };
const at = (date: string) => new Date(`${date}T12:00:00Z`);
const format = (date: string, lang: Lang, how: Intl.DateTimeFormatOptions): string =>
  Number.isNaN(at(date).getTime()) ? date : new Intl.DateTimeFormat(locale[lang], { timeZone: 'UTC', ...how }).format(at(date));

/** 21 settembre 2026 */
export const longDate = (date: string, lang: Lang): string => format(date, lang, { day: 'numeric', month: 'long', year: 'numeric' });
/** lunedì 21 settembre */
export const dayAndMonth = (date: string, lang: Lang): string => format(date, lang, { weekday: 'long', day: 'numeric', month: 'long' });
/** 31/12/2026 */
export const shortDate = (date: string, lang: Lang): string => format(date, lang, { day: '2-digit', month: '2-digit', year: 'numeric' });
/** 21 */
export const dayOfMonth = (date: string): string => String(Number(date.slice(8)));
/** 14–20 settembre 2026 */
export const dateRange = (from: string, to: string, lang: Lang): string =>
  new Intl.DateTimeFormat(locale[lang], { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).formatRange(at(from), at(to));
/** ven 25 set */
export const shortDay = (date: string, lang: Lang): string => format(date, lang, { weekday: 'short', day: 'numeric', month: 'short' });
