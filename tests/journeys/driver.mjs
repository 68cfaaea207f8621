// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// The built app by WebDriver. W3C WebDriver is a handful of HTTP requests; tauri-driver hands them to WebKitWebDriver.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

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
  console.error('the window did not come to an end within three minutes');
  process.exit(1);
}, 180_000).unref();
const base = `http://127.0.0.1:${port}`;

export const ask = async (method, path, body) => {
  const answer = await fetch(base + path, { method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(60_000) });
  const { value } = await answer.json();
  if (value?.error) throw new Error(`${path}: ${value.error} ${value.message}`);
  return value;
};

/** Asks again until there is an answer; the driver and the page need their time to begin. */
export const until = async (what, get) => {
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

/** Opens the app with these words and ends it afterwards. `run` runs a script in its page, `type` types as a person does. */
export async function inWindow(args, go) {
  let session;
  try {
    await until('driver', () => ask('GET', '/status'));
    const capabilities = { alwaysMatch: { browserName: 'wry', 'tauri:options': { application: process.env.VARCO_APP, args } } };
    ({ sessionId: session } = await ask('POST', '/session', { capabilities }));
    const run = (script, ...words) => ask('POST', `/session/${session}/execute/sync`, { script, args: words });
    const keys = (text) => [...text].flatMap((value) => [
      { type: 'keyDown', value }, { type: 'pause', duration: 120 }, { type: 'keyUp', value },
    ]);
    const type = (text) => ask('POST', `/session/${session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions: keys(text) }] });
    await until('page', () => run('return document.body.textContent.length > 20'));
    await go({ run, type });
    // Somebody wants to look at the running app: it goes on until they hang up.
    if (process.env.VARCO_STAY) for await (const _ of process.stdin);
  } finally {
    if (session) await ask('DELETE', `/session/${session}`).catch(() => {});
    end();
  }
}
