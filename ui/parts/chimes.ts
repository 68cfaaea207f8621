// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import type { Sound } from '../api/types.ts';

/** One tone of a chime. */
export interface Note { hz: number; from_ms: number; length_ms: number }

/** A run of tones with a gap before each but the first. */
type Score = [hz: number, length_ms: number, gap_after_ms?: number][];

/** Known by number and direction of the notes, not by pitch; 400–1100 Hz, because high tones are lost with age. */
const scores: Record<Sound, Score> = {
  enter: [[784, 80, 20], [1047, 140]],
  enter_marked: [[784, 80, 20], [1047, 90, 60], [1047, 140]],
  wait: [[659, 110, 90], [659, 110]],
  refuse: [[659, 120, 20], [440, 240]],
  check: [[523, 80, 15], [784, 80, 15], [659, 120]],
  neutral: [[523, 180]],
  alarm: [[880, 150], [659, 150], [880, 150], [659, 150], [880, 150], [659, 150]],
};

/** dB against `enter`: a refusal is hardly louder, nobody is put on show; `blocked` is softer. */
const level_db: Record<Sound, number> = { enter: 0, enter_marked: 0, wait: 0, refuse: 3, check: 0, neutral: -4, alarm: 5 };

/** Follows each chime in paper mode. */
const paper: Score = [[220, 60]];
const paper_gap_ms = 120;

/** The tones of a verdict, one after the other, and their loudness between 0 and 1. */
export function chime(sound: Sound, not_recorded: boolean): { notes: Note[]; gain: number } {
  const notes = laid(scores[sound], 0);
  if (not_recorded) {
    const last = notes.at(-1);
    notes.push(...laid(paper, (last ? last.from_ms + last.length_ms : 0) + paper_gap_ms));
  }
  return { notes, gain: 0.4 * 10 ** (level_db[sound] / 20) };
}

function laid(score: Score, from_ms: number): Note[] {
  let at = from_ms;
  return score.map(([hz, length_ms, gap_ms = 0]) => {
    const note = { hz, from_ms: at, length_ms };
    at += length_ms + gap_ms;
    return note;
  });
}
