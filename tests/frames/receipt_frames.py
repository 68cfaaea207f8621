#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2
"""Real receipts before a simulated camera.

    python receipt_frames.py --receipts FILE --out DIR [--seed 1] [--scenarios p_clean:0,p_glare:1]

FILE holds one JSON object a line with `pdf` (a receipt on A4) and `text` (what its square says), as `varcoctl demo
--json` prints them. Each PDF is turned into a picture of its page, which is put through the frame generator: as a sheet
of paper, or cropped as a phone's screen. Writes DIR/NNN.pgm (1280x720 grey) and DIR/frames.jsonl: `file`, `text`,
`scenario`, `receipt`.
"""
import argparse
import json
import math
import os
import subprocess
import tempfile

import numpy as np
from PIL import Image

import qr_frames as generator

# Where the square stands on the A4 sheet (crates/papers/assets/receipt.typ), millimetres.
SQUARE, LEFT, TOP, MODULES = 52.0, 137.0, 18.0, 45
MM = MODULES / SQUARE                                    # modules of a millimetre
DPI = MODULES * generator.T / SQUARE * 25.4              # so that a module is T pixels, as the generator expects
PHONE = (129.0, 8.0, 68.0, 140.0)                        # left, top, width, height of the page that a phone shows
SCENARIOS = "p_clean:0,p_perspective:2,p_rotation:2,p_motion:1,p_glare:1,p_crease:1,p_lowtoner:2,s_clean:0,s_moire:2,s_dim:1,s_dark:1"


def page(pdf):
    """Ink of the first page: 0 paper .. 255 ink, T pixels a module."""
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "page")
        subprocess.run(["pdftoppm", "-r", "%.4f" % DPI, "-gray", "-singlefile", pdf, out], check=True)
        return 255 - np.asarray(Image.open(out + ".pgm"), np.uint8)


def matrix(ink):
    """The square's modules, read at their centres."""
    at = (np.arange(MODULES) + 0.5) * generator.T
    x = (LEFT * MM * generator.T + at).astype(int)
    y = (TOP * MM * generator.T + at).astype(int)
    return (ink[np.ix_(y, x)] > 127).astype(np.uint8)


def frame(ink, text, seed, scenario, severity, index):
    def texture(_random, kind, _matrix, inverted=False):
        left, top, width, height = (0.0, 0.0, 210.0, 297.0) if kind == "page" else PHONE
        t = MM * generator.T
        cut = ink[int(top * t):int((top + height) * t), int(left * t):int((left + width) * t)]
        cut = 255 - cut if inverted else cut
        return cut, ((LEFT - left) * MM, (TOP - top) * MM, MODULES, math.ceil(width * MM), math.ceil(height * MM))

    generator.texture = texture
    generator.qr_matrix = lambda _text: (matrix(ink), 7)
    pixels, _, _ = generator.render(seed, scenario, severity, index)
    return pixels


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--receipts", required=True)
    ask.add_argument("--out", required=True)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--scenarios", default=SCENARIOS)
    a = ask.parse_args()
    os.makedirs(a.out, exist_ok=True)
    with open(a.receipts) as lines:
        receipts = [r for r in map(json.loads, lines) if r.get("pdf")]
    scenarios = [s.split(":") for s in a.scenarios.split(",")]
    number = 0
    with open(os.path.join(a.out, "frames.jsonl"), "w") as out:
        for index, receipt in enumerate(receipts):
            ink = page(receipt["pdf"])
            scenario, severity = scenarios[index % len(scenarios)]
            pixels = frame(ink, receipt["text"], a.seed, scenario, int(severity), index)
            name = "%03d.pgm" % number
            number += 1
            with open(os.path.join(a.out, name), "wb") as f:
                f.write(b"P5\n%d %d\n255\n" % (generator.W, generator.H))
                f.write(pixels.tobytes())
            row = {"file": name, "text": receipt["text"], "scenario": scenario + "-" + severity, "receipt": receipt}
            out.write(json.dumps(row) + "\n")
    print(number, "frames")


if __name__ == "__main__":
    main()
