// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// The first receipt of a court that was just founded: known, for another day, and let in by its supervisor.

import { journey, look, page, press, receipts, serve, signIn, step, until, verdict, wedge } from './kiosk.mjs';

await journey(async (browser) => {
  step('the first receipt of a new court');
  const station = await serve({ at: null });
  const door = await page(browser, station.address);
  await door.locator('.people button').first().waitFor();
  await signIn(door, ['Paolo Verdi', '280461']);
  await wedge(door, receipts.first.text);
  await verdict(door, 'wrong_day');
  await look(door, 'first-receipt');
  await press(door, 'F10', 'F1', 'F9');
  await until('let in', () => door.locator('.verdict .chip', { hasText: 'autorizzata' }).count());
  await look(door, 'first-receipt-let-in');
});
