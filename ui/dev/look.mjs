// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// Pictures of the screens from the mock, to be looked at. `node dev/look.mjs OUT [filter]`
import { mkdirSync, readFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const out = process.argv[2] ?? '/tmp/look';
const only = process.argv[3] ?? '';
const base = process.env.BASE ?? 'http://127.0.0.1:5199';
mkdirSync(out, { recursive: true });
const axe = readFileSync(fileURLToPath(new URL('../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8');
const video = '/tmp/varco-fake.y4m';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', '--autoplay-policy=no-user-gesture-required', ...(existsSync(video) ? [`--use-file-for-fake-video-capture=${video}`] : [])] });
const set = (state) => fetch(`${base}/dev/set`, { method: 'POST', body: JSON.stringify({ signed: 1, training: false, paper: false, banners: [], next: 'admit', marks: [], awaiting: false, walkin: true, hint: null, refuse: null, long: false, number: 127, ...state }) });
const problems = [];

async function shot(name, { state = {}, lang = 'it', size = [1920, 1080], act = async () => {}, settle = 350 } = {}) {
  if (only && !new RegExp(only).test(name)) return;
  await set(state);
  const context = await browser.newContext({ viewport: { width: size[0], height: size[1] }, permissions: ['camera'], bypassCSP: false });
  const page = await context.newPage(); page.setDefaultTimeout(40000);
  page.on('console', (m) => { if (['error', 'warning'].includes(m.type())) problems.push(`${name}: ${m.text()}`); });
  page.on('pageerror', (e) => problems.push(`${name}: ${e}`));
  await page.addInitScript((l) => localStorage.setItem('varco.lang', l), lang);
  await page.goto(`${base}/entrance/`);
  await page.waitForSelector('.bar, .left');
  await page.waitForTimeout(settle);
  await act(page).catch((e) => problems.push(`${name}: ACT ${String(e).slice(0, 120)}`));
  await page.waitForTimeout(settle);
  await page.screenshot({ path: `${out}/${name}.png` });
  const overflow = await page.evaluate(() => {
    const bad = [];
    for (const el of document.querySelectorAll('#app *')) {
      if (el.closest('.unseen') || el.classList.contains('unseen')) continue;
      const s = getComputedStyle(el);
      if (s.visibility === 'hidden' || s.display === 'none') continue;
      const r = el.getBoundingClientRect();
      if (r.width && r.height && (r.right > innerWidth + 2 || r.bottom > innerHeight + 2 || r.left < -2 || r.top < -2) && !el.closest('.scroll, .body, video')) bad.push(`out: ${el.tagName}.${el.className?.baseVal ?? el.className} ${Math.round(r.left)},${Math.round(r.top)},${Math.round(r.right)},${Math.round(r.bottom)}`);
      if (el.children.length === 0 && s.textOverflow !== 'ellipsis' && el.textContent?.trim() && el.scrollWidth > el.clientWidth + 2 && el.clientWidth > 0 && s.display !== 'inline') bad.push(`cut: ${el.tagName}.${el.className} "${el.textContent.trim().slice(0, 40)}" ${el.scrollWidth}>${el.clientWidth}`);
      if (s.overflow.includes('hidden') && (el.scrollHeight > el.clientHeight + 3 + 0.4 * parseFloat(s.fontSize) || el.scrollWidth > el.clientWidth + 3) && el.clientHeight > 0) bad.push(`clip: ${el.tagName}.${el.className} ${el.scrollWidth}x${el.scrollHeight} in ${el.clientWidth}x${el.clientHeight}`);
    }
    return bad.slice(0, 8);
  });
  for (const o of overflow) problems.push(`${name}: ${o}`);
  if (process.env.FAST) { await context.close(); return; }
  await page.evaluate(axe).catch((e) => problems.push(`${name}: axe ${e}`));
  const result = await page.evaluate(async () => {
    const r = await window.axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } });
    return r.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ') + (v.id.includes('contrast') ? ' ' + n.any.map((a) => a.message).join() : '')).slice(0, 3).join(' | ')}`);
  }).catch((e) => [String(e)]);
  for (const v of result) problems.push(`${name}: axe ${v}`);
  await context.close();
}
const type = (text) => async (page) => { for (const c of text) { await page.keyboard.press(c); await page.waitForTimeout(120); } };
const scan = async (page) => { await page.keyboard.type('VR12GAEA4AHC5XQ7ABCDEFGHIJ', { delay: 2 }); await page.keyboard.press('Enter'); await page.waitForTimeout(250); };
const keys = (...list) => async (page) => { for (const k of list) { await page.keyboard.press(k); await page.waitForTimeout(200); } };
const both = async (name, options) => {
  for (const lang of ['it', 'en']) for (const size of [[1920, 1080], [1366, 768]]) await shot(`${name}-${lang}-${size[0]}`, { ...options, lang, size });
};
const one = (name, options) => shot(name, options);
const supervisor = { signed: 3 };
const click = (text) => async (page) => { await page.getByRole('button', { name: text }).first().click(); await page.waitForTimeout(250); };
const all = (...acts) => async (page) => { for (const a of acts) await a(page); };

