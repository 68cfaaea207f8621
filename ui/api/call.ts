// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

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

interface Ask {
  method?: 'GET' | 'POST';
  query?: Record<string, string | number | boolean | undefined>;
  json?: unknown;
  bytes?: Uint8Array<ArrayBuffer>;
  text?: string;
  signal?: AbortSignal;
}

/** One call, one answer or a `Refused`. */
export async function call<Answer>(path: string, ask: Ask = {}): Promise<Answer> {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': language });
  let body: BodyInit | undefined;
  if (ask.json !== undefined) {
    headers.set('Content-Type', 'application/json');
    body = JSON.stringify(ask.json);
  } else if (ask.bytes) {
    headers.set('Content-Type', 'application/octet-stream');
    body = ask.bytes;
  } else if (ask.text !== undefined) {
    headers.set('Content-Type', 'text/plain; charset=utf-8');
    body = ask.text;
  }
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(ask.query ?? {})) if (value !== undefined) query.set(name, String(value));
  const address = query.size > 0 ? `${path}?${query}` : path;

  let response: Response;
  try {
    response = await fetch(address, {
      method: ask.method ?? (body === undefined ? 'GET' : 'POST'),
      headers,
      ...(body === undefined ? {} : { body }),
      ...(ask.signal ? { signal: ask.signal } : {}),
      cache: 'no-store',
    });
  } catch (error) {
    throw new Refused('unreachable', String(error), '', 0);
  }
  const answer = await response.text();
  let value: unknown = {};
  if (answer !== '') {
    try {
      value = JSON.parse(answer);
    } catch {
      throw new Refused('unreadable', answer.slice(0, 200), '', response.status);
    }
  }
  if (response.ok) return value as Answer;
  const told = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const word = (name: string) => (typeof told[name] === 'string' ? (told[name] as string) : '');
  throw new Refused(word('code') || 'unexpected', word('message'), word('next_step'), response.status, told);
}
