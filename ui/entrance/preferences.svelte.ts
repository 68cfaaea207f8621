// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import type { Lang, Rotation } from '../api/index.ts';

const read = (name: string): string | null => localStorage.getItem(`varco.${name}`);
const write = (name: string, value: string | null): void => {
  if (value === null) localStorage.removeItem(`varco.${name}`);
  else localStorage.setItem(`varco.${name}`, value);
};

const savedLang = (): Lang | null => {
  const value = read('lang');
  return value === 'it' || value === 'en' ? value : null;
};
const savedRotation = (): Rotation | null => {
  const value = Number(read('rotation') ?? Number.NaN);
  return value === 0 || value === 90 || value === 180 || value === 270 ? value : null;
};

/** What belongs to this machine and not to the court: language of the screen, how the camera is mounted. */
class Preferences {
  #lang = $state(savedLang());
  #rotation = $state(savedRotation());
  #mirror = $state(read('mirror') !== 'no');

  /** Null: as the station is configured. */
  get lang(): Lang | null {
    return this.#lang;
  }
  set lang(value: Lang | null) {
    this.#lang = value;
    write('lang', value);
  }

  /** Null: as the station is configured. */
  get rotation(): Rotation | null {
    return this.#rotation;
  }
  set rotation(value: Rotation | null) {
    this.#rotation = value;
    write('rotation', value === null ? null : String(value));
  }

  /** The preview shows left and right as in a mirror, for a camera that faces the person who holds the receipt. */
  get mirror(): boolean {
    return this.#mirror;
  }
  set mirror(value: boolean) {
    this.#mirror = value;
    write('mirror', value ? null : 'no');
  }
}

export const preferences = new Preferences();