const banner = (kind, text, next_step) => ({ kind, text, next_step });
await both('ready', {});
await one('ready-code', { act: type('K7m4p') });
await one('ready-pad', { act: (p) => p.locator('.typed').click() });
await one('ready-exit', { act: keys('F9') });
await one('ready-look', { act: keys('F8') });
await one('ready-more', { act: all((p) => p.locator('.numbers .number').last().click(), keys('1', '2')) });
await one('ready-hint', { state: { hint: 'Stenda il foglio: la piega passa sul codice' } });
await one('ready-awaiting', { state: { awaiting: true, long: true } });
await one('ready-banners', { state: { banners: [banner('clock_unsafe', 'Questo varco è 12 minuti avanti rispetto al Varco 2 e alle ricevute.', 'Il supervisore può indicare l’ora giusta dal menu.'), banner('disk_reserve', 'Restano 40 MB: circa un giorno di letture.', 'Liberare spazio sul disco.')], awaiting: true } });
await both('ready-training', { state: { training: true } });
for (const v of ['not_a_receipt', 'damaged', 'not_ours', 'key_unknown', 'bad_signature', 'unknown_booking', 'blocked', 'cancelled', 'reissued', 'wrong_site', 'wrong_day', 'office_closed', 'already_inside', 'already_served', 'party_partial', 'too_early', 'too_late', 'site_full', 'check_id', 'admit_note', 'admit', 'exit']) await both(`v-${v}`, { state: { next: v }, act: scan });
await one('v-admit-marks', { state: { marks: ['already_read', 'by_signature'] , next: 'party_partial' }, act: scan });
await one('v-admit-paper', { state: { paper: true, marks: ['not_recorded'], banners: [banner('paper_mode', 'Modalità carta dalle 9:56: il disco non scrive. 14 letture in memoria.', 'Segnare anche sull’elenco di carta.')] }, act: scan });
await one('v-refuse-paper', { state: { paper: true, marks: ['not_recorded'], next: 'unknown_booking' }, act: scan });
await one('v-check-clock', { state: { marks: ['clock_unsafe', 'moved'], next: 'check_id' }, act: scan });
await one('v-early-clock', { state: { marks: ['clock_unsafe'], next: 'too_early' }, act: scan });
await one('v-admit-training', { state: { training: true, marks: ['training'] }, act: scan });
await one('v-admit-long', { state: { long: true }, act: scan });
await one('v-admit-look', { act: all(keys('F8'), scan) });
await one('v-fault', { state: { next: 'check_id' }, act: all(scan, async () => set({ next: 'check_id', refuse: { code: 'lapsed', message: 'Il tempo per il confronto è passato.', next_step: 'Leggere di nuovo la ricevuta.' } }), keys('F9')) });
await both('override', { state: { next: 'too_late' }, act: all(scan, keys('F10', 'F2'), (p) => p.getByRole('radio', { name: 'Carlo' }).click(), keys('1', '2', '3', '4')) });
await one('override-own', { state: { next: 'too_early' }, act: all(scan, keys('F10', 'F5')) });
await one('annul', { state: { next: 'admit' }, act: all(scan, keys('F10')) });
await one('details', { state: { next: 'blocked' }, act: all(scan, keys('F8')) });
await one('placed', { state: { next: 'too_late' }, act: all(scan, keys('F9')) });
await both('signin', { state: { signed: 0 }, act: keys('1', '2') });
await one('signin-slowed', { state: { signed: 0 }, act: all((p) => p.getByRole('radio', { name: 'Laura' }).click(), keys('0', '0', '0', '0', '0', '0', 'F9')) });
await both('menu', { state: supervisor, act: keys('F12') });
await one('menu-steward', { act: click('Menu') });
const menu = (name) => all(keys('F12'), click(name));
await one('day', { state: supervisor, act: menu('Elenco del giorno') });
await one('day-1366', { state: supervisor, size: [1366, 768], act: menu('Elenco del giorno') });
await one('conflicts', { state: supervisor, act: menu('Conflitti') });
await one('late', { state: supervisor, act: all(menu('Accessi dalla carta'), (p) => p.locator('input.code').first().fill('K7M4PX2R'), (p) => p.locator('input').nth(2).fill('1005'), click('Tastiera')) });
await one('clock', { state: supervisor, act: all(menu('Indicare'), keys('1', '0', '0', '3')) });
await one('paper', { state: supervisor, act: menu('Modalità carta') });
await one('training', { state: supervisor, act: menu('Esercitazione') });
await one('folder', { state: supervisor, act: menu('Elenco su') });
await one('scanner', { state: supervisor, act: all(menu('Prova del'), scan, type('ciao')) });
await one('camera', { state: supervisor, act: menu('Fotocamera') });
await one('measure', { state: supervisor, act: menu('Misura') });
await one('leave', { state: { signed: 1 }, act: all(click('Menu'), click('Chiudere Varco')) });
await one('search-locked', { state: supervisor, act: keys('F7') });
await one('search', { state: supervisor, act: all(keys('F7'), (p) => p.locator('input').fill('frase segreta lunga'), keys('Enter'), (p) => p.locator('input').fill('Rossi Mar'), keys('Enter')) });
await one('search-keyboard', { state: supervisor, size: [1366, 768], act: all(keys('F7'), (p) => p.locator('input').fill('frase segreta lunga'), keys('Enter'), click('Tastiera')) });
await browser.close();
console.log(problems.length ? problems.join('\n') : 'nothing to mend');
