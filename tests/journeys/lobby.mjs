// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// Anyone alone at the kiosk: by touch on an upright screen, by keys alone on a lying one, in two languages, wiped when left.

import assert from 'node:assert/strict';
import { journal, journey, look, page, people, press, receipts, says, serve, step, type, until, wedge } from './kiosk.mjs';

const names = /Conti|Serra|Longo|Nardi|Riva|Caruso|Bianchi/;
const result = (kiosk) => kiosk.locator('article.result');
const touch = (kiosk, name) => kiosk.getByRole('button', { name }).tap();
const finish = async (kiosk) => {
  await touch(kiosk, /Ho finito|I have finished/);
  await result(kiosk).waitFor({ state: 'detached' });
};

await journey(async (browser) => {
  const station = await serve({ mode: 'lobby' });
  const upright = { width: 1080, height: 1920, hasTouch: true };
  const kiosk = await page(browser, station.address, upright);

  step('by touch: the code is written, the way is told, no name is shown');
  await says(kiosk, 'Mostri la ricevuta');
  await kiosk.locator('.lens video').waitFor({ state: 'attached' });
  await look(kiosk, 'lobby-welcome');
  await touch(kiosk, /Scrivo il codice/);
  await look(kiosk, 'lobby-code');
  for (const sign of receipts.good.code) await kiosk.locator('.pad').getByRole('button', { name: sign, exact: true }).tap();
  await touch(kiosk, 'Avanti');
  await says(kiosk, 'Prego, piano 1');
  await look(kiosk, 'lobby-arrived');
  assert.ok(!names.test(await kiosk.locator('body').innerText()), 'no name in the lobby');
  const [arrived] = journal('scan');
  assert.deepEqual([arrived.gesture, arrived.via, arrived.enters], ['arrive', 'typed', 0], 'a manned gate stands behind it');

  step('the same answer in English, in high contrast and in large letters');
  await touch(kiosk, 'English');
  await says(kiosk, /floor 1/i);
  await touch(kiosk, /Contrast/);
  await touch(kiosk, /Larger text/);
  await look(kiosk, 'lobby-arrived-contrast-large-en');
  await finish(kiosk);
  await says(kiosk, 'Mostri la ricevuta');
  await touch(kiosk, /Contrasto/);
  await look(kiosk, 'lobby-welcome-contrast');
  await touch(kiosk, /Testo più grande/);
  await look(kiosk, 'lobby-welcome-contrast-large');
  await touch(kiosk, /Dove devo andare/);
  await says(kiosk, 'Ufficio NEP');
  await look(kiosk, 'lobby-offices');
  await touch(kiosk, 'Indietro');
  await touch(kiosk, /Non ho prenotato/);
  await look(kiosk, 'lobby-no-booking');
  await touch(kiosk, 'Indietro');
  await touch(kiosk, /Contrasto normale/);
  await touch(kiosk, /Testo normale/);

  step('what only the staff may know looks, reads and sounds the same');
  const told = [];
  for (const name of ['blocked', 'bad_signature', 'not_ours', 'key_unknown']) {
    await wedge(kiosk, receipts[name].text);
    await result(kiosk).waitFor();
    told.push([await result(kiosk).innerText(), await kiosk.locator('[data-class]').first().getAttribute('data-class')].join('|'));
    if (name === 'blocked') await look(kiosk, 'lobby-staff-only');
    await finish(kiosk);
  }
  assert.match(told[0], /Si rivolga al personale.*neutral/s);
  assert.equal(new Set(told).size, 1, `they differ: ${told.join('\n')}`);

  step('each other answer says what to do now');
  for (const [name, word] of [
    ['early', /in anticipo/i], ['late', /in ritardo/i], ['cancelled', /annullata/i], ['other_day', /altro giorno/i], ['other_site', /altra sede/i],
    ['closed', /chiuso/i], ['damaged', /illeggibile/i], ['document', /documento/i],
  ]) {
    await wedge(kiosk, receipts[name].text);
    await result(kiosk).getByText(word).first().waitFor();
    await look(kiosk, `lobby-${name}`);
    await finish(kiosk);
  }

  step('by keys alone on a lying screen');
  const lying = await page(browser, station.address);
  await says(lying, 'Mostri la ricevuta');
  await look(lying, 'lobby-welcome-lying');
  await until('the first card has the focus', async () => {
    await press(lying, 'Tab');
    return lying.evaluate(() => document.activeElement.textContent.includes('Scrivo il codice'));
  });
  await press(lying, 'Enter');
  await says(lying, 'Scriva il codice');
  await press(lying, 'ArrowRight', 'Enter', 'ArrowLeft', 'Enter');
  await says(lying, 'Mancano 6 caratteri.');
  await look(lying, 'lobby-code-lying');
  await press(lying, 'Backspace', 'Backspace');
  await type(lying, receipts.second.code);
  await says(lying, 'Il codice è completo');
  await press(lying, 'Enter');
  await says(lying, 'Prego, piano 1');
  await look(lying, 'lobby-arrived-lying');
  await until('the way on', async () => {
    await press(lying, 'Tab');
    return lying.evaluate(() => document.activeElement.textContent.includes('Ho finito'));
  });
  await press(lying, 'Enter');
  await says(lying, 'Mostri la ricevuta');
  await lying.close();

  step('left alone it asks, 20 seconds before it wipes everything');
  const left = await page(browser, 'about:blank', upright);
  await left.clock.install();
  await left.goto(station.address);
  await says(left, 'Mostri la ricevuta');
  await touch(left, 'English');
  await touch(left, /code/i);
  await type(left, 'AB');
  await left.clock.runFor(42_000);
  await says(left, 'Are you still here?');
  await look(left, 'lobby-still-here');
  await touch(left, /more time/i);
  await left.getByText('Are you still here?').waitFor({ state: 'detached' });
  await left.clock.runFor(62_000);
  await says(left, 'Mostri la ricevuta');
  await touch(left, /Scrivo il codice/);
  assert.equal((await left.locator('.boxes').innerText()).trim(), '', 'nothing of the person before is left');
  await left.close();

  step('closed by the schedule, with the next opening');
  const evening = await serve({ mode: 'lobby', at: '2026-09-15T20:00:00' });
  const night = await page(browser, evening.address, upright);
  await says(night, /Riapre .*16 settembre/);
  await look(night, 'lobby-closed');
  await night.close();
  await evening.stop();

  step('the staff close it: a long press and a PIN, which nobody finds by chance');
  await touch(kiosk, /Scrivo il codice/);
  const mark = await kiosk.locator('header .mark').boundingBox();
  await kiosk.mouse.move(mark.x + mark.width / 2, mark.y + mark.height / 2);
  await kiosk.mouse.down();
  await says(kiosk, 'Per il personale');
  await kiosk.mouse.up();
  await look(kiosk, 'lobby-staff');
  await touch(kiosk, 'Indietro');
  await kiosk.keyboard.down('Escape');
  await says(kiosk, 'Per il personale');
  await kiosk.keyboard.up('Escape');
  await kiosk.getByRole('radio', { name: people.supervisor[0] }).tap();
  await type(kiosk, '000000');
  await touch(kiosk, /Chiudi Varco/);
  await says(kiosk, /Il PIN non è giusto/);
  await type(kiosk, people.supervisor[1]);
  await touch(kiosk, /Chiudi Varco/);
  await says(kiosk, 'La postazione è chiusa');
  await station.gone;
});
