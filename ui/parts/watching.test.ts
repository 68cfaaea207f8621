// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { expect, it } from 'vitest';
import type { Frame } from './camera.svelte.ts';
import { keepWatching } from './watching.ts';

const picture: Frame = { grey: new Uint8Array(1), width: 1, height: 1 };

it('never has more than one picture under way', async () => {
  let under_way = 0;
  let most = 0;
  let looked = 0;
  await new Promise<void>((done) => {
    const stop = keepWatching({ next: async () => picture }, () => true, async () => {
      under_way += 1;
      most = Math.max(most, under_way);
      await new Promise((answered) => setTimeout(answered, 1));
      under_way -= 1;
      looked += 1;
      if (looked === 20) {
        stop();
        done();
      }
    });
  });
  expect(most).toBe(1);
});

it('takes pictures but looks at none while nobody wants a reading', async () => {
  let taken = 0;
  let looked = 0;
  await new Promise<void>((done) => {
    const stop = keepWatching(
      {
        next: async () => {
          taken += 1;
          if (taken === 10) {
            stop();
            done();
          }
          return picture;
        },
      },
      () => false,
      async () => {
        looked += 1;
      },
    );
  });
  expect(looked).toBe(0);
});
