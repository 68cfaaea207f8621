// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import createClient from 'openapi-fetch';
import type { paths } from './schema.d.ts';
import type { Lang } from './types.ts';

/**
 * A refusal of the API: a code for the program, a sentence and a next step for the person, both finished by Rust.
 * `code` is `unreachable` when no answer came at all; then the page has to find the words.
 */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: string;
  readonly next_step: string;
  /** HTTP status, 0 when there was no answer. */
  readonly status: number;
  /** What else the answer held: `tries_left`, `wait_seconds`. */
  readonly facts: Record<string, unknown>;

  constructor(code: string, message: string, next_step: string, status: number, facts: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.next_step = next_step;
    this.status = status;
    this.facts = facts;
  }

  fact(name: string): number | null {
    const value = this.facts[name];
    return typeof value === 'number' ? value : null;
  }
}

let language: Lang = 'it';
/** The language in which Rust finishes its sentences from now on. */
export function speak(lang: Lang): void {
  language = lang;
}

/** Knows every path, what it takes and what it answers: generated from crates/api. */
export const client = createClient<paths>({ cache: 'no-store', headers: { Accept: 'application/json' } });
client.use({ onRequest: ({ request }) => request.headers.set('Accept-Language', language) });

interface Answered { data?: unknown; error?: unknown; response: Response }

/** One call, one answer or a `Refused`. */
export async function answer<Told extends Answered>(asked: Promise<Told>): Promise<NonNullable<Told['data']>> {
  let answered: Told;
  try {
    answered = await asked;
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refused('unreadable', error.message, '', 0);
    throw new Refused('unreachable', String(error), '', 0);
  }
  const { data, error, response } = answered;
  if (response.ok) return data as NonNullable<Told['data']>;
  const told = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>;
  const word = (name: string) => (typeof told[name] === 'string' ? (told[name] as string) : '');
  throw new Refused(word('code') || 'unexpected', word('message'), word('next_step'), response.status, told);
}
