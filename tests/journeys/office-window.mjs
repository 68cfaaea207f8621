// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// Signs in at the office's pages in the window of the built app, and prints what the page shows then.

import { inWindow, until } from './driver.mjs';

const { VARCO_DATA, VARCO_AT, VARCO_PERSON, VARCO_PASSWORD } = process.env;

await inWindow(['--data', VARCO_DATA, '--at', VARCO_AT, '--mode', 'admin'], async ({ run, type }) => {
  await until('form', () => run(`return document.activeElement?.matches('input[autocomplete="username"]')`));
  await type(`${VARCO_PERSON}\uE004${VARCO_PASSWORD}\uE007`);
  const seen = await until('people', () => run(`
    const people = [...document.querySelectorAll('nav button, nav a')].find((each) => each.textContent.trim() === 'Persone');
    if (people && document.querySelector('h1')?.textContent !== 'Persone') people.click();
    const rows = [...document.querySelectorAll('tbody th')].map((row) => row.textContent);
    return document.querySelector('h1')?.textContent === 'Persone' && rows.length > 0 && { title: document.querySelector('h1').textContent, rows, width: innerWidth, height: innerHeight };
  `));
  console.log(JSON.stringify(seen));
});
