// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// Every verdict at kiosk size in one language, one picture each, in the order of the published table; and the ready screen.

import { away, journey, look, page, people, press, receipts, serve, signIn, type, until, verdict, wedge } from './kiosk.mjs';

const { VARCO_LANG: lang } = process.env;

await journey(async (browser) => {
  const station = await serve({ lang });
  const door = await page(browser, station.address, { locale: lang });
  await signIn(door, people.steward);
  await look(door, 'ready');
  let seen = 0;
  const judged = async (door, code) => {
    await verdict(door, code);
    seen += 1;
    await look(door, `${String(seen).padStart(2, '0')}-${code}`);
    await away(door);
  };
  const shown = async (name, code) => {
    await wedge(door, receipts[name]?.text ?? name);
    await judged(door, code);
  };
  await shown('https://esempio.example/parcheggio', 'not_a_receipt');
  await shown('damaged', 'damaged');
  await shown('not_ours', 'not_ours');
  await shown('key_unknown', 'key_unknown');
  await shown('bad_signature', 'bad_signature');
  await type(door, receipts.unknown.code);
  await judged(door, 'unknown_booking');
  for (const [name, code] of [
    ['blocked', 'blocked'], ['cancelled', 'cancelled'], ['reissued', 'reissued'], ['other_site', 'wrong_site'], ['other_day', 'wrong_day'],
    ['closed', 'office_closed'], ['early', 'too_early'], ['late', 'too_late'], ['document', 'check_id'], ['note', 'admit_note'], ['good', 'admit'],
  ]) await shown(name, code);

  await wedge(door, receipts.party.text);
  await verdict(door, 'admit');
  await door.getByRole('button', { name: lang === 'it' ? 'Uno in meno' : 'One less' }).click();
  await until('two entered', async () => (await door.locator('.verdict output').innerText()) === '2');
  await away(door);
  await wedge(door, receipts.served.text);
  await verdict(door, 'admit');
  await away(door);
  await press(door, 'F9');
  await wedge(door, receipts.served.text);
  await judged(door, 'exit');
  await shown('served', 'already_served');

  // Elsewhere the same receipts are no repeated reading.
  const side = await serve({ gate: 2, lang });
  const other = await page(browser, side.address, { locale: lang });
  await signIn(other, people.steward);
  await wedge(other, receipts.good.text);
  await judged(other, 'already_inside');
  await wedge(other, receipts.party.text);
  await judged(other, 'party_partial');
  await wedge(other, receipts.second.text);
  await verdict(other, 'admit');
  await away(other);
  await wedge(other, receipts.full.text);
  await judged(other, 'site_full');
});
