// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// Walks through the first start, takes a picture of every page, and says what axe and the edges find.
// node dev/setup-shots.mjs FOLDER [only-sizes-with-this]

import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { serve, state } from './lobby-setup.mjs';

const [folder = 'shots', only = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const server = await serve(5393);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const fresh = structuredClone(state);
let bad = 0;

async function look(page, shot) {
  await page.waitForTimeout(250);
  await page.screenshot({ path: `${folder}/${shot}.png` });
  await page.evaluate(axe);
  const told = await page.evaluate(async () => {
    const mm = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm'));
    const found = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    const lines = found.violations.map((each) => `axe ${each.id}: ${each.nodes.map((node) => `${node.target} ${node.any[0]?.message ?? ''}`).join(' | ')}`);
    for (const button of document.querySelectorAll('button')) {
      const box = button.getBoundingClientRect();
      if (box.width > 0 && (box.height < 11.9 * mm || box.width < 11.9 * mm)) lines.push(`small: ${button.textContent.trim()} ${(box.width / mm).toFixed(1)} x ${(box.height / mm).toFixed(1)} mm`);
    }
    const main = document.querySelector('main');
    if (main.scrollWidth > main.clientWidth + 1) lines.push(`wide: ${main.scrollWidth}/${main.clientWidth}`);
    if (main.scrollHeight > main.clientHeight + 1) lines.push(`scrolls: ${main.scrollHeight}/${main.clientHeight}`);
    return lines;
  });
  if (told.length > 0) {
    bad += told.length;
    console.log(shot);
    for (const line of told) console.log('   ', line);
  }
}

const names = { it: { next: 'Avanti', found: 'Crea l’ufficio', lang: 'Italiano', other: 'English', restore: 'Usa questa copia', sure: 'Sì, usa la copia', open: 'Apri Varco', again: 'Ripetere' }, en: { next: 'Next', found: 'Create the court', lang: 'English', other: 'Italiano', restore: 'Use this copy', sure: 'Yes, use the copy', open: 'Open Varco', again: 'Once more' } };

for (const [size, viewport] of Object.entries({ '1366': { width: 1366, height: 768 }, '1920': { width: 1920, height: 1080 } })) {
  for (const lang of ['it', 'en']) {
    if (only && !new RegExp(only).test(`${size}-${lang}`)) continue;
    Object.assign(state, structuredClone(fresh));
    const n = names[lang];
    const page = await (await browser.newContext({ viewport })).newPage();
    page.setDefaultTimeout(240_000);
    page.on('pageerror', (error) => console.log('page', error));
    page.on('console', (message) => message.type() === 'error' && console.log('console', message.text()));
    await page.goto('http://localhost:5393/setup/');
    const shot = (name) => look(page, `${size}-${lang}-${name}`);
    const next = () => page.getByRole('button', { name: n.next, exact: true }).click();
    const fill = async (...texts) => {
      for (const [index, text] of texts.entries()) await page.locator('main input.field').nth(index).fill(text);
    };
    await page.getByRole('button', { name: n.lang, exact: true }).last().waitFor();
    await shot('01-language');
    await page.getByRole('button', { name: n.lang, exact: true }).last().click();
    await shot('02-kind');
    await next();
    await next();
    await shot('03-court-empty');
    await fill('Tribunale di Pistoia');
    await shot('03-court');
    await page.keyboard.press('Enter');
    await fill('Palazzo di Giustizia', 'Piazza del Duomo 1, 51100 Pistoia');
    await page.locator('.line button').nth(1).click();
    await shot('04-site-keyboard');
    await next();
    await shot('05-saint');
    await page.getByRole('radio').nth(1).check();
    await shot('05-saint-date');
    await page.getByRole('radio').nth(0).check();
    await next();
    await shot('06-gate');
    await next();
    await next();
    await shot('07-offices-empty');
    await page.getByRole('radio').nth(1).check();
    await shot('07-offices');
    await next();
    await fill('Anna Bianchi');
    await shot('08-administrator');
    await next();
    await fill('Pistoia2026!!', 'altro');
    await next();
    await shot('09-password-weak');
    await fill('quattro gatti neri sopra', 'quattro gatti neri sopra');
    await shot('09-password');
    await next();
    await fill('123456', '12');
    await next();
    await shot('10-pin-weak');
    await fill('482915', '482915');
    await next();
    await fill('Carlo Verdi', '730264', '730264');
    await shot('11-supervisor');
    await next();
    await fill('il mare visto da lassù', 'il mare visto da lassù');
    await shot('12-passphrase');
    await next();
    await page.getByRole('radio').nth(1).check();
    await shot('13-steward-none');
    await page.getByRole('radio').nth(0).check();
    await fill('Dora Neri', '915037', '915037');
    await shot('13-steward');
    await next();
    await shot('14-summary');
    state.setup_ms = 4000;
    state.setup_fails = { status: 507, body: { code: 'disk_full', message: lang === 'it' ? 'Il disco è pieno.' : 'The disk is full.', next_step: lang === 'it' ? 'Liberare almeno 200 MB e riprovare.' : 'Free at least 200 MB and try again.' } };
    await page.getByRole('button', { name: n.found }).click();
    await shot('15-working');
    await page.getByRole('alert').filter({ hasText: '200 MB' }).waitFor();
    await shot('16-refused');
    state.setup_fails = null;
    await page.getByRole('button', { name: n.found }).click();
    await page.getByText('K7M2').first().waitFor();
    const [first, second] = state.journal;
    if (first.key !== second.key || JSON.stringify(first) !== JSON.stringify(second)) console.log('a retry must be the same gesture', first, second);
    await shot('17-code');
    await page.getByRole('button', { name: n.open }).click();
    await shot('17-code-first');
    await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: `${folder}/${size}-${lang}-18-print.png` });
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('checkbox').check();
    await page.context().close();

    for (const [name, damaged] of Object.entries({
      damaged: { kind: 'damaged', text: 'Il file dei dati è rovinato: il controllo trova pagine illeggibili da martedì 15 settembre alle 9:58.', next_step: 'Scegliere una copia e rimetterla al suo posto.', backups: [{ name: 'varco-2026-09-15-0945.db', at: 'martedì 15 settembre, 9:45' }, { name: 'varco-2026-09-14-1800.db', at: 'lunedì 14 settembre, 18:00' }] },
      'damaged-alone': { kind: 'damaged', text: 'Il file dei dati è rovinato.', next_step: 'Cercare una copia.', backups: [] },
      newer: { kind: 'newer', text: 'Questi dati li ha scritti Varco 0.4; questo è Varco 0.1 e non li tocca.', next_step: 'Installare Varco 0.4 o successivo su questo computer.', backups: [] },
    })) {
      Object.assign(state, structuredClone(fresh), { setup: { needed: false, damaged } });
      const other = await (await browser.newContext({ viewport })).newPage();
      await other.goto('http://localhost:5393/setup/');
      await other.locator('h1').filter({ hasText: /Varco|dati/ }).waitFor();
      if (lang === 'en') await other.getByRole('button', { name: 'English' }).click();
      await look(other, `${size}-${lang}-20-${name}`);
      if (name === 'damaged') {
        await other.getByRole('button', { name: n.restore }).click();
        await other.getByRole('radio').first().check();
        await other.getByRole('button', { name: n.restore }).click();
        await look(other, `${size}-${lang}-21-sure`);
        state.setup_ms = 100;
        await other.getByRole('button', { name: n.sure }).click();
        await other.getByRole('button', { name: n.open }).waitFor();
        await look(other, `${size}-${lang}-22-restored`);
      }
      await other.context().close();
    }
    Object.assign(state, structuredClone(fresh), { unreachable: true });
    const alone = await (await browser.newContext({ viewport })).newPage();
    await alone.goto('http://localhost:5393/setup/');
    await alone.getByRole('alert').waitFor();
    await look(alone, `${size}-${lang}-23-unavailable`);
    await alone.context().close();
  }
}
console.log(bad === 0 ? 'nothing to mend' : `${bad} things to look at`);
await browser.close();
await server.close();
process.exit(0);
