// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// What the journeys share: a station on the real core, a browser, hands that type and scan, and eyes that check a screen.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

const ui = createRequire(new URL('../../ui/package.json', import.meta.url));
const { chromium } = ui('playwright-core');
const axe = readFileSync(ui.resolve('axe-core/axe.min.js'), 'utf8');

export const { VARCO_PROGRAM: program, VARCO_DATA: data, VARCO_AT: noon, VARCO_SHOTS: shots } = process.env;
export const receipts = JSON.parse(process.env.VARCO_RECEIPTS ?? '{}');
export const people = { steward: ['Laura B.', '111111'], supervisor: ['Paolo V.', '222222'], administrator: ['Ada R.', '333333'] };

/** Opens the names of the demo court. */
export const passphrase = 'valserena-prova';

const patience_ms = 20_000;
const pairing = 'viaggio-di-prova';
const began = Date.now();

/** Says how far a journey has come; a hung test then tells where. */
export const step = (what) => process.stderr.write(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${what}\n`);

export const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

/** Asks again until there is an answer. */
export async function until(what, get) {
  const end = Date.now() + patience_ms;
  for (;;) {
    const found = await get();
    if (found) return found;
    if (Date.now() > end) throw new Error(`never came: ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** The program without a screen, on the journey's data unless others are named; its rows. */
export function verb(name, folder = data, beside, words = []) {
  const [first, ...rest] = [...(beside ? within(beside) : []), program, name, '--json', '--data', folder];
  const said = execFileSync(first, [...rest, ...words], { encoding: 'utf8' });
  return said.split('\n').filter(Boolean).map((row) => JSON.parse(row));
}

/** What our own reader finds in a picture. */
export const decode = (file) => execFileSync(program, ['decode', '--json', file], { encoding: 'utf8' }).split('\n').filter(Boolean).map((row) => JSON.parse(row));

/** What a page prints on A4, as pictures of its sheets. */
export async function paper(page, folder) {
  mkdirSync(folder, { recursive: true });
  await page.pdf({ path: `${folder}/paper.pdf`, format: 'A4' });
  execFileSync('pdftoppm', ['-r', '150', '-png', `${folder}/paper.pdf`, `${folder}/sheet`]);
  const sheets = readdirSync(folder).filter((file) => file.endsWith('.png')).map((file) => `${folder}/${file}`);
  if (shots) for (const [n, sheet] of sheets.entries()) copyFileSync(sheet, `${shots}/${folder.split('/').at(-1)}-${n}.png`);
  return sheets;
}

/** The facts in the journal, of one kind. */
export const journal = (kind) => verb('export').map(({ event }) => event).filter((event) => event?.kind === kind);

const is_root = process.getuid() === 0;
/** Where the root is no mount of its own (chroot), what is mounted cannot be made private. */
const root_is_mounted = readFileSync('/proc/self/mountinfo', 'utf8').split('\n').some((line) => line.split(' ')[4] === '/');

/** How to get mounts of one's own: as root, else in a user namespace. */
const apart_from = [
  'unshare', '--mount', ...(root_is_mounted ? [] : ['--propagation', 'unchanged']), ...(is_root ? [] : ['--user', '--map-root-user']),
];

/** Runs something where another process has its mounts. */
const within = (pid) => ['nsenter', '--target', String(pid), '--mount', '--root', ...(is_root ? [] : ['--user', '--preserve-credentials'])];

/** Serves a mode of the court; `shell` runs before it, with mounts of its own, and ends in the program; `beside`: a process whose mounts it shares. */
export async function serve({ mode = 'entrance', at = noon, gate, folder = data, port, lang, shell, beside }) {
  port ??= await freePort();
  const words = ['serve', '--json', '--data', folder, '--mode', mode, '--listen', `127.0.0.1:${port}`, '--pair', pairing];
  if (at) words.push('--at', at);
  if (gate) words.push('--gate', String(gate));
  if (lang) words.push('--lang', lang);
  const stdio = ['ignore', 'pipe', 'inherit'];
  const [first, ...rest] = shell ? [...apart_from, 'sh', '-c', shell, program, ...words] : [...(beside ? within(beside) : []), program, ...words];
  const child = spawn(first, rest, { stdio });
  const gone = new Promise((done) => child.once('exit', done));
  const line = await Promise.race([
    new Promise((done) => createInterface({ input: child.stdout }).once('line', done)),
    gone.then((status) => Promise.reject(new Error(`the station ended with ${status}`))),
  ]);
  const { address } = JSON.parse(line);
  const stop = async (signal = 'SIGKILL') => {
    child.kill(signal);
    await gone;
  };
  running.add(stop);
  return { address, port, pid: child.pid, gone, stop };
}
const running = new Set();

/** Runs a journey in one browser and ends whatever it started. */
export async function journey(go, { flags = [] } = {}) {
  const browser = await chromium.launch({
    executablePath: process.env.VARCO_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--use-fake-ui-for-media-stream',
      ...(flags.length > 0 ? flags : ['--use-fake-device-for-media-stream=fps=5']),
    ],
  });
  try {
    await go(browser);
    console.log(JSON.stringify({ screens: looked, violations }));
  } catch (error) {
    const open = browser.contexts().flatMap((context) => context.pages());
    for (const page of open) process.stderr.write(`${await page.locator('body').innerText().catch(String)}\n${violations.join('\n')}\n`);
    if (shots) await open.at(-1)?.screenshot({ path: `${shots}/failed.png` });
    throw error;
  } finally {
    await browser.close();
    for (const stop of running) await stop();
  }
}

