// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// The staff at the entrance, receipt by receipt: typed, scanned on any layout, refused, overruled, corrected, let out.

import assert from 'node:assert/strict';
import {
  away, data, decode, journal, journey, look, page, paper, people, press, receipts, says, serve, signIn, step, type, until, verdict, wedge,
} from './kiosk.mjs';


await journey(async (browser) => {
  const station = await serve({});
  const door = await page(browser, station.address);

  step('five wrong PINs are slowed, another person is not');
  await door.locator('.people button').first().waitFor();
  await look(door, 'sign-in');
  await door.getByRole('button', { name: people.administrator[0] }).click();
  for (let wrong = 0; wrong < 5; wrong += 1) {
    await type(door, '987654');
    await press(door, 'F9');
    await until('the PIN is wiped', async () => (await door.locator('.hint').innerText()) !== '');
    await until('an answer', async () => !/Manca|Scrivere/.test(await door.locator('.hint').innerText()));
  }
  await says(door, /Troppi PIN sbagliati: aspettare \d+ second/);
  await look(door, 'sign-in-slowed');
  await signIn(door, people.steward);
  await look(door, 'ready');

  step('a typed short code, a scanner on two layouts, with and without Enter');
  await type(door, receipts.second.code.toLowerCase());
  await verdict(door, 'admit');
  await look(door, 'admit');
  await away(door);
  await wedge(door, receipts.good.text);
  await verdict(door, 'admit');
  await wedge(door, receipts.third.text, { layout: 'it', enter: false });
  await until('the next receipt takes the place of the last', async () => /lettura 3/.test(await door.locator('.verdict .saved').innerText().catch(() => '')));
  await away(door);
  await type(door, 'AB'); // half a code, then a scanner that was left with Caps Lock on
  await wedge(door, receipts.early.text, { caps: true });
  await verdict(door, 'too_early');
  await look(door, 'too-early');
  assert.deepEqual(journal('scan').map((scan) => scan.via), ['typed', 'wedge', 'wedge', 'wedge']);

  step('a supervisor lets in against the verdict, by keys alone');
  await press(door, 'F10');
  await door.getByRole('dialog').waitFor();
  await look(door, 'override');
  await press(door, 'F1');
  await door.getByRole('radio', { name: people.supervisor[0] }).focus();
  await press(door, 'Space');
  await type(door, '000000');
  await press(door, 'F9');
  await says(door, 'Il PIN non è giusto.');
  await look(door, 'override-wrong-pin');
  await press(door, 'Escape', 'F10', 'F2');
  await door.getByRole('radio', { name: people.supervisor[0] }).focus();
  await press(door, 'Space');
  await type(door, people.supervisor[1]);
  await press(door, 'F9');
  await verdict(door, 'admit', /autorizz/i);
  await look(door, 'admit-overruled');
  await away(door);

  step('each wrong receipt is told what it is');
  for (const [name, code] of [
    ['cancelled', 'cancelled'], ['reissued', 'reissued'], ['other_day', 'wrong_day'], ['other_site', 'wrong_site'], ['damaged', 'damaged'],
    ['not_ours', 'not_ours'], ['key_unknown', 'key_unknown'], ['bad_signature', 'bad_signature'], ['closed', 'office_closed'], ['moved', 'admit'],
  ]) {
    await wedge(door, receipts[name].text, { enter: code !== 'damaged' });
    await verdict(door, code, name === 'moved' ? /spostat/i : undefined);
    await look(door, code === 'admit' ? 'moved' : code);
    await away(door);
  }
  for (const [text, words] of [
    ['https://segreto.example/via', /indirizzo|collegamento|link|web/i], ['HC1:6BFSEGRETO790T9WJWG', /certificat|verde|sanitari|tessera/i],
  ]) {
    await wedge(door, text, { layout: 'it' });
    await verdict(door, 'not_a_receipt', words);
    await look(door, 'not_a_receipt');
    await away(door);
  }
  await type(door, receipts.unknown.code);
  await verdict(door, 'unknown_booking');
  await look(door, 'unknown_booking');
  await away(door);
  assert.ok(!JSON.stringify(journal('scan')).toLowerCase().includes('segreto'), 'nothing of a foreign code is kept');

  step('blocked: neutral for everybody, its reason on a touch of the staff, closed after ten seconds');
  await wedge(door, receipts.blocked.text);
  const blocked = await verdict(door, 'blocked');
  assert.ok(!blocked.includes('comando'), 'the reason is not on the big screen');
  await look(door, 'blocked');
  await door.getByRole('button', { name: /Dettagli riservati/ }).click();
  await says(door, 'parlare con il comando');
  await look(door, 'details-blocked');
  await door.getByText('parlare con il comando').waitFor({ state: 'detached' });
  await away(door);
  await wedge(door, receipts.note.text);
  await verdict(door, 'admit_note');
  await look(door, 'admit_note');
  await press(door, 'F8');
  await says(door, 'Riva Alba');
  await says(door, 'ingresso senza gradini');
  await press(door, 'Escape');
  await away(door);
  assert.equal(journal('opened').length, 2, 'each opening is written');

  step('too late: the next place by one touch');
  await wedge(door, receipts.late.text);
  await verdict(door, 'too_late');
  await look(door, 'too_late');
  await door.getByRole('button', { name: /Prenota le/ }).click();
  await says(door, 'Nuovo posto preso');
  await look(door, 'next-place');
  await until('the picture of the receipt', () => door.locator('.placed img').evaluate((image) => image.naturalWidth > 1000));
  await door.evaluate(() => Object.assign(globalThis, { print: () => (document.title = 'printed') }));
  await door.getByRole('button', { name: /Stampa la ricevuta/ }).click();
  assert.equal(await door.title(), 'printed');
  const sheets = await paper(door, `${data}/../carta`);
  assert.equal(sheets.length, 1, 'one sheet');
  assert.match(decode(sheets[0])[0].texts[0], /^VR1/, 'what is printed can be read');
  const taken = (await door.locator('.placed .code').innerText()).replace(/\s/g, '');
  await away(door);
  await type(door, taken);
  await until('the new place is known', () => door.locator('[data-verdict="admit"], [data-verdict="too_early"]').count());
  await away(door);

  step('an entry is taken back');
  await wedge(door, receipts.fourth.text);
  await verdict(door, 'admit');
  await press(door, 'F10', 'F1');
  await look(door, 'annul');
  await door.getByRole('radio', { name: people.supervisor[0] }).click();
  for (const digit of people.supervisor[1]) await door.getByRole('button', { name: digit, exact: true }).click();
  await door.getByRole('button', { name: /Annulla l’accesso/ }).click();
  await verdict(door, 'admit', /annullat/i);
  await look(door, 'annulled');
  assert.equal(journal('annulled').length, 1);
  await away(door);

  step('a document is compared: confirmed, and awaited while the next receipt comes');
  await wedge(door, receipts.document.text);
  await verdict(door, 'check_id');
  await look(door, 'check_id');
  await press(door, 'F9');
  await verdict(door, 'admit', /documento/i);
  await away(door);
  await wedge(door, receipts.document_too.text);
  await verdict(door, 'check_id');
  await wedge(door, receipts.fifth.text);
  await verdict(door, 'admit');
  await away(door);
  await says(door, 'Documento atteso');
  await look(door, 'ready-document-awaited');
  await door.getByRole('button', { name: 'Non coincide' }).click();
  await verdict(door, 'check_id', /non corrisponde/i);
  await look(door, 'check_id-refused');
  await away(door);
  await door.getByText('Documento atteso').waitFor({ state: 'detached' });

  step('fewer of a party came than were booked');
  await wedge(door, receipts.party.text);
  await verdict(door, 'admit', /3/);
  await door.getByRole('button', { name: 'Uno in meno' }).click();
  await until('two entered', async () => (await door.locator('.verdict output').innerText()) === '2');
  await away(door);
  assert.deepEqual(journal('persons').map((fact) => fact.persons), [2]);

  step('out and in again; served where nobody comes back');
  for (const name of ['returns', 'served']) {
    await wedge(door, receipts[name].text);
    await verdict(door, 'admit');
    await away(door);
    await press(door, 'F9');
    await says(door, 'Uscita: mostri la ricevuta');
    if (name === 'returns') await look(door, 'ready-exit');
    await wedge(door, receipts[name].text);
    await verdict(door, 'exit');
    if (name === 'returns') await look(door, 'exit');
    await away(door);
  }
  await wedge(door, receipts.returns.text);
  await verdict(door, 'admit', /rientr/i);
  await away(door);
  await wedge(door, receipts.served.text);
  await verdict(door, 'already_served');
  await look(door, 'already_served');
  await away(door);

  step('a look uses nothing up');
  await press(door, 'F8');
  await says(door, 'Solo vedere: non conta');
  await wedge(door, receipts.sixth.text);
  await verdict(door, 'admit', /solo vist|solo vedere|non conta/i);
  await look(door, 'look');
  await away(door);
  await wedge(door, receipts.sixth.text);
  await verdict(door, 'admit');
  await away(door);
  await wedge(door, receipts.sixth.text);
  await verdict(door, 'admit', /già letta/i);
  await away(door);

  step('entries without booking: a number and one tap, by touch and by keys, and taken back');
  await door.getByRole('button', { name: '2', exact: true }).click();
  await door.getByRole('button', { name: /Avvocato/ }).click();
  await says(door, /Avvocato, 2 persone/);
  await door.getByRole('button', { name: '3', exact: true }).focus();
  await press(door, 'Space', 'F3');
  await says(door, /Testimone, 3 persone/);
  await door.getByRole('button', { name: 'Più di cinque persone' }).focus();
  await press(door, 'Space');
  await type(door, '12');
  await look(door, 'ready-more-persons');
  await press(door, 'Enter', 'F1');
  await says(door, /Udienza, 12 persone/);
  await door.getByRole('button', { name: 'Togli' }).click();
  await until('taken back', async () => !(await door.getByText(/Udienza, 12 persone/).count()));
  assert.deepEqual(journal('unbooked').map((fact) => [fact.reason, fact.persons]), [['lawyer', 2], ['witness', 3], ['hearing', 12]]);
  await press(door, 'F9');
  await door.getByRole('button', { name: '1 esce' }).click();
  await until('somebody left', () => journal('left').length);
});
