// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import type { FrameAsked } from './types.ts';

/** A frame that is not answered by then is given up; the next one is fresher anyway. */
const frame_patience_ms = 4000;

/** How a grey frame is sent: its bytes as they are. */
export function framed(grey: Uint8Array<ArrayBuffer>, ask: FrameAsked) {
  return {
    params: {
      query: {
        key: ask.key, w: ask.width, h: ask.height, rotation: ask.rotation, look: ask.look ?? false,
        ...(ask.exit ? { gesture: 'exit' as const } : {}),
      },
    },
    // The description calls bytes numbers; what is sent is this array as it is.
    body: [],
    bodySerializer: () => grey,
    headers: { 'Content-Type': 'application/octet-stream' },
    signal: AbortSignal.timeout(frame_patience_ms),
  };
}
