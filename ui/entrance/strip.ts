// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import type { StripItem } from '../api/index.ts';
import type { CameraState } from '../parts/camera.svelte.ts';
import { now } from '../shared/now.svelte.ts';
import { t } from '../shared/words.svelte.ts';
import type { Door } from './door.svelte.ts';

/** The strip: what Rust knows, and what only the page knows, the camera and whether Rust answers at all. */
export function stripOf(door: Door): StripItem[] {
  const camera = cameraItem(door.camera.state, door.decoder_down !== null);
  const rest = (door.ready?.strip ?? []).filter((item) => item.what !== 'camera');
  if (door.unreachable_since === null) return [camera, ...rest];
  const since = clock(door.unreachable_since);
  return [camera, ...rest.map((item): StripItem => ({ ...item, state: 'warn', evidence: t('entrance-strip-unknown', { since }) }))];
}

function cameraItem(state: CameraState, decoder_down: boolean): StripItem {
  const title = t('entrance-strip-camera');
  const item = (state: StripItem['state'], evidence: string): StripItem => ({ what: 'camera', state, title, evidence });
  switch (state.is) {
    case 'running':
      return decoder_down ? item('bad', t('entrance-camera-decoder-down')) : item('ok', t('entrance-camera-reads'));
    case 'off':
    case 'starting':
      return item('none', t('entrance-camera-starting'));
    case 'still':
      return item('bad', t('entrance-camera-still', { since: clock(state.since) }));
    case 'missing':
      return item('bad', t('entrance-camera-missing', { since: clock(state.since) }));
    case 'held':
      return item('bad', t('entrance-camera-held', { since: clock(state.since) }));
    case 'denied':
      return item('bad', t('entrance-camera-denied'));
  }
}

/** Why there is no picture, in a sentence for the preview; null when there is one. */
export function cameraTrouble(state: CameraState): string | null {
  switch (state.is) {
    case 'running':
      return null;
    case 'off':
    case 'starting':
      return t('entrance-camera-starting');
    case 'still':
      return t('entrance-camera-still-long');
    case 'missing':
      return t('entrance-camera-missing-long');
    case 'held':
      return t('entrance-camera-held-long');
    case 'denied':
      return t('entrance-camera-denied-long');
  }
}

const clock = (ms: number): string => now.clock(ms);
