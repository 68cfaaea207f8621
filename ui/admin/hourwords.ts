// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { audiences, type Audience } from './week.ts';

// From what the wire calls something to the key of its words.

export const dayWords = ['hours-day-1', 'hours-day-2', 'hours-day-3', 'hours-day-4', 'hours-day-5', 'hours-day-6', 'hours-day-7'] as const;
/** Beside colour always a letter. */
export const letterWords: Record<Audience, string> = {
  all: 'hours-letter-all', citizens: 'hours-letter-citizens', professionals: 'hours-letter-professionals', agencies: 'hours-letter-agencies', staff: 'hours-letter-staff', walk_in: 'hours-letter-walk-in',
};
export const nameWords: Record<Audience, string> = {
  all: 'hours-for-all', citizens: 'hours-for-citizens', professionals: 'hours-for-professionals', agencies: 'hours-for-agencies', staff: 'hours-for-staff', walk_in: 'hours-for-walk-in',
};
export const audienceOf = ({ audience }: { audience: string }): Audience => audiences.find((each) => each === audience) ?? 'all';

export const nths = ['first', 'second', 'third', 'fourth', 'fifth', 'last'] as const;
export const nthWords: Record<(typeof nths)[number], string> = {
  first: 'hours-nth-first', second: 'hours-nth-second', third: 'hours-nth-third', fourth: 'hours-nth-fourth', fifth: 'hours-nth-fifth', last: 'hours-nth-last',
};
