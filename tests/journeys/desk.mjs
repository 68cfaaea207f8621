// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// What is behind the ready screen: search, the day's list, late entries, paper mode, the stated clock, conflicts, training, leaving.

import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { away, data, journal, journey, look, page, paper, passphrase, people, press, receipts, says, serve, signIn, step, type, until, verdict, wedge } from './kiosk.mjs';

/** A tile of the menu. */
const tile = (door, name) => door.locator('.tile', { hasText: name });

/** Opens a page behind the menu by its name, by keys alone. */
async function behind(door, name) {
  await press(door, 'F12');
  await tile(door, name).waitFor();
  // The menu takes the focus once when it opens, perhaps just now.
  await until(`the page ${name}`, async () => {
    if (await tile(door, name).count()) await tile(door, name).press('Enter', { timeout: 1000 }).catch(() => {});
    return !(await tile(door, name).count());
  });
}

await journey(async (browser) => {
  const station = await serve({});
  const door = await page(browser, station.address);
  await door.locator('.people button').first().waitFor();
  await signIn(door, people.steward);

  step('a steward is asked for a supervisor');
  await press(door, 'F12');
  await says(door, 'Serve chi supervisiona');
  await look(door, 'sign-in-supervisor');
  const name = door.locator('.people button', { hasText: people.supervisor[0] });
  assert.equal(await door.locator('.people button', { hasText: people.steward[0] }).count(), 0, 'a steward cannot vouch');
  await name.focus();
  await press(door, 'Enter');
  await type(door, people.supervisor[1]);
  await press(door, 'Enter');
  await tile(door, 'Elenco del giorno').waitFor();
  await look(door, 'menu');

  step('search: a passphrase, three letters, identical names told apart and never picked');
  await press(door, 'Escape', 'F7');
  await look(door, 'search-closed');
  await type(door, 'una frase sbagliata');
  await press(door, 'Enter');
  await says(door, 'La frase non è giusta.');
  await type(door, passphrase);
  await press(door, 'Enter');
  await says(door, /Nomi aperti ancora/);
  await type(door, 'Bi');
  await says(door, 'Manca 1 lettera');
  await type(door, 'anchi');
  await press(door, 'Enter');
  await says(door, 'Due persone con lo stesso nome.');
  await says(door, /1961/);
  await says(door, /1984/);
  await look(door, 'search-twins');
  const later = door.locator('li', { hasText: '1961' }).getByRole('button');
  await later.focus();
  await press(door, 'Enter');
  await until('the verdict of the one chosen', () => door.locator('[data-verdict]').count());
  assert.match(await door.locator('.verdict').innerText(), /10:15/);
  await look(door, 'search-chosen');
  const opened = journal('opened').map((fact) => fact.what);
  assert.ok(opened.includes('search') && opened.some((what) => what !== 'search'), `unlocking and searching are written: ${opened}`);
  assert.ok(!JSON.stringify(journal('opened')).includes('Bianchi'), 'no name is in the journal');
  await press(door, 'Escape', 'Escape');
  await door.locator('.ready').waitFor();

  step('the day on the screen, on paper, and every five minutes in a folder');
  await behind(door, 'Elenco del giorno');
  await door.locator('tbody tr').first().waitFor();
  await look(door, 'day');
  assert.ok(!(await door.locator('body').innerText()).includes('Bianchi'), 'no name on the list');
  assert.ok((await paper(door, `${data}/../elenco`)).length >= 1);
  await press(door, 'Escape', 'Escape');
  const folder = `${data}/../chiavetta`;
  mkdirSync(folder, { recursive: true });
  await behind(door, 'Elenco su chiavetta');
  await door.getByLabel('Cartella').focus();
  await press(door, 'Control+A');
  await type(door, folder);
  await press(door, 'F9');
  await says(door, /Scritto alle/);
  await look(door, 'folder');
  const files = readdirSync(folder);
  assert.deepEqual(files.map((file) => file.replace(/^.*\./, '')), ['pdf'], `only a whole list is there: ${files}`);
  assert.ok(readFileSync(`${folder}/${files[0]}`).subarray(0, 5).equals(Buffer.from('%PDF-')));
  await door.getByLabel('Cartella').fill(`${folder}/non/esiste`);
  await press(door, 'F9');
  await until('a refusal in words', () => door.locator('.note.bad, .fault').count());
  await look(door, 'folder-missing');
  await press(door, 'Escape', 'Escape', 'Escape');

  step('ticks made on paper are typed back');
  await behind(door, 'Accessi dalla carta');
  await door.getByLabel('Codice').first().focus();
  for (const [code, persons, time] of [[receipts.couple.code, '2', '1001'], [receipts.unknown.code, '1', '0950'], [receipts.third.code, '1', '2355']]) {
    await type(door, code);
    await press(door, 'Tab', 'Control+A');
    await type(door, persons);
    await press(door, 'Tab');
    await type(door, time);
    await press(door, 'Tab');
  }
  await look(door, 'late-entries');
  await press(door, 'F9');
  await says(door, 'nessuna prenotazione con questo codice');
  await says(door, 'l\'ora è nel futuro');
  await look(door, 'late-entries-answered');
  const late = journal('scan').filter((scan) => scan.marks.includes('late_entry'));
  assert.deepEqual(late.map((scan) => scan.enters), [2]);
  await press(door, 'Escape', 'Escape');

  step('paper mode: hatched, not recorded, written when it ends');
  await behind(door, 'Modalità carta');
  await look(door, 'paper');
  await press(door, 'F9');
  await says(door, 'La modalità carta è attiva');
  await press(door, 'Escape', 'Escape');
  await says(door, /letture NON REGISTRATE/);
  const before = journal('scan').length;
  await wedge(door, receipts.fifth.text);
  await verdict(door, 'admit', /non registrat/i);
  await look(door, 'paper-verdict');
  assert.equal(journal('scan').length, before, 'nothing is written in paper mode');
  await away(door);
  await look(door, 'ready-paper');
  await behind(door, 'Modalità carta');
  await press(door, 'F9');
  await says(door, 'La modalità carta è spenta');
  await until('what was kept is written', () => journal('scan').length === before + 1);
  await press(door, 'Escape', 'Escape');

  step('a supervisor states the time');
  await behind(door, 'Indicare l’ora');
  await type(door, '1035');
  await look(door, 'clock');
  await press(door, 'F9');
  await says(door, 'Ora indicata: 10:35.');
  await press(door, 'Escape', 'Escape');
  await says(door, /dichiarata, fino a mezzanotte/);
  await wedge(door, receipts.note.text);
  await verdict(door, 'too_late');
  await away(door);
  assert.equal(journal('clock_stated').length, 1);
  await behind(door, 'Indicare l’ora');
  await type(door, '1006');
  await press(door, 'F9');
  await says(door, 'Ora indicata: 10:06.');
  await press(door, 'Escape', 'Escape');

  step('alarms and conflicts are taken up by a person');
  await wedge(door, receipts.bad_signature.text);
  await verdict(door, 'bad_signature');
  await press(door, 'F12');
  await says(door, 'Conflitti e allarmi');
  await tile(door, 'Conflitti e allarmi').click();
  await says(door, /Firma falsa alle/);
  await look(door, 'conflicts');
  await door.getByRole('button', { name: 'Prendi in carico' }).first().click();
  await says(door, 'Già prese in carico');
  await look(door, 'conflicts-taken');
  assert.equal(journal('conflict_taken').length, 1);
  await press(door, 'Escape', 'Escape');

  step('the pages of the station');
  for (const [title, shot] of [['Prova del lettore', 'scanner'], ['Fotocamera', 'camera'], ['Misura dello schermo', 'measure']]) {
    await behind(door, title);
    if (shot === 'scanner') {
      await wedge(door, receipts.sixth.text);
      await says(door, '177 caratteri: è una ricevuta, il lettore scrive bene.');
    }
    await look(door, shot);
    await press(door, 'Escape', 'Escape');
    await door.locator('.ready').waitFor();
  }
  assert.ok(!journal('scan').some((scan) => scan.verdict === 'admit' && scan.via === 'wedge' && scan.visitor?.persons === 9));

  step('training: marked on every screen, the real journal stays as it is');
  await behind(door, 'Esercitazione');
  await look(door, 'training-off');
  await press(door, 'F9');
  await says(door, 'L’esercitazione è attiva');
  const real = journal('scan').length;
  await press(door, 'Escape', 'Escape');
  await says(door, 'Le letture non contano e non toccano i dati veri.');
  await look(door, 'ready-training');
  await wedge(door, receipts.sixth.text);
  await until('a verdict of the practice', () => door.locator('.verdict').count());
  await says(door, 'Le letture non contano e non toccano i dati veri.');
  await look(door, 'training-verdict');
  await away(door);
  await door.getByRole('button', { name: /Avvocato/ }).click();
  await says(door, /Avvocato, 1 persona/);
  assert.equal(journal('scan').length, real, 'practice is not in the real journal');
  assert.equal(journal('unbooked').length, 0);
  await behind(door, 'Esercitazione');
  await press(door, 'F9');
  await says(door, 'Il varco lavora con i dati veri');
  await press(door, 'Escape', 'Escape');
  await wedge(door, receipts.sixth.text);
  await verdict(door, 'admit');
  await away(door);
  assert.equal(journal('scan').length, real + 1);

  step('English on the same screens');
  await behind(door, 'English');
  await says(door, 'Menu');
  await look(door, 'menu-en');
  await press(door, 'Escape');
  await look(door, 'ready-en');
  await press(door, 'F12');
  await tile(door, 'Italiano').click();

  step('leaving needs a supervisor');
  await door.getByRole('button', { name: 'Blocca' }).click();
  await signIn(door, people.steward);
  await door.locator('header').getByRole('button', { name: /Menu/ }).click();
  await tile(door, 'Chiudere Varco').click();
  await says(door, 'PIN del supervisore');
  await press(door, 'F9');
  await door.getByRole('radio', { name: people.administrator[0] }).focus();
  await press(door, 'Space');
  await type(door, people.administrator[1]);
  await look(door, 'leave');
  await press(door, 'F9');
  await says(door, 'Varco è chiuso');
  await look(door, 'left');
  await station.gone;
});
