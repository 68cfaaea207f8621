// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// Gives the webview of the built app a canvas with a picture as camera, signs in, and prints what the screen says.

import { readFileSync } from 'node:fs';
import { inWindow, until } from './driver.mjs';

const { VARCO_DATA, VARCO_AT, VARCO_PICTURE, VARCO_PERSON, VARCO_PIN } = process.env;

await inWindow(['--data', VARCO_DATA, '--at', VARCO_AT, '--mode', 'entrance'], async ({ run, type }) => {
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
  await type(`${VARCO_PIN}\uE007`);
  const seen = await until('verdict', () => run(`
    const verdict = document.querySelector('[data-verdict]');
    return verdict && { verdict: verdict.getAttribute('data-verdict'), text: verdict.textContent };
  `));
  console.log(JSON.stringify(seen));
});
