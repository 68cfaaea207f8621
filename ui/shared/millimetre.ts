// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

/** What a screen was drawn for, in millimetres of its own layout. */
export interface Drawing {
  width_mm: number;
  height_mm: number;
}

/** Staff screens: a landscape 24" with 1920 x 1080 pixels of 0.277 mm. */
export const landscape24: Drawing = { width_mm: 531.2, height_mm: 298.8 };
/** Lobby: a portrait 27" with 1080 x 1920 pixels of 0.311 mm. */
export const portrait27: Drawing = { width_mm: 336.4, height_mm: 598.1 };

/**
 * Pixels for one millimetre: the measured value, but never so large that the drawing would not fit the window.
 * Without a measure the drawing fills the window.
 */
export function millimetre(window: { width: number; height: number }, drawing: Drawing, measured: number | null): number {
  const fits = Math.min(window.width / drawing.width_mm, window.height / drawing.height_mm);
  return measured !== null && measured > 0 ? Math.min(measured, fits) : fits;
}

const saved_under = 'varco.mm';

/** The measure taken with a bank card on this screen, in pixels for a millimetre. */
export function savedMeasure(): number | null {
  const value = Number(localStorage.getItem(saved_under));
  return Number.isFinite(value) && value > 0 ? value : null;
}

export function saveMeasure(px: number | null): void {
  if (px === null) localStorage.removeItem(saved_under);
  else localStorage.setItem(saved_under, String(px));
}

/** Keeps `--mm` right while the window changes. Returns a function that applies it again, after a new measure. */
export function followWindow(drawing: Drawing, configured: () => number | null = () => null): () => void {
  const apply = () => {
    const size = { width: window.innerWidth, height: window.innerHeight };
    const px = millimetre(size, drawing, savedMeasure() ?? configured());
    document.documentElement.style.setProperty('--mm', `${px.toFixed(4)}px`);
  };
  window.addEventListener('resize', apply);
  apply();
  return apply;
}
