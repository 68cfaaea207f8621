// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import type { Frame } from './camera.svelte.ts';

/** More pixels do not read better at a door; a larger picture is made smaller, pixels. */
const side_max = 1920;

/** Formats whose first plane is the luminance (WebCodecs, "Pixel Format"). */
const luminance_first = ['I420', 'I420A', 'I422', 'I444', 'NV12'];
/** Where red, green and blue lie in the four bytes of a pixel. */
const colours: Record<string, [number, number, number]> = { RGBA: [0, 1, 2], RGBX: [0, 1, 2], BGRA: [2, 1, 0], BGRX: [2, 1, 0] };

/**
 * Makes one byte a pixel of the picture that a video shows. Its memory is used again for each picture: twenty a second of
 * four megabytes each would otherwise pile up between two collections of garbage.
 */
export class Greyer {
  #raw = new Uint8Array(0);
  #grey = new Uint8Array(0);
  readonly #canvas = document.createElement('canvas');

  /** The bytes are good until the next picture; null for a video without one. */
  async of(video: HTMLVideoElement): Promise<Frame | null> {
    if ('VideoFrame' in globalThis && Math.max(video.videoWidth, video.videoHeight) <= side_max) {
      const frame = new VideoFrame(video);
      try {
        const made = await this.#fromFrame(frame);
        if (made) return made;
      } finally {
        frame.close();
      }
    }
    return this.#drawn(video);
  }

  /** The camera's own bytes, without a detour over colours where it has none. */
  async #fromFrame(frame: VideoFrame): Promise<Frame | null> {
    const { format, visibleRect } = frame;
    const order = colours[format ?? ''];
    if (!visibleRect || !format || !(order || luminance_first.includes(format))) return null;
    const { width, height } = visibleRect;
    this.#raw = sized(this.#raw, frame.allocationSize());
    const [plane] = await frame.copyTo(this.#raw);
    if (!plane) return null;
    this.#grey = sized(this.#grey, width * height);
    for (let row = 0; row < height; row += 1) {
      const begin = plane.offset + row * plane.stride;
      if (order) greyRow(this.#raw, begin, order, this.#grey, row * width, width);
      else this.#grey.set(this.#raw.subarray(begin, begin + width), row * width);
    }
    return { grey: this.#grey, width, height };
  }

  /** Over a canvas, for what no frame can be had of. */
  #drawn(video: HTMLVideoElement): Frame | null {
    const scale = Math.min(1, side_max / Math.max(video.videoWidth, video.videoHeight, 1));
    const width = Math.round(video.videoWidth * scale);
    const height = Math.round(video.videoHeight * scale);
    if (width < 16 || height < 16) return null;
    const canvas = this.#canvas;
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    const drawing = canvas.getContext('2d', { willReadFrequently: true });
    if (!drawing) return null;
    drawing.drawImage(video, 0, 0, width, height);
    this.#grey = sized(this.#grey, width * height);
    greyRow(drawing.getImageData(0, 0, width, height).data, 0, [0, 1, 2], this.#grey, 0, width * height);
    return { grey: this.#grey, width, height };
  }
}

const sized = (bytes: Uint8Array<ArrayBuffer>, length: number) => (bytes.length === length ? bytes : new Uint8Array(length));

/** Luminance (ITU-R BT.601) of pixels of four bytes. */
export function greyRow(
  pixels: Uint8Array | Uint8ClampedArray, begin: number, [red, green, blue]: [number, number, number], out: Uint8Array, at: number, count: number,
): void {
  for (let n = 0, from = begin; n < count; n += 1, from += 4) {
    out[at + n] = ((pixels[from + red] ?? 0) * 77 + (pixels[from + green] ?? 0) * 150 + (pixels[from + blue] ?? 0) * 29) >> 8;
  }
}
