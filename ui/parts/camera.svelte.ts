// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import { now } from '../shared/now.svelte.ts';
import { Greyer } from './grey.ts';

/** Where grey pictures come from; the camera is one source, tests may bring another. */
export interface FrameSource {
  /** Waits for the next picture and hands out its grey bytes, row by row; null when there is none for now. */
  next(): Promise<Frame | null>;
}
export interface Frame { grey: Uint8Array<ArrayBuffer>; width: number; height: number }

/** What the page itself knows of its camera; `since` is on the station's clock, ms. */
export type CameraState =
  | { is: 'off' }
  | { is: 'starting' }
  | { is: 'running'; label: string }
  /** Plugged, but sends no pictures. */
  | { is: 'still'; since: number }
  | { is: 'missing'; since: number }
  | { is: 'held'; since: number }
  | { is: 'denied'; since: number };

const saved_label = 'varco.camera';
const wanted = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
const retry_ms = 2000;
const still_ms = 2000;
/** A new picture is looked for this often, ms: a quarter of the time between two of a camera. */
const look_again_ms = 8;
/** After this long without one, ms, whoever waits is told. */
const patience_ms = 500;
/** A camera that sends nothing is opened anew this often, ms: some come back only then. */
const reopen_ms = 6000;

/** The webview's camera: chosen by its label, found again after it was unplugged, tried again while another program holds it. */
export class Camera implements FrameSource {
  state = $state<CameraState>({ is: 'off' });
  stream = $state.raw<MediaStream | null>(null);
  devices = $state.raw<MediaDeviceInfo[]>([]);
  label = $state<string | null>(localStorage.getItem(saved_label));

  readonly #video = document.createElement('video');
  readonly #grey = new Greyer();
  #on = false;
  #opening = false;
  #retry = 0;
  #watch = 0;
  #pictured_at = 0;
  #opened_at = 0;
  /** How many pictures the video had shown when it was last looked at. */
  #seen = 0;

  constructor() {
    this.#video.muted = true;
    this.#video.playsInline = true;
    this.#video.className = 'unseen'; // it plays inside the page, since some webviews pause a video that is not in it
    this.#video.setAttribute('aria-hidden', 'true');
  }

  start(): void {
    if (this.#on) return;
    this.#on = true;
    document.body.append(this.#video);
    navigator.mediaDevices?.addEventListener('devicechange', this.#changed);
    this.#watch = window.setInterval(() => this.#lookAfter(), 500);
    void this.#open();
  }

  stop(): void {
    this.#on = false;
    navigator.mediaDevices?.removeEventListener('devicechange', this.#changed);
    window.clearInterval(this.#watch);
    window.clearTimeout(this.#retry);
    this.#close();
    this.#video.remove();
    this.state = { is: 'off' };
  }

  /** Takes another camera from now on; null lets the system choose. */
  choose(label: string | null): void {
    this.label = label;
    if (label === null) localStorage.removeItem(saved_label);
    else localStorage.setItem(saved_label, label);
    this.#close();
    if (this.#on) void this.#open();
  }

  async next(): Promise<Frame | null> {
    if (!this.stream || this.#video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) {
      await pause(100);
      return null;
    }
    if (!(await this.#freshPicture())) return null;
    try {
      const frame = await this.#grey.of(this.#video);
      if (frame) this.#pictured_at = performance.now();
      return frame;
    } catch {
      return null; // the camera went away while its picture was taken
    }
  }

  /**
   * Waits for a picture that was not looked at yet; false after a while without one. Pictures are counted, since WebKitGTK
   * calls no `requestVideoFrameCallback` when it draws without the graphics card.
   */
  async #freshPicture(): Promise<boolean> {
    for (const end = performance.now() + patience_ms; performance.now() < end; await pause(look_again_ms)) {
      const count = this.#video.getVideoPlaybackQuality().totalVideoFrames;
      const is_new = count !== this.#seen;
      this.#seen = count;
      // A camera that was opened anew counts from nothing.
      if (is_new && count > 0 && this.#video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) return true;
    }
    return false;
  }

  readonly #changed = () => {
    void this.#list();
    const waits = this.state.is === 'missing' || this.state.is === 'held' || this.state.is === 'denied';
    const other_is_back =
      this.state.is === 'running' && this.label !== null && this.state.label !== this.label;
    if (other_is_back) {
      this.#close();
      void this.#open();
    } else if (waits) void this.#open();
  };

  async #list(): Promise<MediaDeviceInfo[]> {
    try {
      const all = await navigator.mediaDevices.enumerateDevices();
      this.devices = all.filter((device) => device.kind === 'videoinput' && device.deviceId !== '');
    } catch {
      this.devices = [];
    }
    return this.devices;
  }

  async #open(): Promise<void> {
    if (!this.#on || this.#opening || this.stream) return;
    this.#opening = true;
    window.clearTimeout(this.#retry);
    if (this.state.is === 'off') this.state = { is: 'starting' };
    try {
      if (!navigator.mediaDevices) throw new DOMException('no media devices', 'NotFoundError');
      let stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: this.#which(await this.#list()) });
      // Labels are known only after the first permission: change to the chosen one now.
      const device = this.#chosen(await this.#list());
      if (device && stream.getVideoTracks()[0]?.label !== device.label) {
        for (const track of stream.getTracks()) track.stop();
        stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: this.#which(this.devices) });
      }
      this.#adopt(stream);
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#opening = false;
    }
  }

  #chosen(devices: MediaDeviceInfo[]): MediaDeviceInfo | undefined {
    return this.label === null ? undefined : devices.find((device) => device.label === this.label);
  }

  #which(devices: MediaDeviceInfo[]): MediaTrackConstraints {
    const device = this.#chosen(devices);
    return device ? { ...wanted, deviceId: { exact: device.deviceId } } : wanted;
  }

  #adopt(stream: MediaStream): void {
    const track = stream.getVideoTracks()[0];
    if (!this.#on || !track) {
      for (const each of stream.getTracks()) each.stop();
      return;
    }
    track.addEventListener('ended', () => {
      if (this.stream !== stream) return;
      this.#close();
      this.state = { is: 'missing', since: now.ms };
      this.#again();
    });
    this.stream = stream;
    this.#video.srcObject = stream;
    this.#opened_at = performance.now();
    void this.#video.play().catch(() => undefined);
    if (this.state.is === 'still') return; // open is not yet alive: the first picture says so
    this.#pictured_at = performance.now();
    this.state = { is: 'running', label: track.label };
  }

  #failed(error: unknown): void {
    const name = error instanceof DOMException ? error.name : '';
    const is = name === 'NotReadableError' || name === 'AbortError' ? 'held' : name === 'NotAllowedError' ? 'denied' : 'missing';
    if (this.state.is !== is) this.state = { is, since: now.ms };
    this.#again();
  }

  #again(): void {
    window.clearTimeout(this.#retry);
    this.#retry = window.setTimeout(() => void this.#open(), retry_ms);
  }

  /** A camera that is plugged but sends nothing is a fault too, and says so. */
  #lookAfter(): void {
    const silent = performance.now() - this.#pictured_at > still_ms;
    if (this.state.is === 'running' && silent && document.visibilityState === 'visible') {
      this.state = { is: 'still', since: now.ms - still_ms };
    } else if (this.state.is === 'still' && !silent) {
      this.state = { is: 'running', label: this.stream?.getVideoTracks()[0]?.label ?? '' };
    } else if (this.state.is === 'still' && performance.now() - this.#opened_at > reopen_ms) {
      this.#close();
      void this.#open();
    }
  }

  #close(): void {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = null;
    this.#video.srcObject = null;
  }
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
