// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// Opens the entrance page in Chromium with a film as its camera, signs in by keys alone, and prints what the screen says.

import { createRequire } from 'node:module';

const ui = createRequire(new URL('../../ui/package.json', import.meta.url));
const { chromium } = ui('playwright-core');
const axe = ui.resolve('axe-core/axe.min.js');

const { VARCO_ADDRESS, VARCO_FILM, VARCO_PERSON, VARCO_PIN, VARCO_SHOT } = process.env;

const browser = await chromium.launch({
  executablePath: process.env.VARCO_CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync',
    '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${VARCO_FILM}`,
  ],
});
try {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'it-IT', bypassCSP: true });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(VARCO_ADDRESS);
  await page.getByRole('button', { name: VARCO_PERSON }).click();
  await page.keyboard.type(VARCO_PIN, { delay: 150 });
  await page.keyboard.press('Enter');
  const verdict = page.locator('[data-verdict]');
  await verdict.waitFor();
  const seen = await verdict.evaluate((element) => ({
    verdict: element.getAttribute('data-verdict'),
    text: element.textContent,
  }));
  await page.addScriptTag({ path: axe });
  const found = await page.evaluate(() => globalThis.axe.run());
  const violations = found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(', ')}`);
  if (VARCO_SHOT) await page.screenshot({ path: VARCO_SHOT });
  console.log(JSON.stringify({ ...seen, violations }));
} finally {
  await browser.close();
}
