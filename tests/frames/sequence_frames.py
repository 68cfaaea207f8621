#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2
"""Short sequences of one receipt in a moving hand, before the simulated camera of qr_frames.py.

    python sequence_frames.py --seed 21 --out DIR [--frames 0:4] [--severities 1,3,5] [--only p_glare-3,s_dark-5] [--jobs 2]

What changes from frame to frame: distance, tilt, turn, shake, focus, glare and its place, how much is covered, noise.
Writes DIR/SCENARIO-SEVERITY-FRAME.pgm (1280x720 grey), and one line a frame to standard output, separated by tabs:
sequence, number of the frame, file, expected text in hex. A frame depends only on (seed, scenario, severity, number).
"""
import argparse
import multiprocessing
import os

import numpy as np

import qr_frames as generator

_params, _line, _rng = generator.params, generator.line, generator.rng_for


class Moving:
    """The generator's chance for one receipt; what belongs to a single frame comes from a chance of its own."""

    def __init__(self, base, own):
        self.base, self.own = base, own

    def __getattr__(self, name):
        return getattr(self.base, name)

    def standard_normal(self, shape, dtype):
        return self.own.standard_normal(shape, dtype)

    def normal(self, mean=0.0, deviation=1.0, *more):
        value = self.base.normal(mean, deviation, *more)
        # The place of the glare, told by its deviation, moves with the hand.
        return value + self.own.normal(0, 0.15) if np.ndim(value) == 0 and deviation == 0.18 else value


def frame(job):
    seed, scenario, severity, number, out = job
    scenarios = generator.PAPER + generator.PHONE
    own = np.random.default_rng([seed, scenarios.index(scenario), severity, number])

    def params(random, name, level):
        p = _params(random, name, level)
        p["width"] *= float(np.exp(own.normal(0, 0.07)))         # the hand moves nearer and farther
        p["tilt"] = abs(p["tilt"] + own.normal(0, 4))
        p["roll"] += own.normal(0, 4)
        p["motion"] *= own.uniform(0.15, 1.35)                   # shake comes and goes
        p["defocus"] *= own.uniform(0.55, 1.3)                   # focus hunts
        for key in ("refl", "glare", "moire"):
            p[key] *= own.uniform(0.5, 1.3)
        p["occl"] *= own.uniform(0.7, 1.2)
        return p

    generator.params = params
    generator.rng_for = lambda *words: Moving(_rng(*words), own)
    generator.line = lambda length, angle: _line(length, angle + own.normal(0, 0.6))
    generator.oracle = lambda *_: (0, 0, 0, 0)                   # nobody asks here what a perfect reader would read
    pixels, text, _ = generator.render(500 + seed, scenario, severity, 0)
    name = "%s-%d-%02d.pgm" % (scenario, severity, number)
    with open(os.path.join(out, name), "wb") as file:
        file.write(b"P5\n%d %d\n255\n" % (generator.W, generator.H))
        file.write(pixels.tobytes())
    return "%s-%d\t%d\t%s\t%s" % (scenario, severity, number, name, text.encode().hex())


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--out", required=True)
    ask.add_argument("--frames", default="0:4")
    ask.add_argument("--severities", default="1,2,3,4,5")
    ask.add_argument("--only", default="")
    ask.add_argument("--jobs", type=int, default=1)
    a = ask.parse_args()
    os.makedirs(a.out, exist_ok=True)
    first, end = map(int, a.frames.split(":"))
    only = set(filter(None, a.only.split(",")))
    sequences = [(name, int(level)) for level in a.severities.split(",") for name in generator.PAPER + generator.PHONE]
    jobs = [(a.seed, name, level, number, a.out) for name, level in sequences for number in range(first, end)
            if not only or "%s-%d" % (name, level) in only]
    with multiprocessing.Pool(a.jobs) as pool:
        for line in pool.imap(frame, jobs, chunksize=4):
            print(line)


if __name__ == "__main__":
    main()
