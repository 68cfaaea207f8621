// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// What fails at a door: the camera, the decoder, the server, the clock, the disk. The screen says so, and the rest goes on.

import assert from 'node:assert/strict';
import { mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeSync, closeSync } from 'node:fs';
import { away, data, journey, look, page, people, press, receipts, says, serve, signIn, step, type, until, verb, verdict, wedge } from './kiosk.mjs';

/** The evidence on the strip under a title. */
const strip = (door, title) => door.locator('.strip li', { has: door.getByText(title, { exact: true }) }).innerText();
/** The process that reads pictures for a station; children are listed under the thread that started them. */
const decoder = (pid) => readdirSync(`/proc/${pid}/task`)
  .flatMap((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' '))
  .map(Number).find((child) => child > 0);

/** Fills a disk until nothing more fits. */
function fill(file) {
  const open = openSync(file, 'a');
  for (let size = 1 << 20; size >= 512; ) {
    try {
      writeSync(open, Buffer.alloc(size));
    } catch (error) {
      assert.equal(error.code, 'ENOSPC');
      size >>= 1;
    }
  }
  closeSync(open);
}

await journey(async (browser) => {
  let station = await serve({});
  const door = await page(browser, station.address);
  await door.locator('.people button').first().waitFor();
  await signIn(door, people.steward);

  step('the camera stops while it runs');
  await until('the camera reads', async () => /legge, ora/.test(await strip(door, 'Fotocamera')));
  await door.evaluate(() => {
    // What is opened anew sends no pictures either, until it is let go on.
    const { mediaDevices } = navigator;
    globalThis.openAgain = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async () => document.createElement('canvas').captureStream(0);
    for (const video of document.querySelectorAll('video')) video.srcObject?.getVideoTracks()[0]?.stop();
  });
  await until('the strip says so', async () => /ferma dalle/.test(await strip(door, 'Fotocamera')));
  await says(door, /La fotocamera è ferma/);
  await look(door, 'fault-camera');
  await wedge(door, receipts.good.text);
  await verdict(door, 'admit');
  await says(door, 'Fotocamera ferma: usare lettore o codice');
  await away(door);
  await door.evaluate(() => {
    navigator.mediaDevices.getUserMedia = globalThis.openAgain;
  });
  await until('it is opened anew', async () => /legge, ora/.test(await strip(door, 'Fotocamera')));

  step('the decoder hangs, and is killed');
  const first = decoder(station.pid);
  process.kill(first, 'SIGSTOP');
  await until('the strip says so', async () => /non legge, si riavvia/.test(await strip(door, 'Fotocamera')));
  await look(door, 'fault-decoder');
  await wedge(door, receipts.second.text);
  await verdict(door, 'admit');
  await away(door);
  await until('another one reads', async () => /legge, ora/.test(await strip(door, 'Fotocamera')));
  const second = decoder(station.pid);
  assert.notEqual(second, first);
  process.kill(second, 'SIGKILL');
  await until('another one is there', () => decoder(station.pid) !== second);

  step('the server is gone for a moment: nothing flashes; for longer: the strip says since when');
  await door.evaluate(() => {
    globalThis.flashed = [];
    new MutationObserver(() => {
      const found = /non si sa dalle|Varco non risponde/.exec(document.body.innerText);
      if (found) globalThis.flashed.push(found[0]);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const { port } = station;
  await station.stop();
  station = await serve({ port });
  await door.locator('.people button').first().waitFor();
  assert.deepEqual(await door.evaluate(() => globalThis.flashed), [], 'a short break is no news');
  await signIn(door, people.steward);
  await station.stop();
  await says(door, /non si sa dalle/);
  await look(door, 'fault-server');
  station = await serve({ port });
  await door.locator('.people button').first().waitFor();
  await signIn(door, people.steward);
  await door.getByText(/non si sa dalle/).waitFor({ state: 'detached' });
  await wedge(door, receipts.third.text);
  await verdict(door, 'admit');
  await away(door);
  await station.stop();

  step('the clock is an hour slow');
  station = await serve({ port, at: '2026-09-15T09:05:00' });
  await door.locator('.people button').first().waitFor();
  await signIn(door, people.supervisor);
  await says(door, 'Ora non sicura');
  assert.match(await strip(door, 'Ora'), /indietro di almeno (59|60) min/);
  await look(door, 'fault-clock');
  await wedge(door, receipts.fourth.text);
  await verdict(door, 'too_early', /ora incerta|ora non sicura/i);
  await look(door, 'fault-clock-verdict');
  await away(door);
  await door.close();
  await station.stop();

  step('the disk is full: the reserve carries on, then paper mode, then everything is written');
  const folder = `${data}-disco`;
  mkdirSync(folder, { recursive: true });
  const shell = `mount -t tmpfs -o size=80m tmpfs '${folder}' && cp '${data}/varco.db' '${data}/place' '${folder}/' && exec "$0" "$@"`;
  const full = await serve({ folder, shell });
  const disk = `/proc/${full.pid}/root${folder}`;
  const scans = () => verb('export', folder, full.pid).filter(({ event }) => event?.kind === 'scan').length;
  const desk = await page(browser, full.address);
  await desk.locator('.people button').first().waitFor();
  await signIn(desk, people.steward);
  const lobby = await serve({ mode: 'lobby', folder, beside: full.pid });
  const kiosk = await page(browser, lobby.address, { width: 1080, height: 1920, hasTouch: true });
  await says(kiosk, 'Mostri la ricevuta');
  await desk.bringToFront();
  fill(`${disk}/zavorra`);
  await wedge(desk, receipts.fifth.text);
  await verdict(desk, 'admit');
  await away(desk);
  // What SQLite has of the disk already is written first; then the reserve is used.
  await until('the reserve is used', async () => {
    await press(desk, 'F2');
    return desk.getByText('Disco quasi pieno').count();
  });
  await look(desk, 'fault-disk-reserve');
  fill(`${disk}/zavorra`);
  await until('nothing is taken any more', async () => {
    await press(desk, 'F2');
    return desk.getByText(/la lettura non è stata registrata/).count();
  });
  await wedge(desk, receipts.sixth.text);
  await says(desk, /la lettura non è stata registrata/);
  await says(desk, 'Il disco non scrive');
  await look(desk, 'fault-disk-full');
  await kiosk.bringToFront();
  await until('the lobby goes out of order', async () => {
    if (await kiosk.getByText('Fuori servizio').count()) return true;
    const done = kiosk.getByRole('button', { name: 'Ho finito' });
    if (await done.count()) await done.tap();
    fill(`${disk}/zavorra`);
    await wedge(kiosk, receipts.note.text);
    await until('an answer', () => kiosk.locator('article.result, .kiosk-whole').count());
    return false;
  });
  await look(kiosk, 'lobby-out-of-order');
  await kiosk.close();
  await lobby.stop();
  await press(desk, 'F12');
  await desk.locator('.people button', { hasText: people.supervisor[0] }).focus();
  await press(desk, 'Enter');
  await type(desk, people.supervisor[1]);
  await press(desk, 'Enter');
  await desk.locator('.tile', { hasText: 'Modalità carta' }).click();
  await press(desk, 'F9');
  await says(desk, 'La modalità carta è attiva');
  await press(desk, 'Escape', 'Escape');
  await wedge(desk, receipts.sixth.text);
  await verdict(desk, 'admit', /non registrat/i);
  await look(desk, 'fault-paper-verdict');
  await away(desk);
  await says(desk, /1 lettur[ae] NON REGISTRAT/);
  const before = scans();
  rmSync(`${disk}/zavorra`);
  await until('it is written once the disk is back', () => scans() === before + 1);
  await until('the banner goes', async () => !(await desk.getByText(/NON REGISTRAT/).count()));
  await look(desk, 'fault-disk-back');
  assert.ok(verb('verify', folder, full.pid)[0].findings.every(({ ok }) => ok));
});
