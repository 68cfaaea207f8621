// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// Walks through the lobby by keys alone, by a scanner, and by nobody at all, and says what does not hold.
// node dev/lobby-flow.mjs

import { strict as assert } from 'node:assert';
import { chromium } from 'playwright-core';
import { serve, state } from './lobby-setup.mjs';

const server = await serve(5394);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream=fps=5', '--no-sandbox'] });
const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, permissions: ['camera'] });
context.setDefaultTimeout(240_000);
const page = await context.newPage();
page.on('pageerror', (error) => console.log('page error', error));
const fresh = structuredClone(state);
let failed = 0;

async function check(name, act) {
  Object.assign(state, structuredClone(fresh), { journal: [] });
  await page.goto('http://127.0.0.1:5394/lobby/');
  await page.getByRole('heading', { level: 1, name: 'Buongiorno' }).waitFor();
  try {
    await act();
    console.log('ok  ', name);
  } catch (error) {
    failed += 1;
    console.log('FAIL', name, '\n    ', String(error.message).split('\n').slice(0, 6).join('\n     '));
  }
}
const heading = (name) => page.getByRole('heading', { level: 1, name }).waitFor();
const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
const ringed = () => page.evaluate(() => document.activeElement?.matches(':focus-visible') ?? false);
const burst = (text) => page.evaluate((keys) => {
  for (const key of [...keys, 'Enter']) {
    const code = /[A-Z]/.test(key) && key.length === 1 ? `Key${key}` : /[0-9]/.test(key) ? `Digit${key}` : key;
    window.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, shiftKey: /^[A-Z]$/.test(key) }));
  }
}, text);

await check('a code is typed on a keyboard and sent with Enter', async () => {
  await page.keyboard.type('a222 2222', { delay: 110 });
  await page.getByText('Il codice è completo').waitFor();
  await page.waitForFunction(() => /Avanti/.test(document.activeElement?.textContent ?? ''));
  assert.equal(await ringed(), true, 'the button that Enter presses has a ring');
  await page.keyboard.press('Enter');
  await heading('Prego, piano 2');
  assert.deepEqual(state.journal.map(({ text, source }) => [text, source]), [['A2222222', 'typed']]);
});

await check('the pad is walked with arrows, one stop of Tab', async () => {
  await page.keyboard.press('Tab');
  assert.match(await focused(), /^Scrivo il codice/);
  assert.equal(await ringed(), true);
  await page.keyboard.press('Enter');
  await heading('Scriva il codice');
  await page.waitForFunction(() => document.activeElement?.textContent?.trim() === '2');
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
  assert.equal(await focused(), 'M');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await page.getByText('Finora: M B.').waitFor({ state: 'attached' });
  await page.keyboard.press('Backspace');
  await page.getByText('Finora: M.').waitFor({ state: 'attached' });
  await page.keyboard.press('Tab');
  assert.match(await focused(), /Indietro/);
});

await check('Escape leads back from every page', async () => {
  for (const [card, title] of [[0, 'Scriva il codice'], [1, 'Uffici di questa sede'], [2, 'Senza prenotazione']]) {
    await page.locator('nav button').nth(card).focus();
    await page.keyboard.press('Enter');
    await heading(title);
    await page.keyboard.press('Escape');
    await heading('Buongiorno');
  }
});

await check('a scanner is heard on any page, also after another receipt', async () => {
  await page.locator('nav button').nth(1).click();
  await burst('B2222222XYZ');
  await heading('In anticipo');
  await burst('A2222222XYZ');
  await heading('Prego, piano 2');
  assert.deepEqual(state.journal.map(({ source }) => source), ['wedge', 'wedge']);
  assert.notEqual(state.journal[0].key, state.journal[1].key);
});

await check('a result is told again in the other language', async () => {
  await burst('B2222222XYZ');
  await heading('In anticipo');
  await page.getByRole('button', { name: 'English' }).click();
  await heading('Early');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  assert.equal(new Set(state.journal.map(({ key }) => key)).size, 1, 'it is the same gesture');
});

