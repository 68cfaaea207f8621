// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import type { Sound } from '../api/types.ts';
import { chime } from './chimes.ts';

const attack_s = 0.005;
const release_s = 0.03;
/** Second harmonic, so that small loudspeakers carry the tone. */
const harmonic = 0.15;

/** The loudspeaker of the station: one chime at a time, a new one cuts off the last. */
class Speaker {
  /** The browser wants a touch before it lets a page be heard. */
  blocked = $state(false);
  #context: AudioContext | null = null;
  #playing: GainNode | null = null;
  #wave: PeriodicWave | null = null;

  /** Wakes the audio device; call it once early and from touches and keys. Never throws: a door works without sound too. */
  async wake(): Promise<void> {
    try {
      this.#context ??= new AudioContext({ latencyHint: 'interactive' });
      if (this.#context.state !== 'running') {
        const woken = this.#context.resume();
        await Promise.race([woken, new Promise((done) => setTimeout(done, 300))]);
      }
      this.blocked = this.#context.state !== 'running';
    } catch {
      this.#context = null; // no audio device: nothing to touch for
      this.blocked = false;
    }
  }

  play(sound: Sound, not_recorded = false): void {
    const context = this.#context;
    if (!context || context.state !== 'running') {
      void this.wake();
      return;
    }
    this.hush();
    const { notes, gain } = chime(sound, not_recorded);
    const out = context.createGain();
    out.gain.value = gain;
    out.connect(context.destination);
    this.#playing = out;
    this.#wave ??= context.createPeriodicWave(new Float32Array([0, 0, 0]), new Float32Array([0, 1, harmonic]));
    const start = context.currentTime + 0.005;
    for (const note of notes) {
      const tone = context.createOscillator();
      const shape = context.createGain();
      const from = start + note.from_ms / 1000;
      const until = from + note.length_ms / 1000;
      tone.setPeriodicWave(this.#wave);
      tone.frequency.value = note.hz;
      shape.gain.setValueAtTime(0, from);
      shape.gain.linearRampToValueAtTime(1, from + attack_s);
      shape.gain.setValueAtTime(1, Math.max(from + attack_s, until - release_s));
      shape.gain.linearRampToValueAtTime(0, until);
      tone.connect(shape).connect(out);
      tone.start(from);
      tone.stop(until);
    }
  }

  /** Cuts off what still sounds. */
  hush(): void {
    const playing = this.#playing;
    const context = this.#context;
    this.#playing = null;
    if (!playing || !context) return;
    playing.gain.cancelScheduledValues(context.currentTime);
    playing.gain.setTargetAtTime(0, context.currentTime, 0.004);
    setTimeout(() => playing.disconnect(), 50);
  }
}

export const speaker = new Speaker();
