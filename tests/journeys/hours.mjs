// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// Opening hours as a manager makes them: drawn by hand and by keys, checked, published from a date, extended, taken back; and
// the court's structure with its history. The hours are those of the Giudice di Pace of Livorno in data/offices.json: 8:45 to
// 11:45 by appointment, then without until 13:00.

import assert from 'node:assert/strict';
import { journey, look, page, passphrase, people, press, says, serve, step, verb } from './kiosk.mjs';

const desk = { least: 36 };
const button = (where, name) => where.getByRole('button', { name, exact: true });
const field = (where, label) => where.getByLabel(label, { exact: true });
const form = (where) => where.locator('section.form');
const band = (where, name) => where.locator('.band', { hasText: name });
const bandAt = (where, day, hours) => where.locator(`[data-day="${day}"] .band`, { hasText: hours });
const title = (where, text) => where.getByRole('heading', { level: 1, name: text }).waitFor();

async function signIn(where, [name, password], go = 'Accedi', labels = ['Nome', 'Password']) {
  await field(where, labels[0]).fill(name);
  await field(where, labels[1]).fill(password);
  await button(where, go).click();
}
async function set(where, label, value) {
  await field(form(where), label).fill(value);
  await field(form(where), label).press('Tab');
}
/** Starts of the office on a date, as the door will know them. */
const starts = (date, audience = 'all') => verb(`slots`, undefined, undefined, ['--office', 'Giudice di Pace', '--from', date, '--audience', audience])
  .filter(({ why }) => why === 'free' || why === 'full').map(({ time }) => time);