await check('help comes back to the result', async () => {
  await burst('B2222222XYZ');
  await heading('In anticipo');
  await page.getByRole('button', { name: 'Chiama una persona' }).click();
  await heading('Il personale è avvisato');
  await page.keyboard.press('Escape');
  await heading('In anticipo');
});

await check('what is for the staff only cannot be told apart', async () => {
  await burst('D2222222XYZ');
  await heading('Un momento');
  assert.equal(await page.locator('header').getAttribute('data-class'), 'neutral');
});

await check('a receipt before the camera is answered', async () => {
  let told = false;
  state.seen = (lang) => (told ? { seen: 'same', scan: 'a' } : ((told = true), { seen: 'verdict', verdict: { scan: 'a', class: 'enter', verdict: 'admit', sound: 'enter', word: 'Prego, piano 2', title: '', office: null, floor: '2', room: null, steps: [], next_step: '', directions: null, spoken: lang } }));
  await heading('Prego, piano 2');
  await page.getByRole('button', { name: 'Ho finito' }).click();
  await heading('Buongiorno');
});

await check('no way out: menu, selection, shortcuts, zoom', async () => {
  const prevented = await page.evaluate(() => {
    const stays = (event) => !document.querySelector('h1').dispatchEvent(event);
    return [
      stays(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })), stays(new Event('selectstart', { bubbles: true, cancelable: true })),
      stays(new KeyboardEvent('keydown', { key: 'p', ctrlKey: true, bubbles: true, cancelable: true })), stays(new KeyboardEvent('keydown', { key: 'F5', bubbles: true, cancelable: true })),
      stays(new KeyboardEvent('keydown', { key: 'F11', bubbles: true, cancelable: true })), stays(new WheelEvent('wheel', { ctrlKey: true, bubbles: true, cancelable: true })),
      stays(new Event('dragstart', { bubbles: true, cancelable: true })),
    ];
  });
  assert.deepEqual(prevented, Array(prevented.length).fill(true));
  assert.equal(await page.locator('a, input, textarea').count(), 0, 'nothing to follow or to write into');
  assert.equal(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth), true);
});

await check('closing time lets a person finish, then the page closes', async () => {
  await burst('A2222222XYZ');
  await heading('Prego, piano 2');
  state.lobby.open = false;
  state.lobby.closed_text = 'Gli uffici hanno chiuso';
  await page.waitForTimeout(11_000);
  await heading('Prego, piano 2');
  await page.getByRole('button', { name: 'Ho finito' }).click();
  await heading('Gli uffici hanno chiuso');
});

await check('a kiosk that nobody answers says what to do, and comes back by itself', async () => {
  state.unreachable = true;
  await heading('Fuori servizio');
  await page.getByText('Si rivolga al personale all’ingresso').first().waitFor();
  assert.equal(await page.getByRole('button', { name: 'Chiama una persona' }).count(), 0);
  state.unreachable = false;
  await heading('Buongiorno');
});

await check('nobody touches: it asks, then wipes everything', async () => {
  state.lobby.idle_seconds = 30;
  await page.reload();
  await heading('Buongiorno');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Contrast' }).click();
  await page.getByRole('button', { name: 'Larger text' }).click();
  await page.getByRole('button', { name: /Type the code/ }).click();
  for (const char of 'K7M2') await page.getByRole('button', { name: char, exact: true }).click();
  await page.getByRole('alertdialog').waitFor();
  assert.match(await focused(), /I need more time/);
  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await page.getByText('4 characters are missing').waitFor();
  await page.getByRole('alertdialog').waitFor();
  await heading('Buongiorno');
  assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.contrast, document.documentElement.dataset.text]), ['it', undefined, undefined]);
  await page.keyboard.type('p', { delay: 100 });
  await page.getByText('Finora: P.').waitFor({ state: 'attached' });
});

console.log(failed === 0 ? 'all hold' : `${failed} do not hold`);
await browser.close();
await server.close();
process.exit(failed === 0 ? 0 : 1);
