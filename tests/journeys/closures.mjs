// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// A Friday on which the office does not receive: 25 bookings are hit, 20 are moved, 3 kept, 2 cancelled; messages wait; one
// tap takes everything back. Then it is saved once more and the messages leave: there is no way back.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync } from 'node:fs';
import { data, decode, journey, look, page, passphrase, people, press, says, serve, shots, step, verb } from './kiosk.mjs';

const desk = { least: 36 };
const button = (where, name) => where.getByRole('button', { name, exact: typeof name === 'string' });
const field = (where, label) => where.getByLabel(label, { exact: true });
const free = (date) => verb('slots', undefined, undefined, ['--office', 'Ufficio NEP', '--from', date]).map(({ time, why, desks_left }) => [time, why, desks_left]);
const row = (where, n) => where.locator('tbody tr').nth(n);

async function signIn(where, [name, password]) {
  await field(where, 'Nome').fill(name);
  await field(where, 'Password').fill(password);
  await button(where, 'Accedi').click();
}
async function draw(where) {
  await where.goto(`${where.url().split('#')[0]}#/closures`);
  await button(where, 'Nuova chiusura o apertura').click();
  await field(where, 'Dove').selectOption({ label: 'Ufficio NEP' });
  await field(where, 'Giorno').fill('2026-09-25');
  await field(where, 'Motivo (lo legge il cittadino)').fill('Assemblea del personale');
  await field(where, 'Motivo in inglese').fill('Staff assembly');
  await says(where, 'prenotazioni colpite');
}

await journey(async (browser) => {
  const station = await serve({ mode: 'admin' });
  const first = await page(browser, station.address, { width: 1600, height: 1000 });
  await signIn(first, [people.administrator[0], passphrase]);
  await first.getByRole('heading', { level: 1 }).first().waitFor();
  const before = [free('2026-09-25'), free('2026-09-28')];

  step('the list is empty and says so');
  await first.goto(`${first.url().split('#')[0]}#/closures`);
  await says(first, 'Nessuna chiusura in vista');
  await look(first, 'closures-none', desk);

  step('who is hit is seen before anything changes, deadlines first');
  await draw(first);
  await says(first, '25');
  assert.equal(await first.locator('tbody tr').count(), 25);
  assert.match(await row(first, 0).innerText(), /Persona 0[\s\S]*28 set/);
  await look(first, 'closures-draft', desk);
  assert.deepEqual(free('2026-09-25'), before[0], 'a draft changes nothing');

  step('one by one, by mouse and by keys: 20 moved, 3 kept, 2 cancelled');
  for (const n of [22, 23, 24]) await button(row(first, n), 'Tieni').click();
  for (const n of [20, 21]) {
    await button(row(first, n), 'Annulla').focus();
    await press(first, 'Enter');
  }
  await first.getByRole('img', { name: '20 spostate, 3 tenute, 2 annullate' }).waitFor();
  const text = field(first, 'Annullata, Italiano');
  await button(first, /^Annullata \(2\)/).click();
  await text.fill(`${await text.inputValue()} Grazie della pazienza.`);
  await look(first, 'closures-decided', desk);

  step('saved in one go; the messages wait, and one tap takes everything back');
  await button(first, /^Salva e prepara/).click();
  await says(first, /25 prenotazioni colpite: 20 spostate, 3 tenute, 2 annullate/);
  await says(first, /messaggi aspettano fino alle/);
  await look(first, 'closures-saved', desk);
  const after = free('2026-09-25');
  assert.ok(after.every(([, why]) => why !== 'free'), 'nobody books a day that is closed');
  await button(first, 'Elenco delle telefonate').click();
  await says(first, '0573 000 000');
  await look(first, 'closures-phones', desk);
  await button(first, 'Annulla tutto').click();
  await says(first, 'Tutto è tornato come prima');
  assert.deepEqual([free('2026-09-25'), free('2026-09-28')], before);

  step('in English, small: the same, and when the messages have left there is no way back');
  const second = await page(browser, station.address, { width: 1280, height: 800, locale: 'it-IT' });
  await signIn(second, [people.administrator[0], passphrase]);
  await second.getByRole('heading', { level: 1 }).first().waitFor();
  await draw(second);
  await button(second, 'EN English').click();
  await says(second, 'bookings hit');
  await look(second, 'closures-draft-en', desk);
  await button(second, /^Save and prepare/).click();
  await says(second, /messages wait until/);
  await look(second, 'closures-saved-en', desk);
  await button(second, 'Do not wait').click();
  await button(second, 'Yes: no undo after this').click();
  await says(second, 'there is no way back by one tap');
  assert.equal(await button(second, 'Undo everything').count(), 0);

  step('the letters come as a file: one sheet a person, and our reader finds each new receipt on it');
  const [file] = await Promise.all([second.waitForEvent('download'), button(second, 'Letters (PDF)').click()]);
  const letters = `${data}/../letters.pdf`;
  await file.saveAs(letters);
  const said = execFileSync('pdftotext', [letters, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
  assert.equal(said.match(/Gentile Persona \d+/g)?.length, 25);
  assert.match(said, /Motivo: Assemblea del personale\./);
  execFileSync('pdftoppm', ['-r', '150', '-png', '-f', '1', '-l', '2', letters, `${data}/../letter`]);
  const sheets = readdirSync(`${data}/..`).filter((name) => /^letter-.*png$/.test(name)).map((name) => `${data}/../${name}`);
  if (shots) for (const [n, sheet] of sheets.entries()) copyFileSync(sheet, `${shots}/letter-${n}.png`);
  for (const sheet of sheets) assert.match(decode(sheet)[0].texts[0], /^VR1/);

  step('what cannot be is said, and nothing is saved');
  await button(second, 'New closure or opening').click();
  await field(second, 'Day').fill('2020-01-07');
  await field(second, 'Reason in Italian (people read it)').fill('Prova');
  await second.locator('.msg.bad').waitFor();
  assert.equal(await second.getByRole('button', { name: 'Save', exact: true }).getAttribute('aria-disabled'), 'true');
  await look(second, 'closures-fault-en', desk);
});
