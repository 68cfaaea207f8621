// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// Pictures of every page of the lobby at kiosk sizes, with what axe, the ruler and the edges say about each.
// node dev/lobby-shots.mjs FOLDER [only-names-with-this] [measured pixels for a millimetre]

import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { results, serve, state } from './lobby-setup.mjs';

const [folder = 'shots', only = '', measured = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const server = await serve(5391);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream=fps=5', '--no-sandbox', '--autoplay-policy=no-user-gesture-required'] });

const screens = { portrait: { width: 1080, height: 1920 }, landscape: { width: 1920, height: 1080 } };
const looks = [['it', false, false], ['en', false, false], ['it', true, false], ['it', false, true], ['en', true, true]];
// Pressed in the page itself: waiting until nothing moves takes seconds on a loaded machine, and nothing moves here.
const touch = async (page, name) => {
  await page.waitForFunction(([source]) => {
    const button = [...document.querySelectorAll('button')].find((each) => new RegExp(source).test(each.textContent.trim()));
    button?.click();
    return button !== undefined;
  }, [name.source]);
  await page.waitForTimeout(60);
};
const words = { it: { code: /Scrivo il codice/, offices: /Dove devo/, no: /Non ho prenotato/, call: /Chiama una/, send: /^Avanti/ }, en: { code: /Type the code/, offices: /Where do I/, no: /I have no/, call: /Call a person/, send: /^Next/ } };
const write = async (page, code) => {
  for (const char of code) await touch(page, new RegExp(`^${char}$`));
};
const result = (letter) => async (page, lang) => {
  await touch(page, words[lang].code);
  await write(page, `${letter}2222222`);
  await touch(page, words[lang].send);
  await page.locator('article').waitFor();
};
const pages = {
  welcome: async () => undefined,
  hint: async (page, lang) => {
    state.seen = { seen: 'hint', hint: 'flatten', text: lang === 'it' ? 'Stenda il foglio e lo tenga fermo' : 'Flatten the sheet and hold it still' };
    await page.waitForTimeout(700);
  },
  code: async (page, lang) => {
    await touch(page, words[lang].code);
    await write(page, 'K7M2P');
  },
  'code-whole': async (page, lang) => {
    await touch(page, words[lang].code);
    await write(page, 'K7M2P9QX');
  },
  offices: async (page, lang) => touch(page, words[lang].offices),
  'no-booking': async (page, lang) => touch(page, words[lang].no),
  called: async (page, lang) => {
    await touch(page, words[lang].call);
    await page.waitForTimeout(200);
  },
  'not-called': async (page, lang) => {
    state.call_answered = false;
    await touch(page, words[lang].call);
    await page.waitForTimeout(200);
  },
  closed: async (page, lang) => {
    Object.assign(state.lobby, { open: false, closed_text: lang === 'it' ? 'Oggi gli uffici sono chiusi' : 'The offices are closed today', opens_text: lang === 'it' ? 'Riaprono domani, mercoledì 16 settembre, alle 8:30.' : 'They open again tomorrow, Wednesday 16 September, at 8:30.' });
    await page.getByRole('button', { name: words[lang].call }).waitFor({ state: 'detached' });
  },
  'out-of-order': async (page, lang) => {
    state.lobby.out_of_order = lang === 'it' ? 'Questo totem è fuori servizio. Si rivolga al personale all’ingresso.' : 'This kiosk is out of order. Please speak to the staff at the entrance.';
    await page.getByText(state.lobby.out_of_order).waitFor();
  },
  'still-here': async (page, lang) => {
    state.lobby.idle_seconds = 30;
    await touch(page, words[lang].code);
    await page.getByRole('alertdialog').waitFor();
  },
  'result-asked': async (page, lang) => {
    state.lobby.idle_seconds = 30;
    await result('A')(page, lang);
    await page.locator('[data-still]').waitFor();
  },
  ...Object.fromEntries(Object.keys(results).map((letter) => [`result-${letter}-${results[letter].it.verdict}`, result(letter)])),
};

const fresh = structuredClone(state);
let bad = 0;
for (const [size, viewport] of Object.entries(screens)) {
  for (const [name, go] of Object.entries(pages)) {
    for (const [lang, contrast, large] of looks) {
      const shot = [size, name, lang, contrast ? 'contrast' : '', large ? 'large' : ''].filter(Boolean).join('-');
      if (only && !new RegExp(only).test(shot)) continue;
      if (/asked|still/.test(name) && contrast !== large && !only) continue;
      Object.assign(state, structuredClone(fresh));
      const context = await browser.newContext({ viewport, hasTouch: true, permissions: ['camera'] });
      context.setDefaultTimeout(240_000);
      const page = await context.newPage();
      page.on('console', (message) => ['error', 'warning'].includes(message.type()) && !/AudioContext/.test(message.text()) && console.log(shot, message.text()));
      page.on('response', (response) => response.status() >= 400 && console.log(shot, response.status(), response.url()));
      page.on('pageerror', (error) => console.log(shot, error));
      if (measured) await page.addInitScript((px) => localStorage.setItem('varco.mm', px), measured);
      await page.goto('http://localhost:5391/lobby/');
      await page.locator('video:not(.unseen)').waitFor();
      if (lang === 'en') await touch(page, /English/);
      if (contrast) await touch(page, /^Contrast/);
      if (large) await touch(page, /Testo più|Larger/);
      await page.evaluate(() => document.fonts.ready);
      try {
        await go(page, lang);
        await page.waitForTimeout(400);
      } catch (error) {
        console.log(shot, 'not reached:', String(error).split('\n')[0]);
        bad += 1;
      }
      await page.screenshot({ path: `${folder}/${shot}.png` });
      await page.evaluate(axe);
      const told = await page.evaluate(async () => {
        const mm = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm'));
        const found = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
        const lines = found.violations.map((each) => `axe ${each.id}: ${each.nodes.map((node) => `${node.target} ${node.any[0]?.message ?? ''}`).join(' | ')}`);
        for (const button of document.querySelectorAll('button')) {
          const box = button.getBoundingClientRect();
          const label = button.textContent.trim() || button.getAttribute('aria-label');
          if (box.width === 0 || button.closest('[inert]')) continue;
          if (box.height < 27.9 * mm || box.width < 27.9 * mm) lines.push(`small: ${label} ${(box.width / mm).toFixed(1)} x ${(box.height / mm).toFixed(1)} mm`);
          if (box.top < innerHeight * 0.48 - 1) lines.push(`high: ${label} begins at ${((1 - box.top / innerHeight) * 100).toFixed(0)} %`);
        }
        for (const element of document.querySelectorAll('#app *')) {
          const box = element.getBoundingClientRect();
          const style = getComputedStyle(element);
          if (element.closest('.unseen, svg, [inert]') || box.width === 0) continue;
          if (box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.top < -1 || box.left < -1) lines.push(`outside: ${element.tagName}.${element.className} ${Math.round(box.left)} ${Math.round(box.top)} ${Math.round(box.right)} ${Math.round(box.bottom)}`);
          if ((element.scrollWidth > element.clientWidth + 2 || element.scrollHeight > element.clientHeight + 0.45 * Number.parseFloat(style.fontSize)) && style.display !== 'inline' && element.tagName !== 'VIDEO' && style.overflow !== 'visible') lines.push(`cut: ${element.tagName}.${element.className} ${element.scrollWidth}/${element.clientWidth} ${element.scrollHeight}/${element.clientHeight}`);
          if (element.tagName === 'BUTTON' && (element.scrollWidth > element.clientWidth + 2 || element.scrollHeight > element.clientHeight + 0.3 * Number.parseFloat(style.fontSize))) lines.push(`spills: ${element.textContent.trim()} ${element.scrollWidth}/${element.clientWidth} ${element.scrollHeight}/${element.clientHeight}`);
          const fit = element.style.getPropertyValue('--fit');
          if (fit && Number(fit) < 0.8) lines.push(`shrunk to ${fit}: ${element.className}`);
        }
        return lines;
      });
      if (told.length > 0) {
        bad += told.length;
        console.log(shot);
        for (const line of told) console.log('   ', line);
      }
      await context.close();
    }
  }
}
console.log(bad === 0 ? 'nothing to mend' : `${bad} things to look at`);
await browser.close();
await server.close();
process.exit(0);