await journey(async (browser) => {
  const ada = [people.administrator[0], passphrase];
  const station = await serve({ mode: 'admin' });
  const first = await page(browser, station.address, { width: 1600, height: 1000 });

  step('the week of an office is seen, with what it gives');
  await signIn(first, ada);
  await title(first, /^Orari/);
  await field(first, 'Ufficio').selectOption({ label: 'Giudice di Pace' });
  await title(first, 'Orari: Giudice di Pace');
  await says(first, 'posti a settimana');
  await look(first, 'hours-week', desk);
  const second = await page(browser, station.address, { width: 1280, height: 800, locale: 'en-GB' });
  await signIn(second, ada);
  await button(second, 'EN English').click();
  await field(second, 'Office').selectOption({ label: 'Giudice di Pace' });
  await title(second, 'Hours: Giudice di Pace');
  await look(second, 'hours-week-en', desk);
  const before = starts('2026-09-21');
  assert.equal(before[0], '9:00');

  step('by the keyboard: bands are removed, changed, added and copied');
  for (const day of [2, 4, 5]) {
    await bandAt(first, day, '9:00–12:00').focus();
    await press(first, 'Delete');
  }
  await bandAt(first, 1, '9:00–12:00').focus();
  await press(first, 'Enter', 'ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowUp');
  await bandAt(first, 1, '8:45–11:45').waitFor();
  await first.getByRole('button', { name: 'Lunedì, 8:45–11:45 Tutti ogni 15 min · 2 sportelli 24 posti', pressed: true }).waitFor();
  assert.equal(await first.evaluate(() => document.activeElement.dataset.band), '0', 'the keyboard stays on the band');
  await set(first, 'Vale fino al', '2026-12-31');
  await button(form(first), 'Copia negli altri giorni').click();
  assert.equal(await band(first, '8:45–11:45').count(), 5);
  await bandAt(first, 1, '8:45–11:45').focus();
  await press(first, 'n');
  await set(first, 'Dalle', '11:45');
  await set(first, 'Alle', '13');
  await field(form(first), 'Per chi').selectOption({ label: 'Senza prenotazione' });
  await button(form(first), 'Copia negli altri giorni').click();
  assert.equal(await band(first, '11:45–13:00').count(), 5);
  await says(first, 'Nessuna prenotazione già presa.').catch(() => says(first, /prenotazioni già prese/));

  step('by the mouse: a band is drawn, stretched, moved, split and taken back');
  const lane = await first.locator('[data-lane="3"]').boundingBox();
  const hour = lane.height / 8;
  const at = (time) => lane.y + (time - 8) * hour;
  const middle = lane.x + lane.width / 2;
  await first.mouse.move(middle, at(14));
  await first.mouse.down();
  await first.mouse.move(middle, at(15), { steps: 5 });
  await first.mouse.up();
  await bandAt(first, 3, '14:00–15:00').waitFor();
  await field(form(first), 'Per chi').selectOption({ label: 'Cittadini' });
  const handle = await first.locator('[data-lane="3"] .handle.bottom').boundingBox();
  await first.mouse.move(handle.x + handle.width / 2, at(15));
  await first.mouse.down();
  await first.mouse.move(middle, at(15.5), { steps: 4 });
  await first.mouse.up();
  await bandAt(first, 3, '14:00–15:30').waitFor();
  await first.mouse.move(middle, at(14.5));
  await first.mouse.down();
  const thursday = await first.locator('[data-lane="4"]').boundingBox();
  await first.mouse.move(thursday.x + thursday.width / 2, at(15), { steps: 6 });
  await first.mouse.up();
  await bandAt(first, 4, '14:30–16:00').waitFor();
  await button(form(first), 'Dividi').click();
  await bandAt(first, 4, '15:15–16:00').waitFor();
  await look(first, 'hours-drawn', desk);
  await bandAt(first, 4, '15:15–16:00').focus();
  await press(first, 'Control+z');
  await bandAt(first, 4, '14:30–16:00').waitFor();
  await says(first, 'Annulla: spostamento');

  step('what cannot be is said beside the hours, and nothing is published');
  for (const [label, value, said] of [
    ['Alle', '25:00', /Non si capisce: alle/],
    ['Alle', '14:00', /l'inizio \(14:30\) deve venire prima della fine/],
    ['Alle', '14:35', /non entra in 5 minuti/],
    ['Persone insieme', '0', /Fuori misura: persone, da 1 a 5000/],
    ['Persone insieme', '1000000', /Fuori misura: persone, da 1 a 5000/],
  ]) {
    await set(first, label, value);
    await says(first, said);
    await press(first, 'Escape');
    await first.locator('.week .band').first().focus();
    await press(first, 'Control+z');
    await bandAt(first, 4, '14:30–16:00').click();
  }
  await field(form(first), 'Per chi').selectOption({ label: 'Tutti' });
  await set(first, 'Dalle', '11:00');
  await says(first, /si sovrappongono/);
  await look(first, 'hours-wrong', desk);
  await first.locator('.week .band').first().focus();
  await press(first, 'Control+z', 'Control+z');

  step('it is checked and published from a date: the week before stays');
  await field(first, 'Da quando').fill('2026-09-21');
  await button(first, 'Controlla e pubblica').click();
  await says(first, 'Che cosa cambia dal 21 settembre 2026');
  await says(first, /Nuovo: mercoledì 8:45–11:45/);
  await look(first, 'hours-sure', desk);
  await button(first, 'Pubblica').click();
  await says(first, 'Pubblicato: vale dal 21 settembre 2026.');
  await look(first, 'hours-published', desk);
  assert.equal(starts('2026-09-21')[0], '8:45');
  assert.equal(starts('2026-09-21', 'walk_in')[0], '11:45');
  assert.equal(starts('2026-09-18')[0], '9:00');

  step('whoever drew on the hours as they were is told, and nothing is overwritten');
  await second.locator('[data-day="1"] .band').first().focus();
  await press(second, 'Delete');
  await button(second, 'Check and publish').click();
  await second.getByRole('alert').waitFor();
  assert.match(await second.getByRole('alert').innerText(), /Ada R\./);
  await look(second, 'hours-stale-en', desk);
  await button(second, 'Look at it as it is now').click();
  await second.locator('[data-day="3"] .band').first().waitFor();

  step('hours hold for longer by one action, and that is taken back');
  await bandAt(first, 1, '8:45–11:45').click();
  await button(form(first), 'Prolunga').click();
  await field(first, 'Prolunga fino al').fill('2027-06-30');
  await button(first, 'Prolunga ora').click();
  await says(first, 'Prolungato fino al 30 giugno 2027');
  assert.equal(starts('2027-03-01')[0], '8:45');
  await button(first, 'Annulla').click();
  await says(first, 'Annullato: gli orari sono quelli di prima.');
  assert.deepEqual(starts('2027-03-01'), []);
  await first.getByText('Perché un’ora è libera o no?').click();
  await field(first, 'Giorno').fill('2026-09-21');
  await field(first, 'Ora').fill('8:00');
  await button(first, 'Chiedi').click();
  await says(first, /si apre alle 8:45/i);

  step('the court is changed in place and a change is taken back');
  await first.getByRole('link', { name: 'Sedi e uffici' }).click();
  await title(first, 'Sedi e uffici');
  await look(first, 'structure', desk);
  await button(first, 'Modifica Giudice di Pace').click();
  await look(first, 'structure-office', desk);
  await field(first.locator('form'), 'stanza facoltativo').or(first.locator('form').getByLabel(/stanza/)).first().fill('<b>9</b>');
  await first.locator('form').getByLabel(/^nome/).fill('');
  await button(first, 'Salva').click();
  await says(first, 'Manca: nome.');
  await first.locator('form').getByLabel(/^nome/).fill('Giudice di Pace');
  await button(first, 'Salva').click();
  await says(first, 'Salvato: Giudice di Pace');
  await says(first, '<b>9</b>');
  await look(first, 'structure-saved', desk);
  await button(first, 'Annulla').click();
  await says(first, 'Com’era prima');
  await button(second, 'IT Italiano').waitFor();
  await second.getByRole('link', { name: 'Sites and offices' }).click();
  await title(second, 'Sites and offices');
  await button(second, 'Edit Giudice di Pace').click();
  await look(second, 'structure-office-en', desk);

  step('the history says who changed what, and the newest change is taken back');
  await first.getByRole('link', { name: 'Registro' }).click();
  await title(first, 'Registro');
  await says(first, 'Orari: Giudice di Pace');
  await look(first, 'history', desk);
  const publishing = first.locator('li.card', { hasText: 'Orari: Giudice di Pace' });
  await publishing.nth(0).getByRole('button').click();
  await says(first, 'Annullato');
  await second.getByRole('link', { name: 'History' }).click();
  await look(second, 'history-en', desk);
});
