// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { landscape24, millimetre, portrait27, savedMeasure, type Drawing } from '../shared/millimetre.ts';

/** The smallest upright screen on which every target keeps its 28 mm. */
export const portrait24: Drawing = { width_mm: landscape24.height_mm, height_mm: landscape24.width_mm };

/**
 * Pixels for one millimetre. An unmeasured upright screen is taken for the 27" that kiosks have; a measured one is believed as long
 * as the pages fit.
 */
export function lobbyMillimetre(window: { width: number; height: number }, measured: number | null): number {
  if (window.width > window.height) return millimetre(window, landscape24, measured);
  return millimetre(window, measured === null ? portrait27 : portrait24, measured);
}

/** Keeps `--mm` right while the window changes or turns. Returns a function that applies it again, and one that stops. */
export function followScreen(configured: () => number | null): { apply: () => void; stop: () => void } {
  const apply = () => {
    const px = lobbyMillimetre({ width: window.innerWidth, height: window.innerHeight }, savedMeasure() ?? configured());
    document.documentElement.style.setProperty('--mm', `${px.toFixed(4)}px`);
  };
  window.addEventListener('resize', apply);
  apply();
  return { apply, stop: () => window.removeEventListener('resize', apply) };
}
