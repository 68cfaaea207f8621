// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import type { Lang, SetupBody, SetupPerson } from '../api/index.ts';
import { holds, pin_length, pinFault, strength } from './strength.ts';

/** The questions, in their order. One a page. */
export const steps = [
  'language', 'kind', 'court', 'site', 'saint', 'gate', 'offices', 'administrator', 'password', 'pin', 'supervisor', 'passphrase', 'steward', 'summary',
] as const;
export type Step = (typeof steps)[number];

/** When the town's own holiday is: by town, by date, or not kept. */
export type Saint = { by: 'town'; town: string; day: string } | { by: 'date'; month: number; date: number } | { by: 'none' };

/** A secret that is written twice, so that a slip is noticed before it is needed. */
export interface Twice { first: string; again: string }
export interface Staff { name: string; pin: Twice }

/** Everything that was answered so far. Nothing of it is lost on the way back or after a refusal. */
export interface Answers {
  lang: Lang;
  kind: 'court' | 'demo';
  court: string;
  site: { name: string; address: string; zone: string };
  saint: Saint | null;
  gate: string;
  template: string | null;
  administrator: Staff & { password: Twice };
  /** Null: the administrator answers for the door. */
  supervisor: Staff | null;
  passphrase: Twice;
  /** Null: no steward for now. */
  steward: Staff | null;
}

export const nobody = (): Staff => ({ name: '', pin: { first: '', again: '' } });

export const blank = (lang: Lang, gate: string): Answers => ({
  lang, kind: 'court', court: '', site: { name: '', address: '', zone: 'Europe/Rome' }, saint: null, gate, template: null,
  administrator: { ...nobody(), password: { first: '', again: '' } }, supervisor: nobody(), passphrase: { first: '', again: '' }, steward: nobody(),
});

/** A field that cannot stay as it is, and the key of the words that say why. */
export type Faults = Partial<Record<Field, string>>;
export type Field =
  | 'court' | 'site' | 'address' | 'saint' | 'gate' | 'template' | 'name' | 'secret' | 'secret_again' | 'pin' | 'pin_again';

/** What is wrong with the answer to a question; empty when it may go on. */
export function faults(step: Step, answers: Answers): Faults {
  switch (step) {
    case 'language':
    case 'kind':
    case 'summary':
      return {};
    case 'court':
      return filled('court', answers.court);
    case 'site':
      return { ...filled('site', answers.site.name), ...filled('address', answers.site.address) };
    case 'saint':
      if (answers.saint === null) return { saint: 'setup-fault-choose' };
      return answers.saint.by === 'date' && !exists(answers.saint.month, answers.saint.date) ? { saint: 'setup-fault-date' } : {};
    case 'gate':
      return filled('gate', answers.gate);
    case 'offices':
      return answers.template === null ? { template: 'setup-fault-choose' } : {};
    case 'administrator':
      return filled('name', answers.administrator.name);
    case 'password':
      return secret(answers.administrator.password, knownTo(answers));
    case 'pin':
      return pin(answers.administrator.pin);
    case 'supervisor':
      return answers.supervisor === null ? {} : staff(answers.supervisor, [answers.administrator.name]);
    case 'passphrase':
      if (answers.passphrase.first !== '' && answers.passphrase.first === answers.administrator.password.first) return { secret: 'setup-fault-same-as-password' };
      return secret(answers.passphrase, knownTo(answers));
    case 'steward':
      return answers.steward === null ? {} : staff(answers.steward, [answers.administrator.name, answers.supervisor?.name ?? '']);
  }
}

/** Names that others know too; a secret made of them is soon guessed. */
export function knownTo(answers: Answers): string[] {
  return [answers.court, answers.site.name, answers.administrator.name, answers.supervisor?.name ?? '', answers.steward?.name ?? ''];
}

function filled(field: Field, text: string): Faults {
  return text.trim() === '' ? { [field]: `setup-fault-${field === 'name' ? 'name' : 'empty'}` } : {};
}

function secret(twice: Twice, known: readonly string[]): Faults {
  const found = strength(twice.first, known);
  if (!holds(found)) return { secret: found.is === 'short' ? 'setup-fault-short' : 'setup-fault-guessable' };
  return twice.first === twice.again ? {} : { secret_again: 'setup-fault-again' };
}

function pin(twice: Twice): Faults {
  const fault = pinFault(twice.first);
  if (fault !== null) return { pin: `setup-fault-pin-${fault}` };
  return twice.first === twice.again ? {} : { pin_again: 'setup-fault-again' };
}

function staff(person: Staff, others: readonly string[]): Faults {
  const taken = person.name.trim() !== '' && others.some((other) => other.trim().toLowerCase() === person.name.trim().toLowerCase());
  return { ...(taken ? { name: 'setup-fault-name-taken' } : filled('name', person.name)), ...pin(person.pin) };
}

/** Digits only, as many as a PIN has. */
export const digits = (text: string): string => text.replace(/[^0-9]/g, '').slice(0, pin_length);

const month_days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Days that a month can have; 29 February is a day that a saint may have. */
export const daysIn = (month: number): number => month_days[month - 1] ?? 0;
const exists = (month: number, date: number): boolean => date >= 1 && date <= daysIn(month);

/** `MM-DD`, or null when none is kept. */
export function saintDay(saint: Saint | null): string | null {
  if (saint === null || saint.by === 'none') return null;
  return saint.by === 'town' ? saint.day : `${String(saint.month).padStart(2, '0')}-${String(saint.date).padStart(2, '0')}`;
}

export const stepAfter = (step: Step): Step => steps[Math.min(steps.indexOf(step) + 1, steps.length - 1)] ?? 'summary';
export const stepBefore = (step: Step): Step => steps[Math.max(steps.indexOf(step) - 1, 0)] ?? 'language';

/** The first question whose answer cannot stay; null when the court can be made. */
export function firstOpen(answers: Answers): Step | null {
  return steps.find((step) => Object.keys(faults(step, answers)).length > 0) ?? null;
}

/** The answers as they are sent. Whoever answers for the door holds the passphrase that opens names. */
export function wire(answers: Answers, key: string): SetupBody {
  const person = (staff: Staff): SetupPerson => ({ name: staff.name.trim(), pin: staff.pin.first, password: null, passphrase: null });
  const passphrase = answers.passphrase.first;
  return {
    key,
    court: answers.court.trim(),
    site: { name: answers.site.name.trim(), address: answers.site.address.trim(), zone: answers.site.zone, patron_saint: saintDay(answers.saint) },
    gate: answers.gate.trim(),
    template: answers.template ?? '',
    administrator: { ...person(answers.administrator), password: answers.administrator.password.first, passphrase: answers.supervisor === null ? passphrase : null },
    supervisor: answers.supervisor === null ? null : { ...person(answers.supervisor), passphrase },
    steward: answers.steward === null ? null : person(answers.steward),
  };
}

/** What may be kept while the page is closed and opened again: everything but secrets. */
export function withoutSecrets(answers: Answers): Answers {
  const empty = { first: '', again: '' };
  const bare = (staff: Staff | null) => staff && { ...staff, pin: empty };
  return {
    ...answers, passphrase: empty, supervisor: bare(answers.supervisor), steward: bare(answers.steward),
    administrator: { ...answers.administrator, pin: empty, password: empty },
  };
}

/** A recovery code in groups of four, as people copy it. */
export function groups(code: string): string[] {
  const parts = code.split(/[\s-]+/).filter((part) => part !== '');
  return parts.length > 1 ? parts : (code.match(/.{1,4}/gu) ?? []);
}
