// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// The first start by keys alone, the demo by touch, and the ways back from data that cannot be opened.

import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, openSync, writeSync, closeSync, readdirSync } from 'node:fs';
import { data, journey, look, page, people, press, says, serve, signIn, step, type, until, verb } from './kiosk.mjs';

const beside = `${data}/..`;
const staged = process.env.VARCO_STAGED;

/** Writes bytes into the middle of a database file. */
function spoil(folder, at, bytes) {
  const file = openSync(`${folder}/varco.db`, 'r+');
  writeSync(file, Buffer.from(bytes), 0, bytes.length, at);
  closeSync(file);
}
function copyOf(name) {
  const folder = `${beside}/${name}`;
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(staged).filter((each) => each !== 'backups' && each !== 'lock')) copyFileSync(`${staged}/${file}`, `${folder}/${file}`);
  return folder;
}
const onward = async (setup, title) => {
  await press(setup, 'Enter');
  await says(setup, title);
};

await journey(async (browser) => {
  step('a court is founded by keys alone');
  const station = await serve({ at: null });
  const setup = await page(browser, station.address, { width: 1366, height: 768 });
  await says(setup, 'Lingua · Language');
  await look(setup, 'setup-language');
  await setup.getByRole('button', { name: 'Italiano' }).focus();
  await onward(setup, 'Che cosa si prepara?');
  await look(setup, 'setup-kind');
  await setup.getByRole('radio', { name: /vero/ }).focus();
  await onward(setup, 'Come si chiama l’ufficio giudiziario?');
  await press(setup, 'Enter');
  await says(setup, 'Manca il testo.');
  await look(setup, 'setup-court-missing');
  await type(setup, 'Tribunale di Pistoia');
  await onward(setup, 'In quale sede si trova?');
  await type(setup, 'Palazzo di Giustizia');
  await press(setup, 'Tab', 'Tab');
  await setup.getByLabel('Indirizzo', { exact: true }).focus();
  await type(setup, 'piazza del Duomo 6, Pistoia');
  await look(setup, 'setup-site');
  await onward(setup, 'La sede chiude per il santo patrono?');
  await says(setup, '25 luglio');
  await look(setup, 'setup-saint');
  await setup.getByRole('radio', { name: /scelgo la città/ }).focus();
  await onward(setup, 'Come si chiama il varco?');
  await onward(setup, 'Con quali uffici si comincia?');
  await look(setup, 'setup-offices');
  await setup.getByRole('radio', { name: /Giudice di Pace/ }).focus();
  await press(setup, 'Space');
  await onward(setup, 'Chi amministra Varco?');
  await type(setup, 'Ada Rossi');
  await onward(setup, 'La password di chi amministra');
  await type(setup, 'pistoia pistoia');
  await press(setup, 'Enter');
  await until('it is refused', () => setup.locator('[aria-invalid="true"]').count());
  await press(setup, 'Control+A');
  await type(setup, 'quattro tazze sul davanzale');
  await setup.getByLabel('Ripetere', { exact: true }).focus();
  await type(setup, 'quattro tazze sul davanzale');
  await look(setup, 'setup-password');
  await onward(setup, 'Il PIN di chi amministra');
  await type(setup, '739152');
  await setup.getByLabel('Ripetere', { exact: true }).focus();
  await type(setup, '739152');
  await onward(setup, 'Chi risponde del varco?');
  await setup.getByLabel('Nome', { exact: true }).focus();
  await type(setup, 'Paolo Verdi');
  await setup.getByLabel('PIN di sei cifre', { exact: true }).focus();
  await type(setup, '280461');
  await setup.getByLabel('Ripetere', { exact: true }).focus();
  await type(setup, '280461');
  await look(setup, 'setup-supervisor');
  await onward(setup, 'La frase che apre i nomi');
  await type(setup, 'il gatto dorme sul registro');
  await setup.getByLabel('Ripetere', { exact: true }).focus();
  await type(setup, 'il gatto dorme sul registro');
  await onward(setup, 'Chi sta al varco?');
  await setup.getByRole('radio', { name: 'Lo faccio dopo' }).focus();
  await press(setup, 'Space');
  await onward(setup, 'È tutto giusto?');
  await look(setup, 'setup-summary');
  await setup.getByRole('button', { name: 'Crea l’ufficio' }).focus();
  await press(setup, 'Enter');
  await says(setup, 'Il codice di recupero');
  const code = (await setup.locator('p.code').innerText()).replace(/\s+/g, '');
  assert.ok(code.length >= 32, 'a code that nobody guesses');
  await look(setup, 'setup-code');
  await setup.emulateMedia({ media: 'print' });
  assert.ok((await setup.locator('.set-sheet').innerText()).replace(/\s+/g, '').includes(code), 'it is on the sheet that is printed');
  await setup.emulateMedia({ media: 'screen' });
  await setup.getByRole('button', { name: 'Apri Varco' }).focus();
  await press(setup, 'Enter');
  await says(setup, 'Prima stampare o scrivere il codice');
  await setup.getByRole('checkbox').focus();
  await press(setup, 'Space');
  await setup.getByRole('button', { name: 'Apri Varco' }).focus();
  await press(setup, 'Enter');
  await setup.waitForURL('**/entrance/');
  await signIn(setup, ['Paolo Verdi', '280461']);
  await says(setup, 'Ingresso principale');
  await look(setup, 'setup-door');
  await press(setup, 'F2');
  await says(setup, /Avvocato, 1 persona/);
  await setup.close();
  await station.stop();

  step('the demo is ready by two touches');
  const trial = await serve({ folder: `${beside}/prova`, at: null });
  const demo = await page(browser, trial.address);
  await demo.getByRole('button', { name: 'Italiano' }).click();
  await demo.getByRole('radio', { name: /Una prova/ }).click();
  await demo.getByRole('button', { name: 'Prepara la prova' }).click();
  await says(demo, 'Varco è pronto');
  await look(demo, 'setup-demo-ready');
  await demo.getByRole('button', { name: 'Apri Varco' }).click();
  await signIn(demo, people.steward);
  await says(demo, 'Dati dimostrativi');
  await demo.close();
  await trial.stop();

  step('a damaged database shows the way back to a copy');
  const hurt = copyOf('guasto');
  verb('backup', hurt);
  spoil(hurt, 0, Array.from({ length: 4096 }, () => 0x5a));
  const broken = await serve({ folder: hurt, at: null });
  const rescue = await page(browser, broken.address);
  await says(rescue, 'I dati non si aprono');
  await look(rescue, 'setup-damaged');
  await rescue.getByRole('button', { name: 'Usa questa copia' }).click();
  await says(rescue, 'Scegliere una delle possibilità.');
  await rescue.getByRole('radio').first().click();
  await rescue.getByRole('button', { name: 'Usa questa copia' }).click();
  await says(rescue, /Tornare alla copia/);
  await look(rescue, 'setup-sure');
  await rescue.getByRole('button', { name: 'Sì, usa la copia' }).click();
  await says(rescue, 'La copia è al suo posto');
  await look(rescue, 'setup-restored');
  await rescue.getByRole('button', { name: 'Apri Varco' }).click();
  await signIn(rescue, people.steward);
  assert.ok(readdirSync(hurt).some((file) => !['varco.db', 'lock', 'place', 'reserve', 'backups'].includes(file) && /varco|db/.test(file)), `the damaged file is kept aside: ${readdirSync(hurt)}`);
  await rescue.close();
  await broken.stop();
  assert.ok(verb('verify', hurt)[0].findings.every(({ ok }) => ok));

  step('data of a newer Varco are refused in plain words and left alone');
  const newer = copyOf('nuovo');
  spoil(newer, 60, [0, 0, 0x27, 0x0f]);
  const old = await serve({ folder: newer, at: null });
  const refused = await page(browser, old.address);
  await says(refused, 'I dati sono di un Varco più recente');
  await look(refused, 'setup-newer');
  assert.equal(await refused.getByRole('button', { name: 'Usa questa copia' }).count(), 0);
  await refused.close();
  await old.stop();
});
