// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { describe, expect, test } from 'vitest';
import { blank, daysIn, digits, faults, firstOpen, groups, saintDay, stepAfter, stepBefore, steps, wire, withoutSecrets, type Answers } from './answers.ts';

const twice = (text: string) => ({ first: text, again: text });
const whole = (): Answers => ({
  ...blank('it', 'Ingresso principale'),
  court: ' Tribunale di Valserena ',
  site: { name: 'Palazzo di Giustizia', address: 'Piazza 1', zone: 'Europe/Rome' },
  saint: { by: 'town', town: 'Pistoia', day: '07-25' },
  template: 'pistoia',
  administrator: { name: 'Anna Bianchi', pin: twice('482915'), password: twice('quattro gatti neri') },
  supervisor: { name: 'Carlo', pin: twice('730264') },
  passphrase: twice('il mare visto da lassù'),
  steward: { name: 'Dora', pin: twice('915037') },
});

describe('the questions', () => {
  test('lead from the language to the summary and back, and stop at the ends', () => {
    let step = steps[0] as (typeof steps)[number];
    for (const expected of steps.slice(1)) {
      step = stepAfter(step);
      expect(step).toBe(expected);
    }
    expect(stepAfter('summary')).toBe('summary');
    expect(stepBefore('language')).toBe('language');
  });

  test('are all answered before a court can be made', () => {
    expect(firstOpen(blank('it', 'Ingresso'))).toBe('court');
    expect(firstOpen(whole())).toBeNull();
  });

  test('take no empty name, not even one of spaces', () => {
    expect(faults('court', { ...whole(), court: '  ' })).toEqual({ court: 'setup-fault-empty' });
    expect(Object.keys(faults('site', { ...whole(), site: { name: '', address: '', zone: 'Europe/Rome' } }))).toEqual(['site', 'address']);
  });

  test('take no date that does not exist', () => {
    const on = (month: number, date: number) => faults('saint', { ...whole(), saint: { by: 'date', month, date } });
    expect(on(2, 30)).toEqual({ saint: 'setup-fault-date' });
    expect(on(2, 29)).toEqual({});
    expect(on(4, 31)).toEqual({ saint: 'setup-fault-date' });
    expect(on(0, 1)).toEqual({ saint: 'setup-fault-date' });
    expect(faults('saint', { ...whole(), saint: null })).toEqual({ saint: 'setup-fault-choose' });
    expect(faults('saint', { ...whole(), saint: { by: 'none' } })).toEqual({});
  });

  test('want each secret twice and the same', () => {
    const answers = whole();
    expect(faults('password', { ...answers, administrator: { ...answers.administrator, password: { first: 'quattro gatti neri', again: 'quattro gatti ner' } } }))
      .toEqual({ secret_again: 'setup-fault-again' });
    expect(faults('pin', { ...answers, administrator: { ...answers.administrator, pin: { first: '482915', again: '482951' } } }))
      .toEqual({ pin_again: 'setup-fault-again' });
    expect(faults('passphrase', { ...answers, passphrase: twice('corta') })).toEqual({ secret: 'setup-fault-short' });
  });

  test('do not take the password for the passphrase', () => {
    expect(faults('passphrase', { ...whole(), passphrase: twice('quattro gatti neri') })).toEqual({ secret: 'setup-fault-same-as-password' });
  });

  test('do not take one name for two people, however it is written', () => {
    expect(faults('steward', { ...whole(), steward: { name: ' carlo', pin: twice('915037') } })).toEqual({ name: 'setup-fault-name-taken' });
  });

  test('can be left without supervisor and steward', () => {
    const alone = { ...whole(), supervisor: null, steward: null };
    expect(firstOpen(alone)).toBeNull();
  });
});

describe('what is sent', () => {
  test('is what was answered, without the spaces around it', () => {
    expect(wire(whole(), 'k')).toEqual({
      key: 'k', court: 'Tribunale di Valserena', gate: 'Ingresso principale', template: 'pistoia',
      site: { name: 'Palazzo di Giustizia', address: 'Piazza 1', zone: 'Europe/Rome', patron_saint: '07-25' },
      administrator: { name: 'Anna Bianchi', pin: '482915', password: 'quattro gatti neri', passphrase: null },
      supervisor: { name: 'Carlo', pin: '730264', password: null, passphrase: 'il mare visto da lassù' },
      steward: { name: 'Dora', pin: '915037', password: null, passphrase: null },
    });
  });

  test('gives the passphrase to who answers for the door', () => {
    const sent = wire({ ...whole(), supervisor: null }, 'k');
    expect([sent.administrator.passphrase, sent.supervisor]).toEqual(['il mare visto da lassù', null]);
  });
});

test('what is kept between two openings holds no secret', () => {
  const text = JSON.stringify(withoutSecrets(whole()));
  for (const secret of ['482915', '730264', '915037', 'gatti', 'lassù']) expect(text).not.toContain(secret);
  expect(text).toContain('Anna Bianchi');
});

test('the day of a saint is written as the wire wants it', () => {
  expect(saintDay({ by: 'date', month: 7, date: 5 })).toBe('07-05');
  expect(saintDay({ by: 'none' })).toBeNull();
  expect(saintDay(null)).toBeNull();
  expect([daysIn(2), daysIn(9), daysIn(13)]).toEqual([29, 30, 0]);
});

test('a PIN field keeps digits only', () => {
  expect(digits('48 29-15x7')).toBe('482915');
});

test('a recovery code is shown in groups', () => {
  expect(groups('K7M2-P9QX')).toEqual(['K7M2', 'P9QX']);
  expect(groups('K7M2P9QX4H')).toEqual(['K7M2', 'P9QX', '4H']);
  expect(groups('')).toEqual([]);
});
