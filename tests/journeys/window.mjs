// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// Opens the built app by WebDriver, gives its webview a canvas with a picture as camera, signs in, and prints what the
// screen says. W3C WebDriver is a handful of HTTP requests; tauri-driver hands them to WebKitWebDriver.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

const { VARCO_APP, VARCO_DATA, VARCO_AT, VARCO_PICTURE, VARCO_PERSON, VARCO_PIN } = process.env;

const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

const [port, nativePort] = [await freePort(), await freePort()];
// A process group of its own, and no stream of ours in it: what the driver starts ends with it, and holds nothing open.
const driver = spawn('tauri-driver', ['--port', port, '--native-port', nativePort], { stdio: 'ignore', detached: true });
const end = () => {
  try {
    process.kill(-driver.pid, 'SIGKILL');
  } catch {
    // Gone already is as good.
  }
};
process.on('exit', end);
setTimeout(() => {
  console.error('the window gave no verdict within three minutes');
  process.exit(1);
}, 180_000).unref();
const base = `http://127.0.0.1:${port}`;

const ask = async (method, path, body) => {
  const answer = await fetch(base + path, { method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(60_000) });
  const { value } = await answer.json();
  if (value?.error) throw new Error(`${path}: ${value.error} ${value.message}`);
  return value;
};

/** Asks again until there is an answer; the driver and the page need their time to begin. */
const until = async (what, get) => {
  const end = Date.now() + 120_000;
  for (let last; ;) {
    try {
      const found = await get();
      if (found) return found;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`no ${what}: ${last ?? ''}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

let session;
try {
  await until('driver', () => ask('GET', '/status'));
  const args = ['--data', VARCO_DATA, '--at', VARCO_AT, '--mode', 'entrance'];
  const capabilities = { alwaysMatch: { browserName: 'wry', 'tauri:options': { application: VARCO_APP, args } } };
  ({ sessionId: session } = await ask('POST', '/session', { capabilities }));
  const run = (script, ...args) => ask('POST', `/session/${session}/execute/sync`, { script, args });
  await until('page', () => run('return document.body.textContent.length > 20'));
  // The picture stands in for a camera on the far side of getUserMedia: all that the page does with it is real.
  const picture = `data:image/png;base64,${readFileSync(VARCO_PICTURE).toString('base64')}`;
  await run(`
    const picture = new Image();
    picture.src = arguments[0];
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [1280, 720];
    const draw = () => canvas.getContext('2d').drawImage(picture, 0, 0, 1280, 720);
    picture.onload = draw;
    setInterval(draw, 50);
    const stream = canvas.captureStream(20);
    navigator.mediaDevices.getUserMedia = async () => stream.clone();
    navigator.mediaDevices.enumerateDevices = async () => [{ kind: 'videoinput', deviceId: 'picture', label: 'picture', groupId: '' }];
  `, picture);
  await until('person', () => run(`
    const button = [...document.querySelectorAll('button')].find((b) => b.textContent.includes(arguments[0]));
    button?.click();
    return Boolean(button);
  `, VARCO_PERSON));
  const keys = (text) => [...text].flatMap((value) => [
    { type: 'keyDown', value }, { type: 'pause', duration: 120 }, { type: 'keyUp', value },
  ]);
  await ask('POST', `/session/${session}/actions`, {
    actions: [{ type: 'key', id: 'keyboard', actions: keys(`${VARCO_PIN}\uE007`) }],
  });
  const seen = await until('verdict', () => run(`
    const verdict = document.querySelector('[data-verdict]');
    return verdict && { verdict: verdict.getAttribute('data-verdict'), text: verdict.textContent };
  `));
  console.log(JSON.stringify(seen));
  // Somebody wants to look at the running app: it goes on until they hang up.
  if (process.env.VARCO_STAY) for await (const _ of process.stdin);
} finally {
  if (session) await ask('DELETE', `/session/${session}`).catch(() => {});
  end();
}