export async function page(browser, address, { width = 1920, height = 1080, locale = 'it-IT', ...more } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, locale, bypassCSP: true, ...more });
  const page = await context.newPage();
  page.setDefaultTimeout(patience_ms);
  page.on('pageerror', (error) => violations.push(`the page threw: ${error.message}`));
  await page.goto(address);
  return page;
}

const violations = [];
let looked = 0;

/** Looks at a screen with axe, contrast included, and at what a person would see at once: text cut off, targets too small.
 *  `least`: height of a target in pixels, where it is not that of a kiosk. */
export async function look(page, name, { least } = {}) {
  looked += 1;
  if (shots) {
    mkdirSync(shots, { recursive: true });
    await page.screenshot({ path: `${shots}/${name}.png` });
  }
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  // What fades in is looked at when it has come.
  await page.evaluate(() => Promise.allSettled(document.getAnimations()
    .filter((each) => Number.isFinite(each.effect?.getComputedTiming().endTime)).map((each) => each.finished)));
  const found = await page.evaluate(async (least) => {
    const { violations } = await globalThis.axe.run({ resultTypes: ['violations'] });
    const said = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(', ')}`);
    const mm = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm'));
    const seen = (element) => {
      const box = element.getBoundingClientRect();
      const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
      return box.width > 1 && inside && !element.closest('[inert], .unseen') && element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    };
    for (const button of document.querySelectorAll('button, a[href], select, input:not([type=radio], [type=checkbox])')) {
      if (!seen(button)) continue;
      const box = button.getBoundingClientRect();
      const what = (button.textContent.trim() || button.getAttribute('aria-label') || button.id).replace(/\s+/g, ' ');
      if (box.height < (least ?? 15 * mm) - 1) said.push(`small: "${what}" is ${(box.height / mm).toFixed(1)} mm high`);
      if (box.right > innerWidth + 1 || box.bottom > innerHeight + 1) {
        if (!button.closest('.scroll, .body, main')) said.push(`outside: "${what}"`);
      }
      if (button.scrollWidth > button.clientWidth + 2) said.push(`cut off: "${what}"`);
    }
    return said;
  }, least);
  violations.push(...found.map((what) => `${name}: ${what}`));
}

// ---- hands ----

/** What a key prints: where it lies, with or without shift. */
const us = new Map();
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
  us.set(letter, [`Key${letter}`, true]).set(letter.toLowerCase(), [`Key${letter}`, false]);
}
for (const digit of '0123456789') us.set(digit, [`Digit${digit}`, false]);
for (const [sign, code, shift] of [
  [':', 'Semicolon', true], ['/', 'Slash', false], ['.', 'Period', false], ['-', 'Minus', false], ['|', 'Backslash', true],
  [' ', 'Space', false], ['?', 'Slash', true], ['=', 'Equal', false],
]) us.set(sign, [code, shift]);
/** What an Italian layout makes of the signs of a US scanner. */
const italian = { ':': 'ç', '/': '-', '-': "'", '|': '§', '?': '_', '=': 'ì' };

/** A scanner set to a US keyboard types a text; the system has the layout. */
export async function wedge(page, text, { layout = 'us', enter = true, caps = false } = {}) {
  const client = await page.context().newCDPSession(page);
  const strokes = [...text].map((sign) => {
    const [code, shift] = us.get(sign) ?? [sign, false];
    const key = layout === 'it' ? (italian[sign] ?? sign) : sign;
    return { code, shift, key: caps ? (key === key.toUpperCase() ? key.toLowerCase() : key.toUpperCase()) : key };
  });
  // All at once, as a scanner does: the browser takes them in their order.
  const sent = strokes.map(({ code, shift, key }) =>
    client.send('Input.dispatchKeyEvent', { type: 'keyDown', code, key, text: key, unmodifiedText: key, modifiers: shift ? 8 : 0 }));
  if (enter) sent.push(client.send('Input.dispatchKeyEvent', { type: 'keyDown', code: 'Enter', key: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }));
  await Promise.all(sent);
  await client.detach();
}

/** A person types: slowly enough to be no scanner. */
export const type = (page, text) => page.keyboard.type(text, { delay: 90 });
export const press = (page, ...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

/** A supervisor's or steward's hands at the sign-in page, by keys alone. */
export async function signIn(page, [name, pin]) {
  const button = page.locator('.people button', { hasText: name });
  await button.focus();
  await press(page, 'Enter');
  await type(page, pin);
  await press(page, 'Enter');
  await page.locator('.ready').waitFor();
}

/** Waits for a verdict that was not on the screen before. */
export async function verdict(page, code, mark) {
  const wanted = page.locator(`.verdict[data-verdict="${code}"]`);
  try {
    await wanted.waitFor();
  } catch {
    const other = await page.locator('[data-verdict]').first().getAttribute('data-verdict').catch(() => 'none');
    throw new Error(`${code} never came; the screen shows ${other}`);
  }
  const text = (await wanted.innerText()).replace(/\s+/g, ' ');
  if (mark) assert.match(text, mark, `the mark of ${code}`);
  return text;
}

/** A verdict is put away. */
export async function away(page) {
  await press(page, 'Escape');
  await page.locator('.ready').waitFor();
  await page.locator('.verdict').waitFor({ state: 'detached' });
}

export const says = async (page, what) => {
  await page.getByText(what).filter({ visible: true }).first().waitFor();
};
