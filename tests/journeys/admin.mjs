// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// The office's pages: a first start at a desk, people and their rights, passwords, the lock, and the ways back.

import assert from 'node:assert/strict';
import { journey, look, page, press, says, serve, step, until } from './kiosk.mjs';

const admin = { name: 'Ada Rossi', password: 'quattro tazze sul davanzale' };
const manager = { name: 'Bruno Neri', password: 'sei sedie vuote in corridoio' };
/** At a desk a target is 36 px high at least, its text as large as the reader wants. */
const desk = { least: 36 };

const button = (where, name) => where.getByRole('button', { name, exact: true });
const field = (where, label) => where.getByLabel(label, { exact: true });
async function signIn(where, { name, password }) {
  await field(where, 'Nome').fill(name);
  await field(where, 'Password').fill(password);
  await button(where, 'Accedi').click();
}
const title = (where, text) => where.getByRole('heading', { level: 1, name: text }).waitFor();

await journey(async (browser) => {
  step('a first start at a desk leads to the office');
  const station = await serve({ mode: 'admin', at: null });
  const first = await page(browser, station.address, { width: 1600, height: 1000 });
  await first.waitForURL('**/setup/');
  const on = async () => button(first, 'Avanti').click();
  await button(first, 'Italiano').click();
  await first.getByRole('radio', { name: /vero/ }).check();
  await on();
  await field(first, 'Ufficio giudiziario').fill('Tribunale di Pistoia');
  await on();
  await field(first, 'Sede').fill('Palazzo di Giustizia');
  await field(first, 'Indirizzo').fill('piazza del Duomo 6, Pistoia');
  for (const _ of ['site', 'saint', 'gate']) await on();
  await first.getByRole('radio', { name: /Giudice di Pace/ }).check();
  await on();
  await field(first, 'Nome').fill(admin.name);
  await on();
  for (const label of ['Password', 'Ripetere']) await field(first, label).fill(admin.password);
  await on();
  for (const label of ['PIN di sei cifre', 'Ripetere']) await field(first, label).fill('739152');
  await on();
  await first.getByRole('radio', { name: 'Chi amministra' }).check();
  await on();
  for (const label of ['Frase', 'Ripetere']) await field(first, label).fill('il gatto dorme sul registro');
  await on();
  await first.getByRole('radio', { name: 'Lo faccio dopo' }).check();
  await on();
  await button(first, 'Crea l’ufficio').click();
  await says(first, 'Il codice di recupero');
  const code = (await first.locator('p.code').innerText()).replace(/\s+/g, ' ').toLowerCase();
  await first.getByRole('checkbox').check();
  await button(first, 'Apri Varco').click();
  await first.waitForURL('**/admin/');

  step('wrong passwords are slowed, a name that nobody has as one that somebody has');
  await title(first, 'Accesso all’ufficio');
  await look(first, 'admin-sign-in', desk);
  await button(first, 'Accedi').click();
  await says(first, 'Manca la password.');
  for (const tries of ['4', '3', '2']) {
    await signIn(first, { name: 'Nessuno', password: 'una parola sbagliata' });
    await says(first, new RegExp(`Restano ${tries} tentativi`));
  }
  await signIn(first, { ...admin, password: 'una parola sbagliata' });
  await says(first, /Restano 4 tentativi/);
  await look(first, 'admin-sign-in-wrong', desk);
  await signIn(first, { ...admin, name: 'ada  ROSSI' });
  await first.getByRole('link', { name: 'Persone' }).click();
  await title(first, 'Persone');
  await says(first, 'Qui non c’è ancora nessun altro.');
  await look(first, 'admin-people-empty', desk);

  step('somebody is added, and what they sign in by is seen once');
  await button(first, 'Aggiungi una persona').first().click();
  await field(first, 'Nome').fill(manager.name);
  await button(first, 'Aggiungi una persona').last().click();
  await says(first, 'Questo ruolo lavora per uffici: almeno uno');
  await first.getByRole('checkbox').first().check();
  await look(first, 'admin-person-new', desk);
  await button(first, 'Aggiungi una persona').last().click();
  await says(first, `Da consegnare a ${manager.name}: si vede solo adesso`);
  const given = await first.locator('.secret').innerText();
  assert.match(given, /^[a-z0-9]{4}(-[a-z0-9]{4}){3}$/);
  await look(first, 'admin-person-added', desk);
  await button(first, 'Consegnato').click();
  assert.equal(await first.getByText(given).count(), 0);

  step('a manager changes the password that was given, and sees only what the table says');
  const second = await page(browser, station.address, { width: 1280, height: 800 });
  await signIn(second, { name: manager.name, password: given });
  await title(second, 'Cambiare la password');
  await look(second, 'admin-password-forced', desk);
  await field(second, 'Password di adesso').fill(given);
  await field(second, 'Password nuova').fill('corta');
  await button(second, 'Cambia password').click();
  await says(second, 'Servono almeno 12 caratteri.');
  for (const label of ['Password nuova', 'Ripetere la password nuova']) await field(second, label).fill(manager.password);
  await button(second, 'Cambia password').click();
  await second.locator('.status').waitFor();
  assert.equal(await second.getByRole('link', { name: 'Persone' }).count(), 0);
  assert.equal(await button(second, 'Aggiungi una persona').count(), 0);
  await look(second, 'admin-manager', desk);
  await button(second, 'EN English').click();
  await says(second, /Signed in: Bruno Neri/);
  await look(second, 'admin-manager-en', desk);

  step('a locked screen keeps the page underneath');
  await button(first, 'Modifica Bruno Neri').click();
  await first.locator('td.open').getByLabel('Nome', { exact: true }).fill('Bruno N.');
  await button(first, 'Blocca').click();
  await title(first, 'Schermo bloccato');
  assert.equal(await first.locator('.all').getAttribute('aria-hidden'), 'true');
  await look(first, 'admin-locked', desk);
  await field(first, 'Password').fill('una parola sbagliata');
  await button(first, 'Sblocca').click();
  await says(first, 'Nome o password non corrispondono.');
  await field(first, 'Password').fill(admin.password);
  await button(first, 'Sblocca').click();
  await title(first, 'Persone');
  assert.equal(await first.locator('td.open').getByLabel('Nome', { exact: true }).inputValue(), 'Bruno N.');
  await look(first, 'admin-person-edit', desk);
  await button(first, 'Salva').click();
  await says(first, 'Bruno N.: salvato.');
  await button(first, 'Annulla').click();
  await says(first, 'Com’era prima');
  await first.getByRole('rowheader', { name: manager.name }).waitFor();

  step('by keys alone: a form is opened, left, and the hand is where it was');
  await button(first, 'Modifica Ada Rossi').focus();
  await press(first, 'Enter');
  await until('the name has the cursor', () => first.locator('td.open input').first().evaluate((input) => input === document.activeElement));
  await press(first, 'Escape');
  await first.locator('td.open').waitFor({ state: 'detached' });
  await until('the button has it again', () => button(first, 'Modifica Ada Rossi').evaluate((each) => each === document.activeElement));

  step('a new secret is seen once, and the one before is none any more');
  await button(first, 'Modifica Bruno Neri').click();
  await button(first, 'Nuova password').click();
  await button(first, 'Genera').click();
  await says(first, `Da consegnare a ${manager.name}: si vede solo adesso`);
  await look(first, 'admin-secret', desk);
  await button(first, 'Consegnato').click();
  await press(first, 'Escape');
  await second.reload();
  await title(second, 'Sign in');

  step('who may do what is said in words');
  await first.getByText('Chi può fare che cosa').click();
  await says(first, 'Gestire le persone');
  await look(first, 'admin-rights', desk);
  await first.getByText('Chi può fare che cosa').click();

  step('whoever is archived stands apart, and the last administrator stays');
  await button(first, 'Modifica Bruno Neri').click();
  await button(first, 'Metti in archivio').click();
  await button(first, 'Metti in archivio').last().click();
  await says(first, 'Bruno Neri è in archivio.');
  await look(first, 'admin-person-archived', desk);
  await button(first, 'Modifica Ada Rossi').click();
  await button(first, 'Metti in archivio').click();
  await button(first, 'Metti in archivio').last().click();
  await says(first, 'È l’unica persona che amministra Varco.');
  await look(first, 'admin-last', desk);
  await button(first, 'Cambia password').click();
  await title(first, 'Cambiare la password');
  await until('the first field has the cursor', () => field(first, 'Password di adesso').evaluate((input) => input === document.activeElement));
  await look(first, 'admin-password', desk);
  await button(first, 'Esci').click();
  await title(first, 'Accesso all’ufficio');

  step('without a password the recovery code makes a new administrator, once');
  await button(first, 'Ho perso la password').click();
  await look(first, 'admin-lost', desk);
  await field(first, 'Codice di recupero').fill(code);
  await field(first, 'Nome').fill('Carla Verdi');
  for (const label of ['Password nuova', 'Ripetere la password nuova']) await field(first, label).fill(manager.password);
  await button(first, 'Usa il codice').click();
  await title(first, 'Persone');
  await says(first, /Accesso: Carla Verdi/);

  await button(first, 'EN English').click();
  await title(first, 'People');
  await button(first, 'Add a person').click();
  await look(first, 'admin-people-en', desk);
  await press(first, 'Escape');
  await button(first, 'IT Italiano').click();

  step('two who change the same person: the second is told and nothing is overwritten');
  const third = await page(browser, station.address, { width: 1280, height: 800 });
  await signIn(third, admin);
  await third.getByRole('link', { name: 'Persone' }).click();
  await title(third, 'Persone');
  await button(third, 'Modifica Carla Verdi').click();
  await button(first, 'Modifica Carla Verdi').click();
  await first.locator('td.open').getByLabel('Nome', { exact: true }).fill('Carla V.');
  await button(first, 'Salva').click();
  await says(first, 'Carla V.: salvato.');
  await says(first, /Accesso: Carla V\./);
  await third.locator('td.open').getByLabel('Nome', { exact: true }).fill('Un altro nome');
  await button(third, 'Salva').click();
  await says(third, /Intanto Carla V. l’ha cambiato/);
  await look(third, 'admin-stale', desk);
  await button(third, 'Guarda com’è ora').click();
  await third.getByRole('rowheader', { name: 'Carla V.' }).waitFor();

  step('a page that nobody touches locks itself');
  await third.clock.install();
  let told = 0;
  third.on('response', (response) => (told += response.url().endsWith('/here') ? 1 : 0));
  await third.reload();
  await title(third, 'Persone');
  await button(third, 'Aggiungi una persona').click();
  await third.clock.fastForward('02:00');
  await field(third, 'Nome').fill('Elena');
  await press(third, 'End');
  await until('the server has heard of it', () => told > 0);
  assert.equal(await third.evaluate(() => document.activeElement?.tagName), 'INPUT', 'nothing takes the cursor away');
  await press(third, 'Escape');
  await third.clock.fastForward('14:50');
  assert.equal(await third.locator('.lock').count(), 0);
  await third.clock.fastForward('00:15');
  await title(third, 'Schermo bloccato');
  await field(third, 'Password').fill(admin.password);
  await button(third, 'Sblocca').click();
  await title(third, 'Persone');

  step('when the server is gone the page says so');
  await station.stop();
  await button(third, 'Modifica Carla V.').click();
  await button(third, 'Salva').click();
  await says(third, 'La postazione non risponde');
});
