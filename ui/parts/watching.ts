// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import type { Frame, FrameSource } from './camera.svelte.ts';

/**
 * Hands picture after picture to `look`, one at a time: the next is taken only when the last is answered, so nothing queues.
 * While `wanted` says no, pictures are still taken (the strip tells the truth about the camera) but not looked at.
 * Returns how to stop.
 */
export function keepWatching(source: FrameSource, wanted: () => boolean, look: (frame: Frame) => Promise<void>): () => void {
  let going = true;
  const run = async () => {
    while (going) {
      const frame = await source.next();
      if (!going) return;
      if (frame && wanted()) await look(frame);
    }
  };
  void run();
  return () => {
    going = false;
  };
}
